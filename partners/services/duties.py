"""What a firm owes us under its agreement besides money: made with it, seen to be done, and reminded of."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from accounts.models import User
from common.clock import OSLO, is_working_day
from common.workflow import TransitionError
from partners.models import Agreement, Duty, Membership, PartnerFirm, ProfileDraft, Topic

from .notices import DIGEST_AT, notify

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
    return Duty.objects.open().filter(agreement__firm=firm, agreement__in=Agreement.objects.binding())


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


@transaction.atomic
def drop_duty(duty: Duty, *, by: User) -> None:
    """We let it go. Raises TransitionError when it is done."""
    duty.drop(by=by)


def remind_duties(now: datetime | None = None) -> int:
    """Remind firms of what is due soon and not yet reminded of; returns how many duties. A missed run loses nothing.

    From 7 in the morning of working days, each firm at one go, a duty again after AFTER_DAYS.
    """
    local = (now or timezone.now()).astimezone(OSLO)
    today = local.date()
    if local.time() < DIGEST_AT or not is_working_day(today):
        return 0
    due: dict[int, list[Duty]] = defaultdict(list)
    waiting = Duty.objects.to_remind(today, ahead_days=AHEAD_DAYS, after_days=AFTER_DAYS).filter(
        agreement__in=Agreement.objects.binding(today)
    )
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
        notify(firm, topic=Topic.DUTY, kind="duties_due", duties=kinds, first_on=told[0].due_on, at=now)
    return len(told)
