"""Demo prospects that have been qualified."""

from typing import Any

QUALIFIED: list[dict[str, Any]] = [
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
]
