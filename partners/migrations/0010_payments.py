import django.core.validators
import django.utils.timezone
from django.db import migrations, models

import partners.models.invoices


class Migration(migrations.Migration):
    """Payments are known again by all their facts, and matched by a job; account numbers have a check digit."""

    dependencies = [
        ("partners", "0009_rounds"),
    ]

    operations = [
        migrations.AddField(
            model_name="paymentfile",
            name="beat_at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="last sign of life"),
        ),
        migrations.AddField(
            model_name="paymentfile",
            name="status",
            field=models.CharField(
                choices=[("reading", "being read"), ("done", "read")],
                default="done",
                max_length=8,
                verbose_name="status",
            ),
        ),
        migrations.AddField(
            model_name="paymentfile",
            name="total",
            field=models.PositiveIntegerField(default=0, verbose_name="payments in it"),
        ),
        migrations.AddField(
            model_name="paymentrow",
            name="account",
            field=models.CharField(blank=True, max_length=34, verbose_name="the payer's account"),
        ),
        migrations.AddField(
            model_name="paymentrow",
            name="fingerprint",
            field=models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="paymentrow",
            name="is_reversal",
            field=models.BooleanField(default=False, verbose_name="takes an earlier payment back"),
        ),
        migrations.AddField(
            model_name="paymentrow",
            name="is_waiting",
            field=models.BooleanField(default=False, verbose_name="not looked at yet"),
        ),
        migrations.AlterField(
            model_name="billingsettings",
            name="account_number",
            field=models.CharField(
                blank=True,
                max_length=11,
                validators=[
                    django.core.validators.RegexValidator("^\\d{11}$", "Eleven digits."),
                    partners.models.invoices.check_account_number,
                ],
                verbose_name="bank account",
            ),
        ),
        migrations.AlterField(
            model_name="paymentrow",
            name="reference",
            field=models.CharField(db_index=True, max_length=140, verbose_name="the bank's reference"),
        ),
        migrations.AddIndex(
            model_name="paymentrow",
            index=models.Index(condition=models.Q(("is_waiting", True)), fields=["file", "id"], name="payment_waiting"),
        ),
    ]
