"""Agreements, clauses, accounts and evidence that addresses name."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from partners.models import Agreement, BenefitDelivery, BenefitYear, Clause, PartnerFirm
from partners.services import deliver_benefit, draft_agreement, offer_agreement, renew_agreement

A_YEAR = timedelta(days=365)


def agreement_objects() -> dict:
    """Of firm A one that runs, one that is offered and a draft; of firm B one that runs; what was delivered to each."""
    mine, theirs = (PartnerFirm.objects.get(slug=slug) for slug in ("elvebris", "brohode"))
    running = mine.running_agreement
    offered = renew_agreement(running, tier=running.tier, ends_on=running.ends_on + A_YEAR, by=None)
    offer_agreement(offered, by=None)
    starts = offered.ends_on + timedelta(days=1)
    draft = draft_agreement(mine, running.tier, starts_on=starts, ends_on=starts + A_YEAR, by=None)
    return {
        "agreement_a": running.pk,
        "agreement_a_offered": offered.pk,
        "agreement_a_draft": draft.pk,
        "agreement_b": theirs.running_agreement.pk,
        "agreement_ended": Agreement.objects.filter(status="ended").first().pk,
        "delivery_a": _delivery(mine).pk,
        "delivery_b": _delivery(theirs).pk,
        "account_a": _account(mine).pk,
        "clause_id": Clause.objects.first().pk,
    }


def _account(firm: PartnerFirm) -> BenefitYear:
    found = BenefitYear.objects.filter(benefit__agreement__firm=firm, year=timezone.localdate().year, quantity=None)
    return found.filter(benefit__source__conflicts_with=None).order_by("pk").first()


def _delivery(firm: PartnerFirm) -> BenefitDelivery:
    file = ContentFile(b"%PDF-1.4 bevis", name="bevis.pdf")
    return deliver_benefit(_account(firm), note="Bevis", evidence=file, by=None)
