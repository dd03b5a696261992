"""Before we write to somebody the law is asked; a no is kept, and what may be done instead is said."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from common.mail import deliver_due
from common.workflow import TransitionError
from prospects.mail import consent_request, handover_accepted_prospect, interest_receipt, message_to_prospect
from prospects.models import Activity, Consent, Contact, PrivateLink, Source, Suppression, guess_kind
from prospects.services import (
    Purpose,
    forget_due,
    hand_over,
    hear_again,
    is_silenced,
    may_mail,
    purpose_of,
    record_activity,
    record_wish,
    remove_contact,
    silence,
    silence_page,
)
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    ConsentFactory,
    ContactFactory,
    HandoverFactory,
    InterestFormFactory,
    ProspectFactory,
    SuppressionFactory,
    UserFactory,
)
from tests.partners.test_agreement_admin import as_
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db

SOUGHT = ("own", "target_list", "partner", "referral")


def person(kind: str = "personal", source: str = "own", **more) -> Contact:
    """Somebody at a company that we found ourselves."""
    more = {"origin": "website", **more}
    prospect = ProspectFactory(source=source, answer_due_at=None, contact=None)
    return ContactFactory(prospect=prospect, address_kind=kind, **more)


def log_mail(client, to: Contact, **more):
    """A mail from us, as the log form sends it."""
    typed = {"kind": "mail", "way": "out", "text": "Har dere tenkt på Drammen?", **more}
    return client.post(reverse("prospects:record", args=[to.prospect_id]), typed)


# --- whose address it is ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("email", "name", "kind"),
    [
        ("post@nordlys.no", "Ingrid Solbakken", "role"),
        ("FIRMAPOST@nordlys.no", "", "role"),
        ("info+messe@nordlys.no", "", "role"),
        ("ingrid@nordlys.no", "Ingrid Solbakken", "personal"),
        ("isolbakken@nordlys.no", "Ingrid Solbakken", "personal"),
        ("asa.odegard@nordlys.no", "Åsa Ødegård", "personal"),
        ("kari.nordmann@nordlys.no", "", "personal"),
        ("k7@nordlys.no", "Kari Nordmann", "unknown"),
        ("post.oslo@nordlys.no", "Kari Nordmann", "unknown"),
        ("post@gmail.com", "Kari Nordmann", "unknown"),
    ],
)
def test_whose_address_it_is_is_guessed_and_never_too_boldly(email, name, kind):
    assert guess_kind(email, name) == kind


# --- the gate ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("source", Source.values)
@pytest.mark.parametrize("kind", ["role", "personal", "sole", "unknown"])
@pytest.mark.parametrize("has_consent", [True, False])
@pytest.mark.parametrize("has_answered", [True, False])
@pytest.mark.parametrize("is_silent", [True, False])
def test_who_may_be_mailed(source, kind, has_consent, has_answered, is_silent):
    contact = person(kind, source)
    if is_silent:
        SuppressionFactory(address=contact.email)
    if has_consent:
        ConsentFactory(contact=contact, given_at=timezone.now() - timedelta(days=9))
    if has_answered:
        earlier = timezone.now() - timedelta(days=9)
        ActivityFactory(prospect=contact.prospect, call=True, way="in", happened_at=earlier)
    is_answer = source not in SOUGHT or has_answered
    assert purpose_of(contact.prospect) == (Purpose.ANSWER if is_answer else Purpose.OUTREACH)
    expected = not is_silent and (is_answer or has_consent or kind == "role")
    verdict = may_mail(contact, purpose_of(contact.prospect))
    assert verdict.is_allowed is expected
    assert verdict.ground
    assert bool(verdict.ways) is not expected
    news = not is_silent and (has_consent or kind == "role")
    assert may_mail(contact, Purpose.NEWS).is_allowed is news


@pytest.mark.parametrize(
    ("kind", "way", "opens"),
    [
        ("call", "out", False),
        ("mail", "out", False),
        ("note", "in", False),
        ("call", "in", True),
        ("mail", "in", True),
        ("meeting", "out", True),
        ("visit", "out", True),
    ],
)
def test_only_what_they_do_themselves_opens_a_conversation(kind, way, opens):
    contact = person()
    ActivityFactory(prospect=contact.prospect, kind=kind, way=way)
    assert (purpose_of(contact.prospect) == Purpose.ANSWER) is opens


def test_a_mail_that_came_in_and_nobody_has_read_opens_nothing():
    contact = person()
    ActivityFactory(prospect=contact.prospect, kind="mail", way="in", status=Activity.Status.DRAFT)
    assert purpose_of(contact.prospect) == Purpose.OUTREACH


def test_a_consent_that_was_taken_back_is_none():
    contact = person()
    ConsentFactory(contact=contact, withdrawn=True)
    assert not may_mail(contact, Purpose.OUTREACH).is_allowed


def test_the_ways_that_are_open_are_the_phone_the_shared_mailbox_and_a_letter():
    contact = person()
    assert [way.kind for way in may_mail(contact, Purpose.OUTREACH).ways] == ["phone", "mailbox", "letter"]
    shared = ContactFactory(prospect=contact.prospect, email="post@nordlys.example", address_kind="role")
    ways = {way.kind: way.detail for way in may_mail(contact, Purpose.OUTREACH).ways}
    assert ways == {"phone": contact.phone, "mailbox": shared.email, "letter": ""}
    SuppressionFactory(channel="phone", address=contact.phone)
    SuppressionFactory(address=shared.email)
    assert [(way.kind, way.detail) for way in may_mail(contact, Purpose.OUTREACH).ways] == [
        ("mailbox", ""),
        ("letter", ""),
    ]


def test_the_service_refuses_a_first_mail_and_stores_nothing():
    contact = person()
    with pytest.raises(TransitionError) as refused:
        record_activity(contact.prospect, kind="mail", text="Hei", by=None)
    assert refused.value.code == "outreach"
    assert "§ 15" in refused.value.messages[0]
    assert not Activity.objects.exists()
    assert posted("message_to_prospect") == []
    record_activity(contact.prospect, kind="mail", text="Sendt fra egen post", by=None, sends=False)
    assert Activity.objects.count() == 1


# --- the form ---------------------------------------------------------------------------------------------------------
def test_a_refusal_in_the_form_says_the_ways_and_keeps_what_was_typed():
    contact = person()
    response = log_mail(as_(adviser=True), contact)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Har dere tenkt på Drammen?" in page
    assert "§ 15" in page
    assert f'href="tel:{contact.phone.replace(" ", "")}"' in page
    assert not Activity.objects.exists()


def test_who_sees_no_persons_is_told_the_ways_without_numbers():
    contact = person()
    shared = ContactFactory(prospect=contact.prospect, email="post@nordlys.example", address_kind="role")
    page = log_mail(as_(analyst=True), contact).content.decode()
    assert "§ 15" in page
    for secret in (contact.phone, contact.email, shared.email, contact.name):
        assert secret not in page


def test_the_mailbox_may_be_chosen_where_the_person_may_not():
    contact, client = person(), as_(adviser=True)
    shared = ContactFactory(prospect=contact.prospect, email="post@nordlys.example", address_kind="role")
    assert log_mail(client, contact, contact=contact.pk).status_code == 422
    assert log_mail(client, contact, contact=shared.pk).status_code == 302
    assert Activity.objects.get().contact == shared


# --- the notice of article 14 -----------------------------------------------------------------------------------------
def test_the_first_mail_to_whose_data_came_from_others_says_so_once():
    contact = person("role", origin="register")
    for text in ("Første", "Andre"):
        record_activity(contact.prospect, kind="mail", text=text, by=None)
        deliver_due()
    first, second = mail.outbox
    assert "Datatilsynet" in first.body
    assert "Datatilsynet" not in second.body
    assert "/mitt/" in first.body
    contact.refresh_from_db()
    assert contact.notice_given_at is not None
    assert actions(contact.prospect).count("prospects.notice_given") == 1


def test_a_letter_that_could_not_be_sent_says_it_again_when_it_is_tried_again():
    contact = person("role")
    activity = record_activity(contact.prospect, kind="mail", text="Hei", by=None)
    tries = [message_to_prospect(activity=activity.pk).paragraphs for _number in range(2)]
    assert tries[0] == tries[1]
    assert len(tries[0]) == 4


@pytest.mark.parametrize(("language", "word"), [("nb", "Datatilsynet"), ("en", "Datatilsynet")])
def test_any_first_letter_carries_the_notice_in_the_reader_s_language(language, word):
    prospect = ProspectFactory(qualified=True, source="partner", contact={"origin": "partner", "language": language})
    HandoverFactory(prospect=prospect)
    told = " ".join(consent_request(handover=prospect.handovers.get().pk).paragraphs)
    assert word in told
    assert "24" in told


def test_who_told_us_themselves_gets_no_notice():
    prospect = ProspectFactory()
    record_activity(prospect, kind="mail", text="Hei", by=None)
    deliver_due()
    assert "Datatilsynet" not in mail.outbox[0].body
    assert prospect.contacts.get().notice_given_at is None


# --- a no -------------------------------------------------------------------------------------------------------------
def test_a_no_survives_the_person_it_came_from():
    contact = person(email="Ingrid@Nordlys.example")
    ConsentFactory(contact=contact)
    silence(contact, channel="email", reason="told", by=None)
    assert Consent.objects.get().withdrawn_at is not None
    remove_contact(contact, by=None)
    again = ContactFactory(email="ingrid@nordlys.EXAMPLE ".strip(), address_kind="role")
    assert is_silenced(again)
    assert not may_mail(again, Purpose.OUTREACH).is_allowed


def test_a_no_survives_forgetting():
    then = timezone.now() - timedelta(days=2000)
    prospect = ProspectFactory(created_at=then)
    email = prospect.main_contact.email
    SuppressionFactory(address=email)
    assert forget_due() == 1
    assert Suppression.objects.count() == 1
    assert is_silenced(ContactFactory(email=email))


def test_the_list_holds_no_address():
    contact = person()
    silence(contact, channel="email", reason="told", by=None)
    silence(contact, channel="phone", reason="told", by=None)
    for row in Suppression.objects.values():
        assert contact.email not in str(row)
        assert contact.phone not in str(row)


def test_a_new_key_of_the_server_forgets_no_no():
    contact = person()
    silence(contact, channel="email", reason="told", by=None)
    with override_settings(SECRET_KEY="ny" * 30, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert is_silenced(contact)
        silence(contact, channel="email", reason="told", by=None)
    with override_settings(SECRET_KEY="ny" * 30, SECRET_KEY_FALLBACKS=[]):
        assert is_silenced(contact)
    assert Suppression.objects.count() == 1


@pytest.mark.parametrize("number", ["+47 22 33 44 55", "22334455", "004722334455", "22 33 44 55"])
def test_a_number_is_known_however_it_is_written(number):
    contact = person(phone="+47 22 33 44 55")
    silence(contact, channel="phone", reason="told", by=None)
    assert is_silenced(ContactFactory(phone=number), "phone")
    assert not is_silenced(ContactFactory(phone="22 33 44 56"), "phone")
    assert not is_silenced(ContactFactory(phone=""), "phone")


def test_a_mail_posted_before_the_no_does_not_go_after_it():
    contact = person("role")
    record_activity(contact.prospect, kind="mail", text="Hei", by=None)
    silence(contact, channel="email", reason="told", by=None)
    deliver_due()
    assert mail.outbox == []


def test_what_a_person_asks_for_itself_still_goes():
    handover = HandoverFactory(accepted=True)
    form = InterestFormFactory(prospect=handover.prospect)
    before = timezone.now() - timedelta(days=1)
    SuppressionFactory(address=handover.prospect.main_contact.email, since=before)
    type(form).objects.update(received_at=before - timedelta(days=1))
    assert interest_receipt(interest_form=form.pk) is not None
    assert handover_accepted_prospect(handover=handover.pk) is not None
    asked = HandoverFactory(prospect=handover.prospect)
    assert consent_request(handover=asked.pk) is None


def test_nobody_is_handed_over_who_cannot_be_asked():
    handover = HandoverFactory()
    SuppressionFactory(address=handover.prospect.main_contact.email)
    with pytest.raises(TransitionError) as refused:
        hand_over(handover.prospect, to=AgreementFactory(running=True).firm, by=None)
    assert refused.value.code == "silenced"


def test_who_turns_to_us_again_is_answered():
    contact = person("personal", "form", origin="themselves")
    SuppressionFactory(address=contact.email, since=timezone.now() - timedelta(days=3))
    assert not may_mail(contact, Purpose.ANSWER).is_allowed
    ActivityFactory(prospect=contact.prospect, contact=contact, mail=True, way="in")
    assert may_mail(contact, Purpose.ANSWER).is_allowed


# --- on the page, and in the case -------------------------------------------------------------------------------------
def test_the_prospect_says_no_on_its_page_and_may_take_it_back(client):
    prospect = ProspectFactory()
    token = PrivateLink.issue(prospect)
    address = reverse("private:no_mail", args=[token])
    page = client.post(address, {"svar": "nei"}, follow=True).content.decode()
    assert 'value="ja"' in page
    assert is_silenced(prospect.main_contact)
    assert Suppression.objects.get().reason == "page"
    staff = UserFactory(adviser=True)
    with pytest.raises(TransitionError):
        hear_again(prospect.main_contact, by=staff)
    client.post(address, {"svar": "ja"})
    assert not is_silenced(prospect.main_contact)
    assert actions(prospect)[-2:] == ["prospects.silenced", "prospects.heard_again"]
    assert client.post(address, {"svar": "tull"}).status_code == 302


def test_the_page_does_not_take_back_what_a_colleague_told_us(client):
    prospect = ProspectFactory()
    other = ContactFactory(prospect=prospect)
    silence(other, channel="email", reason="told", by=None)
    client.post(reverse("private:no_mail", args=[PrivateLink.issue(prospect)]), {"svar": "ja"})
    assert is_silenced(other)
    assert silence_page(prospect) == 2


def test_a_yes_on_the_phone_is_written_down_with_its_words():
    contact, user = person(), UserFactory(adviser=True)
    with pytest.raises(TransitionError):
        record_wish(contact, channel="email", is_yes=True, words=" ", by=user)
    record_wish(contact, channel="email", is_yes=True, words="Send gjerne, 3. mai på telefon", by=user)
    record_wish(contact, channel="email", is_yes=True, words="Igjen", by=user)
    assert Consent.objects.get().wording.startswith("Send gjerne")
    assert may_mail(contact, Purpose.OUTREACH).is_allowed
    record_wish(contact, channel="email", is_yes=False, words="", by=user)
    assert not may_mail(contact, Purpose.ANSWER).is_allowed
    assert hear_again(contact, by=user) == 1


def test_a_no_to_calls_needs_a_number():
    with pytest.raises(TransitionError):
        record_wish(person(phone=""), channel="phone", is_yes=False, words="", by=None)


def test_the_case_says_that_a_person_wants_no_mail():
    contact = person()
    silence(contact, channel="email", reason="page", by=None)
    page = as_(adviser=True).get(reverse("prospects:case", args=[contact.prospect_id])).content.decode()
    assert "dp-no" in page
    assert "dp-ways" in page
