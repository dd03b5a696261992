"""What of the people of cases addresses name."""

from prospects.models import Prospect


def outreach_objects(own: Prospect, foreign: Prospect) -> dict:
    """A person of that case, and one of another."""
    return {"contact_id": own.main_contact.pk, "contact_b_id": foreign.main_contact.pk}
