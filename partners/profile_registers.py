"""What firms can help with, as a list that staff keep; and what the firm's page in the admin tells of its draft."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Competence, ProfileDraft


class CompetenceViewSet(SnippetViewSet):
    """What a partner can help a newcomer with; one no longer offered is retired."""

    model = Competence
    icon = "tag"
    menu_label = gettext_lazy("Competences")
    base_url_path = "kompetanser"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name_nb", "name_en"]
    search_backend_name = None
    list_display = ["name", "slug", "is_retired"]
    list_filter = ["is_retired"]
    panels = [
        FieldRowPanel([FieldPanel("name_nb"), FieldPanel("name_en")]),
        FieldPanel("slug"),
        FieldPanel("is_retired"),
    ]


class DraftPanel(HelpPanel):
    """Whether the firm is writing on its profile, waits for us, or was sent back."""

    def __init__(self, **kwargs):
        super().__init__(**{"template": "partners/admin/panel_draft.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def draft(self) -> ProfileDraft | None:
            """What the firm is writing now."""
            if self.instance.pk is None:
                return None
            return ProfileDraft.objects.filter(firm=self.instance.pk).first()
