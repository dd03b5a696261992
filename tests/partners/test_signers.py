"""Who signed is forgotten: the address after a year, name and documents when the accounts may go."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from common.clock import OSLO
from common.retention import forget_all
from partners.models import Agreement
from partners.services import forget_signers, forget_signing_addresses, start_and_end_agreements, terminate_agreement

from .agreeing import clauses, signed

pytestmark = pytest.mark.django_db


def at(day: date) -> datetime:
    return datetime.combine(day, time(3), OSLO)


def test_the_address_goes_a_year_after_the_signature_and_nothing_else():
    clauses()
    made = signed()
    before = made.signed_at + timedelta(days=364, hours=23)
    assert forget_signing_addresses(before) == 0
    assert forget_signing_addresses(before + timedelta(hours=2)) == 1
    assert forget_signing_addresses(before + timedelta(hours=2)) == 0
    made.refresh_from_db()
    assert (made.signed_from, made.signed_name, bool(made.document_nb)) == (None, "Signe Signator", True)


def test_name_and_documents_go_five_years_after_the_accounting_year_of_the_end(django_capture_on_commit_callbacks):
    clauses()
    made = signed()
    storage, papers = made.document_nb.storage, [made.document_nb.name, made.document_en.name]
    end = made.ends_on.year
    start_and_end_agreements(at(made.ends_on + timedelta(days=1)))
    assert forget_signers(at(date(end + 5, 12, 31))) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_signers(at(date(end + 6, 1, 1))) == 1
    assert forget_signers(at(date(end + 6, 1, 1))) == 0
    checksum = made.sha256_nb
    made.refresh_from_db()
    assert (made.signed_name, made.signed_title, made.signed_by, made.signed_from) == ("", "", None, None)
    assert not made.document_nb and not made.document_en and not any(storage.exists(name) for name in papers)
    assert made.sha256_nb == checksum and made.signed_at and made.signer_forgotten_at


@pytest.mark.parametrize(("on", "year"), [(date(2027, 1, 1), 2026), (date(2027, 1, 2), 2027)])
def test_of_a_terminated_one_the_last_day_counts(on, year):
    clauses()
    made = signed(starts_on=date(2026, 6, 1), ends_on=date(2036, 5, 31) - timedelta(days=900))
    Agreement.objects.filter(pk=made.pk).update(status="terminated", terminated_on=on, reason="Enige.")
    assert forget_signers(at(date(year + 5, 12, 31))) == 0
    assert forget_signers(at(date(year + 6, 1, 1))) == 1


def test_an_agreement_that_runs_keeps_its_signer_and_an_offer_taken_back_had_none():
    clauses()
    made = signed()
    terminate_agreement(made, on=timezone.localdate(), reason="Enige.", by=None)
    running = signed()
    assert forget_signers() == 0
    assert forget_all(at(made.ends_on.replace(year=made.ends_on.year + 20))) >= 2
    running.refresh_from_db()
    made.refresh_from_db()
    assert (running.signed_name, made.signed_name) == ("Signe Signator", "")
