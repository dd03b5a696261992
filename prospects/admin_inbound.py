"""Mail that has no case yet: read, and placed or thrown away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied

from . import services
from .models import InboundMail, Prospect
from .rights import CHANGE, CONTACTS, VIEW

PER_PAGE = 20


def _may(request: HttpRequest) -> bool:
    return all(request.user.has_perm(right) for right in (VIEW, CHANGE, CONTACTS))


@require_safe
def unfiled(request: HttpRequest) -> HttpResponse:
    """All of them, the oldest first."""
    return _show(request) if _may(request) else permission_denied(request, PermissionDenied())


def _show(request: HttpRequest, status: int = 200, *, pk: int = 0, typed: str = "", error: str = "") -> HttpResponse:
    mails = InboundMail.objects.visible_to(request.user).unfiled()
    page = Paginator(mails, PER_PAGE).get_page(request.GET.get("side"))
    for mail in page.object_list:
        is_it = mail.pk == pk
        mail.typed, mail.error = (typed, error) if is_it else ("", "")
    context = {
        "items": page,
        "header_icon": "mail",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("prospects:index"), "label": _("Prospects")},
            {"url": "", "label": _("Mail without a case")},
        ],
    }
    return render(request, "prospects/admin/unfiled.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, mail_pk: int) -> HttpResponse:
    """Put it in the case whose reference was typed, or throw it away: what the button says."""
    if not _may(request):
        return permission_denied(request, PermissionDenied())
    mail = get_object_or_404(InboundMail.objects.visible_to(request.user), pk=mail_pk)
    if request.method != "POST":
        return redirect("prospects:unfiled")
    verb, typed = request.POST.get("verb", ""), request.POST.get("case", "").strip()[:20]
    try:
        if verb == "discard":
            services.discard_mail(mail, by=request.user)
            messages.success(request, _("Thrown away."))
        elif verb == "place":
            prospect = _case(request, typed)
            if prospect is None:
                error = _("There is no such case. Its reference stands on top of its page, for example P-00012.")
                return _show(request, 422, pk=mail.pk, typed=typed, error=error)
            services.place_mail(mail, prospect, by=request.user)
            messages.success(request, _("It is in the case now, and waits there to be read."))
            return redirect(reverse("prospects:case", args=[prospect.pk]) + "#drafts")
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    return redirect("prospects:unfiled")


def _case(request: HttpRequest, typed: str) -> Prospect | None:
    digits = typed.upper().removeprefix("P-").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
        return None
    return Prospect.objects.visible_to(request.user).filter(pk=int(digits)).first()
