import django.db.models.deletion
from django.db import migrations, models

from partners import ledger_triggers


def install(apps, schema_editor):
    ledger_triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    ledger_triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    """Invoices know their run; and the database refuses to change or delete what the ledger holds."""

    dependencies = [("partners", "0007_agreements")]

    operations = [
        migrations.AlterModelOptions(
            name="contribution",
            options={
                "ordering": ["-due_on", "-pk"],
                "permissions": [("see_contribution_sums", "Can see the sums of contributions")],
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
            },
        ),
        migrations.AddField(
            model_name="billingsettings",
            name="seller_is_in_business_register",
            field=models.BooleanField(
                default=False,
                help_text="Then “Foretaksregisteret” stands on every invoice, as the act on that register asks.",
                verbose_name="in the Register of Business Enterprises",
            ),
        ),
        migrations.AddField(
            model_name="invoice",
            name="run",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invoices",
                to="partners.invoicerun",
                verbose_name="run",
            ),
        ),
        migrations.AlterField(
            model_name="invoiceline",
            name="invoice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="partners.invoice"
            ),
        ),
        migrations.RunPython(install, remove),
    ]
