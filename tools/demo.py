"""`./run demo`: database, content, web server, worker and clock; started together, ended together."""

import argparse
import fcntl
import hashlib
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import install, leftovers
from .console import (
    LOGS,
    ROOT,
    VAR,
    Problem,
    Stopped,
    end,
    finish,
    listen_for_stop,
    progress,
    raise_if_stopped,
    run_quietly,
    say,
    start,
    tail,
)

DATABASE = VAR / "demo.sqlite3"
STATE = VAR / "demo.json"
PIDS = VAR / "demo.pids"
HOST = "127.0.0.1"
PATIENCE = 90  # seconds for the first answer


def main(arguments: list[str]) -> int:
    """Start the demo and stay until Ctrl-C; 0 when asked to end, 1 when something ended by itself."""
    parser = argparse.ArgumentParser(prog="./run demo", description="Start the demo site, its worker and its clock.")
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000)")
    parser.add_argument("--reset", action="store_true", help="throw the demo's database, media and mail away first")
    options = parser.parse_args(arguments)
    listen_for_stop()
    try:
        with _only_one(options.port):
            leftovers.end_all(PIDS)
            _require_free(options.port)
            if options.reset:
                _reset()
            return _serve(options.port)
    except Stopped:
        say("\nThe demo has ended.")
        return 0


# --- Before anything slow -------------------------------------------------------------------------------------------


@contextmanager
def _only_one(port: int) -> Iterator[None]:
    """Hold var/demo.lock, which the kernel lets go of when we are gone. Two demos would share one database."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "demo.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise Problem(
                f"The demo already runs from this folder: {lock.read().strip()}", "End it there with Ctrl-C."
            ) from None
        lock.truncate(0)
        lock.write(f"http://{HOST}:{port}/ (process {os.getpid()})\n")
        lock.flush()
        yield


def _require_free(port: int) -> None:
    if not 0 < port < 65536:
        raise Problem(f"{port} is no port.", "Ports run from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise Problem(f"port {port} is for the administrator only; ./run demo --port 8000") from None
        except OSError:
            raise Problem(f"port {port} is taken; ./run demo --port {_free_port_after(port)}") from None


def _free_port_after(port: int) -> int:
    for candidate in range(port + 1, min(port + 50, 65536)):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, candidate)):
                return candidate
    return 8001


def _reset() -> None:
    doomed = [
        path for path in (*sorted(VAR.glob("demo.sqlite3*")), STATE, VAR / "media", VAR / "mail") if path.exists()
    ]
    say("  Throwing away: " + (", ".join(path.name for path in doomed) or "nothing, there is nothing yet"))
    for path in doomed:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


# --- Database and content -------------------------------------------------------------------------------------------


def forget_what_is_loaded() -> None:
    """Make the next start migrate and load again."""
    STATE.unlink(missing_ok=True)


def _digest(*paths: Path) -> str:
    total = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    for path in paths:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _schema() -> str:
    """Changes whenever a migration of ours or an installed package does."""
    return _digest(install.LOCKS["runtime"], *sorted(ROOT.glob("*/migrations/*.py")))


def _content() -> str:
    """Changes whenever the demo's content or its loader does."""
    loaders = [*ROOT.glob("*/management/commands/load_demo.py"), *ROOT.glob("*/load_demo.py")]
    content = [path for path in ROOT.glob("*/demo/**/*") if path.is_file() and path.suffix != ".pyc"]
    return _digest(*sorted([*loaders, *(path for path in content if VAR not in path.parents)]))


def _prepare(environment: dict[str, str]) -> None:
    """Migrate and load what is not yet there. What is done is written down only afterwards, so a kill loses nothing."""
    try:
        done = json.loads(STATE.read_text()) if DATABASE.exists() or "DATABASE_URL" in os.environ else {}
    except (FileNotFoundError, ValueError):
        done = {}
    loaded = done.get("content", "")
    for key, now, command, title in (
        ("schema", _schema(), "migrate", "Preparing the database"),
        ("content", _content(), "load_demo", "Loading the demo content"),
    ):
        if done.get(key) == now:
            continue
        is_stale = key == "content" and bool(loaded)
        _forget(done, key)
        with progress(title) as tick:
            ok = run_quietly(_manage(command), f"{command}.log", environment, tick)
        if not ok:
            raise Problem(
                f"manage.py {command} failed.",
                f"The whole of it: {LOGS / command}.log. To begin anew:  ./run demo --reset",
                tail(LOGS / f"{command}.log"),
            )
        _remember(done, key, now)
        if is_stale and loaded != now:
            say("  The demo content is newer than what is loaded. To see it:  ./run demo --reset")


def _forget(done: dict[str, str], key: str) -> None:
    """A new schema means the content is looked at again too."""
    for stale in ("schema", "content") if key == "schema" else ("content",):
        done.pop(stale, None)
    _write_whole(json.dumps(done))


def _remember(done: dict[str, str], key: str, value: str) -> None:
    done[key] = value
    _write_whole(json.dumps(done))


def _write_whole(text: str) -> None:
    draft = STATE.with_suffix(".draft")
    draft.write_text(text)
    draft.replace(STATE)


def _manage(*arguments: str) -> list[str]:
    return [str(install.PYTHON), str(ROOT / "manage.py"), *arguments]


# --- The three that run ---------------------------------------------------------------------------------------------


def _serve(port: int) -> int:
    began = time.monotonic()
    say("Døråpner")
    install.ensure("runtime")
    environment = install.environment(DJANGO_SETTINGS_MODULE="config.settings.demo")
    environment.setdefault("BASE_URL", f"http://{HOST}:{port}")
    environment.setdefault("WEB_CONCURRENCY", "2")
    _prepare(environment)
    commands = {
        "web": [
            *(str(install.PYTHON), "-m", "gunicorn", "--config", str(ROOT / "gunicorn.conf.py")),
            *("--bind", f"{HOST}:{port}", "--graceful-timeout", "3", "config.wsgi:application"),
        ],
        "worker": _manage("db_worker", "--backend", "jobs"),
        "clock": _manage("clock"),
    }
    children: dict[str, subprocess.Popen[bytes]] = {}

    def launch(*names: str) -> None:
        for name in names:
            children[name] = start(commands[name], LOGS / f"{name}.log", environment)
        leftovers.write_down(PIDS, [child.pid for child in children.values()])

    try:
        with progress("Starting the site") as tick:
            launch("web")
            logins = start(_manage("demo_logins"), LOGS / "logins.log", environment)
            while not _answers(port) and not _fallen(children):
                raise_if_stopped()
                tick()
                time.sleep(0.05)
                if time.monotonic() - began > PATIENCE and not _fallen(children):
                    raise Problem(f"The site did not answer 200 on http://{HOST}:{port}/.", "", tail(LOGS / "web.log"))
            knows_logins = finish(logins, tick) == 0
        if not _fallen(children):
            _welcome(port, time.monotonic() - began, knows_logins)
            launch("worker", "clock")  # after the site, which somebody is waiting for
        while not _fallen(children):
            raise_if_stopped()
            time.sleep(0.2)
        name = _fallen(children)
        code = children[name].returncode
        how = f"exit code {code}" if code >= 0 else f"signal {-code}"
        log = LOGS / f"{name}.log"
        raise Problem(f"The {name} process ended by itself ({how}).", f"The whole of its log: {log}", tail(log))
    finally:
        end(list(children.values()))
        PIDS.unlink(missing_ok=True)


def _fallen(children: dict[str, subprocess.Popen[bytes]]) -> str:
    """The name of the first child that has ended, or nothing."""
    return next((name for name, child in children.items() if child.poll() is not None), "")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Accept-Language": "nb"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _welcome(port: int, seconds: float, knows_logins: bool) -> None:
    base = f"http://{HOST}:{port}"
    rows = [
        ("The site", "/"),
        ("In English", "/en/"),
        ("Interest form", "/interesse/"),
        ("Portal", "/portal/"),
        ("Admin", "/admin/"),
        ("Mailbox", "/demo/post/"),
    ]
    say(f"\n  Ready after {seconds:.1f} s. Ctrl-C ends it.\n")
    for title, path in rows:
        say(f"  {title:<15}{base}{path}")
    said = (LOGS / "logins.log").read_text(errors="replace").rstrip()
    if knows_logins and said:
        say("\n" + "\n".join("  " + line if line else "" for line in said.splitlines()))
    elif not knows_logins:
        say(f"\n  The logins could not be listed; see {LOGS / 'logins.log'}")
    say("\n  Logs: " + str(LOGS) + "\n")
