"""The partnership's dealings: rounds, applications, clauses, benefits used, money, duties, notices."""

import hashlib
from datetime import date, timedelta
from decimal import Decimal

import factory
from django.utils import timezone

from partners.models import (
    AgreementBenefit,
    AgreementClause,
    Application,
    ApplicationLink,
    BenefitDelivery,
    BenefitPool,
    BenefitYear,
    BillingSettings,
    Clause,
    ClauseVersion,
    Competence,
    Contribution,
    Correction,
    Duty,
    InKindRate,
    Invoice,
    InvoiceLine,
    InvoiceRun,
    MoneyEntry,
    Notification,
    NotificationChoice,
    NumberSeries,
    PartnershipRound,
    PaymentFile,
    PaymentRow,
    ProfileDraft,
    RoundTier,
)

from .numbers import organisation_number
from .partners import AgreementFactory, BenefitFactory, ContributionTierFactory, PartnerFirmFactory
from .people import UserFactory


def _from_now(**span):
    return factory.LazyFunction(lambda: timezone.now() + timedelta(**span))


# --- rounds and applications ------------------------------------------------------------------------------------------
class PartnershipRoundFactory(factory.django.DjangoModelFactory):
    """A round that is open, its window for former partners too; PartnershipRoundFactory(window_over=True), closed=True.

    `association_only=True` needs no yes from the municipality.
    """

    class Meta:
        model = PartnershipRound

    class Params:
        window_over = factory.Trait(priority_ends_at=_from_now(days=-1))
        closed = factory.Trait(priority_ends_at=_from_now(days=-9), closes_at=_from_now(days=-1))
        association_only = factory.Trait(needs_both_owners=False)

    name_nb = factory.Sequence(lambda number: f"Runde {number}")
    name_en = factory.Sequence(lambda number: f"Round {number}")
    opens_at = _from_now(days=-10)
    priority_ends_at = _from_now(days=10)
    closes_at = _from_now(days=40)
    starts_on = factory.LazyFunction(lambda: date(timezone.localdate().year + 1, 1, 1))
    ends_on = factory.LazyFunction(lambda: date(timezone.localdate().year + 4, 12, 31))


class RoundTierFactory(factory.django.DjangoModelFactory):
    """Seats of a tier in a round: RoundTierFactory(round=round, seats=3, reserved=2, taken=0)."""

    class Meta:
        model = RoundTier

    round = factory.SubFactory(PartnershipRoundFactory)
    tier = factory.SubFactory(ContributionTierFactory)
    seats = 4
    reserved = 0


class ApplicationFactory(factory.django.DjangoModelFactory):
    """A firm that asks to join, just begun; submitted=True, waiting=True, declined=True say how far it came."""

    class Meta:
        model = Application

    class Params:
        submitted = factory.Trait(status="submitted", submitted_at=factory.LazyFunction(timezone.now))
        waiting = factory.Trait(status="waiting", submitted_at=factory.LazyFunction(timezone.now))
        declined = factory.Trait(
            status="declined", submitted_at=factory.LazyFunction(timezone.now), reason="Ikke denne gangen."
        )

    round = factory.SubFactory(PartnershipRoundFactory)
    tier = factory.SubFactory(ContributionTierFactory)
    organisation_number = factory.Sequence(lambda number: organisation_number(500_000 + number))
    company_name = factory.Sequence(lambda number: f"Søker {number} AS")
    contact_name = "Siv Søker"
    contact_email = factory.Sequence(lambda number: f"soker{number}@firma.example")


class ApplicationLinkFactory(factory.django.DjangoModelFactory):
    """A key to an application: ApplicationLinkFactory(application=application)."""

    class Meta:
        model = ApplicationLink

    application = factory.SubFactory(ApplicationFactory)
    token_hash = factory.Sequence(lambda number: hashlib.sha256(f"soknad-{number}".encode()).hexdigest())


# --- clauses and benefits ---------------------------------------------------------------------------------------------
class ClauseFactory(factory.django.DjangoModelFactory):
    """A numbered point of the agreement: ClauseFactory(use="renewal")."""

    class Meta:
        model = Clause

    number = factory.Sequence(lambda number: number % 30_000 + 1)


class ClauseVersionFactory(factory.django.DjangoModelFactory):
    """The words of a clause: ClauseVersionFactory(clause=clause, version=2)."""

    class Meta:
        model = ClauseVersion

    clause = factory.SubFactory(ClauseFactory)
    version = 1
    title_nb = "Formål"
    title_en = "Purpose"
    text_nb = "Avtalen gjelder samarbeid om å vinne nye bedrifter."
    text_en = "The agreement is about winning new companies together."


class AgreementClauseFactory(factory.django.DjangoModelFactory):
    """A clause as one agreement has it."""

    class Meta:
        model = AgreementClause

    agreement = factory.SubFactory(AgreementFactory)
    source = factory.SubFactory(ClauseVersionFactory)
    number = factory.Sequence(lambda number: number % 30_000 + 1)
    title_nb = factory.SelfAttribute("source.title_nb")
    title_en = factory.SelfAttribute("source.title_en")
    text_nb = factory.SelfAttribute("source.text_nb")
    text_en = factory.SelfAttribute("source.text_en")


class BenefitPoolFactory(factory.django.DjangoModelFactory):
    """Something there is only so much of: BenefitPoolFactory(capacity=3)."""

    class Meta:
        model = BenefitPool

    year = factory.LazyFunction(lambda: timezone.localdate().year)
    slug = factory.Sequence(lambda number: f"felles-{number}")
    name_nb = "Plasser på scenen"
    name_en = "Places on the stage"
    capacity = 10


class AgreementBenefitFactory(factory.django.DjangoModelFactory):
    """A benefit as one agreement has it: AgreementBenefitFactory(agreement=agreement, quantity=2)."""

    class Meta:
        model = AgreementBenefit

    agreement = factory.SubFactory(AgreementFactory)
    source = factory.SubFactory(BenefitFactory)
    name_nb = factory.SelfAttribute("source.name_nb")
    name_en = factory.SelfAttribute("source.name_en")
    quantity = factory.SelfAttribute("source.quantity")
    slug = factory.SelfAttribute("source.slug")


class BenefitYearFactory(factory.django.DjangoModelFactory):
    """What is to be had of a benefit this year: BenefitYearFactory(quantity=2, used=1)."""

    class Meta:
        model = BenefitYear

    benefit = factory.SubFactory(AgreementBenefitFactory)
    year = factory.LazyFunction(lambda: timezone.localdate().year)
    quantity = factory.SelfAttribute("benefit.quantity")


class BenefitDeliveryFactory(factory.django.DjangoModelFactory):
    """Something a firm got."""

    class Meta:
        model = BenefitDelivery

    account = factory.SubFactory(BenefitYearFactory)
    note = "Innlegg på frokosten"


# --- profiles ---------------------------------------------------------------------------------------------------------
class CompetenceFactory(factory.django.DjangoModelFactory):
    """Something firms can help with."""

    class Meta:
        model = Competence

    slug = factory.Sequence(lambda number: f"kompetanse-{number}")
    name_nb = factory.Sequence(lambda number: f"Kompetanse {number}")
    name_en = factory.Sequence(lambda number: f"Competence {number}")


class ProfileDraftFactory(factory.django.DjangoModelFactory):
    """A profile being written; submitted=True, returned=True, approved=True say how far it came."""

    class Meta:
        model = ProfileDraft

    class Params:
        submitted = factory.Trait(status="submitted", submitted_at=factory.LazyFunction(timezone.now))
        returned = factory.Trait(status="returned", comment="Skriv litt kortere.")
        approved = factory.Trait(status="approved", decided_at=factory.LazyFunction(timezone.now))

    firm = factory.SubFactory(PartnerFirmFactory)
    tagline_nb = "Vi åpner dører"
    tagline_en = "We open doors"


# --- money ------------------------------------------------------------------------------------------------------------
class BillingSettingsFactory(factory.django.DjangoModelFactory):
    """Who invoices, with everything an invoice needs."""

    class Meta:
        model = BillingSettings

    seller_name = "Prøveforeningen"
    seller_organisation_number = factory.LazyFunction(lambda: organisation_number(900_001))
    seller_street = "Bragernes torg 0"
    seller_postcode = "3017"
    seller_city = "Drammen"
    seller_email = "faktura@forening.example"
    account_number = "15030000002"
    vat_reason = "Kontingent, utenfor merverdiavgiftsloven"


class NumberSeriesFactory(factory.django.DjangoModelFactory):
    """A series of numbers without gaps."""

    class Meta:
        model = NumberSeries

    name = factory.Sequence(lambda number: f"serie-{number}")


class InKindRateFactory(factory.django.DjangoModelFactory):
    """What an hour is worth: InKindRateFactory(amount=950)."""

    class Meta:
        model = InKindRate

    name_nb = "Rådgivertime"
    name_en = "Adviser's hour"
    unit_nb = "timer"
    unit_en = "hours"
    amount = Decimal("1000.00")


class ContributionFactory(factory.django.DjangoModelFactory):
    """A sum owed under an agreement, planned: ContributionFactory(agreement=agreement, amount=20_000, in_kind=True)."""

    class Meta:
        model = Contribution

    class Params:
        in_kind = factory.Trait(
            kind="hours",
            rate=factory.SubFactory(InKindRateFactory),
            rate_amount=Decimal(1_000),
            quantity=Decimal(10),
            amount=Decimal(10_000),
        )

    agreement = factory.SubFactory(AgreementFactory)
    firm = factory.SelfAttribute("agreement.firm")
    year = factory.LazyFunction(lambda: timezone.localdate().year)
    amount = Decimal("20000.00")
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class MoneyEntryFactory(factory.django.DjangoModelFactory):
    """A movement on a contribution; it adds to the debt unless told otherwise."""

    class Meta:
        model = MoneyEntry

    contribution = factory.SubFactory(ContributionFactory)
    kind = "invoice"
    amount = Decimal("20000.00")
    booked_on = factory.LazyFunction(timezone.localdate)


class CorrectionFactory(factory.django.DjangoModelFactory):
    """A wish to take a money row back."""

    class Meta:
        model = Correction

    entry = factory.SubFactory(MoneyEntryFactory)
    reason = "Ført på feil firma"
    proposed_by = factory.SubFactory(UserFactory)


class InvoiceFactory(factory.django.DjangoModelFactory):
    """An invoice on a contribution, without VAT."""

    class Meta:
        model = Invoice

    number = factory.Sequence(lambda number: 10_000 + number)
    contribution = factory.SubFactory(ContributionFactory)
    entry = factory.SubFactory(MoneyEntryFactory, contribution=factory.SelfAttribute("..contribution"))
    issued_on = factory.LazyFunction(timezone.localdate)
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))
    account_number = "15030000002"
    seller = factory.LazyFunction(dict)
    buyer = factory.LazyFunction(dict)
    net = factory.SelfAttribute("entry.amount")
    vat = Decimal(0)
    gross = factory.SelfAttribute("net")


class InvoiceLineFactory(factory.django.DjangoModelFactory):
    """The line of an invoice."""

    class Meta:
        model = InvoiceLine

    invoice = factory.SubFactory(InvoiceFactory)
    text = "Partnerbidrag"
    price = factory.SelfAttribute("invoice.net")
    net = factory.SelfAttribute("invoice.net")
    vat_category = "O"


class InvoiceRunFactory(factory.django.DjangoModelFactory):
    """Many invoices at one go, under way."""

    class Meta:
        model = InvoiceRun

    year = factory.LazyFunction(lambda: timezone.localdate().year)
    until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=60))
    issued_on = factory.LazyFunction(timezone.localdate)


class PaymentFileFactory(factory.django.DjangoModelFactory):
    """A file from the bank."""

    class Meta:
        model = PaymentFile

    name = "innbetalinger.csv"
    format = "csv"
    sha256 = factory.Sequence(lambda number: hashlib.sha256(str(number).encode()).hexdigest())


class PaymentRowFactory(factory.django.DjangoModelFactory):
    """A payment nobody has matched yet: PaymentRowFactory(kid="...", amount=20_000)."""

    class Meta:
        model = PaymentRow

    file = factory.SubFactory(PaymentFileFactory)
    line = factory.Sequence(lambda number: number + 1)
    booked_on = factory.LazyFunction(timezone.localdate)
    amount = Decimal("20000.00")
    reference = factory.Sequence(lambda number: f"bank-{number}")


# --- duties and notices -----------------------------------------------------------------------------------------------
class DutyFactory(factory.django.DjangoModelFactory):
    """Something a firm owes us: DutyFactory(kind="profile")."""

    class Meta:
        model = Duty

    agreement = factory.SubFactory(AgreementFactory)
    kind = "logo"
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=14))


class NotificationFactory(factory.django.DjangoModelFactory):
    """Something a person of a firm is told."""

    class Meta:
        model = Notification

    user = factory.SubFactory(UserFactory)
    firm = factory.SubFactory(PartnerFirmFactory)
    topic = "invoice"
    kind = "contribution_invoiced"


class NotificationChoiceFactory(factory.django.DjangoModelFactory):
    """How often a person wants mail: NotificationChoiceFactory(topic="invoice", frequency="weekly")."""

    class Meta:
        model = NotificationChoice

    user = factory.SubFactory(UserFactory)
    topic = "invoice"
    frequency = "daily"
