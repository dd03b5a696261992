"""Demo news on what was learnt before."""

from typing import Any

LESSONS: list[dict[str, Any]] = [
    {
        "slug_nb": "det-vi-laerte-av-naeringsvekst-2020",
        "slug_en": "what-naeringsvekst-2020-taught-us",
        "image": "bridge",
        "days_ago": 163,
        "title": {"nb": "Det vi lærte av Næringsvekst 2020", "en": "What Næringsvekst 2020 taught us"},
        "intro": {
            "nb": (
                "714 nye arbeidsplasser i 2018 er et tall å være stolt av. Vi har lest gjennom permene for å se "
                "hva vi bør gjøre likt, og hva vi bør gjøre annerledes."
            ),
            "en": (
                "Having 714 new jobs in 2018 is something to be proud of. We have been through the files to see "
                "what to do again, and what to do differently."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Næringsvekst 2020 varte fra 2017 til 2020. Målet var omtrent 500 nye arbeidsplasser i "
                        "året, eller én for annenhver nye innbygger. I 2018 kom det 714.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Kommunen og lokale firmaer betalte sammen. Kommunens del var om lag 2 000 000 kr i "
                        "året. Den modellen tar vi med oss, fordi det er lettere å møte opp til noe du selv har "
                        "betalt for.</p>"
                    ),
                ),
                ("heading", "Vi gjør dette likt"),
                (
                    "paragraph",
                    (
                        "<ul><li>Næringslivet og kommunen sitter ved samme bord.</li><li>Vi velger noen bransjer "
                        "og sier nei til andre.</li><li>Vi bruker de fire K-ene, for folk husker dem.</li></ul>"
                    ),
                ),
                ("heading", "Vi gjør dette annerledes"),
                (
                    "paragraph",
                    (
                        "<ul><li>Vi venter ikke på at bedriftene skal oppdage oss. Vi ringer.</li><li>Hver bedrift "
                        "får én rådgiver og én privat side.</li><li>Det partnerne får, blir skrevet ned, så ingen "
                        "må huske det i fire år.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        "Sist lærte vi å bli sett. Nå må vi lære å spørre, og så holde munn til den andre har svart.",
                        "Ragnhild Hengslevik, programleder",
                    ),
                ),
                (
                    "paragraph",
                    "<p>En ting er uendret. Dette går ikke uten firmaer som synes det er gøy å få naboer.</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        '<p>Næringsvekst 2020, or "Business Growth 2020", ran from 2017 to 2020. The goal was '
                        "about 500 new jobs a year, or one for every second new inhabitant. In 2018 there were "
                        "714.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The municipality and local firms paid for it together. The municipality's share was "
                        "about NOK 2 million a year. We are keeping that model, because it is easier to turn up "
                        "for something you have paid for yourself.</p>"
                    ),
                ),
                ("heading", "What we are doing again"),
                (
                    "paragraph",
                    (
                        "<ul><li>Business and the municipality sit at the same table.</li><li>We choose some "
                        "industries and say no to others.</li><li>We use the four Ks, because people remember "
                        "them.</li></ul>"
                    ),
                ),
                ("heading", "What we are doing differently"),
                (
                    "paragraph",
                    (
                        "<ul><li>We don't wait for companies to discover us. We ring.</li><li>Each company gets "
                        "one adviser and one private page.</li><li>What partners receive is written down, so that "
                        "nobody has to remember it for four years.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Last time we learnt to be seen. Now we must learn to ask, and then keep quiet until "
                            "the other person has answered."
                        ),
                        "Ragnhild Hengslevik, programme manager",
                    ),
                ),
                (
                    "paragraph",
                    "<p>One thing is unchanged. None of this works without firms that enjoy having neighbours.</p>",
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en bro i flere lag med en liten figur midt på",
            "en": "Cut-paper illustration: a layered bridge with a small figure halfway across",
        },
    },
    {
        "slug_nb": "leietakerradgivere-pa-kontorjakt",
        "slug_en": "tenant-advisers-on-an-office-hunt",
        "image": "office",
        "days_ago": 141,
        "title": {"nb": "Elleve leietakerrådgivere og en heis", "en": "Eleven tenant advisers and one lift"},
        "intro": {
            "nb": (
                "De vet hvilke bedrifter som skal flytte før bedriftene sier det høyt. Derfor inviterte gårdeierne "
                "i KD25 dem på omvisning."
            ),
            "en": (
                "They know which companies are moving before the companies say so. That is why the property owners "
                "in KD25 invited them round."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Kontordestinasjon Drammen 2025, KD25 blant venner, er gårdeiere som har bestemt seg "
                        "for å selge byen før de selger sine egne kvadratmeter. Denne gangen hadde de med seg "
                        "elleve leietakerrådgivere fra Oslo på tur.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>En leietakerrådgiver hjelper bedrifter med å velge kontor. Har hun ikke vært her, "
                        "kommer vi heller aldri på lista hennes.</p>"
                    ),
                ),
                ("heading", "Dette fikk de se"),
                (
                    "paragraph",
                    (
                        "<ul><li>Et kontor som er klart, med alt på plass.</li><li>Et kontor som ikke er klart, "
                        "med hjelm på.</li><li>En heis som tok seks om gangen, slik at alle fikk øvd på å "
                        "presentere seg.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Gårdeierne hadde én regel: Ingen fikk snakke stygt om naboens bygg. Passet ikke deres "
                        "eget lokale, skulle de peke på et annet. Det gjorde de, med tydelig smerte.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Jeg viste dem konkurrentens toppetasje. Den er finere enn min, og nå vet de det. Men "
                            "de husker meg."
                        ),
                        "Kari Flomvik, utleiesjef i Elvebris Eiendom",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Tre av rådgiverne har bedt om å få komme tilbake med en kunde. Kundene har ikke navn "
                        "ennå, i hvert fall ikke for oss. Vi har satt av en dag til hver.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>Kontordestinasjon Drammen 2025, KD25 to its friends, is a group of property owners who "
                        "have decided to sell the city before they sell their own square metres. This time they "
                        "took eleven tenant advisers from Oslo on a tour.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>A tenant adviser helps companies choose an office. If she has never been here, we "
                        "shall never be on her list.</p>"
                    ),
                ),
                ("heading", "What they got to see"),
                (
                    "paragraph",
                    (
                        "<ul><li>An office that is ready, with everything in place.</li><li>An office that is not "
                        "ready, wearing a hard hat.</li><li>A lift that took six at a time, so that everybody had "
                        "a chance to practise introducing themselves.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The owners had one rule: nobody was to speak ill of a neighbour's building. If their "
                        "own space would not do, they were to point to another. They did, in visible pain.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "I showed them a competitor's top floor. It is nicer than mine, and now they know. But "
                            "they remember me."
                        ),
                        "Kari Flomvik, head of lettings at Elvebris Eiendom",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Three of the advisers have asked to come back with a client. The clients have no names "
                        "yet, at any rate not for our ears. We have set aside a day for each of them.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: kontorbygg i ulike farger med noen vinduer tent",
            "en": "Cut-paper illustration: office buildings in various colours with a few lit windows",
        },
    },
    {
        "slug_nb": "hva-gjor-en-fadder",
        "slug_en": "what-a-mentor-does",
        "image": "mentor",
        "days_ago": 118,
        "title": {"nb": "Hva gjør en fadder egentlig?", "en": "What does a mentor actually do?"},
        "intro": {
            "nb": (
                "En fadder er et menneske i en partnerbedrift som tar seg av en nykommer. Jobben er liten på "
                "papiret og stor i praksis."
            ),
            "en": (
                "A mentor is a person at a partner firm who looks after a newcomer. The job looks small on paper "
                "and turns out to be large."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>På norsk sier vi fadder, som om bedriften skulle døpes. Det er ikke så dumt. En fadder "
                        "er til stede i begynnelsen, husker bursdager og sier fra når noe er en dårlig idé.</p>"
                    ),
                ),
                ("heading", "Det første halvåret"),
                (
                    "steps",
                    [
                        ("Uke én", "En kaffe, uten agenda. Fadderen spør hva nykommeren gruer seg til."),
                        ("Måned én", "Tre introduksjoner til firmaer her. Fadderen blir med på den første."),
                        ("Måned tre", "Et ærlig spørsmål: Hva har vært dårlig så langt? Svaret går til rådgiveren."),
                        ("Måned seks", "En lunsj der nykommeren betaler. Da er det ikke en nykommer lenger."),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>En fadder selger ikke egne varer i de første samtalene. Blir det handel senere, er det "
                        "hyggelig, og det skjer gjerne.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Hun jeg er fadder for, lurte på hvor man får trykt skilt en fredag ettermiddag. Jeg "
                            "visste det. Mer skulle det ikke til."
                        ),
                        "Wenche Bilagsrud, regnskapsfører og fadder",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Har firmaet ditt noen som liker folk og kan si nei på en vennlig måte? Da har dere en "
                        "fadder. Administratoren i bedriften legger henne inn i partnerportalen.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>The Norwegian word is fadder, which also means godparent, as though the company were "
                        "about to be christened. That is not a bad way to see it. A mentor is there at the "
                        "beginning, remembers birthdays and speaks up when something is a poor idea.</p>"
                    ),
                ),
                ("heading", "The first six months"),
                (
                    "steps",
                    [
                        ("Week one", "A coffee with no agenda. The mentor asks what the newcomer is dreading."),
                        (
                            "Month one",
                            "Three introductions to firms already here. The mentor comes along to the first.",
                        ),
                        ("Month three", "A frank question: what has been bad so far? The answer goes to the adviser."),
                        ("Month six", "A lunch, and the newcomer pays. By then it is a newcomer no longer."),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>A mentor does not sell anything in those first conversations. If business follows "
                        "later on, so much the better, and it often does.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "My newcomer wondered where to get a sign printed on a Friday afternoon. I knew. That "
                            "was all it took."
                        ),
                        "Wenche Bilagsrud, accountant and mentor",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Does your firm have somebody who likes people and can say no nicely? Then you have a "
                        "mentor. Your firm's administrator adds her in the partner portal.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: to mennesker på hver sin side av et lite bord",
            "en": "Cut-paper illustration: two people on either side of a small table",
        },
    },
]
