"""What may be done with a contribution in the admin: the words of each step, what it asks for, and who does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User

from .models import BillingSettings, Contribution, InKindRate, Vat
from .services import (
    Line,
    agree_in_kind,
    book_payment,
    check_invoice_day,
    credit_invoice,
    invoice_contribution,
    pay_back,
    receive_in_kind,
    replan_contribution,
    turn_into_money,
    usual_line,
    waive,
)

_Status = Contribution.Status


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, today unless told otherwise."""
    return forms.DateField(
        label=label,
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        **more,
    )


class SumField(forms.DecimalField):
    """A number above nought with two decimals, as a sum in NOK: 1 234,50 and 1234.50 are both understood."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=kwargs.pop("max_digits", 12),
            decimal_places=2,
            min_value=Decimal("0.01"),
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        """The sum, without the spaces people write between thousands."""
        if isinstance(value, str):
            value = "".join(value.split()).removesuffix("kr")
            value = value.replace(",", ".") if "." not in value else value
        return super().to_python(value)


class StepForm(forms.Form):
    """A step that asks for nothing but a yes."""

    def __init__(self, *args: Any, contribution: Contribution, **kwargs: Any) -> None:
        self.contribution = contribution
        super().__init__(*args, **kwargs)


class InvoiceForm(StepForm):
    """The date, and the treatment of VAT; a part of the sum may stand on a line of its own."""

    issued_on = day_field(_("Date of the invoice"))
    text = forms.CharField(label=_("What it is for"), max_length=200)
    vat_category = forms.ChoiceField(label=_("VAT"), choices=Vat.choices)
    vat_rate = forms.DecimalField(label=_("VAT rate, per cent"), max_digits=4, decimal_places=2, min_value=0)
    vat_reason = forms.CharField(label=_("Why there is no VAT"), max_length=200, required=False)
    other_net = SumField(
        label=_("Of this, on a second line, NOK"),
        required=False,
        help_text=_("Empty: the whole sum stands on one line."),
    )
    other_text = forms.CharField(label=_("What the second line is for"), max_length=200, required=False)
    other_vat_category = forms.ChoiceField(label=_("VAT of the second line"), choices=Vat.choices, required=False)
    other_vat_rate = forms.DecimalField(
        label=_("VAT rate of the second line, per cent"), max_digits=4, decimal_places=2, min_value=0, required=False
    )
    other_vat_reason = forms.CharField(
        label=_("Why there is no VAT on the second line"), max_length=200, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line = usual_line(self.contribution, BillingSettings.load())
        for name in ("text", "vat_category", "vat_rate", "vat_reason"):
            self.fields[name].initial = getattr(line, name)

    def clean_issued_on(self) -> date:
        """A day that can be meant."""
        check_invoice_day(self.cleaned_data["issued_on"], self.contribution)
        return self.cleaned_data["issued_on"]

    def clean(self) -> dict[str, Any]:
        """A second line says what it is for, and leaves something on the first."""
        data = super().clean() or {}
        if (other := data.get("other_net")) is not None:
            if other >= self.contribution.amount:
                self.add_error("other_net", gettext("It must be less than the whole sum."))
            if not data.get("other_text"):
                self.add_error("other_text", gettext("Say what the line is for."))
        return data

    @property
    def lines(self) -> list[Line]:
        """What the invoice is to say. Of a valid form."""
        data = self.cleaned_data
        other = data.get("other_net") or Decimal(0)
        first = self._line(data["text"], self.contribution.amount - other, "")
        return [first, self._line(data["other_text"], other, "other_")] if other else [first]

    def _line(self, text: str, net: Decimal, prefix: str) -> Line:
        data = self.cleaned_data
        category = data[f"{prefix}vat_category"] or Vat.OUTSIDE
        rate = data[f"{prefix}vat_rate"] or Decimal(0)
        reason = data[f"{prefix}vat_reason"] if category in (Vat.EXEMPT, Vat.OUTSIDE) else ""
        return Line(text, net, category, rate if category == Vat.STANDARD else Decimal(0), reason)


class PaymentForm(StepForm):
    """How much, when, and what the bank calls it."""

    amount = SumField(label=_("Amount, NOK"))
    booked_on = day_field(_("Booked by the bank on"))
    reference = forms.CharField(label=_("The bank's reference"), max_length=140, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"].initial = abs(self.contribution.balance) or None


class ReasonForm(StepForm):
    """Why."""

    reason = forms.CharField(label=_("Why?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class DueForm(StepForm):
    """When it is due."""

    due_on = day_field(_("Due"))


class InKindForm(StepForm):
    """What the firm gives instead of money."""

    kind = forms.ChoiceField(
        label=_("Instead of money"),
        choices=[choice for choice in Contribution.Kind.choices if choice[0] != Contribution.Kind.CASH],
    )
    rate = forms.ModelChoiceField(label=_("Rate"), queryset=InKindRate.objects.filter(is_retired=False))
    quantity = SumField(label=_("How many units"), max_digits=Contribution._meta.get_field("quantity").max_digits)


class ReceivedForm(StepForm):
    """When it was given, and what it was."""

    received_on = day_field(_("Given on"))
    note = forms.CharField(label=_("What it was"), max_length=300, required=False)


@dataclass(frozen=True)
class Step:
    """What a step is called, what follows from it, from which states, how it is done, and what is said afterwards."""

    label: Any
    means: Any
    sources: tuple[str, ...]
    do: Callable[[Contribution, Any, User], Any]
    done: Any
    form: type[StepForm] = StepForm
    in_kind: bool = False


def _credit(contribution: Contribution, form: Any, by: User) -> None:
    invoice = contribution.invoices.filter(kind="invoice").first()
    if invoice is None:
        raise ValidationError(gettext("There is no invoice to credit."), code="none")
    credit_invoice(invoice, reason=form.cleaned_data["reason"], by=by)


_OPEN = Contribution.OPEN
# By their words in the address.
STEPS = {
    "fakturer": Step(
        _("Invoice"),
        _("The invoice gets its number and is never changed afterwards. The firm is told."),
        (_Status.PLANNED,),
        lambda one, form, by: invoice_contribution(
            one, issued_on=form.cleaned_data["issued_on"], lines=form.lines, by=by
        ),
        _("Invoiced."),
        InvoiceForm,
    ),
    "innbetaling": Step(
        _("Record payment"),
        _("More than is owed is taken as well, and is then owed back."),
        (*_OPEN, _Status.PAID, _Status.CREDITED, _Status.WAIVED),
        lambda one, form, by: book_payment(one, **form.cleaned_data, by=by),
        _("The payment is recorded."),
        PaymentForm,
    ),
    "tilbakebetaling": Step(
        _("Record money paid back"),
        _("Write down what you have paid back to the firm. The bank transfer itself you make elsewhere."),
        (_Status.PAID, _Status.CREDITED, _Status.WAIVED),
        lambda one, form, by: pay_back(one, **form.cleaned_data, by=by),
        _("It is recorded as paid back."),
        PaymentForm,
    ),
    "ettergi": Step(
        _("Waive"),
        _("What is not paid is let go. This cannot be undone."),
        (_Status.PLANNED, *_OPEN),
        lambda one, form, by: waive(one, reason=form.cleaned_data["reason"], by=by),
        _("It is let go."),
        ReasonForm,
    ),
    "krediter": Step(
        _("Credit"),
        _("A credit note on the whole invoice is made, and the firm is told. What was paid is owed back."),
        (*_OPEN, _Status.PAID),
        _credit,
        _("The credit note is made."),
        ReasonForm,
    ),
    "planlegg-igjen": Step(
        _("Plan anew"),
        _("The sum is planned once more, so that it can be invoiced rightly."),
        (_Status.CREDITED,),
        lambda one, form, by: replan_contribution(one, due_on=form.cleaned_data["due_on"], by=by),
        _("It is planned anew."),
        DueForm,
    ),
    "naturalytelse": Step(
        _("In kind instead"),
        _("The firm gives hours or premises for this sum, or for a part of it."),
        (_Status.PLANNED,),
        lambda one, form, by: agree_in_kind(one, **form.cleaned_data, by=by),
        _("Written down. The sum in money is smaller by its value."),
        InKindForm,
    ),
    "mottatt": Step(
        _("Received"),
        _("The firm has given what was agreed."),
        (_Status.PLANNED, _Status.OVERDUE),
        lambda one, form, by: receive_in_kind(one, **form.cleaned_data, by=by),
        _("Thank them. It is booked."),
        ReceivedForm,
        in_kind=True,
    ),
    "i-penger": Step(
        _("In money after all"),
        _("The firm has not given it. Its value is planned in money, so that it can be invoiced."),
        (_Status.PLANNED, _Status.OVERDUE),
        lambda one, form, by: turn_into_money(one, due_on=form.cleaned_data["due_on"], by=by),
        _("It is planned in money."),
        DueForm,
        in_kind=True,
    ),
}


def steps_of(contribution: Contribution) -> list[tuple[str, Step]]:
    """The steps that make sense now, with their words."""
    found = []
    for word, step in STEPS.items():
        fits = contribution.status in step.sources and (step.in_kind == contribution.is_in_kind or word == "ettergi")
        if word == "tilbakebetaling":
            fits = fits and contribution.balance < 0
        if word == "planlegg-igjen":
            fits = fits and not hasattr(contribution, "replaced_by")
        if fits:
            found.append((word, step))
    return found
