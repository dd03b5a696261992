import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F

import partners.models.agreements
import partners.models.premises
import partners.models.profiles


def approve_what_is_shown(apps, schema_editor):
    shown = apps.get_model("partners", "Premises").objects.exclude(offered_at=None)
    shown.update(approved_at=F("offered_at"))


class Migration(migrations.Migration):
    """Firms write premises themselves and have them approved; a logo taken away can be had back."""

    dependencies = [
        ("partners", "0012_firmdata"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="premises",
            name="approved_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="approved"),
        ),
        migrations.AddField(
            model_name="premises",
            name="changed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last changed"),
        ),
        migrations.AddField(
            model_name="premises",
            name="changed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="premises",
            name="comment",
            field=models.TextField(blank=True, editable=False, verbose_name="what to change"),
        ),
        migrations.AddField(
            model_name="premises",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="premises",
            name="submitted_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="submitted"),
        ),
        migrations.AddField(
            model_name="premises",
            name="upload",
            field=models.FileField(
                blank=True,
                max_length=120,
                storage=partners.models.agreements.private_storage,
                upload_to=partners.models.premises.upload_path,
                verbose_name="picture, not approved yet",
            ),
        ),
        migrations.AddField(
            model_name="profiledraft",
            name="former_logo",
            field=models.FileField(
                blank=True,
                max_length=120,
                storage=partners.models.agreements.private_storage,
                upload_to=partners.models.profiles.logo_path,
                verbose_name="logo taken away last",
            ),
        ),
        migrations.AlterField(
            model_name="premises",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("waiting", "waiting for approval"),
                    ("offered", "offered"),
                    ("reserved", "reserved"),
                    ("let", "let"),
                ],
                default="draft",
                max_length=8,
                verbose_name="status",
            ),
        ),
        migrations.RunPython(approve_what_is_shown, migrations.RunPython.noop),
    ]
