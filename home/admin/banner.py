"""Campaign banners in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.models.people import Banner


class BannerViewSet(SnippetViewSet):
    """A line above every page, from one moment until another."""

    model = Banner
    icon = "thumbtack"
    menu_label = _("Campaign banner")
    menu_name = "campaign-banner"
    menu_order = 235
    add_to_admin_menu = True
    base_url_path = "banner"
    list_display = ["__str__", "starts_at", "ends_at"]
    search_fields = ["text_nb", "text_en"]
    search_backend_name = None
    copy_view_enabled = False
    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("text_nb"), FieldPanel("text_en")])],
            heading=_("What it says"),
        ),
        MultiFieldPanel(
            [FieldPanel("page"), FieldRowPanel([FieldPanel("link_label_nb"), FieldPanel("link_label_en")])],
            heading=_("Where it leads"),
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])], heading=_("When")),
    ]


register_snippet(BannerViewSet)
