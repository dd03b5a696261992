"""Events: who gets a chair, who waits, and who is told of changes. Every change of chairs holds the event's row."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from common.mail import post

from ..models.events import Event, EventRegistration
from ..shelves import purge
from .letters import was_posted_lately


def _held(event_id: int) -> Event:
    """The event as stored, locked until the transaction ends; one without a transaction is a mistake."""
    return Event.objects.select_for_update().get(pk=event_id)


@transaction.atomic
def register_for(event: Event, answers: dict[str, Any], *, language: str) -> bool:
    """Give the person a chair, or a place on the waiting list; says whether there was a chair for one more.

    `answers` are the cleaned data of a RegistrationForm. The same form sent twice is stored once. An address that is
    registered already stays as it is and is told so by mail; the answer is the same. Raises ValidationError when the
    event takes no registrations now.
    """
    held = _held(event.pk)
    if not held.is_open:
        raise ValidationError(_("Registration has closed."), code="closed")
    submission = answers["submission"]
    known = EventRegistration.objects.filter(submission=submission).first()
    if known is not None:
        return known.status == EventRegistration.Status.REGISTERED
    _promote(held)
    had_room = held.room_left != 0
    known = held.registrations.alive().filter(email=answers["email"]).first()
    if known is not None:
        if not was_posted_lately("registration_again", registration=known.pk):
            post("registration_again", registration=known.pk)
        return had_room
    status = EventRegistration.Status.REGISTERED if had_room else EventRegistration.Status.WAITING
    made = EventRegistration.objects.create(
        event=held,
        submission=submission,
        name=answers["name"],
        email=answers["email"],
        company=answers.get("company", ""),
        note=answers.get("note", ""),
        language=language,
        status=status,
        token_hash=EventRegistration.hash_of(EventRegistration.token_of(submission)),
    )
    post("registration_receipt", registration=made.pk)
    return had_room


@transaction.atomic
def cancel_registration(registration: EventRegistration, *, by: Any | None = None) -> None:
    """The person does not come; the first who waits gets the chair. Raises TransitionError a second time."""
    held = _held(registration.event_id)
    registration.refresh_from_db()
    registration.cancel(by=by)
    _promote(held)


def _promote(event: Event) -> int:
    """Give free chairs to those who wait, in order of arrival; returns how many. The event must be held."""
    if event.is_cancelled or event.has_begun:
        return 0
    waiting = event.registrations.filter(status="waiting").order_by("created_at", "pk")
    chairs = event.room_left
    promoted = list(waiting if chairs is None else waiting[:chairs])
    for registration in promoted:
        registration.promote()
        post("registration_promoted", registration=registration.pk)
    return len(promoted)


@transaction.atomic
def save_event(event: Event) -> int:
    """Store what was edited; counts the change when calendars must know of it, and fills chairs that were added.

    Returns how many moved up from the waiting list.
    """
    before = Event.objects.select_for_update().filter(pk=event.pk).first() if event.pk else None
    if before is not None:
        # What a form never edits is as stored, whatever the form was opened with.
        event.is_cancelled, event.told_sequence = before.is_cancelled, before.told_sequence
        changed = any(getattr(before, name) != getattr(event, name) for name in Event.TOLD)
        event.sequence = before.sequence + changed
        if changed and not before.registrations.alive().exists():
            event.told_sequence = event.sequence
    event.changed_at = timezone.now()
    event.save()
    purge()
    return _promote(event)


def concerned(event: Event) -> Any:
    """The registrations of those who must hear when the event is moved or cancelled."""
    return event.registrations.alive()


@transaction.atomic
def cancel_event(event: Event, *, by: Any) -> int:
    """Cancel the event and tell everybody who is registered or waits; returns how many letters that is.

    Of two clicks one tells. Raises ValidationError when it is cancelled already, or over.
    """
    held = _held(event.pk)
    if held.is_cancelled:
        raise ValidationError(_("The event is cancelled already."), code="cancelled")
    if held.is_over:
        raise ValidationError(_("The event is over."), code="over")
    held.is_cancelled = True
    held.sequence += 1
    held.told_sequence = held.sequence
    held.changed_at = timezone.now()
    held.save(update_fields=["is_cancelled", "sequence", "told_sequence", "changed_at"])
    purge()
    told = [post("event_cancelled", registration=one.pk) for one in concerned(held)]
    log(held, "home.event_cancelled", user=by, data={"told": len(told)})
    event.refresh_from_db()
    return len(told)


@transaction.atomic
def tell_of_changes(event: Event, *, by: Any) -> int:
    """Tell everybody who is registered or waits of the new time or place; returns how many letters that is.

    Once for each change. Raises ValidationError when there is nothing they have not been told of.
    """
    held = _held(event.pk)
    if not held.has_news_to_tell or held.is_cancelled:
        raise ValidationError(_("There is nothing new to tell."), code="told")
    held.told_sequence = held.sequence
    held.save(update_fields=["told_sequence"])
    told = [post("event_moved", registration=one.pk, sequence=held.sequence) for one in concerned(held)]
    log(held, "home.event_told", user=by, data={"told": len(told)})
    event.refresh_from_db()
    return len(told)


def registration_of(token: str) -> EventRegistration | None:
    """Whose link that is; None for a link of nobody."""
    found = EventRegistration.objects.select_related("event").filter(token_hash=EventRegistration.hash_of(token))
    return found.first()
