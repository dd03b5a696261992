"""Views of cases that somebody wants again."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ..models import SavedView

MOST_VIEWS = 30


def save_view(*, name: str, face: str, query: str, is_shared: bool, by: Any) -> SavedView:
    """Keep the filters of `query` under `name` for `by`. Raises ValidationError when the name is taken or no good."""
    if SavedView.objects.filter(owner=by).count() >= MOST_VIEWS:
        raise ValidationError(_("You have saved many views already. Delete one first."), code="many")
    view = SavedView(owner=by, name=name.strip(), face=face, query=query, is_shared=is_shared)
    _store(view)
    return view


def change_view(view: SavedView, *, name: str, is_shared: bool, by: Any) -> None:
    """Rename or share a view of one's own. Raises ValidationError when the name is no good, or it is not own."""
    _own(view, by)
    view.name, view.is_shared = name.strip(), is_shared
    _store(view)


def delete_view(view: SavedView, *, by: Any) -> None:
    """Away with a view of one's own. Raises ValidationError for somebody else's."""
    _own(view, by)
    view.delete()


def _own(view: SavedView, by: Any) -> None:
    if view.owner_id != by.pk:
        raise ValidationError(_("Only who saved a view can change it."), code="foreign")


def _store(view: SavedView) -> None:
    view.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError:
        raise ValidationError(_("You have a view of that name already."), code="taken") from None
