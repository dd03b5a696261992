"""The firm's rooms in the portal: people, profile, notices, export, and what the first page says."""

import csv
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import Invitation
from partners.models import Contribution, Membership, Notification, NotificationChoice, ProfileDraft
from partners.services import invite_to_firm, notify, save_draft, submit_profile
from tests.conftest import login, plant_root
from tests.factories import (
    AgreementFactory,
    ContributionFactory,
    DutyFactory,
    HandoverFactory,
    MembershipFactory,
    NotificationFactory,
    PartnerFirmFactory,
    ProfileDraftFactory,
    UserFactory,
)
from tests.home.settling import settle
from tests.partners.test_profiles import picture

pytestmark = pytest.mark.django_db

PEOPLE, PROFILE, NOTICES = "/portal/bedrift/folk/", "/portal/bedrift/profil/", "/portal/varsler/"


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


@pytest.fixture
def seat():
    """An administrator's, of a firm that takes part."""
    return MembershipFactory(administrator=True, user=UserFactory(english=True))


@pytest.fixture
def admin(seat):
    return login(Client(headers={"accept-language": "en"}), seat.user)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


# --- people -----------------------------------------------------------------------------------------------------------
def test_an_administrator_invites_and_the_answer_is_the_same_with_and_without_an_account(seat, admin):
    known = UserFactory(email="kjent@annet.example", first_name="Hemmelig", last_name="Navnesen")
    said = []
    for email in ("ny@annet.example", known.email):
        data = {"email": email, "role": "member", "language": "nb"}
        response = admin.post("/en" + PEOPLE, data, follow=True)
        assert response.status_code == 200
        said.append(text_of(response).replace(email, "X").count("X is invited by mail"))
        assert "Hemmelig" not in text_of(response)
        assert email in text_of(response)
    assert said == [1, 1]
    assert seat.firm.memberships.awaiting_answer().count() == 2
    assert Invitation.objects.count() == 1


def test_bad_input_keeps_what_was_typed(admin):
    response = admin.post(PEOPLE, {"email": "ikke-en-adresse", "role": "member", "language": "en"})
    assert response.status_code == 422
    assert 'value="ikke-en-adresse"' in text_of(response)


def test_invitations_have_a_limit_for_each_person_and_each_address(seat, admin):
    data = {"role": "member", "language": "nb"}
    codes = [admin.post(PEOPLE, {**data, "email": "samme@annet.example"}).status_code for _number in range(4)]
    assert codes == [302, 302, 302, 422]
    codes = [admin.post(PEOPLE, {**data, "email": f"a{number}@annet.example"}).status_code for number in range(20)]
    assert codes[-1] == 422 and codes.count(302) == 16


def test_a_member_reads_and_changes_nothing(seat):
    member = MembershipFactory(firm=seat.firm)
    client = login(Client(), member.user)
    assert seat.user.email in text_of(client.get(PEOPLE))
    assert client.post(PEOPLE, {"email": "x@y.example", "role": "member", "language": "nb"}).status_code == 403
    for path in (f"{PEOPLE}{seat.pk}/", f"{PEOPLE}{seat.pk}/avslutt/"):
        assert client.get(path).status_code == 403
        assert client.post(path, {"role": "member"}).status_code == 403
    assert not Invitation.objects.exists()
    assert client.post(f"{PEOPLE}{member.pk}/avslutt/").status_code == 302
    assert client.get(PEOPLE).status_code == 403, "from the very next request"


def test_a_refusal_is_shown_in_the_form(seat, admin):
    MembershipFactory(firm=seat.firm)
    response = admin.post(f"/en{PEOPLE}{seat.pk}/", {"role": "member"})
    assert response.status_code == 422
    assert "Make another person administrator first" in text_of(response)
    response = admin.post(f"/en{PEOPLE}{seat.pk}/avslutt/", follow=True)
    assert "Make another person administrator first" in text_of(response)
    assert Membership.objects.get(pk=seat.pk).status == "active"


def test_one_says_yes_and_acts_for_the_new_firm_at_once(seat):
    person = MembershipFactory().user
    offer = invite_to_firm(person.email, seat.firm, by=seat.user)
    client = login(Client(), person)
    assert f"/portal/plass/{offer.pk}/" in text_of(client.get("/portal/"))
    response = client.post(f"/portal/plass/{offer.pk}/", {"svar": "ja"}, follow=True)
    assert seat.firm.name in text_of(response)
    assert client.session["portal_firm"] == seat.firm_id
    assert client.post(f"/portal/plass/{offer.pk}/", {"svar": "nei"}).status_code == 302
    assert Membership.objects.get(pk=offer.pk).status == "active"


def test_whoever_has_no_seat_yet_is_led_to_the_invitation(seat):
    person = UserFactory()
    client = login(Client(), person)
    assert client.get("/portal/").status_code == 403
    offer = invite_to_firm(person.email, seat.firm, by=seat.user)
    assert client.get("/portal/").headers["Location"].endswith("/portal/plass/")
    other = login(Client(), UserFactory())
    assert other.get(f"/portal/plass/{offer.pk}/").status_code == 404
    assert other.post(f"/portal/plass/{offer.pk}/", {"svar": "ja"}).status_code == 404


# --- the profile ------------------------------------------------------------------------------------------------------
WRITTEN = {"revision": 0, "tagline_nb": "Vi bygger", "profile_nb": "Hus av tre.", "languages": ["nb", "pl"]}


def test_one_writes_looks_keeps_and_sends(seat, admin):
    response = admin.post(PROFILE, {**WRITTEN, "forhandsvis": "1"})
    assert response.status_code == 200
    assert "Hus av tre." in text_of(response).split('id="slik"')[1]
    assert not ProfileDraft.objects.exists(), "looking keeps nothing"
    assert admin.post(PROFILE, {**WRITTEN, "logo": SimpleUploadedFile("l.png", picture())}).status_code == 302
    draft = ProfileDraft.objects.get()
    assert (draft.revision, draft.languages, draft.status) == (1, ["nb", "pl"], "edited")
    logo = admin.get("/portal/bedrift/profil/logo/")
    assert logo.headers["Content-Disposition"].startswith("attachment")
    assert (logo.headers["Content-Type"], logo.headers["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert admin.post(PROFILE, {**WRITTEN, "revision": 1, "send": "1"}).status_code == 302
    draft.refresh_from_db()
    assert draft.status == "submitted"
    page = text_of(admin.get(PROFILE))
    assert 'name="tagline_nb"' not in page, "what waits is only shown"
    assert admin.post("/portal/bedrift/profil/ta-tilbake/").status_code == 302
    assert 'name="tagline_nb"' in text_of(admin.get(PROFILE))


def test_after_a_conflict_both_texts_stand_on_the_page(seat, admin):
    other = MembershipFactory(firm=seat.firm)
    save_draft(seat.firm, {"tagline_nb": "Fra den andre"}, revision=0, by=other.user)
    response = admin.post(PROFILE, {**WRITTEN, "tagline_nb": "Fra meg"})
    assert response.status_code == 409
    page = text_of(response)
    assert "Fra den andre" in page and "Fra meg" in page
    assert 'name="revision" value="1"' in page
    assert ProfileDraft.objects.get().tagline_nb == "Fra den andre"
    assert admin.post(PROFILE, {**WRITTEN, "tagline_nb": "Fra meg", "revision": 1}).status_code == 302
    assert ProfileDraft.objects.get().tagline_nb == "Fra meg"


@pytest.mark.parametrize(
    "wrong",
    [
        {"website": "javascript:alert(1)"},
        {"languages": ["klingon"]},
        {"tagline_nb": "x" * 141},
        {"profile_nb": "x" * 2001},
        {"industries": ["999999"]},
        {"revision": ""},
        {"logo": SimpleUploadedFile("l.svg", b"<svg/>")},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_does_not_fit_is_said_and_nothing_is_lost(admin, wrong):
    response = admin.post(PROFILE, {**WRITTEN, **wrong})
    assert response.status_code == 422
    assert "Hus av tre." in text_of(response) or "profile_nb" in wrong
    assert not ProfileDraft.objects.exists()


def test_texts_are_shown_as_text(seat, admin):
    nasty = "<script>alert(1)</script>"
    admin.post(PROFILE, {"revision": 0, **{f"{name}_nb": nasty for name in ("tagline", "profile", "offers")}})
    page = admin.get(PROFILE).content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_a_member_writes_and_does_not_send(seat):
    client = login(Client(), MembershipFactory(firm=seat.firm).user)
    assert client.post(PROFILE, {**WRITTEN, "send": "1"}).status_code == 302
    assert ProfileDraft.objects.get().status == "edited"
    assert client.post("/portal/bedrift/profil/send/").status_code == 403


# --- notices ----------------------------------------------------------------------------------------------------------
def test_notices_are_read_and_choices_kept(seat, admin):
    one, two = (
        NotificationFactory(user=seat.user, firm=seat.firm, topic="profile", kind="profile_approved") for _ in "ab"
    )
    foreign = NotificationFactory(user=UserFactory(), firm=seat.firm)
    assert "tabs__count" in text_of(admin.get(NOTICES))
    admin.post(NOTICES + "lest/", {"varsel": one.pk})
    admin.post(NOTICES + "lest/", {"varsel": foreign.pk})
    admin.post(NOTICES + "lest/", {"varsel": "mange"})
    assert set(Notification.objects.filter(read_at=None)) == {two, foreign}
    admin.post(NOTICES + "lest/")
    assert list(Notification.objects.filter(read_at=None)) == [foreign]
    choices = {"handover": "at_once", "agreement": "daily", "invoice": "weekly", "benefit": "off"}
    choices |= {"profile": "daily", "people": "off", "duty": "weekly", "lead": "daily", "request": "at_once"}
    assert admin.post(NOTICES + "valg/", choices).status_code == 302
    assert dict(NotificationChoice.objects.filter(user=seat.user).values_list("topic", "frequency")) == choices
    assert admin.post(NOTICES + "valg/", {**choices, "duty": "hourly"}).status_code == 422


def test_an_offer_that_was_withdrawn_is_told_of_no_more(seat, admin):
    handover = HandoverFactory(firm=seat.firm, offered=True)
    notify(seat.firm, topic="handover", kind="handover_offered", handover=handover.pk)
    assert "A prospect for" in text_of(admin.get("/en" + NOTICES))
    handover.withdraw(reason="Feil", by=UserFactory(adviser=True))
    assert "A prospect for" not in text_of(admin.get("/en" + NOTICES))


# --- the first page ---------------------------------------------------------------------------------------------------
def waiting(client) -> list[str]:
    return [line.text for line in client.get("/en/portal/").context["lines"]]


def test_the_first_page_says_in_order_what_wants_an_answer(seat, admin):
    firm = seat.firm
    today = timezone.localdate()
    agreement = firm.running_agreement
    AgreementFactory(
        firm=firm, offered=True, starts_on=today + timedelta(days=1000), ends_on=today + timedelta(days=1400)
    )
    owed = ContributionFactory(agreement=agreement)
    Contribution.objects.filter(pk=owed.pk).update(status="overdue", balance=20_000, due_on=today - timedelta(days=9))
    DutyFactory(agreement=agreement, kind="logo", due_on=today + timedelta(days=2))
    DutyFactory(agreement=agreement, kind="profile", due_on=today + timedelta(days=60))
    ProfileDraftFactory(firm=firm, returned=True)
    other = MembershipFactory(administrator=True)
    invite_to_firm(seat.user.email, other.firm, by=other.user)
    said = waiting(admin)
    assert all(
        word in line
        for word, line in zip(["signed", "overdue", "logo", "small change", other.firm.name], said, strict=True)
    )
    member = login(Client(headers={"accept-language": "en"}), MembershipFactory(firm=firm).user)
    assert [line for line in waiting(member) if "overdue" in line or "signed" in line] == []
    assert len(waiting(member)) == 2


def test_another_firm_s_affairs_are_not_on_it(admin):
    firm = PartnerFirmFactory()
    DutyFactory(agreement=firm.running_agreement)
    ProfileDraftFactory(firm=firm, returned=True)
    assert waiting(admin) == []


def test_what_waits_with_us_is_not_asked_for(seat, admin):
    DutyFactory(agreement=seat.firm.running_agreement, kind="profile")
    assert len(waiting(admin)) == 0, "due in two weeks"
    duty = DutyFactory(agreement=seat.firm.running_agreement, kind="mentor", due_on=timezone.localdate())
    assert len(waiting(admin)) == 1
    draft = save_draft(seat.firm, {**_texts(), "mentor_name": "Ola"}, revision=0, by=seat.user)
    submit_profile(draft, by=seat.user)
    assert waiting(admin) == [], duty


def _texts() -> dict:
    return {"tagline_nb": "Vi", "profile_nb": "Vi er her."}


def test_the_firm_s_page_says_what_we_wait_for_and_not_what_another_owes(seat, admin):
    DutyFactory(agreement=seat.firm.running_agreement, kind="other", text_nb="Et bilde", text_en="A picture of you")
    DutyFactory(kind="other", text_nb="Fremmed", text_en="Somebody else's thing")
    page = text_of(admin.get("/en/portal/bedrift/"))
    assert "A picture of you" in page and "Somebody else" not in page


@pytest.mark.parametrize(
    ("path", "ceiling"), [("/portal/", 14), ("/portal/bedrift/", 14), (PEOPLE, 12), (NOTICES, 14), (PROFILE, 22)]
)
def test_a_room_asks_as_little_with_much_in_it(seat, admin, path, ceiling):
    counts = []
    for number in (2, 30):
        for _number in range(number):
            MembershipFactory(firm=seat.firm)
            MembershipFactory(firm=seat.firm, invited=True)
            NotificationFactory(user=seat.user, firm=seat.firm, topic="profile", kind="profile_approved")
            DutyFactory(agreement=seat.firm.running_agreement, kind="other", text_nb="Noe", due_on=timezone.localdate())
        settle()
        admin.get(path)
        with CaptureQueriesContext(connection) as asked:
            assert admin.get(path).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= ceiling


# --- export -----------------------------------------------------------------------------------------------------------
def unzip(response) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_the_file_holds_everything_is_logged_and_no_cell_begins_a_formula(seat, admin):
    seat.user.first_name = "=HYPERLINK(1)"
    seat.user.save()
    offered = HandoverFactory(firm=seat.firm, offered=True)
    response = admin.get("/portal/eksport/alt.zip")
    assert response.headers["Content-Disposition"].startswith("attachment")
    file = unzip(response)
    facts = json.loads(file.read("alt.json"))
    assert facts["firm"]["organisation_number"] == seat.firm.organisation_number
    assert {f"{name}.csv" for name in facts if name != "firm"} | {"alt.json", "les-meg.txt"} <= set(file.namelist())
    rows = list(csv.reader(io.StringIO(file.read("folk.csv").decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0].startswith("'=HYPERLINK")
    everything = b"".join(file.read(name) for name in file.namelist()).decode()
    said = file.read("les-meg.txt").decode()
    assert all(name.split("/")[0] in said for name in file.namelist() if name != "les-meg.txt")
    assert offered.prospect.company_name not in everything
    assert offered.prospect.reference in everything
    assert ModelLogEntry.objects.for_instance(seat.firm).filter(action="partners.exported", user=seat.user).count() == 1


def test_the_file_of_a_liaison_holds_only_what_they_are_told():
    seat = MembershipFactory(liaison=True, firm=PartnerFirmFactory(public=True))
    file = unzip(login(Client(), seat.user).get("/portal/eksport/alt.zip"))
    assert set(file.namelist()) == {"les-meg.txt", "alt.json", "henvendelser.csv", "varsler.csv", "varselvalg.csv"}
    assert "avtaler" not in file.read("les-meg.txt").decode()


def test_the_file_is_not_taken_without_end(admin):
    codes = [admin.get("/portal/eksport/alt.zip").status_code for _number in range(21)]
    assert codes == [200] * 20 + [429]
