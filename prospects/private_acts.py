"""What the prospect does on its private page: writes, sends and fetches files, corrects, asks for a new link."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from common.ratelimit import is_over

from .models import Attachment, Prospect
from .private_forms import CompanyForm, OwnDataForm, WriteForm
from .private_views import prospect_of, sealed, show_page
from .services import correct_own_data, send_new_link, suggest_facts, write_to_us

HOUR, DAY = 3_600, 86_400
WRITES_AN_HOUR = 20
LINKS_A_DAY = 3  # for one key; and ten times as many for one address


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def write(request: HttpRequest, token: str) -> HttpResponseBase:
    """A question, a file, or both."""
    prospect = prospect_of(token)
    if request.method != "POST":
        return sealed(redirect("private:page", token=token))
    form = WriteForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_page(request, token, 422, form)
    if is_over(request, "private.write", limit=WRITES_AN_HOUR, seconds=HOUR, key=str(prospect.pk)):
        form.add_error(None, _("You have written a lot in a short time. Try again in an hour, or call us."))
        return show_page(request, token, 429, form)
    checked = form.cleaned_data["file"]
    try:
        write_to_us(prospect, text=form.cleaned_data["text"], files=[checked] if checked else [])
    except ValidationError as error:
        form.add_error(None, ValidationError(error.messages))
        return show_page(request, token, 422, form)
    messages.success(request, _("Thank you. It has arrived, and your person here has been told."))
    return sealed(redirect("private:page", token=token))


@require_safe
@never_cache
def file(request: HttpRequest, token: str, pk: int) -> HttpResponseBase:
    """A file that is shared with the prospect."""
    found = prospect_of(token).attachments.shared().filter(pk=pk).first()
    if found is None:
        raise Http404
    return sealed(handed_out(found))


def handed_out(attachment: Attachment) -> FileResponse:
    """The content of a file, to be saved and never shown as a page of ours. Raises Http404 when it is gone."""
    try:
        content = attachment.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(content, as_attachment=True, filename=attachment.name)
    response["Content-Type"] = attachment.media_type
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "no-store, private"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def correct(request: HttpRequest, token: str) -> HttpResponseBase:
    """What we know of the person and the company, to be corrected."""
    prospect = prospect_of(token)
    contact = prospect.main_contact
    data: Any = request.POST if request.method == "POST" else None
    # Each form writes into the object it is given, right or wrong; nothing else here may see that.
    person = OwnDataForm(data, instance=prospect.main_contact) if contact else None
    company = CompanyForm(data, instance=Prospect.objects.get(pk=prospect.pk))
    status = 200
    if data is not None:
        are_right = [form.is_valid() for form in (person, company) if form is not None]
        if all(are_right):
            return _corrected(request, token, prospect, person, company)
        status = 422
    context = {"token": token, "prospect": prospect, "person": person, "company": company}
    return sealed(render(request, "prospects/private_correct.html", context, status=status))


def _corrected(
    request: HttpRequest, token: str, prospect: Prospect, person: OwnDataForm | None, company: CompanyForm
) -> HttpResponseBase:
    if is_over(request, "private.write", limit=WRITES_AN_HOUR, seconds=HOUR, key=str(prospect.pk)):
        messages.error(request, _("You have written a lot in a short time. Try again in an hour, or call us."))
        return sealed(redirect("private:correct", token=token))
    contact = prospect.contacts.order_by("pk").first()
    try:
        changed = correct_own_data(contact, person.cleaned_data) if person and contact else []
        suggested = suggest_facts(prospect, company.changes())
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
        return sealed(redirect("private:correct", token=token))
    if changed:
        messages.success(request, _("What you corrected about yourself stands from now on."))
    if suggested:
        messages.success(request, _("Thank you. Your person here corrects what we have about the company."))
    if not changed and not suggested:
        messages.info(request, _("You changed nothing."))
    return sealed(redirect("private:page", token=token))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def renew(request: HttpRequest, token: str) -> HttpResponseBase:
    """A new link, to the address we have. The answer is one for all: it tells nobody whether the link ever existed."""
    if request.method != "POST":
        return sealed(redirect("private:page", token=token))
    by_key = is_over(request, "private.renew", limit=LINKS_A_DAY, seconds=DAY, key=token)
    by_address = is_over(request, "private.renew.address", limit=10 * LINKS_A_DAY, seconds=DAY)
    if not by_key and not by_address:
        send_new_link(token)
    return sealed(render(request, "prospects/private_renewed.html"))
