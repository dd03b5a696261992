"""The demo's search page, the words that mean the same, and the pages that are recommended for certain words."""

from typing import Any

from django.apps import apps
from wagtail.models import Page

from home.models import PromotedResult, SearchPage, SearchSynonym

from .building import Builder

SYNONYMS: list[dict[str, str]] = [
    {"language": "nb", "words": "koste, pris, betale, kostnad, partnerbidrag, kontingent"},
    {"language": "nb", "words": "lokaler, kontor, lager, eiendom, kvadratmeter"},
    {"language": "nb", "words": "jobb, stilling, ledig stilling, karriere, vikariat"},
    {"language": "nb", "words": "arrangement, kurs, seminar, møteplass, kalender, frokostmøte"},
    {"language": "nb", "words": "fadder, mentor, buddy"},
    {"language": "nb", "words": "kontakt, snakke med, ringe, telefon, e-post"},
    {"language": "nb", "words": "lang tid, svartid, innen én arbeidsdag"},
    {"language": "nb", "words": "personvern, GDPR, cookies, informasjonskapsler, personopplysninger"},
    {"language": "nb", "words": "tomt, næringsareal, byggeklar"},
    {"language": "nb", "words": "tog, jernbane, stasjon"},
    {"language": "en", "words": "cost, price, fee, pay, contribution"},
    {"language": "en", "words": "premises, office, space, property, warehouse, square metres"},
    {"language": "en", "words": "jobs, vacancy, career, work for you, position"},
    {"language": "en", "words": "events, seminar, meet-up, calendar"},
    {"language": "en", "words": "mentor, fadder, buddy, sponsor"},
    {"language": "en", "words": "contact, talk to, phone, ring, call, e-mail"},
    {"language": "en", "words": "hear back, how long, reply, response time, within one working day"},
    {"language": "en", "words": "privacy, GDPR, cookies, personal data"},
    {"language": "en", "words": "plot, building land, site"},
    {"language": "en", "words": "train, railway, station"},
]

# `page` is a type of page or the Norwegian slug of one; the first of its kind is recommended, and its translation.
PROMOTED: list[dict[str, Any]] = [
    {
        "page": "bli-partner",
        "phrases": {
            "nb": ["koster partner", "bli partner", "bli medlem"],
            "en": ["cost partner", "join", "become a member"],
        },
        "reason": {
            "nb": "Her står det hva vi ber om, og hva du får igjen.",
            "en": "What we ask of you, and what you get for it.",
        },
    },
    {
        "page": "home.ContactPage",
        "phrases": {
            "nb": ["snakke med", "telefonnummer", "ringe dere", "få svar"],
            "en": ["talk to", "phone number", "ring you", "call you", "hear back"],
        },
        "reason": {
            "nb": "Et menneske svarer innen én arbeidsdag.",
            "en": "A person answers within one working day.",
        },
    },
    {
        "page": "home.PremisesPage",
        "phrases": {
            "nb": ["lokaler", "kontorlokaler", "lager", "tomt", "eiendom"],
            "en": ["premises", "office space", "warehouse", "plot", "property"],
        },
        "reason": {
            "nb": "Alt som er ledig nå, i liste og på kart.",
            "en": "Everything that is vacant now, as a list and on a map.",
        },
    },
    {
        "page": "home.VacancyIndexPage",
        "phrases": {"nb": ["jobb", "stilling", "søke jobb"], "en": ["job", "vacancy", "work for you"]},
        "reason": {"nb": "Stillingene vi lyser ut nå.", "en": "The positions we are filling now."},
    },
    {
        "page": "home.InterestPage",
        "phrases": {"nb": ["flytte hit", "få tilbud"], "en": ["move here", "relocate"]},
        "reason": {"nb": "Ett minutt, så svarer et menneske.", "en": "One minute, and a person answers."},
    },
]
PAGE = {
    "nb": {
        "title": "Søk",
        "slug": "sok",
        "intro": "Spør som du ville spurt et menneske. Bøyning, skrivefeil og andre ord for det samme går bra.",
    },
    "en": {
        "title": "Search",
        "slug": "search",
        "intro": "Ask as you would ask a person. Plurals, slips of the keys and other words for the same are fine.",
    },
}


def build(builder: Builder) -> None:
    """The search page, and what the search has been taught. Comes last: it recommends pages."""
    builder.add("search", lambda code: SearchPage(**PAGE[code]))
    teach()


def teach() -> None:
    """Synonyms and recommended results; a page that is not there is not recommended."""
    SearchSynonym.objects.bulk_create(SearchSynonym(**row) for row in SYNONYMS)
    for place, row in enumerate(PROMOTED):
        pages = Page.objects.filter(locale__language_code="nb", live=True)
        wanted = row["page"]
        pages = pages.type(apps.get_model(wanted)) if "." in wanted else pages.filter(slug=wanted)
        page = pages.order_by("path").first()
        if page:
            PromotedResult.objects.create(
                page=page,
                phrases_nb="\n".join(row["phrases"]["nb"]),
                phrases_en="\n".join(row["phrases"]["en"]),
                reason_nb=row["reason"]["nb"],
                reason_en=row["reason"]["en"],
                sort_order=10 * (place + 1),
            )
