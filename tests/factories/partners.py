"""The partnership: tiers, firms, agreements, seats, premises."""

from datetime import UTC, datetime, timedelta

import factory
from django.utils import timezone

from common.money import kroner
from partners.models import (
    Agreement,
    Benefit,
    ContributionTier,
    FormerPartner,
    Membership,
    PartnerFirm,
    PredecessorProgramme,
    Premises,
)

from .numbers import organisation_number
from .people import UserFactory

# What the rows of an agreement in force hold, for tests that make thousands of them at one go.
SIGNED = {"status": "running", "signed_at": datetime(2020, 1, 1, tzinfo=UTC), "signed_name": "Signe Signator"}


class ContributionTierFactory(factory.django.DjangoModelFactory):
    """A level of partnership: ContributionTierFactory(response_days=3), ContributionTierFactory(retired=True)."""

    class Meta:
        model = ContributionTier

    class Params:
        retired = factory.Trait(is_retired=True)

    year = factory.LazyFunction(lambda: timezone.localdate().year)
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
    slug = factory.Sequence(lambda number: f"fordel-{number}")
    name_nb = "Plass på nettstedet"
    name_en = "A place on the site"


class PartnerFirmFactory(factory.django.DjangoModelFactory):
    """A firm that takes part today: PartnerFirmFactory(); with without_agreement=True or formerly=True it does not.

    PartnerFirmFactory(public=True) may have liaisons, owner=True owns the programme too;
    `tier` is the tier of its agreement.
    """

    class Meta:
        model = PartnerFirm

    class Params:
        without_agreement = factory.Trait(agreement="none")
        formerly = factory.Trait(agreement="ended", former=True)
        public = factory.Trait(is_public_body=True)
        owner = factory.Trait(is_public_body=True, is_owner=True)

    slug = factory.Sequence(lambda number: f"firma-{number}")
    name = factory.Sequence(lambda number: f"Partner {number} AS")
    organisation_number = factory.Sequence(lambda number: organisation_number(number))
    agreement = "running"
    tier = None
    former = False

    @classmethod
    def _create(cls, model_class, *args, agreement, tier, former, **kwargs):
        firm = super()._create(model_class, *args, **kwargs)
        if former:
            FormerPartnerFactory(organisation_number=firm.organisation_number, name=firm.name)
        if agreement != "none":
            chosen = {"tier": tier} if tier else {}
            AgreementFactory(firm=firm, **chosen, **{agreement: True})
        return firm


class PredecessorProgrammeFactory(factory.django.DjangoModelFactory):
    """A programme before this one: PredecessorProgrammeFactory(name="Næringsvekst 2020")."""

    class Meta:
        model = PredecessorProgramme
        django_get_or_create = ("slug",)

    slug = "naeringsvekst-2020"
    name = "Næringsvekst 2020"
    first_year = 2017
    last_year = 2020


class FormerPartnerFactory(factory.django.DjangoModelFactory):
    """A firm that took part before: FormerPartnerFactory(organisation_number=firm.organisation_number)."""

    class Meta:
        model = FormerPartner

    programme = factory.SubFactory(PredecessorProgrammeFactory)
    organisation_number = factory.Sequence(lambda number: organisation_number(number))
    name = factory.Sequence(lambda number: f"Forrige {number} AS")


class AgreementFactory(factory.django.DjangoModelFactory):
    """A signed commitment to a tier that runs today: AgreementFactory(firm=firm).

    ended=True and coming=True have run, and will; draft=True and offered=True are not signed yet.
    """

    class Meta:
        model = Agreement

    class Params:
        running = factory.Trait()
        draft = factory.Trait(status="draft", signed_at=None, signed_name="")
        offered = factory.Trait(
            status="offered", signed_at=None, signed_name="", offered_at=factory.LazyFunction(timezone.now)
        )
        ended = factory.Trait(
            status="ended",
            starts_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=800)),
            ends_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1)),
        )
        coming = factory.Trait(
            status="signed",
            starts_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=1)),
            ends_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=800)),
        )

    firm = factory.SubFactory(PartnerFirmFactory, without_agreement=True)
    tier = factory.SubFactory(ContributionTierFactory)
    status = "running"
    signed_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=900))
    signed_name = "Signe Signator"
    yearly_amount = factory.SelfAttribute("tier.yearly_amount")
    tier_name_nb = factory.SelfAttribute("tier.name_nb")
    tier_name_en = factory.SelfAttribute("tier.name_en")
    response_days = factory.SelfAttribute("tier.response_days")
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
