"""What the software keeps about people: why, on which ground, until when, and how it is forgotten.

Read by the clock, which forgets what is due, and by the privacy page, which tells of it.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from accounts.models import Invitation
from common.models import OutgoingMail
from common.retention import Purpose, keep
from partners.models import Membership
from partners.services import (
    ADDRESS_DAYS,
    APPROVED_DAYS,
    DRAFT_DAYS,
    REFUSED_DAYS,
    SIGNER_YEARS,
    forget_approved,
    forget_drafts,
    forget_notifications,
    forget_refused,
    forget_signers,
    forget_signing_addresses,
)

from .models import EventRegistration, JobApplication, Subscription
from .models.events import KEPT_DAYS as REGISTRATION_DAYS
from .models.newsletter import PENDING_DAYS
from .models.vacancies import KEPT_DAYS as APPLICATION_DAYS
from .retention_cases import CASES
from .retention_words import AT_A_TIME, CONSENT, CONTRACT, INTEREST, LAW, delete_due, nothing, with_number

logger = logging.getLogger(__name__)

MAIL_DAYS = 90


# --- forgetting -------------------------------------------------------------------------------------------------------
def _blank_log(model: type[Model], keys: list) -> None:
    """Take the addresses out of the log; what was done, when and by whom stays."""
    kind = ContentType.objects.get_for_model(model)
    ModelLogEntry.objects.filter(content_type=kind, object_id__in=[str(key) for key in keys]).update(label="")


def forget_invitations(now: datetime | None = None) -> int:
    """Delete invitations INVITATION_DAYS after they were accepted, taken back or too old, and seats nobody took."""
    before = (now or timezone.now()) - timedelta(days=settings.INVITATION_DAYS)
    offered = Membership.objects.filter(status="invited", invitation=None, user__isnull=False)
    forgotten = delete_due(offered.filter(created_at__lt=before - timedelta(days=settings.INVITATION_DAYS)))
    due = Invitation.objects.filter(expires_at__lt=before)
    keys = list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
    if not keys:
        return forgotten
    with transaction.atomic():
        never_taken = Membership.objects.filter(invitation__in=keys, user=None)
        _blank_log(Membership, list(never_taken.values_list("pk", flat=True)))
        _blank_log(Invitation, keys)
        never_taken.delete()
        return forgotten + delete_due(Invitation.objects.filter(pk__in=keys))


def forget_mails(now: datetime | None = None) -> int:
    """Delete the notes of letters that were sent, dropped or given up MAIL_DAYS ago."""
    before = (now or timezone.now()) - timedelta(days=MAIL_DAYS)
    return delete_due(
        OutgoingMail.objects.filter(
            Q(sent_at__lt=before) | Q(dropped_at__lt=before) | Q(gave_up_at__lt=before),
        )
    )


def forget_registrations(now: datetime | None = None) -> int:
    """Delete places at events that are long over."""
    return delete_due(EventRegistration.objects.expired(now))


def forget_applications(now: datetime | None = None) -> int:
    """Delete job applications, and their files once that is certain."""
    due = list(JobApplication.objects.expired(now).order_by("pk")[:AT_A_TIME])
    with transaction.atomic():
        for application in due:
            file = application.attachment
            if file:
                transaction.on_commit(partial(_delete_file, file.storage.delete, file.name), robust=True)
        return delete_due(JobApplication.objects.filter(pk__in=[one.pk for one in due])) if due else 0


def _delete_file(delete: Callable[[str], None], name: str) -> None:
    try:
        delete(name)
    except OSError:
        logger.exception("The file of a deleted application could not be deleted: %s", name)


def forget_subscriptions(now: datetime | None = None) -> int:
    """Delete addresses whose owners never said yes, or said no again."""
    return delete_due(Subscription.objects.expired(now))


def forget_sessions(now: datetime | None = None) -> int:
    """Delete what the server remembered of visits that are over."""
    due = Session.objects.filter(expire_date__lt=now or timezone.now())
    keys = list(due.values_list("pk", flat=True)[:AT_A_TIME])
    if keys:
        Session.objects.filter(pk__in=keys).delete()
    return len(keys)


# --- what is said -----------------------------------------------------------------------------------------------------
def register() -> None:
    """Tell of everything the software keeps; called once, when the apps are ready."""
    for purpose in PURPOSES:
        keep(purpose)


PURPOSES = [
    *CASES,
    Purpose(
        "subscriptions",
        _("You who get the newsletter"),
        _("Your e-mail address, your language, and the words you said yes to: so that we can send it."),
        CONSENT,
        with_number(
            _(
                "You get no letters from the moment you end it, and a day later the address goes. One that nobody "
                "confirms goes after %(count)s days."
            ),
            PENDING_DAYS,
        ),
        forget_subscriptions,
    ),
    Purpose(
        "registrations",
        _("You who register for an event"),
        _(
            "Your name, e-mail address, company and what you tell us: so that we can hold a chair and tell you of "
            "changes."
        ),
        CONTRACT,
        with_number(_("%(count)s days after the event."), REGISTRATION_DAYS),
        forget_registrations,
    ),
    Purpose(
        "applications",
        _("You who apply for a job with us"),
        _("Your application and its attachment: so that those who hire can choose. Nobody else can open them."),
        CONTRACT,
        with_number(_("%(count)s days after the deadline, the file as well."), APPLICATION_DAYS),
        forget_applications,
    ),
    Purpose(
        "joining_drafts",
        _("You who begin an application to become a partner"),
        _(
            "Your name, e-mail address and what you have written, so that you can go on later. Nobody reads it until "
            "you send it. We keep a fingerprint of the link, not the link itself."
        ),
        CONTRACT,
        with_number(_("%(count)s days after you last wrote in it, when you do not send it."), DRAFT_DAYS),
        forget_drafts,
    ),
    Purpose(
        "joining",
        _("You who apply for your firm to become a partner"),
        _("Your name, title, e-mail address and telephone number: so that the owners can answer you."),
        CONTRACT,
        with_number(
            _("%(count)s days after a no, or after you took it back; with the round, when it is over."), REFUSED_DAYS
        ),
        forget_refused,
    ),
    Purpose(
        "joining_approved",
        _("You whose application was approved"),
        _("The same, so that we can see who applied in the firm's name and when."),
        CONTRACT,
        with_number(_("%(count)s days after the approval. The firm, the tier and the dates stay."), APPROVED_DAYS),
        forget_approved,
    ),
    Purpose(
        "signers",
        _("You who sign for a partner firm"),
        _("Your name and title, the moment you signed, and the document: so that it can be shown what was agreed."),
        LAW,
        with_number(
            _(
                "%(count)s years after the end of the accounting year in which the agreement ended, as the bookkeeping "
                "act asks. What was agreed and the checksum of the document stay."
            ),
            SIGNER_YEARS,
        ),
        forget_signers,
    ),
    Purpose(
        "signing_addresses",
        _("Where you signed from"),
        _("The network address you came from when you signed: so that a wrong signature can be traced."),
        INTEREST,
        with_number(_("%(count)s days after the signature."), ADDRESS_DAYS),
        forget_signing_addresses,
    ),
    Purpose(
        "stories",
        _("You who tell your story"),
        _("Your name, title and picture, and that you said yes to being quoted: so that others hear how it went."),
        CONSENT,
        _("As long as the story is on the site. Tell us, and we take it down."),
        nothing,
    ),
    Purpose(
        "contacts",
        _("Those of us you can call, and the firms' mentors"),
        _("Name, title, telephone, e-mail address and photo: so that you talk to somebody with a name."),
        INTEREST,
        _("Until the person leaves or no longer wants to be named. Taken away by hand."),
        nothing,
    ),
    Purpose(
        "accounts",
        _("You who log in, as staff or for a partner firm"),
        _(
            "Your name, e-mail address, language and title, how you log in, and what you did: so that everyone sees "
            "only what is theirs, and mistakes can be traced."
        ),
        CONTRACT,
        _(
            "The seat stops working the moment it ends. The name stays in the log of what was done; it is not deleted "
            "by itself."
        ),
        nothing,
    ),
    Purpose(
        "invitations",
        _("You who are invited to log in"),
        _("Your e-mail address and who invited you: so that the invitation reaches you and nobody else."),
        INTEREST,
        with_number(_("%(count)s days after the invitation has run out, answered or not."), settings.INVITATION_DAYS),
        forget_invitations,
    ),
    Purpose(
        "notices",
        _("You who act for a partner firm: what we told you"),
        _("What happened and when you read it: so that you find it again and nothing is told twice."),
        CONTRACT,
        _("A year after it happened."),
        forget_notifications,
    ),
    Purpose(
        "mails",
        _("That we have sent you an e-mail"),
        _(
            "Which kind of letter, about what and when: so that nothing is sent twice or not at all. The letter itself "
            "is not kept."
        ),
        INTEREST,
        with_number(_("%(count)s days after it was sent."), MAIL_DAYS),
        forget_mails,
    ),
    Purpose(
        "visits",
        _("You who visit the site"),
        _(
            "A cookie when you log in or open a form, and a count of attempts by network address, so that nobody can "
            "misuse our forms. We do not follow you, here or anywhere else."
        ),
        INTEREST,
        _(
            "What we remember of a visit goes when it has run out, after two weeks at the latest, the count after a "
            "day. The cookie that guards the forms says nothing about you."
        ),
        forget_sessions,
    ),
]
