"""Registers in the admin: ModelAdmin's lists, with the doors shut that it leaves open."""

import re
from collections.abc import Callable
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.sites import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from .text import without_controls

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula and no workbook breaks on; numbers and days stay what they are."""
    if not isinstance(value, str):
        return value
    text = without_controls(value, keep="\t\r\n")
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


class RegisterIndexView(IndexView):
    """A list of which the address can only ask what its filters ask.

    ModelAdmin would hand any lookup of the address to the database: letter by letter it would tell what is not shown.
    """

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """Only the lookups of the declared filters."""
        names = "|".join(re.escape(name) for name in self.list_filter) or "-"
        known = re.compile(rf"({names})(__id)?(__(exact|isnull|gte|lt))?")
        return {key: value for key, value in super().get_filters_params(params).items() if known.fullmatch(key)}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A filter or a page that makes no sense shows the whole list, not an error."""
        page = request.GET.get(self.PAGE_VAR, "1")
        has_zeros = any("\x00" in value for value in request.GET.values())
        if not page.isdecimal() or len(page) > 9 or int(page) < 1 or has_zeros:
            return redirect(request.path)
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(request.path)

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """No cell of an export begins a formula."""
        return safe(super().preprocess_field_value(field, value, export_format))


def _by_number(name: str) -> Callable[[ModelAdmin, HttpRequest, str], HttpResponse]:
    """A view of ModelAdmin that finds nothing, instead of breaking, where the address has no number."""

    def view(self: ModelAdmin, request: HttpRequest, instance_pk: str) -> HttpResponse:
        if not instance_pk.isdecimal() or len(instance_pk) > 18:
            raise Http404
        return getattr(ModelAdmin, name)(self, request, instance_pk)

    return view


class Register(ModelAdmin):
    """A list to look things up in."""

    unbroken: tuple[str, ...] = ()
    """The columns whose text stays on one line, besides dates: sums, numbers."""

    def get_extra_class_names_for_field_col(self, obj: Any, field_name: str) -> list[str]:
        """For the style sheet."""
        return ["nowrap"] if field_name in self.unbroken else []

    list_per_page = 50
    inspect_view_enabled = True
    history_view_enabled = False  # ModelAdmin's own asks for no right at all
    index_view_class = RegisterIndexView
    inspect_view = _by_number("inspect_view")
    edit_view = _by_number("edit_view")
    delete_view = _by_number("delete_view")

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        # Filters by a relation ask Django's admin, which is not installed, how to sort; an empty one has no opinion.
        self.admin_site = AdminSite(name="registers")


class NeverDeleted(PermissionHelper):
    """What others refer to stays; a mistake is mended or followed by another row."""

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False
