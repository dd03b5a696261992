"""People are told of a promise before it breaks, and others when it has broken."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common import clock
from common.mail import post
from partners.models import Topic
from partners.services import notify

from ..clocks import Clock, to_tell
from ..models import ClockNotice, Handover
from .telling import advisers_to_tell

Level = ClockNotice.Level


def tell_of_clocks(now: datetime | None = None) -> int:
    """Tell whoever has to keep a promise that it is soon due, and also the managers when it has broken.

    Each deadline and level once, in working hours only; several at once go in one mail to each reader. A firm is
    reminded of the handover it has not answered, the municipality of the request; of that the adviser and the managers
    hear when it has broken. What was missed while nothing ran is told at the next round. Returns
    how many clocks were told of.
    """
    moment = now or timezone.now()
    if clock.working_start(moment) != moment.astimezone(clock.OSLO):
        return 0
    with transaction.atomic():
        return sum(_tell(level, moment) for level in (Level.ESCALATED, Level.WARNED))


def _tell(level: str, now: datetime) -> int:
    found = to_tell(level, now)
    if not found:
        return 0
    told = ClockNotice.objects.bulk_create(
        [
            ClockNotice(
                prospect=one.prospect, kind=one.kind, subject=one.subject, level=level, due_at=one.due_at, at=now
            )
            for one in found
        ]
    )
    notices: dict[int, list[int]] = defaultdict(list)
    managers = _managers() if level == Level.ESCALATED else []
    for one, notice in zip(found, told, strict=True):
        if one.kind == ClockNotice.Kind.HANDOVER:
            firm = Handover.objects.select_related("firm").get(pk=one.subject).firm
            notify(firm, topic=Topic.HANDOVER, kind="handover_reminder", handover=one.subject)
            continue
        if one.kind == ClockNotice.Kind.MUNICIPAL:
            kind = "request_late" if level == Level.ESCALATED else "request_reminder"
            reference = one.prospect.reference
            notify(one.who[0], topic=Topic.REQUEST, kind=kind, request=one.subject, reference=reference)
            if level == Level.WARNED:
                continue
        for reader in {person.pk for person in [*_keepers(one), *managers]}:
            notices[reader].append(notice.pk)
    for reader, keys in sorted(notices.items()):
        post("clocks_due", reader=reader, notices=",".join(map(str, keys)))
    return len(found)


def _keepers(one: Clock) -> list[User]:
    """Who has to keep it: those the task was given to, else whoever is told of the case."""
    if one.kind == ClockNotice.Kind.PROMISE:
        people = [person for person in one.who if person.is_active]
        if people:
            return people
    return advisers_to_tell(one.prospect)


def _managers() -> list[User]:
    return list(User.objects.filter(is_active=True, groups__name=Role.PROGRAMME_MANAGER))
