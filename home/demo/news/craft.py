"""Demo news on how the work is done."""

from typing import Any

CRAFT: list[dict[str, Any]] = [
    {
        "slug_nb": "slik-velger-vi-hvem-vi-ringer",
        "slug_en": "how-we-choose-whom-to-ring",
        "image": "lab",
        "days_ago": 96,
        "title": {"nb": "Slik velger vi hvem vi ringer", "en": "How we choose whom to ring"},
        "intro": {
            "nb": (
                "Enhetsregisteret har om lag 1,1 millioner oppføringer. Analytiker Jonas Tallaksrud skulle finne "
                "førti av dem. Her er oppskriften."
            ),
            "en": (
                "The national register holds about 1.1 million entries. Jonas Tallaksrud, our analyst, had to find "
                "forty of them. Here is his recipe."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Man kan ringe alle, og man kan ringe noen. Siden vi har én som ringer, og han trenger "
                        "søvn, begynner vi med å velge bort.</p>"
                    ),
                ),
                (
                    "steps",
                    [
                        (
                            "Velg bransje",
                            (
                                "Hva lykkes allerede her? Hva mangler partnerne våre naboer i? Vi velger få "
                                "bransjer og skriver ned hvorfor."
                            ),
                        ),
                        (
                            "Finn bedriftene",
                            (
                                "Enhetsregisteret er åpne data. Vi henter ut dem som har riktig næringskode og "
                                "passelig størrelse."
                            ),
                        ),
                        (
                            "Les",
                            (
                                "Jonas leser nettsidene deres, én for én. En bedrift som nettopp har pusset opp, "
                                "ringer vi ikke."
                            ),
                        ),
                        (
                            "Ranger",
                            "De som vokser ut av lokalene sine, går øverst. De som bare så spennende ut, går nederst.",
                        ),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>Førti navn ble til en målliste. Rådgiveren fikk den på et ark, med en setning om hver "
                        "bedrift: Hvorfor skulle de ha lyst til å snakke med oss?</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "Klarer jeg ikke å skrive den setningen, stryker jeg navnet. Det er den beste regelen jeg har.",
                        "Jonas Tallaksrud, analytiker",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>I ettertid ser vi hvilke setninger som stemte. To av bransjene vi trodde på, har vi "
                        "lagt bort. Én vi lo litt av, har gitt oss tre besøk.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>You can ring everybody, or you can ring somebody. Since we have one caller, and he "
                        "needs his sleep, we begin by ruling things out.</p>"
                    ),
                ),
                (
                    "steps",
                    [
                        (
                            "Choose an industry",
                            (
                                "What does well here already? Where do our partners lack neighbours? We choose a "
                                "few industries and write down why."
                            ),
                        ),
                        (
                            "Find the companies",
                            (
                                "Enhetsregisteret, the national register, is open data. We pull out those with the "
                                "right industry code and a suitable size."
                            ),
                        ),
                        (
                            "Read",
                            (
                                "Jonas reads their websites, one by one. A company that has just redecorated does "
                                "not get a call."
                            ),
                        ),
                        (
                            "Rank",
                            (
                                "Those outgrowing their premises go to the top. Those that merely looked exciting "
                                "go to the bottom."
                            ),
                        ),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>Forty names became a target list. The adviser got it on a sheet of paper, with one "
                        "sentence about each company: why would they want to talk to us?</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "If I can't write that sentence, I cross out the name. It is the best rule I have.",
                        "Jonas Tallaksrud, analyst",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Afterwards we can see which sentences held true. Two of the industries we believed in "
                        "have been put aside. One that made us smile has brought us three visits.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: kolber og et forstørrelsesglass over små hus",
            "en": "Cut-paper illustration: flasks and a magnifying glass over small houses",
        },
    },
    {
        "slug_nb": "internasjonale-drammen-og-vi",
        "slug_en": "internasjonale-drammen-and-us",
        "image": "port",
        "days_ago": 74,
        "title": {"nb": "«Hello» er også en måte å si hei på", "en": "Two ways of saying hello"},
        "intro": {
            "nb": (
                "Internasjonale Drammen er søsterprosjektet vårt. Sammen gikk vi gjennom alt en utenlandsk bedrift "
                "møter hos oss. Noe av det var flaut."
            ),
            "en": (
                "Internasjonale Drammen is our sister project. Together we went through everything a company from "
                "abroad meets here. Some of it was embarrassing."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>En dansk ingeniør hadde skrevet til oss på engelsk. Hun fikk et vennlig svar på norsk "
                        "med fire vedlegg. Hun skjønte alt, heldigvis, men hun skjønte også at vi ikke hadde tenkt "
                        "oss om.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Derfor satte vi oss ned med Internasjonale Drammen og leste våre egne brev med "
                        "fremmede øyne.</p>"
                    ),
                ),
                ("heading", "Dette har vi rettet"),
                (
                    "paragraph",
                    (
                        "<ul><li>Interesseskjemaet finnes på bokmål og engelsk, og svaret kommer på språket du "
                        "velger.</li><li>Den private siden er på samme språk, med de norske ordene forklart der de "
                        "ikke lar seg oversette.</li><li>Partnerbedriftene oppgir hvilke språk de snakker. Tre av "
                        "dem kan svare på tysk, og tre på polsk.</li><li>Ordet «fadder» forklares første gang det "
                        "står der.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "De fleste misforståelser handler ikke om grammatikk. De handler om hva som er så "
                            "selvsagt at ingen sier det."
                        ),
                        "Piotr Gloselien, språkrådgiver i Ordbro",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Ingeniøren fikk et nytt brev, på engelsk, med ett vedlegg. Hun svarte på norsk. Det "
                        "var også litt flaut, men på en hyggelig måte.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>A Danish engineer had written to us in English. Back came a friendly answer in "
                        "Norwegian with four attachments. Luckily she understood all of it, but she also "
                        "understood that we had not been thinking.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        '<p>So we sat down with Internasjonale Drammen ("International Drammen") and read our own '
                        "letters through foreign eyes.</p>"
                    ),
                ),
                ("heading", "What we have put right"),
                (
                    "paragraph",
                    (
                        "<ul><li>The interest form comes in Norwegian and English, and the answer comes in the "
                        "language you choose.</li><li>Your private page is in the same language, with Norwegian "
                        "words explained where they resist translation.</li><li>Partner firms say which languages "
                        "they speak. Three of them can answer in German, and three in Polish.</li><li>The word "
                        "fadder, a mentor, is explained the first time it appears.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Most misunderstandings are not about grammar. They are about whatever is so obvious "
                            "that nobody says it."
                        ),
                        "Piotr Gloselien, language adviser at Ordbro",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The engineer got a new letter, in English, with one attachment. She replied in "
                        "Norwegian. That was a little embarrassing too, though in a pleasant way.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et skip ved kai med fargede containere",
            "en": "Cut-paper illustration: a ship at the quayside with coloured containers",
        },
    },
    {
        "slug_nb": "dora-inn-til-kommunen",
        "slug_en": "the-municipalitys-front-door",
        "image": "townhall",
        "days_ago": 52,
        "title": {"nb": "Én dør inn til kommunen", "en": "One door into the municipality"},
        "intro": {
            "nb": (
                "Bedrifter vet sjelden hvilket kontor de skal spørre. Nå spør de oss, og kommunen svarer innen en "
                "frist som alle kan se."
            ),
            "en": (
                "Companies seldom know which office to ask. Now they ask us, and the municipality answers by a "
                "deadline that everyone can see."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>«Hvem snakker jeg med om en tomt?» Det er et rimelig spørsmål, og svaret avhenger av "
                        "hva du skal bruke tomta til, hvor den ligger og av og til av ukedagen. Derfor har "
                        "programmet fått en fast kontakt i kommunen.</p>"
                    ),
                ),
                ("heading", "Hva du kan spørre om"),
                (
                    "paragraph",
                    (
                        "<ul><li>Tillatelser: hva du trenger, og i hvilken rekkefølge.</li><li>Tomter: hva som er "
                        "regulert til hva.</li><li>Skole og bolig for dem som flytter med.</li><li>Hvem som avgjør "
                        "saken din, og når.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Rådgiveren sender spørsmålet for deg. Kontakten finner rett fagperson, og klokka går "
                        "til svaret er kommet. Styringsgruppen får se hvor ofte fristen ble holdt.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "Jeg kan ikke love at svaret er ja. Jeg kan love at det er et svar.",
                        "Torunn Svarstadli, kommunens kontakt for nye bedrifter",
                    ),
                ),
                ("heading", "Hva du ikke kan få"),
                (
                    "paragraph",
                    (
                        "<p>En snarvei. Søknaden din behandles som alle andres. Det du får, er å vite hva som "
                        "kreves før du bruker penger på tegninger. Et tidlig nei kan være verdt mer enn et sent "
                        "ja, i hvert fall for den som betaler arkitekten.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>Whom do I talk to about a plot? It is a fair question, and the answer depends on what "
                        "you want it for, where it is and sometimes on the day of the week. So the programme now "
                        "has a named contact in the municipality.</p>"
                    ),
                ),
                ("heading", "What you can ask about"),
                (
                    "paragraph",
                    (
                        "<ul><li>Permits: which ones you need, and in what order.</li><li>Plots: what each is "
                        "zoned for.</li><li>Schools and housing for those who move with you.</li><li>Who decides "
                        "your case, and when.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The adviser passes your question on. The contact finds the right specialist, and the "
                        "clock runs until the answer is in. The steering group gets to see how often the deadline "
                        "was met.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "I can't promise that the answer is yes. I can promise that it is an answer.",
                        "Torunn Svarstadli, the municipality's contact for new companies",
                    ),
                ),
                ("heading", "What you cannot have"),
                (
                    "paragraph",
                    (
                        "<p>A short cut. Your application is treated like everyone else's. What you do get is to "
                        "know what is required before you spend money on drawings. An early no can be worth more "
                        "than a late yes, at least to whoever is paying the architect.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et rådhus med klokke og åpen port",
            "en": "Cut-paper illustration: a town hall with a clock and an open gate",
        },
    },
]
