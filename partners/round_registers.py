"""Rounds, shared capacities and applications in the admin: how they are listed, and what may be typed."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper

from common.admin import Register

from .models import Application, BenefitPool, PartnershipRound

ADD_TIERS = "partners.add_contributiontier"
VIEW_ROUNDS, CHANGE_ROUNDS = "partners.view_partnershipround", "partners.change_partnershipround"
VIEW_APPLICATIONS, DECIDE = "partners.view_application", "partners.change_application"


class TypedOnlyForm(WagtailAdminModelForm):
    """Stores what was typed and nothing else: what is counted beside it may have changed while the form was open."""

    def save(self, commit: bool = True) -> Any:
        """The object; of a known one only the fields of the form are written."""
        if not commit or self.instance.pk is None:
            return super().save(commit)
        stored = {field.name for field in self.instance._meta.concrete_fields}
        self.instance.save(update_fields=[name for name in self.fields if name in stored])
        self._save_m2m()
        return self.instance


class TierIndexView(IndexView):
    """The tiers, with the way to make next year's."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Make next year's tiers."""
        buttons = list(super().header_more_buttons)
        if self.request.user.has_perm(ADD_TIERS):
            url = reverse("admissions:clone_tiers")
            buttons.append(Button(_("Make next year's tiers"), url=url, icon_name="copy", priority=50))
        return buttons


class PartnershipRoundViewSet(SnippetViewSet):
    """When firms may join. The seats are set on the round's board."""

    model = PartnershipRound
    icon = "calendar"
    menu_label = gettext_lazy("Partnership rounds")
    base_url_path = "partnerrunder"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = [
        "name",
        "opens_at",
        "priority_ends_at",
        "closes_at",
        Column("released_at", label=gettext_lazy("Released"), accessor="released_at"),
    ]
    inspect_view_fields = [
        *("name_nb", "name_en", "opens_at", "priority_ends_at", "closes_at", "released_at"),
        *("starts_on", "ends_on", "instalments", "needs_both_owners"),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                    FieldPanel("priority_ends_at"),
                    FieldPanel("needs_both_owners"),
                ],
                heading=gettext_lazy("Who may apply when"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]), FieldPanel("instalments")],
                heading=gettext_lazy("The agreements"),
            ),
        ],
        base_form_class=TypedOnlyForm,
    )


class BenefitPoolViewSet(SnippetViewSet):
    """What there is only so much of in a year, whichever tier takes from it."""

    model = BenefitPool
    icon = "list-ol"
    menu_label = gettext_lazy("Shared capacities")
    base_url_path = "felleskvoter"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["name", "year", "capacity", "taken", Column("left", label=gettext_lazy("Left"))]
    list_filter = ["year"]
    inspect_view_fields = ["name_nb", "name_en", "year", "slug", "capacity", "taken"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")]),
            FieldRowPanel([FieldPanel("year"), FieldPanel("slug")]),
            FieldPanel("capacity"),
        ],
        base_form_class=TypedOnlyForm,
    )


# --- applications -----------------------------------------------------------------------------------------------------
class LookOnly(PermissionHelper):
    """Nobody adds, edits or deletes here; answers are given on the application's own page."""

    def user_can_list(self, user: Any) -> bool:
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False


class OpenButton(ButtonHelper):
    """Beside each row the way to the application."""

    def get_buttons_for_obj(self, obj: Any, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """Open it."""
        return [
            {
                "url": reverse("admissions:application", args=[obj.pk]),
                "label": _("Open"),
                "classname": self.finalise_classname(["button-small", "button-secondary"]),
                "title": _("Open the application"),
            }
        ]


class ApplicationAdmin(Register):
    """Every application that was sent. What is only begun is read by nobody but the firm."""

    model = Application
    menu_label = gettext_lazy("All applications")
    menu_icon = "list-ul"
    menu_order = 16
    add_to_admin_menu = False
    base_url_path = "partnersoknader"
    list_display = ("company_name", "tier", "round", "former", "submitted_at", "status")
    list_filter = ("status", "round")
    list_select_related = ("tier", "round")
    search_fields = ("company_name", "organisation_number", "contact_name", "contact_email")
    inspect_view_enabled = False
    permission_helper_class = LookOnly
    button_helper_class = OpenButton

    def get_queryset(self, request: Any) -> Any:
        """Those that were sent, each with its history."""
        return super().get_queryset(request).filter(submitted_at__isnull=False).with_history()

    @staticmethod
    def former(obj: Application) -> str:
        """Whether it took part in an earlier programme."""
        return _("yes") if obj.is_former_partner else _("no")

    former.short_description = gettext_lazy("Partner of an earlier programme")  # type: ignore[attr-defined]
