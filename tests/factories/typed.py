"""What a visitor types."""

import time
import uuid

from django.core import signing

from prospects.models import (
    AreaBand,
    Readiness,
    SizeBand,
    TimeFrame,
)

from .register import FocusIndustryFactory


def typed_interest(**changes) -> dict[str, str]:
    """A valid interest form as a browser posts it, opened a minute ago: typed_interest(email="not an address")."""
    industry = changes.pop("industry", None) or FocusIndustryFactory().slug
    return {
        "company_name": "Fjordlys Teknikk AS",
        "organisation_number": "",
        "country": "NO",
        "industry": industry,
        "employees": SizeBand.TO_19.value,
        "area": AreaBand.TO_300.value,
        "time_frame": TimeFrame.YEAR.value,
        "readiness": Readiness.EXPLORING.value,
        "need": "Verksted og kontor.\nGjerne nær toget.",
        "name": "Kari Ås",
        "email": "kari@fjordlys.example",
        "phone": "",
        "language": "nb",
        "nettside": "",
        "submission": str(uuid.uuid4()),
        "started": signing.dumps(int(time.time()) - 60, salt="prospects.interest"),
        "proof": "",
        "campaign": "",
        **changes,
    }
