"""Guarded transitions: the one place where `status`, `stage` and `standing` of a stored object change.

A model declares what each of its verbs does:

    TRANSITIONS = {"accept": Transition("status", sources=("offered",), target="accepted", ...)}

and calls `move(self, "accept", by=user)` from its verb method. The change itself is one conditional UPDATE, so of two
people who press at the same moment one wins and the other gets a TransitionError that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log


class TransitionError(ValidationError):
    """A step that is not possible now. Its text is meant for the person who tried: a face shows it, never a 500."""


@dataclass(frozen=True)
class Transition:
    """What one verb does to one field.

    `sources` are the values from which it is allowed, `target` what the field becomes, `guard(instance)` raises
    TransitionError for any other reason why not, `where(now)` gives conditions that must hold in the database at the
    very moment of the change, and `action` is the name under which it is logged.
    """

    field: str
    sources: tuple[str, ...]
    target: str
    action: str
    guard: Callable[[Any], None] | None = None
    where: Callable[[datetime], Mapping[str, Any]] | None = None


def move(
    instance: Any,
    verb: str,
    *,
    by: Any | None,
    at: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Carry out `verb` on a saved `instance`, write `facts` (field values) in the same UPDATE, and log it.

    `by` is the user who acts, None when a prospect or the clock does (say which in `data`). `at` is the moment it
    happened, now unless told otherwise. Raises TransitionError when the step is not possible, also when somebody else
    was faster; the instance then holds what is stored.
    """
    step: Transition = instance.TRANSITIONS[verb]
    now = at or timezone.now()
    old = getattr(instance, step.field)
    if old not in step.sources:
        raise TransitionError(_refusal(instance, step), code="not_from_here")
    if step.guard is not None:
        step.guard(instance)
    values = {step.field: step.target, **(facts or {})}
    conditions = {step.field: old, **(step.where(now) if step.where else {})}
    with transaction.atomic():
        changed = type(instance)._base_manager.filter(pk=instance.pk, **conditions).update(**values)
        if not changed:
            try:
                instance.refresh_from_db()
            except ObjectDoesNotExist:
                raise TransitionError(_("It has been deleted meanwhile."), code="gone") from None
            raise TransitionError(_refusal(instance, step), code="overtaken")
        for name, value in values.items():
            setattr(instance, name, value)
        log(
            instance,
            step.action,
            user=by,
            timestamp=now,
            data={**(data or {}), "from": old, "to": step.target},
        )


def _refusal(instance: models.Model, step: Transition) -> str:
    describe = getattr(instance, f"get_{step.field}_display", None)
    state = describe() if describe else getattr(instance, step.field)
    return _("This can no longer be done: it now stands at “%(state)s”.") % {"state": state}
