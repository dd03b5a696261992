"""Those who want it hear each working morning what the day asks of them."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from common import clock
from common.mail import post

from ..models import MorningLetter

FROM = time(7)
"""When the letters go out, in Norway; after closing time there is no morning left."""


def set_morning_letter(user: User, *, wanted: bool) -> None:
    """Say whether `user` wants the letter."""
    MorningLetter.objects.update_or_create(user=user, defaults={"is_wanted": wanted})


def send_morning_letters(now: datetime | None = None) -> int:
    """Put today's letter in the outbox of everybody who wants one and has not had it; returns how many.

    On working days from FROM until closing time. A clock that was away in the morning sends it when it is back, and
    never one for a day that is over.
    """
    local = (now or timezone.now()).astimezone(clock.OSLO)
    if not clock.is_working_day(local.date()) or not FROM <= local.time() < clock.CLOSES:
        return 0
    today, count = local.date(), 0
    waiting = MorningLetter.objects.filter(Q(last_on=None) | Q(last_on__lt=today), is_wanted=True)
    for letter in waiting.filter(user__is_active=True).order_by("pk")[:500]:
        with transaction.atomic():
            if not waiting.filter(pk=letter.pk).update(last_on=today):
                continue
            post("morning_letter", reader=letter.user_id, day=today.isoformat())
        count += 1
    return count
