"""Agreements for tests, brought where they are by the services that people use."""

from datetime import date, timedelta

from django.utils import timezone

from partners.models import Agreement
from partners.services import draft_agreement, offer_agreement, sign_agreement
from tests.factories import (
    BenefitFactory,
    ClauseFactory,
    ClauseVersionFactory,
    ContributionTierFactory,
    MembershipFactory,
    PartnerFirmFactory,
)

A_DAY = timedelta(days=1)


def clauses() -> list:
    """Clause 1 for all, 2 for first agreements, 3 for renewals, and a clause 4 no longer used."""
    made = [
        ClauseFactory(number=1),
        ClauseFactory(number=2, use="new"),
        ClauseFactory(number=3, use="renewal"),
        ClauseFactory(number=4, is_retired=True),
    ]
    for clause in made:
        ClauseVersionFactory(clause=clause, title_nb=f"Punkt {clause.number}", title_en=f"Point {clause.number}")
    return made


def tier(**facts):
    """A tier with two benefits, one counted and one not."""
    made = ContributionTierFactory(name_nb="Hovedpartner", name_en="Principal partner", **facts)
    BenefitFactory(tier=made, slug="innlegg", name_nb="Innlegg på scenen", name_en="A talk on stage", quantity=2)
    BenefitFactory(tier=made, slug="logo", name_nb="Logo på forsiden", name_en="Logo on the front page")
    return made


def signer(firm):
    """A person entitled to sign for `firm`."""
    return MembershipFactory(firm=firm, administrator=True, may_sign=True).user


def draft(firm=None, *, starts_on: date | None = None, ends_on: date | None = None, **facts) -> Agreement:
    """A draft from today on, for two years."""
    starts = starts_on or timezone.localdate()
    firm = firm or PartnerFirmFactory(without_agreement=True)
    given = {"starts_on": starts, "ends_on": ends_on or starts + timedelta(days=729), **facts}
    return draft_agreement(firm, given.pop("tier", None) or tier(), by=None, **given)


def offered(firm=None, **facts) -> Agreement:
    """One that waits to be signed."""
    made = draft(firm, **facts)
    offer_agreement(made, by=None)
    return made


def signed(firm=None, *, by=None, at=None, **facts) -> Agreement:
    """One signed by somebody entitled to; it runs when its first day has come."""
    made = offered(firm, **facts)
    sign(made, by=by or signer(made.firm), at=at)
    return made


def sign(agreement, *, by, **facts) -> None:
    """Sign as Signe Signator."""
    given = {"name": "Signe Signator", "title": "Daglig leder", "address": "192.0.2.7", **facts}
    sign_agreement(agreement, by=by, **given)
