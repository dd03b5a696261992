"""What of the case work addresses name."""

from datetime import timedelta

from django.utils import timezone

from prospects.models import Activity, Prospect, StandingReason, Task


def case_objects(prospect: Prospect) -> dict:
    """An open task and a mail nobody has read, in that case; and a reason."""
    due = timezone.now() + timedelta(days=3)
    task = Task.objects.create(prospect=prospect, text="Ringe utleier", due_at=due)
    draft = Activity.objects.create(prospect=prospect, kind="mail", way="in", status="draft", text="Hei.")
    return {"case_task_id": task.pk, "draft_id": draft.pk, "reason_id": StandingReason.objects.first().pk}
