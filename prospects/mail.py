"""The letters of a case. Each says one thing, and what to do about it."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.roles import is_staff_member
from common.mail import Letter, absolute, letter
from partners.models import Notification, Topic
from partners.services import tell

from .case_address import letter_headers
from .models import Activity, Contact, Handover, InterestForm, Prospect
from .services import give_notice, is_silenced, notice, private_path


def when_in_words(moment: datetime | None) -> str:
    """Day and time of a moment, in Norway and in the active language; empty for none."""
    if moment is None:
        return ""
    return date_format(timezone.localtime(moment), _("l j F \\a\\t H:i"))


def _to_contact(
    prospect: Prospect,
    subject: str,
    paragraphs: list[str],
    button: str,
    contact: Contact | None = None,
    *,
    asked: bool = False,
    cause: str = "",
    **more,
) -> Letter | None:
    """A letter to a person of the prospect; None for nobody, and for who does not want to hear from us.

    `asked` says that the letter answers what they themselves have just done, so that it goes all the same. `cause`
    names the letter where its subject does not: the first to somebody whose data we have from others says so.
    """
    contact = contact or prospect.main_contact
    if contact is None or (not asked and is_silenced(contact)):
        return None
    if give_notice(contact, letter=cause or subject):
        paragraphs = [*paragraphs, *notice(contact)]
    return Letter(
        to=contact.email,
        name=contact.name,
        language=contact.language,
        subject=subject,
        paragraphs=paragraphs,
        action=(button, absolute(private_path(prospect, contact.language))),
        closing=[_("The page is only for you. Do not pass the address on.")],
        headers=letter_headers(prospect),
        **more,
    )


def _facts(prospect: Prospect) -> list[tuple[str, str]]:
    return [
        (_("Industry"), prospect.industry.name),
        (_("People to employ"), prospect.get_employees_display()),
        (_("Time frame"), prospect.get_time_frame_display()),
        (_("How ready"), prospect.get_readiness_display()),
    ]


@letter("interest_receipt")
def interest_receipt(interest_form: int) -> Letter | None:
    """To the sender: we have it, a person answers by then, here is your page."""
    form = InterestForm.objects.select_related("prospect__industry").filter(pk=interest_form).first()
    if form is None:
        return None
    with translation.override(form.language):
        return _to_contact(
            form.prospect,
            _("We have your message"),
            [
                _("Thank you for telling us about %(company)s. A person answers you by %(when)s.")
                % {"company": form.company_name, "when": when_in_words(form.prospect.answer_due_at)},
                _("On your own page you see where things stand, and you decide who learns what about you."),
            ],
            _("Open your page"),
            asked=True,
        )


@letter("message_to_prospect")
def message_to_prospect(activity: int) -> Letter | None:
    """To the prospect: what the adviser wrote."""
    found = Activity.objects.select_related("prospect", "by").filter(pk=activity).first()
    contact = (found.contact or found.prospect.main_contact) if found else None
    if found is None or contact is None:
        return None
    with translation.override(contact.language):
        return _to_contact(
            found.prospect,
            _("A message from %(who)s") % {"who": found.by or _("us")},
            [found.text],
            _("Open your page"),
            contact=contact,
            cause=f"message_to_prospect:{found.pk}",
        )


@letter("consent_request")
def consent_request(handover: int) -> Letter | None:
    """To the prospect: may this firm learn who you are?"""
    found = _handover(handover)
    contact = found.prospect.main_contact if found else None
    if found is None or contact is None or found.status != Handover.Status.AWAITING_CONSENT:
        return None
    with translation.override(contact.language):
        return _to_contact(
            found.prospect,
            _("May %(firm)s get in touch with you?") % {"firm": found.firm},
            [
                _("We think %(firm)s can help you. They have not been told who you are.") % {"firm": found.firm},
                _("On your page you see what they would learn, and say yes or no. A no needs no reason."),
            ],
            _("See and answer"),
        )


@letter("round_consent_request")
def round_consent_request(round: int) -> Letter | None:
    """To the prospect: which of these firms may learn who you are? One letter for all of them."""
    waiting = Handover.objects.filter(round=round, status=Handover.Status.AWAITING_CONSENT).order_by("position")
    found = list(waiting.select_related("prospect__adviser", "firm"))
    contact = found[0].prospect.main_contact if found else None
    if contact is None:
        return None
    with translation.override(contact.language):
        paragraphs = [
            _("We know firms that may be able to help you: %(firms)s.")
            % {"firms": ", ".join(str(one.firm) for one in found)},
            _("They have not been told who you are. On your page you say yes or no to each. A no needs no reason."),
        ]
        return _to_contact(
            found[0].prospect, _("Who may get in touch with you?"), paragraphs, _("See and answer"), contact=contact
        )


@letter("handover_accepted_prospect")
def handover_accepted_prospect(handover: int) -> Letter | None:
    """To the prospect: the firm said yes and will call."""
    found = _handover(handover)
    contact = found.prospect.main_contact if found else None
    if found is None or contact is None or not found.shows_identity:
        return None
    with translation.override(contact.language):
        return _to_contact(
            found.prospect,
            (_("%(firm)s will be in touch") if found.shows_contact else _("%(firm)s would like to help you"))
            % {"firm": found.firm},
            [
                (
                    _("%(who)s at %(firm)s has accepted and now has your name and how to reach you.")
                    if found.shows_contact
                    else _("%(who)s at %(firm)s has accepted and now knows which company you are, not whom to call.")
                )
                % {"who": found.accepted_by, "firm": found.firm},
                _("You can take your yes back on your page at any time."),
            ],
            _("Open your page"),
            asked=True,
        )


@letter("new_prospect")
def new_prospect(prospect: int, reader: int) -> Letter | None:
    """To the adviser: somebody waits for an answer."""
    found = Prospect.objects.select_related("industry").filter(pk=prospect).first()
    user = get_user_model().objects.filter(pk=reader, is_active=True).first()
    if found is None or user is None or not is_staff_member(user):
        return None
    with translation.override(user.language):
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=_("New: %(company)s") % {"company": found.company_name},
            paragraphs=[
                _("We have promised an answer from a person by %(when)s.")
                % {"when": when_in_words(found.answer_due_at)}
            ],
            facts=_facts(found),
            action=(_("Open the case"), absolute(reverse("prospects:case", args=[found.pk]))),
        )


@letter("handover_offered")
def handover_offered(handover: int, reader: int) -> Letter | None:
    """To the firm's people: a prospect is offered to you, answer by then. Nothing in it says who it is."""
    found = _handover(handover)
    user = get_user_model().objects.filter(pk=reader, is_active=True).first()
    if found is None or user is None or found.status not in Handover.UNANSWERED:
        return None
    if not found.firm.memberships.active().filter(user=user).exists():
        return None
    with translation.override(user.language):
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=_("A prospect for %(firm)s") % {"firm": found.firm},
            paragraphs=[
                _("We offer you a prospect that has agreed to meet you. Answer by %(when)s.")
                % {"when": when_in_words(found.answer_due_at)},
                found.prospect.anonymous_need,
            ],
            facts=_facts(found.prospect),
            action=(_("See and answer"), absolute(reverse("portal:handover", args=[found.pk]))),
        )


def _still_offered(notifications: list[Notification]) -> list[int]:
    """An offer that was answered, withdrawn or lapsed is told of no more."""
    waiting = Handover.objects.filter(
        pk__in=[one.arguments.get("handover") for one in notifications], status__in=Handover.UNANSWERED
    )
    keys = set(waiting.values_list("pk", flat=True))
    return [one.pk for one in notifications if one.arguments.get("handover") in keys]


tell(
    "handover_offered",
    Topic.HANDOVER,
    subject=gettext_lazy("A prospect for %(firm)s"),
    sentence=gettext_lazy("We offer you a prospect that has agreed to meet you, and hope for your answer."),
    to="portal:handover",
    at=("handover",),
    button=gettext_lazy("See and answer"),
    letter="handover_offered",
    still=_still_offered,
)


def _still_shown(notifications: list[Notification]) -> list[int]:
    """What the firm may no longer open is told of no more."""
    keys = [one.arguments.get("handover") for one in notifications]
    shown = set(Handover.objects.filter(pk__in=keys).shown().values_list("pk", flat=True))
    return [one.pk for one in notifications if one.arguments.get("handover") in shown]


tell(
    "handover_chosen",
    Topic.HANDOVER,
    subject=gettext_lazy("You were chosen for a prospect"),
    sentence=gettext_lazy("Of the firms that said yes, yours was chosen. You now see who it is."),
    to="portal:handover",
    at=("handover",),
    button=gettext_lazy("See who it is"),
    still=_still_shown,
)
tell(
    "handover_not_chosen",
    Topic.HANDOVER,
    subject=gettext_lazy("%(reference)s has found somebody"),
    sentence=gettext_lazy(
        "Another firm helps prospect %(reference)s now, so you need do nothing more. "
        "Thank you; the next one may be yours."
    ),
    to="portal:prospects",
    button=gettext_lazy("Your prospects"),
)
tell(
    "handover_contact_open",
    Topic.HANDOVER,
    subject=gettext_lazy("You may call a prospect now"),
    sentence=gettext_lazy("A prospect you accepted now lets you see whom to call."),
    to="portal:handover",
    at=("handover",),
    button=gettext_lazy("See whom to call"),
    still=_still_shown,
)


def _adviser_letter(kind: str, subject, text, alone=""):
    @letter(kind)
    def build(handover: int, reader: int) -> Letter | None:
        found = _handover(handover)
        user = get_user_model().objects.filter(pk=reader, is_active=True).first()
        if found is None or user is None or not is_staff_member(user):
            return None
        with translation.override(user.language):
            values = {"firm": found.firm, "company": found.prospect.company_name, "reason": found.reason}
            return Letter(
                to=user.email,
                name=user.get_full_name(),
                language=user.language,
                subject=str(subject) % values,
                paragraphs=[str(text) % values, *([str(alone)] if alone and found.round_id is None else [])],
                action=(_("Open the case"), absolute(reverse("prospects:case", args=[found.prospect_id]))),
            )

    return build


def _handover(pk: int) -> Handover | None:
    return (
        Handover.objects.select_related("prospect__industry", "prospect__adviser", "firm", "accepted_by")
        .filter(pk=pk)
        .first()
    )


_adviser_letter(
    "handover_accepted",
    gettext_lazy("%(firm)s has accepted %(company)s"),
    gettext_lazy("They now know who it is and will call."),
)
_adviser_letter(
    "handover_declined",
    gettext_lazy("%(firm)s has declined %(company)s"),
    gettext_lazy("Their reason: %(reason)s They will not be asked again for this prospect."),
    gettext_lazy("Offer it to the next one."),
)
_adviser_letter(
    "handover_done", gettext_lazy("%(firm)s is done with %(company)s"), gettext_lazy("See in the case how it ended.")
)
_adviser_letter(
    "handover_lapsed",
    gettext_lazy("%(firm)s did not answer for %(company)s"),
    gettext_lazy("The deadline has passed and the offer has lapsed."),
    gettext_lazy("Offer it to the next one."),
)
_adviser_letter(
    "consent_refused",
    gettext_lazy("%(company)s does not want to meet %(firm)s"),
    gettext_lazy("The firm sees nothing of it. Talk with the prospect before you ask again."),
)
_adviser_letter(
    "handover_interested",
    gettext_lazy("%(firm)s would like to help %(company)s"),
    gettext_lazy(
        "Several firms are asked. Choose one of those who say yes; after the deadline the first in order gets it."
    ),
)
_adviser_letter(
    "round_passed_on",
    gettext_lazy("%(firm)s is asked about %(company)s now"),
    gettext_lazy("The one before did not take it, so it was passed on to the next in the order you chose."),
)
_adviser_letter(
    "round_exhausted",
    gettext_lazy("Nobody is left to ask about %(company)s"),
    gettext_lazy("All the firms you chose have been asked, and none has taken it. Suggest others in the case."),
)
