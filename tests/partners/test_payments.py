"""Payments from the bank: what is read, what is matched, and what stays in sight."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from common.workflow import TransitionError
from partners import payment_files
from partners.models import PaymentFile, PaymentRow
from partners.payment_files import amount_of, date_of, read_payments
from partners.services import (
    carry_out_correction,
    import_payments,
    match_payment,
    propose_correction,
    set_payment_aside,
    told_of,
)
from tests.factories import PaymentRowFactory, UserFactory

from .money import contribution_that_is, invoiced, sums_are_right, today

pytestmark = pytest.mark.django_db

DAY = "01.03.2026"


def csv_of(*rows: str, head: str = "Dato;Beløp;KID;Referanse;Betaler") -> bytes:
    return "\r\n".join([head, *rows]).encode()


def camt(version: str, *entries: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.{version}">'
        f"<BkToCstmrDbtCdtNtfctn><Ntfctn>{''.join(entries)}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
    ).encode()


def entry(*details: str, amount="20000.00", kind="CRDT", reference="E1", more="") -> str:
    inside = f"<NtryDtls>{''.join(details)}</NtryDtls>" if details else ""
    return (
        f'<Ntry><Amt Ccy="NOK">{amount}</Amt><CdtDbtInd>{kind}</CdtDbtInd>{more}<BookgDt><Dt>2026-03-01</Dt></BookgDt>'
        f"<AcctSvcrRef>{reference}</AcctSvcrRef>{inside}</Ntry>"
    )


def detail(kid="", amount="", reference="", payer="", version="02") -> str:
    who = f"<Nm>{payer}</Nm>" if version == "02" else f"<Pty><Nm>{payer}</Nm></Pty>"
    return (
        "<TxDtls>"
        + (f"<Refs><AcctSvcrRef>{reference}</AcctSvcrRef></Refs>" if reference else "")
        + (f'<AmtDtls><TxAmt><Amt Ccy="NOK">{amount}</Amt></TxAmt></AmtDtls>' if amount else "")
        + (f"<RltdPties><Dbtr>{who}</Dbtr></RltdPties>" if payer else "")
        + (f"<RmtInf><Strd><CdtrRefInf><Ref>{kid}</Ref></CdtrRefInf></Strd></RmtInf>" if kid else "")
        + "</TxDtls>"
    )


# --- reading ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1234.5", "1234.5"),
        ("kr 20000", "20000"),
        ("+500,00 NOK", "500.00"),
    ],
)
def test_amounts_are_read_as_banks_write_them(text, amount):
    assert amount_of(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["", "abc", "1,234", "-5", "\u22125,00", "0", "0,00", "1e5", "NaN", "12,345.678", "1" * 12]
)
def test_what_is_no_money_that_came_in(text):
    with pytest.raises(ValueError):
        amount_of(text)


@pytest.mark.parametrize(
    "text", ["01.03.2026", "2026-03-01", "1.3.26", "01/03/2026", "20260301", "2026-03-01T10:00:00"]
)
def test_days_are_read_as_banks_write_them(text):
    assert date_of(text).isoformat() == "2026-03-01"


@pytest.mark.parametrize("text", ["", "31.02.2026", "i går", "01.03.1026"])
def test_what_is_no_day(text):
    with pytest.raises(ValueError):
        date_of(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Dato;Beløp;KID;Referanse;Betaler", '01.03.2026;"1 234,50";1000000103;A1;Øst & Åse'),
        (
            '"Bokført dato";"Inn på konto";"KID-nummer";"Arkivref";"Navn"',
            '"01.03.2026";"1.234,50";"1000000103";"A1";"Øst & Åse"',
        ),
        ("date,amount,kid,reference,payer", '2026-03-01,1234.50,1000000103,A1,"Øst & Åse"'),
        ("Betaler\tKID\tBeløp\tDato\tReferanse", "Øst & Åse\t1000000103\t1234,50\t01.03.2026\tA1"),
    ],
)
def test_csv_is_read_whoever_wrote_it(head, row, encoding):
    reading = read_payments(f"{head}\r\n{row}\r\n\r\n".encode(encoding))
    assert reading.problems == []
    (paid,) = reading.rows
    assert (paid.amount, paid.kid, paid.reference, paid.payer) == (Decimal("1234.50"), "1000000103", "A1", "Øst & Åse")


def test_a_row_that_makes_no_sense_names_itself_and_the_rest_goes_on():
    reading = read_payments(
        csv_of(f"{DAY};100,00;;A1;x", f"{DAY};hundre;;A2;x", "snart;5;;A3;x", f"{DAY};-5;;A4;x", f"{DAY};7;;A5")
    )
    assert [paid.reference for paid in reading.rows] == ["A1", "A5"]
    assert [row for row, _why in reading.problems] == [3, 4, 5]
    assert "hundre" in reading.problems[0][1]


@pytest.mark.parametrize("version", ["02", "08"])
def test_camt_is_read_in_both_versions(version):
    reading = read_payments(
        camt(
            version,
            entry(
                detail("1000000103", "500.00", "T1", "Ærlig AS", version),
                detail("", "700.00", "", "B", version),
                amount="1200.00",
            ),
            entry(amount="9.00", reference="E2"),
            entry(amount="8.00", reference="E3", kind="DBIT"),
            entry(amount="8.00", reference="E4", more="<RvslInd>true</RvslInd>"),
        )
    )
    assert [(paid.amount, paid.kid, paid.reference, paid.payer) for paid in reading.rows] == [
        (Decimal("500.00"), "1000000103", "T1", "Ærlig AS"),
        (Decimal("700.00"), "", "E1/2", "B"),
        (Decimal("9.00"), "", "E2", ""),
    ]
    assert [row for row, _why in reading.problems] == [4, 5]


BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"x" * (payment_files.MAX_BYTES + 1), "large"),
        (b"Navn;Sum\r\na;1", "columns"),
        (csv_of(), "none"),
        (b"<html></html>", "camt"),
        (b"<Document", "xml"),
        (camt("03", entry()), "camt"),
        (camt("02", entry(), before=BOMB), "doctype"),
        (camt("02", entry(), before=OUTSIDE), "doctype"),
        (camt("02", entry(), before=BOMB).decode().replace("UTF-8", "UTF-16").encode("utf-16"), "doctype"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "columns"),
        (camt("02", entry()).replace(b"UTF-8", b"x-unknown"), "xml"),
    ],
)
def test_a_file_that_will_not_do_is_refused_in_words(content, code):
    with pytest.raises(ValidationError) as told:
        read_payments(content)
    assert told.value.code == code


def test_a_file_that_is_too_long_is_refused():
    with pytest.raises(ValidationError) as told:
        read_payments(csv_of(*[f"{DAY};1;;A{row};x" for row in range(payment_files.MAX_ROWS + 1)]))
    assert told.value.code == "long"


# --- matching ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("method", ["mod10", "mod11"])
def test_a_payment_finds_what_it_is_for_by_its_kid(method):
    from .money import billing

    billing(kid_method=method)
    contribution = invoiced(20_000).contribution
    file = import_payments("bank.csv", csv_of(f"{DAY};20 000,00;{contribution.kid};A1;Firma"), by=UserFactory())
    contribution.refresh_from_db()
    row = file.rows.get()
    assert (contribution.status, contribution.balance, row.status) == ("paid", 0, "matched")
    assert row.entry.reference == "A1" and sums_are_right()
    assert told_of([file])[file.pk].startswith("1 ")


def test_what_fits_nothing_stays_in_sight_with_the_reason():
    paid = contribution_that_is("paid")
    wrong = paid.kid[:-1] + str((int(paid.kid[-1]) + 1) % 10)
    rows = [f"{DAY};5,00;{kid};A{place};x" for place, kid in enumerate(["", wrong, "18", paid.kid])]
    file = import_payments("bank.csv", csv_of(*rows), by=UserFactory())
    found = list(file.rows.order_by("line"))
    assert {row.status for row in found} == {"unmatched"}
    assert len({row.why for row in found}) == 4 and all(row.why for row in found)


def test_the_same_file_is_refused_and_the_same_reference_is_kept_out_and_told():
    contribution = invoiced(20_000).contribution
    first = csv_of(f"{DAY};5000;{contribution.kid};A1;x", f"{DAY};5000;{contribution.kid};A1;x")
    file = import_payments("a.csv", first, by=UserFactory())
    assert [problem["row"] for problem in file.problems] == [3]
    with pytest.raises(ValidationError) as told:
        import_payments("b.csv", first, by=UserFactory())
    assert told.value.code == "again"
    other = import_payments("c.csv", csv_of(f"{DAY};5000;{contribution.kid};A1;x", f"{DAY};1;;A2;x"), by=UserFactory())
    assert [problem["row"] for problem in other.problems] == [2]
    contribution.refresh_from_db()
    assert contribution.balance == 15_000
    assert PaymentFile.objects.count() == 2


def test_payments_without_a_reference_are_told_apart_and_known_again():
    rows = [f"{DAY};100;;;Per", f"{DAY};100;;;Per", f"{DAY};100;;;Pål"]
    assert import_payments("a.csv", csv_of(*rows), by=UserFactory()).rows.count() == 3
    again = import_payments("b.csv", csv_of(*rows, f"{DAY};100;;;Per"), by=UserFactory())
    assert again.rows.count() == 1 and len(again.problems) == 3


VERBS = {
    "match": {"unmatched", "set_aside"},
    "set_aside": {"unmatched"},
    "release": {"set_aside"},
    "unmatch": {"matched"},
}


@pytest.mark.parametrize("status", PaymentRow.Status.values)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_in_every_state_of_a_payment(verb, status):
    assert set(VERBS) == set(PaymentRow.TRANSITIONS)
    by, row, contribution = UserFactory(), PaymentRowFactory(amount=Decimal(5_000)), invoiced(20_000).contribution
    if status == "matched":
        match_payment(row, contribution, by=by)
    elif status == "set_aside":
        set_payment_aside(row, reason="Renter", by=by)
    do = {
        "match": lambda: match_payment(row, contribution, by=by),
        "set_aside": lambda: set_payment_aside(row, reason="Renter", by=by),
        "release": lambda: row.release(by=by),
        "unmatch": lambda: row.unmatch(reason="Feil.", by=by),
    }[verb]
    rows = contribution.entries.count()
    if status in VERBS[verb]:
        do()
        row.refresh_from_db()
        assert row.status == PaymentRow.TRANSITIONS[verb].target
    else:
        with pytest.raises(TransitionError):
            do()
        assert (row.status, contribution.entries.count()) == (status, rows)
    assert sums_are_right()


def test_a_payment_matched_to_the_wrong_firm_comes_back_to_the_inbox():
    row, wrong = PaymentRowFactory(amount=Decimal(5_000)), invoiced(20_000).contribution
    match_payment(row, wrong, by=UserFactory())
    correction = propose_correction(row.entry, reason="Feil firma.", by=UserFactory())
    carry_out_correction(correction, by=UserFactory())
    row.refresh_from_db()
    assert (row.status, row.entry) == ("unmatched", None)
    match_payment(row, invoiced(20_000).contribution, by=UserFactory())
    assert sums_are_right()


def test_a_payment_of_tomorrow_waits_in_the_inbox():
    contribution = invoiced(20_000).contribution
    later = today().replace(year=today().year + 1).strftime("%d.%m.%Y")
    file = import_payments("a.csv", csv_of(f"{later};20000;{contribution.kid};A1;x"), by=UserFactory())
    assert file.rows.get().status == "unmatched"
