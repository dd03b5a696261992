"""What several things of the partnership do together."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Invitation, User
from accounts.roles import Role, has_role
from accounts.services import accept_invitation, invite

from .models import Membership, PartnerFirm


def seat_of(user: User, firm: PartnerFirm) -> Membership | None:
    """The seat from which `user` acts for `firm` today."""
    return Membership.objects.active().filter(user=user, firm=firm).first() if user.is_authenticated else None


@transaction.atomic
def invite_to_firm(
    email: str, firm: PartnerFirm, *, role: Membership.Role = Membership.Role.MEMBER, language: str = "nb", by: User
) -> Membership:
    """Invite somebody to a seat in `firm`. Raises ValidationError when `by` may not, or the address has an account."""
    seat = seat_of(by, firm)
    if not has_role(by, Role.PROGRAMME_MANAGER) and (seat is None or seat.role != Membership.Role.ADMINISTRATOR):
        raise ValidationError(_("Only an administrator of the firm can invite people to it."), code="role")
    if role == Membership.Role.LIAISON and not firm.is_public_body:
        raise ValidationError(_("Only a public body has a liaison."), code="liaison")
    invitation = invite(email, language=language, by=by)
    membership, _created = Membership.objects.update_or_create(
        firm=firm, invitation=invitation, status=Membership.Status.INVITED, defaults={"role": role}
    )
    return membership


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: User) -> None:
    """Take an invitation back, and with it the seats it promised.

    Raises TransitionError when it was answered meanwhile; nothing is changed then.
    """
    invitation.revoke(by=by)
    for membership in Membership.objects.filter(invitation=invitation, status=Membership.Status.INVITED):
        membership.end(by=by)


@transaction.atomic
def accept(invitation: Invitation, *, first_name: str, last_name: str, password: str) -> User:
    """Make the invited person's account and give it the seats that were promised; returns the user.

    Raises TransitionError when the invitation was answered meanwhile.
    """
    user = accept_invitation(invitation, first_name=first_name, last_name=last_name, password=password)
    for membership in Membership.objects.filter(invitation=invitation, status=Membership.Status.INVITED):
        membership.activate(user=user)
    return user
