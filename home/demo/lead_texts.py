"""What firms of the demo told of, and what its municipality was asked. All of it is invented."""

from typing import Any

LEADS: list[dict[str, Any]] = [
    {
        "firm": "elvebris",
        "by": "medlem@elvebris.example",
        "days_ago": 1,
        "state": "submitted",
        "company_name": "Tåkelur Instrument AS",
        "organisation_number": "364102755",
        "country": "NO",
        "industry": "technology",
        "need": (
            "De bygger tåkelurer og måleutstyr for båter, og har ordrer til tre år. Verkstedet på Nesodden er for "
            "lite, og de vil ha et sted der de kan teste utstyr på vann."
        ),
        "how_known": "De kjøper brakett og kabel av oss, og daglig leder spurte om vi visste om noe ved elva.",
        "contact_name": "Solveig Skoddeland",
        "contact_email": "solveig@takelur.example",
        "contact_phone": "+47 40 00 00 61",
        "contact_language": "nb",
    },
    {
        "firm": "elvebris",
        "by": "admin@elvebris.example",
        "days_ago": 24,
        "state": "approved",
        "company_name": "Nattbuss Bakeri AS",
        "organisation_number": "367309261",
        "country": "NO",
        "industry": "industry",
        "need": (
            "Et bakeri som baker om natten og leverer med morgenbussen. De trenger 400 kvadratmeter, mye strøm og "
            "naboer som tåler lukten av kanelboller."
        ),
        "how_known": "Vi har hatt dem som kunde i fire år.",
        "contact_name": "Idris Deigstad",
        "contact_email": "idris@nattbuss.example",
        "contact_phone": "+47 40 00 00 62",
        "contact_language": "nb",
    },
    {
        "firm": "brohode",
        "by": "admin@brohode.example",
        "days_ago": 40,
        "state": "declined",
        "reason": "De vil bare ha en postadresse her, og det er ingen etablering. Si gjerne fra om det snur.",
        "company_name": "Brevdue & Sønner AS",
        "organisation_number": "369411381",
        "country": "NO",
        "industry": "other",
        "need": "En adresse i byen, og kanskje et møterom en gang i måneden.",
        "how_known": "Eieren er med i samme båtforening som meg.",
        "contact_name": "Konrad Brevik",
        "contact_email": "konrad@brevdue.example",
        "contact_phone": "",
        "contact_language": "nb",
    },
]
REQUESTS: list[dict[str, Any]] = [
    {
        "company": "Havregryn Analyse AS",
        "kind": "permit",
        "days_ago": 1,
        "question": (
            "En analysebedrift vil ha et lite testkjøkken i et kontorbygg i sentrum. Må bruken av lokalet endres, og "
            "hvor lang tid tar det?"
        ),
        "asks_identity": False,
        "said_yes": False,
        "back": "",
        "explained": "",
        "answer": "",
        "shared": "",
    },
    {
        "company": "Zielony Guzik Sp. z o.o.",
        "kind": "school",
        "days_ago": 16,
        "question": (
            "Tolv familier flytter hit til høsten, med barn fra tre til fjorten år. Hvilke skoler har mottaksklasse, "
            "og når må de melde seg på?"
        ),
        "asks_identity": True,
        "said_yes": True,
        "back": "",
        "explained": "",
        "answer": "",
        "shared": "",
    },
    {
        "company": "Kattunge Veterinærutstyr AS",
        "kind": "plot",
        "days_ago": 5,
        "question": "Finnes det en regulert tomt for butikk og lager med innkjøring for store biler?",
        "asks_identity": True,
        "said_yes": False,
        "back": "Hvor mange biler om dagen er det snakk om, og hvor store?",
        "explained": "",
        "answer": "",
        "shared": "",
    },
    {
        "company": "Stillongs Spill AS",
        "kind": "housing",
        "days_ago": 12,
        "question": "Fjorten unge utviklere skal flytte hit. Kan kommunen hjelpe med boliger det første halvåret?",
        "asks_identity": False,
        "said_yes": False,
        "back": "Flytter alle samtidig, og er det noen med barn?",
        "explained": "De kommer i to puljer, i august og i januar. To av dem har barn.",
        "answer": (
            "Vi har ingen egne boliger til dette, men studentsamskipnaden har ledige leiligheter fra august. Ring "
            "boligkontoret, så setter de dere i kontakt. Ikke lov bort noe før de har svart."
        ),
        "shared": (
            "Studentsamskipnaden har ledige leiligheter fra august. Boligkontoret i kommunen setter dere i kontakt "
            "med dem."
        ),
    },
]
