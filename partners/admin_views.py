"""Invitations and seats in the admin: who is asked in, and who acts for a firm."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator

from accounts.models import Invitation
from accounts.roles import Role
from accounts.services import invite

from .models import Membership, PartnerFirm
from .registers import PER_PAGE, PartnerFirmViewSet
from .services import end_seat as end_seat_of
from .services import invite_to_firm, revoke_invitation

VIEW_INVITATIONS, ADD_INVITATION = "accounts.view_invitation", "accounts.add_invitation"
VIEW_SEATS, CHANGE_SEATS = "partners.view_membership", "partners.change_membership"


class InviteForm(forms.Form):
    """Whom, in which language, and to what: a role in the programme or a seat in a firm."""

    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    language = forms.ChoiceField(label=gettext_lazy("Language of the invitation"), choices=settings.LANGUAGES)
    role = forms.ChoiceField(
        label=gettext_lazy("Role in the programme"),
        required=False,
        choices=lazy(lambda: [("", _("None")), *Role.choices], list)(),
    )
    firm = forms.ModelChoiceField(
        label=gettext_lazy("Or partner firm"),
        queryset=PartnerFirm.objects.all(),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    seat = forms.ChoiceField(
        label=gettext_lazy("Seat in the firm"),
        required=False,
        choices=Membership.Role.choices,
        initial=Membership.Role.MEMBER,
    )

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        data = super().clean() or {}
        if not self.errors and bool(data.get("role")) == bool(data.get("firm")):
            self.add_error(None, _("Choose either a role in the programme or a partner firm."))
        return data


def _page(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    trail = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *context.pop("trail", [])]
    context |= {
        "header_title": title,
        "header_icon": "mail",
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
    }
    return render(request, f"partners/admin/{template}.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: HttpRequest) -> HttpResponse:
    """Who was invited, and the form to invite one more."""
    may_invite = request.user.has_perm(ADD_INVITATION)
    if not request.user.has_perm(VIEW_INVITATIONS) or (request.method == "POST" and not may_invite):
        return permission_denied(request, PermissionDenied())
    start = {"firm": request.GET.get("firm", "")}
    form = InviteForm(request.POST) if request.method == "POST" else InviteForm(initial=start)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        shared = {"language": data["language"], "by": request.user}
        try:
            if data["firm"]:
                role = Membership.Role(data["seat"] or Membership.Role.MEMBER)
                invite_to_firm(data["email"], data["firm"], role=role, **shared)
            else:
                invite(data["email"], role=Role(data["role"]), **shared)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("%(email)s is invited by mail.") % {"email": data["email"].lower()})
            return redirect("invitations:index")
    found = Invitation.objects.select_related("invited_by").prefetch_related("memberships__firm")
    paginator = WagtailPaginator(found, PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    return _page(
        request,
        "invitations",
        _("Invitations"),
        422 if form.errors else 200,
        form=form,
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        may_invite=may_invite,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back; its link stops working at once."""
    if not (request.user.has_perm(VIEW_INVITATIONS) and request.user.has_perm(ADD_INVITATION)):
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(Invitation, pk=pk)
    if request.method == "POST":
        user: Any = request.user
        _tell(request, lambda: revoke_invitation(found, by=user), _("The invitation is taken back."))
    return redirect("invitations:index")


def _tell(request: HttpRequest, action: Callable[[], Any], success: str) -> None:
    try:
        action()
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, success)


@require_safe
def seats(request: HttpRequest, pk: int) -> HttpResponse:
    """The people of one firm: who acts for it, who is invited, who did."""
    if not request.user.has_perm(VIEW_SEATS):
        return permission_denied(request, PermissionDenied())
    firm = get_object_or_404(PartnerFirm, pk=pk)
    dead = Q(user=None, invitation__status=Invitation.Status.REVOKED)  # promised once, never taken
    people = firm.memberships.exclude(dead).select_related("user", "invitation")
    trail = [{"url": reverse(PartnerFirmViewSet().get_url_name("list")), "label": _("Partner firms")}]
    return _page(
        request,
        "seats",
        _("People of %(firm)s") % {"firm": firm},
        trail=trail,
        firm=firm,
        seats=people.order_by(F("ended_at").asc(nulls_first=True), "status", "user__last_name", "pk"),
        may_end=request.user.has_perm(CHANGE_SEATS),
        may_invite=request.user.has_perm(ADD_INVITATION),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def end_seat(request: HttpRequest, pk: int, seat_pk: int) -> HttpResponse:
    """End a seat; it stops working from the next request."""
    if not (request.user.has_perm(VIEW_SEATS) and request.user.has_perm(CHANGE_SEATS)):
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(Membership, firm=pk, pk=seat_pk)
    if request.method == "POST":
        user: Any = request.user
        _tell(request, lambda: end_seat_of(found, by=user), _("The seat is ended."))
    return redirect("invitations:seats", pk=pk)
