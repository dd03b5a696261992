"""The newsletter: who has said yes to it, twice, and the page where one asks for it."""

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from common.spamguard import is_within_limits
from common.workflow import Transition, move

from ..public_forms import NewsletterForm
from .base import Introduced, SitePage

PENDING_DAYS = 14
ENDED_DAYS = 1
PROVEN_A_DAY = 30
UNPROVEN_A_DAY = 5


class SubscriptionQuerySet(models.QuerySet):
    """Which subscriptions."""

    def active(self) -> "SubscriptionQuerySet":
        """Those the newsletter may be sent to."""
        return self.filter(status="active")

    def alive(self) -> "SubscriptionQuerySet":
        """Those that are active or wait for a yes: one for each address."""
        return self.exclude(status="ended")

    def expired(self, now: datetime | None = None) -> "SubscriptionQuerySet":
        """Those never confirmed within PENDING_DAYS, and those ended ENDED_DAYS ago: nothing needs the address."""
        now = now or timezone.now()
        never_confirmed = Q(status="pending", asked_at__lt=now - timedelta(days=PENDING_DAYS))
        return self.filter(never_confirmed | Q(status="ended", ended_at__lt=now - timedelta(days=ENDED_DAYS)))


class Subscription(models.Model):
    """One address and its consent to the newsletter (markedsføringsloven § 15).

    It is *pending* until the owner of the address says yes from the mailbox; then *active*; *ended* with one click, and
    deleted a day after, in which the link in the letters still answers. Whoever ended it may ask anew.
    """

    class Status(models.TextChoices):
        PENDING = "pending", _("waiting for a yes")
        ACTIVE = "active", _("active")
        ENDED = "ended", _("ended")

    TRANSITIONS = {
        "confirm": Transition("status", ("pending",), "active", "home.subscription_confirmed"),
        "end": Transition("status", ("pending", "active"), "ended", "home.subscription_ended"),
    }

    # Purpose: to send the newsletter to whoever asked for it. Deleted ENDED_DAYS after the end, or when it was not
    # confirmed within PENDING_DAYS.
    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=2, default="nb")
    wording = models.CharField(_("what was said yes to"), max_length=300)
    status = models.CharField(_("status"), max_length=7, choices=Status.choices, default=Status.PENDING)
    secret = models.CharField(max_length=43, unique=True, editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["email"], condition=~Q(status="ended"), name="one_subscription_per_address")
        ]

    def __str__(self):
        # Without the address: the log keeps this after the address is deleted.
        return gettext("Subscription %(number)s") % {"number": self.pk}

    @staticmethod
    def new_secret() -> str:
        """128 random bits, from which the links in the mails are made."""
        return secrets.token_urlsafe(16)

    def confirm(self) -> None:
        """The owner of the address says yes. Raises TransitionError when it is no longer pending."""
        move(self, "confirm", by=None, facts={"confirmed_at": timezone.now()}, data={"actor": "subscriber"})

    def end(self, *, by=None) -> None:
        """No more letters; `by` is None when the subscriber did it. Raises TransitionError a second time."""
        move(self, "end", by=by, facts={"ended_at": timezone.now()}, data=None if by else {"actor": "subscriber"})


class NewsletterPage(RoutablePageMixin, SitePage, Introduced):
    """Ask for the newsletter. What the mails lead to, the yes and the end, stands in home/public_views.py."""

    kind = _("Newsletter")
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/newsletter.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("newsletter page")

    @path("")
    def form_view(self, request: HttpRequest) -> HttpResponse:
        """Show the form; write down the wish, and then say that a mail is on its way, whoever it was."""
        return never_cache(self._form_view)(request)

    def _form_view(self, request: HttpRequest) -> HttpResponse:
        from ..services.newsletter import ask_for_newsletter

        if request.method != "POST":
            return self._page(request, NewsletterForm.opened())
        form = NewsletterForm(request.POST)
        if not form.is_valid():
            return self._page(request, form, status=422)
        if not is_within_limits(request, form, "newsletter", proven=PROVEN_A_DAY, unproven=UNPROVEN_A_DAY):
            return self._page(request, form, status=429)
        ask_for_newsletter(email=form.cleaned_data["email"], language=self.language, wording=form.wording)
        return redirect(f"{self.get_url(request)}sendt/")

    def _page(self, request: HttpRequest, form: NewsletterForm, status: int = 200) -> HttpResponse:
        return TemplateResponse(request, self.template, {**self.get_context(request), "form": form}, status=status)

    @path("sendt/")
    def sent_view(self, request: HttpRequest) -> HttpResponse:
        """Look in your mailbox."""
        return TemplateResponse(
            request, "pages/newsletter_done.html", {**self.get_context(request), "state": "asked", "noindex": True}
        )
