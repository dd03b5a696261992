"""What the register, the four K's and the industries hold."""

from datetime import timedelta

import factory
from django.utils import timezone

from prospects.models import (
    Evidence,
    Strength,
)
from register.models import Company, FocusIndustry, IndustryCode, Municipality

from .numbers import organisation_number


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
