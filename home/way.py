"""The guide that triage leads to: what the site knows, chosen and ordered for the answers given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from partners.models import PartnerFirm
from prospects.models import Evidence
from register.models import FocusIndustry

from .shelves import published, shelf, url_of
from .triage import Answers, suitable_premises

MENTORS = 3
PROOFS = 3


@dataclass(frozen=True)
class Link:
    """A page to go on to."""

    title: str
    text: str
    url: str


@dataclass(frozen=True)
class Person:
    """Somebody to call."""

    name: str
    title: str
    phone: str
    email: str
    industries: frozenset[str]


@dataclass(frozen=True)
class Mentor:
    """A firm with a mentor for newcomers."""

    firm: str
    url: str
    offers: tuple[str, ...]
    industries: frozenset[str]


@dataclass(frozen=True)
class Proof:
    """A figure, as it is today."""

    figure: str
    unit: str
    claim: str
    source: str
    industries: frozenset[str]


@dataclass(frozen=True)
class Known:
    """What the guide may choose from, in one language."""

    industries: dict[str, Link]
    names: dict[str, str]
    people: tuple[Person, ...]
    mentors: tuple[Mentor, ...]
    proofs: tuple[Proof, ...]
    guides: tuple[Link, ...]
    events: tuple[tuple[Any, Link], ...]
    premises_url: str


@shelf
def known(language: str) -> Known:
    """Everything the guide may choose from. Evidence that is overdue stays out."""
    from .models import ContactPerson, EventPage, GuidePage, IndustryPage, PartnersPage, PremisesPage

    with override(language):
        partners_url = next((url_of(page) for page in published(PartnersPage, language)), "")
        firms = PartnerFirm.objects.with_running_agreement().exclude(mentor_name="").prefetch_related("industries")
        evidence = Evidence.objects.in_use().filter(review_on__gte=timezone.localdate()).prefetch_related("industries")
        people = ContactPerson.objects.filter(is_retired=False).prefetch_related("industries")
        return Known(
            industries={
                page.industry.slug: Link(page.title, page.summary, url_of(page))
                for page in published(IndustryPage, language).select_related("industry")
            },
            names={one.slug: one.name for one in FocusIndustry.objects.all()},
            people=tuple(Person(one.name, one.title, one.phone, one.email, _slugs(one)) for one in people),
            mentors=tuple(
                Mentor(
                    firm.name,
                    f"{partners_url}{firm.slug}/" if partners_url else "",
                    tuple(firm.offers[:2]),
                    _slugs(firm),
                )
                for firm in firms
            ),
            proofs=tuple(Proof(one.figure, one.unit, one.claim, one.source, _slugs(one)) for one in evidence),
            guides=tuple(Link(page.title, page.summary, url_of(page)) for page in published(GuidePage, language)),
            events=tuple(
                (page.event.ends_at, Link(page.title, page.summary, url_of(page)))
                for page in published(EventPage, language).select_related("event").order_by("event__starts_at")
                if not page.event.is_cancelled and not page.event.is_over
            ),
            premises_url=next((url_of(page) for page in published(PremisesPage, language)), ""),
        )


def _slugs(one: Any) -> frozenset[str]:
    return frozenset(industry.slug for industry in one.industries.all())


@dataclass(frozen=True)
class Guide:
    """A guide made for somebody's answers."""

    headline: str
    first_step: str
    industry: Link | None
    proofs: list[Proof]
    mentors: list[Mentor]
    premises: list[Any]
    premises_url: str
    guides: list[Link]
    event: Link | None
    person: Person | None


def guide_for(answers: Answers, language: str) -> Guide:
    """What the site can say to somebody with these answers; one query, for the premises."""
    shelf_of = known(language)
    industry = answers.get("bransje")
    now = timezone.now()
    needs_space = answers.get("behov") != "people"
    return Guide(
        headline=_headline(answers, shelf_of),
        first_step=_first_step(answers),
        industry=shelf_of.industries.get(industry),
        proofs=_nearest(shelf_of.proofs, industry)[:PROOFS],
        mentors=_nearest(shelf_of.mentors, industry)[:MENTORS],
        premises=suitable_premises(answers),
        premises_url=shelf_of.premises_url if needs_space else "",
        guides=_guides(answers, shelf_of),
        event=next((link for ends_at, link in shelf_of.events if ends_at >= now), None),
        person=next(iter(_nearest(shelf_of.people, industry)), None),
    )


def _nearest(cards: tuple, industry: str) -> list:
    """Those of the industry first, then those of none in particular, then the rest."""
    return sorted(cards, key=lambda card: 0 if industry in card.industries else 1 if not card.industries else 2)


def _guides(answers: Answers, shelf_of: Known) -> list[Link]:
    """The guide for building comes first where a plot is wanted, else the one for moving in."""
    guides = list(shelf_of.guides)
    return guides[::-1] if answers.get("behov") == "plot" else guides


def _headline(answers: Answers, shelf_of: Known) -> str:
    name = shelf_of.names.get(answers.get("bransje"), "")
    size = answers.labels.get("storrelse", "") if answers.get("storrelse") != "unknown" else ""
    if name and size:
        return _("Your way in: %(industry)s, %(size)s") % {"industry": name, "size": size}
    if name or size:
        return _("Your way in: %(what)s") % {"what": name or size}
    return _("Your way in")


def _first_step(answers: Answers) -> str:
    """What to do first, by where they come from and how soon."""
    if answers.get("tid") == "now":
        return _("You are in a hurry: call first, and read the rest while you wait for the answer.")
    return {
        "region": _("You know the town already. Ask for a mentor in your own industry, and for premises that fit."),
        "norway": _("Come for half a day. We plan it so that you see premises and meet two firms in one walk."),
        "nordic": _("Start with a video call. Before you travel you will know whom to meet and what to bring."),
        "world": _("Start with a video call. We find out together which permits and numbers a company needs here."),
    }.get(answers.get("fra"), _("Begin with a conversation. It commits you to nothing."))
