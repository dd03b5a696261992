"""The list of cases in the admin: who waits for an answer first."""

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, DateTimeField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.defaults import permission_denied
from wagtail.admin.paginator import WagtailPaginator

from .admin_timing import clock_of
from .models import Contact, Prospect
from .rights import CONTACTS, VIEW

PER_PAGE = 25


def search(found: QuerySet, words: str, *, in_contacts: bool) -> QuerySet:
    """By company, reference or organisation number, and by contact for those who may know them."""
    number = words.upper().removeprefix("P-")
    condition = Q(pk=int(number)) if number.isdecimal() and len(number) <= 6 else Q()
    if len(digits := words.replace(" ", "")) == 9 and digits.isdecimal():
        condition |= Q(organisation_number=digits)
    # SQLite knows no upper case beyond ASCII, so æ, ø and å are tried both ways.
    variants = {words, words.lower(), words.upper(), words.capitalize()}
    for variant in variants:
        condition |= Q(company_name__icontains=variant)
    if in_contacts:
        names = Q()
        for variant in variants:
            names |= Q(name__icontains=variant)
        condition |= Q(Exists(Contact.objects.filter(names, prospect=OuterRef("pk"))))
    return found.filter(condition)


def _filtered(request: HttpRequest) -> QuerySet:
    found: QuerySet = Prospect.objects.visible_to(request.user)
    chosen = request.GET
    if chosen.get("stage") in Prospect.Stage.values:
        found = found.filter(stage=chosen["stage"])
    if chosen.get("standing") in Prospect.Standing.values:
        found = found.filter(standing=chosen["standing"])
    if chosen.get("mine"):
        found = found.filter(adviser=request.user)
    if chosen.get("waiting"):
        found = found.filter(standing=Prospect.Standing.ONGOING, answered_at=None)
    if words := chosen.get("q", "").strip()[:100].replace("\x00", ""):
        found = search(found, words, in_contacts=request.user.has_perm(CONTACTS))
    waits = Q(standing=Prospect.Standing.ONGOING, answered_at=None)
    rank = Case(
        When(waits, then=Value(0)),
        When(standing=Prospect.Standing.ONGOING, then=Value(1)),
        When(standing=Prospect.Standing.RESTING, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    due = Case(When(waits, then=F("answer_due_at")), output_field=DateTimeField())
    return found.annotate(rank=rank, due=due).order_by("rank", F("due").asc(nulls_last=True), "-created_at", "-pk")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All cases: who waits for a first answer first, then what is under way, then what rests or ended."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    sees_contacts = request.user.has_perm(CONTACTS)
    found = _filtered(request).select_related("industry", "adviser")
    if sees_contacts:
        found = found.prefetch_related("contacts")
    paginator = WagtailPaginator(found, PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    now = timezone.now()
    for prospect in items:
        prospect.clock = clock_of(prospect, now)
    counts = Prospect.objects.visible_to(request.user).aggregate(
        all=Count("pk"),
        waiting=Count("pk", filter=Q(standing="ongoing", answered_at=None)),
        mine=Count("pk", filter=Q(adviser=request.user)),
        **{f"stage_{value}": Count("pk", filter=Q(stage=value)) for value in Prospect.Stage.values},
    )
    context = {
        "items": items,
        "elided_page_range": paginator.get_elided_page_range(items.number),
        "counts": counts,
        "stages": [(value, label, counts[f"stage_{value}"]) for value, label in Prospect.Stage.choices],
        "standings": Prospect.Standing.choices,
        "sees_contacts": sees_contacts,
        "chosen": request.GET,
        "is_filtered": any(request.GET.get(name) for name in ("q", "stage", "standing", "mine", "waiting")),
        "header_icon": "group",
        "header_title": _("Prospects"),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Prospects")},
        ],
    }
    return render(request, "prospects/admin/index.html", context)
