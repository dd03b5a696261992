"""ISO 20022 camt.054, a bank's notice of debits and credits, in the versions Norwegian banks send: 001.02 and 001.08.

What its elements mean stands in the message definition reports of ISO 20022 (Bank-to-Customer Cash Management).
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .payment_rows import NO_REFERENCE, Reading, amount_of, take

CAMT = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.054\.001\.(02|08)")
BOOKED = "BOOK"


class _NoDoctype(ET.TreeBuilder):
    """Builds a tree of a document without a DTD: no entities, so neither bombs nor foreign files."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ValidationError(_("The file has a document type of its own, which no bank sends."), code="doctype")


def read_camt(content: bytes) -> Reading:
    """The payments of a notice, one for each transaction, or for each reference a transaction is split by.

    Raises ValidationError when it is broken, has a DTD, or is another message.
    """
    try:
        root = ET.fromstring(content, parser=ET.XMLParser(target=_NoDoctype()))  # noqa: S314 - no DTD passes
    except (ET.ParseError, ValueError, LookupError):
        raise ValidationError(_("The file is broken XML."), code="xml") from None
    namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    if not CAMT.fullmatch(namespace):
        raise ValidationError(_("The file is XML, but not camt.054 (001.02 or 001.08)."), code="camt")
    reading = Reading("camt054")
    inside = f"{{{namespace}}}"
    line = 0
    for entry in root.iter(f"{inside}Ntry"):
        details = entry.findall(f"{inside}NtryDtls/{inside}TxDtls")
        for place, detail in enumerate(details or [None]):
            line = _Transaction(inside, entry, detail, place, len(details)).read(reading, line + 1)
    return reading


@dataclass(frozen=True)
class _Transaction:
    """A transaction: the entry it belongs to, its details if there are any, and its place among `of` of them."""

    inside: str
    entry: ET.Element
    detail: ET.Element | None
    place: int
    of: int

    def _all(self, where: ET.Element | None, path: str) -> list[ET.Element]:
        return [] if where is None else where.findall("/".join(self.inside + part for part in path.split("/")))

    def _text(self, where: ET.Element | None, *paths: str) -> str:
        texts = ((one.text or "").strip() for path in paths for one in self._all(where, path)[:1])
        return next((text for text in texts if text), "")

    def read(self, reading: Reading, line: int) -> int:
        """Take it into `reading`, as the row `line`; returns the last row it took."""
        entry, detail = self.entry, self.detail
        # The sum stands in the details, in one of two places; where there is one detail or none, it may stand above.
        sums = [*self._all(detail, "AmtDtls/TxAmt/Amt")[:1], *self._all(detail, "Amt")[:1]]
        sums += self._all(entry, "Amt")[:1] if self.of <= 1 else []
        if not sums or sums[0].get("Ccy", "NOK") != "NOK":
            reading.problems.append((line, _("No amount in Norwegian kroner.")))
            return line
        amount = (sums[0].text or "").strip()
        parts = self._parts()
        kids = list(dict.fromkeys(kid for kid, _sum in parts if kid))
        state = self._text(entry, "Sts/Cd", "Sts") or BOOKED
        if state != BOOKED:
            said = {"amount": amount, "state": state, "kid": ", ".join(kids) or "–"}
            why = _("The bank has not booked it yet (%(state)s): %(amount)s kr, KID %(kid)s. It will come again.")
            reading.problems.append((line, why % said))
            return line
        went_out = (self._text(detail, "CdtDbtInd") or self._text(entry, "CdtDbtInd")) != "CRDT"
        # An xs:boolean is written in either way.
        is_reversal = went_out or self._text(entry, "RvslInd") in ("true", "1")
        told = {
            "booked_on": self._text(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt"),
            "payer": self._text(detail, "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm"),
            "account": self._text(detail, "RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id"),
            "text": " ".join((one.text or "").strip() for one in self._all(detail, "RmtInf/Ustrd")),
        }
        reference = self._reference()
        several = len({kid for kid, _sum in parts}) > 1
        if several and not is_reversal and _adds_up(parts, amount):
            for number, (kid, part) in enumerate(parts):
                name = f"{reference}#{number + 1}" if reference else ""
                take(reading, line + number, {**told, "amount": part, "kid": kid, "reference": name})
            return line + len(parts) - 1
        doubt = ""
        if several:
            doubt = _("It is for several things, and their parts do not add up to the sum. KID: %(kids)s.")
            doubt %= {"kids": ", ".join(kids)}
        take(
            reading,
            line,
            {**told, "amount": amount, "kid": kids[0] if len(kids) == 1 else "", "reference": reference},
            sign=-1 if went_out else 1,
            is_reversal=is_reversal,
            doubt=doubt,
        )
        return line

    def _parts(self) -> list[tuple[str, str]]:
        """What the payer says it is for: (KID, amount in NOK or nothing) for each reference or part that is named."""
        parts = []
        for one in self._all(self.detail, "RmtInf/Strd"):
            kid = re.sub(r"[\s']", "", self._text(one, "CdtrRefInf/Ref"))
            sums = self._all(one, "RfrdDocAmt/RmtdAmt")
            is_kroner = len(sums) == 1 and sums[0].get("Ccy", "NOK") == "NOK"
            if kid or sums:
                parts.append((kid, (sums[0].text or "").strip() if is_kroner else ""))
        return parts

    def _reference(self) -> str:
        """What the bank calls it. Not the InstrId, which the payer's own system gives, as others give it too."""
        own = self._text(self.detail, "Refs/AcctSvcrRef")
        own = own or self._text(self.detail, "Refs/TxId")
        if own.upper() not in NO_REFERENCE:
            return own
        shared = self._text(self.entry, "AcctSvcrRef", "NtryRef")
        if shared.upper() in NO_REFERENCE:
            return ""
        return f"{shared}/{self.place + 1}" if self.of > 1 else shared


def _adds_up(parts: list[tuple[str, str]], amount: str) -> bool:
    try:
        return sum((amount_of(part) for _kid, part in parts), Decimal(0)) == amount_of(amount)
    except ValueError:
        return False
