"""The pages about positions: the list, and one page for each position and language, where one applies."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Case, DateTimeField, F, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail.search import index

from common.spamguard import is_within_limits

from ..public_forms import ApplicationForm
from ..services.vacancies import apply_for
from ..shelves import published, url_of
from .base import SEARCH_WRITTEN, Introduced, SitePage, Written, iso
from .vacancies import Vacancy

A_PAGE = 20
PAGE_PARAM = "side"
SHOWN_CLOSED_DAYS = 60
PROVEN_A_DAY = 20
UNPROVEN_A_DAY = 5


class VacancyIndexPage(SitePage, Introduced):
    """Positions one may apply for; closed ones stay for a while, and say so."""

    kind = _("Vacancies")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/vacancy_index.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["home.VacancyPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("vacancy list")

    def get_context(self, request, *args, **kwargs):
        """One page of the list: `open` and `closed` of what is on it."""
        now = timezone.now()
        is_closed = Case(
            When(vacancy__deadline_at__lte=now, then=Value(1)), default=Value(0), output_field=IntegerField()
        )
        deadline = Case(
            When(vacancy__deadline_at__gt=now, then=F("vacancy__deadline_at")), output_field=DateTimeField()
        )
        found = (
            published(VacancyPage, self.language)
            .select_related("vacancy__contact")
            .filter(vacancy__deadline_at__gt=now - timedelta(days=SHOWN_CLOSED_DAYS))
            .order_by(is_closed, deadline.asc(nulls_last=True), "-vacancy__deadline_at", "pk")
        )
        # Counted from the list itself: there are a handful, and the number on the shelf counts the old ones too.
        items = Paginator(found, A_PAGE).get_page(request.GET.get(PAGE_PARAM))
        rows = [
            {"title": page.title, "intro": page.intro, "url": url_of(page), "vacancy": page.vacancy} for page in items
        ]
        return {
            **super().get_context(request, *args, **kwargs),
            "items": items,
            "open": [row for row in rows if row["vacancy"].is_open],
            "closed": [row for row in rows if not row["vacancy"].is_open],
        }


class VacancyPage(RoutablePageMixin, SitePage, Written):
    """One position, in one language."""

    kind = _("Vacancy")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="pages", verbose_name=_("vacancy"))

    joined = ("vacancy__contact",)

    content_panels = [*Page.content_panels, FieldPanel("vacancy"), FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN, index.FilterField("vacancy")]
    template = "pages/vacancy.html"
    parent_page_types = ["home.VacancyIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("vacancy page")

    def get_context(self, request, *args, **kwargs):
        """With the form while one may apply."""
        return {
            **super().get_context(request, *args, **kwargs),
            "vacancy": self.vacancy,
            "application_url": f"{self.get_url(request) or ''}soknad/",
            "form": ApplicationForm.opened() if self.vacancy.is_open else None,
        }

    @path("soknad/")
    def application_view(self, request: HttpRequest) -> HttpResponse:
        """Take an application, and then lead to the receipt; without one, back to the position."""
        return never_cache(self._application_view)(request)

    def _application_view(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return redirect(self.get_url(request))
        form = ApplicationForm(request.POST, request.FILES)
        if not self.vacancy.is_open:
            return self._page(request, None, 409)
        if not form.is_valid():
            return self._page(request, form, 422)
        if not is_within_limits(request, form, "application", proven=PROVEN_A_DAY, unproven=UNPROVEN_A_DAY):
            return self._page(request, form, 429)
        try:
            apply_for(self.vacancy, form.cleaned_data, language=self.language)
        except ValidationError:  # the deadline passed in this moment
            return self._page(request, None, 409)
        return redirect(f"{self.get_url(request)}soknad/takk/")

    def _page(self, request: HttpRequest, form: ApplicationForm | None, status: int) -> HttpResponse:
        context = {**self.get_context(request), "form": form, "refused": form is None}
        return TemplateResponse(request, self.template, context, status=status)

    @path("soknad/takk/")
    def receipt_view(self, request: HttpRequest) -> HttpResponse:
        """What happens now."""
        return TemplateResponse(request, "pages/application_received.html", self.get_context(request))

    def schema(self, request):
        """A JobPosting; nothing once the deadline has passed."""
        vacancy = self.vacancy
        if not vacancy.is_open:
            return None
        return {
            "@type": "JobPosting",
            "title": self.title,
            "description": self.summary,
            "datePosted": iso(vacancy.published_on),
            "validThrough": iso(timezone.localtime(vacancy.deadline_at)),
            "employmentType": vacancy.extent,
            "hiringOrganization": {"@type": "Organization", "name": vacancy.employer},
            "jobLocation": {
                "@type": "Place",
                "address": {"@type": "PostalAddress", "addressLocality": vacancy.place, "addressCountry": "NO"},
            },
            "directApply": True,
        }
