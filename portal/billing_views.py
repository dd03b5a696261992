"""Where the firm is, and what invoices to it say."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partners.forms import BillingForm
from partners.models import PartnerFirm
from partners.services import change_billing, may_change_billing

from .access import only_for_partners, seat_required
from .pages import show


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def billing(request: HttpRequest) -> HttpResponse:
    """Everybody of the firm reads it; administrators and contacts for invoices change it."""
    only_for_partners(request)
    seat = request.seat  # type: ignore[attr-defined]
    may_change = may_change_billing(request.user, seat.firm)  # type: ignore[arg-type]
    if request.method != "POST":
        form = BillingForm(instance=seat.firm) if may_change and not seat.is_preview else None
        return show(request, "portal/billing.html", "firm", form=form)
    if not may_change:
        raise PermissionDenied
    # An object of its own: what does not pass must not stand on the page as if it did.
    form = BillingForm(request.POST, instance=PartnerFirm.objects.visible_to(seat.membership).get())
    if form.is_valid():
        try:
            change_billing(seat.firm, form.cleaned_data, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Kept. Your next invoice says it."))
            return redirect("portal:billing")
    return show(request, "portal/billing.html", "firm", status=422, form=form)
