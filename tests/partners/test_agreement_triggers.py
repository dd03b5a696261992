"""What was offered and signed cannot be rewritten, not even past the models: the database itself refuses."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from partners import agreement_triggers
from partners.models import Agreement, AgreementBenefit, AgreementClause, ClauseVersion
from tests.factories import AgreementFactory, ContributionTierFactory, PartnerFirmFactory, PartnershipRoundFactory

from .agreeing import clauses, draft, offered, signed

pytestmark = pytest.mark.django_db

TERMS = {
    "firm": lambda: PartnerFirmFactory(without_agreement=True),
    "tier": lambda: ContributionTierFactory(),
    "renews": lambda: AgreementFactory(),
    "number": "DS-1",
    "yearly_amount": 1,
    "instalments": 7,
    "starts_on": date(2001, 1, 1),
    "ends_on": date(2071, 1, 1),
    "tier_name_nb": "Noe annet",
    "tier_name_en": "Something else",
    "response_days": 99,
    "intro_nb": "Kjære",
    "intro_en": "Dear",
    "offered_at": timezone.now,
    "offer_until": date(2001, 1, 1),
    "status": "draft",
}
SIGNED = {
    "signed_at": timezone.now,
    "signed_name": "En Annen",
    "signed_title": "Vaktmester",
    "signed_from": "203.0.113.9",
    "document_nb": "agreements/annen.pdf",
    "document_en": "",
    "sha256_nb": "0" * 64,
    "sha256_en": "",
    "status": "offered",
}
CLAUSE = {"number": 99, "title_nb": "x", "title_en": "x", "text_nb": "x", "text_en": "x"}
BENEFIT = {"name_nb": "x", "name_en": "x", "quantity": 99, "slug": "x", "pool_slug": "x", "conflicts": ["x"]}


def refused(act) -> bool:
    """Whether the database would not have it."""
    try:
        with transaction.atomic():
            act()
    except (DatabaseError, ProtectedError):
        return True
    return False


def _value(found):
    return found() if callable(found) else found


@pytest.mark.parametrize("name", TERMS)
def test_the_terms_of_an_offer_are_not_rewritten_and_those_of_a_draft_are(name):
    clauses()
    value = _value(TERMS[name])
    standing, loose = offered(), draft()
    before = Agreement.objects.filter(pk=standing.pk).values().get()
    assert refused(lambda: Agreement.objects.filter(pk=standing.pk).update(**{name: value}))
    assert Agreement.objects.filter(pk=standing.pk).values().get() == before
    if name not in ("starts_on", "number"):
        Agreement.objects.filter(pk=loose.pk).update(**{name: value})


@pytest.mark.parametrize("name", SIGNED)
def test_who_signed_when_and_which_document_are_written_once(name):
    clauses()
    made = signed()
    assert refused(lambda: Agreement.objects.filter(pk=made.pk).update(**{name: _value(SIGNED[name])}))
    assert refused(lambda: setattr(made, name, _value(SIGNED[name])) or made.save())


@pytest.mark.parametrize("blank", [{"signed_name": ""}, {"signed_title": ""}, {"document_nb": "", "document_en": ""}])
def test_what_retention_blanks_is_blanked_only_when_the_agreement_is_over(blank):
    clauses()
    made = signed()
    given = {**blank, "signer_forgotten_at": timezone.now()}
    assert refused(lambda: Agreement.objects.filter(pk=made.pk).update(**given))
    Agreement.objects.filter(pk=made.pk).update(status="ended")
    Agreement.objects.filter(pk=made.pk).update(**given)
    assert refused(lambda: Agreement.objects.filter(pk=made.pk).update(sha256_nb=""))
    assert refused(lambda: Agreement.objects.filter(pk=made.pk).update(signed_name="En Annen"))


def test_the_address_may_be_removed_but_not_replaced():
    clauses()
    made = signed()
    Agreement.objects.filter(pk=made.pk).update(signed_from=None)
    assert refused(lambda: Agreement.objects.filter(pk=made.pk).update(signed_from="192.0.2.1"))


def test_a_terminated_agreement_stays_terminated_from_its_day_for_its_reason():
    made = AgreementFactory(status="terminated", terminated_on=timezone.localdate(), reason="Enige.")
    for change in ({"status": "running"}, {"terminated_on": date(2071, 1, 1)}, {"reason": "Noe annet."}):
        assert refused(lambda change=change: Agreement.objects.filter(pk=made.pk).update(**change))


@pytest.mark.parametrize(
    ("model", "change"),
    [(AgreementClause, {name: value}) for name, value in CLAUSE.items()]
    + [(AgreementBenefit, {name: value}) for name, value in BENEFIT.items()],
)
def test_the_copies_in_an_agreement_are_not_rewritten(model, change):
    clauses()
    made = offered()
    one = model.objects.filter(agreement=made).first()
    assert refused(lambda: model.objects.filter(pk=one.pk).update(**change))
    assert refused(lambda: model.objects.filter(pk=one.pk).update(agreement=draft()))
    assert refused(one.delete)
    assert refused(lambda: model.objects.filter(pk=one.pk)._raw_delete(model.objects.db))


def test_an_agreement_that_was_offered_is_not_deleted_and_a_draft_is():
    clauses()
    made, loose = offered(), draft()
    assert refused(lambda: Agreement.objects.filter(pk=made.pk)._raw_delete("default"))
    Agreement.objects.filter(pk=loose.pk)._raw_delete("default")
    assert Agreement.objects.get() == made


def test_a_clause_that_is_cited_is_not_rewritten_and_another_is():
    clauses()
    offered()
    cited = ClauseVersion.objects.filter(pk__in=AgreementClause.objects.values("source")).first()
    free = ClauseVersion.objects.exclude(pk__in=AgreementClause.objects.values("source")).first()
    for change in ({"text_nb": "Omskrevet"}, {"title_en": "x"}, {"version": 9}):
        assert refused(lambda change=change: ClauseVersion.objects.filter(pk=cited.pk).update(**change))
        ClauseVersion.objects.filter(pk=free.pk).update(**change)
    assert refused(lambda: ClauseVersion.objects.filter(pk=cited.pk)._raw_delete("default"))


def test_an_agreement_is_counted_in_a_round_once():
    clauses()
    made, round, other = signed(), PartnershipRoundFactory(), PartnershipRoundFactory()
    Agreement.objects.filter(pk=made.pk).update(round=round)
    for change in (other, None):
        assert refused(lambda change=change: Agreement.objects.filter(pk=made.pk).update(round=change))


def test_without_the_triggers_it_could_be_rewritten():
    """The control: it is the triggers that refuse."""
    clauses()
    made = signed()
    agreement_triggers.remove(connection)
    try:
        assert AgreementClause.objects.filter(agreement=made).update(text_nb="omskrevet") == 2
    finally:
        agreement_triggers.install(connection)
        agreement_triggers.install(connection)
    assert refused(lambda: AgreementClause.objects.filter(agreement=made).update(text_nb="omskrevet igjen"))
