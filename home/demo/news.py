"""Demo news: twelve stories, newest last. Every image is a cut-paper illustration used once."""

from typing import Any

NEWS: list[dict[str, Any]] = [
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
    {
        "slug_nb": "hundre-samtaler-fra-togsetet",
        "slug_en": "a-hundred-calls-from-a-train-seat",
        "image": "train",
        "days_ago": 33,
        "title": {"nb": "Hundre samtaler, mange fra et togsete", "en": "A hundred calls, many from a train seat"},
        "intro": {
            "nb": (
                "Strategisk rådgiver Sindre Åkerbekk har ringt sine første hundre bedrifter. Han førte strek for "
                "strek i en notatbok, og vi har fått se den."
            ),
            "en": (
                "Sindre Åkerbekk, our strategic adviser, has rung his first hundred companies. He kept a tally in "
                "a notebook, and we have been allowed to see it."
            ),
        },
        "body": {
            "nb": [
                ("paragraph", "<p>Hundre er et fint tall, mest fordi det er over. Slik fordelte samtalene seg:</p>"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>41</b> tok ikke telefonen første gang. De fleste ringte "
                        "tilbake.</li><li><b>28</b> sa nei takk. To av dem sa det på en måte Sindre har tenkt å "
                        "lære seg.</li><li><b>19</b> ville ha mer å lese.</li><li><b>9</b> ville komme på "
                        "besøk.</li><li><b>3</b> trodde han solgte strøm.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Det vanligste spørsmålet var ikke hva det koster. Det var hvem andre som er her. Nest "
                        "vanligst var om man må bestemme seg nå. Det må man ikke.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Det beste jeg kan si, er «det vet jeg ikke, men jeg ringer deg i morgen». Og så må "
                            "jeg jo ringe i morgen."
                        ),
                        "Sindre Åkerbekk, strategisk rådgiver",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Etter samtale nummer seksti endret han åpningen. Før sa han hvor han ringte fra. Nå "
                        "spør han hva som er trangt. Da kommer det gjerne et sukk først, og så en lang historie om "
                        "et lager.</p>"
                    ),
                ),
                (
                    "paragraph",
                    "<p>Ni besøk av hundre samtaler er bedre enn vi hadde håpet. Neste hundre begynner på mandag.</p>",
                ),
            ],
            "en": [
                (
                    "paragraph",
                    "<p>A hundred is a fine number, chiefly because it is behind him. This is how the calls went:</p>",
                ),
                (
                    "paragraph",
                    (
                        "<ul><li><b>41</b> did not pick up the first time. Most of them rang "
                        "back.</li><li><b>28</b> said no, thank you. Two of them put it in a way Sindre means to "
                        "learn.</li><li><b>19</b> wanted more to read.</li><li><b>9</b> wanted to come and see "
                        "us.</li><li><b>3</b> thought he was selling electricity.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>The most common question was not what it costs. It was who else is here. The runner-up "
                        "was whether they had to decide now. They do not.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "The best thing I can say is: I don't know, but I'll ring you tomorrow. And then, of "
                            "course, I have to ring tomorrow."
                        ),
                        "Sindre Åkerbekk, strategic adviser",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>After the sixtieth call he changed his opening. He used to say where he was ringing "
                        "from. Now he asks what is cramped. First there is usually a sigh, and then a long story "
                        "about a storeroom.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Nine visits out of a hundred calls is better than we had dared hope. The next hundred "
                        "start on Monday.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et tog gjennom et kupert landskap",
            "en": "Cut-paper illustration: a train passing through hilly country",
        },
    },
    {
        "slug_nb": "planene-dine-er-dine",
        "slug_en": "your-plans-are-yours",
        "image": "seedling",
        "days_ago": 16,
        "title": {"nb": "Planene dine er dine", "en": "Your plans are your own"},
        "intro": {
            "nb": (
                "Ingen vil lese i avisa at firmaet vurderer å flytte. Slik passer vi på at det du forteller oss, "
                "blir der du la det."
            ),
            "en": (
                "Nobody wants to read in the paper that their firm may be moving. This is how we keep what you "
                "tell us where you put it."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>En flytteplan er sårbar. Huseieren, konkurrenten og kantina kan alle ha meninger om "
                        "den lenge før den er ferdig tenkt. Derfor er den hemmelig til du sier noe annet.</p>"
                    ),
                ),
                ("heading", "Når vi spør en partnerbedrift"),
                (
                    "steps",
                    [
                        (
                            "Først uten navn",
                            (
                                "Partneren får vite bransjen, omtrentlig størrelse og hva du trenger. Beskrivelsen "
                                "skal ikke røpe hvem du er."
                            ),
                        ),
                        ("Så spør vi deg", "Vi deler ikke navnet ditt med noen før du har samtykket."),
                        (
                            "Så får de vite det",
                            (
                                "Har partneren takket ja og du samtykket, ser partneren kontaktinformasjonen. De "
                                "andre ser den ikke."
                            ),
                        ),
                        ("Du kan angre", "Trekk samtykket på den private lenken. Tilgangen er borte i samme øyeblikk."),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>Takker partneren nei, eller svarer for sent, får den aldri vite hvem du var. Vi spør "
                        "ikke den samme bedriften om deg en gang til.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "Jeg fikk tilbud om å hjelpe en bedrift på førti ansatte. Det viste seg å være naboen. "
                            "Jeg ante ingenting før hun ville at jeg skulle vite det."
                        ),
                        "Geir Rolighaug, bedriftslege i Andpusten",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>To år etter siste kontakt slettes opplysningene om deg eller gjøres anonyme. Det skjer "
                        "uten at du må be om det.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>A plan to move is a tender thing. The landlord, the competition and the canteen may "
                        "all have opinions on it long before it has been thought through. So it stays secret until "
                        "you say otherwise.</p>"
                    ),
                ),
                ("heading", "When we ask a partner firm"),
                (
                    "steps",
                    [
                        (
                            "First, no names",
                            (
                                "The partner learns your industry, your rough size and what you need. The "
                                "description must not give away who you are."
                            ),
                        ),
                        ("Then we ask you", "We share your name with nobody until you have consented."),
                        (
                            "Then they know",
                            (
                                "Once the partner has accepted and you have consented, the partner can see your "
                                "contact details. Nobody else can."
                            ),
                        ),
                        (
                            "You may change your mind",
                            "Withdraw your consent on your private link. Access is gone the same instant.",
                        ),
                    ],
                ),
                (
                    "paragraph",
                    (
                        "<p>If the partner declines, or answers too late, it never learns who you were. Nor do we "
                        "ask the same firm about you again.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        (
                            "I was offered the chance to help a company with forty staff. It turned out to be my "
                            "neighbour. I had no idea until she wanted me to know."
                        ),
                        "Geir Rolighaug, company doctor at Andpusten",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Two years after our last contact, the information about you is deleted or made "
                        "anonymous. You don't have to ask.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en liten spire under en glassklokke",
            "en": "Cut-paper illustration: a small seedling under a glass dome",
        },
    },
    {
        "slug_nb": "frokost-for-nye-naboer",
        "slug_en": "breakfast-for-new-neighbours",
        "image": "market",
        "days_ago": 2,
        "title": {"nb": "Frokost for nye naboer", "en": "Breakfast for new neighbours"},
        "intro": {
            "nb": (
                "Sytten bedrifter, åtte krakker og altfor mye brød. Den første frokosten for nykommere ble litt "
                "trang, og det var poenget."
            ),
            "en": (
                "Seventeen firms, eight stools and far too much bread. The first breakfast for newcomers was "
                "rather a squeeze, which was the point."
            ),
        },
        "body": {
            "nb": [
                (
                    "paragraph",
                    (
                        "<p>Klokka var halv åtte på brenneriet til Mørkebrent & Datter. Fem bedrifter var nye i "
                        "byen. Tolv hadde vært her lenge og ville se hvem som var kommet.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Det var ingen taler. Alle fikk en lapp med to setninger å fylle ut: «Jeg trenger …» og "
                        "«Jeg kan hjelpe med …». Lappene ble hengt på en snor over disken.</p>"
                    ),
                ),
                ("heading", "Fra snora"),
                (
                    "paragraph",
                    (
                        "<ul><li>Trenger: et sted å teste lydutstyr uten at noen ringer vaktmesteren.</li><li>Kan "
                        "hjelpe med: et tomt lager, helst på kvelden.</li><li>Trenger: noen som kan forklare norsk "
                        "lønnsslipp på tysk.</li><li>Kan hjelpe med: regnskap, tålmodighet.</li><li>Trenger: en "
                        "fotballkeeper, torsdager.</li></ul>"
                    ),
                ),
                ("paragraph", "<p>Før klokka ni var fire av lappene tatt ned i par. Keeperen mangler fortsatt.</p>"),
                (
                    "quote",
                    (
                        "Jeg har solgt kaffe i årevis. Dette var første gang jeg så folk glemme å drikke den.",
                        "Solveig Kvernhaug, brennmester",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Vi gjør det igjen neste måned. Partnerbedriftene melder seg på i portalen, og nye "
                        "bedrifter får plass gjennom rådgiveren sin. Kom sulten, og ta med et visittkort du tåler "
                        "å miste.</p>"
                    ),
                ),
            ],
            "en": [
                (
                    "paragraph",
                    (
                        "<p>It was half past seven at the Mørkebrent & Datter roastery. Five companies were new to "
                        "the city. Twelve had been here for years and wanted to see who had come.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>There were no speeches. Everyone got a slip of paper with two sentences to finish: I "
                        "need... and I can help with... The slips were pegged on a line above the counter.</p>"
                    ),
                ),
                ("heading", "From the line"),
                (
                    "paragraph",
                    (
                        "<ul><li>Need: somewhere to test sound equipment without anyone ringing the "
                        "caretaker.</li><li>Can help with: an empty warehouse, preferably in the "
                        "evening.</li><li>Need: someone to explain a Norwegian payslip in German.</li><li>Can help "
                        "with: bookkeeping, patience.</li><li>Need: a goalkeeper, Thursdays.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>By nine o'clock four of the slips had come down in pairs. The goalkeeper's position is "
                        "still vacant.</p>"
                    ),
                ),
                (
                    "quote",
                    (
                        "I have sold coffee for years. This was the first time I saw people forget to drink it.",
                        "Solveig Kvernhaug, head roaster",
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>We are doing it again next month. Partner firms sign up in the portal, and newcomers "
                        "get a place through their adviser. Come hungry, and bring a business card you can afford "
                        "to lose.</p>"
                    ),
                ),
            ],
        },
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: markedsboder med stripete tak og frukt",
            "en": "Cut-paper illustration: market stalls with striped awnings and fruit",
        },
    },
]
