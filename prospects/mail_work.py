"""The letters of the work itself: tasks, and clocks that run out."""

from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.roles import is_staff_member
from common.mail import Letter, absolute, letter
from partners.models import Topic
from partners.services import tell

from .mail import _still_offered, when_in_words
from .models import ClockNotice, MunicipalRequest, Prospect, Task


def staff_reader(pk: int):
    """The user `pk` while that is active staff, else None."""
    user = get_user_model().objects.filter(pk=pk, is_active=True).first()
    return user if user is not None and is_staff_member(user) else None


def _task_letter(task: int, reader: int, subject: Any, text: Any) -> Letter | None:
    user = staff_reader(reader)
    if user is None:
        return None
    found = Task.objects.visible_to(user).open().select_related("prospect", "created_by").filter(pk=task).first()
    if found is None or not found.assignees.filter(pk=user.pk).exists():
        return None
    with translation.override(user.language):
        values = {"what": found.text, "who": found.created_by or _("The programme"), "company": found.prospect}
        facts = [(_("Company"), str(found.prospect)), (_("Due"), when_in_words(found.due_at))]
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=str(subject) % values,
            paragraphs=[str(text) % values, found.text],
            facts=facts,
            action=(_("Open the case"), absolute(reverse("prospects:case", args=[found.prospect_id]) + "#tasks")),
        )


@letter("task_given")
def task_given(task: int, reader: int) -> Letter | None:
    """To whoever got it: what is to be done, and by when."""
    return _task_letter(
        task,
        reader,
        gettext_lazy("For you: %(what)s"),
        gettext_lazy("%(who)s has given you a task in the case of %(company)s."),
    )


@letter("task_reminder")
def task_reminder(task: int, reader: int) -> Letter | None:
    """To those who have it: you wanted to be reminded."""
    return _task_letter(
        task, reader, gettext_lazy("Reminder: %(what)s"), gettext_lazy("This is still to be done for %(company)s.")
    )


def _still_running(notices: list[ClockNotice]) -> list[ClockNotice]:
    """Those of which the promise has not been kept, moved or given up since."""
    cases = Prospect.objects.awaiting_first_answer()
    open_tasks = Task.objects.open().filter(prospect__standing="ongoing")
    subjects = {kind: {one.subject for one in notices if one.kind == kind} for kind in ClockNotice.Kind}
    due = {
        ClockNotice.Kind.ANSWER: dict(
            cases.filter(pk__in=subjects[ClockNotice.Kind.ANSWER]).values_list("pk", "answer_due_at")
        ),
        ClockNotice.Kind.PROMISE: dict(
            open_tasks.filter(pk__in=subjects[ClockNotice.Kind.PROMISE]).values_list("pk", "due_at")
        ),
        ClockNotice.Kind.MUNICIPAL: dict(
            MunicipalRequest.objects.awaiting_answer()
            .filter(pk__in=subjects[ClockNotice.Kind.MUNICIPAL])
            .values_list("pk", "due_at")
        ),
    }
    return [one for one in notices if due[ClockNotice.Kind(one.kind)].get(one.subject) == one.due_at]


@letter("clocks_due")
def clocks_due(reader: int, notices: str) -> Letter | None:
    """To whoever keeps them, and when they have broken to the managers: these promises, one line each."""
    user = staff_reader(reader)
    keys = [int(key) for key in notices.split(",") if key]
    if user is None:
        return None
    asked = ClockNotice.objects.filter(pk__in=keys, prospect__in=Prospect.objects.visible_to(user))
    found = _still_running(list(asked.select_related("prospect").order_by("due_at", "pk")))
    if not found:
        return None
    is_broken = found[0].level == ClockNotice.Level.ESCALATED
    words = dict(
        Task.objects.filter(pk__in=[one.subject for one in found if one.kind == ClockNotice.Kind.PROMISE]).values_list(
            "pk", "text"
        )
    )
    with translation.override(user.language):
        number = len(found)
        if is_broken:
            subject = ngettext("A promise is broken", "%(number)s promises are broken", number)
            text = ngettext(
                "The deadline has passed and nobody has kept it. Call first, and explain afterwards.",
                "The deadlines have passed and nobody has kept them. Call first, and explain afterwards.",
                number,
            )
        else:
            subject = ngettext("A promise is due soon", "%(number)s promises are due soon", number)
            text = ngettext("It is still to be kept.", "They are still to be kept.", number)
        facts = [
            (
                str(one.prospect),
                f"{words.get(one.subject, one.get_kind_display())} · {when_in_words(one.due_at)}"
                if one.kind == ClockNotice.Kind.PROMISE
                else f"{one.get_kind_display()} · {when_in_words(one.due_at)}",
            )
            for one in found
        ]
        one_case = {one.prospect_id for one in found}
        where = reverse("prospects:case", args=[one_case.pop()]) if len(one_case) == 1 else reverse("prospects:my_day")
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=subject % {"number": number},
            paragraphs=[text],
            facts=facts,
            action=(_("Open the case") if number == 1 else _("Open my day"), absolute(where)),
        )


tell(
    "handover_reminder",
    Topic.HANDOVER,
    subject=gettext_lazy("Your answer is due soon"),
    sentence=gettext_lazy(
        "A prospect waits for your answer. Without one the offer lapses, and somebody else is asked."
    ),
    to="portal:handover",
    at=("handover",),
    button=gettext_lazy("See and answer"),
    still=_still_offered,
)
