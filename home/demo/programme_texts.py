"""Demo text about the programme and its sisters. What it tells of the years until 2021 is the real story."""

from typing import Any

INDEX = {
    "nb": {
        "title": "Prosjektene",
        "intro": "Dette er ikke det første Drammen prøver sammen. Her står det som var, det som går, og hvem som "
        "driver det.",
    },
    "en": {
        "title": "The programmes",
        "intro": "This is not the first thing Drammen tries together. Here is what was, what goes on, and who runs it.",
    },
}

PROGRAMMES: list[dict[str, Any]] = [
    {
        "slug": {"nb": "drammen-pa-selgern", "en": "drammen-pa-selgern"},
        "title": {"nb": "Drammen på selger'n", "en": "Drammen på selger'n"},
        "state": "running",
        "period": {"nb": "Fra 2021", "en": "From 2021"},
        "run_by": {
            "nb": "Næringsforeningen i Drammensregionen, sammen med Drammen kommune",
            "en": "The Drammen Region Business Association, with Drammen Municipality",
        },
        "intro": {
            "nb": "Byen er kjent. Nå går kommune og næringsliv ut sammen og selger den, én bedrift om gangen.",
            "en": "The city is known. Now municipality and business go out together and sell it, one company at a "
            "time.",
        },
        "goal": {
            "nb": "Vekst, utvikling, nye bedrifter og flere arbeidsplasser. Og at noen kan vise at det virket.",
            "en": "Growth, development, new companies and more jobs. And that somebody can show it worked.",
        },
        "body": {
            "nb": [
                ("heading", "To mennesker og mange dører"),
                (
                    "paragraph",
                    "<p>En strategisk rådgiver selger. En analytiker finner ut hvem det er verdt å ringe. Bak dem står "
                    "partnerbedriftene, som stiller med faddere, og kommunen, som svarer.</p>",
                ),
                (
                    "steps",
                    [
                        ("Velge bransjer", "Hvilke bransjer har noe her å gjøre?"),
                        ("Finne bedriftene", "Hvem er de, og hvem av dem kan tenke seg å flytte på seg?"),
                        ("Ta kontakt", "En telefon, en e-post eller en kopp kaffe."),
                        ("Vise hva som finnes", "Lokaler, folk og naboer, på stedet."),
                        ("Veilede", "Spørsmålene som kommer etterpå, er som regel de viktige."),
                        ("Finne en fadder", "En partnerbedrift som kan byen og tar telefonen."),
                        ("Åpne dører", "Et nettverk blant dem som er her, og rett person i kommunen."),
                    ],
                ),
                ("heading", "Hvem som får være med"),
                (
                    "paragraph",
                    "<p>Partnerne fra Næringsvekst 2020 får første rett når laget settes sammen. Etterpå er døra åpen "
                    "for andre.</p>",
                ),
            ],
            "en": [
                ("heading", "Two people and many doors"),
                (
                    "paragraph",
                    "<p>A strategic adviser does the selling. An analyst finds out whom it is worth ringing. Behind "
                    "them "
                    "stand the partner firms, who provide mentors, and the municipality, which answers.</p>",
                ),
                (
                    "steps",
                    [
                        ("Choose industries", "Which industries have business here?"),
                        ("Find the companies", "Who are they, and which of them might move?"),
                        ("Get in touch", "A call, an e-mail or a cup of coffee."),
                        ("Show what there is", "Premises, people and neighbours, on the spot."),
                        ("Guide", "The questions that come afterwards tend to be the important ones."),
                        ("Find a mentor", "A partner firm that knows the city and picks up the phone."),
                        ("Open doors", "A network among those already here, and the right person at the municipality."),
                    ],
                ),
                ("heading", "Who may take part"),
                (
                    "paragraph",
                    "<p>The partners of Næringsvekst 2020 come first when the team is put together. After that the "
                    "door "
                    "is open to others.</p>",
                ),
            ],
        },
        "evidence": [],
    },
    {
        "slug": {"nb": "naeringsvekst-2020", "en": "naeringsvekst-2020"},
        "title": {"nb": "Næringsvekst 2020", "en": "Næringsvekst 2020"},
        "state": "ended",
        "period": {"nb": "2017–2020", "en": "2017–2020"},
        "run_by": {
            "nb": "Næringsforeningen i Drammensregionen, for kommunen",
            "en": "The Drammen Region Business Association, for the municipality",
        },
        "intro": {
            "nb": "Fire år, fire K-er og ett mål. Utad het det «Drammen Works», og det gjorde Drammen kjent.",
            "en": "Four years, four Ks and one goal. In public it was called “Drammen Works”, and it made Drammen "
            "known.",
        },
        "goal": {
            "nb": "Én ny arbeidsplass for annenhver nye innbygger, omtrent 500 i året.",
            "en": "One new job for every second new inhabitant, about 500 a year.",
        },
        "body": {
            "nb": [
                ("heading", "Hvordan det ble betalt"),
                (
                    "paragraph",
                    "<p>Kommunen betalte omtrent to millioner kroner i året, og lokale firmaer betalte sammen med "
                    "den. Arbeidet gjaldt gründere, eiendom, helse, besøk og handel.</p>",
                ),
                ("heading", "Hva som fulgte"),
                (
                    "paragraph",
                    "<p>Prosjektet solgte Drammen inn med kompetanse, knutepunkt, komplett og kompakt. Ordene lever "
                    "videre her. Det gjør partnerne også: De som var med den gangen, får første rett i det nye.</p>",
                ),
            ],
            "en": [
                ("heading", "How it was paid for"),
                (
                    "paragraph",
                    "<p>The municipality paid about two million kroner a year, and local firms paid alongside it. The "
                    "work was about founders, property, health, visitors and trade.</p>",
                ),
                ("heading", "What followed"),
                (
                    "paragraph",
                    "<p>The project sold Drammen with skills, hub, complete and compact. The words live on here. So do "
                    "the partners: those who took part then come first in the new one.</p>",
                ),
            ],
        },
        "evidence": ["714", "500", "1 : 2"],
        "evidence_heading": {"nb": "Det vi kan vise til", "en": "What we can point to"},
    },
    {
        "slug": {"nb": "kd25", "en": "kd25"},
        "title": {"nb": "Kontordestinasjon Drammen 2025", "en": "Kontordestinasjon Drammen 2025"},
        "state": "running",
        "period": {"nb": "", "en": ""},
        "run_by": {"nb": "Eiendomsbesittere i Drammen, sammen", "en": "Property owners in Drammen, together"},
        "intro": {
            "nb": "Til daglig KD25. Konkurrenter som eier kontorbygg, har funnet ut at byen må velges før bygget.",
            "en": "KD25 for short. Competitors who own office buildings found that a city is chosen before a building.",
        },
        "goal": {
            "nb": "At flere tenker på Drammen når de skal leie kontor.",
            "en": "That more people think of Drammen when they are to rent an office.",
        },
        "body": {
            "nb": [
                ("heading", "Slik gjør de det"),
                (
                    "paragraph",
                    "<p>Eiendomsbesitterne selger Drammen som kontorsted sammen, for eksempel ved å ta med "
                    "leietakerrådgivere fra Oslo på runde. Da får gjestene se mer enn ett bygg, og de får se hva som "
                    "ligger mellom dem.</p>",
                ),
                ("heading", "Hva det har med oss å gjøre"),
                (
                    "paragraph",
                    "<p>KD25 fortsetter ved siden av. Leter du etter kontor, kommer du ofte borti begge, og det er "
                    "meningen.</p>",
                ),
            ],
            "en": [
                ("heading", "How they do it"),
                (
                    "paragraph",
                    "<p>The owners sell Drammen as a place for offices together, for example by taking tenant advisers "
                    "from Oslo on a tour. The guests then see more than one building, and they see what lies between "
                    "them.</p>",
                ),
                ("heading", "What it has to do with us"),
                (
                    "paragraph",
                    "<p>KD25 goes on alongside. If you are looking for an office you will often meet both of us, which "
                    "is the idea.</p>",
                ),
            ],
        },
        "evidence": [],
    },
    {
        "slug": {"nb": "internasjonale-drammen", "en": "internasjonale-drammen"},
        "title": {"nb": "Internasjonale Drammen", "en": "Internasjonale Drammen"},
        "state": "running",
        "period": {"nb": "", "en": ""},
        "run_by": {"nb": "", "en": ""},
        "intro": {
            "nb": "Søsterprosjektet med blikket ut. Det gikk ved siden av Næringsvekst 2020 og går videre.",
            "en": "The sister project that looks outwards. It ran beside Næringsvekst 2020 and goes on.",
        },
        "goal": {"nb": "", "en": ""},
        "body": {
            "nb": [
                (
                    "paragraph",
                    "<p>Kommer bedriften din fra et annet land, er det godt å vite at vi ikke er alene om å ta imot "
                    "deg. "
                    "Skriv til oss på norsk eller engelsk, så finner vi ut hvem av oss som hjelper deg best.</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    "<p>If your company comes from another country, it is good to know that we are not the only "
                    "ones to "
                    "welcome you. Write to us in Norwegian or English, and we will work out who helps you best.</p>",
                ),
            ],
        },
        "evidence": [],
    },
]
