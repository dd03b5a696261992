"""What the municipality is asked, for its liaisons: a list with clocks, one page with the answer, and asking back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prospects.forms import AnswerForm, AskBackForm
from prospects.models import MunicipalRequest
from prospects.services import answer_request, ask_back, request_tone

from .access import seat_required
from .pages import show, tell_errors

PER_PAGE = 20
_Status = MunicipalRequest.Status
TONES = {_Status.ASKED: "warn", _Status.RETURNED: "info", _Status.ANSWERED: "good"}


def _of_municipality(request: HttpRequest) -> QuerySet:
    """What this seat may read; who does not answer for a municipality finds no such page."""
    seat = request.seat  # type: ignore[attr-defined]
    if not (seat.is_liaison and seat.firm.is_public_body):
        raise Http404
    found = MunicipalRequest.objects.visible_to(seat.membership)
    return found.select_related("prospect__industry", "prospect__adviser", "ended_by")


def _request_or_404(request: HttpRequest, pk: int) -> MunicipalRequest:
    found = _of_municipality(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    return _decorate(found)


def _decorate(one: Any) -> MunicipalRequest:
    """The tone of its tag, and how near its deadline is; an answered one has no clock."""
    one.tone = TONES.get(_Status(one.status), "")
    one.clock = request_tone(one, timezone.now())
    return one


@require_safe
@seat_required
def requests(request: HttpRequest) -> HttpResponse:
    """All of the municipality's, those that wait for its answer first, by their deadline."""
    order = Case(
        When(status=_Status.ASKED, then=Value(0)),
        When(status=_Status.RETURNED, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    listed = _of_municipality(request).annotate(place=order).order_by("place", "-ended_at", "due_at", "pk")
    items = Paginator(listed, PER_PAGE).get_page(request.GET.get("side"))
    items.object_list = [_decorate(one) for one in items.object_list]
    return show(request, "portal/requests.html", "requests", items=items, page_param="side")


def _page(request: HttpRequest, found: MunicipalRequest, status: int = 200, **forms: Any) -> HttpResponse:
    context = {"answer_form": AnswerForm(auto_id="answer_%s"), "ask_form": AskBackForm(auto_id="ask_%s"), **forms}
    words = found.words.select_related("by")
    return show(
        request,
        "portal/request.html",
        "requests",
        status=status,
        asked=found,
        prospect=found.prospect,
        words=words,
        **context,
    )


@require_safe
@seat_required
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One question: what is asked, about whom as far as one may know, and the answer."""
    return _page(request, _request_or_404(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The municipality answers."""
    found = _request_or_404(request, pk)
    if request.method != "POST":
        return redirect("portal:request", pk=pk)
    form = AnswerForm(request.POST, auto_id="answer_%s")
    if not form.is_valid():
        return _page(request, found, 422, answer_form=form)
    try:
        answer_request(found, text=form.cleaned_data["text"], shared=form.cleaned_data["shared"], by=request.user)
    except ValidationError as error:
        return _refused(request, found, error, answer_form=form)
    messages.success(request, _("Thank you. The adviser has your answer."))
    return redirect("portal:request", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """The municipality needs to know more first."""
    found = _request_or_404(request, pk)
    if request.method != "POST":
        return redirect("portal:request", pk=pk)
    form = AskBackForm(request.POST, auto_id="ask_%s")
    if not form.is_valid():
        return _page(request, found, 422, ask_form=form)
    try:
        ask_back(found, text=form.cleaned_data["question"], by=request.user)
    except ValidationError as error:
        return _refused(request, found, error, ask_form=form)
    messages.success(request, _("Asked. Your time stands still until the adviser has explained."))
    return redirect("portal:request", pk=pk)


def _refused(request: HttpRequest, found: MunicipalRequest, error: ValidationError, **forms: Any) -> HttpResponse:
    """What could not be done, on the page as it stands now; what was typed stays in its form."""
    tell_errors(request, error)
    return _page(request, _request_or_404(request, found.pk), 422, **forms)
