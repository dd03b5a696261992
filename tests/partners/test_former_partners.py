"""Partners of earlier programmes: kept by the programme manager, read from a list, first whenever they are known."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import ModelLogEntry

from partners.models import Application, FormerPartner, PredecessorProgramme
from partners.services import agree, read_former_partners, release_due_rounds
from tests.conftest import login, plant_root
from tests.factories import FormerPartnerFactory, PredecessorProgrammeFactory, UserFactory
from tests.factories.numbers import organisation_number

from .applying import DAY, a_round, admit, apply, just_over, manager, seats_of

pytestmark = pytest.mark.django_db

FIRST, SECOND = organisation_number(700_001), organisation_number(700_002)


@pytest.fixture
def chief(db) -> Client:
    plant_root()
    TOTP.activate(manager(), "A" * 32)
    return login(Client(), manager())


# --- first, whenever we know ------------------------------------------------------------------------------------------
def test_a_former_partner_we_learn_of_after_it_waits_gets_a_kept_seat_at_the_next_tick():
    row = a_round(seats=1, reserved=1)
    ahead, made = admit(row), admit(row)
    assert [ahead.status, made.status] == ["waiting", "waiting"]
    FormerPartnerFactory(organisation_number=made.organisation_number)
    release_due_rounds()
    assert [Application.objects.get(pk=one.pk).status for one in (ahead, made)] == ["waiting", "approved"]
    assert seats_of(row) == (0, 1, 0)


def test_a_former_partner_we_learn_of_while_the_owners_think_has_its_seat():
    row = a_round(seats=1, reserved=1)
    made = apply(row)
    FormerPartnerFactory(organisation_number=made.organisation_number)
    agree(made, by=manager())
    assert made.status == "approved"


def test_the_release_holds_a_seat_for_one_we_learnt_of_after_it_applied():
    row = a_round(seats=1, reserved=1)
    made = apply(row)
    FormerPartnerFactory(organisation_number=made.organisation_number)
    now = just_over(row.round)
    Application.objects.filter(pk=made.pk).update(submitted_at=now - DAY)
    release_due_rounds(now)
    assert Application.objects.get(pk=made.pk).holds_seat


def test_whoever_came_after_the_window_has_no_priority_however_early_it_is_entered():
    row = a_round(seats=1, reserved=1)
    made = apply(row)
    Application.objects.filter(pk=made.pk).update(submitted_at=row.round.priority_ends_at)
    FormerPartnerFactory(organisation_number=made.organisation_number)
    assert not Application.objects.get(pk=made.pk).came_in_priority_window


# --- the registers ----------------------------------------------------------------------------------------------------
def test_the_manager_keeps_programmes_and_their_firms(chief):
    typed = {"name": "Næringsvekst 2016", "slug": "nv16", "first_year": "2013", "last_year": "2016"}
    assert chief.post("/admin/tidligere-programmer/create/", typed).status_code == 302
    programme = PredecessorProgramme.objects.get(slug="nv16")
    spaced = f"{FIRST[:3]} {FIRST[3:6]} {FIRST[6:]}"
    firm = {"programme": programme.pk, "organisation_number": spaced, "name": "Første AS"}
    assert chief.post("/admin/tidligere-partnere/create/", firm).status_code == 302
    made = FormerPartner.objects.get()
    assert made.organisation_number == FIRST
    for wrong in (firm, firm | {"organisation_number": "123456789"}, firm | {"programme": ""}):
        assert chief.post("/admin/tidligere-partnere/create/", wrong).status_code == 200
    assert FormerPartner.objects.count() == 1
    changed = firm | {"name": "Første Nye AS"}
    assert chief.post(f"/admin/tidligere-partnere/edit/{made.pk}/", changed).status_code == 302
    FormerPartnerFactory(name="Annen AS", programme=programme)
    listed = chief.get("/admin/tidligere-partnere/?q=første").content.decode()
    assert "Første Nye AS" in listed
    assert "Annen AS" not in listed
    assert chief.post(f"/admin/tidligere-programmer/delete/{programme.pk}/").status_code == 200, "it has firms"
    assert PredecessorProgramme.objects.filter(pk=programme.pk).exists()
    assert chief.post(f"/admin/tidligere-partnere/delete/{made.pk}/").status_code == 302
    assert not FormerPartner.objects.filter(pk=made.pk).exists()


def test_the_list_is_taken_out_without_formulas_and_that_is_logged(chief):
    FormerPartnerFactory(name="=1+1", organisation_number=FIRST)
    told = chief.get("/admin/tidligere-partnere/?export=csv")
    lines = b"".join(told.streaming_content).decode() if told.streaming else told.content.decode()
    assert f"{FIRST},'=1+1" in lines
    assert ModelLogEntry.objects.get(action="partners.exported").data["rows"] == 1


@pytest.mark.parametrize("address", ["/admin/tidligere-partnere/", "/admin/tidligere-programmer/"])
def test_nobody_else_of_staff_keeps_them(address, db):
    plant_root()
    person = UserFactory(adviser=True)
    TOTP.activate(person, "A" * 32)
    client = login(Client(), person)
    assert client.get(address).status_code != 200
    assert client.get("/admin/opptak/tidligere-partnere/").status_code != 200


# --- a list -----------------------------------------------------------------------------------------------------------
def file(text: str, encoding: str = "utf-8") -> SimpleUploadedFile:
    return SimpleUploadedFile("liste.csv", text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_list_is_read_as_spreadsheets_write_it_and_twice_adds_nothing(delimiter, encoding):
    programme = PredecessorProgrammeFactory()
    rows = (("Orgnr", "Navn"), (f"{FIRST[:3]} {FIRST[3:6]} {FIRST[6:]}", "Blåbær AS"), (SECOND, "Ost AS"), ("", ""))
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    reading = read_former_partners(programme, content, by=manager())
    assert (reading.added, reading.known, reading.refused) == (2, 0, [])
    assert dict(programme.firms.values_list("organisation_number", "name")) == {FIRST: "Blåbær AS", SECOND: "Ost AS"}
    again = read_former_partners(programme, content, by=manager())
    assert (again.added, again.known, programme.firms.count()) == (0, 2, 2)
    other = PredecessorProgrammeFactory(slug="enda-eldre")
    assert read_former_partners(other, content, by=manager()).added == 2


def test_what_is_refused_is_named_with_its_row_and_reason_and_the_rest_is_read():
    programme = PredecessorProgrammeFactory()
    lines = [
        "123456789;Feil AS",
        f"{FIRST};Riktig AS",
        "Bare navn AS",
        SECOND,
        f"{SECOND};{'x' * 121}",
        f"{FIRST};Igjen",
    ]
    reading = read_former_partners(programme, "\n".join(lines).encode(), by=manager())
    assert (reading.added, reading.known) == (1, 1)
    assert [line for line, _text, _why in reading.refused] == [1, 3, 4, 5]
    assert all(why for _line, _text, why in reading.refused)
    entry = ModelLogEntry.objects.for_instance(programme).get(action="partners.former_partners_read")
    assert entry.data == {"added": 1, "known": 1, "refused": 4}


@pytest.mark.parametrize(("content", "code"), [(b"", "empty"), (b"Orgnr;Navn\n", "empty"), (b"x" * 1_000_001, "large")])
def test_what_is_no_list_is_refused_in_words(content, code):
    with pytest.raises(ValidationError) as refused:
        read_former_partners(PredecessorProgrammeFactory(), content, by=manager())
    assert refused.value.code == code


@pytest.mark.parametrize("content", [b"\x00\x00", b'"' * 900, b"\xff\xfe\x00", b'a;"b\n' * 50, b"9" * 200_000])
def test_odd_bytes_never_break_it(content):
    try:
        assert read_former_partners(PredecessorProgrammeFactory(), content, by=manager()).added == 0
    except ValidationError as refused:
        assert refused.messages


def test_only_the_manager_reads_a_list():
    with pytest.raises(ValidationError) as refused:
        read_former_partners(PredecessorProgrammeFactory(), f"{FIRST};A".encode(), by=UserFactory(adviser=True))
    assert refused.value.code == "role"


def test_the_list_is_read_in_the_admin(chief):
    programme, address = PredecessorProgrammeFactory(), "/admin/opptak/tidligere-partnere/"
    assert address in chief.get("/admin/tidligere-partnere/").content.decode()
    assert chief.get(address).status_code == 200
    good = {"programme": programme.pk, "file": file(f"{FIRST};Første AS")}
    assert chief.post(address, good).status_code == 302
    mixed = chief.post(address, {"programme": programme.pk, "file": file(f"{SECOND};Andre AS\n12;Feil & <b> AS")})
    assert mixed.status_code == 200
    assert "Feil &amp; &lt;b&gt; AS" in mixed.content.decode()
    assert programme.firms.count() == 2
    for wrong in ({}, {"programme": programme.pk}, {"programme": "x", "file": file("a")}):
        assert chief.post(address, wrong).status_code == 422
    assert chief.post(address, {"programme": programme.pk, "file": file("")}).status_code == 422
