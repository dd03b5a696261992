"""Files of a case and mail without one, as staff work with them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prospects.models import Attachment, InboundMail
from prospects.services import files as files_service
from prospects.services import forget_due, take_in
from tests.factories import (
    ActivityFactory,
    AttachmentFactory,
    ContactFactory,
    InboundMailFactory,
    ProspectFactory,
)
from tests.factories.files import PDF
from tests.partners.test_agreement_admin import as_
from tests.prospects.looking import actions

from .test_forgetting import old_case
from .test_inbound import mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser():
    return as_(adviser=True)


def at(name: str, prospect, *more) -> str:
    return reverse(f"prospects:{name}", args=[prospect.pk, *more])


def upload(content: bytes = PDF, name: str = "tilbud.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_file_is_added_found_on_the_page_and_fetched(adviser):
    prospect = ProspectFactory()
    assert adviser.post(at("add_file", prospect), {"file": upload(), "shared": "on"}).status_code == 302
    kept = Attachment.objects.get()
    assert (kept.came_from, kept.added_by, kept.shared_with_prospect) == ("staff", adviser.user, True)
    assert at("file", prospect, kept.pk) in adviser.get(at("case", prospect)).content.decode()
    answer = adviser.get(at("file", prospect, kept.pk))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert actions(prospect) == ["prospects.file_added"]


@pytest.mark.parametrize(
    "typed",
    [{}, {"file": ""}, {"file": SimpleUploadedFile("x.svg", b"<svg/>")}, {"file": SimpleUploadedFile("x", b"")}],
)
def test_what_is_no_file_we_take_is_refused_on_the_page(adviser, typed):
    prospect = ProspectFactory()
    assert adviser.post(at("add_file", prospect), typed).status_code == 422
    assert not Attachment.objects.exists()


def test_a_file_is_shown_hidden_and_deleted(adviser, django_capture_on_commit_callbacks):
    kept = AttachmentFactory()
    prospect, storage, name = kept.prospect, kept.file.storage, kept.file.name
    for verb, shared in (("share", True), ("share", True), ("unshare", False), ("tull", False)):
        assert adviser.post(at("change_file", prospect, kept.pk), {"verb": verb}).status_code == 302
        kept.refresh_from_db()
        assert kept.shared_with_prospect is shared
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        adviser.post(at("change_file", prospect, kept.pk), {"verb": "delete"})
    assert not Attachment.objects.exists()
    assert not storage.exists(name)
    assert actions(prospect) == ["prospects.file_shared", "prospects.file_unshared", "prospects.file_deleted"]


def test_a_file_of_another_case_is_not_found_through_this_one(adviser):
    foreign, prospect = AttachmentFactory(), ProspectFactory()
    assert adviser.get(at("file", prospect, foreign.pk)).status_code == 404
    assert adviser.post(at("change_file", prospect, foreign.pk), {"verb": "delete"}).status_code == 404
    assert Attachment.objects.exists()


@pytest.mark.parametrize(
    ("role", "ours", "theirs"),
    [("adviser", 200, 200), ("manager", 200, 200), ("analyst", 200, 404), ("communications", 403, 403)],
)
def test_what_came_from_persons_is_only_for_those_who_may_see_persons(role, ours, theirs):
    client = as_(**{role: True})
    for kept, status in ((AttachmentFactory(), ours), (AttachmentFactory(from_prospect=True), theirs)):
        assert client.get(at("file", kept.prospect, kept.pk)).status_code == status
        visible = Attachment.objects.visible_to(client.user).filter(pk=kept.pk).exists()
        assert visible is (status == 200)


def test_an_analyst_reads_no_mail_of_a_person(adviser):
    prospect = ProspectFactory()
    for status in ("draft", "filed"):
        ActivityFactory(prospect=prospect, mail=True, way="in", status=status, text="Ring 22 33 44 55", quoted="SITAT")
    seen = adviser.get(at("case", prospect)).content.decode()
    hidden = as_(analyst=True).get(at("case", prospect)).content.decode()
    assert (seen.count("Ring 22 33 44 55"), seen.count("SITAT")) == (2, 2)
    assert "Ring 22" not in hidden
    assert "SITAT" not in hidden


def test_a_case_holds_only_so_many_files(adviser, monkeypatch):
    monkeypatch.setattr(files_service, "MOST_FILES", 1)
    kept = AttachmentFactory()
    adviser.post(at("add_file", kept.prospect), {"file": upload()})
    assert Attachment.objects.count() == 1


def test_the_page_of_a_case_asks_no_more_with_more_files(adviser, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    prospect = ProspectFactory()

    def fill():
        AttachmentFactory(prospect=prospect, added_by=adviser.user)
        draft = ActivityFactory(prospect=prospect, mail=True, way="in", status="draft", contact=prospect.main_contact)
        AttachmentFactory(prospect=prospect, activity=draft, from_prospect=True)

    fill()
    adviser.get(at("case", prospect))
    with CaptureQueriesContext(
        connection,
    ) as few:
        adviser.get(at("case", prospect))
    for _number in range(5):
        fill()
    with django_assert_num_queries(len(few)):
        adviser.get(at("case", prospect))


def test_files_go_with_the_persons_of_an_old_case(django_capture_on_commit_callbacks):
    prospect = old_case()
    kept = AttachmentFactory(prospect=prospect)
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_due() == 1
    assert not Attachment.objects.exists()
    assert not kept.file.storage.exists(kept.file.name)


def test_a_file_of_an_old_case_without_persons_goes_too():
    prospect = old_case()
    prospect.contacts.all().delete()
    AttachmentFactory(prospect=prospect)
    assert forget_due() == 1
    assert not Attachment.objects.exists()


# --- mail without a case ----------------------------------------------------------------------------------------------
def unfiled() -> str:
    return reverse("prospects:unfiled")


def place(mail_: InboundMail) -> str:
    return reverse("prospects:place_mail", args=[mail_.pk])


@pytest.mark.parametrize("written", ["P-{:05d}", "p-{}", "{}", " P-{:05d} "])
def test_a_mail_is_put_in_the_case_that_was_named(adviser, written):
    kept, prospect = take_in(mail("Når kan vi komme?")), ProspectFactory()
    assert "Når kan vi komme?" in adviser.get(unfiled()).content.decode()
    typed = {"verb": "place", "case": written.format(prospect.pk)}
    assert adviser.post(place(kept), typed).url == at("case", prospect) + "#drafts"
    draft = prospect.activities.get()
    assert "Når kan vi komme?" in draft.text
    assert "ingrid@nordlys.example" in draft.text
    assert "Når kan vi komme?" not in adviser.get(unfiled()).content.decode()
    adviser.post(place(kept), typed)
    assert prospect.activities.count() == 1


def test_the_person_who_wrote_is_known_again(adviser):
    kept, prospect = take_in(mail()), ProspectFactory()
    contact = ContactFactory(prospect=prospect, email="Ingrid@Nordlys.example")
    adviser.post(place(kept), {"verb": "place", "case": str(prospect.pk)})
    assert prospect.activities.get().contact == contact


@pytest.mark.parametrize("typed", ["", "P-99999", "tull", "9" * 20, "²", "-1", "\x00"])
def test_a_case_that_is_not_there_is_said_and_what_was_typed_stays(adviser, typed):
    kept = InboundMailFactory()
    answer = adviser.post(place(kept), {"verb": "place", "case": typed})
    assert answer.status_code == 422
    if typed == "P-99999":
        assert 'value="P-99999"' in answer.content.decode()
    kept.refresh_from_db()
    assert kept.status == "unfiled"


def test_a_mail_is_thrown_away_and_nothing_of_it_is_kept(adviser):
    kept = InboundMailFactory()
    adviser.post(place(kept), {"verb": "discard"})
    kept.refresh_from_db()
    assert (kept.status, kept.sender, kept.subject, kept.text) == ("discarded", "", "", "")


def test_the_list_asks_no_more_with_more_mails(adviser, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    InboundMailFactory()
    adviser.get(unfiled())
    with CaptureQueriesContext(connection) as few:
        adviser.get(unfiled())
    InboundMailFactory.create_batch(25)
    InboundMailFactory(noted=True)
    with django_assert_num_queries(len(few)):
        page = adviser.get(unfiled()).content.decode()
    assert page.count("Har dere noe ledig?") == 20
    assert adviser.get(unfiled() + "?side=2").content.decode().count("Har dere noe ledig?") == 6
    assert adviser.get(unfiled() + "?side=tull").status_code == 200


@pytest.mark.parametrize(("role", "status"), [("adviser", 200), ("manager", 200), ("analyst", 403)])
def test_mail_without_a_case_is_for_those_who_see_persons(role, status):
    kept, client = InboundMailFactory(), as_(**{role: True})
    assert client.get(unfiled()).status_code == status
    assert InboundMail.objects.visible_to(client.user).exists() is (status == 200)
    client.post(place(kept), {"verb": "discard"})
    kept.refresh_from_db()
    assert (kept.status == "discarded") is (status == 200)
