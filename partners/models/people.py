"""Seats: who acts for a firm, as what, and for what we write to them."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, move

from .firms import PartnerFirm


class MembershipQuerySet(models.QuerySet):
    """Which seats."""

    def active(self) -> "MembershipQuerySet":
        """Seats somebody acts from today."""
        return self.filter(status="active", user__is_active=True)

    def administrators(self) -> "MembershipQuerySet":
        """Active seats that may run the firm's affairs here."""
        return self.active().filter(role="administrator")

    def entitled_to_sign(self) -> "MembershipQuerySet":
        """Active administrators' seats marked as entitled to bind the firm."""
        return self.administrators().filter(may_sign=True)

    def awaiting_answer(self, now: datetime | None = None) -> "MembershipQuerySet":
        """Seats offered that can still be taken: by a link that works, or by somebody who has an account."""
        moment = now or timezone.now()
        by_link = Q(invitation__status="pending", invitation__expires_at__gt=moment)
        in_portal = Q(user__is_active=True, created_at__gt=moment - timedelta(days=settings.INVITATION_DAYS))
        return self.filter(by_link | in_portal, status="invited")


class Membership(models.Model):
    """A seat: what lets one person act for one firm.

    Whoever is entitled invites an address: the seat is *invited*. When the person accepts it is *active*, and works
    from the next request. The firm or the programme ends it: *ended*, and it stops working from the next request; for
    ten minutes the firm can undo that. A firm with seats keeps at least one administrator: the last one can neither
    leave nor become an ordinary member. A person may have seats in several firms; a seat is never inherited.
    """

    class Role(models.TextChoices):
        ADMINISTRATOR = "administrator", _("Firm administrator")
        MEMBER = "member", _("Firm member")
        LIAISON = "liaison", _("Municipal liaison")

    class Status(models.TextChoices):
        INVITED = "invited", _("invited")
        ACTIVE = "active", _("active")
        ENDED = "ended", _("ended")

    TRANSITIONS = {
        "activate": Transition("status", ("invited",), "active", "partners.membership_activated"),
        "end": Transition("status", ("invited", "active"), "ended", "partners.membership_ended"),
        "restore": Transition("status", ("ended",), "active", "partners.membership_restored"),
    }

    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("partner firm")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("user"),
    )
    invitation = models.ForeignKey(
        "accounts.Invitation", on_delete=models.SET_NULL, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=15, choices=Role.choices, default=Role.MEMBER)
    is_primary_contact = models.BooleanField(_("main contact"), default=False)
    is_contract_contact = models.BooleanField(_("contact for the agreement"), default=False)
    is_invoice_contact = models.BooleanField(_("contact for invoices"), default=False)
    may_sign = models.BooleanField(_("may sign for the firm"), default=False)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.INVITED)
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.UniqueConstraint(
                fields=["firm", "user"], condition=Q(status="active"), name="one_active_seat_per_person_and_firm"
            ),
            models.CheckConstraint(
                condition=~Q(status="active") | Q(user__isnull=False), name="active_seat_has_a_person"
            ),
            models.CheckConstraint(
                condition=Q(may_sign=False) | Q(role="administrator"), name="only_administrators_sign"
            ),
        ]

    def __str__(self):
        return f"{self.user or self.invitation} – {self.firm}"

    @property
    def is_last_administrator(self) -> bool:
        """Whether the firm would have nobody left to run its affairs here without this seat."""
        if self.status != self.Status.ACTIVE or self.role != self.Role.ADMINISTRATOR:
            return False
        return not Membership.objects.administrators().filter(firm=self.firm_id).exclude(pk=self.pk).exists()

    def activate(self, *, user) -> None:
        """The invited person takes the seat. Raises TransitionError when it was ended meanwhile."""
        move(self, "activate", by=user, facts={"user": user})

    def end(self, *, by) -> None:
        """The seat stops working from the next request. What must stay is asked in `partners.services.end_seat`."""
        move(self, "end", by=by, facts={"ended_at": timezone.now()})

    def restore(self, *, by) -> None:
        """It was ended by mistake. What must stand is asked in `partners.services.restore_seat`."""
        move(self, "restore", by=by, facts={"ended_at": None})
