"""Prospects and what happens to them."""

import hashlib
import uuid
from datetime import timedelta

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from common import clock
from prospects.models import (
    Activity,
    AreaBand,
    Attachment,
    CaseImport,
    CaseImportRow,
    ClockNotice,
    Consent,
    Contact,
    Disclosure,
    Establishment,
    Handover,
    HandoverRound,
    InboundMail,
    InterestForm,
    MatchWeight,
    MorningLetter,
    PrivateLink,
    Prospect,
    Readiness,
    SavedView,
    ScoreWeight,
    SizeBand,
    Source,
    StandingReason,
    Suppression,
    Task,
    TimeFrame,
)
from prospects.models.suppression import fingerprints
from prospects.services import record_activity

from .files import PDF
from .numbers import organisation_number
from .partners import MembershipFactory, PartnerFirmFactory
from .people import UserFactory
from .register import FocusIndustryFactory


class ProspectFactory(factory.django.DjangoModelFactory):
    """A company being won, with a contact: ProspectFactory(), ProspectFactory(qualified=True), also resting=True.

    Stages and standings are traits of their own names and can be combined: ProspectFactory(shown=True, lost=True).
    `contact=None` gives one that nobody can be asked about.
    """

    class Meta:
        model = Prospect

    class Params:
        qualified = factory.Trait(reach="qualified")
        contacted = factory.Trait(reach="contacted")
        shown = factory.Trait(reach="shown")
        deciding = factory.Trait(reach="deciding")
        established = factory.Trait(reach="established")
        verified = factory.Trait(reach="verified")
        resting = factory.Trait(become="resting")
        lost = factory.Trait(become="lost")
        withdrawn = factory.Trait(become="withdrawn")
        foreign = factory.Trait(country="SE", organisation_number="")

    company_name = factory.Sequence(lambda number: f"Nordlys Maskin {number} AS")
    organisation_number = factory.Sequence(lambda number: organisation_number(400_000 + number))
    industry = factory.SubFactory(FocusIndustryFactory)
    employees = SizeBand.TO_19
    area = AreaBand.TO_1000
    time_frame = TimeFrame.YEAR
    readiness = Readiness.COMPARING
    need = "Verksted nær havna."
    anonymous_need_nb = "Trenger lokaler med god adkomst."
    anonymous_need_en = "Needs premises with good access."
    source = Source.FORM
    contact: dict | None = factory.LazyFunction(dict)
    reach = "new"
    become = "ongoing"

    @classmethod
    def _create(cls, model_class, *args, contact, reach, become, **kwargs):
        prospect = super()._create(model_class, *args, **kwargs)
        if contact is not None:
            ContactFactory(prospect=prospect, **contact)
        if reach != Prospect.Stage.NEW:
            by = prospect.adviser or UserFactory(adviser=True)
            while prospect.stage != reach:
                cls.supply(prospect, by)
                if prospect.next_step == "verify":
                    prospect.verify(how="Så skiltet på døra.", by=UserFactory(manager=True))
                else:
                    getattr(prospect, prospect.next_step)(by=by)
        if become == Prospect.Standing.RESTING:
            until = timezone.localdate() + timedelta(days=90)
            prospect.rest(reason="Venter på styret.", until=until, by=prospect.adviser)
        elif become == Prospect.Standing.LOST:
            prospect.lose(reason="Valgte et annet sted.", by=prospect.adviser)
        elif become == Prospect.Standing.WITHDRAWN:
            prospect.withdraw(reason="Vil ikke mer.", by=prospect.adviser)
        return prospect

    @staticmethod
    def supply(prospect: Prospect, by) -> None:
        """What the next stage asks for."""
        stage = prospect.stage
        if stage == Prospect.Stage.QUALIFIED:
            if prospect.answered_at is None:
                record_activity(prospect, kind=Activity.Kind.CALL, text="Ringte.", by=by)
            if prospect.main_contact is None:
                ContactFactory(prospect=prospect)
        if stage == Prospect.Stage.CONTACTED:
            record_activity(prospect, kind=Activity.Kind.MEETING, text="Møttes.", by=by)
        facts = {
            Prospect.Stage.CONTACTED: {"kind": Establishment.NEW},
            Prospect.Stage.SHOWN: {"jobs": 12, "decision_on": timezone.localdate() + timedelta(days=30)},
            Prospect.Stage.DECIDING: {
                "kind": Establishment.NEW,
                "jobs": 12,
                "established_on": timezone.localdate(),
            },
        }.get(stage, {})
        if facts:
            Prospect.objects.filter(pk=prospect.pk).update(**facts)
            prospect.refresh_from_db()


class ContactFactory(factory.django.DjangoModelFactory):
    """The person at a prospect: ContactFactory(prospect=prospect), ContactFactory(english=True)."""

    class Meta:
        model = Contact

    class Params:
        english = factory.Trait(language="en")

    prospect = factory.SubFactory(ProspectFactory, contact=None)
    name = "Ingrid Solbakken"
    title = "Daglig leder"
    email = factory.Sequence(lambda number: f"ingrid{number}@nordlys-maskin.example")
    phone = "+47 22 33 44 55"
    language = "nb"


class ConsentFactory(factory.django.DjangoModelFactory):
    """A yes to one channel: ConsentFactory(contact=contact), ConsentFactory(withdrawn=True)."""

    class Meta:
        model = Consent

    class Params:
        withdrawn = factory.Trait(withdrawn_at=factory.LazyFunction(timezone.now))

    contact = factory.SubFactory(ContactFactory)
    channel = Consent.Channel.EMAIL
    wording = "Dere kan sende meg nytt om programmet på e-post"


class ActivityFactory(factory.django.DjangoModelFactory):
    """Something noted in a case, without what the service does besides: ActivityFactory(call=True)."""

    class Meta:
        model = Activity

    class Params:
        call = factory.Trait(kind=Activity.Kind.CALL)
        mail = factory.Trait(kind=Activity.Kind.MAIL)

    prospect = factory.SubFactory(ProspectFactory)
    text = "Snakket om lokaler."
    by = factory.SubFactory(UserFactory, adviser=True)


class TaskFactory(factory.django.DjangoModelFactory):
    """Something to be done: TaskFactory(), TaskFactory(done=True), dropped=True, assignees=[user]."""

    class Meta:
        model = Task

    class Params:
        done = factory.Trait(become="done")
        dropped = factory.Trait(become="dropped")

    prospect = factory.SubFactory(ProspectFactory)
    text = "Ringe utleier"
    due_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=2))
    assignees: list = []
    become = "open"

    @classmethod
    def _create(cls, model_class, *args, assignees, become, **kwargs):
        task = super()._create(model_class, *args, **kwargs)
        task.assignees.set(assignees)
        if become == "done":
            task.finish(by=None)
        elif become == "dropped":
            task.drop(reason="Ikke lenger aktuelt.", by=None)
        return task


class PrivateLinkFactory(factory.django.DjangoModelFactory):
    """A key to a private page, in clear in `.token`: PrivateLinkFactory(), also expired=True, revoked=True."""

    class Meta:
        model = PrivateLink

    class Params:
        expired = factory.Trait(expires_at=factory.LazyFunction(timezone.now))
        revoked = factory.Trait(revoked_at=factory.LazyFunction(timezone.now))

    prospect = factory.SubFactory(ProspectFactory)

    @classmethod
    def _create(cls, model_class, *args, prospect, **kwargs):
        token = model_class.issue(prospect)
        link = model_class.objects.get(token_hash=model_class.hash(token))
        if kwargs:
            model_class.objects.filter(pk=link.pk).update(**kwargs)
            link.refresh_from_db()
        link.token = token
        return link


class InterestFormFactory(factory.django.DjangoModelFactory):
    """A form as it was sent, with its case: InterestFormFactory(), InterestFormFactory(language="en")."""

    class Meta:
        model = InterestForm

    submission = factory.LazyFunction(uuid.uuid4)
    prospect = factory.SubFactory(ProspectFactory)
    company_name = factory.SelfAttribute("prospect.company_name")
    organisation_number = factory.SelfAttribute("prospect.organisation_number")
    country = "NO"
    industry = factory.SelfAttribute("prospect.industry.name_nb")
    employees = factory.SelfAttribute("prospect.employees")
    area = factory.SelfAttribute("prospect.area")
    time_frame = factory.SelfAttribute("prospect.time_frame")
    readiness = factory.SelfAttribute("prospect.readiness")
    name = factory.SelfAttribute("prospect.main_contact.name")
    email = factory.SelfAttribute("prospect.main_contact.email")
    language = factory.SelfAttribute("prospect.main_contact.language")


class HandoverRoundFactory(factory.django.DjangoModelFactory):
    """Several firms asked: HandoverRoundFactory() in turn, HandoverRoundFactory(mode="at_once") all at once.

    settled=True, exhausted=True and stopped=True have ended.
    """

    class Meta:
        model = HandoverRound

    class Params:
        settled = factory.Trait(become="settled")
        exhausted = factory.Trait(become="exhausted")
        stopped = factory.Trait(become="stopped")

    prospect = factory.SubFactory(ProspectFactory, qualified=True)
    mode = HandoverRound.Mode.IN_TURN
    started_by = factory.SelfAttribute("prospect.adviser")
    become = "open"

    @classmethod
    def _create(cls, model_class, *args, become, **kwargs):
        found = super()._create(model_class, *args, **kwargs)
        if become == "stopped":
            found.stop(reason="Feil firmaer.", by=found.started_by)
        elif become != "open":
            {"settled": found.settle, "exhausted": found.exhaust}[become]()
        return found


class HandoverFactory(factory.django.DjangoModelFactory):
    """A prospect offered to a firm: HandoverFactory() awaits consent, HandoverFactory(accepted=True) was accepted.

    Each status is a trait; overdue=True was offered and not answered in time. `member` is who acts for the firm.
    """

    class Meta:
        model = Handover

    class Params:
        draft = factory.Trait(become="draft")
        awaiting_consent = factory.Trait(become="awaiting_consent")
        queued = factory.Trait(become="queued")
        offered = factory.Trait(become="offered")
        seen = factory.Trait(become="seen")
        interested = factory.Trait(become="interested")
        # What the prospect said yes to: who it is, and no person to call.
        nobody_to_call = factory.Trait(contact=False)
        overdue = factory.Trait(become="overdue")
        accepted = factory.Trait(become="accepted")
        in_progress = factory.Trait(become="in_progress")
        done = factory.Trait(become="done")
        declined = factory.Trait(become="declined")
        lapsed = factory.Trait(become="lapsed")
        withdrawn = factory.Trait(become="withdrawn")

    prospect = factory.SubFactory(ProspectFactory, qualified=True)
    firm = factory.SubFactory(PartnerFirmFactory)
    handed_over_by = factory.SelfAttribute("prospect.adviser")
    become = "awaiting_consent"
    member = None
    contact = True

    @classmethod
    def _create(cls, model_class, *args, become, member, contact, **kwargs):
        if become == "draft":
            kwargs["status"] = become
        if become in ("queued", "interested") and kwargs.get("round") is None:
            mode = "in_turn" if become == "queued" else "at_once"
            kwargs["round"] = HandoverRoundFactory(prospect=kwargs["prospect"], mode=mode)
        handover = super()._create(model_class, *args, **kwargs)
        if become == "draft":
            return handover
        if become == "queued":
            handover.queue(contact=contact)
            return handover
        if become in ("awaiting_consent", "withdrawn"):
            if become == "withdrawn":
                handover.withdraw(reason="Feil firma.", by=handover.handed_over_by)
            return handover
        now = timezone.now()
        if become in ("overdue", "lapsed"):
            handover.consent(answer_due_at=now - timedelta(minutes=1), contact=contact, at=now - timedelta(days=9))
            if become == "lapsed":
                handover.lapse()
            return handover
        handover.consent(answer_due_at=clock.add_working_days(now, handover.response_days), contact=contact)
        if become == "offered":
            return handover
        by = member or MembershipFactory(firm=handover.firm).user
        if become == "seen":
            handover.see(by=by)
            return handover
        if become == "interested":
            handover.show_interest(by=by)
            return handover
        if become == "declined":
            handover.decline(reason="Vi har ikke plass.", by=by)
            return handover
        handover.accept(by=by)
        if become in ("in_progress", "done"):
            handover.report_contacted(by=by)
        if become == "done":
            handover.finish(outcome=Handover.Outcome.DEAL, by=by)
        return handover


class DisclosureFactory(factory.django.DjangoModelFactory):
    """A person of a firm saw who a prospect is: DisclosureFactory(stage="contact", how="export")."""

    class Meta:
        model = Disclosure

    handover = factory.SubFactory(HandoverFactory, accepted=True)
    firm = factory.SelfAttribute("handover.firm")
    person = factory.SelfAttribute("handover.accepted_by")
    stage = Disclosure.Stage.IDENTITY
    how = Disclosure.How.PAGE


class MatchWeightFactory(factory.django.DjangoModelFactory):
    """How much a quality of a firm counts: MatchWeightFactory(quality="language", weight=3)."""

    class Meta:
        model = MatchWeight

    quality = MatchWeight.Quality.INDUSTRY
    weight = 3


class AttachmentFactory(factory.django.DjangoModelFactory):
    """A file of a case: AttachmentFactory(), AttachmentFactory(from_prospect=True), also shared=True."""

    class Meta:
        model = Attachment

    class Params:
        from_prospect = factory.Trait(came_from=Attachment.Origin.PROSPECT, shared_with_prospect=True)
        shared = factory.Trait(shared_with_prospect=True)

    prospect = factory.SubFactory(ProspectFactory)
    name = "plan.pdf"
    file = factory.LazyFunction(lambda: ContentFile(PDF, name="plan.pdf"))
    size = len(PDF)
    media_type = "application/pdf"
    sha256 = hashlib.sha256(PDF).hexdigest()


class InboundMailFactory(factory.django.DjangoModelFactory):
    """A mail that came in and has no case: InboundMailFactory(), InboundMailFactory(noted=True)."""

    class Meta:
        model = InboundMail

    class Params:
        noted = factory.Trait(status=InboundMail.Status.NOTED, sender="", subject="", text="")

    fingerprint = factory.Sequence(lambda number: f"{number:064x}")
    sender = "Noen <noen@ukjent.example>"
    subject = "Lokaler"
    text = "Har dere noe ledig?"


class StandingReasonFactory(factory.django.DjangoModelFactory):
    """Why cases rest or end: StandingReasonFactory(how="lost"), also retired=True."""

    class Meta:
        model = StandingReason

    class Params:
        retired = factory.Trait(is_retired=True)

    how = StandingReason.How.LOST
    slug = factory.Sequence(lambda number: f"grunn-{number}")
    name_nb = "Fant ikke lokaler"
    name_en = "Found no premises"


class ScoreWeightFactory(factory.django.DjangoModelFactory):
    """How much a quality counts: ScoreWeightFactory(quality="size", weight=3)."""

    class Meta:
        model = ScoreWeight

    quality = ScoreWeight.Quality.SIZE
    weight = 3


class ClockNoticeFactory(factory.django.DjangoModelFactory):
    """That people were told of the first answer of a case: ClockNoticeFactory(level="escalated")."""

    class Meta:
        model = ClockNotice

    prospect = factory.SubFactory(ProspectFactory)
    kind = ClockNotice.Kind.ANSWER
    subject = factory.SelfAttribute("prospect.pk")
    level = ClockNotice.Level.WARNED
    due_at = factory.SelfAttribute("prospect.answer_due_at")


class MorningLetterFactory(factory.django.DjangoModelFactory):
    """Somebody who wants to hear of the day: MorningLetterFactory(user=user)."""

    class Meta:
        model = MorningLetter

    user = factory.SubFactory(UserFactory, adviser=True)
    is_wanted = True


class SuppressionFactory(factory.django.DjangoModelFactory):
    """A no that outlives the person: SuppressionFactory(address="ingrid@firma.no"), also channel="phone"."""

    class Meta:
        model = Suppression

    class Params:
        address = "ingrid@nordlys-maskin.example"

    channel = Consent.Channel.EMAIL
    reason = Suppression.Reason.TOLD
    fingerprint = factory.LazyAttribute(lambda built: fingerprints(built.channel, built.address)[0])


class SavedViewFactory(factory.django.DjangoModelFactory):
    """A list somebody keeps by name: SavedViewFactory(owner=user)."""

    class Meta:
        model = SavedView

    owner = factory.SubFactory(UserFactory, adviser=True)
    name = factory.Sequence(lambda number: f"Visning {number}")
    query = "stage=new"


class CaseImportFactory(factory.django.DjangoModelFactory):
    """A file of cases that somebody brought: CaseImportFactory(by=user)."""

    class Meta:
        model = CaseImport

    name = "liste.csv"


class CaseImportRowFactory(factory.django.DjangoModelFactory):
    """A row of such a file: CaseImportRowFactory(file=file, line=3)."""

    class Meta:
        model = CaseImportRow

    file = factory.SubFactory(CaseImportFactory)
    line = factory.Sequence(lambda number: number + 2)
