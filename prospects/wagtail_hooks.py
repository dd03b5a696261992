"""What staff do with prospects in the admin: the menu, the panels of the first page, and the way to the registers."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import Permission
from django.db.models import Count, Q, Sum
from django.urls import include, path, reverse_lazy
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.options import modeladmin_register

from accounts.roles import Role, has_role
from common.clock import OSLO
from common.money import display
from partners.models import Agreement

from . import inbound_hooks, log_actions  # noqa: F401
from .admin_timing import clock_of, running_clock
from .clocks import record_of_requests
from .models import Handover, MorningLetter, OwnLead, Prospect, StandingReason
from .registers import Registers
from .rights import VIEW
from .services import set_morning_letter

ON_PANEL = 5
MOST_IN_MENU = 99


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


class CaseWorkItem(MenuItem):
    """For those who see cases."""

    def is_shown(self, request):
        return request.user.has_perm(VIEW)


class ProspectsMenuItem(CaseWorkItem):
    """The way to the cases, with how many wait for a first answer."""

    def render_component(self, request):
        item = super().render_component(request)
        waiting = Prospect.objects.visible_to(request.user).awaiting_first_answer()[: MOST_IN_MENU + 1].count()
        many = f"{MOST_IN_MENU}+" if waiting > MOST_IN_MENU else waiting
        item.label = f"{self.label} ({many})" if waiting else str(self.label)
        return item


@hooks.register("register_admin_menu_item")
def register_menu_item():
    """Prospects stand first."""
    return ProspectsMenuItem(
        _("Prospects"), reverse_lazy("prospects:index"), name="prospects", icon_name="group", order=50
    )


@hooks.register("register_admin_menu_item")
def register_my_day():
    """The day stands before the list."""
    return CaseWorkItem(_("My day"), reverse_lazy("prospects:my_day"), name="my-day", icon_name="time", order=45)


class LeadsMenuItem(CaseWorkItem):
    """The way to what firms tell us of, with how many wait for an answer."""

    def render_component(self, request):
        item = super().render_component(request)
        waiting = OwnLead.objects.visible_to(request.user).waiting().count()
        item.label = f"{self.label} ({waiting})" if waiting else str(self.label)
        return item


@hooks.register("register_admin_menu_item")
def register_leads():
    """Tips stand below the cases."""
    return LeadsMenuItem(
        _("Tips from firms"), reverse_lazy("prospects:leads"), name="leads", icon_name="download", order=55
    )


@hooks.register("register_admin_menu_item")
def register_doubles():
    """Cases that may be of the same company."""
    return CaseWorkItem(_("Doubles"), reverse_lazy("prospects:doubles"), name="doubles", icon_name="copy", order=57)


class StandingReasonViewSet(SnippetViewSet):
    """Why cases rest or end; a reason no longer used is retired."""

    model = StandingReason
    icon = "list-ul"
    menu_label = _("Reasons for an end")
    add_to_settings_menu = True
    base_url_path = "grunner"
    copy_view_enabled = False
    search_fields = ["name_nb", "name_en"]
    search_backend_name = None
    list_display = ["name", "how", "sort_order", "is_retired"]
    list_filter = ["how", "is_retired"]
    panels = [
        FieldPanel("how"),
        FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("slug")]),
        FieldPanel("is_retired"),
    ]


register_snippet(StandingReasonViewSet)


class MorningForm(forms.Form):
    """Whether one wants to hear of the day in the morning."""

    is_wanted = forms.BooleanField(label=_("A letter each working morning with my day"), required=False)

    def __init__(self, *args: Any, instance: Any, **kwargs: Any) -> None:
        self.user = instance
        wanted = MorningLetter.objects.filter(user=instance, is_wanted=True).exists()
        kwargs["initial"] = {"is_wanted": wanted}
        super().__init__(*args, **kwargs)

    def save(self):
        """Keep what was chosen."""
        set_morning_letter(self.user, wanted=self.cleaned_data["is_wanted"])


class MorningPanel(BaseSettingsPanel):
    """For those who work with cases."""

    name = "morning"
    title = _("My day")
    tab = notifications_tab
    order = 200
    form_class = MorningForm

    def is_active(self):
        return self.user.has_perm(VIEW)


@hooks.register("register_account_settings_panel")
def register_morning_panel(request, user, profile):
    """Beside Wagtail's own notifications."""
    return MorningPanel(request, user, profile)


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
        """Three small tables and a line, in four queries."""
        now = timezone.localtime(timezone=OSLO)
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
        name = "tier_name_en" if language == "en" else "tier_name_nb"
        tiers = list(
            Agreement.objects.running()
            .order_by("tier__rank")
            .values_list(name, "tier__rank")
            .annotate(firms=Count("firm", distinct=True), amount=Sum("yearly_amount"))
        )
        return {
            "stages": [(label, stages.get(value, 0)) for value, label in Prospect.Stage.choices],
            "requests": record_of_requests(datetime(now.year, 1, 1, tzinfo=OSLO), now),
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


modeladmin_register(Registers)
