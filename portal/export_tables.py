"""What the file of everything holds: its lists, row by row, and its documents."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from partners.models import (
    Agreement,
    Application,
    BenefitDelivery,
    BenefitYear,
    Contribution,
    Duty,
    Invoice,
    Membership,
    MoneyEntry,
    NotificationChoice,
    PartnerFirm,
    Premises,
    ProfileDraft,
)
from partners.services import (
    BILLING_FIELDS,
    invoice_pdf,
    notices_for,
    profile_being_written,
    profile_values,
    say,
    still_meant,
    uses_of,
)
from prospects.models import Disclosure, MunicipalRequest, OwnLead
from prospects.services import record_disclosure

from .access import Seat

Rows = Iterable[dict[str, Any]]
MOST_NOTICES = 5000
AT_A_TIME = 500


@dataclass(frozen=True)
class Table:
    """One list: the name of its file, a word on what it holds, and its rows, read anew each time."""

    name: str
    about: Any
    rows: Callable[[], Rows]


def tables(seat: Seat, user: User) -> list[Table]:
    """The lists this seat may have. A liaison's file holds only what that person is told and has chosen."""
    firm = seat.firm
    mine = [
        Table("varsler", _("what we have told you"), partial(_notices, firm, user)),
        Table("varselvalg", _("how often you want mail, and of what"), partial(_choices, user)),
    ]
    if seat.is_liaison:
        return [Table("henvendelser", _("what the municipality was asked"), partial(_requests, seat)), *mine]
    return [
        Table("folk", _("who acts for the firm"), partial(_people, firm)),
        Table("profil-under-arbeid", _("the profile you are writing"), lambda: _draft(profile_being_written(firm))),
        Table("soknader", _("your applications to become a partner"), partial(_applications, seat)),
        Table("avtaler", _("your agreements"), partial(_agreements, seat)),
        Table("bidrag", _("what you give each year"), partial(_contributions, seat)),
        Table("bevegelser", _("every payment and other movement of money"), partial(_entries, seat)),
        Table("fakturaer", _("invoices and credit notes"), partial(_invoices, seat)),
        Table("fordeler", _("your benefits, used and left"), partial(_benefits, seat)),
        Table("fordeler-levert", _("what was delivered to you"), partial(_delivered, seat)),
        Table("oppgaver", _("what you were to send us"), partial(_duties, seat)),
        Table("lokaler", _("premises you offer"), partial(_premises, firm)),
        Table("prospekter", _("prospects you were offered"), partial(_handovers, seat, user)),
        Table("tips", _("companies you told us of"), partial(_leads, seat)),
        *mine,
    ]


# The folders with documents, and what lies in them.
FOLDERS = {
    "avtaler/": _("agreements as PDF, in both languages"),
    "fakturaer/": _("invoices and credit notes, as PDF and as EHF"),
    "fordeler/": _("evidence of what was delivered"),
    "lokaler/": _("pictures of premises"),
    "logo/": _("your logo"),
}


def firm_facts(seat: Seat) -> dict[str, Any]:
    """Who the firm is."""
    return _firm(seat.firm)


def _firm(firm: PartnerFirm) -> dict[str, Any]:
    facts = {"name": firm.name, "organisation_number": firm.organisation_number, **profile_values(firm)}
    facts["industries"] = [one.name for one in firm.industries.all()]
    facts["competences"] = [one.name for one in firm.competences.all()]
    facts["industry_codes"] = [str(one) for one in firm.industry_codes.all()]
    return facts | {name: getattr(firm, name) for name in BILLING_FIELDS}


def _people(firm: PartnerFirm) -> Rows:
    seats = Membership.objects.active().filter(firm=firm).select_related("user").order_by("role", "pk")
    return [
        {
            "name": str(one.user),
            "email": one.user.email if one.user else "",
            "role": one.role,
            "main_contact": one.is_primary_contact,
            "agreement_contact": one.is_contract_contact,
            "invoice_contact": one.is_invoice_contact,
            "may_sign": one.may_sign,
            "since": one.created_at,
        }
        for one in seats
    ]


def _draft(draft: ProfileDraft | None) -> Rows:
    if draft is None:
        return []
    return [{"status": draft.status, "changed": draft.changed_at, "comment": draft.comment, **profile_values(draft)}]


def _agreement_rows(seat: Seat) -> Iterable[Agreement]:
    return Agreement.objects.visible_to(seat.membership).order_by("starts_on", "pk")


def _agreements(seat: Seat) -> Rows:
    return [
        {
            "number": one.number,
            "status": one.status,
            "tier": one.tier_name_nb,
            "yearly_amount": one.yearly_amount,
            "from": one.starts_on,
            "to": one.ends_on,
            "signed_at": one.signed_at,
            "signed_by": one.signed_name,
        }
        for one in _agreement_rows(seat)
    ]


def _contributions(seat: Seat) -> Rows:
    found = Contribution.objects.visible_to(seat.membership)
    return [
        {
            "year": one.year,
            "instalment": one.number,
            "of": one.of,
            "in": one.kind,
            "amount": one.amount,
            "due": one.due_on,
            "status": one.status,
            "owed_now": one.balance,
            "kid": one.kid,
            "reason": one.reason,
        }
        for one in found.order_by("year", "number", "pk")
    ]


def _invoice_rows(seat: Seat) -> Any:
    return Invoice.objects.visible_to(seat.membership).order_by("number")


def _invoices(seat: Seat) -> Rows:
    return [
        {
            "number": one.number,
            "kind": one.kind,
            "date": one.issued_on,
            "due": one.due_on,
            "kid": one.kid,
            "net": one.net,
            "vat": one.vat,
            "gross": one.gross,
        }
        for one in _invoice_rows(seat)
    ]


def _benefits(seat: Seat) -> Rows:
    found = BenefitYear.objects.visible_to(seat.membership).select_related("benefit__agreement")
    accounts = list(found.order_by("year", "pk"))
    uses = uses_of(accounts)
    # A benefit that two agreements give in a year is one, and stands here once.
    latest = {(one.year, one.benefit.slug or str(one.pk)): one for one in accounts}
    return [
        {
            "year": one.year,
            "benefit": one.benefit.name_nb,
            "quantity": uses[one.pk].quantity,
            "used": uses[one.pk].used,
        }
        for one in latest.values()
    ]


def _duties(seat: Seat) -> Rows:
    found = Duty.objects.visible_to(seat.membership)
    return [{"what": one.text, "due": one.due_on, "status": one.status, "done": one.done_at} for one in found]


PREMISES = (
    "slug",
    "kind",
    "status",
    "title_nb",
    "title_en",
    "description_nb",
    "description_en",
    "address",
    "district",
    "area_from",
    "area_to",
    "price_band",
    "vacant_from",
    "metres_to_station",
    "image_alt_nb",
    "image_alt_en",
    "offered_at",
    "comment",
)


def _premises(firm: PartnerFirm) -> Rows:
    yield from Premises.objects.filter(firm=firm).order_by("pk").values(*PREMISES).iterator(AT_A_TIME)


def _applications(seat: Seat) -> Rows:
    found = Application.objects.visible_to(seat.membership).select_related("round", "tier")
    for one in found.order_by("submitted_at", "pk").iterator(AT_A_TIME):
        yield {
            "round": one.round.name,
            "tier": one.tier.name_nb if one.tier else "",
            "status": one.status,
            "company": one.company_name,
            "organisation_number": one.organisation_number,
            "contact": one.contact_name,
            "title": one.contact_title,
            "email": one.contact_email,
            "phone": one.contact_phone,
            "offers": one.offers,
            "message": one.message,
            "submitted": one.submitted_at,
            "decided": one.decided_at,
            "reason": one.reason,
        }


def _entries(seat: Seat) -> Rows:
    shown = Contribution.objects.visible_to(seat.membership)
    found = MoneyEntry.objects.filter(contribution__in=shown).select_related("contribution")
    for one in found.order_by("booked_on", "pk").iterator(AT_A_TIME):
        yield {
            "booked": one.booked_on,
            "what": one.kind,
            "amount": one.amount,
            "year": one.contribution.year,
            "instalment": one.contribution.number,
            "kid": one.contribution.kid,
            "reference": one.reference,
            "reason": one.reason,
        }


def _shown_deliveries(seat: Seat) -> Any:
    return BenefitDelivery.objects.visible_to(seat.membership).filter(undone_at=None).order_by("delivered_on", "pk")


def _evidence_path(one: BenefitDelivery) -> str:
    return f"fordeler/bevis-{one.pk}.{str(one.evidence.name).rpartition('.')[2]}" if one.evidence else ""


def _delivered(seat: Seat) -> Rows:
    for one in _shown_deliveries(seat).select_related("account__benefit").iterator(AT_A_TIME):
        yield {
            "date": one.delivered_on,
            "benefit": one.account.benefit.name_nb,
            "year": one.account.year,
            "quantity": one.quantity,
            "note": one.note,
            "seen_at": one.evidence_url,
            "file": _evidence_path(one),
        }


def _notices(firm: PartnerFirm, user: User) -> Rows:
    told = still_meant(list(notices_for(user, firm)[:MOST_NOTICES]))
    for one in told:
        yield {"when": one.created_at, "what": say(one).subject, "read": one.read_at}


def _choices(user: User) -> Rows:
    for one in NotificationChoice.objects.filter(user=user).order_by("topic"):
        yield {"topic": one.topic, "frequency": one.frequency}


def _handovers(seat: Seat, user: User) -> Rows:
    rows = []
    found = list(seat.handovers.select_related("prospect__industry").order_by("handed_over_at", "pk"))
    if not seat.is_preview:
        record_disclosure(found, to=user, how=Disclosure.How.EXPORT, with_contact=True)
    for one in found:
        contact = one.prospect.main_contact if one.shows_contact else None
        rows.append(
            {
                "reference": one.prospect.reference,
                "industry": one.prospect.industry.name,
                "status": one.status,
                "handed_over": one.handed_over_at,
                "company": one.prospect.company_name if one.shows_identity else "",
                "contact": contact.name if contact else "",
                "email": contact.email if contact else "",
                "outcome": one.outcome,
                "reason": one.reason,
            }
        )
    return rows


def _leads(seat: Seat) -> Rows:
    names = ("company_name", "organisation_number", "status", "submitted_at", "decided_at", "reason", "protected_until")
    said = ("need", "how_known", "contact_name", "contact_email", "contact_phone")
    for one in OwnLead.objects.visible_to(seat.membership).order_by("submitted_at", "pk").iterator(AT_A_TIME):
        yield {name: getattr(one, name) for name in (*names, *said)}


def _requests(seat: Seat) -> Rows:
    found = MunicipalRequest.objects.visible_to(seat.membership).select_related("prospect").order_by("asked_at", "pk")
    for one in found.iterator(AT_A_TIME):
        yield {
            "reference": one.prospect.reference,
            "company": one.prospect.company_name if one.discloses else "",
            "about": one.kind,
            "question": one.question,
            "status": one.status,
            "asked": one.asked_at,
            "due": one.due_at,
            "answered": one.ended_at,
            "answer": one.answer_text,
            "shared": one.shared_with_prospect,
        }


# --- documents --------------------------------------------------------------------------------------------------------
def documents(seat: Seat) -> Iterator[tuple[str, Any]]:
    """The documents: where each lies in the file, and a stored file, or a function that makes it."""
    if seat.is_liaison:
        return
    firm = seat.firm
    for agreement in _agreement_rows(seat):
        for code in ("nb", "en"):
            yield f"avtaler/{agreement.number or agreement.pk}-{code}.pdf", getattr(agreement, f"document_{code}")
    for invoice in _invoice_rows(seat).select_related("credits").prefetch_related("lines").iterator(AT_A_TIME):
        yield f"fakturaer/{invoice.number}.xml", invoice.document
        yield f"fakturaer/{invoice.number}.pdf", partial(invoice_pdf, invoice, "nb")
    for delivery in _shown_deliveries(seat).exclude(evidence="").iterator(AT_A_TIME):
        yield _evidence_path(delivery), delivery.evidence
    for one in Premises.objects.filter(firm=firm).select_related("image").order_by("pk").iterator(AT_A_TIME):
        if one.image:
            yield f"lokaler/{one.slug}.{one.image.file.name.rpartition('.')[2]}", one.image.file
        if one.upload:
            yield f"lokaler/{one.slug}-utkast.{one.upload_ending}", one.upload
    draft = profile_being_written(firm)
    if draft is not None and draft.logo:
        yield f"logo/utkast.{draft.logo_ending}", draft.logo
    if firm.logo:
        yield f"logo/logo.{firm.logo.file.name.rpartition('.')[2]}", firm.logo.file
