"""What a firm owes us under its agreement besides money: made with it, seen to be done, and reminded of."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from common.clock import OSLO
from common.workflow import TransitionError
from partners.models import Agreement, Duty, Membership, PartnerFirm, ProfileDraft, Topic

from .notices import is_time_to_write, notify

DAYS_TO_DO_IT = 30
AHEAD_DAYS, AFTER_DAYS = 7, 14
KINDS = (Duty.Kind.LOGO, Duty.Kind.PROFILE, Duty.Kind.CONTACT)
# Where the firm mends it: the name of the address, and the place on that page.
PLACES = {
    Duty.Kind.LOGO: ("portal:profile", "#id_logo"),
    Duty.Kind.PROFILE: ("portal:profile", "#id_profile_nb"),
    Duty.Kind.CONTACT: ("portal:people", ""),
    Duty.Kind.MENTOR: ("portal:profile", "#id_mentor_name"),
}


def open_duties(firm: PartnerFirm) -> QuerySet[Duty]:
    """What `firm` still owes us under agreements that bind, the first to fall due first."""
    return Duty.objects.owed().filter(agreement__firm=firm)


@transaction.atomic
def make_duties(agreement: Agreement, *, on: date | None = None) -> list[Duty]:
    """What the firm owes us once it has signed; run again it makes nothing twice. What it has given is done at once.

    Each is due DAYS_TO_DO_IT after `on` (today), or on the agreement's first day when that is later.
    """
    due_on = max((on or timezone.localdate()) + timedelta(days=DAYS_TO_DO_IT), agreement.starts_on)
    made = []
    for kind in KINDS:
        duty, is_new = Duty.objects.get_or_create(agreement=agreement, kind=kind, defaults={"due_on": due_on})
        if is_new:
            made.append(duty)
    if made:
        log(agreement, "partners.duties_made", data={"by": "clock", "kinds": [duty.kind for duty in made]})
    finish_duties(agreement.firm)
    return made


def is_given(kind: str, firm: PartnerFirm) -> bool:
    """Whether the firm has given what a duty of `kind` asks, as the public or the portal shows it now."""
    if kind == Duty.Kind.LOGO:
        return firm.logo_id is not None
    if kind == Duty.Kind.PROFILE:
        return bool(firm.tagline_nb and firm.profile_nb)
    if kind == Duty.Kind.MENTOR:
        return bool(firm.mentor_name)
    if kind == Duty.Kind.CONTACT:
        seats = Membership.objects.active().filter(firm=firm)
        return all(
            seats.filter(**{name: True}).exists()
            for name in ("is_primary_contact", "is_contract_contact", "is_invoice_contact")
        )
    return False  # something else is ticked off by hand


def waits_with_us(kind: str, draft: ProfileDraft | None) -> bool:
    """Whether the firm has sent it and we have not answered: then nobody is reminded."""
    if draft is None or draft.status != ProfileDraft.Status.SUBMITTED:
        return False
    return {
        Duty.Kind.LOGO: bool(draft.logo),
        Duty.Kind.PROFILE: bool(draft.tagline_nb and draft.profile_nb),
        Duty.Kind.MENTOR: bool(draft.mentor_name),
    }.get(Duty.Kind(kind), False)


def finish_duties(firm: PartnerFirm) -> int:
    """Mark as done what the firm has given; returns how many. `firm` is read anew."""
    duties = list(open_duties(firm))
    if not duties:
        return 0
    fresh = PartnerFirm.objects.get(pk=firm.pk)
    count = 0
    for duty in duties:
        if not is_given(duty.kind, fresh):
            continue
        try:
            with transaction.atomic():
                duty.finish(by=None)
        except TransitionError:
            continue
        count += 1
    return count


# --- by hand ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def add_duty(firm: PartnerFirm, *, kind: str, due_on: date, text_nb: str = "", text_en: str = "", by: User) -> Duty:
    """Ask one thing more of `firm` under the agreement that binds it; its people are told at once. Returns the duty.

    Raises ValidationError when no agreement binds the firm, when it has given that already or owes it, when the day
    has passed, and when something else is asked for without words in both languages.
    """
    binding = Agreement.objects.select_for_update().filter(firm=firm)
    running = binding.filter(status=Agreement.Status.RUNNING).first()
    agreement = running or binding.filter(status=Agreement.Status.SIGNED).order_by("starts_on", "pk").first()
    if agreement is None:
        raise ValidationError({"firm": _("No agreement binds this firm, so it owes us nothing.")})
    if kind == Duty.Kind.OTHER and not (text_nb.strip() and text_en.strip()):
        name = "text_en" if text_nb.strip() else "text_nb"
        raise ValidationError({name: _("Say what it is, in both languages; the firm reads it.")})
    if kind != Duty.Kind.OTHER and agreement.duties.filter(kind=kind).exists():
        raise ValidationError({"kind": _("There is such a duty under the agreement already. Reopen it if it is done.")})
    _not_given(kind, firm, "kind")
    _not_past(due_on)
    duty = Duty(agreement=agreement, kind=kind, due_on=due_on, text_nb=text_nb.strip(), text_en=text_en.strip())
    duty.full_clean()
    duty.save()
    log(duty, "partners.duty_added", user=by)
    notify(firm, topic=Topic.DUTY, kind="duty_added", duties=[kind], due_on=due_on, **_in_words([duty]))
    return duty


@transaction.atomic
def finish_duty(duty: Duty, *, by: User) -> None:
    """The firm has given it, and we say so by hand. Raises TransitionError when it is not open."""
    duty.finish(by=by)


@transaction.atomic
def drop_duty(duty: Duty, *, by: User) -> None:
    """We let it go. Raises TransitionError when it is done."""
    duty.drop(by=by)


@transaction.atomic
def reopen_duty(duty: Duty, *, due_on: date, by: User) -> None:
    """It is owed after all, by a new day, and reminded of anew.

    Raises TransitionError when it is open, and ValidationError when the firm has given it, for then it would be done
    again at once, or when the day has passed.
    """
    _not_given(duty.kind, duty.agreement.firm)
    _not_past(due_on)
    duty.reopen(by=by)
    Duty.objects.filter(pk=duty.pk).update(due_on=due_on, reminded_on=None)
    duty.refresh_from_db()


@transaction.atomic
def move_duty(duty: Duty, *, due_on: date, by: User) -> None:
    """Give it another day; reminders follow that one. Raises TransitionError when it is not open, ValidationError when
    the day has passed.
    """
    _not_past(due_on)
    before = duty.due_on
    moved = Duty.objects.filter(pk=duty.pk, status=Duty.Status.OPEN).update(due_on=due_on, reminded_on=None)
    if not moved:
        raise TransitionError(_("It is no longer open, so its day cannot be moved."), code="state")
    duty.refresh_from_db()
    log(duty, "partners.duty_moved", user=by, data={"from": before.isoformat(), "to": due_on.isoformat()})


def _not_given(kind: str, firm: PartnerFirm, field: str | None = None) -> None:
    if is_given(kind, firm):
        said = _("The firm has given this already. If you need another one, ask for “something else” in words.")
        raise ValidationError({field: said} if field else said, code="given")


def _not_past(due_on: date) -> None:
    if due_on < timezone.localdate():
        raise ValidationError({"due_on": _("That day has passed. Choose one to come.")})


# --- reminding --------------------------------------------------------------------------------------------------------


def remind_duties(now: datetime | None = None) -> int:
    """Remind firms of what is due soon and not yet reminded of; returns how many duties. A missed run loses nothing.

    From 7 in the morning of working days, each firm at one go, a duty again after AFTER_DAYS.
    """
    if not is_time_to_write(now):
        return 0
    today = (now or timezone.now()).astimezone(OSLO).date()
    due: dict[int, list[Duty]] = defaultdict(list)
    waiting = Duty.objects.owed(today).to_remind(today, ahead_days=AHEAD_DAYS, after_days=AFTER_DAYS)
    for duty in waiting.select_related("agreement__firm")[:500]:
        due[duty.agreement.firm_id].append(duty)
    return sum(_remind(duties, today, now) for duties in due.values())


@transaction.atomic
def _remind(duties: list[Duty], today: date, now: datetime | None) -> int:
    firm = duties[0].agreement.firm
    finish_duties(firm)
    draft = ProfileDraft.objects.filter(firm=firm).first()
    told = []
    for duty in duties:
        # Conditional, so that of two clocks one reminds.
        claimed = Duty.objects.filter(pk=duty.pk, status=Duty.Status.OPEN, reminded_on=duty.reminded_on)
        if waits_with_us(duty.kind, draft) or not claimed.update(reminded_on=today):
            continue
        log(duty, "partners.duty_reminded", timestamp=now, data={"by": "clock"})
        told.append(duty)
    if told:
        kinds = [duty.kind for duty in told]
        words = _in_words(told)
        notify(firm, topic=Topic.DUTY, kind="duties_due", duties=kinds, first_on=told[0].due_on, at=now, **words)
    return len(told)


def _in_words(duties: list[Duty]) -> dict[str, Any]:
    """What is owed, in both languages, where the kinds alone would not say it."""
    if all(duty.kind != Duty.Kind.OTHER for duty in duties):
        return {}
    words: dict[str, Any] = {}
    for code in ("nb", "en"):
        with translation.override(code):
            words[f"duties_{code}"] = ", ".join(duty.text for duty in duties)
    return words
