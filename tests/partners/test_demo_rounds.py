"""The demo's rounds tell the truth: every seat that is taken belongs to an agreement or is held for a firm."""

from partners.models import Agreement, Application, PartnerFirm, RoundTier


def test_the_demo_s_taken_seats_are_those_of_its_agreements(demo):
    for row in RoundTier.objects.all():
        same = {"round": row.round_id, "tier": row.tier_id}
        standing = Agreement.objects.filter(**same).exclude(status__in=("draft", "terminated"))
        held = Application.objects.filter(**same, holds_seat=True)
        assert row.taken == standing.count() + held.count(), str(row)


def test_the_demo_has_one_municipality_that_owns_the_programme(demo):
    assert PartnerFirm.objects.get(is_owner=True).is_public_body
