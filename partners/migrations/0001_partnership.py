from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import common.money
import common.text
import partners.models.agreements
import partners.models.benefits
import partners.models.firms
import partners.models.invoices
import partners.models.premises
import partners.models.profiles
import register.models
from partners import agreement_triggers, ledger_triggers


def install(apps, schema_editor):
    ledger_triggers.install(schema_editor.connection)
    agreement_triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    agreement_triggers.remove(schema_editor.connection)
    ledger_triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    """The whole partnership in one step, for a database that begins here: the steps cost SQLite three times as long.

    It stands for 0001_initial to 0014_agreements; a database that has some of those goes on with the rest of them.
    """

    initial = True

    replaces = [
        ("partners", "0001_initial"),
        ("partners", "0002_campaign_site"),
        ("partners", "0003_partnership"),
        ("partners", "0004_carry_over"),
        ("partners", "0005_partnership_rules"),
        ("partners", "0006_rounds"),
        ("partners", "0007_agreements"),
        ("partners", "0008_money"),
        ("partners", "0009_rounds"),
        ("partners", "0010_payments"),
        ("partners", "0011_ledger"),
        ("partners", "0012_firmdata"),
        ("partners", "0013_rooms"),
        ("partners", "0014_agreements"),
    ]

    dependencies = [
        ("accounts", "0001_initial"),
        ("register", "0001_initial"),
        ("wagtailimages", "0027_image_description"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BillingSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "seller_name",
                    models.CharField(
                        blank=True, max_length=120, validators=[common.text.on_one_line], verbose_name="seller"
                    ),
                ),
                (
                    "seller_organisation_number",
                    register.models.OrganisationNumberField(
                        blank=True, max_length=9, verbose_name="the seller's organisation number"
                    ),
                ),
                ("seller_is_vat_registered", models.BooleanField(default=False, verbose_name="registered for VAT")),
                (
                    "seller_is_in_business_register",
                    models.BooleanField(
                        default=False,
                        help_text="Then “Foretaksregisteret” stands on every invoice, as the act on that register asks.",
                        verbose_name="in the Register of Business Enterprises",
                    ),
                ),
                ("seller_street", models.CharField(blank=True, max_length=120, verbose_name="street")),
                (
                    "seller_postcode",
                    models.CharField(
                        blank=True,
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$", "Four digits.")],
                        verbose_name="postcode",
                    ),
                ),
                ("seller_city", models.CharField(blank=True, max_length=80, verbose_name="town")),
                (
                    "seller_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail for questions about invoices"),
                ),
                (
                    "account_number",
                    models.CharField(
                        blank=True,
                        max_length=11,
                        validators=[
                            django.core.validators.RegexValidator("^\\d{11}$", "Eleven digits."),
                            partners.models.invoices.check_account_number,
                        ],
                        verbose_name="bank account",
                    ),
                ),
                (
                    "vat_category",
                    models.CharField(
                        choices=[
                            ("S", "With VAT"),
                            ("Z", "Zero rate"),
                            ("E", "Exempt from VAT"),
                            ("O", "Outside the scope of VAT"),
                        ],
                        default="O",
                        max_length=1,
                        verbose_name="VAT by default",
                    ),
                ),
                (
                    "vat_rate",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("25.00"),
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="VAT rate, per cent",
                    ),
                ),
                (
                    "vat_reason",
                    models.CharField(
                        blank=True,
                        help_text="Printed on invoices without VAT, for example the paragraph of the act.",
                        max_length=200,
                        verbose_name="why there is no VAT",
                    ),
                ),
                (
                    "kid_method",
                    models.CharField(
                        choices=[("mod10", "modulo 10"), ("mod11", "modulo 11")],
                        default="mod10",
                        max_length=5,
                        verbose_name="check digit of the KID",
                    ),
                ),
                ("payment_days", models.PositiveSmallIntegerField(default=30, verbose_name="days to pay")),
                (
                    "reminder_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="days between reminders",
                    ),
                ),
                ("most_reminders", models.PositiveSmallIntegerField(default=3, verbose_name="most reminders")),
            ],
            options={
                "verbose_name": "invoicing",
            },
        ),
        migrations.CreateModel(
            name="Competence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="short name")),
                ("name_nb", models.CharField(max_length=80, verbose_name="name in Norwegian")),
                ("name_en", models.CharField(max_length=80, verbose_name="name in English")),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer offered")),
            ],
            options={
                "verbose_name": "competence",
                "verbose_name_plural": "competences",
                "ordering": ["name_nb"],
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("next", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "number series",
                "verbose_name_plural": "number series",
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("waiting", "waiting for a seat"),
                            ("approved", "approved"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "organisation_number",
                    register.models.OrganisationNumberField(
                        blank=True, max_length=9, verbose_name="organisation number"
                    ),
                ),
                (
                    "company_name",
                    models.CharField(
                        blank=True, max_length=120, validators=[common.text.on_one_line], verbose_name="company"
                    ),
                ),
                ("contact_name", models.CharField(blank=True, max_length=120, verbose_name="your name")),
                ("contact_title", models.CharField(blank=True, max_length=100, verbose_name="your title")),
                ("contact_email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                ("offers", models.TextField(blank=True, verbose_name="what you can do for a newcomer")),
                ("message", models.TextField(blank=True, verbose_name="anything else")),
                (
                    "language",
                    models.CharField(
                        choices=[("nb", "Norwegian"), ("en", "English")],
                        default="nb",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                (
                    "held_up",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="The owners agree, and it could not be approved; for the programme manager.",
                        verbose_name="what stands in its way",
                    ),
                ),
                (
                    "submission",
                    models.UUIDField(
                        editable=False,
                        help_text="The form it was begun with; sent twice, it counts once.",
                        null=True,
                        unique=True,
                    ),
                ),
                (
                    "holds_seat",
                    models.BooleanField(default=False, editable=False, verbose_name="a seat is held for it"),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="begun")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="last changed")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted")),
                (
                    "association_agreed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="the association said yes"),
                ),
                (
                    "municipality_agreed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="the municipality said yes"),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "association_agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality_agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "application to become a partner",
                "verbose_name_plural": "applications to become a partner",
                "ordering": ["-submitted_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("offered", "waiting to be signed"),
                            ("signed", "signed"),
                            ("running", "running"),
                            ("ended", "ended"),
                            ("terminated", "terminated"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True, editable=False, max_length=20, null=True, unique=True, verbose_name="number"
                    ),
                ),
                (
                    "yearly_amount",
                    common.money.KronerField(
                        decimal_places=2,
                        help_text="Without VAT.",
                        max_digits=12,
                        verbose_name="yearly contribution, NOK",
                    ),
                ),
                (
                    "instalments",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="instalments a year",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="to and including")),
                (
                    "tier_name_nb",
                    models.CharField(blank=True, editable=False, max_length=80, verbose_name="tier in Norwegian"),
                ),
                (
                    "tier_name_en",
                    models.CharField(blank=True, editable=False, max_length=80, verbose_name="tier in English"),
                ),
                (
                    "response_days",
                    models.PositiveSmallIntegerField(
                        default=5, editable=False, verbose_name="working days to answer a handover"
                    ),
                ),
                ("intro_nb", models.TextField(blank=True, verbose_name="opening words in Norwegian")),
                ("intro_en", models.TextField(blank=True, verbose_name="opening words in English")),
                ("offered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="offered")),
                (
                    "offer_until",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="can be signed to and including"
                    ),
                ),
                (
                    "offer_reminded_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reminded of the offer"),
                ),
                (
                    "offer_ended",
                    models.CharField(
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
                ("signed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="signed")),
                ("signed_name", models.CharField(blank=True, editable=False, max_length=160, verbose_name="signed by")),
                (
                    "signed_title",
                    models.CharField(blank=True, editable=False, max_length=120, verbose_name="the signer's title"),
                ),
                (
                    "signed_from",
                    models.GenericIPAddressField(
                        blank=True, editable=False, null=True, verbose_name="signed from the address"
                    ),
                ),
                (
                    "document_nb",
                    models.FileField(
                        blank=True,
                        editable=False,
                        storage=partners.models.agreements.private_storage,
                        upload_to=partners.models.agreements.agreement_path,
                        verbose_name="document in Norwegian",
                    ),
                ),
                (
                    "document_en",
                    models.FileField(
                        blank=True,
                        editable=False,
                        storage=partners.models.agreements.private_storage,
                        upload_to=partners.models.agreements.agreement_path,
                        verbose_name="document in English",
                    ),
                ),
                (
                    "sha256_nb",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="checksum, Norwegian"),
                ),
                (
                    "sha256_en",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="checksum, English"),
                ),
                (
                    "signer_forgotten_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="signer forgotten"),
                ),
                (
                    "early_benefits_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="benefits opened before the signature"
                    ),
                ),
                (
                    "ending_told_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="told that it ends"),
                ),
                (
                    "terminated_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="terminated from"),
                ),
                ("reason", models.TextField(blank=True, editable=False, verbose_name="reason")),
                (
                    "seat_freed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="seat free again"),
                ),
                (
                    "early_benefits_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "renews",
                    models.ForeignKey(
                        blank=True,
                        help_text="The agreement this one follows on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewals",
                        to="partners.agreement",
                        verbose_name="continues",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="partners.application",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "ordering": ["-starts_on", "-pk"],
                "permissions": [("see_agreement_sums", "Can see the sums of agreements")],
            },
        ),
        migrations.CreateModel(
            name="ApplicationLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="partners.application"
                    ),
                ),
            ],
            options={
                "verbose_name": "link to an application",
                "verbose_name_plural": "links to applications",
            },
        ),
        migrations.CreateModel(
            name="Benefit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(help_text="The same from year to year.", verbose_name="short name")),
                ("name_nb", models.CharField(max_length=200, verbose_name="name in Norwegian")),
                ("name_en", models.CharField(max_length=200, verbose_name="name in English")),
                (
                    "quantity",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Empty: as many as one likes.", null=True, verbose_name="how many a year"
                    ),
                ),
                ("sort_order", models.PositiveSmallIntegerField(default=100, verbose_name="order")),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer offered")),
                (
                    "conflicts_with",
                    models.ManyToManyField(
                        blank=True,
                        help_text="A firm that has used one of them in a year cannot use the other.",
                        to="partners.benefit",
                        verbose_name="not together with",
                    ),
                ),
                (
                    "delivered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who delivers it",
                    ),
                ),
            ],
            options={
                "verbose_name": "benefit",
                "verbose_name_plural": "benefits",
                "ordering": ["tier", "sort_order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AgreementBenefit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_nb", models.CharField(max_length=200)),
                ("name_en", models.CharField(max_length=200)),
                ("quantity", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how many a year")),
                ("slug", models.SlugField(blank=True, verbose_name="short name")),
                ("pool_slug", models.SlugField(blank=True, verbose_name="shared capacity, short name")),
                (
                    "conflicts",
                    models.JSONField(blank=True, default=list, verbose_name="not together with, short names"),
                ),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="benefits", to="partners.agreement"
                    ),
                ),
                (
                    "delivered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who delivers it",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partners.benefit"
                    ),
                ),
            ],
            options={
                "verbose_name": "benefit of an agreement",
                "verbose_name_plural": "benefits of agreements",
                "ordering": ["agreement", "sort_order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BenefitPool",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("slug", models.SlugField(verbose_name="short name")),
                ("name_nb", models.CharField(max_length=120, verbose_name="name in Norwegian")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                ("capacity", models.PositiveIntegerField(verbose_name="how many there are")),
                ("taken", models.PositiveIntegerField(default=0, editable=False, verbose_name="taken")),
            ],
            options={
                "verbose_name": "shared capacity",
                "verbose_name_plural": "shared capacities",
                "ordering": ["-year", "slug"],
                "constraints": [
                    models.UniqueConstraint(fields=("year", "slug"), name="one_pool_per_year_and_name"),
                    models.CheckConstraint(
                        condition=models.Q(("taken__lte", models.F("capacity"))), name="pool_never_overdrawn"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="benefit",
            name="pool",
            field=models.ForeignKey(
                blank=True,
                help_text="What all tiers take from together.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="benefits",
                to="partners.benefitpool",
                verbose_name="shared capacity",
            ),
        ),
        migrations.CreateModel(
            name="BenefitYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("quantity", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how many")),
                ("used", models.PositiveSmallIntegerField(default=0, verbose_name="used")),
                (
                    "benefit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="by_year",
                        to="partners.agreementbenefit",
                    ),
                ),
                (
                    "pool",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.benefitpool",
                    ),
                ),
            ],
            options={
                "verbose_name": "benefit in a year",
                "verbose_name_plural": "benefits by year",
                "ordering": ["year", "benefit"],
            },
        ),
        migrations.CreateModel(
            name="BenefitDelivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.PositiveSmallIntegerField(default=1, verbose_name="how many")),
                ("delivered_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="delivered")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="what it was")),
                ("evidence_url", models.URLField(blank=True, verbose_name="where it can be seen")),
                (
                    "evidence",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=partners.models.agreements.private_storage,
                        upload_to=partners.models.benefits.evidence_path,
                        verbose_name="evidence",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("undone_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="undone")),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="partners.benefityear",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivered benefit",
                "verbose_name_plural": "delivered benefits",
                "ordering": ["-delivered_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Clause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("both", "new agreements and renewals"),
                            ("new", "new agreements only"),
                            ("renewal", "renewals only"),
                        ],
                        default="both",
                        max_length=8,
                        verbose_name="used in",
                    ),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer used")),
            ],
            options={
                "verbose_name": "clause",
                "verbose_name_plural": "clauses",
                "ordering": ["number", "use"],
                "constraints": [
                    models.UniqueConstraint(fields=("number", "use"), name="one_clause_per_number_and_use")
                ],
            },
        ),
        migrations.CreateModel(
            name="ClauseVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("title_nb", models.CharField(max_length=120, verbose_name="heading in Norwegian")),
                ("title_en", models.CharField(max_length=120, verbose_name="heading in English")),
                ("text_nb", models.TextField(verbose_name="text in Norwegian")),
                ("text_en", models.TextField(verbose_name="text in English")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written")),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="partners.clause",
                        verbose_name="clause",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a clause",
                "verbose_name_plural": "versions of clauses",
                "ordering": ["clause__number", "-version"],
            },
        ),
        migrations.CreateModel(
            name="AgreementClause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("title_nb", models.CharField(max_length=120)),
                ("title_en", models.CharField(max_length=120)),
                ("text_nb", models.TextField()),
                ("text_en", models.TextField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="clauses", to="partners.agreement"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partners.clauseversion"
                    ),
                ),
            ],
            options={
                "verbose_name": "clause of an agreement",
                "verbose_name_plural": "clauses of agreements",
                "ordering": ["agreement", "number"],
            },
        ),
        migrations.CreateModel(
            name="ContributionTier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("slug", models.SlugField(help_text="The same from year to year.", verbose_name="short name")),
                ("name_nb", models.CharField(max_length=80, verbose_name="name in Norwegian")),
                ("name_en", models.CharField(max_length=80, verbose_name="name in English")),
                ("description_nb", models.TextField(blank=True, verbose_name="description in Norwegian")),
                ("description_en", models.TextField(blank=True, verbose_name="description in English")),
                ("rank", models.PositiveSmallIntegerField(help_text="1 is shown first.", verbose_name="rank")),
                (
                    "yearly_amount",
                    common.money.KronerField(
                        decimal_places=2,
                        help_text="Without VAT.",
                        max_digits=12,
                        verbose_name="yearly contribution, NOK",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Empty: as many as want to.", null=True, verbose_name="room for firms"
                    ),
                ),
                (
                    "response_days",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="The deadline a handover gets unless the adviser says otherwise.",
                        verbose_name="working days to answer a handover",
                    ),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer offered")),
            ],
            options={
                "verbose_name": "contribution tier",
                "verbose_name_plural": "contribution tiers",
                "ordering": ["-year", "rank"],
                "constraints": [
                    models.UniqueConstraint(fields=("year", "slug"), name="one_tier_per_year_and_name"),
                    models.UniqueConstraint(fields=("year", "rank"), name="one_tier_per_year_and_rank"),
                    models.CheckConstraint(
                        condition=models.Q(("yearly_amount__gte", 0)), name="tier_amount_not_negative"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("response_days__gte", 1)), name="tier_response_at_least_a_day"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="benefit",
            name="tier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="benefits",
                to="partners.contributiontier",
                verbose_name="tier",
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="tier",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="applications",
                to="partners.contributiontier",
                verbose_name="tier",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="tier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="partners.contributiontier",
                verbose_name="tier",
            ),
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("logo", "logo"),
                            ("profile", "text about the firm"),
                            ("contact", "contact people"),
                            ("mentor", "mentor"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                        verbose_name="what",
                    ),
                ),
                ("text_nb", models.CharField(blank=True, max_length=200, verbose_name="in words, in Norwegian")),
                ("text_en", models.CharField(blank=True, max_length=200, verbose_name="in words, in English")),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "open"), ("done", "done"), ("dropped", "dropped")],
                        default="open",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="done")),
                ("reminded_on", models.DateField(blank=True, null=True, verbose_name="last reminded")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="duties", to="partners.agreement"
                    ),
                ),
            ],
            options={
                "verbose_name": "what a firm owes us",
                "verbose_name_plural": "what firms owe us",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="InKindRate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_nb", models.CharField(max_length=120, verbose_name="name in Norwegian")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                ("unit_nb", models.CharField(max_length=40, verbose_name="unit in Norwegian")),
                ("unit_en", models.CharField(max_length=40, verbose_name="unit in English")),
                (
                    "amount",
                    common.money.KronerField(
                        decimal_places=2,
                        max_digits=12,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="value of one, NOK",
                    ),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer used")),
            ],
            options={
                "verbose_name": "rate for contributions in kind",
                "verbose_name_plural": "rates for contributions in kind",
                "ordering": ["name_nb"],
                "constraints": [models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="rate_is_positive")],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="instalment")),
                ("of", models.PositiveSmallIntegerField(default=1, verbose_name="of instalments")),
                (
                    "kind",
                    models.CharField(
                        choices=[("cash", "money"), ("hours", "hours"), ("premises", "premises")],
                        default="cash",
                        max_length=10,
                        verbose_name="given as",
                    ),
                ),
                (
                    "rate_amount",
                    common.money.KronerField(
                        blank=True,
                        decimal_places=2,
                        help_text="In kind only.",
                        max_digits=12,
                        null=True,
                        verbose_name="value of one when it was agreed, NOK",
                    ),
                ),
                (
                    "quantity",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In kind only.",
                        max_digits=8,
                        null=True,
                        verbose_name="how many units",
                    ),
                ),
                (
                    "amount",
                    common.money.KronerField(
                        decimal_places=2,
                        help_text="Without VAT. In kind: what it is valued at.",
                        max_digits=12,
                        verbose_name="amount, NOK",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("invoiced", "invoiced"),
                            ("partly_paid", "partly paid"),
                            ("paid", "paid"),
                            ("overdue", "overdue"),
                            ("waived", "waived"),
                            ("credited", "credited"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "kid",
                    models.CharField(
                        blank=True, editable=False, max_length=25, null=True, unique=True, verbose_name="KID"
                    ),
                ),
                (
                    "balance",
                    common.money.KronerField(
                        decimal_places=2, default=0, editable=False, max_digits=12, verbose_name="owed now, NOK"
                    ),
                ),
                ("invoiced_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="invoiced")),
                ("settled_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="settled")),
                ("reminded_on", models.DateField(blank=True, editable=False, null=True, verbose_name="last reminded")),
                ("reminders", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="reminders")),
                ("reason", models.TextField(blank=True, editable=False, verbose_name="reason")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="partners.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="partners.contribution",
                        verbose_name="planned instead of",
                    ),
                ),
                (
                    "rate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.inkindrate",
                        verbose_name="rate",
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
                "ordering": ["-due_on", "-pk"],
                "permissions": [("see_contribution_sums", "Can see the sums of contributions")],
            },
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("invoice", "invoice"), ("credit_note", "credit note")],
                        default="invoice",
                        max_length=11,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.PositiveIntegerField(unique=True, verbose_name="number")),
                ("issued_on", models.DateField(verbose_name="date")),
                ("due_on", models.DateField(verbose_name="to be paid by")),
                ("kid", models.CharField(blank=True, max_length=25, verbose_name="KID")),
                ("account_number", models.CharField(max_length=11, verbose_name="bank account")),
                ("seller", models.JSONField(verbose_name="seller")),
                ("buyer", models.JSONField(verbose_name="buyer")),
                ("buyer_reference", models.CharField(blank=True, max_length=100, verbose_name="your reference")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("net", common.money.KronerField(decimal_places=2, max_digits=12, verbose_name="without VAT, NOK")),
                ("vat", common.money.KronerField(decimal_places=2, max_digits=12, verbose_name="VAT, NOK")),
                ("gross", common.money.KronerField(decimal_places=2, max_digits=12, verbose_name="to be paid, NOK")),
                (
                    "document",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=partners.models.agreements.private_storage,
                        upload_to=partners.models.invoices.invoice_path,
                        verbose_name="EHF",
                    ),
                ),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="checksum")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made")),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invoices",
                        to="partners.contribution",
                        verbose_name="contribution",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "credits",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credit_note",
                        to="partners.invoice",
                        verbose_name="credits",
                    ),
                ),
            ],
            options={
                "verbose_name": "invoice",
                "verbose_name_plural": "invoices",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="InvoiceLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("text", models.CharField(max_length=200, verbose_name="what")),
                ("quantity", models.DecimalField(decimal_places=2, default=1, max_digits=10, verbose_name="quantity")),
                ("price", common.money.KronerField(decimal_places=2, max_digits=12, verbose_name="price, NOK")),
                ("net", common.money.KronerField(decimal_places=2, max_digits=12, verbose_name="amount, NOK")),
                (
                    "vat_category",
                    models.CharField(
                        choices=[
                            ("S", "With VAT"),
                            ("Z", "Zero rate"),
                            ("E", "Exempt from VAT"),
                            ("O", "Outside the scope of VAT"),
                        ],
                        max_length=1,
                        verbose_name="VAT",
                    ),
                ),
                (
                    "vat_rate",
                    models.DecimalField(decimal_places=2, default=0, max_digits=4, verbose_name="VAT rate, per cent"),
                ),
                ("vat_reason", models.CharField(blank=True, max_length=200, verbose_name="why there is no VAT")),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="partners.invoice"
                    ),
                ),
            ],
            options={
                "verbose_name": "invoice line",
                "verbose_name_plural": "invoice lines",
                "ordering": ["invoice", "number"],
            },
        ),
        migrations.CreateModel(
            name="InvoiceRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("until", models.DateField(verbose_name="due by")),
                ("issued_on", models.DateField(verbose_name="date of the invoices")),
                (
                    "status",
                    models.CharField(
                        choices=[("running", "running"), ("stopped", "stopped"), ("done", "done")],
                        default="running",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, verbose_name="invoices to make")),
                ("made", models.PositiveIntegerField(default=0, verbose_name="made")),
                ("refused", models.PositiveIntegerField(default=0, verbose_name="refused")),
                ("problems", models.JSONField(default=list, verbose_name="what was refused, and why")),
                (
                    "reached",
                    models.BigIntegerField(
                        default=0, editable=False, verbose_name="the last contribution that was refused"
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="started")),
                ("beat_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="last sign of life")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "invoice run",
                "verbose_name_plural": "invoice runs",
                "ordering": ["-started_at"],
            },
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
        migrations.CreateModel(
            name="MoneyEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("invoice", "invoice"),
                            ("payment", "payment"),
                            ("in_kind", "given in kind"),
                            ("credit", "credit note"),
                            ("waiver", "waived"),
                            ("reversal", "correction"),
                            ("refund", "paid back"),
                        ],
                        max_length=10,
                        verbose_name="what",
                    ),
                ),
                ("amount", common.money.KronerField(decimal_places=2, max_digits=12, verbose_name="amount, NOK")),
                ("booked_on", models.DateField(verbose_name="booked")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                ("reference", models.CharField(blank=True, max_length=140, verbose_name="the bank's reference")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="entered")),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="partners.contribution",
                        verbose_name="contribution",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversal",
                        to="partners.moneyentry",
                        verbose_name="corrects",
                    ),
                ),
            ],
            options={
                "verbose_name": "ledger entry",
                "verbose_name_plural": "ledger entries",
                "ordering": ["booked_on", "pk"],
            },
        ),
        migrations.AddField(
            model_name="invoice",
            name="entry",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="invoice", to="partners.moneyentry"
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[("proposed", "waiting for a second person"), ("done", "done"), ("refused", "refused")],
                        default="proposed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                ("proposed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="proposed")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="partners.moneyentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-proposed_at"],
            },
        ),
        migrations.CreateModel(
            name="NotificationChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("handover", "A prospect wants our answer"),
                            ("agreement", "Our agreement: offered, signed, ending"),
                            ("invoice", "Invoices and reminders"),
                            ("benefit", "A benefit was delivered"),
                            ("profile", "Our profile was approved or sent back"),
                            ("people", "Somebody joins or leaves our firm"),
                            ("duty", "Something we owe the programme"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("at_once", "at once"),
                            ("daily", "once a day"),
                            ("weekly", "once a week"),
                            ("off", "not by mail"),
                        ],
                        default="at_once",
                        max_length=8,
                        verbose_name="how often",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notification_choices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "choice of notification",
                "verbose_name_plural": "choices of notifications",
            },
        ),
        migrations.CreateModel(
            name="PartnerFirm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tagline_nb", models.CharField(blank=True, max_length=140, verbose_name="one line in Norwegian")),
                ("tagline_en", models.CharField(blank=True, max_length=140, verbose_name="one line in English")),
                ("profile_nb", models.TextField(blank=True, verbose_name="profile in Norwegian")),
                ("profile_en", models.TextField(blank=True, verbose_name="profile in English")),
                (
                    "offers_nb",
                    models.TextField(
                        blank=True, help_text="One a line.", verbose_name="what we offer a newcomer, in Norwegian"
                    ),
                ),
                (
                    "offers_en",
                    models.TextField(
                        blank=True, help_text="One a line.", verbose_name="what we offer a newcomer, in English"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("mentor_name", models.CharField(blank=True, max_length=120, verbose_name="mentor")),
                (
                    "mentor_title_nb",
                    models.CharField(blank=True, max_length=120, verbose_name="the mentor's title in Norwegian"),
                ),
                (
                    "mentor_title_en",
                    models.CharField(blank=True, max_length=120, verbose_name="the mentor's title in English"),
                ),
                (
                    "languages",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[partners.models.firms.validate_languages],
                        verbose_name="languages we help in",
                    ),
                ),
                ("slug", models.SlugField(unique=True, verbose_name="short name")),
                ("name", models.CharField(max_length=120, validators=[common.text.on_one_line], verbose_name="name")),
                (
                    "organisation_number",
                    register.models.OrganisationNumberField(
                        max_length=9, unique=True, verbose_name="organisation number"
                    ),
                ),
                ("is_public_body", models.BooleanField(default=False, verbose_name="public body")),
                (
                    "is_owner",
                    models.BooleanField(
                        default=False,
                        help_text="With the association. Its liaisons say yes or no to firms that want to become partners.",
                        verbose_name="the municipality that owns the programme",
                    ),
                ),
                ("street", models.CharField(blank=True, max_length=120, verbose_name="street")),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^[0-9]{4}$", "Four digits.")],
                        verbose_name="postcode",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="town")),
                (
                    "invoice_reference",
                    models.CharField(
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
                (
                    "profile_approved_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="profile approved"),
                ),
                (
                    "competences",
                    models.ManyToManyField(
                        blank=True, related_name="firms", to="partners.competence", verbose_name="competences"
                    ),
                ),
                (
                    "industries",
                    models.ManyToManyField(
                        blank=True, related_name="firms", to="register.focusindustry", verbose_name="industries"
                    ),
                ),
                (
                    "industry_codes",
                    models.ManyToManyField(
                        blank=True, related_name="firms", to="register.industrycode", verbose_name="industry codes"
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="logo",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner firm",
                "verbose_name_plural": "partner firms",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("handover", "A prospect wants our answer"),
                            ("agreement", "Our agreement: offered, signed, ending"),
                            ("invoice", "Invoices and reminders"),
                            ("benefit", "A benefit was delivered"),
                            ("profile", "Our profile was approved or sent back"),
                            ("people", "Somebody joins or leaves our firm"),
                            ("duty", "Something we owe the programme"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("arguments", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read")),
                ("mail_due_at", models.DateTimeField(blank=True, null=True, verbose_name="mail due")),
                ("mailed_at", models.DateTimeField(blank=True, null=True, verbose_name="mailed")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "firm",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to="partners.partnerfirm",
                    ),
                ),
            ],
            options={
                "verbose_name": "notification",
                "verbose_name_plural": "notifications",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("administrator", "Firm administrator"),
                            ("member", "Firm member"),
                            ("liaison", "Municipal liaison"),
                        ],
                        default="member",
                        max_length=15,
                        verbose_name="role",
                    ),
                ),
                ("is_primary_contact", models.BooleanField(default=False, verbose_name="main contact")),
                ("is_contract_contact", models.BooleanField(default=False, verbose_name="contact for the agreement")),
                ("is_invoice_contact", models.BooleanField(default=False, verbose_name="contact for invoices")),
                ("may_sign", models.BooleanField(default=False, verbose_name="may sign for the firm")),
                (
                    "status",
                    models.CharField(
                        choices=[("invited", "invited"), ("active", "active"), ("ended", "ended")],
                        default="invited",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="memberships",
                        to="accounts.invitation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "firm",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="partners.partnerfirm",
                        verbose_name="partner firm",
                    ),
                ),
            ],
            options={
                "verbose_name": "seat",
                "verbose_name_plural": "seats",
            },
        ),
        migrations.AddField(
            model_name="contribution",
            name="firm",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contributions",
                to="partners.partnerfirm",
                verbose_name="partner firm",
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="firm",
            field=models.ForeignKey(
                blank=True,
                help_text="Found by its organisation number, or made when the application is approved.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="applications",
                to="partners.partnerfirm",
                verbose_name="partner firm",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="firm",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="partners.partnerfirm",
                verbose_name="partner firm",
            ),
        ),
        migrations.CreateModel(
            name="PartnershipRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_nb", models.CharField(max_length=120, verbose_name="name in Norwegian")),
                ("name_en", models.CharField(max_length=120, verbose_name="name in English")),
                ("opens_at", models.DateTimeField(verbose_name="opens")),
                ("priority_ends_at", models.DateTimeField(verbose_name="former partners first until")),
                ("closes_at", models.DateTimeField(verbose_name="closes")),
                ("starts_on", models.DateField(verbose_name="agreements run from")),
                ("ends_on", models.DateField(verbose_name="agreements run to and including")),
                ("instalments", models.PositiveSmallIntegerField(default=1, verbose_name="instalments a year")),
                (
                    "needs_both_owners",
                    models.BooleanField(
                        default=True,
                        help_text="The association and the municipality. Otherwise the association alone decides.",
                        verbose_name="both owners must agree",
                    ),
                ),
                ("released_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="released")),
            ],
            options={
                "verbose_name": "partnership round",
                "verbose_name_plural": "partnership rounds",
                "ordering": ["-opens_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_at__gt", models.F("priority_ends_at")),
                            ("priority_ends_at__gte", models.F("opens_at")),
                        ),
                        name="round_moments_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                        name="round_agreements_end_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("instalments__gte", 1), ("instalments__lte", 12)),
                        name="round_instalments_within_a_year",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="application",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="applications",
                to="partners.partnershipround",
                verbose_name="partnership round",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="partners.partnershipround",
                verbose_name="partnership round",
            ),
        ),
        migrations.CreateModel(
            name="PaymentFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="file")),
                (
                    "format",
                    models.CharField(
                        choices=[("csv", "CSV"), ("camt054", "ISO 20022 camt.054")], max_length=8, verbose_name="format"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("uploaded_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="read")),
                ("problems", models.JSONField(default=list, verbose_name="rows that could not be read, and why")),
                (
                    "status",
                    models.CharField(
                        choices=[("reading", "being read"), ("done", "read")],
                        default="done",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, verbose_name="payments in it")),
                ("beat_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="last sign of life")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "file of payments",
                "verbose_name_plural": "files of payments",
                "ordering": ["-uploaded_at"],
            },
        ),
        migrations.CreateModel(
            name="PaymentRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.PositiveIntegerField(verbose_name="row")),
                ("booked_on", models.DateField(verbose_name="booked")),
                ("amount", common.money.KronerField(decimal_places=2, max_digits=12, verbose_name="amount, NOK")),
                ("kid", models.CharField(blank=True, max_length=25, verbose_name="KID")),
                ("reference", models.CharField(db_index=True, max_length=140, verbose_name="the bank's reference")),
                ("fingerprint", models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True)),
                ("payer", models.CharField(blank=True, max_length=200, verbose_name="payer")),
                ("account", models.CharField(blank=True, max_length=34, verbose_name="the payer's account")),
                ("text", models.CharField(blank=True, max_length=300, verbose_name="message")),
                (
                    "status",
                    models.CharField(
                        choices=[("unmatched", "unmatched"), ("matched", "matched"), ("set_aside", "set aside")],
                        default="unmatched",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("is_reversal", models.BooleanField(default=False, verbose_name="takes an earlier payment back")),
                ("is_waiting", models.BooleanField(default=False, verbose_name="not looked at yet")),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="why it is not matched")),
                (
                    "entry",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment",
                        to="partners.moneyentry",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="partners.paymentfile"
                    ),
                ),
            ],
            options={
                "verbose_name": "payment",
                "verbose_name_plural": "payments",
                "ordering": ["-booked_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PredecessorProgramme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="short name")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("first_year", models.PositiveSmallIntegerField(verbose_name="first year")),
                ("last_year", models.PositiveSmallIntegerField(verbose_name="last year")),
            ],
            options={
                "verbose_name": "earlier programme",
                "verbose_name_plural": "earlier programmes",
                "ordering": ["-last_year", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_year__gte", models.F("first_year"))),
                        name="programme_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "organisation_number",
                    register.models.OrganisationNumberField(max_length=9, verbose_name="organisation number"),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name then")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="firms",
                        to="partners.predecessorprogramme",
                        verbose_name="programme",
                    ),
                ),
            ],
            options={
                "verbose_name": "former partner",
                "verbose_name_plural": "former partners",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Premises",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(unique=True, verbose_name="short name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("office", "Office"),
                            ("laboratory", "Laboratory"),
                            ("workshop", "Workshop and production"),
                            ("warehouse", "Warehouse and logistics"),
                            ("shop", "Shop and serving"),
                            ("plot", "Plot"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title_nb", models.CharField(max_length=100, verbose_name="title in Norwegian")),
                ("title_en", models.CharField(blank=True, max_length=100, verbose_name="title in English")),
                ("description_nb", models.TextField(max_length=1200, verbose_name="description in Norwegian")),
                (
                    "description_en",
                    models.TextField(blank=True, max_length=1200, verbose_name="description in English"),
                ),
                ("address", models.CharField(max_length=120, verbose_name="address")),
                ("district", models.CharField(max_length=60, verbose_name="part of town")),
                ("area_from", models.PositiveIntegerField(verbose_name="from, square metres")),
                ("area_to", models.PositiveIntegerField(verbose_name="up to, square metres")),
                (
                    "price_band",
                    models.CharField(
                        choices=[
                            ("low", "Under 1,500 kr"),
                            ("middle", "1,500–2,200 kr"),
                            ("high", "2,200–3,000 kr"),
                            ("top", "Over 3,000 kr"),
                            ("ask", "By agreement"),
                        ],
                        default="ask",
                        max_length=6,
                        verbose_name="price a square metre and year",
                    ),
                ),
                ("vacant_from", models.DateField(verbose_name="vacant from")),
                (
                    "metres_to_station",
                    models.PositiveIntegerField(verbose_name="metres to the railway station, on foot"),
                ),
                (
                    "map_x",
                    models.PositiveSmallIntegerField(
                        default=500,
                        help_text="0 to 1000, from left to right on the drawn map.",
                        validators=[django.core.validators.MaxValueValidator(1000)],
                        verbose_name="place on the map, from the left",
                    ),
                ),
                (
                    "map_y",
                    models.PositiveSmallIntegerField(
                        default=500,
                        help_text="0 to 1000, from top to bottom on the drawn map.",
                        validators=[django.core.validators.MaxValueValidator(1000)],
                        verbose_name="place on the map, from the top",
                    ),
                ),
                (
                    "image_alt_nb",
                    models.CharField(
                        blank=True,
                        help_text="Read aloud to those who do not see it.",
                        max_length=200,
                        verbose_name="what the picture shows, in Norwegian",
                    ),
                ),
                (
                    "image_alt_en",
                    models.CharField(blank=True, max_length=200, verbose_name="what the picture shows, in English"),
                ),
                (
                    "status",
                    models.CharField(
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
                ("offered_at", models.DateTimeField(blank=True, null=True, verbose_name="offered")),
                (
                    "upload",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=partners.models.agreements.private_storage,
                        upload_to=partners.models.premises.upload_path,
                        verbose_name="picture, not approved yet",
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="submitted")),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="approved")),
                ("comment", models.TextField(blank=True, editable=False, verbose_name="what to change")),
                (
                    "changed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last changed"),
                ),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "firm",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="premises",
                        to="partners.partnerfirm",
                        verbose_name="partner firm",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "premises",
                "verbose_name_plural": "premises",
                "ordering": ["vacant_from", "pk"],
                "permissions": [("step_premises", "Can offer, reserve, let and withdraw premises")],
            },
        ),
        migrations.CreateModel(
            name="ProfileDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tagline_nb", models.CharField(blank=True, max_length=140, verbose_name="one line in Norwegian")),
                ("tagline_en", models.CharField(blank=True, max_length=140, verbose_name="one line in English")),
                ("profile_nb", models.TextField(blank=True, verbose_name="profile in Norwegian")),
                ("profile_en", models.TextField(blank=True, verbose_name="profile in English")),
                (
                    "offers_nb",
                    models.TextField(
                        blank=True, help_text="One a line.", verbose_name="what we offer a newcomer, in Norwegian"
                    ),
                ),
                (
                    "offers_en",
                    models.TextField(
                        blank=True, help_text="One a line.", verbose_name="what we offer a newcomer, in English"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("mentor_name", models.CharField(blank=True, max_length=120, verbose_name="mentor")),
                (
                    "mentor_title_nb",
                    models.CharField(blank=True, max_length=120, verbose_name="the mentor's title in Norwegian"),
                ),
                (
                    "mentor_title_en",
                    models.CharField(blank=True, max_length=120, verbose_name="the mentor's title in English"),
                ),
                (
                    "languages",
                    models.JSONField(
                        blank=True,
                        default=list,
                        validators=[partners.models.firms.validate_languages],
                        verbose_name="languages we help in",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("edited", "being written"),
                            ("submitted", "waiting for approval"),
                            ("returned", "sent back"),
                            ("approved", "approved"),
                        ],
                        default="edited",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "logo",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=partners.models.agreements.private_storage,
                        upload_to=partners.models.profiles.logo_path,
                        verbose_name="logo",
                    ),
                ),
                (
                    "former_logo",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=partners.models.agreements.private_storage,
                        upload_to=partners.models.profiles.logo_path,
                        verbose_name="logo taken away last",
                    ),
                ),
                ("removes_logo", models.BooleanField(default=False, verbose_name="show no logo")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="last changed")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="submitted")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                ("comment", models.TextField(blank=True, verbose_name="what to change")),
                (
                    "revision",
                    models.PositiveIntegerField(default=0, help_text="Counts saves, so that two writers hear of it."),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "competences",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="partners.competence", verbose_name="competences"
                    ),
                ),
                (
                    "firm",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="profile_draft",
                        to="partners.partnerfirm",
                        verbose_name="partner firm",
                    ),
                ),
                (
                    "industries",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="register.focusindustry", verbose_name="industries"
                    ),
                ),
            ],
            options={
                "verbose_name": "profile being written",
                "verbose_name_plural": "profiles being written",
            },
        ),
        migrations.CreateModel(
            name="RoundTier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seats", models.PositiveSmallIntegerField(verbose_name="seats")),
                ("reserved", models.PositiveSmallIntegerField(default=0, verbose_name="kept for former partners")),
                ("taken", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="taken")),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tiers",
                        to="partners.partnershipround",
                        verbose_name="partnership round",
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.contributiontier",
                        verbose_name="tier",
                    ),
                ),
            ],
            options={
                "verbose_name": "seats of a tier",
                "verbose_name_plural": "seats of the tiers",
                "ordering": ["round", "tier__rank"],
            },
        ),
        migrations.AddConstraint(
            model_name="agreementbenefit",
            constraint=models.UniqueConstraint(fields=("agreement", "source"), name="one_copy_per_benefit"),
        ),
        migrations.AddConstraint(
            model_name="benefityear",
            constraint=models.UniqueConstraint(fields=("benefit", "year"), name="one_account_per_benefit_and_year"),
        ),
        migrations.AddConstraint(
            model_name="benefityear",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__isnull", True), ("used__lte", models.F("quantity")), _connector="OR"),
                name="benefit_never_overdrawn",
            ),
        ),
        migrations.AddConstraint(
            model_name="benefitdelivery",
            constraint=models.CheckConstraint(condition=models.Q(("quantity__gte", 1)), name="delivery_at_least_one"),
        ),
        migrations.AddConstraint(
            model_name="clauseversion",
            constraint=models.UniqueConstraint(fields=("clause", "version"), name="one_text_per_clause_and_version"),
        ),
        migrations.AddConstraint(
            model_name="agreementclause",
            constraint=models.UniqueConstraint(fields=("agreement", "number"), name="one_clause_per_number"),
        ),
        migrations.AddConstraint(
            model_name="benefit",
            constraint=models.UniqueConstraint(fields=("tier", "slug"), name="one_benefit_per_tier_and_name"),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(fields=["status", "due_on"], name="duty_clock"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "other"), _negated=True),
                fields=("agreement", "kind"),
                name="one_duty_of_a_kind_per_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.UniqueConstraint(fields=("invoice", "number"), name="one_line_per_number"),
        ),
        migrations.AddConstraint(
            model_name="invoicerun",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "running")), fields=("status",), name="one_invoice_run_at_a_time"
            ),
        ),
        migrations.AddIndex(
            model_name="moneyentry",
            index=models.Index(fields=["contribution", "booked_on"], name="money_of_contribution"),
        ),
        migrations.AddConstraint(
            model_name="moneyentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount", 0), _negated=True), name="money_row_moves_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="moneyentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "reversal"), _negated=True),
                    models.Q(("reverses__isnull", False), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="correction_names_its_row_and_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="moneyentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "reversal"), _negated=True),
                    models.Q(
                        ("approved_by__isnull", False),
                        ("created_by__isnull", False),
                        models.Q(("approved_by", models.F("created_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="correction_has_a_second_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gross", django.db.models.expressions.CombinedExpression(models.F("net"), "+", models.F("vat")))
                ),
                name="invoice_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "invoice"), ("credits__isnull", True)),
                    models.Q(("kind", "credit_note"), ("credits__isnull", False)),
                    _connector="OR",
                ),
                name="credit_note_names_its_invoice",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "invoice")), fields=("contribution",), name="one_invoice_per_contribution"
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "refused"), _negated=True),
                fields=("entry",),
                name="one_correction_per_money_row",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_decides_on_their_own_correction",
            ),
        ),
        migrations.AddConstraint(
            model_name="notificationchoice",
            constraint=models.UniqueConstraint(fields=("user", "topic"), name="one_choice_per_person_and_event"),
        ),
        migrations.AddConstraint(
            model_name="partnerfirm",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_owner", True)),
                fields=("is_owner",),
                name="one_municipality_owns_the_programme",
                violation_error_message="Another municipality is marked as the owner of the programme.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerfirm",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_owner", False), ("is_public_body", True), _connector="OR"),
                name="only_a_public_body_owns_the_programme",
            ),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(fields=["user", "firm", "-created_at"], name="notification_list"),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(
                condition=models.Q(("mail_due_at__isnull", False), ("mailed_at", None)),
                fields=["mail_due_at"],
                name="notification_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "active")),
                fields=("firm", "user"),
                name="one_active_seat_per_person_and_firm",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "active"), _negated=True), ("user__isnull", False), _connector="OR"
                ),
                name="active_seat_has_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("may_sign", False), ("role", "administrator"), _connector="OR"),
                name="only_administrators_sign",
            ),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(fields=["-due_on", "-id"], name="contribution_list"),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(fields=["status", "due_on"], name="contribution_clock"),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(fields=["firm", "-due_on"], name="contribution_of_firm"),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(fields=["year", "status"], name="contribution_of_year"),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.UniqueConstraint(
                fields=("agreement", "year", "kind", "number"), name="one_contribution_per_instalment"
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="contribution_not_negative"),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("number__lte", models.F("of"))),
                name="instalment_within_its_row",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "cash"), models.Q(("rate__isnull", False), ("quantity__gt", 0)), _connector="OR"
                ),
                name="contribution_in_kind_is_valued",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "waived"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="waived_has_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["status", "submitted_at"], name="application_line"),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["organisation_number"], name="application_number"),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ("submitted", "waiting", "approved"))),
                fields=("round", "organisation_number"),
                name="one_application_per_firm_and_round",
                violation_error_message="This firm has already applied in this round.",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ("draft", "withdrawn")),
                    models.Q(
                        ("submitted_at__isnull", False),
                        ("tier__isnull", False),
                        models.Q(("organisation_number", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="submitted_application_is_complete",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "declined"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="declined_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "approved"), _negated=True), ("firm__isnull", False), _connector="OR"
                ),
                name="approved_application_has_a_firm",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(("holds_seat", False), ("status", "submitted"), _connector="OR"),
                name="only_undecided_applications_hold_a_seat",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["status", "ends_on"], name="agreement_clock"),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["firm", "status"], name="agreement_of_firm"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="agreement_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("yearly_amount__gte", 0)), name="agreement_amount_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("instalments__gte", 1), ("instalments__lte", 12)),
                name="agreement_instalments_within_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "terminated"), _negated=True),
                fields=("firm", "starts_on"),
                name="one_agreement_per_firm_and_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "running")), fields=("firm",), name="one_running_agreement_per_firm"
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
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "terminated"), _negated=True),
                fields=("application",),
                name="one_agreement_per_application",
            ),
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
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "terminated"), _negated=True),
                    models.Q(("terminated_on__isnull", False), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="terminated_agreement_has_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="paymentrow",
            index=models.Index(fields=["status", "-booked_on"], name="payment_inbox"),
        ),
        migrations.AddIndex(
            model_name="paymentrow",
            index=models.Index(condition=models.Q(("is_waiting", True)), fields=["file", "id"], name="payment_waiting"),
        ),
        migrations.AddConstraint(
            model_name="paymentrow",
            constraint=models.UniqueConstraint(fields=("file", "line"), name="one_payment_per_row"),
        ),
        migrations.AddConstraint(
            model_name="paymentrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "matched"), _negated=True), ("entry__isnull", False), _connector="OR"
                ),
                name="matched_payment_is_booked",
            ),
        ),
        migrations.AddConstraint(
            model_name="formerpartner",
            constraint=models.UniqueConstraint(
                fields=("programme", "organisation_number"), name="one_former_partner_per_programme"
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(("area_from__gte", 1)), name="premises_area_not_empty"
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(("area_to__gte", models.F("area_from"))), name="premises_area_from_up_to"
            ),
        ),
        migrations.AddConstraint(
            model_name="premises",
            constraint=models.CheckConstraint(
                condition=models.Q(("map_x__lte", 1000), ("map_y__lte", 1000)), name="premises_place_on_the_map"
            ),
        ),
        migrations.AddConstraint(
            model_name="profiledraft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "returned"), _negated=True),
                    models.Q(("comment", ""), _negated=True),
                    _connector="OR",
                ),
                name="returned_profile_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="roundtier",
            constraint=models.UniqueConstraint(fields=("round", "tier"), name="one_row_per_round_and_tier"),
        ),
        migrations.AddConstraint(
            model_name="roundtier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "seats__gte",
                        django.db.models.expressions.CombinedExpression(models.F("reserved"), "+", models.F("taken")),
                    )
                ),
                name="round_seats_never_overdrawn",
            ),
        ),
        migrations.RunPython(install, remove),
    ]
