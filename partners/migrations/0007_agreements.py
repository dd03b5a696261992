import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0006_rounds"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="agreement",
            options={
                "ordering": ["-starts_on", "-pk"],
                "permissions": [("see_agreement_sums", "Can see the sums of agreements")],
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="ending_told_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="told that it ends"),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="instalments",
            field=models.PositiveSmallIntegerField(
                default=1,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(12),
                ],
                verbose_name="instalments a year",
            ),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="renews",
            field=models.ForeignKey(
                blank=True,
                help_text="The agreement this one follows on.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="renewals",
                to="partners.agreement",
                verbose_name="continues",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "terminated"), _negated=True),
                fields=("renews",),
                name="one_renewal_per_agreement",
            ),
        ),
    ]
