"""How a page of the portal is shown: every one knows the seat, its firm and the firms to choose from."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest, template: str, nav: str, status: int = 200, **context: Any) -> HttpResponse:
    """The page, for whoever has `request.seat`; `nav` is the room it belongs to."""
    seat = request.seat  # type: ignore[attr-defined]
    shared = {"seat": seat, "firm": seat.firm, "firms": seat.firms, "nav": nav}
    return render(request, template, {**shared, **context}, status=status)


def tell_errors(request: HttpRequest, error: ValidationError) -> None:
    """What could not be done, in words, on the next page."""
    for text in error.messages:
        messages.error(request, text)
