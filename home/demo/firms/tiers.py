"""The demo's contribution tiers and their benefits."""

from typing import Any

TIERS: list[dict[str, Any]] = [
    {
        "slug": "hovedpartner",
        "name": {"nb": "Hovedpartner", "en": "Principal partner"},
        "rank": 1,
        "yearly_amount": 150000,
        "response_days": 3,
        "description": {
            "nb": (
                "For dem som vil sette retning. Du er med når satsingsbransjene velges, og får de fleste "
                "spørsmålene først. Til gjengjeld venter vi raske svar."
            ),
            "en": (
                "For those who want to set the course. You help choose the focus industries and get most questions "
                "first. In return we expect quick answers."
            ),
        },
        "benefits": [
            {
                "slug": "overleveringer",
                "quantity": 12,
                "nb": "Inntil 12 overleveringer i året",
                "en": "Up to 12 handovers a year",
            },
            {
                "slug": "faddere",
                "quantity": 4,
                "nb": "Fire faddere i portalen",
                "en": "Four mentors in the portal",
            },
            {
                "slug": "bord",
                "nb": "Plass ved bordet når satsingsbransjer velges",
                "en": "A seat at the table when focus industries are chosen",
            },
            {
                "slug": "innlegg",
                "quantity": 2,
                "nb": "To innlegg på egne arrangementer i året",
                "en": "Two slots a year at our events",
            },
            {
                "slug": "stand",
                "quantity": 1,
                "nb": "En stand på høstmøtet, i stedet for innlegg",
                "en": "A stand at the autumn meeting, in place of slots",
            },
            {
                "slug": "logo",
                "nb": "Logo og omtale på forsiden",
                "en": "Logo and profile on the front page",
            },
        ],
    },
    {
        "slug": "partner",
        "name": {"nb": "Partner", "en": "Partner"},
        "rank": 2,
        "yearly_amount": 60000,
        "response_days": 4,
        "description": {
            "nb": (
                "For firmaer som gjerne vil møte de nye bedriftene og har noe de trenger. Nok overleveringer til å "
                "merkes, uten at dagene blir spist opp."
            ),
            "en": (
                "For firms that want to meet the newcomers and have something they need. Enough handovers to "
                "notice, without eating up your days."
            ),
        },
        "benefits": [
            {
                "slug": "overleveringer",
                "quantity": 6,
                "nb": "Inntil 6 overleveringer i året",
                "en": "Up to 6 handovers a year",
            },
            {
                "slug": "faddere",
                "quantity": 2,
                "nb": "To faddere i portalen",
                "en": "Two mentors in the portal",
            },
            {
                "slug": "lokaler",
                "nb": "Ledige lokaler vist til aktuelle prospekter",
                "en": "Your vacant premises shown to suitable prospects",
            },
            {
                "slug": "frokost",
                "quantity": 40,
                "nb": "Fire plasser på hver frokost",
                "en": "Four places at every breakfast",
            },
        ],
    },
    {
        "slug": "stottespiller",
        "name": {"nb": "Støttespiller", "en": "Supporter"},
        "rank": 3,
        "yearly_amount": 20000,
        "response_days": 5,
        "description": {
            "nb": (
                "For mindre firmaer som vil være med på laget. Du stiller en fadder, møter nye naboer og betaler "
                "en sum som tåler å stå i budsjettet."
            ),
            "en": (
                "For smaller firms that want to be on the team. You provide a mentor, meet new neighbours and pay "
                "a sum your budget can live with."
            ),
        },
        "benefits": [
            {
                "slug": "overleveringer",
                "quantity": 2,
                "nb": "Inntil 2 overleveringer i året",
                "en": "Up to 2 handovers a year",
            },
            {
                "slug": "faddere",
                "quantity": 1,
                "nb": "Én fadder i portalen",
                "en": "One mentor in the portal",
            },
            {
                "slug": "frokost",
                "quantity": 20,
                "nb": "To plasser på hver frokost",
                "en": "Two places at every breakfast",
            },
        ],
    },
]

# What there is only so much of in a year, whoever takes it, and which benefit takes from it.
POOLS: dict[str, dict[str, Any]] = {
    "scenetid": {"benefit": "innlegg", "capacity": 6, "nb": "Innlegg på scenen", "en": "Slots on the stage"},
    "frokostplasser": {
        "benefit": "frokost",
        "capacity": 400,
        "nb": "Plasser på frokostene",
        "en": "Places at the breakfasts",
    },
}
# Benefits of which a firm has one or the other in a year.
CONFLICTS = [("innlegg", "stand")]
