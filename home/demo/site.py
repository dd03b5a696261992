"""The demo's public site, section by section, in the order of the menu."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from home.models import (
    FrontPage,
    InterestPage,
    NewsIndexPage,
    NewsPage,
    PartnersPage,
    ProgrammeSettings,
    StandardPage,
)

from . import contacts, events, guide, premises, programmes, search, statements, stories, triage, vacancies, why
from .building import Builder, blocks, stream
from .news import NEWS
from .pages import FRONT, INTEREST, NEWS_INDEX, PARTNERS_PAGE, PROGRAMME
from .proof import ON_THE_FRONT
from .standard_pages import STANDARD_PAGES


def load_site() -> None:
    """The public site in both languages, each page tied to its translation."""
    site = Site.objects.get(is_default_site=True)
    old = site.root_page
    builder = Builder()
    builder.add("front", _front, under="")
    for build in SECTIONS:
        build(builder)
    _fill_front(builder)
    site.root_page = builder.fronts["nb"]
    site.site_name = PROGRAMME["name_nb"]
    site.save()
    if old.depth > 1 and old.specific_class is Page:
        old.delete()
    load_settings(site)


def load_settings(site: Site) -> None:
    """What the programme is called and how it is reached."""
    names = {name: PROGRAMME[name] for name in PROGRAMME if not name.startswith("demo_notice")}
    ProgrammeSettings.objects.update_or_create(
        site=site,
        defaults={
            **names,
            "notice_nb": PROGRAMME["demo_notice_nb"],
            "notice_en": PROGRAMME["demo_notice_en"],
            "contact_email": "radgiver@drammen.example",
            "contact_phone": "+47 40 00 00 01",
        },
    )


def _front(code: str) -> Page:
    text = FRONT[code]
    return FrontPage(
        title=text["title"],
        slug="forside" if code == "nb" else "front",
        search_description=text["seo_description"],
        eyebrow=text["eyebrow"],
        headline=text["headline"],
        lead=text["lead"],
        cta_label=text["cta"],
        secondary_label=text["secondary_cta"],
    )


def _fill_front(builder: Builder) -> None:
    """The blocks of the front page, which refer to what stands below it."""
    from prospects.models import Evidence

    evidence = list(Evidence.objects.filter(is_retired=False, figure__in=ON_THE_FRONT))
    for code, front in builder.fronts.items():
        text = FRONT[code]
        front.secondary_page = builder.pages["triage"][code]
        rows: list[tuple[str, Any]] = [
            ("evidence", {"heading": text["figures_heading"], "items": evidence}),
            ("strengths", {"heading": text["strengths_heading"], "intro": text["strengths_intro"]}),
            (
                "shelf",
                {"kind": "industries", "heading": text["industries_heading"], "intro": text["industries_intro"]},
            ),
            ("shelf", {"kind": "stories", "heading": text["stories_heading"], "intro": ""}),
            ("steps", {"heading": text["steps_heading"], "steps": text["steps"]}),
            ("shelf", {"kind": "premises", "heading": text["premises_heading"], "intro": text["premises_intro"]}),
            ("shelf", {"kind": "partners", "heading": text["partners_heading"], "intro": text["partners_intro"]}),
            ("shelf", {"kind": "events", "heading": text["events_heading"], "intro": ""}),
            ("shelf", {"kind": "news", "heading": text["news_heading"], "intro": ""}),
            (
                "call_to_action",
                {"heading": text["closing_heading"], "text": text["closing_text"], "label": text["closing_cta"]},
            ),
        ]
        front.body = stream(FrontPage, rows)
        front.save_revision(log_action=False).publish(log_action=False)


def _standing_pages(builder: Builder) -> None:
    for place, row in enumerate(STANDARD_PAGES):
        builder.add(
            row["slug_nb"] if place else "om",
            lambda code, row=row: StandardPage(
                title=row["title"][code],
                slug=row[f"slug_{code}"],
                intro=row["intro"][code],
                body=stream(StandardPage, blocks(row["body"][code])),
            ),
        )


def _partners(builder: Builder) -> None:
    builder.add(
        "partners",
        lambda code: PartnersPage(
            title=PARTNERS_PAGE[code]["title"],
            slug="partnere" if code == "nb" else "partners",
            intro=PARTNERS_PAGE[code]["intro"],
            show_in_menus=True,
        ),
    )


def _interest(builder: Builder) -> None:
    builder.add(
        "interest",
        lambda code: InterestPage(title=INTEREST[code]["title"], slug="interesse", intro=INTEREST[code]["intro"]),
    )


def _news(builder: Builder) -> None:
    builder.add(
        "news",
        lambda code: NewsIndexPage(
            title=NEWS_INDEX[code]["title"],
            slug="nyheter" if code == "nb" else "news",
            intro=NEWS_INDEX[code]["intro"],
            show_in_menus=True,
        ),
    )
    for row in NEWS:
        image = builder.image(row["image"], row["title"]["nb"], row["image_alt"]["nb"])
        builder.add(
            row["slug_nb"],
            lambda code, row=row, image=image: NewsPage(
                title=row["title"][code],
                slug=row[f"slug_{code}"],
                date=timezone.localdate() - timedelta(days=row["days_ago"]),
                intro=row["intro"][code],
                image=image,
                image_alt=row["image_alt"][code],
                body=stream(NewsPage, blocks(row["body"][code])),
            ),
            under="news",
        )


# Contacts first, because pages refer to people; then in the order of the menu.
SECTIONS = (
    contacts.build,
    why.build,
    premises.build,
    stories.build,
    _partners,
    _news,
    events.build,
    programmes.build,
    guide.build,
    triage.build,
    _standing_pages,
    vacancies.build,
    statements.build,
    _interest,
    search.build,  # last: promotes pages that stand by then
)
