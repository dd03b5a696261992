"""What several things of the public site do together."""

from .events import (
    cancel_event,
    cancel_registration,
    concerned,
    register_for,
    registration_of,
    save_event,
    tell_of_changes,
)
from .newsletter import (
    CONFIRM,
    END,
    ask_for_newsletter,
    confirm_subscription,
    end_subscription,
    link_of,
    newsletter_recipients,
    subscription_of,
    withdrawal_headers,
)
from .vacancies import apply_for

__all__ = [
    "CONFIRM",
    "END",
    "apply_for",
    "ask_for_newsletter",
    "cancel_event",
    "cancel_registration",
    "concerned",
    "confirm_subscription",
    "end_subscription",
    "link_of",
    "newsletter_recipients",
    "register_for",
    "registration_of",
    "save_event",
    "subscription_of",
    "tell_of_changes",
    "withdrawal_headers",
]

# Whoever posts a letter has come past here: their kinds are known from now on.
from .. import mail  # noqa: F401
