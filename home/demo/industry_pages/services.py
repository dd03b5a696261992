"""Demo pages of four focus industries: offices, health, technology, logistics."""

from typing import Any

SERVICES: list[dict[str, Any]] = [
    {
        "industry": "knowledge",
        "image": "office",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: kontorbygg i ulike farger med noen vinduer tent",
            "en": "Cut-paper illustration: office buildings in various colours with a few lit windows",
        },
        "nb": {
            "slug": "kontor-og-kompetansetjenester",
            "intro": (
                "Rådgivere, advokater, arkitekter, revisorer: dere selger det folk kan. Da må folkene ville bli, "
                "og kundene må komme seg fram til møtet."
            ),
            "reasons": (
                "<p>Kontoret er det eneste du eier som alle ansatte bruker hver dag. Her ligger det i gangavstand "
                "fra banken, advokaten og kommunen, og jernbanen stopper i samme by.</p>"
                "<ul><li>Møtene kan tas til fots, og lunsjen etterpå også.</li>"
                "<li>Eierne av kontorbyggene selger byen sammen, så du får se flere hus på én runde.</li>"
                "<li>Du får en fadder fra et firma som allerede har ansatt her, og som kan si hvordan det gikk.</li>"
                "</ul>"
            ),
            "who_is_here": (
                "<p>Partnerbedriftene under lever av det samme som deg. Noen blir kunder, noen leverandører, og et "
                "par blir konkurrenter. Vi introduserer deg for alle tre slag.</p>"
            ),
            "skills": (
                "<p>Si hvilke tre stillinger du må fylle det første året. Så setter vi deg sammen med bedrifter som "
                "har lett etter de samme folkene her, og du får høre hva som virket.</p>"
                "<p>Spør oss om: hvor lenge de lette, hva de betalte, og hvor de ansatte reiser fra om morgenen.</p>"
            ),
            "suppliers": (
                "<p>Regnskap, jus, IT-drift, rekruttering, trykk og språk finnes blant partnerne. De svarer på "
                "spørsmål før du er kunde, for det har de sagt ja til.</p>"
            ),
            "question": (
                "Kan vi prøve før vi flytter?",
                "<p>Ja. Kontorfellesskapet blant partnerne har pulter for en måned av gangen. Send tre ansatte først, "
                "og la dem si hva de synes.</p>",
            ),
        },
        "en": {
            "slug": "offices-and-professional-services",
            "intro": (
                "Advisers, lawyers, architects, auditors: you sell what people know. So people must want to stay, "
                "and clients must find their way to the meeting."
            ),
            "reasons": (
                "<p>The office is the one thing you own that everybody uses every day. Here it is within a walk of the "
                "bank, the solicitor and the municipality, and the railway stops in the same city.</p>"
                "<ul><li>Meetings can be reached on foot, and so can lunch afterwards.</li>"
                "<li>The owners of office buildings sell the city together, so you see several houses in one round."
                "</li><li>You get a mentor from a firm that has already hired here and can say how it went.</li></ul>"
            ),
            "who_is_here": (
                "<p>The partner firms below live off the same thing as you. Some will be clients, some suppliers and "
                "one or two competitors. We introduce you to all three kinds.</p>"
            ),
            "skills": (
                "<p>Name the three positions you must fill in your first year. We put you together with firms that "
                "have looked for the same people here, and you hear what worked.</p>"
                "<p>Ask us about: how long they looked, what they paid, and where people travel from in the morning."
                "</p>"
            ),
            "suppliers": (
                "<p>Accounting, law, IT operations, recruitment, printing and language are among the partners. They "
                "answer questions before you are a client, because they have agreed to.</p>"
            ),
            "question": (
                "Can we try it before we move?",
                "<p>Yes. The shared office among our partners lets desks by the month. Send three people first, and "
                "let them say what they think.</p>",
            ),
        },
    },
    {
        "industry": "health",
        "image": "lab",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: kolber og et forstørrelsesglass over små hus",
            "en": "Cut-paper illustration: flasks and a magnifying glass over small houses",
        },
        "nb": {
            "slug": "helse-og-helseteknologi",
            "intro": (
                "Helse var et av satsingsområdene allerede i Næringsvekst 2020. Vi leter etter dem som behandler, og "
                "dem som lager det de behandler med."
            ),
            "reasons": (
                "<p>Utstyr blir først godt når noen som bruker det, får si hva som er galt. Derfor begynner vi med å "
                "finne noen som vil prøve.</p>"
                "<ul><li>Vi spør i kommunen for deg og passer på at svaret kommer.</li>"
                "<li>Bedriftshelsetjenesten blant partnerne har vært testarena før.</li>"
                "<li>Arkitekten vet forskjellen på et rom og et rom som kan vaskes.</li></ul>"
            ),
            "who_is_here": (
                "<p>Her er partnerbedriftene som kjenner helse fra innsiden. De kan si hvem du bør snakke med først, "
                "og hvem du kan vente med.</p>"
            ),
            "skills": (
                "<p>Helsefolk bytter ikke jobb for en fin resepsjon. Fortell oss hva slags fagfolk du trenger, og om "
                "de må være fulle stillinger. Rekruttereren blant partnerne svarer ærlig på hva som er mulig.</p>"
                "<p>Spør oss om: deltidsstillinger, turnus, og bolig og skoleplass for dem som flytter med.</p>"
            ),
            "suppliers": (
                "<p>Lokaler med vask og ventilasjon, bedriftslege, og noen som kan lese en leiekontrakt på tysk. "
                "Mangler du noe, leter vi videre og sier fra hvis det ikke finnes her.</p>"
            ),
            "question": (
                "Kan kommunen bli kunde?",
                "<p>Kommunen kjøper etter anskaffelsesreglene, som alle kommuner. Vi kan vise deg hvem som eier "
                "behovet, så du slipper å gjette.</p>",
            ),
        },
        "en": {
            "slug": "health-and-health-technology",
            "intro": (
                "Health was a focus area back in Næringsvekst 2020. We are looking for those who treat people, and "
                "those who make what they treat them with."
            ),
            "reasons": (
                "<p>Equipment gets good only when somebody who uses it may say what is wrong. So we begin by finding "
                "somebody willing to try.</p>"
                "<ul><li>We ask in the municipality for you, and see to it that the answer comes.</li>"
                "<li>The occupational health service among our partners has been a test site before.</li>"
                "<li>The architect knows the difference between a room and a room that can be washed.</li></ul>"
            ),
            "who_is_here": (
                "<p>These are the partner firms that know health from the inside. They can say whom you should talk to "
                "first, and who can wait.</p>"
            ),
            "skills": (
                "<p>Clinicians do not change jobs for a handsome reception. Tell us what kind of people you need, and "
                "whether they must be full-time. The recruiter among our partners will say candidly what is possible."
                "</p><p>Ask us about: part-time posts, shifts, and homes and school places for those who move with "
                "you.</p>"
            ),
            "suppliers": (
                "<p>Rooms with proper washing and ventilation, a company doctor, and somebody who can read a lease in "
                "German. If something is missing we look further, and say so if it is not here.</p>"
            ),
            "question": (
                "Could the municipality be a customer?",
                "<p>The municipality buys under the procurement rules, like all of them. We can show you who owns the "
                "need, so that you need not guess.</p>",
            ),
        },
    },
    {
        "industry": "technology",
        "image": "train",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et tog gjennom et kupert landskap",
            "en": "Cut-paper illustration: a train passing through hilly country",
        },
        "nb": {
            "slug": "teknologi-og-it",
            "intro": (
                "Koden bryr seg ikke om hvor den skrives. Det gjør de som skriver den. Derfor handler denne siden mest "
                "om tog, skoleplass og hvem du spiser lunsj med."
            ),
            "reasons": (
                "<p>Et teknologiselskap flytter sjelden for lokalene. Det flytter for folkene, og for å slippe å sitte "
                "fast i trafikken med dem.</p>"
                "<ul><li>Jernbane og vei møtes her, så teamet kan bo på hver sin side.</li>"
                "<li>Du kan begynne med seks pulter og vokse ut av dem uten å bytte adresse på visittkortet.</li>"
                "<li>Du får fadder fra et driftsselskap som flytter servere om natta.</li></ul>"
            ),
            "who_is_here": (
                "<p>Ikke alle på lista skriver kode. Noen leier ut rom til dem som gjør det, noen trekker strømmen, og "
                "noen finner folkene.</p>"
            ),
            "skills": (
                "<p>Si hvilket språk dere skriver i, både det med krøllparenteser og det dere snakker ved bordet. Så "
                "finner vi selskaper som har ansatt de samme folkene her.</p>"
                "<p>Spør oss om: hjemmekontor og hvor ofte folk faktisk møtes, studenter, og hva en senior koster.</p>"
            ),
            "suppliers": (
                "<p>IT-drift, elektro, kontorfellesskap og rekruttering finnes blant partnerne. Fiber og strøm til et "
                "serverrom undersøker vi for akkurat den adressen du vurderer.</p>"
            ),
            "question": (
                "Vi er fire stykker. Er vi for små?",
                "<p>Nei. Fire er flere enn én. Skriv til oss som om dere var førti, så får dere samme svar.</p>",
            ),
        },
        "en": {
            "slug": "technology-and-it",
            "intro": (
                "Code does not care where it is written. Those who write it do. So this page is mostly about trains, "
                "school places and whom you have lunch with."
            ),
            "reasons": (
                "<p>A technology company seldom moves for the premises. It moves for the people, and so as not to be "
                "stuck in traffic with them.</p>"
                "<ul><li>Railway and road meet here, so the team may live in different directions.</li>"
                "<li>You can begin with six desks and outgrow them without changing your business cards.</li>"
                "<li>Your mentor comes from an operations company that moves servers by night.</li></ul>"
            ),
            "who_is_here": (
                "<p>Not everybody on the list writes code. Some let rooms to those who do, some wire them, and some "
                "find the people.</p>"
            ),
            "skills": (
                "<p>Tell us which language you write in, the one with curly brackets and the one you speak at the "
                "table. We then find companies that have hired the same people here.</p>"
                "<p>Ask us about: working from home and how often people really meet, students, and what a senior "
                "costs.</p>"
            ),
            "suppliers": (
                "<p>IT operations, electrical work, shared offices and recruitment are among the partners. Fibre and "
                "power for a server room we look into for the very address you are considering.</p>"
            ),
            "question": (
                "There are four of us. Are we too small?",
                "<p>No. Four is more than one. Write to us as if you were forty and you will get the same answer.</p>",
            ),
        },
    },
    {
        "industry": "logistics",
        "image": "port",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et skip ved kai med fargede containere",
            "en": "Cut-paper illustration: a ship at the quayside with coloured containers",
        },
        "nb": {
            "slug": "transport-og-logistikk",
            "intro": (
                "Jernbane, vei og havn møtes i samme by. For de fleste er det en bisetning. For deg er det kanskje "
                "hele regnestykket."
            ),
            "reasons": (
                "<p>Du vet bedre enn oss hva et minutt koster. Det vi kan gjøre, er å gi deg tallene du mangler, fra "
                "folk som laster og losser her hver dag.</p>"
                "<ul><li>Tre veier inn og ut: båt, bane og bil.</li>"
                "<li>Terminalsjefen blant fadderne viser deg kaia før du regner på den.</li>"
                "<li>Spørsmål om tomt, støy og kjøretider tar vi med til riktig person i kommunen.</li></ul>"
            ),
            "who_is_here": (
                "<p>Få, men nyttige: en som kjenner havna, en som forsikrer det som går over den, og en som oversetter "
                "fraktpapirene.</p>"
            ),
            "skills": (
                "<p>Sjåfører, truckførere, planleggere: si hvor mange, hvilke skift og når. Da spør vi partnerne hva "
                "de selv får tak i, og hva de må lete lenge etter.</p>"
                "<p>Spør oss om: nattskift, sertifikater, og hvordan folk kommer seg på jobb klokka fem.</p>"
            ),
            "suppliers": (
                "<p>Havnelogistikk, forsikring, elektro til ladere og byggmestere som vet hva et gulv skal tåle.</p>"
            ),
            "question": (
                "Har dere ledige tomter ved havna?",
                "<p>Det skifter. Se lista over ledige lokaler og tomter, og ring om det som ikke står der ennå.</p>",
            ),
        },
        "en": {
            "slug": "transport-and-logistics",
            "intro": (
                "Railway, road and port meet in one city. To most people that is a subordinate clause. To you it may "
                "be the whole sum."
            ),
            "reasons": (
                "<p>You know better than we do what a minute costs. What we can do is find the figures you lack, from "
                "people who load and unload here every day.</p>"
                "<ul><li>Three ways in and out: by sea, by rail and by road.</li>"
                "<li>The terminal manager among our mentors shows you the quay before you put it in a spreadsheet.</li>"
                "<li>Questions of plots, noise and driving hours we take to the right person in the municipality.</li>"
                "</ul>"
            ),
            "who_is_here": (
                "<p>Few, but useful: one who knows the port, one who insures what passes over it, and one who "
                "translates the freight papers.</p>"
            ),
            "skills": (
                "<p>Drivers, fork-lift operators, planners: say how many, which shifts and when. We then ask the "
                "partners what they find themselves, and what takes them long.</p>"
                "<p>Ask us about: night shifts, certificates, and how people get to work at five.</p>"
            ),
            "suppliers": (
                "<p>Port logistics, insurance, electricians for the chargers, and builders who know what a floor must "
                "bear.</p>"
            ),
            "question": (
                "Are there plots by the port?",
                "<p>It varies. See the list of vacant premises and plots, and call us about what is not on it yet.</p>",
            ),
        },
    },
]
