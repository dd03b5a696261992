"""The demo's premises. Every house number is 0, which no street has: addresses and prices are invented."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from home.models import PremisesPage
from partners.models import PartnerFirm, Premises

from .building import Builder

PAGE = {
    "nb": {
        "title": "Ledige lokaler",
        "slug": "lokaler",
        "intro": (
            "Kontor med elva utenfor, verksted med port, tomt med kai. Dette har partnerbedriftene ledig nå, eller "
            "snart. Finner du det ikke her, leter vi for deg."
        ),
        "search_description": "Ledige kontorer, verksteder, lager og tomter i Drammen, fra partnerbedriftene våre.",
    },
    "en": {
        "title": "Vacant premises",
        "slug": "premises",
        "intro": (
            "An office with the river outside, a workshop with a gate, a plot with a quay. This is what our partner "
            "firms have vacant now, or soon. If it is not here, we will look for you."
        ),
        "search_description": "Vacant offices, workshops, warehouses and plots in Drammen, from our partner firms.",
    },
}

PICTURES = {
    "office": ("Kontor ved elva", "Lyse kontorer bak store vinduer mot elva", "Bright offices behind tall windows"),
    "lab": ("Laboratorium", "En benk med glass og instrumenter", "A bench with glassware and instruments"),
    "port": ("Havna", "En kai med kran og containere", "A quay with a crane and containers"),
    "market": ("Torget", "Boder og lave hus rundt et torg", "Stalls and low houses round a square"),
    "seedling": ("Spire", "En spire i en bar åkerlapp", "A seedling in a bare patch of ground"),
    "bridge": ("Brua", "Ei bru over elva med byen bak", "A bridge across the river with the city behind"),
    "train": ("Toget", "Et tog på vei inn til stasjonen", "A train on its way into the station"),
    "door": ("Døra", "Ei dør på gløtt i en murvegg", "A door ajar in a brick wall"),
    "paper": ("Papirfabrikken", "En gammel fabrikk i tegl", "An old brick factory"),
}

# `days` from today until it is vacant; `steps` are the verbs that brought it where it stands.
ROWS: list[dict[str, Any]] = [
    {
        "slug": "lyse-kontorer-elvegata",
        "firm": "elvebris",
        "kind": "office",
        "title": ("Lyse kontorer med elva utenfor", "Bright offices by the river"),
        "description": (
            "Tre etasjer kontor i et gammelt magasin, med vinduer mot elva i hele langsida. Veggene er lette å flytte, "
            "og vi tegner om før dere flytter inn.\n\nNykommere kan prøve ett av rommene i tre måneder før de binder "
            "seg. Kantina deles med huset ved siden av, og den har ry på seg for fredagsvafler.",
            "Three floors of offices in an old warehouse, with windows to the river along the whole side. The walls "
            "are easy to move, and we redraw the rooms before you come.\n\nNewcomers may try one of the rooms for "
            "three months before they commit. The canteen is shared with the house next door and known for its "
            "Friday waffles.",
        ),
        "address": "Elvegata 0",
        "district": "Bragernes",
        "area": (600, 1800),
        "price": "high",
        "days": -30,
        "metres": 650,
        "map": (300, 370),
        "picture": "office",
        "steps": ("offer",),
    },
    {
        "slug": "kontor-ved-perrongen",
        "firm": "elvebris",
        "kind": "office",
        "title": ("Kontor du rekker toget fra", "An office in reach of the train"),
        "description": (
            "En hel etasje to minutter fra perrongen. For firmaer der halvparten kommer med toget og resten sykler. "
            "Sykkelrom, dusj og plass til 45.",
            "A whole floor two minutes from the platform. For firms where half come by train and the rest on a "
            "bicycle. Bicycle room, showers and room for 45.",
        ),
        "address": "Perronggata 0",
        "district": "Strømsø",
        "area": (780, 780),
        "price": "top",
        "days": 75,
        "metres": 140,
        "map": (390, 730),
        "picture": "train",
        "steps": ("offer", "reserve"),
    },
    {
        "slug": "verksted-med-port",
        "firm": "elvebris",
        "kind": "workshop",
        "title": ("Verksted med høy port og traverskran", "Workshop with a high gate and a crane"),
        "description": (
            "Fire meter høy port, traverskran på fem tonn og golv som tåler mye. Kontor på mesaninen, med vindu ned i "
            "hallen, så sjefen ser hva som skjer.",
            "A gate four metres high, a five-tonne overhead crane and a floor that can take a lot. Offices on the "
            "mezzanine with a window into the hall, so the boss sees what goes on.",
        ),
        "address": "Smieveien 0",
        "district": "Strømsø",
        "area": (900, 1400),
        "price": "low",
        "days": 120,
        "metres": 1900,
        "map": (140, 770),
        "picture": "paper",
        "steps": ("offer",),
    },
    {
        "slug": "laboratorium-med-avtrekk",
        "firm": "elvebris",
        "kind": "laboratory",
        "title": ("Laboratorium med avtrekk på plass", "Laboratory with fume hoods in place"),
        "description": (
            "To laboratorier og ni kontorer, ferdig innredet med avtrekk, vann og gass på benk. Leietakeren før dere "
            "vokste ut av det. Det unner vi dere også.",
            "Two laboratories and nine offices, fitted out with fume hoods, water and gas at the bench. The tenant "
            "before you outgrew it. We wish you the same.",
        ),
        "address": "Reagensveien 0",
        "district": "Bragernes",
        "area": (420, 650),
        "price": "high",
        "days": 20,
        "metres": 1100,
        "map": (700, 330),
        "picture": "lab",
        "steps": ("offer",),
    },
    {
        "slug": "lager-pa-kaia",
        "firm": "tautrekk",
        "kind": "warehouse",
        "title": ("Lager på kaikanten", "Warehouse on the quay"),
        "description": (
            "Tørt lager rett bak kaia, med åtte ramper og tak som rekker til tre paller i høyden. Båten legger til på "
            "den ene sida og trailerne på den andre.",
            "A dry warehouse just behind the quay, with eight ramps and height for three pallets. The ship comes "
            "alongside on one side and the lorries on the other.",
        ),
        "address": "Kaikanten 0",
        "district": "Havna",
        "area": (1200, 4500),
        "price": "low",
        "days": 45,
        "metres": 2100,
        "map": (830, 640),
        "picture": "port",
        "steps": ("offer",),
    },
    {
        "slug": "terminaltomt",
        "firm": "tautrekk",
        "kind": "plot",
        "title": ("Terminaltomt med spor og vei", "Terminal plot with track and road"),
        "description": (
            "Flat, asfaltert tomt mellom sporet og veien, innenfor havnegjerdet. Passer for omlasting. Vi står for "
            "vakthold og brøyting.",
            "A flat, surfaced plot between the track and the road, inside the port fence. Suits transhipment. We take "
            "care of guards and snow.",
        ),
        "address": "Sporveien 0",
        "district": "Havna",
        "area": (6000, 14000),
        "price": "ask",
        "days": 200,
        "metres": 2600,
        "map": (900, 760),
        "picture": "",
        "steps": ("offer",),
    },
    {
        "slug": "fast-pult",
        "firm": "syvende-pult",
        "kind": "office",
        "title": ("Lite kontor i fellesskapet", "A small office among others"),
        "description": (
            "Et lukket rom for to til fire, med møterom, kaffe og naboer på kjøpet. En måneds oppsigelse, så det er "
            "lett å begynne.",
            "A closed room for two to four, with meeting rooms, coffee and neighbours thrown in. A month's notice, so "
            "it is easy to begin.",
        ),
        "address": "Skuffegata 0",
        "district": "Bragernes",
        "area": (14, 30),
        "price": "top",
        "days": -5,
        "metres": 800,
        "map": (480, 400),
        "picture": "door",
        "steps": ("offer",),
    },
    {
        "slug": "naeringstomt-i-lia",
        "firm": "drammen-kommune",
        "kind": "plot",
        "title": ("Regulert næringstomt i lia", "Zoned business plot on the hillside"),
        "description": (
            "Tomta er ferdig regulert for industri og lager. Vann og strøm ligger i veien. Vi setter av én person som "
            "følger byggesaken fra første møte.",
            "The plot is zoned for industry and storage. Water and power lie in the road. We set aside one person who "
            "follows the building application from the first meeting.",
        ),
        "address": "Åslia 0",
        "district": "Strømsø",
        "area": (8000, 22000),
        "price": "ask",
        "days": 0,
        "metres": 3600,
        "map": (260, 900),
        "picture": "seedling",
        "steps": ("offer",),
    },
    {
        "slug": "butikk-pa-hjornet",
        "firm": "nattbro",
        "kind": "shop",
        "title": ("Butikk eller kafé på hjørnet", "A shop or café on the corner"),
        "description": (
            "Første etasje i hotellet, med egen inngang fra torget og kjøkken bak. Gjestene våre spør stadig hvor de "
            "kan spise lunsj.",
            "The ground floor of the hotel, with its own door to the square and a kitchen at the back. Our guests keep "
            "asking where to have lunch.",
        ),
        "address": "Hjørnetorget 0",
        "district": "Bragernes",
        "area": (110, 180),
        "price": "middle",
        "days": 60,
        "metres": 550,
        "map": (520, 270),
        "picture": "market",
        "steps": ("offer", "reserve"),
    },
    {
        "slug": "haandverkerhall",
        "firm": "vinkel-og-vater",
        "kind": "workshop",
        "title": ("Håndverkerhall med gårdsplass", "Craftsmen's hall with a yard"),
        "description": (
            "Vi bygde den til oss sjøl og fikk den for stor. Halvparten er ledig: port, gårdsplass, lunsjrom og ei "
            "sag vi gjerne deler.",
            "We built it for ourselves and made it too large. Half of it is vacant: gate, yard, lunch room and a saw "
            "we are happy to share.",
        ),
        "address": "Vaterveien 0",
        "district": "Strømsø",
        "area": (350, 500),
        "price": "low",
        "days": -60,
        "metres": 1300,
        "map": (680, 830),
        "picture": "",
        "steps": ("offer",),
    },
    {
        "slug": "atelier-under-taket",
        "firm": "loddrett",
        "kind": "office",
        "title": ("Atelier under taket", "A studio under the roof"),
        "description": (
            "Skråtak, overlys og ei langbenk som blir med på kjøpet. Vi sitter i etasjen under og låner gjerne bort "
            "plotteren.",
            "Sloping ceilings, light from above and a long bench that comes with the room. We sit on the floor below "
            "and gladly lend you the plotter.",
        ),
        "address": "Takåsen 0",
        "district": "Bragernes",
        "area": (90, 90),
        "price": "middle",
        "days": 30,
        "metres": 950,
        "map": (200, 240),
        "picture": "bridge",
        "steps": ("offer",),
    },
    {
        "slug": "kjolelager",
        "firm": "tautrekk",
        "kind": "warehouse",
        "title": ("Kjølelager", "Cold store"),
        "description": (
            "Kjølelager med to rom, nå utleid til en som selger laks.",
            "Cold store with two rooms, now let to somebody who sells salmon.",
        ),
        "address": "Frostkaia 0",
        "district": "Havna",
        "area": (700, 700),
        "price": "middle",
        "days": -90,
        "metres": 2300,
        "map": (800, 720),
        "picture": "port",
        "steps": ("offer", "let"),
    },
    {
        "slug": "gammelt-trykkeri",
        "firm": "forsteutkast",
        "kind": "workshop",
        "title": ("Det gamle trykkeriet", "The old printing works"),
        "description": (
            "Vi flytter maskinene til sommeren. Bildene kommer når vi har vasket.",
            "We move the presses in the summer. Pictures follow when we have cleaned.",
        ),
        "address": "Sverteveien 0",
        "district": "Strømsø",
        "area": (260, 400),
        "price": "low",
        "days": 240,
        "metres": 1500,
        "map": (420, 880),
        "picture": "",
        "steps": (),
    },
]


def build(builder: Builder) -> None:
    """The page, and what the firms offer on it."""
    builder.add("premises", lambda code: PremisesPage(**PAGE[code], show_in_menus=True))
    load_premises(builder)


def load_premises(builder: Builder) -> None:
    """The premises, brought where they stand by the programme manager."""
    firms = {firm.slug: firm for firm in PartnerFirm.objects.all()}
    manager = User.objects.get(email="leder@drammen.example")
    for row in ROWS:
        picture = PICTURES.get(row["picture"])
        one = Premises.objects.create(
            firm=firms[row["firm"]],
            slug=row["slug"],
            kind=row["kind"],
            title_nb=row["title"][0],
            title_en=row["title"][1],
            description_nb=row["description"][0],
            description_en=row["description"][1],
            address=row["address"],
            district=row["district"],
            area_from=row["area"][0],
            area_to=row["area"][1],
            price_band=row["price"],
            vacant_from=timezone.localdate() + timedelta(days=row["days"]),
            metres_to_station=row["metres"],
            map_x=row["map"][0],
            map_y=row["map"][1],
            image=builder.image(row["picture"], picture[0], picture[1]) if picture else None,
            image_alt_nb=picture[1] if picture else "",
            image_alt_en=picture[2] if picture else "",
        )
        for step in row["steps"]:
            getattr(one, step)(by=manager)
