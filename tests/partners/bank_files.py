"""Files as banks write them."""

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


def several(*parts: tuple[str, str], refs="") -> str:
    """The details of a transaction that names several things it is for: (KID, sum), either of them empty."""
    inside = "".join(
        "<Strd>"
        + (f'<RfrdDocAmt><RmtdAmt Ccy="NOK">{part}</RmtdAmt></RfrdDocAmt>' if part else "")
        + (f"<CdtrRefInf><Ref>{kid}</Ref></CdtrRefInf>" if kid else "")
        + "</Strd>"
        for kid, part in parts
    )
    return f"<TxDtls>{refs}<RmtInf>{inside}</RmtInf></TxDtls>"
