"""Letters of the public site: events, the newsletter, applications. Built when they are sent, of what is true then."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.mail import Letter, absolute, letter
from home.machines.calendars import CONTENT_TYPE, event_calendar

from .models.events import Event, EventRegistration
from .models.newsletter import Subscription
from .models.vacancies import JobApplication
from .services.newsletter import CONFIRM, END, link_of, withdrawal_headers


def when(starts_at: datetime, ends_at: datetime | None = None) -> str:
    """A moment, or from when until when, in the reader's language."""
    start = timezone.localtime(starts_at)
    text = date_format(start, _("l j F Y \\a\\t H:i"))
    if ends_at is None:
        return text
    end = timezone.localtime(ends_at)
    if end.date() == start.date():
        return f"{text}–{end:%H:%M}"
    return f"{text} – {date_format(end, _('l j F Y'))}"


def page_address(event: Event, language: str) -> str:
    """The full address of the event's page in that language, in another where there is none; empty without a page."""
    pages = {page.locale.language_code: page for page in event.pages.live().select_related("locale")}
    page = pages.get(language) or next(iter(pages.values()), None)
    url = (page.get_url() or "") if page else ""
    return absolute(url) if url.startswith("/") else url


def _registration(pk: int) -> EventRegistration | None:
    return EventRegistration.objects.select_related("event").filter(pk=pk).first()


def _facts(event: Event) -> list[tuple[str, str]]:
    return [
        (_("When"), when(event.starts_at, event.ends_at)),
        (_("Where"), ", ".join(part for part in (event.place, event.address) if part)),
    ]


def _to_registered(found: EventRegistration, subject: str, paragraphs: list[str], *, with_file: bool) -> Letter:
    """A letter about a place: the facts, the calendar file, and the way to cancel. In the language that is active."""
    event = found.event
    url = page_address(event, found.language)
    action = None
    closing = []
    if event.is_cancelled:
        action = (_("Read more"), url) if url else None
    elif found.token:
        action = (_("I cannot come"), absolute(reverse("public:registration", args=[found.token])))
        closing = [_("The button opens a page where you give up your place. Nothing happens until you say so there.")]
    return Letter(
        to=found.email,
        name=found.name,
        language=found.language,
        subject=subject,
        paragraphs=paragraphs,
        facts=_facts(event),
        action=action,
        closing=closing,
        attachments=[("event.ics", event_calendar(event, url), CONTENT_TYPE)] if with_file else [],
    )


@letter("registration_receipt")
def registration_receipt(registration: int) -> Letter | None:
    """To whoever registered: you have a place, with the calendar file; or you are on the waiting list."""
    found = _registration(registration)
    if found is None or found.status == EventRegistration.Status.CANCELLED or found.event.is_cancelled:
        return None
    with translation.override(found.language):
        values = {"event": found.event.name}
        if found.status == EventRegistration.Status.REGISTERED:
            return _to_registered(
                found,
                _("You have a place: %(event)s") % values,
                [_("Welcome. The attached file puts it in your calendar.")],
                with_file=True,
            )
        return _to_registered(
            found,
            _("You are on the waiting list: %(event)s") % values,
            [
                _("Every place is taken."),
                _("If somebody cancels, the place goes to the first who waits. You hear from us when it is yours."),
            ],
            with_file=False,
        )


@letter("registration_again")
def registration_again(registration: int) -> Letter | None:
    """To whoever registered a second time: nothing has changed, this is how you stand."""
    found = _registration(registration)
    if found is None or found.status == EventRegistration.Status.CANCELLED or found.event.is_cancelled:
        return None
    with translation.override(found.language):
        has_place = found.status == EventRegistration.Status.REGISTERED
        stands = _("You have a place.") if has_place else _("You are on the waiting list.")
        return _to_registered(
            found,
            _("You are registered already: %(event)s") % {"event": found.event.name},
            [_("We got your e-mail address once more. It counts once."), stands],
            with_file=has_place,
        )


@letter("registration_promoted")
def registration_promoted(registration: int) -> Letter | None:
    """To the first who waited: there is a chair for you now."""
    found = _registration(registration)
    if found is None or found.status != EventRegistration.Status.REGISTERED or found.event.is_cancelled:
        return None
    with translation.override(found.language):
        return _to_registered(
            found,
            _("There is a place for you: %(event)s") % {"event": found.event.name},
            [
                _("You were on the waiting list, and now the place is yours."),
                _("Can you not come after all? Tell us with the button, so that the next one gets it."),
            ],
            with_file=True,
        )


@letter("event_cancelled")
def event_cancelled(registration: int) -> Letter | None:
    """To everybody who is registered or waits: it does not take place."""
    found = _registration(registration)
    if found is None or found.status == EventRegistration.Status.CANCELLED or not found.event.is_cancelled:
        return None
    with translation.override(found.language):
        return _to_registered(
            found,
            _("Cancelled: %(event)s") % {"event": found.event.name},
            [
                _("We are sorry: this event does not take place. You need do nothing."),
                _("The attached file marks it as cancelled in your calendar."),
            ],
            with_file=True,
        )


@letter("event_moved")
def event_moved(registration: int, sequence: int) -> Letter | None:
    """To everybody who is registered or waits: another time or place. One that was overtaken by the next is dropped."""
    found = _registration(registration)
    if found is None or found.status == EventRegistration.Status.CANCELLED:
        return None
    if found.event.is_cancelled or found.event.told_sequence != sequence:
        return None
    with translation.override(found.language):
        has_place = found.status == EventRegistration.Status.REGISTERED
        stands = _("You keep your place.") if has_place else _("You keep your place on the waiting list.")
        return _to_registered(
            found,
            _("New time or place: %(event)s") % {"event": found.event.name},
            [_("Something has changed. This is what holds now."), stands],
            with_file=has_place,
        )


# --- The newsletter -------------------------------------------------------------------------------------------------
@letter("newsletter_confirm")
def newsletter_confirm(subscription: int) -> Letter | None:
    """To whoever asked for the newsletter: say yes from here. Nothing else is ever sent to one who does not."""
    found = Subscription.objects.filter(pk=subscription, status="pending").first()
    if found is None:
        return None
    with translation.override(found.language):
        return Letter(
            to=found.email,
            language=found.language,
            subject=_("Do you want our newsletter?"),
            paragraphs=[
                _("Somebody, we hope you, asked us to send our newsletter here. Say yes on the page, and you get it."),
            ],
            action=(_("Go on to say yes"), link_of(found, CONFIRM)),
            closing=[_("Was it not you? Then do nothing. You hear no more from us, and we delete the address.")],
        )


def newsletter_letter(subscription: Subscription, subject: str, paragraphs: list[str], **more) -> Letter:
    """A letter to a subscriber. Every one has its end with it: as a link, and as a button of the mail program."""
    with translation.override(subscription.language):
        closing = [
            _("You get this because you asked for our newsletter. End it: %(link)s")
            % {"link": link_of(subscription, END)}
        ]
    return Letter(
        to=subscription.email,
        language=subscription.language,
        subject=subject,
        paragraphs=paragraphs,
        closing=closing,
        headers=withdrawal_headers(subscription),
        **more,
    )


@letter("newsletter_known")
def newsletter_known(subscription: int) -> Letter | None:
    """To a subscriber who asked once more: you have it."""
    found = Subscription.objects.active().filter(pk=subscription).first()
    if found is None:
        return None
    with translation.override(found.language):
        return newsletter_letter(
            found,
            _("You have our newsletter already"),
            [_("We got your e-mail address once more. You are on the list, so there is nothing to do.")],
        )


# --- Applications ---------------------------------------------------------------------------------------------------
@letter("application_receipt")
def application_receipt(application: int) -> Letter | None:
    """To the applicant: we have it. What was written is not repeated: a mailbox is no safe place."""
    found = JobApplication.objects.select_related("vacancy").filter(pk=application).first()
    if found is None:
        return None
    with translation.override(found.language):
        has_file = _("yes") if found.attachment else _("no")
        return Letter(
            to=found.email,
            name=found.name,
            language=found.language,
            subject=_("We have your application: %(position)s") % {"position": found.vacancy.name},
            paragraphs=[
                _("Thank you. Those who hire read it after the deadline, and you hear from us whatever we decide.")
            ],
            facts=[
                (_("Position"), found.vacancy.name),
                (_("Deadline"), when(found.vacancy.deadline_at)),
                (_("With an attachment"), has_file),
            ],
            closing=[
                _("We delete your application half a year after the deadline, or before, if you ask us to."),
            ],
        )
