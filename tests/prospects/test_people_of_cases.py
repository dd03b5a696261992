"""The people of a case in the admin: added, changed, chosen, removed, by those who may see them."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from prospects.models import Contact, Prospect
from prospects.services import add_contact, change_contact, choose_main, remove_contact
from tests.factories import (
    ConsentFactory,
    ContactFactory,
    HandoverFactory,
    InterestFormFactory,
    ProspectFactory,
    UserFactory,
)
from tests.partners.test_agreement_admin import as_
from tests.prospects.looking import actions

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Per Lie",
    "title": "",
    "email": "per@lie-maskin.example",
    "address_kind": "",
    "phone": "",
    "language": "nb",
    "origin": "website",
}


@pytest.fixture
def adviser(db):
    return as_(adviser=True)


def at(name: str, prospect: Prospect, **more) -> str:
    return reverse(f"prospects:{name}", kwargs={"pk": prospect.pk, **more})


def test_a_person_is_added_and_whose_address_it_is_is_guessed(adviser):
    prospect = ProspectFactory(contact=None)
    assert adviser.post(at("add_person", prospect), TYPED).status_code == 302
    contact = prospect.contacts.get()
    assert (contact.name, contact.address_kind, contact.origin) == ("Per Lie", "personal", "website")
    prospect.refresh_from_db()
    assert prospect.domain == "lie-maskin.example"
    assert actions(prospect) == ["prospects.contact_added"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "per"}, "email"),
        ({"email": "TWICE"}, "email"),
        ({"address_kind": "tull"}, "address_kind"),
        ({"origin": ""}, "origin"),
        ({"language": "xx"}, "language"),
        ({"phone": "9" * 40}, "phone"),
    ],
)
@pytest.mark.parametrize("is_new", [True, False])
def test_what_is_not_right_comes_back_as_it_was_typed(adviser, changes, field, is_new):
    prospect = ProspectFactory()
    if changes.get("email") == "TWICE":
        changes = {"email": ContactFactory(prospect=prospect).email.upper()}
    if is_new:
        response = adviser.post(at("add_person", prospect), {**TYPED, "title": "Sjefen sjøl", **changes})
        form = response.context["person_form"]
    else:
        contact = prospect.main_contact
        address = at("change_person", prospect, contact_pk=contact.pk)
        response = adviser.post(address, {**TYPED, "title": "Sjefen sjøl", **changes})
        form = next(one.form for one in response.context["contacts"] if one.pk == contact.pk)
    assert response.status_code == 422
    assert field in form.errors
    assert "Sjefen sjøl" in response.content.decode()
    assert not Contact.objects.filter(title="Sjefen sjøl").exists()


def test_a_changed_person_is_logged_by_fields_and_never_by_what_they_say(adviser):
    prospect = ProspectFactory()
    contact = prospect.main_contact
    adviser.post(at("change_person", prospect, contact_pk=contact.pk), TYPED)
    contact.refresh_from_db()
    assert contact.name == "Per Lie"
    entry = ModelLogEntry.objects.for_instance(prospect).get()
    assert entry.action == "prospects.contact_changed"
    assert "name" in entry.data["fields"]
    assert "Per" not in str(entry.data)
    assert change_contact(contact, TYPED, by=None) == []


def test_a_consent_is_for_the_address_it_was_given_for():
    consent = ConsentFactory()
    contact = consent.contact
    values = {**TYPED, "email": contact.email.upper()}
    change_contact(contact, values, by=None)
    consent.refresh_from_db()
    assert consent.withdrawn_at is None
    change_contact(contact, TYPED, by=None)
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None


def test_another_person_speaks_for_the_company(adviser):
    prospect = ProspectFactory()
    first, second = prospect.main_contact, ContactFactory(prospect=prospect)
    address = at("do_person", prospect, contact_pk=second.pk)
    assert adviser.post(address, {"verb": "main"}).status_code == 302
    assert Prospect.objects.get().main_contact == second
    choose_main(first, by=None)
    assert Prospect.objects.get().main_contact == first
    assert prospect.contacts.filter(is_main=True).count() == 1
    assert adviser.post(address, {"verb": "tull"}).status_code == 302


@pytest.mark.parametrize("status", ["offered", "accepted", "in_progress"])
def test_a_firm_meets_the_person_it_was_promised(status):
    handover = HandoverFactory(**{status: True})
    prospect = handover.prospect
    other = ContactFactory(prospect=prospect)
    with pytest.raises(TransitionError) as refused:
        choose_main(other, by=None)
    assert refused.value.code == "promised"
    with pytest.raises(TransitionError):
        remove_contact(prospect.main_contact, by=None)
    remove_contact(other, by=None)
    handover.withdraw(reason="Feil.", by=None)
    remove_contact(Prospect.objects.get().main_contact, by=None)
    assert not prospect.contacts.exists()


def test_a_removed_person_is_nowhere_left_in_the_case(adviser):
    form = InterestFormFactory()
    prospect, contact = form.prospect, form.prospect.main_contact
    assert adviser.post(at("do_person", prospect, contact_pk=contact.pk), {"verb": "remove"}).status_code == 302
    page = adviser.get(at("case", prospect)).content.decode()
    for personal in (contact.name, contact.email):
        assert personal not in page
    assert actions(prospect)[-1] == "prospects.contact_removed"


def test_a_wish_is_written_down_in_the_case(adviser):
    prospect = ProspectFactory()
    contact = prospect.main_contact
    address = at("wish_person", prospect, contact_pk=contact.pk)
    refused = adviser.post(address, {"wish": "mail_yes", "words": ""})
    assert refused.status_code == 422
    assert "words" in refused.context["contacts"][0].wish_form.errors
    assert adviser.post(address, {"wish": "tull"}).status_code == 422
    assert adviser.post(address, {"wish": "mail_yes", "words": "Gjerne nytt."}).status_code == 302
    assert contact.consents.get().wording == "Gjerne nytt."
    assert adviser.post(address, {"wish": "mail_no"}).status_code == 302
    assert contact.consents.get().withdrawn_at is not None
    adviser.post(at("do_person", prospect, contact_pk=contact.pk), {"verb": "again"})
    assert actions(prospect)[-1] == "prospects.heard_again"


def test_who_sees_no_persons_changes_none():
    prospect, analyst = ProspectFactory(), as_(analyst=True)
    contact = prospect.main_contact
    for name, more in (
        ("add_person", {}),
        ("change_person", {"contact_pk": contact.pk}),
        ("do_person", {"contact_pk": contact.pk}),
        ("wish_person", {"contact_pk": contact.pk}),
    ):
        assert (
            analyst.post(at(name, prospect, **more), {**TYPED, "verb": "remove", "wish": "mail_no"}).status_code == 403
        )
    assert Contact.objects.get().name == contact.name


def test_a_person_of_another_case_is_not_found(adviser):
    prospect, foreign = ProspectFactory(), ContactFactory()
    for name in ("change_person", "do_person", "wish_person"):
        assert adviser.post(at(name, prospect, contact_pk=foreign.pk), TYPED).status_code == 404


def test_where_a_person_is_from_follows_how_the_case_came():
    for source, origin in (
        ("own", "website"),
        ("target_list", "register"),
        ("partner", "partner"),
        ("form", "themselves"),
    ):
        prospect = ProspectFactory(source=source, contact=None)
        person = add_contact(prospect, {"name": "Per", "email": "per@x.example"}, by=UserFactory())
        assert person.origin == origin
