"""A partner firm tells of a company it knows, and is answered; if it is for us, the firm comes first for a while."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role
from common.mail import post
from common.workflow import TransitionError
from partners.models import Membership, PartnerFirm, Topic
from partners.services import notify

from ..models import Activity, AreaBand, Handover, OwnLead, Prospect, Readiness, SizeBand, Source, TimeFrame
from .activities import record_activity
from .facts import open_case

LEAD_FIELDS = (
    *("company_name", "organisation_number", "country", "industry", "need", "how_known"),
    *("contact_name", "contact_email", "contact_phone", "contact_language", "contact_wording"),
)
"""What a firm tells of a company."""
MOST_WAITING = 20
"""How many leads of one firm may wait for an answer at once."""
LONGEST_PROTECTION = 365
MOST_ALIKE = 10
AT_A_TIME = 500
_FORMS = re.compile(r"\b(?:as|asa|ab|aps|a/s|gmbh|ltd|limited|inc|bv|oy|plc|sa|da|ans|nuf|enk)\b\.?", re.I)


# --- the firm ---------------------------------------------------------------------------------------------------------
@transaction.atomic
def tell_of_lead(firm: PartnerFirm, values: Mapping[str, Any], *, by: User, at: datetime | None = None) -> OwnLead:
    """Send a lead of `firm`: `values` are LEAD_FIELDS. The advisers are told.

    What we know of the company stays with us: the answer is the same whether or not there is a case. Raises
    TransitionError for somebody who does not act for the firm, for a firm that takes no part today, for what the firm
    has told already, for one of the partner firms, and when very many wait.
    """
    seats = Membership.objects.active().filter(firm=firm, user=by)
    if not seats.filter(role__in=(Membership.Role.ADMINISTRATOR, Membership.Role.MEMBER)).exists():
        raise TransitionError(_("Only people of the firm can tell us of a company."), code="seat")
    if at is None and firm.running_agreement is None:
        raise TransitionError(_("%(firm)s has no running agreement.") % {"firm": firm}, code="agreement")
    facts = {name: values[name] for name in LEAD_FIELDS if name in values}
    number = facts.get("organisation_number", "")
    if number and PartnerFirm.objects.filter(organisation_number=number).exists():
        raise TransitionError(_("This firm is one of our partners already."), code="partner")
    waiting = OwnLead.objects.filter(firm=firm).waiting()
    if waiting.count() >= MOST_WAITING:
        raise TransitionError(_("Very many of your tips wait for our answer. Let us answer some first."), code="many")
    already = _("You have told us of this company already, and we have not answered yet.")
    if not number and any(_core(one.company_name) == _core(facts["company_name"]) for one in waiting):
        raise TransitionError(already, code="told")
    try:
        with transaction.atomic():
            lead = OwnLead.objects.create(**facts, firm=firm, told_by=by, submitted_at=at or timezone.now())
    except IntegrityError as error:
        raise TransitionError(already, code="told") from error
    log(lead, "prospects.lead_told", user=by, timestamp=lead.submitted_at, data={"firm": firm.name})
    if at is None:
        for reader in _readers():
            post("lead_told", lead=lead.pk, reader=reader.pk)
    return lead


def _readers() -> list[User]:
    for role in (Role.ADVISER, Role.PROGRAMME_MANAGER):
        if people := list(User.objects.filter(is_active=True, groups__name=role).order_by("pk")):
            return people
    return []


@transaction.atomic
def take_back_lead(lead: OwnLead, *, by: User) -> None:
    """The firm takes it back; the person in it is forgotten at once. Raises TransitionError when it was answered."""
    lead.withdraw(by=by)
    _forget_person([lead.pk])


# --- what we know already ---------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Alike:
    """What looks like the same company: cases, partner firms, and leads of other firms that wait. For staff only.

    `is_certain` when the organisation number is the same.
    """

    cases: list[Prospect] = field(default_factory=list)
    firms: list[PartnerFirm] = field(default_factory=list)
    leads: list[OwnLead] = field(default_factory=list)
    is_certain: bool = False

    def __bool__(self) -> bool:
        return bool(self.cases or self.firms or self.leads)


def _core(name: str) -> str:
    """The part of a company's name by which people know it: without AS and the like, in small letters."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", _FORMS.sub(" ", plain)).split())


def _named(found: QuerySet, field_name: str, name: str) -> Q:
    """Those whose names might be the same: every word of it, however it is written there."""
    words = _core(name).split()
    query = Q()
    for word in words or [name]:
        variants = {word, word.upper(), word.capitalize()}
        query &= Q(*[(f"{field_name}__icontains", one) for one in sorted(variants)], _connector=Q.OR)
    return query


def alike_to(lead: OwnLead) -> Alike:
    """What we know that looks like the company of `lead`, by its organisation number and by its name."""
    number, core = lead.organisation_number, _core(lead.company_name)

    def found(rows: QuerySet, name: str) -> list[Any]:
        same_number = Q(organisation_number=number) if number else Q(pk__in=[])
        # A company that tells another number is another company, whatever it is called.
        unknown = Q(organisation_number="") if number else Q()
        by_name = unknown & _named(rows, name, lead.company_name)
        listed = rows.filter(same_number | by_name).order_by("pk")[: MOST_ALIKE * 5]
        return [
            one for one in listed if (number and one.organisation_number == number) or _core(getattr(one, name)) == core
        ][:MOST_ALIKE]

    cases = found(Prospect.objects.select_related("industry"), "company_name")
    if lead.prospect_id:
        cases = [one for one in cases if one.pk != lead.prospect_id]
    firms = found(PartnerFirm.objects.all(), "name")
    leads = found(OwnLead.objects.waiting().exclude(pk=lead.pk).select_related("firm"), "company_name")
    certain = bool(number) and any(one.organisation_number == number for one in [*cases, *firms])
    return Alike(cases, firms, leads, certain)


# --- staff ------------------------------------------------------------------------------------------------------------
@transaction.atomic
def approve_lead(lead: OwnLead, *, by: Any, days: int | None = None, at: datetime | None = None) -> Prospect:
    """It is for us: open its case, with the firm as its source, and let the firm come first for `days` days.

    LEAD_PROTECTION_DAYS when None. The firm is told. Raises TransitionError when a case or a partner firm has the same
    organisation number, or the lead was answered meanwhile.
    """
    lasts = settings.LEAD_PROTECTION_DAYS if days is None else days
    if not 1 <= lasts <= LONGEST_PROTECTION:
        raise TransitionError(_("Choose between one day and a year."), code="days")
    now = at or timezone.now()
    if lead.organisation_number:  # of two firms that tell of the same company, only one gets the case
        list(OwnLead.objects.select_for_update().filter(organisation_number=lead.organisation_number))
    lead.refresh_from_db()
    if lead.status == OwnLead.Status.SUBMITTED and alike_to(lead).is_certain:
        raise TransitionError(
            _("There is a case or a partner firm with this organisation number. Answer that we know it."), code="known"
        )
    prospect = open_case(_facts_of(lead), contact=_contact_of(lead), by=by)
    record_activity(prospect, kind=Activity.Kind.NOTE, text=_note_of(lead), by=by, at=now)
    lead.approve(prospect=prospect, until=timezone.localdate(now) + timedelta(days=lasts), by=by, at=at)
    _tell_firm(lead, "lead_approved", at, until_on=lead.protected_until)
    return prospect


def _facts_of(lead: OwnLead) -> dict[str, Any]:
    facts = {name: getattr(lead, name) for name in ("company_name", "organisation_number", "country", "industry")}
    unknown = {"employees": SizeBand.UNKNOWN, "area": AreaBand.UNKNOWN, "time_frame": TimeFrame.UNKNOWN}
    return {**facts, **unknown, "readiness": Readiness.CURIOUS, "need": lead.need, "source": Source.PARTNER}


def _contact_of(lead: OwnLead) -> dict[str, str] | None:
    if not lead.contact_name:
        return None
    return {name: getattr(lead, f"contact_{name}") for name in ("name", "email", "phone", "language")}


def _note_of(lead: OwnLead) -> str:
    """Where the case and the person in it come from, for whoever calls first."""
    words = {
        "firm": lead.firm,
        "who": lead.told_by or lead.firm,
        "why": lead.how_known,
        "wording": lead.contact_wording,
    }
    text = _("%(firm)s told us of this company (%(who)s). Why they know it: %(why)s") % words
    if lead.contact_wording:
        text += "\n\n" + _("About the person, the firm confirmed: “%(wording)s”") % words
    return text


@transaction.atomic
def decline_lead(lead: OwnLead, *, reason: str, by: Any, at: datetime | None = None) -> None:
    """It is not for us; the firm reads why. Raises TransitionError."""
    lead.decline(reason=reason, by=by, at=at)
    _tell_firm(lead, "lead_declined", at)


@transaction.atomic
def mark_lead_known(lead: OwnLead, *, by: Any, at: datetime | None = None) -> None:
    """It is no news to us; the firm hears that, and nothing of what we know. Raises TransitionError."""
    lead.mark_known(by=by, at=at)
    _tell_firm(lead, "lead_known", at)


@transaction.atomic
def lift_protection(lead: OwnLead, *, reason: str, by: Any) -> None:
    """The firm no longer comes first, before its time; it reads why. Raises TransitionError."""
    lead.lift_protection(reason=reason, by=by)
    _tell_firm(lead, "lead_protection_lifted", None, reason=lead.protection_reason)


def end_protections(now: datetime | None = None) -> int:
    """End the protected periods that have passed, and tell the firms; returns how many. A missed run loses nothing."""
    count = 0
    due = OwnLead.objects.no_longer_protected(now).select_related("firm").order_by("protected_until", "pk")
    for lead in list(due[:AT_A_TIME]):
        try:
            with transaction.atomic():
                lead.end_protection(at=now)
                _tell_firm(lead, "lead_protection_ended", None)
        except TransitionError:
            continue
        count += 1
    return count


def _tell_firm(lead: OwnLead, kind: str, at: datetime | None, **words: Any) -> None:
    if at is None:
        notify(lead.firm, topic=Topic.LEAD, kind=kind, lead=lead.pk, company=lead.company_name, **words)


# --- who comes first --------------------------------------------------------------------------------------------------
def comes_first(prospect: Prospect) -> OwnLead | None:
    """The lead whose firm must be offered `prospect` before any other today; None when nobody must.

    A firm that has said no, let its time run out, or finished, has had its turn; so has one the prospect itself does
    not want.
    """
    lead = OwnLead.objects.protected().filter(prospect=prospect).select_related("firm").order_by("pk").first()
    if lead is None:
        return None
    asked = Handover.objects.filter(prospect=prospect, firm=lead.firm)
    had_its_turn = asked.filter(
        Q(status__in=(Handover.Status.DECLINED, Handover.Status.LAPSED, Handover.Status.DONE))
        | Q(consent_withdrawn_at__isnull=False)
    )
    return None if had_its_turn.exists() else lead


def comes_first_in_words(lead: OwnLead) -> str:
    """Why nobody else is offered the case of `lead` now, for staff."""
    words = {"firm": lead.firm, "day": date_format(lead.protected_until, "DATE_FORMAT") if lead.protected_until else ""}
    return _("%(firm)s told us of this company and comes first until %(day)s.") % words


# --- forgetting -------------------------------------------------------------------------------------------------------
PERSONAL = ("contact_name", "contact_email", "contact_phone", "contact_wording", "how_known", "need")


def _forget_person(keys: list[int]) -> None:
    OwnLead.objects.filter(pk__in=keys).update(**dict.fromkeys(PERSONAL, ""))


def forget_leads(now: datetime | None = None) -> int:
    """Empty what leads say of people KEPT_DAYS after they were answered, or sent and never answered.

    Of an approved one, after its protected period. The company, the dates and the answer stay. Returns how many.
    """
    moment = now or timezone.now()
    before = moment - timedelta(days=OwnLead.KEPT_DAYS)
    said = Q()
    for name in PERSONAL:
        said |= ~Q(**{name: ""})
    approved = Q(status=OwnLead.Status.APPROVED)
    over = approved & Q(decided_at__lt=before) & ~Q(protection=OwnLead.Protection.RUNNING)
    never = Q(status=OwnLead.Status.SUBMITTED, submitted_at__lt=before - timedelta(days=OwnLead.KEPT_DAYS))
    due = OwnLead.objects.filter(said).filter(over | never | (~approved & Q(decided_at__lt=before)))
    keys = list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
    if keys:
        _forget_person(keys)
    return len(keys)
