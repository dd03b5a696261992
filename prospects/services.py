"""What several things of a case do together."""

import re
import unicodedata
import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from accounts.models import User
from accounts.roles import Role
from common import clock
from common.mail import post
from common.workflow import TransitionError
from partners.models import PartnerFirm, Topic
from partners.services import notify

from .handed_over import agreement_for_handovers
from .models import Activity, Consent, Contact, Handover, InterestForm, PrivateLink, Prospect, Source
from .results import Results as Results
from .results import programme_results as programme_results
from .value_ledger import value_ledger as value_ledger
from .value_ledger import value_ledger_pdf as value_ledger_pdf


def receive_interest(answers: dict[str, Any], *, submission: uuid.UUID, wordings: dict[str, str]) -> InterestForm:
    """Store an interest form and begin its case; the same `submission` sent twice is stored once.

    `answers` are the form's cleaned data, `wordings` the words of each consent channel as they stood on the page. When
    this returns, everything is stored, and the receipt and the adviser's mail are in the outbox.
    """
    if known := InterestForm.objects.filter(submission=submission).first():
        return known
    try:
        with transaction.atomic():
            return _begin_case(answers, submission, wordings)
    except IntegrityError:
        # The same form came in through another process in the same moment; anything else is no matter of ours.
        if known := InterestForm.objects.filter(submission=submission).first():
            return known
        raise


def _begin_case(answers: dict[str, Any], submission: uuid.UUID, wordings: dict[str, str]) -> InterestForm:
    shared = {
        name: answers[name]
        for name in (
            "company_name",
            "organisation_number",
            "country",
            "employees",
            "area",
            "time_frame",
            "readiness",
            "need",
        )
    }
    prospect = Prospect.objects.create(
        **shared,
        industry=answers["industry"],
        source=Source.FORM,
        **{name: answers.get(name, "") for name in ("campaign", "came_by", "first_page")},
    )
    contact = Contact.objects.create(
        prospect=prospect,
        name=answers["name"],
        email=answers["email"],
        phone=answers["phone"],
        language=answers["language"],
    )
    form = InterestForm.objects.create(
        submission=submission,
        prospect=prospect,
        **shared,
        industry=answers["industry"].name_nb,
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        language=contact.language,
        consents_to_email=answers["consents_to_email"],
        consents_to_phone=answers["consents_to_phone"],
        is_proven=answers.get("is_proven", False),
        received_at=prospect.created_at,
    )
    for channel in Consent.Channel.values:
        if answers[f"consents_to_{channel}"]:
            Consent.objects.create(
                contact=contact, channel=channel, wording=wordings[channel], given_at=prospect.created_at
            )
    log(prospect, "prospects.received", data={"by": "prospect", "form": form.pk})
    post("interest_receipt", interest_form=form.pk)
    for adviser in advisers_to_tell(prospect):
        post("new_prospect", prospect=prospect.pk, reader=adviser.pk)
    return form


def advisers_to_tell(prospect: Prospect) -> list[User]:
    """Who is told of what happens in a case: its adviser, while it has none all advisers, without any the managers."""
    if prospect.adviser is not None and prospect.adviser.is_active:
        return [prospect.adviser]
    for role in (Role.ADVISER, Role.PROGRAMME_MANAGER):
        if people := list(User.objects.filter(is_active=True, groups__name=role).order_by("pk")):
            return people
    return list(User.objects.filter(is_active=True, is_superuser=True).order_by("pk"))


@transaction.atomic
def record_activity(prospect: Prospect, *, kind: str, text: str, by: Any, at: datetime | None = None) -> Activity:
    """Write down what was done. A call, a meeting or a mail is an answer and stops the clock; a mail is also sent."""
    activity = Activity.objects.create(
        prospect=prospect, kind=kind, text=text.strip(), by=by, happened_at=at or timezone.now()
    )
    log(prospect, "prospects.activity", user=by, timestamp=activity.happened_at, data={"kind": kind})
    if activity.is_answer:
        first = Prospect.objects.filter(pk=prospect.pk, answered_at=None).update(answered_at=activity.happened_at)
        if first:
            prospect.answered_at = activity.happened_at
            log(prospect, "prospects.answered", user=by, timestamp=activity.happened_at, data={"kind": kind})
    if kind == Activity.Kind.MAIL and at is None:
        post("message_to_prospect", activity=activity.pk)
    return activity


def gives_away(prospect: Prospect, text: str) -> list[str]:
    """What in `text` would tell a reader who the prospect is: its name, its number, its people and their addresses.

    However it is spaced, in whatever letter case, also as a genitive, also with accents typed as letters of their own.
    """
    plain = _plain(text)
    digits = re.sub(r"\D", "", text)
    short = re.sub(r"\b(as|asa|ab|a/s|aps|gmbh|ltd|inc|bv|oy|plc)\b\.?", "", prospect.company_name, flags=re.I)
    secrets = {_plain(name) for name in (prospect.company_name, short)}
    numbers = [prospect.organisation_number]
    for contact in prospect.contacts.all():
        secrets |= {_plain(name) for name in (contact.name, contact.email, contact.email.split("@")[-1])}
        numbers.append(re.sub(r"\D", "", contact.phone)[-8:])
    found = [number for number in numbers if len(number) >= 6 and number in digits]
    found += [
        name for name in secrets if len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?:'?s)?(?!\w)", plain)
    ]
    return sorted(set(found))


def _plain(text: str) -> str:
    """`text` in small letters, composed, every run of spaces as one."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())


@transaction.atomic
def hand_over(
    prospect: Prospect,
    *,
    to: PartnerFirm,
    by: Any,
    message: str = "",
    response_days: int | None = None,
    at: datetime | None = None,
) -> Handover:
    """Offer the prospect to a partner firm, once the prospect itself agrees; it is asked by mail.

    `response_days` are the working days the firm gets from the prospect's yes, its tier's when None. Raises
    TransitionError when the prospect is not qualified or not under way, the firm takes no part today or was asked
    before, or a text would give away who the prospect is.
    """
    if prospect.standing != Prospect.Standing.ONGOING or prospect.stage == Prospect.Stage.NEW:
        raise TransitionError(
            _("Qualify the prospect first; only one that is under way can be handed over."), code="stage"
        )
    agreement = agreement_for_handovers(to)
    if agreement is None:
        raise TransitionError(_("%(firm)s has no running agreement.") % {"firm": to}, code="agreement")
    if Handover.objects.filter(prospect=prospect, firm=to).exclude(status__in=Handover.HIDDEN).exists():
        raise TransitionError(_("%(firm)s has already been asked for this prospect.") % {"firm": to}, code="asked")
    if not prospect.main_contact:
        raise TransitionError(_("There is nobody to ask for consent: add a contact first."), code="contact")
    for text in (message, prospect.anonymous_need_nb, prospect.anonymous_need_en):
        if found := gives_away(prospect, text):
            raise TransitionError(
                _("The text for sharing gives away who it is: %(found)s.") % {"found": ", ".join(found)}, code="names"
            )
    try:
        with transaction.atomic():
            handover = Handover.objects.create(
                prospect=prospect,
                firm=to,
                message=message.strip(),
                response_days=response_days or agreement.response_days,
                handed_over_by=by,
                handed_over_at=at or timezone.now(),
            )
    except IntegrityError as error:
        raise TransitionError(
            _("%(firm)s has already been asked for this prospect.") % {"firm": to}, code="asked"
        ) from error
    log(handover, "prospects.handed_over", user=by, timestamp=handover.handed_over_at, data={"firm": to.name})
    if at is None:
        post("consent_request", handover=handover.pk)
    return handover


@transaction.atomic
def give_consent(handover: Handover, *, at: datetime | None = None) -> None:
    """The prospect says yes: the firm is told, and its time begins. Raises TransitionError when that is past."""
    now = at or timezone.now()
    handover.consent(answer_due_at=clock.add_working_days(now, handover.response_days), at=now)
    if at is None:
        notify(handover.firm, topic=Topic.HANDOVER, kind="handover_offered", handover=handover.pk)


@transaction.atomic
def refuse_consent(handover: Handover) -> None:
    """The prospect says no, or takes its yes back: the firm sees nothing of it from the next request."""
    was_offered = handover.status != Handover.Status.AWAITING_CONSENT
    reason = _("The prospect took its yes back.") if was_offered else _("The prospect said no.")
    handover.withdraw(reason=reason, by_prospect=True)
    _tell_adviser("consent_refused", handover)


@transaction.atomic
def accept_handover(handover: Handover, *, by: Any) -> None:
    """The firm accepts: the prospect and the adviser are told. Raises TransitionError."""
    handover.accept(by=by)
    post("handover_accepted_prospect", handover=handover.pk)
    _tell_adviser("handover_accepted", handover)


@transaction.atomic
def decline_handover(handover: Handover, *, reason: str, by: Any) -> None:
    """The firm declines; the adviser is told why. Raises TransitionError."""
    handover.decline(reason=reason, by=by)
    _tell_adviser("handover_declined", handover)


@transaction.atomic
def finish_handover(handover: Handover, *, outcome: str, reason: str = "", by: Any) -> None:
    """The firm says how it ended; the adviser is told. Raises TransitionError."""
    handover.finish(outcome=outcome, reason=reason, by=by)
    _tell_adviser("handover_done", handover)


def lapse_overdue(now: datetime | None = None) -> int:
    """Let lapse what no firm answered in time, and tell the advisers; returns how many. A missed run loses nothing."""
    count = 0
    for handover in Handover.objects.overdue(now).select_related("prospect__adviser", "firm"):
        try:
            with transaction.atomic():
                handover.lapse(at=now)
                _tell_adviser("handover_lapsed", handover)
        except TransitionError:
            continue
        count += 1
    return count


def _tell_adviser(kind: str, handover: Handover) -> None:
    for adviser in advisers_to_tell(handover.prospect):
        post(kind, handover=handover.pk, reader=adviser.pk)


@transaction.atomic
def withdraw_channel_consent(prospect: Prospect, channel: str) -> int:
    """The prospect no longer wants to hear from us through `channel`; returns how many consents ended."""
    ended = Consent.objects.filter(contact__prospect=prospect, channel=channel, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    if ended:
        log(prospect, "prospects.consent_withdrawn", data={"by": "prospect", "channel": channel})
    return ended


def private_path(prospect: Prospect, language: str) -> str:
    """A fresh address of the prospect's private page, in `language`."""
    with translation.override(language):
        return reverse("private:page", args=[PrivateLink.issue(prospect)])


@transaction.atomic
def stop_case(prospect: Prospect, how: str, *, reason: str, by: Any, until: date | None = None) -> None:
    """Let a case rest, or end it as lost or withdrawn. When it ends, its open handovers are withdrawn with it.

    `how` is rest, lose or withdraw; `until` is the day a resting one is taken up again. Raises TransitionError.
    """
    if how == "rest":
        prospect.rest(reason=reason, until=until, by=by)
        return
    {"lose": prospect.lose, "withdraw": prospect.withdraw}[how](reason=reason, by=by)
    for handover in prospect.handovers.filter(status__in=Handover.LIVE):
        handover.withdraw(reason=reason, by=by)


def forget_due(now: datetime | None = None) -> int:
    """Delete the persons of cases in which nothing happened for RETENTION_MONTHS; returns how many cases.

    The case itself stays as a figure: company, industry and dates. Purpose and end are said on the privacy page.
    """
    before = (now or timezone.now()) - timedelta(days=round(settings.RETENTION_MONTHS * 30.44))
    recent_handover = Q()
    for moment in ("handed_over_at", "consented_at", "accepted_at", "contacted_at", "finished_at"):
        recent_handover |= Q(**{f"{moment}__gte": before})
    logged = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Prospect),
        object_id=Cast(OuterRef("pk"), CharField()),
        timestamp__gte=before,
    )
    cases = (
        Prospect.objects.filter(created_at__lt=before, contacts__isnull=False)
        .exclude(activities__happened_at__gte=before)
        .exclude(Exists(Handover.objects.filter(recent_handover, prospect=OuterRef("pk"))))
        .exclude(Exists(logged))
        .distinct()[:200]
    )
    count = 0
    for prospect in list(cases):
        with transaction.atomic():
            prospect.contacts.all().delete()
            prospect.interest_forms.all().delete()
            prospect.private_links.all().delete()
            prospect.activities.update(text="")
            prospect.handovers.update(message="")
            Prospect.objects.filter(pk=prospect.pk).update(need="")
            log(prospect, "prospects.forgotten", data={"by": "clock"})
        count += 1
    return count
