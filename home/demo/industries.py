"""Demo industries: the choices in the interest form and the shelves partner firms stand on."""

from typing import Any

INDUSTRIES: list[dict[str, Any]] = [
    {
        "slug": "knowledge",
        "name": {"nb": "Kontor og kompetansetjenester", "en": "Offices and professional services"},
        "summary": {
            "nb": "For firmaer som lever av det folk kan, og som vil at de skal rekke både møtet og middagen.",
            "en": (
                "For firms that live by what their people know, and would like them to make both the meeting and "
                "dinner."
            ),
        },
    },
    {
        "slug": "health",
        "name": {"nb": "Helse og helseteknologi", "en": "Health and health technology"},
        "summary": {
            "nb": "For dem som hjelper folk å bli friske, og dem som lager det de bruker til det.",
            "en": "For those who help people get well, and those who make the things they do it with.",
        },
    },
    {
        "slug": "technology",
        "name": {"nb": "Teknologi og IT", "en": "Technology and IT"},
        "summary": {
            "nb": "For selskaper som kan sitte hvor som helst, og derfor kan velge et sted de faktisk liker.",
            "en": "For companies that could sit anywhere, and so may as well choose somewhere they like.",
        },
    },
    {
        "slug": "logistics",
        "name": {"nb": "Transport og logistikk", "en": "Transport and logistics"},
        "summary": {
            "nb": "For deg som teller paller og minutter. Jernbane, vei og havn møtes her.",
            "en": "For those who count pallets and minutes. Railway, road and port meet here.",
        },
    },
    {
        "slug": "industry",
        "name": {"nb": "Industri og produksjon", "en": "Industry and manufacturing"},
        "summary": {
            "nb": "For bedrifter som lager ting man kan slippe på foten, og trenger gulv som tåler det.",
            "en": "For companies making things you can drop on your foot, and needing a floor that can take it.",
        },
    },
    {
        "slug": "property",
        "name": {"nb": "Bygg og eiendom", "en": "Construction and property"},
        "summary": {
            "nb": "For dem som tegner, bygger, eier og tar vare på husene de andre skal flytte inn i.",
            "en": "For those who design, build, own and look after the houses that everyone else moves into.",
        },
    },
    {
        "slug": "trade",
        "name": {"nb": "Handel og besøk", "en": "Trade and visitors"},
        "summary": {
            "nb": "For butikker, spisesteder og opplevelser som trenger at folk kommer gående forbi.",
            "en": "For shops, places to eat and things to do that need people walking past.",
        },
    },
    {
        "slug": "founders",
        "name": {"nb": "Gründere og oppstart", "en": "Founders and start-ups"},
        "summary": {
            "nb": "For deg med en idé, litt penger og behov for noen som svarer når du ringer.",
            "en": "For anyone with an idea, a little money and a need for somebody who picks up the phone.",
        },
    },
    {
        "slug": "other",
        "name": {"nb": "Annet", "en": "Something else"},
        "summary": {
            "nb": "Passer du ikke i noen av boksene? Skriv likevel. De beste gjør sjelden det.",
            "en": "Fit none of the boxes? Write anyway. The best ones seldom do.",
        },
    },
]
