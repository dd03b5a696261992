"""The prospect: how far it has come, and whether it is under way."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common import clock
from common.languages import in_language
from common.workflow import Transition, TransitionError, move
from partners.models import Competence
from register.models import Company, FocusIndustry, OrganisationNumberField

from .choices import AreaBand, Establishment, Readiness, SizeBand, Source, TimeFrame
from .keys import START, DomainField, NameKeyField
from .needs import Missing, missing_for
from .reasons import StandingReason

if TYPE_CHECKING:
    from .people import Contact

ANSWER_HOURS = clock.HOURS_A_DAY

_WAITS = models.Q(standing="ongoing", answered_at__isnull=True, answer_due_at__isnull=False)
URGENCY = models.Case(
    models.When(_WAITS, then=models.Value(0)),
    models.When(standing="ongoing", then=models.Value(1)),
    models.When(standing="resting", then=models.Value(2)),
    default=models.Value(3),
)
"""0 who waits for a first answer, 1 who is under way, 2 who rests, 3 what has ended."""
URGENT_AT = models.Case(models.When(_WAITS, then=models.F("answer_due_at")), default=models.Value(None))
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
BY_URGENCY = ("urgency", "urgent_at", "-created_at", "-id")
FILTERED = ("stage", "standing", "kind", "source", "industry", "adviser", "country", "score_order")


def promised_answer(arrived: datetime | None = None) -> datetime:
    """When a prospect that arrives now (or arrived then) must have an answer: one working day later."""
    return clock.add_working_hours(arrived or timezone.now(), ANSWER_HOURS)


def _reason(text: str) -> str:
    """`text` without the space around it. Raises TransitionError when there is nothing in it."""
    if not text.strip():
        raise TransitionError(gettext("Say why, in a few words."), code="reason")
    return text.strip()


def _team(user):
    return Prospect.team.through.objects.filter(prospect=models.OuterRef("pk"), user=user)


class ProspectQuerySet(models.QuerySet):
    """Which prospects."""

    def visible_to(self, user) -> "ProspectQuerySet":
        """Staff who work with prospects see them all; nobody else sees any. Partner firms see handovers instead."""
        return self.all() if user.has_perm("prospects.view_prospect") else self.none()

    def ongoing(self) -> "ProspectQuerySet":
        """Those under way."""
        return self.filter(standing="ongoing")

    def of(self, user) -> "ProspectQuerySet":
        """Those `user` answers for or helps with."""
        return self.filter(models.Q(adviser=user) | models.Exists(_team(user)))

    def awaiting_first_answer(self) -> "ProspectQuerySet":
        """Those nobody has answered yet, the most urgent first."""
        return self.filter(standing="ongoing", answered_at=None, answer_due_at__isnull=False).order_by("answer_due_at")


class ProspectManager(models.Manager.from_queryset(ProspectQuerySet)):  # type: ignore[misc]
    """All cases but those that were merged into another one."""

    def get_queryset(self) -> ProspectQuerySet:
        """Without tombstones; `with_merged` has them too."""
        return super().get_queryset().filter(merged_into=None)


class Prospect(models.Model):
    """A company being won.

    Its *stage* says how far it has come. It is *new* when it arrives; the adviser *qualifies* it, has *contacted* it,
    has *shown* it what there is; it is *deciding*; it is *established* when it has come, and *verified* when somebody
    other than the adviser has checked that. Its *standing* says whether it is under way at all: *ongoing*, *resting*
    until a date, *lost* or *withdrawn*, each with a reason; what rests or was lost can be taken up again. A stage moves
    only while the prospect is ongoing, and when what the stage declares (`needs.NEEDS`) is there. From its arrival a
    clock runs until a person has answered it (`answered_at`), unless we found it ourselves (`answer_due_at` is empty).
    `revision` counts what people wrote in its facts, so
    that of two who write at once the second hears of it. A case that was found to be another one's double is
    `merged_into` it: what is left of it is a tombstone that no list shows and whose address leads to the other.
    """

    class Stage(models.TextChoices):
        NEW = "new", _("New")
        QUALIFIED = "qualified", _("Qualified")
        CONTACTED = "contacted", _("Contacted")
        SHOWN = "shown", _("Shown")
        DECIDING = "deciding", _("Deciding")
        ESTABLISHED = "established", _("Established")
        VERIFIED = "verified", _("Verified")

    class Standing(models.TextChoices):
        ONGOING = "ongoing", _("Ongoing")
        RESTING = "resting", _("Resting")
        LOST = "lost", _("Lost")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    _ongoing = staticmethod(lambda now: {"standing": "ongoing"})
    TRANSITIONS = {
        "qualify": Transition("stage", ("new",), "qualified", "prospects.qualified", where=_ongoing),
        "mark_contacted": Transition("stage", ("qualified",), "contacted", "prospects.contacted", where=_ongoing),
        "mark_shown": Transition("stage", ("contacted",), "shown", "prospects.shown", where=_ongoing),
        "mark_deciding": Transition("stage", ("shown",), "deciding", "prospects.deciding", where=_ongoing),
        "establish": Transition("stage", ("deciding",), "established", "prospects.established", where=_ongoing),
        "verify": Transition("stage", ("established",), "verified", "prospects.verified", where=_ongoing),
        "rest": Transition("standing", ("ongoing",), "resting", "prospects.rested"),
        "lose": Transition("standing", ("ongoing", "resting"), "lost", "prospects.lost"),
        "withdraw": Transition("standing", ("ongoing", "resting"), "withdrawn", "prospects.withdrawn"),
        "resume": Transition("standing", ("resting", "lost", "withdrawn"), "ongoing", "prospects.resumed"),
    }
    STEPS = {
        "new": "qualify",
        "qualified": "mark_contacted",
        "contacted": "mark_shown",
        "shown": "mark_deciding",
        "deciding": "establish",
        "established": "verify",
    }

    company_name = models.CharField(_("company"), max_length=200)
    organisation_number = OrganisationNumberField(blank=True)
    company = models.ForeignKey(
        Company,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="prospects",
        verbose_name=_("company in the register"),
    )
    country = models.CharField(_("country"), max_length=2, default="NO")
    industry = models.ForeignKey(
        FocusIndustry, on_delete=models.PROTECT, related_name="prospects", verbose_name=_("industry")
    )
    employees = models.CharField(_("people to employ"), max_length=10, choices=SizeBand.choices)
    area = models.CharField(_("area wanted"), max_length=12, choices=AreaBand.choices)
    time_frame = models.CharField(_("time frame"), max_length=12, choices=TimeFrame.choices)
    readiness = models.CharField(_("how ready"), max_length=12, choices=Readiness.choices)
    need = models.TextField(_("what they need"), blank=True)
    anonymous_need_nb = models.TextField(
        _("need in Norwegian, for sharing"), blank=True, help_text=_("Without anything that tells who they are.")
    )
    anonymous_need_en = models.TextField(
        _("need in English, for sharing"), blank=True, help_text=_("Without anything that tells who they are.")
    )
    kind = models.CharField(
        _("kind of establishment"), max_length=20, choices=Establishment.choices, default=Establishment.UNKNOWN
    )
    jobs = models.PositiveIntegerField(
        _("jobs here"), null=True, blank=True, help_text=_("How many they say it will be. 0 when it is none.")
    )
    wants_help_with = models.ManyToManyField(
        Competence,
        blank=True,
        related_name="+",
        verbose_name=_("what they need help with"),
        help_text=_("By this, firms are suggested."),
    )
    decision_on = models.DateField(_("they decide by"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    source = models.CharField(_("source"), max_length=12, choices=Source.choices)
    campaign = models.CharField(_("campaign"), max_length=200, blank=True)
    came_by = models.CharField(_("came by"), max_length=200, blank=True)
    first_page = models.CharField(_("first page"), max_length=100, blank=True)
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices, default=Stage.NEW)
    standing = models.CharField(_("standing"), max_length=10, choices=Standing.choices, default=Standing.ONGOING)
    standing_reason = models.CharField(_("why it rests or ended"), max_length=300, blank=True)
    reason = models.ForeignKey(
        StandingReason,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="prospects",
        verbose_name=_("reason"),
    )
    lost_to = models.CharField(_("lost to whom"), max_length=120, blank=True)
    would_have_changed = models.CharField(_("what would have changed it"), max_length=300, blank=True)
    rests_until = models.DateField(_("rests until"), null=True, blank=True)
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="prospects",
        verbose_name=_("adviser"),
    )
    team = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="helps_with", verbose_name=_("case team")
    )
    created_at = models.DateTimeField(_("arrived"), default=timezone.now, db_index=True)
    answer_due_at = models.DateTimeField(
        _("answer promised by"),
        default=promised_answer,
        null=True,
        blank=True,
        help_text=_("Empty: they asked nothing."),
    )
    answered_at = models.DateTimeField(_("first answer"), null=True, blank=True)
    spoken_at = models.DateTimeField(_("last spoken with"), null=True, blank=True, editable=False)
    established_on = models.DateField(_("the day they came"), null=True, blank=True)
    established_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    verified_how = models.CharField(_("how it was checked"), max_length=300, blank=True)
    value_score = models.PositiveSmallIntegerField(_("value score"), null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    # What lists are sorted by, kept by the database itself, so that an index answers and no null sorts differently.
    urgency = models.GeneratedField(expression=URGENCY, output_field=models.SmallIntegerField(), db_persist=True)
    urgent_at = models.GeneratedField(
        expression=URGENT_AT, output_field=models.DateTimeField(null=True), db_persist=True
    )
    score_order = models.GeneratedField(
        expression=Coalesce("value_score", 0), output_field=models.PositiveSmallIntegerField(), db_persist=True
    )
    spoken_order = models.GeneratedField(
        expression=Coalesce("spoken_at", models.Value(LONG_AGO)), output_field=models.DateTimeField(), db_persist=True
    )
    name_key = NameKeyField(db_index=True)
    name_start = NameKeyField(max_length=START, db_index=True)
    domain = DomainField(db_index=True)
    merged_into = models.ForeignKey(
        # Nearly all are merged into nothing: an index of those would only mislead the database.
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        db_index=False,
    )
    merged_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ProspectManager()
    with_merged = ProspectQuerySet.as_manager()

    class Meta:
        verbose_name = _("prospect")
        verbose_name_plural = _("prospects")
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("hand_over_prospect", "Can hand over a prospect to a partner firm"),
            ("see_contact_data", "Can see persons' contact data"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standing="ongoing") | ~models.Q(standing_reason=""), name="prospect_end_has_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by=None) | ~models.Q(verified_by=models.F("established_by")),
                name="verified_by_another",
            ),
            models.CheckConstraint(condition=~models.Q(merged_into=models.F("id")), name="not_merged_into_itself"),
            models.CheckConstraint(
                condition=~models.Q(standing="resting") | models.Q(rests_until__isnull=False),
                name="rest_has_an_end",
            ),
        ]
        indexes = [
            models.Index(fields=["standing", "answered_at", "answer_due_at"], name="prospect_waiting"),
            models.Index(fields=["stage", "standing", "-created_at"], name="prospect_by_stage"),
            models.Index(
                fields=["organisation_number"], name="prospect_number", condition=~models.Q(organisation_number="")
            ),
            models.Index(fields=["merged_into"], name="prospect_merged", condition=models.Q(merged_into__isnull=False)),
            models.Index(fields=["rests_until"], name="prospect_rests", condition=models.Q(standing="resting")),
            # Each order of the list, with every column that is filtered on: a page is found without touching a row.
            models.Index(fields=[*BY_URGENCY, *FILTERED], name="prospect_by_urgency"),
            models.Index(fields=["stage", *BY_URGENCY, *FILTERED[1:]], name="prospect_stage_by_urgency"),
            models.Index(fields=["adviser", *BY_URGENCY, "stage", "standing"], name="prospect_adviser_by_urgency"),
            models.Index(fields=["-score_order", "-created_at", "-id", *FILTERED[:-1]], name="prospect_by_score"),
            models.Index(fields=["-created_at", "-id", *FILTERED], name="prospect_by_arrival"),
            models.Index(fields=["-spoken_order", "-created_at", "-id", *FILTERED], name="prospect_by_word"),
            models.Index(fields=["organisation_number"], name="prospect_orgnr"),
        ]

    def __str__(self):
        return self.company_name

    @property
    def reference(self) -> str:
        """What both sides can name on the telephone; says nothing about who it is."""
        return f"P-{self.pk:05d}"

    @property
    def anonymous_need(self) -> str:
        """What partner firms may read, in the reader's language."""
        return in_language(self, "anonymous_need")

    @property
    def main_contact(self) -> "Contact | None":
        """The person who speaks for the prospect: the one that was chosen, else the first."""
        return min(self.contacts.all(), key=lambda contact: (not contact.is_main, contact.pk), default=None)

    @property
    def missing_for_next_stage(self) -> list[Missing]:
        """What must be known or done before the stage can move on: in words, with where to fill it in."""
        return missing_for(self)

    @property
    def next_step(self) -> str:
        """The verb that moves the stage on, empty at the end or while the prospect is not under way."""
        return self.STEPS.get(self.stage, "") if self.standing == self.Standing.ONGOING else ""

    def _advance(self, verb: str, by, at: datetime | None, **facts) -> None:
        if self.TRANSITIONS[verb].sources == (self.stage,) and (missing := self.missing_for_next_stage):
            raise TransitionError([str(one) for one in missing], code="missing")
        move(self, verb, by=by, at=at, facts=facts)

    def qualify(self, *, by, at: datetime | None = None) -> None:
        """The adviser has looked at it: it is for us. Raises TransitionError with what is missing."""
        facts = {} if self.adviser_id else {"adviser": by}
        self._advance("qualify", by, at, **facts)

    def mark_contacted(self, *, by, at: datetime | None = None) -> None:
        """A person of ours has spoken with a person of theirs."""
        self._advance("mark_contacted", by, at)

    def mark_shown(self, *, by, at: datetime | None = None) -> None:
        """They have seen what there is here."""
        self._advance("mark_shown", by, at)

    def mark_deciding(self, *, by, at: datetime | None = None) -> None:
        """They are making up their mind."""
        self._advance("mark_deciding", by, at)

    def establish(self, *, by, at: datetime | None = None) -> None:
        """They have come."""
        self._advance("establish", by, at, established_by=by)

    def verify(self, *, how: str, by, at: datetime | None = None) -> None:
        """Somebody has checked that they came, and says how: in the register, on the spot.

        Raises TransitionError for who reported it and for the adviser of the case, and without a word on how.
        """
        if by is not None and by.pk in (self.established_by_id, self.adviser_id):
            raise TransitionError(
                _("Somebody other than the adviser and who reported it must verify it."), code="same_person"
            )
        self._advance("verify", by, at, verified_by=by, verified_how=_reason(how))

    def rest(
        self, *, reason: str, until: date | None, by, why: StandingReason | None = None, at: datetime | None = None
    ) -> None:
        """They want to be asked again on `until`; `why` is a reason of the list, `reason` the same in words."""
        if until is None:
            raise TransitionError(gettext("Say until when it rests."), code="until")
        facts = {"standing_reason": _reason(reason), "reason": why, "rests_until": until}
        move(self, "rest", by=by, at=at, facts=facts)

    def lose(
        self,
        *,
        reason: str,
        by,
        why: StandingReason | None = None,
        lost_to: str = "",
        would_have_changed: str = "",
        at: datetime | None = None,
    ) -> None:
        """They chose another place: which, why, and what would have changed it."""
        facts = {"lost_to": lost_to.strip(), "would_have_changed": would_have_changed.strip(), "rests_until": None}
        move(self, "lose", by=by, at=at, facts={"standing_reason": _reason(reason), "reason": why, **facts})

    def withdraw(self, *, reason: str, by, why: StandingReason | None = None, at: datetime | None = None) -> None:
        """They do not want to go on."""
        facts = {"standing_reason": _reason(reason), "reason": why, "rests_until": None}
        move(self, "withdraw", by=by, at=at, facts=facts)

    def resume(self, *, by, at: datetime | None = None) -> None:
        """It is under way again."""
        ended = {"standing_reason": "", "reason": None, "lost_to": "", "would_have_changed": "", "rests_until": None}
        move(self, "resume", by=by, at=at, facts=ended)
