"""Forgetting who signed, when the law no longer asks for it."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from partners.models import Agreement

logger = logging.getLogger(__name__)

ADDRESS_DAYS = 365
SIGNER_YEARS = 5  # after the accounting year, as the bookkeeping act asks for what the accounts rest on (§ 13)
AT_A_TIME = 200  # what is left is due at the next round of the clock


def forget_signing_addresses(now: datetime | None = None) -> int:
    """Remove the network address of signatures ADDRESS_DAYS old; name, moment and checksum stay. Returns how many."""
    before = (now or timezone.now()) - timedelta(days=ADDRESS_DAYS)
    keys = _keys(Agreement.objects.filter(signed_from__isnull=False, signed_at__lt=before))
    return Agreement.objects.filter(pk__in=keys).update(signed_from=None) if keys else 0


def forget_signers(now: datetime | None = None) -> int:
    """Blank who signed, and delete both documents, of agreements that ended in an accounting year SIGNER_YEARS over.

    The firm, the terms, the moment and the checksums stay. Returns how many agreements.
    """
    moment = now or timezone.now()
    kept_from = date(timezone.localdate(moment).year - SIGNER_YEARS, 1, 1)
    over = Q(status="ended", ends_on__lt=kept_from) | Q(status="terminated", terminated_on__lte=kept_from)
    due = Agreement.objects.filter(over, signed_at__isnull=False, signer_forgotten_at=None)
    return sum(_forget(key, moment) for key in _keys(due))


@transaction.atomic
def _forget(key: int, moment: datetime) -> bool:
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=key)
    for document in (agreement.document_nb, agreement.document_en):
        if document:
            transaction.on_commit(partial(_delete_file, document.storage.delete, str(document.name)), robust=True)
    log(agreement, "partners.agreement_signer_forgotten", timestamp=moment, data={"by": "clock"})
    blank = dict.fromkeys(("signed_name", "signed_title", "document_nb", "document_en"), "")
    waiting = Agreement.objects.filter(pk=key, signer_forgotten_at=None)
    return bool(waiting.update(**blank, signed_by=None, signed_from=None, signer_forgotten_at=moment))


def _keys(due: QuerySet[Agreement]) -> list[int]:
    return list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])


def _delete_file(delete: Callable[[str], None], name: str) -> None:
    try:
        delete(name)
    except OSError:
        logger.exception("The document of an agreement could not be deleted: %s", name)
