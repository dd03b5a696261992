"""The premises a firm offers, in its portal: written, sent, approved, taken off the pages and shown again."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partners.models import Agreement, Notification, Premises
from partners.services import approve_premises, return_premises, save_premises, submit_premises
from tests.conftest import login, plant_root
from tests.factories import MembershipFactory, PartnerFirmFactory, PremisesFactory, UserFactory
from tests.home.settling import settle
from tests.partners.test_profiles import picture
from tests.rewriting import rewriting

pytestmark = pytest.mark.django_db
LIST, NEW = "/portal/bedrift/lokaler/", "/portal/bedrift/lokaler/nytt/"
WRITTEN = {
    "revision": 0,
    "kind": "office",
    "title_nb": "Lyst loft",
    "title_en": "A bright loft",
    "description_nb": "Med utsikt til elva.",
    "description_en": "With a view of the river.",
    "address": "Elvegata 1",
    "district": "Bragernes",
    "area_from": 100,
    "area_to": 200,
    "price_band": "middle",
    "vacant_from": "2030-01-31",
    "metres_to_station": 400,
}


@pytest.fixture(autouse=True)
def site(db):
    plant_root()


@pytest.fixture
def seat():
    return MembershipFactory(administrator=True, user=UserFactory(english=True))


@pytest.fixture
def admin(seat):
    return login(Client(headers={"accept-language": "en"}), seat.user)


@pytest.fixture
def member(seat):
    user = UserFactory(english=True)
    return login(Client(headers={"accept-language": "en"}), MembershipFactory(firm=seat.firm, user=user).user)


@pytest.fixture
def editor():
    return UserFactory(communications=True)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def at(made: Premises, word: str = "") -> str:
    return f"{LIST}{made.pk}/{word}"


def test_a_room_that_has_no_address_is_an_error_and_not_silently_left_out(admin, seat, monkeypatch):
    from django.urls import NoReverseMatch

    from portal import rooms

    monkeypatch.setattr(rooms, "_people", lambda seat: ("no_such_room", "x", "x", "people"))
    with pytest.raises(NoReverseMatch):
        admin.get("/portal/bedrift/")


def test_whoever_offers_nothing_reads_what_to_do(admin):
    assert LIST in text_of(admin.get("/portal/bedrift/"))
    page = text_of(admin.get("/en" + LIST))
    assert "You offer no premises yet" in page and NEW in page


def test_one_writes_keeps_and_sends_and_communications_shows_it(admin, seat, editor):
    photo = SimpleUploadedFile("b.png", picture())
    assert admin.post(NEW, {**WRITTEN, "picture": photo, "image_alt_nb": "Et vindu"}).status_code == 302
    made = Premises.objects.get()
    assert (made.firm, made.status, made.slug, made.revision) == (seat.firm, "draft", "lyst-loft", 1)
    shown = admin.get(at(made, "bilde/"))
    assert shown.headers["Content-Disposition"].startswith("attachment")
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert admin.post(at(made, "send/")).status_code == 302
    page = text_of(admin.get("/en" + at(made)))
    assert "It waits for our answer" in page and 'name="title_nb"' not in page
    assert not Premises.objects.on_offer().exists()
    made.refresh_from_db()
    approve_premises(made, by=editor, revision=made.revision)
    made.refresh_from_db()
    assert made.status == "offered" and made.image is not None and not made.upload
    assert list(Premises.objects.on_offer()) == [made]
    assert "Newcomers see it" in text_of(admin.get("/en" + at(made)))
    assert Notification.objects.filter(user=seat.user, kind="premises_approved").exists()
    assert "Lyst loft" in text_of(admin.get("/portal/varsler/"))


def test_what_is_sent_back_says_why_and_can_be_sent_again(admin, seat, editor):
    made = PremisesFactory(firm=seat.firm)
    submit_premises(made, by=seat.user)
    return_premises(made, comment="Si hvor mange parkeringsplasser.", by=editor)
    assert "Si hvor mange parkeringsplasser." in text_of(admin.get(at(made)))
    assert "sent back" in text_of(admin.get("/en" + LIST))
    data = {**WRITTEN, "revision": made.revision, "send": "1"}
    assert admin.post(at(made), data).status_code == 302
    made.refresh_from_db()
    assert (made.status, made.comment, made.title_nb) == ("waiting", "", "Lyst loft")


def test_one_takes_back_takes_off_and_shows_again_only_what_was_approved_as_it_stands(admin, seat):
    made = PremisesFactory(firm=seat.firm, offered=True)
    assert admin.post(at(made), WRITTEN).status_code == 422, "what is public is not written on"
    admin.post(at(made, "trekk/"))
    made.refresh_from_db()
    assert made.status == "draft"
    admin.post(at(made, "vis-igjen/"))
    made.refresh_from_db()
    assert made.status == "offered"
    admin.post(at(made, "trekk/"))
    admin.post(at(made), {**WRITTEN, "revision": made.revision})
    answer = admin.post("/en" + at(made, "vis-igjen/"), follow=True)
    made.refresh_from_db()
    assert made.status == "draft" and "has changed since it was approved" in text_of(answer)
    admin.post(at(made, "send/"))
    admin.post(at(made, "ta-tilbake/"))
    made.refresh_from_db()
    assert made.status == "draft"


def test_a_member_writes_a_draft_and_takes_no_steps(member, seat):
    assert member.post(NEW, WRITTEN).status_code == 302
    made = Premises.objects.get()
    page = text_of(member.get("/en" + at(made)))
    assert "An administrator of the firm sends it" in page and 'name="send"' not in page
    for word in ("send", "ta-tilbake", "trekk", "vis-igjen"):
        assert member.post(at(made, f"{word}/")).status_code == 403
    assert member.post("/en" + at(made), {**WRITTEN, "revision": 1, "send": "1"}).status_code == 302
    made.refresh_from_db()
    assert (made.status, made.revision) == ("draft", 2)


def test_another_firm_s_premises_are_as_if_there_were_none(admin):
    foreign = PremisesFactory(firm=PartnerFirmFactory())
    for path in (at(foreign), at(foreign, "bilde/")):
        assert admin.get(path).status_code == 404
    assert admin.post(at(foreign), WRITTEN).status_code == 404
    for word in ("send", "ta-tilbake", "trekk", "vis-igjen", "slett"):
        assert admin.post(at(foreign, f"{word}/")).status_code == 404
    assert foreign.title not in text_of(admin.get(LIST))


def test_an_unknown_step_is_no_step(admin, seat):
    assert admin.post(at(PremisesFactory(firm=seat.firm), "let/")).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"title_nb": ""},
        {"kind": "castle"},
        {"area_from": 300},
        {"area_from": 0},
        {"area_to": 10**9},
        {"metres_to_station": -1},
        {"vacant_from": "i morgen"},
        {"title_nb": "x" * 101},
        {"revision": ""},
        {"picture": SimpleUploadedFile("l.svg", b"<svg/>")},
        {"picture": SimpleUploadedFile("l.png", picture())},  # and no word on what it shows
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_does_not_fit_is_said_and_nothing_is_lost(admin, wrong):
    response = admin.post(NEW, {**WRITTEN, **wrong})
    assert response.status_code == 422
    assert "Med utsikt til elva." in text_of(response)
    assert not Premises.objects.exists()


def test_of_two_who_write_at_the_same_time_the_second_hears_of_it_and_loses_nothing(admin, seat):
    made = PremisesFactory(firm=seat.firm)
    other = MembershipFactory(firm=seat.firm).user
    values = {name: value for name, value in WRITTEN.items() if name != "revision"}
    save_premises(
        seat.firm, {**values, "title_nb": "Deres", "vacant_from": timezone.localdate()}, premises=made, by=other
    )
    response = admin.post(at(made), {**WRITTEN, "title_nb": "Mitt"})
    assert response.status_code == 409
    assert "Mitt" in text_of(response) and "Deres" in text_of(response)
    assert 'name="revision" value="1"' in text_of(response)
    assert admin.post(at(made), {**WRITTEN, "title_nb": "Mitt", "revision": 1}).status_code == 302
    made.refresh_from_db()
    assert made.title_nb == "Mitt"


def test_what_is_written_is_shown_as_text(admin, seat):
    made = PremisesFactory(firm=seat.firm, title_nb="<script>alert(1)</script>", description_nb="<img onerror=x>")
    for path in (LIST, at(made)):
        assert "<script>alert" not in admin.get(path).content.decode()
        assert "<img onerror" not in admin.get(path).content.decode()


def test_without_an_agreement_nothing_is_shown_and_the_page_says_so(admin, seat):
    made = PremisesFactory(firm=seat.firm, offered=True)
    with rewriting():
        Agreement.objects.filter(firm=seat.firm).update(ends_on=timezone.localdate() - timedelta(days=1))
    page = text_of(admin.get("/en" + at(made)))
    assert "the public sees none of it" in page
    admin.post(at(made, "trekk/"))
    assert admin.post(at(made, "vis-igjen/")).status_code == 302
    made.refresh_from_db()
    assert made.status == "draft"


def test_two_of_the_same_title_have_addresses_of_their_own(admin, seat):
    for _number in range(3):
        admin.post(NEW, WRITTEN)
    assert sorted(Premises.objects.values_list("slug", flat=True)) == ["lyst-loft", "lyst-loft-2", "lyst-loft-3"]


def test_the_list_asks_as_little_with_much_in_it(admin, seat):
    counts = []
    for number in (2, 40):
        for _number in range(number):
            PremisesFactory(firm=seat.firm)
        settle()
        admin.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            assert admin.get(LIST).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 14


# --- communications ---------------------------------------------------------------------------------------------------
def desk(**role) -> Client:
    from allauth.mfa.totp.internal.auth import TOTP

    user = UserFactory(english=True, **role)
    TOTP.activate(user, "A" * 32)
    return login(Client(), user)


def test_communications_reads_approves_and_sends_back(seat):
    made = PremisesFactory(firm=seat.firm, title_nb="Loftet")
    submit_premises(made, by=seat.user)
    client, address = desk(communications=True), f"/admin/lokaler/godkjenning/{made.pk}/"
    assert "Loftet" in text_of(client.get("/admin/lokaler/godkjenning/"))
    assert made.description_nb in text_of(client.get(address))
    assert client.post(address, {"revision": 0, "svar": "nei", "comment": ""}).status_code == 422
    assert client.post(address, {"revision": 7, "svar": "ja"}).status_code == 422, "not what was read"
    assert client.post(address, {"revision": 0, "svar": "ja"}).status_code == 302
    made.refresh_from_db()
    assert made.status == "offered"
    assert client.post(address, {"revision": 0, "svar": "ja"}).status_code == 422, "once is enough"


@pytest.mark.parametrize("role", ["adviser", "analyst", "steering_group"])
def test_others_approve_nothing(seat, role):
    made = PremisesFactory(firm=seat.firm)
    submit_premises(made, by=seat.user)
    client = desk(**{role: True})
    assert client.get("/admin/lokaler/godkjenning/").status_code == 403
    assert client.post(f"/admin/lokaler/godkjenning/{made.pk}/", {"revision": 0, "svar": "ja"}).status_code == 403
