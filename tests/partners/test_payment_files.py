"""Reading files from the bank: CSV as they come, and camt.054 in both versions."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from partners import payment_files
from partners.payment_files import amount_of, date_of, read_payments

from .bank_files import DAY, camt, csv_of, detail, entry, several


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
        (Decimal("-8.00"), "", "E3", ""),
        (Decimal("8.00"), "", "E4", ""),
    ]
    assert [paid.is_reversal for paid in reading.rows] == [False, False, False, True, True]
    assert reading.problems == []


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


# --- what a payment is known by ---------------------------------------------------------------------------------------
def test_the_number_of_the_payers_own_system_is_no_reference():
    ids = "<TxDtls><Refs><InstrId>NOTPROVIDED</InstrId><TxId>NOTPROVIDED</TxId></Refs></TxDtls>"
    both = read_payments(camt("02", entry(ids, ids, amount="5"), entry(ids, reference="E2")))
    assert both.problems  # two details without a sum of their own
    one = '<TxDtls><Refs><InstrId>X1</InstrId></Refs><AmtDtls><TxAmt><Amt Ccy="NOK">5</Amt></TxAmt></AmtDtls></TxDtls>'
    reading = read_payments(camt("02", entry(one, one), entry(one, reference="E2")))
    assert [paid.reference for paid in reading.rows] == ["E1/1", "E1/2", "E2"]
    assert len({paid.fingerprint for paid in reading.rows}) == 3


def test_a_payment_is_known_again_by_all_its_facts():
    head = "Dato;Beløp;KID;Referanse;Betaler;Fra konto"
    facts = [DAY, "100", "18", "A1", "Per", "1503.00.00002"]
    others = [
        [*facts[:at], other, *facts[at + 1 :]] for at, other in enumerate(["02.03.2026", "101", "26", "A2", "P", "1"])
    ]
    rows = read_payments(csv_of(";".join(facts), *map(";".join, others), head=head)).rows
    assert len({paid.fingerprint for paid in rows}) == 7
    (again,) = read_payments(csv_of("x;x;;;;", ";".join(facts), head=head)).rows
    assert again.fingerprint == rows[0].fingerprint
    assert again.account == "15030000002"


# --- camt.054: what it is for, whether it is booked, whether it is taken back -----------------------------------------
def test_a_payment_for_several_things_is_split_when_the_parts_are_the_whole():
    parts = several(("1000000103", "500.00"), ("1000000111", "700.00"))
    reading = read_payments(camt("02", entry(parts, amount="1200.00"), entry(amount="9", reference="E2")))
    assert [(paid.line, paid.kid, paid.amount, paid.reference, paid.doubt) for paid in reading.rows] == [
        (1, "1000000103", Decimal(500), "E1#1", ""),
        (2, "1000000111", Decimal(700), "E1#2", ""),
        (3, "", Decimal(9), "E2", ""),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        [("1000000103", "500.00"), ("1000000111", "600.00")],
        [("1000000103", ""), ("1000000111", "")],
        [("1000000103", "1200.00"), ("1000000111", "")],
        [("1000000103", "1700.00"), ("1000000111", "-500.00")],
    ],
)
def test_a_payment_whose_parts_are_not_the_whole_is_left_whole_with_the_reason(parts):
    (paid,) = read_payments(camt("02", entry(several(*parts), amount="1200.00"))).rows
    assert (paid.amount, paid.kid) == (Decimal(1200), "")
    assert "1000000103, 1000000111" in paid.doubt


def test_one_thing_named_twice_is_one_thing():
    parts = several(("1000000103", "500.00"), ("1000000103", "700.00"))
    (paid,) = read_payments(camt("02", entry(parts, amount="1200.00"))).rows
    assert (paid.amount, paid.kid, paid.doubt) == (Decimal(1200), "1000000103", "")


@pytest.mark.parametrize(
    ("version", "state"),
    [("02", "<Sts>PDNG</Sts>"), ("02", "<Sts>INFO</Sts>"), ("08", "<Sts><Cd>PDNG</Cd></Sts>")],
)
def test_what_the_bank_has_not_booked_is_said_and_not_kept(version, state):
    reading = read_payments(camt(version, entry(detail("1000000103", version=version), amount="500.00", more=state)))
    assert reading.rows == []
    (problem,) = reading.problems
    assert all(fact in problem[1] for fact in ("500.00", "1000000103", state.replace("<Cd>", "")[5:9]))


@pytest.mark.parametrize(("version", "state"), [("02", "<Sts>BOOK</Sts>"), ("08", "<Sts><Cd>BOOK</Cd></Sts>")])
def test_what_the_bank_has_booked_is_kept(version, state):
    assert len(read_payments(camt(version, entry(more=state))).rows) == 1


@pytest.mark.parametrize(
    ("kind", "more", "amount"),
    [
        ("DBIT", "", -500),
        ("DBIT", "<RvslInd>true</RvslInd>", -500),
        ("DBIT", "<RvslInd>1</RvslInd>", -500),
        ("CRDT", "<RvslInd> 1 </RvslInd>", 500),
    ],
)
def test_a_reversal_is_kept_with_its_sum_and_kid(kind, more, amount):
    reading = read_payments(camt("02", entry(detail("1000000103"), amount="500.00", kind=kind, more=more)))
    (paid,) = reading.rows
    assert (paid.is_reversal, paid.amount, paid.kid, paid.reference) == (True, Decimal(amount), "1000000103", "E1")


@pytest.mark.parametrize("more", ["<RvslInd>false</RvslInd>", "<RvslInd>0</RvslInd>"])
def test_what_says_that_it_is_no_reversal_is_none(more):
    (paid,) = read_payments(camt("08", entry(more=more))).rows
    assert not paid.is_reversal


# --- CSV: what is strict ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "rows",
    [
        [f"{DAY};1;;A1;Per", f'{DAY};2;;A2;"Pål', f"{DAY};3;;A3;Kari"],
        [f"{DAY};1;;A1;Per", f'{DAY};2;;A2;"Pål', f'{DAY};3;;A3;"Kari"'],
        [f"{DAY};1;;A1;Per", f'{DAY};2;;"A2;Pål', f'{DAY};3;;A3";Kari'],
        [f"{DAY};1;;A1;Per", f'{DAY};2;;A2;"Pål" AS', f"{DAY};3;;A3;Kari"],
    ],
)
def test_a_quotation_mark_that_is_not_closed_swallows_no_row(rows):
    with pytest.raises(ValidationError) as told:
        read_payments(csv_of(*rows))
    assert told.value.code == "csv" and "3" in told.value.messages[0]


def test_a_message_may_have_several_lines():
    reading = read_payments(csv_of(f'{DAY};1;;A1;"Per\r\nog Kari"', f"{DAY};2;;A2;Pål"))
    assert [paid.payer for paid in reading.rows] == ["Per og Kari", "Pål"]


def test_money_out_with_a_kid_is_a_reversal_and_other_money_out_is_none_of_ours():
    reading = read_payments(csv_of(f"{DAY};-500,00;1000000103;A1;x", f"{DAY};\u2212500;;A2;x"))
    (paid,) = reading.rows
    assert (paid.is_reversal, paid.amount) == (True, Decimal(-500))
    assert [row for row, _why in reading.problems] == [3]
