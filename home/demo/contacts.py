"""The demo's contact people and their page. The names are those of the demo's staff and of its liaison."""

from typing import Any

from home.models import ContactPage, ContactPerson
from register.models import FocusIndustry

from .building import Builder, blocks, stream
from .people import PORTAL, STAFF

ASSOCIATION = "Næringsforeningen i Drammensregionen"

PEOPLE: list[dict[str, Any]] = [
    {
        "email": "radgiver@drammen.example",
        "title": ("Strategisk rådgiver", "Strategic adviser"),
        "about": (
            "Alt før du har bestemt deg: lokaler, naboer, tidsplan, og om dette er noe for dere i det hele tatt.",
            "Everything before you have decided: premises, neighbours, timing, and whether this is for you at all.",
        ),
        "speaks": ("norsk, engelsk og tysk", "Norwegian, English and German"),
        "employer": ASSOCIATION,
        "phone": "+47 40 00 00 01",
        "industries": ["knowledge", "industry", "logistics", "property"],
    },
    {
        "email": "analytiker@drammen.example",
        "title": ("Analytiker", "Analyst"),
        "about": (
            "Tallene: hvem som finnes i bransjen din, hva de er gode på, og hvor et tall kommer fra.",
            "The numbers: who is in your industry, what they are good at, and where a figure comes from.",
        ),
        "speaks": ("norsk, engelsk og fransk", "Norwegian, English and French"),
        "employer": ASSOCIATION,
        "phone": "+47 40 00 00 03",
        "industries": ["technology", "health", "founders"],
    },
    {
        "email": "leder@drammen.example",
        "title": ("Programleder", "Programme manager"),
        "about": (
            "Partnerskap, avtaler og arrangementer. Hun svarer også når du vil klage.",
            "Partnership, agreements and events. She answers complaints herself, too.",
        ),
        "speaks": ("norsk og engelsk", "Norwegian and English"),
        "employer": ASSOCIATION,
        "phone": "+47 40 00 00 05",
        "industries": ["trade"],
    },
    {
        "email": "kontakt@drammen-kommune.example",
        "title": ("Kontakt for nye bedrifter", "Contact for new companies"),
        "about": (
            "Byggesak, tomter, skjenkebevilling, skole og barnehage. Hun finner den som kan svare.",
            "Building permits, plots, licences, schools and nurseries. She finds whoever can answer.",
        ),
        "speaks": ("norsk, engelsk og polsk", "Norwegian, English and Polish"),
        "employer": "Drammen kommune",
        "phone": "+47 40 00 00 06",
        "industries": [],
    },
    {
        "email": "kommunikasjon@drammen.example",
        "title": ("Kommunikasjonsansvarlig", "Head of communications"),
        "about": (
            "Tall, bilder og folk som svarer, for deg som skriver om oss eller skal holde en tale.",
            "Figures, pictures and people who answer, for those who write about us or have a speech to give.",
        ),
        "speaks": ("norsk og engelsk", "Norwegian and English"),
        "employer": ASSOCIATION,
        "phone": "+47 40 00 00 07",
        "industries": [],
    },
]

PAGE: dict[str, dict[str, Any]] = {
    "nb": {
        "title": "Kontakt",
        "slug": "kontakt",
        "intro": "Velg den som ligner mest på ærendet ditt. Bommer du, sender vi deg videre selv.",
        "address": "Næringsforeningen i Drammensregionen\nDørstokken 1\n3000 Drammen",
        "hours": "Mandag til fredag fra 8 til 16. Legg igjen en beskjed, så ringer vi tilbake.",
        "body": [
            (
                "questions",
                {
                    "heading": "Før du ringer",
                    "questions": [
                        (
                            "Hvor lang tid tar det å få svar?",
                            "<p>Et menneske svarer deg innen én arbeidsdag. Er saken stor, kommer det første svaret "
                            "likevel da, og så sier vi hva vi må finne ut.</p>",
                        ),
                        (
                            "Hvem kan jeg snakke med når jeg ikke vet hvem jeg skal spørre?",
                            "<p>Ring rådgiveren øverst på siden. Han vet som regel hvem som vet.</p>",
                        ),
                        (
                            "Må jeg ha bestemt meg for noe?",
                            "<p>Nei. De fleste ringer før de har bestemt seg, og noen bestemmer seg for å bli der de "
                            "er. Det er også et svar.</p>",
                        ),
                        (
                            "Hvem får vite at jeg har spurt?",
                            "<p>Bare vi som jobber med saken din. Ingen partnerbedrift får vite hvem du er før du "
                            "har sagt ja til det.</p>",
                        ),
                        (
                            "Hva koster det?",
                            "<p>Ingenting for deg. Partnerbedriftene og kommunen står bak.</p>",
                        ),
                        (
                            "Jeg er ikke fornøyd. Hvem sier jeg det til?",
                            "<p>Skriv til programlederen. Du får svar fra henne, også når svaret er at vi tok feil."
                            "</p>",
                        ),
                    ],
                },
            ),
        ],
    },
    "en": {
        "title": "Contact",
        "slug": "contact",
        "intro": "Choose whoever seems closest to your errand. If you guess wrong, we will do the forwarding.",
        "address": "The Drammen Region Business Association\nDørstokken 1\n3000 Drammen, Norway",
        "hours": "Monday to Friday, 8 am to 4 pm. Leave a message and we will call you back.",
        "body": [
            (
                "questions",
                {
                    "heading": "Before you call",
                    "questions": [
                        (
                            "How long does it take to get an answer?",
                            "<p>A person answers you within one working day. If your question is a big one, the "
                            "first answer still comes then, and we say what we need to find out.</p>",
                        ),
                        (
                            "Whom can I talk to when I do not know whom to ask?",
                            "<p>Call the adviser at the top of this page. He usually knows who knows.</p>",
                        ),
                        (
                            "Do I have to have decided anything?",
                            "<p>No. Most people call before they have, and some decide to stay where they are. That "
                            "is an answer too.</p>",
                        ),
                        (
                            "Who gets to know that I asked?",
                            "<p>Only those of us who work on your case. No partner firm learns who you are until "
                            "you have said yes to that.</p>",
                        ),
                        (
                            "What does it cost?",
                            "<p>Nothing, for you. The partner firms and the municipality are behind it.</p>",
                        ),
                        (
                            "I am not happy. Whom do I tell?",
                            "<p>Write to the programme manager. She will answer you herself, even when the answer is "
                            "that we got it wrong.</p>",
                        ),
                    ],
                },
            ),
        ],
    },
}


def build(builder: Builder) -> None:
    """The people, who answer on many pages, and the page with all of them."""
    load_people()
    builder.add("contact", _page)


def load_people() -> None:
    """Those who answer."""
    names = {row["email"]: f"{row['first_name']} {row['last_name']}" for row in [*STAFF, *PORTAL]}
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    for place, row in enumerate(PEOPLE):
        person = ContactPerson.objects.create(
            name=names[row["email"]],
            title_nb=row["title"][0],
            title_en=row["title"][1],
            about_nb=row["about"][0],
            about_en=row["about"][1],
            speaks_nb=row["speaks"][0],
            speaks_en=row["speaks"][1],
            employer=row["employer"],
            phone=row["phone"],
            email=row["email"],
            sort_order=10 * (place + 1),
        )
        person.industries.set([industries[slug] for slug in row["industries"]])


def _page(code: str) -> ContactPage:
    text = PAGE[code]
    return ContactPage(
        title=text["title"],
        slug=text["slug"],
        intro=text["intro"],
        address=text["address"],
        hours=text["hours"],
        body=stream(ContactPage, blocks([(kind, _questions(value)) for kind, value in text["body"]])),
    )


def _questions(value: dict[str, Any]) -> dict[str, Any]:
    asked = [{"question": question, "answer": answer} for question, answer in value["questions"]]
    return {**value, "questions": asked}
