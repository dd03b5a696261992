"""Which other cases may be of the same company, and who has spoken with it lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.models import PartnerFirm

from ..models import Activity, Prospect, domain_of, name_key
from ..models.keys import START

LATELY = timedelta(days=90)
MOST_ALIKE = 20
MOST_LOOKED_AT = 200
SIMILAR = 0.88
"""From which share of equal letters two names are very similar."""


@dataclass(frozen=True)
class Alike:
    """Another case that may be of the same company, and `why` in words."""

    prospect: Prospect
    why: str


@dataclass(frozen=True)
class Talk:
    """The last time somebody of ours was in touch with the company in another case."""

    prospect: Prospect
    why: str
    kind: str
    by: Any
    at: datetime


def keep_keys(prospect: Prospect) -> None:
    """Store by what the case is known again, as its name, website and addresses now stand."""
    key = name_key(prospect.company_name)
    found = domain_of(prospect.website)
    if not found:
        addresses = prospect.contacts.order_by("-is_main", "pk").values_list("email", flat=True)
        found = next((one for one in map(domain_of, addresses) if one), "")
    new = {"name_key": key, "name_start": key[:START], "domain": found}
    if any(getattr(prospect, name) != value for name, value in new.items()):
        Prospect.with_merged.filter(pk=prospect.pk).update(**new)
        prospect.name_key, prospect.name_start, prospect.domain = new.values()


def alike(
    *, name: str, number: str = "", domain: str = "", among: QuerySet, beside: Prospect | None = None
) -> list[Alike]:
    """The cases `among` those that may be of the company with that name, number and domain; the surest first.

    Alike is the same organisation number, the same domain, or a name that is the same or very similar. One query.
    """
    key = name_key(name)
    condition = Q()
    if number:
        condition |= Q(organisation_number=number)
    if domain:
        condition |= Q(domain=domain)
    if key:
        condition |= Q(name_start=key[:START])
    if not condition:
        return []
    found = among.filter(condition).select_related("adviser", "industry").order_by("-created_at", "-pk")
    if beside is not None:
        found = found.exclude(pk=beside.pk)
    rated = []
    for one in found[:MOST_LOOKED_AT]:
        if number and one.organisation_number == number:
            rated.append((0, Alike(one, _("same organisation number"))))
        elif number and one.organisation_number:
            continue  # two numbers are two companies, whatever they are called
        elif domain and one.domain == domain:
            rated.append((1, Alike(one, _("same domain, %(domain)s") % {"domain": domain})))
        elif one.name_key == key:
            rated.append((2, Alike(one, _("same name"))))
        elif SequenceMatcher(None, one.name_key, key).ratio() >= SIMILAR:
            rated.append((3, Alike(one, _("very similar name"))))
    rated.sort(key=lambda pair: pair[0])
    return [one for _rank, one in rated[:MOST_ALIKE]]


def alike_of(prospect: Prospect, *, by: Any) -> list[Alike]:
    """The other cases that `by` may see and that may be of the same company."""
    return alike(
        name=prospect.company_name,
        number=prospect.organisation_number,
        domain=prospect.domain,
        among=Prospect.objects.visible_to(by),
        beside=prospect,
    )


def spoken_lately(found: Iterable[Alike], now: datetime | None = None) -> list[Talk]:
    """Who of ours was in touch with these in the last 90 days: the last time in each case, the latest first."""
    why = {one.prospect.pk: one for one in found}
    if not why:
        return []
    since = (now or timezone.now()) - LATELY
    touch = (
        Activity.objects.filed()
        .filter(prospect__in=list(why), happened_at__gte=since)
        .exclude(kind=Activity.Kind.NOTE)
        .select_related("by")
        .order_by("-happened_at", "-pk")
    )
    last: dict[int, Talk] = {}
    for one in touch[:MOST_LOOKED_AT]:
        known = why[one.prospect_id]
        talk = Talk(known.prospect, known.why, str(one.get_kind_display()), one.by, one.happened_at)
        last.setdefault(one.prospect_id, talk)
    return list(last.values())


def firm_with(number: str) -> PartnerFirm | None:
    """The partner firm with this organisation number: it is one of us already."""
    return PartnerFirm.objects.filter(organisation_number=number).first() if number else None


# --- the list of likely doubles --------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Group:
    """Cases that are likely of one company: `why` in words, the oldest first."""

    why: str
    prospects: list[Prospect]


def likely_doubles(*, by: Any, most: int = 50) -> list[Group]:
    """Groups of cases that share a number, a domain or a name, the surest first; each pair of cases in one of them.

    A fixed number of queries, however many there are; at most `most` groups of each kind.
    """
    cases = Prospect.objects.visible_to(by)
    shared = {
        "organisation_number": _("Same organisation number"),
        "domain": _("Same domain"),
        "name_key": _("Same name"),
    }
    groups: list[Group] = []
    seen: set[frozenset[int]] = set()
    for field, why in shared.items():
        twice = (
            cases.exclude(**{field: ""})
            .order_by()
            .values(field)
            .annotate(number=Count("pk"), first=Min("pk"))
            .filter(number__gt=1)
            .order_by("-first")[:most]
        )
        values = [row[field] for row in twice]
        members: dict[str, list[Prospect]] = {value: [] for value in values}
        found = cases.filter(**{f"{field}__in": values}).select_related("industry", "adviser")
        for one in found.order_by("created_at", "pk")[: 10 * most]:
            members[getattr(one, field)].append(one)
        for value, group in members.items():
            keep = group if field == "organisation_number" else _one_company(group)
            keys = frozenset(one.pk for one in keep)
            if len(keep) > 1 and not any(keys <= other for other in seen):
                seen.add(keys)
                groups.append(Group(f"{why}: {value if field != 'name_key' else keep[0]}", keep))
    return groups


def _one_company(group: list[Prospect]) -> list[Prospect]:
    """Without those whose organisation number says that they are another company than the first with a number."""
    number = next((one.organisation_number for one in group if one.organisation_number), "")
    return [one for one in group if one.organisation_number in ("", number)]
