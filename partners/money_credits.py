"""Many credit notes at one go: what was chosen in the register, with one reason, after a look at what it does."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from .agreement_admin import page
from .models import Contribution, Invoice
from .money_admin import needs, register_trail
from .money_register import CHANGE
from .services import credit_invoice

# As many as a page of the register shows, and then some.
AT_ONCE = 100
# Refusals said one by one; more would fill the page.
TOLD = 10


class CreditManyForm(forms.Form):
    """Why, and which: the page sends on what was chosen."""

    id = forms.CharField(widget=forms.MultipleHiddenInput, required=False)
    reason = forms.CharField(label=_("Why?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


def _chosen(sent: QueryDict) -> QuerySet[Contribution]:
    keys = {int(key) for key in sent.getlist("id") if key.isascii() and key.isdecimal() and len(key) <= 18}
    found = Contribution.objects.filter(pk__in=sorted(keys)[: AT_ONCE + 1])
    return found.select_related("firm").order_by("firm__name", "year", "number", "pk")


def _can_be_credited(contribution: Contribution) -> bool:
    return not contribution.is_in_kind and contribution.status in Contribution.TRANSITIONS["credit"].sources


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CHANGE)
def credit_many(request: HttpRequest) -> HttpResponse:
    """Show what was chosen and ask why; then credit one after the other, and say which of them were refused."""
    is_sent = request.method == "POST"
    found = list(_chosen(request.POST if is_sent else request.GET))
    chosen = [one for one in found if _can_be_credited(one)]
    register = register_trail()[0]["url"]
    if not chosen or len(found) > AT_ONCE:
        messages.error(
            request,
            gettext("Choose at most %(most)s contributions at one go.") % {"most": AT_ONCE}
            if chosen
            else gettext("Choose contributions with an invoice that is not credited yet."),
        )
        return redirect(register)
    form = CreditManyForm(request.POST if is_sent else None, initial={"id": [one.pk for one in chosen]})
    if is_sent and form.is_valid():
        _credit(request, chosen, form.cleaned_data["reason"])
        return redirect(register)
    return page(
        request,
        "credit_many",
        gettext("Credit the chosen"),
        422 if is_sent else 200,
        trail=register_trail(),
        chosen=chosen,
        left_out=[one for one in found if one not in chosen],
        total=sum((one.amount for one in chosen), Decimal(0)),
        form=form,
        back=register,
    )


def _credit(request: HttpRequest, chosen: list[Contribution], reason: str) -> None:
    """Each is a document of its own: what one is refused for stops no other."""
    user: Any = request.user
    invoices = {one.contribution_id: one for one in Invoice.objects.filter(contribution__in=chosen, kind="invoice")}
    done, refused = 0, []
    for contribution in chosen:
        try:
            credit_invoice(invoices[contribution.pk], reason=reason, by=user)
        except ValidationError as error:
            refused.append(f"{contribution}: {' '.join(error.messages)}")
        else:
            done += 1
    if done:
        messages.success(
            request,
            ngettext("%(done)s credit note is made.", "%(done)s credit notes are made.", done) % {"done": done},
        )
    for text in refused[:TOLD]:
        messages.error(request, text)
    if len(refused) > TOLD:
        messages.error(request, gettext("And %(count)s more were refused.") % {"count": len(refused) - TOLD})
