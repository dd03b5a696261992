"""Agreements: what a firm commits itself to, and who signed."""

import secrets
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from common.money import KronerField
from common.workflow import Transition, TransitionError, move

from .agreement_queries import AgreementQuerySet
from .agreement_years import AgreementYear, agreement_years
from .applications import Application
from .firms import PartnerFirm
from .rounds import PartnershipRound
from .tiers import ContributionTier

LONGEST_YEARS = 10


def private_storage() -> FileSystemStorage:
    """Where signed agreements, evidence and invoices lie: outside what the web server shows."""
    return storages["private"]  # type: ignore[return-value]


def agreement_path(_agreement: "Agreement", name: str) -> str:
    """A random name: a path tells nothing and cannot be guessed."""
    return f"agreements/{secrets.token_hex(16)}.pdf"


class Agreement(models.Model):
    """A firm's multi-year commitment to a tier.

    Staff prepare it, or an approved application does: a *draft*. Offered, it copies the tier, its benefits, the
    amounts and the clauses as they then are, and nothing changed later rewrites it: *offered*. A person of the firm
    who is entitled to signs it in the portal: *signed*; name, moment and address are kept, and a PDF in each language
    with its checksum. The database itself refuses to rewrite any of it (`partners.agreement_triggers`). From its
    first day it is *running*. After its last day it has *ended*. The programme manager may take back an offer, or end
    a signed or running agreement before its time, with a reason: *terminated*. Benefits may be opened before the
    signature when the manager says so; that is marked on the agreement.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        OFFERED = "offered", _("waiting to be signed")
        SIGNED = "signed", _("signed")
        RUNNING = "running", _("running")
        ENDED = "ended", _("ended")
        TERMINATED = "terminated", _("terminated")

    class OfferEnded(models.TextChoices):
        WITHDRAWN = "withdrawn", _("taken back")
        DECLINED = "declined", _("declined by the firm")
        LAPSED = "lapsed", _("not signed in time")

    BINDING = ("signed", "running", "ended", "terminated")

    TRANSITIONS = {
        "offer": Transition("status", ("draft",), "offered", "partners.agreement_offered"),
        "sign": Transition("status", ("offered",), "signed", "partners.agreement_signed"),
        "start": Transition(
            "status",
            ("signed",),
            "running",
            "partners.agreement_started",
            where=lambda now: {"starts_on__lte": timezone.localdate(now)},
        ),
        "end": Transition(
            "status",
            ("running",),
            "ended",
            "partners.agreement_ended",
            where=lambda now: {"ends_on__lt": timezone.localdate(now)},
        ),
        "terminate": Transition(
            "status", ("offered", "signed", "running"), "terminated", "partners.agreement_terminated"
        ),
        "decline": Transition("status", ("offered",), "terminated", "partners.agreement_declined"),
        "lapse": Transition(
            "status",
            ("offered",),
            "terminated",
            "partners.agreement_lapsed",
            where=lambda now: {"offer_until__lt": timezone.localdate(now)},
        ),
    }

    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("partner firm")
    )
    tier = models.ForeignKey(
        ContributionTier, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("tier")
    )
    round = models.ForeignKey(
        PartnershipRound,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("partnership round"),
    )
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, null=True, blank=True, related_name="agreements"
    )
    renews = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="renewals",
        verbose_name=_("continues"),
        help_text=_("The agreement this one follows on."),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    number = models.CharField(_("number"), max_length=20, unique=True, null=True, blank=True, editable=False)
    yearly_amount = KronerField(_("yearly contribution, NOK"), help_text=_("Without VAT."))
    instalments = models.PositiveSmallIntegerField(
        _("instalments a year"), default=1, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to and including"))
    tier_name_nb = models.CharField(_("tier in Norwegian"), max_length=80, blank=True, editable=False)
    tier_name_en = models.CharField(_("tier in English"), max_length=80, blank=True, editable=False)
    response_days = models.PositiveSmallIntegerField(_("working days to answer a handover"), default=5, editable=False)
    intro_nb = models.TextField(_("opening words in Norwegian"), blank=True)
    intro_en = models.TextField(_("opening words in English"), blank=True)
    offered_at = models.DateTimeField(_("offered"), null=True, blank=True, editable=False)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    offer_until = models.DateField(_("can be signed to and including"), null=True, blank=True, editable=False)
    offer_reminded_at = models.DateTimeField(_("reminded of the offer"), null=True, blank=True, editable=False)
    offer_ended = models.CharField(
        _("how the offer ended"), max_length=9, choices=OfferEnded.choices, blank=True, editable=False
    )
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True, editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    signed_name = models.CharField(_("signed by"), max_length=160, blank=True, editable=False)
    signed_title = models.CharField(_("the signer's title"), max_length=120, blank=True, editable=False)
    signed_from = models.GenericIPAddressField(_("signed from the address"), null=True, blank=True, editable=False)
    document_nb = models.FileField(
        _("document in Norwegian"), storage=private_storage, upload_to=agreement_path, blank=True, editable=False
    )
    document_en = models.FileField(
        _("document in English"), storage=private_storage, upload_to=agreement_path, blank=True, editable=False
    )
    sha256_nb = models.CharField(_("checksum, Norwegian"), max_length=64, blank=True, editable=False)
    sha256_en = models.CharField(_("checksum, English"), max_length=64, blank=True, editable=False)
    signer_forgotten_at = models.DateTimeField(_("signer forgotten"), null=True, blank=True, editable=False)
    early_benefits_at = models.DateTimeField(
        _("benefits opened before the signature"), null=True, blank=True, editable=False
    )
    early_benefits_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    ending_told_at = models.DateTimeField(_("told that it ends"), null=True, blank=True, editable=False)
    terminated_on = models.DateField(_("terminated from"), null=True, blank=True, editable=False)
    reason = models.TextField(_("reason"), blank=True, editable=False)
    seat_freed_at = models.DateTimeField(_("seat free again"), null=True, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="agreement_ends_after_start"),
            models.CheckConstraint(condition=Q(yearly_amount__gte=0), name="agreement_amount_not_negative"),
            models.CheckConstraint(
                condition=Q(instalments__gte=1, instalments__lte=12), name="agreement_instalments_within_a_year"
            ),
            models.UniqueConstraint(
                fields=["firm", "starts_on"],
                condition=~Q(status="terminated"),
                name="one_agreement_per_firm_and_start",
            ),
            models.UniqueConstraint(
                fields=["firm"], condition=Q(status="running"), name="one_running_agreement_per_firm"
            ),
            models.UniqueConstraint(
                fields=["renews"], condition=~Q(status="terminated"), name="one_renewal_per_agreement"
            ),
            models.UniqueConstraint(
                fields=["application"], condition=~Q(status="terminated"), name="one_agreement_per_application"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("signed", "running", "ended"))
                | Q(signed_at__isnull=False) & (~Q(signed_name="") | Q(signer_forgotten_at__isnull=False)),
                name="binding_agreement_is_signed",
            ),
            models.CheckConstraint(
                condition=~Q(status="terminated") | (Q(terminated_on__isnull=False) & ~Q(reason="")),
                name="terminated_agreement_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "ends_on"], name="agreement_clock"),
            models.Index(fields=["firm", "status"], name="agreement_of_firm"),
        ]
        permissions = [("see_agreement_sums", "Can see the sums of agreements")]

    def __str__(self):
        return f"{self.firm} {self.starts_on:%Y}–{self.ends_on:%Y}"

    @property
    def tier_name(self) -> str:
        """The tier as it was called when the agreement was offered, in the reader's language."""
        return in_language(self, "tier_name") or self.tier.name

    @property
    def intro(self) -> str:
        """The opening words in the reader's language."""
        return in_language(self, "intro")

    @property
    def years(self) -> range:
        """The calendar years it touches."""
        return range(self.starts_on.year, self.ends_on.year + 1)

    @property
    def paid_years(self) -> list[AgreementYear]:
        """The years it is paid by, counted from its first day."""
        return agreement_years(self.starts_on, self.ends_on)

    @property
    def gives_benefits(self) -> bool:
        """Whether its benefits can be used today."""
        return self.gave_benefits(timezone.localdate())

    def gave_benefits(self, on: date) -> bool:
        """Whether its benefits could be used on that day: it was in force, or the manager had opened them early."""
        if self.is_in_force(on):
            return True
        opened = self.early_benefits_at is not None and self.status not in ("draft", "terminated")
        return opened and timezone.localdate(self.early_benefits_at) <= on <= self.ends_on

    def is_in_force(self, on: date | None = None) -> bool:
        """Whether it binds on that day (today unless told otherwise): from its first day, or from the signature."""
        day = on or timezone.localdate()
        if self.status not in self.BINDING or self.signed_at is None:
            return False
        stands = self.terminated_on is None or self.terminated_on > day
        return stands and max(self.starts_on, timezone.localdate(self.signed_at)) <= day <= self.ends_on

    def is_offer_over(self, on: date | None = None) -> bool:
        """Whether the last day to sign the offer has passed on that day, though the clock may not have said so yet."""
        return self.offer_until is not None and self.offer_until < (on or timezone.localdate())

    def overlapping(self) -> "AgreementQuerySet":
        """Other agreements of the firm that share a day with it; a terminated one counts until its last day.

        An offer that was taken back never bound anybody, so it does not count.
        """
        others = Agreement.objects.exclude(pk=self.pk).exclude(status="terminated", signed_at=None)
        return others.filter(
            Q(terminated_on=None) | Q(terminated_on__gt=self.starts_on),
            Q(terminated_on=None) | Q(terminated_on__gt=F("starts_on")),
            firm=self.firm_id,
            starts_on__lte=self.ends_on,
            ends_on__gte=self.starts_on,
        )

    def clean(self):
        """Its days are in order and not too many, and two agreements of one firm never overlap."""
        super().clean()
        if not self.starts_on or not self.ends_on:
            return
        if self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day lies before the first.")}, code="order")
        if len(self.years) > LONGEST_YEARS:
            raise ValidationError(
                {"ends_on": _("An agreement touches %(years)s calendar years at most.") % {"years": LONGEST_YEARS}},
                code="long",
            )
        if self.firm_id and (other := self.overlapping().first()):
            raise ValidationError(other.in_the_way())

    def in_the_way(self) -> ValidationError:
        """The words for another agreement of the firm that would overlap with this one."""
        days = {"start": date_format(self.starts_on, "DATE_FORMAT"), "end": date_format(self.ends_on, "DATE_FORMAT")}
        text = _("The firm already has an agreement from %(start)s to %(end)s.")
        return ValidationError(text, params=days, code="overlap")

    def offer(self, *, by, facts: dict, at: datetime | None = None) -> None:
        """Put it before the firm; `facts` are the copies. Use `partners.services.offer_agreement`."""
        now = at or timezone.now()
        move(self, "offer", by=by, at=now, facts={**facts, "offered_at": now, "offered_by": by})

    def sign(self, *, by, name: str, title: str, address: str | None, at: datetime | None = None) -> None:
        """The firm binds itself. Raises TransitionError when it was signed or taken back meanwhile."""
        now = at or timezone.now()
        if not name.strip():
            raise TransitionError(_("Write your full name to sign."), code="name")
        facts = {
            "signed_at": now,
            "signed_by": by,
            "signed_name": name.strip(),
            "signed_title": title.strip(),
            "signed_from": address,
        }
        move(self, "sign", by=by, at=now, facts=facts)

    def start(self, *, at: datetime | None = None) -> None:
        """Its first day has come."""
        move(self, "start", by=None, at=at, data={"by": "clock"})

    def end(self, *, at: datetime | None = None) -> None:
        """Its last day has passed."""
        move(self, "end", by=None, at=at, data={"by": "clock"})

    def terminate(self, *, on: date, reason: str, by, at: datetime | None = None) -> None:
        """It no longer binds from the day `on`. Raises TransitionError without a reason."""
        if not reason.strip():
            raise TransitionError(_("Say why; the firm reads it."), code="reason")
        facts = {"terminated_on": on, "reason": reason.strip()}
        if self.status == self.Status.OFFERED:
            facts["offer_ended"] = self.OfferEnded.WITHDRAWN
        move(self, "terminate", by=by, at=at, facts=facts)

    def decline(self, *, on: date, reason: str, by, at: datetime | None = None) -> None:
        """The firm says no to the offer. Raises TransitionError without a reason, or when it is no offer any more."""
        if not reason.strip():
            raise TransitionError(_("Say why; we read it."), code="reason")
        facts = {"terminated_on": on, "reason": reason.strip(), "offer_ended": self.OfferEnded.DECLINED}
        move(self, "decline", by=by, at=at, facts=facts)

    def lapse(self, *, on: date, reason: str, at: datetime | None = None) -> None:
        """The last day to sign the offer has passed. Raises TransitionError when it has not."""
        facts = {"terminated_on": on, "reason": reason, "offer_ended": self.OfferEnded.LAPSED}
        move(self, "lapse", by=None, at=at, facts=facts, data={"by": "clock"})
