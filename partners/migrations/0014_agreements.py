from datetime import timedelta

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

from partners import agreement_triggers


def take_away(apps, schema_editor):
    agreement_triggers.remove(schema_editor.connection)


def install(apps, schema_editor):
    agreement_triggers.install(schema_editor.connection)


def carry_over(apps, schema_editor):
    """What was offered before gets its copies, and its deadline from today on; no seat falls free a second time."""
    now = timezone.now()
    benefits = apps.get_model("partners", "AgreementBenefit").objects.select_related("source__pool")
    for one in benefits.prefetch_related("source__conflicts_with").iterator(chunk_size=500):
        one.slug = one.source.slug
        one.pool_slug = one.source.pool.slug if one.source.pool else ""
        one.conflicts = sorted({other.slug for other in one.source.conflicts_with.all()})
        one.delivered_by_id = one.source.delivered_by_id
        one.save(update_fields=["slug", "pool_slug", "conflicts", "delivered_by"])
    agreements = apps.get_model("partners", "Agreement").objects
    over = agreements.filter(status="terminated")
    over.update(seat_freed_at=now)
    over.filter(signed_at=None).update(offer_ended="withdrawn")
    until = timezone.localdate(now) + timedelta(days=30)
    agreements.filter(status="offered").update(offer_until=until)
    agreements.filter(status="offered", ends_on__lt=until).update(offer_until=models.F("ends_on"))
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    """Agreements stand by themselves, offers run out, seats fall free when their day has come.

    The triggers go away first and come back last, since SQLite makes the tables anew.
    """

    dependencies = [
        ("partners", "0013_rooms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(take_away, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name="agreement",
            name="binding_agreement_is_signed",
        ),
        migrations.AddField(
            model_name="agreement",
            name="offer_ended",
            field=models.CharField(
                blank=True,
                choices=[
                    ("withdrawn", "taken back"),
                    ("declined", "declined by the firm"),
                    ("lapsed", "not signed in time"),
                ],
                editable=False,
                max_length=9,
                verbose_name="how the offer ended",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="offer_reminded_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reminded of the offer"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="offer_until",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="can be signed to and including"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="seat_freed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="seat free again"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="signer_forgotten_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="signer forgotten"),
        ),
        migrations.AddField(
            model_name="agreementbenefit",
            name="conflicts",
            field=models.JSONField(blank=True, default=list, verbose_name="not together with, short names"),
        ),
        migrations.AddField(
            model_name="agreementbenefit",
            name="delivered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who delivers it",
            ),
        ),
        migrations.AddField(
            model_name="agreementbenefit",
            name="pool_slug",
            field=models.SlugField(blank=True, verbose_name="shared capacity, short name"),
        ),
        migrations.AddField(
            model_name="agreementbenefit",
            name="slug",
            field=models.SlugField(blank=True, verbose_name="short name"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("signed", "running", "ended")), _negated=True),
                    models.Q(
                        ("signed_at__isnull", False),
                        models.Q(
                            models.Q(("signed_name", ""), _negated=True),
                            ("signer_forgotten_at__isnull", False),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="binding_agreement_is_signed",
            ),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RunPython(install, take_away),
    ]
