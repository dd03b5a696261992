"""The filtered list as a file: streamed, without a formula, persons only for those who may know them, and logged."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.defaults import permission_denied
from wagtail.log_actions import log

from common.countries import country_name
from common.sheets import sheet_response

from .case_filters import Chosen
from .models import Prospect
from .rights import CONTACTS, VIEW

CHUNK = 500


def heading(*, with_people: bool) -> list[str]:
    """The names of the columns."""
    columns = [
        *(_("Reference"), _("Company"), _("Organisation number"), _("Country"), _("Industry"), _("Stage")),
        *(_("Standing"), _("Why it rests or ended"), _("Kind of establishment"), _("Source"), _("Adviser")),
        *(_("Value score"), _("People to employ"), _("Jobs here"), _("Area wanted"), _("Time frame"), _("Arrived")),
        *(_("First answer"), _("Last spoken with"), _("They decide by"), _("The day they came"), _("Website")),
    ]
    return [*columns, _("Person"), _("Title"), _("E-mail"), _("Telephone")] if with_people else columns


def rows(found: QuerySet[Prospect], *, with_people: bool) -> Iterator[list[Any]]:
    """A row for each case, in the order of `found`; CHUNK of them are in memory at a time."""
    found = found.select_related("industry", "adviser").defer("need", "anonymous_need_nb", "anonymous_need_en")
    if with_people:
        found = found.prefetch_related("contacts")
    for one in found.iterator(chunk_size=CHUNK):
        row = [
            *(one.reference, one.company_name, one.organisation_number, country_name(one.country), str(one.industry)),
            *(str(one.get_stage_display()), str(one.get_standing_display()), one.standing_reason),
            *(str(one.get_kind_display()), str(one.get_source_display()), str(one.adviser or "")),
            *(one.value_score, str(one.get_employees_display()), one.jobs, str(one.get_area_display())),
            *(str(one.get_time_frame_display()), one.created_at, one.answered_at, one.spoken_at, one.decision_on),
            *(one.established_on, one.website),
        ]
        if with_people:
            person = one.main_contact
            row += [person.name, person.title, person.email, person.phone] if person else ["", "", "", ""]
        yield row


@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """The cases of the list as it is filtered: `?form=xlsx`, or csv without."""
    user = request.user
    if not user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    chosen = Chosen.read(request.GET)
    form = "xlsx" if request.GET.get("form") == "xlsx" else "csv"
    with_people = user.has_perm(CONTACTS)
    found = chosen.cases(user)
    if request.method == "GET":
        # What was searched for may be a person's name: the log says only that there were words.
        data = {"filters": chosen.stored, "words": bool(chosen.words), "number": found.count()}
        log(user, "prospects.cases_exported", user=user, data={**data, "form": form, "people": with_people})
    name = f"prospekter-{timezone.localdate():%Y-%m-%d}"
    return sheet_response(
        name,
        form,
        heading(with_people=with_people),
        rows(found, with_people=with_people) if request.method == "GET" else [],
    )
