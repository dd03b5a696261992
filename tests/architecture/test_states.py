"""`status`, `stage` and `standing` change in one place only."""

import ast

import pytest

from tests.architecture.source import name_of, product, tree

STATES = {"status", "stage", "standing"}
THE_PLACE = "common/workflow.py"
# `status` of a thing that is not stored: an HTTP answer, say.
NOT_STORED: dict[str, str] = {}


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    if isinstance(node, ast.AugAssign | ast.AnnAssign | ast.For | ast.NamedExpr):
        return [node.target]
    if isinstance(node, ast.withitem) and node.optional_vars is not None:
        return [node.optional_vars]
    return []


def _call(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _keys(node: ast.expr) -> set[str]:
    """The names a dictionary display brings."""
    if isinstance(node, ast.Dict):
        return {key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    if isinstance(node, ast.Call) and _call(node) == "dict":
        return {keyword.arg for keyword in node.keywords if keyword.arg}
    return set()


def changes_a_state(source: ast.Module) -> list[int]:
    """The lines on which a stored state is given a value."""
    lines = []
    for node in ast.walk(source):
        for target in _targets(node):
            inner = [
                one for one in ast.walk(target) if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store)
            ]
            lines += [node.lineno if hasattr(node, "lineno") else one.lineno for one in inner if one.attr in STATES]
        if not isinstance(node, ast.Call):
            continue
        called = _call(node)
        texts = {arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
        named = {keyword.arg for keyword in node.keywords if keyword.arg}
        unpacked = {key for keyword in node.keywords if keyword.arg is None for key in _keys(keyword.value)}
        if called in ("setattr", "__setattr__") and texts & STATES:
            lines.append(node.lineno)
        # `.update(status=...)` of a queryset; a dictionary's .update() takes no such keyword here either.
        if called in ("update", "aupdate") and (named | unpacked) & STATES:
            lines.append(node.lineno)
        if called in ("update_or_create", "aupdate_or_create"):
            given = [keyword.value for keyword in node.keywords if keyword.arg in ("defaults", "create_defaults")]
            if any(_keys(value) & STATES for value in given):
                lines.append(node.lineno)
        if called in ("bulk_update", "abulk_update"):
            lists = [*node.args, *(keyword.value for keyword in node.keywords)]
            inside = {one.value for part in lists for one in ast.walk(part) if isinstance(one, ast.Constant)}
            if inside & STATES:
                lines.append(node.lineno)
    return sorted(set(lines))


def test_nothing_but_the_workflow_assigns_a_state():
    found = [
        f"{name_of(path)}:{line}"
        for path in product()
        if name_of(path) not in (THE_PLACE, *NOT_STORED)
        for line in changes_a_state(tree(path))
    ]
    assert found == []


def test_the_workflow_itself_is_where_it_happens():
    from tests.architecture.source import ROOT

    text = (ROOT / THE_PLACE).read_text(encoding="utf-8")
    assert ".update(**values)" in text
    assert "setattr(instance, name, value)" in text


def test_only_the_workflow_sets_attributes_whose_names_it_does_not_know():
    """With a name from a variable a state could be set unseen."""
    unknown = [
        name_of(path)
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and _call(node) == "setattr"
        and len(node.args) > 1
        and not isinstance(node.args[1], ast.Constant)
    ]
    assert set(unknown) <= {THE_PLACE, "common/cache.py"}  # the cache makes its methods, at import


@pytest.mark.parametrize(
    "code",
    [
        "handover.status = 'accepted'",
        "self.stage = Stage.NEW",
        "prospect.standing: str = 'lost'",
        "handover.status += 'x'",
        "a.status, b.reason = 'x', 'y'",
        "[a.status, *rest] = things",
        "for prospect.stage in stages: pass",
        "with thing() as handover.status: pass",
        "setattr(handover, 'status', 'accepted')",
        "object.__setattr__(handover, 'status', 'accepted')",
        "Handover.objects.filter(pk=1).update(status='accepted')",
        "Handover.objects.update(reason='', standing='lost')",
        "Handover.objects.update(**{'status': 'accepted'})",
        "Handover.objects.update(**dict(status='accepted'))",
        "Handover.objects.update_or_create(pk=1, defaults={'status': 'accepted'})",
        "Handover.objects.bulk_update(things, ['reason', 'status'])",
    ],
)
def test_every_way_to_assign_a_state_is_seen(code):
    assert changes_a_state(ast.parse(code)) == [1]


@pytest.mark.parametrize(
    "code",
    [
        "status = models.CharField()",
        "status: str = 'x'",
        "if handover.status == 'accepted': pass",
        "handover.reason = handover.status",
        "Handover.objects.filter(status='offered').update(reason='')",
        "render(request, status=404)",
        "handover.statuses = 1",
        "things[handover.status] = 1",
        "update_or_create(status='x', defaults={'reason': 'y'})",
    ],
)
def test_what_only_reads_a_state_is_left_alone(code):
    assert changes_a_state(ast.parse(code)) == []
