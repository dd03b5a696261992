"""Deciding on applications: an owner agrees or declines; the firm gets a seat and an agreement, or a place in line."""

import logging
from datetime import datetime
from typing import Literal

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role, has_role
from common.mail import post
from common.workflow import TransitionError
from partners.models import Application, Membership, PartnerFirm, PartnershipRound
from register.models import Company

from .first_seats import can_sign, seat_contact
from .rounds import give_back_seat, give_seats_to_waiting, take_seat

logger = logging.getLogger(__name__)

Owner = Literal["association", "municipality"]


def may_decide(user: User, owner: Owner) -> bool:
    """Whether `user` answers for that owner: the programme manager for the association, else a liaison of the
    municipality that owns the programme (`PartnerFirm.is_owner`), and of no other public body.
    """
    if not user.is_authenticated or owner == "association":
        return has_role(user, Role.PROGRAMME_MANAGER)
    return Membership.objects.active().filter(user=user, role="liaison", firm__is_owner=True).exists()


def _managers() -> Q:
    return Q(groups__name=Role.PROGRAMME_MANAGER.value)


def owners_people(round: PartnershipRound) -> list[User]:
    """Who has to say yes: the programme managers, and the municipality's liaisons where the round says so."""
    wanted = _managers()
    if round.needs_both_owners:
        wanted |= Q(memberships__role="liaison", memberships__status="active", memberships__firm__is_owner=True)
    return list(User.objects.filter(wanted, is_active=True).distinct().order_by("pk"))


@transaction.atomic
def agree(application: Application, *, owner: Owner = "association", by: User, at: datetime | None = None) -> None:
    """An owner says yes. With the last yes needed it is approved and gets a seat, or is put in line. What stands in the
    way of that is written down for the programme manager (`held_up`) and tried again by the clock; the yes stays.

    Raises TransitionError when it is not to be decided, when that owner has agreed already or has no say in the
    round, or when `by` does not answer for that owner.
    """
    now = at or timezone.now()
    if owner == "municipality" and not application.round.needs_both_owners:
        raise TransitionError(_("The association alone decides in this round."), code="owner")
    _only_owner(by, owner)
    if owner == "association":
        changed = Application.objects.filter(pk=application.pk, status="submitted", association_agreed_at=None).update(
            association_agreed_at=now, association_agreed_by=by
        )
    else:
        changed = Application.objects.filter(pk=application.pk, status="submitted", municipality_agreed_at=None).update(
            municipality_agreed_at=now, municipality_agreed_by=by
        )
    application.refresh_from_db()
    if not changed:
        said = _("This has been answered already: it now stands at “%(state)s”.")
        raise TransitionError(said % {"state": application.get_status_display()}, code="answered")
    log(application, "partners.application_agreed", user=by, timestamp=now, data={"owner": owner})
    if application.is_agreed:
        _try(application, by=by, at=now)


@transaction.atomic
def settle_application(application: Application, *, by: User, at: datetime | None = None) -> None:
    """Try once more to give a seat, or a place in line, to one that the owners agree on.

    Raises TransitionError when `by` is no programme manager, when it is not agreed on or is decided, and, with the
    reason, when something still stands in its way.
    """
    _only_owner(by, "association")
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    if application.status != Application.Status.SUBMITTED or not application.is_agreed:
        raise TransitionError(_("There is nothing to try again: it is decided, or an answer is missing."), code="state")
    if reason := _why_not(application, by=by, at=at or timezone.now()):
        raise TransitionError(reason, code="held_up")


def settle_agreed(now: datetime | None = None) -> int:
    """Settle those that the owners agree on and that are not decided: something stood in their way, or the round no
    longer asks the municipality. Returns how many it settled; the others are tried again at the next run.
    """
    done = 0
    for pk in list(Application.objects.to_decide().agreed().values_list("pk", flat=True)):
        with transaction.atomic():
            locked = Application.objects.select_for_update(of=("self",)).filter(pk=pk, status="submitted").first()
            if locked is not None and locked.is_agreed:
                done += _try(locked, by=None, at=now or timezone.now())
    return done


def _try(application: Application, *, by: User | None, at: datetime) -> bool:
    """Settle it, or write down why not. The caller has the row locked."""
    reason = _why_not(application, by=by, at=at)
    if reason:
        _hold_up(application, reason)
    return not reason


def _why_not(application: Application, *, by: User | None, at: datetime) -> str:
    """Settle it; what stood in its way, in words, and then nothing has changed."""
    try:
        with transaction.atomic():
            _settle(application, by=by, at=at)
    except (ValidationError, IntegrityError) as error:
        application.refresh_from_db()
        return _words(error)
    return ""


def _words(error: ValidationError | IntegrityError) -> str:
    faster = _("Somebody else was faster. Try once more.")
    return " ".join(error.messages) if isinstance(error, ValidationError) else faster


def _hold_up(application: Application, reason: str) -> None:
    if Application.objects.filter(pk=application.pk).exclude(held_up=reason).update(held_up=reason):
        application.held_up = reason
        log(application, "partners.application_held_up", data={"by": "clock", "reason": reason})


def _settle(application: Application, *, by: User | None, at: datetime) -> None:
    """The owners agree: a seat and an agreement, or a place in line behind those who came first."""
    round, tier = application.round, application.tier
    assert tier is not None
    if application.holds_seat:
        _approve(application, by=by, at=at)
        return
    give_seats_to_waiting(round, tier, at=at)
    if take_seat(round, tier, is_former_partner=application.came_in_priority_window):
        _approve(application, by=by, at=at)
        return
    application.wait(by=by, at=at)
    post("application_waiting", application=application.pk)


def approve_in_line(application: Application, *, at: datetime | None = None) -> bool:
    """Give a waiting application a seat and approve it by itself. False when there is no seat for it, or it is gone.

    What stands in its way otherwise is written down and tried again at the next run of the clock.
    """
    try:
        with transaction.atomic():
            former = application.came_in_priority_window
            if application.tier is None or not take_seat(application.round, application.tier, is_former_partner=former):
                return False
            _approve(application, by=None, at=at or timezone.now())
    except (ValidationError, IntegrityError) as error:
        application.refresh_from_db()
        if application.status == Application.Status.WAITING:  # else it was decided meanwhile
            logger.warning("Application %s could not be approved: %s", application.pk, _words(error))
            _hold_up(application, _words(error))
        return False
    return True


def _approve(application: Application, *, by: User | None, at: datetime) -> None:
    """Make it a partner: the firm, the contact's seat, and the agreement to sign. The seat is taken already."""
    firm = application.firm or _firm_of(application)
    _take_industry_code(firm)
    application.approve(firm=firm, by=by, at=at)
    _offer(application, firm, by=by or application.association_agreed_by, at=at)
    post("application_approved", application=application.pk)


@transaction.atomic
def offer_again(application: Application, *, by: User, at: datetime | None = None) -> None:
    """Offer an approved firm a new agreement when the one before was taken back: it takes a seat once more.

    Raises TransitionError when `by` is no programme manager, when it is not approved, has an agreement that stands, or
    no seat is free; ValidationError as `draft_agreement` does.
    """
    now = at or timezone.now()
    _only_owner(by, "association")
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    round, tier, firm = application.round, application.tier, application.firm
    if application.status != Application.Status.APPROVED or tier is None or firm is None:
        raise TransitionError(_("Only a firm that is approved can be offered an agreement."), code="not_from_here")
    if application.agreements.exclude(status="terminated").exists():
        raise TransitionError(_("It has an agreement already."), code="offered")
    give_seats_to_waiting(round, tier, at=now)
    if not take_seat(round, tier, is_former_partner=application.came_in_priority_window):
        said = _("No seat of this tier is free. Add one on the board of the round, and then offer again.")
        raise TransitionError(said, code="full")
    _offer(application, firm, by=by, at=now)
    log(application, "partners.application_offered_again", user=by, timestamp=now)


def _offer(application: Application, firm: PartnerFirm, *, by: User | None, at: datetime) -> None:
    """The contact's seat, and the agreement to sign; the programme managers hear of it when nobody can sign."""
    from partners.services import draft_agreement, offer_agreement

    assert application.tier is not None
    seat_contact(application, firm, by=by)
    if not can_sign(firm):
        for reader in User.objects.filter(_managers(), is_active=True):
            post("application_unsigned", application=application.pk, reader=reader.pk)
    round = application.round
    agreement = draft_agreement(
        firm,
        application.tier,
        starts_on=max(round.starts_on, timezone.localdate(at)),
        ends_on=round.ends_on,
        instalments=round.instalments,
        round=round,
        application=application,
        by=by,
    )
    offer_agreement(agreement, by=by)


def _firm_of(application: Application) -> PartnerFirm:
    """The firm with that number, made when there is none yet."""
    name = application.company_name
    for _attempt in range(3):  # a firm of the same name may take the short name in the same moment
        try:
            made, _is_new = PartnerFirm.objects.get_or_create(
                organisation_number=application.organisation_number,
                defaults={"name": name, "slug": _free_slug(name)},
            )
        except IntegrityError:
            continue
        return made
    raise TransitionError(_("Somebody else was faster. Try once more."), code="overtaken")


def _take_industry_code(firm: PartnerFirm) -> None:
    """The code the register of companies has for it, where nobody has written down any."""
    if firm.industry_codes.exists():
        return
    known = Company.objects.filter(organisation_number=firm.organisation_number).select_related("industry_code").first()
    if known is not None and known.industry_code is not None:
        firm.industry_codes.add(known.industry_code)


def _free_slug(name: str) -> str:
    """A short name nobody has: Norwegian letters as they are written without them, a number where it is taken."""
    base = slugify(name.translate(str.maketrans("æøåÆØÅ", "eoaEOA")))[:40].strip("-") or "firma"
    taken = set(PartnerFirm.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)


@transaction.atomic
def decline_application(
    application: Application, *, reason: str, by: User, owner: Owner = "association", at: datetime | None = None
) -> None:
    """An owner says no, and why; the firm reads the reason, and a seat held for it goes to the next.

    Raises TransitionError without a reason, when it is decided, or when `by` does not answer for that owner.
    """
    if owner == "municipality" and not application.round.needs_both_owners:
        raise TransitionError(_("The association alone decides in this round."), code="owner")
    _only_owner(by, owner)
    held = holds_seat(application)
    application.decline(reason=reason, by=by, at=at)
    post("application_declined", application=application.pk)
    let_go(application, held, at)


def _only_owner(by: User, owner: Owner) -> None:
    if not may_decide(by, owner):
        raise TransitionError(_("Only those who answer for an owner of the programme decide this."), code="role")


def holds_seat(application: Application) -> bool:
    """Whether a seat is held for it, as the database has it; locked until the transaction ends."""
    locked = Application.objects.select_for_update().filter(pk=application.pk)
    return locked.values_list("holds_seat", flat=True).first() is True


def let_go(application: Application, held: bool, at: datetime | None) -> None:
    """The seat that was held for an application goes to whoever waits for it."""
    if held and application.tier is not None:
        give_back_seat(application.round, application.tier)
        give_seats_to_waiting(application.round, application.tier, at=at)
