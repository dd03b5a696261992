"""The newsletter: asked for, confirmed from the mailbox, ended with one click, and nobody learns who gets it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from common.mail import deliver_due, message
from common.models import OutgoingMail
from common.workflow import TransitionError
from home.mail import newsletter_letter
from home.models import NewsletterPage, Subscription
from home.models.newsletter import PENDING_DAYS
from home.public_forms import NewsletterForm
from home.services import CONFIRM, END, ask_for_newsletter, link_of, newsletter_recipients, subscription_of
from home.services.newsletter import token_of
from tests.home.visiting import index_of, posted, proof_of, typed_newsletter
from tests.prospects.test_races import race
from tests.sink import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def smtp(settings, sink):
    """Django sends by SMTP to the sink."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    return sink


def ask(email: str = "kari@fjordlys.example", language: str = "nb") -> Subscription:
    """Somebody asks for the newsletter."""
    ask_for_newsletter(email=email, language=language, wording="Ja, send meg nyhetsbrevet.")
    return Subscription.objects.alive().get(email=email.lower())


def subscriber(email: str = "kari@fjordlys.example", language: str = "nb") -> Subscription:
    """Somebody who said yes twice."""
    subscription = ask(email, language)
    subscription.confirm()
    return subscription


def path_to(subscription: Subscription, purpose: str) -> str:
    """The address of a link, without the host."""
    return "/" + link_of(subscription, purpose).split("/", 3)[3]


# --- asked for ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_wish_is_stored_with_its_words_and_a_mail_asks_for_a_yes(smtp, language):
    page = index_of(NewsletterPage, language)
    response = Client().post(page.url, typed_newsletter(email=" Kari@Fjordlys.example"))
    assert (response.status_code, response["Location"]) == (302, f"{page.url}sendt/")
    assert Client().get(response["Location"]).status_code == 200
    stored = Subscription.objects.get()
    assert (stored.email, stored.status, stored.language) == ("kari@fjordlys.example", "pending", language)
    assert stored.wording in Client().get(page.url).content.decode()
    deliver_due()
    mail = smtp.wait_for("kari@fjordlys.example")
    assert link_of(stored, CONFIRM) in text_of(mail)
    assert mail["List-Unsubscribe"] is None
    assert not newsletter_recipients(language).exists()


WRONG = {
    "no yes": {"consents": ""},
    "no address": {"email": ""},
    "no such address": {"email": "kari"},
    "honeypot": {"nettside": "x"},
    "forged stamp": {"started": "1"},
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_and_nothing_is_stored(case):
    page = index_of(NewsletterPage, "en")
    response = Client().post(page.url, typed_newsletter(**WRONG[case]))
    assert response.status_code == 422
    assert "data-error-summary" in response.content.decode()
    if "email" not in WRONG[case]:
        assert "kari@fjordlys.example" in response.content.decode()
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("known", ["nobody", "pending", "active", "ended"])
def test_the_answer_is_the_same_whoever_asks(known):
    page = index_of(NewsletterPage)
    if known != "nobody":
        subscription = ask()
        if known == "active":
            subscription.confirm()
        elif known == "ended":
            subscription.end()
    response = Client().post(page.url, typed_newsletter())
    assert (response.status_code, response["Location"]) == (302, f"{page.url}sendt/")
    assert Subscription.objects.alive().count() == 1


@pytest.mark.parametrize(("is_active", "kind"), [(False, "newsletter_confirm"), (True, "newsletter_known")])
def test_whoever_asks_again_gets_at_most_one_mail_an_hour(is_active, kind):
    subscription = subscriber() if is_active else ask()
    before = len(posted(kind))
    for _time in range(3):
        ask()
    assert len(posted(kind)) == (1 if is_active else before)
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        ask()
    assert len(posted(kind)) == (2 if is_active else before + 1)
    assert posted(kind)[-1] == {"subscription": subscription.pk}


@pytest.mark.parametrize(("proven", "limit"), [(False, 5), (True, 30)])
def test_one_network_asks_so_many_times_a_day(proven, limit, monkeypatch):
    monkeypatch.setattr("common.spamguard.PUZZLE_SIZE", 50)
    page = index_of(NewsletterPage)
    with time_machine.travel(timezone.now().replace(hour=12), tick=False):
        codes = []
        for number in range(limit + 1):
            proof = proof_of(NewsletterForm()) if proven else ""
            codes.append(
                Client().post(page.url, typed_newsletter(email=f"{number}@example.org", proof=proof)).status_code
            )
    assert codes == [302] * limit + [429]


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_for_one_address_at_once_are_one():
    for number in range(5):
        email = f"{number}@example.org"
        told = race(*[lambda email=email: ask_for_newsletter(email=email, language="nb", wording="Ja")] * 3)
        assert told == [None] * 3
    assert Subscription.objects.count() == len(posted("newsletter_confirm")) == 5


# --- confirmed ------------------------------------------------------------------------------------------------------
def test_a_link_that_is_opened_confirms_nothing_and_its_button_does():
    subscription = ask()
    client = Client(enforce_csrf_checks=True)
    url = path_to(subscription, CONFIRM)
    for method in (client.get, client.head):
        assert method(url).status_code == 200
    assert client.post(url).status_code == 403
    subscription.refresh_from_db()
    assert subscription.status == "pending"
    for _time in range(2):
        assert client.post(url, {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}).status_code == 200
        subscription.refresh_from_db()
        assert subscription.status == "active"
    assert subscription.confirmed_at is not None
    assert list(newsletter_recipients("nb")) == [subscription]
    assert not newsletter_recipients("en").exists()


STEPS = {("pending", "confirm"): "active", ("pending", "end"): "ended", ("active", "end"): "ended"}


@pytest.mark.parametrize("verb", ["confirm", "end"])
@pytest.mark.parametrize("status", ["pending", "active", "ended"])
def test_each_verb_from_each_status(status, verb):
    subscription = ask()
    if status == "active":
        subscription.confirm()
    elif status == "ended":
        subscription.end()
    target = STEPS.get((status, verb))
    if target is None:
        with pytest.raises(TransitionError):
            getattr(subscription, verb)()
    else:
        getattr(subscription, verb)()
    subscription.refresh_from_db()
    assert subscription.status == (target or status)


# --- ended ----------------------------------------------------------------------------------------------------------
def test_the_one_click_of_a_mail_program_ends_it_without_a_cookie():
    subscription = subscriber()
    client = Client(enforce_csrf_checks=True)
    url = path_to(subscription, END)
    assert client.get(url).status_code == 200
    subscription.refresh_from_db()
    assert subscription.status == "active"
    for _time in range(2):
        response = client.post(url, b"List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
        assert response.status_code == 200
        subscription.refresh_from_db()
        assert subscription.status == "ended"
    assert not newsletter_recipients("nb").exists()


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"List-Unsubscribe=One-Click&anew=1"])
def test_any_body_ends_it_the_first_time(body):
    subscription = subscriber()
    Client().post(path_to(subscription, END), body, content_type="application/x-www-form-urlencoded")
    subscription.refresh_from_db()
    assert subscription.status == "ended"


def test_whoever_ended_it_by_mistake_asks_anew_and_confirms_anew():
    subscription = subscriber()
    client = Client()
    url = path_to(subscription, END)
    assert b'name="anew"' in client.post(url).content
    assert client.post(url, {"anew": "1"}).status_code == 200
    anew = Subscription.objects.alive().get()
    assert (anew.pk != subscription.pk, anew.status) == (True, "pending")
    assert anew.secret != subscription.secret
    assert posted("newsletter_confirm")[-1] == {"subscription": anew.pk}


def test_every_letter_to_a_subscriber_carries_its_end(smtp):
    subscription = subscriber(language="en")
    ask()
    deliver_due()
    message(newsletter_letter(subscription, "News", ["Hello"])).send()
    for subject in ("already", "News"):
        mail = smtp.wait_for("kari@fjordlys.example", subject)
        assert mail["List-Unsubscribe"].strip() == f"<{link_of(subscription, END)}>"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert link_of(subscription, END) in text_of(mail)


# --- links ----------------------------------------------------------------------------------------------------------
def test_a_link_is_for_one_person_and_one_purpose():
    one, other = ask("a@example.org"), ask("b@example.org")
    tokens = {token_of(who, purpose) for who in (one, other) for purpose in (CONFIRM, END)}
    assert len(tokens) == 4
    assert subscription_of(token_of(one, CONFIRM), CONFIRM) == one
    assert subscription_of(token_of(one, CONFIRM), END) is None
    assert subscription_of(token_of(one, END).replace(f"{one.pk}-", f"{other.pk}-"), END) is None


@pytest.mark.parametrize("name", ["newsletter_confirm", "newsletter_end"])
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("token", ["x", "1-", "1-" + "A" * 22, "-", "²-a", "9" * 30 + "-a", "1-æ", "%00"])
def test_a_link_of_nobody_is_not_there(name, method, token):
    subscription = subscriber()
    assert getattr(Client(), method)(f"/nyhetsbrev/{'ja' if 'confirm' in name else 'nei'}/{token}/").status_code == 404
    assert reverse(f"public:{name}", args=["x"]) == f"/nyhetsbrev/{'ja' if 'confirm' in name else 'nei'}/x/"
    subscription.refresh_from_db()
    assert subscription.status == "active"


def test_the_outbox_and_the_log_tell_no_address():
    subscription = subscriber()
    subscription.end()
    kept = [str(row) for row in OutgoingMail.objects.values()]
    kept += [f"{entry.label} {entry.data}" for entry in ModelLogEntry.objects.for_instance(subscription)]
    assert len(kept) == 3
    assert not [row for row in kept if "kari" in row.lower()]


def test_what_nobody_needs_any_longer_is_due_for_deletion():
    pending, active, ended = ask("a@example.org"), subscriber("b@example.org"), ask("c@example.org")
    ended.end()
    now = timezone.now()
    expired = Subscription.objects.expired
    assert not expired(now + timedelta(hours=23)).exists()
    assert list(expired(now + timedelta(days=1, minutes=1))) == [ended]
    assert set(expired(now + timedelta(days=PENDING_DAYS, minutes=1))) == {pending, ended}
    assert active not in expired(now + timedelta(days=4000))
