"""Mail that comes in: read whatever its form, placed in its case, and taken in once."""

import base64
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from common.mail import _builders, message
from common.workflow import TransitionError
from prospects import case_address
from prospects.inbound import read_mail, split_quoted
from prospects.models import Activity, Attachment, InboundMail
from prospects.services import asking as asking_service
from prospects.services import (
    discard_activity,
    discard_mail,
    file_activity,
    forget_inbound,
    place_mail,
    record_activity,
    take_in,
)
from tests.common.properties import examples
from tests.factories import ContactFactory, ProspectFactory, UserFactory
from tests.factories.files import PDF
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _address(settings):
    settings.INBOUND_ADDRESS = "sak@doropner.example"


def mail(text="Vi kommer tirsdag.", *, to="sak@doropner.example", files=(), number="1", **headers) -> bytes:
    """A mail as it comes over the wire; headers as Auto_Submitted="no"."""
    made = EmailMessage()
    made["From"] = headers.pop("From", "Ingrid Solbakken <ingrid@nordlys.example>")
    made["To"] = to
    made["Subject"] = headers.pop("Subject", "Besøk")
    if number:
        made["Message-ID"] = f"<{number}@nordlys.example>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    for name, content in files:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def case(**facts):
    """A case whose person is Ingrid."""
    return ProspectFactory(contact={"email": "ingrid@nordlys.example"}, **facts)


# --- the address ------------------------------------------------------------------------------------------------------
def test_a_letter_to_a_prospect_is_answered_to_the_address_of_its_case():
    prospect = case()
    activity = record_activity(prospect, kind="mail", text="Kom på besøk.", by=UserFactory())
    sent = message(_builders["message_to_prospect"](activity=activity.pk)).message()
    assert sent["Reply-To"] == case_address.case_address(prospect)
    assert case_address.case_of(sent["Reply-To"]) == case_address.case_of(sent["Message-ID"]) == prospect.pk
    assert sent["Reply-To"].startswith(f"sak+p-{prospect.pk:05d}.")


def test_without_an_address_letters_are_as_they_were(settings):
    settings.INBOUND_ADDRESS = ""
    activity = record_activity(case(), kind="mail", text="Kom på besøk.", by=UserFactory())
    sent = message(_builders["message_to_prospect"](activity=activity.pk)).message()
    assert sent["Reply-To"] is None
    assert sent["Message-ID"].endswith("@doropner.invalid>")


def test_the_address_of_another_case_cannot_be_guessed(settings):
    first, second = case(), case()
    address = case_address.case_address(first)
    assert case_address.case_of(address.upper()) == first.pk
    assert case_address.case_of(address.replace(f"p-{first.pk:05d}", f"p-{second.pk:05d}")) is None
    for wrong in ("sak+p-00001.aaaaaaaaaa@x.example", "sak@x.example", "", "+p-1." + "a" * 10, "sak+p-x.aaaaaaaaaa@x"):
        assert case_address.case_of(wrong) is None
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new" * 20, [settings.SECRET_KEY]
    assert case_address.case_of(address) == first.pk
    settings.SECRET_KEY_FALLBACKS = []
    assert case_address.case_of(address) is None


# --- which case -------------------------------------------------------------------------------------------------------
def test_a_mail_to_the_address_of_a_case_becomes_a_draft_there_and_the_adviser_hears():
    adviser = UserFactory(adviser=True)
    prospect = case(adviser=adviser)
    kept = take_in(mail(to=f"Oss <{case_address.case_address(prospect)}>"))
    draft = prospect.activities.get()
    assert (draft.status, draft.way, draft.kind, draft.contact) == ("draft", "in", "mail", prospect.main_contact)
    assert draft.text == "Besøk\n\nVi kommer tirsdag."
    assert draft.by_mail is True
    assert (kept.status, kept.activity, kept.sender, kept.text) == ("filed", draft, "", "")
    assert posted("prospect_wrote") == [{"activity": draft.pk, "reader": adviser.pk}]
    assert actions(prospect) == ["prospects.mail_came_in"]
    assert prospect.answered_at is None


@pytest.mark.parametrize("header", ["In_Reply_To", "References"])
def test_an_answer_to_a_letter_of_ours_finds_its_case(header):
    prospect = ProspectFactory(contact=None)
    take_in(mail(**{header: f"<x@y.example> {case_address.message_id(prospect)}"}))
    assert "ingrid@nordlys.example" in prospect.activities.get().text


@pytest.mark.parametrize("header", ["Cc", "Delivered_To", "X_Original_To"])
def test_the_address_may_stand_in_other_headers(header):
    prospect = case()
    case()
    take_in(mail(to="leder@doropner.example", **{header: case_address.case_address(prospect)}))
    assert prospect.activities.count() == 1


def test_a_person_we_know_is_found_and_a_person_of_two_cases_is_not():
    first = case()
    take_in(mail(From="INGRID@nordlys.example"))
    assert first.activities.get().contact == first.main_contact
    ContactFactory(prospect=ProspectFactory(contact=None), email="ingrid@nordlys.example")
    take_in(mail(number="2"))
    assert InboundMail.objects.unfiled().count() == 1
    assert first.activities.count() == 1


@pytest.mark.parametrize("standing", ["lost", "withdrawn"])
def test_a_person_of_a_case_that_is_over_is_for_people_to_place(standing):
    prospect = case(**{standing: True})
    take_in(mail())
    assert not prospect.activities.exists()
    take_in(mail(number="2", to=case_address.case_address(prospect)))
    assert prospect.activities.count() == 1


def test_a_mail_nobody_can_place_is_kept_whole_until_somebody_does():
    kept = take_in(mail(files=[("plan.pdf", PDF)]))
    assert (kept.status, kept.subject, kept.text) == ("unfiled", "Besøk", "Vi kommer tirsdag.")
    assert "ingrid@nordlys.example" in kept.sender
    storage, name = kept.raw.storage, kept.raw.name
    assert storage.exists(name)
    by, prospect = UserFactory(adviser=True), case()
    activity = place_mail(kept, prospect, by=by)
    assert activity.status == "draft"
    assert activity.attachments.get().name == "plan.pdf"
    kept.refresh_from_db()
    assert (kept.status, kept.activity, kept.sender, kept.subject, kept.text, kept.raw.name) == (
        ("filed", activity, "", "", "", "")
    )
    with pytest.raises(TransitionError):
        place_mail(kept, prospect, by=by)
    assert actions(kept) == ["prospects.inbound_filed"]


def test_what_was_placed_or_thrown_away_is_gone_from_the_disk(django_capture_on_commit_callbacks):
    first, second = take_in(mail()), take_in(mail(number="2"))
    names = [first.raw.name, second.raw.name]
    storage = first.raw.storage
    with django_capture_on_commit_callbacks(execute=True):
        place_mail(first, case(), by=UserFactory())
        discard_mail(second, by=UserFactory())
    assert not any(storage.exists(name) for name in names)
    assert InboundMail.objects.filter(text="", sender="", subject="").count() == 2


# --- once -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["7", ""])
def test_a_mail_is_taken_in_once(number):
    prospect = case()
    assert take_in(mail(number=number)) is not None
    assert take_in(mail(number=number)) is None
    assert prospect.activities.count() == 1
    assert take_in(mail(number=number + "8")) is not None


def test_a_mail_thrown_away_does_not_come_back():
    discard_mail(take_in(mail()), by=UserFactory())
    assert take_in(mail()) is None


# --- machines ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied (vacation)"},
        {"Auto_Submitted": "auto-generated; type=x"},
        {"Precedence": "bulk"},
        {"Precedence": "auto_reply"},
        {"List_Id": "<liste.example>"},
        {"X_Autoreply": "yes"},
        {"From": "MAILER-DAEMON@nordlys.example"},
        {"From": "no-reply@nordlys.example"},
        {"Return_Path": "<>"},
    ],
)
def test_what_a_machine_sent_is_noted_and_neither_kept_nor_answered(headers):
    prospect = case()
    kept = take_in(mail(to=case_address.case_address(prospect), **headers))
    assert (kept.status, kept.raw.name, prospect.activities.count()) == ("noted", "", 0)
    assert actions(prospect) in (["prospects.mail_automatic"], ["prospects.mail_bounce"])
    assert posted("prospect_wrote") == []


def test_a_person_who_says_that_it_is_one_is_heard():
    prospect = case()
    take_in(mail(Auto_Submitted="no"))
    assert prospect.activities.count() == 1


def test_a_letter_that_came_back_is_seen_in_its_case():
    prospect = case()
    bounce = (
        "From: postmaster@nordlys.example\r\nTo: ikke-svar@doropner.example\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nUser unknown\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        f"Subject: Hei\r\nMessage-ID: {case_address.message_id(prospect)}\r\n\r\nHei\r\n--b--\r\n"
    )
    take_in(bounce.encode())
    assert actions(prospect) == ["prospects.mail_bounce"]


# --- attachments ------------------------------------------------------------------------------------------------------
def test_attachments_pass_the_same_check_and_refusals_are_said():
    prospect = case()
    take_in(mail(files=[("plan.pdf", PDF), ("virus.exe", b"MZ" + b"x" * 20), ("side.html", b"<script>1</script>")]))
    draft = prospect.activities.get()
    kept = Attachment.objects.get()
    assert (kept.activity, kept.name, kept.came_from, kept.shared_with_prospect) == (draft, "plan.pdf", "mail", False)
    assert "virus.exe" in draft.text
    assert "side.html" in draft.text


def test_a_case_holds_only_so_many_files_of_others(monkeypatch):
    monkeypatch.setattr("prospects.services.files.MOST_FROM_OUTSIDE", 2)
    prospect = case()
    take_in(mail(files=[(f"{number}.pdf", PDF) for number in range(4)]))
    assert prospect.attachments.count() == 2
    assert "3.pdf" in prospect.activities.get().text


def test_more_mails_than_anybody_reads_wait_outside_the_case(monkeypatch):
    monkeypatch.setattr(asking_service, "MOST_DRAFTS", 1)
    prospect = case()
    take_in(mail())
    take_in(mail(number="2"))
    assert (prospect.activities.count(), InboundMail.objects.unfiled().count()) == (1, 1)


def test_to_throw_a_draft_away_takes_its_files_and_its_quotation(django_capture_on_commit_callbacks):
    prospect = case()
    take_in(mail("Ja.\n\nOn Monday Åse wrote:\n> Kommer dere?", files=[("plan.pdf", PDF)]))
    draft, kept = prospect.activities.get(), Attachment.objects.get()
    assert draft.quoted
    with django_capture_on_commit_callbacks(execute=True):
        discard_activity(draft, by=UserFactory())
    draft.refresh_from_db()
    assert (draft.text, draft.quoted, draft.status) == ("", "", "discarded")
    assert not kept.file.storage.exists(kept.file.name)


def test_a_mail_that_was_filed_is_no_answer_of_ours():
    prospect = case()
    take_in(mail())
    file_activity(prospect.activities.get(), by=UserFactory())
    prospect.refresh_from_db()
    assert prospect.answered_at is None


# --- forms of mail ----------------------------------------------------------------------------------------------------
def raw(body: bytes, *headers: str) -> bytes:
    lines = ["From: Ingrid <ingrid@nordlys.example>", "Message-ID: <1@x.example>", "MIME-Version: 1.0", *headers]
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    ("message_", "text"),
    [
        (raw("Blåbær".encode(), "Content-Type: text/plain; charset=utf-8"), "Blåbær"),
        (raw("Blåbær".encode("latin-1"), "Content-Type: text/plain; charset=iso-8859-1"), "Blåbær"),
        (raw(b"Hei", "Content-Type: text/plain; charset=klingon"), "Hei"),
        (raw(b"Hei \xff\xfe", "Content-Type: text/plain; charset=utf-8"), "Hei"),
        (raw(b"He\x00i", "Content-Type: text/plain"), "Hei"),
        (raw(b"Hei", "Content-Type: text/plain; charset=\"utf-8"), "Hei"),
        (raw(b"!!!not base64!!!", "Content-Type: text/plain", "Content-Transfer-Encoding: base64"), ""),
        (raw(base64.b64encode("Hei på deg".encode()), "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"), "Hei på deg"),  # noqa: E501
        (raw(b"Hei", "Content-Transfer-Encoding: rot13"), "Hei"),
        (raw(b"<html><head><title>T</title><style>p{}</style></head><p>Hei <b>du</b></p><script>x()</script>", "Content-Type: text/html"), "Hei du"),  # noqa: E501
        (raw(b"Hei", "Content-Type: multipart/mixed"), ""),
        (raw(b"Hei", "Content-Type: multipart/mixed; boundary=x"), ""),
        (raw(b"--x\r\nContent-Type: text/plain\r\n\r\nHei\r\n", "Content-Type: multipart/mixed; boundary=x"), "Hei"),
        (raw(b"Hei", "Content-Type: ;;;", "Date: tull", "To: <<>>,,@@", "Subject: =?utf-8?b?!!!?="), "Hei"),
        (raw(b"Hei", "To: \"unfinished", "Cc: a b c <d", "References: <<<>>>", "Content-Disposition: ;;="), "Hei"),
        (b"", ""),
        (b"\x00\xff\xfe", ""),
        (b"Subject: only a head", ""),
    ],
)  # fmt: skip
def test_a_mail_of_any_form_is_read(message_, text):
    reading = read_mail(message_)
    assert text in reading.text
    assert "\x00" not in reading.text + reading.subject
    assert "x()" not in reading.text
    assert take_in(message_) is not None


def test_a_mail_nested_a_thousand_times_is_kept_for_people():
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3_000))
    kept = take_in(b"Message-ID: <deep@x.example>\r\n" + deep + b"\r\nHei")
    assert kept.status == "unfiled"
    assert take_in(b"Message-ID: <deep@x.example>\r\n" + deep + b"\r\nHei") is None


@given(st.binary(max_size=400))
@examples(200)
def test_no_bytes_break_the_reader(content):
    for start in (
        b"",
        b"From: ",
        b"Content-Type: ",
        b"Subject: =?",
        b"Message-ID: <1>\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Disposition: ",
        b"Content-Transfer-Encoding: base64\r\n\r\n",
        b"Content-Type: text/html\r\n\r\n<",
        b"Date: ",
        b"In-Reply-To: ",
    ):
        reading = read_mail(start + content)
        (reading.text + reading.subject + reading.sender + reading.sender_name).encode()
        assert "\x00" not in reading.text + reading.subject + reading.sender


def test_a_date_that_cannot_be_is_not_believed():
    for date in ("Mon, 1 Jan 2001 10:00:00 +0000", "Mon, 1 Jan 2150 10:00:00 +0000", "tull", "Mon, 99 Jan 2024"):
        assert abs(read_mail(mail(Date=date)).sent_at - timezone.now()) < timedelta(minutes=1)
    yesterday = timezone.now().replace(microsecond=0) - timedelta(days=1)
    assert read_mail(mail(Date=yesterday)).sent_at == yesterday


# --- quotations -------------------------------------------------------------------------------------------------------
QUOTATIONS = [
    "On Mon, 23 Nov 2026 at 10:00, Åse <ase@x.example> wrote:\n> Kommer dere?",
    "On Mon, 23 Nov 2026 at 10:00, Åse Aas Lange Navnesen\n<ase@x.example> wrote:\n\n> Kommer dere?",
    "Den 23. nov. 2026 kl. 10.00 skrev Åse <ase@x.example>:\n> Kommer dere?",
    "man. 23. nov. 2026 kl. 10:00 skrev Åse <ase@x.example>:\n\n> Kommer dere?",
    "-----Opprinnelig melding-----\nFra: Åse",
    "Fra: Åse <ase@x.example>\nSendt: mandag\nTil: Ingrid\nEmne: Besøk\n\nKommer dere?",
    "From: Åse\nSent: Monday\nTo: Ingrid\n\nComing?",
    "________________________________\nFrom: Åse",
    "> Kommer dere?\n> Hilsen Åse",
]


@pytest.mark.parametrize("quotation", QUOTATIONS)
def test_what_is_quoted_is_kept_behind(quotation):
    own, quoted = split_quoted(f"Ja, vi kommer.\nIngrid\n\n{quotation}\n")
    assert own == "Ja, vi kommer.\nIngrid"
    assert quoted == quotation


@pytest.mark.parametrize("quotation", QUOTATIONS)
def test_a_mail_that_is_nothing_but_quotation_is_kept_as_it_is(quotation):
    assert split_quoted(quotation) == (quotation, "")


@pytest.mark.parametrize(
    "text",
    [
        "> Kommer dere?\nJa.\n> Når?\nTirsdag.",
        "Fra: havna til byen er det kort.\nDet er fint.",
        "On the other hand, we wrote: no.\nHei",
        "Den som skrev dette er ikke her.",
    ],
)
def test_what_only_looks_like_a_quotation_stays(text):
    assert split_quoted(text) == (text, "")


# --- forgetting -------------------------------------------------------------------------------------------------------
def test_a_mail_nobody_placed_goes_after_its_time_and_its_fingerprint_later(django_capture_on_commit_callbacks):
    case()
    unfiled, known = take_in(mail(From="noen@x.example")), take_in(mail(number="2"))
    file = unfiled.raw
    day = timedelta(days=1)
    begun = unfiled.received_at
    assert forget_inbound(begun + InboundMail.UNFILED_DAYS * day - day) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_inbound(begun + InboundMail.UNFILED_DAYS * day + day) == 1
    assert not file.storage.exists(file.name)
    assert forget_inbound(known.received_at + InboundMail.KNOWN_DAYS * day + day) == 1
    assert Activity.objects.count() == 1
