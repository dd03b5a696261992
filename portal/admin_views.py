"""Beginning and ending the preview of the portal as a firm, in the admin."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.defaults import permission_denied

from partners.models import PartnerFirm

from .preview import LASTS, begin, end, may_preview, may_see_room


@require_http_methods(["GET", "HEAD", "POST"])
def begin_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what follows, and open the portal as the firm sees it."""
    if not may_preview(request.user):
        return permission_denied(request, PermissionDenied())
    firm = get_object_or_404(PartnerFirm, pk=pk)
    if request.method == "POST":
        begin(request, firm)
        return redirect("portal:home" if may_see_room(request.user, "home") else "portal:firm")
    context = {
        "header_title": _("See the portal as %(firm)s") % {"firm": firm},
        "header_icon": "view",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("See the portal as %(firm)s") % {"firm": firm}},
        ],
        "firm": firm,
        "minutes": int(LASTS.total_seconds() // 60),
    }
    return render(request, "portal/admin/preview.html", context)


@require_POST
def end_preview(request: HttpRequest) -> HttpResponse:
    """Look as nobody any more."""
    end(request)
    return redirect("wagtailadmin_home")
