"""How it is said what happens to an agreement and its benefits."""

from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.mail import Letter, absolute, letter
from common.money import display
from partners.models import Agreement, BenefitDelivery, Notification, Topic

from .notice_kinds import tell


def _still_offered(notifications: list[Notification]) -> list[int]:
    """An offer that was signed or taken back asks for nothing any more."""
    waiting = Agreement.objects.filter(
        pk__in=[one.arguments.get("agreement") for one in notifications], status=Agreement.Status.OFFERED
    )
    keys = set(waiting.values_list("pk", flat=True))
    return [one.pk for one in notifications if one.arguments.get("agreement") in keys]


def _not_undone(notifications: list[Notification]) -> list[int]:
    """A delivery that was entered by mistake is not told of."""
    meant = BenefitDelivery.objects.filter(
        pk__in=[one.arguments.get("delivery") for one in notifications], undone_at=None
    )
    keys = set(meant.values_list("pk", flat=True))
    return [one.pk for one in notifications if one.arguments.get("delivery") in keys]


_ONE: Any = {"to": "portal:agreement", "at": ("agreement",)}
tell(
    "agreement_offered",
    Topic.AGREEMENT,
    subject=_("Your partnership agreement is ready to be signed"),
    sentence=_("Agreement %(number)s waits in the portal. Whoever may sign for %(firm)s reads it and signs it there."),
    button=_("Read and sign"),
    still=_still_offered,
    **_ONE,
)
tell(
    "agreement_signed",
    Topic.AGREEMENT,
    subject=_("Agreement %(number)s is signed"),
    sentence=_("%(person)s signed for %(firm)s. The document lies in the portal, in Norwegian and in English."),
    button=_("See the agreement"),
    **_ONE,
)
tell(
    "agreement_ending",
    Topic.AGREEMENT,
    subject=_("Your agreement ends on %(ends_on)s"),
    sentence=_("We would like to have %(firm)s with us further. Tell us, and we prepare a new one."),
    button=_("See the agreement"),
    **_ONE,
)
tell(
    "agreement_terminated",
    Topic.AGREEMENT,
    subject=_("Agreement %(number)s is terminated"),
    sentence=_("It no longer binds from %(terminated_on)s. The reason stands in the portal."),
    button=_("See the agreement"),
    **_ONE,
)
tell(
    "offer_withdrawn",
    Topic.AGREEMENT,
    subject=_("We have taken back the offer of agreement %(number)s"),
    sentence=_("There is nothing to sign any more. The reason stands in the portal."),
    button=_("See why"),
    **_ONE,
)
tell(
    "offer_reminder",
    Topic.AGREEMENT,
    subject=_("Agreement %(number)s can be signed until %(until_on)s"),
    sentence=_("It still waits for whoever may sign for %(firm)s. After that day we take the offer back."),
    button=_("Read and sign"),
    still=_still_offered,
    **_ONE,
)
tell(
    "offer_declined",
    Topic.AGREEMENT,
    subject=_("%(firm)s has said no to agreement %(number)s"),
    sentence=_("%(person)s declined the offer. There is nothing to sign any more."),
    button=_("See the offer"),
    **_ONE,
)
tell(
    "offer_lapsed",
    Topic.AGREEMENT,
    subject=_("The time to sign agreement %(number)s is over"),
    sentence=_("Nobody signed it, so the offer is taken back. Would you still like to? Write to us."),
    button=_("See the offer"),
    **_ONE,
)
tell(
    "benefits_opened",
    Topic.AGREEMENT,
    subject=_("You can use your benefits already"),
    sentence=_("We have opened the benefits of agreement %(number)s for %(firm)s before it begins."),
    to="portal:benefits",
    button=_("See your benefits"),
)
tell(
    "benefit_delivered",
    Topic.BENEFIT,
    subject=_("You got one of your benefits"),
    sentence=_("%(benefit)s, %(delivered_on)s. What is left stands in the portal."),
    to="portal:benefits",
    button=_("See your benefits"),
    still=_not_undone,
)


@letter("agreement_signed")
def agreement_signed(agreement: int, reader: int) -> Letter | None:
    """To a programme manager: a firm has signed. Nothing when either is gone."""
    found = Agreement.objects.select_related("firm").filter(pk=agreement).first()
    user = User.objects.filter(pk=reader, is_active=True).first()
    if found is None or user is None:
        return None
    with translation.override(user.language):
        days = f"{date_format(found.starts_on, 'DATE_FORMAT')} – {date_format(found.ends_on, 'DATE_FORMAT')}"
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=gettext("%(firm)s has signed") % {"firm": found.firm},
            paragraphs=[
                gettext("%(person)s signed agreement %(number)s for %(firm)s.")
                % {"person": found.signed_name, "number": found.number, "firm": found.firm}
            ],
            facts=[
                (gettext("Tier"), found.tier_name),
                (gettext("Period"), days),
                (gettext("A year"), display(found.yearly_amount, user.language)),
            ],
            action=(gettext("See the agreement"), absolute(reverse("agreements:detail", args=[found.pk]))),
        )


@letter("offer_ended")
def offer_ended(agreement: int, reader: int) -> Letter | None:
    """To a programme manager: a firm said no to an offer, or nobody signed it in time. Nothing when either is gone."""
    found = Agreement.objects.select_related("firm").filter(pk=agreement).first()
    user = User.objects.filter(pk=reader, is_active=True).first()
    if found is None or user is None:
        return None
    with translation.override(user.language):
        words = {"firm": found.firm, "number": found.number}
        if found.offer_ended == Agreement.OfferEnded.DECLINED:
            subject = gettext("%(firm)s has said no") % words
            paragraphs = [
                gettext("%(firm)s declined the offer of agreement %(number)s. They write:") % words,
                found.reason,
            ]
        else:
            subject = gettext("%(firm)s did not sign in time") % words
            paragraphs = [gettext("The offer of agreement %(number)s has run out, and is taken back.") % words]
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=subject,
            paragraphs=paragraphs,
            facts=[(gettext("Tier"), found.tier_name)],
            action=(gettext("See the agreement"), absolute(reverse("agreements:detail", args=[found.pk]))),
        )
