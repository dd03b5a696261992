"""The first person of a firm that comes in: an administrator's seat, and somebody who can sign."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from accounts.models import User
from accounts.services import invite
from common.mail import post
from partners.models import Application, Membership, PartnerFirm

SIGNS = ("may_sign", "is_primary_contact", "is_contract_contact", "is_invoice_contact")


def can_sign(firm: PartnerFirm) -> bool:
    """Whether somebody signs for `firm`: has a seat and the right to, or is asked to take one and still can."""
    seats = firm.memberships.all()
    return seats.entitled_to_sign().exists() or seats.awaiting_answer().filter(may_sign=True).exists()


def is_locked_out(email: str) -> bool:
    """Whether the account with that address is locked."""
    return User.objects.filter(email=email.strip().lower(), is_active=False).exists()


def seat_contact(application: Application, firm: PartnerFirm, *, by: User | None) -> None:
    """See to it that the contact acts for the firm, and that somebody signs for it.

    The contact gets an administrator's seat: by an invitation, or offered in the portal to whoever has an account. What
    they were offered and let run out is offered anew. The first person of a firm is whom we write to about everything,
    and may sign; so does a contact with a seat already, where nobody else signs. A locked account gets nothing.
    """
    email = application.contact_email.strip().lower()
    user = User.objects.filter(email=email).first()
    if not email or (user is not None and not user.is_active):
        return
    facts: dict[str, Any] = {} if can_sign(firm) else dict.fromkeys(SIGNS, True)
    active = firm.memberships.active().filter(user=user).first() if user is not None else None
    if active is not None:
        if facts and active.role != Membership.Role.LIAISON:
            _raise(active, facts, by)
        return
    facts["role"] = Membership.Role.ADMINISTRATOR
    own = Q(invitation__email__iexact=email) if user is None else Q(user=user) | Q(invitation__email__iexact=email)
    seat = firm.memberships.filter(own, status=Membership.Status.INVITED).order_by("-pk").first()
    if seat is not None and "may_sign" not in facts and firm.memberships.awaiting_answer().filter(pk=seat.pk).exists():
        return
    if user is None:
        inviter: Any = by  # nobody, when the clock gives the seat and whoever agreed has left
        facts["invitation"] = invite(email, language=application.language, by=inviter)
    else:
        facts |= {"user": user, "created_at": timezone.now()}
    if seat is None:
        seat = Membership.objects.create(firm=firm, **facts)
    else:
        Membership.objects.filter(pk=seat.pk).update(**facts)
        seat.refresh_from_db()
    if user is not None:
        log(seat, "partners.membership_offered", user=by, data={"role": str(seat.role)})
        post("seat_offered", membership=seat.pk, inviter=by.pk if by else 0)


def _raise(seat: Membership, facts: dict[str, Any], by: User | None) -> None:
    """Somebody who is there already signs from now on."""
    wanted = {**facts, "role": Membership.Role.ADMINISTRATOR}
    changes = {name: [getattr(seat, name), value] for name, value in wanted.items() if getattr(seat, name) != value}
    Membership.objects.filter(pk=seat.pk).update(**wanted)
    log(seat, "partners.membership_changed", user=by, data={"changes": changes})
