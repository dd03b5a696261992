"""Registers that staff read and take out, and never write in."""

from typing import Any

from django.http import HttpResponse
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import PermissionHelper

from common.admin import RegisterIndexView


class ReadOnly(PermissionHelper):
    """Nobody adds, edits or deletes here; whoever has the right to view, lists and inspects."""

    def user_can_list(self, user: Any) -> bool:
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_inspect_obj(self, user: Any, obj: Any) -> bool:
        return self.user_can_list(user)

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False


class LoggedExportIndexView(RegisterIndexView):
    """A list that whoever may read it may take out; who did so, and how much, is in the log."""

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponse:
        """The file, and a line in the log."""
        user = self.request.user
        data = {
            "what": self.model._meta.label_lower,
            "format": spreadsheet_format,
            "rows": queryset.count(),
            "filters": self.request.GET.urlencode(),
        }
        log(user, "home.exported", user=user, data=data)
        return super().as_spreadsheet(queryset, spreadsheet_format)
