"""Vacant space and plots that partner firms offer."""

import secrets
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Abs
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.languages import in_language
from common.workflow import Transition, TransitionError, move

from .agreements import Agreement, private_storage
from .firms import PartnerFirm

MAP_SIZE = 1000


def upload_path(_premises: "Premises", name: str) -> str:
    """A random name with the ending of the picture."""
    return f"premises/{secrets.token_hex(16)}.{name.rpartition('.')[2].lower()[:4]}"


class PremisesQuerySet(models.QuerySet):
    """Which premises."""

    def on_offer(self, on: date | None = None) -> "PremisesQuerySet":
        """What the public sees: offered, or being negotiated, by a firm whose agreement runs on that day."""
        running = Agreement.objects.running(on).filter(firm=OuterRef("firm"))
        return self.filter(Exists(running), status__in=("offered", "reserved"))

    def like(self, other: "Premises") -> "PremisesQuerySet":
        """Without `other`; those of its kind first, and of them those nearest to it in size."""
        return (
            self.exclude(pk=other.pk)
            .annotate(
                is_of_kind=Case(When(kind=other.kind, then=Value(1)), default=Value(0)),
                gap=Abs(F("area_to") - Value(other.area_to)),
            )
            .order_by("-is_of_kind", "gap", "pk")
        )


class Premises(models.Model):
    """A vacant space or plot that a partner firm offers.

    It begins as a *draft* of the firm, who sends it to communications: *waiting*. They approve it, or send it back
    with a word on what to change; the firm may take it back while it waits. Once *offered*, the public sees it;
    *reserved*, somebody is negotiating, and it still shows; *let*, it has found its tenant and is gone from the pages.
    The firm may withdraw it back to draft at any time before it is let, and show it again by itself as long as nothing
    was written since it was approved (`approved_at`).
    """

    class Kind(models.TextChoices):
        OFFICE = "office", _("Office")
        LABORATORY = "laboratory", _("Laboratory")
        WORKSHOP = "workshop", _("Workshop and production")
        WAREHOUSE = "warehouse", _("Warehouse and logistics")
        SHOP = "shop", _("Shop and serving")
        PLOT = "plot", _("Plot")

    class PriceBand(models.TextChoices):
        """Kroner a square metre and year, without VAT."""

        LOW = "low", _("Under 1,500 kr")
        MIDDLE = "middle", _("1,500–2,200 kr")
        HIGH = "high", _("2,200–3,000 kr")
        TOP = "top", _("Over 3,000 kr")
        ASK = "ask", _("By agreement")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        WAITING = "waiting", _("waiting for approval")
        OFFERED = "offered", _("offered")
        RESERVED = "reserved", _("reserved")
        LET = "let", _("let")

    TRANSITIONS = {
        "submit": Transition("status", ("draft",), "waiting", "partners.premises_submitted"),
        "take_back": Transition("status", ("waiting",), "draft", "partners.premises_taken_back"),
        "approve": Transition("status", ("waiting",), "offered", "partners.premises_approved"),
        "send_back": Transition("status", ("waiting",), "draft", "partners.premises_returned"),
        "offer": Transition("status", ("draft", "reserved"), "offered", "partners.premises_offered"),
        "reserve": Transition("status", ("offered",), "reserved", "partners.premises_reserved"),
        "let": Transition("status", ("offered", "reserved"), "let", "partners.premises_let"),
        "withdraw": Transition("status", ("offered", "reserved"), "draft", "partners.premises_withdrawn"),
    }

    firm = models.ForeignKey(
        PartnerFirm, on_delete=models.PROTECT, related_name="premises", verbose_name=_("partner firm")
    )
    slug = models.SlugField(_("short name"), unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title_nb = models.CharField(_("title in Norwegian"), max_length=100)
    title_en = models.CharField(_("title in English"), max_length=100, blank=True)
    description_nb = models.TextField(_("description in Norwegian"), max_length=1200)
    description_en = models.TextField(_("description in English"), max_length=1200, blank=True)
    address = models.CharField(_("address"), max_length=120)
    district = models.CharField(_("part of town"), max_length=60)
    area_from = models.PositiveIntegerField(_("from, square metres"))
    area_to = models.PositiveIntegerField(_("up to, square metres"))
    price_band = models.CharField(
        _("price a square metre and year"), max_length=6, choices=PriceBand.choices, default=PriceBand.ASK
    )
    vacant_from = models.DateField(_("vacant from"))
    metres_to_station = models.PositiveIntegerField(_("metres to the railway station, on foot"))
    map_x = models.PositiveSmallIntegerField(
        _("place on the map, from the left"),
        default=500,
        validators=[MaxValueValidator(MAP_SIZE)],
        help_text=_("0 to 1000, from left to right on the drawn map."),
    )
    map_y = models.PositiveSmallIntegerField(
        _("place on the map, from the top"),
        default=500,
        validators=[MaxValueValidator(MAP_SIZE)],
        help_text=_("0 to 1000, from top to bottom on the drawn map."),
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt_nb = models.CharField(
        _("what the picture shows, in Norwegian"),
        max_length=200,
        blank=True,
        help_text=_("Read aloud to those who do not see it."),
    )
    image_alt_en = models.CharField(_("what the picture shows, in English"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.DRAFT)
    offered_at = models.DateTimeField(_("offered"), null=True, blank=True)
    upload = models.FileField(
        _("picture, not approved yet"), storage=private_storage, upload_to=upload_path, blank=True, max_length=120
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True, editable=False)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)
    comment = models.TextField(_("what to change"), blank=True, editable=False)
    changed_at = models.DateTimeField(_("last changed"), null=True, blank=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    revision = models.PositiveIntegerField(default=0, editable=False)  # counts saves, so that two writers hear of it

    objects = PremisesQuerySet.as_manager()

    class Meta:
        verbose_name = _("premises")
        verbose_name_plural = _("premises")
        ordering = ["vacant_from", "pk"]
        permissions = [("step_premises", "Can offer, reserve, let and withdraw premises")]
        constraints = [
            models.CheckConstraint(condition=Q(area_from__gte=1), name="premises_area_not_empty"),
            models.CheckConstraint(condition=Q(area_to__gte=F("area_from")), name="premises_area_from_up_to"),
            models.CheckConstraint(
                condition=Q(map_x__lte=MAP_SIZE, map_y__lte=MAP_SIZE), name="premises_place_on_the_map"
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """From the smaller area up to the larger; a picture says what it shows."""
        super().clean()
        if self.image_id and not self.image_alt_nb:
            raise ValidationError({"image_alt_nb": gettext("Say what the picture shows.")})
        if self.area_from and self.area_to and self.area_to < self.area_from:
            raise ValidationError({"area_to": gettext("The largest area is smaller than the smallest.")})

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return in_language(self, "title")

    @property
    def description(self) -> str:
        """The description in the reader's language."""
        return in_language(self, "description")

    @property
    def image_alt(self) -> str:
        """What the picture shows, in the reader's language."""
        return in_language(self, "image_alt")

    @property
    def upload_ending(self) -> str:
        """The ending of the picture that is not approved yet, "png"; empty without one."""
        return str(self.upload.name or "").rpartition(".")[2]

    @property
    def is_public(self) -> bool:
        """Whether it stands on the pages, as long as the firm's agreement runs."""
        return self.status in (self.Status.OFFERED, self.Status.RESERVED)

    @property
    def is_vacant_now(self) -> bool:
        """Whether one could move in today."""
        return self.vacant_from <= timezone.localdate()

    @property
    def walking_minutes(self) -> int:
        """From the station on foot, at 80 metres a minute, never less than one."""
        return max(1, round(self.metres_to_station / 80))

    def submit(self, *, by) -> None:
        """Send it to communications."""
        move(self, "submit", by=by, facts={"submitted_at": timezone.now(), "comment": ""})

    def take_back(self, *, by) -> None:
        """Write on instead of waiting."""
        move(self, "take_back", by=by)

    def approve(self, *, by) -> None:
        """It may be shown. Use `partners.services.approve_premises`. Raises as `offer`."""
        self._check_agreement()
        now = timezone.now()
        move(self, "approve", by=by, facts={"offered_at": now, "approved_at": now, "comment": ""})

    def send_back(self, *, comment: str, by) -> None:
        """Not yet, and what to change. Raises TransitionError without a word on that."""
        if not comment.strip():
            raise TransitionError(gettext("Say what to change; the firm reads it."), code="comment")
        move(self, "send_back", by=by, facts={"comment": comment.strip()})

    def offer(self, *, by) -> None:
        """Show it to the public. Raises TransitionError when the firm's agreement does not run."""
        self._check_agreement()
        now = timezone.now()
        move(self, "offer", by=by, facts={"offered_at": now, "approved_at": now, "comment": ""})

    def _check_agreement(self) -> None:
        if not Agreement.objects.running().filter(firm=self.firm_id).exists():
            raise TransitionError(gettext("Only a firm with a running agreement can offer premises."), code="agreement")

    def reserve(self, *, by) -> None:
        """Somebody is negotiating."""
        move(self, "reserve", by=by)

    def let(self, *, by) -> None:
        """It has found its tenant."""
        move(self, "let", by=by)

    def withdraw(self, *, by) -> None:
        """Take it off the pages."""
        move(self, "withdraw", by=by, facts={"offered_at": None})
