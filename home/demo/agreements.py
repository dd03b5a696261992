"""The demo's agreements: offered and signed by the services that people use, back-dated; and benefits given."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import F
from django.utils import timezone

from accounts.models import User
from common.clock import OSLO
from common.models import OutgoingMail
from partners.models import (
    Agreement,
    Benefit,
    BenefitPool,
    BenefitYear,
    Clause,
    ContributionTier,
    Membership,
    Notification,
    PartnerFirm,
)
from partners.services import (
    deliver_benefit,
    draft_agreement,
    offer_agreement,
    open_benefits_early,
    renew_agreement,
    sign_agreement,
    start_and_end_agreements,
    write_clause,
)

from .clauses import CLAUSES
from .firms import FIRMS
from .firms.tiers import CONFLICTS, POOLS
from .people import STAFF

ENDS_SOON, RENEWED, HAD_ONE_BEFORE = "skumtopp", "vinkel-og-vater", "nattbro"
TWO_INSTALMENTS = {"elvebris", "tautrekk"}
# firm, benefit, how many, days ago, what it was, where it can be seen, whether a picture is kept
DELIVERIES: list[tuple[str, str, int, int, str, str, bool]] = [
    ("elvebris", "innlegg", 1, 160, "Kari Flomvik om prøveleie, frokosten i juni", "", True),
    ("elvebris", "bord", 1, 120, "Møtet om årets satsingsbransjer", "", False),
    ("elvebris", "logo", 1, 300, "Logo og omtale på forsiden", "https://elvebris.example/nyheter/forsiden", False),
    ("stromkanten", "innlegg", 1, 130, "Samira Haugdal om lån til nystartede", "", False),
    ("stromkanten", "innlegg", 1, 40, "Nils Rentemoen om renta og roen", "https://stromkanten.example/foredrag", False),
    ("brohode", "frokost", 4, 160, "Fire plasser på frokosten i juni", "", False),
    ("brohode", "frokost", 3, 40, "Tre plasser på frokosten i oktober", "", False),
    ("kveldsvakt", "frokost", 4, 40, "Fire plasser på frokosten i oktober", "", False),
    ("tautrekk", "stand", 1, 25, "Stand på høstmøtet, med pall", "", False),
    ("morkebrent", "frokost", 2, 40, "To plasser på frokosten i oktober, og kaffen", "", False),
]


def load_agreements() -> None:
    """Clauses, what is shared, an agreement for every firm, and what the firms got under them."""
    manager = User.objects.get(email=next(row["email"] for row in STAFF if row["role"] == "programme_manager"))
    for row in CLAUSES:
        clause = Clause.objects.create(number=row["number"], use=row["use"])
        write_clause(
            clause,
            by=manager,
            **{f"{part}_{language}": row[part][language] for part in ("title", "text") for language in ("nb", "en")},
        )
    _load_capacities()
    tiers = {tier.slug: tier for tier in ContributionTier.objects.filter(year=timezone.localdate().year)}
    for row in FIRMS:
        _load_firm(PartnerFirm.objects.get(slug=row["slug"]), tiers[row["tier"]], manager)
    start_and_end_agreements()
    _load_deliveries(manager)
    _what_is_past_is_no_news()
    # After the silence: this one is offered today, and waits to be signed.
    running = Agreement.objects.running().get(firm__slug=RENEWED)
    after = renew_agreement(running, tier=running.tier, ends_on=date(running.ends_on.year + 3, 12, 31), by=manager)
    offer_agreement(after, by=manager)
    open_benefits_early(after, by=manager)


def _load_capacities() -> None:
    year = timezone.localdate().year
    for slug, row in POOLS.items():
        for each in (year - 1, year, year + 1):
            BenefitPool.objects.create(
                year=each, slug=slug, name_nb=row["nb"], name_en=row["en"], capacity=row["capacity"]
            )
        this = BenefitPool.objects.get(slug=slug, year=year)
        Benefit.objects.filter(tier__year=year, slug=row["benefit"]).update(pool=this)
    for one, other in CONFLICTS:
        for benefit in Benefit.objects.filter(tier__year=year, slug=one):
            benefit.conflicts_with.set(Benefit.objects.filter(tier=benefit.tier, slug=other))


def _load_firm(firm: PartnerFirm, tier: ContributionTier, manager: User) -> None:
    today = timezone.localdate()
    first, last = date(today.year - 1, 1, 1), date(today.year + 2, 12, 31)
    renews = None
    if firm.slug == HAD_ONE_BEFORE:
        renews = _agree(firm, tier, date(today.year - 3, 1, 1), date(today.year - 2, 12, 31), None, manager)
    if firm.slug == ENDS_SOON:
        last = today + timedelta(days=45)
    if firm.slug == RENEWED:
        last = max(date(today.year, 12, 31), today + timedelta(days=20))
    _agree(firm, tier, first, last, renews, manager)


def _agree(
    firm: PartnerFirm,
    tier: ContributionTier,
    starts_on: date,
    ends_on: date,
    renews: Agreement | None,
    manager: User,
) -> Agreement:
    """Offered six weeks before its first day, and signed two weeks later by the firm's administrator."""
    made = draft_agreement(
        firm,
        tier,
        starts_on=starts_on,
        ends_on=ends_on,
        instalments=2 if firm.slug in TWO_INSTALMENTS else 1,
        renews=renews,
        by=manager,
    )
    offered_at = datetime.combine(starts_on - timedelta(days=42), time(10), OSLO)
    offer_agreement(made, by=manager, at=offered_at)
    seat = Membership.objects.entitled_to_sign().select_related("user").get(firm=firm)
    person: Any = seat.user
    sign_agreement(
        made,
        name=person.get_full_name(),
        title="Daglig leder",
        address="192.0.2.10",
        by=person,
        at=offered_at + timedelta(days=14, hours=3, minutes=firm.pk % 50),
    )
    return made


def _load_deliveries(manager: User) -> None:
    today = timezone.localdate()
    for slug, benefit, quantity, days_ago, note, url, has_picture in DELIVERIES:
        day = max(today - timedelta(days=days_ago), date(today.year, 1, 1))
        account = BenefitYear.objects.get(
            benefit__agreement__firm__slug=slug, benefit__source__slug=benefit, year=day.year
        )
        deliver_benefit(
            account,
            quantity=quantity,
            delivered_on=day,
            note=note,
            evidence_url=url,
            evidence=ContentFile(_picture(), name="bevis.png") if has_picture else None,
            by=manager,
            at=datetime.combine(day, time(14), OSLO),
        )


def _picture() -> bytes:
    """A plain picture: a stage in the evening, if one wants to see it so."""
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (320, 180), "#0c4e57").save(file, "PNG")
    return file.getvalue()


def _what_is_past_is_no_news() -> None:
    """What happened long ago was read long ago, and no letter about it goes out today."""
    Notification.objects.filter(read_at=None).update(read_at=F("created_at"))
    told = ("notification", "agreement_signed")
    OutgoingMail.objects.filter(kind__in=told, sent_at=None).update(dropped_at=timezone.now())
