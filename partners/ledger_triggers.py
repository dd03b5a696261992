"""What lets the database itself refuse to change or delete a money row, an invoice or a line of one.

Django would not; but a shell, a wrong query or a later programmer might. The migration installs the triggers; a later
migration that alters one of these tables on SQLite makes the table anew without them and must install them again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("partners_moneyentry", "partners_invoice", "partners_invoiceline")
_FUNCTION = "partners_ledger_is_append_only"
_WORDS = "The ledger is append-only: write a new row that takes the old one back."


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
        for verb in ("UPDATE", "DELETE")
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
            names = ("no_change", "no_truncate") if connection.vendor == "postgresql" else ("no_update", "no_delete")
            for name in names:
                place = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{place}")
