"""What addresses of the firm's rooms name."""

from partners.models import PartnerFirm
from tests.factories import PremisesFactory


def room_objects() -> dict:
    """A draft of premises of firm A."""
    mine = PartnerFirm.objects.get(slug="elvebris")
    return {"room_premises_a": PremisesFactory(firm=mine).pk}
