"""Taking back what people of a firm have just changed, while nothing else has changed since."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from accounts.models import User
from common.workflow import TransitionError
from partners.models import Frequency, Membership, NotificationChoice, PartnerFirm, ProfileDraft, Topic

from .notices import choose_frequency, notices_for, notify
from .profiles import may_write_profile
from .seats import change_seat, may_manage_seats

UNDO_WITHIN = timedelta(minutes=10)


def last_step(membership: Membership) -> int | None:
    """The key of the last thing the log tells of a seat: when it differs, something has changed since."""
    entries = ModelLogEntry.objects.for_instance(membership)
    return entries.order_by("-pk").values_list("pk", flat=True).first()


def _overtaken() -> TransitionError:
    return TransitionError(_("Something has changed since, so this can no longer be undone."), code="overtaken")


@transaction.atomic
def undo_seat_change(membership: Membership, *, before: Mapping[str, Any], step: int, by: User) -> Membership:
    """Give a seat the role and tasks it had `before` the change that the log knows as `step`; returns the seat.

    Raises TransitionError when something has changed since, else as `change_seat`: nobody raises their own rights.
    """
    PartnerFirm.objects.select_for_update().get(pk=membership.firm_id)
    if last_step(membership) != step:
        raise _overtaken()
    if membership.user_id == by.pk and before["role"] != membership.role:
        raise ValidationError(_("You cannot change your own role back. Another administrator can."), code="own_rights")
    return change_seat(membership, by=by, **before)


@transaction.atomic
def restore_seat(membership: Membership, *, step: int, by: User) -> None:
    """Let the person act again from a seat that ended less than UNDO_WITHIN ago; the log knows the end as `step`.

    Raises ValidationError when `by` does not manage the firm's seats, TransitionError when it is too late, the person
    has another seat in the firm or is locked out, or something has changed since.
    """
    PartnerFirm.objects.select_for_update().get(pk=membership.firm_id)
    seat = Membership.objects.select_related("firm", "user").get(pk=membership.pk)
    if not may_manage_seats(by, seat.firm):
        raise ValidationError(_("Only an administrator of the firm can change this."), code="role")
    last = ModelLogEntry.objects.for_instance(seat).order_by("-pk").first()
    was_active = last is not None and last.data.get("from") == Membership.Status.ACTIVE
    is_fresh = seat.ended_at is not None and seat.ended_at > timezone.now() - UNDO_WITHIN
    if last is None or last.pk != step or not was_active or not is_fresh or seat.user is None:
        raise _overtaken()
    if not seat.user.is_active or seat.user_id == by.pk:
        raise _overtaken()
    try:
        with transaction.atomic():
            seat.restore(by=by)
    except IntegrityError as error:
        raise _overtaken() from error
    notify(seat.firm, topic=Topic.PEOPLE, kind="seat_taken", person=str(seat.user), but=by)


@transaction.atomic
def mark_unread(user: User, firm: PartnerFirm, *, read_at: datetime) -> int:
    """What `user` marked as read at that very moment is new again; returns how many."""
    return notices_for(user, firm).filter(read_at=read_at).update(read_at=None)


@transaction.atomic
def restore_choices(user: User, *, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Mail comes again as often as `before`, by topic; a topic without a choice comes at once.

    Raises TransitionError when the choices are no longer those of `after`.
    """
    if chosen_frequencies(user) != dict(after):
        raise _overtaken()
    for topic in after:
        choose_frequency(user, topic=topic, frequency=before.get(topic, Frequency.AT_ONCE))


def chosen_frequencies(user: User) -> dict[str, str]:
    """How often `user` has chosen to get mail, by topic."""
    return dict(NotificationChoice.objects.filter(user=user).values_list("topic", "frequency"))


@transaction.atomic
def restore_logo(draft: ProfileDraft, *, revision: int, by: User) -> None:
    """Show the logo again that was taken away with save number `revision`.

    Raises ValidationError when `by` may not write, TransitionError when it was saved or sent since.
    """
    if not may_write_profile(by, draft.firm):
        raise ValidationError(_("You may not do this."), code="role")
    written = (ProfileDraft.Status.EDITED, ProfileDraft.Status.RETURNED)
    mine = ProfileDraft.objects.filter(pk=draft.pk, revision=revision, status__in=written, removes_logo=True)
    changed = mine.update(
        removes_logo=False,
        logo=F("former_logo"),
        former_logo="",
        revision=F("revision") + 1,
        changed_at=timezone.now(),
        changed_by=by,
    )
    if not changed:
        raise _overtaken()
