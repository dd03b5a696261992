"""One factory for each model of the domain. A state is reached the way people reach it: through the model's own verbs.

`HandoverFactory(accepted=True)` has been consented to and then accepted by a member of the firm.
"""

import time
import uuid
from datetime import timedelta

import factory
from django.core import signing
from django.utils import timezone

from accounts.models import Invitation, User
from accounts.roles import Role, give_role
from common import clock
from common.models import OutgoingMail
from common.money import kroner
from partners.models import Agreement, Benefit, ContributionTier, Membership, PartnerFirm, Premises
from prospects.models import (
    Activity,
    AreaBand,
    Consent,
    Contact,
    Evidence,
    Handover,
    InterestForm,
    PrivateLink,
    Prospect,
    Readiness,
    SizeBand,
    Source,
    Strength,
    TimeFrame,
)
from prospects.services import record_activity
from register.models import Company, FocusIndustry, IndustryCode, Municipality

WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def check_digit(eight: str) -> int:
    """The ninth digit of an organisation number; 10 when these eight digits cannot begin one."""
    return -sum(int(digit) * weight for digit, weight in zip(eight, WEIGHTS, strict=True)) % 11


def organisation_number(number: int) -> str:
    """The valid organisation number number `number`, all of them different."""
    eight = 90_000_000 + 11 * number
    while check_digit(str(eight)) == 10:
        eight += 1
    return f"{eight}{check_digit(str(eight))}"


# --- common -----------------------------------------------------------------------------------------------------------
class OutgoingMailFactory(factory.django.DjangoModelFactory):
    """A letter that waits: OutgoingMailFactory(kind="interest_receipt", arguments={"interest_form": form.pk})."""

    class Meta:
        model = OutgoingMail

    kind = "interest_receipt"
    arguments = factory.LazyFunction(dict)
    created_at = factory.LazyFunction(timezone.now)
    next_attempt_at = factory.SelfAttribute("created_at")


# --- accounts ---------------------------------------------------------------------------------------------------------
class UserFactory(factory.django.DjangoModelFactory):
    """Somebody who logs in: UserFactory(), UserFactory(adviser=True), UserFactory(locked_out=True)."""

    class Meta:
        model = User

    class Params:
        adviser = factory.Trait(role=Role.ADVISER)
        analyst = factory.Trait(role=Role.ANALYST)
        manager = factory.Trait(role=Role.PROGRAMME_MANAGER)
        communications = factory.Trait(role=Role.COMMUNICATIONS)
        steering_group = factory.Trait(role=Role.STEERING_GROUP)
        english = factory.Trait(language="en")
        locked_out = factory.Trait(is_active=False)

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    first_name = factory.Sequence(lambda number: ("Åse", "Bjørn", "Cecilie", "Dag")[number % 4])
    last_name = factory.Sequence(lambda number: f"Prøve {number}")
    language = "nb"
    role = ""

    @classmethod
    def _create(cls, model_class, *args, role, **kwargs):
        user = model_class.objects.create_user(**kwargs)
        if role:
            give_role(user, Role(role))
        return user


class InvitationFactory(factory.django.DjangoModelFactory):
    """A way in, its secret in `.token`: InvitationFactory(), also expired=True, revoked=True, accepted=True."""

    class Meta:
        model = Invitation

    class Params:
        accepted = factory.Trait(become="accepted")
        revoked = factory.Trait(become="revoked")
        expired = factory.Trait(become="expired")

    email = factory.Sequence(lambda number: f"invited{number}@example.org")
    invited_by = factory.SubFactory(UserFactory, manager=True)
    become = "pending"

    @classmethod
    def _create(cls, model_class, *args, become, **kwargs):
        invitation = model_class(**kwargs)
        invitation.token = invitation.new_token()
        if become == "expired":
            invitation.expires_at = timezone.now() - timedelta(seconds=1)
        invitation.save()
        if become == "accepted":
            invitation.accept(by=UserFactory(email=invitation.email))
        elif become == "revoked":
            invitation.revoke(by=invitation.invited_by)
        return invitation


# --- register ---------------------------------------------------------------------------------------------------------
class FocusIndustryFactory(factory.django.DjangoModelFactory):
    """An industry to go after: FocusIndustryFactory(), FocusIndustryFactory(retired=True)."""

    class Meta:
        model = FocusIndustry

    class Params:
        retired = factory.Trait(is_retired=True)

    slug = factory.Sequence(lambda number: f"bransje-{number}")
    name_nb = factory.Sequence(lambda number: f"Bransje {number}")
    name_en = factory.Sequence(lambda number: f"Industry {number}")


class StrengthFactory(factory.django.DjangoModelFactory):
    """A reason to come: StrengthFactory(), StrengthFactory(retired=True)."""

    class Meta:
        model = Strength

    class Params:
        retired = factory.Trait(is_retired=True)

    slug = factory.Sequence(lambda number: f"styrke-{number}")
    picture = Strength.Picture.HUB
    name_nb = factory.Sequence(lambda number: f"Styrke {number}")
    name_en = factory.Sequence(lambda number: f"Strength {number}")
    summary_nb = "Derfor."
    summary_en = "That is why."


class EvidenceFactory(factory.django.DjangoModelFactory):
    """What proves a strength: EvidenceFactory(), EvidenceFactory(overdue=True), EvidenceFactory(retired=True)."""

    class Meta:
        model = Evidence

    class Params:
        overdue = factory.Trait(review_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1)))
        retired = factory.Trait(is_retired=True)

    strength = factory.SubFactory(StrengthFactory)
    figure = "42"
    claim_nb = factory.Sequence(lambda number: f"Påstand {number}")
    claim_en = factory.Sequence(lambda number: f"Claim {number}")
    source_nb = "Kilden"
    source_en = "The source"
    dated_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=300))
    review_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=60))


class IndustryCodeFactory(factory.django.DjangoModelFactory):
    """A code of the register: IndustryCodeFactory(), IndustryCodeFactory(old=True) of the version before."""

    class Meta:
        model = IndustryCode

    class Params:
        old = factory.Trait(version=IndustryCode.Version.SN2007)

    code = factory.Sequence(lambda number: f"{10 + number % 80}.{number % 1000:03d}")
    name = factory.Sequence(lambda number: f"Næring {number}")


class MunicipalityFactory(factory.django.DjangoModelFactory):
    """A municipality: MunicipalityFactory(name="Drammen")."""

    class Meta:
        model = Municipality

    number = factory.Sequence(lambda number: f"{3000 + number:04d}")
    name = factory.Sequence(lambda number: f"Kommune {number}")


class CompanyFactory(factory.django.DjangoModelFactory):
    """A main unit of the register: CompanyFactory(name="Elvebyen Maskin AS")."""

    class Meta:
        model = Company

    organisation_number = factory.Sequence(lambda number: organisation_number(200_000 + number))
    name = factory.Sequence(lambda number: f"Selskap {number} AS")
    industry_code = factory.SubFactory(IndustryCodeFactory)
    municipality = factory.SubFactory(MunicipalityFactory)
    employees = 12


# --- partners ---------------------------------------------------------------------------------------------------------
class ContributionTierFactory(factory.django.DjangoModelFactory):
    """A level of partnership: ContributionTierFactory(response_days=3), ContributionTierFactory(retired=True)."""

    class Meta:
        model = ContributionTier

    class Params:
        retired = factory.Trait(is_retired=True)

    slug = factory.Sequence(lambda number: f"niva-{number}")
    name_nb = factory.Sequence(lambda number: f"Nivå {number}")
    name_en = factory.Sequence(lambda number: f"Tier {number}")
    rank = factory.Sequence(lambda number: number % 30_000 + 1)
    yearly_amount = factory.LazyFunction(lambda: kroner(50_000))
    response_days = 5


class BenefitFactory(factory.django.DjangoModelFactory):
    """Something a tier gives: BenefitFactory(tier=tier), BenefitFactory(retired=True)."""

    class Meta:
        model = Benefit

    class Params:
        retired = factory.Trait(is_retired=True)

    tier = factory.SubFactory(ContributionTierFactory)
    name_nb = "Plass på nettstedet"
    name_en = "A place on the site"


class PartnerFirmFactory(factory.django.DjangoModelFactory):
    """A firm that takes part today: PartnerFirmFactory(); with without_agreement=True or formerly=True it does not.

    PartnerFirmFactory(public=True) may have liaisons; `tier` is the tier of its agreement.
    """

    class Meta:
        model = PartnerFirm

    class Params:
        without_agreement = factory.Trait(agreement="none")
        formerly = factory.Trait(agreement="ended", is_former_partner=True)
        public = factory.Trait(is_public_body=True)

    slug = factory.Sequence(lambda number: f"firma-{number}")
    name = factory.Sequence(lambda number: f"Partner {number} AS")
    organisation_number = factory.Sequence(lambda number: organisation_number(number))
    agreement = "running"
    tier = None

    @classmethod
    def _create(cls, model_class, *args, agreement, tier, **kwargs):
        firm = super()._create(model_class, *args, **kwargs)
        if agreement != "none":
            chosen = {"tier": tier} if tier else {}
            AgreementFactory(firm=firm, **chosen, **{agreement: True})
        return firm


class AgreementFactory(factory.django.DjangoModelFactory):
    """A commitment to a tier: AgreementFactory(firm=firm); ended=True, or coming=True, when not running today."""

    class Meta:
        model = Agreement

    class Params:
        running = factory.Trait()
        ended = factory.Trait(
            starts_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=800)),
            ends_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1)),
        )
        coming = factory.Trait(
            starts_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=1)),
            ends_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=800)),
        )

    firm = factory.SubFactory(PartnerFirmFactory, without_agreement=True)
    tier = factory.SubFactory(ContributionTierFactory)
    yearly_amount = factory.SelfAttribute("tier.yearly_amount")
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=100))
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=900))


class PremisesFactory(factory.django.DjangoModelFactory):
    """Vacant premises, a draft; offered=True, reserved=True or let=True bring it there by its verbs.

    PremisesFactory(offered=True, kind="plot", firm=firm); the firm takes part today unless told otherwise.
    """

    class Meta:
        model = Premises

    class Params:
        offered = factory.Trait(steps=("offer",))
        reserved = factory.Trait(steps=("offer", "reserve"))
        let = factory.Trait(steps=("offer", "let"))

    slug = factory.Sequence(lambda number: f"lokale-{number}")
    firm = factory.SubFactory(PartnerFirmFactory)
    kind = "office"
    title_nb = factory.Sequence(lambda number: f"Lokale {number}")
    title_en = factory.Sequence(lambda number: f"Place {number}")
    description_nb = "Et rom med vindu."
    description_en = "A room with a window."
    address = "Elvegata 0"
    district = "Bragernes"
    area_from = 100
    area_to = 200
    price_band = "middle"
    vacant_from = factory.LazyFunction(timezone.localdate)
    metres_to_station = 400
    steps = ()

    @classmethod
    def _create(cls, model_class, *args, steps, **kwargs):
        made = super()._create(model_class, *args, **kwargs)
        for step in steps:
            getattr(made, step)(by=UserFactory())
        return made


class MembershipFactory(factory.django.DjangoModelFactory):
    """A seat somebody acts from: MembershipFactory(firm=firm); also invited=True, ended=True, administrator=True."""

    class Meta:
        model = Membership

    class Params:
        invited = factory.Trait(become="invited")
        ended = factory.Trait(become="ended")
        administrator = factory.Trait(role=Membership.Role.ADMINISTRATOR)
        liaison = factory.Trait(role=Membership.Role.LIAISON)

    firm = factory.SubFactory(PartnerFirmFactory)
    user = factory.SubFactory(UserFactory)
    become = "active"

    @classmethod
    def _create(cls, model_class, *args, become, user, **kwargs):
        seat = model_class.objects.create(**kwargs)
        if become != "invited":
            seat.activate(user=user)
        if become == "ended":
            seat.end(by=user)
        return seat


# --- prospects --------------------------------------------------------------------------------------------------------
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
                if prospect.stage == Prospect.Stage.QUALIFIED and prospect.answered_at is None:
                    record_activity(prospect, kind=Activity.Kind.CALL, text="Ringte.", by=by)
                other = UserFactory(manager=True) if prospect.next_step == "verify" else by
                getattr(prospect, prospect.next_step)(by=other)
        if become == Prospect.Standing.RESTING:
            until = timezone.localdate() + timedelta(days=90)
            prospect.rest(reason="Venter på styret.", until=until, by=prospect.adviser)
        elif become == Prospect.Standing.LOST:
            prospect.lose(reason="Valgte et annet sted.", by=prospect.adviser)
        elif become == Prospect.Standing.WITHDRAWN:
            prospect.withdraw(reason="Vil ikke mer.", by=prospect.adviser)
        return prospect


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


class HandoverFactory(factory.django.DjangoModelFactory):
    """A prospect offered to a firm: HandoverFactory() awaits consent, HandoverFactory(accepted=True) was accepted.

    Each status is a trait; overdue=True was offered and not answered in time. `member` is who acts for the firm.
    """

    class Meta:
        model = Handover

    class Params:
        awaiting_consent = factory.Trait(become="awaiting_consent")
        offered = factory.Trait(become="offered")
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

    @classmethod
    def _create(cls, model_class, *args, become, member, **kwargs):
        handover = super()._create(model_class, *args, **kwargs)
        if become in ("awaiting_consent", "withdrawn"):
            if become == "withdrawn":
                handover.withdraw(reason="Feil firma.", by=handover.handed_over_by)
            return handover
        now = timezone.now()
        if become in ("overdue", "lapsed"):
            handover.consent(answer_due_at=now - timedelta(minutes=1), at=now - timedelta(days=9))
            if become == "lapsed":
                handover.lapse()
            return handover
        handover.consent(answer_due_at=clock.add_working_days(now, handover.response_days))
        if become == "offered":
            return handover
        by = member or MembershipFactory(firm=handover.firm).user
        if become == "declined":
            handover.decline(reason="Vi har ikke plass.", by=by)
            return handover
        handover.accept(by=by)
        if become in ("in_progress", "done"):
            handover.report_contacted(by=by)
        if become == "done":
            handover.finish(outcome=Handover.Outcome.DEAL, by=by)
        return handover


# --- what a visitor types -------------------------------------------------------------------------------------------
def typed_interest(**changes) -> dict[str, str]:
    """A valid interest form as a browser posts it, opened a minute ago: typed_interest(email="not an address")."""
    industry = changes.pop("industry", None) or FocusIndustryFactory().slug
    return {
        "company_name": "Fjordlys Teknikk AS",
        "organisation_number": "",
        "country": "NO",
        "industry": industry,
        "employees": SizeBand.TO_19.value,
        "area": AreaBand.TO_300.value,
        "time_frame": TimeFrame.YEAR.value,
        "readiness": Readiness.EXPLORING.value,
        "need": "Verksted og kontor.\nGjerne nær toget.",
        "name": "Kari Ås",
        "email": "kari@fjordlys.example",
        "phone": "",
        "language": "nb",
        "nettside": "",
        "submission": str(uuid.uuid4()),
        "started": signing.dumps(int(time.time()) - 60, salt="prospects.interest"),
        "proof": "",
        "campaign": "",
        **changes,
    }
