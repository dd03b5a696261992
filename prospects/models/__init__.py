"""The case of one company: what it told us, where it stands, who was told what."""

from .activities import Activity, Task
from .case import Prospect
from .choices import AreaBand, Establishment, Readiness, SizeBand, Source, TimeFrame
from .consent import Consent
from .disclosure import Disclosure
from .evidence import Evidence, Strength
from .handover import Handover
from .handover_rounds import HandoverRound
from .interest import InterestForm
from .links import PrivateLink
from .matching import MatchWeight
from .needs import Missing
from .notices import ClockNotice, MorningLetter
from .own_leads import OwnLead
from .people import Contact
from .reasons import ScoreWeight, StandingReason
from .requests import MunicipalRequest, RequestWord

__all__ = [
    "Activity",
    "AreaBand",
    "ClockNotice",
    "Consent",
    "Contact",
    "Disclosure",
    "Establishment",
    "Evidence",
    "Handover",
    "HandoverRound",
    "InterestForm",
    "MatchWeight",
    "Missing",
    "MorningLetter",
    "MunicipalRequest",
    "OwnLead",
    "PrivateLink",
    "Prospect",
    "Readiness",
    "RequestWord",
    "ScoreWeight",
    "SizeBand",
    "Source",
    "StandingReason",
    "Strength",
    "Task",
    "TimeFrame",
]
