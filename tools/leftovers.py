"""Processes of a demo that was killed. The kernel ends them on Linux; this is for the rest, and for other systems."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .console import ROOT, say

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True)
class Process:
    """One running process, as far as we need to know it."""

    pid: int
    group: int
    started: str
    command: str


def write_down(path: Path, pids: list[int]) -> None:
    """Record processes, each the leader of its group, with their start times."""
    known = {process.pid: process for process in running()}
    lines = [f"{pid} {known[pid].started}" for pid in pids if pid in known]
    path.write_text("\n".join([_boot(), *lines]) + "\n")


def end_all(path: Path) -> None:
    """End what `path` recorded, where boot, start time and command line show that it is still ours."""
    found = _still_ours(path)
    if not found:
        path.unlink(missing_ok=True)
        return
    say(f"  Ending {len(found)} process(es) left by an earlier demo.")
    for number in (signal.SIGTERM, signal.SIGKILL):
        for process in found:
            try:
                os.kill(process.pid, number)
            except (ProcessLookupError, PermissionError):
                pass
        deadline = time.monotonic() + 4
        while (found := _still_ours(path)) and time.monotonic() < deadline:
            time.sleep(0.1)
    path.unlink(missing_ok=True)


def _still_ours(path: Path) -> list[Process]:
    try:
        boot, *lines = path.read_text().splitlines()
    except (FileNotFoundError, ValueError):
        return []
    if boot != _boot():
        return []
    leaders = {int(pid): started for pid, _, started in (line.partition(" ") for line in lines) if pid.isdigit()}
    return [
        process
        for process in running()
        if process.group in leaders
        and (process.pid != process.group or process.started == leaders[process.group])
        and f"{ROOT}{os.sep}" in process.command
        and process.pid != os.getpid()
    ]


def _boot() -> str:
    try:
        return BOOT_ID.read_text().strip()
    except OSError:
        return "-"


def running() -> list[Process]:
    """Every process we may look at."""
    if Path("/proc/self/stat").exists():
        return [process for entry in Path("/proc").iterdir() if entry.name.isdigit() and (process := _read(entry))]
    listing = subprocess.run(["ps", "-axo", "pid=,pgid=,lstart=,command="], capture_output=True, text=True, check=False)
    found = []
    for line in listing.stdout.splitlines():
        pid, group, *rest = line.split(maxsplit=7)
        found.append(Process(int(pid), int(group), " ".join(rest[:5]), " ".join(rest[5:])))
    return found


def _read(entry: Path) -> Process | None:
    try:
        # The name in brackets may hold anything, so the fields are counted from behind it.
        fields = (entry / "stat").read_text().rpartition(")")[2].split()
        command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return None
    return Process(int(entry.name), int(fields[2]), fields[19], command) if fields[0] != "Z" else None
