"""What the admin shows of time in a case: how its promises stand, and all that has happened."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from .clocks import soon_after
from .models import Activity, Handover, MunicipalRequest, Prospect, Task

LONGEST_TIMELINE = 200
ICONS = {
    Activity.Kind.NOTE: "edit",
    Activity.Kind.CALL: "mobile-alt",
    Activity.Kind.MEETING: "group",
    Activity.Kind.VISIT: "home",
    Activity.Kind.MAIL: "mail",
}
# How the standing of a handover is coloured.
TONES = {
    "offered": "warn",
    "seen": "warn",
    "interested": "info",
    "accepted": "info",
    "in_progress": "info",
    "done": "good",
    "declined": "bad",
    "lapsed": "bad",
}


def clock_of(prospect: Prospect, now: datetime) -> dict[str, Any]:
    """How the promise of a first answer stands: a tone, a few words, and the moment they are about."""
    if prospect.answered_at is not None:
        return {"tone": "done", "label": _("Answered"), "at": prospect.answered_at}
    if prospect.answer_due_at is None:
        return {"tone": "", "label": _("Asked nothing"), "at": None}
    if prospect.standing != Prospect.Standing.ONGOING:
        return {"tone": "", "label": _("Not answered"), "at": None}
    return running_clock(prospect.answer_due_at, now)


def running_clock(due: datetime, now: datetime) -> dict[str, Any]:
    """How much of a deadline is left, or how late it is."""
    if due <= now:
        return {"tone": "late", "label": _("%(time)s late") % {"time": timesince(due, now, depth=1)}, "at": due}
    tone = "soon" if due <= soon_after(now) else "calm"
    return {"tone": tone, "label": _("%(time)s left") % {"time": timeuntil(due, now, depth=1)}, "at": due}


def timeline(prospect: Prospect, handovers: list[Handover], *, sees_contacts: bool) -> list[dict[str, Any]]:
    """Everything that happened, the newest first: what was written down, every step of case, handovers, tasks."""
    firms = {str(handover.pk): handover.firm for handover in handovers}
    tasks = {str(pk): text for pk, text in prospect.tasks.values_list("pk", "text")}
    asked = {str(one.pk): one for one in prospect.municipal_requests.all()}
    types = ContentType.objects.get_for_models(Prospect, Handover, Task, MunicipalRequest)
    texts = {
        types[Task].pk: tasks,
        types[MunicipalRequest].pk: {pk: str(one.get_kind_display()) for pk, one in asked.items()},
    }
    doubles = Prospect.with_merged.filter(merged_into=prospect).values_list("pk", flat=True)
    cases = [str(prospect.pk), *map(str, doubles)]
    entries = (
        ModelLogEntry.objects.filter(
            Q(content_type=types[Prospect], object_id__in=cases)
            | Q(content_type=types[Handover], object_id__in=list(firms))
            | Q(content_type=types[Task], object_id__in=list(tasks))
            | Q(content_type=types[MunicipalRequest], object_id__in=list(asked))
        )
        .exclude(action="prospects.activity")  # the activity itself says more
        .select_related("user", "content_type")[:LONGEST_TIMELINE]
    )
    events = [
        {
            "at": entry.timestamp,
            "title": entry.message,
            "firm": firms.get(entry.object_id) if entry.content_type == types[Handover] else None,
            "who": _who(entry),
            "text": texts[entry.content_type_id].get(entry.object_id, "") if entry.content_type_id in texts else "",
            "icon": "redirect" if entry.content_type == types[Handover] else "circle-check",
            "is_step": True,
        }
        for entry in entries
    ]
    events += [
        {
            "at": activity.happened_at,
            "title": _title(activity, sees_contacts),
            "text": activity.text if sees_contacts or not _is_theirs(activity) else "",
            "quoted": activity.quoted if sees_contacts else "",
            "who": activity.by or "",
            "icon": ICONS[Activity.Kind(activity.kind)],
        }
        for activity in prospect.activities.filed().select_related("by", "contact")[:LONGEST_TIMELINE]
    ]
    return sorted(events, key=lambda event: event["at"], reverse=True)


def _is_theirs(activity: Activity) -> bool:
    """A mail as they wrote it: signed, with numbers and addresses, it is for those who may see persons."""
    return activity.kind == Activity.Kind.MAIL and activity.way == Activity.Way.IN


def _title(activity: Activity, sees_contacts: bool) -> str:
    title = str(activity.get_kind_display())
    if activity.kind in (Activity.Kind.CALL, Activity.Kind.MAIL):
        title = f"{title}, {str(activity.get_way_display()).lower()}"
    return f"{title}: {activity.contact}" if sees_contacts and activity.contact else title


def _who(entry: ModelLogEntry) -> str:
    by = entry.data.get("by") if isinstance(entry.data, dict) else ""
    if by == "prospect":
        return _("the prospect")
    return _("the clock") if by == "clock" else entry.user_display_name if entry.user_id else ""
