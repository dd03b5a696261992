"""Which partner firms suit a prospect best, by weights that can be changed, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from partners.models import SPOKEN, PartnerFirm

from ..handed_over import agreements_for_handovers, firms_for_handovers, firms_without_room
from ..models import Handover, MatchWeight, Prospect
from .own_leads import comes_first, comes_first_in_words

Quality = MatchWeight.Quality
DEFAULT_WEIGHT = 5
UNKNOWN = 30
"""The points of what is not known of a firm or of the prospect."""
AT_ONCE = 5
"""A firm that works with so many prospects at the same time is full."""
RESTED_DAYS = 180
"""After so many days without an offer a firm has waited as long as one can."""
A_LITTLE_HELP = 40
"""The points of helping with anything at all; the rest is for how much of what is needed."""
_CLASS = 5  # of an industry code, "62.02" of "62.020": firms of one class do the same


@dataclass(frozen=True)
class Reason:
    """What one quality of a firm gives: `words`, `points` of 100, and how much it counts."""

    quality: str
    words: str
    points: int
    weight: int


@dataclass(frozen=True)
class Suggestion:
    """A firm with its score from 0 to 100, why, and what to think of before asking (may be empty)."""

    firm: PartnerFirm
    score: int
    reasons: list[Reason]
    caution: str = ""

    @property
    def why(self) -> list[Reason]:
        """What speaks for it, the weightiest first."""
        return [one for one in self.reasons if one.points >= 50 and one.weight]


@dataclass(frozen=True)
class Suggestions:
    """The firms that suit, the best first, and those left out with the reason in words."""

    firms: list[Suggestion] = field(default_factory=list)
    left_out: list[tuple[PartnerFirm, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Wish:
    """What of the prospect is compared."""

    helps: dict[int, str]
    industry: int
    industry_name: str
    language: str


@dataclass(frozen=True)
class _Past:
    """What of a firm's handovers is compared."""

    under_way: int = 0
    last_at: datetime | None = None


def match_weights() -> dict[str, int]:
    """How much each quality counts, from 0 to 10."""
    stored = dict(MatchWeight.objects.values_list("quality", "weight"))
    return {quality: stored.get(quality, DEFAULT_WEIGHT) for quality in Quality.values}


@transaction.atomic
def set_match_weights(values: Mapping[str, int], *, by: Any) -> None:
    """Change how much each quality counts. Raises ValueError for a weight below 0 or above 10."""
    for quality in Quality.values:
        weight = values[quality]
        if not 0 <= weight <= 10:
            raise ValueError(f"{quality}: {weight}")
        MatchWeight.objects.update_or_create(quality=quality, defaults={"weight": weight})
    log(by, "prospects.match_weights_changed", user=by, data=dict(values))


def suggest_firms(prospect: Prospect, *, now: datetime | None = None) -> Suggestions:
    """The firms that may be asked for `prospect`, the best first. The same number of queries for any number of firms.

    Only firms that get handovers today and have not been asked. Left out are those that are full (their agreement's
    handovers of the year are used up, or AT_ONCE are under way), those that compete with it, and all others while a
    firm that told us of it comes first.
    """
    at = now or timezone.now()
    before = Handover.objects.filter(prospect=prospect)
    asked = before.exclude(status__in=Handover.OVER).values("firm")
    found: Any = PartnerFirm.objects.with_history().filter(pk__in=firms_for_handovers()).exclude(pk__in=asked)
    firms = list(found.prefetch_related("industries", "competences", "industry_codes").order_by("name", "pk"))
    if not firms:
        return Suggestions()
    weights = match_weights()
    wish = _wish(prospect)
    agreements = agreements_for_handovers(firms)
    used_up = firms_without_room(firms, timezone.localdate(at).year)
    silent = set(before.filter(status=Handover.Status.LAPSED).values_list("firm", flat=True))
    pasts = _pasts(firms)
    rivals = _rivals(prospect, firms)
    first = comes_first(prospect)
    result = Suggestions()
    for firm in firms:
        if first is not None and firm.pk != first.firm_id:
            result.left_out.append((firm, comes_first_in_words(first)))
            continue
        past = pasts.get(firm.pk, _Past())
        if reason := _left_out(firm, past, used_up, rivals):
            result.left_out.append((firm, reason))
            continue
        rank = agreements[firm.pk].tier.rank if firm.pk in agreements else None
        reasons = _reasons(firm, wish, past, rank, weights, at)
        caution = _("It did not answer for this prospect last time.") if firm.pk in silent else ""
        result.firms.append(Suggestion(firm, mean_of(reasons), reasons, caution))
    result.firms.sort(key=lambda one: (-one.score, one.firm.name, one.firm.pk))
    return result


def mean_of(reasons: list[Reason]) -> int:
    """From 0 to 100: the mean of the points by weight, rounded down; 0 when nothing counts."""
    total = sum(one.weight for one in reasons)
    return sum(one.weight * one.points for one in reasons) // total if total else 0


def _wish(prospect: Prospect) -> _Wish:
    contact = prospect.main_contact
    helps = {one.pk: one.name for one in prospect.wants_help_with.all()}
    return _Wish(helps, prospect.industry_id, prospect.industry.name, contact.language.split("-")[0] if contact else "")


def _pasts(firms: list[PartnerFirm]) -> dict[int, _Past]:
    working = Q(status__in=(*Handover.UNANSWERED, "interested", "accepted", "in_progress"))
    rows = Handover.objects.filter(firm__in=[firm.pk for firm in firms]).exclude(status="draft").order_by()
    told = Max("handed_over_at", filter=Q(consented_at__isnull=False) & ~Q(status="queued"))
    return {
        firm: _Past(under_way, last_at)
        for firm, under_way, last_at in rows.values("firm")
        .annotate(under_way=Count("pk", filter=working), last_at=told)
        .values_list("firm", "under_way", "last_at")
    }


def _rivals(prospect: Prospect, firms: list[PartnerFirm]) -> set[int]:
    """Firms that are the prospect itself, or do the same for a living by their industry codes."""
    code = prospect.company.industry_code if prospect.company else None
    own = (code.version, code.code[:_CLASS]) if code else None
    return {
        firm.pk
        for firm in firms
        if (prospect.organisation_number and firm.organisation_number == prospect.organisation_number)
        or (own and any((one.version, one.code[:_CLASS]) == own for one in firm.industry_codes.all()))
    }


def _left_out(firm: PartnerFirm, past: _Past, used_up: set[int], rivals: set[int]) -> str:
    if firm.pk in rivals:
        return _("Does the same for a living as the prospect")
    if firm.pk in used_up:
        return _("Has used up its handovers for this year")
    if past.under_way >= AT_ONCE:
        return _("Works with %(number)s prospects already") % {"number": past.under_way}
    return ""


def _reasons(
    firm: PartnerFirm, wish: _Wish, past: _Past, rank: int | None, weights: Mapping[str, int], at: datetime
) -> list[Reason]:
    """Quality by quality; what gives most first."""
    found = {
        Quality.COMPETENCE: _competence(firm, wish),
        Quality.INDUSTRY: _industry(firm, wish),
        Quality.CAPACITY: _capacity(past),
        Quality.LANGUAGE: _language(firm, wish),
        Quality.TIER: (UNKNOWN, _("Tier not known")) if rank is None else (100 // max(rank, 1), _tier(rank)),
        Quality.FORMER: (100, _("Was a partner of the programme before"))
        if firm.is_former_partner
        else (0, _("Is a new partner")),
        Quality.FAIRNESS: _fairness(past, at),
    }
    reasons = [
        Reason(str(quality.label), words, points, weights[quality]) for quality, (points, words) in found.items()
    ]
    return sorted(reasons, key=lambda one: -one.weight * one.points)


def _tier(rank: int) -> str:
    return _("Partner at tier %(rank)s") % {"rank": rank}


def _competence(firm: PartnerFirm, wish: _Wish) -> tuple[int, str]:
    if not wish.helps:
        return UNKNOWN, _("Not written down what they need help with")
    shared = [wish.helps[one.pk] for one in firm.competences.all() if one.pk in wish.helps]
    if not shared:
        return 0, _("Offers nothing they asked for")
    points = A_LITTLE_HELP + (100 - A_LITTLE_HELP) * len(shared) // len(wish.helps)
    return points, _("Can help with: %(what)s") % {"what": ", ".join(shared)}


def _industry(firm: PartnerFirm, wish: _Wish) -> tuple[int, str]:
    known = {one.pk for one in firm.industries.all()}
    if not known:
        return UNKNOWN, _("Has not said which industries it knows")
    name = {"industry": wish.industry_name}
    if wish.industry in known:
        return 100, _("Knows the industry: %(industry)s") % name
    return 0, _("Knows other industries than %(industry)s") % name


def _capacity(past: _Past) -> tuple[int, str]:
    points = 100 - 100 * past.under_way // AT_ONCE
    if not past.under_way:
        return points, _("Has no prospect under way")
    words = ngettext("Has %(number)s prospect under way", "Has %(number)s prospects under way", past.under_way)
    return points, words % {"number": past.under_way}


def _language(firm: PartnerFirm, wish: _Wish) -> tuple[int, str]:
    if not wish.language or not firm.languages:
        return UNKNOWN, _("Not known which languages it helps in")
    name = {"language": str(SPOKEN.get(wish.language, wish.language))}
    if wish.language in firm.languages:
        return 100, _("Speaks their language: %(language)s") % name
    return 0, _("Has not said that it speaks %(language)s") % name


def _fairness(past: _Past, at: datetime) -> tuple[int, str]:
    if past.last_at is None:
        return 100, _("Has never been offered a prospect")
    days = max(0, (at - past.last_at).days)
    words = ngettext("Last offered one %(days)s day ago", "Last offered one %(days)s days ago", days)
    return min(100, 100 * days // RESTED_DAYS), words % {"days": days}
