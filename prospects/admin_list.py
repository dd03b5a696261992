"""The list of cases in the admin: who waits for an answer first. No page of it counts or reads all cases."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.defaults import permission_denied

from common.countries import country_choices

from .admin_saved import tabs
from .admin_timing import clock_of
from .case_filters import MOST_FOUND, Chosen, choices, removable
from .counting import UpTo, up_to
from .models import Prospect, SavedView
from .rights import CHANGE, CONTACTS, VIEW

PER_PAGE = 25
LAST_PAGE = 100_000


@dataclass(frozen=True)
class Page:
    """A page of cases. `last` is the number of the last page, None when there are more than are counted."""

    items: list[Prospect]
    number: int
    has_next: bool
    last: int | None

    @property
    def previous(self) -> int | None:
        """The page before it."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The page after it."""
        return self.number + 1 if self.has_next else None


def page_number(asked: str) -> int:
    """The page asked for; the first when that makes no sense."""
    is_number = asked.isascii() and asked.isdecimal() and len(asked) <= 6
    return max(1, min(int(asked), LAST_PAGE)) if is_number else 1


def page_of(found: QuerySet[Prospect], number: int, counted: UpTo, *, sees_contacts: bool) -> Page:
    """Page `number` of `found`: its keys come from an index alone, and only its own rows are read."""
    start = (number - 1) * PER_PAGE
    keys = list(found.values_list("pk", flat=True)[start : start + PER_PAGE + 1])
    last = None if counted.is_more else max(1, -(-counted.number // PER_PAGE))
    return Page(in_order(keys[:PER_PAGE], sees_contacts=sees_contacts), number, len(keys) > PER_PAGE, last)


def in_order(keys: list[int], *, sees_contacts: bool) -> list[Any]:
    """The cases with these keys, in this order, with what a list shows of them."""
    found = Prospect.objects.filter(pk__in=keys).select_related("industry", "adviser")
    if sees_contacts:
        found = found.prefetch_related("contacts")
    by_key: dict[int, Any] = {one.pk: one for one in found}
    now = timezone.now()
    cases = [by_key[key] for key in keys if key in by_key]
    for one in cases:
        one.clock = clock_of(one, now)
    return cases


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All cases: who waits for a first answer first, then what is under way, then what rests or ended."""
    user = request.user
    if not user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    chosen = Chosen.read(request.GET)
    sees_contacts = user.has_perm(CONTACTS)
    found = chosen.cases(user)
    everything = Prospect.objects.visible_to(user)
    counts = up_to(
        {
            "found": found,
            "all": everything,
            "waiting": everything.filter(urgency=0),
            "mine": everything.filter(adviser=user),
            **{value: everything.filter(stage=value) for value in Prospect.Stage.values},
        }
    )
    page = page_of(found, page_number(request.GET.get("p", "")), counts["found"], sees_contacts=sees_contacts)
    filters = choices(chosen, country_choices(), with_stage=False)
    context = {
        "page": page,
        "counts": counts,
        "stages": [(value, label, counts[value]) for value, label in Prospect.Stage.choices],
        "filters": filters,
        "removable": removable(chosen, filters),
        "sees_contacts": sees_contacts,
        "may": {"change": user.has_perm(CHANGE)},
        "chosen": chosen,
        "most_found": MOST_FOUND,
        **tabs(request, chosen, SavedView.Face.LIST),
        "header_icon": "group",
        "header_title": _("Prospects"),
        "breadcrumbs_items": trail(_("Prospects")),
    }
    return render(request, "prospects/admin/index.html", context)


def trail(last: str) -> list[dict[str, Any]]:
    """The way to a page of the case work."""
    way = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    if last != _("Prospects"):
        way.append({"url": reverse("prospects:index"), "label": _("Prospects")})
    return [*way, {"url": "", "label": last}]
