"""People, profiles and notices that addresses of the partnership name."""

from accounts.models import User
from partners.models import Competence, Duty, Membership, PartnerFirm, ProfileDraft
from tests.factories import CompetenceFactory


def people_objects() -> dict:
    """Seats of firm A and another, a seat offered to somebody of firm B, a profile that waits, a competence."""
    mine, theirs = (PartnerFirm.objects.get(slug=slug) for slug in ("elvebris", "brohode"))
    offered = Membership.objects.create(
        firm=mine, user=User.objects.get(email="medlem@brohode.example"), status="invited"
    )
    draft, _is_new = ProfileDraft.objects.get_or_create(firm=mine)
    competence = Competence.objects.first() or CompetenceFactory()
    return {
        "own_seat_id": mine.memberships.get(user__email="medlem@elvebris.example").pk,
        "foreign_seat_id": theirs.memberships.filter(status="active").first().pk,
        "offer_id": offered.pk,
        "draft_pk": draft.pk,
        "duty_id": Duty.objects.first().pk,
        "competence_id": competence.pk,
    }
