"""The demo's pages about the strengths and the focus industries."""

from typing import Any

from home.models import ContactPerson, IndustryIndexPage, IndustryPage, StrengthIndexPage, StrengthPage
from prospects.models import Strength
from register.models import FocusIndustry

from .building import Builder, blocks, stream
from .industry_pages import INDEX, INDUSTRY_PAGES

WHY: dict[str, dict[str, str]] = {
    "nb": {
        "title": "Hvorfor Drammen",
        "slug": "hvorfor-drammen",
        "intro": (
            "Fire ord på K, og under hvert av dem det som taler for. Står det et tall, står det også hvor det kommer "
            "fra og når det sist ble sjekket."
        ),
    },
    "en": {
        "title": "Why Drammen",
        "slug": "why-drammen",
        "intro": (
            "Four Norwegian words on K, and under each of them what speaks for it. Where there is a figure, it also "
            "says where it comes from and how old it is."
        ),
    },
}

STRENGTHS: dict[str, dict[str, dict[str, Any]]] = {
    "kompetanse": {
        "nb": {
            "intro": (
                "Folk er det dyreste du flytter. Her får du snakke med dem som har ansatt de samme folkene før deg."
            ),
            "text": (
                "<h2>Slik finner vi folkene sammen</h2><p>Du sier hvilke stillinger som må fylles det første året. "
                "Analytikeren finner ut hvor mange som gjør den jobben i regionen, og en fadder forteller hvordan det "
                "gikk da de selv lette. Tok det lang tid, får du høre det også.</p>"
            ),
            "steps": [
                ("Si hvem", "Tre stillinger og når de må være på plass. Resten kan vente."),
                ("Hør hvordan", "En fadder fra et firma som har ansatt de samme folkene, forteller."),
                ("Møt noen", "Vi introduserer deg for skoler, rekrutterere og naboer som deler på folk."),
            ],
        },
        "en": {
            "intro": (
                "People are the dearest thing you move. Here you may talk to those who hired the same ones before you."
            ),
            "text": (
                "<h2>How we find the people together</h2><p>You say which positions must be filled in the first year. "
                "The analyst finds out how many in the region do that job, and a mentor tells how it went when they "
                "looked themselves. If it took long, you will hear that too.</p>"
            ),
            "steps": [
                ("Say who", "Three positions, and when they must be filled. The rest can wait."),
                ("Hear how", "A mentor from a firm that has hired the same people tells you."),
                ("Meet some", "We introduce you to schools, recruiters and neighbours who share staff."),
            ],
        },
    },
    "knutepunkt": {
        "nb": {
            "intro": "Jernbane, vei og havn møtes i samme by. Folkene kan ta toget mens varene tar båten.",
            "text": (
                "<h2>Regn på din egen reise</h2><p>Et kart lover alltid mer enn en rushtime. Derfor hjelper vi deg å "
                "regne på akkurat din: hvor de ansatte bor, hvor kundene sitter, og hvor varene skal. Svarer "
                "regnestykket nei, sier vi det.</p>"
            ),
            "steps": [
                ("Folkene", "Vi tegner opp hvor de ansatte reiser fra, og hvor lang tid det tar."),
                ("Varene", "Terminalsjefen blant fadderne svarer på kai, bane og bil."),
                ("Kundene", "Du får prøve veien selv, på den tida av døgnet du ville kjørt den."),
            ],
        },
        "en": {
            "intro": "Railway, road and port meet in one city. Your people take the train while the goods go by sea.",
            "text": (
                "<h2>Do the sum for your own journey</h2><p>A map always promises more than a rush hour. So we help "
                "you do yours: where your people live, where your clients sit, and where the goods are going. If the "
                "answer is no, we say so.</p>"
            ),
            "steps": [
                ("The people", "We draw up where your staff travel from, and how long it takes."),
                ("The goods", "The terminal manager among our mentors answers on quay, rail and road."),
                ("The clients", "You try the way yourself, at the hour you would travel it."),
            ],
        },
    },
    "komplett": {
        "nb": {
            "intro": "Det en bedrift trenger, og det menneskene i den trenger, finnes i samme by.",
            "text": (
                "<h2>Ett spørsmål om gangen</h2><p>Leverandører, lokaler, bank og jus er én liste. Bolig, barnehage og "
                "noe å gjøre på en torsdag er en annen. Vi svarer på begge, for flyttelasset går sjelden før den andre "
                "lista er i orden.</p>"
            ),
            "steps": [
                ("For bedriften", "Partnerne svarer på spørsmål før du er kunde, for det har de sagt ja til."),
                ("For folkene", "Spørsmål om skole og bolig går til én navngitt person i kommunen."),
                ("For året etter", "Fadderen blir med videre når de første svarene er brukt opp."),
            ],
        },
        "en": {
            "intro": "What a business needs, and what the people in it need, is found in the same city.",
            "text": (
                "<h2>One question at a time</h2><p>Suppliers, premises, bank and law are one list. Homes, nurseries "
                "and something to do on a Thursday are another. We answer both, for the removal van seldom leaves "
                "before the second list is settled.</p>"
            ),
            "steps": [
                ("For the business", "Partners answer before you are a client, because they have agreed to."),
                ("For its people", "Questions of school and home go to one named person in the municipality."),
                ("For the year after", "Your mentor stays on when the first answers are used up."),
            ],
        },
    },
    "kompakt": {
        "nb": {
            "intro": "Alt ligger i gangavstand. Det du sparer i reisetid, kan du bruke på noe du liker.",
            "text": (
                "<h2>En formiddag til fots</h2><p>Kom med toget, så går vi byen sammen: to lokaler, en nabo, banken og "
                "kommunen. Du er ferdig til lunsj og vet om dette er noe for deg.</p>"
            ),
            "steps": [
                ("Klokka ni", "Vi møter deg på stasjonen. Rådgiveren har med kart og paraply."),
                ("Klokka ti", "To lokaler, og en nabo som forteller hvordan det er å holde til der."),
                ("Klokka tolv", "Lunsj med fadderen. Spørsmålene til kommunen tar vi med oss videre."),
            ],
        },
        "en": {
            "intro": "Everything is within a walk. What you save in travelling you may spend on something you like.",
            "text": (
                "<h2>A morning on foot</h2><p>Come by train and we walk the city together: two premises, a neighbour, "
                "the bank and the municipality. You are done by lunch and know whether this is for you.</p>"
            ),
            "steps": [
                ("At nine", "We meet you at the station. The adviser brings a map and an umbrella."),
                ("At ten", "Two premises, and a neighbour who says what it is like to be there."),
                ("At noon", "Lunch with your mentor. Your questions for the municipality we take along."),
            ],
        },
    },
}


def build(builder: Builder) -> None:
    """The strengths with a page each, then the industries with a page each."""
    _strengths(builder)
    _industries(builder)


def _strengths(builder: Builder) -> None:
    builder.add(
        "why",
        lambda code: StrengthIndexPage(
            title=WHY[code]["title"], slug=WHY[code]["slug"], intro=WHY[code]["intro"], show_in_menus=True
        ),
    )
    for strength in Strength.objects.all():
        text = STRENGTHS[strength.slug]
        builder.add(
            strength.slug,
            lambda code, strength=strength, text=text: StrengthPage(
                title=strength.name_nb if code == "nb" else strength.name_en,
                slug=strength.slug,
                strength=strength,
                intro=text[code]["intro"],
                body=stream(StrengthPage, blocks([("paragraph", text[code]["text"]), ("steps", text[code]["steps"])])),
            ),
            under="why",
        )


def _industries(builder: Builder) -> None:
    builder.add(
        "industries",
        lambda code: IndustryIndexPage(
            title=INDEX[code]["title"], slug=INDEX[code]["slug"], intro=INDEX[code]["intro"], show_in_menus=True
        ),
    )
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    for row in INDUSTRY_PAGES:
        image = builder.image(
            row["image"], row["image_alt"]["nb"].partition(": ")[2].capitalize(), row["image_alt"]["nb"]
        )
        industry = industries[row["industry"]]
        builder.add(
            f"industry-{row['industry']}",
            lambda code, row=row, image=image, industry=industry: IndustryPage(
                title=industry.name_nb if code == "nb" else industry.name_en,
                slug=row[code]["slug"],
                industry=industry,
                intro=row[code]["intro"],
                image=image,
                image_alt=row["image_alt"][code],
                reasons=row[code]["reasons"],
                who_is_here=row[code]["who_is_here"],
                skills=row[code]["skills"],
                suppliers=row[code]["suppliers"],
                contact=ContactPerson.objects.filter(industries=industry).first(),
                body=stream(IndustryPage, [("questions", _question(row[code]["question"]))]),
            ),
            under="industries",
        )


def _question(asked: tuple[str, str]) -> dict[str, Any]:
    return {"heading": "", "questions": [{"question": asked[0], "answer": asked[1]}]}
