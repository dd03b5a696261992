"""What lets the database itself refuse to rewrite an agreement that a firm has been offered or has signed.

Django would not; but a shell, a wrong query or a later programmer might. A draft may still be changed. What was offered
keeps its terms, and the copies of clauses and benefits; what was signed keeps who, when and which document. Only
retention may blank what it has to forget: the address at any time, the signer's name and the files once the agreement
has ended. The migration installs the triggers, like those of `ledger_triggers`; a later migration that alters one of
these tables must take them away first and install them last: SQLite makes the table anew without them, and does not
rename a table that a trigger of another one asks.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

AGREEMENT = "partners_agreement"
# What stands in the offer, and does not change once it was made.
TERMS = (
    "firm_id",
    "tier_id",
    "application_id",
    "renews_id",
    "number",
    "yearly_amount",
    "instalments",
    "starts_on",
    "ends_on",
    "tier_name_nb",
    "tier_name_en",
    "response_days",
    "intro_nb",
    "intro_en",
    "offered_at",
    "offer_until",
)
CLAUSE_WORDS = ("source_id", "number", "title_nb", "title_en", "text_nb", "text_en")
VERSION_WORDS = ("clause_id", "version", "title_nb", "title_en", "text_nb", "text_en")
BENEFIT_TERMS = ("source_id", "name_nb", "name_en", "quantity", "slug", "pool_slug", "conflicts")
SIGNER = ("signed_name", "signed_title")
_WORDS = "An agreement that was offered is not rewritten: write a new one."


def _changed(columns: tuple[str, ...], other: str) -> str:
    return "(" + " OR ".join(f"NEW.{name} {other} OLD.{name}" for name in columns) + ")"


def _agreement(other: str) -> str:
    """When an UPDATE of an agreement is refused; `other` is how the database says “is not the same as”."""
    over = "OLD.status IN ('ended', 'terminated')"
    signature = [f"NEW.signed_at {other} OLD.signed_at"]
    signature += [f"(NEW.{name} {other} OLD.{name} AND NOT (NEW.{name} = '' AND {over}))" for name in SIGNER]
    signature += [f"(NEW.signed_from {other} OLD.signed_from AND NEW.signed_from IS NOT NULL)"]
    papers = [
        f"(OLD.{name} <> '' AND NEW.{name} {other} OLD.{name} AND NOT (NEW.{name} = '' AND {over}))"
        for name in ("document_nb", "document_en")
    ]
    papers += [f"(OLD.{name} <> '' AND NEW.{name} {other} OLD.{name})" for name in ("sha256_nb", "sha256_en")]
    back = "NEW.status = 'draft' OR (OLD.signed_at IS NOT NULL AND NEW.status = 'offered')"
    ended = f"OLD.status = 'terminated' AND {_changed(('status', 'terminated_on', 'reason'), other)}"
    return (
        f"OLD.status <> 'draft' AND ({_changed(TERMS, other)} OR {back} OR ({ended})"
        # It may be counted in a round afterwards, but not moved to another.
        f" OR (OLD.round_id IS NOT NULL AND NEW.round_id {other} OLD.round_id)"
        f" OR (OLD.signed_at IS NOT NULL AND ({' OR '.join(signature)})) OR {' OR '.join(papers)})"
    )


def _copy(columns: tuple[str, ...], other: str) -> str:
    """When an UPDATE of a copy is refused: its agreement is no draft any more."""
    return f"{_changed(('agreement_id', *columns), other)} AND {_no_draft()}"


def _no_draft() -> str:
    return "EXISTS (SELECT 1 FROM partners_agreement a WHERE a.id = OLD.agreement_id AND a.status <> 'draft')"


def _cited() -> str:
    return "EXISTS (SELECT 1 FROM partners_agreementclause c WHERE c.source_id = OLD.id)"


def _rules(other: str) -> dict[str, dict[str, str]]:
    """By table and by what is tried: when it is refused."""
    return {
        AGREEMENT: {"UPDATE": _agreement(other), "DELETE": "OLD.status <> 'draft'"},
        "partners_agreementclause": {"UPDATE": _copy(CLAUSE_WORDS, other), "DELETE": _no_draft()},
        "partners_agreementbenefit": {"UPDATE": _copy(BENEFIT_TERMS, other), "DELETE": _no_draft()},
        "partners_clauseversion": {
            "UPDATE": f"{_changed(VERSION_WORDS, other)} AND {_cited()}",
            "DELETE": _cited(),
        },
    }


def _sqlite(table: str, verb: str, condition: str) -> list[str]:
    name = _name(table, verb)
    return [
        f"DROP TRIGGER IF EXISTS {name}",
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END",
    ]


def _postgresql(table: str, verb: str, condition: str) -> list[str]:
    name = _name(table, verb)
    returned = "NEW" if verb == "UPDATE" else "OLD"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
        f"RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        f"RETURN {returned}; END $$",
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def _name(table: str, verb: str) -> str:
    return f"{table}_stands_{verb.lower()}"


def _no_truncate(table: str) -> list[str]:
    name = _name(table, "truncate")
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place, on SQLite or PostgreSQL; where they are already, they are made anew."""
    is_postgresql = connection.vendor == "postgresql"
    make = _postgresql if is_postgresql else _sqlite
    with connection.cursor() as cursor:
        for table, rules in _rules("IS DISTINCT FROM" if is_postgresql else "IS NOT").items():
            statements = [one for verb, condition in rules.items() for one in make(table, verb, condition)]
            for statement in statements + (_no_truncate(table) if is_postgresql else []):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for the migration backwards, and for tests that empty the database."""
    with connection.cursor() as cursor:
        for table, rules in _rules("IS NOT").items():
            for verb in (*rules, "truncate"):
                place = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table, verb)}{place}")
