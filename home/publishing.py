"""What is scheduled comes out, and goes, at its time: the clock asks what is due and not yet done."""

import logging
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import OperationalError, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


def publish_due(now: datetime | None = None) -> int:
    """Publish every approved draft whose moment has come, and take down what has had its time; returns how many.

    What fails is logged and holds up nothing else; it is tried again. Of two clocks one publishes.
    """
    moment = now or timezone.now()
    done = 0
    for model in _drafted():
        for pk in list(model.objects.filter(live=True, expire_at__lt=moment).values_list("pk", flat=True)):
            done += _try(_take_down, model, pk, moment)
    due = Revision.objects.filter(approved_go_live_at__lte=moment).order_by("approved_go_live_at", "pk")
    for pk in list(due.values_list("pk", flat=True)):
        done += _try(_publish, Revision, pk, moment)
    return done


def _drafted() -> list[Any]:
    others = [one for one in apps.get_models() if issubclass(one, DraftStateMixin) and not issubclass(one, Page)]
    return [Page, *others]


def _try(work: Any, model: Any, pk: Any, moment: datetime) -> int:
    try:
        with transaction.atomic():
            return work(model, pk, moment)
    except OperationalError:
        raise
    except Exception:
        logger.exception("Could not carry out what was scheduled: %s %s", model.__name__, pk)
        return 0


def _take_down(model: Any, pk: Any, moment: datetime) -> int:
    found = model.objects.select_for_update().filter(pk=pk, live=True, expire_at__lt=moment).first()
    if found is None:
        return 0
    found = found.specific if isinstance(found, Page) else found
    found.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return 1


def _publish(model: Any, pk: Any, moment: datetime) -> int:
    found = Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lte=moment).first()
    if found is None:
        return 0
    found.publish(log_action="wagtail.publish.scheduled")
    return 1
