"""Vacant premises: what they may become, what the public sees of them, and who takes the steps in the admin."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from common.workflow import TransitionError
from partners.models import Agreement, Premises
from tests.conftest import login
from tests.factories import PartnerFirmFactory, UserFactory
from tests.rewriting import rewriting

from .premises import STEPS, premises

pytestmark = pytest.mark.django_db

# verb: from which status it leads where.
TABLE = {
    "submit": {"draft": "waiting"},
    "take_back": {"waiting": "draft"},
    "approve": {"waiting": "offered"},
    "send_back": {"waiting": "draft"},
    "offer": {"draft": "offered", "reserved": "offered"},
    "reserve": {"offered": "reserved"},
    "let": {"offered": "let", "reserved": "let"},
    "withdraw": {"offered": "draft", "reserved": "draft"},
}
ARGUMENTS = {"send_back": {"comment": "Si mer."}}
WORDS = {"offer": "tilby", "reserve": "reserver", "let": "lei-ut", "withdraw": "trekk"}


@pytest.mark.parametrize("verb", TABLE)
@pytest.mark.parametrize("status", STEPS)
def test_each_verb_leads_where_the_table_says_and_nowhere_else(status, verb):
    made, person = premises(status), UserFactory()
    target = TABLE[verb].get(status)
    if target:
        getattr(made, verb)(by=person, **ARGUMENTS.get(verb, {}))
    else:
        with pytest.raises(TransitionError):
            getattr(made, verb)(by=person, **ARGUMENTS.get(verb, {}))
    made.refresh_from_db()
    assert made.status == (target or status)
    assert bool(made.offered_at) == (made.status not in ("draft", "waiting"))


def test_only_a_firm_with_a_running_agreement_offers():
    made = premises("draft", firm=PartnerFirmFactory(formerly=True))
    with pytest.raises(TransitionError) as refused:
        made.offer(by=UserFactory())
    assert refused.value.code == "agreement"


@pytest.mark.parametrize(
    ("status", "is_seen"), {"draft": 0, "waiting": 0, "offered": 1, "reserved": 1, "let": 0}.items()
)
def test_the_public_sees_what_is_offered_or_reserved(status, is_seen):
    premises(status)
    assert Premises.objects.on_offer().count() == is_seen


def test_what_a_firm_offers_vanishes_the_day_after_its_agreement_ends():
    made = premises()
    with rewriting():
        Agreement.objects.update(ends_on=timezone.localdate())
    assert list(Premises.objects.on_offer()) == [made]
    assert not Premises.objects.on_offer(timezone.localdate() + timedelta(days=1)).exists()


@pytest.mark.parametrize("wrong", [{"area_from": 0}, {"area_from": 300, "area_to": 200}, {"map_x": 1001}])
def test_the_database_refuses_premises_that_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        premises("draft", **wrong)


def test_a_picture_says_what_it_shows(db):
    made = premises("draft")
    made.image_id = 1
    with pytest.raises(ValidationError) as refused:
        made.clean()
    assert "image_alt_nb" in refused.value.message_dict


@pytest.mark.parametrize(("metres", "minutes"), {0: 1, 79: 1, 80: 1, 400: 5, 1000: 12, 2600: 32}.items())
def test_one_walks_eighty_metres_a_minute(metres, minutes):
    assert premises("draft", metres_to_station=metres).walking_minutes == minutes


def test_like_it_are_first_those_of_its_kind_and_then_those_of_its_size():
    me = premises(area_to=500)
    near = premises(area_to=480)
    far = premises(area_to=5000)
    other = premises(kind="plot", area_from=1, area_to=500)
    assert list(Premises.objects.on_offer().like(me)) == [near, far, other]


def test_a_missing_translation_shows_the_other_language():
    made = premises("draft", title_en="")
    with translation.override("en"):
        assert made.title == made.title_nb


# --- In the admin ---------------------------------------------------------------------------------------------------
def client_of(**role) -> Client:
    user = UserFactory(**role)
    TOTP.activate(user, "A" * 32)
    return login(Client(), user)


def url(made: Premises, verb: str) -> str:
    return reverse("premises:step", args=[made.pk, WORDS[verb]])


@pytest.mark.parametrize(("status", "verb"), [(old, verb) for verb in WORDS for old in TABLE[verb]])
def test_the_manager_confirms_a_step_and_takes_it(status, verb):
    made, manager = premises(status), client_of(manager=True)
    asked = manager.get(url(made, verb))
    assert asked.status_code == 200
    assert "csrfmiddlewaretoken" in asked.content.decode()
    made.refresh_from_db()
    assert made.status == status
    assert manager.post(url(made, verb)).status_code == 302
    made.refresh_from_db()
    assert made.status == TABLE[verb][status]


def test_a_step_that_is_no_longer_possible_is_said_on_the_list():
    made, manager = premises("let"), client_of(manager=True)
    answer = manager.post(url(made, "reserve"), follow=True)
    assert answer.status_code == 200
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


@pytest.mark.parametrize("role", ["communications", "adviser", "analyst", "steering_group"])
def test_others_take_no_steps(role):
    made = premises()
    assert client_of(**{role: True}).post(url(made, "let")).status_code == 403
    made.refresh_from_db()
    assert made.status == "offered"


@pytest.mark.parametrize("word", ["delete", "offer", "move", "__init__"])
def test_only_the_four_steps_are_steps(word):
    made = premises()
    address = url(made, "let").replace("lei-ut", word)
    assert client_of(manager=True).post(address).status_code == 404


@pytest.mark.parametrize(
    ("role", "sees", "changes", "adds"),
    [
        ("manager", 200, 200, 200),
        ("communications", 200, 200, 302),
        ("adviser", 200, 302, 302),
        ("analyst", 200, 302, 302),
        ("steering_group", 302, 302, 302),
    ],
)
def test_roles_see_change_and_add_as_they_may(role, sees, changes, adds):
    made, client = premises(), client_of(**{role: True})
    name = "wagtailsnippets_partners_premises"
    assert client.get(reverse(f"{name}:list")).status_code == sees
    assert client.get(reverse(f"{name}:edit", args=[made.pk])).status_code == changes
    assert client.get(reverse(f"{name}:add")).status_code == adds
    assert client.get(reverse(f"{name}:delete", args=[made.pk])).status_code == 302


def test_the_list_offers_the_steps_that_are_possible_and_filters():
    offered = premises("offered")
    premises("draft", kind="plot")
    client = client_of(manager=True)
    address = reverse("wagtailsnippets_partners_premises:list")
    text = client.get(address, {"status": "offered", "kind": "office", "firm": offered.firm_id}).content.decode()
    assert url(offered, "let") in text and url(offered, "reserve") in text
    assert url(offered, "offer") not in text
    assert text.count("lei-ut/") == 1


def test_the_form_cannot_change_how_it_stands():
    made, client = premises("draft"), client_of(manager=True)
    address = reverse("wagtailsnippets_partners_premises:edit", args=[made.pk])
    page = client.get(address)
    fields = page.context["form"].fields
    assert "status" not in fields and "offered_at" not in fields
    data = {name: value for name, value in page.context["form"].initial.items() if value is not None}
    answer = client.post(address, {**data, "title_nb": "Nytt navn", "status": "let"})
    assert answer.status_code == 302
    made.refresh_from_db()
    assert (made.title_nb, made.status) == ("Nytt navn", "draft")
