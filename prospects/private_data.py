"""The prospect's own data: all of it in one file, and its end."""

import json
import zipfile
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.log_actions import log

from common.pipe import Pipe

from .models import Activity, Attachment, Consent, Handover, Prospect
from .private_forms import DeleteForm
from .private_views import prospect_of, sealed
from .services import delete_on_request

PIECE = 64 * 1024  # bytes read of a file at a time


@require_safe
@never_cache
def export(request: HttpRequest, token: str) -> HttpResponseBase:
    """Everything we have from and about the prospect and may show it, as it is fetched."""
    prospect = prospect_of(token)
    if request.method == "HEAD":
        return sealed(StreamingHttpResponse(iter(()), content_type="application/zip"))
    log(prospect, "prospects.data_fetched", data={"by": "prospect"})
    response = StreamingHttpResponse(
        archive(prospect, translation.get_language() or "nb"), content_type="application/zip"
    )
    response["Content-Disposition"] = f'attachment; filename="{prospect.reference}.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    return sealed(response)


def archive(prospect: Prospect, language: str) -> Iterator[bytes]:
    """The zip file, piece by piece: a page to read, the same for machines, and the files."""
    pipe: Any = Pipe()
    # It is made after the answer has left the middleware, which chose the language.
    with translation.override(language), zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as zipped:
        facts = collect(prospect)
        zipped.writestr("les-meg.html", render_to_string("prospects/private_export.html", {"data": facts}))
        zipped.writestr("alt.json", json.dumps(facts, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1))
        yield pipe.take()
        for one in _files(prospect):
            if not one.file.storage.exists(str(one.file.name)):
                continue
            with one.file.open("rb") as content, zipped.open(_path(one), "w") as target:
                while piece := content.read(PIECE):
                    target.write(piece)
                    yield pipe.take()
    yield pipe.take()


def _files(prospect: Prospect) -> Iterator[Attachment]:
    """What it sent us on its page, and what we share with it. What came by mail anybody may have sent."""
    yield from prospect.attachments.shared().order_by("pk")


def _path(one: Attachment) -> str:
    return f"filer/{one.pk}-{one.name}"


def _fields(instance: Any, names: str) -> dict[str, Any]:
    """The fields `names` of `instance`, a choice in words."""
    found = {}
    for name in names.split():
        said = getattr(instance, f"get_{name}_display", None)
        found[name] = str(said()) if said else getattr(instance, name)
    return found


COMPANY = (
    "company_name organisation_number country website employees area time_frame readiness need kind jobs decision_on "
    "stage standing created_at answer_due_at answered_at"
)
HANDOVER = "status handed_over_at consented_at consent_withdrawn_at accepted_at contacted_at finished_at"


def collect(prospect: Prospect) -> dict[str, Any]:
    """What the file tells. What we noted for ourselves of a talk is not in it: the page says how to ask for that."""
    contact = prospect.main_contact
    spoken = prospect.activities.known_to_prospect()
    activities = []
    for one in spoken.select_related("by").order_by("happened_at", "pk"):
        row = {"at": one.happened_at, **_fields(one, "kind way"), "by": str(one.by or "")}
        if one.kind == Activity.Kind.MAIL:
            row["text"] = "\n\n".join(text for text in (one.text, one.quoted) if text)
        activities.append(row)
    return {
        "company": {"reference": prospect.reference, "industry": str(prospect.industry), **_fields(prospect, COMPANY)},
        "you": _fields(contact, "name title email phone language") if contact else {},
        "adviser": str(prospect.adviser or ""),
        "interest_forms": [
            _fields(
                form,
                "received_at company_name organisation_number country industry employees area time_frame readiness "
                "need name email phone language consents_to_email consents_to_phone",
            )
            for form in prospect.interest_forms.order_by("pk")
        ],
        "consents": [
            _fields(one, "channel wording given_at withdrawn_at")
            for one in Consent.objects.filter(contact__prospect=prospect).order_by("pk")
        ],
        "firms": [
            {
                "firm": one.firm.name,
                "learned_who_you_are": one.accepted_at is not None,
                **_fields(one, HANDOVER),
            }
            for one in prospect.handovers.select_related("firm").exclude(status=Handover.Status.LAPSED).order_by("pk")
        ],
        "activities": activities,
        "files": [
            {"name": one.name, "size": one.size, "added_at": one.added_at, "sha256": one.sha256, "path": _path(one)}
            for one in _files(prospect)
        ],
        "links": [_fields(one, "created_at expires_at revoked_at") for one in prospect.private_links.order_by("pk")],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def delete(request: HttpRequest, token: str) -> HttpResponseBase:
    """First what it means, then, when it is meant, the end."""
    prospect = prospect_of(token)
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        delete_on_request(prospect)
        list(messages.get_messages(request))  # what was said on the page goes with it
        return sealed(redirect("private:deleted"))
    context = {"token": token, "prospect": prospect, "form": form}
    return sealed(render(request, "prospects/private_delete.html", context, status=422 if form.errors else 200))


@require_safe
@never_cache
def deleted(request: HttpRequest) -> HttpResponseBase:
    """The receipt. It knows nobody."""
    return sealed(render(request, "prospects/private_deleted.html"))
