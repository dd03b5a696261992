"""The case of one company: what it told us, where it stands, who was told what."""

from .activities import Activity, Task
from .attachments import Attachment
from .case import Prospect
from .case_imports import KEPT_DAYS as CASE_FILE_DAYS
from .case_imports import CaseImport, CaseImportRow
from .choices import AreaBand, Establishment, Readiness, SizeBand, Source, TimeFrame
from .consent import Consent
from .disclosure import Disclosure
from .evidence import Evidence, Strength
from .handover import Handover
from .handover_rounds import HandoverRound
from .inbound import InboundMail
from .interest import InterestForm
from .keys import domain_of, name_key
from .links import RENEWABLE_DAYS, PrivateLink
from .matching import MatchWeight
from .needs import Missing
from .notices import ClockNotice, MorningLetter
from .own_leads import OwnLead
from .people import AddressKind, Contact, Origin, guess_kind
from .reasons import ScoreWeight, StandingReason
from .requests import MunicipalRequest, RequestWord
from .saved_views import SavedView
from .suppression import Suppression

__all__ = [
    "CASE_FILE_DAYS",
    "RENEWABLE_DAYS",
    "Activity",
    "AddressKind",
    "AreaBand",
    "Attachment",
    "CaseImport",
    "CaseImportRow",
    "ClockNotice",
    "Consent",
    "Contact",
    "Disclosure",
    "Establishment",
    "Evidence",
    "Handover",
    "HandoverRound",
    "InboundMail",
    "InterestForm",
    "MatchWeight",
    "Missing",
    "MorningLetter",
    "MunicipalRequest",
    "Origin",
    "OwnLead",
    "PrivateLink",
    "Prospect",
    "Readiness",
    "RequestWord",
    "SavedView",
    "ScoreWeight",
    "SizeBand",
    "Source",
    "StandingReason",
    "Strength",
    "Suppression",
    "Task",
    "TimeFrame",
    "domain_of",
    "guess_kind",
    "name_key",
]
