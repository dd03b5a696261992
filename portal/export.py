"""Everything of a firm that its people may read, in one file: JSON for machines, CSV for people, and the documents.

What a seat may not see in the portal is not in it: a handover says who it is only after both yeses, a draft of an
agreement is the programme's own, and a liaison's file holds only what that person is told.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from accounts.models import User
from common.admin import FORMULA_STARTS
from partners.models import (
    Agreement,
    BenefitYear,
    Contribution,
    Duty,
    Invoice,
    Membership,
    PartnerFirm,
    Premises,
    ProfileDraft,
)
from partners.services import notices_for, profile_being_written, profile_values, say, still_meant, uses_of

from .access import Seat

Rows = list[dict[str, Any]]
MOST_NOTICES = 5000


def archive(seat: Seat, user: User) -> bytes:
    """The zip file, whole."""
    tables = dict(_tables(seat, user))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("les-meg.txt", _read_me(seat.firm))
        facts = {"firm": _firm(seat.firm), **tables}
        zipped.writestr("alt.json", json.dumps(facts, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        for name, rows in tables.items():
            zipped.writestr(f"{name}.csv", as_csv(rows))
        for path, stored in _files(seat):
            if stored and stored.storage.exists(stored.name):
                with stored.open("rb") as content:
                    zipped.writestr(path, content.read())
    return file.getvalue()


def as_csv(rows: Rows) -> str:
    """Rows with a head, for a spreadsheet: semicolons as Norwegian ones read them, and no cell begins a formula."""
    out = io.StringIO()
    out.write("\ufeff")
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    text = "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def _read_me(firm: PartnerFirm) -> str:
    return _(
        "Everything we keep about %(firm)s that you may see in the portal. alt.json holds it all; each CSV file holds "
        "one list and opens in a spreadsheet. The folders hold documents.\n"
    ) % {"firm": firm}


def _firm(firm: PartnerFirm) -> dict[str, Any]:
    facts = {"name": firm.name, "organisation_number": firm.organisation_number, **profile_values(firm)}
    facts["industries"] = [one.name for one in firm.industries.all()]
    facts["competences"] = [one.name for one in firm.competences.all()]
    return {**facts, "street": firm.street, "postcode": firm.postcode, "city": firm.city}


def _tables(seat: Seat, user: User) -> Iterator[tuple[str, Rows]]:
    firm = seat.firm
    if not seat.is_liaison:
        yield "folk", _people(firm)
        yield "profil-under-arbeid", _draft(profile_being_written(firm))
        yield "avtaler", _agreements(firm)
        yield "bidrag", _contributions(firm)
        yield "fakturaer", _invoices(firm)
        yield "fordeler", _benefits(firm)
        yield "oppgaver", _duties(firm)
        yield "lokaler", _premises(firm)
        yield "prospekter", _handovers(seat)
    told = still_meant(list(notices_for(user, firm)[:MOST_NOTICES]))
    yield "varsler", [{"when": one.created_at, "what": say(one).subject, "read": one.read_at} for one in told]


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


def _offered_agreements(firm: PartnerFirm) -> Iterable[Agreement]:
    return firm.agreements.exclude(status=Agreement.Status.DRAFT).order_by("starts_on", "pk")


def _agreements(firm: PartnerFirm) -> Rows:
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
        for one in _offered_agreements(firm)
    ]


def _contributions(firm: PartnerFirm) -> Rows:
    found = Contribution.objects.filter(firm=firm).exclude(agreement__status__in=("draft", "offered"))
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
        }
        for one in found.order_by("year", "number", "pk")
    ]


def _invoice_rows(firm: PartnerFirm) -> Iterable[Invoice]:
    return Invoice.objects.filter(contribution__firm=firm).order_by("number")


def _invoices(firm: PartnerFirm) -> Rows:
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
        for one in _invoice_rows(firm)
    ]


def _benefits(firm: PartnerFirm) -> Rows:
    found = BenefitYear.objects.filter(benefit__agreement__firm=firm).select_related("benefit__agreement")
    accounts = list(found.exclude(benefit__agreement__status="draft").order_by("year", "pk"))
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


def _duties(firm: PartnerFirm) -> Rows:
    found = Duty.objects.filter(agreement__firm=firm).exclude(agreement__status="draft")
    return [{"what": one.text, "due": one.due_on, "status": one.status, "done": one.done_at} for one in found]


def _premises(firm: PartnerFirm) -> Rows:
    return [
        {
            "title": one.title_nb,
            "kind": one.kind,
            "status": one.status,
            "address": one.address,
            "from_m2": one.area_from,
            "to_m2": one.area_to,
            "vacant_from": one.vacant_from,
        }
        for one in Premises.objects.filter(firm=firm).order_by("pk")
    ]


def _handovers(seat: Seat) -> Rows:
    rows = []
    for one in seat.handovers.select_related("prospect__industry").order_by("handed_over_at", "pk"):
        contact = one.prospect.main_contact if one.discloses else None
        rows.append(
            {
                "reference": one.prospect.reference,
                "industry": one.prospect.industry.name,
                "status": one.status,
                "handed_over": one.handed_over_at,
                "company": one.prospect.company_name if one.discloses else "",
                "contact": contact.name if contact else "",
                "email": contact.email if contact else "",
                "outcome": one.outcome,
                "reason": one.reason,
            }
        )
    return rows


def _files(seat: Seat) -> Iterator[tuple[str, Any]]:
    if seat.is_liaison:
        return
    for agreement in _offered_agreements(seat.firm):
        for code in ("nb", "en"):
            yield f"avtaler/{agreement.number or agreement.pk}-{code}.pdf", getattr(agreement, f"document_{code}")
    for invoice in _invoice_rows(seat.firm):
        yield f"fakturaer/{invoice.number}.xml", invoice.document
    draft = profile_being_written(seat.firm)
    if draft is not None and draft.logo:
        yield f"logo/utkast.{draft.logo_ending}", draft.logo
    if seat.firm.logo:
        yield f"logo/logo.{seat.firm.logo.file.name.rpartition('.')[2]}", seat.firm.logo.file
