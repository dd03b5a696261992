"""The board: a column for each stage, the most urgent cases of each, and one step forward at a time."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.defaults import permission_denied

from common.countries import country_choices

from .admin_case import STEP_WORDS, back_to, changes
from .admin_list import in_order, trail
from .admin_saved import tabs
from .case_filters import Chosen, choices, removable
from .counting import UpTo, first_of_each, up_to
from .models import Prospect, SavedView
from .rights import CHANGE, CONTACTS, VIEW

CARDS, MORE_CARDS = 10, 50


@dataclass(frozen=True)
class Column:
    """A stage with its first cards; `is_long` when more of them are shown than in the other columns."""

    stage: str
    label: Any
    cards: list[Prospect]
    counted: UpTo
    is_long: bool

    @property
    def hidden(self) -> bool:
        """Whether there are more than are shown."""
        return self.counted.number > len(self.cards)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The cases under way by stage, with the filters of the list; `?mer=` the stage that is shown at length."""
    user = request.user
    if not user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    chosen = Chosen.read(request.GET)
    # The columns are the stages, and what rests or ended is shown only when asked for.
    found = chosen.cases(user, without=("stage",))
    if "standing" not in chosen.values:
        found = found.filter(urgency__lte=1)
    stages = {value: found.filter(stage=value) for value in Prospect.Stage.values}
    longer = request.GET.get("mer", "")
    sizes = {value: MORE_CARDS if value == longer else CARDS for value in stages}
    keys = first_of_each({value: part[: sizes[value]] for value, part in stages.items()})
    counts = up_to(stages)
    cards = {
        one.pk: one
        for one in in_order([key for part in keys.values() for key in part], sees_contacts=user.has_perm(CONTACTS))
    }
    for one in cards.values():
        one.step_words = STEP_WORDS[one.next_step][0] if one.next_step else ""
    filters = choices(chosen, country_choices(), with_stage=False)
    context = {
        "columns": [
            Column(value, label, [cards[key] for key in keys[value] if key in cards], counts[value], value == longer)
            for value, label in Prospect.Stage.choices
        ],
        "filters": filters,
        "removable": removable(chosen, filters),
        "chosen": chosen,
        "may": {"change": user.has_perm(CHANGE)},
        "here": request.get_full_path(),
        **tabs(request, chosen, SavedView.Face.BOARD),
        "header_icon": "list-ul",
        "breadcrumbs_items": trail(_("Board")),
    }
    return render(request, "prospects/admin/board.html", context)


@changes(CHANGE)
def move_on(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """One step forward, as the board asks. What is missing is told with links; asked by the script, as JSON."""
    verb, refused, missing = prospect.next_step, "", []
    case = reverse("prospects:case", args=[prospect.pk])
    if not verb or request.POST.get("verb") != verb:
        refused = _("The case has moved on meanwhile. This is how it stands now.")
    elif verb == "verify":
        refused = _("Say on the page of the case how you have checked that they came.")
        missing = [{"text": _("How it was checked"), "url": f"{case}#verify_how"}]
    elif lacking := prospect.missing_for_next_stage:
        refused = _("%(case)s cannot move on yet. Still missing:") % {"case": prospect}
        missing = [{"text": str(one), "url": f"{case}#{one.field}"} for one in lacking]
    else:
        try:
            getattr(prospect, verb)(by=request.user)
        except ValidationError as error:
            refused = " ".join(error.messages)
    if request.headers.get("Accept") == "application/json":
        if refused:
            return JsonResponse({"refused": refused, "missing": missing, "stage": prospect.stage}, status=409)
        words = STEP_WORDS.get(prospect.next_step)
        said = _("%(case)s is now at: %(stage)s.") % {"case": prospect, "stage": prospect.get_stage_display()}
        step = {"verb": prospect.next_step, "words": str(words[0]) if words else ""}
        return JsonResponse({"said": said, "stage": prospect.stage, "step": step})
    if refused:
        links = [format_html('<a href="{}">{}</a>', one["url"], one["text"]) for one in missing]
        told = format_html("{} {}", refused, format_html(", ".join(["{}"] * len(links)), *links) if links else "")
        messages.error(request, told)
    else:
        messages.success(request, _("Moved on."))
    return back_to(request, prospect)
