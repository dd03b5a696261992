"""What the addresses of the campaign site name, in the demo world."""

from datetime import timedelta

from django.utils import timezone

from home.models import (
    Banner,
    ContactPerson,
    Milestone,
    PartnersPage,
    PremisesPage,
    PromotedResult,
    ResultsPage,
    SearchSynonym,
)
from partners.models import Premises
from prospects.models import Evidence, Strength


def site_objects() -> dict:
    """Pages, snippets and what visitors have sent."""
    results = {f"results_{one.locale.language_code}": one.url for one in ResultsPage.objects.all()}
    place = Premises.objects.on_offer().select_related("firm").first()
    return {
        **results,
        **_events(),
        "premises_id": place.pk,
        "premises_slug": place.slug,
        "firm_slug": place.firm.slug,
        "premises_nb": PremisesPage.objects.get(locale__language_code="nb").url,
        "partners_nb": PartnersPage.objects.get(locale__language_code="nb").url,
        "banner_id": _banner().pk,
        "milestone_id": Milestone.objects.first().pk,
        "strength_id": Strength.objects.first().pk,
        "evidence_id": Evidence.objects.first().pk,
        "contact_person_id": ContactPerson.objects.first().pk,
        "synonym_id": SearchSynonym.objects.first().pk,
        "promoted_id": PromotedResult.objects.first().pk,
    }


def _banner() -> Banner:
    now = timezone.now()
    return Banner.objects.create(
        text_nb="Vi åpner døra", starts_at=now - timedelta(days=1), ends_at=now + timedelta(days=1)
    )


def _events() -> dict:
    import uuid

    from django.core.files.base import ContentFile

    from home.models import (
        EventIndexPage,
        EventPage,
        EventRegistration,
        JobApplication,
        NewsletterPage,
        Subscription,
        VacancyPage,
    )
    from home.services.newsletter import CONFIRM, END, token_of

    event_page = EventPage.objects.filter(locale__language_code="nb", event__registrations__isnull=False).first()
    vacancy_page = VacancyPage.objects.filter(locale__language_code="nb").first()
    registration = EventRegistration.objects.filter(event=event_page.event).first()
    subscription = Subscription.objects.create(
        email="leser@avis.example", wording="Ja", secret=Subscription.new_secret()
    )
    application = JobApplication.objects.create(
        vacancy=vacancy_page.vacancy,
        submission=uuid.uuid4(),
        name="Ola Søker",
        email="ola@soker.example",
        letter="Hei",
        attachment=ContentFile(b"%PDF-1.7", name="cv.pdf"),
    )
    return {
        "events_url": EventIndexPage.objects.get(locale__language_code="nb").url,
        "event_url": event_page.url,
        "event_id": event_page.event_id,
        "registration_id": registration.pk,
        "registration_token": registration.token,
        "newsletter_url": NewsletterPage.objects.get(locale__language_code="nb").url,
        "subscription_id": subscription.pk,
        "confirm_token": token_of(subscription, CONFIRM),
        "end_token": token_of(subscription, END),
        "vacancy_url": vacancy_page.url,
        "vacancy_id": vacancy_page.vacancy_id,
        "application_id": application.pk,
    }
