"""Inviting people and letting them in."""

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.mail import Letter, absolute, letter, post
from common.workflow import TransitionError

from .models import Invitation, User, hash_token
from .roles import Role, give_role, has_role


@transaction.atomic
def invite(email: str, *, role: Role | str = "", language: str = "nb", by: User) -> Invitation:
    """Invite somebody by e-mail. A pending invitation to the same address gets a new link and the new role.

    Raises ValidationError when there is already an account, or when `by` may not give this role.
    """
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        raise ValidationError(_("There is already an account with this address."), code="exists")
    if role and not has_role(by, Role.PROGRAMME_MANAGER):
        raise ValidationError(_("Only the programme manager can give a role in the programme."), code="role")
    invitation = Invitation.objects.filter(email=email, status="pending").first() or Invitation(email=email)
    invitation.role = role or invitation.role
    invitation.language, invitation.invited_by = language, by
    invitation.new_token()
    invitation.save()
    log(invitation, "accounts.invitation_sent", user=by, data={"role": str(role)})
    post("invitation", invitation=invitation.pk)
    return invitation


def open_invitation(token: str) -> Invitation | None:
    """The invitation this secret opens, None when it is unknown, used, revoked or too old."""
    found = Invitation.objects.filter(token_hash=hash_token(token)).first()
    return found if found and found.is_open else None


@transaction.atomic
def accept_invitation(invitation: Invitation, *, first_name: str, last_name: str, password: str) -> User:
    """Make the account the invitation promised and return its user.

    Raises TransitionError when the invitation no longer stands or the address has an account by now.
    """
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise TransitionError(_("There is already an account with this address. Log in instead."), code="exists")
    user = User.objects.create_user(
        invitation.email,
        password,
        first_name=first_name,
        last_name=last_name,
        language=invitation.language,
    )
    invitation.accept(by=user)
    # Whoever opened the link has shown that the address is theirs.
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if invitation.role:
        give_role(user, Role(invitation.role))
    return user


@letter("invitation")
def _invitation_letter(invitation: int) -> Letter | None:
    found = Invitation.objects.filter(pk=invitation).first()
    if found is None or not found.is_open:
        return None
    token = found.new_token()
    found.save(update_fields=["token_hash", "expires_at"])
    with translation.override(found.language):
        return Letter(
            to=found.email,
            language=found.language,
            subject=_("You are invited"),
            paragraphs=[
                _("%(who)s invites you. The link lets you choose how to log in; it works once.")
                % {"who": found.invited_by or _("The programme")}
            ],
            action=(_("Choose how to log in"), absolute(reverse("portal:accept_invitation", args=[token]))),
            closing=[
                _("It is valid until %(day)s. If you did not expect it, you need not do anything.")
                % {"day": timezone.localtime(found.expires_at).strftime("%d.%m.%Y")}
            ],
        )
