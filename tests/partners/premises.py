"""Premises for tests: offered by a firm that takes part, unless told otherwise."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from partners.models import PartnerFirm, Premises
from tests.factories import PartnerFirmFactory, UserFactory

_numbers = count(1)
STEPS = {
    "draft": (),
    "waiting": ("submit",),
    "offered": ("offer",),
    "reserved": ("offer", "reserve"),
    "let": ("offer", "let"),
}


def premises(status: str = "offered", *, firm: PartnerFirm | None = None, days: int = 0, **facts) -> Premises:
    """An office of 100 to 200 m², 400 m from the station, `days` until it is vacant; `status` reached by its verbs."""
    number = next(_numbers)
    given = {
        "slug": f"lokale-{number}",
        "kind": "office",
        "title_nb": f"Lokale {number}",
        "title_en": f"Place {number}",
        "description_nb": "Et rom med vindu.",
        "description_en": "A room with a window.",
        "address": "Elvegata 0",
        "district": "Bragernes",
        "area_from": 100,
        "area_to": 200,
        "price_band": "middle",
        "vacant_from": timezone.localdate() + timedelta(days=days),
        "metres_to_station": 400,
        **facts,
    }
    made = Premises.objects.create(firm=firm or PartnerFirmFactory(), **given)
    by = UserFactory() if STEPS[status] else None
    for step in STEPS[status]:
        getattr(made, step)(by=by)
    return made
