"""What the links in our letters lead to. A link alone changes nothing: mail programs open links before people do."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from common.workflow import TransitionError

from . import routing
from .mail import page_address
from .models.newsletter import Subscription
from .services import (
    CONFIRM,
    END,
    ask_for_newsletter,
    cancel_registration,
    confirm_subscription,
    end_subscription,
    registration_of,
    subscription_of,
)

SHOW_OR_DO = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(SHOW_OR_DO)
def registration(request: HttpRequest, token: str) -> HttpResponse:
    """One's place at an event: shown, and given up with the button. A link of nobody is 404."""
    found = registration_of(token)
    if found is None:
        raise Http404
    if request.method == "POST" and not found.event.is_over:
        try:
            cancel_registration(found)
        except TransitionError:  # given up already, by a second click
            found.refresh_from_db()
    return render(
        request,
        "pages/event_cancel.html",
        {
            "registration": found,
            "event": found.event,
            "event_url": page_address(found.event, (get_language() or "nb")[:2]),
            "is_given_up": found.status == found.Status.CANCELLED,
        },
    )


@never_cache
@require_http_methods(SHOW_OR_DO)
def newsletter_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The yes to the newsletter, given with the button. A link of nobody, or of one who ended it, is 404."""
    found = subscription_of(token, CONFIRM)
    if found is None or found.status == Subscription.Status.ENDED:
        return _done(request, "unknown", status=404)
    if request.method == "POST":
        try:
            confirm_subscription(found)
        except TransitionError:
            return _done(request, "unknown", status=404)
    state = "active" if found.status == Subscription.Status.ACTIVE else "confirm"
    return _done(request, state, subscription=found)


# The mail program of the reader posts here by itself, without a cookie (RFC 8058): the token is what entitles.
@csrf_exempt
@never_cache
@require_http_methods(SHOW_OR_DO)
def newsletter_end(request: HttpRequest, token: str) -> HttpResponse:
    """The end of the newsletter, with the button or one click in the mail program; and the way back."""
    found = subscription_of(token, END)
    if found is None:
        return _done(request, "unknown", status=404)
    if request.method == "POST" and "anew" in request.POST and found.status == Subscription.Status.ENDED:
        ask_for_newsletter(email=found.email, language=found.language, wording=found.wording)
        return _done(request, "asked")
    if request.method == "POST":
        end_subscription(found)
    state = "ended" if found.status == Subscription.Status.ENDED else "end"
    return _done(request, state, subscription=found)


def _done(
    request: HttpRequest, state: str, *, subscription: Subscription | None = None, status: int = 200
) -> HttpResponse:
    context = {"state": state, "subscription": subscription, "noindex": True}
    return render(request, "pages/newsletter_done.html", context, status=status)


@require_safe
def calendar(request: HttpRequest, path: str) -> HttpResponse:
    """The calendar of a page, under the address that calendars expect."""
    return routing.serve(request, f"{path}kalender/")
