"""Which campaign brought a visitor: carried from page to page in the addresses, from the first page to the form.

Nothing is stored in the browser, so nobody has to be asked (ekomloven § 3-15), and a visitor who came without a
campaign is not followed at all. Decision 0012.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext

from partners.models import Premises

CARRIED = ("utm_source", "utm_medium", "utm_campaign")
FIRST = "forste"
LONGEST = 80
_HREF = re.compile(rb'(<a\b[^>]*?\bhref=")((?:/(?!/)|\?)[^"]*)(")', re.IGNORECASE)
_GET_FORM = re.compile(rb'(<form\b(?=[^>]*\bmethod="get")[^>]*>)', re.IGNORECASE)
_ELSEWHERE = re.compile(r"^/(?:en/)?(?:admin|portal|konto|mitt|static|media|dokumenter|api|demo|deling)/|\.\w{2,5}$")


def campaign_of(query: QueryDict) -> dict[str, str]:
    """The campaign in an address, each part cut to LONGEST characters: empty for a visitor nobody sent."""
    found = {name: query.get(name, "").replace("\x00", "")[:LONGEST] for name in CARRIED if query.get(name)}
    if found and (first := query.get(FIRST, "")).startswith("/"):
        found[FIRST] = first.replace("\x00", "")[:LONGEST]
    return found


class CarryCampaignMiddleware:
    """Adds the campaign of the address to the links and search forms of the page, and remembers the first page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            request.method == "GET"
            and any(name in request.GET for name in CARRIED)
            and not response.streaming
            and response.status_code == 200
            and response.get("Content-Type", "").startswith("text/html")
            and not _ELSEWHERE.search(request.path_info)
        ):
            carried = campaign_of(request.GET)
            carried.setdefault(FIRST, request.path_info[:LONGEST])
            response.content = with_campaign(response.content, carried)
            if response.has_header("Content-Length"):
                response["Content-Length"] = str(len(response.content))
        return response


def with_campaign(page: bytes, carried: dict[str, str]) -> bytes:
    """The page with `carried` in the address of every link to a page of ours and in every form that asks by GET."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in carried.items()
    ).encode()

    def link(match: re.Match[bytes]) -> bytes:
        address = unescape(match[2].decode())
        parts = urlsplit(address)
        if parts.path and _ELSEWHERE.search(parts.path):
            return match[0]
        query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in carried]
        whole = urlunsplit(parts._replace(query=urlencode([*query, *carried.items()])))
        return match[1] + escape(whole).encode() + match[3]

    return _GET_FORM.sub(lambda match: match[1] + hidden, _HREF.sub(link, page))


# Answers in an address, by the name they have there: from triage, an industry's page, a place's page.
_ANSWERS = {"bransje": "industry", "storrelse": "employees", "tid": "time_frame"}
_COUNTRIES = {"region": "NO", "norway": "NO"}


def known_of(query: QueryDict) -> dict[str, str]:
    """What an address says about whoever opens the interest form, by the names of the form's fields."""
    from .triage import NEEDS

    known = {field: query.get(name, "") for name, field in _ANSWERS.items() if query.get(name)}
    if country := _COUNTRIES.get(query.get("fra", "")):
        known["country"] = country
    lines = []
    if need := NEEDS.get(query.get("behov", "")):
        lines.append(gettext("We need: %(need)s") % {"need": need})
    if place := _place(query.get("lokale", "")):
        lines.append(gettext("We ask about: %(place)s") % {"place": place})
    if lines:
        known["need"] = "\n".join(lines)
    if query.get("behov") == "plot":
        known["area"] = "plot"
    campaign = campaign_of(query)
    for name, value in (
        ("campaign", campaign.get("utm_campaign", "")),
        ("came_by", " / ".join(filter(None, (campaign.get("utm_source"), campaign.get("utm_medium"))))),
        ("first_page", campaign.get(FIRST, "")),
    ):
        if value:
            known[name] = value
    return {name: value.replace("\x00", "") for name, value in known.items()}


def _place(slug: str) -> str:
    if not slug or "\x00" in slug:
        return ""
    place = Premises.objects.on_offer().select_related("firm").filter(slug=slug[:50]).first()
    return f"{place.title} ({place.firm.name})" if place else ""
