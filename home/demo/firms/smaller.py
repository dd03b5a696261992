"""The second half of the demo's partner firms."""

from typing import Any

SMALLER: list[dict[str, Any]] = [
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
