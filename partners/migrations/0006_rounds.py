"""Links to applications, of which there may be several, and seats held for former partners who came in time."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0005_partnership_rules"),
    ]

    operations = [
        migrations.RemoveField(model_name="application", name="token_hash"),
        migrations.AddField(
            model_name="application",
            name="submission",
            field=models.UUIDField(
                editable=False,
                help_text="The form it was begun with; sent twice, it counts once.",
                null=True,
                unique=True,
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="holds_seat",
            field=models.BooleanField(default=False, editable=False, verbose_name="a seat is held for it"),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(("holds_seat", False), ("status", "submitted"), _connector="OR"),
                name="only_undecided_applications_hold_a_seat",
            ),
        ),
        migrations.CreateModel(
            name="ApplicationLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="partners.application",
                    ),
                ),
            ],
            options={
                "verbose_name": "link to an application",
                "verbose_name_plural": "links to applications",
            },
        ),
    ]
