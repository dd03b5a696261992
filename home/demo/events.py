"""The demo's events, with people who registered, and the newsletter page. Houses have number 0: they are invented."""

import hashlib
import uuid
from datetime import datetime, time, timedelta

from django.utils import timezone

from common.clock import OSLO, is_working_day
from home.models import Event, EventIndexPage, EventPage, EventRegistration, NewsletterPage

from .building import Builder, blocks, stream
from .happenings import EVENTS, GUESTS, INDEX, NEWSLETTER


def build(builder: Builder) -> None:
    """The list, four events with their guests, and the newsletter page."""
    builder.add(
        "events",
        lambda code: EventIndexPage(
            title=INDEX[code]["title"],
            slug=INDEX[code]["slug"],
            intro=INDEX[code]["intro"],
            search_description=INDEX[code]["search_description"],
        ),
    )
    for row in EVENTS:
        event = _event(row)
        image = builder.image(row["image"], row["title"]["nb"], row["image_alt"]["nb"])
        builder.add(
            row["slug_nb"],
            lambda code, row=row, event=event, image=image: EventPage(
                title=row["title"][code],
                slug=row[f"slug_{code}"],
                intro=row["intro"][code],
                event=event,
                image=image,
                image_alt=row["image_alt"][code],
                body=stream(EventPage, blocks(row["body"][code])),
            ),
            under="events",
        )
    builder.add(
        "newsletter",
        lambda code: NewsletterPage(
            title=NEWSLETTER[code]["title"],
            slug=NEWSLETTER[code]["slug"],
            intro=NEWSLETTER[code]["intro"],
            search_description=NEWSLETTER[code]["search_description"],
        ),
    )


def _event(row: dict) -> Event:
    day = _working_day(row["days"])
    event = Event.objects.create(
        name_nb=row["title"]["nb"],
        name_en=row["title"]["en"],
        place_nb=row["place"]["nb"],
        place_en=row["place"]["en"],
        address=row["address"],
        starts_at=datetime.combine(day, time(*row["from"]), OSLO),
        ends_at=datetime.combine(day, time(*row["until"]), OSLO),
        capacity=row["capacity"],
    )
    first = min(event.starts_at, timezone.now()) - timedelta(days=9)
    for number, (name, company, note) in enumerate(GUESTS[: row["guests"]]):
        # In the order in which they came; whoever came when the chairs were taken, waits.
        has_chair = row["capacity"] is None or number < row["capacity"]
        submission = uuid.UUID(bytes=hashlib.sha256(f"{row['slug_nb']} {name}".encode()).digest()[:16], version=4)
        EventRegistration.objects.create(
            event=event,
            submission=submission,
            name=name,
            email=_address(name, company),
            company=company,
            note=note,
            language="nb",
            status=EventRegistration.Status.REGISTERED if has_chair else EventRegistration.Status.WAITING,
            token_hash=EventRegistration.hash_of(EventRegistration.token_of(submission)),
            created_at=first + timedelta(hours=7 * number),
        )
    return event


def _working_day(days: int):
    """So many days from today, or the first working day after."""
    day = timezone.localdate() + timedelta(days=days)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def _address(name: str, company: str) -> str:
    letters = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e"})
    first = name.split()[0].lower().translate(letters)
    house = "".join(one for one in company.lower().translate(letters) if one.isalnum() and one.isascii())
    return f"{first}@{house}.example"
