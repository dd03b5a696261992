"""What one is told of the firm, and how often one wants it by mail."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from partners.models import Frequency, Topic
from partners.services import choose_frequency, chosen_frequencies, mark_read, notices_for, say, still_meant

from .access import seat_required
from .pages import show
from .undo import offer

PER_PAGE = 20


class ChoicesForm(forms.Form):
    """How often one wants mail of each kind of event."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for value, label in Topic.choices:
            self.fields[value] = forms.ChoiceField(label=label, choices=Frequency.choices, initial=Frequency.AT_ONCE)


def _chosen(user: Any) -> dict[str, str]:
    return chosen_frequencies(user)


@require_safe
@seat_required
def notices(request: HttpRequest) -> HttpResponse:
    """Everything one is told, the newest first."""
    return _show(request, ChoicesForm(initial=_chosen(request.user)))


def _show(request: HttpRequest, form: ChoicesForm) -> HttpResponse:
    seat = request.seat  # type: ignore[attr-defined]
    items = Paginator(notices_for(request.user, seat.firm), PER_PAGE).get_page(request.GET.get("side"))  # type: ignore[arg-type]
    lines = [(one, say(one)) for one in still_meant(list(items.object_list))]
    status = 422 if form.errors else 200
    return show(request, "portal/notices.html", "notices", status=status, items=items, lines=lines, form=form)


@require_POST
@seat_required
def read_notices(request: HttpRequest) -> HttpResponse:
    """One has read one of them, or all."""
    key = request.POST.get("varsel", "")
    is_number = key.isdecimal() and len(key) < 18
    if is_number or not key:
        now, only = timezone.now(), int(key) if is_number else None
        number = mark_read(request.user, request.seat.firm, only=only, at=now)  # type: ignore[attr-defined,arg-type]
        if number:
            said = ngettext("Marked as read.", "%(number)s marked as read.", number) % {"number": number}
            offer(request, said, "read", at=now.isoformat())
    return redirect("portal:notices")


@require_POST
@seat_required
def notice_choices(request: HttpRequest) -> HttpResponse:
    """How often one wants mail from now on."""
    form = ChoicesForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    before = _chosen(request.user)
    for topic, frequency in form.cleaned_data.items():
        choose_frequency(request.user, topic=topic, frequency=frequency)  # type: ignore[arg-type]
    said, after = _("Kept. What waits for a letter follows your choice too."), _chosen(request.user)
    if after == before:
        messages.success(request, said)
    else:
        offer(request, said, "choices", before=before, after=after)
    return redirect("portal:notices")
