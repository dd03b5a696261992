"""`./run pages`: every public page past the Nu HTML checker; with --lighthouse, four of them past Lighthouse.

A demo world of its own is loaded into a temporary folder and served by gunicorn as in production. Both tools come from
npm into var/node when they are first needed.
"""

import argparse
import html.parser
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from . import install
from .console import (
    LOGS,
    ROOT,
    VAR,
    Problem,
    dies_with_us,
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

HOST = "127.0.0.1"
Tick = Callable[[], None]
NODE = VAR / "node"
PACKAGES = {"vnu-jar": "26.9.27", "lighthouse": "12"}
VNU = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = NODE / "node_modules" / "lighthouse" / "cli" / "index.js"
PATIENCE = 90  # seconds for the first answer
LOST = ("/finnes-ikke/", "/en/nothing-here/")
MOST_PAGES = 800
MOST_QUERIES = 3  # addresses that differ in their query only
NOT_PAGES = re.compile(
    r"^(/en)?/(admin|api|deling|demo|dokumenter|helse|komponenter|konto|media|mitt|portal|static|_util)/"
)
CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}
MEASURED = {"front": "FrontPage", "news item": "NewsPage", "industry": "IndustryPage", "premises": "PremisesPage"}
TRIES = 3


def main(arguments: list[str]) -> int:
    """Check, say what was found, and return 1 when anything was."""
    parser = argparse.ArgumentParser(
        prog="./run pages", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--lighthouse", action="store_true", help="measure with Lighthouse instead, mobile profile")
    parser.add_argument("--only", default="", help="only addresses with this in them")
    options = parser.parse_args(arguments)
    listen_for_stop()
    _require(options.lighthouse)
    install.ensure("runtime")
    _fetch("lighthouse" if options.lighthouse else "vnu-jar")
    with tempfile.TemporaryDirectory(prefix="doropner-pages-") as folder, _Site(Path(folder)) as site:
        if options.lighthouse:
            return _measure(site, Path(folder), options.only)
        return _check(site, Path(folder), options.only)


def _require(lighthouse: bool) -> None:
    if not shutil.which("npm"):
        raise Problem("npm is not on this machine.", "On Debian and Ubuntu:  apt-get install npm")
    if lighthouse and not _chromium():
        raise Problem("Chromium is not on this machine.", "On Debian and Ubuntu:  apt-get install chromium")
    if not lighthouse and not shutil.which("java"):
        raise Problem(
            "The Nu HTML checker needs Java, which is not on this machine.",
            "On Debian and Ubuntu:  apt-get install default-jre-headless",
        )


def _chromium() -> str | None:
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


def _fetch(package: str) -> None:
    """Have a package under var/node, from whatever registry npm is set up for."""
    if (NODE / "node_modules" / package / "package.json").exists():
        return
    NODE.mkdir(parents=True, exist_ok=True)
    quiet = {"CHROMEDRIVER_SKIP_DOWNLOAD": "true", "PUPPETEER_SKIP_DOWNLOAD": "1"}
    command = [
        "npm",
        "install",
        "--prefix",
        str(NODE),
        "--no-package-lock",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]
    with progress(f"Fetching {package}") as tick:
        ok = run_quietly([*command, f"{package}@{PACKAGES[package]}"], "npm.log", install.environment(**quiet), tick)
    if not ok:
        raise Problem(
            f"npm could not install {package}.", f"All it said: {LOGS / 'npm.log'}", tail(LOGS / "npm.log", 6)
        )


# --- The site -------------------------------------------------------------------------------------------------------
class _Site:
    """The demo world, served from a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port = probe.getsockname()[1]
        self.base = f"http://{HOST}:{self.port}"
        self.environment = install.environment(
            DJANGO_SETTINGS_MODULE="config.settings.rehearsal",
            DOROPNER_VAR=str(folder / "var"),
            BASE_URL=self.base,
            WEB_CONCURRENCY="2",
        )
        for name in ("DATABASE_URL", "REDIS_URL"):
            self.environment.pop(name, None)
        self.server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "_Site":
        (self.folder / "var").mkdir()
        for command in (["migrate", "-v0"], ["load_demo"], ["collectstatic", "--noinput", "-v0"]):
            with progress(f"manage.py {command[0]}") as tick:
                ok = run_quietly(
                    [str(install.PYTHON), str(ROOT / "manage.py"), *command],
                    "pages-prepare.log",
                    self.environment,
                    tick,
                )
            if not ok:
                raise Problem(f"manage.py {command[0]} failed.", "", tail(LOGS / "pages-prepare.log"))
        command = [str(install.PYTHON), "-m", "gunicorn", "--config", str(ROOT / "gunicorn.conf.py")]
        command += ["--bind", f"{HOST}:{self.port}", "--graceful-timeout", "3", "config.wsgi:application"]
        self.server = start(command, LOGS / "pages-web.log", self.environment)
        deadline = time.monotonic() + PATIENCE
        try:
            while self.get("/helse/")[0] != 200:
                raise_if_stopped()
                if self.server.poll() is not None or time.monotonic() > deadline:
                    raise Problem("The site did not start.", "", tail(LOGS / "pages-web.log"))
                time.sleep(0.1)
        except BaseException:
            end([self.server])
            raise
        return self

    def __exit__(self, *error: object) -> None:
        if self.server is not None:
            end([self.server])

    def work(self) -> None:
        """Let the worker do all that waits for it: pictures in their better formats, for one."""
        command = [str(install.PYTHON), str(ROOT / "manage.py"), "db_worker", "--backend", "jobs", "--batch"]
        with progress("The worker makes pictures") as tick:
            ok = run_quietly(command, "pages-worker.log", self.environment, tick)
        if not ok:
            raise Problem("The worker failed.", "", tail(LOGS / "pages-worker.log"))

    def get(self, path: str) -> tuple[int, str, bytes]:
        """Status, media type and body of an answer; status 0 when nobody answers."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        try:
            connection.request("GET", path, headers={"Accept-Language": "nb"})
            answer = connection.getresponse()
            return answer.status, answer.headers.get_content_type(), answer.read()
        except (OSError, http.client.HTTPException):
            return 0, "", b""
        finally:
            connection.close()

    def address_of(self, kind: str) -> str:
        """The address of the first page of a type, as the content API tells it."""
        _status, _type, body = self.get(f"/api/v2/pages/?type=home.{kind}&locale=nb&limit=1")
        items = json.loads(body or b"{}").get("items", [])
        if not items:
            raise Problem(f"The demo world has no {kind}.")
        return urlsplit(items[0]["meta"]["html_url"]).path


# --- The Nu HTML checker --------------------------------------------------------------------------------------------
class _Links(html.parser.HTMLParser):
    """The addresses that a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Links, and where forms that ask something lead."""
        given = dict(attrs)
        if tag == "a" and given.get("href") and "download" not in given:
            self.found.append(given["href"] or "")
        if tag == "form" and (given.get("method") or "get").lower() == "get" and given.get("action"):
            self.found.append(f"{given['action']}?q=kontor")


@dataclass
class _Walk:
    """What was fetched: addresses by file, and what did not answer 200."""

    files: dict[str, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


def _check(site: _Site, folder: Path, only: str) -> int:
    pages = folder / "pages"
    pages.mkdir()
    with progress("Walking the site") as tick:
        walk = _walk(site, pages, only, tick)
    if not walk.files:
        raise Problem("There was no page to check.")
    report = folder / "vnu.json"
    command = ["java", "-jar", str(VNU), "--errors-only", "--format", "json", "--skip-non-html", str(pages)]
    with progress(f"Checking {len(walk.files)} pages") as tick, report.open("wb") as output:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=output, preexec_fn=dies_with_us())
        finish(child, tick)
    return _tell(json.loads(report.read_text() or '{"messages": []}')["messages"], walk)


def _walk(site: _Site, folder: Path, only: str, tick: Tick) -> _Walk:
    """Fetch the front pages and whatever can be reached from them and from the sitemap."""
    walk, queries = _Walk(), Counter[str]()
    waiting = ["/", "/en/", *LOST, *_listed(site)]
    seen: set[str] = set()
    while waiting and len(walk.files) < MOST_PAGES:
        raise_if_stopped()
        tick()
        address = waiting.pop(0)
        parts = urlsplit(address)
        if address in seen or NOT_PAGES.match(parts.path):
            continue
        seen.add(address)
        queries[parts.path] += bool(parts.query)
        if parts.query and queries[parts.path] > MOST_QUERIES:
            continue
        status, kind, body = site.get(address)
        if status not in (200, 404, 301, 302) or (
            status == 404 and "finnes" not in address and "nothing" not in address
        ):
            walk.broken.append(f"{status}  {address}")
        if kind != "text/html" or status in (301, 302):
            continue
        if only in address:
            name = f"{len(walk.files):04}.html"
            (folder / name).write_bytes(body)
            walk.files[name] = address
        links = _Links()
        links.feed(body.decode("utf-8", "replace"))
        for link in links.found:
            target = urlsplit(urljoin(site.base + address, link))
            if f"{target.scheme}://{target.netloc}" == site.base:
                waiting.append(target.path + (f"?{target.query}" if target.query else ""))
    return walk


def _listed(site: _Site) -> list[str]:
    found: list[str] = []
    for language in ("nb", "en"):
        _status, _type, body = site.get(f"/sitemap-{language}.xml")
        found += [urlsplit(address).path for address in re.findall(r"<loc>([^<]+)</loc>", body.decode())]
    return found


def _tell(messages: list[dict[str, Any]], walk: _Walk) -> int:
    """Print each mistake once, with the pages it stands on."""
    where: dict[str, list[tuple[str, str]]] = {}
    for message in messages:
        if message.get("type") in ("error", "non-document-error"):
            address = walk.files.get(Path(urlsplit(message.get("url", "")).path).name, "?")
            where.setdefault(message["message"], []).append((address, " ".join(message.get("extract", "").split())))
    for said, found in where.items():
        addresses = list(dict.fromkeys(address for address, _extract in found))
        say(f"\n  {said}\n    {len(found)} times, on {', '.join(addresses[:4])}{' …' if len(addresses) > 4 else ''}")
        say(f"    {found[0][1][:140]}")
    for line in walk.broken:
        say(f"\n  {line}")
    total = sum(map(len, where.values()))
    say(f"\n{total} errors on {len(walk.files)} pages, {len(walk.broken)} addresses that did not answer.")
    return 1 if total or walk.broken else 0


# --- Lighthouse -----------------------------------------------------------------------------------------------------
def _measure(site: _Site, folder: Path, only: str) -> int:
    wanted = {name: kind for name, kind in MEASURED.items() if only in name}
    if not wanted:
        raise Problem(f"There is no page called {only}.", "There are: " + ", ".join(MEASURED))
    addresses = {name: site.address_of(kind) for name, kind in wanted.items()}
    for address in addresses.values():
        site.get(address)  # the first reader orders the pictures; that is not what is measured
    site.work()
    rows = {}
    for name, address in addresses.items():
        site.get(address)
        with progress(f"Lighthouse: {name}, {address}") as tick:
            rows[name] = _best_of(site.base + address, folder, tick)
    width = max(map(len, rows))
    say("\n  " + " " * width + "".join(f"{title:>16}" for title in CATEGORIES.values()))
    for name, (scores, _faults) in rows.items():
        say(f"  {name:<{width}}" + "".join(f"{scores[key]:>16}" for key in CATEGORIES))
    for name, (_scores, faults) in rows.items():
        for fault in faults:
            say(f"  {name}: {fault}")
    return 0 if all(score == 100 for scores, _faults in rows.values() for score in scores.values()) else 1


def _best_of(url: str, folder: Path, tick: Tick) -> tuple[dict[str, int], list[str]]:
    """The best of TRIES in each category: a busy machine can only make a page look slower than it is."""
    best: dict[str, int] = {}
    faults: list[str] = []
    for _attempt in range(TRIES):
        report = _lighthouse(url, folder, tick)
        scores = {key: round(100 * (report["categories"][key]["score"] or 0)) for key in CATEGORIES}
        if not best or sum(scores.values()) >= sum(best.values()):
            faults = _faults(report)
        best = {key: max(scores[key], best.get(key, 0)) for key in CATEGORIES}
        if all(score == 100 for score in best.values()):
            return best, []
    return best, faults


def _lighthouse(url: str, folder: Path, tick: Tick) -> dict[str, Any]:
    report = folder / "lighthouse.json"
    report.unlink(missing_ok=True)
    command = ["node", str(LIGHTHOUSE), url, "--output=json", f"--output-path={report}", "--quiet"]
    command += ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
    run_quietly(command, "lighthouse.log", install.environment(CHROME_PATH=_chromium() or ""), tick)
    if not report.exists():
        raise Problem(f"Lighthouse could not measure {url}.", "", tail(LOGS / "lighthouse.log"))
    return json.loads(report.read_text())


def _faults(report: dict[str, Any]) -> list[str]:
    """What cost points, each with what it measured and the first thing it points at."""
    found = []
    for key in CATEGORIES:
        for reference in report["categories"][key]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])
                first = json.dumps(items[0], ensure_ascii=False)[:200] if items else ""
                found.append(f"{audit['title']} ({audit.get('displayValue', '')}) {first}")
    return found
