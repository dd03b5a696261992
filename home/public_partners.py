"""Partner firms as the public sees them: the wall, the directory, and a page for each."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Count
from django.http import QueryDict
from django.utils.translation import gettext as _

from partners.models import SPOKEN, Agreement, PartnerFirm, Premises

from .shelves import published, shelf, url_of

A_PAGE = 24
BRICKS = 60  # firms of one tier on the wall; the rest stand in the directory
LONGEST_NAME = 60


@dataclass(frozen=True)
class Firm:
    """A firm that takes part today. Industries, competences and languages are (slug or code, name)."""

    pk: int
    slug: str
    name: str
    initials: str
    tagline: str
    offers: tuple[str, ...]
    industries: tuple[tuple[str, str], ...]
    has_mentor: bool
    tier: str
    tier_name: str
    tier_description: str
    competences: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    logo: int = 0  # the key of the picture, 0 without one
    picture: str = ""  # the logo itself, where a page shows it


@dataclass(frozen=True)
class Profile:
    """What only the firm's own page says."""

    text: str
    website: str
    is_public_body: bool
    since: int
    industry_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """A story about a firm."""

    title: str
    intro: str
    url: str


@shelf
def directory(language: str) -> tuple[Firm, ...]:
    """Firms with a running agreement, by rank of the tier and then by name, Æ Ø Å last."""
    running = (
        Agreement.objects.running()
        .select_related("firm", "tier")
        .prefetch_related("firm__industries", "firm__competences")
    )
    rows = [(one.tier.rank, alphabetical(one.firm.name), one) for one in running]
    return tuple(
        _firm(one.firm, one.tier) for *_order, one in sorted(rows, key=lambda row: (row[0], row[1], row[2].pk))
    )


def _firm(firm: PartnerFirm, tier: Any) -> Firm:
    industries = tuple((one.slug, one.name) for one in firm.industries.all() if not one.is_retired)
    return Firm(
        pk=firm.pk,
        slug=firm.slug,
        name=firm.name,
        initials=firm.logo_initials,
        tagline=firm.tagline,
        offers=tuple(firm.offers),
        industries=industries,
        has_mentor=bool(firm.mentor_name),  # that there is one; who it is, is for the newcomer
        tier=tier.slug,
        tier_name=tier.name,
        tier_description=tier.description,
        competences=tuple((one.slug, one.name) for one in firm.competences.all() if not one.is_retired),
        languages=tuple((code, str(SPOKEN[code])) for code in firm.languages if code in SPOKEN),
        logo=firm.logo_id or 0,
    )


@shelf
def profile(language: str, pk: int) -> Profile:
    """The rest about a firm of the directory."""
    firm = PartnerFirm.objects.get(pk=pk)
    signed = firm.agreements.filter(signed_at__isnull=False)  # an offer that came to nothing made nobody a partner
    since = signed.order_by("starts_on").values_list("starts_on__year", flat=True).first()
    codes = tuple(str(one) for one in firm.industry_codes.all())
    return Profile(firm.profile, firm.website, firm.is_public_body, since or 0, codes)


@shelf
def stories_about(language: str, pk: int) -> tuple[Story, ...]:
    """The newest stories about a firm, three at most."""
    found = published(apps.get_model("home", "StoryPage"), language).filter(firm_id=pk).order_by("-told_on", "-pk")[:3]
    return tuple(Story(page.title, page.intro, url_of(page)) for page in found)


def alphabetical(name: str) -> tuple[tuple[int, str], ...]:
    """The order of a Norwegian list: letter by letter, Æ Ø Å last, accents and case disregarded."""
    last = {"æ": 1, "ä": 1, "ø": 2, "ö": 2, "å": 3}
    return tuple((last[letter], "") if letter in last else (0, _plain(letter)) for letter in name.casefold())


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def premises_by_firm() -> dict[int, int]:
    """How many premises each firm has on offer today, by its key."""
    rows = Premises.objects.on_offer().order_by().values("firm_id").annotate(number=Count("pk"))
    return {row["firm_id"]: row["number"] for row in rows}


# --- The filter -----------------------------------------------------------------------------------------------------
OFFERS = ("fadder", "lokaler")
FILTERS = ("navn", "bransje", "tilbud", "kompetanse", "sprak")


@dataclass(frozen=True)
class Looking:
    """Which firms are looked for. The names of the fields are those in the address."""

    navn: str = ""
    bransje: str = ""
    tilbud: str = ""
    kompetanse: str = ""
    sprak: str = ""

    @classmethod
    def read(cls, query: QueryDict, firms: Sequence[Firm]) -> Looking:
        """What an address asks; what makes no sense there is as good as unsaid."""
        industry = query.get("bransje", "")
        offer = query.get("tilbud", "")
        competence, spoken = query.get("kompetanse", ""), query.get("sprak", "")
        return cls(
            navn=" ".join(query.get("navn", "").replace("\x00", "").split())[:LONGEST_NAME],
            bransje=industry if industry in dict(industries_of(firms)) else "",
            tilbud=offer if offer in OFFERS else "",
            kompetanse=competence if competence in dict(competences_of(firms)) else "",
            sprak=spoken if spoken in dict(languages_of(firms)) else "",
        )

    def address(self) -> str:
        """As an address has it, "?…"; empty for everybody."""
        said = [(name, value) for name in FILTERS if (value := getattr(self, name))]
        return f"?{urlencode(said)}" if said else ""

    def fits(self, firm: Firm, premises: dict[int, int]) -> bool:
        """Whether `firm` is one of them."""
        if self.tilbud == "fadder" and not firm.has_mentor:
            return False
        if self.tilbud == "lokaler" and not premises.get(firm.pk):
            return False
        if self.bransje and self.bransje not in dict(firm.industries):
            return False
        if self.kompetanse and self.kompetanse not in dict(firm.competences):
            return False
        if self.sprak and self.sprak not in dict(firm.languages):
            return False
        return _searchable(self.navn) in _searchable(firm.name)

    def chips(self, firms: Sequence[Firm]) -> list[dict[str, str]]:
        """The active filters: `label`, and `href` without it."""
        labels = {
            "navn": _("named “%(name)s”") % {"name": self.navn},
            "bransje": dict(industries_of(firms)).get(self.bransje, ""),
            "tilbud": offer_words().get(self.tilbud, ""),
            "kompetanse": dict(competences_of(firms)).get(self.kompetanse, ""),
            "sprak": dict(languages_of(firms)).get(self.sprak, ""),
        }
        return [
            {"name": name, "label": label, "href": replace(self, **{name: ""}).address()}
            for name, label in labels.items()
            if getattr(self, name)
        ]


def _searchable(text: str) -> str:
    return " ".join(text.casefold().split())


def offer_words() -> dict[str, str]:
    """What a firm may offer, as it reads."""
    return {"fadder": _("Mentor for newcomers"), "lokaler": _("Vacant premises")}


def industries_of(firms: Sequence[Firm]) -> list[tuple[str, str]]:
    """The industries the firms are in, in alphabetical order."""
    return sorted({one for firm in firms for one in firm.industries}, key=lambda one: alphabetical(one[1]))


def competences_of(firms: Sequence[Firm]) -> list[tuple[str, str]]:
    """What the firms can help with, in alphabetical order."""
    return sorted({one for firm in firms for one in firm.competences}, key=lambda one: alphabetical(one[1]))


def languages_of(firms: Sequence[Firm]) -> list[tuple[str, str]]:
    """The languages the firms help in, in the order in which they are offered."""
    spoken = {one for firm in firms for one in firm.languages}
    return [(code, str(name)) for code, name in SPOKEN.items() if (code, str(name)) in spoken]


def logos_wanted(firms: Sequence[Firm]) -> tuple[tuple[int, str], ...]:
    """The pictures of the firms' logos; beside the name of the firm they say nothing more."""
    return tuple(sorted({(firm.logo, "") for firm in firms if firm.logo}))


def with_logos(firms: Sequence[Firm], shown: dict[int, Any]) -> list[Firm]:
    """The firms with their logos, of which `shown` holds the pictures by key."""
    return [replace(firm, picture=shown.get(firm.logo, "")) for firm in firms]


def wall(firms: Sequence[Firm]) -> list[dict[str, Any]]:
    """The firms tier by tier: `name`, `description`, `firms` on the wall, and how many `more` there are."""
    tiers: dict[str, list[Firm]] = {}
    for firm in firms:
        tiers.setdefault(firm.tier, []).append(firm)
    return [
        {
            "name": members[0].tier_name,
            "description": members[0].tier_description,
            "firms": members[:BRICKS],
            "more": max(0, len(members) - BRICKS),
        }
        for members in tiers.values()
    ]
