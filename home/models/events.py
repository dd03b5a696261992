"""Events: what happens once is kept once; the pages about it stand in event_pages.py."""

import base64
import hashlib
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from common.workflow import Transition, move

KEPT_DAYS = 90


class EventQuerySet(models.QuerySet):
    """Which events."""

    def upcoming(self, now: datetime | None = None) -> "EventQuerySet":
        """Those that are not over, the next one first."""
        return self.filter(ends_at__gte=now or timezone.now()).order_by("starts_at")


class Event(models.Model):
    """When, where, and for how many. Cancelled it stays visible, so that nobody travels in vain.

    `sequence` counts the changes that matter to whoever has it in a calendar (RFC 5545), `told_sequence` is the last
    one that the registered were told of by mail.
    """

    name_nb = models.CharField(_("name in Norwegian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    place_nb = models.CharField(_("place in Norwegian"), max_length=120)
    place_en = models.CharField(_("place in English"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=160, blank=True)
    takes_registrations = models.BooleanField(_("takes registrations"), default=True)
    capacity = models.PositiveIntegerField(
        _("how many there is room for"), null=True, blank=True, help_text=_("Empty when there is room for everybody.")
    )
    closes_at = models.DateTimeField(
        _("registration closes"), null=True, blank=True, help_text=_("Empty: when the event begins.")
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    sequence = models.PositiveIntegerField(_("changes"), default=0, editable=False)
    told_sequence = models.PositiveIntegerField(_("changes told by mail"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = EventQuerySet.as_manager()

    # What somebody who has it in a calendar must know of.
    TOLD = ("name_nb", "name_en", "starts_at", "ends_at", "place_nb", "place_en", "address")

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | Q(capacity__gte=1), name="event_has_room_for_one"
            ),
        ]

    def __str__(self):
        return f"{self.name} ({timezone.localtime(self.starts_at):%d.%m.%Y})"

    def clean(self):
        """It ends after it starts, and registration does not close after it is over."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": gettext("The event ends before it starts.")})
        if self.closes_at and self.ends_at and self.closes_at > self.ends_at:
            raise ValidationError({"closes_at": gettext("Registration closes after the event is over.")})
        if self.capacity == 0:
            raise ValidationError({"capacity": gettext("There must be room for one. Leave it empty for everybody.")})

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    @property
    def place(self) -> str:
        """The place in the reader's language."""
        return in_language(self, "place")

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at < timezone.now()

    @property
    def has_begun(self) -> bool:
        """Whether it has started; from then on nobody is moved up from the waiting list."""
        return self.starts_at <= timezone.now()

    @property
    def is_one_day(self) -> bool:
        """Whether it ends on the day it starts."""
        return timezone.localdate(self.starts_at) == timezone.localdate(self.ends_at)

    @property
    def is_open(self) -> bool:
        """Whether one may register now, if only for the waiting list."""
        return (
            self.takes_registrations
            and not self.is_cancelled
            and not self.is_over
            and timezone.now() < (self.closes_at or self.starts_at)
        )

    @property
    def has_news_to_tell(self) -> bool:
        """Whether something changed that the registered have not been told of by mail."""
        return self.sequence > self.told_sequence and not self.is_over

    @property
    def room_left(self) -> int | None:
        """How many more there is room for; None when there is room for everybody."""
        if self.capacity is None:
            return None
        return max(0, self.capacity - self.registrations.filter(status="registered").count())


class EventRegistrationQuerySet(models.QuerySet):
    """Which registrations."""

    def alive(self) -> "EventRegistrationQuerySet":
        """Those of people who have a place or wait for one."""
        return self.exclude(status="cancelled")

    def expired(self, now: datetime | None = None) -> "EventRegistrationQuerySet":
        """Those of events that ended KEPT_DAYS ago: nothing needs them any longer."""
        return self.filter(event__ends_at__lt=(now or timezone.now()) - timedelta(days=KEPT_DAYS))


class EventRegistration(models.Model):
    """One person's place at an event.

    The person is *registered* while there is a chair, else *waiting*, and then registered by itself, in order of
    arrival, when somebody else's place is *cancelled*. The person cancels by a link in the mail.
    """

    class Status(models.TextChoices):
        REGISTERED = "registered", _("registered")
        WAITING = "waiting", _("on the waiting list")
        CANCELLED = "cancelled", _("cancelled")

    TRANSITIONS = {
        "promote": Transition("status", ("waiting",), "registered", "home.registration_promoted"),
        "cancel": Transition("status", ("registered", "waiting"), "cancelled", "home.registration_cancelled"),
    }

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="registrations", verbose_name=_("event"))
    submission = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    # Purpose: to hold the place and to tell of changes. Deleted KEPT_DAYS after the event.
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    company = models.CharField(_("company"), max_length=120, blank=True)
    note = models.CharField(_("anything we should know"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=2, default="nb")
    status = models.CharField(_("status"), max_length=10, choices=Status.choices)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("registered at"), default=timezone.now)

    objects = EventRegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "email"],
                condition=~Q(status="cancelled"),
                name="one_place_per_person_and_event",
            )
        ]

    def __str__(self):
        # Without the person: the log keeps this after the person is deleted.
        return gettext("Registration %(number)s") % {"number": self.pk}

    @property
    def token(self) -> str:
        """The secret of the link that cancels: 128 bits made from the key of the site, kept nowhere.

        Empty when the key has been changed since and is not among the fallbacks: then the link cannot be made again.
        """
        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
            made = self.token_of(self.submission, key)
            if self.hash_of(made) == self.token_hash:
                return made
        return ""

    @staticmethod
    def token_of(submission: uuid.UUID, key: str | bytes | None = None) -> str:
        """The secret for a form with that number, 22 letters and digits, - and _."""
        digest = salted_hmac("home.registration", submission.hex, secret=key, algorithm="sha256").digest()
        return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()

    @staticmethod
    def hash_of(token: str) -> str:
        """What is kept of a link."""
        return hashlib.sha256(token.encode()).hexdigest()

    def promote(self) -> None:
        """A chair has become free. Raises TransitionError when the person no longer waits."""
        move(self, "promote", by=None, data={"actor": "waiting list"})

    def cancel(self, *, by=None) -> None:
        """The person does not come; `by` is None when the person did it. Raises TransitionError a second time."""
        move(self, "cancel", by=by)
