"""What ./run says, and how it runs one thing at a time while saying so."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("DOROPNER_VAR") or ROOT / "var").absolute()
LOGS = VAR / "log"

_stop_signals: list[int] = []


class Problem(Exception):
    """Something a person must put right: what is wrong, then what to do about it."""

    def __init__(self, message: str, advice: str = "", details: str = "") -> None:
        super().__init__(message)
        self.message, self.advice, self.details = message, advice, details

    def show(self) -> None:
        """Print it to standard error."""
        sys.stdout.flush()
        if self.details:
            print("\n" + "\n".join("    " + line for line in self.details.splitlines()), file=sys.stderr)
        print("\n".join(["", self.message, *([self.advice] if self.advice else [])]), file=sys.stderr)


class Stopped(Exception):
    """Somebody pressed Ctrl-C or sent SIGTERM."""


def say(text: str = "", end: str = "\n") -> None:
    """Print at once, also into a pipe, and on terminals that cannot write every letter."""
    try:
        print(text, end=end, flush=True)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        print(text.replace("…", "...").encode(encoding, "replace").decode(encoding), end=end, flush=True)


def tail(path: Path, lines: int = 15) -> str:
    """The last lines of a log."""
    try:
        return "\n".join(path.read_text(errors="replace").rstrip().splitlines()[-lines:])
    except FileNotFoundError:
        return ""


# --- Stopping -------------------------------------------------------------------------------------------------------


def listen_for_stop() -> None:
    """From now on Ctrl-C, SIGTERM and a closed terminal are noticed by `raise_if_stopped`, and strike nowhere else."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, frame: _stop_signals.append(received))


def times_stopped() -> int:
    """How often we were told to stop. Whoever asks twice is in a hurry."""
    return len(_stop_signals)


def told_to_end() -> bool:
    """True when it was not Ctrl-C, which a terminal sends to our children as well, but SIGTERM or a closed terminal."""
    return any(number != signal.SIGINT for number in _stop_signals)


def raise_if_stopped() -> None:
    """Raise Stopped when somebody asked for it."""
    if _stop_signals:
        raise Stopped


# --- Children -------------------------------------------------------------------------------------------------------


def dies_with_us(stop_signal: int = signal.SIGTERM) -> Callable[[], None] | None:
    """What a child does first, so that the kernel ends it when we are gone, however we went. Linux only."""
    if not sys.platform.startswith("linux"):
        return None
    prctl, us, set_parent_death_signal = ctypes.CDLL(None, use_errno=True).prctl, os.getpid(), 1

    def prepare() -> None:
        prctl(set_parent_death_signal, int(stop_signal), 0, 0, 0)
        if os.getppid() != us:
            os._exit(1)

    return prepare


def start(command: list[str], log: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a child in a process group of its own that writes to `log` and does not outlive us."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=dies_with_us(),
        )


def end(children: list[subprocess.Popen[bytes]], patience: float = 8) -> None:
    """Ask the children and theirs to end; insist when they take long or a second Ctrl-C comes."""
    asked = times_stopped()
    _signal_groups(children, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while any(child.poll() is None for child in children):
        if time.monotonic() > deadline or times_stopped() > asked:
            break
        time.sleep(0.05)
    _signal_groups(children, signal.SIGKILL)
    for child in children:
        child.wait()


def _signal_groups(children: list[subprocess.Popen[bytes]], number: int) -> None:
    for child in children:
        try:
            os.killpg(child.pid, number)
        except (ProcessLookupError, PermissionError):
            pass


# --- One step at a time ---------------------------------------------------------------------------------------------


@contextmanager
def progress(title: str) -> Iterator[Callable[[], None]]:
    """A line such as "Installing packages … 9 s". What it yields is called often and keeps the seconds running."""
    began, live = time.monotonic(), sys.stdout.isatty()
    shown = 0

    def tick() -> None:
        nonlocal shown
        seconds = int(time.monotonic() - began)
        if live and seconds > shown:
            shown = seconds
            say(f"\r  {title} … {seconds} s", end="")

    say(f"  {title} …", end="" if live else "\n")
    try:
        yield tick
    except BaseException:
        say("")
        raise
    say(f"\r  {title} … {time.monotonic() - began:.1f} s" if live else f"  {title} … {time.monotonic() - began:.1f} s")


def finish(child: subprocess.Popen[bytes], tick: Callable[[], None] = lambda: None) -> int:
    """Wait for a child, ending it when somebody presses Ctrl-C. Returns its exit code."""
    try:
        while child.poll() is None:
            raise_if_stopped()
            tick()
            time.sleep(0.05)
    except BaseException:
        end([child])
        raise
    return child.returncode


def run_quietly(command: list[str], log_name: str, environment: dict[str, str], tick: Callable[[], None]) -> bool:
    """Run a command to its end with its output in var/log; True when it succeeded."""
    return finish(start(command, LOGS / log_name, environment), tick) == 0
