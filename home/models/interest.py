"""The page with the interest form."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from common.ratelimit import is_over
from prospects.forms import InterestFormForm
from prospects.services import private_path, receive_interest

from ..campaigns import known_of
from .base import Introduced, SitePage

A_DAY = 24 * 3600
PROVEN_A_DAY = 30
UNPROVEN_A_DAY = 5
SESSION_KEY = "interest_receipt"


class InterestPage(RoutablePageMixin, SitePage, Introduced):
    """A prospect tells us in a minute that it is interested."""

    kind = gettext_lazy("Interest form")

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/interest.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = gettext_lazy("interest form")

    @path("")
    def form_view(self, request: HttpRequest) -> HttpResponse:
        """Show the form; store what is sent, and then lead to the receipt."""
        return never_cache(self._form_view)(request)

    def _form_view(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            form = InterestFormForm(request.POST)
            if form.is_valid() and self._is_within_limits(request, form):
                return self._store(request, form)
            return self._page(request, form, status=200 if form.is_valid() else 422)
        return self._page(request, InterestFormForm.blank(known_of(request.GET)))

    def _page(self, request: HttpRequest, form: InterestFormForm, status: int = 200) -> HttpResponse:
        context = {**self.get_context(request), "form": form}
        return TemplateResponse(request, self.template, context, status=status)

    @staticmethod
    def _is_within_limits(request: HttpRequest, form: InterestFormForm) -> bool:
        proven = form.cleaned_data["is_proven"]
        action, limit = ("interest", PROVEN_A_DAY) if proven else ("interest-unproven", UNPROVEN_A_DAY)
        if is_over(request, action, limit=limit, seconds=A_DAY):
            form.add_error(None, _("We have had many forms from your network today. Please call or mail us instead."))
            return False
        return True

    def _store(self, request: HttpRequest, form: InterestFormForm) -> HttpResponse:
        submission: uuid.UUID = form.cleaned_data["submission"]
        stored = receive_interest(form.cleaned_data, submission=submission, wordings=form.wordings())
        # Only the browser that sent the form is shown the private link; another one with the same number is not.
        if request.session.get(SESSION_KEY, {}).get("submission") != str(submission):
            is_first = stored.email == form.cleaned_data["email"]
            request.session[SESSION_KEY] = {
                "submission": str(submission),
                "private": private_path(stored.prospect, stored.language) if is_first else "",
                "email": masked(stored.email),
                "form": stored.pk,
            }
        return redirect(self.url + self.reverse_subpage("receipt_view"))

    @path("takk/")
    def receipt_view(self, request: HttpRequest) -> HttpResponse:
        """What was stored and what happens now; without a form just sent, back to the form."""
        return never_cache(self._receipt_view)(request)

    def _receipt_view(self, request: HttpRequest) -> HttpResponse:
        from prospects.models import InterestForm

        sent = request.session.get(SESSION_KEY)
        stored = InterestForm.objects.select_related("prospect").filter(pk=sent["form"]).first() if sent else None
        if sent is None or stored is None:
            return redirect(self.url)
        context = {
            **self.get_context(request),
            "private_url": sent["private"],
            "email_masked": sent["email"],
            "answer_by": stored.prospect.answer_due_at,
        }
        return TemplateResponse(request, "pages/receipt.html", context)


def masked(email: str) -> str:
    """An address its owner knows again and nobody else learns: k•••@firma.no."""
    name, _at, domain = email.partition("@")
    return f"{name[:1]}•••@{domain}"
