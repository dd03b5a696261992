"""Mail on its way."""

import factory
from django.utils import timezone

from common.models import OutgoingMail


class OutgoingMailFactory(factory.django.DjangoModelFactory):
    """A letter that waits: OutgoingMailFactory(kind="interest_receipt", arguments={"interest_form": form.pk})."""

    class Meta:
        model = OutgoingMail

    kind = "interest_receipt"
    arguments = factory.LazyFunction(dict)
    created_at = factory.LazyFunction(timezone.now)
    next_attempt_at = factory.SelfAttribute("created_at")
