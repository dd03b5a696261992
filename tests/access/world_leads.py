"""What addresses of leads and of requests to the municipality name."""

from partners.models import PartnerFirm
from prospects.models import Prospect
from tests.factories import MunicipalRequestFactory, OwnLeadFactory, PartnerFirmFactory


def lead_objects(prospect: Prospect) -> dict:
    """A lead of firm A, and requests about that prospect to the municipality and to another one."""
    mine = PartnerFirm.objects.get(slug="elvebris")
    ours = PartnerFirm.objects.get(is_owner=True)
    asked = {"prospect": prospect, "asked_by": None, "asks_identity": True}
    elsewhere = PartnerFirmFactory(public=True, without_agreement=True)
    return {
        "lead_a": OwnLeadFactory(firm=mine, industry=prospect.industry).pk,
        "request_id": MunicipalRequestFactory(municipality=ours, **asked).pk,
        "request_elsewhere": MunicipalRequestFactory(municipality=elsewhere, **asked).pk,
    }
