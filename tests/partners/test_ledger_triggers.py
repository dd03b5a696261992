"""The ledger is append-only in the database itself, and tests that commit still get their empty database."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from partners import ledger_triggers
from partners.models import Invoice, InvoiceLine, MoneyEntry
from partners.services import credit_invoice
from tests.factories import UserFactory

from .money import invoiced

pytestmark = pytest.mark.django_db(transaction=True)

MODELS = (MoneyEntry, Invoice, InvoiceLine)
CHANGES = {MoneyEntry: {"amount": 1}, Invoice: {"due_on": "2030-01-01"}, InvoiceLine: {"text": "Noe annet"}}


def refused(act) -> bool:
    try:
        with transaction.atomic():
            act()
    except (DatabaseError, ProtectedError):
        return True
    return False


@pytest.mark.parametrize("model", MODELS)
def test_no_row_is_changed_or_deleted_by_the_model_or_past_it(model):
    invoice = invoiced()
    credit_invoice(invoice, reason="Feil.", by=UserFactory())
    before = list(model.objects.order_by("pk").values())
    table, one = model._meta.db_table, model.objects.order_by("pk")[0]
    column = next(iter(CHANGES[model]))

    def sql(text):
        return lambda: connection.cursor().execute(text)

    assert refused(lambda: model.objects.update(**CHANGES[model]))
    assert refused(one.save)
    assert refused(one.delete)
    assert refused(lambda: model.objects.all().delete())
    assert refused(sql(f"UPDATE {table} SET {column} = {column}"))
    assert refused(sql(f"DELETE FROM {table} WHERE id = {one.pk}"))
    if connection.vendor == "postgresql":
        assert refused(sql(f"TRUNCATE {table} CASCADE"))
    assert list(model.objects.order_by("pk").values()) == before


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has INSERT OR REPLACE")
@pytest.mark.parametrize("model", MODELS)
def test_no_row_is_replaced_whichever_of_its_keys_is_met(model):
    invoice = invoiced()
    credit_invoice(invoice, reason="Feil.", by=UserFactory())
    before = list(model.objects.order_by("pk").values())
    table = model._meta.db_table
    names = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    same, one = ", ".join(names), model.objects.order_by("pk")[0].pk
    highest = model.objects.order_by("pk").last().pk + 1

    def replace(key, columns=same):
        text = f"INSERT OR REPLACE INTO {table} (id, {same}) SELECT {key}, {columns} FROM {table} WHERE id = {one}"
        return lambda: connection.cursor().execute(text)

    assert refused(replace(one))
    if model is not MoneyEntry:
        assert refused(replace(highest))  # its number, and what else is unique
    if model is Invoice:
        for column in ("number", "entry_id"):
            others = same.replace("number,", "9999,") if column == "entry_id" else same
            assert refused(replace(highest, others))
    assert list(model.objects.order_by("pk").values()) == before


def test_without_the_triggers_a_row_could_be_changed():
    """The control: it is the triggers that refuse."""
    invoiced()
    ledger_triggers.remove(connection)
    try:
        assert MoneyEntry.objects.update(reason="omskrevet") == 1
    finally:
        ledger_triggers.install(connection)
    assert refused(lambda: MoneyEntry.objects.update(reason="omskrevet igjen"))


def test_installed_twice_they_still_refuse_and_taken_away_twice_nothing_breaks():
    ledger_triggers.install(connection)
    ledger_triggers.remove(connection)
    ledger_triggers.remove(connection)
    ledger_triggers.install(connection)
    invoiced()
    assert refused(lambda: MoneyEntry.objects.all().delete())


def test_the_test_before_left_nothing_behind():
    assert not MoneyEntry.objects.exists()
    assert not Invoice.objects.exists()
