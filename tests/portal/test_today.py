"""What the first page says of agreements to sign and of what is overdue, and the rooms of a liaison."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from partners.models import Contribution, Membership
from tests.conftest import login, plant_root
from tests.factories import AgreementFactory, ContributionFactory, MembershipFactory, PartnerFirmFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


@pytest.fixture
def seat():
    return MembershipFactory(administrator=True, user=UserFactory(english=True))


def lines(seat) -> list:
    client = login(Client(headers={"accept-language": "en"}), seat.user)
    return client.get("/en/portal/").context["lines"]


def offered(firm, days: int = 400):
    today = timezone.localdate()
    start = today + timedelta(days=days - 300)
    return AgreementFactory(firm=firm, offered=True, starts_on=start, ends_on=today + timedelta(days=days))


def test_whoever_may_not_sign_reads_who_may(seat):
    offered(seat.firm)
    signer = MembershipFactory(firm=seat.firm, administrator=True, may_sign=True)
    assert [(str(signer.user) in line.text, line.action) for line in lines(seat)] == [(True, "Read it")]
    assert [line.action for line in lines(signer)] == ["Read and sign"]
    Membership.objects.filter(pk=signer.pk).update(may_sign=False)
    assert ["write to us" in line.text for line in lines(seat)] == [True]


def test_an_offer_whose_last_day_is_over_wants_no_answer(seat):
    offered(seat.firm, days=-1)
    assert lines(seat) == []


@pytest.mark.parametrize(("status", "days", "is_said"), [("partly_paid", 1, 1), ("invoiced", 1, 1), ("invoiced", 0, 0)])
def test_what_is_due_and_not_paid_is_said_whether_or_not_the_clock_has_run(seat, status, days, is_said):
    owed = ContributionFactory(agreement=seat.firm.running_agreement)
    due = timezone.localdate() - timedelta(days=days)
    Contribution.objects.filter(pk=owed.pk).update(status=status, balance=5_000, due_on=due)
    assert len([line for line in lines(seat) if "overdue" in line.text]) == is_said
    Contribution.objects.filter(pk=owed.pk).update(balance=0)
    assert lines(seat) == []


def test_a_liaison_finds_the_applications_in_the_rooms():
    seat = MembershipFactory(liaison=True, firm=PartnerFirmFactory(owner=True))
    client = login(Client(), seat.user)
    assert "/portal/soknader/" in client.get("/portal/bedrift/").content.decode()
    assert client.get("/portal/soknader/").status_code == 200
