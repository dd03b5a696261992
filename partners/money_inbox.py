"""Payments in the admin: files from the bank are read here, and what fitted nothing is looked at."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.paginator import WagtailPaginator

from .agreement_admin import page, put_on
from .models import Contribution, PaymentFile, PaymentRow
from .money_admin import PER_PAGE, needs, register_trail
from .money_register import CHANGE
from .payment_files import MAX_BYTES
from .services import entries_reversed_by, import_payments, match_payment, set_payment_aside, told_of

FILES_SHOWN = 10
LOOK_AGAIN_SECONDS = 5
CODES_OF_A_FILE = (
    *("large", "empty", "none", "again", "xml", "camt", "doctype"),
    *("format", "columns", "csv", "long", "busy"),
)
CHOICES_SHOWN = 50
TABS = {
    "": PaymentRow.Status.UNMATCHED,
    "bokfort": PaymentRow.Status.MATCHED,
    "lagt-til-side": PaymentRow.Status.SET_ASIDE,
}


class FileForm(forms.Form):
    """A file from the bank."""

    file = forms.FileField(
        label=_("File from the bank"),
        help_text=_("CSV or camt.054 (XML), at most 5 MB. The same file is never read twice."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xml"}),
    )

    def clean_file(self) -> Any:
        """Not larger than what is read."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise ValidationError(gettext("The file is too large: at most 5 MB."), code="large")
        return file


class MatchForm(forms.Form):
    """What the payment is for."""

    contribution = forms.ModelChoiceField(
        label=_("It is for"),
        queryset=Contribution.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose what it is for."), "invalid_choice": _("Choose among those shown.")},
    )

    def __init__(self, *args: Any, found: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contribution"].queryset = found  # type: ignore[attr-defined]
        self.fields["contribution"].label_from_instance = _label  # type: ignore[attr-defined]


class AsideForm(forms.Form):
    """What it is instead."""

    reason = forms.CharField(label=_("What is it instead?"), max_length=200)


def _label(contribution: Contribution) -> str:
    from common.money import display

    owed = display(contribution.balance)
    state = contribution.get_status_display()
    return f"{contribution.firm}, {contribution.year} ({contribution.number}/{contribution.of}): {owed}, {state}"


def _show(request: HttpRequest, form: FileForm, status: int = 200) -> HttpResponse:
    word = request.GET.get("vis", "")
    tab = TABS.get(word, PaymentRow.Status.UNMATCHED)
    # What a job is about to look at is nobody's work yet.
    rows = PaymentRow.objects.filter(status=tab, is_waiting=False)
    rows = rows.select_related("file", "entry__contribution__firm")
    paginator = WagtailPaginator(rows.order_by("-booked_on", "-pk"), PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    files = list(PaymentFile.objects.select_related("uploaded_by")[:FILES_SHOWN])
    told = told_of(files)
    for file in files:
        file.told = told[file.pk]  # type: ignore[attr-defined]
    return page(
        request,
        "payments",
        gettext("Payments"),
        status,
        trail=register_trail(),
        form=form,
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        tab=word if word in TABS else "",
        tabs=[
            ("", gettext("To look at")),
            ("bokfort", gettext("Booked")),
            ("lagt-til-side", pgettext("payments", "Set aside")),
        ],
        files=files,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def payments(request: HttpRequest) -> HttpResponse:
    """The inbox, and the door for a file."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _show(request, FileForm())
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            file = import_payments(upload.name, upload.read(), by=request.user)
        except ValidationError as error:
            put_on(form, error, dict.fromkeys(CODES_OF_A_FILE, "file"))
        else:
            if file.status == PaymentFile.Status.READING:
                messages.success(
                    request, gettext("All payments are stored and are now matched. You need not wait here.")
                )
                return redirect("money:payment_file", pk=file.pk)
            messages.success(request, told_of([file])[file.pk])
            return redirect("money:payments")
    return _show(request, form, 422)


@require_safe
@needs(CHANGE)
def payment_file(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a file has come; while its payments are matched, the page asks again by itself."""
    file = get_object_or_404(PaymentFile.objects.select_related("uploaded_by"), pk=pk)
    is_reading = file.status == PaymentFile.Status.READING
    waiting = file.rows.filter(is_waiting=True).count() if is_reading else 0
    response = page(
        request,
        "payment_file",
        str(file),
        trail=[*register_trail(), {"url": reverse("money:payments"), "label": gettext("Payments")}],
        file=file,
        handled=file.total - waiting,
        told=told_of([file])[file.pk],
        is_reading=is_reading,
    )
    if is_reading:
        response["Refresh"] = str(LOOK_AGAIN_SECONDS)
    return response


def _likely(row: PaymentRow, search: str) -> Any:
    """What the payment may be for: what is searched for, else what owes exactly the sum, else what owes anything."""
    found = Contribution.objects.exclude(status=Contribution.Status.PLANNED).filter(kind=Contribution.Kind.CASH)
    found = found.select_related("firm")
    if search:
        by_name = found.filter(firm__name__icontains=search) | found.filter(kid=search)
        found = by_name | found.filter(firm__organisation_number=search.replace(" ", ""))
    else:
        owing = found.unpaid()
        found = owing.filter(balance=row.amount) if owing.filter(balance=row.amount).exists() else owing
    pks = list(found.order_by("due_on", "pk").values_list("pk", flat=True)[:CHOICES_SHOWN])
    return Contribution.objects.filter(pk__in=pks).select_related("firm").order_by("due_on", "pk")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def payment(request: HttpRequest, pk: int) -> HttpResponse:
    """One payment: match it by hand, or set it aside."""
    row = get_object_or_404(PaymentRow.objects.select_related("file"), pk=pk)
    if row.is_reversal:
        return _payment(request, row, 422 if request.method == "POST" else 200)
    search = request.GET.get("q", "").strip().replace("\x00", "")[:100]
    is_sent = request.method == "POST"
    form = MatchForm(request.POST if is_sent else None, found=_likely(row, search))
    if is_sent and form.is_valid():
        try:
            match_payment(row, form.cleaned_data["contribution"], by=request.user)
        except ValidationError as error:
            put_on(form, error)
        else:
            messages.success(request, gettext("Booked."))
            return redirect("money:payments")
    return _payment(request, row, 422 if is_sent else 200, form=form, search=search)


def _payment(request: HttpRequest, row: PaymentRow, status: int = 200, **context: Any) -> HttpResponse:
    shared = {"search": "", "aside": AsideForm(), "form": None} | context
    if row.is_reversal:
        shared["taken_back"] = entries_reversed_by(row)
    elif shared["form"] is None:
        shared["form"] = MatchForm(found=_likely(row, ""))
    trail = [*register_trail(), {"url": reverse("money:payments"), "label": gettext("Payments")}]
    return page(request, "payment", str(row), status, trail=trail, row=row, **shared)


@require_POST
@needs(CHANGE)
def move_payment(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Set a payment aside with a reason, or take it back among those to look at."""
    row = get_object_or_404(PaymentRow, pk=pk)
    if word not in ("til-side", "frem"):
        raise Http404
    form = AsideForm(request.POST)
    if word == "til-side" and not form.is_valid():
        return _payment(request, row, 422, aside=form)
    try:
        if word == "frem":
            row.release(by=request.user)
        else:
            set_payment_aside(row, reason=form.cleaned_data["reason"], by=request.user)
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, gettext("Done."))
    return redirect("money:payments")
