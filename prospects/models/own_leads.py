"""A company that a partner firm tells us of."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, TransitionError, move
from partners.models import Membership, PartnerFirm
from register.models import FocusIndustry, OrganisationNumberField

from .case import Prospect, _reason

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class OwnLeadQuerySet(models.QuerySet):
    """Which leads."""

    def visible_to(self, reader: User | AnonymousUser | Membership) -> OwnLeadQuerySet:
        """What `reader` may see: from a seat of a firm in the portal its own; staff who work with cases them all.

        A liaison answers for the municipality and sees none.
        """
        if isinstance(reader, Membership):
            may_read = reader.status == "active" and reader.role in ("administrator", "member")
            return self.filter(firm=reader.firm_id) if may_read else self.none()
        return self.all() if reader.has_perm("prospects.view_prospect") else self.none()

    def waiting(self) -> OwnLeadQuerySet:
        """Those nobody has answered yet, the first sent first."""
        return self.filter(status="submitted").order_by("submitted_at", "pk")

    def protected(self) -> OwnLeadQuerySet:
        """Those whose firm comes first today."""
        return self.filter(protection="running", protected_until__gte=timezone.localdate())

    def no_longer_protected(self, now: datetime | None = None) -> OwnLeadQuerySet:
        """Those whose protected period has passed and has not been ended yet."""
        return self.filter(protection="running", protected_until__lt=timezone.localdate(now))


class OwnLead(models.Model):
    """A company that a person of a partner firm knows and tells us of.

    The firm sends it: it is *submitted*, and the firm can take it back: *withdrawn*. Staff answer it: *approved*, and a
    case is opened; *declined*, with a reason; or *known*, because the company is no news to us, and the firm hears no
    more than that. Until it is approved nothing protects it: its *protection* is *none*. Then it is *running*, until
    and with the day `protected_until`: in that time no other firm is offered the case before this one. It *ended* by
    itself when the day has passed, or was *lifted* before, by the programme manager and with a reason.

    Purpose of the person in it: to ask whether the company wants to hear from us. When it is approved the person is
    moved to the case, and is found there only; what was not approved is kept KEPT_DAYS after the answer.
    """

    KEPT_DAYS = 90

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("Waits for our answer")
        APPROVED = "approved", _("Approved")
        DECLINED = "declined", _("Declined")
        KNOWN = "known", _("Known already")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Protection(models.TextChoices):
        NONE = "none", _("Not protected")
        RUNNING = "running", _("Protected")
        ENDED = "ended", _("Protection over")
        LIFTED = "lifted", _("Protection ended early")

    TRANSITIONS = {
        "approve": Transition("status", ("submitted",), "approved", "prospects.lead_approved"),
        "decline": Transition("status", ("submitted",), "declined", "prospects.lead_declined"),
        "mark_known": Transition("status", ("submitted",), "known", "prospects.lead_known"),
        "withdraw": Transition("status", ("submitted",), "withdrawn", "prospects.lead_withdrawn"),
        "end_protection": Transition(
            "protection",
            ("running",),
            "ended",
            "prospects.lead_protection_ended",
            where=lambda now: {"protected_until__lt": timezone.localdate(now)},
        ),
        "lift_protection": Transition("protection", ("running",), "lifted", "prospects.lead_protection_lifted"),
    }

    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.PROTECT, related_name="own_leads", verbose_name=_("partner firm")
    )
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("told by"),
    )
    company_name = models.CharField(_("company"), max_length=200)
    organisation_number = OrganisationNumberField(blank=True)
    country = models.CharField(_("country"), max_length=2, default="NO")
    industry = models.ForeignKey(FocusIndustry, on_delete=models.PROTECT, related_name="+", verbose_name=_("industry"))
    need = models.TextField(_("what they need"))
    how_known = models.TextField(_("why you know them"))
    contact_name = models.CharField(_("whom we may talk to"), max_length=120, blank=True)
    contact_email = models.EmailField(_("their e-mail"), blank=True)
    contact_phone = models.CharField(_("their telephone"), max_length=30, blank=True)
    contact_language = models.CharField(_("their language"), max_length=5, choices=settings.LANGUAGES, default="nb")
    contact_wording = models.CharField(_("the words agreed to"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.SUBMITTED)
    submitted_at = models.DateTimeField(_("sent"), default=timezone.now)
    decided_at = models.DateTimeField(_("answered"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    prospect = models.ForeignKey(
        Prospect,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="own_leads",
        verbose_name=_("case"),
    )
    protection = models.CharField(_("protection"), max_length=10, choices=Protection.choices, default=Protection.NONE)
    protected_until = models.DateField(_("protected until"), null=True, blank=True)
    protection_ended_at = models.DateTimeField(_("protection ended"), null=True, blank=True)
    protection_reason = models.CharField(_("why the protection ended early"), max_length=300, blank=True)

    objects = OwnLeadQuerySet.as_manager()

    class Meta:
        verbose_name = _("lead of a partner firm")
        verbose_name_plural = _("leads of partner firms")
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["firm", "organisation_number"],
                condition=Q(status="submitted") & ~Q(organisation_number=""),
                name="one_waiting_lead_per_firm_and_company",
            ),
            models.CheckConstraint(condition=~Q(status="declined") | ~Q(reason=""), name="declined_lead_has_reason"),
            models.CheckConstraint(
                condition=Q(status="approved", protected_until__isnull=False)
                | (~Q(status="approved") & Q(protection="none")),
                name="only_approved_leads_are_protected",
            ),
            models.CheckConstraint(
                condition=~Q(protection="lifted") | ~Q(protection_reason=""), name="lifted_protection_has_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["firm", "-submitted_at"], name="lead_of_firm"),
            models.Index(fields=["submitted_at"], name="lead_waiting", condition=Q(status="submitted")),
            models.Index(fields=["protected_until"], name="lead_protected", condition=Q(protection="running")),
        ]

    def __str__(self):
        return self.company_name

    @property
    def is_protected(self) -> bool:
        """Whether the firm comes first today."""
        return (
            self.protection == self.Protection.RUNNING
            and self.protected_until is not None
            and self.protected_until >= timezone.localdate()
        )

    @property
    def outcome(self) -> str:
        """How it went, as far as the firm that told of it may know: under_way, came or over; empty before a case."""
        if self.prospect is None:
            return ""
        if self.prospect.stage in (Prospect.Stage.ESTABLISHED, Prospect.Stage.VERIFIED):
            return "came"
        is_over = self.prospect.standing in (Prospect.Standing.LOST, Prospect.Standing.WITHDRAWN)
        return "over" if is_over else "under_way"

    def _decide(self, verb: str, by: Any, at: datetime | None, **facts: Any) -> None:
        decided = {"decided_at": at or timezone.now(), "decided_by": by}
        move(self, verb, by=by, at=at, facts={**decided, **facts})

    def approve(self, *, prospect: Prospect, until: date, by: Any, at: datetime | None = None) -> None:
        """It is for us: `prospect` is its case, the firm comes first until and with the day `until`.

        The person is found in the case from now on, and no longer here.
        """
        nobody = {"contact_name": "", "contact_email": "", "contact_phone": ""}
        protected = {"protection": self.Protection.RUNNING, "protected_until": until}
        self._decide("approve", by, at, prospect=prospect, **protected, **nobody)

    def decline(self, *, reason: str, by: Any, at: datetime | None = None) -> None:
        """It is not for us; the firm reads why. Raises TransitionError without a reason."""
        self._decide("decline", by, at, reason=_reason(reason)[:500])

    def mark_known(self, *, by: Any, at: datetime | None = None) -> None:
        """It is no news to us; the firm hears that, and nothing of what we know."""
        self._decide("mark_known", by, at)

    def withdraw(self, *, by: Any, at: datetime | None = None) -> None:
        """The firm takes it back before it is answered."""
        self._decide("withdraw", by, at)

    def end_protection(self, *, at: datetime | None = None) -> None:
        """The clock: the last protected day has passed. Raises TransitionError while it has not."""
        facts = {"protection_ended_at": at or timezone.now()}
        move(self, "end_protection", by=None, at=at, facts=facts, data={"by": "clock"})

    def lift_protection(self, *, reason: str, by: Any, at: datetime | None = None) -> None:
        """It ends before its day; the firm reads why. Raises TransitionError without a reason."""
        if not reason.strip():
            raise TransitionError(_("Say why, in a few words; the firm reads it."), code="reason")
        facts = {"protection_ended_at": at or timezone.now(), "protection_reason": reason.strip()[:300]}
        move(self, "lift_protection", by=by, at=at, facts=facts)
