"""What the admin shows of time in a case: how its promises stand, and all that has happened."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from .models import Activity, Handover, Prospect

SOON = timedelta(hours=4)
LONGEST_TIMELINE = 200
ICONS = {
    Activity.Kind.NOTE: "edit",
    Activity.Kind.CALL: "mobile-alt",
    Activity.Kind.MEETING: "group",
    Activity.Kind.MAIL: "mail",
}
# How the standing of a handover is coloured.
TONES = {
    "offered": "warn",
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
    if prospect.standing != Prospect.Standing.ONGOING:
        return {"tone": "", "label": _("Not answered"), "at": None}
    return running_clock(prospect.answer_due_at, now)


def running_clock(due: datetime, now: datetime) -> dict[str, Any]:
    """How much of a deadline is left, or how late it is."""
    if due <= now:
        return {"tone": "late", "label": _("%(time)s late") % {"time": timesince(due, now, depth=1)}, "at": due}
    tone = "soon" if due - now < SOON else "calm"
    return {"tone": tone, "label": _("%(time)s left") % {"time": timeuntil(due, now, depth=1)}, "at": due}


def timeline(prospect: Prospect, handovers: list[Handover]) -> list[dict[str, Any]]:
    """Everything that happened, the newest first: what was written down, and every step of case and handovers."""
    firms = {str(handover.pk): handover.firm for handover in handovers}
    types = ContentType.objects.get_for_models(Prospect, Handover)
    entries = (
        ModelLogEntry.objects.filter(
            Q(content_type=types[Prospect], object_id=str(prospect.pk))
            | Q(content_type=types[Handover], object_id__in=list(firms))
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
            "icon": "redirect" if entry.content_type == types[Handover] else "circle-check",
            "is_step": True,
        }
        for entry in entries
    ]
    events += [
        {
            "at": activity.happened_at,
            "title": activity.get_kind_display(),
            "text": activity.text,
            "who": activity.by or "",
            "icon": ICONS[Activity.Kind(activity.kind)],
        }
        for activity in prospect.activities.select_related("by")[:LONGEST_TIMELINE]
    ]
    return sorted(events, key=lambda event: event["at"], reverse=True)


def _who(entry: ModelLogEntry) -> str:
    by = entry.data.get("by") if isinstance(entry.data, dict) else ""
    if by == "prospect":
        return _("the prospect")
    return _("the clock") if by == "clock" else entry.user_display_name if entry.user_id else ""
