"""Agreements and their clauses in the admin: how they are listed, and what may be typed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.views import CreateView, EditView

from common.admin import NeverDeleted, Register
from common.money import display

from .agreement_steps import steps_of
from .models import Agreement, Clause, ClauseVersion
from .round_registers import TypedOnlyForm
from .services import draft_agreement, write_clause

VIEW, CHANGE = "partners.view_agreement", "partners.change_agreement"


# --- agreements -------------------------------------------------------------------------------------------------------
class OnlyDrafts(NeverDeleted):
    """A draft can be changed. What was offered stays as it was put before the firm."""

    def user_can_list(self, user: Any) -> bool:
        """Whoever may read agreements; ModelAdmin would let in who only sees their sums."""
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        """While nobody has been offered it."""
        return obj.status == Agreement.Status.DRAFT and super().user_can_edit_obj(user, obj)


class StepButtons(ButtonHelper):
    """Beside each row: open it, and what may be done with it now."""

    def get_buttons_for_obj(self, obj: Any, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """Open, edit a draft, and the steps."""
        buttons = [self._button(reverse("agreements:detail", args=[obj.pk]), _("Open"))]
        if self.permission_helper.user_can_edit_obj(self.request.user, obj):
            buttons.append(self.edit_button(obj.pk))
        if self.request.user.has_perm(CHANGE):
            for word, step in steps_of(obj):
                buttons.append(self._button(reverse("agreements:step", args=[obj.pk, word]), str(step.label)))
        if obj.document_nb or obj.status == Agreement.Status.OFFERED:
            buttons.append(self._button(reverse("agreements:pdf", args=[obj.pk, "nb"]), _("PDF")))
        return buttons

    def _button(self, url: str, label: str) -> dict[str, Any]:
        classes = self.finalise_classname(["button-small", "button-secondary"])
        return {"url": url, "label": label, "classname": classes, "title": label}


class DraftCreateView(CreateView):
    """A new agreement is drafted as everywhere: one after the other for a firm, at a tier that is offered."""

    def form_valid(self, form: Any) -> Any:
        """The draft, with what was typed of its amount and words."""
        data, words = form.cleaned_data, ("yearly_amount", "intro_nb", "intro_en")
        terms = {name: data[name] for name in ("starts_on", "ends_on", "instalments", "round")}
        try:
            with transaction.atomic():
                made = draft_agreement(data["firm"], data["tier"], by=self.request.user, **terms)
                Agreement.objects.filter(pk=made.pk).update(**{name: data[name] for name in words})
        except ValidationError as error:
            form.add_error("tier" if getattr(error, "code", "") == "retired" else None, error)
            return self.form_invalid(form)
        messages.success(self.request, self.get_success_message(made))
        return redirect(self.get_success_url())


class DraftEditView(EditView):
    """Changing a draft; one that is offered while the form stands open is left as it is."""

    def form_valid(self, form: Any) -> Any:
        """Store what was typed, and nothing beside it."""
        with transaction.atomic():
            stored = Agreement.objects.select_for_update().get(pk=self.instance.pk)
            if stored.status != Agreement.Status.DRAFT:
                messages.error(self.request, _("It has been offered meanwhile, so it stays as it is."))
                return self.form_invalid(form)
            if "tier" in form.changed_data and form.cleaned_data["tier"].is_retired:
                form.add_error("tier", _("This tier is no longer offered."))
                return self.form_invalid(form)
            return super().form_valid(form)


class AgreementAdmin(Register):
    """The firms' commitments. A new one is a draft; what becomes of it is decided by its steps."""

    model = Agreement
    menu_label = gettext_lazy("Agreements")
    menu_icon = "doc-full"
    menu_order = 10
    add_to_admin_menu = False
    base_url_path = "partneravtaler"
    list_display = ("firm", "number", "state", "tier", "amount", "starts_on", "ends_on")
    list_filter = ("status", "tier", "round")
    list_select_related = ("firm", "tier", "round")
    search_fields = ("number", "firm__name", "firm__organisation_number", "signed_name")
    inspect_view_enabled = False
    create_view_class = DraftCreateView
    edit_view_class = DraftEditView
    permission_helper_class = OnlyDrafts
    button_helper_class = StepButtons
    edit_handler = ObjectList(
        [
            FieldPanel("firm"),
            FieldRowPanel([FieldPanel("tier"), FieldPanel("round")]),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldRowPanel([FieldPanel("yearly_amount"), FieldPanel("instalments")]),
            MultiFieldPanel(
                [FieldPanel("intro_nb"), FieldPanel("intro_en")], heading=gettext_lazy("Opening words, if any")
            ),
        ],
        base_form_class=TypedOnlyForm,
    )

    @staticmethod
    def amount(obj: Agreement) -> str:
        """The yearly contribution, as it is written."""
        return display(obj.yearly_amount, "en" if (get_language() or "nb").startswith("en") else "nb")

    @staticmethod
    def state(obj: Agreement) -> str:
        """How it stands, and what one would otherwise overlook."""
        words = str(obj.get_status_display())
        if obj.status == Agreement.Status.OFFERED and obj.early_benefits_at:
            return _("%(state)s, benefits open") % {"state": words}
        if obj.status == Agreement.Status.RUNNING and obj.ends_on < timezone.localdate():
            return _("%(state)s, last day over") % {"state": words}
        return words


AgreementAdmin.amount.short_description = gettext_lazy("A year")  # type: ignore[attr-defined]
AgreementAdmin.amount.admin_order_field = "yearly_amount"  # type: ignore[attr-defined]
AgreementAdmin.state.short_description = gettext_lazy("Status")  # type: ignore[attr-defined]
AgreementAdmin.state.admin_order_field = "status"  # type: ignore[attr-defined]


# --- clauses ----------------------------------------------------------------------------------------------------------
_LONG = {"rows": 8}


class ClauseForm(WagtailAdminModelForm):
    """A clause with its words. Words that an agreement cites are kept; the changed ones become a new version."""

    title_nb = forms.CharField(label=gettext_lazy("Heading in Norwegian"), max_length=120)
    title_en = forms.CharField(label=gettext_lazy("Heading in English"), max_length=120)
    text_nb = forms.CharField(
        label=gettext_lazy("Text in Norwegian"), widget=forms.Textarea(attrs=_LONG), max_length=20_000
    )
    text_en = forms.CharField(
        label=gettext_lazy("Text in English"), widget=forms.Textarea(attrs=_LONG), max_length=20_000
    )

    WORDS = ("title_nb", "title_en", "text_nb", "text_en")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        latest = self.instance.latest if self.instance.pk else None
        if latest is not None:
            self.initial |= {name: getattr(latest, name) for name in self.WORDS}

    def save(self, commit: bool = True) -> Any:
        """The clause, and its words as a version."""
        if not commit:
            raise ValidationError(_("A clause is stored together with its words."))
        with transaction.atomic():
            clause = super().save()
            words = {name: self.cleaned_data[name] for name in self.WORDS}
            write_clause(clause, by=self.for_user, **words)
        clause._prefetched_objects_cache = {}
        return clause


class ClauseViewSet(SnippetViewSet):
    """The words of agreements, clause by clause."""

    model = Clause
    icon = "doc-full"
    menu_label = gettext_lazy("Clauses")
    base_url_path = "avtalepunkter"
    inspect_view_enabled = True
    inspect_template_name = "partners/admin/clause.html"
    copy_view_enabled = False
    list_display = [
        Column("clause", label=gettext_lazy("Clause"), accessor=str),
        Column("use", label=gettext_lazy("Used in"), accessor="get_use_display"),
        Column(
            "version", label=gettext_lazy("Version"), accessor=lambda one: one.latest.version if one.latest else "–"
        ),
        "is_retired",
    ]
    list_filter = ["use", "is_retired"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("number"), FieldPanel("use")]),
            FieldRowPanel([FieldPanel("title_nb"), FieldPanel("title_en")]),
            FieldPanel("text_nb"),
            FieldPanel("text_en"),
            FieldPanel("is_retired"),
        ],
        base_form_class=ClauseForm,
    )

    def get_queryset(self, request: Any) -> Any:
        """With their versions, the latest first."""
        versions = ClauseVersion.objects.order_by("-version")
        return Clause.objects.prefetch_related(Prefetch("versions", queryset=versions))
