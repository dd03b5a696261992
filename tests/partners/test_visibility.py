"""One question for each model: what is read from a seat. The portal, its files and letters ask it."""

import pytest

from partners.models import (
    Agreement,
    Application,
    BenefitDelivery,
    BenefitYear,
    Contribution,
    Duty,
    Invoice,
    Membership,
    PartnerFirm,
)
from partners.services import undo_delivery
from tests.factories import (
    AgreementBenefitFactory,
    AgreementFactory,
    ApplicationFactory,
    BenefitDeliveryFactory,
    BenefitYearFactory,
    ContributionFactory,
    DutyFactory,
    MembershipFactory,
    PartnerFirmFactory,
    UserFactory,
)

from .money import invoiced

pytestmark = pytest.mark.django_db

AFFAIRS = (Agreement, Contribution, Invoice, BenefitYear, BenefitDelivery, Duty)
SEATS = {
    "administrator": ({"administrator": True}, True),
    "member": ({}, True),
    "liaison": ({"liaison": True}, False),
    "ended": ({"administrator": True, "ended": True}, False),
    "invited": ({"administrator": True, "invited": True}, False),
}


def everything_of(agreement) -> None:
    """One of each that a firm may read."""
    invoiced(agreement=agreement)
    BenefitDeliveryFactory(account=BenefitYearFactory(benefit=AgreementBenefitFactory(agreement=agreement)))
    DutyFactory(agreement=agreement)


@pytest.fixture
def firm():
    """A firm with one of each, beside another that has as much."""
    mine = PartnerFirmFactory(public=True)
    for one in (mine, PartnerFirmFactory()):
        everything_of(one.running_agreement)
    return mine


@pytest.mark.parametrize("name", SEATS)
@pytest.mark.parametrize("model", AFFAIRS)
def test_a_partner_s_seat_reads_its_own_firm_s_affairs_and_no_other_s(firm, model, name):
    facts, reads = SEATS[name]
    seat = MembershipFactory(firm=firm, **facts)
    found = list(model.objects.visible_to(seat))
    assert len(found) == (1 if reads else 0)
    assert model.objects.count() == 2


@pytest.mark.parametrize("name", SEATS)
def test_a_firm_s_inside_is_seen_from_every_active_seat_in_it(firm, name):
    seat = MembershipFactory(firm=firm, **SEATS[name][0])
    seen = list(PartnerFirm.objects.visible_to(seat))
    assert seen == ([firm] if seat.status == "active" else [])


def test_somebody_with_two_seats_acts_for_one_firm_at_a_time(firm):
    seat = MembershipFactory(firm=firm)
    MembershipFactory(user=seat.user)
    assert {one.firm for one in Agreement.objects.visible_to(seat)} == {firm}


def test_staff_who_look_as_the_firm_see_what_its_administrator_does(firm):
    seat = Membership(firm=firm, user_id=UserFactory(manager=True).pk, role="administrator", status="active")
    assert Invoice.objects.visible_to(seat).count() == Duty.objects.visible_to(seat).count() == 1


def test_a_draft_is_the_programme_s_own_and_an_offer_owes_nothing():
    seat = MembershipFactory(firm=PartnerFirmFactory(without_agreement=True))
    draft = AgreementFactory(firm=seat.firm, status="draft", signed_at=None, signed_name="")
    ContributionFactory(agreement=draft)
    DutyFactory(agreement=draft)
    BenefitYearFactory(benefit=AgreementBenefitFactory(agreement=draft))
    assert not any(model.objects.visible_to(seat).exists() for model in AFFAIRS)
    Agreement.objects.filter(pk=draft.pk).update(status="offered")
    assert Agreement.objects.visible_to(seat).exists()
    assert not Contribution.objects.visible_to(seat).exists()


def test_a_delivery_that_was_undone_is_not_read(firm):
    seat = MembershipFactory(firm=firm)
    BenefitYear.objects.update(used=1)
    undo_delivery(BenefitDelivery.objects.visible_to(seat).get(), by=UserFactory())
    assert not BenefitDelivery.objects.visible_to(seat).exists()


def test_applications_are_read_by_the_municipality_alone():
    made = ApplicationFactory(submitted=True)
    ApplicationFactory()
    town = PartnerFirmFactory(owner=True)
    assert list(Application.objects.visible_to(MembershipFactory(firm=town, liaison=True))) == [made]
    for seat in (
        MembershipFactory(firm=town, administrator=True),
        MembershipFactory(firm=town, liaison=True, ended=True),
        MembershipFactory(administrator=True),
        MembershipFactory(liaison=True),
    ):
        assert not Application.objects.visible_to(seat).filter(wants_answer=True).exists()
