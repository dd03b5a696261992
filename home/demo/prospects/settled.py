"""Demo prospects that have come, verified or not yet."""

from typing import Any

SETTLED: list[dict[str, Any]] = [
    {
        "company": "Ullgenser & Løve Reklame AS",
        "organisation_number": "387446583",
        "country": "NO",
        "industry": "knowledge",
        "employees": "5-9",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi er et reklamebyrå på åtte som er lei av å være det minste firmaet i en stor korridor. Vi vil "
            "heller være det høyeste firmaet i en liten. Må ha vegger det er lov å henge ting på."
        ),
        "anonymous_need": {
            "nb": "Kreativt byrå på åtte personer ønsker eget kontor med vegger de får bruke.",
            "en": "A creative agency of eight wants an office of its own, with walls it is allowed to use.",
        },
        "contact": {
            "name": "Dagny Manestad",
            "email": "dagny@ullgenserlove.example",
            "phone": "+47 40 00 00 26",
            "language": "nb",
            "title": "Kreativ leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 212,
        "stage": "established",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (211, "call", "Svarte etter tre timer. Hun hadde veddet på at det ville ta tre uker."),
            (172, "meeting", "Omvisning. Hun banket på veggene."),
            (60, "note", "Flyttet inn. Lovet to nye stillinger det første året."),
        ],
        "handovers": [
            {
                "firm": "elvebris",
                "days_ago": 180,
                "state": "done",
                "reason": "",
                "outcome": "Signerte leiekontrakt på fem år med tre måneders prøveleie.",
            },
            {
                "firm": "klipp-og-kantstein",
                "days_ago": 150,
                "state": "declined",
                "reason": "Vi er i samme bransje og vil heller spise lunsj med dem.",
                "outcome": "",
            },
            {
                "firm": "forsteutkast",
                "days_ago": 70,
                "state": "done",
                "reason": "",
                "outcome": "Skiltet hang på døra innflyttingsdagen.",
            },
        ],
    },
    {
        "company": "Sanglerke Lydteknikk AS",
        "organisation_number": "388929618",
        "country": "NO",
        "industry": "technology",
        "employees": "10-19",
        "area": "300_999",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi reparerer mikrofoner og leier ut lyd til kor, begravelser og årsmøter. Vi trenger verksted, lager "
            "og et prøverom der vi kan skru opp uten at vaktmesteren ringer."
        ),
        "anonymous_need": {
            "nb": "Lydteknisk bedrift søker verksted, lager og et prøverom der det er lov å bråke.",
            "en": "A sound engineering firm is looking for a workshop, storage and a test room where noise is allowed.",
        },
        "contact": {
            "name": "Halvor Trillebakk",
            "email": "halvor@sanglerke.example",
            "phone": "+47 40 00 00 27",
            "language": "nb",
            "title": "Teknisk sjef",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "referral",
        "days_ago": 232,
        "stage": "established",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (230, "call", "Linja var dårlig. Det var han som påpekte det."),
            (190, "meeting", "Prøvde tre rom med en trompetist."),
            (45, "note", "På plass. Lovet fire arbeidsplasser. Står på snora fra frokosten."),
        ],
        "handovers": [
            {
                "firm": "vinkel-og-vater",
                "days_ago": 185,
                "state": "done",
                "reason": "",
                "outcome": "Bygde om lageret til prøverom med doble vegger.",
            },
            {
                "firm": "sikring-og-stopsel",
                "days_ago": 160,
                "state": "done",
                "reason": "",
                "outcome": "La om strømmen så lyset ikke brummer lenger.",
            },
        ],
    },
    {
        "company": "Tallrik Digital AB",
        "organisation_number": "",
        "country": "SE",
        "industry": "technology",
        "employees": "20-49",
        "area": "100_299",
        "time_frame": "year",
        "readiness": "decided",
        "need": (
            "We make menus for school canteens, including the app where children rate the fish. We want a "
            "Norwegian office of eight and need to hire half of them locally, preferably people who have eaten in "
            "a school canteen."
        ),
        "anonymous_need": {
            "nb": "Svensk programvareselskap vil åpne et norsk kontor på åtte og ansette halvparten lokalt.",
            "en": "A Swedish software company wants to open a Norwegian office of eight and hire half of them locally.",
        },
        "contact": {
            "name": "Linnea Gaffelqvist",
            "email": "linnea@tallrikdigital.example",
            "phone": "",
            "language": "en",
            "title": "COO",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 224,
        "stage": "established",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (220, "mail", ("You wrote that the children have a say in this. What do they think of the fish?")),
            (201, "call", "Barna mener ikke så mye godt om fisken."),
            (120, "meeting", "Intervjudag med Riktig Stol."),
            (38, "note", "Kontoret er åpnet med seks av åtte på plass."),
        ],
        "handovers": [
            {
                "firm": "riktig-stol",
                "days_ago": 190,
                "state": "done",
                "reason": "",
                "outcome": "Fire ansatt, den siste etter lang leting.",
            },
            {
                "firm": "syvende-pult",
                "days_ago": 170,
                "state": "done",
                "reason": "",
                "outcome": "Leier åtte pulter med en måneds oppsigelse.",
            },
            {
                "firm": "kladd-og-kvittering",
                "days_ago": 165,
                "state": "done",
                "reason": "",
                "outcome": "Registrerte selskapet og kjørte første lønn.",
            },
        ],
    },
    {
        "company": "Grønnåpning Vekstlys AS",
        "organisation_number": "390412649",
        "country": "NO",
        "industry": "founders",
        "employees": "5-9",
        "area": "300_999",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi dyrker salat i kjellere og har oppdaget at det finnes langt flere kjellere enn salatspisere. Vi "
            "trenger en kjeller, en bank som forstår lamper og noen som kjenner dem som lager lunsj."
        ),
        "anonymous_need": {
            "nb": "Oppstartsbedrift innen innendørs dyrking søker kjeller, bank og kontakter i serveringsbransjen.",
            "en": (
                "A start-up in indoor growing is looking for a basement, a bank and contacts among people who "
                "serve food."
            ),
        },
        "contact": {
            "name": "Embla Spirestad",
            "email": "embla@gronnapning.example",
            "phone": "+47 40 00 00 28",
            "language": "nb",
            "title": "Gründer",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "event",
        "days_ago": 283,
        "stage": "verified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (281, "call", "Fikk salat i posten. Den overlevde."),
            (250, "meeting", "Så fire kjellere på én dag. Vi trenger lommelykt neste gang."),
            (30, "note", "Telt opp: lovet fire arbeidsplasser, det ble fem."),
        ],
        "handovers": [
            {
                "firm": "stromkanten",
                "days_ago": 260,
                "state": "done",
                "reason": "",
                "outcome": "Innvilget lån til lamper etter seks dager.",
            },
            {
                "firm": "skumtopp",
                "days_ago": 240,
                "state": "done",
                "reason": "",
                "outcome": "Leier ut kjelleren og kjøper salaten.",
            },
        ],
    },
    {
        "company": "Apfelkiste Medizintechnik GmbH",
        "organisation_number": "",
        "country": "DE",
        "industry": "health",
        "employees": "50-99",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "decided",
        "need": (
            "We make quiet pumps for loud hospital rooms. Our Norwegian office needs ten desks, a small test room "
            "and a doctor who is willing to be woken by our alarms, so that patients are not."
        ),
        "anonymous_need": {
            "nb": "Tysk helseteknologibedrift søker kontor til ti, et testrom og en lege som vil prøve utstyret.",
            "en": (
                "A German health technology company is looking for an office for ten, a test room and a doctor "
                "willing to try its equipment."
            ),
        },
        "contact": {
            "name": "Ottilie Kernhaus",
            "email": "ottilie@apfelkiste.example",
            "phone": "",
            "language": "en",
            "title": "Managing Director",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "referral",
        "days_ago": 299,
        "stage": "verified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                297,
                "mail",
                (
                    "Thank you, and your Norwegian is better than you think. I have asked two laboratories to "
                    "set aside an hour."
                ),
            ),
            (262, "meeting", "Tre dager på Nattbro. Alarmen ble prøvd. Resepsjonisten våknet."),
            (25, "note", "Telt opp: lovet ti, det ble ni. De to siste stillingene er lyst ut på nytt."),
        ],
        "handovers": [
            {
                "firm": "andpusten",
                "days_ago": 270,
                "state": "done",
                "reason": "",
                "outcome": "Ble testarena i et halvt år. Pasientene sov.",
            },
            {
                "firm": "nattbro",
                "days_ago": 265,
                "state": "done",
                "reason": "",
                "outcome": "Fast pris for besøkene og fire månedsrom.",
            },
            {
                "firm": "brohode",
                "days_ago": 255,
                "state": "done",
                "reason": "",
                "outcome": "Gikk gjennom leiekontrakt og ansettelsesavtaler på tysk.",
            },
        ],
    },
    {
        "company": "Kantarell Byggkontroll AS",
        "organisation_number": "391895678",
        "country": "NO",
        "industry": "property",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi leter etter råte i hus andre har tenkt å kjøpe. Vi er ute hele dagen og trenger mest et sted å "
            "tørke støvlene, skrive rapporten og parkere tolv biler som lukter kjeller."
        ),
        "anonymous_need": {
            "nb": "Kontrollfirma i byggebransjen søker enkelt kontor med tørkerom og parkering til tolv biler.",
            "en": (
                "An inspection firm in the building trade is looking for a simple office with a drying room and "
                "parking for twelve cars."
            ),
        },
        "contact": {
            "name": "Sverre Hattemo",
            "email": "sverre@kantarellkontroll.example",
            "phone": "+47 40 00 00 29",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 291,
        "stage": "verified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (290, "call", "Ringte innen en time. Han sto i en kjeller."),
            (255, "meeting", "Han fant råte i det første lokalet vi viste. Vi viste et annet."),
            (28, "note", "Telt opp: lovet tre arbeidsplasser, det ble tre."),
        ],
        "handovers": [
            {
                "firm": "vinkel-og-vater",
                "days_ago": 250,
                "state": "done",
                "reason": "",
                "outcome": "Bygde tørkerom på to uker.",
            },
            {
                "firm": "gravaer",
                "days_ago": 200,
                "state": "done",
                "reason": "",
                "outcome": "Forsikrer bilene og har selv bestilt en kontroll.",
            },
        ],
    },
]
