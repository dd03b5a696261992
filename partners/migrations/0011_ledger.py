import django.db.models.deletion
from django.db import migrations, models

import common.money
import common.text
from partners import ledger_triggers


def keep_rates(apps, schema_editor):
    """What was agreed in kind so far was valued at the rate that still stands."""
    contribution = apps.get_model("partners", "Contribution")
    rate = apps.get_model("partners", "InKindRate").objects.filter(pk=models.OuterRef("rate")).values("amount")
    contribution.objects.exclude(rate=None).update(rate_amount=models.Subquery(rate))


def install(apps, schema_editor):
    ledger_triggers.install(schema_editor.connection)


class Migration(migrations.Migration):
    """A contribution names the one it replaces and keeps the rate it was valued at; SQLite refuses INSERT OR REPLACE."""

    dependencies = [("partners", "0010_payments")]

    operations = [
        migrations.AddField(
            model_name="contribution",
            name="rate_amount",
            field=common.money.KronerField(
                blank=True,
                decimal_places=2,
                help_text="In kind only.",
                max_digits=12,
                null=True,
                verbose_name="value of one when it was agreed, NOK",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="partners.contribution",
                verbose_name="planned instead of",
            ),
        ),
        migrations.AlterField(
            model_name="application",
            name="company_name",
            field=models.CharField(
                blank=True, max_length=120, validators=[common.text.on_one_line], verbose_name="company"
            ),
        ),
        migrations.AlterField(
            model_name="billingsettings",
            name="seller_name",
            field=models.CharField(
                blank=True, max_length=120, validators=[common.text.on_one_line], verbose_name="seller"
            ),
        ),
        migrations.AlterField(
            model_name="partnerfirm",
            name="name",
            field=models.CharField(max_length=120, validators=[common.text.on_one_line], verbose_name="name"),
        ),
        migrations.AddField(
            model_name="invoicerun",
            name="reached",
            field=models.BigIntegerField(
                default=0, editable=False, verbose_name="the last contribution that was refused"
            ),
        ),
        migrations.RunPython(keep_rates, migrations.RunPython.noop),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
