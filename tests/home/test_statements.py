"""The accessibility statement and the privacy page."""

from html import unescape

import pytest
from django.utils import translation

from common.retention import purposes
from home.models import AccessibilityPage


@pytest.mark.parametrize(("url", "language"), [("/personvern/", "nb"), ("/en/privacy/", "en")])
def test_the_privacy_page_lists_every_purpose(client, demo, url, language, django_assert_max_num_queries):
    html = unescape(client.get(url).content.decode())
    with translation.override(language):
        for one in purposes():
            for words in (one.name, one.why, one.until, one.basis):
                assert str(words) in html, one.key
    with django_assert_max_num_queries(4):
        client.get(url)


@pytest.mark.parametrize("url", ["/tilgjengelighet/", "/en/accessibility/"])
def test_the_statement_says_status_tests_shortcomings_and_whom_to_tell(
    client, demo, url, django_assert_max_num_queries
):
    answer = client.get(url)
    html = unescape(answer.content.decode())
    page = answer.context["page"]
    for words in (page.tested_how, *page.known_shortcomings, "uutilsynet.no", "diskrimineringsnemnda.no", "2026-11-23"):
        assert words in html
    with django_assert_max_num_queries(4):
        client.get(url)


@pytest.mark.parametrize("compliance", AccessibilityPage.Compliance.values)
def test_each_status_has_its_own_words(client, demo, compliance):
    page = AccessibilityPage.objects.get(slug="accessibility")
    page.compliance = compliance
    page.save_revision().publish()
    words = {"full": "is fully in", "partial": "is partly in", "none": "is not in"}[compliance]
    assert words in client.get(page.url).content.decode()
