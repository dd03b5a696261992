"""Rounds: the seats of each tier, the release of those kept for former partners, and next year's tiers."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role, has_role
from common.workflow import TransitionError
from partners.models import Agreement, Application, Benefit, BenefitPool, ContributionTier, PartnershipRound, RoundTier


# --- seats ------------------------------------------------------------------------------------------------------------
def take_seat(round: PartnershipRound, tier: ContributionTier, *, is_former_partner: bool = False) -> bool:
    """Take a seat of `tier`: a kept one first for a former partner, else a free one. False when there is none.

    Each try is one conditional UPDATE, so that of many who want the last seat one gets it. Call it in the transaction
    that gives the seat to a firm.
    """
    row = RoundTier.objects.filter(round=round, tier=tier)
    if is_former_partner:
        kept = row.filter(reserved__gt=0)
        if kept.update(reserved=F("reserved") - 1, taken=F("taken") + 1):
            return True
    return bool(row.filter(seats__gt=F("reserved") + F("taken")).update(taken=F("taken") + 1))


def give_back_seat(round: PartnershipRound, tier: ContributionTier) -> bool:
    """A taken seat falls free, for anybody. False when none was taken."""
    return bool(RoundTier.objects.filter(round=round, tier=tier, taken__gt=0).update(taken=F("taken") - 1))


def take_seat_of(agreement: Agreement, *, at: datetime) -> None:
    """The seat of an agreement that is made by hand in a round and is being offered; those who wait come first.

    One that comes from an application has its seat already. Raises TransitionError when none is free.
    """
    round = agreement.round
    if round is None or agreement.application_id is not None:
        return
    give_seats_to_waiting(round, agreement.tier, at=at)
    comes_first = round.is_in_priority_window(at) and agreement.firm.is_former_partner
    if not take_seat(round, agreement.tier, is_former_partner=comes_first):
        said = _("No seat of this tier is free in the round. Add one on its board, or take the draft out of the round.")
        raise TransitionError(said, code="full")


def free_seat_of(agreement: Agreement, *, at: datetime | None = None) -> None:
    """The seat of an agreement in a round which is taken back or terminated goes to whoever waits for it.

    Every agreement in a round has taken one by the time it is offered, whether or not it comes from an application.
    """
    if agreement.round is None:
        return
    if give_back_seat(agreement.round, agreement.tier):
        give_seats_to_waiting(agreement.round, agreement.tier, at=at)


@transaction.atomic
def set_seats(
    round: PartnershipRound,
    tier: ContributionTier,
    *,
    seats: int,
    reserved: int,
    by: User,
    seen: tuple[int, int] | None = None,
) -> None:
    """How many seats a tier has in a round, and how many are kept for former partners. Those who wait get new ones.

    `seen` are the seats and kept seats that `by` looked at. Raises ValidationError when `by` is no programme manager,
    when they are others by now, when more are taken already than would be left, when all rounds together would have
    more than the tier has room for, or when seats would be kept that the round has released.
    """
    _only_managers(by)
    tier = ContributionTier.objects.select_for_update(no_key=True).get(pk=tier.pk)  # its rounds share one capacity
    row, _is_new = RoundTier.objects.get_or_create(round=round, tier=tier, defaults={"seats": 0})
    if reserved and round.released_at is not None:
        raise ValidationError(_("The seats kept for former partners have been released already."), code="released")
    if reserved > seats:
        raise ValidationError(_("More seats cannot be kept than there are."), code="seats")
    _check_capacity(tier, row, seats)
    fitting = RoundTier.objects.filter(pk=row.pk, taken__lte=seats - reserved)
    if seen is not None:
        fitting = fitting.filter(seats=seen[0], reserved=seen[1])
    if not fitting.update(seats=seats, reserved=reserved):
        row.refresh_from_db()
        if seen is not None and seen != (row.seats, row.reserved):
            said = _("Meanwhile it is %(seats)s seats, of which %(reserved)s are kept. Look once more, and save again.")
            raise ValidationError(said % {"seats": row.seats, "reserved": row.reserved}, code="stale")
        raise ValidationError(_("More seats are taken already than would be left."), code="seats")
    data = {"tier": tier.slug, "seats": seats, "reserved": reserved}
    log(round, "partners.round_seats_set", user=by, data=data)
    give_seats_to_waiting(round, tier)


def _check_capacity(tier: ContributionTier, row: RoundTier, seats: int) -> None:
    """Fewer than before is always possible."""
    if tier.capacity is None or seats <= row.seats:
        return
    others = RoundTier.objects.filter(tier=tier).exclude(pk=row.pk).aggregate(total=Sum("seats"))["total"] or 0
    if others + seats > tier.capacity:
        said = _("The tier has room for %(capacity)s firms, and other rounds have %(others)s of its seats.")
        raise ValidationError(said % {"capacity": tier.capacity, "others": others}, code="capacity")


# --- the end of the window --------------------------------------------------------------------------------------------
def release_due_rounds(now: datetime | None = None) -> int:
    """Release what is left of the seats kept for former partners, and give free seats to those who wait.

    Asks what is due and not yet done: a late run loses nothing, since no other firm can take a kept seat before it.
    Returns how many rounds were released.
    """
    moment = now or timezone.now()
    count = 0
    for round in PartnershipRound.objects.to_release(moment).order_by("priority_ends_at", "pk"):
        count += _release(round, moment)
    waiting = Application.objects.in_line().with_a_seat_to_have().order_by().values_list("round", "tier").distinct()
    for round_pk, tier_pk in list(waiting):
        give_seats_to_waiting(
            PartnershipRound.objects.get(pk=round_pk), ContributionTier.objects.get(pk=tier_pk), at=now
        )
    return count


@transaction.atomic
def _release(round: PartnershipRound, moment: datetime) -> bool:
    """Release one round, once. A former partner that came in time and is not decided yet has a seat held for it."""
    if not PartnershipRound.objects.filter(pk=round.pk, released_at=None).update(released_at=moment):
        return False
    # Locked in the order in which a decision locks them, an application before its tier, so that neither waits in vain.
    candidates = list(
        Application.objects.select_for_update(of=("self",)).kept_seats_for(round).values_list("pk", "tier_id")
    )
    held: dict[str, int] = {}
    released: dict[str, int] = {}
    for row in RoundTier.objects.select_for_update(of=("self",)).filter(round=round).select_related("tier"):
        claims = [pk for pk, tier_id in candidates if tier_id == row.tier_id][: row.reserved]
        Application.objects.filter(pk__in=claims).update(holds_seat=True)
        RoundTier.objects.filter(pk=row.pk).update(taken=F("taken") + len(claims), reserved=0)
        held[row.tier.slug], released[row.tier.slug] = len(claims), row.reserved - len(claims)
    round.released_at = moment
    log(round, "partners.round_released", timestamp=moment, data={"by": "clock", "released": released, "held": held})
    for tier in round.tiers.select_related("tier"):
        give_seats_to_waiting(round, tier.tier, at=moment)
    return True


def give_seats_to_waiting(round: PartnershipRound, tier: ContributionTier, *, at: datetime | None = None) -> int:
    """Approve those who wait for a seat of `tier`, first come first served, while there are seats; returns how many."""
    from .admissions import approve_in_line

    given = 0
    line = Application.objects.in_line().filter(round=round, tier=tier).with_a_seat_to_have()
    for application in line.select_related("round", "tier", "firm"):
        row = RoundTier.objects.get(round=round, tier=tier)
        if row.free <= 0 and row.reserved <= 0:
            break
        given += approve_in_line(application, at=at)
    return given


# --- tiers ------------------------------------------------------------------------------------------------------------
def clone_tiers(year: int, *, by: User) -> list[ContributionTier]:
    """Make the tiers of `year` from those of the latest year before it, with benefits and shared capacities.

    What is retired is left behind. A tier that `year` has already, by its short name, stays as it is: run again, it
    adds nothing. Returns the new tiers. Raises ValidationError when `by` is no programme manager, or there is no
    earlier year with tiers.
    """
    _only_managers(by)
    latest = ContributionTier.objects.filter(year__lt=year, is_retired=False).aggregate(year=Max("year"))["year"]
    if latest is None:
        raise ValidationError(_("There are no tiers in any earlier year to begin from."), code="nothing")
    try:
        with transaction.atomic():
            return _clone(latest, year, by)
    except IntegrityError:  # pressed twice in the same moment; the other one made them
        return []


def _clone(source: int, year: int, by: User) -> list[ContributionTier]:
    known = set(ContributionTier.objects.filter(year=year).values_list("slug", flat=True))
    ranks = set(ContributionTier.objects.filter(year=year).values_list("rank", flat=True))
    copies: dict[int, Benefit] = {}
    made = []
    for old in ContributionTier.objects.offered(source).exclude(slug__in=known):
        rank = next(rank for rank in range(old.rank, old.rank + len(ranks) + 1) if rank not in ranks)
        ranks.add(rank)
        new = ContributionTier.objects.create(
            year=year,
            rank=rank,
            **{name: getattr(old, name) for name in ("slug", "name_nb", "name_en", "description_nb", "description_en")},
            **{name: getattr(old, name) for name in ("yearly_amount", "capacity", "response_days")},
        )
        for benefit in old.benefits.filter(is_retired=False).select_related("pool"):
            copies[benefit.pk] = _clone_benefit(benefit, new)
        log(new, "partners.tiers_cloned", user=by, data={"from": source, "to": year})
        made.append(new)
    for conflict in Benefit.conflicts_with.through.objects.filter(from_benefit__in=copies, to_benefit__in=copies):
        copies[conflict.from_benefit_id].conflicts_with.add(copies[conflict.to_benefit_id])
    return made


def _clone_benefit(benefit: Benefit, tier: ContributionTier) -> Benefit:
    pool = benefit.pool
    if pool is not None:
        texts = {"name_nb": pool.name_nb, "name_en": pool.name_en, "capacity": pool.capacity}
        pool, _made = BenefitPool.objects.get_or_create(year=tier.year, slug=pool.slug, defaults=texts)
    names = ("slug", "name_nb", "name_en", "quantity", "delivered_by", "sort_order")
    return Benefit.objects.create(tier=tier, pool=pool, **{name: getattr(benefit, name) for name in names})


def _only_managers(by: User) -> None:
    if not has_role(by, Role.PROGRAMME_MANAGER):
        raise TransitionError(_("Only the programme manager does this."), code="role")
