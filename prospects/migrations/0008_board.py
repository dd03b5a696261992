"""Orders that an index answers, saved views, and cases that come in a file."""

import datetime

import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import common.text


class Migration(migrations.Migration):
    dependencies = [
        ("prospects", "0007_inbound"),
        ("register", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="file")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("encoding", models.CharField(max_length=20)),
                ("delimiter", models.CharField(max_length=1)),
                ("head", models.JSONField(default=list)),
                ("mapping", models.JSONField(default=dict)),
                ("defaults", models.JSONField(default=dict)),
                (
                    "status",
                    models.CharField(
                        choices=[("read", "Read, not stored yet"), ("storing", "Being stored"), ("done", "Stored")],
                        default="read",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, verbose_name="rows")),
                ("uploaded_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="uploaded")),
                ("beat_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="last sign of life")),
            ],
            options={
                "verbose_name": "file of cases",
                "verbose_name_plural": "files of cases",
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CaseImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.PositiveIntegerField()),
                ("cells", models.JSONField(default=list)),
                ("is_waiting", models.BooleanField(default=True)),
                ("why", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["line"],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, validators=[common.text.on_one_line], verbose_name="name")),
                (
                    "face",
                    models.CharField(
                        choices=[("list", "List"), ("board", "Board")],
                        default="list",
                        max_length=5,
                        verbose_name="shown as",
                    ),
                ),
                ("query", models.CharField(blank=True, editable=False, max_length=400)),
                (
                    "is_shared",
                    models.BooleanField(default=False, verbose_name="shared with everybody who works with cases"),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "saved view",
                "verbose_name_plural": "saved views",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.AddField(
            model_name="prospect",
            name="score_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.comparison.Coalesce("value_score", 0),
                output_field=models.PositiveSmallIntegerField(),
            ),
        ),
        migrations.AddField(
            model_name="prospect",
            name="spoken_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.comparison.Coalesce(
                    "spoken_at", models.Value(datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.UTC))
                ),
                output_field=models.DateTimeField(),
            ),
        ),
        migrations.AddField(
            model_name="prospect",
            name="urgency",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(
                        models.Q(
                            ("answer_due_at__isnull", False), ("answered_at__isnull", True), ("standing", "ongoing")
                        ),
                        then=models.Value(0),
                    ),
                    models.When(standing="ongoing", then=models.Value(1)),
                    models.When(standing="resting", then=models.Value(2)),
                    default=models.Value(3),
                ),
                output_field=models.SmallIntegerField(),
            ),
        ),
        migrations.AddField(
            model_name="prospect",
            name="urgent_at",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(
                        models.Q(
                            ("answer_due_at__isnull", False), ("answered_at__isnull", True), ("standing", "ongoing")
                        ),
                        then=models.F("answer_due_at"),
                    ),
                    default=models.Value(None),
                ),
                output_field=models.DateTimeField(null=True),
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(
                fields=[
                    "urgency",
                    "urgent_at",
                    "-created_at",
                    "-id",
                    "stage",
                    "standing",
                    "kind",
                    "source",
                    "industry",
                    "adviser",
                    "country",
                    "score_order",
                ],
                name="prospect_by_urgency",
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(
                fields=[
                    "stage",
                    "urgency",
                    "urgent_at",
                    "-created_at",
                    "-id",
                    "standing",
                    "kind",
                    "source",
                    "industry",
                    "adviser",
                    "country",
                    "score_order",
                ],
                name="prospect_stage_by_urgency",
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(
                fields=["adviser", "urgency", "urgent_at", "-created_at", "-id", "stage", "standing"],
                name="prospect_adviser_by_urgency",
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(
                fields=[
                    "-score_order",
                    "-created_at",
                    "-id",
                    "stage",
                    "standing",
                    "kind",
                    "source",
                    "industry",
                    "adviser",
                    "country",
                ],
                name="prospect_by_score",
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(
                fields=[
                    "-created_at",
                    "-id",
                    "stage",
                    "standing",
                    "kind",
                    "source",
                    "industry",
                    "adviser",
                    "country",
                    "score_order",
                ],
                name="prospect_by_arrival",
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(
                fields=[
                    "-spoken_order",
                    "-created_at",
                    "-id",
                    "stage",
                    "standing",
                    "kind",
                    "source",
                    "industry",
                    "adviser",
                    "country",
                    "score_order",
                ],
                name="prospect_by_word",
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(fields=["organisation_number"], name="prospect_orgnr"),
        ),
        migrations.AddField(
            model_name="caseimport",
            name="uploaded_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="caseimportrow",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="prospects.caseimport"
            ),
        ),
        migrations.AddField(
            model_name="caseimportrow",
            name="prospect",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="prospects.prospect"
            ),
        ),
        migrations.AddField(
            model_name="savedview",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="caseimportrow",
            index=models.Index(
                condition=models.Q(("is_waiting", True)), fields=["file", "id"], name="import_row_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="caseimportrow",
            constraint=models.UniqueConstraint(fields=("file", "line"), name="one_row_a_line"),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(fields=("owner", "name"), name="one_view_of_a_name_each"),
        ),
    ]
