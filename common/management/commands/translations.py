"""Keeps the Norwegian catalogue in step with the code."""

import io
import shutil
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test.utils import override_settings

LANGUAGE = "nb"
IGNORED = [".venv/*", "var/*", "tests/*", "tools/*", "docs/*", "site/locale/*", "site/locale_packages/*"]


def catalogues() -> list[Path]:
    """The .po files of our own."""
    return [Path(folder) / LANGUAGE / "LC_MESSAGES" / "django.po" for folder in settings.LOCALE_PATHS]


def read(path: Path) -> Catalog:
    """A catalogue; an empty one when there is none yet."""
    if not path.exists():
        return Catalog(locale=LANGUAGE)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def compiled(catalogue: Catalog) -> bytes:
    """What its .mo file must hold."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _key(message: Message) -> tuple:
    return (message.context, message.id if isinstance(message.id, str) else tuple(message.id))


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts without a translation, or with one that is only a guess."""
    missing = []
    for message in catalogue:
        if not message.id:
            continue
        strings = [message.string] if isinstance(message.string, str) else list(message.string or [""])
        if message.fuzzy or not all(strings):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def extract_into(folder: Path) -> Path:
    """Collect every text of the code into a catalogue in `folder`, on top of what is translated; returns its path."""
    target = folder / LANGUAGE / "LC_MESSAGES" / "django.po"
    target.parent.mkdir(parents=True)
    if catalogues()[0].exists():
        shutil.copy(catalogues()[0], target)
    with override_settings(LOCALE_PATHS=[folder]):
        call_command(
            "makemessages",
            locale=[LANGUAGE],
            ignore_patterns=IGNORED,
            add_location="file",
            no_obsolete=True,
            no_wrap=True,
            verbosity=0,
        )
    return target


class Command(BaseCommand):
    """`manage.py translations [--check]`: collect the texts and compile the catalogues, or say what is out of step."""

    help = "Collect the texts of the code for translation and compile; with --check only say what is out of step."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--check` writes nothing."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        """Raises CommandError when something is out of step or untranslated, or gettext is not installed."""
        if shutil.which("xgettext") is None:
            raise CommandError("GNU gettext is not on this machine. On Debian and Ubuntu:  apt-get install gettext")
        with tempfile.TemporaryDirectory() as folder:
            fresh_path = extract_into(Path(folder))
            fresh = read(fresh_path)
            if check:
                self._check(fresh)
                return
            catalogues()[0].parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(fresh_path, catalogues()[0])
        for path in catalogues():
            catalogue = read(path)
            path.with_suffix(".mo").write_bytes(compiled(catalogue))
            left = untranslated(catalogue)
            self.stdout.write(f"{path.parents[2].name}: {len(catalogue)} texts, {len(left)} without translation")

    def _check(self, fresh: Catalog) -> None:
        problems = []
        stored = read(catalogues()[0])
        wanted, have = ({_key(message) for message in one if message.id} for one in (fresh, stored))
        problems += [f"not in the catalogue: {key[1]!r}" for key in wanted - have]
        problems += [f"no longer in the code: {key[1]!r}" for key in have - wanted]
        for path in catalogues():
            catalogue = read(path)
            problems += [f"not translated: {text!r}" for text in untranslated(catalogue)]
            binary = path.with_suffix(".mo")
            if not binary.exists() or binary.read_bytes() != compiled(catalogue):
                problems.append(f"{binary.parents[2].name}/{binary.name} was not compiled from its .po")
        if problems:
            raise CommandError("Run  ./run manage translations  and translate what is new:\n  " + "\n  ".join(problems))
        self.stdout.write("Translations are in step.")
