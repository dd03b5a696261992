"""What staff do with prospects in the admin: the menu, the panels of the first page, and the registers."""

import re

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.sites import AdminSite
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, Sum
from django.http import Http404
from django.shortcuts import redirect
from django.urls import include, path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup, modeladmin_register
from wagtail_modeladmin.views import IndexView, InspectView

from accounts.roles import Role, has_role
from common.money import display
from partners.models import Agreement

from . import log_actions  # noqa: F401
from .admin_views import CONTACTS, VIEW, clock_of, running_clock
from .models import Handover, InterestForm, Prospect

ON_PANEL = 5
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Beside the steps of a case: what staff do with its data."""
    actions.register_action("prospects.described", _("Describe"), _("Description for sharing changed"))
    actions.register_action("prospects.exported", _("Export"), _("Interest forms exported"))


@hooks.register("register_permissions")
def register_permissions():
    """The rights of the case work, so that they can be given to a group."""
    return Permission.objects.filter(
        content_type__app_label="prospects",
        codename__in=["view_prospect", "change_prospect", "hand_over_prospect", "see_contact_data"],
    )


@hooks.register("register_admin_urls")
def register_admin_urls():
    """The case work."""
    return [path("prospekter/", include("prospects.admin_urls"))]


class ProspectsMenuItem(MenuItem):
    """The way to the cases, with how many wait for a first answer."""

    def is_shown(self, request):
        return request.user.has_perm(VIEW)

    def render_component(self, request):
        item = super().render_component(request)
        waiting = Prospect.objects.visible_to(request.user).awaiting_first_answer().count()
        item.label = f"{self.label} ({waiting})" if waiting else str(self.label)
        return item


@hooks.register("register_admin_menu_item")
def register_menu_item():
    """Prospects stand first."""
    return ProspectsMenuItem(
        _("Prospects"), reverse_lazy("prospects:index"), name="prospects", icon_name="group", order=50
    )


# --- The first page --------------------------------------------------------------------------------------------------
class WaitingPanel(Component):
    """Who waits for an answer: from us, and from a firm."""

    name = "waiting"
    template_name = "prospects/admin/panel_waiting.html"
    order = 10

    def get_context_data(self, parent_context):
        """The next clocks of both kinds."""
        now, user = timezone.now(), parent_context["request"].user
        prospects = list(
            Prospect.objects.visible_to(user).awaiting_first_answer().select_related("industry", "adviser")[:ON_PANEL]
        )
        for prospect in prospects:
            prospect.clock = clock_of(prospect, now)
        handovers = list(
            Handover.objects.visible_to(user).awaiting_answer().select_related("firm", "prospect")[:ON_PANEL]
        )
        for handover in handovers:
            handover.clock = running_clock(handover.answer_due_at or now, now)
        return {"prospects": prospects, "handovers": handovers}


class SumsPanel(Component):
    """The programme in sums. Names nobody: those who see it need not be allowed to see a case."""

    name = "sums"
    template_name = "prospects/admin/panel_sums.html"
    order = 20

    def get_context_data(self, parent_context):
        """Three small tables, in three queries."""
        ongoing = Count("pk", filter=Q(standing=Prospect.Standing.ONGOING))
        stages = {
            row["stage"]: row["number"] for row in Prospect.objects.order_by().values("stage").annotate(number=ongoing)
        }
        statuses = dict(
            Handover.objects.order_by()
            .values_list("status")
            .annotate(number=Count("pk"))
            .values_list("status", "number")
        )
        language = (get_language() or "nb")[:2]
        name = "tier__name_en" if language == "en" else "tier__name_nb"
        tiers = list(
            Agreement.objects.running()
            .order_by("tier__rank")
            .values_list(name, "tier__rank")
            .annotate(firms=Count("firm", distinct=True), amount=Sum("yearly_amount"))
        )
        return {
            "stages": [(label, stages.get(value, 0)) for value, label in Prospect.Stage.choices],
            "most_stages": max(stages.values(), default=1) or 1,
            "statuses": [(label, statuses.get(value, 0)) for value, label in Handover.Status.choices],
            "most_statuses": max(statuses.values(), default=1) or 1,
            "tiers": [(tier, firms, display(amount, language)) for tier, _rank, firms, amount in tiers],
            "firms": sum(row[2] for row in tiers),
            "amount": display(sum((row[3] for row in tiers), start=0), language),
        }


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    """Each role's own first view of the day."""
    if request.user.has_perm(VIEW):
        panels.append(WaitingPanel())
    if has_role(request.user, Role.STEERING_GROUP, Role.ANALYST, Role.PROGRAMME_MANAGER):
        panels.append(SumsPanel())


# --- The registers ---------------------------------------------------------------------------------------------------
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


class RegisterIndexView(IndexView):
    """A list of which the address can only ask what its filters ask.

    ModelAdmin would hand any lookup of the address to the database: letter by letter it would tell what is not shown.
    """

    def get_filters_params(self, params=None):
        """Only the lookups of the declared filters."""
        names = "|".join(re.escape(name) for name in self.list_filter) or "-"
        known = re.compile(rf"({names})(__id)?(__(exact|isnull|gte|lt))?")
        return {key: value for key, value in super().get_filters_params(params).items() if known.fullmatch(key)}

    def dispatch(self, request, *args, **kwargs):
        """A filter or a page that makes no sense shows the whole list, not an error."""
        page = request.GET.get(self.PAGE_VAR, "1")
        if not page.isdecimal() or len(page) > 9 or int(page) < 1 or "\x00" in "".join(request.GET.values()):
            return redirect(request.path)
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(request.path)


def _by_number(name: str):
    """A view of ModelAdmin that finds nothing, instead of breaking, where the address has no number."""

    def view(self, request, instance_pk):
        if not instance_pk.isdecimal() or len(instance_pk) > 18:
            raise Http404
        return getattr(ModelAdmin, name)(self, request, instance_pk)

    return view


class Register(ModelAdmin):
    """A list to look things up in."""

    list_per_page = 50
    inspect_view_enabled = True
    history_view_enabled = False  # ModelAdmin's own asks for no right at all
    permission_helper_class = ReadOnly
    button_helper_class = CaseButtons
    index_view_class = RegisterIndexView
    inspect_view = _by_number("inspect_view")
    edit_view = _by_number("edit_view")
    delete_view = _by_number("delete_view")

    def __init__(self, parent=None):
        super().__init__(parent)
        # Filters by a relation ask Django's admin, which is not installed, how to sort; an empty one has no opinion.
        self.admin_site = AdminSite(name="registers")


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

    def preprocess_field_value(self, field, value, export_format):
        """No cell begins a formula."""
        value = super().preprocess_field_value(field, value, export_format)
        return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value


class InterestFormInspectView(InspectView):
    """One form as it came, without the person for those who may not see persons."""

    def get_fields_dict(self):
        """The fields this reader may see."""
        hidden = () if self.request.user.has_perm(CONTACTS) else InterestFormAdmin.PERSONAL
        names = [name for name in self.model_admin.get_inspect_view_fields() if name not in hidden]
        return [self.get_dict_for_field(name) for name in names]


class InterestFormAdmin(Register):
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


class HandoverAdmin(Register):
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
        *("consented_at", "consent_withdrawn_at", "answer_due_at", "accepted_at", "accepted_by", "contacted_at"),
        *("finished_at", "outcome", "reason"),
    )


class Registers(ModelAdminGroup):
    """What came in and what went out."""

    menu_label = _("Case registers")
    menu_icon = "list-ul"
    menu_order = 60
    items = (InterestFormAdmin, HandoverAdmin)


modeladmin_register(Registers)
