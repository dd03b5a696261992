"""The results page and its file."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from home.results import Counted, as_csv, chart, figures
from prospects.services import Results

NOTHING = Results(date(2026, 11, 20), None, None, None, None, None, None, None, None, (), Decimal(0), None, ())


@pytest.mark.parametrize("url", ["/resultater/", "/en/results/"])
def test_the_page_says_what_is_counted_how_and_when(client, demo, url, django_assert_max_num_queries):
    html = client.get(url).content.decode()
    assert 'role="img"' in html and "<table" in html and "<time" in html
    with django_assert_max_num_queries(4):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("url", ["/resultater/csv/", "/en/results/csv/"])
def test_the_file_holds_the_same_figures(client, demo, url):
    answer = client.get(url)
    assert answer["Content-Disposition"] == 'attachment; filename="resultater.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert any(row and row[0].startswith("2026-") for row in rows) or rows


def test_no_cell_of_the_file_begins_a_formula():
    from prospects.results import TierCount

    evil = Counted(replace(NOTHING, tiers=(TierCount("=HYPERLINK(1)", 2),)), timezone.now())
    for row in csv.reader(io.StringIO(as_csv(evil).decode("utf-8-sig")), delimiter=";"):
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@")) for cell in row), row


def test_without_anybody_the_page_says_so_and_draws_nothing():
    empty = Counted(NOTHING, timezone.now())
    with translation.override("en"):
        assert chart(empty) is None
        assert figures(empty)[0].value == "fewer than 5"
