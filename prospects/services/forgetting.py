"""Persons are deleted: when nothing has happened for long, or when they ask for it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from common.mail import post

from ..models import Activity, Disclosure, Handover, InboundMail, Prospect, RequestWord
from ..search_index import settle
from .files import delete_files, forget_content
from .telling import advisers_to_tell

AT_A_TIME = 500  # what is left is due at the next round of the clock


def forget_due(now: datetime | None = None) -> int:
    """Delete the persons of cases in which nothing happened for RETENTION_MONTHS; returns how many cases.

    The case itself stays as a figure: company, industry and dates. Purpose and end are said on the privacy page.
    """
    before = (now or timezone.now()) - timedelta(days=round(settings.RETENTION_MONTHS * 30.44))
    recent_handover = Q()
    for moment in ("handed_over_at", "consented_at", "accepted_at", "contacted_at", "finished_at"):
        recent_handover |= Q(**{f"{moment}__gte": before})
    logged = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Prospect),
        object_id=Cast(OuterRef("pk"), CharField()),
        timestamp__gte=before,
    )
    personal = Q(contacts__isnull=False) | Q(attachments__isnull=False)
    cases = (
        Prospect.objects.filter(personal, created_at__lt=before)
        .exclude(activities__happened_at__gte=before)
        .exclude(Exists(Handover.objects.filter(recent_handover, prospect=OuterRef("pk"))))
        .exclude(Exists(logged))
        .distinct()[:200]
    )
    count = 0
    for prospect in list(cases):
        with transaction.atomic():
            forget_persons(prospect)
            log(prospect, "prospects.forgotten", data={"by": "clock"})
        count += 1
    if count:
        settle()
    return count


def forget_persons(prospect: Prospect) -> None:
    """Delete all that is personal in a case, its files from the disk as well; what stays is a figure."""
    mails = InboundMail.objects.filter(activity__prospect=prospect)
    mails.update(activity=None)
    prospect.contacts.all().delete()
    prospect.interest_forms.all().delete()
    prospect.private_links.all().delete()
    prospect.activities.update(text="", quoted="")
    prospect.handovers.update(message="")
    delete_files(prospect.attachments.all())
    Disclosure.objects.filter(handover__prospect=prospect).delete()
    prospect.own_leads.update(need="", how_known="", contact_wording="")
    prospect.municipal_requests.update(question="", shared_with_prospect="")
    RequestWord.objects.filter(request__prospect=prospect).delete()
    prospect.tasks.update(text="", reason="")
    Prospect.with_merged.filter(Q(pk=prospect.pk) | Q(merged_into=prospect)).update(need="")
    Handover.objects.filter(prospect__merged_into=prospect).update(message="")


@transaction.atomic
def delete_on_request(prospect: Prospect) -> None:
    """The prospect asks on its private page to be deleted: its persons and files go now, every firm loses sight of it.

    Handovers under way are withdrawn, unread mails thrown away, the case is withdrawn and stays as a figure. The
    adviser is told. Afterwards no link opens the page.
    """
    for handover in prospect.handovers.filter(status__in=Handover.LIVE).select_related("prospect", "firm"):
        handover.withdraw(reason=_("The prospect asked to be deleted."), by_prospect=True)
    for draft in prospect.activities.filter(status=Activity.Status.DRAFT):
        draft.discard(by=None)
    if prospect.standing in (Prospect.Standing.ONGOING, Prospect.Standing.RESTING):
        prospect.withdraw(reason=_("The prospect asked to be deleted."), by=None)
    forget_persons(prospect)
    log(prospect, "prospects.deleted_on_request", data={"by": "prospect"})
    for adviser in advisers_to_tell(prospect):
        post("prospect_deleted", prospect=prospect.pk, reader=adviser.pk)


def forget_inbound(now: datetime | None = None) -> int:
    """Delete mails that nobody placed in UNFILED_DAYS, and fingerprints after KNOWN_DAYS; returns how many."""
    moment = now or timezone.now()
    due = InboundMail.objects.filter(
        Q(status=InboundMail.Status.UNFILED, received_at__lt=moment - timedelta(days=InboundMail.UNFILED_DAYS))
        | Q(received_at__lt=moment - timedelta(days=InboundMail.KNOWN_DAYS))
    )
    found = list(due.order_by("pk")[:AT_A_TIME])
    if not found:
        return 0
    with transaction.atomic():
        for mail in found:
            forget_content(mail.raw)
        InboundMail.objects.filter(pk__in=[mail.pk for mail in found]).delete()
    return len(found)
