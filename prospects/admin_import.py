"""Bringing in cases from a file: upload, say which column is what, see what would happen, start."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied

from common.sheets import sheet_response
from register.models import FocusIndustry

from . import services
from .admin_list import trail
from .case_files import MOST_BYTES
from .case_rows import FIELDS, PERSON, Verdict
from .models import CaseImport, Establishment, Source
from .rights import CHANGE, CONTACTS, VIEW

SHOWN_PROBLEMS, SHOWN_FILES = 100, 20


def _may(request: HttpRequest) -> bool:
    return request.user.has_perm(VIEW) and request.user.has_perm(CHANGE)


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """The files that came lately, and a new one."""
    if not _may(request):
        return permission_denied(request, PermissionDenied())
    error, status = "", 200
    if request.method == "POST":
        upload = request.FILES.get("file")
        try:
            if upload is None:
                raise ValidationError(_("Choose a file."))
            if upload.size is None or upload.size > MOST_BYTES:
                raise ValidationError(_("The file is larger than 5 MB. Divide it."))
            file = services.receive_cases(upload.name or "", upload.read(), by=request.user)
        except ValidationError as refused:
            error, status = " ".join(refused.messages), 422
        else:
            return redirect("prospects:import", pk=file.pk)
    context = {
        "files": CaseImport.objects.visible_to(request.user).select_related("uploaded_by")[:SHOWN_FILES],
        "error": error,
        "fields": [str(label) for label in FIELDS.values()],
        "people": [str(label) for label in PERSON.values()] if request.user.has_perm(CONTACTS) else [],
        "header_icon": "upload",
        "breadcrumbs_items": trail(_("Import")),
    }
    return render(request, "prospects/admin/imports.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def one_import(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: its columns, what would happen, and how far it is."""
    if not _may(request):
        return permission_denied(request, PermissionDenied())
    file = get_object_or_404(CaseImport.objects.visible_to(request.user), pk=pk)
    mapping, defaults, error, status = dict(file.mapping), dict(file.defaults), "", 200
    if request.method == "POST":
        try:
            if request.POST.get("what") == "start":
                services.start_case_import(file, by=request.user)
                messages.success(request, _("The rows are being stored. You can go on with other things."))
            else:
                mapping, defaults = _typed(request, file)
                services.map_columns(file, mapping, defaults, by=request.user)
            return redirect("prospects:import", pk=pk)
        except ValidationError as refused:
            error, status = " ".join(refused.messages), 422
            file.refresh_from_db()
    is_storing = file.status == CaseImport.Status.STORING
    context: dict[str, Any] = {
        "file": file,
        "error": error,
        "is_storing": is_storing,
        "is_done": file.status == CaseImport.Status.DONE,
        "stored": file.rows.filter(prospect__isnull=False).count(),
        "waiting": file.rows.filter(is_waiting=True).count(),
        "refused": file.rows.filter(is_waiting=False, prospect=None).count(),
        "columns": _columns(request, file, mapping),
        "sources": _options(Source.choices, defaults.get("source", Source.TARGET_LIST)),
        "kinds": _options(Establishment.choices, defaults.get("kind", Establishment.UNKNOWN)),
        "industries": _options(
            [(str(one.pk), str(one)) for one in FocusIndustry.objects.filter(is_retired=False)],
            defaults.get("industry", ""),
        ),
        "is_mine": bool(defaults.get("mine")),
        "header_icon": "upload",
        "breadcrumbs_items": [
            *trail(_("Import"))[:-1],
            {"url": reverse("prospects:imports"), "label": _("Import")},
            {"url": "", "label": file.name},
        ],
    }
    if not error and not is_storing and file.defaults and "company_name" in file.mapping:
        context["dry"] = _dry(file)
    return render(request, "prospects/admin/import.html", context, status=status)


def _dry(file: CaseImport) -> dict[str, Any]:
    good, bad = 0, 0
    problems: list[Verdict] = []
    for verdict in services.dry_run(file):
        if verdict.why:
            bad += 1
            if len(problems) < SHOWN_PROBLEMS:
                problems.append(verdict)
        else:
            good += 1
    return {"good": good, "bad": bad, "problems": problems, "hidden": bad - len(problems)}


def _options(options: Any, chosen: Any) -> list[tuple[str, Any, bool]]:
    return [(str(value), label, str(value) == str(chosen)) for value, label in options]


def _columns(request: HttpRequest, file: CaseImport, mapping: dict[str, int]) -> list[dict[str, Any]]:
    """Each column with its name, what stands in it first, and what it may be."""
    fields = {**FIELDS, **(PERSON if request.user.has_perm(CONTACTS) else {})}
    samples = [row.cells for row in file.rows.order_by("line")[:3]]
    meant = {number: name for name, number in mapping.items()}
    return [
        {
            "number": number,
            "name": name or _("Column %(number)s") % {"number": number + 1},
            "sample": " · ".join(cells[number] for cells in samples if number < len(cells) and cells[number])[:120],
            "options": [(one, label, meant.get(number) == one) for one, label in fields.items()],
        }
        for number, name in enumerate(file.head)
    ]


def _typed(request: HttpRequest, file: CaseImport) -> tuple[dict[str, int], dict[str, Any]]:
    typed, mapping = request.POST, {}
    for number in range(len(file.head)):
        meant = typed.get(f"column-{number}", "")
        if not meant:
            continue
        if meant in mapping:
            label = {**FIELDS, **PERSON}.get(meant, "")
            raise ValidationError(_("Two columns are “%(field)s”. Choose one.") % {"field": label})
        mapping[meant] = number
    defaults = {
        "source": typed.get("source") if typed.get("source") in Source.values else Source.TARGET_LIST.value,
        "kind": typed.get("kind") if typed.get("kind") in Establishment.values else Establishment.UNKNOWN.value,
        "industry": typed.get("industry", "")[:9],
        "mine": bool(typed.get("mine")),
    }
    return mapping, defaults


@require_safe
def refused_rows(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The rows that were refused as they came, each with the reason: to be mended and brought in again."""
    if not _may(request):
        return permission_denied(request, PermissionDenied())
    file = get_object_or_404(CaseImport.objects.visible_to(request.user), pk=pk)
    width = len(file.head)
    refused = file.rows.filter(is_waiting=False, prospect=None).order_by("line")
    rows = ([row.line, *(row.cells + [""] * width)[:width], row.why] for row in refused.iterator(chunk_size=500))
    return sheet_response(f"avvist-{file.pk}", "csv", [_("Line"), *file.head, _("Why")], rows)
