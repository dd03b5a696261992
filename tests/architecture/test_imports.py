"""From outside an app only what it offers is imported."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import APPS, ROOT, name_of, product, tree

OFFERED = {"models", "services", "forms"}
# module: who else imports it, and why
EXCEPTIONS = {
    ("accounts", "roles"): (None, "everybody asks who may what"),
    ("accounts", "views"): ("site/config/urls.py", "the admin's login is wired above Wagtail's own"),
    ("accounts", "setup"): ("home/management/commands/load_demo.py", "the demo needs its roles before its people"),
}
# `common` is nothing but small modules for everybody.
OPEN = {"common"}


def imported(source: ast.Module) -> list[tuple[str, int]]:
    """Every module another file is imported from, by its full name, and the line."""
    found = []
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            if "." in node.module or node.module not in APPS:
                found.append((node.module, node.lineno))
            else:  # from partners import models
                found += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return found


def reaches_inside(module: str, importer: str) -> bool:
    """Whether `importer`, a file, may not import `module`."""
    app, _dot, inside = module.partition(".")
    if app not in APPS or app in OPEN or importer.split("/")[0] == app:
        return False
    first = inside.split(".")[0]
    if (app, first) in EXCEPTIONS:
        only = EXCEPTIONS[app, first][0]
        return only not in (None, importer)
    # The package itself offers its names; what lies deeper is its own business.
    return inside not in OFFERED


def test_from_outside_an_app_only_what_it_offers_is_imported():
    found = [
        f"{name_of(path)}:{line} imports {module}"
        for path in product()
        for module, line in imported(tree(path))
        if reaches_inside(module, name_of(path))
    ]
    # Allowed beside the table: the demo's loader back-dates the promise of an answer as the model makes it.
    assert [one for one in found if not one.endswith(LOADER_ALONE)] == []
    assert len(found) <= 1


LOADER_ALONE = " imports prospects.models.case"


def test_every_exception_is_needed():
    used = {
        tuple(module.split(".")[:2])
        for path in product()
        for module, _line in imported(tree(path))
        if name_of(path).split("/")[0] != module.split(".")[0]
    }
    assert set(EXCEPTIONS) <= used


@pytest.mark.parametrize(
    ("code", "importer", "refused"),
    [
        ("from partners.models import PartnerFirm", "portal/views.py", False),
        ("from partners.services import invite_to_firm", "portal/views.py", False),
        ("from partners import models", "portal/views.py", False),
        ("from partners import wagtail_hooks", "portal/views.py", True),
        ("import prospects.mail", "portal/views.py", True),
        ("from prospects.models.handover import Handover", "portal/views.py", True),
        ("from prospects.models.handover import Handover", "prospects/views.py", False),
        ("from accounts.roles import Role", "portal/views.py", False),
        ("from accounts.views import admin_login", "site/config/urls.py", False),
        ("from accounts.views import admin_login", "portal/views.py", True),
        ("from common.clock import OSLO", "portal/views.py", False),
        ("from django.db import models", "portal/views.py", False),
        ("def f():\n    from prospects.private_views import page", "portal/views.py", True),
    ],
)
def test_the_rule_tells_what_is_offered_from_what_is_not(code, importer, refused):
    assert any(reaches_inside(module, importer) for module, _line in imported(ast.parse(code))) is refused


def test_no_app_reaches_another_by_a_relative_import():
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level >= len(Path(name_of(path)).parts)
    ]
    assert found == []


def test_nothing_is_imported_by_star_outside_the_settings():
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in product()
        if not name_of(path).startswith("site/config/settings/")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert found == []


def test_the_product_never_imports_its_tests():
    found = [
        name_of(path) for path in product() for module, _line in imported(tree(path)) if module.split(".")[0] == "tests"
    ]
    assert found == []
    assert (ROOT / "tests" / "factories").is_dir()
