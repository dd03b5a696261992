"""What of asking several firms addresses name."""

from datetime import timedelta

from django.utils import timezone

from partners.models import PartnerFirm
from prospects.models import Handover, HandoverRound, Prospect


def handovers_the_demo_lacks(firm: PartnerFirm) -> None:
    """One handover to `firm` in each state in which the demo has none, of prospects no firm was offered."""
    now = timezone.now()
    others = Prospect.objects.filter(handovers=None).order_by("pk")
    for status, prospect in zip(("draft", "queued", "seen", "interested"), others[:4], strict=True):
        facts = {} if status == "draft" else {"consented_at": now, "answer_due_at": now + timedelta(days=3)}
        Handover.objects.create(prospect=prospect, firm=firm, status=status, **facts)


def round_of_case(prospect: Prospect) -> dict:
    """Several firms asked for that case."""
    return {"handover_round_id": HandoverRound.objects.create(prospect=prospect, mode="in_turn").pk}
