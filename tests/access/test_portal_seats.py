"""Every address of the portal against people the table has no role for: no seat yet or any more, and other bodies.

A seat that has ended or was only offered opens nothing of the firm; a liaison of another public body sees nothing of
this one; staff who look as a firm change nothing.
"""

import re

import pytest
from django.test import Client

from accounts.models import User
from partners.models import Membership, PartnerFirm
from tests.factories import MembershipFactory, UserFactory
from tests.factories.numbers import organisation_number

from .asking import addresses, outcome, routes, rows_of
from .world import ROLES, sign_in

pytestmark = pytest.mark.django_db
ROOM = re.compile(r"(portal/)(?!plass/|invitasjon/).*")


def _asked(world) -> list[tuple[str, str, object]]:
    """Each address of the portal once, in Norwegian, with what it is asked with and its row."""
    filled = {**world, "own_token": world["no_token"]}
    return [
        ("POST" if row.post else "GET", addresses(route, row, False, filled)[0], row)
        for route, _translated in routes()
        if ROOM.fullmatch(route)
        for row in rows_of(route)
    ]


def _answers(client: Client, world) -> dict[str, str]:
    found = {}
    for method, path, _row in _asked(world):
        answer = client.generic(method, path, content_type="application/x-www-form-urlencoded")
        found[f"{method} {path}"] = f"{outcome(answer, path)} {answer.headers.get('Location', '')}".strip()
    return found


def _firm_a() -> PartnerFirm:
    return PartnerFirm.objects.get(slug="elvebris")


def test_an_ended_seat_opens_nothing(world):
    seat = MembershipFactory(firm=_firm_a(), ended=True, user=UserFactory())
    assert {what for what, said in _answers(sign_in(Client(), seat.user), world).items() if said != "D"} == set()


def test_a_seat_only_offered_leads_to_the_offer_and_nowhere_else(world):
    seat = Membership.objects.create(firm=_firm_a(), user=UserFactory(), status="invited")
    answers = _answers(sign_in(Client(), seat.user), world)
    assert {what for what, said in answers.items() if said != "A /portal/plass/"} == set()


def test_a_liaison_of_another_public_body_sees_nothing_that_names_an_object_of_this_one(world):
    number = organisation_number(777_000)
    firm = PartnerFirm.objects.create(name="Nabo kommune", slug="nabo", organisation_number=number, is_public_body=True)
    seat = MembershipFactory(firm=firm, liaison=True, user=UserFactory())
    client = sign_in(Client(), seat.user)
    wrong = []
    for method, path, row in _asked(world):
        said = outcome(client.generic(method, path, content_type="application/x-www-form-urlencoded"), path)
        # Only the municipality that owns the programme has a say, and each sees what it was asked itself.
        is_of_another = path.startswith("/portal/soknader/") or re.match(r"/portal/henvendelser/\d", path)
        wanted = "A" if "liaison" in row.may and not is_of_another else "H"
        if said != wanted:
            wrong.append(f"{method} {path}: {said}, not {wanted}")
    assert wrong == []


def test_whoever_looks_as_a_firm_sends_nothing(world):
    client = sign_in(Client(), User.objects.get(email=ROLES["manager"]))
    assert client.post(f"/admin/som-bedrift/{_firm_a().pk}/").status_code == 302
    answers = {}
    for _method, path, _row in _asked(world):
        answers[path] = outcome(client.post(path), path)
    assert {path for path, said in answers.items() if said not in ("D", "405")} == set()
