"""What the demo's vacancies say. The salary and the rest are invented."""

from typing import Any

EMPLOYER = "Næringsforeningen i Drammensregionen"

INDEX: dict[str, dict[str, str]] = {
    "nb": {
        "title": "Jobb hos oss",
        "slug": "jobb",
        "intro": "Vi er få, og merker godt hvem som kommer. Her står det når vi trenger én til.",
        "search_description": "Ledige stillinger i programmet som får bedrifter til å flytte til Drammen.",
    },
    "en": {
        "title": "Jobs with us",
        "slug": "jobs",
        "intro": "We are few, and notice who joins us. When we need one more, it says so here.",
        "search_description": "Vacancies in the programme that brings companies to Drammen.",
    },
}

POSITIONS: list[dict[str, Any]] = [
    {
        "slug_nb": "strategisk-radgiver",
        "slug_en": "strategic-adviser",
        "term": "fixed",
        "employer": EMPLOYER,
        "advertised_days_ago": 9,
        "deadline_days": 19,
        "contact": "leder@drammen.example",
        "title": {"nb": "Strategisk rådgiver", "en": "Strategic adviser"},
        "intro": {
            "nb": "Du skal selge en by til folk som ikke visste at de lette etter en.",
            "en": "You will sell a city to people who did not know they were looking for one.",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Du finner bransjene som passer hit, bedriftene i dem og personen som bestemmer. Så ringer "
                        "du. Du viser fram byen, svarer på det ingen andre vet, og sørger for at den som flytter, har "
                        "en fadder fra første dag.</p>"
                    ),
                ),
                ("heading", "Du kan"),
                (
                    "paragraph",
                    (
                        "<ul><li>lytte lenge nok til å høre hva bedriften egentlig trenger</li><li>forklare en "
                        "reguleringsplan på en rolig måte</li><li>holde det du lover, og skrive ned hva det var</li>"
                        "<li>norsk og engelsk, muntlig og skriftlig</li></ul>"
                    ),
                ),
                ("heading", "Du får"),
                (
                    "paragraph",
                    (
                        "<ul><li>et kontor sju minutter fra toget</li><li>partnerbedrifter som tar telefonen når du "
                        "ringer</li><li>en analytiker som allerede har funnet tallene</li><li>ansvar fra første "
                        "dag, og en åremålsstilling på tre år</li></ul>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>You find the industries that fit, the companies in them and the person who decides. Then "
                        "you call. You show them the city, answer what nobody else knows, and see to it that whoever "
                        "moves here has a mentor from the first day.</p>"
                    ),
                ),
                ("heading", "You can"),
                (
                    "paragraph",
                    (
                        "<ul><li>listen long enough to hear what a company really needs</li><li>explain a zoning "
                        "plan calmly</li><li>keep what you promise, and write down what it was</li><li>Norwegian and "
                        "English, spoken and written</li></ul>"
                    ),
                ),
                ("heading", "You get"),
                (
                    "paragraph",
                    (
                        "<ul><li>an office seven minutes from the train</li><li>partner firms that pick up when you "
                        "call</li><li>an analyst who has found the figures already</li><li>responsibility from day "
                        "one, and a fixed term of three years</li></ul>"
                    ),
                ),
            ],
        },
    },
    {
        "slug_nb": "analytiker",
        "slug_en": "analyst",
        "term": "fixed",
        "employer": EMPLOYER,
        "advertised_days_ago": 48,
        "deadline_days": -13,
        "contact": "leder@drammen.example",
        "title": {"nb": "Analytiker", "en": "Analyst"},
        "intro": {
            "nb": "Du finner bedriftene før de vet at de skal flytte, og teller etterpå om det virket.",
            "en": "You find the companies before they know they will move, and count afterwards whether it worked.",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Hele landets bedriftsregister er ditt. Du leter etter bransjer som vokser, leiekontrakter "
                        "som går ut, og mønstre ingen har sett. Rådgiveren ringer dem du finner.</p><p>Når året er "
                        "omme, er det du som sier hva pengene ga.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>The whole country's register of companies is yours. You look for industries that grow, "
                        "leases that end and patterns nobody has seen. The adviser calls those you find.</p><p>When "
                        "the year is over, you are the one who says what the money gave.</p>"
                    ),
                ),
            ],
        },
    },
]
