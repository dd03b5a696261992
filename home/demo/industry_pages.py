"""Demo text for the pages of the focus industries. Facts about Drammen are those of the story, and no others."""

from typing import Any

INDEX: dict[str, dict[str, str]] = {
    "nb": {
        "title": "Bransjer",
        "slug": "bransjer",
        "intro": (
            "Åtte bransjer vi går ut og leter i. Gå inn døra som ligner mest på din, og se hvem som allerede bor der."
        ),
    },
    "en": {
        "title": "Industries",
        "slug": "industries",
        "intro": "Eight industries we go out looking in. Take the door most like yours and see who lives there.",
    },
}

INDUSTRY_PAGES: list[dict[str, Any]] = [
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
    {
        "industry": "industry",
        "image": "bridge",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en bro i flere lag med en liten figur midt på",
            "en": "Cut-paper illustration: a layered bridge with a small figure halfway across",
        },
        "nb": {
            "slug": "industri-og-produksjon",
            "intro": (
                "Takhøyde, gulvlast, strøm og en port en lastebil kommer inn av. Vi begynner med de fire, og så tar vi "
                "utsikten til slutt."
            ),
            "reasons": (
                "<p>En fabrikk flytter man ikke to ganger. Derfor bruker vi heller tre uker ekstra på spørsmålene enn "
                "tre år på svarene.</p>"
                "<ul><li>Vi spør om effekt, avløp og støy før du har kjøpt noe.</li>"
                "<li>Varene kan gå med båt, bane eller bil fra samme by.</li>"
                "<li>Byggmesteren blant fadderne vet hvilke vegger du kan rive.</li></ul>"
            ),
            "who_is_here": (
                "<p>Bryggeri, trykkeri, byggmestere og havn. De lager forskjellige ting, men alle vet hva det koster "
                "når en maskin står.</p>"
            ),
            "skills": (
                "<p>Operatører, mekanikere, elektrikere, formenn. Si hva de skal kunne fra første dag og hva de kan "
                "lære hos deg, så blir lista over mulige folk lengre.</p>"
                "<p>Spør oss om: lærlinger, skift, og hvem som har nedbemannet i det siste.</p>"
            ),
            "suppliers": (
                "<p>Elektro, bygg, bedriftshelse, forsikring og havnelogistikk. Mangler du en dreier, spør vi de som "
                "allerede bruker en.</p>"
            ),
            "question": (
                "Hvem svarer på om vi får lov?",
                "<p>Kommunen. Vi tar med spørsmålet til riktig enhet og passer på at du får et svar du kan bygge på."
                "</p>",
            ),
        },
        "en": {
            "slug": "industry-and-manufacturing",
            "intro": (
                "Ceiling height, floor load, power, and a gate a lorry can get through. We begin with those four and "
                "leave the view till last."
            ),
            "reasons": (
                "<p>Nobody moves a factory twice. So we would rather spend three weeks more on the questions than "
                "three years on the answers.</p>"
                "<ul><li>We ask about power, drains and noise before you have bought anything.</li>"
                "<li>Goods can leave the same city by sea, by rail or by road.</li>"
                "<li>The master builder among our mentors knows which walls may come down.</li></ul>"
            ),
            "who_is_here": (
                "<p>A brewery, a printer, builders and a port operator. They make different things, but all of them "
                "know what it costs when a machine stands still.</p>"
            ),
            "skills": (
                "<p>Operators, mechanics, electricians, foremen. Say what they must know on the first day and what "
                "they may learn from you, and the list of possible people grows.</p>"
                "<p>Ask us about: apprentices, shifts, and who has been cutting back lately.</p>"
            ),
            "suppliers": (
                "<p>Electrical work, building, occupational health, insurance and port logistics. If you lack a turner "
                "we ask those who already use one.</p>"
            ),
            "question": (
                "Who can say whether we are allowed to?",
                "<p>The municipality. We take the question to the right unit and see to it that you get an answer you "
                "can build on.</p>",
            ),
        },
    },
    {
        "industry": "property",
        "image": "townhall",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: et rådhus med klokke og åpen port",
            "en": "Cut-paper illustration: a town hall with a clock and an open gate",
        },
        "nb": {
            "slug": "bygg-og-eiendom",
            "intro": (
                "Noen skal tegne, bygge og eie husene de andre flytter inn i. Eiendom var et satsingsområde i "
                "Næringsvekst 2020, og er det fortsatt."
            ),
            "reasons": (
                "<p>Her selger eiendomseiere byen sammen, i søsterprosjektet Kontordestinasjon Drammen 2025. Du "
                "slipper å lete opp én utleier om gangen.</p>"
                "<ul><li>Du møter eierne samlet, og får vite hva de mangler.</li>"
                "<li>Vi kjenner behovene til bedriftene på vei inn, og sier hva de spør om.</li>"
                "<li>Spørsmål om plan og byggesak går til én navngitt person i kommunen.</li></ul>"
            ),
            "who_is_here": (
                "<p>Utleier, advokat, arkitekt, byggmester og elektriker. Sett dem rundt ett bord, og du har et "
                "byggemøte.</p>"
            ),
            "skills": (
                "<p>Prosjektledere, tømrere, forvaltere. Fortell oss om du skal bygge nytt eller ta vare på gammelt, "
                "for det er ikke de samme folkene.</p>"
                "<p>Spør oss om: lærlinger, underentreprenører, og hvem som har kapasitet til våren.</p>"
            ),
            "suppliers": (
                "<p>Arkitekt, bygg, elektro og jus er blant partnerne. De har jobbet sammen før og sier det hvis noen "
                "av dem er for dyre.</p>"
            ),
            "question": (
                "Kan vi legge ut lokalene våre hos dere?",
                "<p>Ja, som partnerbedrift. Lokalene står på sidene våre så lenge de er ledige, og vises til dem som "
                "spør etter akkurat det.</p>",
            ),
        },
        "en": {
            "slug": "construction-and-property",
            "intro": (
                "Somebody must design, build and own the houses the others move into. Property was a focus area of "
                "Næringsvekst 2020, and still is."
            ),
            "reasons": (
                "<p>Property owners here sell the city together, in the sister project Kontordestinasjon Drammen 2025. "
                "You need not look up one landlord at a time.</p>"
                "<ul><li>You meet the owners together, and hear what they lack.</li>"
                "<li>We know the needs of companies on their way in, and say what they ask for.</li>"
                "<li>Questions of planning and permits go to one named person in the municipality.</li></ul>"
            ),
            "who_is_here": (
                "<p>A landlord, a lawyer, an architect, a builder and an electrician. Put them round one table and you "
                "have a site meeting.</p>"
            ),
            "skills": (
                "<p>Project managers, carpenters, caretakers. Tell us whether you will build new or look after old, "
                "for those are not the same people.</p>"
                "<p>Ask us about: apprentices, subcontractors, and who has capacity in spring.</p>"
            ),
            "suppliers": (
                "<p>Architecture, building, electrical work and law are among the partners. They have worked together "
                "before, and say so if one of them is too dear.</p>"
            ),
            "question": (
                "Can we put our premises on your pages?",
                "<p>Yes, as a partner firm. Premises stand on our pages for as long as they are vacant, and are shown "
                "to those who ask for just that.</p>",
            ),
        },
    },
    {
        "industry": "trade",
        "image": "market",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: markedsboder med stripete tak og frukt",
            "en": "Cut-paper illustration: market stalls with striped awnings and fruit",
        },
        "nb": {
            "slug": "handel-og-besok",
            "intro": (
                "En butikk lever av dem som går forbi og ombestemmer seg. I en by der alt ligger i gangavstand, går "
                "mange forbi."
            ),
            "reasons": (
                "<p>Besøk og handel var satsingsområder i Næringsvekst 2020. Det som gjør byen god å besøke, gjør den "
                "også god å selge i: kort vei mellom alt.</p>"
                "<ul><li>Gå gata med en fadder som har hatt butikk der i regn og i desember.</li>"
                "<li>Vi spør kommunen om skilting, uteservering og varelevering før du signerer.</li>"
                "<li>Hotellet, kaffebrenneriet og bryggeriet henviser gjester til hverandre, og gjerne til deg.</li>"
                "</ul>"
            ),
            "who_is_here": (
                "<p>De som allerede lever av at folk kommer gående. De vet hvilket hjørne som har sol klokka fire, og "
                "hvilket som bare ser sånn ut på tegningen.</p>"
            ),
            "skills": (
                "<p>Butikkfolk, kokker, resepsjonister. Si om du trenger dem til sommeren eller hele året, så spør vi "
                "dem som allerede har vaktlister å fylle.</p>"
                "<p>Spør oss om: helgevakter, sesong, og hvem som deler på folk.</p>"
            ),
            "suppliers": (
                "<p>Design, trykk, regnskap, kaffe og brus. Du kan åpne med lokale leverandører fra første dag.</p>"
            ),
            "question": (
                "Kan vi teste med et lokale i tre måneder?",
                "<p>Noen eiere sier ja til det. Vi spør dem for deg, så slipper du å ringe alle.</p>",
            ),
        },
        "en": {
            "slug": "trade-and-visitors",
            "intro": (
                "A shop lives off those who walk past and change their minds. In a city where everything is within a "
                "walk, many walk past."
            ),
            "reasons": (
                "<p>Visitors and trade were focus areas of Næringsvekst 2020. What makes a city good to visit also "
                "makes it good to sell in: a short way between everything.</p>"
                "<ul><li>Walk the street with a mentor who has kept shop there in rain and in December.</li>"
                "<li>We ask the municipality about signs, outdoor tables and deliveries before you sign.</li>"
                "<li>The hotel, the coffee roaster and the brewery send guests to each other, and gladly to you.</li>"
                "</ul>"
            ),
            "who_is_here": (
                "<p>Those who already live off people walking in. They know which corner has the sun at four, and "
                "which one only looks that way on the drawing.</p>"
            ),
            "skills": (
                "<p>Shop staff, cooks, receptionists. Say whether you need them for the summer or all year, and we ask "
                "those who already have rotas to fill.</p>"
                "<p>Ask us about: weekend shifts, seasons, and who shares staff.</p>"
            ),
            "suppliers": (
                "<p>Design, printing, accounting, coffee and soft drinks. You can open with local suppliers from the "
                "first day.</p>"
            ),
            "question": (
                "Can we try a shop for three months?",
                "<p>Some owners say yes to that. We ask them for you, so that you need not call them all.</p>",
            ),
        },
    },
    {
        "industry": "founders",
        "image": "seedling",
        "image_alt": {
            "nb": "Illustrasjon i klippet papir: en liten spire under en glassklokke",
            "en": "Cut-paper illustration: a small seedling under a glass dome",
        },
        "nb": {
            "slug": "grundere-og-oppstart",
            "intro": (
                "Du har en idé, litt penger og altfor mange spørsmål. Det er det tredje vi kan gjøre noe med allerede "
                "i dag."
            ),
            "reasons": (
                "<p>Gründere var et satsingsområde i Næringsvekst 2020. En by der alt ligger i gangavstand, er "
                "også en by der du treffer banken i kassakøen.</p>"
                "<ul><li>Én pult, én nøkkel og noen å spise lunsj med, fra første måned.</li>"
                "<li>En fadder som selv har begynt med en skoeske full av kvitteringer.</li>"
                "<li>Vi sier fra når noe ikke kommer til å virke. Det sparer deg mer enn et tilskudd.</li></ul>"
            ),
            "who_is_here": (
                "<p>Banken, regnskapsføreren, advokaten, designeren og kontorfellesskapet. De fem dørene de fleste "
                "gründere banker på først.</p>"
            ),
            "skills": (
                "<p>Den første ansatte er den vanskeligste. Vi lar deg snakke med noen som ansatte sin for ett år "
                "siden, og som husker hva de gjorde feil.</p>"
                "<p>Spør oss om: medgründere, studenter, og deltid som kan bli heltid.</p>"
            ),
            "suppliers": (
                "<p>Regnskap fra første bilag, avtaler som tåler uenighet, et lån å snakke om, og en logo du slipper å "
                "forklare.</p>"
            ),
            "question": (
                "Gir dere penger?",
                "<p>Nei. Vi gir svar, navn og dører. Banken blant partnerne kan si hva som skal til for å låne.</p>",
            ),
        },
        "en": {
            "slug": "founders-and-start-ups",
            "intro": (
                "You have an idea, a little money and far too many questions. The third we can do something about "
                "today."
            ),
            "reasons": (
                "<p>Founders were a focus area of Næringsvekst 2020. A city where everything is within a walk is "
                "also one where you meet the bank in the checkout queue.</p>"
                "<ul><li>One desk, one key and somebody to have lunch with, from the first month.</li>"
                "<li>A mentor who once began with a shoebox full of receipts.</li>"
                "<li>We say so when something is not going to work. That saves you more than a grant.</li></ul>"
            ),
            "who_is_here": (
                "<p>The bank, the accountant, the lawyer, the designer and the shared office: the five doors most "
                "founders knock on first.</p>"
            ),
            "skills": (
                "<p>The first hire is the hardest. We let you talk to somebody who made theirs a year ago and "
                "remembers what went wrong.</p>"
                "<p>Ask us about: co-founders, students, and part-time that may become full-time.</p>"
            ),
            "suppliers": (
                "<p>Accounts from the first voucher, agreements that survive a quarrel, a loan to talk about, and a "
                "logo you need not explain.</p>"
            ),
            "question": (
                "Do you give money?",
                "<p>No. We give answers, names and doors. The bank among our partners can say what it takes to borrow."
                "</p>",
            ),
        },
    },
]
