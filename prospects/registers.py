"""The registers in the admin: what came in and what went out, to look things up in."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdminGroup
from wagtail_modeladmin.views import InspectView

from common.admin import Register, RegisterIndexView

from .models import Handover, InterestForm
from .rights import CONTACTS, VIEW


class ReadOnly(PermissionHelper):
    """Nobody adds, edits or deletes here, a superuser neither; whoever may view, lists and inspects."""

    def user_can_list(self, user):
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_inspect_obj(self, user, obj):
        return self.user_can_list(user)

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class CaseButtons(ButtonHelper):
    """Beside each row the way to its case."""

    def get_buttons_for_obj(self, obj, *args, **kwargs):
        """Inspect, and open the case."""
        buttons = super().get_buttons_for_obj(obj, *args, **kwargs)
        if self.request.user.has_perm(VIEW):
            buttons.append(
                {
                    "url": reverse("prospects:case", args=[obj.prospect_id]),
                    "label": _("Open case"),
                    "classname": self.finalise_classname(["button-small", "button-secondary"]),
                    "title": _("Open the case"),
                }
            )
        return buttons


class CaseRegister(Register):
    """A list to look things up in, with the way from each row to its case."""

    permission_helper_class = ReadOnly
    button_helper_class = CaseButtons


class InterestFormIndexView(RegisterIndexView):
    """The interest forms; taking them out is for those who may see persons, and is logged."""

    @cached_property
    def may_export(self) -> bool:
        """Whether this user may take the forms out."""
        return self.request.user.has_perm(CONTACTS)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """The file, and a line in the log of who took it."""
        if not self.may_export:
            raise PermissionDenied
        user = self.request.user
        data = {"format": spreadsheet_format, "rows": queryset.count(), "filters": self.request.GET.urlencode()}
        log(user, "prospects.exported", user=user, data=data)
        return super().as_spreadsheet(queryset, spreadsheet_format)


class InterestFormInspectView(InspectView):
    """One form as it came, without the person for those who may not see persons."""

    def get_fields_dict(self):
        """The fields this reader may see."""
        hidden = () if self.request.user.has_perm(CONTACTS) else InterestFormAdmin.PERSONAL
        names = [name for name in self.model_admin.get_inspect_view_fields() if name not in hidden]
        return [self.get_dict_for_field(name) for name in names]


class InterestFormAdmin(CaseRegister):
    """What people filled in, as it came."""

    model = InterestForm
    menu_label = _("Interest forms")
    menu_icon = "form"
    base_url_path = "interesseskjemaer"
    PERSONAL = ("name", "email", "phone")
    PLAIN = ("company_name", "received_at", "industry", "employees", "readiness")
    list_filter = ("received_at", "readiness", "time_frame")
    list_select_related = ("prospect",)
    inspect_view_fields = (
        *("company_name", "organisation_number", "country", "industry", "employees", "area", "time_frame"),
        *("readiness", "need", *PERSONAL, "language", "consents_to_email", "consents_to_phone", "is_proven"),
        *("received_at", "prospect"),
    )
    export_filename = "interesseskjemaer"
    index_view_class = InterestFormIndexView
    inspect_view_class = InterestFormInspectView

    def get_list_display(self, request):
        return (*self.PLAIN, "name") if request.user.has_perm(CONTACTS) else self.PLAIN

    def get_list_export(self, request):
        return self.inspect_view_fields[:-1] if request.user.has_perm(CONTACTS) else ()

    def get_search_fields(self, request):
        return ("company_name", "name", "email") if request.user.has_perm(CONTACTS) else ("company_name",)


class HandoverAdmin(CaseRegister):
    """Every handover there has been."""

    model = Handover
    menu_label = _("Handovers")
    menu_icon = "redirect"
    base_url_path = "overleveringer"
    list_display = ("prospect", "firm", "status", "handed_over_at", "answer_due_at", "outcome")
    list_filter = ("status", "firm", "outcome")
    list_select_related = ("prospect", "firm")
    search_fields = ("prospect__company_name", "firm__name")
    inspect_view_fields = (
        *("prospect", "firm", "status", "message", "response_days", "handed_over_by", "handed_over_at"),
        *("round", "position", "consented_at", "contact_consented_at", "contact_withdrawn_at", "consent_withdrawn_at"),
        *("answer_due_at", "seen_at", "interested_at", "accepted_at", "accepted_by", "contacted_at"),
        *("finished_at", "outcome", "reason"),
    )


class Registers(ModelAdminGroup):
    """What came in and what went out."""

    menu_label = _("Case registers")
    menu_icon = "list-ul"
    menu_order = 60
    items = (InterestFormAdmin, HandoverAdmin)
