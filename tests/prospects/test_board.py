"""The board and the saved views."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prospects.admin_board import CARDS, MORE_CARDS
from prospects.models import Prospect, SavedView
from prospects.services.saved_views import MOST_VIEWS
from tests.factories import ProspectFactory, UserFactory
from tests.partners.test_agreement_admin import as_

from .test_case_list import many

pytestmark = pytest.mark.django_db

BOARD = "/admin/prospekter/tavle/"
JSON = {"Accept": "application/json"}


def columns(client, query: str = "") -> dict[str, list[str]]:
    response = client.get(f"{BOARD}?{query}")
    assert response.status_code == 200
    return {one.stage: [str(card) for card in one.cards] for one in response.context["columns"]}


def move(client, case, verb: str, **more):
    return client.post(reverse("prospects:move_on", args=[case.pk]), {"verb": verb, **more}, headers=JSON)


def test_each_stage_has_its_cases_under_way_with_the_filters_of_the_list():
    client = as_(adviser=True)
    ProspectFactory(company_name="Ny", source="event")
    ProspectFactory(company_name="Vist", shown=True, adviser=client.user)
    ProspectFactory(company_name="Tapt", lost=True)
    shown = columns(client)
    assert (shown["new"], shown["shown"], shown["deciding"]) == (["Ny"], ["Vist"], [])
    assert columns(client, "standing=lost")["new"] == ["Tapt"]
    assert columns(client, "mine=1")["new"] == [] and columns(client, "mine=1")["shown"] == ["Vist"]
    assert columns(client, "source=event&stage=shown")["new"] == ["Ny"]


def test_a_column_shows_the_first_cards_then_more_then_leads_to_the_list():
    many(MORE_CARDS + 4)
    client = as_(adviser=True)
    assert len(columns(client)["new"]) == CARDS
    assert "mer=new" in client.get(BOARD).content.decode()
    assert len(columns(client, "mer=new")["new"]) == MORE_CARDS
    assert f"{reverse('prospects:index')}?stage=new" in client.get(f"{BOARD}?mer=new").content.decode()
    assert len(columns(client, "mer=bogus")["new"]) == CARDS


def test_the_board_asks_the_same_number_of_times_however_many_there_are():
    client = as_(adviser=True)
    ProspectFactory(qualified=True)
    client.get(BOARD)
    with CaptureQueriesContext(connection) as few:
        client.get(BOARD)
    many(400)
    with CaptureQueriesContext(connection) as lots:
        client.get(BOARD)
    assert len(lots) <= len(few)


def test_a_card_moves_one_step_when_nothing_is_missing():
    client = as_(adviser=True)
    case = ProspectFactory()
    answer = move(client, case, "qualify")
    assert answer.status_code == 200 and answer.json()["stage"] == "qualified"
    assert answer.json()["step"]["verb"] == "mark_contacted"
    case.refresh_from_db()
    assert (case.stage, case.adviser) == ("qualified", client.user)


@pytest.mark.parametrize("stage", ["new", "qualified", "contacted", "shown", "deciding"])
def test_a_refusal_names_what_is_missing_with_links_and_nothing_moves(stage):
    client = as_(adviser=True)
    bare = {"anonymous_need_nb": ""} if stage == "new" else {}
    case = ProspectFactory(**({} if stage == "new" else {stage: True}), **bare)
    if stage == "qualified":
        case.contacts.all().delete()
    if stage == "deciding":
        Prospect.objects.filter(pk=case.pk).update(established_on=None)
    case.refresh_from_db()
    answer = move(client, case, case.next_step)
    told = answer.json()
    assert answer.status_code == 409 and told["refused"]
    assert [one["text"] for one in told["missing"]] == [str(one) for one in case.missing_for_next_stage]
    assert all(one["url"].startswith(reverse("prospects:case", args=[case.pk]) + "#") for one in told["missing"])
    case.refresh_from_db()
    assert case.stage == stage


def test_a_second_click_and_what_is_not_under_way_and_verifying_are_refused():
    client = as_(adviser=True)
    case = ProspectFactory(qualified=True)
    assert move(client, case, "qualify").status_code == 409
    assert move(client, ProspectFactory(lost=True), "qualify").status_code == 409
    assert move(client, ProspectFactory(verified=True), "").status_code == 409
    came = ProspectFactory(established=True)
    assert "#verify_how" in move(client, came, "verify").json()["missing"][0]["url"]
    assert Prospect.objects.get(pk=came.pk).stage == "established"


def test_without_a_script_the_button_leads_back_to_the_board_and_says_what_is_missing():
    client = as_(adviser=True)
    case = ProspectFactory(contacted=True, company_name="<b>Skog</b>")
    back = f"{BOARD}?mine=1"
    answer = client.post(
        reverse("prospects:move_on", args=[case.pk]), {"verb": "mark_shown", "next": back}, follow=True
    )
    assert answer.redirect_chain == [(back, 302)]
    html = answer.content.decode()
    assert f"{reverse('prospects:case', args=[case.pk])}#log_text" in html and "<b>Skog</b>" not in html


def test_who_may_not_change_sees_no_button_and_cannot_move():
    case = ProspectFactory()
    liaison = as_(communications=True)
    assert move(liaison, case, "qualify").status_code in (302, 403)
    case.refresh_from_db()
    assert case.stage == "new"


# --- saved views ------------------------------------------------------------------------------------------------------
def save(client, **typed):
    return client.post(reverse("prospects:save_view"), {"face": "list", **typed})


def test_a_view_keeps_its_filters_and_never_the_words():
    client = as_(adviser=True)
    answer = save(client, name="  Svenske ", query="country=SE&q=Kari+Nordmann&bogus=1&stage=xx&sort=ny", is_shared="1")
    view = SavedView.objects.get()
    assert (view.name, view.query, view.is_shared, view.owner) == ("Svenske", "country=SE&sort=ny", True, client.user)
    assert answer.url == "/admin/prospekter/?country=SE&sort=ny"
    html = client.get(answer.url).content.decode()
    assert "Svenske" in html and 'value="delete"' in html


def test_shared_views_are_seen_by_all_who_work_with_cases_and_own_ones_only_by_their_owner():
    one, other = as_(adviser=True), as_(analyst=True)
    save(one, name="Min", query="mine=1")
    save(one, name="Felles", query="stage=new", is_shared="1")
    assert set(SavedView.objects.visible_to(one.user).values_list("name", flat=True)) == {"Min", "Felles"}
    assert [str(view) for view in SavedView.objects.visible_to(other.user)] == ["Felles"]
    assert not SavedView.objects.visible_to(UserFactory()).exists()
    felles = SavedView.objects.get(name="Felles")
    answer = other.post(reverse("prospects:change_view", args=[felles.pk]), {"what": "delete"})
    assert answer.status_code == 404 and SavedView.objects.filter(pk=felles.pk).exists()


def test_the_owner_renames_shares_and_deletes():
    client = as_(adviser=True)
    save(client, name="A", query="stage=new", face="board")
    view = SavedView.objects.get()
    address = reverse("prospects:change_view", args=[view.pk])
    assert client.post(address, {"name": "B", "is_shared": "1"}).url == f"{BOARD}?stage=new"
    view.refresh_from_db()
    assert (view.name, view.is_shared) == ("B", True)
    client.post(address, {"what": "delete"})
    assert not SavedView.objects.exists()


def test_a_name_is_asked_for_and_taken_once_and_views_are_not_without_number():
    client = as_(adviser=True)
    save(client, name="A", query="stage=new")
    for name in ("", "   ", "A", "x" * 61, "to\nlinjer", "\x00"):
        assert save(client, name=name, query="stage=new").status_code == 302
    assert [str(one) for one in SavedView.objects.all()] == ["A"]
    SavedView.objects.bulk_create(SavedView(owner=client.user, name=f"v{n}") for n in range(MOST_VIEWS))
    save(client, name="En til", query="")
    assert not SavedView.objects.filter(name="En til").exists()
