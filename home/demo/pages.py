"""Demo text for the public pages: the programme, the front page, the standing pages and the form."""

from typing import Any

PROGRAMME = {
    "name_nb": "Drammen på selger'n",
    "name_en": "Drammen på selger'n",
    "tagline_nb": "Byen som går ut og selger seg selv",
    "tagline_en": "Drammen goes out selling: the city that knocks on your door",
    "promise_nb": "Et menneske svarer deg innen én arbeidsdag.",
    "promise_en": "A person answers you within one working day.",
    "association_nb": "Næringsforeningen i Drammensregionen",
    "association_en": "The Drammen Region Business Association",
    "municipality_nb": "Drammen kommune",
    "municipality_en": "Drammen Municipality",
    "demo_notice_nb": "Dette er demoinnhold: firmaer, personer, priser og sitater er oppdiktet.",
    "demo_notice_en": "This is demo content: the firms, people, prices and quotes are invented.",
}

FRONT: dict[str, Any] = {
    "nb": {
        "title": "Drammen på selger'n",
        "seo_description": (
            "Skal bedriften flytte eller vokse? I Drammen åpner kommune og næringsliv dørene sammen. Si hva du "
            "trenger, og få svar innen én arbeidsdag."
        ),
        "eyebrow": "For bedrifter på flyttefot",
        "headline": "En hel by holder døra for deg",
        "lead": (
            "Tenker du på å flytte firmaet eller åpne en ny avdeling? I Drammen går kommune og næringsliv ut "
            "sammen for å finne bedrifter som passer her. Fortell oss hva du trenger. Et menneske svarer innen én "
            "arbeidsdag."
        ),
        "cta": "Fortell oss hva du trenger",
        "secondary_cta": "Finn veien på fem spørsmål",
        "strengths_heading": "Fire grunner på K",
        "strengths_intro": (
            "Drammen har solgt seg inn med fire ord i flere år. Dette betyr de når det er du som skal pakke."
        ),
        "strengths": [
            {
                "key": "kompetanse",
                "title": "Kompetanse",
                "gloss": "",
                "text": (
                    "Si hvem du må ansette, så lar vi deg snakke med bedrifter som har lett etter de samme folkene "
                    "her. Du får høre hvordan det gikk, også når det tok tid."
                ),
            },
            {
                "key": "knutepunkt",
                "title": "Knutepunkt",
                "gloss": "",
                "text": (
                    "Jernbane, vei og havn møtes i samme by. Folkene dine kan ta toget og varene kan ta båten, og "
                    "du slipper å velge bort det ene for det andre."
                ),
            },
            {
                "key": "komplett",
                "title": "Komplett",
                "gloss": "",
                "text": (
                    "Her finnes det en bedrift trenger, og det menneskene i den trenger. Vi svarer på spørsmål om "
                    "lokaler og leverandører, og på det om skoleplass før flyttelasset går."
                ),
            },
            {
                "key": "kompakt",
                "title": "Kompakt",
                "gloss": "",
                "text": (
                    "Alt ligger i gangavstand. Du kan møte banken, advokaten og kommunen på samme formiddag, og "
                    "bruke det du sparer i reisetid på en skikkelig lunsj."
                ),
            },
        ],
        "steps_heading": "Hva skjer når du har sagt hei?",
        "steps": [
            {
                "title": "Du bruker ett minutt",
                "text": (
                    "Skjemaet er kort: hvem du er, hva du trenger og omtrent når. Du trenger ikke ha bestemt deg "
                    "for noe."
                ),
            },
            {
                "title": "Et menneske svarer",
                "text": (
                    "Innen én arbeidsdag hører du fra en rådgiver med navn og telefonnummer. Det er den samme "
                    "personen neste gang også."
                ),
            },
            {
                "title": "Du får din egen side",
                "text": (
                    "Vi samler det vi kan tilby deg på en privat side med egen lenke. Del den med styret ditt, "
                    "eller hold den for deg selv."
                ),
            },
            {
                "title": "Dørene går opp",
                "text": (
                    "Du møter en fadder som kjenner byen, ser på lokaler og får tak i riktig person i kommunen. Du "
                    "bestemmer hvem som får vite hvem du er."
                ),
            },
        ],
        "figures_heading": "Det har virket før",
        "figures": [
            {
                "value": "714",
                "label": "nye arbeidsplasser kom i 2018",
                "source": "Næringsvekst 2020, fellesprosjektet fra 2017 til 2020",
            },
            {
                "value": "500",
                "label": "nye arbeidsplasser i året, omtrent, var målet",
                "source": "Målet for Næringsvekst 2020",
            },
            {
                "value": "1 : 2",
                "label": "én ny arbeidsplass for annenhver nye innbygger",
                "source": "Målet for Næringsvekst 2020",
            },
        ],
        "industries_heading": "Hva driver du med?",
        "industries_intro": (
            "Velg det som ligner mest. Vi finner noen som snakker språket ditt, også når språket er pallplasser."
        ),
        "partners_heading": "Firmaene bak døra",
        "partners_intro": (
            "Partnerbedriftene er med og betaler for programmet. De stiller med faddere, lokaler og ærlige råd om "
            "hvordan det er å drive firma her."
        ),
        "stories_heading": "De har gått gjennom døra",
        "premises_heading": "Ledig akkurat nå",
        "premises_intro": "Partnerbedriftene legger ut lokaler og tomter her. Ring den som eier, eller spør oss først.",
        "events_heading": "Møt oss",
        "news_heading": "Nytt fra dørstokken",
        "closing_heading": "Et løst spørsmål holder lenge",
        "closing_text": (
            "Du trenger verken budsjett, styrevedtak eller flyttedato. Skriv tre linjer, så svarer vi innen én "
            "arbeidsdag."
        ),
        "closing_cta": "Si hei",
    },
    "en": {
        "title": "Drammen på selger'n",
        "seo_description": (
            "Moving or growing your company? In Drammen, the municipality and local firms open doors together. "
            "Tell us what you need and hear back within a working day."
        ),
        "eyebrow": "For companies with itchy feet",
        "headline": "A whole city holds the door",
        "lead": (
            "Thinking of moving your company, or opening a branch? In Drammen the municipality and local firms go "
            "out together to find companies that would fit in. Tell us what you need. A person answers within one "
            "working day."
        ),
        "cta": "Tell us what you need",
        "secondary_cta": "Find your way in five questions",
        "strengths_heading": "Four good reasons, all spelt with a K",
        "strengths_intro": (
            "Drammen has been selling itself on four Norwegian words for years. This is what they mean when you "
            "are the one packing the boxes."
        ),
        "strengths": [
            {
                "key": "kompetanse",
                "title": "Kompetanse",
                "gloss": "Skills",
                "text": (
                    "Tell us who you need to hire and we will let you talk to firms that have looked for the same "
                    "people here. They will say how it went, even if it took a while."
                ),
            },
            {
                "key": "knutepunkt",
                "title": "Knutepunkt",
                "gloss": "Hub",
                "text": (
                    "Railway, road and port meet in one city. Your people can come by train and your goods by sea, "
                    "and you need not give up one to have the other."
                ),
            },
            {
                "key": "komplett",
                "title": "Komplett",
                "gloss": "Complete",
                "text": (
                    "What a business needs is here, and so is what its people need. Ask us about premises and "
                    "suppliers, or about a school place before the removal van sets off."
                ),
            },
            {
                "key": "kompakt",
                "title": "Kompakt",
                "gloss": "Compact",
                "text": (
                    "Everything is within a walk. See the bank, the solicitor and the municipality in one morning, "
                    "and spend the travel time you saved on a proper lunch."
                ),
            },
        ],
        "steps_heading": "What happens once you have said hello?",
        "steps": [
            {
                "title": "You spend a minute",
                "text": (
                    "The form is short: who you are, what you need and roughly when. You do not have to have "
                    "decided anything."
                ),
            },
            {
                "title": "A person answers",
                "text": (
                    "Within one working day you hear from an adviser with a name and a telephone number. Next "
                    "time, it will be the same person."
                ),
            },
            {
                "title": "You get a page of your own",
                "text": (
                    "We gather what we can offer you on a private page with its own link. Share it with your "
                    "board, or keep it to yourself."
                ),
            },
            {
                "title": "Doors open",
                "text": (
                    "You meet a mentor who knows the city, look at premises and reach the right person in the "
                    "municipality. You decide who gets to know who you are."
                ),
            },
        ],
        "figures_heading": "It has worked before",
        "figures": [
            {
                "value": "714",
                "label": "new jobs came in 2018",
                "source": "Næringsvekst 2020, the joint project of 2017 to 2020",
            },
            {
                "value": "500",
                "label": "new jobs a year, or thereabouts, was the goal",
                "source": "The goal of Næringsvekst 2020",
            },
            {
                "value": "1 : 2",
                "label": "one new job for every second new inhabitant",
                "source": "The goal of Næringsvekst 2020",
            },
        ],
        "industries_heading": "What line are you in?",
        "industries_intro": (
            "Pick whatever comes closest. We will find somebody who speaks your language, even if that language is "
            "pallet spaces."
        ),
        "partners_heading": "The firms behind the door",
        "partners_intro": (
            "Our partner firms help pay for the programme. They offer mentors, premises and candid advice on what "
            "it is like to run a company here."
        ),
        "stories_heading": "They walked through the door",
        "premises_heading": "Vacant right now",
        "premises_intro": "Partner firms put up space and plots here. Call the owner, or ask us first.",
        "events_heading": "Meet us",
        "news_heading": "News from the doorstep",
        "closing_heading": "A half-formed question will do",
        "closing_text": (
            "You need no budget, board decision or moving date. Write us three lines and we will answer within one "
            "working day."
        ),
        "closing_cta": "Say hello",
    },
}

STANDARD_PAGES: list[dict[str, Any]] = [
    {
        "slug_nb": "om",
        "slug_en": "about",
        "title": {"nb": "Om programmet", "en": "About the programme"},
        "intro": {
            "nb": (
                "Drammen har brukt mange år på å bli kjent. Nå går kommunen og næringslivet ut sammen for å banke "
                "på hos bedrifter som kan trives her."
            ),
            "en": (
                "Drammen has spent years becoming known. Now the municipality and the business community are going "
                "out together to knock on the doors of companies that could do well here."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>«Drammen på selger'n» er et flerårig fellesprosjekt. Næringsforeningen i "
                        "Drammensregionen eier det. Drammen kommune og partnerbedriftene er med på laget. Målet er "
                        "vekst, utvikling, nye bedrifter og flere arbeidsplasser.</p>"
                    ),
                ),
                ("heading", "To mennesker og mange dører"),
                (
                    "paragraph",
                    (
                        "<p>En strategisk rådgiver snakker med bedriftene. En analytiker finner ut hvilke bransjer "
                        "og bedrifter det er verdt å ringe. Bak dem står firmaer som har sagt ja til å være "
                        "faddere, og en kommune som har sagt ja til å svare.</p>"
                    ),
                ),
                (
                    "steps",
                    [
                        ("Finne", "Vi velger bransjer som passer Drammen, og leter opp bedriftene i dem."),
                        (
                            "Vise",
                            "Vi tar kontakt og viser hva som finnes her, med det som taler for og det som taler imot.",
                        ),
                        ("Følge", "Vi hjelper med spørsmålene som dukker opp, og finner en fadder og et nettverk."),
                        ("Åpne", "Vi tar med spørsmålene til riktig person i kommunen og passer på at svaret kommer."),
                    ],
                ),
                ("heading", "Det som kom før"),
                (
                    "paragraph",
                    (
                        "<p>Først kom ti år med omdømmearbeid. Så kom <b>Næringsvekst 2020</b>, fra 2017 til 2020. "
                        "Utad het det «Drammen Works». Næringsforeningen drev prosjektet for kommunen, og både "
                        "kommunen og lokale bedrifter betalte. Kommunens del var om lag 2 000 000 kr i året.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Målet var én ny arbeidsplass for annenhver nye innbygger, omtrent 500 i året. I 2018 "
                        "kom det 714. Prosjektet arbeidet særlig med gründere, eiendom, helse, besøk og handel.</p>"
                    ),
                ),
                ("heading", "Søsknene"),
                (
                    "paragraph",
                    (
                        "<p>To prosjekter fortsetter ved siden av dette:</p><ul><li><b>Internasjonale Drammen</b>, "
                        "søsterprosjektet med blikket utover.</li><li><b>Kontordestinasjon Drammen 2025 "
                        "(KD25)</b>, der gårdeiere sammen selger inn Drammen som kontorby, blant annet med "
                        "omvisninger for leietakerrådgivere fra Oslo.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        "Folk hadde hørt om oss. Nå vil vi at de skal ha snakket med oss.",
                        "Ragnhild Hengslevik, programleder",
                    ),
                ),
                ("heading", "Virker det?"),
                (
                    "paragraph",
                    (
                        "<p>Det har de som betaler, rett til å vite. Vi noterer hva bedriftene lover når de "
                        "etablerer seg, og teller arbeidsplassene senere. Styringsgruppen får begge tallene, også "
                        "når de ikke er like.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        '<p>Drammen på selger\'n, which is roughly "Drammen goes out selling", is a joint project '
                        "over several years. The Drammen Region Business Association owns it. Drammen Municipality "
                        "and the partner firms are in it together. The aim is growth, development, new companies "
                        "and more jobs.</p>"
                    ),
                ),
                ("heading", "Two people and a good many doors"),
                (
                    "paragraph",
                    (
                        "<p>A strategic adviser talks to companies. An analyst works out which industries and "
                        "which companies are worth a call. Behind them stand firms that have agreed to be mentors, "
                        "and a municipality that has agreed to answer.</p>"
                    ),
                ),
                (
                    "steps",
                    [
                        ("Find", "We choose industries that suit Drammen and seek out the companies in them."),
                        (
                            "Show",
                            "We get in touch and show what there is, both what speaks for it and what speaks against.",
                        ),
                        ("Stay alongside", "We help with the questions that come up, and find a mentor and a network."),
                        (
                            "Open",
                            (
                                "We take your questions to the right person in the municipality and see to it that "
                                "an answer comes."
                            ),
                        ),
                    ],
                ),
                ("heading", "What came before"),
                (
                    "paragraph",
                    (
                        "<p>First there were ten years of work on the city's reputation. Then came <b>Næringsvekst "
                        '2020</b> ("Business Growth 2020"), from 2017 to 2020, known to the public as Drammen '
                        "Works. The association ran it for the municipality, and both the municipality and local "
                        "firms paid. The municipality's share was about NOK 2 million a year.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The goal was one new job for every second new inhabitant, about 500 a year. In 2018 "
                        "there were 714. The project gave most of its attention to founders, property, health, and "
                        "visitors and trade.</p>"
                    ),
                ),
                ("heading", "The siblings"),
                (
                    "paragraph",
                    (
                        "<p>Two other projects carry on alongside this one:</p><ul><li><b>Internasjonale "
                        'Drammen</b> ("International Drammen"), the sister project that looks '
                        "outwards.</li><li><b>Kontordestinasjon Drammen 2025 (KD25)</b>, in which property owners "
                        "join up to sell Drammen as a place for offices, for example with tours for tenant "
                        "advisers from Oslo.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        "People had heard of us. Now we would like them to have spoken to us.",
                        "Ragnhild Hengslevik, programme manager",
                    ),
                ),
                ("heading", "Does it work?"),
                (
                    "paragraph",
                    (
                        "<p>Those who pay are entitled to know. We write down what companies promise when they set "
                        "up here, and count the jobs later. The steering group gets both numbers, even when they "
                        "differ.</p>"
                    ),
                ),
            ],
        },
    },
    {
        "slug_nb": "bli-partner",
        "slug_en": "become-a-partner",
        "title": {"nb": "Bli partnerbedrift", "en": "Become a partner"},
        "intro": {
            "nb": (
                "Noen må holde døra når de nye kommer. Det er en fin jobb, og den gir gjerne flere naboer å handle med."
            ),
            "en": (
                "Somebody has to hold the door when newcomers arrive. It is a good job to have, and it brings "
                "neighbours to do business with."
            ),
        },
        "body": {
            "nb": [
                ("heading", "Hvorfor firmaer betaler for dette"),
                (
                    "paragraph",
                    (
                        "<p>En ny bedrift trenger bank, regnskap, lokaler, folk og kaffe. Som partner møter du den "
                        "mens valgene fortsatt er åpne. Du får også være med på å bestemme hvilke bransjer byen "
                        "skal gå etter.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Noen er med fordi de vil ha kunder. Andre er med fordi de vil ha flere å rekruttere "
                        "sammen med. Begge deler er gode grunner, og vi later ikke som om det er veldedighet.</p>"
                    ),
                ),
                ("heading", "Hva er en overlevering?"),
                (
                    "paragraph",
                    (
                        "<p>Når et prospekt trenger noe du er god på, får du et tilbud fra oss. Først ser du "
                        "bransje, behov og tidsplan. Navn og kontaktinformasjon ser du når du har takket ja og "
                        "prospektet har samtykket.</p>"
                    ),
                ),
                (
                    "steps",
                    [
                        (
                            "Tilbud",
                            (
                                "Du får en anonym beskrivelse og en frist. Partnernivået bestemmer hvor mange "
                                "arbeidsdager du har."
                            ),
                        ),
                        ("Svar", "Ja eller nei. Et raskt nei er mye bedre enn et sent kanskje."),
                        ("Samtale", "Du tar kontakt, hjelper til og melder tilbake hvordan det går."),
                        (
                            "Avslutning",
                            "Dere gjør noe sammen, eller dere gjør det ikke. Begge deler skrives ned, så vi lærer.",
                        ),
                    ],
                ),
                ("heading", "Var du med i Næringsvekst 2020?"),
                (
                    "paragraph",
                    (
                        "<p>Da har du førsteprioritet. Når en partnerrunde åpner, får tidligere partnere søke "
                        "først. De andre slipper til når prioritetsvinduet er over. Du må fortsatt søke, men du "
                        "slipper å stå i kø.</p>"
                    ),
                ),
                ("heading", "Hva vi ber om"),
                (
                    "paragraph",
                    (
                        "<ul><li>Svar på overleveringer innen fristen.</li><li>Still med minst én fadder som har "
                        "tid.</li><li>Behandle det du får vite, som du ville behandlet en kundes "
                        "hemmelighet.</li><li>Betal partnerbidraget, som faktureres én gang i året.</li></ul>"
                    ),
                ),
                ("heading", "Snakk med oss"),
                (
                    "paragraph",
                    (
                        '<p>Skriv til <a href="mailto:leder@drammen.example">leder@drammen.example</a>, så tar vi '
                        "en kaffe og ser om det passer.</p>"
                    ),
                ),
            ],
            "en": [
                ("heading", "Why firms pay for this"),
                (
                    "paragraph",
                    (
                        "<p>A new company needs a bank, an accountant, premises, people and coffee. As a partner "
                        "you meet it while its choices are still open. You also have a say in which industries the "
                        "city goes after.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Some firms join because they want customers. Others would like more employers around "
                        "to recruit alongside. Both are good reasons, and we will not pretend it is charity.</p>"
                    ),
                ),
                ("heading", "What is a handover?"),
                (
                    "paragraph",
                    (
                        "<p>When a prospect needs something you are good at, we make you an offer. You first see "
                        "the industry, the need and the time frame. You see the name and contact details once you "
                        "have accepted and the prospect has consented.</p>"
                    ),
                ),
                (
                    "steps",
                    [
                        (
                            "Offer",
                            (
                                "You get an anonymous description and a deadline. Your contribution tier decides "
                                "how many working days you have."
                            ),
                        ),
                        ("Answer", "Yes or no. A quick no beats a late maybe by some distance."),
                        ("Conversation", "You get in touch, help out and tell us how it is going."),
                        (
                            "Outcome",
                            "You do something together, or you don't. Either way it is written down, so that we learn.",
                        ),
                    ],
                ),
                ("heading", "Were you part of Næringsvekst 2020?"),
                (
                    "paragraph",
                    (
                        "<p>Then you have first priority. When a partnership round opens, former partners may "
                        "apply first. Everyone else is let in when the priority window has closed. You still have "
                        "to apply, but you don't have to queue.</p>"
                    ),
                ),
                ("heading", "What we ask of you"),
                (
                    "paragraph",
                    (
                        "<ul><li>Answer handovers before the deadline.</li><li>Provide at least one mentor who has "
                        "the time.</li><li>Treat what you learn as you would a client's secret.</li><li>Pay the "
                        "contribution, which is invoiced once a year.</li></ul>"
                    ),
                ),
                ("heading", "Talk to us"),
                (
                    "paragraph",
                    (
                        '<p>Write to <a href="mailto:leder@drammen.example">leder@drammen.example</a> and we will '
                        "have a coffee and see if it suits you.</p>"
                    ),
                ),
            ],
        },
    },
]

INTEREST: dict[str, Any] = {
    "nb": {
        "title": "Fortell oss hva du trenger",
        "intro": (
            "Det tar omtrent ett minutt. Skriv som du snakker, og hopp over det du ikke vet ennå. Ingen "
            "partnerbedrift får vite hvem du er før du har sagt ja."
        ),
        "thanks_title": "Takk, nå er det vår tur",
        "thanks_text": (
            "Et menneske leser det du skrev, og svarer innen én arbeidsdag. På e-post får du en privat lenke der "
            "du kan følge med, rette opp eller trekke deg."
        ),
    },
    "en": {
        "title": "Tell us what you need",
        "intro": (
            "It takes about a minute. Write as you speak, and skip whatever you don't know yet. No partner firm "
            "learns who you are until you have said yes."
        ),
        "thanks_title": "Thank you. Now it is our turn",
        "thanks_text": (
            "A person will read what you wrote and answer within one working day. By e-mail you get a private link "
            "where you can follow along, correct things or withdraw."
        ),
    },
}

NEWS_INDEX: dict[str, Any] = {
    "nb": {
        "title": "Nytt fra dørstokken",
        "intro": "Hvem som banket på, hva vi lærte, og av og til hva vi burde ha gjort annerledes.",
    },
    "en": {
        "title": "From the doorstep",
        "intro": "Who knocked, what we learnt and, now and then, what we should have done differently.",
    },
}

PARTNERS_PAGE: dict[str, Any] = {
    "nb": {
        "title": "Partnerbedriftene",
        "intro": (
            "Dette er firmaene som har sagt ja til å holde døra. De stiller med faddere og råd, og noen av dem har "
            "ledige lokaler."
        ),
    },
    "en": {
        "title": "Partner firms",
        "intro": (
            "These are the firms that have agreed to hold the door. They offer mentors and advice, and some of "
            "them have premises to let."
        ),
    },
}
