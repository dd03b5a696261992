"""Applications to become a partner: begun, sent, taken back, reached and forgotten."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from common.mail import post
from common.workflow import TransitionError
from partners.models import (
    Agreement,
    Application,
    ApplicationLink,
    PartnerFirm,
    PartnershipRound,
    RoundTier,
)
from register.models import normalise_organisation_number

from .admissions import holds_seat, let_go, owners_people

TYPED = (
    "tier",
    "organisation_number",
    "company_name",
    "contact_name",
    "contact_title",
    "contact_email",
    "contact_phone",
    "offers",
    "message",
)
NEEDED = ("tier", "organisation_number", "company_name", "contact_name", "contact_email")

DRAFT_DAYS = 60
REFUSED_DAYS = 180
APPROVED_DAYS = 365
AT_A_TIME = 500


# --- written by the firm ----------------------------------------------------------------------------------------------
def begin_application(
    round: PartnershipRound, answers: dict[str, Any], *, language: str, submission: uuid.UUID
) -> Application:
    """Store a draft and mail its link; the same `submission` sent twice is stored once.

    `answers` are any of TYPED, an e-mail address at least. Raises ValidationError when the round is not open.
    """
    if known := Application.objects.filter(submission=submission).first():
        return known
    if not round.is_open():
        raise ValidationError(_("The round is not open."), code="closed")
    try:
        with transaction.atomic():
            made = Application.objects.create(round=round, language=language, submission=submission, **_known(answers))
            post("application_link", application=made.pk)
    except IntegrityError:
        if known := Application.objects.filter(submission=submission).first():
            return known
        raise
    return made


@transaction.atomic
def save_application(application: Application, answers: dict[str, Any], *, at: datetime | None = None) -> None:
    """Write down what was typed so far. Raises TransitionError once the application has been sent."""
    values = _known(answers) | {"changed_at": at or timezone.now()}
    if not Application.objects.filter(pk=application.pk, status="draft").update(**values):
        raise TransitionError(_("The application has been sent and can no longer be changed here."), code="sent")
    application.refresh_from_db()


@transaction.atomic
def submit_application(application: Application, *, at: datetime | None = None) -> None:
    """The firm sends its application; the contact and the owners are told.

    Raises ValidationError, by field where there is one, when something is missing or wrong, the round is not open, or
    the firm has applied in it or has an agreement for its period already.
    """
    now = at or timezone.now()
    if application.status != Application.Status.DRAFT:
        application.submit(firm=None, at=now)  # says why not
    _check(application, now)
    number = normalise_organisation_number(application.organisation_number)
    firm = PartnerFirm.objects.filter(organisation_number=number).first()
    _check_against_others(application, number, firm, now)
    Application.objects.filter(pk=application.pk, status="draft").update(organisation_number=number, changed_at=now)
    application.organisation_number = number
    try:
        with transaction.atomic():
            application.submit(firm=firm, at=now)
    except IntegrityError as error:  # the same firm from another desk in the same moment
        application.refresh_from_db()
        raise _applied_already() from error
    post("application_received", application=application.pk)
    for reader in owners_people(application.round):
        post("application_to_decide", application=application.pk, reader=reader.pk)


@transaction.atomic
def withdraw_application(application: Application, *, at: datetime | None = None) -> None:
    """The firm takes it back; a seat held for it goes to the next. Raises TransitionError when it is decided."""
    held = holds_seat(application)
    application.withdraw(at=at)
    let_go(application, held, at)


def _known(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: answers[name] for name in TYPED if name in answers}


def _check(application: Application, now: datetime) -> None:
    """Whether the draft is whole, and may be sent now."""
    round = application.round
    if not round.is_open(now):
        raise ValidationError(_("The round is not open. What you wrote is kept."), code="closed")
    missing: dict[str, Any] = {}
    for name in NEEDED:
        if not getattr(application, name):
            missing[name] = ValidationError(_("Fill this in before you send."), code="required")
    tier = application.tier
    if tier is not None and not RoundTier.objects.filter(round=round, tier=tier, tier__is_retired=False).exists():
        missing["tier"] = ValidationError(_("Choose one of the tiers of this round."), code="tier")
    if "organisation_number" not in missing:
        try:
            normalise_organisation_number(application.organisation_number)
        except ValidationError as error:
            missing["organisation_number"] = error
    if missing:
        raise ValidationError(missing)


def _applied_already() -> ValidationError:
    said = _("This firm has already applied in this round. Ask your colleagues, or write to us.")
    return ValidationError({"organisation_number": ValidationError(said, code="duplicate")})


def _check_against_others(application: Application, number: str, firm: PartnerFirm | None, now: datetime) -> None:
    round = application.round
    same = Application.objects.filter(
        round=round, organisation_number=number, status__in=("submitted", "waiting", "approved")
    )
    if same.exclude(pk=application.pk).exists():
        raise _applied_already()
    if firm is None:
        return
    wanted = Agreement(firm=firm, starts_on=max(round.starts_on, timezone.localdate(now)), ends_on=round.ends_on)
    # A draft nobody has seen is no reason the firm could understand; the manager settles it before the approval.
    if wanted.overlapping().exclude(status=Agreement.Status.DRAFT).exists():
        said = _("This firm already has an agreement for this period. Log in to the portal to see it.")
        raise ValidationError({"organisation_number": ValidationError(said, code="agreement")})


# --- reached and forgotten --------------------------------------------------------------------------------------------
def application_path(application: Application) -> str:
    """A fresh address of the application's own page, in its language."""
    with translation.override(application.language):
        return reverse("joining:application", args=[ApplicationLink.issue(application)])


def open_application(token: str) -> Application | None:
    """The application this key opens, None for a key of nothing."""
    return ApplicationLink.open(token)


def forget_drafts(now: datetime | None = None) -> int:
    """Delete drafts nobody has touched for DRAFT_DAYS; returns how many."""
    before = (now or timezone.now()) - timedelta(days=DRAFT_DAYS)
    return _delete(Application.objects.abandoned(before))


def forget_refused(now: datetime | None = None) -> int:
    """Delete applications REFUSED_DAYS after a no or after they were taken back, and those whose round is long past."""
    moment = now or timezone.now()
    before = moment - timedelta(days=REFUSED_DAYS)
    said_no = Q(status__in=("declined", "withdrawn"), decided_at__lt=before)
    past = Q(status__in=("submitted", "waiting"), round__ends_on__lt=timezone.localdate(moment))
    return _delete(Application.objects.filter(said_no | past))


def forget_approved(now: datetime | None = None) -> int:
    """Blank the person in applications approved APPROVED_DAYS ago; firm, tier and dates stay. Returns how many."""
    before = (now or timezone.now()) - timedelta(days=APPROVED_DAYS)
    due = Application.objects.filter(status="approved", decided_at__lt=before).exclude(contact_email="")
    keys = list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
    if not keys:
        return 0
    names = ("contact_name", "contact_title", "contact_email", "contact_phone", "message")
    with transaction.atomic():
        ApplicationLink.objects.filter(application__in=keys).delete()
        return Application.objects.filter(pk__in=keys).update(**dict.fromkeys(names, ""))


def _delete(due: Any) -> int:
    keys = list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
    if not keys:
        return 0
    with transaction.atomic():
        kind = ContentType.objects.get_for_model(Application)
        # A label may be an address: what was done and when stays in the log, not to whom.
        ModelLogEntry.objects.filter(content_type=kind, object_id__in=[str(key) for key in keys]).update(label="")
        Application.objects.filter(pk__in=keys).delete()
    return len(keys)
