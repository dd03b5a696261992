"""What is true of the partnership."""

from .agreement_years import A_YEAR, AgreementYear, agreement_years
from .agreements import Agreement
from .applications import Application, ApplicationLink
from .benefits import AgreementBenefit, BenefitDelivery, BenefitYear
from .clauses import AgreementClause, Clause, ClauseVersion
from .contributions import Contribution, Correction, InKindRate, MoneyEntry
from .dealings import Duty, Frequency, Notification, NotificationChoice, Topic
from .firms import (
    SPOKEN,
    Competence,
    FormerPartner,
    PartnerFirm,
    PredecessorProgramme,
    ProfileText,
    spoken_in_words,
)
from .invoices import BillingSettings, Invoice, InvoiceLine, InvoiceRun, NumberSeries, Vat
from .payments import PaymentFile, PaymentRow
from .people import Membership
from .premises import Premises
from .profiles import ProfileDraft
from .rounds import PartnershipRound, RoundTier
from .tiers import Benefit, BenefitPool, ContributionTier

__all__ = [
    "A_YEAR",
    "SPOKEN",
    "Agreement",
    "AgreementBenefit",
    "AgreementClause",
    "AgreementYear",
    "Application",
    "ApplicationLink",
    "Benefit",
    "BenefitDelivery",
    "BenefitPool",
    "BenefitYear",
    "BillingSettings",
    "Clause",
    "ClauseVersion",
    "Competence",
    "Contribution",
    "ContributionTier",
    "Correction",
    "Duty",
    "FormerPartner",
    "Frequency",
    "InKindRate",
    "Invoice",
    "InvoiceLine",
    "InvoiceRun",
    "Membership",
    "MoneyEntry",
    "Notification",
    "NotificationChoice",
    "NumberSeries",
    "PartnerFirm",
    "PartnershipRound",
    "PaymentFile",
    "PaymentRow",
    "PredecessorProgramme",
    "Premises",
    "ProfileDraft",
    "ProfileText",
    "RoundTier",
    "Topic",
    "Vat",
    "agreement_years",
    "spoken_in_words",
]
