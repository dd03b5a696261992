"""A payment as any bank's file tells of it: what is kept of it, and by what it is known again.

Nothing here knows of contributions or of a file's format.
"""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MAX_ROWS = 20_000
DATES = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y", "%Y%m%d")
# What systems write where they have no reference to give (the European Payments Council's rulebooks, and in the wild).
NO_REFERENCE = {"", "NOTPROVIDED", "NOTAVAILABLE", "NONREF", "NONE", "-"}


@dataclass(frozen=True)
class Paid:
    """A payment as the file tells of it.

    `fingerprint` is the same for the same payment in another file. `doubt` says why nobody but a person may book it.
    A reversal has the sign it has on the account: money that went out is below nought.
    """

    line: int
    booked_on: date
    amount: Decimal
    kid: str
    reference: str
    payer: str
    account: str
    text: str
    fingerprint: str
    is_reversal: bool = False
    doubt: str = ""


@dataclass
class Reading:
    """What was read: the payments, and the rows that were not, as (row, why)."""

    format: str
    rows: list[Paid] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    times: Counter[str] = field(default_factory=Counter)


def take(
    reading: Reading, line: int, told: dict[str, str], *, sign: int = 1, is_reversal: bool = False, doubt: str = ""
) -> None:
    """Keep a row of which the file has `told` amount, booked_on and more, or why not.

    `sign` is -1 for money that went out. Raises ValidationError when there are more than MAX_ROWS.
    """
    if len(reading.rows) + len(reading.problems) >= MAX_ROWS:
        raise ValidationError(_("The file is too long: at most 20,000 payments."), code="long")
    try:
        amount, day = sign * amount_of(told["amount"]), date_of(told["booked_on"])
    except ValueError as error:
        reading.problems.append((line, str(error)))
        return
    kid = re.sub(r"[\s']", "", told.get("kid", ""))[:25]
    account = re.sub(r"[\s.]", "", told.get("account", ""))[:34]
    reference = " ".join(told.get("reference", "").split())[:140]
    payer, text = " ".join(told.get("payer", "").split())[:200], " ".join(told.get("text", "").split())[:300]
    if reference.upper() in NO_REFERENCE:
        # Without a name from the bank a payment is known by what it says, and by its place among those that say it.
        same = hashlib.sha256(repr((day, amount, kid, payer, text)).encode()).hexdigest()[:32]
        reference = f"uten-ref-{same}-{_place(reading, same)}"
    # Twice in one file is not the same payment read twice: the place among equals is a part of what it is known by.
    facts = repr((reference, day, amount, kid, payer, account, is_reversal))
    known_by = hashlib.sha256(f"{facts}{_place(reading, facts)}".encode()).hexdigest()
    reading.rows.append(
        Paid(line, day, amount, kid, reference, payer, account, text, known_by, is_reversal, doubt[:200])
    )


def _place(reading: Reading, facts: str) -> int:
    reading.times[facts] += 1
    return reading.times[facts]


def amount_of(text: str) -> Decimal:
    """NOK in what a bank writes: 1 234,50, 1.234,50, 1,234.50 or 1234.5. Raises ValueError that says what is wrong."""
    plain = re.sub(r"[\s\u00a0\u202f']|kr\.?|NOK", "", text, flags=re.IGNORECASE).replace("\u2212", "-")
    if "," in plain and "." in plain:
        thousands, point = (".", ",") if plain.rindex(",") > plain.rindex(".") else (",", ".")
        plain = plain.replace(thousands, "").replace(point, ".")
    plain = plain.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,10}(\.\d{1,2})?", plain):
        raise ValueError(_("“%(text)s” is no amount.") % {"text": text[:40]})
    amount = Decimal(plain)
    if amount <= 0:
        raise ValueError(_("Nothing came in: the amount is %(text)s.") % {"text": text[:40]})
    return amount


def date_of(text: str) -> date:
    """The day in `text`. Raises ValueError that says what is wrong."""
    for form in DATES:
        try:
            found = datetime.strptime(text.strip()[:10], form).date()
        except ValueError:
            continue
        if 2000 <= found.year <= 2100:
            return found
    raise ValueError(_("“%(text)s” is no date.") % {"text": text[:40]})
