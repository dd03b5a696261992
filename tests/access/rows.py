"""What rows of the table are made of: roles, one case of an address, and the addresses that come in sets."""

from dataclasses import dataclass, field

from .world import ROLES

EVERYBODY = frozenset(ROLES)
OUTSIDE = frozenset({"anonymous", "prospect", "locked"})
LOGGED_IN = EVERYBODY - OUTSIDE
SEATS = frozenset({"member_a", "admin_a", "member_b", "admin_b", "liaison"})
STAFF = frozenset({"communications", "adviser", "analyst", "manager", "steering", "superuser"})
HALF_IN = frozenset({"no_mfa_session", "no_second_factor"})
NOBODY: frozenset[str] = frozenset()
ROOT = frozenset({"superuser"})
EDITORS = ROOT | {"communications", "manager"}
MANAGERS = ROOT | {"manager"}
CASE_WORKERS = ROOT | {"adviser", "analyst", "manager"}
NOT_EDITORS = STAFF - EDITORS
FIRM_A = frozenset({"member_a", "admin_a"})
FIRM_B = frozenset({"member_b", "admin_b"})


@dataclass(frozen=True)
class Row:
    """One case of an address: who may, from whom it is hidden, and what to put where the route has a gap."""

    route: str
    may: frozenset[str] = NOBODY
    hidden: frozenset[str] = NOBODY
    fill: dict = field(default_factory=dict)
    at: str = ""  # the address, where the route is a regular expression
    query: str = ""
    post: bool = False  # only POST means something here
    missing: bool = False  # there is no such object here, so 404 also for those who may
    why: str = ""

    def code(self, role: str) -> str:
        """A, H or D."""
        return "A" if role in self.may else "H" if role in self.hidden else "D"


def each(route: str, ats: str, may: frozenset[str], **more) -> list[Row]:
    """One row for each address in `ats`."""
    return [Row(route, may, at=at, **more) for at in ats.split()]


SERVE = r"\^\(\(\?:\[\\w\\-\]\+/\)\*\)\$"
_READ = r"(results/|inspect/<int:pk>/)?"


def snippets(path: str, model: str, pk: str, *, read: frozenset[str], change: frozenset[str], **more) -> list[Row]:
    """The addresses of what is kept as a snippet; it is retired, never deleted, but by a superuser."""
    fill = {"pk": pk}
    return [
        Row(rf"admin/{path}/{_READ}", read, fill=fill),
        Row(rf"admin/{path}/(edit|usage|history|history-results)/<int:pk>/", change, fill=fill),
        Row(rf"admin/{path}/add/", more.get("add", change)),
        Row(rf"admin/{path}/delete/<int:pk>/", more.get("delete", ROOT), fill=fill),
        Row(rf"admin/snippets/choose/{model}/chosen-multiple/", read, query=f"id={pk}"),
        Row(rf"admin/snippets/choose/{model}/create/", more.get("add", change), missing=True),
        Row(rf"admin/snippets/choose/{model}/.*", read, fill=fill),
    ]


def register(path: str, pk: str, *, read: frozenset[str], change: frozenset[str]) -> list[Row]:
    """The addresses of what ModelAdmin lists; nobody deletes there."""
    return [
        Row(rf"admin/\^{path}/\$", read),
        Row(rf"admin/\^{path}/inspect/.*", read, at=f"/admin/{path}/inspect/{pk}/"),
        Row(rf"admin/\^{path}/create/.*", change),
        Row(rf"admin/\^{path}/edit/.*", change, at=f"/admin/{path}/edit/{pk}/"),
        Row(rf"admin/\^{path}/delete/.*", NOBODY, at=f"/admin/{path}/delete/{pk}/"),
    ]
