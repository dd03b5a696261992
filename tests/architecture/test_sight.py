"""The portal never decides for itself what a firm may read: it asks the model's one function."""

import ast

import pytest

from tests.architecture.source import ROOT, name_of, tree

# These have `visible_to(seat)`, and so have what they hold.
MODELS = {
    "Agreement",
    "Application",
    "BenefitDelivery",
    "BenefitYear",
    "Contribution",
    "Duty",
    "Invoice",
    "MunicipalRequest",
    "OwnLead",
    "PartnerFirm",
}
# By which the same rows are reached from a firm, an agreement, a contribution or a benefit.
RELATED = {"agreements", "applications", "by_year", "contributions", "deliveries", "duties", "invoices"}
RELATED |= {"municipal_requests", "own_leads"}
ASKS = {"all", "count", "exclude", "exists", "filter", "first", "get", "order_by", "select_related", "values"}
# Staff choose the firm as which they look; whether they may is asked of their role.
STAFF = {"portal/admin_views.py", "portal/preview.py"}


def breaches(source: ast.Module) -> list[int]:
    """The lines at which rows of these models are taken without asking who looks."""
    parents = {child: node for node in ast.walk(source) for child in ast.iter_child_nodes(node)}
    found = []
    for node in ast.walk(source):
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager", "_base_manager"):
            above = parents.get(node)
            asks = isinstance(above, ast.Attribute) and above.attr == "visible_to"
            if isinstance(node.value, ast.Name) and node.value.id in MODELS and not asks:
                found.append(node.lineno)
        if isinstance(node, ast.Attribute) and node.attr in ASKS:
            inner = node.value
            if isinstance(inner, ast.Attribute) and inner.attr in RELATED:
                found.append(node.lineno)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("get_object_or_404", "get_list_or_404"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Name) and first.id in MODELS:
                found.append(node.lineno)
    return sorted(found)


def test_the_portal_asks_the_model_what_may_be_read():
    paths = [path for path in sorted((ROOT / "portal").rglob("*.py")) if name_of(path) not in STAFF]
    found = [f"{name_of(path)}:{line}" for path in paths for line in breaches(tree(path))]
    assert found == []


def test_each_of_these_models_has_the_function():
    from partners import models as partners
    from prospects import models as prospects

    found = {name: getattr(partners, name, None) or getattr(prospects, name) for name in MODELS}
    assert [name for name, model in sorted(found.items()) if not hasattr(model.objects, "visible_to")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Invoice.objects.filter(contribution__firm=firm)",
        "Duty.objects.owed().visible_to(seat)",
        "Agreement._default_manager.all()",
        "seat.firm.agreements.exclude(status='draft')",
        "get_object_or_404(Contribution, pk=pk)",
        "found = BenefitYear.objects",
    ],
)
def test_a_breach_is_seen(text):
    assert breaches(ast.parse(text)) == [1]


@pytest.mark.parametrize(
    "text", ["Invoice.objects.visible_to(seat).filter(pk=pk)", "MoneyEntry.objects.all()", "views.agreements"]
)
def test_what_asks_is_no_breach(text):
    assert breaches(ast.parse(text)) == []
