"""What staff keep of the partnership in the admin: firms, premises, tiers and benefits."""

from django import forms
from django.db.models import Prefetch
from django.utils.translation import get_language, gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from common.money import display

from .agreement_register import ClauseViewSet
from .firm_register import PartnerFirmViewSet
from .models import Benefit, ContributionTier, Premises
from .money_register import InKindRateViewSet
from .profile_registers import CompetenceViewSet
from .round_registers import BenefitPoolViewSet, PartnershipRoundViewSet, TierIndexView

SUBMENU = "register_partners_menu_item"
MONEY_SUBMENU = "register_money_menu_item"
PER_PAGE = 50


def _language() -> str:
    return "en" if (get_language() or "nb").startswith("en") else "nb"


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{name}_nb"), FieldPanel(f"{name}_en")])


# --- Tiers, benefits --------------------------------------------------------------------------------------------------
class ContributionTierViewSet(SnippetViewSet):
    """The tiers; one no longer offered is retired."""

    model = ContributionTier
    icon = "order"
    menu_label = gettext_lazy("Contribution tiers")
    base_url_path = "partnernivaer"
    inspect_view_enabled = True
    copy_view_enabled = False
    index_view_class = TierIndexView
    list_filter = ["year", "is_retired"]
    list_display = [
        "name",
        "year",
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
                FieldRowPanel([FieldPanel("year"), FieldPanel("yearly_amount")]),
                FieldRowPanel([FieldPanel("capacity"), FieldPanel("response_days")]),
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
    list_display = ["name", "tier", "quantity", "pool", "is_retired"]
    list_filter = ["tier", "is_retired"]
    panels = [
        FieldPanel("tier"),
        _both("name"),
        FieldRowPanel([FieldPanel("quantity"), FieldPanel("pool")]),
        FieldPanel("conflicts_with", widget=forms.CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel("delivered_by"), FieldPanel("sort_order")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("is_retired")]),
    ]

    def get_queryset(self, request):
        """With their tiers and shared capacities."""
        return Benefit.objects.select_related("tier", "pool")


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

    items = (
        PartnerFirmViewSet,
        PremisesViewSet,
        CompetenceViewSet,
        ContributionTierViewSet,
        BenefitViewSet,
        BenefitPoolViewSet,
        ClauseViewSet,
        PartnershipRoundViewSet,
    )
    menu_label = gettext_lazy("Partners")
    menu_name = "partners"
    menu_icon = "group"
    menu_order = 70
    submenu_hook = SUBMENU


class MoneyGroup(SnippetViewSetGroup):
    """Contributions, invoices and payments under a word of their own."""

    items = (InKindRateViewSet,)
    menu_label = gettext_lazy("Money")
    menu_name = "money"
    menu_icon = "clipboard-list"
    menu_order = 71
    submenu_hook = MONEY_SUBMENU
