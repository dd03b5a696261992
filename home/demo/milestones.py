"""The demo's milestones. Until 2021 they follow the real story; what comes later is invented, and says so."""

from datetime import date, timedelta

from django.utils import timezone

from home.models import Milestone, TimelinePage

from .building import Builder

TIMELINE = {
    "nb": {
        "title": "Milepæler",
        "intro": (
            "Et fellesprosjekt går gjennom mange møter før det går ut døra. Her er veien, med det politiske for "
            "seg, og "
            "med datoer så nøyaktige som vi har dem."
        ),
    },
    "en": {
        "title": "Milestones",
        "intro": (
            "A joint project goes through many meetings before it goes out of the door. This is the road, politics "
            "included, with dates as exact as we have them."
        ),
    },
}

# kind, date, precision, title and text in Norwegian and English
MILESTONES: list[tuple[str, date, str, tuple[str, str], tuple[str, str]]] = [
    (
        "programme",
        date(2017, 1, 1),
        "year",
        ("Næringsvekst 2020 begynner", "Næringsvekst 2020 begins"),
        (
            "Kommunen og lokale firmaer betaler, Næringsforeningen driver. Utad heter det «Drammen Works».",
            "The municipality and local firms pay, the association runs it. In public it is called “Drammen Works”.",
        ),
    ),
    (
        "result",
        date(2018, 12, 31),
        "year",
        ("714 nye arbeidsplasser på ett år", "714 new jobs in a year"),
        ("Målet var omtrent 500.", "The goal was about 500."),
    ),
    (
        "politics",
        date(2020, 11, 30),
        "year",
        ("Presentert for Næringsutvalget", "Presented to the business committee"),
        (
            "Kommunens næringsutvalg får høre om et nytt, flerårig fellesprosjekt.",
            "Næringsutvalget, the municipality's business committee, hears of a new joint project of several years.",
        ),
    ),
    (
        "programme",
        date(2020, 12, 1),
        "month",
        ("Nå skal det høstes", "Time to harvest"),
        (
            "Lederen for Næringsforeningen skriver i avisa at byen må på selger'n.",
            "The head of the association writes in the newspaper that the city must go out and sell.",
        ),
    ),
    (
        "programme",
        date(2020, 12, 31),
        "year",
        ("Næringsvekst 2020 er over", "Næringsvekst 2020 is over"),
        (
            "Internasjonale Drammen og KD25 går videre.",
            "Internasjonale Drammen and KD25 go on.",
        ),
    ),
    (
        "politics",
        date(2021, 3, 1),
        "year",
        ("Formell behandling i kommunen", "Formal treatment in the municipality"),
        (
            "Saken går sin gang, med innstilling og vedtak.",
            "The case takes its course, with a recommendation and a decision.",
        ),
    ),
    (
        "partners",
        date(2021, 5, 1),
        "year",
        ("Partnerne fra sist får svare først", "Last time's partners are asked first"),
        (
            "De som var med i Næringsvekst 2020, får første rett.",
            "Those who took part in Næringsvekst 2020 have first priority.",
        ),
    ),
    (
        "programme",
        date(2021, 8, 31),
        "year",
        ("Oppstart etter sommeren", "Launch after the summer"),
        (
            "En strategisk rådgiver og en analytiker går i gang.",
            "A strategic adviser and an analyst set to work.",
        ),
    ),
    (
        "result",
        date(2022, 10, 1),
        "month",
        ("Den første bedriften henger opp skiltet", "The first company puts up its sign"),
        (
            "Det hang skjevt i to dager. Oppdiktet for demoen.",
            "It hung crooked for two days. Invented for the demo.",
        ),
    ),
]

# The same, days from today: invented, and always still to come.
COMING: list[tuple[str, int, str, tuple[str, str], tuple[str, str], str]] = [
    (
        "politics",
        52,
        "day",
        ("Orientering i Næringsutvalget", "Report to the business committee"),
        (
            "Hva pengene ga, i tall og med navn på dem som har sagt ja til det. Oppdiktet for demoen.",
            "What the money gave, in figures and with the names of those who agreed. Invented for the demo.",
        ),
        "https://drammen-kommune.example/saker/orientering",
    ),
    (
        "partners",
        140,
        "month",
        ("Ny partnerrunde åpner", "A new partnership round opens"),
        (
            "Tidligere partnere slipper inn to uker før andre. Oppdiktet for demoen.",
            "Former partners are let in two weeks before others. Invented for the demo.",
        ),
        "",
    ),
    (
        "result",
        500,
        "year",
        ("Noen utenfra ser over tallene", "Somebody from outside checks the figures"),
        (
            "Vi teller selv i mellomtiden. Oppdiktet for demoen.",
            "Meanwhile we count them ourselves. Invented for the demo.",
        ),
        "",
    ),
]


def build(builder: Builder) -> None:
    """The milestones, and the page that shows them."""
    _milestones()
    builder.add(
        "timeline",
        lambda code: TimelinePage(
            title=TIMELINE[code]["title"],
            slug="milepaeler" if code == "nb" else "milestones",
            intro=TIMELINE[code]["intro"],
        ),
    )


def _milestones() -> None:
    today = timezone.localdate()
    rows = [(*row, "") for row in MILESTONES]
    rows += [(kind, today + timedelta(days=days), *rest) for kind, days, *rest in COMING]
    for kind, day, precision, title, text, link in rows:
        Milestone.objects.create(
            kind=kind,
            date=day,
            precision=precision,
            title_nb=title[0],
            title_en=title[1],
            text_nb=text[0],
            text_en=text[1],
            link=link,
        )
