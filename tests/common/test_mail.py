"""The outbox: a letter is committed with its cause, and sent until it has arrived."""

import threading
from datetime import timedelta
from itertools import pairwise

import pytest
from django.core.mail import get_connection
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from common import mail
from common.mail import PAUSES, Letter, deliver, deliver_due, letter, message, post
from common.models import OutgoingMail
from prospects.models import InterestForm
from tests.factories import InterestFormFactory
from tests.sink import text_of

LETTER = Letter(
    to="kari@example.org",
    name="Kari Ås",
    language="nb",
    subject="Vi har fått meldingen",
    paragraphs=["Takk for praten om <Fjordlys> & co.", "Vi ringer."],
    facts=[("Næring", "Mat & drikke")],
    action=("Åpne siden", "http://127.0.0.1:8000/mitt/abc/?a=1&b=2"),
    closing=["Ikke gi adressen videre."],
)


@letter("tests_say")
def say(text: str) -> Letter | None:
    """A letter that says `text`; none when it is empty."""
    return Letter(to="kari@example.org", language="nb", subject=text, paragraphs=[text]) if text else None


@letter("tests_broken")
def broken(**_arguments) -> Letter | None:
    """A letter that cannot be made."""
    raise RuntimeError("no such thing")


@pytest.fixture
def smtp(settings, sink):
    """Django sends by SMTP to the sink."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    return sink


def make_due(outgoing: OutgoingMail) -> None:
    """As if the pause was over."""
    OutgoingMail.objects.filter(pk=outgoing.pk).update(next_attempt_at=timezone.now())


# --- written down with its cause ------------------------------------------------------------------------------------
def test_a_letter_and_its_cause_are_rolled_back_together(db):
    before = DBTaskResult.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        form = InterestFormFactory()
        post("interest_receipt", interest_form=form.pk)
        raise RuntimeError
    assert not OutgoingMail.objects.exists()
    assert not InterestForm.objects.exists()
    assert DBTaskResult.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_letter_is_committed_with_its_cause_and_waits_for_the_worker(smtp):
    with transaction.atomic():
        post("tests_say", text="Hei")
    outgoing = OutgoingMail.objects.get()
    assert (outgoing.kind, outgoing.arguments, outgoing.sent_at) == ("tests_say", {"text": "Hei"}, None)
    assert outgoing.next_attempt_at <= timezone.now()
    job = DBTaskResult.objects.get()
    assert job.args_kwargs["args"] == [outgoing.pk]
    assert smtp.mails == []


def test_a_letter_of_an_unknown_kind_is_refused_at_once(db):
    with pytest.raises(KeyError):
        post("nobody_wrote_this")
    assert not OutgoingMail.objects.exists()


# --- sent -----------------------------------------------------------------------------------------------------------
def test_what_is_due_is_sent_once(db, smtp):
    first, second = post("tests_say", text="En"), post("tests_say", text="To")
    later = post("tests_say", text="Senere")
    OutgoingMail.objects.filter(pk=later.pk).update(next_attempt_at=timezone.now() + timedelta(minutes=1))
    assert deliver_due() == 2
    assert [one["subject"] for one in smtp.mails] == ["En", "To"]
    for outgoing in (first, second):
        outgoing.refresh_from_db()
        assert outgoing.sent_at is not None
        assert (outgoing.attempts, outgoing.error) == (1, "")
    assert deliver_due() == 0
    assert deliver(first.pk) == "not due"
    assert len(smtp.mails) == 2


def test_after_a_week_without_a_clock_everything_still_goes_out(db, smtp):
    post("tests_say", text="Gammel")
    OutgoingMail.objects.update(
        created_at=timezone.now() - timedelta(days=7), next_attempt_at=timezone.now() - timedelta(days=7)
    )
    assert deliver_due() == 1


def test_a_mail_has_a_plain_part_and_an_html_part_that_say_the_same(db, smtp):
    get_connection().send_messages([message(LETTER)])
    [sent] = smtp.mails
    assert [part.get_content_type() for part in sent.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    text = text_of(sent)
    html = sent.get_body(preferencelist=("html",)).get_content()
    for said in ("Kari Ås", "Vi ringer.", "Næring", "Åpne siden", "Ikke gi adressen videre."):
        assert said in text
        assert said in html
    assert "Takk for praten om <Fjordlys> & co." in text
    assert "Takk for praten om &lt;Fjordlys&gt; &amp; co." in html
    assert "http://127.0.0.1:8000/mitt/abc/?a=1&b=2" in text
    assert 'href="http://127.0.0.1:8000/mitt/abc/?a=1&amp;b=2"' in html
    assert 'lang="nb"' in html
    assert "<style" not in html.split("</head>")[1]
    assert 'style="' in html
    assert sent["to"].addresses[0].display_name == "Kari Ås"
    assert sent["to"].addresses[0].addr_spec == "kari@example.org"
    assert sent["auto-submitted"] == "auto-generated"
    assert sent["message-id"]
    assert sent["from"].addresses[0].display_name == "Døråpner"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_frame_of_a_letter_is_in_the_language_of_its_reader(language):
    sent = message(Letter(to="a@example.org", language=language, subject="x", paragraphs=["y"], name="Kari Ås"))
    first = sent.body.splitlines()[0]
    assert first.startswith({"nb": "Hei", "en": "Hello"}[language])
    assert "Kari Ås" in first
    assert f'lang="{language}"' in sent.alternatives[0].content


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\N{LINE SEPARATOR}"])
def test_a_newline_in_a_subject_adds_no_header(db, smtp, end):
    post("tests_say", text=f"Hei{end}Bcc: eve@example.org{end}{end}Innhold")
    assert deliver_due() == 1
    [sent] = smtp.mails
    assert sent["bcc"] is None
    assert sent["subject"] == "Hei Bcc: eve@example.org Innhold"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_newline_in_a_name_adds_no_header_and_keeps_no_mail_from_going_out(db, smtp, end):
    name = f"Ola{end}Bcc: eve@example.org"
    message(Letter(to="ola@example.org", name=name, language="nb", subject="Hei", paragraphs=["Hei"])).send()
    [sent] = smtp.mails
    assert sent["bcc"] is None
    assert [address.addr_spec for address in sent["to"].addresses] == ["ola@example.org"]


@pytest.mark.parametrize("name", ['Ola "Sjefen" Nordmann', "Nordmann, Ola", "Ola <eve@example.org>", "Å" * 120, "李雷"])
def test_any_name_becomes_one_recipient(db, smtp, name):
    message(Letter(to="ola@example.org", name=name, language="nb", subject="Hei", paragraphs=["Hei"])).send()
    [sent] = smtp.mails
    [address] = sent["to"].addresses
    assert address.addr_spec == "ola@example.org"
    assert address.display_name == name


def test_an_address_in_a_domain_with_norwegian_letters_gets_its_mail(db, smtp):
    # EmailField takes it, so a visitor can have it.
    message(Letter(to="ola@blåbær.example", name="Ola", language="nb", subject="Hei", paragraphs=["Hei"])).send()
    [sent] = smtp.mails
    assert sent["to"].addresses[0].addr_spec == "ola@xn--blbr-roah.example"


# --- refused --------------------------------------------------------------------------------------------------------
def test_a_refused_mail_is_tried_again_with_growing_pauses_and_given_up_at_the_end(db, smtp):
    smtp.refuses = True
    outgoing = post("tests_say", text="Hei")
    pauses = []
    for attempt in range(1, len(PAUSES) + 1):
        make_due(outgoing)
        before = timezone.now()
        assert deliver(outgoing.pk) == "later"
        outgoing.refresh_from_db()
        pauses.append(outgoing.next_attempt_at - before)
        assert outgoing.attempts == attempt
        assert "451" in outgoing.error
        assert outgoing.sent_at is outgoing.gave_up_at is None
        assert deliver(outgoing.pk) == "not due"
    assert pauses == sorted(pauses)
    assert all(later > 2 * earlier for earlier, later in pairwise(pauses) if later < PAUSES[-1])
    assert sum(pauses, timedelta()) > timedelta(days=1)

    make_due(outgoing)
    assert deliver(outgoing.pk) == "gave up"
    outgoing.refresh_from_db()
    assert outgoing.gave_up_at is not None
    assert outgoing.sent_at is None
    assert "451" in outgoing.error

    smtp.refuses = False
    make_due(outgoing)
    assert deliver_due() == 0
    assert smtp.mails == []


def test_a_mail_that_was_refused_arrives_when_the_server_takes_it(db, smtp):
    smtp.refuses = True
    outgoing = post("tests_say", text="Hei")
    assert deliver_due() == 0
    smtp.refuses = False
    make_due(outgoing)
    assert deliver_due() == 1
    outgoing.refresh_from_db()
    assert outgoing.sent_at is not None
    assert outgoing.error == ""
    assert [one["subject"] for one in smtp.mails] == ["Hei"]


def test_a_server_that_is_away_is_no_error_for_the_caller(db, settings, free_port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port
    outgoing = post("tests_say", text="Hei")
    assert deliver(outgoing.pk) == "later"
    outgoing.refresh_from_db()
    assert "ConnectionRefusedError" in outgoing.error


def test_one_bad_letter_does_not_keep_the_others(db, smtp):
    bad, good = post("tests_broken", number=1), post("tests_say", text="Hei")
    OutgoingMail.objects.filter(pk=bad.pk).update(next_attempt_at=timezone.now() - timedelta(hours=1))
    assert deliver_due() == 1
    bad.refresh_from_db()
    good.refresh_from_db()
    assert "no such thing" in bad.error
    assert good.sent_at is not None


def test_a_letter_whose_worker_died_is_taken_up_again_after_its_lease(db, smtp):
    outgoing = post("tests_say", text="Hei")
    OutgoingMail.objects.filter(pk=outgoing.pk).update(attempts=1, next_attempt_at=timezone.now() + mail.LEASE)
    assert deliver(outgoing.pk) == "not due"
    make_due(outgoing)
    assert deliver(outgoing.pk) == "sent"


# --- dropped --------------------------------------------------------------------------------------------------------
def test_a_letter_to_a_person_who_is_gone_is_dropped(db, smtp):
    form = InterestFormFactory()
    outgoing = post("interest_receipt", interest_form=form.pk)
    form.prospect.delete()
    assert deliver(outgoing.pk) == "dropped"
    outgoing.refresh_from_db()
    assert outgoing.dropped_at is not None
    assert outgoing.sent_at is None
    make_due(outgoing)
    assert deliver_due() == 0
    assert smtp.mails == []


def test_the_outbox_keeps_no_letter_and_no_secret(db, smtp):
    form = InterestFormFactory()
    outgoing = post("interest_receipt", interest_form=form.pk)
    assert deliver(outgoing.pk) == "sent"
    token = text_of(smtp.mails[0]).split("/mitt/")[1].split("/")[0]
    kept = str(OutgoingMail.objects.filter(pk=outgoing.pk).values().get())
    for secret in (token, form.email, form.name, form.company_name):
        assert secret not in kept


# --- two workers ----------------------------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_sends_the_mail(smtp):
    letters = [post("tests_say", text=f"Brev {number}") for number in range(12)]
    start = threading.Barrier(2)
    told: list[list[str]] = [[], []]

    def work(mine: list[str]):
        try:
            for outgoing in letters:
                start.wait(20)
                mine.append(deliver(outgoing.pk))
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(mine,)) for mine in told]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [sorted(pair) for pair in zip(*told, strict=True)] == [["not due", "sent"]] * len(letters)
    assert sorted(str(one["subject"]) for one in smtp.mails) == sorted(f"Brev {number}" for number in range(12))
