"""The demo's partnership rounds: one that is over, one that is open, and the firms that want to join."""

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from common.clock import OSLO
from partners.models import (
    Agreement,
    Application,
    ContributionTier,
    Membership,
    PartnershipRound,
    PredecessorProgramme,
    RoundTier,
)
from partners.services import (
    agree,
    clone_tiers,
    decline_application,
    release_due_rounds,
    submit_application,
    take_seat,
    withdraw_application,
)

from .people import STAFF

# The seats of the open round: how many, and how many of them are kept for former partners.
SEATS = {"hovedpartner": (4, 2), "partner": (8, 3), "stottespiller": (2, 2)}

# `steps` are what has happened since it was begun; `days_ago` says when it came.
APPLICATIONS: list[dict[str, Any]] = [
    {
        "company_name": "Tannhjul & Sønn AS",
        "organisation_number": "350417028",
        "tier": "hovedpartner",
        "was_partner": True,
        "contact": ("Torunn Tannhjul", "Daglig leder", "torunn@tannhjul.example"),
        "offers": "Omvisning i en maskinhall som går\nPlass til tre lærlinger på deling",
        "message": "Vi var med i Næringsvekst 2020 og savner fredagsmøtene.",
        "days_ago": 9,
        "steps": ("submit",),
    },
    {
        "company_name": "Bølgeblikk Arkitekter AS",
        "organisation_number": "352156132",
        "tier": "partner",
        "was_partner": False,
        "contact": ("Mina Takås", "Partner", "mina@bolgeblikk.example"),
        "offers": "En skisse av lokalet før du flytter inn",
        "message": "",
        "days_ago": 8,
        "steps": ("submit", "association"),
    },
    {
        "company_name": "Fjordgløtt Regnskap AS",
        "organisation_number": "353895249",
        "tier": "partner",
        "was_partner": True,
        "contact": ("Petter Bilagstad", "Daglig leder", "petter@fjordglott.example"),
        "offers": "Første årsoppgjør til fast pris",
        "message": "",
        "days_ago": 14,
        "steps": ("submit", "association", "municipality"),
    },
    {
        "company_name": "Kaffe og Kabel AS",
        "organisation_number": "355634353",
        "tier": "stottespiller",
        "was_partner": False,
        "contact": ("Amir Kabelvik", "Innehaver", "amir@kaffeogkabel.example"),
        "offers": "Kaffe den første uka",
        "message": "",
        "days_ago": 7,
        "steps": ("submit", "association", "municipality"),
    },
    {
        "company_name": "Sentrumsvask AS",
        "organisation_number": "357373468",
        "tier": "stottespiller",
        "was_partner": False,
        "contact": ("Lena Blankheim", "Avdelingsleder", "lena@sentrumsvask.example"),
        "offers": "Rene vinduer til åpningsdagen",
        "message": "Vi kan begynne når dere vil.",
        "days_ago": 5,
        "steps": ("submit", "association", "municipality"),
    },
    {
        "company_name": "Hurtigpenger AS",
        "organisation_number": "359112572",
        "tier": "hovedpartner",
        "was_partner": False,
        "contact": ("Rolf Rentefot", "Salgssjef", "rolf@hurtigpenger.example"),
        "offers": "Lån på dagen",
        "message": "",
        "days_ago": 6,
        "steps": ("submit", "decline"),
    },
    {
        "company_name": "Ombestemt Eiendom AS",
        "organisation_number": "360851680",
        "tier": "partner",
        "was_partner": False,
        "contact": ("Stine Vinglemoen", "Eiendomssjef", "stine@ombestemt.example"),
        "offers": "",
        "message": "",
        "days_ago": 4,
        "steps": ("submit", "withdraw"),
    },
    {
        "company_name": "Halvferdig Snekkeri AS",
        "organisation_number": "",
        "tier": "stottespiller",
        "was_partner": False,
        "contact": ("Jo Spikerli", "", "jo@halvferdig.example"),
        "offers": "",
        "message": "",
        "days_ago": 1,
        "steps": (),
    },
]

REASON = "Vi tar inn firmaer som nykommere kan ha nytte av i mange år. Hurtiglån er ikke det de trenger først."


def _moment(days: int, hour: int = 9) -> datetime:
    """That many days from today, on the hour."""
    return datetime.combine(timezone.localdate() + timedelta(days=days), time(hour), OSLO)


def load_rounds() -> None:
    """Both rounds, their seats, and the applications of the open one."""
    _load_earlier()
    manager = _staff("programme_manager")
    year = timezone.localdate().year + 1
    clone_tiers(year, by=manager)
    round = PartnershipRound.objects.create(
        name_nb=f"Partnerrunden {year}–{year + 3}",
        name_en=f"The partnership round {year}–{year + 3}",
        opens_at=_moment(-20),
        priority_ends_at=_moment(10, 12),
        closes_at=_moment(45, 16),
        starts_on=date(year, 1, 1),
        ends_on=date(year + 3, 12, 31),
    )
    tiers = {tier.slug: tier for tier in ContributionTier.objects.filter(year=year)}
    for slug, (seats, reserved) in SEATS.items():
        RoundTier.objects.create(round=round, tier=tiers[slug], seats=seats, reserved=reserved)
    liaison = Membership.objects.active().filter(role="liaison", firm__is_owner=True).select_related("user")
    for row in APPLICATIONS:
        _load_application(round, tiers[row["tier"]], row, manager, liaison[0].user)


def _staff(role: str) -> User:
    return User.objects.get(email=next(row["email"] for row in STAFF if row["role"] == role))


def _load_earlier() -> None:
    """The round in which those who take part today came in, over and released."""
    year = timezone.localdate().year
    running = Agreement.objects.running().filter(round=None)
    round = PartnershipRound.objects.create(
        name_nb="Den første runden",
        name_en="The first round",
        opens_at=_moment(-640),
        priority_ends_at=_moment(-610, 12),
        closes_at=_moment(-560, 16),
        starts_on=date(year - 1, 1, 1),
        ends_on=date(year + 2, 12, 31),
        needs_both_owners=False,
    )
    for tier in ContributionTier.objects.filter(year=year):
        firms = running.filter(tier=tier)
        RoundTier.objects.create(round=round, tier=tier, seats=firms.count() + 1, reserved=1)
        for agreement in firms.select_related("firm"):
            take_seat(round, tier, is_former_partner=agreement.firm.is_former_partner)
    running.update(round=round)
    release_due_rounds(_moment(-610, 12))


def _load_application(
    round: PartnershipRound, tier: ContributionTier, row: dict[str, Any], manager: User, liaison: User
) -> None:
    at = _moment(-row["days_ago"], 10)
    if row["was_partner"]:
        PredecessorProgramme.objects.get(slug="naeringsvekst-2020").firms.create(
            organisation_number=row["organisation_number"], name=row["company_name"]
        )
    name, title, email = row["contact"]
    made = Application.objects.create(
        round=round,
        tier=tier,
        submission=uuid.uuid4(),
        company_name=row["company_name"],
        organisation_number=row["organisation_number"],
        contact_name=name,
        contact_title=title,
        contact_email=email,
        offers=row["offers"],
        message=row["message"],
        created_at=at - timedelta(hours=1),
        changed_at=at,
    )
    steps = {
        "submit": lambda: submit_application(made, at=at),
        "association": lambda: agree(made, by=manager, at=at + timedelta(hours=3)),
        "municipality": lambda: agree(made, owner="municipality", by=liaison, at=at + timedelta(hours=5)),
        "decline": lambda: decline_application(made, reason=REASON, by=manager, at=at + timedelta(hours=4)),
        "withdraw": lambda: withdraw_application(made, at=at + timedelta(hours=2)),
    }
    for step in row["steps"]:
        steps[step]()
