"""The case of one company: what it told us, where it stands, who was told what."""

from .activities import Activity, Task
from .case import Prospect
from .choices import AreaBand, Establishment, Readiness, SizeBand, Source, TimeFrame
from .consent import Consent
from .evidence import Evidence, Strength
from .handover import Handover
from .interest import InterestForm
from .links import PrivateLink
from .needs import Missing
from .notices import ClockNotice
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
    "Establishment",
    "Evidence",
    "Handover",
    "InterestForm",
    "Missing",
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
