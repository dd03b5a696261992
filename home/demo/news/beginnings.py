"""Demo news from the first months."""

from typing import Any

BEGINNINGS: list[dict[str, Any]] = [
    {
        "slug_nb": "pa-dagsorden-i-naeringsutvalget",
        "slug_en": "on-the-committees-agenda",
        "image": "paper",
        "days_ago": 238,
        "title": {"nb": "På dagsorden i Næringsutvalget", "en": "On the business committee's agenda"},
        "intro": {
            "nb": (
                "Forslaget om å gå ut og selge byen er lagt fram for kommunens næringsutvalg. Politikerne hadde "
                "flest spørsmål om hvordan vi skal måle det."
            ),
            "en": (
                "The proposal to go out and sell the city has been put to the municipality's business committee. "
                "Most of the politicians' questions were about how to measure it."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Næringsforeningen i Drammensregionen har presentert «Drammen på selger'n» for "
                        "Næringsutvalget. Ideen er enkel å forklare og vanskelig å gjøre: kommunen og næringslivet "
                        "går sammen ut, finner bedrifter som kan passe her, og ber dem hit på besøk.</p>"
                    ),
                ),
                (
                    "paragraph",
                    "<p>Presentasjonen varte kortere enn spørsmålene etterpå. Det tar vi som et godt tegn.</p>",
                ),
                ("heading", "Tre ting utvalget ville vite"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Hvem gjør jobben?</b> En strategisk rådgiver og en analytiker. Resten er "
                        "partnerbedrifter som stiller med tid, råd og lokaler.</li><li><b>Hva skal kommunen "
                        "gjøre?</b> Svare. Når en bedrift spør om tomt, tillatelse eller skole, skal den få svar "
                        "innen en frist.</li><li><b>Hvordan vet vi at det virker?</b> Vi skriver ned hva hver "
                        "bedrift lover av arbeidsplasser, og teller dem når tiden er inne.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        "Jeg liker planer som sier hva som skal skje hvis de mislykkes. Denne gjorde det på side to.",
                        "Åse Bergløkken, leder av styringsgruppen",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Saken går nå gjennom vanlig behandling i kommunen. I mellomtiden snakker vi med "
                        "firmaer som kan tenke seg å være med. Det er lov å spørre før vedtaket er gjort, og det "
                        "koster ingenting å høre hva vi tenker.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>The Drammen Region Business Association has presented Drammen på selger'n to the "
                        "business committee, Næringsutvalget. The idea is easy to explain and hard to do: the "
                        "municipality and the business community go out together, find companies that might fit in "
                        "here, and invite them over.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The presentation was shorter than the questions that followed. We take that as a good "
                        "sign.</p>"
                    ),
                ),
                ("heading", "Three things the committee wanted to know"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Who does the work?</b> A strategic adviser and an analyst. The rest are "
                        "partner firms, which put in time, advice and premises.</li><li><b>What does the "
                        "municipality have to do?</b> Answer. When a company asks about a plot, a permit or a "
                        "school, it should have a reply by a set date.</li><li><b>How do we know it works?</b> We "
                        "write down how many jobs each company promises, and count them when the time "
                        "comes.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        "I like plans that say what happens if they fail. This one did, on page two.",
                        "Åse Bergløkken, chair of the steering group",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The matter now goes through the usual treatment in the municipality. In the meantime "
                        "we are talking to firms that might care to join. You may ask before anything has been "
                        "decided, and it costs nothing to hear what we have in mind.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en bunke saksdokumenter med brettede hjørner",
            "en": "Cut-paper illustration: a stack of committee papers with folded corners",
        },
    },
    {
        "slug_nb": "tidligere-partnere-forst",
        "slug_en": "former-partners-first",
        "image": "door",
        "days_ago": 214,
        "title": {"nb": "De som var med sist, slipper inn først", "en": "Last time's partners get in first"},
        "intro": {
            "nb": (
                "Den første partnerrunden er åpen. Firmaer som var partnere i Næringsvekst 2020, har "
                "førsteprioritet, og de må si fra før vinduet lukkes."
            ),
            "en": (
                "The first partnership round is open. Firms that were partners in Næringsvekst 2020 have first "
                "priority, and should speak up before the window closes."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Noen firmaer betalte for å selge Drammen lenge før det var sikkert at noen ville "
                        "kjøpe. De får velge plass først når partnerlaget settes sammen. Det synes vi er "
                        "rimelig.</p>"
                    ),
                ),
                ("heading", "Slik virker prioriteten"),
                (
                    "steps",
                    [
                        (
                            "Sjekk lista",
                            (
                                "Vi har lista over tidligere partnere. Mangler du på den, skriver du til "
                                "programlederen, så ser vi på saken."
                            ),
                        ),
                        (
                            "Søk i vinduet",
                            "Mens prioritetsvinduet er åpent, behandler vi bare søknader fra tidligere partnere.",
                        ),
                        (
                            "Velg nivå",
                            (
                                "Du kan bli hovedpartner, partner eller støttespiller. Nivået du hadde sist, "
                                "binder deg ikke."
                            ),
                        ),
                        (
                            "Signer",
                            (
                                "Avtalen gjelder for flere år. Den sier hva du betaler og hva du får, og teksten "
                                "endres ikke underveis."
                            ),
                        ),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>Når vinduet er lukket, slipper alle andre til, og da teller det når søknaden kom inn. "
                        "Har du aldri vært partner, kan du skrive søknaden ferdig nå.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Vi var med sist og fikk to leietakere og en tennispartner. Jeg har ikke tenkt å la "
                            "noen andre ta plassen."
                        ),
                        "Kari Flomvik, utleiesjef i Elvebris Eiendom",
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>Some firms paid to sell Drammen long before anyone knew whether there would be buyers. "
                        "They get to choose their seats first when the partnership is put together. That seems "
                        "fair to us.</p>"
                    ),
                ),
                ("heading", "How the priority works"),
                (
                    "steps",
                    [
                        (
                            "Check the list",
                            (
                                "We have the list of former partners. If you are missing from it, write to the "
                                "programme manager and we will look into it."
                            ),
                        ),
                        (
                            "Apply while the window is open",
                            (
                                "As long as the priority window lasts, we deal only with applications from former "
                                "partners."
                            ),
                        ),
                        (
                            "Choose a tier",
                            (
                                "You can be a principal partner, a partner or a supporter. Whatever you were last "
                                "time does not bind you."
                            ),
                        ),
                        (
                            "Sign",
                            (
                                "The agreement runs for several years. It says what you pay and what you get, and "
                                "the wording does not change along the way."
                            ),
                        ),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>Once the window has closed everyone else is welcome, and then the order of "
                        "applications counts. If you have never been a partner, there is nothing to stop you "
                        "writing yours now.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "We joined last time and came away with two tenants and a tennis partner. I am not "
                            "about to let somebody else have the place."
                        ),
                        "Kari Flomvik, head of lettings at Elvebris Eiendom",
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en dør som står på gløtt med lys bak",
            "en": "Cut-paper illustration: a door left ajar with light behind it",
        },
    },
    {
        "slug_nb": "fire-k-er-pa-en-formiddag",
        "slug_en": "four-ks-in-one-morning",
        "image": "map",
        "days_ago": 189,
        "title": {"nb": "Fire K-er på en formiddag", "en": "Four Ks in one morning"},
        "intro": {
            "nb": (
                "Kompetanse, knutepunkt, komplett og kompakt er fine ord på en plakat. Vi tok med en "
                "finansdirektør og lot henne prøve dem."
            ),
            "en": (
                "Kompetanse, knutepunkt, komplett, kompakt: they look good on a poster. We took a finance director "
                "along and let her try them."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Finansdirektøren hadde sagt at hun ikke trodde på slagord. Det gjør ikke vi heller, så "
                        "vi lot brosjyren ligge på kontoret og gikk en tur.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Ruta hadde fire stopp:</p><ul><li><b>Kompetanse.</b> Et IT-firma fortalte hvor lang "
                        "tid det tok å ansette de siste tre. Én av dem tok lang tid. Det sa de "
                        "også.</li><li><b>Knutepunkt.</b> Jernbane, vei og havn på samme kart. Hun ville se havna "
                        "først og traff kranføreren.</li><li><b>Komplett.</b> Spørsmålene hennes handlet mest om "
                        "de ansatte: bolig, skole og noe å gjøre på en tirsdag. Vi kunne svare på det meste og "
                        "skrev ned resten.</li><li><b>Kompakt.</b> Hele turen gikk til fots. Vi rakk kaffe to "
                        "ganger.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        "Jeg var forberedt på en salgstale. I stedet fikk jeg gnagsår og tre telefonnumre.",
                        "Finansdirektøren, som foreløpig vil være anonym",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>To av spørsmålene kunne vi ikke svare på der og da. Det ene gikk til kommunen, det "
                        "andre til en gårdeier. Hun fikk begge svarene samme uke.</p>"
                    ),
                ),
                (
                    "paragraph",
                    "<p>Vi tar gjerne turen igjen. Du velger rekkefølgen og farten, og vi tar med plaster.</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>The finance director had said she did not believe in slogans. Neither do we, so we "
                        "left the brochure at the office and went for a walk.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The route had four stops:</p><ul><li><b>Kompetanse, or skills.</b> An IT firm told her "
                        "how long its last three appointments had taken. One of them took ages. They said that "
                        "too.</li><li><b>Knutepunkt, or hub.</b> Railway, road and port on the same map. She "
                        "wanted to see the port first, and met the crane driver.</li><li><b>Komplett, or "
                        "complete.</b> Her questions were mostly about her staff: homes, schools and something to "
                        "do on a Tuesday. We could answer most of them and wrote down the "
                        "rest.</li><li><b>Kompakt, or compact.</b> We did the whole thing on foot, with time for "
                        "coffee twice.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        "I had braced myself for a sales pitch. What I got was a blister and three telephone numbers.",
                        "The finance director, who would rather be anonymous for now",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Two of her questions we could not answer on the spot. One went to the municipality, "
                        "the other to a property owner. She had both replies the same week.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>We would happily do it again. You choose the order and the pace, and we will bring the "
                        "plasters.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et bykart med en stiplet rute mellom fire nåler",
            "en": "Cut-paper illustration: a city map with a dotted route between four pins",
        },
    },
]
