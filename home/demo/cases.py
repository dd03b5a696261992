"""Puts the demo's cases in the database: by the verbs and services that staff use, back-dated."""

import uuid
from datetime import datetime, time, timedelta

from django.utils import timezone

from accounts.models import User
from common.clock import CLOSES, OSLO, is_working_day
from partners.models import Membership, PartnerFirm
from prospects.models import Activity, Consent, Handover, InterestForm, Prospect, SizeBand, StandingReason
from prospects.models.case import promised_answer
from prospects.services import ASKED, add_contact, give_consent, give_task, hand_over, record_activity, rescore
from register.models import Company, FocusIndustry

from .leads import load_leads, load_requests
from .people import STAFF
from .prospects import PROSPECTS

WORDINGS = {
    "nb": {"email": "Dere kan sende meg nytt om programmet på e-post", "phone": "Dere kan ringe meg om det"},
    "en": {"email": "You may send me news of the programme by e-mail", "phone": "You may call me about it"},
}


# What is known of the cases that have come so far that somebody asked; the others are new to the region.
KINDS = {
    "Pottemaker Kretsløp AS": "expansion",
    "Hjelmfast Sykkel AS": "move_region",
    "Ullgenser & Løve Reklame AS": "move_municipality",
}
JOBS = {
    SizeBand.TO_4: 3,
    SizeBand.TO_9: 7,
    SizeBand.TO_19: 14,
    SizeBand.TO_49: 32,
    SizeBand.TO_99: 70,
    SizeBand.OVER_100: 120,
    SizeBand.UNKNOWN: 10,
}


def _moment(days_ago: int, hour: int = 9, minute: int = 10) -> datetime:
    """That many days ago in working hours; never in the future."""
    day = timezone.localdate() - timedelta(days=days_ago)
    at = datetime.combine(day, time(hour, minute), OSLO)
    return min(at, timezone.now() - timedelta(minutes=20))


def load_prospects() -> None:
    """Thirty cases, each brought to its stage by the verbs that staff use; then tips and requests."""
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    firms = {firm.slug: firm for firm in PartnerFirm.objects.all()}
    members = {
        seat.firm_id: seat.user
        for seat in Membership.objects.filter(status="active").select_related("user").order_by("-role")
    }
    adviser, second = (User.objects.get(email=row["email"]) for row in STAFF if row["role"] == "adviser")
    manager = User.objects.get(email=next(row["email"] for row in STAFF if row["role"] == "programme_manager"))
    for number, row in enumerate(PROSPECTS):
        prospect = _begin(row, industries, number)
        mine = adviser if number % 3 else second
        _advance(prospect, row, mine, manager, firms, members)
        _give_work(prospect, row, number, mine)
        rescore(prospect)
    load_leads(adviser)
    load_requests(adviser)


def _begin(row: dict, industries: dict, number: int) -> Prospect:
    at = _moment(row["days_ago"], 8 + number % 7, (number * 7) % 60)
    company = None
    if row["organisation_number"]:
        company, _created = Company.objects.get_or_create(
            organisation_number=row["organisation_number"], defaults={"name": row["company"]}
        )
    shared = {
        "organisation_number": row["organisation_number"],
        "country": row["country"],
        "employees": row["employees"],
        "area": row["area"],
        "time_frame": row["time_frame"],
        "readiness": row["readiness"],
        "need": row["need"],
    }
    is_new = row["stage"] == "new"
    prospect = Prospect.objects.create(
        company_name=row["company"],
        company=company,
        industry=industries[row["industry"]],
        anonymous_need_nb="" if is_new else row["anonymous_need"]["nb"],
        anonymous_need_en="" if is_new else row["anonymous_need"]["en"],
        source=row["source"],
        created_at=at,
        answer_due_at=promised_answer(at) if row["source"] in ASKED else None,
        **shared,
    )
    person = row["contact"]
    contact = add_contact(prospect, person, by=None, is_logged=False)
    if row["source"] == "form":
        InterestForm.objects.create(
            submission=_uuid(row["company"]),
            prospect=prospect,
            company_name=row["company"],
            industry=prospect.industry.name_nb,
            name=person["name"],
            email=person["email"],
            phone=person["phone"],
            language=person["language"],
            consents_to_email=row["consent_email"],
            consents_to_phone=row["consent_phone"],
            is_proven=True,
            received_at=at,
            **shared,
        )
    for channel in ("email", "phone"):
        if row[f"consent_{channel}"]:
            Consent.objects.create(
                contact=contact, channel=channel, wording=WORDINGS[person["language"]][channel], given_at=at
            )
    return prospect


def _uuid(text: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"https://doropner.example/{text}")


def _advance(prospect: Prospect, row: dict, adviser: User, manager: User, firms: dict, members: dict) -> None:
    for note in sorted(row["notes"], key=lambda note: -note["days_ago"] if isinstance(note, dict) else -note[0]):
        days, kind, text = (note["days_ago"], note["kind"], note["text"]) if isinstance(note, dict) else note
        at = max(_moment(days, 10), prospect.created_at + timedelta(minutes=25))
        record_activity(prospect, kind=kind, text=text, by=adviser, at=at)
    stages = [stage.value for stage in Prospect.Stage]
    steps = stages.index(row["stage"])
    for number in range(steps):
        at = prospect.created_at + (timezone.now() - prospect.created_at) * (number + 1) / (steps + 2)
        _supply(prospect, row, stages[number], adviser, at)
        if stages[number] == "established":
            prospect.verify(how="Vi så skiltet på døra og har fått det skriftlig.", by=manager, at=at)
        else:
            getattr(prospect, Prospect.STEPS[stages[number]])(by=adviser, at=at)
        if number == 0:
            for handover in row["handovers"]:
                _hand_over(prospect, handover, adviser, firms, members)
    why = StandingReason.objects.offered(row["standing"]).first() if row["standing"] != "ongoing" else None
    if row["standing"] == "resting":
        until = timezone.localdate() + timedelta(days=60)
        prospect.rest(reason=row["standing_reason"], why=why, until=until, by=adviser)
    elif row["standing"] == "lost":
        prospect.lose(reason=row["standing_reason"], why=why, lost_to="en annen by", by=adviser)
    elif row["standing"] == "withdrawn":
        prospect.withdraw(reason=row["standing_reason"], why=why, by=adviser)


def _supply(prospect: Prospect, row: dict, stage: str, adviser: User, at: datetime) -> None:
    """What the next stage asks for and the row does not tell."""
    if stage == "qualified" and prospect.answered_at is None:
        record_activity(prospect, kind=Activity.Kind.CALL, text="Første samtale.", by=adviser, at=at)
    facts: dict = {}
    if stage == "contacted":
        facts = {"kind": KINDS.get(row["company"], "new")}
        if not prospect.activities.filter(kind__in=("meeting", "visit")).exists():
            record_activity(prospect, kind=Activity.Kind.VISIT, text="Gikk en runde i byen.", by=adviser, at=at)
    elif stage == "shown":
        facts = {
            "jobs": JOBS[SizeBand(row["employees"])],
            "decision_on": timezone.localdate() + timedelta(days=10 + prospect.pk % 40),
        }
    elif stage == "deciding":
        facts = {"established_on": timezone.localtime(at, OSLO).date()}
    if facts:
        Prospect.objects.filter(pk=prospect.pk).update(**facts)
        prospect.refresh_from_db()


# What is promised and to be done, case after case: days from today until it is due, the words, whether promised.
WORK = [
    (0, "Sende kart over ledige lokaler nær stasjonen", True),
    (2, "Ringe utleier om avtrekk og gulvlast", False),
    (1, "Svare om hvor lang tid tillatelsen tar", True),
    (6, "Avtale ny befaring", False),
    (9, "Finne to bedrifter de bør møte", True),
]


def _give_work(prospect: Prospect, row: dict, number: int, adviser: User) -> None:
    """Something to do in every other case that is under way."""
    is_under_way = row["standing"] == "ongoing" and row["stage"] in ("qualified", "contacted", "shown", "deciding")
    if not is_under_way or number % 2:
        return
    days, text, is_promise = WORK[number // 2 % len(WORK)]
    due = datetime.combine(timezone.localdate() + timedelta(days=days), CLOSES, OSLO)
    at = max(_moment(2), prospect.created_at)
    give_task(prospect, text=text, due_at=due, to=[adviser], by=adviser, is_promise=is_promise, at=at)


def _hand_over(prospect: Prospect, row: dict, adviser: User, firms: dict, members: dict) -> None:
    firm, state = firms[row["firm"]], row["state"]
    at = _moment(row["days_ago"], 11)
    handover = hand_over(prospect, to=firm, by=adviser, at=at)
    if state == "withdrawn":
        handover.withdraw(reason=row["reason"] or "Prospektet endret planene.", by=adviser, at=at + timedelta(hours=5))
    if state in ("awaiting_consent", "withdrawn"):
        return
    yes = at + timedelta(minutes=50)
    if state == "offered":
        # The newest offers still have time left on the day the demo is loaded.
        yes = _latest_working_moment(yes)
    give_consent(handover, at=yes)
    person = members[firm.pk]
    soon = yes + timedelta(hours=2)
    if state == "lapsed":
        assert handover.answer_due_at is not None
        if handover.answer_due_at < timezone.now():
            handover.lapse(at=handover.answer_due_at + timedelta(minutes=1))
    elif state == "declined":
        handover.decline(reason=row["reason"], by=person, at=soon)
    elif state in ("accepted", "in_progress", "done"):
        handover.accept(by=person, at=soon)
        if state != "accepted":
            handover.report_contacted(by=person, at=soon + timedelta(hours=3))
        if state == "done":
            handover.finish(
                outcome=Handover.Outcome.DEAL, reason=row["outcome"], by=person, at=soon + timedelta(hours=30)
            )


def _latest_working_moment(at: datetime) -> datetime:
    day = timezone.localdate() - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return max(at, datetime.combine(day, time(12), OSLO))
