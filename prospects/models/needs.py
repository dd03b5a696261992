"""What each stage asks for before the next: declared once, told in words, and led to by a link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from .choices import Establishment

if TYPE_CHECKING:
    from .case import Prospect


@dataclass(frozen=True)
class Missing:
    """Something a case lacks: in words, and `field`, the id of where on the case page it is filled in."""

    text: Any
    field: str

    def __str__(self) -> str:
        return str(self.text)


@dataclass(frozen=True)
class Need:
    """Something a stage asks for: `met` says whether a case has it."""

    text: Any
    field: str
    met: Callable[[Any], bool]

    def missing(self) -> Missing:
        """What to say of it when it lacks."""
        return Missing(self.text, self.field)


def _was_here(prospect: Prospect) -> bool:
    return prospect.activities.filter(status="filed", kind__in=("meeting", "visit")).exists()


_KIND = Need(
    _("What kind of establishment it is"), "facts_kind", lambda prospect: prospect.kind != Establishment.UNKNOWN
)
_JOBS = Need(_("How many jobs it means here"), "facts_jobs", lambda prospect: prospect.jobs is not None)

NEEDS: dict[str, tuple[Need, ...]] = {
    "new": (
        Need(
            _("A description for sharing, without anything that tells who they are"),
            "qualify_anonymous_need_nb",
            lambda prospect: bool(prospect.anonymous_need_nb.strip()),
        ),
    ),
    "qualified": (
        Need(
            _("A first answer from a person: a call, a mail or a meeting"),
            "log_text",
            lambda prospect: prospect.answered_at is not None,
        ),
        Need(_("A person to talk to"), "people", lambda prospect: prospect.contacts.exists()),
    ),
    "contacted": (_KIND, Need(_("A meeting with them, or a visit here"), "log_text", _was_here)),
    "shown": (
        _JOBS,
        Need(_("When they decide"), "facts_decision_on", lambda prospect: prospect.decision_on is not None),
    ),
    "deciding": (
        _KIND,
        _JOBS,
        Need(_("The day they came"), "facts_established_on", lambda prospect: prospect.established_on is not None),
    ),
}


def missing_for(prospect: Prospect) -> list[Missing]:
    """What the stage of `prospect` still asks for, in the order it is told."""
    return [need.missing() for need in NEEDS.get(prospect.stage, ()) if not need.met(prospect)]
