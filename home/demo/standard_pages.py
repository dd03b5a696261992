"""Demo pages of no particular kind: about the programme, become a partner."""

from typing import Any

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
                        "<p>Da går dere foran. I hver partnerrunde er noen plasser holdt av til tidligere partnere så "
                        "lenge prioritetsvinduet varer. Andre kan søke samtidig, og får en ledig plass eller en plass "
                        "i køen. Det som er igjen av de avholdte plassene når vinduet er over, går til køen.</p>"
                    ),
                ),
                ("heading", "Hva vi ber om"),
                (
                    "paragraph",
                    (
                        "<ul><li>Svar på overleveringer innen fristen.</li><li>Still med minst én fadder som har "
                        "tid.</li><li>Behandle det du får vite, som du ville behandlet en kundes "
                        "hemmelighet.</li><li>Betal partnerbidraget: hvert år, samlet eller i terminer.</li></ul>"
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
                (
                    "call_to_action",
                    {
                        "heading": "Klar til å holde døra?",
                        "text": "Se nivåene og de ledige plassene. Begynn nå, og fortsett når det passer.",
                        "label": "Søk om å bli partner",
                        "leads_to": "joining",
                    },
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
                        "<p>Then you come first. In every partnership round some seats are kept for former partners "
                        "while the priority window lasts. Others can apply at the same time, and get a "
                        "free seat or a place in line. What is left of the kept seats when the window ends goes to the "
                        "line.</p>"
                    ),
                ),
                ("heading", "What we ask of you"),
                (
                    "paragraph",
                    (
                        "<ul><li>Answer handovers before the deadline.</li><li>Provide at least one mentor who has "
                        "the time.</li><li>Treat what you learn as you would a client's secret.</li><li>Pay the "
                        "contribution, which is paid every year, at once or in instalments.</li></ul>"
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
                (
                    "call_to_action",
                    {
                        "heading": "Ready to hold the door?",
                        "text": "See the tiers and how many seats are free. You can begin now and go on later.",
                        "label": "Apply to become a partner",
                        "leads_to": "joining",
                    },
                ),
            ],
        },
    },
]
