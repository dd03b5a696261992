"""The demo's vacancies: one open, one closed."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from common.clock import OSLO
from home.models import ContactPerson, Vacancy, VacancyIndexPage, VacancyPage

from .building import Builder, blocks, stream
from .positions import INDEX, POSITIONS


def build(builder: Builder) -> None:
    """The list and its two positions."""
    builder.add(
        "vacancies",
        lambda code: VacancyIndexPage(
            title=INDEX[code]["title"],
            slug=INDEX[code]["slug"],
            intro=INDEX[code]["intro"],
            search_description=INDEX[code]["search_description"],
        ),
    )
    today = timezone.localdate()
    for row in POSITIONS:
        vacancy = Vacancy.objects.create(
            name_nb=row["title"]["nb"],
            name_en=row["title"]["en"],
            extent=Vacancy.Extent.FULL,
            term=row["term"],
            employer=row["employer"],
            place="Drammen",
            published_on=today - timedelta(days=row["advertised_days_ago"]),
            deadline_at=datetime.combine(today + timedelta(days=row["deadline_days"]), time(23, 59), OSLO),
            contact=ContactPerson.objects.filter(email=row["contact"]).first(),
        )
        builder.add(
            row["slug_nb"],
            lambda code, row=row, vacancy=vacancy: VacancyPage(
                title=row["title"][code],
                slug=row[f"slug_{code}"],
                intro=row["intro"][code],
                vacancy=vacancy,
                body=stream(VacancyPage, blocks(row["body"][code])),
            ),
            under="vacancies",
        )
