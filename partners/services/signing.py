"""Signing an agreement in the portal."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from common.mail import post
from common.workflow import TransitionError
from partners.models import Agreement, Membership

from .agreement_documents import keep_documents
from .agreements import lock_firm, start, tell
from .duties import make_duties
from .ledger import plan_contributions


def may_sign(user: User, agreement: Agreement) -> bool:
    """Whether `user` is entitled to bind the firm: an administrator of it whose seat is marked so."""
    if not user.is_authenticated:
        return False
    return Membership.objects.entitled_to_sign().filter(firm=agreement.firm_id, user=user).exists()


def sign_agreement(
    agreement: Agreement, *, name: str, title: str, address: str | None, by: User, at: datetime | None = None
) -> None:
    """Bind the firm: keep who signed, when and from where, make the documents, and plan what follows.

    Contributions and duties are planned in the same transaction; if it begins today or has begun, it runs at once.
    Raises TransitionError when `by` is not entitled to sign, without a name, when its last day is over, and when it
    was signed or taken back meanwhile; then nothing is changed.
    """
    made: list[str] = []
    storage = agreement.document_nb.storage
    try:
        with transaction.atomic():
            _sign(agreement, made, name=name, title=title, address=address, by=by, at=at)
    except BaseException:
        # The files were written before the transaction failed: they do not stay behind alone.
        for path in made:
            storage.delete(path)
        raise


def _sign(
    agreement: Agreement,
    made: list[str],
    *,
    name: str,
    title: str,
    address: str | None,
    by: User,
    at: datetime | None,
) -> None:
    now = at or timezone.now()
    lock_firm(agreement)
    if not may_sign(by, agreement):
        raise TransitionError(_("Only an administrator who may sign for the firm can do this."), code="seat")
    if agreement.status == Agreement.Status.OFFERED and agreement.ends_on < timezone.localdate(now):
        raise TransitionError(_("Its last day is over. Ask us for a new one."), code="over")
    if agreement.status == Agreement.Status.OFFERED and agreement.is_offer_over(timezone.localdate(now)):
        raise TransitionError(_("The time to sign is over. Ask us for a new offer."), code="over")
    agreement.sign(name=name, title=title, address=address, by=by, at=now)
    keep_documents(agreement, made)
    plan_contributions(agreement, by=by)
    make_duties(agreement, on=timezone.localdate(now))
    if agreement.starts_on <= timezone.localdate(now):
        start(agreement, at=now)
    tell(agreement, "agreement_signed", at=now, person=agreement.signed_name)
    if at is None:
        for manager in managers():
            post("agreement_signed", agreement=agreement.pk, reader=manager.pk)


def managers() -> list[User]:
    """Who in the programme is told of signatures."""
    return list(User.objects.filter(is_active=True, groups__name=Role.PROGRAMME_MANAGER).order_by("pk"))
