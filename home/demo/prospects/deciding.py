"""Demo prospects that are making up their minds."""

from typing import Any

DECIDING: list[dict[str, Any]] = [
    {
        "company": "Nordlysning Tannteknikk AS",
        "organisation_number": "382997492",
        "country": "NO",
        "industry": "health",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "Vi lager tenner til tannleger, omtrent to hundre i uka, og støvet må ut uten å havne hos naboen. Vi "
            "har to byer på lista. Den som svarer tydeligst på ventilasjon og tillatelser, får oss."
        ),
        "anonymous_need": {
            "nb": (
                "Helseprodusent med krav til avtrekk velger mellom to byer og venter på tydelige svar om tillatelser."
            ),
            "en": (
                "A health manufacturer with extraction needs is choosing between two cities and waiting for clear "
                "answers on permits."
            ),
        },
        "contact": {
            "name": "Bjarte Kronemo",
            "email": "bjarte@nordlysning.example",
            "phone": "+47 40 00 00 23",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 132,
        "stage": "deciding",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (131, "call", "Konkret fyr. Har regneark."),
            (88, "meeting", "Viste to lokaler. Han hadde med røykpatron for å teste trekken."),
            (35, "mail", ("Kommunen har svart: Dere trenger én tillatelse, ikke tre. Jeg ringer og forklarer.")),
            (6, "call", "Styremøte neste uke. Vi er fortsatt med."),
        ],
        "handovers": [
            {
                "firm": "loddrett",
                "days_ago": 80,
                "state": "done",
                "reason": "",
                "outcome": "Laget mulighetsskisse med plassering av avtrekk.",
            },
            {"firm": "sikring-og-stopsel", "days_ago": 60, "state": "in_progress", "reason": "", "outcome": ""},
            {
                "firm": "drammen-kommune",
                "days_ago": 58,
                "state": "done",
                "reason": "",
                "outcome": "Svarte på alle fem spørsmålene om tillatelser to dager før fristen.",
            },
        ],
    },
    {
        "company": "Pottemaker Kretsløp AS",
        "organisation_number": "384480527",
        "country": "NO",
        "industry": "industry",
        "employees": "50-99",
        "area": "plot",
        "time_frame": "two_years",
        "readiness": "comparing",
        "need": (
            "Vi knuser gamle doer og servanter og lager fliser av dem. Nå er haugen større enn tomta. Vi trenger "
            "plass til å bygge, vei som tåler lastebiler og naboer som synes gjenbruk er finere enn stille."
        ),
        "anonymous_need": {
            "nb": "Gjenvinningsbedrift trenger en tomt der det går an å bygge, med vei som tåler tungtransport.",
            "en": "A recycling company needs a plot it can build on, with a road that can take heavy lorries.",
        },
        "contact": {
            "name": "Ragna Skårdal",
            "email": "ragna@pottemaker.example",
            "phone": "+47 40 00 00 24",
            "language": "nb",
            "title": "Utbyggingssjef",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "target_list",
        "days_ago": 163,
        "stage": "deciding",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (159, "mail", ("Takk for at du svarte på brevet! Her er det samme på e-post, med lenkene.")),
            (140, "call", "Hun hadde hengt brevet på veggen."),
            (77, "meeting", "Befaring på to tomter med støvler."),
            (14, "call", "Regner på transport. Vil ha svar om regulering skriftlig."),
        ],
        "handovers": [
            {"firm": "drammen-kommune", "days_ago": 70, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "brohode", "days_ago": 52, "state": "accepted", "reason": "", "outcome": ""},
            {"firm": "stromkanten", "days_ago": 40, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Smørrebrik Logistik ApS",
        "organisation_number": "",
        "country": "DK",
        "industry": "logistics",
        "employees": "20-49",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "decided",
        "need": (
            "We carry cold lunches to offices before anyone is hungry. For Norway we need a chilled hall with six "
            "gates, an early start that annoys nobody, and drivers who know which lift works."
        ),
        "anonymous_need": {
            "nb": "Dansk transportør av mat søker kjølt terminal med seks porter og tidlig oppstart.",
            "en": "A Danish food carrier is looking for a chilled terminal with six gates and an early start.",
        },
        "contact": {
            "name": "Frederik Agurkholm",
            "email": "frederik@smorrebrik.example",
            "phone": "",
            "language": "en",
            "title": "Country Manager",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "form",
        "days_ago": 142,
        "stage": "deciding",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                141,
                "mail",
                (
                    "Thank you for writing. Yes, there is a yard with a rail siding nearby; I find out who "
                    "owns it and come back tomorrow."
                ),
            ),
            (101, "meeting", "Befaring klokka fem om morgenen. De mente det alvorlig."),
            (12, "mail", ("The revised proposal is ready, with the loading ramp where you wanted it.")),
        ],
        "handovers": [
            {
                "firm": "tautrekk",
                "days_ago": 95,
                "state": "done",
                "reason": "",
                "outcome": "Ga tilbud på terminalplass. Prospektet forhandler nå direkte.",
            },
            {"firm": "gravaer", "days_ago": 50, "state": "accepted", "reason": "", "outcome": ""},
            {
                "firm": "elvebris",
                "days_ago": 90,
                "state": "withdrawn",
                "reason": "Rådgiveren trakk tilbudet. Behovet viste seg å være kjølelager, ikke kontor.",
                "outcome": "",
            },
        ],
    },
    {
        "company": "Hjelmfast Sykkel AS",
        "organisation_number": "385963556",
        "country": "NO",
        "industry": "trade",
        "employees": "5-9",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi leier ut lastesykler til folk som flytter sofa. Vi trenger en garasje ut mot gata, plass til "
            "tretti sykler og en kran. Kranen er til sofaene."
        ),
        "anonymous_need": {
            "nb": "Utleiebedrift søker garasje mot gata med plass til om lag tretti sykler.",
            "en": "A rental company is looking for a street-facing garage with room for about thirty bicycles.",
        },
        "contact": {
            "name": "Are Pedalstrøm",
            "email": "are@hjelmfast.example",
            "phone": "+47 40 00 00 25",
            "language": "nb",
            "title": "Gründer",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 151,
        "stage": "deciding",
        "standing": "lost",
        "standing_reason": "Valgte en annen by på pris. Var fornøyd med oppfølgingen og vil gjerne anbefale oss.",
        "notes": [
            (150, "call", "Ringte mens han syklet. Ba ham stoppe."),
            (110, "meeting", "Så to garasjer. Den ene hadde kran."),
            (49, "call", "Valgte en annen by. Grunnen var prisen, og han sa det rett ut."),
        ],
        "handovers": [
            {
                "firm": "gravaer",
                "days_ago": 105,
                "state": "done",
                "reason": "",
                "outcome": "Ga tilbud på forsikring av sykler og sofaer.",
            },
            {
                "firm": "stromkanten",
                "days_ago": 98,
                "state": "declined",
                "reason": "For kort driftshistorikk til lånet han ønsket.",
                "outcome": "",
            },
        ],
    },
]
