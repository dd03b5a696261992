"""The virtual environment: made when missing, mended when half-made, skipped when its stamp says it is right."""

import ast
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .console import LOGS, ROOT, Problem, progress, run_quietly, say, tail

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
UNFINISHED = VENV / ".doropner-unfinished"

# What pip is told in its configuration file, and the name uv knows the same thing by.
PIP_TO_UV = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "proxy": ("ALL_PROXY", " "),
}


def environment(**extra: str) -> dict[str, str]:
    """The environment of what we start: our virtual environment first, compiled Python kept out of the source tree."""
    variables = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    variables["VIRTUAL_ENV"] = str(VENV)
    variables["PATH"] = f"{VENV / 'bin'}{os.pathsep}{variables.get('PATH', os.defpath)}"
    variables["PYTHONPYCACHEPREFIX"] = str(VENV / "pycache")
    variables["PYTHONUNBUFFERED"] = "1"
    return {**variables, **extra}


def become(arguments: list[str], variables: dict[str, str]) -> int:
    """Replace ourselves by the virtual environment's Python, so that signals and exit codes are its own."""
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(PYTHON, [str(PYTHON), *arguments], variables)


def ensure(kind: str) -> None:
    """Have the packages of one lock file installed: "runtime" or "dev". Costs nothing when they are."""
    stamp, right = VENV / f".doropner-{kind}", _stamp(kind)
    if _is_right(stamp, right):
        return
    with _alone():
        if _is_right(stamp, right):
            return
        _make_environment()
        UNFINISHED.touch()
        try:
            with progress("Installing packages") as tick:
                _install(LOCKS[kind], tick)
        except Problem:  # nothing could be fetched, so nothing was begun: what worked before still works
            UNFINISHED.unlink()
            raise
        stamp.write_text(_stamp(kind))
        UNFINISHED.unlink()


def _stamp(kind: str) -> str:
    """What is written down after a complete installation: the lock file's hash and the interpreter it was made for."""
    return f"{hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()} {os.path.realpath(PYTHON)}\n"


def _is_right(stamp: Path, right: str) -> bool:
    return PYTHON.exists() and not UNFINISHED.exists() and stamp.exists() and stamp.read_text() == right


@contextmanager
def _alone() -> Iterator[None]:
    """One installation at a time in this folder."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("  Another ./run installs packages here; waiting for it …")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _make_environment() -> None:
    if UNFINISHED.exists() or (VENV.exists() and not _works()):
        say("  .venv was left half-made; making it anew.")
        shutil.rmtree(VENV, ignore_errors=True)
    if VENV.exists():
        return
    VENV.mkdir()
    UNFINISHED.touch()
    with progress("Making .venv") as tick:
        made = run_quietly([sys.executable, "-m", "venv", str(VENV)], "venv.log", dict(os.environ), tick)
    if not made:
        said = tail(LOGS / "venv.log")
        shutil.rmtree(VENV, ignore_errors=True)
        advice = (
            f"On Debian and Ubuntu:  apt-get install python3.{sys.version_info.minor}-venv"
            if "ensurepip" in said
            else ""
        )
        raise Problem("Python could not make a virtual environment in .venv.", advice, said)


def _works() -> bool:
    """True when the environment has a Python that runs and a pip."""
    try:
        check = subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return check.returncode == 0


def _install(lock: Path, tick: Callable[[], None]) -> None:
    """Install a lock file with uv, or with pip alone where uv cannot be had or does not manage."""
    variables = environment(PIP_DISABLE_PIP_VERSION_CHECK="1")
    uv, options = uv_command(tick), ["--require-hashes", "-r", str(lock)]
    if uv:
        command = [uv, "pip", "install", "--python", str(PYTHON), *options]
        if run_quietly(command, "install-uv.log", {**variables, **uv_settings()}, tick):
            return
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", *options]
    if run_quietly(command, "install-pip.log", variables, tick):
        return
    raise Problem(
        "The packages could not be installed.",
        "They are fetched from the Python package index. Is this machine on the network? Behind a mirror or a proxy,\n"
        "tell pip once (`pip config set global.index-url …`, or HTTPS_PROXY): ./run follows pip's configuration.\n"
        f"All that was said: {LOGS}/install-*.log. Then run the same command again.",
        tail(LOGS / "install-pip.log", 6),
    )


def uv_command(tick: Callable[[], None] = lambda: None) -> str | None:
    """Where uv is: in our environment, on the machine, or fetched with pip. None when it cannot be had."""
    for candidate in (str(VENV / "bin" / "uv"), shutil.which("uv")):
        if candidate and _answers([candidate, "--version"]):
            return candidate
    fetch = [str(PYTHON), "-m", "pip", "install", "--no-input", "--retries", "1", "uv>=0.8"]
    run_quietly(fetch, "install-get-uv.log", environment(PIP_DISABLE_PIP_VERSION_CHECK="1"), tick)
    uv = str(VENV / "bin" / "uv")
    return uv if _answers([uv, "--version"]) else None


def _answers(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def uv_settings() -> dict[str, str]:
    """pip's own configuration in the words uv understands; what is already set for uv wins."""
    listing = subprocess.run(
        [PYTHON, "-m", "pip", "config", "list"], capture_output=True, text=True, timeout=60, check=False
    ).stdout
    found: dict[str, str] = {}
    for place in ("global.", "install.", ":env:."):  # each stronger than the one before
        for line in listing.splitlines():
            name, _, value = line.partition("=")
            if name.startswith(place):
                found[name.removeprefix(place)] = str(ast.literal_eval(value))
    # uv would stop at the first index that knows a package's name; pip looks at all of them, and the hashes guard both.
    settings = {"UV_INDEX_STRATEGY": "unsafe-best-match", "UV_NO_PROGRESS": "1"}
    for pip_name, (uv_name, separator) in PIP_TO_UV.items():
        if found.get(pip_name):
            settings[uv_name] = separator.join(found[pip_name].split())
    return {name: value for name, value in settings.items() if name not in os.environ}
