"""Who delivers a benefit: asked for in the list, and counted at its head."""

import pytest
from django.urls import reverse

from partners.models import Benefit, BenefitYear
from partners.services import deliver_benefit
from tests.factories import MembershipFactory, PartnerFirmFactory, UserFactory

from .test_agreement_admin import as_
from .test_benefits import account

pytestmark = pytest.mark.django_db


def given_by(user, **facts) -> BenefitYear:
    made = account(**facts)
    Benefit.objects.filter(pk=made.benefit.source_id).update(delivered_by=user)
    return made


def test_the_list_is_asked_by_who_delivers_and_says_how_many_wait():
    client = as_(manager=True)
    me = client.session["_auth_user_id"]
    liaison = MembershipFactory(firm=PartnerFirmFactory(public=True), liaison=True).user
    former = MembershipFactory(firm=PartnerFirmFactory(public=True), liaison=True, ended=True).user
    mine, town = given_by(UserFactory._meta.model.objects.get(pk=me)), given_by(liaison, quantity=1)
    others = {given_by(None), given_by(former), given_by(UserFactory(), quantity=None)}
    address = reverse("benefits:accounts")
    found = {
        whom: {one.pk for one in client.get(address, {"whose": whom}).context["items"]}
        for whom in ("mine", "municipality", "association")
    }
    assert found["mine"] == {mine.pk}
    assert found["municipality"] == {town.pk}
    assert found["association"] == {mine.pk} | {one.pk for one in others}
    counted = {whom: number for whom, _label, number in client.get(address).context["waiting"]}
    assert counted == {"mine": 1, "association": 3, "municipality": 1}
    deliver_benefit(town, by=None)
    assert {whom: number for whom, _label, number in client.get(address).context["waiting"]}["municipality"] == 0
    assert client.get(address, {"whose": "nobody"}).status_code == 200
