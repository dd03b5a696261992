"""The letters and notices of what firms tell us of, and of requests to the municipality."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.roles import is_staff_member
from common.mail import Letter, absolute, letter
from partners.models import Notification, Topic
from partners.services import tell

from .mail import _to_contact, when_in_words
from .models import MunicipalRequest, OwnLead


def _staff(pk: int):
    user = get_user_model().objects.filter(pk=pk, is_active=True).first()
    return user if user is not None and is_staff_member(user) else None


# --- what firms tell us of --------------------------------------------------------------------------------------------
@letter("lead_told")
def lead_told(lead: int, reader: int) -> Letter | None:
    """To the advisers: a firm knows a company, read it and answer."""
    user = _staff(reader)
    if user is None:
        return None
    found = OwnLead.objects.visible_to(user).waiting().select_related("firm", "industry").filter(pk=lead).first()
    if found is None:
        return None
    with translation.override(user.language):
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=_("%(firm)s tells us of %(company)s") % {"firm": found.firm, "company": found.company_name},
            paragraphs=[_("Read it, and say whether it is for us. The firm waits for an answer.")],
            facts=[(_("Company"), found.company_name), (_("Industry"), found.industry.name)],
            action=(_("Read and answer"), absolute(reverse("prospects:lead", args=[found.pk]))),
        )


def _tell_firm(name: str, subject, sentence) -> None:
    tell(
        name,
        Topic.LEAD,
        subject=subject,
        sentence=sentence,
        to="portal:lead",
        at=("lead",),
        button=gettext_lazy("See your tip"),
    )


_tell_firm(
    "lead_approved",
    gettext_lazy("We take up %(company)s"),
    gettext_lazy(
        "Thank you for the tip. You come first until %(until)s: nobody else is offered the company before you. It "
        "decides itself whether you may learn more."
    ),
)
_tell_firm(
    "lead_declined",
    gettext_lazy("%(company)s is not for us now"),
    gettext_lazy("Thank you for the tip. Read why we do not go on with it."),
)
_tell_firm(
    "lead_known",
    gettext_lazy("We know %(company)s already"),
    gettext_lazy("Thank you for the tip. The company is no news to us, so we open nothing new for it."),
)
_tell_firm(
    "lead_protection_ended",
    gettext_lazy("Your first right to %(company)s is over"),
    gettext_lazy("The time in which you came first has passed. From now on others can be asked as well."),
)
_tell_firm(
    "lead_protection_lifted",
    gettext_lazy("Your first right to %(company)s has ended"),
    gettext_lazy("We ended it before its time. Our reason: “%(reason)s”"),
)


# --- requests to the municipality -------------------------------------------------------------------------------------
def _still_asked(notifications: list[Notification]) -> list[int]:
    """What was answered, asked back or taken back wants nothing any more."""
    keys = [one.arguments.get("request") for one in notifications]
    waiting = set(MunicipalRequest.objects.awaiting_answer().filter(pk__in=keys).values_list("pk", flat=True))
    return [one.pk for one in notifications if one.arguments.get("request") in waiting]


def _tell_liaisons(name: str, subject, sentence, *, still=None) -> None:
    tell(
        name,
        Topic.REQUEST,
        subject=subject,
        sentence=sentence,
        to="portal:request",
        at=("request",),
        button=gettext_lazy("Read and answer") if still else gettext_lazy("See the question"),
        still=still,
    )


_tell_liaisons(
    "request_asked",
    gettext_lazy("A question to the municipality about %(reference)s"),
    gettext_lazy("A company that may come here needs an answer from you."),
    still=_still_asked,
)
_tell_liaisons(
    "request_explained",
    gettext_lazy("%(reference)s: we have answered what you asked"),
    gettext_lazy("You asked for more about the question. It is there now, and waits for your answer."),
    still=_still_asked,
)
_tell_liaisons(
    "request_reminder",
    gettext_lazy("%(reference)s: your answer is due soon"),
    gettext_lazy("A company waits for what the municipality says."),
    still=_still_asked,
)
_tell_liaisons(
    "request_late",
    gettext_lazy("%(reference)s: your answer is late"),
    gettext_lazy("The deadline has passed. If you cannot answer yet, ask back and say what you need."),
    still=_still_asked,
)
_tell_liaisons(
    "request_identity",
    gettext_lazy("You may know who %(reference)s is"),
    gettext_lazy("The company has said yes. You see its name beside the question."),
)
_tell_liaisons(
    "request_withdrawn",
    gettext_lazy("%(reference)s: you need not answer any more"),
    gettext_lazy("We have taken the question back."),
)


def _request(pk: int) -> MunicipalRequest | None:
    return MunicipalRequest.objects.select_related("prospect", "municipality").filter(pk=pk).first()


@letter("request_identity")
def request_identity(request: int) -> Letter | None:
    """To the prospect: may the municipality know who you are?"""
    found = _request(request)
    contact = found.prospect.main_contact if found else None
    if found is None or contact is None or not found.wants_yes:
        return None
    with translation.override(contact.language):
        return _to_contact(
            found.prospect,
            _("May %(firm)s know who you are?") % {"firm": found.municipality},
            [
                _("We have asked %(firm)s something for you, without saying who you are.")
                % {"firm": found.municipality},
                _("It can answer better if it knows. You decide on your own page, and can change your mind there."),
            ],
            _("Say yes or no"),
        )


def _adviser_letter(kind: str, status: str, subject, text) -> None:
    @letter(kind)
    def build(request: int, reader: int) -> Letter | None:
        found, user = _request(request), _staff(reader)
        if found is None or user is None or found.status != status:
            return None
        with translation.override(user.language):
            words = {"firm": found.municipality, "company": found.prospect}
            facts = [(_("Company"), str(found.prospect)), (_("About"), str(found.get_kind_display()))]
            if found.ended_at is None:
                facts.append((_("Answer due"), when_in_words(found.due_at)))
            where = reverse("prospects:case", args=[found.prospect_id]) + "#requests"
            return Letter(
                to=user.email,
                name=user.get_full_name(),
                language=user.language,
                subject=str(subject) % words,
                paragraphs=[str(text) % words],
                facts=facts,
                action=(_("Open the case"), absolute(where)),
            )


_adviser_letter(
    "request_answered",
    "answered",
    gettext_lazy("%(firm)s has answered about %(company)s"),
    gettext_lazy("Read the answer in the case. The part for the company stands on its page already."),
)
_adviser_letter(
    "request_returned",
    "returned",
    gettext_lazy("%(firm)s needs to know more about %(company)s"),
    gettext_lazy("Its time stands still until you have explained."),
)
