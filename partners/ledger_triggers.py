"""What lets the database itself refuse to change or delete a money row, an invoice or a line of one.

Django would not; but a shell, a wrong query or a later programmer might. The migration installs the triggers; a later
migration that alters one of these tables on SQLite makes the table anew without them and must install them again.

`INSERT OR REPLACE` is SQLite's own way to rewrite a row: it takes away whatever stands in the way of a unique key and
fires no trigger of deletion. So there a new row is refused as well when its key, or another of its unique keys, is
taken already.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("partners_moneyentry", "partners_invoice", "partners_invoiceline")
# Their unique keys, as conditions on the row that is about to come.
_TAKEN = {
    "partners_moneyentry": ("id = NEW.id", "reverses_id = NEW.reverses_id"),
    "partners_invoice": (
        "id = NEW.id",
        "number = NEW.number",
        "entry_id = NEW.entry_id",
        "credits_id = NEW.credits_id",
        "(contribution_id = NEW.contribution_id AND kind = 'invoice' AND NEW.kind = 'invoice')",
    ),
    "partners_invoiceline": ("id = NEW.id", "(invoice_id = NEW.invoice_id AND number = NEW.number)"),
}
_FUNCTION = "partners_ledger_is_append_only"
_WORDS = "The ledger is append-only: write a new row that takes the old one back."


def _sqlite(table: str) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
    # One query for each key, so that each uses its index.
    taken = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {one})" for one in _TAKEN[table])  # noqa: S608 - names of ours
    return [
        *(
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} {refuse}"
            for verb in ("UPDATE", "DELETE")
        ),
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}",
    ]


def _postgresql(table: str) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {_FUNCTION}()",
        f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()",
    ]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place, on SQLite or PostgreSQL; where they are already, nothing changes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
        for table in TABLES:
            for statement in _postgresql(table) if connection.vendor == "postgresql" else _sqlite(table):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for the migration backwards, and for tests that empty the database."""
    with connection.cursor() as cursor:
        for table in TABLES:
            on_sqlite = ("no_update", "no_delete", "no_replace")
            for name in ("no_change", "no_truncate") if connection.vendor == "postgresql" else on_sqlite:
                place = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{place}")
