"""The people at a prospect."""

import re

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Prospect
from .choices import Source
from .keys import domain_of, name_key

ROLE_MAILBOXES = frozenset(
    (
        *("post", "info", "kontakt", "firmapost", "epost", "mail", "hei", "hallo", "hello", "contact", "office"),
        *("kontor", "resepsjon", "reception", "sentralbord", "salg", "sales", "marked", "marketing", "admin"),
        *("administrasjon", "kundeservice", "support", "service", "hr", "jobb", "jobs", "faktura", "invoice"),
        *("regnskap", "okonomi", "presse", "press", "styret", "board", "booking", "ordre", "order", "postmottak"),
    )
)


class AddressKind(models.TextChoices):
    """Whose mailbox an address is. Only a shared one is nobody's own (markedsføringsloven § 15)."""

    ROLE = "role", _("Shared mailbox of the company")
    PERSONAL = "personal", _("A person's own at work")
    SOLE = "sole", _("Sole proprietor")
    UNKNOWN = "unknown", _("Not known")


class Origin(models.TextChoices):
    """From where we have a person's data."""

    THEMSELVES = "themselves", _("From themselves")
    WEBSITE = "website", _("The company's website")
    REGISTER = "register", _("A public register")
    COLLEAGUE = "colleague", _("Somebody at the company")
    PARTNER = "partner", _("A partner firm")
    TIP = "tip", _("A tip from somebody")


ORIGIN_OF = {
    Source.TARGET_LIST: Origin.REGISTER,
    Source.OWN: Origin.WEBSITE,
    Source.PARTNER: Origin.PARTNER,
    Source.REFERRAL: Origin.TIP,
}
"""Where the data of a case's people came from unless somebody says otherwise; all others told us themselves."""


def guess_kind(email: str, name: str = "") -> AddressKind:
    """Whose mailbox `email` looks like, given the `name` of whoever uses it. In doubt it is not known."""
    local = email.rsplit("@", 1)[0].casefold().split("+")[0]
    if local in ROLE_MAILBOXES:
        return AddressKind.ROLE if domain_of(email) else AddressKind.UNKNOWN
    parts = [part for part in re.split(r"[._-]", local) if part]
    plain = name_key(local)
    if any(len(key) > 2 and key in plain for key in map(name_key, name.split())):
        return AddressKind.PERSONAL
    is_like_a_name = len(parts) > 1 and all(part.isalpha() for part in parts) and not ROLE_MAILBOXES & set(parts)
    return AddressKind.PERSONAL if is_like_a_name else AddressKind.UNKNOWN


class Contact(models.Model):
    """A person at a prospect. Purpose: to answer and guide the company. Kept for 24 months after the last activity.

    `notice_given_at` is when we told somebody whose data came from others who we are and why we have them (GDPR
    article 14); `notice_in` names the letter that said it, so that the letter says it again when it is sent anew.
    """

    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    title = models.CharField(_("title"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"))
    address_kind = models.CharField(
        _("whose address it is"), max_length=10, choices=AddressKind.choices, default=AddressKind.UNKNOWN
    )
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="nb")
    is_main = models.BooleanField(_("speaks for the company"), default=False)
    origin = models.CharField(
        _("where we have it from"), max_length=12, choices=Origin.choices, default=Origin.THEMSELVES
    )
    notice_given_at = models.DateTimeField(_("told why we have it"), null=True, blank=True, editable=False)
    notice_in = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.UniqueConstraint(
                fields=["prospect"], condition=models.Q(is_main=True), name="one_speaks_for_the_company"
            )
        ]

    def __str__(self):
        return self.name

    @property
    def owes_notice(self) -> bool:
        """Whether the next letter has to say where we have their data from, and why."""
        return self.origin != Origin.THEMSELVES and self.notice_given_at is None
