"""What the services ask of the outbox."""

from datetime import timedelta

from django.utils import timezone

from common.models import OutgoingMail


def was_posted_lately(kind: str, **arguments: int | str) -> bool:
    """Whether such a letter was posted within the last hour: nobody fills a stranger's mailbox with our forms."""
    since = timezone.now() - timedelta(hours=1)
    asked = {f"arguments__{name}": value for name, value in arguments.items()}
    return OutgoingMail.objects.filter(kind=kind, created_at__gt=since, **asked).exists()
