"""Seats: who acts for a firm. Inviting people, letting them in, changing what they may, and letting them go."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import Invitation, User
from accounts.roles import Role, has_role
from accounts.services import accept_invitation, invite
from common.mail import Letter, absolute, letter, post
from common.workflow import TransitionError
from partners.models import Membership, PartnerFirm, Topic

from .duties import finish_duties
from .notices import notify

_ADMINISTRATOR, _LIAISON = Membership.Role.ADMINISTRATOR, Membership.Role.LIAISON
_INVITED, _ACTIVE = Membership.Status.INVITED, Membership.Status.ACTIVE
CONTACT_FIELDS = ("is_primary_contact", "is_contract_contact", "is_invoice_contact")


def seat_of(user: User, firm: PartnerFirm) -> Membership | None:
    """The seat from which `user` acts for `firm` today."""
    return Membership.objects.active().filter(user=user, firm=firm).first() if user.is_authenticated else None


def may_manage_seats(user: User, firm: PartnerFirm) -> bool:
    """Whether `user` decides who acts for `firm`: its administrators, and the programme manager."""
    seat = seat_of(user, firm)
    return has_role(user, Role.PROGRAMME_MANAGER) or (seat is not None and seat.role == _ADMINISTRATOR)


# --- inviting ---------------------------------------------------------------------------------------------------------
@transaction.atomic
def invite_to_firm(
    email: str, firm: PartnerFirm, *, role: Membership.Role = Membership.Role.MEMBER, language: str = "nb", by: User
) -> Membership:
    """Invite somebody to a seat in `firm`; whoever has an account already is asked to say yes or no in the portal.

    Inviting again renews what still waits. Raises ValidationError when `by` may not invite, when only a public body
    could give this role, or when the person has a seat here.
    """
    if not may_manage_seats(by, firm):
        raise ValidationError(_("Only an administrator of the firm can invite people to it."), code="role")
    _check_role(role, firm)
    _lock(firm)
    person = User.objects.filter(email__iexact=email.strip()).first()
    if person is not None:
        return _offer(person, firm, role, by)
    invitation = invite(email, language=language, by=by)
    membership, _created = Membership.objects.update_or_create(
        firm=firm, invitation=invitation, status=_INVITED, defaults={"role": role}
    )
    return membership


def _check_role(role: str, firm: PartnerFirm) -> None:
    if role == _LIAISON and not firm.is_public_body:
        raise ValidationError(_("Only a public body has a liaison."), code="liaison")


def _lock(firm: PartnerFirm) -> None:
    """Whoever changes the firm's seats waits here for whoever is at it, so that two cannot both be the last but one."""
    PartnerFirm.objects.select_for_update().get(pk=firm.pk)


def _offer(person: User, firm: PartnerFirm, role: str, by: User) -> Membership:
    if Membership.objects.filter(firm=firm, user=person, status=_ACTIVE).exists():
        raise ValidationError(_("%(email)s already has a seat here."), code="seated", params={"email": person.email})
    seat, is_new = Membership.objects.update_or_create(
        firm=firm, user=person, status=_INVITED, defaults={"role": role, "created_at": timezone.now()}
    )
    log(seat, "partners.membership_offered", user=by, data={"role": str(role), "again": not is_new})
    post("seat_offered", membership=seat.pk, inviter=by.pk)
    return seat


@letter("seat_offered")
def seat_offered_letter(membership: int, inviter: int) -> Letter | None:
    """To somebody with an account: another firm asks you to act for it. Nothing once it was answered or is too old."""
    seat = Membership.objects.select_related("firm", "user").filter(pk=membership).first()
    if seat is None or seat.user is None or not offers_to(seat.user).filter(pk=seat.pk).exists():
        return None
    with translation.override(seat.user.language):
        who = User.objects.filter(pk=inviter).first() or _("The programme")
        return Letter(
            to=seat.user.email,
            name=seat.user.get_full_name(),
            language=seat.user.language,
            subject=_("%(firm)s asks you in") % {"firm": seat.firm},
            paragraphs=[
                _("%(who)s invites you to act for %(firm)s in the portal, as: %(role)s.")
                % {"who": who, "firm": seat.firm, "role": seat.get_role_display()},
                _("You log in as you are used to. Nothing changes until you say yes."),
            ],
            action=(_("Answer the invitation"), absolute(reverse("portal:seat_offer", args=[seat.pk]))),
            closing=[
                _("It is valid for %(days)s days. If you did not expect it, you need not do anything.")
                % {"days": settings.INVITATION_DAYS}
            ],
        )


def offers_to(user: User) -> QuerySet[Membership]:
    """The seats `user` has been offered and can still answer, the newest first."""
    if not user.is_authenticated or not user.is_active:
        return Membership.objects.none()
    found = Membership.objects.awaiting_answer().filter(user=user)
    return found.select_related("firm", "user").order_by("-created_at", "-pk")


# --- answering --------------------------------------------------------------------------------------------------------
@transaction.atomic
def accept_seat(membership: Membership, *, by: User) -> None:
    """`by` takes the seat offered to them. Raises TransitionError when it was answered, taken back or is too old."""
    _check_offer(membership, by)
    try:
        with transaction.atomic():
            membership.activate(user=by)
    except IntegrityError as error:
        raise TransitionError(_("You already have a seat in this firm."), code="seated") from error
    _tell_taken(membership)


@transaction.atomic
def decline_seat(membership: Membership, *, by: User) -> None:
    """`by` says no to the seat offered to them; the administrators hear of it. Raises as `accept_seat`."""
    _check_offer(membership, by)
    membership.end(by=by)
    notify(membership.firm, topic=Topic.PEOPLE, kind="seat_declined", person=by.email, but=by)


def _check_offer(membership: Membership, by: User) -> None:
    if not offers_to(by).filter(pk=membership.pk).exists():
        raise TransitionError(
            _("This invitation no longer stands. Ask the firm for a new one if you still want in."), code="gone"
        )


def _tell_taken(membership: Membership) -> None:
    notify(membership.firm, topic=Topic.PEOPLE, kind="seat_taken", person=str(membership.user), but=membership.user)


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: User) -> None:
    """Take an invitation back, and with it the seats it promised.

    Raises TransitionError when it was answered meanwhile; nothing is changed then.
    """
    invitation.revoke(by=by)
    for membership in Membership.objects.filter(invitation=invitation, status=_INVITED):
        membership.end(by=by)


@transaction.atomic
def accept(invitation: Invitation, *, first_name: str, last_name: str, password: str) -> User:
    """Make the invited person's account and give it the seats that were promised; returns the user.

    Raises TransitionError when the invitation was answered meanwhile.
    """
    user = accept_invitation(invitation, first_name=first_name, last_name=last_name, password=password)
    for membership in Membership.objects.filter(invitation=invitation, status=_INVITED).select_related("firm"):
        membership.activate(user=user)
        _tell_taken(membership)
    return user


# --- changing and ending ----------------------------------------------------------------------------------------------
@transaction.atomic
def change_seat(
    membership: Membership,
    *,
    role: str,
    by: User,
    is_primary_contact: bool = False,
    is_contract_contact: bool = False,
    is_invoice_contact: bool = False,
    may_sign: bool = False,
) -> Membership:
    """Give an active seat this role and these tasks, all of them said anew; returns the seat as it now stands.

    Raises ValidationError when `by` may not, raises the own rights, would leave the firm without an administrator, or
    lets somebody sign who is none; TransitionError when the seat has ended meanwhile.
    """
    _lock(membership.firm)
    seat = Membership.objects.select_related("firm", "user").get(pk=membership.pk)
    if not may_manage_seats(by, seat.firm):
        raise ValidationError(_("Only an administrator of the firm can change this."), code="role")
    if seat.status != _ACTIVE:
        raise TransitionError(_("Nobody acts from this seat now, so there is nothing to change."), code="ended")
    _check_role(role, seat.firm)
    if may_sign and role != _ADMINISTRATOR:
        raise ValidationError(_("Only an administrator can sign for the firm."), code="may_sign")
    if may_sign and not seat.may_sign and seat.user_id == by.pk and not has_role(by, Role.PROGRAMME_MANAGER):
        raise ValidationError(
            _("You cannot give yourself the right to sign. Another administrator can, and so can the programme."),
            code="own_rights",
        )
    if role != _ADMINISTRATOR and seat.is_last_administrator:
        raise ValidationError(_last_words(), code="last_administrator")
    wanted = {
        "role": role,
        "is_primary_contact": is_primary_contact,
        "is_contract_contact": is_contract_contact,
        "is_invoice_contact": is_invoice_contact,
        "may_sign": may_sign,
    }
    changes = {name: [getattr(seat, name), value] for name, value in wanted.items() if getattr(seat, name) != value}
    if not changes:
        return seat
    Membership.objects.filter(pk=seat.pk).update(**{name: new for name, (_old, new) in changes.items()})
    seat.refresh_from_db(fields=list(changes))
    log(seat, "partners.membership_changed", user=by, data={"changes": changes})
    notify(seat.firm, topic=Topic.PEOPLE, kind="seat_changed", person=str(seat.user), by=str(by), but=by)
    finish_duties(seat.firm)
    return seat


@transaction.atomic
def end_seat(membership: Membership, *, by: User) -> None:
    """End a seat, or take back one that was only offered; it works no longer from the next request.

    A person may leave; an administrator of the firm, and the programme manager, may end any seat. The last
    administrator stays, unless the programme manager ends the firm's very last seat. Raises ValidationError for who
    may not, TransitionError when it has ended already.
    """
    _lock(membership.firm)
    seat = Membership.objects.select_related("firm", "user", "invitation").get(pk=membership.pk)
    is_own = seat.user_id == by.pk and seat.status == _ACTIVE
    if not is_own and not may_manage_seats(by, seat.firm):
        raise ValidationError(_("Only an administrator of the firm can change this."), code="role")
    if seat.is_last_administrator and not _is_last_of_all(seat, by):
        raise ValidationError(_last_words(), code="last_administrator")
    was_active, person = seat.status == _ACTIVE, _name(seat)
    seat.end(by=by)
    _take_back(seat, by)
    if was_active:
        notify(seat.firm, topic=Topic.PEOPLE, kind="seat_ended", person=person, by=str(by), but=by)


def _is_last_of_all(seat: Membership, by: User) -> bool:
    others = Membership.objects.active().filter(firm=seat.firm).exclude(pk=seat.pk)
    return has_role(by, Role.PROGRAMME_MANAGER) and not others.exists()


def _take_back(seat: Membership, by: User) -> None:
    """The link in the mail stops working too, when it leads to nothing else."""
    invitation = seat.invitation
    if invitation is None or invitation.status != Invitation.Status.PENDING or invitation.role:
        return
    if not invitation.memberships.filter(status=_INVITED).exists():
        invitation.revoke(by=by)


def _name(seat: Membership) -> str:
    if seat.user is not None:
        return str(seat.user)
    return seat.invitation.email if seat.invitation else ""


def _last_words() -> Any:
    return _("Somebody must run the firm's affairs here. Make another person administrator first.")
