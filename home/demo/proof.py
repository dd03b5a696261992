"""Demo strengths and evidence. The figures are those of the real story, or counted among the demo's own partner firms;
owners and review dates are invented.
"""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from prospects.models import Evidence, Strength
from register.models import FocusIndustry

from .firms import FIRMS
from .pages import FRONT

ON_THE_FRONT = ("714", "500", "1 : 2")
_PROJECT = (
    "Næringsvekst 2020, fellesprosjektet fra 2017 til 2020",
    "Næringsvekst 2020, the joint project of 2017 to 2020",
)
_GOAL = ("Målet for Næringsvekst 2020", "The goal of Næringsvekst 2020")
_ASSOCIATION = ("Næringsforeningen i Drammensregionen", "The Drammen Region Business Association")
_REGISTER = ("Partnerregisteret til Drammen på selger'n", "The partner register of Drammen på selger'n")

EVIDENCE: list[dict[str, Any]] = [
    {
        "strength": "komplett",
        "figure": "714",
        "unit": ("nye arbeidsplasser", "new jobs"),
        "claim": ("kom til Drammen i 2018", "came to Drammen in 2018"),
        "source": _PROJECT,
        "dated_on": date(2018, 12, 31),
        "review_in": 400,
    },
    {
        "strength": "komplett",
        "figure": "500",
        "unit": ("arbeidsplasser i året, omtrent,", "jobs a year, roughly,"),
        "claim": ("var målet", "were the goal"),
        "source": _GOAL,
        "dated_on": date(2017, 1, 1),
        "review_in": 400,
    },
    {
        "strength": "kompetanse",
        "figure": "1 : 2",
        "unit": ("", ""),
        "claim": (
            "Én ny arbeidsplass for annenhver nye innbygger var målet",
            "One new job for every second new inhabitant was the goal",
        ),
        "source": _GOAL,
        "dated_on": date(2017, 1, 1),
        "review_in": 300,
    },
    {
        "strength": "knutepunkt",
        "figure": "3",
        "unit": ("veier inn", "ways in"),
        "claim": ("Jernbane, vei og havn møtes i samme by", "Railway, road and port meet in the same city"),
        "source": _ASSOCIATION,
        "dated_on": date(2020, 12, 1),
        "review_in": 200,
    },
    {
        "strength": "kompakt",
        "figure": "",
        "unit": ("", ""),
        "claim": ("Alt ligger i gangavstand", "Everything is within a walk"),
        "source": _ASSOCIATION,
        "dated_on": date(2020, 12, 1),
        "review_in": 200,
    },
    {
        "strength": "kompakt",
        "figure": "1",
        "unit": ("vei inn til kommunen", "way into the municipality"),
        "claim": (
            "Én navngitt person tar imot spørsmålene dine og finner den som kan svare",
            "One named person takes your questions and finds whoever can answer",
        ),
        "source": ("Drammen kommune", "Drammen Municipality"),
        "dated_on": date(2020, 12, 1),
        "review_in": 240,
    },
    {
        "strength": "komplett",
        "figure": "2",
        "unit": ("millioner kroner i året", "million kroner a year"),
        "claim": (
            "betalte kommunen for å få til vekst, og lokale firmaer betalte sammen med den",
            "is what the municipality paid for growth, and local firms paid alongside it",
        ),
        "source": _PROJECT,
        "dated_on": date(2017, 1, 1),
        "review_in": -20,
        "industries": ["property", "founders"],
    },
]

# Which strength the number of partner firms in an industry speaks for, and how it is said.
COUNTED: dict[str, tuple[str, str, str]] = {
    "knowledge": (
        "kompetanse",
        "lever av det folk kan, og deler gjerne det de vet om å ansette her",
        "live by what people know, and gladly share what they have learnt about hiring here",
    ),
    "technology": (
        "kompetanse",
        "jobber med teknologi, eller huser dem som gjør det",
        "work in technology, or house those who do",
    ),
    "health": (
        "kompetanse",
        "jobber med helse og kan si hvem du bør snakke med først",
        "work in health and can say whom you should talk to first",
    ),
    "logistics": (
        "knutepunkt",
        "flytter, forsikrer eller forklarer varer på vei",
        "move, insure or explain goods on their way",
    ),
    "industry": (
        "knutepunkt",
        "lager ting eller holder fabrikker i gang",
        "make things or keep factories running",
    ),
    "property": (
        "komplett",
        "tegner, bygger eller leier ut hus",
        "design, build or let houses",
    ),
    "trade": (
        "kompakt",
        "lever av at folk kommer gående",
        "live off people walking in",
    ),
    "founders": (
        "komplett",
        "er vant til å hjelpe dem som begynner med lite",
        "are used to helping those who begin with little",
    ),
}


def load_proof() -> None:
    """The four K's and what proves them. One piece of evidence is overdue, so that editors see how that looks."""
    for place, (nb, en) in enumerate(zip(FRONT["nb"]["strengths"], FRONT["en"]["strengths"], strict=True)):
        Strength.objects.create(
            slug=nb["key"],
            picture=nb["key"],
            name_nb=nb["title"],
            name_en=en["title"],
            gloss_nb=nb["gloss"],
            gloss_en=en["gloss"],
            summary_nb=nb["text"],
            summary_en=en["text"],
            sort_order=10 * (place + 1),
        )
    strengths = {strength.slug: strength for strength in Strength.objects.all()}
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    owner = User.objects.filter(groups__name="analyst").first()
    for row in [*EVIDENCE, *counted()]:
        made = Evidence.objects.create(
            strength=strengths[row["strength"]],
            figure=row["figure"],
            unit_nb=row["unit"][0],
            unit_en=row["unit"][1],
            claim_nb=row["claim"][0],
            claim_en=row["claim"][1],
            source_nb=row["source"][0],
            source_en=row["source"][1],
            dated_on=row["dated_on"],
            owner=owner,
            review_on=timezone.localdate() + timedelta(days=row["review_in"]),
        )
        made.industries.set([industries[slug] for slug in row.get("industries", [])])


def counted() -> list[dict[str, Any]]:
    """How many of the demo's firms are in each industry, and how many offer a mentor."""
    today = timezone.localdate()
    rows = [
        {
            "strength": "kompetanse",
            "figure": str(sum(1 for firm in FIRMS if firm["mentor"]["name"])),
            "unit": ("faddere", "mentors"),
            "claim": (
                "i partnerbedriftene har sagt ja til å ta telefonen",
                "at partner firms have agreed to pick up the phone",
            ),
        }
    ]
    for slug, (strength, nb, en) in COUNTED.items():
        rows.append(
            {
                "strength": strength,
                "figure": str(sum(1 for firm in FIRMS if slug in firm["industries"])),
                "unit": ("partnerbedrifter", "partner firms"),
                "claim": (nb, en),
                "industries": [slug],
            }
        )
    common = {"source": _REGISTER, "dated_on": today - timedelta(days=30), "review_in": 335}
    return [{**common, **row} for row in rows]
