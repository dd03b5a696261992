"""What is known of a company is written down, by two people at once too."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from common.workflow import TransitionError

from ..models import Prospect
from ..results import ASKED
from .alike import keep_keys
from .people import add_contact
from .scoring import rescore
from .telling import may_work_with

FACTS = (
    *("company_name", "organisation_number", "country", "website", "industry", "source", "kind"),
    *("employees", "jobs", "area", "time_frame", "readiness", "decision_on", "established_on", "need"),
)
"""The fields of a prospect that staff write."""


class FactsConflict(TransitionError):
    """Somebody saved meanwhile: `stored` is the case as it stands, `theirs` the fields that differ from what one began
    with and from what one wants to write."""

    def __init__(self, stored: Prospect, theirs: list[str]):
        super().__init__(_("Somebody else changed the case while you wrote."), code="conflict")
        self.stored = stored
        self.theirs = theirs


@transaction.atomic
def open_case(
    values: Mapping[str, Any], *, contact: Mapping[str, Any] | None, by: Any, is_answered_for: bool = True
) -> Prospect:
    """Begin a case by hand, for somebody who called or whom we found; `values` are FACTS, `contact` its first person.

    Whoever opens it answers for it, unless `is_answered_for` says that nobody does yet. A case that we found ourselves
    waits for no answer: its clock runs only for those who asked.
    """
    facts = {name: values[name] for name in FACTS if name in values}
    if facts["source"] not in ASKED:
        facts["answer_due_at"] = None
    prospect = Prospect.objects.create(**facts, adviser=by if is_answered_for else None)
    if contact and contact.get("name"):
        add_contact(prospect, contact, by=by, is_logged=False)
    keep_keys(prospect)
    log(prospect, "prospects.opened", user=by, data={"source": prospect.source})
    rescore(prospect)
    return prospect


@transaction.atomic
def save_facts(prospect: Prospect, values: Mapping[str, Any], *, revision: int, by: Any) -> list[str]:
    """Write `values` (of FACTS) in the case; returns the names of the fields that changed.

    `revision` is the one `by` began from. Raises FactsConflict when somebody has saved since; nothing is then written.
    """
    stored = Prospect.objects.get(pk=prospect.pk)
    changed = [name for name in FACTS if name in values and getattr(stored, name) != values[name]]
    new = {name: values[name] for name in changed}
    mine = Prospect.objects.filter(pk=prospect.pk, revision=revision)
    if not mine.update(**new, revision=F("revision") + 1):
        raise FactsConflict(stored, changed)
    prospect.refresh_from_db()
    keep_keys(prospect)
    if changed:
        log(prospect, "prospects.facts_changed", user=by, data={"fields": changed})
    rescore(prospect)
    return changed


@transaction.atomic
def assign(prospect: Prospect, *, adviser: User | None, team: Iterable[User], by: Any) -> None:
    """Say who answers for the case and who helps. Raises TransitionError for somebody who may not work with cases."""
    helpers = [person for person in team if adviser is None or person.pk != adviser.pk]
    for person in [*([adviser] if adviser else []), *helpers]:
        if not may_work_with(person):
            raise TransitionError(_("%(who)s does not work with cases.") % {"who": person}, code="role")
    Prospect.objects.filter(pk=prospect.pk).update(adviser=adviser)
    prospect.adviser = adviser
    prospect.team.set(helpers)
    data = {"adviser": adviser.pk if adviser else None, "team": [person.pk for person in helpers]}
    log(prospect, "prospects.assigned", user=by, data=data)
