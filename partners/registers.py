"""What staff keep of the partnership in the admin: firms, tiers, benefits and agreements."""

from django import forms
from django.db.models import OuterRef, Prefetch, Subquery
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from common.admin import NeverDeleted, Register
from common.money import display

from .models import Agreement, Benefit, ContributionTier, PartnerFirm, Premises

SUBMENU = "register_partners_menu_item"
PER_PAGE = 50


def _language() -> str:
    return "en" if (get_language() or "nb").startswith("en") else "nb"


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{name}_nb"), FieldPanel(f"{name}_en")])


# --- Firms, tiers, benefits ------------------------------------------------------------------------------------------
class PartnerFirmViewSet(SnippetViewSet):
    """The firms and their public profiles."""

    model = PartnerFirm
    icon = "group"
    menu_label = gettext_lazy("Partner firms")
    base_url_path = "partnerbedrifter"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name", "organisation_number"]
    search_backend_name = None
    list_display = [
        "name",
        Column("tier_now", label=gettext_lazy("Tier today")),
        "organisation_number",
        "is_former_partner",
        "is_public_body",
    ]
    list_filter = ["industries", "is_public_body", "is_former_partner"]
    list_per_page = PER_PAGE
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    MultiFieldPanel(
                        [_both("tagline"), _both("profile"), _both("offers")], heading=gettext_lazy("Public profile")
                    ),
                    MultiFieldPanel([FieldPanel("mentor_name"), _both("mentor_title")], heading=gettext_lazy("Mentor")),
                ],
                heading=gettext_lazy("Profile"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("organisation_number"), FieldPanel("slug")]),
                    FieldPanel("website"),
                    FieldRowPanel([FieldPanel("is_public_body"), FieldPanel("is_former_partner")]),
                    FieldPanel("industries", widget=forms.CheckboxSelectMultiple),
                ],
                heading=gettext_lazy("Facts"),
            ),
        ]
    )

    def get_queryset(self, request):
        """Each firm with the name of its tier today."""
        running = Agreement.objects.running().filter(firm=OuterRef("pk")).values(f"tier__name_{_language()}")[:1]
        return PartnerFirm.objects.annotate(tier_now=Subquery(running))


class ContributionTierViewSet(SnippetViewSet):
    """The tiers; one no longer offered is retired."""

    model = ContributionTier
    icon = "order"
    menu_label = gettext_lazy("Contribution tiers")
    base_url_path = "partnernivaer"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = [
        "name",
        "rank",
        Column("yearly", label=gettext_lazy("A year"), accessor=lambda tier: display(tier.yearly_amount, _language())),
        "response_days",
        Column(
            "benefits",
            label=gettext_lazy("Benefits"),
            accessor=lambda tier: ", ".join(benefit.name for benefit in tier.offered),
        ),
        "is_retired",
    ]
    panels = [
        MultiFieldPanel([_both("name"), _both("description")], heading=gettext_lazy("What it is called")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("yearly_amount"), FieldPanel("response_days")]),
                FieldRowPanel([FieldPanel("rank"), FieldPanel("slug")]),
                FieldPanel("is_retired"),
            ],
            heading=gettext_lazy("What it costs and gives"),
        ),
    ]

    def get_queryset(self, request):
        """Each tier with the benefits it offers."""
        offered = Benefit.objects.filter(is_retired=False)
        return ContributionTier.objects.prefetch_related(Prefetch("benefits", queryset=offered, to_attr="offered"))


class BenefitViewSet(SnippetViewSet):
    """What a tier entitles to; one no longer offered is retired."""

    model = Benefit
    icon = "check"
    menu_label = gettext_lazy("Benefits")
    base_url_path = "fordeler"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["name", "tier", "is_retired"]
    list_filter = ["tier", "is_retired"]
    panels = [FieldPanel("tier"), _both("name"), FieldPanel("is_retired")]

    def get_queryset(self, request):
        """With their tiers."""
        return Benefit.objects.select_related("tier")


class PremisesViewSet(SnippetViewSet):
    """Vacant space and plots. How one stands changes by its steps, never in the form."""

    model = Premises
    icon = "home"
    menu_label = gettext_lazy("Premises")
    base_url_path = "lokaler"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["title_nb", "title_en", "address", "firm__name"]
    search_backend_name = None
    list_display = [
        "title",
        "firm",
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column(
            "area",
            label=gettext_lazy("Square metres"),
            accessor=lambda one: f"{one.area_from}–{one.area_to}",
            sort_key="area_to",
        ),
        "vacant_from",
        Column("status", label=gettext_lazy("Status"), accessor="get_status_display", sort_key="status"),
    ]
    list_filter = ["kind", "status", "firm"]
    list_per_page = PER_PAGE
    inspect_view_fields = [
        "title_nb",
        "title_en",
        "firm",
        "kind",
        "status",
        "offered_at",
        "address",
        "district",
        "area_from",
        "area_to",
        "price_band",
        "vacant_from",
        "metres_to_station",
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("firm"), FieldPanel("kind")]),
                    _both("title"),
                    _both("description"),
                    MultiFieldPanel([FieldPanel("image"), _both("image_alt")], heading=gettext_lazy("Picture")),
                ],
                heading=gettext_lazy("What it is"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("area_from"), FieldPanel("area_to")]),
                    FieldRowPanel([FieldPanel("price_band"), FieldPanel("vacant_from")]),
                    FieldRowPanel([FieldPanel("address"), FieldPanel("district")]),
                    FieldPanel("metres_to_station"),
                    FieldRowPanel([FieldPanel("map_x"), FieldPanel("map_y")]),
                    FieldPanel("slug"),
                ],
                heading=gettext_lazy("Facts and place"),
            ),
        ]
    )

    def get_queryset(self, request):
        """With their firms."""
        return Premises.objects.select_related("firm")


class PartnersGroup(SnippetViewSetGroup):
    """Everything about the partnership under one word in the menu."""

    items = (PartnerFirmViewSet, PremisesViewSet, ContributionTierViewSet, BenefitViewSet)
    menu_label = gettext_lazy("Partners")
    menu_name = "partners"
    menu_icon = "group"
    menu_order = 70
    submenu_hook = SUBMENU


# --- Agreements ------------------------------------------------------------------------------------------------------
class AgreementAdmin(Register):
    """The firms' commitments."""

    model = Agreement
    menu_label = gettext_lazy("Agreements")
    menu_icon = "doc-full"
    menu_order = 10
    add_to_admin_menu = False
    base_url_path = "partneravtaler"
    list_display = ("firm", "tier", "amount", "starts_on", "ends_on", "is_running")
    list_filter = ("tier",)
    list_select_related = ("firm", "tier")
    search_fields = ("firm__name", "firm__organisation_number")
    inspect_view_fields = ("firm", "tier", "yearly_amount", "starts_on", "ends_on")
    permission_helper_class = NeverDeleted
    panels = [
        FieldPanel("firm"),
        FieldRowPanel([FieldPanel("tier"), FieldPanel("yearly_amount")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    @staticmethod
    def amount(obj: Agreement) -> str:
        """The yearly contribution, as it is written."""
        return display(obj.yearly_amount, _language())

    @staticmethod
    def is_running(obj: Agreement) -> str:
        """Whether it is in force today, in a word."""
        return _("yes") if obj.starts_on <= timezone.localdate() <= obj.ends_on else _("no")


AgreementAdmin.amount.short_description = gettext_lazy("A year")  # type: ignore[attr-defined]
AgreementAdmin.amount.admin_order_field = "yearly_amount"  # type: ignore[attr-defined]
AgreementAdmin.is_running.short_description = gettext_lazy("In force")  # type: ignore[attr-defined]
