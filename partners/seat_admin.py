"""What one seat may do, changed by the programme manager in the admin."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.defaults import permission_denied

from .admin_views import CHANGE_SEATS, VIEW_SEATS
from .forms import SeatForm
from .models import Membership
from .services import change_seat as change_seat_of


@require_http_methods(["GET", "HEAD", "POST"])
def change_seat(request: HttpRequest, pk: int, seat_pk: int) -> HttpResponse:
    """Role, contacts, and who signs: the first right to sign in a firm is given here."""
    if not (request.user.has_perm(VIEW_SEATS) and request.user.has_perm(CHANGE_SEATS)):
        return permission_denied(request, PermissionDenied())
    seats = Membership.objects.filter(status="active").select_related("firm", "user")
    found = get_object_or_404(seats, firm=pk, pk=seat_pk)
    form = SeatForm(request.POST or None, firm=found.firm, initial=SeatForm.start(found))
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        try:
            change_seat_of(found, by=user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Changed. It works from this moment."))
            return redirect("invitations:seats", pk=pk)
    back = reverse("invitations:seats", args=[pk])
    context = {
        "header_title": str(found.user),
        "header_icon": "user",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": back, "label": _("People of %(firm)s") % {"firm": found.firm}},
            {"url": "", "label": str(found.user)},
        ],
        "form": form,
        "back": back,
    }
    return render(request, "partners/admin/seat.html", context, status=422 if form.errors else 200)
