"""What we ask the municipality for, on behalf of a prospect."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, TransitionError, move
from partners.models import Membership, PartnerFirm

from .case import Prospect, _reason

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class MunicipalRequestQuerySet(models.QuerySet):
    """Which requests."""

    def visible_to(self, reader: User | AnonymousUser | Membership) -> MunicipalRequestQuerySet:
        """What `reader` may see: a liaison's seat those to its own municipality; staff who work with cases them all.

        Nobody else of the municipality sees any: a request is no handover.
        """
        if isinstance(reader, Membership):
            answers = reader.status == "active" and reader.role == "liaison" and reader.firm.is_public_body
            return self.filter(municipality=reader.firm_id) if answers else self.none()
        return self.all() if reader.has_perm("prospects.view_prospect") else self.none()

    def awaiting_answer(self) -> MunicipalRequestQuerySet:
        """Those the municipality has to answer, the first deadline first. A case that ended waits for nothing."""
        return self.filter(status="asked", prospect__standing__in=("ongoing", "resting")).order_by("due_at", "pk")

    def for_prospect(self) -> MunicipalRequestQuerySet:
        """Those of which the prospect reads on its page: it is asked for its yes, or there is an answer for it."""
        return self.filter(Q(asks_identity=True) | ~Q(shared_with_prospect="")).exclude(status="withdrawn")


class MunicipalRequest(models.Model):
    """A question to the municipality, or a door to open there, for one prospect; with a deadline.

    The adviser asks: *asked*, and the deadline runs. A liaison of the municipality answers: *answered*; or needs to
    know more and asks back: *returned*, until the adviser has explained and it is *asked* again. The adviser can take
    it back: *withdrawn*. The municipality reads a description without a name; who the company is it learns only after
    the prospect itself has said yes on its private page (`identity_yes_at`), and no longer when that yes is taken back
    (`identity_no_at`). Persons are never told of. `shared_with_prospect` is the part of the answer the prospect reads.
    """

    class Kind(models.TextChoices):
        PERMIT = "permit", _("Permit")
        PLOT = "plot", _("Plot or zoning")
        SCHOOL = "school", _("School or nursery")
        HOUSING = "housing", _("Housing")
        OTHER = "other", _("Something else")

    class Status(models.TextChoices):
        ASKED = "asked", _("Waits for an answer")
        RETURNED = "returned", _("Asked back")
        ANSWERED = "answered", _("Answered")
        WITHDRAWN = "withdrawn", _("Taken back")

    TRANSITIONS = {
        "answer": Transition("status", ("asked",), "answered", "prospects.request_answered"),
        "ask_back": Transition("status", ("asked",), "returned", "prospects.request_returned"),
        "explain": Transition("status", ("returned",), "asked", "prospects.request_explained"),
        "withdraw": Transition("status", ("asked", "returned"), "withdrawn", "prospects.request_withdrawn"),
    }

    prospect = models.ForeignKey(
        Prospect, on_delete=models.CASCADE, related_name="municipal_requests", verbose_name=_("prospect")
    )
    municipality = models.ForeignKey(
        PartnerFirm,
        on_delete=models.PROTECT,
        related_name="municipal_requests",
        verbose_name=_("municipality"),
        limit_choices_to={"is_public_body": True},
    )
    kind = models.CharField(_("about"), max_length=10, choices=Kind.choices)
    question = models.TextField(_("what we ask"))
    asks_identity = models.BooleanField(_("ask whether the municipality may know who they are"), default=False)
    identity_yes_at = models.DateTimeField(_("the prospect said yes"), null=True, blank=True)
    identity_no_at = models.DateTimeField(_("the prospect said no"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    due_at = models.DateTimeField(_("answer due"))
    response_days = models.PositiveSmallIntegerField(_("working days to answer"), default=5)
    ended_at = models.DateTimeField(_("answered or taken back"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered or taken back by"),
    )
    answer_text = models.TextField(_("answer"), blank=True)
    shared_with_prospect = models.TextField(_("what the prospect may read"), blank=True)
    reason = models.CharField(_("why it was taken back"), max_length=300, blank=True)

    objects = MunicipalRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to the municipality")
        verbose_name_plural = _("requests to the municipality")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="answered") | ~Q(answer_text=""), name="answered_request_has_an_answer"
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | ~Q(reason=""), name="withdrawn_request_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(status__in=("asked", "returned"), ended_at=None)
                | Q(status__in=("answered", "withdrawn"), ended_at__isnull=False),
                name="request_ended_when_not_open",
            ),
            models.CheckConstraint(
                condition=Q(asks_identity=True) | Q(identity_yes_at=None), name="identity_only_when_asked_for"
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "status", "due_at"], name="request_inbox"),
            models.Index(fields=["due_at"], name="request_due", condition=Q(status="asked")),
        ]

    def __str__(self):
        return f"{self.prospect.reference} – {self.get_kind_display()}"

    @property
    def discloses(self) -> bool:
        """Whether the municipality may know now who the prospect is: on its own yes, not taken back."""
        is_standing = self.status != self.Status.WITHDRAWN
        return is_standing and self.identity_yes_at is not None and self.identity_no_at is None

    @property
    def wants_yes(self) -> bool:
        """Whether the prospect has been asked, and has not answered, whether the municipality may know who it is."""
        return (
            self.asks_identity
            and self.identity_yes_at is None
            and self.identity_no_at is None
            and self.status != self.Status.WITHDRAWN
        )

    def answer(self, *, text: str, shared: str = "", by: Any, at: datetime | None = None) -> None:
        """The municipality answers; `shared` is what the prospect may read. Raises TransitionError without a text."""
        if not text.strip():
            raise TransitionError(_("Write an answer."), code="answer")
        facts = {"answer_text": text.strip(), "shared_with_prospect": shared.strip()}
        move(self, "answer", by=by, at=at, facts={**facts, "ended_at": at or timezone.now(), "ended_by": by})

    def ask_back(self, *, by: Any, at: datetime | None = None) -> None:
        """The municipality needs to know more; its time stops. What it asks is a `RequestWord`."""
        move(self, "ask_back", by=by, at=at)

    def explain(self, *, due_at: datetime, by: Any, at: datetime | None = None) -> None:
        """The adviser has explained, and it is asked again: its time runs until `due_at`."""
        move(self, "explain", by=by, at=at, facts={"due_at": due_at})

    def withdraw(self, *, reason: str, by: Any, at: datetime | None = None) -> None:
        """The adviser takes it back. Raises TransitionError without a reason."""
        facts = {"reason": _reason(reason)[:300], "ended_at": at or timezone.now(), "ended_by": by}
        move(self, "withdraw", by=by, at=at, facts=facts)


class RequestWord(models.Model):
    """What was asked back about a request, or explained: the thread between the municipality and the adviser."""

    class Side(models.TextChoices):
        MUNICIPALITY = "municipality", _("The municipality asked")
        PROGRAMME = "programme", _("We explained")

    request = models.ForeignKey(MunicipalRequest, on_delete=models.CASCADE, related_name="words")
    side = models.CharField(_("who"), max_length=12, choices=Side.choices)
    text = models.TextField(_("in words"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("word about a request")
        verbose_name_plural = _("words about requests")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text[:60]
