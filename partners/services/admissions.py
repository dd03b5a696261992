"""Deciding on applications: an owner agrees or declines; the firm gets a seat and an agreement, or a place in line."""

import logging
from datetime import datetime
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role, has_role
from accounts.services import invite
from common.mail import post
from common.workflow import TransitionError
from partners.models import Application, Membership, PartnerFirm, PartnershipRound
from register.models import Company

from .rounds import give_back_seat, give_seats_to_waiting, take_seat

logger = logging.getLogger(__name__)

Owner = Literal["association", "municipality"]


def may_decide(user: User, owner: Owner) -> bool:
    """Whether `user` answers for that owner: the programme manager for the association, else a liaison."""
    if not user.is_authenticated or owner == "association":
        return has_role(user, Role.PROGRAMME_MANAGER)
    return Membership.objects.active().filter(user=user, role="liaison", firm__is_public_body=True).exists()


def owners_people(round: PartnershipRound) -> list[User]:
    """Who has to say yes: the programme managers, and the municipality's liaisons where the round says so."""
    wanted = Q(groups__name=Role.PROGRAMME_MANAGER.value)
    if round.needs_both_owners:
        wanted |= Q(memberships__role="liaison", memberships__status="active", memberships__firm__is_public_body=True)
    return list(User.objects.filter(wanted, is_active=True).distinct().order_by("pk"))


@transaction.atomic
def agree(application: Application, *, owner: Owner = "association", by: User, at: datetime | None = None) -> None:
    """An owner says yes. With the last yes needed it is approved and gets a seat, or is put in line.

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
        _settle(application, by=by, at=now)


def _settle(application: Application, *, by: User, at: datetime) -> None:
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

    What stands in its way otherwise is logged and tried again at the next run of the clock.
    """
    try:
        with transaction.atomic():
            former = application.came_in_priority_window
            if application.tier is None or not take_seat(application.round, application.tier, is_former_partner=former):
                return False
            _approve(application, by=None, at=at or timezone.now())
    except ValidationError as error:
        logger.warning("Application %s could not be approved: %s", application.pk, "; ".join(error.messages))
        return False
    return True


def _approve(application: Application, *, by: User | None, at: datetime) -> None:
    """Make it a partner: the firm, the contact's seat, and the agreement to sign. The seat is taken already."""
    from partners.services import draft_agreement, offer_agreement

    assert application.tier is not None
    firm = application.firm or _firm_of(application)
    _take_industry_code(firm)
    application.approve(firm=firm, by=by, at=at)
    actor = by or application.association_agreed_by
    _seat_contact(application, firm, by=actor)
    round = application.round
    agreement = draft_agreement(
        firm,
        application.tier,
        starts_on=max(round.starts_on, timezone.localdate(at)),
        ends_on=round.ends_on,
        instalments=round.instalments,
        round=round,
        application=application,
        by=actor,
    )
    offer_agreement(agreement, by=actor)
    post("application_approved", application=application.pk)


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


def _seat_contact(application: Application, firm: PartnerFirm, *, by: User | None) -> None:
    """An administrator's seat for the contact: by an invitation, or offered in the portal to whoever has an account.

    The first person of a firm is whom we write to about everything, and may sign, until the firm says otherwise.
    """
    email = application.contact_email.strip().lower()
    live = firm.memberships.filter(status__in=("invited", "active"))
    user = User.objects.filter(email=email).first()
    if live.filter(Q(user__email=email) | Q(invitation__email=email, invitation__status="pending")).exists():
        return
    if user is not None and not user.is_active:
        return
    facts: dict[str, Any] = {"role": Membership.Role.ADMINISTRATOR}
    if not live.filter(may_sign=True).exists():
        names = ("may_sign", "is_primary_contact", "is_contract_contact", "is_invoice_contact")
        facts |= dict.fromkeys(names, True)
    if user is None:
        inviter: Any = by  # nobody, when the clock gives the seat and whoever agreed has left
        invitation = invite(email, language=application.language, by=inviter)
        Membership.objects.create(firm=firm, invitation=invitation, **facts)
        return
    seat = Membership.objects.create(firm=firm, user=user, **facts)
    log(seat, "partners.membership_offered", user=by, data={"role": str(seat.role)})
    post("seat_offered", membership=seat.pk, inviter=by.pk if by else 0)


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
