"""The newsletter: asked for, confirmed from the mailbox, ended with one click."""

import base64
import hashlib
import hmac

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from common.mail import absolute, post
from common.workflow import TransitionError

from ..models.newsletter import Subscription, SubscriptionQuerySet
from .letters import was_posted_lately

CONFIRM, END = "confirm", "end"


def ask_for_newsletter(*, email: str, language: str, wording: str) -> None:
    """Write down the wish and send the mail that asks for a yes; the caller learns nothing of what was known before.

    Asked again while the yes is missing, the mail goes out again, at most once an hour. Whoever has the newsletter
    already is told so by mail, at most once an hour.
    """
    email = email.strip().lower()
    try:
        with transaction.atomic():
            _ask(email, language, wording)
    except IntegrityError:  # asked for twice in the same moment; the other one wrote it down
        with transaction.atomic():
            _ask(email, language, wording)


def _ask(email: str, language: str, wording: str) -> None:
    known = Subscription.objects.select_for_update().alive().filter(email=email).first()
    if known is None:
        made = Subscription.objects.create(
            email=email, language=language, wording=wording[:300], secret=Subscription.new_secret()
        )
        post("newsletter_confirm", subscription=made.pk)
        return
    kind = "newsletter_known" if known.status == Subscription.Status.ACTIVE else "newsletter_confirm"
    if was_posted_lately(kind, subscription=known.pk):
        return
    if kind == "newsletter_confirm":
        Subscription.objects.filter(pk=known.pk).update(
            language=language, wording=wording[:300], asked_at=timezone.now()
        )
    post(kind, subscription=known.pk)


def confirm_subscription(subscription: Subscription) -> None:
    """The yes from the mailbox; said a second time it changes nothing. Raises TransitionError when it was ended."""
    try:
        subscription.confirm()
    except TransitionError:
        subscription.refresh_from_db()
        if subscription.status != Subscription.Status.ACTIVE:
            raise


def end_subscription(subscription: Subscription) -> None:
    """No more letters; said a second time it changes nothing."""
    try:
        subscription.end()
    except TransitionError:
        subscription.refresh_from_db()
        if subscription.status != Subscription.Status.ENDED:
            raise


def newsletter_recipients(language: str) -> SubscriptionQuerySet:
    """Everybody a newsletter in that language may be sent to now."""
    return Subscription.objects.active().filter(language=language)


# --- Links ----------------------------------------------------------------------------------------------------------
def token_of(subscription: Subscription, purpose: str) -> str:
    """What stands in the link for one purpose, CONFIRM or END: made from the subscription's secret, 128 bits."""
    digest = hmac.new(subscription.secret.encode(), f"newsletter:{purpose}".encode(), hashlib.sha256).digest()
    return f"{subscription.pk}-{base64.urlsafe_b64encode(digest[:16]).rstrip(b'=').decode()}"


def subscription_of(token: str, purpose: str) -> Subscription | None:
    """Whose link that is; None for a link of nobody, or one made for another purpose."""
    number, _dash, _rest = token.partition("-")
    if not (number.isascii() and number.isdecimal()) or len(number) > 18:
        return None
    found = Subscription.objects.filter(pk=int(number)).first()
    if found is None or not hmac.compare_digest(token_of(found, purpose).encode(), token.encode()):
        return None
    return found


def link_of(subscription: Subscription, purpose: str) -> str:
    """The full address of the link, in the subscriber's language."""
    name = "public:newsletter_confirm" if purpose == CONFIRM else "public:newsletter_end"
    with translation.override(subscription.language):
        return absolute(reverse(name, args=[token_of(subscription, purpose)]))


def withdrawal_headers(subscription: Subscription) -> dict[str, str]:
    """What every letter to a subscriber carries, so that the mail program has a button to end it (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{link_of(subscription, END)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
