"""The source as these tests read it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("common", "accounts", "register", "partners", "prospects", "home", "portal")
PRODUCT = (*APPS, "site", "tools", ".ci", "manage.py", "gunicorn.conf.py", "run")
# Made by machines or brought in by them; never in the repository.
PASSED_OVER = {".git", ".venv", "var", "__pycache__", "node_modules", ".hypothesis"}


def files(*tops: str) -> list[Path]:
    """Every file of the repository, or under those of its files and folders."""
    found: list[Path] = []
    for top in [ROOT / name for name in tops] or [ROOT]:
        if top.is_file():
            found.append(top)
        for path in sorted(top.rglob("*")) if top.is_dir() else ():
            if path.is_file() and not PASSED_OVER & set(path.relative_to(ROOT).parts):
                found.append(path)
    return found


def name_of(path: Path) -> str:
    """The path as people write it."""
    return path.relative_to(ROOT).as_posix()


def product() -> list[Path]:
    """The Python files of the product itself, without tests and migrations."""
    return [
        path
        for path in files(*PRODUCT)
        if (path.suffix == ".py" or path == ROOT / "run") and "migrations" not in path.parts
    ]


def tree(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))
