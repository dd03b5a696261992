"""Agreements: drafting, offering, renewing, ending. Signing stands in `signing`."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from common.workflow import TransitionError
from partners.models import (
    Agreement,
    AgreementClause,
    Application,
    Clause,
    ContributionTier,
    PartnerFirm,
    PartnershipRound,
    Topic,
)

from .benefits import copy_benefits, open_benefit_years
from .clauses import WORDS, clauses_for
from .ledger import drop_planned
from .notices import notify
from .numbering import take_number
from .rounds import free_seat_of, take_seat_of

logger = logging.getLogger(__name__)

TELL_OF_END_DAYS = 90
OFFER_DAYS = 30
A_DAY = timedelta(days=1)


def lock_firm(agreement: Agreement) -> None:
    """Wait for whoever else changes the firm's agreements, and read what the agreement now is.

    Must be called in a transaction. Where the database has no row locks (SQLite) a transaction has it to itself.
    """
    PartnerFirm.objects.select_for_update(no_key=True).get(pk=agreement.firm_id)
    agreement.refresh_from_db()


# --- before the signature ---------------------------------------------------------------------------------------------
@transaction.atomic
def draft_agreement(
    firm: PartnerFirm,
    tier: ContributionTier,
    *,
    starts_on: date,
    ends_on: date,
    instalments: int = 1,
    round: PartnershipRound | None = None,
    application: Application | None = None,
    renews: Agreement | None = None,
    by: User | None,
) -> Agreement:
    """Prepare an agreement at the tier's yearly amount; the firm sees nothing of it yet.

    Raises ValidationError when the tier is no longer offered, when it would overlap with another agreement of the
    firm, or when its days make no sense.
    """
    PartnerFirm.objects.select_for_update(no_key=True).get(pk=firm.pk)
    if tier.is_retired:
        raise ValidationError(_("This tier is no longer offered."), code="retired")
    agreement = Agreement(
        firm=firm,
        tier=tier,
        yearly_amount=tier.yearly_amount,
        starts_on=starts_on,
        ends_on=ends_on,
        instalments=instalments,
        round=round,
        application=application,
        renews=renews,
    )
    agreement.full_clean()
    agreement.save()
    log(agreement, "wagtail.create", user=by)
    return agreement


@transaction.atomic
def discard_draft(agreement: Agreement, *, by: User | None) -> None:
    """Throw a draft away. Raises TransitionError when it has been offered meanwhile."""
    deleted, _rows = Agreement.objects.filter(pk=agreement.pk, status=Agreement.Status.DRAFT).delete()
    if not deleted:
        raise TransitionError(_("It has been offered meanwhile, so it stays."), code="offered")
    log(agreement, "wagtail.delete", user=by, deleted=True)


@transaction.atomic
def offer_agreement(
    agreement: Agreement, *, until: date | None = None, by: User | None, at: datetime | None = None
) -> None:
    """Put a draft before the firm, with a number and with copies of the tier, its benefits and the clauses.

    It can be signed to and including `until`, OFFER_DAYS from now unless told otherwise, and never after its last day.
    The amount is the draft's. Raises TransitionError when it is no draft any more, when it would overlap with another
    agreement, when its last day or `until` is over, when there are no clauses, or when its round has no seat for it.
    """
    now = at or timezone.now()
    lock_firm(agreement)
    # Nobody rewrites a clause between its being read and its being cited.
    list(Clause.objects.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    tier = ContributionTier.objects.get(pk=agreement.tier_id)
    clauses = clauses_for(is_renewal=agreement.renews_id is not None)
    if agreement.status == Agreement.Status.DRAFT:
        _check_offer(agreement, has_clauses=bool(clauses), today=timezone.localdate(now))
        until = until or min(timezone.localdate(now) + OFFER_DAYS * A_DAY, agreement.ends_on)
        if not timezone.localdate(now) <= until <= agreement.ends_on:
            raise TransitionError(_("Give them until today or later, and at most to its last day."), code="until")
        take_seat_of(agreement, at=now)
    year = timezone.localdate(now).year
    facts = {
        "tier_name_nb": tier.name_nb,
        "tier_name_en": tier.name_en,
        "response_days": tier.response_days,
        "offer_until": until,
    }
    if agreement.status == Agreement.Status.DRAFT:
        facts["number"] = f"DS-{year}-{take_number(f'agreements {year}'):03d}"
    agreement.offer(by=by, facts=facts, at=now)
    AgreementClause.objects.bulk_create(
        AgreementClause(
            agreement=agreement,
            source=version,
            number=version.clause.number,
            **{name: getattr(version, name) for name in WORDS},
        )
        for version in clauses
    )
    copy_benefits(agreement, tier)
    tell(agreement, "agreement_offered", at=now)


def _check_offer(agreement: Agreement, *, has_clauses: bool, today: date) -> None:
    if not has_clauses:
        raise TransitionError(_("There are no clauses yet. Write them first."), code="clauses")
    if agreement.ends_on < today:
        raise TransitionError(_("Its last day is over. Change the days first."), code="over")
    other = agreement.overlapping().exclude(status=Agreement.Status.DRAFT).first()
    if other is not None:
        raise TransitionError(other.in_the_way().messages[0], code="overlap")


@transaction.atomic
def open_benefits_early(agreement: Agreement, *, by: User | None, at: datetime | None = None) -> None:
    """Let the firm use its benefits before the agreement binds it; that stays marked on the agreement.

    Raises TransitionError unless it waits for a signature or for its first day, and when it was done already.
    """
    now = at or timezone.now()
    lock_firm(agreement)
    waiting = (Agreement.Status.OFFERED, Agreement.Status.SIGNED)
    changed = Agreement.objects.filter(pk=agreement.pk, status__in=waiting, early_benefits_at=None).update(
        early_benefits_at=now, early_benefits_by=by
    )
    if not changed and agreement.early_benefits_at is not None:
        raise TransitionError(_("Its benefits are open already."), code="open")
    if not changed:
        raise TransitionError(_("Only before an agreement begins can benefits be opened early."), code="not_from_here")
    agreement.refresh_from_db()
    open_benefit_years(agreement)
    log(agreement, "partners.agreement_benefits_opened", user=by, timestamp=now)
    tell(agreement, "benefits_opened", at=now)


# --- afterwards -------------------------------------------------------------------------------------------------------
@transaction.atomic
def renew_agreement(
    agreement: Agreement, *, tier: ContributionTier, ends_on: date, instalments: int | None = None, by: User | None
) -> Agreement:
    """Draft the agreement that follows on this one: it begins the day after this one's last.

    Raises TransitionError unless this one is signed, runs or has run to its end, and when it is renewed already;
    ValidationError as `draft_agreement` does.
    """
    lock_firm(agreement)
    renewable = (Agreement.Status.SIGNED, Agreement.Status.RUNNING, Agreement.Status.ENDED)
    if agreement.status not in renewable:
        raise TransitionError(
            _("Only an agreement that is signed and was not terminated can be renewed."), code="not_from_here"
        )
    if agreement.renewals.exclude(status=Agreement.Status.TERMINATED).exists():
        raise TransitionError(_("It is renewed already."), code="renewed")
    return draft_agreement(
        agreement.firm,
        tier,
        starts_on=agreement.ends_on + A_DAY,
        ends_on=ends_on,
        instalments=instalments or agreement.instalments,
        renews=agreement,
        by=by,
    )


@transaction.atomic
def terminate_agreement(
    agreement: Agreement, *, on: date, reason: str, by: User | None, at: datetime | None = None
) -> None:
    """End a signed or running agreement before its time, so that it binds no longer from the day `on`; or take an
    offer back, whatever the day. Until that day it stays in force and keeps its seat; what is planned and not invoiced
    from then on is waived.

    Raises TransitionError without a reason, for a day that is over or after its last day, and when it is too late.
    """
    now = at or timezone.now()
    today = timezone.localdate(now)
    lock_firm(agreement)
    was_offered = agreement.status == Agreement.Status.OFFERED
    if was_offered:
        on = min(today, agreement.starts_on)  # it never binds, not for a day
    elif agreement.status in (Agreement.Status.SIGNED, Agreement.Status.RUNNING):
        if on < today:
            raise TransitionError(_("The day is over. Choose today or a later day."), code="past")
        if on > agreement.ends_on:
            last = date_format(agreement.ends_on, "DATE_FORMAT")
            raise TransitionError(_("It ends by itself on %(day)s.") % {"day": last}, code="late")
    was_signed = agreement.status == Agreement.Status.SIGNED
    agreement.terminate(on=on, reason=reason, by=by, at=now)
    free_seat_once(agreement, at=now)
    if was_signed and on > agreement.starts_on:
        open_benefit_years(agreement)  # it is in force until that day, and never passes `start`
    if was_offered:
        tell(agreement, "offer_withdrawn", at=now)
        return
    drop_planned(agreement, on=on, by=by)
    tell(agreement, "agreement_terminated", at=now, terminated_on=on)


def free_seat_once(agreement: Agreement, *, at: datetime) -> bool:
    """The seat of a terminated agreement falls free when the day has come from which it no longer binds, once."""
    due = Agreement.objects.to_free_seat(timezone.localdate(at)).filter(pk=agreement.pk)
    if not due.update(seat_freed_at=at):
        return False
    free_seat_of(agreement, at=at)
    return True


def tell(agreement: Agreement, kind: str, *, at: datetime | None = None, **arguments: Any) -> None:
    """Tell the firm's people what happened to the agreement."""
    about = {"agreement": agreement.pk, "number": agreement.number or "", **arguments}
    notify(agreement.firm, topic=Topic.AGREEMENT, kind=kind, at=at, **about)


# --- the clock --------------------------------------------------------------------------------------------------------
def start_and_end_agreements(now: datetime | None = None) -> int:
    """Start and end what is due and not yet done, free seats, and tell firms whose agreement ends soon; how many.

    Nobody need wait for it: what is in force follows from the days. A missed run loses nothing.
    """
    moment = now or timezone.now()
    today = timezone.localdate(moment)
    agreements = Agreement.objects.all()
    done = each(agreements.to_end(today), lambda one: one.end(at=moment))
    done += each(agreements.to_start(today), lambda one: start(one, at=moment))
    done += each(agreements.to_free_seat(today), lambda one: free_seat_once(one, at=moment))
    ending = agreements.to_tell_of_end(today, ahead_days=TELL_OF_END_DAYS)
    return done + each(ending, lambda one: _tell_of_end(one, moment))


def start(agreement: Agreement, *, at: datetime | None = None) -> None:
    """Its first day has come: it runs, and its benefits can be used. Raises TransitionError when it has not.

    What the clock slept through is made up for: the agreement before it ends first, since a firm has one running at a
    time; and it ends itself when its last day is over too.
    """
    today = timezone.localdate(at or timezone.now())
    for over in Agreement.objects.to_end(today).filter(firm=agreement.firm_id):
        over.end(at=at)
    agreement.start(at=at)
    open_benefit_years(agreement)
    if agreement.ends_on < today:
        agreement.end(at=at)


def _tell_of_end(agreement: Agreement, now: datetime) -> None:
    if Agreement.objects.filter(pk=agreement.pk, ending_told_at=None).update(ending_told_at=now):
        tell(agreement, "agreement_ending", at=now, ends_on=agreement.ends_on)


def each(found: Any, step: Callable[[Agreement], object]) -> int:
    """Take `step` for each agreement found, each in its own transaction; returns how many. For the clock."""
    done = 0
    for pk in list(found.order_by("starts_on", "pk").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                step(Agreement.objects.select_related("firm").get(pk=pk))
            done += 1
        except TransitionError:
            continue  # somebody else was faster
        except IntegrityError:
            logger.exception("The clock could not move agreement %s", pk)
    return done
