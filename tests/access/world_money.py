"""Contributions, invoices and payments that addresses name."""

from partners.models import Contribution, Correction, InKindRate, MoneyEntry, PartnerFirm, PaymentFile, PaymentRow
from tests.factories import InvoiceRunFactory


def money_objects() -> dict:
    """Of firm A and firm B one invoice each, and what staff handle: a payment, a correction, a run, a rate."""
    mine, theirs = (PartnerFirm.objects.get(slug=slug) for slug in ("elvebris", "brohode"))
    contribution = Contribution.objects.filter(firm=mine).exclude(kid=None).order_by("pk").first()
    return {
        "contribution_a": contribution.pk,
        "contribution_planned": Contribution.objects.filter(firm=mine, status="planned").first().pk,
        "invoice_a": contribution.invoices.get().pk,
        "invoice_b": Contribution.objects.filter(firm=theirs).exclude(kid=None).first().invoices.get().pk,
        "payment_file_id": PaymentFile.objects.first().pk,
        "payment_id": PaymentRow.objects.filter(status="unmatched").first().pk,
        "correction_id": Correction.objects.first().pk,
        "entry_id": MoneyEntry.objects.filter(kind="payment").first().pk,
        "run_id": InvoiceRunFactory(status="stopped").pk,
        "rate_id": InKindRate.objects.first().pk,
    }
