"""The firm's agreements: what is agreed, in which words, and the signature."""

import ipaddress

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from common.workflow import TransitionError
from partners.models import Agreement
from partners.services import agreement_pdf as make_agreement_pdf
from partners.services import decline_offer, may_sign
from partners.services import sign_agreement as sign

from .access import only_for_partners, seat_required
from .pages import show

LANGUAGES = ("nb", "en")


class SignForm(forms.Form):
    """The signature: that one has read it and may bind the firm, and one's name."""

    has_read = forms.BooleanField(
        label=gettext_lazy("I have read the whole agreement"),
        error_messages={"required": gettext_lazy("Read it through first, and tick here.")},
    )
    is_entitled = forms.BooleanField(
        label=gettext_lazy("I am entitled to sign for the firm"),
        error_messages={"required": gettext_lazy("Only who may bind the firm can sign.")},
    )
    name = forms.CharField(
        label=gettext_lazy("Your full name"),
        max_length=160,
        help_text=gettext_lazy("You sign by writing it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    title = forms.CharField(
        label=gettext_lazy("Your title in the firm"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )


class DeclineForm(forms.Form):
    """A no to an offer, and why."""

    reason = forms.CharField(
        label=gettext_lazy("Why not?"),
        max_length=1000,
        help_text=gettext_lazy("A line is enough. It goes to us, and nobody else."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Say in a few words why, so that we can do better.")},
    )


def _of_firm(request: HttpRequest) -> QuerySet[Agreement]:
    """What this seat may read: every agreement of its firm that was offered."""
    only_for_partners(request)
    found = Agreement.objects.visible_to(request.seat.membership)  # type: ignore[attr-defined]
    return found.select_related("firm", "tier", "renews")


def _one_or_404(request: HttpRequest, pk: int) -> Agreement:
    found = _of_firm(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_safe
@seat_required
def agreements(request: HttpRequest) -> HttpResponse:
    """The agreement in force and what it gives, what waits to be signed or to begin, and the earlier ones."""
    today = timezone.localdate()
    found = list(_of_firm(request).order_by("-starts_on", "-pk"))
    current = [one for one in found if one.is_in_force(today)]
    waiting = [one for one in found if one.status == Agreement.Status.OFFERED]
    coming = [one for one in found if one.starts_on > today and one.is_in_force(one.starts_on)]
    shown = {one.pk for one in (*current, *waiting, *coming)}
    return show(
        request,
        "portal/agreements.html",
        "firm",
        current=current,
        waiting=waiting,
        coming=coming,
        earlier=[one for one in found if one.pk not in shown],
    )


def _show(
    request: HttpRequest,
    agreement: Agreement,
    status: int = 200,
    form: SignForm | None = None,
    no_form: DeclineForm | None = None,
) -> HttpResponse:
    is_offered = agreement.status == Agreement.Status.OFFERED
    is_over = agreement.ends_on < timezone.localdate() or agreement.is_offer_over()
    can_sign = is_offered and not is_over and may_sign(request.user, agreement)  # type: ignore[arg-type]
    people = agreement.firm.memberships.entitled_to_sign().select_related("user") if is_offered else ()
    return show(
        request,
        "portal/agreement.html",
        "firm",
        status=status,
        agreement=agreement,
        benefits=agreement.benefits.all(),
        clauses=agreement.clauses.all(),
        signers=[seat.user for seat in people],
        is_over=is_over,
        form=form or SignForm() if can_sign else None,
        no_form=no_form or DeclineForm() if can_sign else None,
    )


@require_safe
@seat_required
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """One agreement, every word of it; to whoever may sign an offered one, the form to do so."""
    return _show(request, _one_or_404(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def sign_agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign it. What was missing is said on the form; a refusal is said with what is true now."""
    found = _one_or_404(request, pk)
    if request.method != "POST":
        return redirect("portal:agreement", pk=pk)
    if not may_sign(request.user, found):  # type: ignore[arg-type]
        raise PermissionDenied
    form = SignForm(request.POST)
    if not form.is_valid():
        return _show(request, found, status=422, form=form)
    data = form.cleaned_data
    try:
        sign(found, name=data["name"], title=data["title"], address=_address(request), by=request.user)  # type: ignore[arg-type]
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    except ValidationError as error:
        form.add_error(None, error)
        return _show(request, found, status=422, form=form)
    else:
        messages.success(request, _("Signed. Thank you. The agreement lies here for as long as you are with us."))
    return redirect("portal:agreement", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def decline_agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no to an offer. Why is asked for; a refusal is said with what is true now."""
    found = _one_or_404(request, pk)
    if request.method != "POST":
        return redirect("portal:agreement", pk=pk)
    if not may_sign(request.user, found):  # type: ignore[arg-type]
        raise PermissionDenied
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _show(request, found, status=422, no_form=form)
    try:
        decline_offer(found, reason=form.cleaned_data["reason"], by=request.user)  # type: ignore[arg-type]
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, _("We have got your no. Thank you for telling us why."))
    return redirect("portal:agreement", pk=pk)


def _address(request: HttpRequest) -> str | None:
    """The address the signer came from, as the limits count it; None when nobody knows."""
    try:
        return str(ipaddress.ip_address(get_adapter().get_client_ip(request)))
    except ValueError:
        return None


@require_safe
@seat_required
def agreement_pdf(request: HttpRequest, pk: int, language: str) -> HttpResponseBase:
    """The document: the signed one as it was stored, of an offered one a copy that says so."""
    found = _one_or_404(request, pk)
    if language not in LANGUAGES:
        raise Http404
    kept = getattr(found, f"document_{language}")
    name = f"{(found.number or f'avtale-{found.pk}').lower()}-{language}.pdf"
    if kept:
        try:
            content = kept.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        response: HttpResponseBase = FileResponse(content, as_attachment=True, filename=name)
    elif found.status == Agreement.Status.OFFERED:
        response = HttpResponse(make_agreement_pdf(found, language))
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    else:
        raise Http404
    response["Content-Type"] = "application/pdf"
    response["X-Content-Type-Options"] = "nosniff"
    return response
