"""Becoming a partner on the public site: the tiers, a draft and its link, sending, taking back, and how it stands."""

import time
import uuid
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone, translation

from common.mail import message
from common.models import OutgoingMail
from home.joining_forms import BeginForm, PartnerForm
from partners import application_letters as letters
from partners.models import Application, PartnershipRound
from partners.services import agree, application_path, decline_application, release_due_rounds
from tests.factories import BenefitFactory, PartnershipRoundFactory, RoundTierFactory
from tests.factories.numbers import organisation_number
from tests.partners.applying import a_round, admit, apply, just_over, liaison, manager

pytestmark = pytest.mark.django_db

START = {"nb": "/bli-partner/soknad/", "en": "/en/bli-partner/soknad/"}


@pytest.fixture(autouse=True)
def site(db):
    """Wagtail's roots, which a page of the frame asks for."""
    from tests.conftest import plant_root

    plant_root()


def typed(row, **changes) -> dict[str, str]:
    """The first form as a browser posts it, opened a minute ago."""
    return {
        "tier": str(row.pk),
        "company_name": " Ny   Partner AS ",
        "contact_name": "Siv Søker",
        "contact_email": "Siv@NyPartner.example",
        "nettside": "",
        "submission": str(uuid.uuid4()),
        "started": signing.dumps(int(time.time()) - 60, salt=BeginForm.guard_salt),
        "proof": "",
        **changes,
    }


def whole(row, **changes) -> dict[str, str]:
    """The whole application as a browser posts it with the button that sends it."""
    return {
        "tier": str(row.pk),
        "company_name": "Ny Partner AS",
        "organisation_number": organisation_number(777_000),
        "contact_name": "Siv Søker",
        "contact_title": "Daglig leder",
        "contact_email": "siv@nypartner.example",
        "contact_phone": "22 33 44 55",
        "offers": "En kopp kaffe",
        "message": "",
        "handling": "send",
        **changes,
    }


def begun(row, language: str = "nb") -> tuple[Application, str]:
    """A draft, begun on the site, and its address."""
    response = Client().post(START[language], typed(row))
    assert response.status_code == 302, response.content.decode()
    return Application.objects.latest("pk"), response["Location"]


def words(response) -> str:
    return " ".join(response.content.decode().split())


def is_sealed(response) -> bool:
    return "no-store" in response["Cache-Control"] and "noindex" in response["X-Robots-Tag"]


# --- the tiers --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", START)
def test_the_open_round_shows_its_tiers_with_price_benefits_and_seats(client, language):
    row = a_round(seats=5, reserved=2)
    benefit = BenefitFactory(tier=row.tier)
    gone = BenefitFactory(tier=row.tier, retired=True, name_nb="Fallskjerm", name_en="Parachute")
    retired = RoundTierFactory(round=row.round, tier__retired=True, tier__name_nb="Utgått", tier__name_en="Gone")
    response = client.get(START[language])
    page = words(response)
    assert response.status_code == 200
    with translation.override(language):
        assert all(text in page for text in (row.tier.name, benefit.name, row.round.name))
        assert gone.name not in page
        assert retired.tier.name not in page
    assert "50 000" in page.replace("\xa0", " ").replace("\u202f", " ") or "50,000" in page
    assert "no-cache" in response["Cache-Control"]


def test_the_priority_window_is_said_while_it_lasts(client):
    row = a_round()
    said = client.get(START["en"]).content.decode()
    assert len(client.get(START["en"]).context["rounds"]) == 1
    assert client.get(START["en"]).context["rounds"][0] == (row.round, True)
    just_over(row.round)
    after = client.get(START["en"])
    assert after.context["rounds"][0] == (row.round, False)
    assert len(after.content) < len(said.encode())


def test_without_an_open_round_the_next_one_is_told_of(client):
    PartnershipRoundFactory(closed=True)
    assert client.get(START["nb"]).context["next_round"] is None
    now = timezone.now()
    coming = PartnershipRoundFactory(
        opens_at=now + timedelta(days=3), priority_ends_at=now + timedelta(days=9), closes_at=now + timedelta(days=30)
    )
    response = client.get(START["nb"])
    assert response.status_code == 200
    assert response.context["next_round"] == coming
    assert response.context["form"] is None
    assert client.post(START["nb"], {}).status_code == 200


# --- a draft ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", START)
def test_the_first_questions_save_a_draft_and_mail_its_link(language):
    row = a_round()
    made, address = begun(row, language)
    assert (made.status, made.language, made.company_name, made.contact_email, made.tier) == (
        "draft",
        language,
        "Ny Partner AS",
        "siv@nypartner.example",
        row.tier,
    )
    assert address.startswith(START[language])
    page = Client().get(address)
    assert page.status_code == 200
    assert is_sealed(page)
    mail = OutgoingMail.objects.get(kind="application_link")
    assert mail.arguments == {"application": made.pk}, "the link itself is written down nowhere"
    sent = letters.application_link(**mail.arguments)
    assert sent.to == "siv@nypartner.example"
    path = "/" + sent.action[1].split("/", 3)[3]
    assert path != address, "a link of its own"
    assert Client().get(path).status_code == 200
    assert message(sent).body


def test_the_same_form_sent_twice_is_one_draft_and_another_s_is_not_shown():
    row, submission = a_round(), str(uuid.uuid4())
    for _time in range(2):
        assert Client().post(START["nb"], typed(row, submission=submission)).status_code == 302
    assert Application.objects.count() == OutgoingMail.objects.filter(kind="application_link").count() == 1
    other = Client().post(START["nb"], typed(row, submission=submission, contact_email="tyv@example.org"))
    assert other.status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"tier": ""},
        {"tier": "999999"},
        {"company_name": "  "},
        {"contact_name": ""},
        {"contact_email": "siv"},
        {"nettside": "http://spam.example"},
        {"started": ""},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, wrong):
    row = a_round()
    response = client.post(START["nb"], typed(row, contact_email="siv@nypartner.example") | wrong)
    assert response.status_code == 422
    assert response.context["form"].errors
    assert not Application.objects.exists()
    if "contact_name" not in wrong:
        assert "Siv Søker" in words(response)


def test_there_is_an_end_to_drafts_from_one_network_and_to_letters_to_one_address():
    row = a_round()
    for number in range(5):
        assert Client().post(START["nb"], typed(row, contact_email=f"a{number}@b.example")).status_code == 302
    assert Client().post(START["nb"], typed(row, contact_email="a6@b.example")).status_code == 422
    for _number in range(5):
        response = Client(REMOTE_ADDR=f"10.0.0.{_number}").post(
            START["nb"], typed(row, contact_email="Ett@sted.example")
        )
        assert response.status_code == 302
    last = Client(REMOTE_ADDR="10.0.9.9").post(START["nb"], typed(row, contact_email="ETT@sted.example"))
    assert last.status_code == 422
    assert "contact_email" in last.context["form"].errors


# --- written and sent -------------------------------------------------------------------------------------------------
def test_a_draft_is_saved_half_done_gone_on_with_and_sent():
    row = a_round()
    made, address = begun(row)
    client = Client()
    half = whole(row, organisation_number="", contact_name="", company_name="", handling="lagre")
    assert client.post(address, half).status_code == 302
    made.refresh_from_db()
    assert (made.status, made.offers, made.contact_phone) == ("draft", "En kopp kaffe", "+47 22 33 44 55")
    assert 'value="Daglig leder"' in words(client.get(address))
    assert client.post(address, whole(row)).status_code == 302
    made.refresh_from_db()
    assert (made.status, made.organisation_number) == ("submitted", organisation_number(777_000))
    after = client.get(address)
    assert after.status_code == 200
    assert is_sealed(after)
    assert "textarea" not in words(after)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("organisation_number", ""),
        ("organisation_number", "123456789"),
        ("company_name", ""),
        ("contact_name", ""),
        ("contact_email", "siv"),
        ("contact_phone", "ring meg"),
        ("tier", ""),
    ],
)
def test_what_is_missing_when_it_is_sent_is_said_at_its_field(name, value):
    row = a_round()
    made, address = begun(row)
    response = Client().post(address, whole(row, message="Dette er skrevet", **{name: value}))
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {name}
    assert "Dette er skrevet" in words(response)
    made.refresh_from_db()
    assert made.status == "draft"


def test_a_firm_that_has_applied_is_told_in_words_and_loses_nothing():
    row = a_round()
    apply(row, organisation_number=organisation_number(777_000))
    made, address = begun(row)
    response = Client().post(address, whole(row))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["organisation_number"]
    made.refresh_from_db()
    assert made.offers == "En kopp kaffe"


def test_a_round_that_closed_while_it_was_written_says_so():
    row = a_round()
    made, address = begun(row)
    now = timezone.now()
    PartnershipRound.objects.update(priority_ends_at=now - timedelta(days=2), closes_at=now - timedelta(minutes=1))
    assert Client().post(address, whole(row)).status_code == 422
    page = Client().get(address)
    assert page.status_code == 200
    assert not page.context["can_send"]
    made.refresh_from_db()
    assert made.status == "draft"


def test_what_was_sent_is_not_written_over_by_a_page_left_open():
    row = a_round()
    made, address = begun(row)
    Client().post(address, whole(row))
    response = Client().post(address, whole(row, company_name="Et annet AS", handling="lagre"))
    assert response.status_code == 422
    made.refresh_from_db()
    assert made.company_name == "Ny Partner AS"


def test_an_application_is_taken_back_and_not_when_it_is_decided():
    row = a_round()
    made, address = begun(row)
    Client().post(address, whole(row))
    assert Client().post(address, {"handling": "trekk"}).status_code == 302
    made.refresh_from_db()
    assert made.status == "withdrawn"
    late = admit(row)
    again = Client().post(application_path(late), {"handling": "trekk"}, follow=True)
    assert again.status_code == 200
    late.refresh_from_db()
    assert late.status == "approved"


@pytest.mark.parametrize("key", ["A" * 22, "x", "%00", "%ED%A0%80", "9" * 400])
def test_a_key_of_nobody_is_404(client, key):
    a_round()
    assert client.get(f"{START['nb']}{key}/").status_code == 404
    assert client.post(f"{START['nb']}{key}/", {"handling": "send"}).status_code == 404


@pytest.mark.parametrize("language", START)
def test_each_status_has_its_page_and_its_letter(language):
    row = a_round(seats=1, needs_both_owners=False)
    made = {
        "submitted": apply(row, language=language),
        "approved": admit(row, language=language),
        "waiting": admit(row, language=language),
        "declined": apply(row, language=language),
    }
    decline_application(made["declined"], reason="Ikke denne gangen.", by=manager())
    for status, one in made.items():
        one.refresh_from_db()
        assert one.status == status
        page = Client().get(application_path(one))
        assert page.status_code == 200
        assert is_sealed(page)
        with translation.override(language):
            kind = {"submitted": "received"}.get(status, status)
            letter = getattr(letters, f"application_{kind}")(application=one.pk)
        assert letter.to == one.contact_email
        assert letter.language == language
        assert message(letter).body
        assert "/bli-partner/soknad/" in letter.action[1]
    assert "Ikke denne gangen." in words(Client().get(application_path(made["declined"])))


def test_a_letter_that_is_no_longer_true_is_not_sent():
    row = a_round(seats=1)
    admit(row)
    waiting = admit(row)
    assert letters.application_link(application=waiting.pk) is None
    assert letters.application_approved(application=waiting.pk) is None
    assert letters.application_declined(application=0) is None
    PartnershipRound.objects.filter(pk=row.round_id).update(released_at=None)
    release_due_rounds()
    assert letters.application_waiting(application=waiting.pk) is not None


def test_the_owners_letters_lead_to_where_they_answer():
    row = a_round(needs_both_owners=True)
    by, other = manager(), liaison()
    made = apply(row)
    assert letters.application_to_decide(made.pk, by.pk).action[1].endswith(f"/admin/opptak/{made.pk}/")
    assert letters.application_to_decide(made.pk, other.pk).action[1].endswith(f"/portal/soknader/{made.pk}/")
    agree(made, by=by)
    agree(made, owner="municipality", by=other)
    assert letters.application_to_decide(made.pk, by.pk) is None


def test_the_form_asks_for_all_it_may_store():
    row = a_round()
    made = apply(row)
    assert set(PartnerForm.of(made, [row]).fields) == {name for _title, names in PartnerForm.SECTIONS for name in names}


def test_the_same_tier_in_two_open_rounds_is_two_choices(client):
    row = a_round()
    later = RoundTierFactory(round=PartnershipRoundFactory(needs_both_owners=False), tier=row.tier, seats=1)
    for one in (later, row):
        email = f"siv{one.pk}@ny.example"
        assert client.post(START["nb"], typed(one, contact_email=email)).status_code == 302
        assert Application.objects.get(contact_email=email).round == one.round
