"""The case of one company: what it told us, where it stands, who was told what."""

from .activities import Activity, Task
from .case import Prospect
from .case_imports import CaseImport, CaseImportRow
from .choices import AreaBand, Establishment, Readiness, SizeBand, Source, TimeFrame
from .consent import Consent
from .evidence import Evidence, Strength
from .handover import Handover
from .interest import InterestForm
from .links import PrivateLink
from .needs import Missing
from .notices import ClockNotice
from .people import Contact
from .reasons import ScoreWeight, StandingReason
from .saved_views import SavedView

__all__ = [
    "Activity",
    "AreaBand",
    "CaseImport",
    "CaseImportRow",
    "ClockNotice",
    "Consent",
    "Contact",
    "Establishment",
    "Evidence",
    "Handover",
    "InterestForm",
    "Missing",
    "PrivateLink",
    "Prospect",
    "Readiness",
    "SavedView",
    "ScoreWeight",
    "SizeBand",
    "Source",
    "StandingReason",
    "Strength",
    "Task",
    "TimeFrame",
]
