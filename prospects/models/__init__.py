"""The case of one company: what it told us, where it stands, who was told what."""

from .activities import Activity, Task
from .attachments import Attachment
from .case import Prospect
from .choices import AreaBand, Establishment, Readiness, SizeBand, Source, TimeFrame
from .consent import Consent
from .evidence import Evidence, Strength
from .handover import Handover
from .inbound import InboundMail
from .interest import InterestForm
from .links import RENEWABLE_DAYS, PrivateLink
from .needs import Missing
from .notices import ClockNotice
from .people import Contact
from .reasons import ScoreWeight, StandingReason

__all__ = [
    "RENEWABLE_DAYS",
    "Activity",
    "AreaBand",
    "Attachment",
    "ClockNotice",
    "Consent",
    "Contact",
    "Establishment",
    "Evidence",
    "Handover",
    "InboundMail",
    "InterestForm",
    "Missing",
    "PrivateLink",
    "Prospect",
    "Readiness",
    "ScoreWeight",
    "SizeBand",
    "Source",
    "StandingReason",
    "Strength",
    "Task",
    "TimeFrame",
]
