"""Letters about applications to become a partner: to the firm at each step, and to those who have to decide."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.roles import Role, has_role
from common.mail import Letter, absolute, letter
from common.money import display

from .models import Application
from .services import application_path, can_sign, is_locked_out, may_decide


def _application(pk: int, *statuses: str) -> Application | None:
    """The application, when it still stands where the letter says."""
    found = Application.objects.select_related("round", "tier", "firm").filter(pk=pk).first()
    return found if found is not None and found.status in statuses and found.contact_email else None


def _facts(found: Application) -> list[tuple[str, str]]:
    facts = [(_("Company"), found.company_name), (_("Round"), found.round.name)]
    if found.tier is not None:
        facts.insert(1, (_("Tier"), found.tier.name))
        facts.append((_("A year, without VAT"), display(found.tier.yearly_amount, translation.get_language() or "nb")))
    return [(label, value) for label, value in facts if value]


def _to_contact(found: Application, subject: str, paragraphs: list[str], button: str = "", **more) -> Letter:
    """To the person who applied, with the way to the application; in the language that is active."""
    return Letter(
        to=found.contact_email,
        name=found.contact_name,
        language=found.language,
        subject=subject,
        paragraphs=paragraphs,
        action=(button or _("Open your application"), absolute(application_path(found))),
        closing=[_("Whoever has the link can open the application. Keep it to yourself and your colleagues.")],
        **more,
    )


@letter("application_link")
def application_link(application: int) -> Letter | None:
    """To whoever began: here is the link, go on when it suits you."""
    found = _application(application, "draft")
    if found is None:
        return None
    with translation.override(found.language):
        closes = date_format(timezone.localtime(found.round.closes_at), _("l j F Y \\a\\t H:i"))
        return _to_contact(
            found,
            _("Go on with your application"),
            [
                _("We have kept what you wrote. Go on whenever you like, on any device, with this link."),
                _("Nobody reads it until you send it. The round is open until %(when)s.") % {"when": closes},
                _("If it was not you who began, you need not do anything; it is deleted by itself."),
            ],
        )


@letter("application_received")
def application_received(application: int) -> Letter | None:
    """To the firm: we have it, and what happens now."""
    found = _application(application, "submitted", "waiting", "approved")
    if found is None:
        return None
    with translation.override(found.language):
        if found.round.needs_both_owners:
            who = _("The association and the municipality read it, and you hear from us when both have answered.")
        else:
            who = _("The association reads it, and you hear from us when it has answered.")
        paragraphs = [_("Thank you for wanting to open doors with us. Your application has arrived."), who]
        if found.came_in_priority_window:
            paragraphs.append(_("You were a partner before, and seats are kept for you."))
        return _to_contact(found, _("We have your application"), paragraphs, facts=_facts(found))


@letter("application_waiting")
def application_waiting(application: int) -> Letter | None:
    """To the firm: yes, and you are number so and so in line."""
    found = _application(application, "waiting")
    if found is None:
        return None
    with translation.override(found.language):
        place = _("You are number %(place)s in line.") % {"place": found.place_in_line}
        paragraphs = [
            _("We would like to have you with us, but every seat of this tier is taken or kept just now."),
            f"{place} {_('When a seat falls free, the first in line gets it by itself, and you get a mail at once.')}",
        ]
        if found.round.is_in_priority_window():
            until = date_format(timezone.localtime(found.round.priority_ends_at), _("l j F Y \\a\\t H:i"))
            paragraphs.append(
                _("Until %(when)s some seats are kept for former partners. What is left of them goes to the line then.")
                % {"when": until}
            )
        return _to_contact(
            found, pgettext("partner firm", "You are on the waiting list"), paragraphs, facts=_facts(found)
        )


@letter("application_approved")
def application_approved(application: int) -> Letter | None:
    """To the firm: welcome; log in, read and sign."""
    found = _application(application, "approved")
    if found is None:
        return None
    with translation.override(found.language):
        return _to_contact(
            found,
            _("Welcome as a partner"),
            [
                _("Your application is approved, and the seat is yours."),
                _(
                    "The agreement waits for you in the portal. If you have not logged in before, you have an "
                    "invitation in a mail of its own."
                ),
            ],
            _("See what happens now"),
            facts=_facts(found),
        )


@letter("application_declined")
def application_declined(application: int) -> Letter | None:
    """To the firm: no, and why."""
    found = _application(application, "declined")
    if found is None:
        return None
    with translation.override(found.language):
        return _to_contact(
            found,
            _("About your application"),
            [
                _("We cannot offer you a partnership this time. This is why:"),
                found.reason,
                _("Write to us if you think we have misunderstood. You are welcome in a later round."),
            ],
        )


@letter("application_to_decide")
def application_to_decide(application: int, reader: int) -> Letter | None:
    """To an owner: a firm asks to join, and your answer is wanted."""
    found = _application(application, "submitted")
    user = get_user_model().objects.filter(pk=reader, is_active=True).first()
    if found is None or user is None:
        return None
    with translation.override(user.language):
        if has_role(user, Role.PROGRAMME_MANAGER):
            address = reverse("admissions:application", args=[found.pk])
        elif found.round.needs_both_owners and may_decide(user, "municipality"):
            address = reverse("portal:application", args=[found.pk])
        else:
            return None
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=_("%(company)s wants to become a partner") % {"company": found.company_name},
            paragraphs=[_("Read the application, and say yes or no.")],
            facts=_facts(found),
            action=(_("Read and answer"), absolute(address)),
        )


@letter("application_unsigned")
def application_unsigned(application: int, reader: int) -> Letter | None:
    """To a programme manager: an agreement is offered that nobody at the firm can sign, and what to do."""
    found = _application(application, "approved")
    user = get_user_model().objects.filter(pk=reader, is_active=True).first()
    if found is None or found.firm is None or user is None or can_sign(found.firm):
        return None
    with translation.override(user.language):
        why = _("Nobody at the firm has a seat from which the agreement can be signed.")
        if is_locked_out(found.contact_email):
            why = _("The account of %(email)s is locked, and nobody else can sign.") % {"email": found.contact_email}
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=_("%(company)s cannot sign its agreement") % {"company": found.company_name},
            paragraphs=[why, _("Unlock the account, or invite somebody else from the firm's page of people.")],
            action=(_("See the firm's people"), absolute(reverse("invitations:seats", args=[found.firm_id]))),
        )
