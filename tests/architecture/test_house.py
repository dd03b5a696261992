"""The rules of the house that a file can break by being there."""

import ast
import re

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey

from tests.architecture.source import APPS, ROOT, files, name_of, product, tree

LONGEST = 400


def test_site_is_a_folder_and_never_a_package():
    assert (ROOT / "site").is_dir()
    assert not (ROOT / "site" / "__init__.py").exists()
    import site

    assert not str(getattr(site, "__file__", "")).startswith(str(ROOT / "site"))


def test_git_does_not_ignore_the_folder_site():
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert not {"site", "/site", "site/", "/site/"} & set(lines)


def test_there_is_no_module_for_everything_and_nothing():
    names = {"utils", "helpers", "core", "misc", "util"}
    found = [name_of(path) for path in product() if {path.stem, *path.relative_to(ROOT).parts[:-1]} & names]
    assert found == []


def test_there_are_no_generic_foreign_keys():
    for model in apps.get_models():
        if model._meta.app_label in APPS:
            assert not [one for one in model._meta.private_fields if isinstance(one, GenericForeignKey)], model


def test_there_are_no_signals_of_our_own():
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Signal"
    ]
    assert found == []


def holds_only_content(source: ast.Module) -> bool:
    """Whether a file is nothing but texts with names: no function, no class, no condition, no call."""
    acts = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.If, ast.For, ast.While, ast.Call)
    return not any(isinstance(node, acts) for node in ast.walk(source))


def test_a_file_that_is_too_long_is_two():
    found = [
        f"{name_of(path)}: {lines} lines"
        for path in product()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
        and not holds_only_content(tree(path))
    ]
    assert found == [], "\n".join(found)


def test_content_is_told_from_code():
    assert holds_only_content(ast.parse("'''News.'''\nNEWS = [{'title': 'Hei'}, {'title': 'Hallo'}]\nDAYS = 3 * 7"))
    assert not holds_only_content(ast.parse("NEWS = [load('news')]"))
    assert not holds_only_content(ast.parse("def news(): return []"))


def test_every_model_with_states_tells_them_as_a_story():
    for model in apps.get_models():
        if model._meta.app_label not in APPS or not hasattr(model, "TRANSITIONS"):
            continue
        for field in {step.field for step in model.TRANSITIONS.values()}:
            for value in dict(model._meta.get_field(field).choices):
                words = value.replace("_", " ")
                assert f"*{words}*" in model.__doc__ or f"*{words.removesuffix('ed')}" in model.__doc__, (model, value)


# --- what must not stand in a file ----------------------------------------------------------------------------------
def texts():
    """Every text file of the repository, with its text."""
    for path in files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a typeface, a compiled catalogue


# Built from parts, so that this file does not break the rule itself.
HOMES = "|".join(["home", "Users", "root", "work", "workspace", "mnt"])
ABSOLUTE = re.compile(rf"(?<![\w.~<>)}}\]-])/(?:{HOMES})/[\w.-]+/[\w.-]+|/(?:root)/[\w.]|[A-Z]:\\\\?Users\\")


def test_no_file_knows_the_machine_it_was_written_on():
    found = [
        f"{name_of(path)}: {match.group()}"
        for path, text in texts()
        for match in ABSOLUTE.finditer(text)
        if path.name != "test_house.py"
    ]
    assert found == []


@pytest.mark.parametrize(
    "parts", [("", "home", "ola", "src", "x.py"), ("", "root", "x"), ("", "Users", "ola", "code", "x")]
)
def test_the_path_of_a_machine_is_seen(parts):
    assert ABSOLUTE.search("see " + "/".join(parts))
    assert ABSOLUTE.search('"' + "/".join(parts) + '"')


@pytest.mark.parametrize("text", ["home/demo/news.py", "/home/", "../home/demo/x.py", "x/home/ola/src/x", "/nyheter/"])
def test_an_address_of_the_site_is_not_taken_for_one(text):
    assert not ABSOLUTE.search(text)


def test_the_locks_name_no_place_to_fetch_from():
    locks = [path for path in files() if path.suffix == ".lock"]
    assert {path.name for path in locks} >= {"requirements.lock", "requirements-dev.lock"}
    for path in locks:
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path
        assert "--index-url" not in text, path
        assert "--find-links" not in text, path
        assert "--hash=sha256:" in text, path


# --- languages ------------------------------------------------------------------------------------------------------
CATALOGUES = sorted(path for path in files("site") if path.suffix == ".po")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def _catalogue(path):
    with path.open("rb") as file:
        return read_po(file)


def _strings(message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string]


def _ids(message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple | list) else [message.id]


def test_there_is_a_norwegian_catalogue():
    assert "site/locale/nb/LC_MESSAGES/django.po" in [name_of(path) for path in CATALOGUES]


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_every_text_is_translated(path):
    messages = [message for message in _catalogue(path) if message.id]
    assert messages
    missing = [message.id for message in messages if not all(_strings(message)) or message.fuzzy]
    assert missing == []


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_a_translation_has_the_placeholders_of_its_text(path):
    wrong = []
    for message in _catalogue(path):
        if not message.id or not all(_strings(message)):
            continue
        wanted = set(PLACEHOLDER.findall(" ".join(_ids(message))))
        for text in _strings(message):
            # A plural form may leave out the number: "ett prospekt".
            given = set(PLACEHOLDER.findall(text))
            if not given <= wanted or (len(_strings(message)) == 1 and given != wanted):
                wrong.append(message.id)
    assert wrong == []


def _text(context):
    return context.decode() if isinstance(context, bytes) else context


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_the_compiled_catalogue_is_in_step(path):
    with path.with_suffix(".mo").open("rb") as file:
        compiled = {
            (_text(message.context), tuple(_ids(message))): _strings(message) for message in read_mo(file) if message.id
        }
    written = {
        (message.context, tuple(_ids(message))): _strings(message)
        for message in _catalogue(path)
        if message.id and all(_strings(message)) and not message.fuzzy
    }
    assert compiled == written


def test_every_text_the_code_marks_can_be_found_by_the_tool_that_collects_them():
    """xgettext knows gettext by its names; under another one a text is shown, but never translated."""
    known = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "gettext_noop"}
    found = []
    for path in product():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute | ast.Name):
                source = node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id
                names = {target.id for target in node.targets if isinstance(target, ast.Name)}
                if source in known and not names <= known:
                    found.append(f"{name_of(path)}:{node.lineno}")
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                found += [
                    f"{name_of(path)}:{node.lineno}"
                    for alias in node.names
                    if alias.name in known and alias.asname and alias.asname not in known
                ]
    assert found == []


def test_every_model_of_the_domain_has_a_factory():
    from tests import factories

    made = {
        one._meta.model
        for one in vars(factories).values()
        if isinstance(one, type) and hasattr(one, "_meta") and getattr(one._meta, "model", None)
    }
    ours = {
        model
        for label in ("common", "accounts", "register", "partners", "prospects")
        for model in apps.get_app_config(label).get_models()
    }
    throughs = {model for model in ours if model._meta.auto_created}
    assert ours - throughs == made
