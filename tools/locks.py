"""`./run lock`: resolve requirements*.txt again into files with hashes and without any index address."""

import re

from . import install
from .console import LOGS, ROOT, Problem, progress, run_quietly, say, tail

ADDRESS = re.compile(r"[a-z+]+://|^--(?:extra-)?index-url|^--find-links", re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Write both lock files; refuse to keep one that holds an address."""
    install.ensure("runtime")
    uv = install.uv_command()
    if not uv:
        raise Problem("uv could not be had, and only uv resolves for every platform at once.", "Is there a network?")
    environment = install.environment(**install.uv_settings())
    for kind, lock in install.LOCKS.items():
        source = lock.with_suffix(".txt").name
        draft = lock.with_suffix(".draft")
        if lock.exists():
            draft.write_bytes(lock.read_bytes())  # what is pinned stays pinned unless --upgrade is given
        command = [uv, "pip", "compile", "--universal", "--generate-hashes", "--python-version", "3.11", "--no-header"]
        with progress(f"Resolving {source}") as tick:
            ok = run_quietly(
                [*command, *arguments, "--output-file", draft.name, source], f"lock-{kind}.log", environment, tick
            )
        text = draft.read_text() if draft.exists() else ""
        draft.unlink(missing_ok=True)
        if not ok:
            raise Problem(f"{source} could not be resolved.", "", tail(LOGS / f"lock-{kind}.log"))
        if address := ADDRESS.search(text):
            raise Problem(f"The lock file for {source} would hold an address ({address[0]}…); it was not written.")
        changed = not lock.exists() or lock.read_text() != text
        lock.write_text(text)
        say(f"  {lock.relative_to(ROOT)}: {'written anew' if changed else 'as it was'}")
    return 0
