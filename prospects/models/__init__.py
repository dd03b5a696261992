"""The case of one company: what it told us, where it stands, who was told what."""

from .activities import Activity, Task
from .case import Prospect
from .choices import AreaBand, Establishment, Readiness, SizeBand, Source, TimeFrame
from .consent import Consent
from .evidence import Evidence, Strength
from .handover import Handover
from .interest import InterestForm
from .keys import domain_of, name_key
from .links import PrivateLink
from .needs import Missing
from .notices import ClockNotice
from .people import AddressKind, Contact, Origin, guess_kind
from .reasons import ScoreWeight, StandingReason
from .suppression import Suppression

__all__ = [
    "Activity",
    "AddressKind",
    "AreaBand",
    "ClockNotice",
    "Consent",
    "Contact",
    "Establishment",
    "Evidence",
    "Handover",
    "InterestForm",
    "Missing",
    "Origin",
    "PrivateLink",
    "Prospect",
    "Readiness",
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
