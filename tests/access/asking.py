"""Asks every address of the site as somebody in a role."""

import re
from collections.abc import Iterator

from django.contrib.messages import ERROR, get_messages
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import LocalePrefixPattern

from .known import KNOWN
from .table import OUTSIDE, STAFF, TABLE, Row
from .world import client_of

LANGUAGES = ("", "en/")
LOGINS = ("/konto/login/", "/en/konto/login/", "/admin/login/")
SECOND_STEP = ("/konto/to-steg/", "/en/konto/to-steg/")


def routes(resolver=None, prefix: str = "", translated: bool = False) -> Iterator[tuple[str, bool]]:
    """Every route the resolver knows, and whether it comes in both languages."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), translated
        elif isinstance(pattern.pattern, LocalePrefixPattern):
            yield from routes(pattern, prefix, True)
        else:
            yield from routes(pattern, prefix + str(pattern.pattern), translated)


def rows_of(route: str) -> list[Row]:
    """The cases of the first expression in the table that fits."""
    first = next((row for row in TABLE if re.fullmatch(row.route, route)), None)
    return [row for row in TABLE if first is not None and row.route == first.route]


def addresses(route: str, row: Row, translated: bool, world: dict) -> list[str]:
    """Where the case is found, in each language."""
    query = f"?{row.query.format(**world)}" if row.query else ""
    if row.at:
        return [row.at.format(**world) + query]
    plain = route.replace("^", "").removesuffix("$")
    gaps = {name: str(value).format(**world) for name, value in {**DEFAULTS, **row.fill}.items()}
    path = re.sub(r"<(?:\w+:)?(\w+)>", lambda gap: gaps[gap[1]], plain)
    return [f"/{language}{path}{query}" for language in (LANGUAGES if translated else LANGUAGES[:1])]


DEFAULTS = {"revision_id": "{revision_id}", "pk": "{absent}"}


def outcome(response, path: str) -> str:
    """A, D or H, or what went wrong."""
    status, target = response.status_code, response.headers.get("Location", "")
    if status >= 500 or status in (405, 429):
        return str(status)
    if status == 404:
        return "H"
    if status in (401, 403):
        return "D"
    if status == 301 and target == f"{path}/":
        return "no such address: the slash is missing"
    if status in (301, 302, 303, 307, 308):
        if path == "/admin/logout/" and target in LOGINS:
            return "A"
        if target.startswith(LOGINS):
            return "D"
        if target.startswith(SECOND_STEP) and not path.startswith(("/konto/", "/en/konto/")):
            return "D"
        said = [message for message in get_messages(response.wsgi_request) if message.level == ERROR]
        if target.split("?")[0] == "/admin/" and said:
            return "D"
    return "A"


class Visitor:
    """A client in one role, whose every request is undone."""

    def __init__(self, role: str):
        self.client: Client = client_of(role)
        self.cookies = {name: cookie.value for name, cookie in self.client.cookies.items()}

    def ask(self, method: str, path: str) -> str:
        """The outcome of one request."""
        if "/konto/" in path or "/invitasjon/" in path:  # these count how often they are asked
            cache.clear()
        self.client.cookies.clear()
        for name, value in self.cookies.items():
            self.client.cookies[name] = value
        point = transaction.savepoint()
        try:
            return outcome(self.client.generic(method, path, content_type="application/x-www-form-urlencoded"), path)
        finally:
            transaction.savepoint_rollback(point)


def is_right(row: Row, wanted: str, got: str, method: str) -> bool:
    """A missing object is a 404 for those who may as well; a POST where there is nothing to post does nothing."""
    if got == "405":
        return wanted == "A" or (method == "POST" and not row.post)
    return got == wanted or (row.missing and got == "H")


def methods_for(row: Row, wanted: str, role: str) -> list[str]:
    """GET; whoever is kept out tries POST as well, except at the admin's own gate, which is one for all addresses."""
    if row.post:
        return ["POST"]
    is_at_gate = row.route.startswith("admin") and role not in STAFF
    return ["GET"] if wanted == "A" or is_at_gate or role in OUTSIDE else ["GET", "POST"]


def check(role: str, world: dict) -> None:
    """Ask every address as `role`; fails with a list of what answers otherwise than the table says."""
    token = world["token"] if role == "prospect" else world["no_token"]
    mine = {**world, "own_token": token}
    visitor = Visitor(role)
    wrong, used = [], set()
    for route, translated in routes():
        for row in rows_of(route):
            wanted = row.code(role)
            known = [one for one in KNOWN if role in one.roles and re.fullmatch(one.route, route)]
            for path in addresses(route, row, translated, mine):
                for method in methods_for(row, wanted, role):
                    got = visitor.ask(method, path)
                    if is_right(row, wanted, got, method):
                        continue
                    if excuses := [one for one in known if got in one.got]:
                        used.update(excuses)
                        continue
                    wrong.append(f"{method} {path}: {wanted} expected, {got} answered")
    assert not wrong, "\n".join([f"{role}: {len(wrong)} answers differ from the table", *wrong])
    needless = [one.route for one in KNOWN if role in one.roles and one not in used]
    assert needless == [], "no longer different from the table: take it out of KNOWN"
