"""Firms that ask to become partners."""

import hashlib
import secrets
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.text import on_one_line
from common.workflow import Transition, TransitionError, move
from register.models import OrganisationNumberField

from .firms import FormerPartner, PartnerFirm
from .rounds import PartnershipRound, RoundTier
from .tiers import ContributionTier

if TYPE_CHECKING:
    from .people import Membership


def _former() -> models.QuerySet:
    """The earlier partnerships of the firm that applies."""
    return FormerPartner.objects.filter(organisation_number=OuterRef("organisation_number"))


class ApplicationQuerySet(models.QuerySet):
    """Which applications."""

    def to_decide(self) -> "ApplicationQuerySet":
        """Those the owners have to say yes or no to, the first to come first."""
        return self.filter(status="submitted").order_by("submitted_at", "pk")

    def in_line(self) -> "ApplicationQuerySet":
        """The waiting list, in the order of arrival."""
        return self.filter(status="waiting").order_by("submitted_at", "pk")

    def agreed(self) -> "ApplicationQuerySet":
        """Those to which every owner that has to has said yes."""
        municipality = Q(municipality_agreed_at__isnull=False) | Q(round__needs_both_owners=False)
        return self.filter(municipality, association_agreed_at__isnull=False)

    def with_a_seat_to_have(self) -> "ApplicationQuerySet":
        """Those for which some seat of their tier is free, or kept for former partners and not taken."""
        seats = RoundTier.objects.filter(round=OuterRef("round"), tier=OuterRef("tier"), seats__gt=F("taken"))
        return self.filter(Exists(seats))

    def kept_seats_for(self, round: PartnershipRound) -> "ApplicationQuerySet":
        """Undecided ones of former partners that came while seats were kept for them, the first to come first."""
        undecided = self.to_decide().filter(round=round, holds_seat=False, submitted_at__lt=round.priority_ends_at)
        return undecided.filter(Exists(_former()))

    def with_history(self) -> "ApplicationQuerySet":
        """Each with `was_partner`: whether the firm took part in an earlier programme."""
        return self.annotate(was_partner=Exists(_former()))

    def of_municipality(self, firm: PartnerFirm) -> "ApplicationQuerySet":
        """Those that `firm` has a say in as the municipality, once they are sent: those it must answer first."""
        undecided = Q(status="submitted", municipality_agreed_at=None)
        found = (
            self.filter(round__needs_both_owners=True, submitted_at__isnull=False)
            .exclude(status="withdrawn")
            .annotate(wants_answer=models.Case(models.When(undecided, then=True), default=False))
            .order_by("-wants_answer", "submitted_at", "pk")
        )
        return found if firm.is_owner else found.none()

    def visible_to(self, seat: "Membership") -> "ApplicationQuerySet":
        """What is read from `seat` in the portal: a firm's own; of a liaison, what the municipality has a say in."""
        if seat.role == "liaison":
            asked = self.of_municipality(seat.firm)
            return asked if seat.status == "active" and seat.firm.is_public_body else asked.none()
        own = self.annotate(wants_answer=models.Value(False)).filter(firm=seat.firm_id)
        return own.exclude(status="draft") if seat.status == "active" else own.none()

    def abandoned(self, before: datetime) -> "ApplicationQuerySet":
        """Drafts nobody has touched since `before`."""
        return self.filter(status="draft", changed_at__lt=before)


class Application(models.Model):
    """A firm asks to become a partner.

    Begun, it is a *draft*: it is saved as it is written and can be gone on with from a private link, sent by mail.
    The firm sends it: *submitted*. The owners, the association and where the round says so the municipality too, say
    yes; when a seat is to be had it is *approved*, becomes a partner firm and gets an agreement to sign. When none
    is, it is *waiting*, in the order of arrival, and approved by itself when a seat falls free. An owner may decline
    it with a reason: *declined*. The firm may take it back until it is decided: *withdrawn*.

    Whether it is a former partner is asked by its organisation number whenever that matters, so that one whom we only
    find out about later has its priority all the same; the moment at which it was sent never changes. A former partner
    that came in time does not lose its place because the owners are slow: when the seats kept for former partners are
    released, one is held for it (`holds_seat`) until it is decided.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        WAITING = "waiting", _("waiting for a seat")
        APPROVED = "approved", _("approved")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    TRANSITIONS = {
        "submit": Transition("status", ("draft",), "submitted", "partners.application_submitted"),
        "wait": Transition("status", ("submitted",), "waiting", "partners.application_waiting"),
        "approve": Transition("status", ("submitted", "waiting"), "approved", "partners.application_approved"),
        "decline": Transition("status", ("submitted", "waiting"), "declined", "partners.application_declined"),
        "withdraw": Transition(
            "status", ("draft", "submitted", "waiting"), "withdrawn", "partners.application_withdrawn"
        ),
    }

    round = models.ForeignKey(
        PartnershipRound, on_delete=models.PROTECT, related_name="applications", verbose_name=_("partnership round")
    )
    tier = models.ForeignKey(
        ContributionTier,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("tier"),
    )
    firm = models.ForeignKey(
        PartnerFirm,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("partner firm"),
        help_text=_("Found by its organisation number, or made when the application is approved."),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    organisation_number = OrganisationNumberField(blank=True)
    company_name = models.CharField(_("company"), max_length=120, blank=True, validators=[on_one_line])
    contact_name = models.CharField(_("your name"), max_length=120, blank=True)
    contact_title = models.CharField(_("your title"), max_length=100, blank=True)
    contact_email = models.EmailField(_("e-mail"))
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    offers = models.TextField(_("what you can do for a newcomer"), blank=True)
    message = models.TextField(_("anything else"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="nb")
    held_up = models.TextField(
        _("what stands in its way"),
        blank=True,
        editable=False,
        help_text=_("The owners agree, and it could not be approved; for the programme manager."),
    )
    submission = models.UUIDField(
        null=True, unique=True, editable=False, help_text=_("The form it was begun with; sent twice, it counts once.")
    )
    holds_seat = models.BooleanField(_("a seat is held for it"), default=False, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now)
    changed_at = models.DateTimeField(_("last changed"), default=timezone.now)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    association_agreed_at = models.DateTimeField(_("the association said yes"), null=True, blank=True)
    association_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    municipality_agreed_at = models.DateTimeField(_("the municipality said yes"), null=True, blank=True)
    municipality_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application to become a partner")
        verbose_name_plural = _("applications to become a partner")
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "organisation_number"],
                condition=Q(status__in=("submitted", "waiting", "approved")),
                name="one_application_per_firm_and_round",
                violation_error_message=_("This firm has already applied in this round."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=("draft", "withdrawn"))
                | (Q(submitted_at__isnull=False) & Q(tier__isnull=False) & ~Q(organisation_number="")),
                name="submitted_application_is_complete",
            ),
            models.CheckConstraint(condition=~Q(status="declined") | ~Q(reason=""), name="declined_has_reason"),
            models.CheckConstraint(
                condition=~Q(status="approved") | Q(firm__isnull=False), name="approved_application_has_a_firm"
            ),
            models.CheckConstraint(
                condition=Q(holds_seat=False) | Q(status="submitted"), name="only_undecided_applications_hold_a_seat"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "submitted_at"], name="application_line"),
            models.Index(fields=["organisation_number"], name="application_number"),
        ]

    def __str__(self):
        return self.company_name or self.contact_email

    @property
    def is_agreed(self) -> bool:
        """Whether every owner that has to has said yes."""
        municipality = self.municipality_agreed_at is not None or not self.round.needs_both_owners
        return self.association_agreed_at is not None and municipality

    @property
    def is_former_partner(self) -> bool:
        """Whether the firm took part in an earlier programme. One query, unless read with `with_history()`."""
        known = getattr(self, "was_partner", None)
        if known is None:
            known = FormerPartner.objects.filter(organisation_number=self.organisation_number).exists()
        return known

    @property
    def came_in_priority_window(self) -> bool:
        """Whether it may have a seat kept for former partners: it is one, and came while they were kept."""
        in_time = self.submitted_at is not None and self.submitted_at < self.round.priority_ends_at
        return in_time and self.is_former_partner

    @property
    def place_in_line(self) -> int | None:
        """How many have to get a seat until this one has one, itself included; None when it does not wait."""
        if self.status != self.Status.WAITING:
            return None
        before = Q(submitted_at__lt=self.submitted_at) | Q(submitted_at=self.submitted_at, pk__lte=self.pk)
        return Application.objects.in_line().filter(before, round=self.round_id, tier=self.tier_id).count()

    def submit(self, *, firm: PartnerFirm | None, at: datetime | None = None) -> None:
        """The firm sends it. Raises TransitionError when it was sent already."""
        now = at or timezone.now()
        move(self, "submit", by=None, at=now, facts={"submitted_at": now, "firm": firm}, data={"by": "applicant"})

    def wait(self, *, by: Any, at: datetime | None = None) -> None:
        """The owners agree, and there is no seat yet."""
        move(self, "wait", by=by, at=at, facts={"held_up": ""})

    def approve(self, *, firm: PartnerFirm, by: Any, at: datetime | None = None) -> None:
        """It becomes `firm`. The seat has been taken in the same transaction; `by` is None when the clock gave it."""
        facts = {"firm": firm, "decided_at": at or timezone.now(), "holds_seat": False, "held_up": ""}
        move(self, "approve", by=by, at=at, facts=facts, data={} if by else {"by": "clock"})

    def decline(self, *, reason: str, by: Any, at: datetime | None = None) -> None:
        """No, and why; the firm reads the reason. Raises TransitionError without one."""
        if not reason.strip():
            raise TransitionError(gettext("Say why; the firm reads it."), code="reason")
        facts = {"reason": reason.strip(), "decided_at": at or timezone.now(), "holds_seat": False, "held_up": ""}
        move(self, "decline", by=by, at=at, facts=facts)

    def withdraw(self, *, at: datetime | None = None) -> None:
        """The firm takes it back."""
        facts = {"decided_at": at or timezone.now(), "holds_seat": False, "held_up": ""}
        move(self, "withdraw", by=None, at=at, facts=facts, data={"by": "applicant"})


class ApplicationLink(models.Model):
    """A key to an application: 128 random bits, of which only a hash is kept. It works as long as the application."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("link to an application")
        verbose_name_plural = _("links to applications")

    def __str__(self):
        return f"{self.application_id}"

    @staticmethod
    def hash(token: str) -> str:
        """What is kept of a token."""
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def issue(cls, application: Application) -> str:
        """A new key to `application`; the only moment at which it exists in clear."""
        token = secrets.token_urlsafe(16)
        cls.objects.create(application=application, token_hash=cls.hash(token))
        return token

    @classmethod
    def open(cls, token: str) -> Application | None:
        """The application this key opens, None for a key of nothing."""
        found = cls.objects.select_related("application__round", "application__tier", "application__firm")
        link = found.filter(token_hash=cls.hash(token)).first()
        return link.application if link else None
