"""Demo prospects nobody has qualified yet."""

from typing import Any

NEW: list[dict[str, Any]] = [
    {
        "company": "Tussmørke Lydbøker AS",
        "organisation_number": "365201137",
        "country": "NO",
        "industry": "technology",
        "employees": "5-9",
        "area": "under_100",
        "time_frame": "year",
        "readiness": "exploring",
        "need": (
            "Vi leser inn lydbøker og trenger to rom der ingen hører trikken, naboen eller oss. I dag tar vi pause "
            "hver gang noen borer i etasjen over. Det gjør de ofte."
        ),
        "anonymous_need": {
            "nb": "Lite lydstudio trenger to stille rom og en nabo som ikke borer på dagtid.",
            "en": "A small sound studio needs two quiet rooms and a neighbour who does not drill in the daytime.",
        },
        "contact": {
            "name": "Vilde Stillvær",
            "email": "vilde@tussmorke.example",
            "phone": "+47 40 00 00 11",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 0,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [],
        "handovers": [],
    },
    {
        "company": "Puddlewick Instruments Ltd",
        "organisation_number": "",
        "country": "GB",
        "industry": "industry",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "two_years",
        "readiness": "curious",
        "need": (
            "We make rain gauges and most of our customers turn out to be Norwegian. We would like a small "
            "assembly workshop closer to them, with a loading bay, and somebody to explain customs to us slowly."
        ),
        "anonymous_need": {
            "nb": (
                "Britisk produsent av måleinstrumenter ser etter et lite monteringsverksted med lasterampe og "
                "trenger hjelp med toll."
            ),
            "en": (
                "A British maker of measuring instruments wants a small assembly workshop with a loading bay, and "
                "help with customs."
            ),
        },
        "contact": {
            "name": "Harriet Umbershaw",
            "email": "harriet@puddlewick.example",
            "phone": "",
            "language": "en",
            "title": "Operations Director",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "form",
        "days_ago": 0,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [],
        "handovers": [],
    },
    {
        "company": "Kvistfri Møbler AS",
        "organisation_number": "366684166",
        "country": "NO",
        "industry": "industry",
        "employees": "10-19",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "Snekkerverkstedet vårt er delt på tre bygg, og vi bruker halve dagen på å bære bord i regnvær. Vi vil "
            "ha alt under ett tak, helst med port stor nok til en lastebil og strøm nok til to nye freser."
        ),
        "anonymous_need": {
            "nb": "Møbelprodusent vil samle produksjonen under ett tak med stor port og god strømkapasitet.",
            "en": (
                "A furniture maker wants to bring production under one roof with a large gate and a strong power "
                "supply."
            ),
        },
        "contact": {
            "name": "Odd Spiralsen",
            "email": "odd@kvistfri.example",
            "phone": "+47 40 00 00 12",
            "language": "nb",
            "title": "Produksjonssjef",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 1,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [],
        "handovers": [],
    },
    {
        "company": "Kveldsgrøt AS",
        "organisation_number": "",
        "country": "NO",
        "industry": "trade",
        "employees": "1-4",
        "area": "under_100",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi serverer grøt til folk som jobber sent, fra en vogn med for små hjul. Nå vil vi ha fire vegger, et "
            "kjøkken med avtrekk og et sted der folk går forbi etter klokka ni om kvelden."
        ),
        "anonymous_need": {
            "nb": (
                "Lite serveringssted med kveldsåpent søker et rimelig lokale med avtrekk, der det går folk forbi "
                "om kvelden."
            ),
            "en": (
                "A small eatery open late wants affordable premises with an extractor, where people pass by in the "
                "evening."
            ),
        },
        "contact": {
            "name": "Mina Smørøye",
            "email": "mina@kveldsgrot.example",
            "phone": "+47 40 00 00 13",
            "language": "nb",
            "title": "Gründer",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "event",
        "days_ago": 2,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                1,
                "note",
                "Traff oss på frokosten. Smakte på grøten. Må ringes i dag, hun har fått tilbud et annet sted.",
            ),
        ],
        "handovers": [],
    },
    {
        "company": "Saunapolku Oy",
        "organisation_number": "",
        "country": "FI",
        "industry": "health",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "two_years",
        "readiness": "curious",
        "need": (
            "We design recovery rooms for hospitals and care homes, with warmth, quiet and good benches. Norway is "
            "next on our list. We need a showroom where a nurse can sit down and try one."
        ),
        "anonymous_need": {
            "nb": "Nordisk leverandør av innredning til helsebygg vil åpne et lite visningsrom i Norge.",
            "en": "A Nordic supplier of interiors for health buildings would like to open a small showroom in Norway.",
        },
        "contact": {
            "name": "Aino Löylymäki",
            "email": "aino@saunapolku.example",
            "phone": "",
            "language": "en",
            "title": "Export Manager",
        },
        "consent_email": False,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 6,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [(5, "note", "Fra målliste helse. Har ansatt norsktalende selger, det pleier å bety noe.")],
        "handovers": [],
    },
]
