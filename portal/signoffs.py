"""Which announcements wait for a liaison, and what is said when one is sent back."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from .access import Seat


class SendBackForm(forms.Form):
    """Nobody is sent back to work without being told why."""

    comment = forms.CharField(
        label=_("What has to change"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say what has to change, so that the author can mend it.")},
    )


def waiting_for(seat: Seat) -> QuerySet[TaskState]:
    """What waits for the sign-off of a liaison's seat, the oldest first; nothing for other seats."""
    if not seat.is_liaison:
        return TaskState.objects.none()
    return (
        TaskState.objects.reviewable_by(seat.membership.user)
        .select_related("revision", "workflow_state__requested_by", "task")
        .order_by("started_at", "pk")
    )
