"""Partner firms in the admin: how they are listed, and what staff write of them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import SPOKEN, Agreement, PartnerFirm
from .profile_registers import DraftPanel
from .round_registers import TypedOnlyForm
from .services import open_duties

KEEP_BILLING = "partners.change_contribution"
PER_PAGE = 50


def _language() -> str:
    return "en" if (get_language() or "nb").startswith("en") else "nb"


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{name}_nb"), FieldPanel(f"{name}_en")])


class DutyPanel(HelpPanel):
    """How much the firm owes us besides money, and the way there, for those who may see it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "partners/admin/panel_duties.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def number(self) -> int:
            """How much."""
            return open_duties(self.instance).count()

        def is_shown(self) -> bool:
            """Whether there is a firm, and the reader may."""
            return self.instance.pk is not None and self.request.user.has_perm("partners.view_duty")


class FirmForm(TypedOnlyForm):
    """A firm as staff write it. A profile that was approved while the form was open is not overwritten unseen."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages we help in"),
        choices=list(SPOKEN.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    approved = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["approved"] = self._approved()

    def _approved(self) -> str:
        """When the profile was last approved, as the database has it; empty for never."""
        stored = PartnerFirm.objects.filter(pk=self.instance.pk).values_list("profile_approved_at", flat=True).first()
        return stored.isoformat() if stored else ""

    def clean(self) -> dict[str, Any]:
        """What was typed, when it was typed beside the profile that stands."""
        data = super().clean()
        now = self._approved()
        if self.instance.pk is not None and data.get("approved") != now:
            again = self.data.copy()  # type: ignore[has-type]
            again[self.add_prefix("approved")] = now  # saved once more, it is meant
            self.data = again
            raise ValidationError(
                _(
                    "The firm's profile was approved while you had this open. Below stands what you wrote; saved once "
                    "more, it takes the place of what the firm wrote."
                ),
                code="conflict",
            )
        return data


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
        BooleanColumn("was_partner", label=gettext_lazy("Partner of an earlier programme")),
        BooleanColumn("is_public_body"),
    ]
    list_filter = ["industries", "is_public_body"]
    list_per_page = PER_PAGE
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    DraftPanel(),
                    DutyPanel(),
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
                    FieldPanel("is_public_body"),
                    FieldPanel("is_owner", permission="partners.change_application"),
                    FieldPanel("industries", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("industry_codes", widget=forms.SelectMultiple(attrs={"size": 10})),
                    FieldPanel("competences", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("languages"),
                    FieldPanel("logo"),
                ],
                heading=gettext_lazy("Facts"),
            ),
            ObjectList(
                # Communications keep the profile; what invoices say is not theirs.
                [
                    FieldPanel("street", permission=KEEP_BILLING),
                    FieldRowPanel(
                        [FieldPanel("postcode", permission=KEEP_BILLING), FieldPanel("city", permission=KEEP_BILLING)],
                        permission=KEEP_BILLING,
                    ),
                    FieldPanel("invoice_reference", permission=KEEP_BILLING),
                ],
                heading=gettext_lazy("Address and invoices"),
                permission=KEEP_BILLING,
            ),
        ],
        base_form_class=FirmForm,
    )

    def get_queryset(self, request):
        """Each firm with the name of its tier today."""
        running = Agreement.objects.running().filter(firm=OuterRef("pk")).values(f"tier_name_{_language()}")[:1]
        firms = PartnerFirm.objects.with_history().select_related("profile_draft")
        return firms.annotate(tier_now=Subquery(running))
