"""Demo prospects that have been shown around."""

from typing import Any

SHOWN: list[dict[str, Any]] = [
    {
        "company": "Kattunge Veterinærutstyr AS",
        "organisation_number": "378548403",
        "country": "NO",
        "industry": "trade",
        "employees": "10-19",
        "area": "300_999",
        "time_frame": "now",
        "readiness": "comparing",
        "need": (
            "Vi selger alt en dyrlege trenger, fra pinsetter til kuvogner. Vi må ha butikk foran, lager bak og en "
            "dør bred nok til en hest. Hesten er sjelden med, men når den først er det, må den inn."
        ),
        "anonymous_need": {
            "nb": "Handelsbedrift med varer i alle størrelser søker butikk og lager med ekstra bred port.",
            "en": "A retailer with goods of every size is looking for a shop and stockroom with an extra-wide door.",
        },
        "contact": {
            "name": "Hege Potelien",
            "email": "hege@kattunge.example",
            "phone": "+47 40 00 00 20",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 77,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (76, "call", "Ringte innen en time. Hun ble så overrasket at hun glemte hva hun skulle spørre om."),
            (51, "meeting", "Gikk ruta til fots. Målte fire dører."),
            (18, "meeting", "Omvisning hos Elvebris. Døra var bred nok."),
        ],
        "handovers": [
            {"firm": "elvebris", "days_ago": 44, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "forsteutkast", "days_ago": 20, "state": "accepted", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Zielony Guzik Sp. z o.o.",
        "organisation_number": "",
        "country": "PL",
        "industry": "logistics",
        "employees": "50-99",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "We ship workwear to builders across Scandinavia and promise it tomorrow. From Poland, tomorrow is "
            "difficult. We need shelves, a night crew and someone who can help twelve families find schools and "
            "flats."
        ),
        "anonymous_need": {
            "nb": "Europeisk nettbutikk for arbeidsklær vil ha nordisk lager og hjelp til å ta imot tolv familier.",
            "en": (
                "A European online seller of workwear wants a Nordic warehouse and help with welcoming twelve families."
            ),
        },
        "contact": {
            "name": "Agnieszka Nitkowska",
            "email": "agnieszka@zielonyguzik.example",
            "phone": "",
            "language": "en",
            "title": "Managing Director",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 83,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                80,
                "mail",
                (
                    "We are looking for firms like yours, and would like to hear what it would take. A "
                    "greeting in Polish is enclosed."
                ),
            ),
            (62, "call", "Svarte på polsk. Piotr tok over."),
            (26, "meeting", "To dagers besøk. Havna først, så skolene. I den rekkefølgen."),
        ],
        "handovers": [
            {"firm": "tautrekk", "days_ago": 55, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "ordbro", "days_ago": 52, "state": "accepted", "reason": "", "outcome": ""},
            {"firm": "drammen-kommune", "days_ago": 24, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Stillongs Spill AS",
        "organisation_number": "380031434",
        "country": "NO",
        "industry": "technology",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi lager dataspill om folk som går på ski og blir kalde. Teamet er fjorten, og alle vil ha vindu. Vi "
            "trenger raskt nett, mørke gardiner og en huseier som godtar at vi har testkveld hver torsdag."
        ),
        "anonymous_need": {
            "nb": (
                "Spillutviklere på rundt fjorten personer søker kontor med raskt nett og romslige regler på kveldstid."
            ),
            "en": (
                "Game developers, fourteen or so, are looking for an office with fast internet and relaxed rules "
                "in the evenings."
            ),
        },
        "contact": {
            "name": "Sondre Ullmark",
            "email": "sondre@stillongs.example",
            "phone": "+47 40 00 00 21",
            "language": "nb",
            "title": "Produsent",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "referral",
        "days_ago": 66,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                65,
                "call",
                "Ville vite hvor raskt nettet er. Vi visste det ikke. Ringte tilbake dagen etter og visste det.",
            ),
            (40, "meeting", "Prøvde pultene på Syvende Pult. Målte avstanden til vinduet."),
            (11, "mail", ("På siden din ligger tre alternativer. Si hvilket du vil se først.")),
        ],
        "handovers": [
            {"firm": "syvende-pult", "days_ago": 45, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "kveldsvakt", "days_ago": 30, "state": "accepted", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Havregryn Analyse AS",
        "organisation_number": "381514463",
        "country": "NO",
        "industry": "knowledge",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "year",
        "readiness": "exploring",
        "need": (
            "Vi spør folk hva de spiser til frokost, og selger svarene. Tolv analytikere trenger stille kontor og "
            "et rom til ti gjester som skal smake. Det må være vask, og det må være lov å lukte brent brød."
        ),
        "anonymous_need": {
            "nb": "Analysebedrift med tolv ansatte søker stille kontor med et lite testkjøkken.",
            "en": "A research firm of twelve is looking for a quiet office with a small test kitchen.",
        },
        "contact": {
            "name": "Oda Mysliland",
            "email": "oda@havregryn.example",
            "phone": "+47 40 00 00 22",
            "language": "nb",
            "title": "Analysesjef",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "event",
        "days_ago": 92,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (90, "mail", ("Takk for praten. Skjemaet er vedlagt, og det er kort.")),
            (57, "meeting", "Så to kontorer. Det ene luktet allerede brent brød."),
            (21, "call", "Vil se ett til før sommeren."),
        ],
        "handovers": [
            {
                "firm": "morkebrent",
                "days_ago": 48,
                "state": "done",
                "reason": "",
                "outcome": "Leverte kaffe til prøvedagen og ga tre kontakter videre.",
            },
            {
                "firm": "nattbro",
                "days_ago": 30,
                "state": "declined",
                "reason": "Møterommene er fullbooket i perioden.",
                "outcome": "",
            },
        ],
    },
]
