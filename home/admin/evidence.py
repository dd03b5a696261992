"""What staff do with strengths, evidence and contact people in the admin."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.models import ReferenceIndex
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from accounts.models import User
from home.models import ContactPerson
from prospects.models import Evidence, Strength

SUBMENU = "register_facts_menu_item"
PER_PAGE = 50
RETIRED = (Evidence, Strength, ContactPerson)


def _both(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{name}_nb"), FieldPanel(f"{name}_en")])


def state_of(evidence: Evidence) -> str:
    """How a piece of evidence stands, in words."""
    if evidence.is_retired:
        return gettext("No longer used")
    if evidence.is_overdue:
        days = (timezone.localdate() - evidence.review_on).days
        return ngettext("Overdue by %(days)s day", "Overdue by %(days)s days", days) % {"days": days}
    return gettext("In order")


def due_day(evidence: Evidence) -> str:
    """The day it is to be checked again by, written out."""
    return date_format(evidence.review_on, "DATE_FORMAT")


# --- Strengths, evidence, people -------------------------------------------------------------------------------------
class StrengthViewSet(SnippetViewSet):
    """The programme's strengths; one no longer used is retired."""

    model = Strength
    icon = "pick"
    menu_label = _("Strengths")
    base_url_path = "styrker"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name_nb", "name_en"]
    search_backend_name = None
    list_display = ["name", "gloss", "sort_order", "is_retired"]
    list_filter = ["is_retired"]
    panels = [
        MultiFieldPanel([_both("name"), _both("gloss"), _both("summary")], heading=_("What it is called")),
        FieldPanel("picture"),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("slug")]),
        FieldPanel("is_retired"),
    ]


class EvidenceForm(WagtailAdminModelForm):
    """Evidence is answered for by somebody who can open the admin."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "owner" in self.fields:
            is_staff = Q(is_active=True, groups__permissions__codename="access_admin")
            kept = Q(pk=self.instance.owner_id)
            self.fields["owner"].queryset = User.objects.filter(is_staff | kept).distinct()


class EvidenceFilterSet(WagtailFilterSet):
    """By strength, industry and owner, and what is overdue."""

    is_overdue = django_filters.ChoiceFilter(
        label=_("To be checked"), choices=[("yes", _("overdue")), ("no", _("in order"))], method="by_due_date"
    )

    class Meta:
        model = Evidence
        fields = ["strength", "industries", "owner", "is_retired"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answering = Evidence.objects.exclude(owner=None).values("owner")
        self.filters["owner"].queryset = User.objects.filter(pk__in=answering)

    def by_due_date(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """What is overdue, or what is not."""
        overdue = Evidence.objects.overdue().values("pk")
        return queryset.filter(pk__in=overdue) if value == "yes" else queryset.exclude(pk__in=overdue)


class EvidenceViewSet(SnippetViewSet):
    """What proves the strengths: kept once, shown in many places, checked again when it is due."""

    model = Evidence
    icon = "order"
    menu_label = _("Evidence")
    base_url_path = "bevis"
    copy_view_enabled = False
    inspect_view_enabled = True
    search_fields = ["figure", "claim_nb", "claim_en", "source_nb", "source_en"]
    search_backend_name = None
    filterset_class = EvidenceFilterSet
    list_per_page = PER_PAGE
    list_display = [
        "__str__",
        "strength",
        Column("state", label=_("How it stands"), accessor=state_of, sort_key="review_on"),
        Column("review_on", label=_("To be checked by"), accessor=due_day, sort_key="review_on"),
        "owner",
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("figure"), _both("unit"), _both("claim")], heading=_("What it says"), icon="order"
            ),
            MultiFieldPanel(
                [_both("source"), FieldPanel("source_url"), FieldPanel("dated_on")], heading=_("Where it comes from")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("strength"),
                    FieldPanel("industries", help_text=_("Choose none when it matters to all industries.")),
                ],
                heading=_("Where it shows by itself"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("owner"), FieldPanel("review_on")]),
                    FieldPanel("is_retired", help_text=_("Pages stop showing it at once.")),
                ],
                heading=_("Who answers for it, and until when"),
            ),
        ],
        base_form_class=EvidenceForm,
    )

    def get_queryset(self, request):
        """With strengths and owners."""
        return Evidence.objects.select_related("strength", "owner")


class ContactPersonViewSet(SnippetViewSet):
    """People one can call; somebody who leaves is retired, and deleted when no page names the person."""

    model = ContactPerson
    icon = "user"
    menu_label = _("Contact people")
    base_url_path = "kontaktpersoner"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields = ["name", "title_nb", "title_en"]
    search_backend_name = None
    list_display = ["name", "title", "employer", "sort_order", "is_retired"]
    list_filter = ["industries", "is_retired"]
    panels = [
        MultiFieldPanel([FieldPanel("name"), _both("title"), FieldPanel("employer")], heading=_("Who")),
        MultiFieldPanel([_both("about"), _both("speaks"), FieldPanel("industries")], heading=_("What to ask about")),
        MultiFieldPanel([FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])], heading=_("How to reach")),
        FieldPanel("photo", help_text=_("Ask the person first. Without a photo the page draws a portrait.")),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_retired")]),
    ]


class FactsGroup(SnippetViewSetGroup):
    """What is kept once for both languages, under one word in the menu."""

    items = (StrengthViewSet, EvidenceViewSet, ContactPersonViewSet)
    menu_label = _("Facts")
    menu_name = "facts"
    menu_icon = "order"
    menu_order = 75
    submenu_hook = SUBMENU


register_snippet(FactsGroup)


@hooks.register("before_delete_snippet")
def retire_instead(request, instances):
    """What pages refer to is retired, so that nothing disappears from under them."""
    for one in instances:
        if isinstance(one, RETIRED) and ReferenceIndex.get_references_to(one).exists():
            messages.error(
                request,
                gettext("“%(what)s” is in use. Retire it instead; the list below says where it is used.")
                % {"what": one},
            )
            return redirect(f"wagtailsnippets_{one._meta.app_label}_{one._meta.model_name}:usage", one.pk)
    return None
