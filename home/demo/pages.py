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
        "secondary_cta": "Om programmet",
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
        "secondary_cta": "About the programme",
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
    {
        "slug_nb": "kontakt",
        "slug_en": "contact",
        "title": {"nb": "Kontakt", "en": "Contact"},
        "intro": {
            "nb": "Velg den som ligner mest på ærendet ditt. Bommer du, sender vi deg videre selv.",
            "en": "Choose whoever seems closest to your errand. If you guess wrong, we will do the forwarding.",
        },
        "body": {
            "nb": [
                ("heading", "Du vurderer å komme hit"),
                (
                    "paragraph",
                    (
                        "<p>Fyll ut interesseskjemaet, eller skriv til strategisk rådgiver Sindre Åkerbekk: <a "
                        'href="mailto:radgiver@drammen.example">radgiver@drammen.example</a>. Du får svar fra et '
                        "menneske innen én arbeidsdag.</p>"
                    ),
                ),
                ("heading", "Du vil bli partner, eller er det allerede"),
                (
                    "paragraph",
                    (
                        "<p>Programleder Ragnhild Hengslevik tar seg av avtaler og alt som har med partnerbidraget "
                        'å gjøre: <a href="mailto:leder@drammen.example">leder@drammen.example</a>.</p>'
                    ),
                ),
                ("heading", "Du er journalist eller skal holde en tale"),
                (
                    "paragraph",
                    (
                        "<p>Tuva Lindeplass finner tall, bilder og folk som svarer på telefonen: <a "
                        'href="mailto:kommunikasjon@drammen.example">kommunikasjon@drammen.example</a>.</p>'
                    ),
                ),
                ("heading", "Du vil klage"),
                (
                    "paragraph",
                    (
                        "<p>Fint at du sier fra. Skriv til programlederen. Du får svar fra henne, også når svaret "
                        "er at vi tok feil.</p>"
                    ),
                ),
            ],
            "en": [
                ("heading", "You are thinking of coming here"),
                (
                    "paragraph",
                    (
                        "<p>Fill in the interest form, or write to our strategic adviser Sindre Åkerbekk: <a "
                        'href="mailto:radgiver@drammen.example">radgiver@drammen.example</a>. A person answers '
                        "within one working day.</p>"
                    ),
                ),
                ("heading", "You want to be a partner, or already are"),
                (
                    "paragraph",
                    (
                        "<p>Ragnhild Hengslevik, programme manager, looks after agreements and everything to do "
                        'with contributions: <a href="mailto:leder@drammen.example">leder@drammen.example</a>.</p>'
                    ),
                ),
                ("heading", "You are a journalist, or have a speech to give"),
                (
                    "paragraph",
                    (
                        "<p>Tuva Lindeplass finds figures, pictures and people who pick up the phone: <a "
                        'href="mailto:kommunikasjon@drammen.example">kommunikasjon@drammen.example</a>.</p>'
                    ),
                ),
                ("heading", "You have a complaint"),
                (
                    "paragraph",
                    (
                        "<p>Thank you for telling us. Write to the programme manager. She will answer you herself, "
                        "even when the answer is that we got it wrong.</p>"
                    ),
                ),
            ],
        },
    },
    {
        "slug_nb": "personvern",
        "slug_en": "privacy",
        "title": {"nb": "Personvern", "en": "Privacy"},
        "intro": {
            "nb": (
                "Å vurdere flytting kan være følsomt. Her står det hva vi lagrer om deg, hvorfor, hvor lenge og "
                "hvem som får se det."
            ),
            "en": (
                "Thinking about a move can be a delicate matter. Here is what we store about you, why, for how "
                "long and who may see it."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Næringsforeningen i Drammensregionen eier programmet og er behandlingsansvarlig for "
                        "opplysningene. Denne siden er en del av en demo. Teksten må kvalitetssikres før den tas i "
                        "bruk på ordentlig.</p>"
                    ),
                ),
                ("heading", "Hva interesseskjemaet lagrer"),
                (
                    "paragraph",
                    (
                        "<ul><li>Bedriften: navn, land, eventuelt organisasjonsnummer, bransje og omtrentlig "
                        "størrelse.</li><li>Behovet: det du skriver, hvor mye plass du trenger, og "
                        "når.</li><li>Deg: navn, tittel, e-postadresse, språk og telefonnummer hvis du oppgir "
                        "det.</li><li>Valgene dine: om vi får sende e-post eller ringe, og når du svarte.</li></ul>"
                    ),
                ),
                ("paragraph", "<p>Senere noterer rådgiveren hva vi har snakket om og hva vi har lovet deg.</p>"),
                ("heading", "Hvorfor"),
                (
                    "paragraph",
                    (
                        "<p>Vi bruker opplysningene til å svare deg og hjelpe deg videre. Det gjør vi ut fra en "
                        "berettiget interesse, siden du har bedt oss om svar. Vi deler hvem du er med en "
                        "partnerbedrift, og sender deg nyhetsbrev og lignende, bare hvis du har samtykket. Vi "
                        "selger ingenting videre.</p>"
                    ),
                ),
                ("heading", "Hvem som ser hva"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Rådgiverne og programlederen</b> ser alt, fordi de skal hjelpe "
                        "deg.</li><li><b>Analytikeren</b> ser bedriften og behovet, men ikke kontaktinformasjonen "
                        "din.</li><li><b>Partnerbedrifter</b> kan få en anonym beskrivelse av behovet. De får vite "
                        "hvem du er når de har takket ja og du har samtykket.</li><li><b>Kommunen</b> ser det som "
                        "trengs for å svare på en henvendelse du har bedt oss om å ta med "
                        "dit.</li><li><b>Styringsgruppen</b> ser summer, aldri personer.</li></ul>"
                    ),
                ),
                ("heading", "Hvor lenge"),
                (
                    "paragraph",
                    (
                        "<p>Opplysningene om deg slettes eller anonymiseres 24 måneder etter siste kontakt. Vi "
                        "beholder tall som ikke kan knyttes til deg, for å kunne vise om programmet virker.</p>"
                    ),
                ),
                ("heading", "Slik trekker du deg"),
                (
                    "paragraph",
                    (
                        "<p>Åpne den private lenken du fikk på e-post, og velg hva du vil trekke tilbake. Det "
                        "gjelder fra samme øyeblikk. Partnerbedrifter som har sett opplysningene dine i portalen, "
                        "mister tilgangen. Har du mistet lenken, skriver du til <a "
                        'href="mailto:radgiver@drammen.example">radgiver@drammen.example</a>.</p>'
                    ),
                ),
                ("heading", "Rettighetene dine"),
                (
                    "paragraph",
                    (
                        "<p>Du kan be om innsyn, retting, sletting, begrensning og en kopi du kan ta med deg. Du "
                        "kan protestere mot at vi bruker opplysningene. Du får svar så snart vi kan og senest "
                        "innen én måned. Mener du at vi gjør noe galt, kan du klage til <a "
                        'href="https://www.datatilsynet.no">Datatilsynet</a>. Si gjerne fra til oss også.</p>'
                    ),
                ),
                ("heading", "Hvis det var vi som ringte først"),
                (
                    "paragraph",
                    (
                        "<p>Da fant vi bedriften i Enhetsregisteret, som er åpent for alle, eller noen tipset oss. "
                        "Si at du ikke vil høre fra oss, så noterer vi det og lar deg være i fred.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>The Drammen Region Business Association (Næringsforeningen i Drammensregionen) owns "
                        "the programme and is the controller of the data. This page is part of a demo. The text "
                        "must be checked by a professional before it is used in earnest.</p>"
                    ),
                ),
                ("heading", "What the interest form stores"),
                (
                    "paragraph",
                    (
                        "<ul><li>The company: name, country, organisation number if there is one, industry and "
                        "rough size.</li><li>The need: what you write, how much space you want, and "
                        "when.</li><li>You: name, job title, e-mail address, language, and telephone number if you "
                        "give it.</li><li>Your choices: whether we may e-mail or ring you, and when you said "
                        "so.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    "<p>Later on, the adviser notes what we have talked about and what we have promised you.</p>",
                ),
                ("heading", "Why"),
                (
                    "paragraph",
                    (
                        "<p>We use the information to answer you and help you on your way. Our legal basis is "
                        "legitimate interest, since you have asked us for an answer. We tell a partner firm who "
                        "you are, or send you newsletters and the like, only if you have consented. We sell "
                        "nothing on.</p>"
                    ),
                ),
                ("heading", "Who sees what"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>The advisers and the programme manager</b> see everything, because their job "
                        "is to help you.</li><li><b>The analyst</b> sees the company and the need, but not your "
                        "contact details.</li><li><b>Partner firms</b> may be given an anonymous description of "
                        "the need. They learn who you are once they have accepted and you have "
                        "consented.</li><li><b>The municipality</b> sees what it takes to answer a question you "
                        "have asked us to bring there.</li><li><b>The steering group</b> sees totals, never "
                        "people.</li></ul>"
                    ),
                ),
                ("heading", "For how long"),
                (
                    "paragraph",
                    (
                        "<p>Information about you is deleted or made anonymous 24 months after our last contact. "
                        "We keep figures that cannot be traced to you, so that we can show whether the programme "
                        "works.</p>"
                    ),
                ),
                ("heading", "How to withdraw"),
                (
                    "paragraph",
                    (
                        "<p>Open the private link we e-mailed you and choose what to withdraw. It takes effect at "
                        "once. Partner firms that could see your details in the portal lose access. If you have "
                        "lost the link, write to <a "
                        'href="mailto:radgiver@drammen.example">radgiver@drammen.example</a>.</p>'
                    ),
                ),
                ("heading", "Your rights"),
                (
                    "paragraph",
                    (
                        "<p>You may ask for access, correction, erasure, restriction and a copy to take with you. "
                        "You may object to our using the information. We answer as soon as we can, and within one "
                        "month at the latest. If you think we are doing something wrong, you may complain to <a "
                        'href="https://www.datatilsynet.no">Datatilsynet</a>, the Norwegian Data Protection '
                        "Authority. Please tell us too.</p>"
                    ),
                ),
                ("heading", "If we rang you first"),
                (
                    "paragraph",
                    (
                        "<p>Then we found your company in Enhetsregisteret, the national register, which is open "
                        "to everyone, or somebody gave us a tip. Say you would rather not hear from us; we will "
                        "make a note of it and leave you in peace.</p>"
                    ),
                ),
            ],
        },
    },
    {
        "slug_nb": "tilgjengelighet",
        "slug_en": "accessibility",
        "title": {"nb": "Tilgjengelighet", "en": "Accessibility"},
        "intro": {
            "nb": "En dør som bare noen kommer gjennom, er en dårlig dør. Det gjelder nettsider også.",
            "en": "A door that only some people can get through is a poor door. The same goes for websites.",
        },
        "body": {
            "nb": [
                ("heading", "Hva vi sikter mot"),
                (
                    "paragraph",
                    (
                        "<p>Vi bygger nettstedet etter WCAG 2.2 på nivå AA. Det er mer enn WCAG 2.1 AA, som loven "
                        "krever av offentlige nettsteder. Sidene skal kunne brukes med tastatur, med skjermleser, "
                        "med forstørrelse og på en liten skjerm i dårlig lys.</p>"
                    ),
                ),
                ("heading", "Hva vi ikke kan love"),
                (
                    "paragraph",
                    (
                        "<p>Dette er en demo, og ingen utenforstående har kontrollert den. Vi tester selv "
                        "underveis, både med verktøy og for hånd. Det finner mye, men neppe alt.</p>"
                    ),
                ),
                ("heading", "Har du støtt på en terskel?"),
                (
                    "paragraph",
                    (
                        "<p>Skriv til <a "
                        'href="mailto:kommunikasjon@drammen.example">kommunikasjon@drammen.example</a>. Det '
                        "hjelper oss om du forteller</p><ul><li>hvilken side du var på,</li><li>hva du prøvde å "
                        "gjøre, og hva som skjedde,</li><li>hvilken nettleser og hvilket hjelpemiddel du brukte, "
                        "hvis du vet det.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Du får svar innen én arbeidsdag. Trenger du innholdet på en annen måte i mellomtiden, "
                        "ordner vi det.</p>"
                    ),
                ),
                ("heading", "Hvis svaret vårt ikke er godt nok"),
                (
                    "paragraph",
                    (
                        "<p>Tilsynet for universell utforming av ikt følger opp reglene i Norge. Du kan melde fra "
                        "til dem om nettsteder som stenger noen ute.</p>"
                    ),
                ),
            ],
            "en": [
                ("heading", "What we aim for"),
                (
                    "paragraph",
                    (
                        "<p>We build this website to WCAG 2.2, level AA. That goes further than WCAG 2.1 AA, which "
                        "the law requires of public websites. The pages should work with a keyboard, with a screen "
                        "reader, with magnification and on a small screen in poor light.</p>"
                    ),
                ),
                ("heading", "What we cannot promise"),
                (
                    "paragraph",
                    (
                        "<p>This is a demo and nobody from outside has audited it. We test it ourselves as we go, "
                        "with tools and by hand. That finds a good deal, though hardly everything.</p>"
                    ),
                ),
                ("heading", "Tripped over a threshold?"),
                (
                    "paragraph",
                    (
                        "<p>Write to <a "
                        'href="mailto:kommunikasjon@drammen.example">kommunikasjon@drammen.example</a>. It helps '
                        "if you tell us</p><ul><li>which page you were on,</li><li>what you were trying to do and "
                        "what happened,</li><li>which browser and which assistive technology you used, if you "
                        "know.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>You will hear from us within one working day. If you need the content in some other "
                        "form in the meantime, we will see to it.</p>"
                    ),
                ),
                ("heading", "If our answer is not good enough"),
                (
                    "paragraph",
                    (
                        "<p>In Norway the rules are enforced by Tilsynet for universell utforming av ikt, the "
                        "authority for universal design of ICT. You can report websites that shut people out.</p>"
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
