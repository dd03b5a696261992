"""The prospect, its people, what was done, and its private page."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common import clock
from common.languages import in_language
from common.workflow import Transition, TransitionError, move
from register.models import Company, FocusIndustry, OrganisationNumberField

from .choices import AreaBand, Readiness, SizeBand, Source, TimeFrame

ANSWER_HOURS = clock.HOURS_A_DAY


def promised_answer(arrived: datetime | None = None) -> datetime:
    """When a prospect that arrives now (or arrived then) must have an answer: one working day later."""
    return clock.add_working_hours(arrived or timezone.now(), ANSWER_HOURS)


def _reason(text: str) -> str:
    """`text` without the space around it. Raises TransitionError when there is nothing in it."""
    if not text.strip():
        raise TransitionError(gettext("Say why, in a few words."), code="reason")
    return text.strip()


class ProspectQuerySet(models.QuerySet):
    """Which prospects."""

    def visible_to(self, user) -> "ProspectQuerySet":
        """Staff who work with prospects see them all; nobody else sees any. Partner firms see handovers instead."""
        return self.all() if user.has_perm("prospects.view_prospect") else self.none()

    def awaiting_first_answer(self) -> "ProspectQuerySet":
        """Those nobody has answered yet, the most urgent first."""
        return self.filter(standing="ongoing", answered_at=None).order_by("answer_due_at")


class Prospect(models.Model):
    """A company being won.

    Its *stage* says how far it has come. It is *new* when it arrives; the adviser *qualifies* it, has *contacted* it,
    has *shown* it what there is; it is *deciding*; it is *established* when it has come, and *verified* when somebody
    other than the adviser has checked that. Its *standing* says whether it is under way at all: *ongoing*, *resting*
    until a date, *lost* or *withdrawn*, each with a reason; what rests or was lost can be taken up again. A stage moves
    only while the prospect is ongoing. From its arrival a clock runs until a person has answered it (`answered_at`).
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
    source = models.CharField(_("source"), max_length=12, choices=Source.choices)
    campaign = models.CharField(_("campaign"), max_length=200, blank=True)
    came_by = models.CharField(_("came by"), max_length=200, blank=True)
    first_page = models.CharField(_("first page"), max_length=100, blank=True)
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices, default=Stage.NEW)
    standing = models.CharField(_("standing"), max_length=10, choices=Standing.choices, default=Standing.ONGOING)
    standing_reason = models.CharField(_("why it rests or ended"), max_length=300, blank=True)
    rests_until = models.DateField(_("rests until"), null=True, blank=True)
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="prospects",
        verbose_name=_("adviser"),
    )
    created_at = models.DateTimeField(_("arrived"), default=timezone.now, db_index=True)
    answer_due_at = models.DateTimeField(_("answer promised by"), default=promised_answer)
    answered_at = models.DateTimeField(_("first answer"), null=True, blank=True)
    established_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ProspectQuerySet.as_manager()

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
        ]
        indexes = [
            models.Index(fields=["standing", "answered_at", "answer_due_at"], name="prospect_waiting"),
            models.Index(fields=["stage", "standing", "-created_at"], name="prospect_by_stage"),
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
        """The person who speaks for the prospect."""
        return min(self.contacts.all(), key=lambda contact: contact.pk, default=None)

    @property
    def missing_for_next_stage(self) -> list[str]:
        """What must be known or done before the stage can move on, in words."""
        missing: list[str] = []
        if self.stage == self.Stage.NEW and not self.anonymous_need_nb:
            missing.append(str(_("A description for sharing, without anything that tells who they are")))
        if self.stage == self.Stage.QUALIFIED and self.answered_at is None:
            missing.append(str(_("A first answer from a person: a call, a mail or a meeting")))
        return missing

    @property
    def next_step(self) -> str:
        """The verb that moves the stage on, empty at the end or while the prospect is not under way."""
        return self.STEPS.get(self.stage, "") if self.standing == self.Standing.ONGOING else ""

    def _advance(self, verb: str, by, at: datetime | None, **facts) -> None:
        if self.TRANSITIONS[verb].sources == (self.stage,) and (missing := self.missing_for_next_stage):
            raise TransitionError(missing, code="missing")
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

    def verify(self, *, by, at: datetime | None = None) -> None:
        """Somebody other than who reported it has checked it. Raises TransitionError for the same person."""
        if by is not None and by == self.established_by:
            raise TransitionError(_("Somebody other than who reported it must verify it."), code="same_person")
        self._advance("verify", by, at)

    def rest(self, *, reason: str, until, by, at: datetime | None = None) -> None:
        """They want to be asked again later."""
        move(self, "rest", by=by, at=at, facts={"standing_reason": _reason(reason), "rests_until": until})

    def lose(self, *, reason: str, by, at: datetime | None = None) -> None:
        """They chose another place."""
        move(self, "lose", by=by, at=at, facts={"standing_reason": _reason(reason)})

    def withdraw(self, *, reason: str, by, at: datetime | None = None) -> None:
        """They do not want to go on."""
        move(self, "withdraw", by=by, at=at, facts={"standing_reason": _reason(reason)})

    def resume(self, *, by, at: datetime | None = None) -> None:
        """It is under way again."""
        move(self, "resume", by=by, at=at, facts={"standing_reason": "", "rests_until": None})


class Contact(models.Model):
    """A person at a prospect. Purpose: to answer and guide the company. Kept for 24 months after the last activity."""

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="nb")

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self):
        return self.name


class Activity(models.Model):
    """Something that was done or noted in a case."""

    class Kind(models.TextChoices):
        NOTE = "note", _("Note")
        CALL = "call", _("Call")
        MEETING = "meeting", _("Meeting")
        MAIL = "mail", _("Mail to the prospect")

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="activities")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.NOTE)
    text = models.TextField(_("text"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-happened_at", "-pk"]
        indexes = [models.Index(fields=["prospect", "-happened_at"], name="activity_of_case")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:60]}"

    @property
    def is_answer(self) -> bool:
        """Whether a person of ours reached out to the prospect by it."""
        return self.kind != self.Kind.NOTE


class PrivateLink(models.Model):
    """A key to a prospect's private page: 128 random bits, of which only a hash is kept. Expires; can be revoked."""

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="private_links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("private link")
        verbose_name_plural = _("private links")

    def __str__(self):
        return f"{self.prospect_id}"

    @staticmethod
    def hash(token: str) -> str:
        """What is kept of a token."""
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def issue(cls, prospect: Prospect) -> str:
        """A new key to the private page of `prospect`; the only moment at which it exists in clear."""
        token = secrets.token_urlsafe(16)
        now = timezone.now()
        cls.objects.create(
            prospect=prospect,
            token_hash=cls.hash(token),
            created_at=now,
            expires_at=now + timedelta(days=settings.PRIVATE_LINK_DAYS),
        )
        return token

    @classmethod
    def open(cls, token: str) -> "PrivateLink | None":
        """The link this key opens now, None when it is unknown, expired or revoked: all three look alike."""
        return (
            cls.objects.select_related("prospect", "prospect__industry", "prospect__adviser")
            .filter(token_hash=cls.hash(token), expires_at__gt=timezone.now(), revoked_at=None)
            .first()
        )
