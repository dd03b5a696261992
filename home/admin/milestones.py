"""What staff do with milestones in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.admin.evidence import SUBMENU
from home.models import Milestone


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{name}_nb"), FieldPanel(f"{name}_en")])


class MilestoneViewSet(SnippetViewSet):
    """What has happened and what is to come, in both languages."""

    model = Milestone
    icon = "date"
    menu_label = _("Milestones")
    menu_hook = SUBMENU
    menu_order = 40
    add_to_admin_menu = True
    base_url_path = "milepaeler"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["title_nb", "title_en"]
    search_backend_name = None
    list_display = ["title", Column("when", label=_("When"), sort_key="date"), "kind"]
    list_filter = ["kind"]
    ordering = ["-date"]
    list_per_page = 50
    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("precision")]),
        MultiFieldPanel([_both("title"), _both("text")], heading=_("Text")),
        FieldPanel("link"),
    ]


register_snippet(MilestoneViewSet)
