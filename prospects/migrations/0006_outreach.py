"""Whose addresses are, who does not want to be written to, and by what doubles are found and merged."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import prospects.models.keys
from prospects.models.keys import START, domain_of, name_key
from prospects.models.people import ORIGIN_OF, guess_kind


def as_it_is_known(apps, schema_editor):
    """Keys of the cases there are, by their names and addresses; whose the addresses look like, and where from."""
    prospects = apps.get_model("prospects", "Prospect").objects
    contacts = apps.get_model("prospects", "Contact").objects
    last = 0
    while batch := list(prospects.filter(pk__gt=last).order_by("pk")[:1000]):
        last = batch[-1].pk
        people = list(contacts.filter(prospect__in=batch).order_by("pk"))
        sources = {one.pk: one.source for one in batch}
        domains = {}
        for person in people:
            person.address_kind = guess_kind(person.email, person.name)
            person.origin = ORIGIN_OF.get(sources[person.prospect_id], "themselves")
            if found := domain_of(person.email):
                domains.setdefault(person.prospect_id, found)
        for one in batch:
            one.name_key = name_key(one.company_name)
            one.name_start = one.name_key[:START]
            one.domain = domain_of(one.website) or domains.get(one.pk, "")
        prospects.bulk_update(batch, ["name_key", "name_start", "domain"], batch_size=200)
        contacts.bulk_update(people, ["address_kind", "origin"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("prospects", "0005_handover_rounds")]

    operations = [
        migrations.CreateModel(
            name="Suppression",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(editable=False, max_length=64)),
                (
                    "channel",
                    models.CharField(
                        choices=[("email", "E-mail"), ("phone", "Telephone")], max_length=10, verbose_name="channel"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[("page", "They said so on their page"), ("told", "They told us")],
                        max_length=10,
                        verbose_name="how we know",
                    ),
                ),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
            ],
            options={
                "verbose_name": "address not to be used",
                "verbose_name_plural": "addresses not to be used",
            },
        ),
        migrations.AddField(
            model_name="contact",
            name="address_kind",
            field=models.CharField(
                choices=[
                    ("role", "Shared mailbox of the company"),
                    ("personal", "A person's own at work"),
                    ("sole", "Sole proprietor"),
                    ("unknown", "Not known"),
                ],
                default="unknown",
                max_length=10,
                verbose_name="whose address it is",
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="is_main",
            field=models.BooleanField(default=False, verbose_name="speaks for the company"),
        ),
        migrations.AddField(
            model_name="contact",
            name="notice_given_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="told why we have it"),
        ),
        migrations.AddField(
            model_name="contact",
            name="notice_in",
            field=models.CharField(blank=True, editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name="contact",
            name="origin",
            field=models.CharField(
                choices=[
                    ("themselves", "From themselves"),
                    ("website", "The company's website"),
                    ("register", "A public register"),
                    ("colleague", "Somebody at the company"),
                    ("partner", "A partner firm"),
                    ("tip", "A tip from somebody"),
                ],
                default="themselves",
                max_length=12,
                verbose_name="where we have it from",
            ),
        ),
        migrations.AddField(
            model_name="prospect",
            name="domain",
            field=prospects.models.keys.DomainField(
                blank=True, db_index=True, default="", editable=False, max_length=253
            ),
        ),
        migrations.AddField(
            model_name="prospect",
            name="merged_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="prospect",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="prospects.prospect",
            ),
        ),
        migrations.AddField(
            model_name="prospect",
            name="name_key",
            field=prospects.models.keys.NameKeyField(
                blank=True, db_index=True, default="", editable=False, max_length=200
            ),
        ),
        migrations.AddField(
            model_name="prospect",
            name="name_start",
            field=prospects.models.keys.NameKeyField(
                blank=True, db_index=True, default="", editable=False, max_length=6
            ),
        ),
        migrations.AddIndex(
            model_name="prospect",
            index=models.Index(
                condition=models.Q(("organisation_number", ""), _negated=True),
                fields=["organisation_number"],
                name="prospect_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_main", True)), fields=("prospect",), name="one_speaks_for_the_company"
            ),
        ),
        migrations.AddConstraint(
            model_name="prospect",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("id")), _negated=True), name="not_merged_into_itself"
            ),
        ),
        migrations.AddConstraint(
            model_name="suppression",
            constraint=models.UniqueConstraint(fields=("fingerprint", "channel"), name="suppressed_once"),
        ),
        migrations.RunPython(as_it_is_known, migrations.RunPython.noop),
    ]
