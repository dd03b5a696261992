"""Demo contribution tiers and partner firms. Organisation numbers begin with 3, which no real firm's does."""

from typing import Any

TIERS: list[dict[str, Any]] = [
    {
        "slug": "hovedpartner",
        "name": {"nb": "Hovedpartner", "en": "Principal partner"},
        "rank": 1,
        "yearly_amount": 150000,
        "response_days": 3,
        "description": {
            "nb": (
                "For dem som vil sette retning. Du er med når satsingsbransjene velges, og får de fleste "
                "spørsmålene først. Til gjengjeld venter vi raske svar."
            ),
            "en": (
                "For those who want to set the course. You help choose the focus industries and get most questions "
                "first. In return we expect quick answers."
            ),
        },
        "benefits": [
            {"nb": "Inntil 12 overleveringer i året", "en": "Up to 12 handovers a year"},
            {"nb": "Fire faddere i portalen", "en": "Four mentors in the portal"},
            {
                "nb": "Plass ved bordet når satsingsbransjer velges",
                "en": "A seat at the table when focus industries are chosen",
            },
            {"nb": "To innlegg på egne arrangementer i året", "en": "Two slots a year at our events"},
            {"nb": "Logo og omtale på forsiden", "en": "Logo and profile on the front page"},
        ],
    },
    {
        "slug": "partner",
        "name": {"nb": "Partner", "en": "Partner"},
        "rank": 2,
        "yearly_amount": 60000,
        "response_days": 4,
        "description": {
            "nb": (
                "For firmaer som gjerne vil møte de nye bedriftene og har noe de trenger. Nok overleveringer til å "
                "merkes, uten at dagene blir spist opp."
            ),
            "en": (
                "For firms that want to meet the newcomers and have something they need. Enough handovers to "
                "notice, without eating up your days."
            ),
        },
        "benefits": [
            {"nb": "Inntil 6 overleveringer i året", "en": "Up to 6 handovers a year"},
            {"nb": "To faddere i portalen", "en": "Two mentors in the portal"},
            {
                "nb": "Ledige lokaler vist til aktuelle prospekter",
                "en": "Your vacant premises shown to suitable prospects",
            },
            {"nb": "Fire plasser på hver frokost", "en": "Four places at every breakfast"},
        ],
    },
    {
        "slug": "stottespiller",
        "name": {"nb": "Støttespiller", "en": "Supporter"},
        "rank": 3,
        "yearly_amount": 20000,
        "response_days": 5,
        "description": {
            "nb": (
                "For mindre firmaer som vil være med på laget. Du stiller en fadder, møter nye naboer og betaler "
                "en sum som tåler å stå i budsjettet."
            ),
            "en": (
                "For smaller firms that want to be on the team. You provide a mentor, meet new neighbours and pay "
                "a sum your budget can live with."
            ),
        },
        "benefits": [
            {"nb": "Inntil 2 overleveringer i året", "en": "Up to 2 handovers a year"},
            {"nb": "Én fadder i portalen", "en": "One mentor in the portal"},
            {"nb": "To plasser på hver frokost", "en": "Two places at every breakfast"},
        ],
    },
]

FIRMS: list[dict[str, Any]] = [
    {
        "slug": "elvebris",
        "name": "Elvebris Eiendom AS",
        "organisation_number": "310417025",
        "tier": "hovedpartner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["property", "knowledge", "technology", "health"],
        "languages": ["nb", "en"],
        "website": "https://elvebris.example",
        "tagline": {
            "nb": "Vi leier ut vegger og passer på at du trives mellom dem.",
            "en": "We let walls, and make sure you like it between them.",
        },
        "profile": {
            "nb": (
                "Elvebris eier kontorer, verksteder og et par lokaler vi ennå ikke vet hva er. Vi tegner om før du "
                "flytter inn og sier fra når noe er for dyrt for deg. Nykommere får prøve et lokale i tre måneder "
                "før de binder seg, og nøkkelen får de av en person som kjenner naboene."
            ),
            "en": (
                "Elvebris owns offices, workshops and a couple of spaces we have yet to put a name to. We redraw "
                "the rooms before you move in and tell you when something is beyond your means. Newcomers may try "
                "a space for three months before they commit, and get the key from someone who knows the "
                "neighbours."
            ),
        },
        "offers": [
            {"nb": "Prøveleie i tre måneder", "en": "A three-month trial lease"},
            {"nb": "Planskisse uten kostnad", "en": "A floor plan sketch free of charge"},
            {"nb": "Omvisning også etter arbeidstid", "en": "Viewings after hours too"},
        ],
        "mentor": {"name": "Kari Flomvik", "title": {"nb": "Utleiesjef", "en": "Head of lettings"}},
    },
    {
        "slug": "brohode",
        "name": "Advokatfirmaet Brohode AS",
        "organisation_number": "313895246",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["knowledge", "founders", "property"],
        "languages": ["nb", "en", "de"],
        "website": "https://brohode.example",
        "tagline": {
            "nb": "Jus på vanlig norsk, og på tysk når det trengs.",
            "en": "Law in plain language, and in German if need be.",
        },
        "profile": {
            "nb": (
                "Vi er elleve advokater som hjelper bedrifter med leiekontrakter, ansettelser og alt man skriver "
                "under på for fort. Nye i byen får en gjennomgang av leieavtalen før de signerer. Vi streker under "
                "det du bør spørre om, og forteller hva vi selv ville ha latt ligge."
            ),
            "en": (
                "We are eleven lawyers who help companies with leases, contracts of employment and everything "
                "people sign too quickly. Newcomers get their lease read through before they put pen to paper. We "
                "underline what you ought to ask about and tell you what we would let lie."
            ),
        },
        "offers": [
            {"nb": "Gjennomlesing av leiekontrakt", "en": "A read-through of your lease"},
            {"nb": "En times samtale om norske ansettelsesregler", "en": "An hour on Norwegian employment rules"},
        ],
        "mentor": {"name": "Mikkel Ankerstad", "title": {"nb": "Advokat", "en": "Lawyer"}},
    },
    {
        "slug": "stromkanten",
        "name": "Strømkanten Sparebank",
        "organisation_number": "315634350",
        "tier": "hovedpartner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["knowledge", "founders", "industry", "trade"],
        "languages": ["nb", "en"],
        "website": "https://stromkanten.example",
        "tagline": {
            "nb": "Banken som spør hva du lager, før den spør hva du eier.",
            "en": "The bank that asks what you make before what you own.",
        },
        "profile": {
            "nb": (
                "Strømkanten er en liten bank for bedrifter med store permer og for dem som ennå bare har en "
                "serviett. Nye kunder får en fast rådgiver og svar på lånesøknaden innen en uke. Er svaret nei, "
                "forklarer vi hvorfor, og hva som kunne ha gjort det til et ja."
            ),
            "en": (
                "Strømkanten is a small bank for companies with thick files, and for those that so far have only a "
                "napkin. New customers get an adviser of their own and an answer on a loan within a week. If the "
                "answer is no, we explain why, and what might have made it a yes."
            ),
        },
        "offers": [
            {"nb": "Fast bedriftsrådgiver fra dag én", "en": "Your own adviser from day one"},
            {"nb": "Svar på lånesøknad innen en uke", "en": "An answer on a loan within a week"},
            {"nb": "Bedriftskonto satt opp på engelsk", "en": "A business account set up in English"},
        ],
        "mentor": {"name": "Samira Haugdal", "title": {"nb": "Bedriftsrådgiver", "en": "Business adviser"}},
    },
    {
        "slug": "kveldsvakt",
        "name": "Kveldsvakt IT AS",
        "organisation_number": "317373465",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["technology", "knowledge"],
        "languages": ["nb", "en"],
        "website": "https://kveldsvakt.example",
        "tagline": {"nb": "Vi flytter serverne mens du sover.", "en": "We move your servers while you sleep."},
        "profile": {
            "nb": (
                "Kveldsvakt drifter datamaskiner, nett og telefoner for bedrifter som heller vil gjøre noe annet. "
                "Når du flytter inn, er nettet oppe før kaffetrakteren. Vi har tolv teknikere, vakt til midnatt og "
                "en regel om at ingen får spørre om du har prøvd å skru av og på før de har sagt hei."
            ),
            "en": (
                "Kveldsvakt looks after computers, networks and telephones for companies that would rather do "
                "something else. When you move in, the network is up before the coffee machine. We have twelve "
                "technicians, cover until midnight, and a rule that nobody may ask whether you have tried turning "
                "it off and on before saying hello."
            ),
        },
        "offers": [
            {"nb": "Nett klart på innflyttingsdagen", "en": "A working network on moving day"},
            {"nb": "Sikkerhetssjekk for nye bedrifter", "en": "A security check for newcomers"},
        ],
        "mentor": {"name": "Ingrid Omstartli", "title": {"nb": "Daglig leder", "en": "Managing director"}},
    },
    {
        "slug": "drammen-kommune",
        "name": "Drammen kommune",
        "organisation_number": "320851688",
        "tier": "hovedpartner",
        "is_public_body": True,
        "is_former_partner": False,
        "industries": ["other"],
        "languages": ["nb", "en"],
        "website": "https://drammen-kommune.example",
        "tagline": {
            "nb": "Én vei inn for spørsmål til kommunen.",
            "en": "One way in for questions to the municipality.",
        },
        "profile": {
            "nb": (
                "Kommunen er med på laget og betaler sin del. I programmet tar en fast kontakt imot spørsmål om "
                "tillatelser, tomter, skole og bolig, finner den som kan svare, og svarer innen en frist alle kan "
                "se. Kommunen behandler alle søknader likt. Det denne døra gir deg, er et tydelig svar og noen å "
                "spørre."
            ),
            "en": (
                "The municipality is part of the team and helps pay for it. In the programme, a named contact "
                "takes in questions about permits, plots, schools and housing, finds whoever can answer, and "
                "replies by a deadline that everyone can see. All applications are treated alike. What this door "
                "gives you is a clear answer and somebody to ask."
            ),
        },
        "offers": [
            {"nb": "Fast kontakt for nye bedrifter", "en": "A named contact for newcomers"},
            {"nb": "Svar innen avtalt frist", "en": "An answer by an agreed deadline"},
        ],
        "mentor": {
            "name": "Torunn Svarstadli",
            "title": {"nb": "Kontakt for nye bedrifter", "en": "Contact for new companies"},
        },
    },
    {
        "slug": "tautrekk",
        "name": "Tautrekk Havnelogistikk AS",
        "organisation_number": "322590792",
        "tier": "hovedpartner",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["logistics", "industry"],
        "languages": ["nb", "en", "pl"],
        "website": "https://tautrekk.example",
        "tagline": {"nb": "Vi vet hvor palla di er.", "en": "We know where your pallet is."},
        "profile": {
            "nb": (
                "Tautrekk laster, losser, lagrer og leter. Vi tar imot varer fra båt, tog og bil og sender dem "
                "videre før noen rekker å savne dem. Nye bedrifter får leie noen få pallplasser om gangen, så "
                "lageret kan vokse i samme takt som ordreboka. Kranføreren heter Bjørg og tar imot besøk."
            ),
            "en": (
                "Tautrekk loads, unloads, stores and searches. We take in goods from ships, trains and lorries and "
                "send them on before anyone has time to miss them. Newcomers may rent a few pallet spaces at a "
                "time, so the stock can grow at the pace of the order book. The crane driver is called Bjørg and "
                "welcomes visitors."
            ),
        },
        "offers": [
            {"nb": "Pallplasser i små porsjoner", "en": "Pallet spaces in small helpings"},
            {"nb": "Gjennomgang av fraktrutene dine", "en": "A review of your freight routes"},
        ],
        "mentor": {"name": "Roar Fortøyvik", "title": {"nb": "Terminalsjef", "en": "Terminal manager"}},
    },
    {
        "slug": "kladd-og-kvittering",
        "name": "Kladd & Kvittering Regnskap AS",
        "organisation_number": "324329900",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["knowledge", "founders", "trade"],
        "languages": ["nb", "en"],
        "website": "https://kladd-og-kvittering.example",
        "tagline": {"nb": "Vi har sett verre skoesker enn din.", "en": "We have seen worse shoeboxes than yours."},
        "profile": {
            "nb": (
                "Vi fører regnskap for over hundre bedrifter og har fremdeles ikke mistet tålmodigheten. Nye "
                "firmaer får hjelp med registrering, merverdiavgift og den første lønnskjøringen. Utenlandske "
                "eiere får månedstallene på engelsk, med en setning om hva de betyr, skrevet av en som faktisk har "
                "sett på dem."
            ),
            "en": (
                "We keep the books for over a hundred companies and have yet to lose our patience. New firms get "
                "help with registration, VAT and their first payroll. Owners abroad get their monthly figures in "
                "English, with a sentence on what they mean, written by someone who has looked at them."
            ),
        },
        "offers": [
            {"nb": "Registrering av norsk selskap", "en": "Registering a Norwegian company"},
            {"nb": "Første lønnskjøring uten kostnad", "en": "Your first payroll free of charge"},
        ],
        "mentor": {"name": "Wenche Bilagsrud", "title": {"nb": "Regnskapsfører", "en": "Accountant"}},
    },
    {
        "slug": "loddrett",
        "name": "Loddrett Arkitekter AS",
        "organisation_number": "326069019",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["property", "industry", "health"],
        "languages": ["nb", "en"],
        "website": "https://loddrett.example",
        "tagline": {"nb": "Hus som står rett, og folk som går lett.", "en": "Upright houses, easy rooms."},
        "profile": {
            "nb": (
                "Loddrett tegner arbeidsplasser, fra laboratorier til lunsjrom. Vi begynner med å sitte stille i "
                "en krok hos deg en dag og se hvordan dere egentlig jobber. Nye bedrifter får en skisse over "
                "hvordan lokalet kan brukes, før de bestemmer seg for om de skal leie det."
            ),
            "en": (
                "Loddrett designs workplaces, from laboratories to lunch rooms. We start by sitting quietly in a "
                "corner of yours for a day, to see how you really work. Newcomers get a sketch of how a space "
                "could be used before they decide whether to rent it."
            ),
        },
        "offers": [
            {"nb": "Mulighetsskisse for et lokale", "en": "A sketch of what a space could be"},
            {"nb": "En dag i kroken hos deg", "en": "A day in your corner"},
        ],
        "mentor": {"name": "Eskil Takrenne", "title": {"nb": "Sivilarkitekt", "en": "Architect"}},
    },
    {
        "slug": "riktig-stol",
        "name": "Riktig Stol Rekruttering AS",
        "organisation_number": "327808125",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["knowledge", "technology", "health"],
        "languages": ["nb", "en"],
        "website": "https://riktig-stol.example",
        "tagline": {
            "nb": "Vi leter til stolen passer den som sitter.",
            "en": "We search until the chair fits the sitter.",
        },
        "profile": {
            "nb": (
                "Vi finner ledere, fagfolk og den ene teknikeren alle leter etter. En ny bedrift trenger ofte tre "
                "personer samtidig og kjenner ingen av dem. Da setter vi opp en dag med samtaler i våre lokaler, "
                "og du får vår ærlige mening om lønnen du har tenkt å by."
            ),
            "en": (
                "We find managers, specialists and that one technician everybody is after. A newcomer often needs "
                "three people at once and knows none of them. We then set up a day of interviews at our place, and "
                "give you our candid view of the pay you had in mind."
            ),
        },
        "offers": [
            {"nb": "Ærlig vurdering av stillingsannonsen", "en": "A candid look at your job advert"},
            {"nb": "Intervjudag i våre lokaler", "en": "An interview day at our place"},
        ],
        "mentor": {"name": "Farah Stensby", "title": {"nb": "Rekrutteringsrådgiver", "en": "Recruitment consultant"}},
    },
    {
        "slug": "andpusten",
        "name": "Andpusten Bedriftshelse AS",
        "organisation_number": "331286346",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["health", "industry"],
        "languages": ["nb", "en"],
        "website": "https://andpusten.example",
        "tagline": {
            "nb": "Legen som har besøkt arbeidsplassen din.",
            "en": "The doctor who has been to your workplace.",
        },
        "profile": {
            "nb": (
                "Andpusten er bedriftslege, fysioterapeut og noen som justerer stoler, i samme korridor. Vi kommer "
                "på besøk før innflytting og ser etter støy, løft og lys. Nye helsebedrifter får gjerne prøve "
                "utstyret sitt hos oss, så lenge pasientene har sagt ja og noen har varslet resepsjonen."
            ),
            "en": (
                "Andpusten is a company doctor, a physiotherapist and someone who adjusts chairs, all off the same "
                "corridor. We visit before you move in and look at noise, lifting and light. New health companies "
                "are welcome to try their equipment here, provided the patients have agreed and somebody has "
                "warned reception."
            ),
        },
        "offers": [
            {"nb": "Gjennomgang før innflytting", "en": "A check before you move in"},
            {"nb": "Testarena for helseteknologi", "en": "A place to test health technology"},
        ],
        "mentor": {"name": "Geir Rolighaug", "title": {"nb": "Bedriftslege", "en": "Company doctor"}},
    },
    {
        "slug": "nattbro",
        "name": "Hotell Nattbro AS",
        "organisation_number": "333025450",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["trade"],
        "languages": ["nb", "en", "de"],
        "website": "https://nattbro.example",
        "tagline": {"nb": "God seng, kort vei, sen frokost.", "en": "Good bed, short walk, late breakfast."},
        "profile": {
            "nb": (
                "Nattbro har 64 rom, to møterom og en resepsjonist som husker navn. Bedrifter på befaring får rom "
                "til fast pris og et bord i hjørnet der ingen hører hva dere snakker om. Flytter du hit før "
                "leiligheten er klar, har vi rom med kokeplate til månedspris."
            ),
            "en": (
                "Nattbro has 64 rooms, two meeting rooms and a receptionist who remembers names. Companies on a "
                "visit get rooms at a fixed price and a corner table where nobody hears what you discuss. If you "
                "move before the flat is ready, we have rooms with a hob by the month."
            ),
        },
        "offers": [
            {"nb": "Fast pris for befaringer", "en": "A fixed price for site visits"},
            {"nb": "Månedsrom for nyansatte", "en": "Rooms by the month for new staff"},
        ],
        "mentor": {"name": "Lise Putevær", "title": {"nb": "Hotellsjef", "en": "Hotel manager"}},
    },
    {
        "slug": "morkebrent",
        "name": "Mørkebrent & Datter Kaffe AS",
        "organisation_number": "334764567",
        "tier": "stottespiller",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["trade", "founders"],
        "languages": ["nb", "en"],
        "website": "https://morkebrent.example",
        "tagline": {"nb": "Kaffe til folk som skal bestemme seg.", "en": "Coffee for people with decisions to make."},
        "profile": {
            "nb": (
                "Mor brenner, datter selger. Vi har et lite brenneri med åtte krakker og leverer kaffe til "
                "kontorer som har fått nok av automaten. Nye bedrifter får en sekk til innflyttingen og navnet på "
                "alle andre som står i køen. Det siste er mest verdt."
            ),
            "en": (
                "Mother roasts, daughter sells. We have a small roastery with eight stools and deliver coffee to "
                "offices that have had enough of the machine. Newcomers get a bag for moving day and the name of "
                "everyone else in the queue. The latter is worth more."
            ),
        },
        "offers": [
            {"nb": "Innflyttingskaffe", "en": "Moving-in coffee"},
            {"nb": "Krakk ved disken for fadderpraten", "en": "A stool at the counter for a mentor chat"},
        ],
        "mentor": {"name": "Solveig Kvernhaug", "title": {"nb": "Brennmester", "en": "Head roaster"}},
    },
    {
        "slug": "skumtopp",
        "name": "Skumtopp Bryggeri AS",
        "organisation_number": "336503671",
        "tier": "stottespiller",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["industry", "trade"],
        "languages": ["nb", "en"],
        "website": "https://skumtopp.example",
        "tagline": {
            "nb": "Vi brygger mest brus, og en god del bekjentskaper.",
            "en": "We brew mostly pop, and a fair few friendships.",
        },
        "profile": {
            "nb": (
                "Skumtopp brygger brus, mineralvann og litt til på gamle tanker med nye rør. Vi vet alt om avløp, "
                "ventilasjon og næringsmiddeltilsyn, og deler gjerne av det. Har du tenkt å produsere mat eller "
                "drikke, kan du få prøve tappelinja vår en kveld før du kjøper din egen."
            ),
            "en": (
                "Skumtopp brews pop, mineral water and a little besides, in old tanks with new pipes. We know all "
                "about drains, ventilation and food inspections, and are happy to share. If you plan to produce "
                "food or drink, you may try our bottling line for an evening before you buy your own."
            ),
        },
        "offers": [
            {"nb": "Prøvekveld på tappelinja", "en": "A trial evening on the bottling line"},
            {"nb": "Råd om matproduksjon", "en": "Advice on producing food"},
        ],
        "mentor": {"name": "Arvid Maltbakken", "title": {"nb": "Bryggerimester", "en": "Head brewer"}},
    },
    {
        "slug": "vinkel-og-vater",
        "name": "Vinkel & Vater Bygg AS",
        "organisation_number": "338242786",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": True,
        "industries": ["property", "industry"],
        "languages": ["nb", "en", "pl"],
        "website": "https://vinkel-og-vater.example",
        "tagline": {"nb": "Vi vet hvilke vegger du kan rive.", "en": "We know which walls you can knock down."},
        "profile": {
            "nb": (
                "Vi bygger om kontorer, verksteder og butikker, helst mens noen jobber i rommet ved siden av. Før "
                "du leier, går vi gjennom lokalet med deg og sier hva ombyggingen vil koste. Prisen er skriftlig. "
                "Støvet er vårt problem, og vi vasker etter oss."
            ),
            "en": (
                "We rebuild offices, workshops and shops, usually while somebody is working in the room next door. "
                "Before you rent, we walk through the space with you and tell you what the conversion will cost. "
                "The price comes in writing. The dust is our problem, and we clean up after ourselves."
            ),
        },
        "offers": [
            {"nb": "Befaring før du leier", "en": "A survey before you rent"},
            {"nb": "Skriftlig pris på ombygging", "en": "A written price for the conversion"},
        ],
        "mentor": {"name": "Terje Mønsås", "title": {"nb": "Byggmester", "en": "Master builder"}},
    },
    {
        "slug": "forsteutkast",
        "name": "Førsteutkast Trykkeri AS",
        "organisation_number": "339981892",
        "tier": "stottespiller",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["industry", "trade", "knowledge"],
        "languages": ["nb", "en"],
        "website": "https://forsteutkast.example",
        "tagline": {
            "nb": "Trykkeriet som finner skrivefeilen før kunden gjør det.",
            "en": "The printer that spots the typo before your customer.",
        },
        "profile": {
            "nb": (
                "Førsteutkast trykker skilt, brosjyrer, emballasje og visittkort, og leser korrektur på alt uten å "
                "bli bedt om det. Nye bedrifter får skilt på døra den dagen de flytter inn. Har du skrevet feil "
                "telefonnummer, ringer vi deg. Det er vanskeligere enn det høres ut."
            ),
            "en": (
                "Førsteutkast prints signs, brochures, packaging and business cards, and proofreads the lot "
                "without being asked. Newcomers have a sign on the door the day they move in. If you have got your "
                "own telephone number wrong, we ring you, which is harder than it sounds."
            ),
        },
        "offers": [
            {"nb": "Dørskilt på innflyttingsdagen", "en": "A door sign on moving day"},
            {"nb": "Korrektur på norsk og engelsk", "en": "Proofreading in Norwegian and English"},
        ],
        "mentor": {"name": "Bodil Svertelien", "title": {"nb": "Trykker", "en": "Printer"}},
    },
    {
        "slug": "syvende-pult",
        "name": "Syvende Pult Kontorfellesskap AS",
        "organisation_number": "341721008",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["founders", "technology", "knowledge"],
        "languages": ["nb", "en"],
        "website": "https://syvende-pult.example",
        "tagline": {
            "nb": "En pult, en nøkkel og noen å spise lunsj med.",
            "en": "A desk, a key and someone to have lunch with.",
        },
        "profile": {
            "nb": (
                "Hos oss leier du én pult eller tjue, med en måneds oppsigelse. Gründere, avdelingskontorer og et "
                "par oversettere deler møterom, skriver og meninger om temperaturen. For nye bedrifter er den "
                "første måneden gratis, og vi presenterer deg for alle på huset i fredagslunsjen, enten du liker "
                "det eller ikke."
            ),
            "en": (
                "Rent one desk or twenty, at a month's notice. Founders, branch offices and a couple of "
                "translators share meeting rooms, a printer and opinions on the temperature. For newcomers the "
                "first month is free, and we introduce you to the whole house at Friday lunch, whether you like it "
                "or not."
            ),
        },
        "offers": [
            {"nb": "Første måned gratis", "en": "First month free"},
            {"nb": "Møterom på timen", "en": "Meeting rooms by the hour"},
            {"nb": "Fredagslunsj med huset", "en": "Friday lunch with the house"},
        ],
        "mentor": {"name": "Emil Skuffstad", "title": {"nb": "Vert", "en": "Host"}},
    },
    {
        "slug": "sikring-og-stopsel",
        "name": "Sikring & Støpsel Elektro AS",
        "organisation_number": "343460112",
        "tier": "stottespiller",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["property", "industry", "technology"],
        "languages": ["nb", "en"],
        "website": "https://sikring-og-stopsel.example",
        "tagline": {
            "nb": "Strøm der du trenger den, orden der du ikke ser den.",
            "en": "Power where you need it, order where you can't see it.",
        },
        "profile": {
            "nb": (
                "Vi legger strøm, lys og ladere i næringsbygg, og merker kablene så nestemann slipper å gjette. "
                "Nye bedrifter med tunge maskiner får en beregning av hva anlegget tåler, før kontrakten skrives. "
                "Det er kjedelig arbeid som har spart noen for mye penger."
            ),
            "en": (
                "We put power, lighting and chargers into commercial buildings, and label the cables so the next "
                "person need not guess. Newcomers with heavy machines get a calculation of what the supply can "
                "take before the contract is signed. Dull work, and it has saved some people a lot of money."
            ),
        },
        "offers": [
            {"nb": "Sjekk av strømkapasitet", "en": "A check of the power supply"},
            {"nb": "Lader i gården på fjorten dager", "en": "Chargers in the yard in a fortnight"},
        ],
        "mentor": {"name": "Anne Kurslien", "title": {"nb": "Elektroinstallatør", "en": "Electrical contractor"}},
    },
    {
        "slug": "gravaer",
        "name": "Gråvær Forsikring AS",
        "organisation_number": "345199225",
        "tier": "partner",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["knowledge", "logistics", "industry"],
        "languages": ["nb", "en"],
        "website": "https://gravaer.example",
        "tagline": {
            "nb": "Vi tenker på det som kan gå galt, så du slipper.",
            "en": "We think about what might go wrong, so you needn't.",
        },
        "profile": {
            "nb": (
                "Gråvær forsikrer bedrifter, bygninger, biler og folk. Flytting er dagen da alt kan skje, så nye "
                "bedrifter får egen dekning fra første flyttekasse til siste. Vi kommer gjerne innom før du velger "
                "lokale og ser etter vannrør over serverrom. Det finnes flere av dem enn du tror."
            ),
            "en": (
                "Gråvær insures companies, buildings, vehicles and people. A move is the day when anything can "
                "happen, so newcomers get cover of their own from the first box to the last. We gladly look in "
                "before you choose premises and check for water pipes above server rooms. There are more of them "
                "than you think."
            ),
        },
        "offers": [
            {"nb": "Flyttedekning fra kasse til kasse", "en": "Moving cover from box to box"},
            {"nb": "Risikosjekk av lokalet", "en": "A risk check of the premises"},
        ],
        "mentor": {"name": "Tor Yrmoen", "title": {"nb": "Fagsjef", "en": "Head of underwriting"}},
    },
    {
        "slug": "klipp-og-kantstein",
        "name": "Klipp & Kantstein Designbyrå AS",
        "organisation_number": "346938331",
        "tier": "stottespiller",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["knowledge", "trade", "founders"],
        "languages": ["nb", "en"],
        "website": "https://klipp-og-kantstein.example",
        "tagline": {
            "nb": "Vi gjør deg lett å kjenne igjen på andre siden av gata.",
            "en": "We make you easy to spot from across the street.",
        },
        "profile": {
            "nb": (
                "Vi er seks designere, en saks og et stort bord. Vi lager navn, skilt, nettsider og bøker for "
                "firmaer som har noe å si og litt for mange ord å si det med. Nye bedrifter får en formiddag med "
                "oss der vi stryker. Det som står igjen, kan du trykke på døra."
            ),
            "en": (
                "We are six designers, a pair of scissors and a large table. We make names, signs, websites and "
                "books for companies with something to say and slightly too many words to say it in. Newcomers get "
                "a morning with us, crossing things out. Whatever is left can go on the door."
            ),
        },
        "offers": [
            {"nb": "En formiddag med rødblyanten", "en": "A morning with the red pencil"},
            {"nb": "Enkel nettside på to språk", "en": "A simple website in two languages"},
        ],
        "mentor": {"name": "Yasmin Limstrand", "title": {"nb": "Designer", "en": "Designer"}},
    },
    {
        "slug": "ordbro",
        "name": "Ordbro Språk og Flytting AS",
        "organisation_number": "348677446",
        "tier": "stottespiller",
        "is_public_body": False,
        "is_former_partner": False,
        "industries": ["other", "knowledge", "logistics"],
        "languages": ["nb", "en", "de", "pl"],
        "website": "https://ordbro.example",
        "tagline": {
            "nb": "Vi oversetter både kontrakten og matpakka.",
            "en": "We translate the contract, and the packed lunch.",
        },
        "profile": {
            "nb": (
                "Ordbro oversetter, tolker og hjelper folk som flytter hit for å jobbe. Vi fyller ut skjemaer, "
                "finner norskkurs og blir med på det første foreldremøtet hvis noen trenger det. Bedrifter får én "
                "kontakt for alle sine nyansatte, og de nyansatte får et nummer de kan ringe når ingen andre "
                "svarer."
            ),
            "en": (
                "Ordbro translates, interprets and helps people who move here for work. We fill in forms, find "
                "Norwegian classes and come along to the first parents' evening if anyone would like us to. "
                "Companies get one contact for all their recruits, and the recruits get a number to ring when "
                "nobody else answers."
            ),
        },
        "offers": [
            {"nb": "Flyttehjelp for nyansatte", "en": "Relocation help for new staff"},
            {"nb": "Kontrakter på fire språk", "en": "Contracts in four languages"},
        ],
        "mentor": {"name": "Piotr Gloselien", "title": {"nb": "Språkrådgiver", "en": "Language adviser"}},
    },
]
