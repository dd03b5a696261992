"""The words of cases, so that a search reads an index and never a million rows.

SQLite: an FTS5 table beside each table, which holds no text of its own, kept by triggers. PostgreSQL: an index over the
same words. `install` puts them in place after every migration, since SQLite forgets the triggers of a table that a
migration makes anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

WORDS = {
    "prospects_prospect": ("company_name", "organisation_number"),
    "prospects_contact": ("name", "title", "email", "phone"),
    "prospects_activity": ("text",),
    "prospects_task": ("text",),
}
"""The tables, and the columns whose words are found."""
_WORD = re.compile(r"\w+", re.UNICODE)
MOST_WORDS = 8


def words_of(typed: str) -> list[str]:
    """The words in what was typed, in small letters, at most MOST_WORDS; the last ones of more are left out."""
    return _WORD.findall(typed.lower().replace("_", " "))[:MOST_WORDS]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put indexes and triggers in place; where they are already, nothing changes."""
    with connection.cursor() as cursor:
        for table, columns in WORDS.items():
            if connection.vendor == "postgresql":
                words = f"to_tsvector('simple', {_text(columns)})"
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {table}_words ON {table} USING gin ({words})")
            else:
                _install_sqlite(cursor, table, columns)


def _text(columns: Iterable[str]) -> str:
    return " || ' ' || ".join(columns)


def _install_sqlite(cursor, table: str, columns: tuple[str, ...]) -> None:
    names, index = ", ".join(columns), f"{table}_words"
    new, old = (", ".join(f"{row}.{one}" for one in columns) for row in ("NEW", "OLD"))
    take = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', OLD.id, {old})"  # noqa: S608 - names of ours
    give = f"INSERT INTO {index}(rowid, {names}) VALUES (NEW.id, {new})"  # noqa: S608 - names of ours
    cursor.execute("SELECT count(*) FROM sqlite_master WHERE name IN (%s, %s)", [index, f"{index}_new"])
    is_whole = cursor.fetchone()[0] == 2
    cursor.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5({names}, content='{table}', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0', prefix='2 3')"
    )
    for when, doing in (
        (f"{index}_new AFTER INSERT", give),
        (f"{index}_gone AFTER DELETE", take),
        (f"{index}_other AFTER UPDATE OF {names}", f"{take}; {give}"),
    ):
        cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {when} ON {table} BEGIN {doing}; END")
    if not is_whole:
        cursor.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608 - names of ours


def found(table: str, typed: str, most: int, *, using: str = "default") -> list[int]:
    """The keys of the rows of `table` that have every word typed, or a word that begins with it; the newest first."""
    words = words_of(typed)
    if not words:
        return []
    connection = connections[using]
    if connection.vendor == "postgresql":
        fits = f"to_tsvector('simple', {_text(WORDS[table])}) @@ to_tsquery('simple', %s)"
        match = " & ".join(f"{word}:*" for word in words)
        sql = f"SELECT id FROM {table} WHERE {fits} ORDER BY id DESC LIMIT %s"  # noqa: S608 - names of ours
    else:
        match = " ".join(f'"{word}"*' for word in words)
        sql = f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH %s ORDER BY rowid DESC LIMIT %s"  # noqa: S608 - names of ours
    with connection.cursor() as cursor:
        cursor.execute(sql, [match, most])
        return [row[0] for row in cursor.fetchall()]


def settle(*, using: str = "default") -> None:
    """Take out of the index what was deleted; until then SQLite keeps the words of a deleted text in its parts."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        return
    with connection.cursor() as cursor:
        for table in WORDS:
            cursor.execute(f"INSERT INTO {table}_words({table}_words) VALUES ('optimize')")  # noqa: S608 - names of ours
