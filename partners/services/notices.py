"""Telling a firm's people what happens: in the portal at once, and by mail as often as each of them wants."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from common.clock import OSLO, is_working_day, next_working_day
from common.mail import Letter, absolute, letter, post
from partners.models import Frequency, Membership, Notification, NotificationChoice, PartnerFirm, Topic

from .notice_kinds import NoticeKind, kind_of, say

# Letters that nobody waits for go from this hour of working days on.
DIGEST_AT = time(7)  # in Oslo
IN_A_DIGEST = 50  # lines of one letter; the rest is counted, and stands in the portal
PEOPLE_AT_A_TIME = 500
KEPT_DAYS = 365
NEWS_FOR = timedelta(days=1)  # what is entered later than that stands in the portal, and nobody gets a letter

_ADMINISTRATOR, _MEMBER = Membership.Role.ADMINISTRATOR, Membership.Role.MEMBER
# Which seats hear of what, as access.md lets them read it.
_EVERYBODY = Q(role__in=(_ADMINISTRATOR, _MEMBER))
FITTING = {
    Topic.HANDOVER: _EVERYBODY,
    Topic.AGREEMENT: Q(role=_ADMINISTRATOR) | Q(role=_MEMBER, is_contract_contact=True),
    Topic.INVOICE: Q(role=_ADMINISTRATOR) | Q(role=_MEMBER, is_invoice_contact=True),
    Topic.BENEFIT: _EVERYBODY,
    Topic.PROFILE: _EVERYBODY,
    Topic.PEOPLE: Q(role=_ADMINISTRATOR),
    Topic.DUTY: _EVERYBODY,
    Topic.LEAD: _EVERYBODY,
    Topic.REQUEST: Q(role=Membership.Role.LIAISON),
}


# --- telling ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def notify(
    firm: PartnerFirm,
    *,
    topic: str,
    kind: str,
    at: datetime | None = None,
    but: Any = None,
    always: Iterable[User] = (),
    **arguments: Any,
) -> list[Notification]:
    """Tell everybody with a fitting seat in `firm`; mail goes as each has chosen, at once or in a digest.

    `at` is when it happened, now unless told otherwise; of what is no news any more (NEWS_FOR) no mail goes. `but` is a
    person who need not be told, because they did it. `always` are people of the firm who are told whatever their seat,
    and by mail at once whatever they chose. Where no seat fits, everybody but a liaison is told.
    Raises KeyError for a kind that is not registered, ValueError when it belongs to another topic.
    """
    known = kind_of(kind)
    if known.topic != topic:
        raise ValueError(f"{kind} is told under {known.topic}, not under {topic}.")
    now = at or timezone.now()
    kept = {name: _plain(value) for name, value in arguments.items()}
    people = _readers(firm, topic)
    if but is not None:
        people = [person for person in people if person.pk != but.pk]
    must = {person.pk for person in always}
    people += [person for person in always if person.pk not in {one.pk for one in people}]
    chosen = frequencies(people, topic) | dict.fromkeys(must, str(Frequency.AT_ONCE))
    made = []
    for person in people:
        made.append(_tell(person, firm, known, kept, chosen.get(person.pk, Frequency.AT_ONCE), now))
    return made


def _tell(person: User, firm: PartnerFirm, kind: NoticeKind, kept: dict, often: str, now: datetime) -> Notification:
    if now < timezone.now() - NEWS_FOR:
        often = Frequency.OFF
    is_at_once = often == Frequency.AT_ONCE
    notification = Notification.objects.create(
        user=person,
        firm=firm,
        topic=kind.topic,
        kind=kind.name,
        arguments=kept,
        created_at=now,
        mail_due_at=mail_due(often, now),
        mailed_at=now if is_at_once else None,  # it is in the outbox from this moment, which loses nothing
    )
    if is_at_once and kind.letter:
        post(kind.letter, reader=person.pk, **kept)
    elif is_at_once:
        post("notification", notification=notification.pk)
    return notification


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, date | Decimal):
        return value.isoformat() if isinstance(value, date) else str(value)
    return value if isinstance(value, str | int | list | None) else str(value)


def _readers(firm: PartnerFirm, topic: str) -> list[User]:
    seats = Membership.objects.active().filter(firm=firm).select_related("user").order_by("pk")
    fitting = seats.filter(FITTING[Topic(topic)])
    if topic != Topic.REQUEST:  # what only a liaison can open is told to nobody else
        fitting = fitting or seats.filter(_EVERYBODY)
    return [seat.user for seat in fitting if seat.user is not None]


def is_time_to_write(now: datetime | None = None) -> bool:
    """Whether a reminder may go at `now`: from 7 in the morning of a working day, in Oslo."""
    local = (now or timezone.now()).astimezone(OSLO)
    return local.time() >= DIGEST_AT and is_working_day(local.date())


# --- how often --------------------------------------------------------------------------------------------------------
def frequencies(people: Iterable[User], topic: str) -> dict[int, str]:
    """How often each of `people` wants mail of `topic`, by key; who never chose is not in it."""
    rows = NotificationChoice.objects.filter(user__in=list(people), topic=topic)
    return dict(rows.values_list("user_id", "frequency"))


def mail_due(often: str, now: datetime) -> datetime | None:
    """When mail of something that happens at `now` is due; None for never.

    A digest goes at 7 in Oslo: the daily one on working days, the weekly one on Mondays, or the working day after.
    """
    if often == Frequency.OFF:
        return None
    if often == Frequency.AT_ONCE:
        return now
    local = now.astimezone(OSLO)
    day = local.date() if local.time() < DIGEST_AT else local.date() + timedelta(days=1)
    if often == Frequency.WEEKLY:
        day += timedelta(days=-day.weekday() % 7)
    if not is_working_day(day):
        day = next_working_day(day)
    return datetime.combine(day, DIGEST_AT, OSLO)


@transaction.atomic
def choose_frequency(user: User, *, topic: str, frequency: str, at: datetime | None = None) -> None:
    """`user` wants mail of `topic` this often from now on; what waits for a digest follows. Raises ValueError."""
    often, now = Frequency(frequency), at or timezone.now()
    NotificationChoice.objects.update_or_create(user=user, topic=Topic(topic), defaults={"frequency": often})
    waiting = Notification.objects.filter(user=user, topic=topic, mailed_at=None, mail_due_at__isnull=False)
    waiting.update(mail_due_at=mail_due(often, now))


# --- reading ----------------------------------------------------------------------------------------------------------
def notices_for(user: User, firm: PartnerFirm) -> QuerySet[Notification]:
    """What `user` is told of `firm`, the newest first."""
    return Notification.objects.filter(user=user, firm=firm).select_related("firm")


@transaction.atomic
def mark_read(user: User, firm: PartnerFirm, *, only: int | None = None, at: datetime | None = None) -> int:
    """`user` has read (`at`, or now) all that waits in `firm`, or `only` that one; returns how many were unread."""
    unread = notices_for(user, firm).filter(read_at=None)
    if only is not None:
        unread = unread.filter(pk=only)
    return unread.update(read_at=at or timezone.now())


def still_meant(notifications: list[Notification]) -> list[Notification]:
    """Those that still mean something: what was withdrawn since is left out. One query for each kind that asks."""
    by_kind: dict[str, list[Notification]] = defaultdict(list)
    for one in notifications:
        by_kind[one.kind].append(one)
    gone: set[int] = set()
    for name, of_kind in by_kind.items():
        try:
            still = kind_of(name).still
        except KeyError:
            continue
        if still is not None:
            gone |= {one.pk for one in of_kind} - set(still(of_kind))
    return [one for one in notifications if one.pk not in gone]


# --- letters ----------------------------------------------------------------------------------------------------------
def may_still_read(notifications: list[Notification]) -> list[Notification]:
    """Those whose reader still has a fitting seat in the firm, and which still mean something."""
    if not notifications:
        return []
    seats = Membership.objects.active().filter(
        user__in={one.user_id for one in notifications}, firm__in={one.firm_id for one in notifications}
    )
    pairs = set(seats.filter(_EVERYBODY).values_list("user_id", "firm_id"))
    fitting = [one for one in notifications if (one.user_id, one.firm_id) in pairs]
    return still_meant(fitting)


@letter("notification")
def notification_letter(notification: int) -> Letter | None:
    """To one person, at once: what happened, and where to see it. Nothing to who no longer has a seat there."""
    found = Notification.objects.select_related("user", "firm").filter(pk=notification).first()
    if found is None or not may_still_read([found]):
        return None
    with translation.override(found.user.language):
        said = say(found)
        return _letter(found.user, said.subject, [said.sentence], (said.button, said.path))


@letter("digest")
def digest_letter(reader: int, notifications: str) -> Letter | None:
    """To one person: everything of a day or a week. `notifications` are the keys, with commas."""
    user = User.objects.filter(pk=reader, is_active=True).first()
    keys = [int(key) for key in notifications.split(",")]
    rows = Notification.objects.select_related("user", "firm").filter(pk__in=keys, user=reader)
    told = may_still_read(list(rows.order_by("firm__name", "created_at", "pk")))
    if user is None or not told:
        return None
    with translation.override(user.language):
        has_many_firms = len({one.firm_id for one in told}) > 1
        lines = [_line(one, has_many_firms) for one in told[:IN_A_DIGEST]]
        if (more := len(told) - IN_A_DIGEST) > 0:
            lines.append(ngettext("… and %(more)s more.", "… and %(more)s more.", more) % {"more": more})
        subject = ngettext(
            "One thing has happened in the partnership", "%(count)s things have happened in the partnership", len(told)
        ) % {"count": len(told)}
        action = (_("See them all in the portal"), reverse("portal:notices"))
        return _letter(user, subject, lines, action)


def _line(notification: Notification, names_firm: bool) -> str:
    said = say(notification)
    start = f"{notification.firm}: " if names_firm else ""
    return f"{start}{said.subject}. {said.sentence}".strip()


def _letter(user: User, subject: str, paragraphs: list[str], action: tuple[str, str]) -> Letter:
    return Letter(
        to=user.email,
        name=user.get_full_name(),
        language=user.language,
        subject=subject,
        paragraphs=[text for text in paragraphs if text],
        action=(action[0], absolute(action[1])),
        closing=[
            _("You choose how often we write, here: %(address)s") % {"address": absolute(reverse("portal:notices"))}
        ],
    )


def send_digests(now: datetime | None = None) -> int:
    """Put every digest that is due and not yet mailed in the outbox; returns how many. A missed run loses nothing."""
    moment = now or timezone.now()
    due = Notification.objects.filter(mailed_at=None, mail_due_at__lte=moment)
    people = list(due.order_by("user_id").values_list("user_id", flat=True).distinct()[:PEOPLE_AT_A_TIME])
    return sum(_send_digest(person, due, moment) for person in people)


@transaction.atomic
def _send_digest(person: int, due: QuerySet[Notification], now: datetime) -> bool:
    # Locked, so that of two clocks one finds them mailed already; where a database has no row locks it queues writers.
    keys = list(due.filter(user=person).select_for_update().order_by("pk").values_list("pk", flat=True))
    if not keys:
        return False
    Notification.objects.filter(pk__in=keys).update(mailed_at=now)
    post("digest", reader=person, notifications=",".join(str(key) for key in keys))
    return True


def forget_notifications(now: datetime | None = None) -> int:
    """Delete what people were told KEPT_DAYS ago or more; returns how many."""
    before = (now or timezone.now()) - timedelta(days=KEPT_DAYS)
    keys = list(Notification.objects.filter(created_at__lt=before).order_by("pk").values_list("pk", flat=True)[:500])
    if not keys:
        return 0
    Notification.objects.filter(pk__in=keys).delete()
    return len(keys)
