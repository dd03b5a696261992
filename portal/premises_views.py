"""The premises a firm offers: written here, sent to communications, taken off the pages and shown again."""

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from partners.models import Premises
from partners.services import (
    MEDIA_TYPES,
    PremisesConflict,
    may_offer_premises,
    premises_of,
    save_premises,
    show_premises_again,
    submit_premises,
    take_back_premises,
    withdraw_premises,
)

from .access import only_for_partners, seat_required
from .pages import show, tell_errors
from .premises_form import PremisesForm

PER_PAGE = 20
_Status = Premises.Status
TONES = {_Status.WAITING: "info", _Status.OFFERED: "good", _Status.RESERVED: "warn"}
# By their words in the address: what is done, and what is said afterwards.
STEPS: dict[str, tuple[Any, Any]] = {
    "send": (submit_premises, gettext_lazy("Sent. We read it and tell you; you can take it back until then.")),
    "ta-tilbake": (take_back_premises, gettext_lazy("It is yours again. Send it when you are ready.")),
    "trekk": (withdraw_premises, gettext_lazy("Taken off the pages. You can show it again at any time.")),
    "vis-igjen": (show_premises_again, gettext_lazy("It is on the public pages again.")),
}


def _of_firm(request: HttpRequest) -> Any:
    only_for_partners(request)
    return premises_of(request.seat.firm)  # type: ignore[attr-defined]


def _one_or_404(request: HttpRequest, pk: int) -> Premises:
    found = _of_firm(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    found.tone = TONES.get(_Status(found.status), "")
    return found


@require_safe
@seat_required
def premises(request: HttpRequest) -> HttpResponse:
    """All of the firm's, and how each stands."""
    items = Paginator(_of_firm(request), PER_PAGE).get_page(request.GET.get("side"))
    for one in items.object_list:
        one.tone = TONES.get(_Status(one.status), "")
    takes_part = request.seat.firm.running_agreement is not None  # type: ignore[attr-defined]
    return show(request, "portal/premises.html", "firm", items=items, page_param="side", takes_part=takes_part)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def write_new(request: HttpRequest) -> HttpResponse:
    """Write about premises nobody has written about yet."""
    only_for_partners(request)
    form = PremisesForm(request.POST or None, request.FILES or None, premises=None)
    if request.method == "POST" and form.is_valid():
        saved = _keep(request, form, None)
        if saved is not None:
            return _after(request, saved)
    return _page(request, form, None, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: as the public sees it, how it stands, and, while it is a draft, the form."""
    found = _one_or_404(request, pk)
    if request.method != "POST":
        return _page(request, PremisesForm(premises=found), found)
    form = PremisesForm(request.POST, request.FILES, premises=found)
    status = 422
    if form.is_valid():
        try:
            saved = _keep(request, form, found)
        except PremisesConflict as error:
            found, status = error.premises, 409
            data = request.POST.copy()
            data["revision"] = str(found.revision)  # kept once more, it is meant
            form = PremisesForm(data, premises=found)
            form.add_error(None, error.messages[0])
        else:
            if saved is not None:
                return _after(request, saved)
    return _page(request, form, found, status)


def _keep(request: HttpRequest, form: PremisesForm, found: Premises | None) -> Premises | None:
    """Keep it; None when something stands in the way, which the form then says."""
    try:
        return save_premises(
            request.seat.firm,  # type: ignore[attr-defined]
            form.values(),
            premises=found,
            revision=form.cleaned_data["revision"],
            upload=form.cleaned_data["picture"],
            removes_picture=form.cleaned_data["removes_picture"],
            by=request.user,  # type: ignore[arg-type]
        )
    except PremisesConflict:
        raise
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None


def _after(request: HttpRequest, saved: Premises) -> HttpResponse:
    if "send" in request.POST:
        return _take(request, saved, "send")
    messages.success(request, _("Kept. The public sees it when you send it and we have approved it."))
    return redirect("portal:premises_item", pk=saved.pk)


@require_POST
@seat_required
def step(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Send it, take it back, take it off the pages, show it again; administrators do that."""
    found = _one_or_404(request, pk)
    if word not in STEPS:
        raise Http404
    if not request.seat.is_administrator:  # type: ignore[attr-defined]
        raise PermissionDenied
    return _take(request, found, word)


def _take(request: HttpRequest, found: Premises, word: str) -> HttpResponse:
    action, said = STEPS[word]
    try:
        action(found, by=request.user)
    except ValidationError as error:
        tell_errors(request, error)
    else:
        messages.success(request, said)
    return redirect("portal:premises_item", pk=found.pk)


def _page(request: HttpRequest, form: PremisesForm, found: Premises | None, status: int = 200) -> HttpResponse:
    seat = request.seat  # type: ignore[attr-defined]
    is_draft = found is None or found.status == _Status.DRAFT
    return show(
        request,
        "portal/premises_item.html",
        "firm",
        status=status,
        premises=found,
        form=form if is_draft and not seat.is_preview else None,
        shown=[] if found is None else [_shown(found, code) for code in ("nb", "en")],
        has_picture=found is not None and bool(found.upload or found.image_id),
        may_offer=not seat.is_preview and may_offer_premises(request.user, seat.firm),  # type: ignore[arg-type]
        may_show_again=found is not None and is_draft and found.approved_at is not None,
        public_url=_public_url(found) if found is not None and found.is_public else "",
        takes_part=seat.firm.running_agreement is not None,
    )


def _shown(found: Premises, code: str) -> dict[str, Any]:
    """What the public reads, in one language."""
    with override(code):
        words = {"title": found.title, "description": found.description, "alt": found.image_alt}
        return {"code": code, **words, "kind": found.get_kind_display(), "price": found.get_price_band_display()}


def _public_url(found: Premises) -> str:
    """Where the public reads of it, in the language of the page; empty when there is no such page."""
    kind = ContentType.objects.get_by_natural_key("home", "premisespage")
    pages = Page.objects.live().filter(content_type=kind, locale__language_code=(get_language() or "nb")[:2])
    page = pages.order_by("path").first()
    url = page.get_url() if page is not None else None
    return f"{url}{found.slug}/" if url else ""


@require_safe
@seat_required
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture as it will be; outside the public folders until it is approved."""
    found = _one_or_404(request, pk)
    file: Any = found.upload or (found.image.file if found.image else None)
    if not file or not file.storage.exists(file.name):
        raise Http404
    ending = file.name.rpartition(".")[2].lower()
    response = FileResponse(
        file.open("rb"),
        as_attachment=True,
        filename=f"bilde.{ending}",
        content_type=MEDIA_TYPES.get(ending, "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
