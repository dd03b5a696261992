"""What the demo's events say, and who comes. Firms, people and houses are invented; `days` count from today."""

from typing import Any

INDEX: dict[str, dict[str, str]] = {
    "nb": {
        "title": "Arrangementer",
        "slug": "arrangementer",
        "intro": (
            "Kom og se, spør og bli kjent. Det koster ingenting, kaffen er nytraktet, og ingen må holde tale om seg "
            "selv."
        ),
        "search_description": "Frokoster, omvisninger og kvelder for bedrifter som er nye i byen, eller vurderer den.",
    },
    "en": {
        "title": "Events",
        "slug": "events",
        "intro": (
            "Come and look, ask and get to know people. It costs nothing, the coffee is fresh, and nobody has to make "
            "a speech about themselves."
        ),
        "search_description": "Breakfasts, tours and evenings for companies new to the city, or thinking of it.",
    },
}

NEWSLETTER: dict[str, dict[str, str]] = {
    "nb": {
        "title": "Nyhetsbrev",
        "slug": "nyhetsbrev",
        "intro": (
            "Én gang i måneden: nye lokaler, nye naboer og neste arrangement. Kort nok til å leses mens kaffen trakter."
        ),
        "search_description": "Få nytt om lokaler, bedrifter og arrangementer i Drammen på e-post, en gang i måneden.",
    },
    "en": {
        "title": "Newsletter",
        "slug": "newsletter",
        "intro": ("Once a month: new premises, new neighbours and the next event. Short enough to read over a coffee."),
        "search_description": "News of premises, companies and events in Drammen by e-mail, once a month.",
    },
}

EVENTS: list[dict[str, Any]] = [
    {
        "slug_nb": "frokost-for-nye-naboer",
        "slug_en": "breakfast-for-new-neighbours",
        "days": 11,
        "from": (7, 30),
        "until": (9, 0),
        "capacity": 24,
        "guests": 17,
        "image": "market",
        "title": {"nb": "Frokost for nye naboer", "en": "Breakfast for new neighbours"},
        "place": {"nb": "Brenneriet til Mørkebrent & Datter", "en": "The Mørkebrent & Datter roastery"},
        "address": "Kvernveien 0, Drammen",
        "intro": {
            "nb": "Er dere nye i byen? Da er dette den raskeste veien til tolv som har vært her lenge.",
            "en": "New to the city? This is the quickest way to meet twelve who have been here for years.",
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: markedsboder med stripete tak og frukt",
            "en": "Cut-paper illustration: market stalls with striped awnings and fruit",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Alle får en lapp med to setninger å fylle ut: «Jeg trenger …» og «Jeg kan hjelpe med …». "
                        "Lappene henges på en snor over disken. Resten går av seg selv.</p>"
                    ),
                ),
                ("heading", "Slik blir morgenen"),
                (
                    "steps",
                    [
                        ("07.30: kaffe og brød", "Sett deg ved noen du ikke kjenner."),
                        ("08.00: lappene på snora", "To setninger holder. Ingen må reise seg."),
                        (
                            "08.15: finn din lapp",
                            "Den som kan hjelpe deg, står sannsynligvis ved siden av brødristeren.",
                        ),
                        ("09.00: ut i dagen", "Du er på kontoret før de andre har funnet parkering."),
                    ],
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>Everyone gets a slip of paper with two sentences to finish: I need... and I can help "
                        "with... The slips are pegged on a line above the counter. The rest happens by itself.</p>"
                    ),
                ),
                ("heading", "The morning"),
                (
                    "steps",
                    [
                        ("7.30: coffee and bread", "Sit down beside somebody you do not know."),
                        ("8.00: the slips go up", "Two sentences will do. Nobody has to stand up."),
                        ("8.15: find your slip", "Whoever can help you is probably standing by the toaster."),
                        (
                            "9.00: off into the day",
                            "You are at your desk before the others have found a parking space.",
                        ),
                    ],
                ),
            ],
        },
    },
    {
        "slug_nb": "omvisning-langs-elva",
        "slug_en": "tour-along-the-river",
        "days": 18,
        "from": (12, 0),
        "until": (15, 30),
        "capacity": 12,
        "guests": 15,
        "image": "office",
        "title": {"nb": "Omvisning: seks kontorer langs elva", "en": "Tour: six offices along the river"},
        "place": {"nb": "Oppmøte ved jernbanestasjonen", "en": "We meet at the railway station"},
        "address": "",
        "intro": {
            "nb": (
                "For leietakerrådgivere og andre som leter for noen. Seks ledige kontorer til fots, uten bil og uten "
                "brosjyrer."
            ),
            "en": (
                "For tenant advisers and others who look on somebody's behalf. Six vacant offices on foot, no car and "
                "no brochures."
            ),
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: kontorbygg med store vinduer mot elva",
            "en": "Cut-paper illustration: offices with tall windows to the river",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Vi går fra dør til dør og tar tida mellom dem. Gårdeierne er til stede i hvert bygg og "
                        "svarer på det som ikke står i prospektet: støy, heis, naboer og hva som skjer når leietida er "
                        "ute.</p><p>Ta på sko du kan gå i. Vi er tilbake ved stasjonen halv fire, så du rekker toget "
                        "hjem før rushet.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>We walk from door to door and time the way between them. The owners are there in every "
                        "building and answer what the prospectus leaves out: noise, lifts, neighbours, and what "
                        "happens when the lease ends.</p><p>Wear shoes you can walk in. We are back at the station at "
                        "half past three, so you catch your train before the rush.</p>"
                    ),
                ),
            ],
        },
    },
    {
        "slug_nb": "fadderkveld",
        "slug_en": "mentors-evening",
        "days": 32,
        "from": (17, 0),
        "until": (19, 30),
        "capacity": 40,
        "guests": 9,
        "image": "mentor",
        "title": {"nb": "Fadderkveld: still de dumme spørsmålene", "en": "Mentors' evening: ask the silly questions"},
        "place": {"nb": "Kantina hos Elvebris Eiendom", "en": "The canteen at Elvebris Eiendom"},
        "address": "Elvegata 0, Drammen",
        "intro": {
            "nb": ("Ti faddere, ti bord og ett spørsmål om gangen. Du velger bordene, og ingen spørsmål er for små."),
            "en": "Ten mentors, ten tables, one question at a time. You choose the tables; no question is too small.",
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: to personer med hver sin kopp ved et bord",
            "en": "Cut-paper illustration: two people at a table with a cup each",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Hvem ringer man om skilt på fasaden? Hva er en grei husleie? Hvor spiser folk lunsj? "
                        "Fadderne har svart på det før, og har selv spurt om verre.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "Jeg spurte hvor man kjøper en hage til takterrassen. Svaret satt ved nabobordet.",
                        "Emil Skuffstad, Syvende Pult",
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>Who do you call about a sign on the front of the building? What is a fair rent? Where do "
                        "people have lunch? The mentors have answered it before, and have asked worse themselves.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "I asked where one buys a garden for a roof terrace. The answer sat at the next table.",
                        "Emil Skuffstad, Syvende Pult",
                    ),
                ),
            ],
        },
    },
    {
        "slug_nb": "lonnsslippen-pa-en-time",
        "slug_en": "the-payslip-in-an-hour",
        "days": -16,
        "from": (14, 0),
        "until": (15, 0),
        "capacity": 20,
        "guests": 14,
        "image": "paper",
        "title": {"nb": "Lønnsslippen på en time", "en": "The Norwegian payslip in an hour"},
        "place": {"nb": "Møterommet hos Kladd & Kvittering", "en": "The meeting room at Kladd & Kvittering"},
        "address": "Bilagsgata 0, Drammen",
        "intro": {
            "nb": "For bedrifter fra utlandet: hva står det egentlig på slippen, og hvem skal ha pengene?",
            "en": "For companies from abroad: what does the slip actually say, and who gets the money?",
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en gammel papirfabrikk i tegl",
            "en": "Cut-paper illustration: an old paper mill in brick",
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Wenche Bilagsrud gikk gjennom en lønnsslipp linje for linje, og delte ut fargeblyanter. "
                        "Feriepengene ble grønne, skatten rød, og overtida fikk sin egen nyanse.</p><p>Vi gjør det "
                        "igjen når det er nok nye i byen. Si fra hvis dere er blant dem.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>Wenche Bilagsrud went through a payslip line by line and handed out coloured pencils. "
                        "Holiday pay was green, tax was red, and overtime got a shade of its own.</p><p>We do it "
                        "again when there are enough newcomers. Tell us if you are one of them.</p>"
                    ),
                ),
            ],
        },
    },
]

# Name, company, and what to know.
GUESTS: list[tuple[str, str, str]] = [
    ("Ylva Sandnesmo", "Lydstille", ""),
    ("Håkon Bjelkerud", "Treskje", "Kommer rett fra toget, kanskje fem minutter for sent."),
    ("Marta Wisniewska", "Ordbro", ""),
    ("Petter Rundkjøring", "Sidevei", ""),
    ("Leila Farzan", "Klarsyn", "Spiser ikke nøtter."),
    ("Jens Ottar Myhrer", "Myhrer Maskin", ""),
    ("Thuy Nguyen-Lund", "Fjerde Rom", ""),
    ("Espen Kaldager", "Kaldager Kjøl", ""),
    ("Birgitte Solum", "Solum og Søster", "Bruker rullestol."),
    ("Omar Haddad", "Tredje Vindu", ""),
    ("Ragna Øverli", "Overli Regnskap", ""),
    ("Klaus Brinkmann", "Brinkmann Prüfung", "Helst på tysk eller engelsk."),
    ("Silje Teigland", "Teig", ""),
    ("Arne Vik", "Vik Varme", ""),
    ("Noor de Graaf", "Dijk", ""),
    ("Frode Langeng", "Langeng Last", ""),
    ("Ida Marie Stokke", "Stokke Strøm", ""),
]
