"""Programmes and milestones."""

from datetime import date

import pytest
import time_machine
from django.utils import translation

from home.models import Milestone, ProgrammePage


@pytest.mark.parametrize(
    "url",
    ["/prosjekter/", "/en/projects/", "/prosjekter/kd25/", "/en/projects/naeringsvekst-2020/", "/milepaeler/",
     "/en/milestones/"],
)  # fmt: skip
def test_a_warm_page_asks_four_questions_at_most(client, demo, url, django_assert_max_num_queries):
    assert client.get(url).status_code == 200
    with django_assert_max_num_queries(4):
        client.get(url)


def test_a_programme_says_its_state_in_words_and_shows_its_evidence(client, demo):
    html = client.get("/en/projects/naeringsvekst-2020/").content.decode()
    for words in ("Ended", "2017–2020", "714", "One new job for every second new inhabitant"):
        assert words in html


def test_facts_that_are_not_known_are_left_out():
    assert ProgrammePage(period="", run_by="").facts == []


@pytest.mark.parametrize(
    ("precision", "nb", "en", "machine"),
    [
        ("day", "22. februar 2017", "22 February 2017", "2017-02-22"),
        ("month", "februar 2017", "February 2017", "2017-02"),
        ("year", "2017", "2017", "2017"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(precision, nb, en, machine):
    one = Milestone(date=date(2017, 2, 22), precision=precision)
    assert one.machine_date == machine
    for language, words in (("nb", nb), ("en", en)):
        with translation.override(language):
            assert one.when == words


@pytest.mark.parametrize(
    ("precision", "today", "is_past"),
    [
        ("day", "2021-08-14", False),
        ("day", "2021-08-15", True),
        ("month", "2021-08-30", False),
        ("month", "2021-08-31", True),
        ("year", "2021-12-30", False),
        ("year", "2021-12-31", True),
    ],
)
def test_what_is_known_to_the_month_has_come_when_the_month_is_over(precision, today, is_past):
    with time_machine.travel(f"{today}T12:00:00Z", tick=False):
        assert Milestone(date=date(2021, 8, 15), precision=precision).is_past is is_past


def test_past_and_coming_are_told_apart_in_words(client, demo):
    answer = client.get("/en/milestones/")
    assert answer.context["past"] and answer.context["coming"]
    html = answer.content.decode()
    assert html.count("Planned") == len(answer.context["coming"])
    assert html.index("What has happened") < html.index("What is to come")
