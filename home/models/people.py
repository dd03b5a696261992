"""People one can call, the campaign banner, and the pages of figures and contact."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from common.languages import in_language
from register.models import FocusIndustry

from .base import SEARCH_WRITTEN, SitePage, Written


class ContactPerson(models.Model):
    """A named person who answers. Shown with the person's knowledge; retired when the person moves on."""

    # Purpose: so that a prospect talks to somebody with a name. Retired, and then deleted, when the person leaves.
    name = models.CharField(_("name"), max_length=120)
    title_nb = models.CharField(_("title in Norwegian"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    about_nb = models.CharField(_("ask about, in Norwegian"), max_length=200, blank=True)
    about_en = models.CharField(_("ask about, in English"), max_length=200, blank=True)
    speaks_nb = models.CharField(
        _("speaks, in Norwegian"),
        max_length=120,
        blank=True,
        help_text=_("Norwegian, English and German, for example."),
    )
    speaks_en = models.CharField(_("speaks, in English"), max_length=120, blank=True)
    employer = models.CharField(_("employer"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    photo = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photo"),
    )
    industries = models.ManyToManyField(
        FocusIndustry, related_name="+", blank=True, verbose_name=_("industries the person knows")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_retired = models.BooleanField(_("no longer here"), default=False)

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact people")
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name

    def clean(self):
        """Somebody who can be reached."""
        super().clean()
        if not self.phone and not self.email:
            raise ValidationError(gettext("Give a telephone number or an e-mail address, so that one can be reached."))

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return in_language(self, "title")

    @property
    def about(self) -> str:
        """What to ask the person about, in the reader's language."""
        return in_language(self, "about")

    @property
    def speaks(self) -> str:
        """The languages the person speaks, in the reader's language; may be empty."""
        return in_language(self, "speaks")


class Banner(models.Model):
    """A campaign line above every page, from one moment until another."""

    text_nb = models.CharField(_("text in Norwegian"), max_length=140)
    text_en = models.CharField(_("text in English"), max_length=140, blank=True)
    link_label_nb = models.CharField(_("on the link, in Norwegian"), max_length=60, blank=True)
    link_label_en = models.CharField(_("on the link, in English"), max_length=60, blank=True)
    page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("The reader is led to this page in the reader's own language, where there is one."),
    )
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))

    class Meta:
        verbose_name = _("campaign banner")
        verbose_name_plural = _("campaign banners")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="banner_ends_after_it_starts")
        ]

    def __str__(self):
        return self.text

    def clean(self):
        """It ends after it starts."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": gettext("The banner ends before it starts.")})

    def is_shown(self, at: datetime | None = None) -> bool:
        """Whether it stands above the pages at that moment (now unless told otherwise)."""
        return self.starts_at <= (at or timezone.now()) < self.ends_at

    @property
    def text(self) -> str:
        """The text in the reader's language."""
        return in_language(self, "text")

    @property
    def link_label(self) -> str:
        """What stands on the link, in the reader's language."""
        return in_language(self, "link_label")


class ContactPage(SitePage, Written):
    """Named people, and how to reach them."""

    kind = _("Contact")
    address = models.TextField(_("address"), max_length=300, blank=True)
    hours = models.CharField(_("when somebody answers"), max_length=160, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("address"),
        FieldPanel("hours"),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/contact.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("contact page")

    @property
    def address_lines(self) -> list[str]:
        """The address, line by line."""
        return [line.strip() for line in self.address.splitlines() if line.strip()]

    def get_context(self, request, *args, **kwargs):
        """With everybody who answers."""
        from ..cards import people

        return {**super().get_context(request, *args, **kwargs), "people": people(self.language)}


class ResultsPage(RoutablePageMixin, SitePage, Written):
    """What the programme has given, counted by the system itself, as a page and as a file for a spreadsheet."""

    kind = _("Results")
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, *SEARCH_WRITTEN]
    template = "pages/results.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("results")

    def get_context(self, request, *args, **kwargs):
        """With the figures, as they were counted last."""
        from ..results import chart, figures, results

        counted = results(self.language)
        return {
            **super().get_context(request, *args, **kwargs),
            "results": counted,
            "figures": figures(counted),
            "chart": chart(counted),
        }

    @path("csv/")
    def file_view(self, request: HttpRequest) -> HttpResponse:
        """The same figures as resultater.csv."""
        from ..results import as_csv, results

        response = HttpResponse(as_csv(results(self.language)), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="resultater.csv"'
        response["X-Robots-Tag"] = "noindex"
        return response
