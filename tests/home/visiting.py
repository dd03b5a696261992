"""A small site to visit: front pages in both languages, and what stands under them."""

import base64
import json
import time
import uuid
from datetime import timedelta

import altcha
from django.core import signing
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from common.models import OutgoingMail
from home.models import (
    Event,
    EventIndexPage,
    EventPage,
    EventRegistration,
    FrontPage,
    NewsletterPage,
    Vacancy,
    VacancyIndexPage,
    VacancyPage,
)
from home.public_forms import ApplicationForm, NewsletterForm, RegistrationForm
from home.services import register_for
from tests.conftest import plant_root

SLUGS = {
    EventIndexPage: {"nb": "arrangementer", "en": "events"},
    VacancyIndexPage: {"nb": "jobb", "en": "jobs"},
    NewsletterPage: {"nb": "nyhetsbrev", "en": "newsletter"},
}


def plant_site() -> dict[str, FrontPage]:
    """The front pages, by language."""
    plant_root()
    locales = {code: Locale.objects.get(language_code=code) for code in ("nb", "en")}
    root = Page.get_first_root_node()
    fronts: dict[str, FrontPage] = {}
    for code, locale in locales.items():
        key = {"translation_key": fronts["nb"].translation_key} if fronts else {}
        words = {"title": "Forside", "headline": "Kom inn", "lead": "Døra er åpen.", "cta_label": "Si fra"}
        front = FrontPage(slug=f"forside-{code}", locale=locale, **words, **key)
        fronts[code] = root.add_child(instance=front)
    Site.objects.update(root_page=fronts["nb"])
    Site.clear_site_root_paths_cache()
    from home.shelves import purge

    purge()
    return fronts


def index_of(kind: type[Page], code: str = "nb") -> Page:
    """The list page of that kind, made when it is not there."""
    found = kind.objects.filter(locale__language_code=code).first()
    if found is not None:
        return found
    front = FrontPage.objects.filter(locale__language_code=code).first() or plant_site()[code]
    return front.add_child(instance=kind(title=SLUGS[kind][code].title(), slug=SLUGS[kind][code], locale=front.locale))


def make_event(**values) -> Event:
    """An event in ten days, for two hours: make_event(capacity=2), make_event(days=-3)."""
    start = timezone.now() + timedelta(days=values.pop("days", 10))
    given = {
        "name_nb": "Frokost",
        "name_en": "Breakfast",
        "place_nb": "Brenneriet",
        "place_en": "The roastery",
        "starts_at": start,
        "ends_at": start + timedelta(hours=2),
    }
    return Event.objects.create(**{**given, **values})


def page_of(event: Event, code: str = "nb", **values) -> EventPage:
    """The page about it."""
    index = index_of(EventIndexPage, code)
    slug = values.pop("slug", f"{'frokost' if code == 'nb' else 'breakfast'}-{event.pk}")
    title = values.pop("title", "Frokost" if code == "nb" else "Breakfast")
    page = EventPage(title=title, slug=slug, event=event, locale=index.locale, **values)
    index.add_child(instance=page)
    return EventPage.objects.get(pk=page.pk)


def make_vacancy(**values) -> Vacancy:
    """A position one may apply for: make_vacancy(days=-1) is closed."""
    given = {
        "name_nb": "Rådgiver",
        "name_en": "Adviser",
        "employer": "Foreningen",
        "place": "Drammen",
        "deadline_at": timezone.now() + timedelta(days=values.pop("days", 10)),
    }
    return Vacancy.objects.create(**{**given, **values})


def vacancy_page_of(vacancy: Vacancy, code: str = "nb", **values) -> VacancyPage:
    """The page about it."""
    index = index_of(VacancyIndexPage, code)
    slug = values.pop("slug", f"{'radgiver' if code == 'nb' else 'adviser'}-{vacancy.pk}")
    page = VacancyPage(title=f"{vacancy.name_nb}", slug=slug, vacancy=vacancy, locale=index.locale, **values)
    index.add_child(instance=page)
    return VacancyPage.objects.get(pk=page.pk)


# --- What a visitor types -------------------------------------------------------------------------------------------
def _guard(form: type, changes: dict) -> dict:
    started = signing.dumps(int(time.time()) - 60, salt=form.guard_salt)
    return {"nettside": "", "submission": str(uuid.uuid4()), "started": started, "proof": "", **changes}


def typed_registration(**changes) -> dict:
    """A registration as a browser posts it, opened a minute ago."""
    person = {"name": "Kari Ås", "email": "kari@fjordlys.example", "company": "Fjordlys", "note": "Ingen nøtter"}
    return _guard(RegistrationForm, {**person, **changes})


def typed_newsletter(**changes) -> dict:
    """A wish for the newsletter."""
    return _guard(NewsletterForm, {"email": "kari@fjordlys.example", "consents": "on", **changes})


def typed_application(**changes) -> dict:
    """An application without a file."""
    person = {"name": "Ola Søker", "email": "ola@soker.example", "phone": "22334455", "letter": "Ansett meg.\nTakk."}
    return _guard(ApplicationForm, {**person, **changes})


def proof_of(form) -> str:
    """What a browser that solved the form's puzzle sends."""
    puzzle = json.loads(form.challenge)
    solved = altcha.v1.solve_challenge(
        puzzle["challenge"], puzzle["salt"], puzzle["algorithm"], puzzle.get("maxNumber") or puzzle.get("maxnumber")
    )
    answer = {name: puzzle[name] for name in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps({**answer, "number": solved.number}).encode()).decode()


def guest(event: Event, email: str, *, language: str = "nb") -> EventRegistration:
    """Somebody registers, or waits when it is full."""
    answers = {"submission": uuid.uuid4(), "name": email.split("@")[0].title(), "email": email}
    register_for(event, answers, language=language)
    return EventRegistration.objects.get(submission=answers["submission"])


def posted(kind: str) -> list[dict]:
    """The letters of that kind in the outbox, by what they are about."""
    return [mail.arguments for mail in OutgoingMail.objects.filter(kind=kind).order_by("pk")]
