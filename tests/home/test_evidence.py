"""Evidence is kept once: what changes there shows everywhere, and nothing overdue shows as if it were fresh."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from home.cards import evidence as cards
from home.cards import proof
from home.models import StrengthPage
from prospects.models import Evidence
from tests.conftest import login
from tests.factories import UserFactory

from .settling import settle
from .small_site import SmallSite, evidence
from .test_why_pages import queries, words

OVERDUE = "Vi sjekker dette på nytt", "We are checking this again"
PLACES = ["/hvorfor/", "/hvorfor/knutepunkt/", "/bransjer/havn/", "/kontakt/"]


@pytest.fixture
def site(db):
    return SmallSite()


@pytest.fixture
def shown(site):
    """A figure that shows on four pages: by itself on three, chosen by an editor on the fourth."""
    made = evidence(site.hub, "Kaia er dyp", industries=(site.port,))
    site.write("contact", [("evidence", {"heading": "Tall", "items": [made]})])
    return made


def staff(role: Role, **more) -> Client:
    """Somebody in that role, with the second factor that staff must have."""
    user = UserFactory(role=role, **more)
    TOTP.activate(user, "A" * 32)
    return login(Client(), user)


def says_overdue(text: str) -> bool:
    return any(words in text for words in OVERDUE)


# --- On the pages ----------------------------------------------------------------------------------------------------
def test_one_change_of_a_figure_shows_everywhere(shown):
    assert all("42" in words(path) for path in PLACES)
    shown.figure = "4711"
    shown.save()
    settle()
    for path in PLACES:
        assert "4711" in words(path) and " 42 " not in words(path)


def test_a_figure_carries_its_source_and_its_date(shown):
    shown.source_url = "https://example.org/kilden"
    shown.save()
    settle()
    for path in PLACES:
        html = Client().get(path).content.decode()
        assert '<a href="https://example.org/kilden" rel="noopener">Kilden</a>' in html
        assert '<time datetime="2020-01-02">2. januar 2020</time>' in html


def test_an_overdue_figure_never_shows_silently(shown):
    assert not any(says_overdue(words(path)) for path in PLACES)
    shown.review_on = timezone.localdate() - timedelta(days=1)
    shown.save()
    settle()
    for path in PLACES:
        assert says_overdue(words(path))
        assert f"{shown.review_on.day}. " in words(path) and str(shown.review_on.year) in words(path)


def test_a_figure_that_becomes_overdue_says_so_though_nothing_was_saved(shown):
    with time_machine.travel(timezone.now(), tick=True) as clock:
        card = next(one for one in cards("nb") if one.pk == shown.pk)
        assert not card.is_overdue
        clock.shift(timedelta(days=101))
        assert card.is_overdue  # the very card that was remembered
        assert all(says_overdue(words(path)) for path in PLACES)


def test_the_day_of_the_check_itself_is_not_overdue(site):
    made = evidence(site.hub, "I dag", due_in=0)
    assert not made.is_overdue and not proof("nb")[0].is_overdue
    assert Evidence.objects.overdue().count() == 0


def test_a_retired_figure_is_gone_and_its_block_with_it(shown):
    shown.is_retired = True
    shown.save()
    settle()
    for path in PLACES:
        assert "Kaia er dyp" not in words(path)
    assert "Tall" not in words("/kontakt/")


def test_a_figure_that_was_deleted_after_all_breaks_nothing(shown):
    shown.delete()
    settle()
    assert all("Kaia er dyp" not in words(path) for path in PLACES)


def test_what_was_chosen_costs_a_page_no_query_per_item(site):
    chosen = [evidence(site.hub, f"Grunn {number}") for number in range(6)]
    page = site.write("knutepunkt", [("evidence", {"heading": "", "items": chosen[:1]})])
    settle()
    one = queries(page.url)
    rows = [("evidence", {"heading": "", "items": chosen})] * 3
    site.write("knutepunkt", rows)
    settle()
    assert queries(page.url) == one <= 4


def test_the_chooser_asks_once_at_most_outside_of_pages(site):
    chosen = [evidence(site.hub, f"Grunn {number}") for number in range(6)]
    site.write("knutepunkt", [("evidence", {"heading": "", "items": chosen})] * 2)
    with CaptureQueriesContext(connection) as asked:
        page = StrengthPage.objects.get(slug="knutepunkt", locale__language_code="nb")
        found = [row.pk for block in page.body for row in block.value["items"]]
    assert found == [one.pk for one in chosen] * 2
    assert len(asked) <= 2  # the page, and its evidence


# --- In the admin ----------------------------------------------------------------------------------------------------
LIST = "wagtailsnippets_prospects_evidence:list"


def test_the_list_says_in_words_what_is_overdue_and_filters_by_it(site):
    evidence(site.hub, "Gammelt nytt", due_in=-3)
    evidence(site.compact, "Ferskt nytt")
    client = staff(Role.COMMUNICATIONS)
    everything = client.get(reverse(LIST)).content.decode()
    assert "3 dager over fristen" in everything or "Overdue by 3 days" in everything
    overdue = client.get(reverse(LIST), {"is_overdue": "yes"}).content.decode()
    assert "Gammelt nytt" in overdue and "Ferskt nytt" not in overdue
    fresh = client.get(reverse(LIST), {"is_overdue": "no"}).content.decode()
    assert "Ferskt nytt" in fresh and "Gammelt nytt" not in fresh
    hub = client.get(reverse(LIST), {"strength": site.hub.pk}).content.decode()
    assert "Gammelt nytt" in hub and "Ferskt nytt" not in hub
    for nonsense in ({"strength": "x"}, {"is_overdue": "'"}, {"owner": "-1"}, {"industries": "0"}):
        assert client.get(reverse(LIST), nonsense).status_code == 200


@pytest.mark.parametrize(
    ("role", "may_see", "may_change"),
    [
        (Role.COMMUNICATIONS, True, True),
        (Role.PROGRAMME_MANAGER, True, True),
        (Role.ANALYST, True, True),
        (Role.ADVISER, True, False),
        (Role.STEERING_GROUP, False, False),
    ],
)
def test_each_role_sees_and_changes_what_it_may(site, role, may_see, may_change):
    made = evidence(site.hub, "Kaia er dyp", due_in=-3)
    client = staff(role)
    edit = reverse("wagtailsnippets_prospects_evidence:edit", args=[made.pk])
    assert (client.get(reverse(LIST)).status_code == 200) is may_see
    assert (client.get(reverse("evidence_report")).status_code == 200) is may_see
    assert (client.get(edit).status_code == 200) is may_change
    assert ("Kaia er dyp" in client.get("/admin/").content.decode()) is may_change


def test_the_panel_of_the_day_is_there_only_while_something_is_overdue(site):
    made = evidence(site.hub, "Kaia er dyp", due_in=-3)
    client = staff(Role.ANALYST)
    assert "dp-evidence" in client.get("/admin/").content.decode()
    Evidence.objects.filter(pk=made.pk).update(is_retired=True)
    assert "dp-evidence" not in client.get("/admin/").content.decode()


def test_the_report_says_what_is_overdue_who_answers_and_where_it_is_used(site):
    owner = UserFactory(role=Role.ANALYST, first_name="Ada", last_name="Tallvik")
    made = evidence(site.hub, "Kaia er dyp", due_in=-3, owner=owner)
    evidence(site.hub, "Ferskt nytt")
    site.write("contact", [("evidence", {"heading": "Tall", "items": [made]})] * 2)
    site.write("knutepunkt", [("evidence", {"heading": "Tall", "items": [made]})])
    client = staff(Role.COMMUNICATIONS)
    report = client.get(reverse("evidence_report")).content.decode()
    assert "Kaia er dyp" in report and "Ada Tallvik" in report and "Ferskt nytt" not in report
    assert re.search(r">\s*2\s*<", report)
    lines = b"".join(client.get(reverse("evidence_report"), {"export": "csv"}).streaming_content).decode().splitlines()
    assert len(lines) == 2 and lines[1].endswith(",2")
    assert client.get(reverse("evidence_report"), {"export": "xlsx"}).status_code == 200


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t="])
def test_no_cell_of_the_report_begins_a_formula(site, start):
    evidence(site.hub, "x", due_in=-3, claim_nb=f"{start}HYPERLINK(1)", claim_en=f"{start}HYPERLINK(1)", figure="=1")
    answer = staff(Role.COMMUNICATIONS).get(reverse("evidence_report"), {"export": "csv"})
    row = b"".join(answer.streaming_content).decode().splitlines()[1]
    assert row.startswith(("'", "\"'")) and ",'=1," in row


def test_whoever_edits_a_page_hears_of_overdue_figures_on_it(site, shown):
    client = staff(Role.COMMUNICATIONS)
    edit = reverse("wagtailadmin_pages:edit", args=[site.pages["contact"]["nb"].pk])
    before = client.get(edit)
    assert before.status_code == 200, before.content.decode()[:2000]
    assert not any("Kaia er dyp" in str(said) for said in before.context["messages"])
    shown.review_on = timezone.localdate() - timedelta(days=1)
    shown.save()
    answer = client.get(edit)
    assert answer.status_code == 200
    assert any("Kaia er dyp" in str(said) for said in answer.context["messages"])


def test_what_is_in_use_is_retired_and_not_deleted(site, shown):
    client = staff(Role.PROGRAMME_MANAGER, is_superuser=True)
    delete = reverse("wagtailsnippets_prospects_evidence:delete", args=[shown.pk])
    answer = client.post(delete)
    assert answer.status_code == 302 and answer.url.startswith(
        reverse("wagtailsnippets_prospects_evidence:usage", args=[shown.pk])
    )
    assert Evidence.objects.filter(pk=shown.pk).exists()
    bulk = reverse("wagtail_bulk_action", args=["prospects", "evidence", "delete"])
    client.post(f"{bulk}?id={shown.pk}", {"confirm": "1"})
    assert Evidence.objects.filter(pk=shown.pk).exists()
    unused = evidence(site.hub, "Ubrukt")
    client.post(reverse("wagtailsnippets_prospects_evidence:delete", args=[unused.pk]))
    assert not Evidence.objects.filter(pk=unused.pk).exists()


def test_evidence_is_answered_for_by_staff_only(site):
    made = evidence(site.hub, "Kaia er dyp")
    member = UserFactory()
    analyst = UserFactory(role=Role.ANALYST)
    client = staff(Role.COMMUNICATIONS)
    edit = reverse("wagtailsnippets_prospects_evidence:edit", args=[made.pk])
    choices = client.get(edit).context["form"].fields["owner"].queryset
    assert analyst in choices and member not in choices


def test_evidence_is_dated_before_it_is_checked_again(site):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        evidence(site.hub, "Bakvendt", dated_on=date(2026, 1, 2), review_on=date(2026, 1, 1))
