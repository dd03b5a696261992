"""Vacancies: the list, the page, the application and its file, which only those who hire open."""

import uuid
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.mail import deliver_due
from home.models import ContactPerson, JobApplication, Vacancy, VacancyIndexPage, VacancyPage
from home.models.vacancies import KEPT_DAYS, private_storage
from home.public_forms import LARGEST_ATTACHMENT
from home.services import apply_for
from tests.conftest import login
from tests.factories import UserFactory
from tests.home.settling import settle
from tests.home.visiting import index_of, make_vacancy, plant_site, posted, typed_application, vacancy_page_of
from tests.prospects.test_races import race
from tests.sink import text_of

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\n%%EOF\n"


@pytest.fixture
def smtp(settings, sink):
    """Django sends by SMTP to the sink."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    return sink


def pdf(name: str = "cv.pdf", content: bytes = PDF, kind: str = "application/pdf") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content, kind)


def send(page, client=None, **changes):
    """Post an application."""
    return (client or Client()).post(f"{page.url}soknad/", typed_application(**changes))


def files() -> set[str]:
    """What lies in the private storage."""
    storage = private_storage()
    return set(storage.listdir("applications")[1]) if storage.exists("applications") else set()


@pytest.fixture(autouse=True)
def _no_files_left():
    before = files()
    yield
    for name in files() - before:
        private_storage().delete(f"applications/{name}")


# --- list and page --------------------------------------------------------------------------------------------------
def test_open_positions_come_first_and_closed_ones_stay_for_a_while():
    plant_site()
    for days, name in ((-90, "Old"), (-5, "Closed"), (20, "Later"), (3, "Soon")):
        vacancy_page_of(make_vacancy(days=days, name_nb=name), "en", slug=name.lower())
    settle()
    html = Client().get(index_of(VacancyIndexPage, "en").url).content.decode()
    assert "Old" not in html
    assert html.index("Soon") < html.index("Later") < html.index("Closed lately") < html.index(">Closed<")


def test_a_page_tells_the_facts_and_has_a_form_until_the_deadline():
    person = ContactPerson.objects.create(name="Ragnhild Hengslevik", title_nb="Leder", phone="+47 40 00 00 05")
    page = vacancy_page_of(make_vacancy(contact=person), "en")
    html = Client().get(page.url).content.decode()
    for said in ("Foreningen", "Drammen", "Full time", "Ragnhild Hengslevik", "10 days left", 'name="letter"'):
        assert said in html
    closed = Client().get(vacancy_page_of(make_vacancy(days=-1), "en").url).content.decode()
    assert 'name="letter"' not in closed
    assert "The deadline has passed" in closed
    assert "JobPosting" in html
    assert "JobPosting" not in closed


def test_page_and_list_cost_four_queries_with_few_and_with_many():
    plant_site()
    person = ContactPerson.objects.create(name="Ragnhild", title_nb="Leder", phone="1")
    counts = []
    for more in (20, 100):
        for number in range(more):
            page = vacancy_page_of(make_vacancy(contact=person), "en", slug=f"v-{more}-{number}")
        settle()
        row = []
        for url in (index_of(VacancyIndexPage, "en").url, page.url):
            Client().get(url)
            with CaptureQueriesContext(connection) as asked:
                assert Client().get(url).status_code == 200
            row.append(len(asked))
        counts.append(row)
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 4, counts


# --- the application ------------------------------------------------------------------------------------------------
def test_an_application_is_stored_with_its_file_under_a_random_name(smtp):
    page = vacancy_page_of(make_vacancy(), "en")
    before = files()
    response = send(page, attachment=pdf("../../Ola Søker CV.pdf"))
    assert (response.status_code, response["Location"]) == (302, f"{page.url}soknad/takk/")
    assert Client().get(response["Location"]).status_code == 200
    stored = JobApplication.objects.get()
    assert (stored.name, stored.phone, stored.language) == ("Ola Søker", "+47 22 33 44 55", "en")
    [name] = files() - before
    assert stored.attachment.name == f"applications/{name}"
    assert len(name) == 36
    assert "Ola" not in name
    assert stored.attachment.read() == PDF
    deliver_due()
    mail = smtp.wait_for("ola@soker.example")
    assert "Adviser" in mail["subject"]
    assert "Ansett meg" not in text_of(mail)


def test_no_file_is_needed():
    assert send(vacancy_page_of(make_vacancy())).status_code == 302
    assert not JobApplication.objects.get().attachment


FILES = {
    "html called pdf": pdf(content=b"<html><script>alert(1)</script>"),
    "svg": pdf("cv.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
    "magic later": pdf(content=b"\n" + PDF),
    "a word file": pdf("cv.docx", b"PK\x03\x04", "application/pdf"),
    "almost": pdf(content=b"%PDF"),
    "empty": pdf(content=b""),
    "too large": "large",
}


@pytest.mark.parametrize("case", FILES)
def test_what_is_no_pdf_or_too_large_is_refused_and_the_words_are_kept(case):
    page = vacancy_page_of(make_vacancy(), "en")
    before = files()
    upload = pdf(content=PDF + b"x" * LARGEST_ATTACHMENT) if FILES[case] == "large" else FILES[case]
    upload.seek(0)
    response = send(page, attachment=upload)
    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_attachment"' in html
    assert "Choose your file once more" in html
    assert "Ansett meg." in html
    assert not JobApplication.objects.exists()
    assert files() == before


def test_a_file_as_large_as_may_be_is_taken():
    page = vacancy_page_of(make_vacancy())
    content = PDF + b"x" * (LARGEST_ATTACHMENT - len(PDF))
    assert send(page, attachment=pdf("cv.exe", content, "application/x-msdownload")).status_code == 302


WRONG = {
    "no name": {"name": ""},
    "no address": {"email": "x"},
    "no letter": {"letter": " "},
    "long letter": {"letter": "x" * 6001},
    "zeros": {"letter": "a\x00b"},
    "no number": {"phone": "ring meg"},
    "honeypot": {"nettside": "x"},
    "forged stamp": {"started": "1"},
    "no submission": {"submission": ""},
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_and_the_file_must_be_chosen_again(case):
    page = vacancy_page_of(make_vacancy(), "en")
    response = send(page, attachment=pdf(), **WRONG[case])
    assert response.status_code == 422
    assert "Choose your file once more" in response.content.decode()
    assert not JobApplication.objects.exists()


def test_after_the_deadline_a_post_is_refused_in_words():
    page = vacancy_page_of(make_vacancy(days=-1), "en")
    response = send(page, attachment=pdf())
    assert response.status_code == 409
    assert "Your application was not taken" in response.content.decode()
    assert not JobApplication.objects.exists()


def test_the_same_form_sent_twice_is_one_application_and_one_file():
    page = vacancy_page_of(make_vacancy())
    typed = typed_application()
    before = files()
    for _time in range(2):
        response = Client().post(f"{page.url}soknad/", {**typed, "attachment": pdf()})
        assert response.status_code == 302
    assert JobApplication.objects.count() == len(files() - before) == len(posted("application_receipt")) == 1


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_by_several_at_once_is_one_application_and_one_file():
    vacancy = make_vacancy()
    before = files()
    for _round in range(4):
        person = {"name": "Ola", "email": "ola@soker.example", "phone": "", "letter": "Hei", "submission": uuid.uuid4()}
        told = race(*[lambda p=person: apply_for(vacancy, {**p, "attachment": pdf()}, language="nb").pk] * 4)
        assert len(set(told)) == 1, told
    assert JobApplication.objects.count() == len(files() - before) == 4


def test_one_network_applies_so_many_times_a_day():
    page = vacancy_page_of(make_vacancy())
    codes = [send(page, email=f"{number}@example.org").status_code for number in range(6)]
    assert codes == [302] * 5 + [429]


# --- who opens the file ---------------------------------------------------------------------------------------------
ROLES = {
    "manager": 200,
    "communications": 403,
    "adviser": 403,
    "analyst": 403,
    "steering_group": 403,
}


def applied() -> JobApplication:
    """An application with a file."""
    send(vacancy_page_of(make_vacancy()), attachment=pdf())
    return JobApplication.objects.get()


def staff(role: str) -> Client:
    """Somebody in that role, with a second factor."""
    user = UserFactory(**{role: True})
    TOTP.activate(user, "A" * 32)
    return login(Client(), user)


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_hire_open_the_file_and_read_the_list(role):
    application = applied()
    client = staff(role)
    for url in (
        f"/admin/jobbvedlegg/{application.pk}/",
        "/admin/jobbsoknader/",
        f"/admin/jobbsoknader/inspect/{application.pk}/",
    ):
        response = client.get(url)
        found = response.status_code if response.status_code != 302 else 403
        assert found == ROLES[role], url


def test_the_file_is_saved_and_never_opened_by_the_browser():
    application = applied()
    client = staff("manager")
    response = client.get(f"/admin/jobbvedlegg/{application.pk}/")
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == f'attachment; filename="soknad-{application.pk}.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert client.get("/admin/jobbvedlegg/999999/").status_code == 404
    assert Client().get(f"/admin/jobbvedlegg/{application.pk}/").status_code in (302, 403)
    assert Client().get(f"/media/{application.attachment.name}").status_code == 404
    private_storage().delete(application.attachment.name)
    assert client.get(f"/admin/jobbvedlegg/{application.pk}/").status_code == 404


def test_the_list_of_applications_cannot_be_taken_out():
    applied()
    response = staff("manager").get("/admin/jobbsoknader/?export=csv")
    assert (response.status_code, response["Location"]) == (302, "/admin/")


# --- deleted --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("how", ["one", "several"])
def test_an_application_goes_with_its_file(how, django_capture_on_commit_callbacks):
    before = files()
    application = applied()
    assert len(files() - before) == 1
    with django_capture_on_commit_callbacks(execute=True):
        if how == "one":
            application.delete()
        else:
            JobApplication.objects.filter(pk=application.pk).delete()
    assert files() == before
    assert not JobApplication.objects.exists()


def test_a_deletion_that_is_undone_keeps_the_file(django_capture_on_commit_callbacks):
    before = files()
    application = applied()
    with django_capture_on_commit_callbacks(execute=False):
        application.delete()
    assert len(files() - before) == 1


def test_applications_are_due_for_deletion_half_a_year_after_the_deadline():
    vacancy = make_vacancy()
    vacancy_page_of(vacancy)
    send(VacancyPage.objects.get())
    expired = JobApplication.objects.expired
    assert not expired(vacancy.deadline_at + timedelta(days=KEPT_DAYS - 1)).exists()
    assert expired(vacancy.deadline_at + timedelta(days=KEPT_DAYS + 1)).exists()
    assert Vacancy.objects.open(timezone.now()).count() == 1
