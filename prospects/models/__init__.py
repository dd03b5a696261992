"""The case of one company: what it told us, where it stands, who was told what."""

from .case import Activity, Contact, PrivateLink, Prospect
from .choices import AreaBand, Readiness, SizeBand, Source, TimeFrame
from .consent import Consent
from .evidence import Evidence, Strength
from .handover import Handover
from .interest import InterestForm

__all__ = [
    "Activity",
    "AreaBand",
    "Consent",
    "Contact",
    "Evidence",
    "Handover",
    "InterestForm",
    "PrivateLink",
    "Prospect",
    "Readiness",
    "SizeBand",
    "Source",
    "Strength",
    "TimeFrame",
]
