"""Five questions at most, answered in the address, and a guide made for the answers."""

import re
from html import unescape

import pytest
from django.utils import timezone, translation

from home.models import TriagePage
from home.triage import METRES, NAMES, QUESTIONS, SKIPPED, Answers, suitable_premises
from partners.models import Premises

ALL = {"bransje": "health", "storrelse": "10-19", "tid": "year", "behov": "office", "fra": "norway"}


@pytest.fixture
def page(demo):
    return TriagePage.objects.get(locale__language_code="nb")


def test_there_are_at_most_five_questions():
    assert len(QUESTIONS) <= 5


@pytest.mark.parametrize("language", ["nb", "en"])
def test_answering_question_by_question_leads_to_the_guide(demo, client, language):
    here = TriagePage.objects.get(locale__language_code=language).url
    address = here
    for number in range(1, len(QUESTIONS) + 1):
        html = client.get(address).content.decode()
        options = re.findall(r'class="triage__option" href="([^"]+)"', html)
        assert len(options) >= 4, f"question {number}"
        address = here + unescape(options[0])
    response = client.get(address, follow=True)
    assert response.redirect_chain[-1][0].startswith(f"{here}veiviser/?")
    guide = response.context["guide"]
    assert guide.industry and guide.person and guide.first_step
    html = response.content.decode()
    assert re.search(r'href="[^"]*/interesse/\?bransje=[^"]*storrelse=', html)


def test_every_question_may_be_passed_over(page, client):
    response = client.get(page.url, dict.fromkeys(NAMES, SKIPPED), follow=True)
    assert response.status_code == 200
    assert response.context["guide"].headline


def test_the_address_alone_brings_the_guide_back_for_somebody_else(page, client):
    one = client.get(f"{page.url}veiviser/", ALL)
    assert not one.cookies
    from django.test import Client

    assert Client().get(f"{page.url}veiviser/", ALL).context["guide"] == one.context["guide"]


def test_an_answer_can_be_changed_without_losing_the_others(page, client):
    html = client.get(f"{page.url}veiviser/", ALL).content.decode()
    change = unescape(re.search(rf'href="({re.escape(page.url)}\?[^"]+)"', html)[1])
    assert "bransje" not in change and "tid=year" in change
    assert client.get(change).context["question"].name == "bransje"


def test_the_guide_without_any_answer_begins_with_the_first_question(page, client):
    response = client.get(f"{page.url}veiviser/")
    assert response.status_code == 302 and response["Location"] == page.url


@pytest.mark.parametrize("odd", ["x", "\x00", "æ" * 3000, "' OR 1=1 --", "<script>", "health\n"])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_answer_counts_as_not_asked(page, client, name, odd):
    response = client.get(page.url, {**ALL, name: odd})
    assert response.status_code == 200
    assert response.context["question"].name == name


def test_premises_in_the_guide_are_of_the_kind_and_large_enough(demo):
    for size, metres in METRES.items():
        for need, kind in (("office", "office"), ("plot", "plot"), ("warehouse", "warehouse")):
            for place in suitable_premises(Answers.read({"storrelse": size, "behov": need}), most=50):
                assert place.kind == kind and place.area_to >= metres
    assert suitable_premises(Answers.read({"behov": "people"})) == []


def test_the_guide_shows_nothing_that_is_not_on_offer(page, client):
    Premises.objects.update(status="let")
    assert client.get(f"{page.url}veiviser/", ALL).context["guide"].premises == []


def test_figures_that_are_overdue_stay_out_of_the_guide(page, client):
    from prospects.models import Evidence

    claims = {proof.claim for proof in client.get(f"{page.url}veiviser/", ALL).context["guide"].proofs}
    with translation.override("nb"):
        overdue = {one.claim for one in Evidence.objects.filter(review_on__lt=timezone.localdate())}
    assert overdue and not claims & overdue
