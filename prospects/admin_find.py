"""One search over all that one may see of the cases: companies, people, what was written, tasks, firms."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.defaults import permission_denied

from partners.models import PartnerFirm

from .admin_list import trail
from .case_filters import Chosen, cases_with
from .models import Activity, Contact, Handover, Prospect, Task
from .rights import CONTACTS, VIEW
from .search_index import found, words_of

SHOWN = 20
ROOM = 90
"""Letters shown on each side of the first word found in a long text."""


@dataclass(frozen=True)
class Hit:
    """Something found: where it leads, its name and a line below it, both with the words marked."""

    url: str
    title: SafeString
    line: SafeString
    about: Any = ""


@dataclass(frozen=True)
class Group:
    """What was found of one kind, the newest first; `is_more` when there is more than is shown."""

    key: str
    name: str
    hits: list[Hit]
    is_more: bool
    more_url: str = ""


def marked(text: str, words: Iterable[str]) -> SafeString:
    """`text` as HTML in which the words, at the beginning of a word, are marked."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not alternatives:
        return format_html_join("", "{}", [(text,)])
    parts = re.split(rf"(?<!\w)({alternatives})", text, flags=re.IGNORECASE)
    odd = format_html_join("", "{}{}", ((part, "") for part in parts[:1]))
    rest = zip(parts[1::2], parts[2::2], strict=True)
    return odd + format_html_join("", "<mark>{}</mark>{}", rest)


def excerpt(text: str, words: Iterable[str]) -> SafeString:
    """The part of a long text around the first of the words, marked."""
    flat = " ".join(text.split())
    alternatives = "|".join(re.escape(word) for word in words)
    first = re.search(rf"(?<!\w)({alternatives})", flat, flags=re.IGNORECASE) if alternatives else None
    start = max(0, (first.start() if first else 0) - ROOM)
    end = (first.end() if first else 0) + ROOM
    cut = f"{'… ' if start else ''}{flat[start:end].strip()}{' …' if end < len(flat) else ''}"
    return marked(cut, words)


def _case(pk: int, at: str = "") -> str:
    return reverse("prospects:case", args=[pk]) + at


def _kept_order(queryset: QuerySet, keys: list[int]) -> list[Any]:
    by_key = {one.pk: one for one in queryset.filter(pk__in=keys)}
    return [by_key[key] for key in keys if key in by_key]


def _cases(user: Any, typed: str, words: list[str]) -> Group:
    keys = sorted(cases_with(typed, in_contacts=False), reverse=True)
    cases = _kept_order(Prospect.objects.visible_to(user).select_related("industry", "adviser"), keys[: SHOWN + 1])
    hits = [
        Hit(_case(one.pk), marked(one.company_name, words), marked(one.organisation_number, words), one)
        for one in cases[:SHOWN]
    ]
    more = f"{reverse('prospects:index')}?{Chosen({}, typed).query}"
    return Group("cases", _("Companies"), hits, len(cases) > SHOWN, more)


def _texts(
    key: str, name: str, found_rows: list[Any], words: list[str], about: Callable[[Any], Any], at: str = ""
) -> Group:
    hits = [
        Hit(_case(one.prospect_id, at), marked(str(one.prospect), words), excerpt(one.text, words), about(one))
        for one in found_rows[:SHOWN]
    ]
    return Group(key, name, hits, len(found_rows) > SHOWN)


def find(user: Any, typed: str) -> list[Group]:
    """What `user` may see and that has all the words typed, kind by kind; at most SHOWN of each, the newest first."""
    words = words_of(typed)
    if not words or not user.has_perm(VIEW):
        return []
    groups = [_cases(user, typed, words)]
    cases = Prospect.objects.visible_to(user)
    if user.has_perm(CONTACTS):
        keys = found("prospects_contact", typed, SHOWN + 1)
        people = _kept_order(Contact.objects.filter(prospect__in=cases).select_related("prospect"), keys)
        hits = [
            Hit(
                _case(one.prospect_id, "#people"),
                marked(", ".join(filter(None, (one.name, one.title))), words),
                marked(" · ".join(filter(None, (one.email, one.phone))), words),
                one.prospect,
            )
            for one in people[:SHOWN]
        ]
        groups.append(Group("people", _("People"), hits, len(people) > SHOWN))
    keys = found("prospects_activity", typed, SHOWN + 1)
    activities = Activity.objects.visible_to(user).exclude(status=Activity.Status.DISCARDED).select_related("prospect")
    written = _kept_order(activities, keys)
    groups.append(_texts("written", _("What was written"), written, words, lambda one: one.happened_at))
    tasks = _kept_order(
        Task.objects.visible_to(user).select_related("prospect"), found("prospects_task", typed, SHOWN + 1)
    )
    groups.append(_texts("tasks", _("Tasks"), tasks, words, lambda one: one.due_at, "#tasks"))
    groups.append(_handovers(user, words))
    return [group for group in groups if group.hits]


def _handovers(user: Any, words: list[str]) -> Group:
    # Firms are hundreds at the most; SQLite knows no small æ, ø and å, Python does.
    firms = [
        pk
        for pk, name in PartnerFirm.objects.order_by().values_list("pk", "name")
        if all(any(part.startswith(word) for part in words_of(name)) for word in words)
    ]
    handovers = list(
        Handover.objects.visible_to(user)
        .filter(firm__in=firms)
        .select_related("prospect", "firm")
        .order_by("-pk")[: SHOWN + 1]
        if firms
        else []
    )
    hits = [
        Hit(
            _case(one.prospect_id, "#handovers"),
            marked(f"{one.firm}: {one.prospect}", words),
            marked(str(one.get_status_display()), ()),
            one.handed_over_at,
        )
        for one in handovers[:SHOWN]
    ]
    return Group("handovers", _("Handed over to"), hits, len(handovers) > SHOWN)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The page of the search."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    typed = request.GET.get("q", "").strip()[:100].replace("\x00", "")
    groups = find(request.user, typed)
    context = {
        "typed": typed,
        "groups": groups,
        "number": sum(len(group.hits) for group in groups),
        "sees_contacts": request.user.has_perm(CONTACTS),
        "header_icon": "search",
        "breadcrumbs_items": trail(_("Search")),
    }
    return render(request, "prospects/admin/find.html", context)
