"""May we write to this person? What the law says, in words, and which ways are open when not.

Three purposes. An *answer* goes to whoever turned to us or has spoken with us. *Outreach* is our first word to somebody
who asked nothing: to a person it needs consent (markedsføringsloven § 15), to a company's shared mailbox it does not.
*News* needs consent even where there is a conversation: § 15 lets a shop write to its customers, and a prospect has
bought nothing.

A no (`suppressing`) stops all three until they turn to us again. Letters that a person asks for itself (the receipt of
its form, what follows from its own click on its page) are built with `asked=True` in `prospects/mail.py` and still go:
they are the answer to what was just done, and silence would leave a person not knowing that its data moved.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from common.workflow import TransitionError

from ..models import Activity, AddressKind, Consent, Contact, Origin, Prospect, Source
from ..models.people import ORIGIN_OF
from .suppressing import is_silenced

SOUGHT = frozenset(ORIGIN_OF)
"""Sources of cases in which nobody has asked us for anything."""


class Purpose(models.TextChoices):
    """Why we write."""

    ANSWER = "answer", gettext_lazy("Answer")
    OUTREACH = "outreach", gettext_lazy("First word from us")
    NEWS = "news", gettext_lazy("News")


@dataclass(frozen=True)
class Way:
    """A way that is open instead: phone, mailbox or letter. `detail` is contact data, for those who may see it."""

    kind: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class Verdict:
    """Whether we may write, the ground in words, and the ways that are open when not."""

    is_allowed: bool
    ground: str
    ways: tuple[Way, ...] = ()

    @property
    def refusal(self) -> str:
        """The ground and the ways in one text without contact data."""
        return " ".join([self.ground, *(way.text for way in self.ways)])


def has_answered(prospect: Prospect) -> bool:
    """Whether somebody of theirs has turned to us: wrote, called, met us, or told us who they are."""
    talk = models.Q(way=Activity.Way.IN) | models.Q(kind__in=(Activity.Kind.MEETING, Activity.Kind.VISIT))
    if prospect.activities.filed().filter(talk).exclude(kind=Activity.Kind.NOTE).exists():
        return True
    return prospect.interest_forms.exists() or prospect.handovers.filter(consented_at__isnull=False).exists()


def purpose_of(prospect: Prospect) -> Purpose:
    """What a mail from us in this case is: the first word, as long as we sought them and nobody of theirs answered."""
    is_sought = Source(prospect.source) in SOUGHT and not has_answered(prospect)
    return Purpose.OUTREACH if is_sought else Purpose.ANSWER


def may_mail(contact: Contact, purpose: str) -> Verdict:
    """Whether `contact` may be mailed for `purpose` now."""
    if is_silenced(contact):
        return Verdict(False, _("They have asked us not to write to them again."), open_ways(contact))
    if purpose == Purpose.ANSWER:
        return Verdict(True, _("They have turned to us, and this is an answer."))
    if contact.consents.filter(channel=Consent.Channel.EMAIL, withdrawn_at=None).exists():
        return Verdict(True, _("They have said yes to e-mail."))
    if contact.address_kind == AddressKind.ROLE:
        return Verdict(True, _("It is a shared mailbox of the company, not a person's."))
    grounds = {
        AddressKind.PERSONAL: _(
            "It is a person's own address, and they have not asked us for anything. The law (markedsføringsloven § 15) "
            "wants their yes before we write."
        ),
        AddressKind.SOLE: _(
            "A sole proprietor counts as a person, and has not asked us for anything. The law (markedsføringsloven "
            "§ 15) wants their yes before we write."
        ),
        AddressKind.UNKNOWN: _(
            "We do not know whose address it is, so it counts as a person's. The law (markedsføringsloven § 15) wants "
            "their yes before we write."
        ),
    }
    ground = grounds[AddressKind(contact.address_kind)]
    if purpose == Purpose.NEWS:
        ground = _("News to a person needs their yes (markedsføringsloven § 15), and they have not given it.")
    return Verdict(False, ground, open_ways(contact))


def open_ways(contact: Contact) -> tuple[Way, ...]:
    """How `contact` may be reached all the same: by phone, through the company's shared mailbox, by letter."""
    ways = []
    if contact.phone and not is_silenced(contact, Consent.Channel.PHONE):
        ways.append(Way("phone", _("Call, and ask whether you may write."), contact.phone))
    others = contact.prospect.contacts.filter(address_kind=AddressKind.ROLE).exclude(pk=contact.pk)
    shared = next((one for one in others.order_by("pk") if not is_silenced(one)), None)
    if shared is not None:
        ways.append(Way("mailbox", _("Write to the company's shared mailbox."), shared.email))
    elif contact.address_kind != AddressKind.ROLE:
        text = _("Find the company's shared mailbox (such as post@) and add it to the case.")
        ways.append(Way("mailbox", text))
    ways.append(Way("letter", _("Send a letter by post.")))
    return tuple(ways)


def require_mail(prospect: Prospect, contact: Contact | None) -> None:
    """Raises TransitionError, with the ways that are open, when `contact` may not be mailed; the main one when None."""
    to = contact or prospect.main_contact
    if to is None:
        return
    verdict = may_mail(to, purpose_of(prospect))
    if not verdict.is_allowed:
        raise TransitionError(verdict.refusal, code="outreach")


def origin_for(source: str) -> Origin:
    """Where the data of a person come from in a case of `source`, unless somebody says otherwise."""
    return ORIGIN_OF.get(Source(source), Origin.THEMSELVES)


def give_notice(contact: Contact, *, letter: str) -> bool:
    """Whether `letter` has to carry the notice of GDPR article 14; it is then recorded as given, once.

    `letter` names the letter: when it is built again because sending failed, it carries the notice again.
    """
    if contact.origin == Origin.THEMSELVES:
        return False
    name = letter[:200]
    owed = Contact.objects.filter(pk=contact.pk, notice_given_at=None)
    if owed.update(notice_given_at=timezone.now(), notice_in=name):
        data: dict[str, Any] = {"contact": contact.pk}
        log(contact.prospect, "prospects.notice_given", data=data)
        return True
    return Contact.objects.filter(pk=contact.pk, notice_in=name).exists()


def notice(contact: Contact) -> list[str]:
    """What somebody is told whose data we have from others, in the active language."""
    sources = {
        Origin.WEBSITE: _("your company's website"),
        Origin.REGISTER: _("a public register"),
        Origin.COLLEAGUE: _("somebody at your company"),
        Origin.PARTNER: _("one of our partner firms"),
        Origin.TIP: _("somebody who thought of your company"),
    }
    return [
        _(
            "Why you get this: we work for new companies in the Drammen region, and keep your name and how to reach "
            "you."
        ),
        _(
            "We have them from %(source)s, to ask whether your company may want to come here. We have a legitimate "
            "interest in asking (GDPR article 6, 1 f), and nobody else is told without your yes."
        )
        % {"source": sources.get(Origin(contact.origin), _("somebody else"))},
        _(
            "We delete them %(months)s months after we last had anything to do with each other. You may see, correct "
            "or delete them, and say no, on your own page. You may also complain to Datatilsynet."
        )
        % {"months": settings.RETENTION_MONTHS},
    ]
