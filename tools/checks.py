"""`./run check` and `./run test`."""

import argparse
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from . import install
from .console import (
    ROOT,
    dies_with_us,
    end,
    listen_for_stop,
    progress,
    raise_if_stopped,
    run_quietly,
    say,
    start,
    told_to_end,
)

AT_ONCE = 2

# `check --deploy` wants an installation; this one exists nowhere.
NOWHERE = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "DATABASE_URL": "sqlite:///:memory:",
    "BASE_URL": "https://www.example.no",
    "ALLOWED_HOSTS": "www.example.no",
    "MAIL_FROM": "Programme <no-reply@example.no>",
    "MAIL_HOST": "smtp.example.no",
}
LINT_IMPORTS = "import sys; sys.path[:0] = ['.', 'site']; from importlinter.cli import lint_imports_command as it; it()"
TEST_SETTINGS = {"DJANGO_SETTINGS_MODULE": "config.settings.test"}


@dataclass
class Check:
    """One command that must succeed."""

    title: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    began: float = 0.0
    took: float = 0.0
    child: subprocess.Popen[bytes] | None = None
    log: Path = Path()


def _module(*arguments: str) -> list[str]:
    return [str(install.PYTHON), "-m", *arguments]


def _manage(*arguments: str) -> list[str]:
    return [str(install.PYTHON), str(ROOT / "manage.py"), *arguments]


def _templates() -> list[str]:
    folders = [folder for folder in sorted(ROOT.glob("*/templates")) if any(folder.rglob("*.html"))]
    return [str(folder.relative_to(ROOT)) for folder in folders]


def _checks() -> list[Check]:
    """Everything that is checked, the slow ones first so that two cores end together."""
    nowhere = {**NOWHERE, "SECRET_KEY": os.urandom(40).hex()}
    layers = [str(install.PYTHON), "-c", LINT_IMPORTS, "--no-logo", "--cache-dir", "var/cache/import_linter"]
    checks = [
        Check("types (mypy)", _module("mypy")),
        Check("settings (check --deploy)", _manage("check", "--deploy", "--fail-level", "WARNING"), nowhere),
        Check("migrations in step", _manage("makemigrations", "--check", "--dry-run"), TEST_SETTINGS),
        Check("translations in step", _manage("translations", "--check"), TEST_SETTINGS),
        Check("layers (import-linter)", layers),
        Check("mistakes (ruff)", _module("ruff", "check", ".")),
        Check("format (ruff)", _module("ruff", "format", "--check", ".")),
    ]
    if templates := _templates():
        checks.append(Check("templates (djlint)", _module("djlint", "--lint", "--quiet", *templates)))
        checks.append(Check("format of templates", _module("djlint", "--check", "--quiet", *templates)))
    return checks


def _mend() -> None:
    """Let the tools put right what they can; what they cannot, the checks say afterwards."""
    commands = [_module("ruff", "check", "--fix", "--quiet", "."), _module("ruff", "format", "--quiet", ".")]
    if templates := _templates():
        commands.append(_module("djlint", "--reformat", "--quiet", *templates))
    with progress("Mending what can be mended") as tick:
        for command in commands:
            run_quietly(command, "fix.log", install.environment(), tick)


def main(arguments: list[str]) -> int:
    """Run every check, two at a time; print what failed; 1 when any did."""
    parser = argparse.ArgumentParser(
        prog="./run check", description="Style, types, layers, migrations, settings, translations."
    )
    parser.add_argument("--fix", action="store_true", help="let ruff and djlint mend what they can first")
    options = parser.parse_args(arguments)
    listen_for_stop()
    install.ensure("dev")
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="doropner-check-"))
    try:
        if options.fix:
            _mend()
        failed = _run(_checks(), folder)
        for check in failed:
            said = check.log.read_text(errors="replace").strip()
            say(f"\n--- {check.title}\n{said}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say(f"\n{len(failed)} failed" if failed else f"\nAll is well ({time.monotonic() - began:.0f} s).")
    return 1 if failed else 0


def _run(checks: list[Check], folder: Path) -> list[Check]:
    """Run them, each in a temporary folder of its own, and return those that failed."""
    waiting, running, failed = list(checks), list[Check](), list[Check]()
    width = max(len(check.title) for check in checks)
    try:
        while waiting or running:
            raise_if_stopped()
            while waiting and len(running) < AT_ONCE:
                check = waiting.pop(0)
                place = folder / str(len(waiting))
                place.mkdir()
                check.log, check.began = place / "log", time.monotonic()
                own = {"TMPDIR": str(place), "DOROPNER_VAR": str(place), **check.environment}
                check.child = start(check.command, check.log, {**_without_servers(), **own})
                running.append(check)
            for check in [one for one in running if one.child and one.child.poll() is not None]:
                running.remove(check)
                check.took = time.monotonic() - check.began
                ok = check.child is not None and check.child.returncode == 0
                if not ok:
                    failed.append(check)
                say(f"  {check.title:<{width}}  {'ok    ' if ok else 'FAILED'} {check.took:5.1f} s")
            time.sleep(0.03)
    finally:
        end([check.child for check in running if check.child])
    return failed


def _without_servers() -> dict[str, str]:
    """The checks need neither database nor cache, whatever this shell is set up for."""
    return {name: value for name, value in install.environment().items() if name not in {"DATABASE_URL", "REDIS_URL"}}


# --- Tests ----------------------------------------------------------------------------------------------------------

# With one of these, somebody works on a few tests, and starting two processes would only take time.
BY_HAND = re.compile(r"-[vql]*[nkxsh]|--(numprocesses|exitfirst|maxfail|capture|pdb|trace|collect-only|help)(=|$)")


def _wants_everything(arguments: list[str]) -> bool:
    return not any(BY_HAND.match(argument) or (ROOT / argument.partition("::")[0]).exists() for argument in arguments)


def run_tests(arguments: list[str]) -> int:
    """Run pytest with these arguments and return its exit code. What the tests write goes with a temporary folder."""
    listen_for_stop()
    install.ensure("dev")
    folder = Path(tempfile.mkdtemp(prefix="doropner-test-"))
    environment = install.environment(
        TMPDIR=str(folder),
        DOROPNER_TEST_VAR=str(folder / "var"),
        HYPOTHESIS_STORAGE_DIRECTORY=str(folder / "hypothesis"),
    )
    environment.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    (folder / "var").mkdir()
    several = ["-n", str(AT_ONCE), "--dist", "loadscope"] if _wants_everything(arguments) else []
    command = [str(install.PYTHON), "-m", "pytest", *several, *arguments]
    try:
        # On our terminal and in our process group: --pdb reads from it, and Ctrl-C reaches pytest by itself.
        child = subprocess.Popen(command, cwd=ROOT, env=environment, preexec_fn=dies_with_us())
        while child.poll() is None:
            if told_to_end():
                child.send_signal(signal.SIGINT)
                child.wait()
            time.sleep(0.05)
        return child.returncode if child.returncode >= 0 else 128 - child.returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)
