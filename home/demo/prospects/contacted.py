"""Demo prospects somebody has talked to."""

from typing import Any

CONTACTED: list[dict[str, Any]] = [
    {
        "company": "Kuckuckswerk Sensorik GmbH",
        "organisation_number": "",
        "country": "DE",
        "industry": "industry",
        "employees": "100+",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "We build sensors that listen to pumps and tell you when they are about to complain. For the Nordic "
            "service centre we need a workshop, an office for fifteen and a short way to both freight and an "
            "international audience of engineers."
        ),
        "anonymous_need": {
            "nb": "Tysk industribedrift ser etter verksted og kontor til femten personer for et nordisk servicesenter.",
            "en": (
                "A German industrial company is looking for a workshop and an office for fifteen, for a Nordic "
                "service centre."
            ),
        },
        "contact": {
            "name": "Annegret Pendelmann",
            "email": "annegret@kuckuckswerk.example",
            "phone": "",
            "language": "en",
            "title": "Head of Service",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 36,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                34,
                "mail",
                (
                    "You make sensors for pumps, and we know firms here that have plenty of them. May I call "
                    "you for ten minutes?"
                ),
            ),
            (27, "call", "Ringte tilbake selv. Vet overraskende mye om jernbanen."),
            (12, "meeting", "Videomøte med tre ingeniører. De ville se tegninger av gulvet."),
            (4, "note", "Elvebris har takket ja. Kari skal foreslå to verksteder."),
        ],
        "handovers": [
            {"firm": "elvebris", "days_ago": 7, "state": "accepted", "reason": "", "outcome": ""},
            {"firm": "brohode", "days_ago": 10, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Fjellduk Tekstil AS",
        "organisation_number": "374099310",
        "country": "NO",
        "industry": "industry",
        "employees": "20-49",
        "area": "1000_4999",
        "time_frame": "two_years",
        "readiness": "exploring",
        "need": (
            "Vi vever bunadsstoff og presenninger på de samme maskinene, bare ikke samtidig. Vevstolene rister, og "
            "gulvet vårt har begynt å klage. Vi trenger et bygg på fast grunn og en huseier som tåler lyden."
        ),
        "anonymous_need": {
            "nb": "Produksjonsbedrift med tunge, vibrerende maskiner søker bygg på fast grunn og en tålmodig huseier.",
            "en": (
                "A manufacturer with heavy, vibrating machines is looking for a building on firm ground and a "
                "patient landlord."
            ),
        },
        "contact": {
            "name": "Gudrun Renning",
            "email": "gudrun@fjellduk.example",
            "phone": "+47 40 00 00 17",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "referral",
        "days_ago": 43,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (40, "call", "Hun spilte av lyden av en vevstol. Vi forstår problemet."),
            (22, "meeting", "Besøkte dem. Gulvet rister virkelig."),
            (
                9,
                "mail",
                (
                    "Spørsmålet ditt om hvor mye gulvet tåler, er sendt videre. Du får svar fra meg, ikke fra "
                    "en sentralbordmelding."
                ),
            ),
        ],
        "handovers": [
            {
                "firm": "vinkel-og-vater",
                "days_ago": 20,
                "state": "declined",
                "reason": "Har ikke kapasitet til fundamentering før neste år.",
                "outcome": "",
            },
            {"firm": "loddrett", "days_ago": 11, "state": "accepted", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Tre Skritt Fysio AS",
        "organisation_number": "375582341",
        "country": "NO",
        "industry": "health",
        "employees": "5-9",
        "area": "100_299",
        "time_frame": "year",
        "readiness": "exploring",
        "need": (
            "Vi trener opp folk etter hofteoperasjoner og trenger en sal med høyt tak, en trapp å øve i og vinduer "
            "mot noe annet enn en parkeringsplass. Pasientene blir fortere bedre når de har noe å gå mot."
        ),
        "anonymous_need": {
            "nb": "Behandlere innen opptrening søker en lys sal med høyt tak og trapp, under 300 kvadratmeter.",
            "en": (
                "Rehabilitation therapists are looking for a bright hall with a high ceiling and a staircase, "
                "under 300 square metres."
            ),
        },
        "contact": {
            "name": "Kjersti Gangstø",
            "email": "kjersti@treskritt.example",
            "phone": "+47 40 00 00 18",
            "language": "nb",
            "title": "Fysioterapeut og eier",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "event",
        "days_ago": 31,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (29, "call", "Vil ha trapp. Vi har aldri fått spørsmål om å skaffe en trapp før."),
            (13, "mail", ("Her er tre forslag. To av dem har trapp, så jeg ville begynt med det tredje.")),
        ],
        "handovers": [{"firm": "andpusten", "days_ago": 12, "state": "in_progress", "reason": "", "outcome": ""}],
    },
    {
        "company": "Måneskift Regnskap AS",
        "organisation_number": "377065379",
        "country": "NO",
        "industry": "knowledge",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "later",
        "readiness": "exploring",
        "need": (
            "Vi fører lønn for bedrifter som jobber om natten, så vi gjør det også. Vi ser etter kontor med "
            "inngang hele døgnet, gatelys som virker og et sted å kjøpe kaffe før sola står opp."
        ),
        "anonymous_need": {
            "nb": "Kontorbedrift med døgndrift trenger trygg inngang hele døgnet og liv i gata om morgenen.",
            "en": (
                "An office company working round the clock needs a safe entrance at all hours and some life in the "
                "street in the morning."
            ),
        },
        "contact": {
            "name": "Stian Nattergaard",
            "email": "stian@maneskift.example",
            "phone": "+47 40 00 00 19",
            "language": "nb",
            "title": "Partner",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 122,
        "stage": "contacted",
        "standing": "resting",
        "standing_reason": "Forlenget leiekontrakten med to år. Vil gjerne bli ringt igjen, men etter lunsj.",
        "notes": [
            (118, "call", "Ringte klokka ti om formiddagen og vekket ham. Beklaget."),
            (96, "mail", ("Her er det jeg lovet du skulle få lese. Ingen hast.")),
            (70, "call", "Har forlenget leien med to år. Ta kontakt når den nærmer seg slutten."),
        ],
        "handovers": [],
    },
    {
        "company": "Rugbrød Robotics ApS",
        "organisation_number": "",
        "country": "DK",
        "industry": "technology",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "Our robots slice, stack and apologise in bakeries. We need a demonstration hall where bakers can "
            "throw dough at them, and a few technicians who would rather fix things than talk about fixing them."
        ),
        "anonymous_need": {
            "nb": "Dansk robotselskap vil ha en demonstrasjonshall og hjelp til å ansette teknikere.",
            "en": "A Danish robotics company wants a demonstration hall and help with hiring technicians.",
        },
        "contact": {
            "name": "Mette Skorpegaard",
            "email": "mette@rugbrodrobotics.example",
            "phone": "",
            "language": "en",
            "title": "CEO",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "event",
        "days_ago": 52,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (50, "mail", ("Good to meet you at the fair. Here is the map with the two yards marked.")),
            (38, "call", "Trenger tre faser og sluk i gulvet. Robotene skal spyles."),
            (15, "note", "Elvebris sa nei på grunn av sluket. Riktig Stol er i gang med teknikerne."),
        ],
        "handovers": [
            {
                "firm": "elvebris",
                "days_ago": 24,
                "state": "declined",
                "reason": "Ingen av lokalene våre har sluk i gulvet, og vi vil ikke love noe vi ikke kan grave.",
                "outcome": "",
            },
            {"firm": "riktig-stol", "days_ago": 21, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
]
