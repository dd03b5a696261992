"""The letter of the morning."""

from datetime import date

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common.mail import Letter, absolute, letter

from . import clocks
from .mail_work import staff_reader
from .models import Activity, Prospect, Task
from .rights import VIEW

MOST = 12


@letter("morning_letter")
def morning_letter(reader: int, day: str) -> Letter | None:
    """To whoever wants it: what breaks today, what is to be done, what came in. Nothing when the day asks nothing."""
    user = staff_reader(reader)
    now = timezone.now()
    if user is None or not user.has_perm(VIEW) or date.fromisoformat(day) != timezone.localdate():
        return None
    ends = clocks.end_of_working_day(now)
    breaking = clocks.running(user, mine=True, before=ends, most=MOST)
    promised = [one.subject for one in breaking if one.kind == clocks.Kind.PROMISE]
    mine = Task.objects.visible_to(user).open().of(user).filter(prospect__standing="ongoing")
    tasks = list(mine.filter(due_at__lte=ends).exclude(pk__in=promised).select_related("prospect")[:MOST])
    rested = (
        Prospect.objects.visible_to(user).of(user).filter(standing="resting", rests_until__lte=timezone.localdate())
    )
    unread = Activity.objects.visible_to(user).filter(status=Activity.Status.DRAFT).count()
    resting = rested.count()
    if not (breaking or tasks or unread or resting):
        return None
    with translation.override(user.language):
        number = len(breaking) + len(tasks)
        paragraphs = [
            ngettext("One thing wants you today.", "%(number)s things want you today.", number) % {"number": number}
            if number
            else _("Nothing is due today."),
        ]
        said = [
            (
                unread,
                ngettext(
                    "One mail came in and is not read yet.", "%(number)s mails came in and are not read yet.", unread
                ),
            ),
            (
                resting,
                ngettext("One case has rested long enough.", "%(number)s cases have rested long enough.", resting),
            ),
        ]
        paragraphs += [text % {"number": count} for count, text in said if count]
        at = [(one.due_at, str(one.prospect), one.what) for one in breaking]
        at += [(task.due_at, str(task.prospect), task.text) for task in tasks]
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=_("Your day, %(day)s") % {"day": date_format(timezone.localdate(), _("l j F"))},
            paragraphs=paragraphs,
            facts=[
                (company, f"{what} · {date_format(timezone.localtime(due), 'SHORT_DATETIME_FORMAT')}")
                for due, company, what in sorted(at)
            ],
            action=(_("Open my day"), absolute(reverse("prospects:my_day"))),
            closing=[_("You get this because you asked for it. Turn it off under your account in the admin.")],
        )
