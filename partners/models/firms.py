"""Partner firms, tiers, agreements and seats."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from common.money import KronerField
from common.workflow import Transition, move
from register.models import FocusIndustry, OrganisationNumberField


class ContributionTier(models.Model):
    """A level of partnership: what it costs a year and what it gives. Retired when no longer offered, never deleted."""

    slug = models.SlugField(_("short name"), unique=True)
    name_nb = models.CharField(_("name in Norwegian"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    description_nb = models.TextField(_("description in Norwegian"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    rank = models.PositiveSmallIntegerField(_("rank"), unique=True, help_text=_("1 is shown first."))
    yearly_amount = KronerField(_("yearly contribution, NOK"))
    response_days = models.PositiveSmallIntegerField(
        _("working days to answer a handover"),
        default=5,
        help_text=_("The deadline a handover gets unless the adviser says otherwise."),
    )
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    class Meta:
        verbose_name = _("contribution tier")
        verbose_name_plural = _("contribution tiers")
        ordering = ["rank"]
        constraints = [
            models.CheckConstraint(condition=Q(yearly_amount__gte=0), name="tier_amount_not_negative"),
            models.CheckConstraint(condition=Q(response_days__gte=1), name="tier_response_at_least_a_day"),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    @property
    def description(self) -> str:
        """The description in the reader's language."""
        return in_language(self, "description")


class Benefit(models.Model):
    """Something a tier entitles to."""

    tier = models.ForeignKey(
        ContributionTier, on_delete=models.PROTECT, related_name="benefits", verbose_name=_("tier")
    )
    name_nb = models.CharField(_("name in Norwegian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    class Meta:
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")
        ordering = ["tier", "pk"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")


class PartnerFirmQuerySet(models.QuerySet):
    """Which partner firms."""

    def with_running_agreement(self, on: date | None = None) -> "PartnerFirmQuerySet":
        """Those that take part on that day (today unless told otherwise)."""
        return self.filter(Exists(Agreement.objects.running(on).filter(firm=OuterRef("pk"))))

    def visible_to(self, user) -> "PartnerFirmQuerySet":
        """The firms whose inside `user` may see in the portal: those in which the user has an active seat."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(memberships__user=user, memberships__status="active").distinct()


class PartnerFirm(models.Model):
    """A firm, or the municipality, that takes part. Whether it takes part today follows from its agreements."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    organisation_number = OrganisationNumberField(unique=True)
    is_public_body = models.BooleanField(_("public body"), default=False)
    is_former_partner = models.BooleanField(_("partner of an earlier programme"), default=False)
    industries = models.ManyToManyField(FocusIndustry, verbose_name=_("industries"), blank=True, related_name="firms")
    tagline_nb = models.CharField(_("one line in Norwegian"), max_length=140, blank=True)
    tagline_en = models.CharField(_("one line in English"), max_length=140, blank=True)
    profile_nb = models.TextField(_("profile in Norwegian"), blank=True)
    profile_en = models.TextField(_("profile in English"), blank=True)
    offers_nb = models.TextField(_("what we offer a newcomer, in Norwegian"), blank=True, help_text=_("One a line."))
    offers_en = models.TextField(_("what we offer a newcomer, in English"), blank=True, help_text=_("One a line."))
    website = models.URLField(_("website"), blank=True)
    mentor_name = models.CharField(_("mentor"), max_length=120, blank=True)
    mentor_title_nb = models.CharField(_("the mentor's title in Norwegian"), max_length=120, blank=True)
    mentor_title_en = models.CharField(_("the mentor's title in English"), max_length=120, blank=True)

    objects = PartnerFirmQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner firm")
        verbose_name_plural = _("partner firms")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def tagline(self) -> str:
        """One line in the reader's language."""
        return in_language(self, "tagline")

    @property
    def profile(self) -> str:
        """The profile in the reader's language."""
        return in_language(self, "profile")

    @property
    def offers(self) -> list[str]:
        """What the firm offers a newcomer, in the reader's language."""
        return [line.strip() for line in in_language(self, "offers").splitlines() if line.strip()]

    @property
    def mentor_title(self) -> str:
        """The mentor's title in the reader's language."""
        return in_language(self, "mentor_title")

    @property
    def logo_initials(self) -> str:
        """Up to two letters that stand where there is no logo."""
        words = [word for word in self.name.split() if word.upper() not in ("AS", "ASA", "DA", "SA", "OG", "&")]
        return "".join(word[0] for word in words[:2]).upper()

    @property
    def running_agreement(self) -> "Agreement | None":
        """The agreement in force today."""
        return self.agreements.running().select_related("tier").first()


class AgreementQuerySet(models.QuerySet):
    """Which agreements."""

    def running(self, on: date | None = None) -> "AgreementQuerySet":
        """Those in force on that day (today unless told otherwise)."""
        day = on or timezone.localdate()
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class Agreement(models.Model):
    """A firm's multi-year commitment to a tier. It copies the amount, so a later price changes nothing agreed."""

    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("partner firm")
    )
    tier = models.ForeignKey(
        ContributionTier, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("tier")
    )
    yearly_amount = KronerField(_("yearly contribution, NOK"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to and including"))

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="agreement_ends_after_start"),
            models.CheckConstraint(condition=Q(yearly_amount__gte=0), name="agreement_amount_not_negative"),
            models.UniqueConstraint(fields=["firm", "starts_on"], name="one_agreement_per_firm_and_start"),
        ]

    def __str__(self):
        return f"{self.firm} {self.starts_on:%Y}–{self.ends_on:%Y}"

    def clean(self):
        """Two agreements of one firm never overlap."""
        super().clean()
        if self.firm_id and self.starts_on and self.ends_on:
            others = Agreement.objects.filter(
                firm=self.firm_id, starts_on__lte=self.ends_on, ends_on__gte=self.starts_on
            ).exclude(pk=self.pk)
            if other := others.first():
                raise ValidationError(
                    _("The firm already has an agreement from %(start)s to %(end)s."),
                    params={"start": other.starts_on, "end": other.ends_on},
                )


class MembershipQuerySet(models.QuerySet):
    """Which seats."""

    def active(self) -> "MembershipQuerySet":
        """Seats somebody acts from today."""
        return self.filter(status="active", user__is_active=True)


class Membership(models.Model):
    """A seat: what lets one person act for one firm.

    Whoever is entitled invites an address: the seat is *invited*. When the person accepts it is *active*, and works
    from the next request. The firm or the programme ends it: *ended*, and it stops working from the next request. A
    person may have seats in several firms; a seat is never inherited.
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
        ]

    def __str__(self):
        return f"{self.user or self.invitation} – {self.firm}"

    def activate(self, *, user) -> None:
        """The invited person takes the seat. Raises TransitionError when it was ended meanwhile."""
        move(self, "activate", by=user, facts={"user": user})

    def end(self, *, by) -> None:
        """The seat stops working from the next request."""
        move(self, "end", by=by, facts={"ended_at": timezone.now()})
