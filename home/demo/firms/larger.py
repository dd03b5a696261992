"""The first half of the demo's partner firms."""

from typing import Any

LARGER: list[dict[str, Any]] = [
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
]
