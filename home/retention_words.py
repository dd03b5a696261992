"""What the purposes of personal data have in common: on which ground, and how an end is said."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

AT_A_TIME = 500  # what is left is due at the next round of the clock

CONSENT = _("Your consent (GDPR article 6.1 a)")
CONTRACT = _("An agreement, or steps you asked for before one (GDPR article 6.1 b)")
LAW = _("A duty we have by law (GDPR article 6.1 c)")
INTEREST = _("Our legitimate interest in answering and working safely (GDPR article 6.1 f)")


def delete_due(due: QuerySet) -> int:
    """Delete the rows of `due`; returns how many. Nothing is written when nothing is due."""
    keys = list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
    if not keys:
        return 0
    due.model._default_manager.filter(pk__in=keys).delete()
    return len(keys)


def nothing(now: datetime | None = None) -> int:
    """For what goes together with something else, or is taken away by hand."""
    return 0


def _in_words(text: str, count: int) -> str:
    return text % {"count": count}


with_number: Any = lazy(_in_words, str)
"""A text with a number, said when somebody reads it, in that reader's language."""
