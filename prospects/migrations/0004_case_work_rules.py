"""What the new fields must never be, once those that were there before have them."""

from datetime import timedelta

from django.db import migrations, models
from django.utils import timezone


def as_it_was_meant(apps, schema_editor):
    """When each was last spoken with, from what was written down; and an end for cases that rest without one."""
    prospects = apps.get_model("prospects", "Prospect").objects
    spoken = apps.get_model("prospects", "Activity").objects.exclude(kind="note").filter(prospect=models.OuterRef("pk"))
    prospects.update(spoken_at=models.Subquery(spoken.order_by("-happened_at").values("happened_at")[:1]))
    in_three_months = timezone.localdate() + timedelta(days=90)
    prospects.filter(standing="resting", rests_until=None).update(rests_until=in_three_months)


class Migration(migrations.Migration):
    dependencies = [("prospects", "0003_case_work")]

    operations = [
        migrations.RunPython(as_it_was_meant, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="prospect",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("standing", "resting"), _negated=True), ("rests_until__isnull", False), _connector="OR"
                ),
                name="rest_has_an_end",
            ),
        ),
    ]
