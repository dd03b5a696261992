"""What staff do with partner firms in the admin: profiles, tiers, agreements, invitations and seats."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.sites import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, OuterRef, Prefetch, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import include, path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import permission_denied
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from accounts.models import Invitation
from accounts.roles import Role
from accounts.services import invite
from common.money import display

from .models import Agreement, Benefit, ContributionTier, Membership, PartnerFirm
from .services import invite_to_firm

SUBMENU = "register_partners_menu_item"
PER_PAGE = 50
VIEW_INVITATIONS, ADD_INVITATION = "accounts.view_invitation", "accounts.add_invitation"
VIEW_SEATS, CHANGE_SEATS = "partners.view_membership", "partners.change_membership"


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    actions.register_action("partners.membership_activated", gettext_lazy("Activate"), gettext_lazy("Seat taken"))
    actions.register_action("partners.membership_ended", gettext_lazy("End"), gettext_lazy("Seat ended"))


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


class PartnersGroup(SnippetViewSetGroup):
    """Everything about the partnership under one word in the menu."""

    items = (PartnerFirmViewSet, ContributionTierViewSet, BenefitViewSet)
    menu_label = gettext_lazy("Partners")
    menu_name = "partners"
    menu_icon = "group"
    menu_order = 70
    submenu_hook = SUBMENU


register_snippet(PartnersGroup)


@hooks.register("register_snippet_listing_buttons")
def people_button(snippet, user, next_url=None):
    """From a firm to its people."""
    if isinstance(snippet, PartnerFirm) and user.has_perm(VIEW_SEATS):
        yield Button(_("People"), url=reverse("invitations:seats", args=[snippet.pk]), icon_name="user", priority=15)


# --- Agreements ------------------------------------------------------------------------------------------------------
class AgreementIndexView(IndexView):
    """A list of which the address can only ask what its filters ask; ModelAdmin would look up anything."""

    def get_filters_params(self, params=None):
        """Only the lookups of the declared filters."""
        names = "|".join(re.escape(name) for name in self.list_filter)
        known = re.compile(rf"({names})(__id)?(__(exact|isnull|gte|lt))?")
        return {key: value for key, value in super().get_filters_params(params).items() if known.fullmatch(key)}

    def dispatch(self, request, *args, **kwargs):
        """A filter or a page that makes no sense shows the whole list, not an error."""
        page = request.GET.get(self.PAGE_VAR, "1")
        if not page.isdecimal() or len(page) > 9 or int(page) < 1 or "\x00" in "".join(request.GET.values()):
            return redirect(request.path)
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(request.path)


def _by_number(name: str):
    """A view of ModelAdmin that finds nothing, instead of breaking, where the address has no number."""

    def view(self, request, instance_pk):
        if not instance_pk.isdecimal() or len(instance_pk) > 18:
            raise Http404
        return getattr(ModelAdmin, name)(self, request, instance_pk)

    return view


class NeverDeleted(PermissionHelper):
    """An agreement stays; a mistake is mended or followed by another."""

    def user_can_delete_obj(self, user, obj):
        return False


class AgreementAdmin(ModelAdmin):
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
    list_per_page = PER_PAGE
    search_fields = ("firm__name", "firm__organisation_number")
    inspect_view_enabled = True
    inspect_view_fields = ("firm", "tier", "yearly_amount", "starts_on", "ends_on")
    history_view_enabled = False  # ModelAdmin's own asks for no right at all
    permission_helper_class = NeverDeleted
    index_view_class = AgreementIndexView
    inspect_view = _by_number("inspect_view")
    edit_view = _by_number("edit_view")
    delete_view = _by_number("delete_view")
    panels = [
        FieldPanel("firm"),
        FieldRowPanel([FieldPanel("tier"), FieldPanel("yearly_amount")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    def __init__(self, parent=None):
        super().__init__(parent)
        # Filters by a relation ask Django's admin, which is not installed, how to sort; an empty one has no opinion.
        self.admin_site = AdminSite(name="registers")

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
agreements = AgreementAdmin()
agreements.register_with_wagtail()


@hooks.register(SUBMENU)
def agreements_menu_item():
    """Agreements, among the partners."""
    return agreements.get_menu_item()


# --- Invitations and seats -------------------------------------------------------------------------------------------
class InviteForm(forms.Form):
    """Whom, in which language, and to what: a role in the programme or a seat in a firm."""

    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    language = forms.ChoiceField(label=gettext_lazy("Language of the invitation"), choices=settings.LANGUAGES)
    role = forms.ChoiceField(
        label=gettext_lazy("Role in the programme"),
        required=False,
        choices=lazy(lambda: [("", _("None")), *Role.choices], list)(),
    )
    firm = forms.ModelChoiceField(
        label=gettext_lazy("Or partner firm"),
        queryset=PartnerFirm.objects.all(),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    seat = forms.ChoiceField(
        label=gettext_lazy("Seat in the firm"),
        required=False,
        choices=Membership.Role.choices,
        initial=Membership.Role.MEMBER,
    )

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        data = super().clean() or {}
        if not self.errors and bool(data.get("role")) == bool(data.get("firm")):
            self.add_error(None, _("Choose either a role in the programme or a partner firm."))
        return data


def _page(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    trail = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, *context.pop("trail", [])]
    context |= {
        "header_title": title,
        "header_icon": "mail",
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
    }
    return render(request, f"partners/admin/{template}.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: HttpRequest) -> HttpResponse:
    """Who was invited, and the form to invite one more."""
    may_invite = request.user.has_perm(ADD_INVITATION)
    if not request.user.has_perm(VIEW_INVITATIONS) or (request.method == "POST" and not may_invite):
        return permission_denied(request, PermissionDenied())
    start = {"firm": request.GET.get("firm", "")}
    form = InviteForm(request.POST) if request.method == "POST" else InviteForm(initial=start)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        shared = {"language": data["language"], "by": request.user}
        try:
            if data["firm"]:
                role = Membership.Role(data["seat"] or Membership.Role.MEMBER)
                invite_to_firm(data["email"], data["firm"], role=role, **shared)
            else:
                invite(data["email"], role=Role(data["role"]), **shared)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("%(email)s is invited by mail.") % {"email": data["email"].lower()})
            return redirect("invitations:index")
    found = Invitation.objects.select_related("invited_by").prefetch_related("memberships__firm")
    paginator = WagtailPaginator(found, PER_PAGE)
    items = paginator.get_page(request.GET.get("p"))
    return _page(
        request,
        "invitations",
        _("Invitations"),
        422 if form.errors else 200,
        form=form,
        items=items,
        elided_page_range=paginator.get_elided_page_range(items.number),
        may_invite=may_invite,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back; its link stops working at once."""
    if not (request.user.has_perm(VIEW_INVITATIONS) and request.user.has_perm(ADD_INVITATION)):
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(Invitation, pk=pk)
    if request.method == "POST":
        user: Any = request.user
        _tell(request, lambda: found.revoke(by=user), _("The invitation is taken back."))
    return redirect("invitations:index")


def _tell(request: HttpRequest, action, success: str) -> None:
    try:
        action()
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, success)


@require_safe
def seats(request: HttpRequest, pk: int) -> HttpResponse:
    """The people of one firm: who acts for it, who is invited, who did."""
    if not request.user.has_perm(VIEW_SEATS):
        return permission_denied(request, PermissionDenied())
    firm = get_object_or_404(PartnerFirm, pk=pk)
    dead = Q(status=Membership.Status.INVITED, invitation__status=Invitation.Status.REVOKED)
    people = firm.memberships.exclude(dead).select_related("user", "invitation")
    trail = [{"url": reverse(PartnerFirmViewSet().get_url_name("list")), "label": _("Partner firms")}]
    return _page(
        request,
        "seats",
        _("People of %(firm)s") % {"firm": firm},
        trail=trail,
        firm=firm,
        seats=people.order_by(F("ended_at").asc(nulls_first=True), "status", "user__last_name", "pk"),
        may_end=request.user.has_perm(CHANGE_SEATS),
        may_invite=request.user.has_perm(ADD_INVITATION),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def end_seat(request: HttpRequest, pk: int, seat_pk: int) -> HttpResponse:
    """End a seat; it stops working from the next request."""
    if not (request.user.has_perm(VIEW_SEATS) and request.user.has_perm(CHANGE_SEATS)):
        return permission_denied(request, PermissionDenied())
    found = get_object_or_404(Membership, firm=pk, pk=seat_pk)
    if request.method == "POST":
        _tell(request, lambda: found.end(by=request.user), _("The seat is ended."))
    return redirect("invitations:seats", pk=pk)


@hooks.register("register_admin_urls")
def register_admin_urls():
    """Invitations and seats."""
    patterns = [
        path("", invitations, name="index"),
        path("<int:pk>/trekk/", revoke, name="revoke"),
        path("bedrift/<int:pk>/", seats, name="seats"),
        path("bedrift/<int:pk>/<int:seat_pk>/avslutt/", end_seat, name="end_seat"),
    ]
    return [path("invitasjoner/", include((patterns, "invitations")))]


class InvitationsMenuItem(MenuItem):
    """For those who may see whom we invited."""

    def is_shown(self, request):
        return request.user.has_perm(VIEW_INVITATIONS)


@hooks.register(SUBMENU)
def invitations_menu_item():
    """Invitations, among the partners."""
    return InvitationsMenuItem(
        gettext_lazy("Invitations"), reverse_lazy("invitations:index"), name="invitations", icon_name="mail", order=20
    )
