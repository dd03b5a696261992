"""By what two cases of the same company are known again: the name without its trimmings, and the domain."""

import re
import unicodedata
from typing import Any

from django.db import models

LEGAL_FORMS = frozenset(
    (
        *("as", "asa", "ab", "aps", "a/s", "ans", "da", "sa", "ba", "nuf", "enk", "ks", "iks", "oy", "oyj"),
        *("gmbh", "ag", "kg", "ltd", "limited", "inc", "llc", "plc", "bv", "nv", "sarl", "sas", "spa", "srl"),
    )
)
PUBLIC_DOMAINS = frozenset(
    (
        *("gmail.com", "googlemail.com", "hotmail.com", "hotmail.no", "outlook.com", "outlook.no", "live.com"),
        *("live.no", "msn.com", "yahoo.com", "yahoo.no", "icloud.com", "me.com", "mac.com", "online.no", "getmail.no"),
        *("broadpark.no", "altibox.no", "lyse.net", "c2i.net", "tele2.no", "frisurf.no", "start.no", "proton.me"),
        *("protonmail.com", "gmx.com", "gmx.net", "gmx.de", "web.de", "aol.com", "mail.com", "telia.com"),
    )
)
"""Mail providers anybody may use: an address there says nothing of a company."""
START = 6
_JOINED = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "ł": "l", "đ": "d"})


def name_key(name: str) -> str:
    """`name` as it is compared: small letters and digits only, accents and legal forms left out; at most 200."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(_JOINED)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    words = [word for word in re.split(r"[\s,;()]+", plain) if word]
    kept = [word for word in words if word.strip(".") not in LEGAL_FORMS]
    return "".join(sign for sign in "".join(kept or words) if sign.isalnum())[:200]


def domain_of(address: str) -> str:
    """The domain of a website or a mail address, without www; empty for none and for public mail providers."""
    text = address.strip().casefold()
    text = text.rsplit("@", 1)[-1] if "@" in text and "://" not in text else re.sub(r"^[a-z]+://", "", text)
    host = re.split(r"[/?#]", text, maxsplit=1)[0].rsplit("@", 1)[-1].split(":")[0].strip(".")
    host = host.removeprefix("www.")
    return host[:253] if "." in host and host not in PUBLIC_DOMAINS else ""


class NameKeyField(models.CharField):
    """The first `longest` letters of the name's key, kept in step whenever the row is written as an object."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.setdefault("max_length", 200)
        kwargs.update(editable=False, default="", blank=True)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: Any, add: bool) -> str:
        """From the company's name as it is being written, in bulk too."""
        key = name_key(model_instance.company_name)[: self.max_length]
        vars(model_instance)[self.attname] = key
        return key


class DomainField(models.CharField):
    """The company's domain. A website says it; without one it stays what the services found in its addresses."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.update(max_length=253, editable=False, default="", blank=True)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: Any, add: bool) -> str:
        """From the website as it is being written, in bulk too."""
        vars(model_instance)[self.attname] = domain_of(model_instance.website) or model_instance.domain
        return model_instance.domain
