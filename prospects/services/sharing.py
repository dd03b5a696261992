"""What may be told of a prospect without telling who it is."""

import re
import unicodedata

from ..models import Prospect


def gives_away(prospect: Prospect, text: str) -> list[str]:
    """What in `text` would tell a reader who the prospect is: its name, its number, its people and their addresses.

    However it is spaced, in whatever letter case, also as a genitive, also with accents typed as letters of their own.
    """
    plain = _plain(text)
    digits = re.sub(r"\D", "", text)
    short = re.sub(r"\b(as|asa|ab|a/s|aps|gmbh|ltd|inc|bv|oy|plc)\b\.?", "", prospect.company_name, flags=re.I)
    secrets = {_plain(name) for name in (prospect.company_name, short)}
    numbers = [prospect.organisation_number]
    for contact in prospect.contacts.all():
        secrets |= {_plain(name) for name in (contact.name, contact.email, contact.email.split("@")[-1])}
        numbers.append(re.sub(r"\D", "", contact.phone)[-8:])
    found = [number for number in numbers if len(number) >= 6 and number in digits]
    found += [
        name for name in secrets if len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?:'?s)?(?!\w)", plain)
    ]
    return sorted(set(found))


def _plain(text: str) -> str:
    """`text` in small letters, composed, every run of spaces as one."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())
