"""Handovers in stages and to several firms; until now one yes of the prospect meant both stages."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def one_yes_meant_both(apps, schema_editor):
    """Whoever said yes so far was shown the person to call as well, and knew it."""
    handovers = apps.get_model("prospects", "Handover").objects.filter(consented_at__isnull=False)
    handovers.update(contact_consented_at=models.F("consented_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0001_partnership"),
        ("prospects", "0004_case_work_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stage",
                    models.CharField(
                        choices=[("identity", "who you are"), ("contact", "your name and how to reach you")],
                        max_length=10,
                        verbose_name="what was seen",
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("page", "on the page"),
                            ("mail", "by e-mail"),
                            ("export", "in a file"),
                            ("pdf", "as a PDF"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="first that day")),
                ("seen_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="day")),
            ],
            options={
                "verbose_name": "disclosure",
                "verbose_name_plural": "disclosures",
                "ordering": ["-seen_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="HandoverRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("in_turn", "One after the other"),
                            ("at_once", "All at once, and the best answer is chosen"),
                        ],
                        max_length=10,
                        verbose_name="how they are asked",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Firms are being asked"),
                            ("settled", "A firm has taken it"),
                            ("exhausted", "Nobody is left to ask"),
                            ("stopped", "Stopped"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="started")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                ("reason", models.TextField(blank=True, verbose_name="why it was stopped")),
            ],
            options={
                "verbose_name": "several firms asked",
                "verbose_name_plural": "several firms asked",
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="MatchWeight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quality",
                    models.CharField(
                        choices=[
                            ("competence", "Can help with what they need"),
                            ("industry", "Knows their industry"),
                            ("capacity", "Has room for more"),
                            ("language", "Speaks their language"),
                            ("tier", "Partner tier"),
                            ("former", "Was a partner before"),
                            ("fairness", "Has waited longest"),
                        ],
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="quality",
                    ),
                ),
                ("weight", models.PositiveSmallIntegerField(default=5, verbose_name="weight")),
            ],
            options={
                "verbose_name": "weight of a suggestion",
                "verbose_name_plural": "weights of suggestions",
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="handover",
            name="nothing_offered_without_consent",
        ),
        migrations.RemoveIndex(
            model_name="handover",
            name="handover_due",
        ),
        migrations.AddField(
            model_name="handover",
            name="contact_consented_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="yes to being called"),
        ),
        migrations.AddField(
            model_name="handover",
            name="contact_withdrawn_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="took back being called"),
        ),
        migrations.AddField(
            model_name="handover",
            name="interested_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="said they would like to"),
        ),
        migrations.AddField(
            model_name="handover",
            name="position",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="place in the order"),
        ),
        migrations.AddField(
            model_name="handover",
            name="seen_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="first opened"),
        ),
        migrations.AddField(
            model_name="prospect",
            name="wants_help_with",
            field=models.ManyToManyField(
                blank=True,
                help_text="By this, firms are suggested.",
                related_name="+",
                to="partners.competence",
                verbose_name="what they need help with",
            ),
        ),
        migrations.AlterField(
            model_name="handover",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("awaiting_consent", "Waiting for the prospect's yes"),
                    ("queued", "Waiting for its turn"),
                    ("offered", "Waiting for the firm's answer"),
                    ("seen", "Opened, not answered yet"),
                    ("interested", "Would like to, not chosen yet"),
                    ("accepted", "Accepted"),
                    ("in_progress", "In touch"),
                    ("done", "Done"),
                    ("declined", "Declined"),
                    ("lapsed", "Lapsed"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="awaiting_consent",
                max_length=20,
                verbose_name="status",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="firm",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.partnerfirm",
                verbose_name="partner firm",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="handover",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="disclosures",
                to="prospects.handover",
                verbose_name="handover",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="handoverround",
            name="prospect",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="handover_rounds",
                to="prospects.prospect",
                verbose_name="prospect",
            ),
        ),
        migrations.AddField(
            model_name="handoverround",
            name="started_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="started by",
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="handovers",
                to="prospects.handoverround",
                verbose_name="asked together with others",
            ),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(
                condition=models.Q(("status__in", ("offered", "seen"))), fields=["answer_due_at"], name="handover_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ("draft", "awaiting_consent", "withdrawn")),
                    ("consented_at__isnull", False),
                    _connector="OR",
                ),
                name="nothing_offered_without_consent",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(("contact_consented_at", None), ("consented_at__isnull", False), _connector="OR"),
                name="nobody_to_call_without_who_it_is",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ("accepted", "in_progress", "done"))),
                fields=("round",),
                name="one_firm_takes_a_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="matchweight",
            constraint=models.CheckConstraint(condition=models.Q(("weight__lte", 10)), name="match_weight_up_to_ten"),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.UniqueConstraint(
                fields=("handover", "person", "stage", "how", "seen_on"), name="seen_once_a_day_and_way"
            ),
        ),
        migrations.AddConstraint(
            model_name="handoverround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")),
                fields=("prospect",),
                name="one_open_round_per_prospect",
                violation_error_message="Several firms are being asked already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="handoverround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "stopped"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="stopped_round_has_reason",
            ),
        ),
        migrations.RunPython(one_yes_meant_both, migrations.RunPython.noop),
    ]
