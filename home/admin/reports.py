"""Reports on pages: what is translated, which links are broken, and what nobody has looked at for long."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.models import Locale

from common.admin import safe
from home.admin import page_reports
from home.link_check import progress, start_check

PER_PAGE = 50


class Report(SpreadsheetExportMixin, WagtailAdminTemplateMixin, TemplateView):
    """A list of rows that are worked out, with filters in the address and an export; for those who edit pages."""

    form_class: type[forms.Form] = forms.Form
    columns: list[tuple[str, Any]] = []
    url_name = ""
    row_template = ""
    template_name = "home/admin/report.html"
    nothing: Any = gettext_lazy("Nothing to report.")
    explanation: Any = ""
    rows: Any  # a method of each report: the rows for the filters chosen

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for those who edit pages."""
        if not user_has_any_page_permission(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, and this report."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list, or the whole of it as a file. A filter that makes no sense shows the whole list."""
        self.list_export = [name for name, _label in self.columns]
        self.export_headings = dict(self.columns)
        form = self.form_class(request.GET or None)
        rows = list(self.rows(form.cleaned_data if form.is_valid() else {}))
        if self.is_export:
            return self.as_spreadsheet(rows, request.GET["export"])
        context = self.get_context_data(
            form=form,
            page_obj=Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
            total=len(rows),
            columns=[label for _name, label in self.columns],
            row_template=self.row_template,
            nothing=self.nothing,
            explanation=self.explanation,
            kept="".join(f"{name}={value}&" for name, value in request.GET.items() if name in form.fields),
        )
        return self.render_to_response(context)

    def to_row_dict(self, item: Any) -> Any:
        """No cell of an export begins a formula."""
        row = super().to_row_dict(item)
        for name, value in row.items():
            text = str(value) if not isinstance(value, int | float | datetime | None.__class__) else value
            row[name] = safe(text)
        return row


# --- Translations ---------------------------------------------------------------------------------------------------
def _languages() -> list[tuple[str, Any]]:
    return [("", gettext_lazy("All")), *((one.language_code, str(one)) for one in Locale.objects.all())]


class TranslationForm(forms.Form):
    """Which language is looked at, and which state."""

    language = forms.ChoiceField(label=gettext_lazy("Missing or outdated in"), choices=_languages, required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[("", gettext_lazy("All")), *page_reports.TranslationState.choices],
        required=False,
    )


class TranslationReport(Report):
    """Each page and its translation: there, missing or outdated."""

    page_title = gettext_lazy("Translations")
    header_icon = "globe"
    form_class = TranslationForm
    url_name = "home_report_translations"
    row_template = "home/admin/row_translation.html"
    export_filename = "oversettelser"
    columns = [
        ("title", gettext_lazy("Page")),
        ("source_language", gettext_lazy("Written in")),
        ("kind", gettext_lazy("Type")),
        ("language", gettext_lazy("Language")),
        ("state.label", gettext_lazy("State")),
        ("source_published", gettext_lazy("Published")),
        ("published", gettext_lazy("Translation published")),
    ]
    explanation = gettext_lazy(
        "A translation is outdated when the page it was made from has been published again since. Open both, mend the "
        "translation and publish it: then it is in order again."
    )

    def rows(self, chosen: dict[str, Any]) -> Iterable[Any]:
        """One row for each page and each language it could be in."""
        return page_reports.translations(chosen.get("language", ""), chosen.get("state", ""))


# --- Links ----------------------------------------------------------------------------------------------------------
class LinkForm(forms.Form):
    """Inside or outside."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Links"),
        choices=[
            ("", gettext_lazy("All")),
            ("inside", gettext_lazy("inside the site")),
            ("outside", gettext_lazy("to other sites")),
        ],
        required=False,
    )


class LinkReport(Report):
    """Links that lead nowhere."""

    page_title = gettext_lazy("Broken links")
    header_icon = "link"
    form_class = LinkForm
    url_name = "home_report_links"
    row_template = "home/admin/row_link.html"
    template_name = "home/admin/report_links.html"
    export_filename = "lenker"
    nothing = gettext_lazy("All links work.")
    columns = [
        ("title", gettext_lazy("Page")),
        ("link", gettext_lazy("Link")),
        ("what", gettext_lazy("What is wrong")),
        ("since", gettext_lazy("Since")),
    ]

    def rows(self, chosen: dict[str, Any]) -> Iterable[Any]:
        """Broken links of published pages."""
        return page_reports.broken_links(chosen.get("kind", ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With how far the check of other sites has come."""
        return super().get_context_data(progress=progress(), **kwargs)


@require_POST
def check_now(request: HttpRequest) -> HttpResponse:
    """Have the worker try all links to other sites."""
    if not user_has_any_page_permission(request.user):
        raise PermissionDenied
    if start_check():
        messages.success(request, _("The links are being tried. Come back in a few minutes."))
    else:
        messages.warning(request, _("They are being tried already."))
    return redirect("home_report_links")


# --- Stale content --------------------------------------------------------------------------------------------------
class StaleForm(forms.Form):
    """How old is too old."""

    months = forms.TypedChoiceField(
        label=gettext_lazy("Not touched for"),
        choices=[("", gettext_lazy("as long as the type bears"))]
        + [(str(one), gettext_lazy("%s months") % one) for one in (3, 6, 12, 24)],
        coerce=int,
        required=False,
        empty_value=None,
    )


class StaleReport(Report):
    """Published pages nobody has touched for long."""

    page_title = gettext_lazy("Pages to look over")
    header_icon = "time"
    form_class = StaleForm
    url_name = "home_report_stale"
    row_template = "home/admin/row_stale.html"
    export_filename = "gamle-sider"
    nothing = gettext_lazy("Every page has been looked over.")
    columns = [
        ("title", gettext_lazy("Page")),
        ("kind", gettext_lazy("Type")),
        ("language", gettext_lazy("Language")),
        ("touched_at", gettext_lazy("Last touched")),
        ("owner", gettext_lazy("By")),
        ("months", gettext_lazy("Months its type bears")),
    ]
    explanation = gettext_lazy(
        "Read the page. If it still holds, publish it again as it is, and it leaves this list; else mend it or take it "
        "down. News and stories are of their day and never stand here."
    )

    def rows(self, chosen: dict[str, Any]) -> Iterable[Any]:
        """The longest untouched first."""
        return page_reports.stale(chosen.get("months"))


REPORTS = (
    ("oversettelser", TranslationReport, 600),
    ("lenker", LinkReport, 610),
    ("gamle-sider", StaleReport, 620),
)


@hooks.register("register_admin_urls")
def report_urls() -> list[Any]:
    """Each report, and the button that starts the check."""
    return [
        *(path(f"rapporter/{slug}/", view.as_view(), name=view.url_name) for slug, view, _order in REPORTS),
        path("rapporter/lenker/sjekk/", check_now, name="home_check_links"),
    ]


class ReportMenuItem(MenuItem):
    """For those who edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


def _register(view: type[Report], order: int) -> None:
    @hooks.register("register_reports_menu_item")
    def item() -> MenuItem:
        return ReportMenuItem(
            view.page_title, reverse(view.url_name), name=view.url_name, icon_name=view.header_icon, order=order
        )


for _slug, _view, _order in REPORTS:
    _register(_view, _order)
