"""Persons are deleted when nothing has happened for long."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from ..models import Handover, Prospect


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
    cases = (
        Prospect.objects.filter(created_at__lt=before, contacts__isnull=False)
        .exclude(activities__happened_at__gte=before)
        .exclude(Exists(Handover.objects.filter(recent_handover, prospect=OuterRef("pk"))))
        .exclude(Exists(logged))
        .distinct()[:200]
    )
    count = 0
    for prospect in list(cases):
        with transaction.atomic():
            prospect.contacts.all().delete()
            prospect.interest_forms.all().delete()
            prospect.private_links.all().delete()
            prospect.activities.update(text="")
            prospect.handovers.update(message="")
            Prospect.with_merged.filter(Q(pk=prospect.pk) | Q(merged_into=prospect)).update(need="")
            Handover.objects.filter(prospect__merged_into=prospect).update(message="")
            log(prospect, "prospects.forgotten", data={"by": "clock"})
        count += 1
    return count
