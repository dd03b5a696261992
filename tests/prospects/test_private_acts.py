"""What a prospect does on its private page: writes, sends files, corrects, fetches everything, goes."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from common.mail import _builders
from home.retention_cases import forget_links
from prospects.files import check_file
from prospects.models import RENEWABLE_DAYS, Activity, Attachment, Contact, Handover, InterestForm, PrivateLink
from prospects.services import attach, record_activity
from tests.factories import (
    ActivityFactory,
    ConsentFactory,
    HandoverFactory,
    InterestFormFactory,
    PrivateLinkFactory,
    ProspectFactory,
    UserFactory,
)
from tests.factories.files import PDF
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db
LANGUAGES = ("nb", "en")


@pytest.fixture
def link():
    """A key to the page of a case with an adviser."""
    return PrivateLinkFactory(prospect=ProspectFactory(qualified=True, adviser=UserFactory(adviser=True)))


def at(name: str, link, *more, language: str = "nb") -> str:
    with translation.override(language):
        return reverse(f"private:{name}", args=[link.token, *more])


def pdf(name: str = "plan.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF)


# --- writing ----------------------------------------------------------------------------------------------------------
def test_a_question_becomes_a_draft_and_the_adviser_hears(client, link):
    assert client.post(at("write", link), {"text": "Når kan vi komme?"}).status_code == 302
    draft = link.prospect.activities.get(status="draft")
    assert (draft.kind, draft.way, draft.text) == ("mail", "in", "Når kan vi komme?")
    assert posted("prospect_wrote") == [{"activity": draft.pk, "reader": link.prospect.adviser_id}]
    page = client.get(at("page", link)).content.decode()
    assert "Når kan vi komme?" in page


def test_a_file_is_kept_and_can_be_fetched_again(client, link):
    assert client.post(at("write", link), {"text": "", "file": pdf()}).status_code == 302
    kept = Attachment.objects.get()
    assert (kept.came_from, kept.shared_with_prospect, kept.activity.status) == ("prospect", True, "draft")
    assert "plan" not in kept.file.name
    answer = client.get(at("file", link, kept.pk))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "typed",
    [
        {"text": " "},
        {"text": "x" * 5_001},
        {"text": "Hei\x00"},
        {"text": "Se her", "file": SimpleUploadedFile("side.html", b"<script>alert(1)</script>")},
        {"text": "Se her", "file": SimpleUploadedFile("tom.pdf", b"")},
        {"text": "Se her", "file": SimpleUploadedFile("a.pdf", b"MZ" + b"x" * 50)},
    ],
)
def test_what_we_cannot_take_comes_back_as_it_was_typed(client, link, typed):
    answer = client.post(at("write", link), typed)
    assert answer.status_code == 422
    assert not link.prospect.activities.filter(status="draft").exists()
    if typed["text"] == "Se her":
        assert "Se her</textarea>" in answer.content.decode()


def test_nobody_writes_without_end(client, link):
    for _number in range(20):
        client.post(at("write", link), {"text": "Hei"})
    answer = client.post(at("write", link), {"text": "Enda et"})
    assert answer.status_code == 429
    assert "Enda et</textarea>" in answer.content.decode()
    assert link.prospect.activities.filter(status="draft").count() == 20


def test_every_form_needs_its_csrf_token(link):
    strict = Client(enforce_csrf_checks=True)
    for name in ("write", "correct", "delete", "renew"):
        assert strict.post(at(name, link), {"text": "Hei", "is_sure": "on"}).status_code == 403
    assert Contact.objects.exists()


# --- files ------------------------------------------------------------------------------------------------------------
def test_only_what_is_shared_with_this_prospect_is_handed_out(client, link):
    checked = check_file(PDF, "plan.pdf")
    mine = attach(link.prospect, checked, by=link.prospect.adviser, shared=True)
    hidden = attach(link.prospect, checked, by=link.prospect.adviser)
    foreign = attach(ProspectFactory(), checked, by=link.prospect.adviser, shared=True)
    page = client.get(at("page", link)).content.decode()
    for file, status in ((mine, 200), (hidden, 404), (foreign, 404)):
        assert client.get(at("file", link, file.pk)).status_code == status
        assert (at("file", link, file.pk) in page) is (status == 200)
    mine.file.storage.delete(mine.file.name)
    assert client.get(at("file", link, mine.pk)).status_code == 404


# --- correcting -------------------------------------------------------------------------------------------------------
def typed(link, **changes) -> dict:
    contact, prospect = link.prospect.main_contact, link.prospect
    person = {name: getattr(contact, name) for name in ("name", "title", "email", "phone", "language")}
    company = {
        name: getattr(prospect, name)
        for name in ("company_name", "organisation_number", "employees", "area", "time_frame", "readiness", "need")
    }
    begun = {f"person-{name}": value for name, value in person.items()}
    return begun | {f"company-{name}": value for name, value in company.items()} | changes


def test_own_data_changes_at_once_and_the_log_keeps_no_address(client, link):
    form = typed(link, **{"person-email": "ny@nordlys.example", "person-name": "Ingrid Berg"})
    assert client.post(at("correct", link), form).status_code == 302
    contact = Contact.objects.get()
    assert (contact.name, contact.email) == ("Ingrid Berg", "ny@nordlys.example")
    assert "prospects.contact_corrected" in actions(link.prospect)
    from wagtail.models import ModelLogEntry

    assert not [entry for entry in ModelLogEntry.objects.all() if "ny@nordlys" in str(entry.data) + entry.label]
    assert posted("prospect_corrected") == [{"prospect": link.prospect.pk, "reader": link.prospect.adviser_id}]
    assert not link.prospect.activities.filter(status="draft").exists()


def test_facts_of_the_company_become_a_draft_and_stay_as_they_were(client, link):
    before = link.prospect.company_name
    form = typed(link, **{"company-company_name": "Nordlyd AS", "company-employees": "50plus"})
    form["company-employees"] = next(
        value for value, _label in type(link.prospect)._meta.get_field("employees").choices if value != "10-19"
    )
    client.post(at("correct", link), form)
    link.prospect.refresh_from_db()
    assert link.prospect.company_name == before
    draft = link.prospect.activities.get(status="draft")
    assert f"{before} → Nordlyd AS" in draft.text
    assert Contact.objects.get().name in str(draft.contact)


def test_nothing_changed_says_so(client, link):
    client.post(at("correct", link), typed(link))
    assert not posted("prospect_corrected")
    assert not link.prospect.activities.filter(status="draft").exists()


@pytest.mark.parametrize(
    "changes",
    [
        *({"person-email": "tull"}, {"person-name": ""}, {"person-phone": "9" * 40}, {"person-name": "a\x00"}),
        *({"company-company_name": ""}, {"company-employees": "tull"}, {"company-organisation_number": "123"}),
        {"company-need": "x" * 10_001},
    ],
)
def test_a_wrong_correction_comes_back_and_changes_nothing(client, link, changes):
    answer = client.post(at("correct", link), typed(link, **{"person-title": "Sjef", **changes}))
    assert answer.status_code == 422
    assert "Sjef" in answer.content.decode()
    assert Contact.objects.get().title == "Daglig leder"


def test_a_case_without_a_person_can_still_be_corrected(client):
    link = PrivateLinkFactory(prospect=ProspectFactory(contact=None))
    assert client.get(at("correct", link)).status_code == 200
    assert client.get(at("export", link)).status_code == 200


# --- the link ---------------------------------------------------------------------------------------------------------
def test_an_old_link_asks_for_a_new_one_and_the_answer_is_the_same_for_every_key(client):
    prospect = ProspectFactory()
    expired, revoked = PrivateLinkFactory(prospect=prospect, expired=True), PrivateLinkFactory(revoked=True)
    unknown = type("Link", (), {"token": "A" * 22})
    pages = [client.get(at("page", one)) for one in (expired, revoked, unknown)]
    assert {page.status_code for page in pages} == {404}
    tokens = (expired.token, revoked.token, unknown.token)
    bodies = {page.content.decode().replace(token, "") for page, token in zip(pages, tokens, strict=True)}
    assert len({body.split("csrfmiddlewaretoken")[0] for body in bodies}) == 1
    answers = [client.post(at("renew", one)) for one in (expired, revoked, unknown)]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert posted("private_link") == [{"prospect": prospect.pk}]


def test_a_link_is_renewed_only_so_often(client, link):
    for _number in range(5):
        assert client.post(at("renew", link)).status_code == 200
    assert len(posted("private_link")) == 3


def test_an_expired_link_can_ask_for_a_new_one_for_a_while(client):
    link = PrivateLinkFactory(expired=True)
    end = PrivateLink.objects.get().expires_at
    assert forget_links(end + timedelta(days=RENEWABLE_DAYS - 1)) == 0
    assert forget_links(end + timedelta(days=RENEWABLE_DAYS + 1)) == 1
    client.post(at("renew", link))
    assert posted("private_link") == []


# --- fetching everything ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_holds_all_that_is_the_prospects_and_nothing_else(client, link, language):
    prospect = link.prospect
    InterestFormFactory(prospect=prospect, need="Verksted nær havna.")
    ConsentFactory(contact=prospect.main_contact)
    handover = HandoverFactory(prospect=prospect, accepted=True)
    record_activity(prospect, kind="mail", text="Kom på besøk.", by=prospect.adviser)
    ActivityFactory(prospect=prospect, text="HEMMELIG NOTAT")
    ActivityFactory(prospect=prospect, call=True, text="HEMMELIG REFERAT")
    ProspectFactory(company_name="ANDRES SAK", contact={"name": "ANDRES NAVN"})
    attach(prospect, check_file(PDF, "tilbud.pdf"), by=prospect.adviser, shared=True)
    attach(prospect, check_file(PDF, "internt.pdf"), by=prospect.adviser)
    client.post(at("write", link), {"text": "Mitt spørsmål", "file": pdf("min.pdf")})
    answer = client.get(at("export", link, language=language))
    folder = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert folder.testzip() is None
    told = json.loads(folder.read("alt.json"))
    assert told["you"]["email"] == prospect.main_contact.email
    assert told["firms"][0]["firm"] == handover.firm.name
    assert told["firms"][0]["learned_who_you_are"] is True
    assert told["interest_forms"][0]["need"] == "Verksted nær havna."
    whole = folder.read("alt.json").decode() + folder.read("les-meg.html").decode()
    for words in ("Kom på besøk.", "Mitt spørsmål", prospect.main_contact.phone.replace("+", "")):
        assert words in whole
    for words in ("HEMMELIG", "ANDRES", "internt.pdf"):
        assert words not in whole
    files = sorted(name for name in folder.namelist() if name.startswith("filer/"))
    assert [name.partition("-")[2] for name in files] == ["tilbud.pdf", "min.pdf"]
    assert folder.read(files[0]) == PDF
    assert "prospects.data_fetched" in actions(prospect)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("status", "is_known", "shown"),
    [("draft", True, False), ("draft", False, False), ("filed", True, True), ("filed", False, False)],
)
def test_a_mail_is_shown_only_when_we_have_read_it_and_a_person_of_the_prospect_wrote_it(
    client, link, status, is_known, shown
):
    contact = link.prospect.main_contact if is_known else None
    ActivityFactory(
        prospect=link.prospect, mail=True, way="in", by_mail=True, status=status, contact=contact, text="BREV"
    )
    assert ("BREV" in client.get(at("page", link)).content.decode()) is shown
    folder = zipfile.ZipFile(io.BytesIO(b"".join(client.get(at("export", link)).streaming_content)))
    assert ("BREV" in folder.read("alt.json").decode()) is shown


# --- deleting ---------------------------------------------------------------------------------------------------------
def test_delete_me_takes_two_steps(client, link):
    assert client.get(at("delete", link)).status_code == 200
    assert client.post(at("delete", link)).status_code == 422
    assert Contact.objects.exists()


def test_after_delete_me_nothing_of_the_person_is_left_and_the_figure_stays(
    client, link, django_capture_on_commit_callbacks
):
    prospect = link.prospect
    InterestFormFactory(prospect=prospect)
    ConsentFactory(contact=prospect.main_contact)
    asked, accepted = HandoverFactory(prospect=prospect), HandoverFactory(prospect=prospect, accepted=True)
    done = HandoverFactory(prospect=prospect, done=True)
    record_activity(prospect, kind="mail", text="Hei Ingrid.", by=prospect.adviser)
    client.post(at("write", link), {"text": "Jeg heter Ingrid.", "file": pdf()})
    file = Attachment.objects.get().file
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(at("delete", link), {"is_sure": "on"})
    assert answer.status_code == 302
    assert client.get(answer.url).status_code == 200
    assert client.get(at("page", link)).status_code == 404
    assert not file.storage.exists(file.name)
    for model in (Contact, InterestForm, Attachment, PrivateLink):
        assert not model.objects.exists(), model
    assert set(Activity.objects.values_list("text", "quoted")) == {("", "")}
    assert not Activity.objects.filter(status="draft").exists()
    statuses = dict(Handover.objects.values_list("pk", "status"))
    assert statuses == {asked.pk: "withdrawn", accepted.pk: "withdrawn", done.pk: "done"}
    accepted.refresh_from_db()
    assert not accepted.shows_identity
    prospect.refresh_from_db()
    assert (prospect.standing, prospect.need) == ("withdrawn", "")
    assert prospect.company_name
    assert "prospects.deleted_on_request" in actions(prospect)
    assert posted("prospect_deleted") == [{"prospect": prospect.pk, "reader": prospect.adviser_id}]


@pytest.mark.parametrize("trait", ["resting", "lost", "withdrawn"])
def test_a_case_that_is_not_under_way_can_be_deleted_too(client, trait):
    link = PrivateLinkFactory(prospect=ProspectFactory(qualified=True, adviser=UserFactory(), **{trait: True}))
    assert client.post(at("delete", link), {"is_sure": "on"}).status_code == 302
    assert not Contact.objects.exists()


# --- the page ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("stage", ["new", "qualified", "contacted", "shown", "deciding", "established", "verified"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_happens_next_at_every_stage(client, stage, language):
    prospect = ProspectFactory(**({stage: True} if stage != "new" else {}))
    answer = client.get(at("page", PrivateLinkFactory(prospect=prospect), language=language))
    assert answer.context["next_step"]
    for header in ("Cache-Control", "X-Robots-Tag", "Referrer-Policy"):
        assert answer[header]


def test_the_page_asks_no_more_of_the_database_with_more_files(client, link, django_assert_max_num_queries):
    for number in range(10):
        attach(link.prospect, check_file(PDF, f"{number}.pdf"), by=None, came_from="prospect", shared=True)
        ActivityFactory(prospect=link.prospect, mail=True)
    with django_assert_max_num_queries(28):
        client.get(at("page", link))


def test_the_face_of_the_adviser_is_shown_when_the_public_pages_have_one(client, link):
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file

    from home.models import ContactPerson

    image = get_image_model().objects.create(title="Åse", file=get_test_image_file())
    person = ContactPerson.objects.create(
        name="Åse", title_nb="Rådgiver", email=link.prospect.adviser.email.upper(), photo=image
    )
    assert 'class="private__face"' in client.get(at("page", link)).content.decode()
    ContactPerson.objects.filter(pk=person.pk).update(is_retired=True)
    assert 'class="private__face"' not in client.get(at("page", link)).content.decode()


# --- letters ----------------------------------------------------------------------------------------------------------
KINDS = ("private_link", "prospect_wrote", "prospect_corrected", "prospect_deleted")


def letter_of(kind: str, language: str, reader=None):
    prospect = ProspectFactory(contact={"language": language})
    if kind == "private_link":
        return _builders[kind](prospect=prospect.pk)
    reader = reader or UserFactory(adviser=True, language=language)
    draft = ActivityFactory(prospect=prospect, mail=True, way="in", status="draft", text="HEMMELIG")
    about = {"activity": draft.pk} if kind == "prospect_wrote" else {"prospect": prospect.pk}
    return _builders[kind](**about, reader=reader.pk)


def test_every_letter_of_the_private_page_is_in_the_table():
    ours = {kind for kind, builder in _builders.items() if builder.__module__ == "prospects.mail_private"}
    assert ours == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_letter_says_one_thing_and_nothing_of_what_was_written(kind, language):
    built = letter_of(kind, language)
    assert built.language == language
    assert "%(" not in built.subject + " ".join(built.paragraphs)
    assert "HEMMELIG" not in " ".join([built.subject, *built.paragraphs])
    assert ("/mitt/" in built.action[1]) is (kind == "private_link")


@pytest.mark.parametrize("kind", KINDS[1:])
def test_what_names_a_company_goes_only_to_staff_who_see_cases(kind):
    assert letter_of(kind, "nb", UserFactory()) is None
    assert letter_of(kind, "nb", UserFactory(communications=True)) is None


def test_what_was_read_meanwhile_is_not_told():
    draft = ActivityFactory(mail=True, way="in", status="filed")
    assert _builders["prospect_wrote"](activity=draft.pk, reader=UserFactory(adviser=True).pk) is None
