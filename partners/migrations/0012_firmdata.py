import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partners", "0011_ledger")]

    operations = [
        migrations.AlterField(
            model_name="billingsettings",
            name="reminder_days",
            field=models.PositiveSmallIntegerField(
                default=14,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="days between reminders",
            ),
        ),
        migrations.AlterField(
            model_name="partnerfirm",
            name="invoice_reference",
            field=models.CharField(
                blank=True,
                help_text="What your accountant asks for.",
                max_length=100,
                validators=[
                    django.core.validators.RegexValidator(
                        "[\\x00-\\x1f\\x7f]", "Only ordinary characters.", inverse_match=True
                    )
                ],
                verbose_name="your reference on invoices",
            ),
        ),
        migrations.AlterField(
            model_name="partnerfirm",
            name="postcode",
            field=models.CharField(
                blank=True,
                max_length=4,
                validators=[django.core.validators.RegexValidator("^[0-9]{4}$", "Four digits.")],
                verbose_name="postcode",
            ),
        ),
    ]
