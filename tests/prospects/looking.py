"""What the tests of cases look at."""

from wagtail.models import ModelLogEntry

from common.models import OutgoingMail


def posted(kind: str) -> list[dict]:
    """The letters of that kind in the outbox, by what they are about."""
    return [mail.arguments for mail in OutgoingMail.objects.filter(kind=kind).order_by("pk")]


def actions(instance) -> list[str]:
    """What the log says was done with it, the oldest first."""
    return list(ModelLogEntry.objects.for_instance(instance).order_by("pk").values_list("action", flat=True))
