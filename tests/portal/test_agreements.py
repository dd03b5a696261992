"""Reading, signing and keeping an agreement in the portal, and what it gives."""

import hashlib
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from partners.models import Agreement, BenefitYear
from partners.services import deliver_benefit, terminate_agreement, undo_delivery
from tests.conftest import login
from tests.factories import AgreementFactory, MembershipFactory, PartnerFirmFactory
from tests.partners.agreeing import clauses, offered, signed, signer

pytestmark = pytest.mark.django_db

SIGNATURE = {"has_read": "on", "is_entitled": "on", "name": "Signe Signator", "title": "Daglig leder"}


@pytest.fixture
def firm():
    """A firm without an agreement, and the clauses of agreements."""
    clauses()
    return PartnerFirmFactory(without_agreement=True)


def as_(user) -> Client:
    """A client logged in as `user`."""
    return login(Client(), user, second_factor=False)


def test_whoever_may_sign_reads_every_clause_and_signs(firm):
    made, who = offered(firm), signer(firm)
    client = as_(who)
    assert reverse("portal:agreement", args=[made.pk]) in client.get("/portal/avtale/").text
    page = client.get(f"/portal/avtale/{made.pk}/").text
    assert "Punkt 1" in page and "Punkt 2" in page and "Punkt 3" not in page and "Innlegg på scenen" in page
    answer = client.post(f"/portal/avtale/{made.pk}/signer/", SIGNATURE, REMOTE_ADDR="192.0.2.7", follow=True)
    made.refresh_from_db()
    assert (made.status, made.signed_by, made.signed_name) == ("running", who, "Signe Signator")
    assert made.signed_from == "192.0.2.7"
    assert made.sha256_nb in answer.text and made.sha256_en in answer.text and "Signe Signator" in answer.text
    assert 'name="is_entitled"' not in answer.text


@pytest.mark.parametrize("missing", SIGNATURE)
def test_what_lacks_is_said_and_what_was_typed_is_kept(firm, missing):
    made, who = offered(firm), signer(firm)
    typed = {name: value for name, value in SIGNATURE.items() if name != missing}
    answer = as_(who).post(f"/portal/avtale/{made.pk}/signer/", typed)
    assert answer.status_code == 422
    for value in {"Signe Signator", "Daglig leder"} & set(typed.values()):
        assert f'value="{value}"' in answer.text
    assert f'id="id_{missing}_error"' in answer.text
    assert Agreement.objects.get().status == "offered"


@pytest.mark.parametrize("name", ["   ", "x" * 161, "\x00"])
def test_a_name_that_is_none_is_refused(firm, name):
    made, who = offered(firm), signer(firm)
    answer = as_(who).post(f"/portal/avtale/{made.pk}/signer/", {**SIGNATURE, "name": name})
    assert answer.status_code == 422
    assert Agreement.objects.get().status == "offered"


@pytest.mark.parametrize("seat", [{"administrator": True}, {"role": "member"}])
def test_others_of_the_firm_read_who_may_sign_and_cannot(firm, seat):
    made, who = offered(firm), signer(firm)
    client = as_(MembershipFactory(firm=firm, **seat).user)
    page = client.get(f"/portal/avtale/{made.pk}/").text
    assert str(who) in page and 'name="is_entitled"' not in page
    assert client.post(f"/portal/avtale/{made.pk}/signer/", SIGNATURE).status_code == 403
    assert Agreement.objects.get().status == "offered"


def test_the_second_signature_is_told_and_changes_nothing(firm):
    made, who = offered(firm), signer(firm)
    other = signer(firm)
    as_(who).post(f"/portal/avtale/{made.pk}/signer/", SIGNATURE)
    answer = as_(other).post(f"/portal/avtale/{made.pk}/signer/", {**SIGNATURE, "name": "En Annen"}, follow=True)
    assert "note--error" in answer.text
    assert Agreement.objects.get().signed_name == "Signe Signator"


def test_an_agreement_of_another_firm_a_draft_and_none_are_alike(firm):
    client = as_(signer(firm))
    theirs = signed()
    draft = AgreementFactory(firm=firm, draft=True)
    for pk in (theirs.pk, draft.pk, 999_999):
        for address in ("", "nb.pdf"):
            assert client.get(f"/portal/avtale/{pk}/{address}").status_code == 404
        assert client.post(f"/portal/avtale/{pk}/signer/", SIGNATURE).status_code == 404
    assert str(theirs.number) not in client.get("/portal/avtale/").text


def test_a_liaison_sees_nothing_of_it():
    clauses()
    firm = PartnerFirmFactory(without_agreement=True, public=True)
    made = signed(firm)
    client = as_(MembershipFactory(firm=firm, liaison=True).user)
    for address in ("avtale/", f"avtale/{made.pk}/", f"avtale/{made.pk}/nb.pdf", "fordeler/", "fordeler/bevis/1/"):
        assert client.get(f"/portal/{address}").status_code == 404


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_signed_document_is_handed_out_as_it_was_stored(firm, language):
    made = signed(firm)
    answer = as_(MembershipFactory(firm=firm).user).get(f"/portal/avtale/{made.pk}/{language}.pdf")
    made.refresh_from_db()
    assert hashlib.sha256(answer.getvalue()).hexdigest() == getattr(made, f"sha256_{language}")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_before_it_is_signed_there_is_a_copy_that_says_so_and_in_no_other_language(firm):
    made, who = offered(firm), signer(firm)
    client = as_(who)
    assert client.get(f"/portal/avtale/{made.pk}/nb.pdf").content.startswith(b"%PDF")
    assert client.get(f"/portal/avtale/{made.pk}/de.pdf").status_code == 404
    terminate_agreement(made, on=timezone.localdate(), reason="Feil nivå.", by=None)
    assert client.get(f"/portal/avtale/{made.pk}/nb.pdf").status_code == 404
    assert "Feil nivå." in client.get(f"/portal/avtale/{made.pk}/").text


def test_the_list_tells_in_force_from_waiting_coming_and_earlier(firm):
    who = signer(firm)
    today = timezone.localdate()
    for status, start, end in (("ended", -900, -800), ("running", -10, 10), ("signed", 11, 20)):
        AgreementFactory(
            firm=firm,
            status=status,
            number=f"DS-{status}",
            starts_on=today + timedelta(days=start),
            ends_on=today + timedelta(days=end),
        )
    AgreementFactory(
        firm=firm, offered=True, starts_on=today + timedelta(days=21), ends_on=today + timedelta(days=40), number="DS-o"
    )
    context = as_(who).get("/portal/avtale/").context
    groups = {name: [one.number for one in context[name]] for name in ("current", "waiting", "coming", "earlier")}
    assert groups == {
        "current": ["DS-running"],
        "waiting": ["DS-o"],
        "coming": ["DS-signed"],
        "earlier": ["DS-ended"],
    }


def test_the_pages_ask_the_database_few_questions_however_much_there_is(firm):
    made, who = signed(firm), signer(firm)
    client = as_(who)

    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/portal/{address}").status_code == 200
        return sum("partners_" in one["sql"] or "prospects_" in one["sql"] for one in queries)

    pages = ("avtale/", f"avtale/{made.pk}/", "fordeler/")
    deliver_benefit(BenefitYear.objects.filter(quantity=None).first(), by=None)
    before = [asked(address) for address in pages]
    for account in BenefitYear.objects.filter(benefit__agreement=made, year=timezone.localdate().year):
        deliver_benefit(account, by=None)
        deliver_benefit(account, by=None)
    for number in range(5):
        AgreementFactory(firm=firm, ended=True, starts_on=timezone.localdate() - timedelta(days=900 + number))
    after = [asked(address) for address in pages]
    assert after == before
    assert max(after) <= 9


# --- benefits ---------------------------------------------------------------------------------------------------------
def test_a_member_sees_what_is_used_and_left_and_the_evidence_of_it(firm):
    made = signed(firm)
    account = BenefitYear.objects.get(
        benefit__agreement=made, benefit__source__slug="innlegg", year=timezone.localdate().year
    )
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 9
    delivery = deliver_benefit(account, note="Frokost i mai", evidence=ContentFile(png, name="x.png"), by=None)
    mistake = deliver_benefit(account, note="Ført feil", evidence=ContentFile(png, name="x.png"), by=None)
    undo_delivery(mistake, by=None)
    client = as_(MembershipFactory(firm=firm).user)
    answer = client.get("/portal/fordeler/")
    row = next(row for row in answer.context["rows"] if row["name"] == "Innlegg på scenen")
    assert (row["used"], row["left"]) == (1, 1)
    assert "Frokost i mai" in answer.text and "Ført feil" not in answer.text
    file = client.get(f"/portal/fordeler/bevis/{delivery.pk}/")
    assert (file.getvalue(), file["Content-Type"]) == (png, "image/png")
    assert file["X-Content-Type-Options"] == "nosniff" and file["Content-Disposition"].startswith("attachment")
    assert client.get(f"/portal/fordeler/bevis/{mistake.pk}/").status_code == 404
    assert as_(signer(PartnerFirmFactory())).get(f"/portal/fordeler/bevis/{delivery.pk}/").status_code == 404


@pytest.mark.parametrize("year", ["", "1999", "abc", "٢٠٢٦", "99999", "-1"])
def test_a_year_that_makes_no_sense_shows_this_one(firm, year):
    signed(firm)
    answer = as_(signer(firm)).get("/portal/fordeler/", {"ar": year})
    assert answer.context["year"] == timezone.localdate().year


def test_without_an_agreement_the_page_says_so(firm):
    assert as_(signer(firm)).get("/portal/fordeler/").status_code == 200


def test_an_offer_is_declined_with_a_reason_and_what_was_typed_is_kept(firm):
    made = offered(firm)
    client = as_(signer(firm))
    url = f"/portal/avtale/{made.pk}/takk-nei/"
    page = client.get(f"/portal/avtale/{made.pk}/").text
    assert url in page and "<details" in page
    answer = client.post(url, {"reason": "x" * 1001})
    assert answer.status_code == 422 and "x" * 1001 in answer.text
    answer = client.post(url, {"reason": "Ikke i år."}, follow=True)
    assert answer.status_code == 200 and "Ikke i år." in answer.text
    assert Agreement.objects.get().offer_ended == "declined"
    assert client.post(url, {"reason": "Én gang til."}, follow=True).status_code == 200


def test_a_signature_that_was_forgotten_is_shown_as_such(firm):
    made = signed(firm)
    client = as_(made.signed_by)
    Agreement.objects.update(status="ended")
    Agreement.objects.update(signed_name="", document_nb="", document_en="", signer_forgotten_at=timezone.now())
    answer = client.get(f"/portal/avtale/{made.pk}/")
    assert answer.status_code == 200 and made.sha256_nb in answer.text
    assert client.get(f"/portal/avtale/{made.pk}/nb.pdf").status_code == 404
