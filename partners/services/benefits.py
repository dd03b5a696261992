"""Benefits: opening the accounts of an agreement, delivering, and taking a delivery back."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from common.workflow import TransitionError
from partners.models import (
    Agreement,
    AgreementBenefit,
    BenefitDelivery,
    BenefitPool,
    BenefitYear,
    ContributionTier,
    PartnerFirm,
    Topic,
)

from .benefit_use import counted_elsewhere, uses_of
from .notices import notify

LARGEST_EVIDENCE = 10_000_000  # bytes
MOST_AT_ONCE, MOST_EVER = 1_000, 32_767
# How a file of each kind begins, and the ending it is kept under.
BEGINNINGS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
EVIDENCE_TYPES = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}


def copy_benefits(agreement: Agreement, tier: ContributionTier) -> None:
    """Write into the agreement all that its tier's benefits say today, so that nothing changed later changes it."""
    benefits = tier.benefits.filter(is_retired=False).select_related("pool").prefetch_related("conflicts_with")
    names = ("slug", "name_nb", "name_en", "quantity", "delivered_by_id", "sort_order")
    AgreementBenefit.objects.bulk_create(
        AgreementBenefit(
            agreement=agreement,
            source=benefit,
            pool_slug=benefit.pool.slug if benefit.pool else "",
            conflicts=sorted({other.slug for other in benefit.conflicts_with.all()}),
            **{name: getattr(benefit, name) for name in names},
        )
        for benefit in benefits
    )


def open_benefit_years(agreement: Agreement) -> list[BenefitYear]:
    """Open an account for each benefit and year of the agreement; run again it opens nothing twice.

    What comes from a shared capacity takes from the one of its year. What it says was copied when it was offered.
    """
    pools = {(pool.slug, pool.year): pool for pool in BenefitPool.objects.filter(year__in=agreement.years)}
    made = []
    for benefit in agreement.benefits.all():
        for year in agreement.years:
            account, is_new = BenefitYear.objects.get_or_create(
                benefit=benefit,
                year=year,
                defaults={"quantity": benefit.quantity, "pool": pools.get((benefit.pool_slug, year))},
            )
            if is_new:
                made.append(account)
    return made


def evidence_kind(file: File) -> str:
    """The ending under which a file of evidence is kept: pdf, png or jpg, by how it begins, not by its name.

    Raises ValidationError when it is none of them, empty, or larger than 10 MB.
    """
    if not file.size:
        raise ValidationError(_("The file is empty."), code="empty")
    if file.size > LARGEST_EVIDENCE:
        raise ValidationError(_("The file is larger than 10 MB."), code="large")
    file.seek(0)
    begins = file.read(16)
    file.seek(0)
    for beginning, ending in BEGINNINGS.items():
        if begins.startswith(beginning):
            return ending
    raise ValidationError(_("Only PDF, PNG and JPEG files can be evidence."), code="kind")


def deliver_benefit(
    account: BenefitYear,
    *,
    quantity: int = 1,
    delivered_on: date | None = None,
    note: str = "",
    evidence_url: str = "",
    evidence: File | None = None,
    by: User | None,
    at: datetime | None = None,
) -> BenefitDelivery:
    """Write down what the firm got, and count it: from its own account and from the shared capacity, both or none.

    Raises ValidationError for a day that is to come or outside the agreement, for a file that is no evidence, and
    TransitionError when too little is left or when it cannot be had together with what the firm has used this year.
    """
    now = at or timezone.now()
    delivery = BenefitDelivery(
        account=account,
        quantity=quantity,
        delivered_on=delivered_on or timezone.localdate(now),
        note=note.strip(),
        evidence_url=evidence_url,
        created_at=now,
        created_by=by,
    )
    if evidence is not None:
        delivery.evidence.save(f"x.{evidence_kind(evidence)}", evidence, save=False)
    try:
        with transaction.atomic():
            _deliver(delivery, today=timezone.localdate(now))
    except BaseException:
        # The file was written before the row: it does not stay behind alone.
        if delivery.evidence:
            delivery.evidence.storage.delete(str(delivery.evidence.name))
        raise
    account.refresh_from_db()
    return delivery


def _deliver(delivery: BenefitDelivery, *, today: date) -> None:
    account, count = _locked(delivery.account), delivery.quantity
    if not 1 <= count <= MOST_AT_ONCE:
        raise _wrong("quantity", _("From 1 to %(most)s.") % {"most": MOST_AT_ONCE}, code="quantity")
    delivery.full_clean(exclude=["account"])
    _check_day(account, delivery.delivered_on, today)
    if account.benefit.slug in counted_elsewhere():
        raise TransitionError(_("This benefit is counted by itself, where it is given."), code="counted")
    _check_conflicts(account)
    _take(account, count)
    delivery.save()
    agreement = account.benefit.agreement
    about: dict[str, Any] = {"benefit": str(account.benefit.name_nb), "year": account.year, "quantity": count}
    log(agreement, "partners.benefit_delivered", user=delivery.created_by, data={**about, "delivery": delivery.pk})
    notify(
        agreement.firm,
        topic=Topic.BENEFIT,
        kind="benefit_delivered",
        at=delivery.created_at,
        delivery=delivery.pk,
        quantity=count,
        benefit_nb=account.benefit.name_nb,
        benefit_en=account.benefit.name_en,
        delivered_on=delivery.delivered_on,
    )


def _locked(account: BenefitYear) -> BenefitYear:
    """The account as it is now, while nobody else delivers to the firm: two that exclude each other cannot meet."""
    found = BenefitYear.objects.select_related("benefit__agreement__firm").get(pk=account.pk)
    PartnerFirm.objects.select_for_update(no_key=True).get(pk=found.benefit.agreement.firm_id)
    found.refresh_from_db(fields=["used", "quantity", "pool"])
    return found


def _check_day(account: BenefitYear, day: date, today: date) -> None:
    agreement = account.benefit.agreement
    if day > today:
        raise _wrong("delivered_on", _("That day has not come yet."), code="future")
    is_early = day < agreement.starts_on and account.year == agreement.starts_on.year
    if day.year != account.year and not is_early:
        raise _wrong("delivered_on", _("This is counted in %(year)s.") % {"year": account.year}, code="year")
    if not agreement.gave_benefits(day):
        text = _("The agreement gave no benefits on %(day)s.") % {"day": date_format(day, "DATE_FORMAT")}
        raise _wrong("delivered_on", text, code="outside")


def _wrong(field: str, text: str, *, code: str) -> ValidationError:
    return ValidationError({field: ValidationError(text, code=code)})


def _check_conflicts(account: BenefitYear) -> None:
    """Whichever of the two agreements says so: what excludes the other is excluded by it."""
    firm, slug = account.benefit.agreement.firm_id, account.benefit.slug
    same_year = BenefitYear.objects.filter(benefit__agreement__firm=firm, year=account.year).exclude(benefit__slug=slug)
    others = list(same_year.select_related("benefit__agreement"))
    excluded = [one for one in others if one.benefit.slug in account.benefit.conflicts or slug in one.benefit.conflicts]
    uses = uses_of(excluded) if excluded else {}
    other = next((one for one in excluded if uses[one.pk].used), None)
    if other is not None:
        text = _("The firm has used “%(other)s” this year, and cannot have both.")
        raise TransitionError(text % {"other": other.benefit.name}, code="conflict")


def _take(account: BenefitYear, count: int) -> None:
    """Count it, in the account and in what is shared. Raises TransitionError; the caller's transaction undoes both.

    What the firm has used of the same benefit under another agreement this year counts, and the better quantity.
    """
    slug = account.benefit.pool_slug
    if account.pool is None and account.used == 0 and slug:
        # The capacity of a later year is entered after the agreement was signed.
        account.pool = BenefitPool.objects.filter(slug=slug, year=account.year).first()
        if account.pool is None:
            known = BenefitPool.objects.filter(slug=slug).first()
            text = _("Enter first how many there are of “%(name)s” in %(year)s.")
            name = known.name if known else account.benefit.name
            raise TransitionError(text % {"name": name, "year": account.year}, code="no_pool")
        BenefitYear.objects.filter(pk=account.pk).update(pool=account.pool)
    use = uses_of([account])[account.pk]
    mine = BenefitYear.objects.filter(pk=account.pk, used=account.used)
    if use.quantity is None:
        if account.used + count > MOST_EVER or not mine.update(used=F("used") + count, quantity=None):
            raise TransitionError(_("That is more than we can count."), code="used_up")
    elif use.used + count > use.quantity or not mine.update(used=F("used") + count, quantity=use.quantity):
        text = _("Too few are left: %(left)s of %(quantity)s.")
        raise TransitionError(text % {"left": use.left, "quantity": use.quantity}, code="used_up")
    if account.pool_id is None:
        return
    shared = BenefitPool.objects.filter(pk=account.pool_id)
    if not shared.filter(capacity__gte=F("taken") + count).update(taken=F("taken") + count):
        pool = shared.get()
        text = _("Too few are left for all firms together: %(left)s of %(capacity)s “%(name)s”.")
        raise TransitionError(
            text % {"left": pool.left, "capacity": pool.capacity, "name": pool.name}, code="pool_empty"
        )


@transaction.atomic
def undo_delivery(delivery: BenefitDelivery, *, by: User | None, at: datetime | None = None) -> None:
    """Take back a delivery that was entered by mistake: the account and the shared capacity get it back.

    It stays in sight, marked. Raises TransitionError when it is undone already.
    """
    account = _locked(delivery.account)
    now = at or timezone.now()
    changed = BenefitDelivery.objects.filter(pk=delivery.pk, undone_at=None).update(undone_at=now, undone_by=by)
    if not changed:
        raise TransitionError(_("This delivery is undone already."), code="undone")
    BenefitYear.objects.filter(pk=account.pk).update(used=F("used") - delivery.quantity)
    if account.pool_id is not None:
        BenefitPool.objects.filter(pk=account.pool_id).update(taken=F("taken") - delivery.quantity)
    delivery.refresh_from_db()
    agreement = account.benefit.agreement
    log(agreement, "partners.benefit_undone", user=by, timestamp=now, data={"delivery": delivery.pk})
