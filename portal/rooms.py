"""The rooms behind the firm's own page, as calm cards: what each says today, and who may see it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import ProfileDraft
from partners.services import Completeness

from .access import Seat
from .preview import may_see_room


@dataclass(frozen=True)
class Card:
    """A room: where it is, what it is called, what is to be seen there, an icon, and a word on how it stands."""

    url: str
    title: str
    text: str
    icon: str
    pill: str = ""
    tone: str = ""
    percent: int | None = None


def cards_for(
    request: HttpRequest, seat: Seat, draft: ProfileDraft | None, complete: Completeness | None
) -> list[Card]:
    """The rooms that exist and that this seat, or this role when it only looks, may enter."""
    found = [_profile(draft, complete), _people(seat), _agreement(seat)] if not seat.is_liaison else []
    if not seat.is_liaison:
        found += [
            (
                "contributions",
                _("Contributions and invoices"),
                _("What you give each year, and what is paid."),
                "coins",
            ),
            ("billing", _("Address and invoices"), _("Where you are, and what invoices to you say."), "note"),
            ("benefits", _("Benefits"), _("What the agreement gives you, and what is left this year."), "check"),
            ("ledger", _("Given and got"), _("Year by year, on one page for your board."), "complete"),
            ("documents", _("Documents"), _("Agreements, invoices and other papers, to read and keep."), "arrow-down"),
            ("premises", _("Premises you offer"), _("Vacant space and plots that newcomers see."), "building"),
            ("leads", _("Your tips"), _("Companies you know that should come here, and what became of them."), "door"),
        ]
    if seat.is_liaison and seat.firm.is_public_body:
        text = _("What newcomers need from the municipality, each with a deadline.")
        found.append(("requests", _("Requests"), text, "clock"))
    if seat.is_liaison and seat.firm.is_owner:
        text = _("Firms that want to join, and what the municipality says to them.")
        found.append(("applications", _("Applications"), text, "handshake"))
    found += [
        ("notices", _("Notices"), _("What happened, and how often we write to you about it."), "mail"),
        (
            "export",
            _("Everything that is yours"),
            _("What we keep about you here, in one file to take with you.")
            if seat.is_liaison
            else _("All we keep about the firm, in one file to take with you."),
            "arrow-down",
        ),
    ]
    result = []
    for name, title, text, icon, *more in found:
        url = reverse(f"portal:{name}")
        if not seat.is_preview or may_see_room(request.user, name):
            extra: dict[str, Any] = more[0] if more else {}
            result.append(Card(url, title, text, icon, **extra))
    return result


def _profile(draft: ProfileDraft | None, complete: Completeness | None) -> tuple[Any, ...]:
    pill, tone = "", ""
    if draft is not None:
        pill = str(draft.get_status_display())
        tone = {ProfileDraft.Status.SUBMITTED: "info", ProfileDraft.Status.RETURNED: "warn"}.get(
            ProfileDraft.Status(draft.status), ""
        )
    text = _("How newcomers read about you on our pages.")
    return (
        "profile",
        _("Your profile"),
        text,
        "eye",
        {"pill": pill, "tone": tone, "percent": complete.percent if complete else None},
    )


def _people(seat: Seat) -> tuple[Any, ...]:
    number = seat.firm.memberships.active().count()
    text = ngettext("One person acts for you here.", "%(number)s people act for you here.", number) % {"number": number}
    return "people", _("People"), text, "people"


def _agreement(seat: Seat) -> tuple[Any, ...]:
    agreement = seat.firm.running_agreement
    if agreement is None:
        text = _(
            "No agreement is running today, so you are not offered new prospects. What you have begun stays yours."
        )
        return "agreements", _("Agreement"), text, "handshake"
    text = _("It runs to %(day)s.") % {"day": date_format(agreement.ends_on, "DATE_FORMAT")}
    return "agreements", _("Agreement"), text, "handshake", {"pill": agreement.tier_name, "tone": "light"}
