"""The public search: what people ask, and what nobody may find."""

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import translation
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.rich_text import RichText

from home.demo import search as demo_search
from home.models import FrontPage, PromotedResult, SearchPage, SearchSynonym, StandardPage
from home.search.finding import LONGEST_QUESTION, asked, kind_of, search
from home.search.known import Known
from home.search.snippets import marked, snippet
from home.search.words import fold, stem, stems_of
from tests.conftest import load_demo

# False while the demo lacks pages of some types: questions that only they answer wait. True lets none wait.
ALL_TYPES_ARE_IN_THE_DEMO = True

# What people ask every day, and the pages that answer it: types, or slugs. One of them is among the first three.
QUESTIONS = [
    ("nb", "hvor lang tid tar det å få svar", ["home.ContactPage", "home.InterestPage", "kontakt"]),
    ("nb", "hva koster det å være partner", ["bli-partner"]),
    ("nb", "ledige lokaler", ["home.PremisesPage"]),
    ("nb", "hvem kan jeg snakke med", ["home.ContactPage", "kontakt"]),
    ("nb", "fadder", ["hva-gjor-en-fadder"]),
    ("nb", "tomt nær havna", ["home.PremisesPage"]),
    ("nb", "personvern", ["home.PrivacyPage", "personvern"]),
    ("nb", "jobb hos dere", ["home.VacancyIndexPage", "home.VacancyPage"]),
    ("nb", "arrangementer", ["home.EventIndexPage", "home.EventPage"]),
    ("nb", "hva betyr kompakt", ["home.StrengthPage", "home.FrontPage"]),
    ("nb", "hvem eier programmet", ["om"]),
    ("nb", "hva lagrer dere om meg", ["home.PrivacyPage", "personvern"]),
    ("en", "how long before I hear back", ["home.ContactPage", "home.InterestPage", "contact"]),
    ("en", "what does it cost to be a partner", ["become-a-partner"]),
    ("en", "vacant offices", ["home.PremisesPage"]),
    ("en", "who can I talk to", ["home.ContactPage", "contact"]),
    ("en", "mentor", ["what-a-mentor-does"]),
    ("en", "plot near the port", ["home.PremisesPage"]),
    ("en", "privacy", ["home.PrivacyPage", "privacy"]),
    ("en", "jobs with you", ["home.VacancyIndexPage", "home.VacancyPage"]),
    ("en", "events", ["home.EventIndexPage", "home.EventPage"]),
    ("en", "what does kompakt mean", ["home.StrengthPage", "four-ks-in-one-morning"]),
    ("en", "who owns the programme", ["about"]),
    ("en", "do you store my data", ["home.PrivacyPage", "privacy"]),
]
ODD = [
    "\x00",
    "kontor\x00",
    "'",
    '"',
    '"kontor',
    "kontor AND",
    "OR OR NOT",
    "kontor*",
    "((",
    "a & | ! b:*",
    "%",
    "_%\\",
    "-",
    "---",
    "🏭🚪",
    "👩‍👩‍👧 kontor",
    "\u202ekontor",
    "\ud800",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ question }} {% now 'Y' %}",
    "x" * 10_000,
    "kontor " * 2_000,
    "ﬁrma ｋｏｎｔｏｒ",
    "١٢٣ 漢字",
    "e-post-e-post-e-post",
]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo with its search page, once for all tests here, rolled back afterwards."""
    both = {**settings.WAGTAILSEARCH_BACKENDS, "site": {"BACKEND": "home.search.index"}}
    with django_db_blocker.unblock(), override_settings(WAGTAILSEARCH_BACKENDS=both), transaction.atomic():
        load_demo()
        call_command("update_index", backend_name="site", verbosity=0)
        if not SearchSynonym.objects.exists():
            demo_search.teach()
        for code in ("nb", "en"):
            if not SearchPage.objects.filter(locale__language_code=code).exists():
                add(code, SearchPage(**demo_search.PAGE[code]))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site(loaded, db):
    """The public site, as it was before each test."""
    fresh()


def fresh() -> None:
    """What the search keeps at hand is read anew, as after a commit."""
    transaction.get_connection().run_on_commit.clear()
    caches["pages"].clear()


def front(code: str) -> FrontPage:
    """The front page of a language."""
    return FrontPage.objects.get(locale__language_code=code)


def add(code: str, page: Page, *, under: Page | None = None, live: bool = True) -> Page:
    """A new page, live or a draft."""
    page.locale = Locale.objects.get(language_code=code)
    page.live = live
    (under or front(code)).add_child(instance=page)
    revision = page.save_revision(log_action=False)
    if live:
        revision.publish(log_action=False)
    fresh()
    return page


def found(question: str, code: str = "nb", **how):
    """The answer to a question."""
    return search(asked(question), code, **how)


def titles(question: str, code: str = "nb", **how) -> list[str]:
    """The titles of the first results, without marks."""
    return [hit.page.title for hit in found(question, code, **how).hits]


def is_answer(page: Page, wanted: str) -> bool:
    """Whether a page is of the type, or has the slug, that is wanted."""
    return isinstance(page.specific, apps.get_model(wanted)) if "." in wanted else page.slug == wanted


def is_in_demo(wanted: str, code: str) -> bool:
    """Whether the demo has such a page."""
    pages = Page.objects.live().filter(locale__language_code=code)
    return (pages.type(apps.get_model(wanted)) if "." in wanted else pages.filter(slug=wanted)).exists()


@pytest.mark.parametrize(("code", "question", "answers"), QUESTIONS, ids=[row[1] for row in QUESTIONS])
def test_everyday_questions_are_answered_among_the_first_three(site, code, question, answers):
    if not ALL_TYPES_ARE_IN_THE_DEMO and not any(is_in_demo(wanted, code) for wanted in answers):
        pytest.skip("The demo has no page that could answer this yet.")
    hits = found(question, code).hits[:3]
    assert any(is_answer(hit.page, wanted) for hit in hits for wanted in answers), [hit.url for hit in hits]


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("nb", "ansatte", "ansatt"),
        ("nb", "bedriftene", "bedrift"),
        ("nb", "kontorer", "kontoret"),
        ("nb", "Åpner", "aapner"),
        ("nb", "søknad", "soeknad"),
        ("en", "companies", "company"),
        ("en", "moving", "moved"),
        ("en", "café", "cafe"),
    ],
)
def test_forms_of_a_word_are_one_word(code, one, other):
    assert stem(one, code) == stem(other, code)


def test_words_that_only_look_alike_stay_apart():
    assert stem("ledige", "nb") != stem("leder", "nb")
    assert stem("ledige", "nb") == stem("ledig", "nb")
    assert stem("news", "en") != stem("new", "en")


def test_hyphens_join_and_part():
    assert stems_of("e-post", "nb") == ["epost", "e", "post"]
    assert fold("Ærø-brygga") == "aeroe-brygga"


@pytest.mark.parametrize(
    ("code", "written", "asked_for"),
    [
        ("nb", "Vi leier ut vinterhager", "vinterhage"),
        ("nb", "Vi leier ut vinterhager", "hager"),
        ("nb", "Et kontor og en hage", "kontorhage"),
        ("nb", "Båtsaga åpner øverst", "baatsaga"),
        ("nb", "Båtsaga åpner øverst", "batsaga overst"),
        ("nb", "Send en e-post", "epost"),
        ("nb", "Bjelkelagsbefaring", "bjelkelagsbef"),
        ("en", "Orchards are blooming", "orchard bloom"),
    ],
)
def test_a_page_is_found_by_other_forms_of_its_words(site, code, written, asked_for):
    page = add(code, StandardPage(title="Zebra", slug="zebra", intro=f"{written}. Hagen er en hage."))
    assert page.title in titles(asked_for, code)


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [("nb", "kontorr", "kontor"), ("nb", "parnter", "partner"), ("en", "premisses", "premises")],
)
def test_a_slip_of_the_keys_is_forgiven_and_said(site, code, typed, meant):
    answer = found(typed, code)
    assert answer.shown_for == meant
    assert [hit.url for hit in answer.hits] == [hit.url for hit in found(meant, code).hits]


def test_the_words_can_be_taken_literally(site):
    answer = found("kontorr", is_literal=True)
    assert (answer.shown_for, answer.hits, answer.total) == ("", [], 0)


def test_only_the_mistyped_word_is_corrected(site):
    assert found("Hvem eier prosjketet?").shown_for == "Hvem eier prosjektene?"


def test_a_short_word_and_a_number_are_never_corrected():
    known = Known("nb", pages=1, counts={"hus": 1, "2020": 1}, words=["hus", "2020"], shapes=["hus", "2020"])
    assert known.nearest("hup") == ""
    assert known.nearest("2021") == ""


@pytest.mark.parametrize(("asked_for", "written"), [("giraff", "okapi"), ("okapi", "giraff")])
def test_synonyms_work_both_ways(site, asked_for, written):
    page = add("nb", StandardPage(title="Zebra", slug="zebra", intro=f"Vi har en {written} i kjelleren."))
    assert page.title not in titles(asked_for, is_literal=True)
    SearchSynonym.objects.create(language="nb", words="giraff, okapi")
    fresh()
    assert titles(asked_for)[0] == page.title


def test_a_phrase_can_be_a_synonym(site):
    page = add("nb", StandardPage(title="Zebra", slug="zebra", intro="Vi har en okapi i kjelleren."))
    SearchSynonym.objects.create(language="nb", words="langhalset dyr, okapi")
    fresh()
    assert titles("Har dere langhalsede dyr?")[0] == page.title


def test_synonyms_are_kept_to_their_language_and_can_be_retired(site):
    page = add("nb", StandardPage(title="Zebra", slug="zebra", intro="Vi har en okapi i kjelleren."))
    SearchSynonym.objects.create(language="en", words="giraff, okapi")
    SearchSynonym.objects.create(language="nb", words="giraff, okapi", is_retired=True)
    fresh()
    assert page.title not in titles("giraff")


def test_what_is_recommended_comes_first_once_and_says_why(site):
    page = add("nb", StandardPage(title="Zebra", slug="zebra", intro="Om striper."))
    PromotedResult.objects.create(page=page, phrases_nb="eier program\nstriper", reason_nb="Fordi", sort_order=1)
    fresh()
    hits = found("hvem eier programmet").hits
    assert (hits[0].page.title, hits[0].is_promoted, hits[0].reason) == ("Zebra", True, "Fordi")
    assert [hit.is_promoted for hit in found("striper").hits] == [True]
    assert "Zebra" not in titles("hvem eier huset")
    assert "Zebra" not in titles("striper", "en")
    PromotedResult.objects.update(is_retired=True)
    fresh()
    assert not any(hit.is_promoted for hit in found("striper").hits)


def test_a_recommended_page_has_its_translation_recommended(site):
    page = Page.objects.get(slug="om", locale__language_code="nb")
    PromotedResult.objects.create(page=page, phrases_en="zebra", reason_en="Because", sort_order=1)
    fresh()
    assert found("zebra", "en").hits[0].url == "/en/about/"


@pytest.mark.parametrize("how", ["draft", "unpublished", "deleted", "private", "below private"])
def test_what_not_everybody_may_see_is_never_found_nor_hinted_at(site, how):
    page = add("nb", StandardPage(title="Zebra", slug="zebra", intro="Kvabbelurium."), live=how != "draft")
    if how == "unpublished":
        page.unpublish(log_action=False)
    elif how == "deleted":
        page.delete()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif how == "below private":
        below = add("nb", StandardPage(title="Zebu", slug="zebu", intro="Kvabbelurium."), under=page)
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        assert below.live
    if how != "deleted":
        PromotedResult.objects.create(page=page, phrases_nb="xyzzyplugh")
    fresh()
    assert titles("kvabbelurium") == []
    assert titles("zebra") == []
    assert titles("xyzzyplugh") == []
    assert found("kvabbelurum").shown_for == ""


def test_a_change_that_is_not_published_is_not_found(site):
    page = add("nb", StandardPage(title="Zebra", slug="zebra", intro="Om striper."))
    page.intro = "Om kvabbelurium."
    page.save_revision(log_action=False)
    fresh()
    assert titles("kvabbelurium") == []
    page.get_latest_revision().publish(log_action=False)
    fresh()
    assert titles("kvabbelurium") == ["Zebra"]
    assert titles("striper", is_literal=True) == []


def test_the_languages_are_kept_apart(site):
    add("nb", StandardPage(title="Zebra", slug="zebra", intro="Striper."))
    add("en", StandardPage(title="Quagga", slug="quagga", intro="Stripes."))
    assert (titles("zebra"), titles("quagga", is_literal=True)) == (["Zebra"], [])
    assert (titles("quagga", "en"), titles("zebra", "en", is_literal=True)) == (["Quagga"], [])
    assert not any(hit.url.startswith("/en/") for hit in found("drammen").hits)
    assert all(hit.url.startswith("/en/") for hit in found("drammen", "en").hits)


def test_the_title_counts_more_than_the_introduction_and_that_more_than_the_text(site):
    text = [("paragraph", "<p>Om mye rart, og okapi.</p>")]
    body = StandardPage._meta.get_field("body").stream_block
    add("nb", StandardPage(title="Tekst", slug="tekst", body=body.normalize([(kind, RichText(v)) for kind, v in text])))
    add("nb", StandardPage(title="Innledning", slug="innledning", intro="Om mye rart, og okapi."))
    add("nb", StandardPage(title="Okapi", slug="okapi"))
    assert titles("okapi") == ["Okapi", "Innledning", "Tekst"]


def test_hit_words_are_marked_and_everything_else_is_escaped(site):
    add("nb", StandardPage(title="<b>Okapi</b> & co", slug="okapi", intro="<i>Stripene</i> til okapien."))
    hit = found("okapi").hits[0]
    assert hit.title == "&lt;b&gt;<mark>Okapi</mark>&lt;/b&gt; &amp; co"
    assert "<mark>okapien</mark>" in hit.snippet
    assert "<i>" not in hit.snippet
    assert marked("<okapi>", {"okapi": 1.0}, "nb") == "&lt;<mark>okapi</mark>&gt;"


def test_a_snippet_quotes_the_place_that_answers():
    text = "Innledning uten svar.\n" + "Fyllord her. " * 60 + "Zebraen svarer deg. " + "Mer fyll. " * 60
    quoted = snippet(text, {"zebra": 2.0}, "nb")
    assert quoted.startswith("… <mark>Zebraen</mark> svarer deg.")
    assert quoted.endswith("…")
    assert len(quoted) < 260
    assert snippet("", {"zebra": 1.0}, "nb") == ""


def test_the_kind_of_page_is_said_in_the_reader_s_language():
    said = []
    for code in ("nb", "en"):
        with translation.override(code):
            said.append(kind_of("home.standardpage"))
    assert said == ["Side", "Page"]
    assert kind_of("home.pagetypethatisgone") == ""


@pytest.mark.parametrize("raw", ODD, ids=range(len(ODD)))
def test_odd_questions_are_answered_calmly(site, rf, raw):
    page = SearchPage.objects.get(locale__language_code="nb")
    number = "9" * 5_000 if len(raw) % 2 else "-3"
    request = rf.get("/sok/", {"q": raw.encode("utf-8", "replace").decode(), "side": number})
    context = page.get_context(request)
    assert len(context["question"]) <= LONGEST_QUESTION
    assert "\x00" not in context["question"]
    assert context["found"] is None or context["found"].total >= 0


@pytest.mark.parametrize("raw", ODD, ids=range(len(ODD)))
def test_the_address_of_the_search_page_takes_odd_questions(site, client, raw):
    url = SearchPage.objects.get(locale__language_code="nb").url
    assert client.get(url, {"q": raw.encode("utf-8", "replace").decode()}).status_code == 200


def test_the_page_shows_results_and_stays_out_of_search_engines(site, client):
    url = SearchPage.objects.get(locale__language_code="nb").url
    empty = client.get(url).content.decode()
    assert "noindex" not in empty
    assert 'role="search"' in empty
    full = client.get(url, {"q": "kontorr <b>"}).content.decode()
    assert 'name="robots" content="noindex' in full
    assert "<mark>" in full
    assert "ordrett=1" in full
    assert "kontorr &lt;b&gt;" in full
    assert "<b>" not in full.split("<main")[1].split("</form>")[0]
    nothing = client.get(url, {"q": "xyzzyplugh", "ordrett": "1"}).content.decode()
    assert "<mark>" not in nothing
    assert nothing.count("<h1") == 1


def test_results_come_ten_a_page_and_keep_the_question(site, client):
    for number in range(25):
        add("nb", StandardPage(title=f"Zebra {number}", slug=f"zebra-{number}"))
    answers = [found("zebra", number=number) for number in ("1", "2", "3", "99")]
    assert [len(answer.hits) for answer in answers] == [10, 10, 5, 5]
    assert len({hit.url for answer in answers for hit in answer.hits}) == 25
    text = client.get(SearchPage.objects.get(locale__language_code="nb").url, {"q": "zebra & co"}).content.decode()
    assert "?q=zebra+%26+co&amp;side=2" in text


def test_a_search_takes_two_queries_however_many_pages_there_are(site):
    def queries(question: str) -> int:
        search(asked(question), "nb")
        with CaptureQueriesContext(connection) as captured:
            search(asked(question), "nb")
        return len(captured)

    few = queries("hvem eier programmet")
    for number in range(30):
        add("nb", StandardPage(title=f"Programmet {number}", slug=f"programmet-{number}"))
    fresh()
    assert queries("hvem eier programmet") == few <= 2


def test_indexing_anew_changes_nothing_and_forgets_what_is_gone(site):
    page = add("nb", StandardPage(title="Zebra", slug="zebra"))
    before = titles("fadder")
    Page.objects.filter(pk=page.pk).update(live=False)
    call_command("update_index", backend_name="site", verbosity=0)
    fresh()
    assert titles("fadder") == before
    assert titles("zebra", is_literal=True) == []


@pytest.mark.parametrize(
    ("words", "part"),
    [("bare ett", "at least two"), ("kontor, kontorer", "one word"), ("kontor, !!", "letters"), ("", "blank")],
)
def test_synonyms_that_do_nothing_are_refused_with_advice(db, words, part):
    with translation.override("en"), pytest.raises(ValidationError, match=part):
        SearchSynonym(language="nb", words=words).full_clean()


def test_a_word_stands_in_one_group_of_synonyms_only(db):
    SearchSynonym.objects.create(language="nb", words="giraff, okapi")
    with translation.override("en"), pytest.raises(ValidationError, match="already in the group"):
        SearchSynonym(language="nb", words="zebra, giraffer").full_clean()
    SearchSynonym(language="en", words="zebra, giraff").full_clean()


def test_a_recommendation_needs_a_phrase(db):
    page = Page.objects.order_by("path").last()
    with translation.override("en"), pytest.raises(ValidationError, match="Write what people search for"):
        PromotedResult(page=page).full_clean()
    with translation.override("en"), pytest.raises(ValidationError, match="no letters"):
        PromotedResult(page=page, phrases_nb="!!").full_clean()


def test_the_demo_s_synonyms_are_such_as_an_editor_may_write(site):
    for row in SearchSynonym.objects.all():
        row.full_clean()
    for promoted in PromotedResult.objects.all():
        promoted.full_clean()


def test_the_search_box_escapes_what_was_asked():
    box = render_to_string("components/search_box.html", {"action": "/sok/", "question": '"><script>'})
    assert "<script>" not in box
