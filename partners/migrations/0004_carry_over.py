"""What was there before the partnership had rounds, signatures and years: carried over, so that nothing is lost."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import migrations
from django.utils.text import slugify

OSLO = ZoneInfo("Europe/Oslo")


def carry_over(apps, schema_editor):
    """Benefits get a short name, former partners a programme, agreements the copies of what they were made from."""
    Benefit = apps.get_model("partners", "Benefit")
    for benefit in Benefit.objects.filter(slug=""):
        benefit.slug = f"{slugify(benefit.name_en)[:40] or 'benefit'}-{benefit.pk}"
        benefit.save(update_fields=["slug"])
    PartnerFirm = apps.get_model("partners", "PartnerFirm")
    former = PartnerFirm.objects.filter(is_former_partner=True)
    if former.exists():
        programme = apps.get_model("partners", "PredecessorProgramme").objects.create(
            slug="naeringsvekst-2020", name="Næringsvekst 2020", first_year=2017, last_year=2020
        )
        for firm in former:
            programme.firms.create(organisation_number=firm.organisation_number, name=firm.name)
    today = datetime.now(OSLO).date()
    for agreement in apps.get_model("partners", "Agreement").objects.select_related("tier"):
        agreement.tier_name_nb, agreement.tier_name_en = agreement.tier.name_nb, agreement.tier.name_en
        agreement.response_days = agreement.tier.response_days
        agreement.signed_at = datetime.combine(agreement.starts_on, time(0), OSLO)
        agreement.signed_name = "Signert på papir"
        coming, over = agreement.starts_on > today, agreement.ends_on < today
        agreement.status = "signed" if coming else "ended" if over else "running"
        agreement.save()


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0003_partnership"),
    ]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop, elidable=True)]
