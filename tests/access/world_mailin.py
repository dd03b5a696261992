"""Files of cases, and a mail nobody has placed."""

from prospects.files import check_file
from prospects.models import InboundMail, Prospect
from prospects.services import attach
from tests.factories.files import PDF


def mailin_objects(prospect: Prospect, foreign: Prospect) -> dict:
    """A file of ours that is not shared and one the prospect sent, one that another case shares; and a mail."""
    checked = check_file(PDF, "plan.pdf")
    return {
        "file_id": attach(prospect, checked, by=prospect.adviser).pk,
        "file_of_prospect_id": attach(prospect, checked, by=None, came_from="prospect", shared=True).pk,
        "file_b_id": attach(foreign, checked, by=foreign.adviser, shared=True).pk,
        "unfiled_id": InboundMail.objects.create(fingerprint="x" * 64, sender="noen@prove.example", text="Hei.").pk,
    }
