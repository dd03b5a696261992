"""Demo prospects: thirty invented companies, spread over every stage, with their notes and handovers."""

from typing import Any

PROSPECTS: list[dict[str, Any]] = [
    {
        "company": "Tussmørke Lydbøker AS",
        "organisation_number": "365201137",
        "country": "NO",
        "industry": "technology",
        "employees": "5-9",
        "area": "under_100",
        "time_frame": "year",
        "readiness": "exploring",
        "need": (
            "Vi leser inn lydbøker og trenger to rom der ingen hører trikken, naboen eller oss. I dag tar vi pause "
            "hver gang noen borer i etasjen over. Det gjør de ofte."
        ),
        "anonymous_need": {
            "nb": "Lite lydstudio trenger to stille rom og en nabo som ikke borer på dagtid.",
            "en": "A small sound studio needs two quiet rooms and a neighbour who does not drill in the daytime.",
        },
        "contact": {
            "name": "Vilde Stillvær",
            "email": "vilde@tussmorke.example",
            "phone": "+47 40 00 00 11",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 0,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [],
        "handovers": [],
    },
    {
        "company": "Puddlewick Instruments Ltd",
        "organisation_number": "",
        "country": "GB",
        "industry": "industry",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "two_years",
        "readiness": "curious",
        "need": (
            "We make rain gauges and most of our customers turn out to be Norwegian. We would like a small "
            "assembly workshop closer to them, with a loading bay, and somebody to explain customs to us slowly."
        ),
        "anonymous_need": {
            "nb": (
                "Britisk produsent av måleinstrumenter ser etter et lite monteringsverksted med lasterampe og "
                "trenger hjelp med toll."
            ),
            "en": (
                "A British maker of measuring instruments wants a small assembly workshop with a loading bay, and "
                "help with customs."
            ),
        },
        "contact": {
            "name": "Harriet Umbershaw",
            "email": "harriet@puddlewick.example",
            "phone": "",
            "language": "en",
            "title": "Operations Director",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "form",
        "days_ago": 0,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [],
        "handovers": [],
    },
    {
        "company": "Kvistfri Møbler AS",
        "organisation_number": "366684166",
        "country": "NO",
        "industry": "industry",
        "employees": "10-19",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "Snekkerverkstedet vårt er delt på tre bygg, og vi bruker halve dagen på å bære bord i regnvær. Vi vil "
            "ha alt under ett tak, helst med port stor nok til en lastebil og strøm nok til to nye freser."
        ),
        "anonymous_need": {
            "nb": "Møbelprodusent vil samle produksjonen under ett tak med stor port og god strømkapasitet.",
            "en": (
                "A furniture maker wants to bring production under one roof with a large gate and a strong power "
                "supply."
            ),
        },
        "contact": {
            "name": "Odd Spiralsen",
            "email": "odd@kvistfri.example",
            "phone": "+47 40 00 00 12",
            "language": "nb",
            "title": "Produksjonssjef",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 1,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [],
        "handovers": [],
    },
    {
        "company": "Kveldsgrøt AS",
        "organisation_number": "",
        "country": "NO",
        "industry": "trade",
        "employees": "1-4",
        "area": "under_100",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi serverer grøt til folk som jobber sent, fra en vogn med for små hjul. Nå vil vi ha fire vegger, et "
            "kjøkken med avtrekk og et sted der folk går forbi etter klokka ni om kvelden."
        ),
        "anonymous_need": {
            "nb": (
                "Lite serveringssted med kveldsåpent søker et rimelig lokale med avtrekk, der det går folk forbi "
                "om kvelden."
            ),
            "en": (
                "A small eatery open late wants affordable premises with an extractor, where people pass by in the "
                "evening."
            ),
        },
        "contact": {
            "name": "Mina Smørøye",
            "email": "mina@kveldsgrot.example",
            "phone": "+47 40 00 00 13",
            "language": "nb",
            "title": "Gründer",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "event",
        "days_ago": 2,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                1,
                "note",
                "Traff oss på frokosten. Smakte på grøten. Må ringes i dag, hun har fått tilbud et annet sted.",
            ),
        ],
        "handovers": [],
    },
    {
        "company": "Saunapolku Oy",
        "organisation_number": "",
        "country": "FI",
        "industry": "health",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "two_years",
        "readiness": "curious",
        "need": (
            "We design recovery rooms for hospitals and care homes, with warmth, quiet and good benches. Norway is "
            "next on our list. We need a showroom where a nurse can sit down and try one."
        ),
        "anonymous_need": {
            "nb": "Nordisk leverandør av innredning til helsebygg vil åpne et lite visningsrom i Norge.",
            "en": "A Nordic supplier of interiors for health buildings would like to open a small showroom in Norway.",
        },
        "contact": {
            "name": "Aino Löylymäki",
            "email": "aino@saunapolku.example",
            "phone": "",
            "language": "en",
            "title": "Export Manager",
        },
        "consent_email": False,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 6,
        "stage": "new",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [(5, "note", "Fra målliste helse. Har ansatt norsktalende selger, det pleier å bety noe.")],
        "handovers": [],
    },
    {
        "company": "Regnfrakk Data AS",
        "organisation_number": "368167193",
        "country": "NO",
        "industry": "technology",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "exploring",
        "need": (
            "Vi lager værvarsler for byggeplasser. Tjue personer sitter nå i et lokale for tolv, og møterommet er "
            "også lunsjrom. Halvparten av oss pendler og vil gjerne bytte ut bilen med tog."
        ),
        "anonymous_need": {
            "nb": "Programvarebedrift på om lag tjue ansatte har vokst ut av lokalene og vil sitte nær tog.",
            "en": "A software company of about twenty has outgrown its premises and would like to be near trains.",
        },
        "contact": {
            "name": "Jakob Skydekke",
            "email": "jakob@regnfrakk.example",
            "phone": "+47 40 00 00 14",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "referral",
        "days_ago": 3,
        "stage": "qualified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [(2, "note", "Tips fra Kveldsvakt IT. Leiekontrakten går ut om ti måneder. Rådgiver ringer.")],
        "handovers": [],
    },
    {
        "company": "Björkhylla AB",
        "organisation_number": "",
        "country": "SE",
        "industry": "trade",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "We sell shelving to people with too many books, online and in two shops in Sweden. Our first "
            "Norwegian shop should be in a place people stroll through, with a stockroom behind and free parking "
            "for lorries at night."
        ),
        "anonymous_need": {
            "nb": (
                "Svensk handelsbedrift vil åpne sin første butikk i Norge, med lager i bakkant og levering om natten."
            ),
            "en": (
                "A Swedish retailer wants to open its first shop in Norway, with a stockroom behind and deliveries "
                "at night."
            ),
        },
        "contact": {
            "name": "Elsa Granbarr",
            "email": "elsa@bjorkhylla.example",
            "phone": "",
            "language": "en",
            "title": "Expansion Manager",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "form",
        "days_ago": 9,
        "stage": "qualified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                8,
                "mail",
                (
                    "Thank you for writing. Two questions before I look for premises: how much of the floor "
                    "is stockroom, and how late do you want to stay open?"
                ),
            ),
            (5, "call", "Vil se to lokaler. Ber om at vi spør en gårdeier uten navn først."),
            (2, "note", "Sendt forespørsel om samtykke til deling med Elvebris."),
        ],
        "handovers": [{"firm": "elvebris", "days_ago": 2, "state": "awaiting_consent", "reason": "", "outcome": ""}],
    },
    {
        "company": "Hælkappe Ortopedi AS",
        "organisation_number": "371133259",
        "country": "NO",
        "industry": "health",
        "employees": "10-19",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "Vi lager såler og skinner, og pasientene våre går dårlig. Da nytter det ikke med trapp og brostein. "
            "Vi trenger lokaler på bakkeplan, kort vei fra bussen og et verksted der det er lov å pusse gips."
        ),
        "anonymous_need": {
            "nb": "Helsebedrift med verksted trenger trinnfrie lokaler på bakkeplan, nær kollektivtransport.",
            "en": (
                "A health company with a workshop needs step-free premises on the ground floor, close to public "
                "transport."
            ),
        },
        "contact": {
            "name": "Randi Fotvik",
            "email": "randi@haelkappe.example",
            "phone": "+47 40 00 00 15",
            "language": "nb",
            "title": "Klinikkleder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "phone",
        "days_ago": 12,
        "stage": "qualified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (11, "call", "God prat. Hun har målt bussholdeplassen med målebånd der de er nå."),
            (
                6,
                "mail",
                (
                    "Takk for praten. Trenger verkstedet eget avtrekk, eller holder vanlig ventilasjon? Det "
                    "avgjør hvilke hus jeg ser på."
                ),
            ),
            (1, "note", "Samtykket til at vi spør gårdeier og bedriftshelse."),
        ],
        "handovers": [
            {"firm": "elvebris", "days_ago": 1, "state": "offered", "reason": "", "outcome": ""},
            {"firm": "andpusten", "days_ago": 2, "state": "offered", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Stroopkade Foods B.V.",
        "organisation_number": "",
        "country": "NL",
        "industry": "logistics",
        "employees": "50-99",
        "area": "1000_4999",
        "time_frame": "two_years",
        "readiness": "exploring",
        "need": (
            "We bring syrup waffles to the Nordics and they arrive by sea, slightly broken. We want a cool, dry "
            "warehouse near a port with rail, so that fewer of them are moved by tired people at night."
        ),
        "anonymous_need": {
            "nb": "Europeisk matvareimportør ser etter et tørt, kjølig lager nær havn og jernbane.",
            "en": "A European food importer is looking for a dry, cool warehouse near a port and a railway.",
        },
        "contact": {
            "name": "Joost Kruimelman",
            "email": "joost@stroopkade.example",
            "phone": "",
            "language": "en",
            "title": "Supply Chain Manager",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "referral",
        "days_ago": 20,
        "stage": "qualified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (18, "mail", ("Here are the four K's on one page, and the map you asked for. I call you on Thursday.")),
            (9, "meeting", "Videomøte. Volumet er mindre enn vi trodde, men vokser. Vil ha pris per pallplass."),
            (2, "note", "Tautrekk spurt. Frist om to arbeidsdager."),
        ],
        "handovers": [
            {"firm": "tautrekk", "days_ago": 2, "state": "offered", "reason": "", "outcome": ""},
            {
                "firm": "gravaer",
                "days_ago": 9,
                "state": "lapsed",
                "reason": "Svarte ikke innen fristen.",
                "outcome": "",
            },
        ],
    },
    {
        "company": "Blyantspisser Rådgivning AS",
        "organisation_number": "372616288",
        "country": "NO",
        "industry": "founders",
        "employees": "1-4",
        "area": "under_100",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi er tre som har sluttet i et stort konsulentselskap for å gjøre det samme billigere og hyggeligere. "
            "Vi trenger tre pulter, et møterom av og til og noen som ikke snakker om konsulentselskapet."
        ),
        "anonymous_need": {
            "nb": "Nystartet rådgivningsfirma på tre personer søker pulter i et fellesskap, gjerne fra neste måned.",
            "en": (
                "A newly founded consultancy of three is looking for desks in a shared office, ideally from next month."
            ),
        },
        "contact": {
            "name": "Trond Viskelærsen",
            "email": "trond@blyantspisser.example",
            "phone": "+47 40 00 00 16",
            "language": "nb",
            "title": "Partner",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 16,
        "stage": "qualified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (15, "call", "Har hastverk og lite penger. Vil helst ha månedlig oppsigelse."),
            (
                8,
                "note",
                (
                    "Syvende Pult svarte ikke innen fristen. Emil var på ferie. Må finne et annet sted, eller ta "
                    "telefonen."
                ),
            ),
        ],
        "handovers": [
            {
                "firm": "syvende-pult",
                "days_ago": 14,
                "state": "lapsed",
                "reason": "Fristen gikk ut uten svar.",
                "outcome": "",
            },
            {"firm": "kladd-og-kvittering", "days_ago": 7, "state": "accepted", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Left Sock Software Inc.",
        "organisation_number": "",
        "country": "US",
        "industry": "technology",
        "employees": "50-99",
        "area": "100_299",
        "time_frame": "later",
        "readiness": "curious",
        "need": (
            "We match lost laundry to its owners for hotels and care homes, and we want a European support team of "
            "six. We have never hired outside Ohio and are a bit nervous about holidays, contracts and winter."
        ),
        "anonymous_need": {
            "nb": (
                "Amerikansk programvareselskap vurderer et supportteam på seks personer i Europa og trenger råd om "
                "norske ansettelser."
            ),
            "en": (
                "An American software company is considering a European support team of six and needs advice on "
                "hiring in Norway."
            ),
        },
        "contact": {
            "name": "Brandi Hamperton",
            "email": "brandi@leftsock.example",
            "phone": "",
            "language": "en",
            "title": "VP People",
        },
        "consent_email": False,
        "consent_phone": False,
        "source": "form",
        "days_ago": 64,
        "stage": "qualified",
        "standing": "withdrawn",
        "standing_reason": "Trakk seg via den private lenken. Styret vil vente med Europa.",
        "notes": [
            (63, "mail", ("Here is a page on how hiring works in Norway. It is shorter than it looks.")),
            (50, "call", "Hyggelig. Styret er usikre. Ferieukene gjorde inntrykk."),
            (30, "mail", ("Noted: we do not contact you again. Should you change your mind, your page is here.")),
        ],
        "handovers": [
            {
                "firm": "brohode",
                "days_ago": 48,
                "state": "withdrawn",
                "reason": "Prospektet trakk samtykket før Brohode hadde svart.",
                "outcome": "",
            },
        ],
    },
    {
        "company": "Kuckuckswerk Sensorik GmbH",
        "organisation_number": "",
        "country": "DE",
        "industry": "industry",
        "employees": "100+",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "We build sensors that listen to pumps and tell you when they are about to complain. For the Nordic "
            "service centre we need a workshop, an office for fifteen and a short way to both freight and an "
            "international audience of engineers."
        ),
        "anonymous_need": {
            "nb": "Tysk industribedrift ser etter verksted og kontor til femten personer for et nordisk servicesenter.",
            "en": (
                "A German industrial company is looking for a workshop and an office for fifteen, for a Nordic "
                "service centre."
            ),
        },
        "contact": {
            "name": "Annegret Pendelmann",
            "email": "annegret@kuckuckswerk.example",
            "phone": "",
            "language": "en",
            "title": "Head of Service",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 36,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                34,
                "mail",
                (
                    "You make sensors for pumps, and we know firms here that have plenty of them. May I call "
                    "you for ten minutes?"
                ),
            ),
            (27, "call", "Ringte tilbake selv. Vet overraskende mye om jernbanen."),
            (12, "meeting", "Videomøte med tre ingeniører. De ville se tegninger av gulvet."),
            (4, "note", "Elvebris har takket ja. Kari skal foreslå to verksteder."),
        ],
        "handovers": [
            {"firm": "elvebris", "days_ago": 7, "state": "accepted", "reason": "", "outcome": ""},
            {"firm": "brohode", "days_ago": 10, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Fjellduk Tekstil AS",
        "organisation_number": "374099310",
        "country": "NO",
        "industry": "industry",
        "employees": "20-49",
        "area": "1000_4999",
        "time_frame": "two_years",
        "readiness": "exploring",
        "need": (
            "Vi vever bunadsstoff og presenninger på de samme maskinene, bare ikke samtidig. Vevstolene rister, og "
            "gulvet vårt har begynt å klage. Vi trenger et bygg på fast grunn og en huseier som tåler lyden."
        ),
        "anonymous_need": {
            "nb": "Produksjonsbedrift med tunge, vibrerende maskiner søker bygg på fast grunn og en tålmodig huseier.",
            "en": (
                "A manufacturer with heavy, vibrating machines is looking for a building on firm ground and a "
                "patient landlord."
            ),
        },
        "contact": {
            "name": "Gudrun Renning",
            "email": "gudrun@fjellduk.example",
            "phone": "+47 40 00 00 17",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "referral",
        "days_ago": 43,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (40, "call", "Hun spilte av lyden av en vevstol. Vi forstår problemet."),
            (22, "meeting", "Besøkte dem. Gulvet rister virkelig."),
            (
                9,
                "mail",
                (
                    "Spørsmålet ditt om hvor mye gulvet tåler, er sendt videre. Du får svar fra meg, ikke fra "
                    "en sentralbordmelding."
                ),
            ),
        ],
        "handovers": [
            {
                "firm": "vinkel-og-vater",
                "days_ago": 20,
                "state": "declined",
                "reason": "Har ikke kapasitet til fundamentering før neste år.",
                "outcome": "",
            },
            {"firm": "loddrett", "days_ago": 11, "state": "accepted", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Tre Skritt Fysio AS",
        "organisation_number": "375582341",
        "country": "NO",
        "industry": "health",
        "employees": "5-9",
        "area": "100_299",
        "time_frame": "year",
        "readiness": "exploring",
        "need": (
            "Vi trener opp folk etter hofteoperasjoner og trenger en sal med høyt tak, en trapp å øve i og vinduer "
            "mot noe annet enn en parkeringsplass. Pasientene blir fortere bedre når de har noe å gå mot."
        ),
        "anonymous_need": {
            "nb": "Behandlere innen opptrening søker en lys sal med høyt tak og trapp, under 300 kvadratmeter.",
            "en": (
                "Rehabilitation therapists are looking for a bright hall with a high ceiling and a staircase, "
                "under 300 square metres."
            ),
        },
        "contact": {
            "name": "Kjersti Gangstø",
            "email": "kjersti@treskritt.example",
            "phone": "+47 40 00 00 18",
            "language": "nb",
            "title": "Fysioterapeut og eier",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "event",
        "days_ago": 31,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (29, "call", "Vil ha trapp. Vi har aldri fått spørsmål om å skaffe en trapp før."),
            (13, "mail", ("Her er tre forslag. To av dem har trapp, så jeg ville begynt med det tredje.")),
        ],
        "handovers": [{"firm": "andpusten", "days_ago": 12, "state": "in_progress", "reason": "", "outcome": ""}],
    },
    {
        "company": "Måneskift Regnskap AS",
        "organisation_number": "377065379",
        "country": "NO",
        "industry": "knowledge",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "later",
        "readiness": "exploring",
        "need": (
            "Vi fører lønn for bedrifter som jobber om natten, så vi gjør det også. Vi ser etter kontor med "
            "inngang hele døgnet, gatelys som virker og et sted å kjøpe kaffe før sola står opp."
        ),
        "anonymous_need": {
            "nb": "Kontorbedrift med døgndrift trenger trygg inngang hele døgnet og liv i gata om morgenen.",
            "en": (
                "An office company working round the clock needs a safe entrance at all hours and some life in the "
                "street in the morning."
            ),
        },
        "contact": {
            "name": "Stian Nattergaard",
            "email": "stian@maneskift.example",
            "phone": "+47 40 00 00 19",
            "language": "nb",
            "title": "Partner",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 122,
        "stage": "contacted",
        "standing": "resting",
        "standing_reason": "Forlenget leiekontrakten med to år. Vil gjerne bli ringt igjen, men etter lunsj.",
        "notes": [
            (118, "call", "Ringte klokka ti om formiddagen og vekket ham. Beklaget."),
            (96, "mail", ("Her er det jeg lovet du skulle få lese. Ingen hast.")),
            (70, "call", "Har forlenget leien med to år. Ta kontakt når den nærmer seg slutten."),
        ],
        "handovers": [],
    },
    {
        "company": "Rugbrød Robotics ApS",
        "organisation_number": "",
        "country": "DK",
        "industry": "technology",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "Our robots slice, stack and apologise in bakeries. We need a demonstration hall where bakers can "
            "throw dough at them, and a few technicians who would rather fix things than talk about fixing them."
        ),
        "anonymous_need": {
            "nb": "Dansk robotselskap vil ha en demonstrasjonshall og hjelp til å ansette teknikere.",
            "en": "A Danish robotics company wants a demonstration hall and help with hiring technicians.",
        },
        "contact": {
            "name": "Mette Skorpegaard",
            "email": "mette@rugbrodrobotics.example",
            "phone": "",
            "language": "en",
            "title": "CEO",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "event",
        "days_ago": 52,
        "stage": "contacted",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (50, "mail", ("Good to meet you at the fair. Here is the map with the two yards marked.")),
            (38, "call", "Trenger tre faser og sluk i gulvet. Robotene skal spyles."),
            (15, "note", "Elvebris sa nei på grunn av sluket. Riktig Stol er i gang med teknikerne."),
        ],
        "handovers": [
            {
                "firm": "elvebris",
                "days_ago": 24,
                "state": "declined",
                "reason": "Ingen av lokalene våre har sluk i gulvet, og vi vil ikke love noe vi ikke kan grave.",
                "outcome": "",
            },
            {"firm": "riktig-stol", "days_ago": 21, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Kattunge Veterinærutstyr AS",
        "organisation_number": "378548403",
        "country": "NO",
        "industry": "trade",
        "employees": "10-19",
        "area": "300_999",
        "time_frame": "now",
        "readiness": "comparing",
        "need": (
            "Vi selger alt en dyrlege trenger, fra pinsetter til kuvogner. Vi må ha butikk foran, lager bak og en "
            "dør bred nok til en hest. Hesten er sjelden med, men når den først er det, må den inn."
        ),
        "anonymous_need": {
            "nb": "Handelsbedrift med varer i alle størrelser søker butikk og lager med ekstra bred port.",
            "en": "A retailer with goods of every size is looking for a shop and stockroom with an extra-wide door.",
        },
        "contact": {
            "name": "Hege Potelien",
            "email": "hege@kattunge.example",
            "phone": "+47 40 00 00 20",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 77,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (76, "call", "Ringte innen en time. Hun ble så overrasket at hun glemte hva hun skulle spørre om."),
            (51, "meeting", "Gikk ruta til fots. Målte fire dører."),
            (18, "meeting", "Omvisning hos Elvebris. Døra var bred nok."),
        ],
        "handovers": [
            {"firm": "elvebris", "days_ago": 44, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "forsteutkast", "days_ago": 20, "state": "accepted", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Zielony Guzik Sp. z o.o.",
        "organisation_number": "",
        "country": "PL",
        "industry": "logistics",
        "employees": "50-99",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "We ship workwear to builders across Scandinavia and promise it tomorrow. From Poland, tomorrow is "
            "difficult. We need shelves, a night crew and someone who can help twelve families find schools and "
            "flats."
        ),
        "anonymous_need": {
            "nb": "Europeisk nettbutikk for arbeidsklær vil ha nordisk lager og hjelp til å ta imot tolv familier.",
            "en": (
                "A European online seller of workwear wants a Nordic warehouse and help with welcoming twelve families."
            ),
        },
        "contact": {
            "name": "Agnieszka Nitkowska",
            "email": "agnieszka@zielonyguzik.example",
            "phone": "",
            "language": "en",
            "title": "Managing Director",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 83,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                80,
                "mail",
                (
                    "We are looking for firms like yours, and would like to hear what it would take. A "
                    "greeting in Polish is enclosed."
                ),
            ),
            (62, "call", "Svarte på polsk. Piotr tok over."),
            (26, "meeting", "To dagers besøk. Havna først, så skolene. I den rekkefølgen."),
        ],
        "handovers": [
            {"firm": "tautrekk", "days_ago": 55, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "ordbro", "days_ago": 52, "state": "accepted", "reason": "", "outcome": ""},
            {"firm": "drammen-kommune", "days_ago": 24, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Stillongs Spill AS",
        "organisation_number": "380031434",
        "country": "NO",
        "industry": "technology",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi lager dataspill om folk som går på ski og blir kalde. Teamet er fjorten, og alle vil ha vindu. Vi "
            "trenger raskt nett, mørke gardiner og en huseier som godtar at vi har testkveld hver torsdag."
        ),
        "anonymous_need": {
            "nb": (
                "Spillutviklere på rundt fjorten personer søker kontor med raskt nett og romslige regler på kveldstid."
            ),
            "en": (
                "Game developers, fourteen or so, are looking for an office with fast internet and relaxed rules "
                "in the evenings."
            ),
        },
        "contact": {
            "name": "Sondre Ullmark",
            "email": "sondre@stillongs.example",
            "phone": "+47 40 00 00 21",
            "language": "nb",
            "title": "Produsent",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "referral",
        "days_ago": 66,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                65,
                "call",
                "Ville vite hvor raskt nettet er. Vi visste det ikke. Ringte tilbake dagen etter og visste det.",
            ),
            (40, "meeting", "Prøvde pultene på Syvende Pult. Målte avstanden til vinduet."),
            (11, "mail", ("På siden din ligger tre alternativer. Si hvilket du vil se først.")),
        ],
        "handovers": [
            {"firm": "syvende-pult", "days_ago": 45, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "kveldsvakt", "days_ago": 30, "state": "accepted", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Havregryn Analyse AS",
        "organisation_number": "381514463",
        "country": "NO",
        "industry": "knowledge",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "year",
        "readiness": "exploring",
        "need": (
            "Vi spør folk hva de spiser til frokost, og selger svarene. Tolv analytikere trenger stille kontor og "
            "et rom til ti gjester som skal smake. Det må være vask, og det må være lov å lukte brent brød."
        ),
        "anonymous_need": {
            "nb": "Analysebedrift med tolv ansatte søker stille kontor med et lite testkjøkken.",
            "en": "A research firm of twelve is looking for a quiet office with a small test kitchen.",
        },
        "contact": {
            "name": "Oda Mysliland",
            "email": "oda@havregryn.example",
            "phone": "+47 40 00 00 22",
            "language": "nb",
            "title": "Analysesjef",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "event",
        "days_ago": 92,
        "stage": "shown",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (90, "mail", ("Takk for praten. Skjemaet er vedlagt, og det er kort.")),
            (57, "meeting", "Så to kontorer. Det ene luktet allerede brent brød."),
            (21, "call", "Vil se ett til før sommeren."),
        ],
        "handovers": [
            {
                "firm": "morkebrent",
                "days_ago": 48,
                "state": "done",
                "reason": "",
                "outcome": "Leverte kaffe til prøvedagen og ga tre kontakter videre.",
            },
            {
                "firm": "nattbro",
                "days_ago": 30,
                "state": "declined",
                "reason": "Møterommene er fullbooket i perioden.",
                "outcome": "",
            },
        ],
    },
    {
        "company": "Nordlysning Tannteknikk AS",
        "organisation_number": "382997492",
        "country": "NO",
        "industry": "health",
        "employees": "20-49",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "comparing",
        "need": (
            "Vi lager tenner til tannleger, omtrent to hundre i uka, og støvet må ut uten å havne hos naboen. Vi "
            "har to byer på lista. Den som svarer tydeligst på ventilasjon og tillatelser, får oss."
        ),
        "anonymous_need": {
            "nb": (
                "Helseprodusent med krav til avtrekk velger mellom to byer og venter på tydelige svar om tillatelser."
            ),
            "en": (
                "A health manufacturer with extraction needs is choosing between two cities and waiting for clear "
                "answers on permits."
            ),
        },
        "contact": {
            "name": "Bjarte Kronemo",
            "email": "bjarte@nordlysning.example",
            "phone": "+47 40 00 00 23",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 132,
        "stage": "deciding",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (131, "call", "Konkret fyr. Har regneark."),
            (88, "meeting", "Viste to lokaler. Han hadde med røykpatron for å teste trekken."),
            (35, "mail", ("Kommunen har svart: Dere trenger én tillatelse, ikke tre. Jeg ringer og forklarer.")),
            (6, "call", "Styremøte neste uke. Vi er fortsatt med."),
        ],
        "handovers": [
            {
                "firm": "loddrett",
                "days_ago": 80,
                "state": "done",
                "reason": "",
                "outcome": "Laget mulighetsskisse med plassering av avtrekk.",
            },
            {"firm": "sikring-og-stopsel", "days_ago": 60, "state": "in_progress", "reason": "", "outcome": ""},
            {
                "firm": "drammen-kommune",
                "days_ago": 58,
                "state": "done",
                "reason": "",
                "outcome": "Svarte på alle fem spørsmålene om tillatelser to dager før fristen.",
            },
        ],
    },
    {
        "company": "Pottemaker Kretsløp AS",
        "organisation_number": "384480527",
        "country": "NO",
        "industry": "industry",
        "employees": "50-99",
        "area": "plot",
        "time_frame": "two_years",
        "readiness": "comparing",
        "need": (
            "Vi knuser gamle doer og servanter og lager fliser av dem. Nå er haugen større enn tomta. Vi trenger "
            "plass til å bygge, vei som tåler lastebiler og naboer som synes gjenbruk er finere enn stille."
        ),
        "anonymous_need": {
            "nb": "Gjenvinningsbedrift trenger en tomt der det går an å bygge, med vei som tåler tungtransport.",
            "en": "A recycling company needs a plot it can build on, with a road that can take heavy lorries.",
        },
        "contact": {
            "name": "Ragna Skårdal",
            "email": "ragna@pottemaker.example",
            "phone": "+47 40 00 00 24",
            "language": "nb",
            "title": "Utbyggingssjef",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "target_list",
        "days_ago": 163,
        "stage": "deciding",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (159, "mail", ("Takk for at du svarte på brevet! Her er det samme på e-post, med lenkene.")),
            (140, "call", "Hun hadde hengt brevet på veggen."),
            (77, "meeting", "Befaring på to tomter med støvler."),
            (14, "call", "Regner på transport. Vil ha svar om regulering skriftlig."),
        ],
        "handovers": [
            {"firm": "drammen-kommune", "days_ago": 70, "state": "in_progress", "reason": "", "outcome": ""},
            {"firm": "brohode", "days_ago": 52, "state": "accepted", "reason": "", "outcome": ""},
            {"firm": "stromkanten", "days_ago": 40, "state": "in_progress", "reason": "", "outcome": ""},
        ],
    },
    {
        "company": "Smørrebrik Logistik ApS",
        "organisation_number": "",
        "country": "DK",
        "industry": "logistics",
        "employees": "20-49",
        "area": "1000_4999",
        "time_frame": "year",
        "readiness": "decided",
        "need": (
            "We carry cold lunches to offices before anyone is hungry. For Norway we need a chilled hall with six "
            "gates, an early start that annoys nobody, and drivers who know which lift works."
        ),
        "anonymous_need": {
            "nb": "Dansk transportør av mat søker kjølt terminal med seks porter og tidlig oppstart.",
            "en": "A Danish food carrier is looking for a chilled terminal with six gates and an early start.",
        },
        "contact": {
            "name": "Frederik Agurkholm",
            "email": "frederik@smorrebrik.example",
            "phone": "",
            "language": "en",
            "title": "Country Manager",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "form",
        "days_ago": 142,
        "stage": "deciding",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                141,
                "mail",
                (
                    "Thank you for writing. Yes, there is a yard with a rail siding nearby; I find out who "
                    "owns it and come back tomorrow."
                ),
            ),
            (101, "meeting", "Befaring klokka fem om morgenen. De mente det alvorlig."),
            (12, "mail", ("The revised proposal is ready, with the loading ramp where you wanted it.")),
        ],
        "handovers": [
            {
                "firm": "tautrekk",
                "days_ago": 95,
                "state": "done",
                "reason": "",
                "outcome": "Ga tilbud på terminalplass. Prospektet forhandler nå direkte.",
            },
            {"firm": "gravaer", "days_ago": 50, "state": "accepted", "reason": "", "outcome": ""},
            {
                "firm": "elvebris",
                "days_ago": 90,
                "state": "withdrawn",
                "reason": "Rådgiveren trakk tilbudet. Behovet viste seg å være kjølelager, ikke kontor.",
                "outcome": "",
            },
        ],
    },
    {
        "company": "Hjelmfast Sykkel AS",
        "organisation_number": "385963556",
        "country": "NO",
        "industry": "trade",
        "employees": "5-9",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi leier ut lastesykler til folk som flytter sofa. Vi trenger en garasje ut mot gata, plass til "
            "tretti sykler og en kran. Kranen er til sofaene."
        ),
        "anonymous_need": {
            "nb": "Utleiebedrift søker garasje mot gata med plass til om lag tretti sykler.",
            "en": "A rental company is looking for a street-facing garage with room for about thirty bicycles.",
        },
        "contact": {
            "name": "Are Pedalstrøm",
            "email": "are@hjelmfast.example",
            "phone": "+47 40 00 00 25",
            "language": "nb",
            "title": "Gründer",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 151,
        "stage": "deciding",
        "standing": "lost",
        "standing_reason": "Valgte en annen by på pris. Var fornøyd med oppfølgingen og vil gjerne anbefale oss.",
        "notes": [
            (150, "call", "Ringte mens han syklet. Ba ham stoppe."),
            (110, "meeting", "Så to garasjer. Den ene hadde kran."),
            (49, "call", "Valgte en annen by. Grunnen var prisen, og han sa det rett ut."),
        ],
        "handovers": [
            {
                "firm": "gravaer",
                "days_ago": 105,
                "state": "done",
                "reason": "",
                "outcome": "Ga tilbud på forsikring av sykler og sofaer.",
            },
            {
                "firm": "stromkanten",
                "days_ago": 98,
                "state": "declined",
                "reason": "For kort driftshistorikk til lånet han ønsket.",
                "outcome": "",
            },
        ],
    },
    {
        "company": "Ullgenser & Løve Reklame AS",
        "organisation_number": "387446583",
        "country": "NO",
        "industry": "knowledge",
        "employees": "5-9",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi er et reklamebyrå på åtte som er lei av å være det minste firmaet i en stor korridor. Vi vil "
            "heller være det høyeste firmaet i en liten. Må ha vegger det er lov å henge ting på."
        ),
        "anonymous_need": {
            "nb": "Kreativt byrå på åtte personer ønsker eget kontor med vegger de får bruke.",
            "en": "A creative agency of eight wants an office of its own, with walls it is allowed to use.",
        },
        "contact": {
            "name": "Dagny Manestad",
            "email": "dagny@ullgenserlove.example",
            "phone": "+47 40 00 00 26",
            "language": "nb",
            "title": "Kreativ leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 212,
        "stage": "established",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (211, "call", "Svarte etter tre timer. Hun hadde veddet på at det ville ta tre uker."),
            (172, "meeting", "Omvisning. Hun banket på veggene."),
            (60, "note", "Flyttet inn. Lovet to nye stillinger det første året."),
        ],
        "handovers": [
            {
                "firm": "elvebris",
                "days_ago": 180,
                "state": "done",
                "reason": "",
                "outcome": "Signerte leiekontrakt på fem år med tre måneders prøveleie.",
            },
            {
                "firm": "klipp-og-kantstein",
                "days_ago": 150,
                "state": "declined",
                "reason": "Vi er i samme bransje og vil heller spise lunsj med dem.",
                "outcome": "",
            },
            {
                "firm": "forsteutkast",
                "days_ago": 70,
                "state": "done",
                "reason": "",
                "outcome": "Skiltet hang på døra innflyttingsdagen.",
            },
        ],
    },
    {
        "company": "Sanglerke Lydteknikk AS",
        "organisation_number": "388929618",
        "country": "NO",
        "industry": "technology",
        "employees": "10-19",
        "area": "300_999",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi reparerer mikrofoner og leier ut lyd til kor, begravelser og årsmøter. Vi trenger verksted, lager "
            "og et prøverom der vi kan skru opp uten at vaktmesteren ringer."
        ),
        "anonymous_need": {
            "nb": "Lydteknisk bedrift søker verksted, lager og et prøverom der det er lov å bråke.",
            "en": "A sound engineering firm is looking for a workshop, storage and a test room where noise is allowed.",
        },
        "contact": {
            "name": "Halvor Trillebakk",
            "email": "halvor@sanglerke.example",
            "phone": "+47 40 00 00 27",
            "language": "nb",
            "title": "Teknisk sjef",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "referral",
        "days_ago": 232,
        "stage": "established",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (230, "call", "Linja var dårlig. Det var han som påpekte det."),
            (190, "meeting", "Prøvde tre rom med en trompetist."),
            (45, "note", "På plass. Lovet fire arbeidsplasser. Står på snora fra frokosten."),
        ],
        "handovers": [
            {
                "firm": "vinkel-og-vater",
                "days_ago": 185,
                "state": "done",
                "reason": "",
                "outcome": "Bygde om lageret til prøverom med doble vegger.",
            },
            {
                "firm": "sikring-og-stopsel",
                "days_ago": 160,
                "state": "done",
                "reason": "",
                "outcome": "La om strømmen så lyset ikke brummer lenger.",
            },
        ],
    },
    {
        "company": "Tallrik Digital AB",
        "organisation_number": "",
        "country": "SE",
        "industry": "technology",
        "employees": "20-49",
        "area": "100_299",
        "time_frame": "year",
        "readiness": "decided",
        "need": (
            "We make menus for school canteens, including the app where children rate the fish. We want a "
            "Norwegian office of eight and need to hire half of them locally, preferably people who have eaten in "
            "a school canteen."
        ),
        "anonymous_need": {
            "nb": "Svensk programvareselskap vil åpne et norsk kontor på åtte og ansette halvparten lokalt.",
            "en": "A Swedish software company wants to open a Norwegian office of eight and hire half of them locally.",
        },
        "contact": {
            "name": "Linnea Gaffelqvist",
            "email": "linnea@tallrikdigital.example",
            "phone": "",
            "language": "en",
            "title": "COO",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "target_list",
        "days_ago": 224,
        "stage": "established",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (220, "mail", ("You wrote that the children have a say in this. What do they think of the fish?")),
            (201, "call", "Barna mener ikke så mye godt om fisken."),
            (120, "meeting", "Intervjudag med Riktig Stol."),
            (38, "note", "Kontoret er åpnet med seks av åtte på plass."),
        ],
        "handovers": [
            {
                "firm": "riktig-stol",
                "days_ago": 190,
                "state": "done",
                "reason": "",
                "outcome": "Fire ansatt, den siste etter lang leting.",
            },
            {
                "firm": "syvende-pult",
                "days_ago": 170,
                "state": "done",
                "reason": "",
                "outcome": "Leier åtte pulter med en måneds oppsigelse.",
            },
            {
                "firm": "kladd-og-kvittering",
                "days_ago": 165,
                "state": "done",
                "reason": "",
                "outcome": "Registrerte selskapet og kjørte første lønn.",
            },
        ],
    },
    {
        "company": "Grønnåpning Vekstlys AS",
        "organisation_number": "390412649",
        "country": "NO",
        "industry": "founders",
        "employees": "5-9",
        "area": "300_999",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi dyrker salat i kjellere og har oppdaget at det finnes langt flere kjellere enn salatspisere. Vi "
            "trenger en kjeller, en bank som forstår lamper og noen som kjenner dem som lager lunsj."
        ),
        "anonymous_need": {
            "nb": "Oppstartsbedrift innen innendørs dyrking søker kjeller, bank og kontakter i serveringsbransjen.",
            "en": (
                "A start-up in indoor growing is looking for a basement, a bank and contacts among people who "
                "serve food."
            ),
        },
        "contact": {
            "name": "Embla Spirestad",
            "email": "embla@gronnapning.example",
            "phone": "+47 40 00 00 28",
            "language": "nb",
            "title": "Gründer",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "event",
        "days_ago": 283,
        "stage": "verified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (281, "call", "Fikk salat i posten. Den overlevde."),
            (250, "meeting", "Så fire kjellere på én dag. Vi trenger lommelykt neste gang."),
            (30, "note", "Telt opp: lovet fire arbeidsplasser, det ble fem."),
        ],
        "handovers": [
            {
                "firm": "stromkanten",
                "days_ago": 260,
                "state": "done",
                "reason": "",
                "outcome": "Innvilget lån til lamper etter seks dager.",
            },
            {
                "firm": "skumtopp",
                "days_ago": 240,
                "state": "done",
                "reason": "",
                "outcome": "Leier ut kjelleren og kjøper salaten.",
            },
        ],
    },
    {
        "company": "Apfelkiste Medizintechnik GmbH",
        "organisation_number": "",
        "country": "DE",
        "industry": "health",
        "employees": "50-99",
        "area": "300_999",
        "time_frame": "year",
        "readiness": "decided",
        "need": (
            "We make quiet pumps for loud hospital rooms. Our Norwegian office needs ten desks, a small test room "
            "and a doctor who is willing to be woken by our alarms, so that patients are not."
        ),
        "anonymous_need": {
            "nb": "Tysk helseteknologibedrift søker kontor til ti, et testrom og en lege som vil prøve utstyret.",
            "en": (
                "A German health technology company is looking for an office for ten, a test room and a doctor "
                "willing to try its equipment."
            ),
        },
        "contact": {
            "name": "Ottilie Kernhaus",
            "email": "ottilie@apfelkiste.example",
            "phone": "",
            "language": "en",
            "title": "Managing Director",
        },
        "consent_email": True,
        "consent_phone": False,
        "source": "referral",
        "days_ago": 299,
        "stage": "verified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (
                297,
                "mail",
                (
                    "Thank you, and your Norwegian is better than you think. I have asked two laboratories to "
                    "set aside an hour."
                ),
            ),
            (262, "meeting", "Tre dager på Nattbro. Alarmen ble prøvd. Resepsjonisten våknet."),
            (25, "note", "Telt opp: lovet ti, det ble ni. De to siste stillingene er lyst ut på nytt."),
        ],
        "handovers": [
            {
                "firm": "andpusten",
                "days_ago": 270,
                "state": "done",
                "reason": "",
                "outcome": "Ble testarena i et halvt år. Pasientene sov.",
            },
            {
                "firm": "nattbro",
                "days_ago": 265,
                "state": "done",
                "reason": "",
                "outcome": "Fast pris for besøkene og fire månedsrom.",
            },
            {
                "firm": "brohode",
                "days_ago": 255,
                "state": "done",
                "reason": "",
                "outcome": "Gikk gjennom leiekontrakt og ansettelsesavtaler på tysk.",
            },
        ],
    },
    {
        "company": "Kantarell Byggkontroll AS",
        "organisation_number": "391895678",
        "country": "NO",
        "industry": "property",
        "employees": "10-19",
        "area": "100_299",
        "time_frame": "now",
        "readiness": "decided",
        "need": (
            "Vi leter etter råte i hus andre har tenkt å kjøpe. Vi er ute hele dagen og trenger mest et sted å "
            "tørke støvlene, skrive rapporten og parkere tolv biler som lukter kjeller."
        ),
        "anonymous_need": {
            "nb": "Kontrollfirma i byggebransjen søker enkelt kontor med tørkerom og parkering til tolv biler.",
            "en": (
                "An inspection firm in the building trade is looking for a simple office with a drying room and "
                "parking for twelve cars."
            ),
        },
        "contact": {
            "name": "Sverre Hattemo",
            "email": "sverre@kantarellkontroll.example",
            "phone": "+47 40 00 00 29",
            "language": "nb",
            "title": "Daglig leder",
        },
        "consent_email": True,
        "consent_phone": True,
        "source": "form",
        "days_ago": 291,
        "stage": "verified",
        "standing": "ongoing",
        "standing_reason": "",
        "notes": [
            (290, "call", "Ringte innen en time. Han sto i en kjeller."),
            (255, "meeting", "Han fant råte i det første lokalet vi viste. Vi viste et annet."),
            (28, "note", "Telt opp: lovet tre arbeidsplasser, det ble tre."),
        ],
        "handovers": [
            {
                "firm": "vinkel-og-vater",
                "days_ago": 250,
                "state": "done",
                "reason": "",
                "outcome": "Bygde tørkerom på to uker.",
            },
            {
                "firm": "gravaer",
                "days_ago": 200,
                "state": "done",
                "reason": "",
                "outcome": "Forsikrer bilene og har selv bestilt en kontroll.",
            },
        ],
    },
]
