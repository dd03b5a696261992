"""An interest form is stored, and the right people are told."""

import uuid
from datetime import timedelta

import pytest

from accounts.models import User
from common import clock
from common.models import OutgoingMail
from prospects.forms import InterestFormForm
from prospects.models import Consent, Contact, InterestForm, Prospect
from prospects.services import (
    advisers_to_tell,
    receive_interest,
)
from tests.factories import (
    ProspectFactory,
    UserFactory,
    typed_interest,
)
from tests.prospects.looking import actions, posted

pytestmark = pytest.mark.django_db


def submit(**changes) -> InterestForm:
    """Fill in the form and store it, as the page does."""
    form = InterestFormForm(typed_interest(**changes))
    assert form.is_valid(), form.errors
    return receive_interest(form.cleaned_data, submission=form.cleaned_data["submission"], wordings=form.wordings())


# --- receiving --------------------------------------------------------------------------------------------------------
def test_an_interest_form_begins_a_case():
    adviser = UserFactory(adviser=True)
    stored = submit(organisation_number="923 609 016", phone="22 33 44 55", campaign="haust")
    prospect = stored.prospect
    assert (prospect.company_name, prospect.organisation_number) == ("Fjordlys Teknikk AS", "923609016")
    assert (prospect.stage, prospect.standing, prospect.source, prospect.campaign) == (
        "new",
        "ongoing",
        "form",
        "haust",
    )
    promised = clock.add_working_hours(prospect.created_at, 8)
    assert abs(prospect.answer_due_at - promised) < timedelta(seconds=5)
    assert prospect.answered_at is None
    contact = prospect.main_contact
    assert (contact.name, contact.email, contact.phone) == ("Kari Ås", "kari@fjordlys.example", "+47 22 33 44 55")
    assert (stored.name, stored.industry) == ("Kari Ås", prospect.industry.name_nb)
    assert stored.received_at == prospect.created_at
    assert posted("interest_receipt") == [{"interest_form": stored.pk}]
    assert posted("new_prospect") == [{"prospect": prospect.pk, "reader": adviser.pk}]
    assert actions(prospect) == ["prospects.received"]


def test_the_same_form_sent_twice_is_stored_once():
    submission = str(uuid.uuid4())
    first = submit(submission=submission)
    second = submit(submission=submission, company_name="Noe annet AS")
    assert first == second
    assert (Prospect.objects.count(), Contact.objects.count(), InterestForm.objects.count()) == (1, 1, 1)
    assert len(posted("interest_receipt")) == 1
    submit()
    assert Prospect.objects.count() == 2


def test_nothing_of_a_form_is_stored_when_the_last_of_it_cannot_be():
    form = InterestFormForm(typed_interest(consents_to_email="on"))
    assert form.is_valid()
    with pytest.raises(KeyError):
        receive_interest(form.cleaned_data, submission=uuid.uuid4(), wordings={})
    for model in (Prospect, Contact, InterestForm, Consent, OutgoingMail):
        assert not model.objects.exists()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_consent_is_kept_with_the_words_it_was_given_to(language):
    from django.utils import translation

    with translation.override(language):
        words = {name: str(InterestFormForm().fields[f"consents_to_{name}"].label) for name in ("email", "phone")}
        stored = submit(consents_to_email="on", consents_to_phone="on", phone="22334455", language=language)
    kept = {consent.channel: consent.wording for consent in Consent.objects.all()}
    assert kept == words
    assert {consent.given_at for consent in Consent.objects.all()} == {stored.received_at}
    assert (stored.consents_to_email, stored.consents_to_phone) == (True, True)


def test_without_a_tick_there_is_no_consent():
    stored = submit()
    assert not Consent.objects.exists()
    assert (stored.consents_to_email, stored.consents_to_phone) == (False, False)
    submit(consents_to_email="on")
    assert Consent.objects.get().channel == "email"


# --- who is told ------------------------------------------------------------------------------------------------------
def test_the_adviser_of_the_case_is_told_and_nobody_else():
    mine = UserFactory(adviser=True)
    UserFactory(adviser=True)
    assert advisers_to_tell(ProspectFactory(adviser=mine)) == [mine]


def test_while_a_case_has_no_adviser_all_advisers_are_told():
    both = [UserFactory(adviser=True), UserFactory(adviser=True)]
    UserFactory(adviser=True, locked_out=True)
    UserFactory(manager=True)
    UserFactory(communications=True)
    assert advisers_to_tell(ProspectFactory()) == both
    assert advisers_to_tell(ProspectFactory(adviser=UserFactory(adviser=True, locked_out=True))) == both


def test_when_there_is_no_adviser_the_managers_are_told():
    manager = UserFactory(manager=True)
    UserFactory(adviser=True, locked_out=True)
    stored = submit()
    assert posted("new_prospect") == [{"prospect": stored.prospect.pk, "reader": manager.pk}]


def test_when_there_is_nobody_else_the_owner_of_the_site_is_told():
    owner = User.objects.create_superuser("eier@example.org")
    UserFactory(communications=True)
    assert advisers_to_tell(ProspectFactory()) == [owner]
