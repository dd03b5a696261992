"""Partner firms and the premises they offer, as the public sees them. Both follow the agreements by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from home.premises.cards import list_url, pictures, pins, places
from home.premises.list import DISTANCES, KINDS, ORDERS, PRICES, Wish, find, page_number
from home.premises.words import metres_words
from partners.models import Agreement, Premises

from ..pictures import TEXT_SIZES
from ..public_partners import (
    A_PAGE,
    Firm,
    Looking,
    competences_of,
    directory,
    industries_of,
    languages_of,
    logos_wanted,
    offer_words,
    premises_by_firm,
    profile,
    stories_about,
    wall,
    with_logos,
)
from .base import SEARCH_WRITTEN, SitePage, Written

LOGO_SIZES = "14rem"
SHOWN_LIKE_IT = 3
SHOWN_OF_A_FIRM = 6
IN_SITEMAP = 5_000


@dataclass(frozen=True)
class Subject:
    """One thing that a page shows under an address of its own: what search engines and shared links are told of it."""

    title: str
    search_description: str
    full_url: str
    url: str
    schema: dict[str, Any] = field(default_factory=dict)


class Showcase(RoutablePageMixin, SitePage, Written):
    """A page that shows things which are no pages, each under its own short name."""

    shown_slugs: Any  # a method of each page: the short names of what it shows today

    class Meta:
        abstract = True

    def schema(self, request: HttpRequest) -> dict[str, Any] | None:
        """What the one thing shown is to machines; nothing for the list."""
        subject: Subject | None = getattr(self, "subject", None)
        return subject.schema if subject else None

    def show(
        self, request: HttpRequest, template: str, slug: str, *, title: str, about: str, schema: dict, **context: Any
    ) -> HttpResponse:
        """Answer with the page of one thing, with its own `title`, text (`about`), address and languages."""
        self.subject = Subject(
            title=title,
            search_description=Truncator(" ".join(about.split())).chars(160),
            full_url=f"{self.get_full_url(request)}{slug}/",
            url=f"{self.url}{slug}/",
            schema={**schema, "url": f"{self.get_full_url(request)}{slug}/"},
        )
        context |= {
            "subject": self.subject,
            "languages": _languages_below(request, f"{slug}/"),
            "crumbs": [{"title": self.title, "url": self.url}],
        }
        return TemplateResponse(request, template, {**super().get_context(request), **context})

    def get_sitemap_urls(self, request=None):
        """The page, and what it shows."""
        own = super().get_sitemap_urls(request)
        base = own[0]["location"] if own else ""
        return [*own, *({"location": f"{base}{slug}/"} for slug in self.shown_slugs()[:IN_SITEMAP])]


def _languages_below(request: HttpRequest, tail: str) -> list[dict]:
    """The same thing in each language: it has the same short name below the page's translation."""
    from ..context_processors import programme

    return [
        {**one, "url": f"{one['url']}{tail}"} if one["is_translated"] else one
        for one in programme(request)["languages"]
    ]


class PartnersPage(Showcase):
    """Who takes part, by tier, and what each offers a newcomer."""

    kind = gettext_lazy("Partners")
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/partners.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = gettext_lazy("partners")

    def get_context(self, request, *args, **kwargs):
        """The wall, and the part of the directory that was asked for."""
        firms = directory(self.language)
        premises = premises_by_firm()
        looking = Looking.read(request.GET, firms)
        found = [firm for firm in firms if looking.fits(firm, premises)]
        items = Paginator(found, A_PAGE).get_page(page_number(request.GET))
        address = looking.address()
        return {
            **super().get_context(request, *args, **kwargs),
            "wall": wall(firms),
            "total": len(firms),
            "is_filtered": bool(address),
            "looking": looking,
            "chips": looking.chips(firms),
            "industries": industries_of(firms),
            "competences": competences_of(firms),
            "languages_spoken": languages_of(firms),
            "offer_words": offer_words(),
            "items": items,
            "entries": [(firm, premises.get(firm.pk, 0)) for firm in self._with_logos(list(items.object_list))],
            "query": f"{address[1:]}&" if address else "",
            "premises_url": list_url(self.language, "PremisesPage"),
        }

    @path("<slug:slug>/")
    def firm_view(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One firm, for as long as its agreement runs."""
        firm = next((one for one in directory(self.language) if one.slug == slug), None)
        if firm is None:
            raise Http404
        [firm] = self._with_logos([firm])
        more = profile(self.language, firm.pk)
        premises = Premises.objects.on_offer().filter(firm=firm.pk).select_related("firm")[:SHOWN_OF_A_FIRM]
        schema = {"@type": "Organization", "name": firm.name, "description": firm.tagline}
        return self.show(
            request,
            "pages/partner.html",
            slug,
            title=firm.name,
            about=firm.tagline or more.text,
            schema={**schema, "sameAs": more.website} if more.website else schema,
            firm=firm,
            profile=more,
            stories=stories_about(self.language, firm.pk),
            places=places(premises, self.language),
            premises_url=list_url(self.language, "PremisesPage"),
        )

    def _with_logos(self, firms: Sequence[Firm]) -> list[Firm]:
        """These firms with their logos."""
        wanted = logos_wanted(firms)
        return with_logos(firms, pictures(self.language, wanted, LOGO_SIZES, "") if wanted else {})

    def shown_slugs(self) -> list[str]:
        """Firms with a running agreement."""
        return [firm.slug for firm in directory(self.language)]


class PremisesPage(Showcase):
    """Vacant space and plots, as a list and on a drawn map."""

    kind = gettext_lazy("Premises")
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/premises.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = gettext_lazy("premises page")

    def get_context(self, request, *args, **kwargs):
        """The premises that fit what the address asks, and what else one may ask."""
        wish = Wish.read(request.GET)
        found = find(wish, page_number(request.GET))
        rows = list(found.page.object_list)
        cards = places(rows, self.language, start=found.page.start_index() if found.total else 1)
        address = wish.address()
        return {
            **super().get_context(request, *args, **kwargs),
            "wish": wish,
            "found": found,
            "places": cards,
            "pins": pins(rows, cards),
            "kinds": [(name, kind.label, name in wish.type) for name, kind in KINDS.items()],
            "prices": [(name, price.label, name == wish.pris) for name, price in PRICES.items()],
            "distances": [(metres, metres_words(metres), metres == wish.avstand) for metres in DISTANCES],
            "orders": [(name, words, name == wish.sorter) for name, (words, _fields) in ORDERS.items()],
            "query": f"{address[1:]}&" if address else "",
        }

    @path("<slug:slug>/")
    def premises_view(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One of the premises.

        What has been let is gone for good, and says so (410) with others like it. What is a draft, taken off the pages
        or offered by a firm that no longer takes part is as good as unknown (404): it may come back.
        """
        running = Agreement.objects.running().filter(firm=OuterRef("firm"))
        one = Premises.objects.select_related("firm").annotate(is_backed=Exists(running)).filter(slug=slug).first()
        if one is None or one.status in (Premises.Status.DRAFT, Premises.Status.WAITING):
            raise Http404
        others = Premises.objects.on_offer().like(one).select_related("firm")[:SHOWN_LIKE_IT]
        if one.status == Premises.Status.LET:
            context = {**super().get_context(request), "places": places(others, self.language)}
            return TemplateResponse(request, "pages/premises_gone.html", context, status=410)
        if not one.is_backed:
            raise Http404
        place, *more = places([one, *others], self.language)
        return self.show(
            request,
            "pages/premises_item.html",
            slug,
            title=one.title,
            about=f"{place.kind_label}, {place.area}, {place.district}. {one.description}",
            schema=_schema(one),
            place=place,
            premises=one,
            facts=_facts(place),
            picture=_large_picture(one, self.language),
            pins=pins([one], [place]),
            places=more,
        )

    def shown_slugs(self) -> list[str]:
        """Premises on offer."""
        return list(Premises.objects.on_offer().order_by("pk").values_list("slug", flat=True))


def _facts(place: Any) -> list[tuple[str, str]]:
    return [
        (_("Kind"), place.kind_label),
        (_("Area"), place.area),
        (_("Price"), place.price),
        (_("Vacant from"), place.vacant),
        (_("Part of town"), place.district),
        (_("Address"), place.address),
        (_("From the station"), place.walk),
    ]


def _large_picture(one: Premises, language: str) -> str:

    if one.image_id is None:
        return ""
    return pictures(language, ((one.image_id, one.image_alt),), TEXT_SIZES, "", True).get(one.image_id, "")


def _schema(one: Premises) -> dict[str, Any]:
    """A Place, with its floor space in square metres."""
    return {
        "@type": "Place",
        "name": one.title,
        "description": one.description,
        "address": {"@type": "PostalAddress", "streetAddress": one.address, "addressLocality": one.district},
        "additionalProperty": {
            "@type": "PropertyValue",
            "name": "area",
            "minValue": one.area_from,
            "maxValue": one.area_to,
            "unitCode": "MTK",
        },
    }
