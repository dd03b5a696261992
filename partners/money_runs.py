"""Bulk invoicing and exports in the admin."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.log_actions import log

from .agreement_admin import page, put_on
from .models import BillingSettings, Contribution, InvoiceRun
from .money_admin import needs, register_trail
from .money_exports import EXPORTS, papers_between
from .money_files import parts_of, sheet_response, zip_response
from .money_register import CHANGE
from .money_steps import day_field
from .services import check_invoice_day, missing_for_invoices, resume_invoice_run, start_invoice_run, stop_invoice_run

LOOK_AGAIN_SECONDS = 5
RUNS_SHOWN = 20


class RunForm(forms.Form):
    """Which contributions, and the date on their invoices."""

    year = forms.IntegerField(label=_("Year of the contributions"), min_value=2000, max_value=2100)
    until = day_field(_("Due by"))
    issued_on = day_field(_("Date of the invoices"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["year"].initial = today.year
        self.fields["until"].initial = date(today.year, 12, 31)

    def clean_issued_on(self) -> date:
        """A day that can be meant."""
        check_invoice_day(self.cleaned_data["issued_on"])
        return self.cleaned_data["issued_on"]


class ExportForm(forms.Form):
    """From when to when, and as what."""

    first = day_field(_("From"))
    last = day_field(_("To and including"))
    what = forms.ChoiceField(
        label=_("What"),
        choices=[(word, one.label) for word, one in EXPORTS.items()],
        initial="fakturaer",
        required=False,
    )
    form = forms.ChoiceField(
        label=_("As"),
        choices=[("csv", "CSV"), ("xlsx", "XLSX (Excel)"), ("ehf", _("EHF documents (zip)"))],
        initial="csv",
    )
    part = forms.IntegerField(min_value=1, max_value=10_000, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first"].initial = timezone.localdate().replace(month=1, day=1)

    def clean(self) -> dict[str, Any]:
        """The days stand in their order."""
        data = super().clean() or {}
        data["what"] = data.get("what") or "fakturaer"
        if data.get("first") and data.get("last") and data["last"] < data["first"]:
            self.add_error("last", gettext("The last day comes before the first."))
        if data.get("form") == "ehf" and data.get("what") == "posteringer":
            self.add_error("form", gettext("Only invoices and credit notes have EHF documents."))
        return data


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def runs(request: HttpRequest) -> HttpResponse:
    """What waits to be invoiced, the runs so far, and the form to begin one."""
    is_sent = request.method == "POST"
    form = RunForm(request.POST if is_sent else None)
    if is_sent and form.is_valid():
        user: Any = request.user
        try:
            run = start_invoice_run(**form.cleaned_data, by=user)
        except ValidationError as error:
            put_on(form, error)
        else:
            messages.success(request, gettext("It has begun. You need not wait here."))
            return redirect("money:run", pk=run.pk)
    today = timezone.localdate()
    return page(
        request,
        "invoice_runs",
        gettext("Invoice many"),
        422 if is_sent else 200,
        trail=register_trail(),
        form=form,
        runs=InvoiceRun.objects.select_related("started_by")[:RUNS_SHOWN],
        waiting=Contribution.objects.to_invoice(date(today.year, 12, 31)).filter(year=today.year).count(),
        year=today.year,
        lacking=missing_for_invoices(BillingSettings.load()),
        settings_url=reverse("wagtailsettings:edit", args=["partners", "billingsettings"]),
    )


@require_safe
@needs(CHANGE)
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a run has come; while it runs, the page asks again by itself."""
    found = get_object_or_404(InvoiceRun.objects.select_related("started_by"), pk=pk)
    parts = parts_of(found.invoices.all())
    response = page(
        request,
        "invoice_run",
        gettext("Invoice run %(run)s") % {"run": found},
        trail=[*register_trail(), {"url": reverse("money:runs"), "label": gettext("Invoice many")}],
        run=found,
        handled=found.made + found.refused,
        parts=range(1, parts + 1),
    )
    if found.status == InvoiceRun.Status.RUNNING:
        response["Refresh"] = str(LOOK_AGAIN_SECONDS)
    return response


@require_POST
@needs(CHANGE)
def move_run(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """Stop a run, or go on with it."""
    found = get_object_or_404(InvoiceRun, pk=pk)
    acts: dict[str, Any] = {"stans": stop_invoice_run, "fortsett": resume_invoice_run}
    if word not in acts:
        raise Http404
    try:
        acts[word](found, by=request.user)
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    return redirect("money:run", pk=pk)


@require_safe
@needs(CHANGE)
def run_zip(request: HttpRequest, pk: int, part: int) -> HttpResponseBase:
    """The EHF documents of a run, in one zip, or in several where they are many."""
    found = get_object_or_404(InvoiceRun, pk=pk)
    if not 1 <= part <= parts_of(found.invoices.all()):
        raise Http404
    _log_export(request, {"what": "ehf", "run": pk, "part": part})
    return zip_response(found.invoices.all(), part, f"ehf-{found.year}-{pk}-{part}")


@require_safe
@needs(CHANGE)
def export(request: HttpRequest) -> HttpResponseBase:
    """What goes to an accounting system; without days in the address, the form that asks for them.

    Where the EHF documents of those days are more than one zip holds, the page links each of the zips.
    """
    is_sent = "first" in request.GET
    form = ExportForm(request.GET if is_sent else None)
    parts: list[str] = []
    if is_sent and form.is_valid():
        data = form.cleaned_data
        days = f"{data['first']}-{data['last']}"
        told = {"what": data["what"], "from": f"{data['first']}", "to": f"{data['last']}"}
        if data["form"] != "ehf":
            chosen = EXPORTS[data["what"]]
            found = chosen.between(data["first"], data["last"])
            _log_export(request, {**told, "rows": found.count()})
            return sheet_response(f"{chosen.name}-{days}", data["form"], chosen.heading(), chosen.rows(found))
        papers = papers_between(data["first"], data["last"])
        count, part = parts_of(papers), data["part"] or 1
        if 1 <= part <= count and (data["part"] or count == 1):
            _log_export(request, {**told, "what": "ehf", "part": part})
            return zip_response(papers, part, f"ehf-{days}-{part}")
        if not count or data["part"]:
            form.add_error(None, gettext("There is no invoice or credit note of those days."))
        else:
            asked = request.GET.copy()
            for number in range(1, count + 1):
                asked["part"] = str(number)
                parts.append(asked.urlencode())
    return page(
        request,
        "invoice_export",
        gettext("Accounting"),
        422 if is_sent and form.errors else 200,
        trail=register_trail(),
        form=form,
        parts=parts,
    )


def _log_export(request: HttpRequest, data: dict[str, Any]) -> None:
    log(request.user, "partners.exported", user=request.user, data=data)
