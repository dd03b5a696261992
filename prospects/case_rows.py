"""What a row of a file says of a company: column by column, with the reason for what cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from stdnum.exceptions import ValidationError as NumberError
from stdnum.no import orgnr

from common.countries import country_codes, country_name
from register.models import FocusIndustry

from .models import AreaBand, Establishment, Prospect, Readiness, SizeBand, Source, TimeFrame

FIELDS: dict[str, str | Promise] = {
    "company_name": gettext_lazy("Company"),
    "organisation_number": gettext_lazy("Organisation number"),
    "country": gettext_lazy("Country"),
    "industry": gettext_lazy("Industry"),
    "source": gettext_lazy("Source"),
    "kind": gettext_lazy("Kind of establishment"),
    "employees": gettext_lazy("People to employ"),
    "jobs": gettext_lazy("Jobs here"),
    "area": gettext_lazy("Area wanted"),
    "time_frame": gettext_lazy("Time frame"),
    "readiness": gettext_lazy("How ready"),
    "website": gettext_lazy("Website"),
    "need": gettext_lazy("What they need"),
}
PERSON: dict[str, str | Promise] = {
    "name": gettext_lazy("Person"),
    "title": gettext_lazy("Title"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Telephone"),
}
# What columns of that kind are called out there.
_CALLED = {
    "company_name": "company firma bedrift selskap navn foretaksnavn bedriftsnavn firmanavn companyname",
    "organisation_number": "organisationnumber organisasjonsnummer orgnr orgnummer orgno organisasjonsnr",
    "country": "country land landkode",
    "industry": "industry bransje naering næring satsingsbransje",
    "source": "source kilde",
    "kind": "kindofestablishment etableringstype type",
    "employees": "peopletoemploy ansatte antallansatte employees",
    "jobs": "jobshere arbeidsplasser jobs jobber",
    "area": "areawanted areal",
    "time_frame": "timeframe tidsramme tidshorisont",
    "readiness": "howready modenhet",
    "website": "website nettside nettsted hjemmeside url www",
    "need": "whattheyneed behov notat kommentar need",
    "name": "person kontakt kontaktperson contact contactname",
    "title": "title tittel stilling rolle",
    "email": "email epost epostadresse mail",
    "phone": "telephone phone telefon tlf mobil",
}
_BANDS: dict[str, tuple[type[TextChoices], str]] = {
    "source": (Source, ""),
    "kind": (Establishment, Establishment.UNKNOWN),
    "employees": (SizeBand, SizeBand.UNKNOWN),
    "area": (AreaBand, AreaBand.UNKNOWN),
    "time_frame": (TimeFrame, TimeFrame.UNKNOWN),
    "readiness": (Readiness, Readiness.CURIOUS),
}
_SIZES = ((4, SizeBand.TO_4), (9, SizeBand.TO_9), (19, SizeBand.TO_19), (49, SizeBand.TO_49), (99, SizeBand.TO_99))


def suggestion(head: Iterable[str], *, with_people: bool) -> dict[str, int]:
    """Which column is likely what, by its name; each column and each field once."""
    found: dict[str, int] = {}
    allowed = {*FIELDS, *(PERSON if with_people else {})}
    for number, name in enumerate(head):
        plain = "".join(letter for letter in name.lower() if letter.isalnum())
        for one, names in _CALLED.items():
            if one in allowed and one not in found and plain in names.split():
                found[one] = number
                break
    return found


@dataclass
class Verdict:
    """What a row would become: the values of the case and of its person, or `why` not, in words."""

    line: int
    name: str
    values: dict[str, Any] = field(default_factory=dict)
    person: dict[str, str] = field(default_factory=dict)
    why: list[str] = field(default_factory=list)


class Judge:
    """Reads rows by a mapping (field to number of the column) and what holds where a cell is empty.

    One for a whole file: it remembers what it has seen, so that the second row of the same company is found. `prepare`
    asks the database for many rows at once.
    """

    def __init__(self, mapping: Mapping[str, int], defaults: Mapping[str, Any]):
        self.mapping, self.defaults = mapping, defaults
        self.seen: dict[tuple[str, str], int] = {}
        self.numbers: dict[str, str] = {}
        self.names: dict[tuple[str, str], str] = {}
        industries = list(FocusIndustry.objects.filter(is_retired=False))
        self.industries = {
            called.casefold(): one for one in industries for called in (one.slug, one.name_nb, one.name_en) if called
        }
        self.by_key = {str(one.pk): one for one in industries}
        self.words = {name: _words(choices) for name, (choices, _empty) in _BANDS.items()}
        self.countries = _countries()

    def cell(self, cells: list[str], name: str) -> str:
        """What the row says of a field; empty when no column is that."""
        number = self.mapping.get(name)
        return cells[number].strip() if number is not None and number < len(cells) else ""

    def prepare(self, rows: Iterable[list[str]]) -> None:
        """Look up which companies of these rows have a case already."""
        rows = list(rows)
        numbers = {orgnr.compact(self.cell(cells, "organisation_number")) for cells in rows} - {""}
        names = {self.cell(cells, "company_name")[:200] for cells in rows} - {""}
        cases = Prospect.objects.order_by()
        self.numbers = {
            one.organisation_number: one.reference
            for one in cases.filter(organisation_number__in=numbers).only("pk", "organisation_number")
        }
        self.names = {
            (one.company_name.casefold(), one.country): one.reference
            for one in cases.filter(company_name__in=names).only("pk", "company_name", "country")
        }

    def judge(self, line: int, cells: list[str]) -> Verdict:
        """What the row would become."""
        name = self.cell(cells, "company_name")
        found = Verdict(line, name[:200])
        values, why = found.values, found.why
        values["company_name"] = name
        if not name:
            why.append(_("The company has no name."))
        elif len(name) > 200:
            why.append(_("The name is longer than 200 letters."))
        values["organisation_number"] = self._number(cells, why)
        values["country"] = self._country(cells, why)
        values["industry"] = self._industry(cells, why)
        for one in _BANDS:
            values[one] = self._choice(cells, one, why)
        self._plain(cells, values, why)
        self._person(cells, found)
        if not why:
            self._known(found)
        return found

    def _number(self, cells: list[str], why: list[str]) -> str:
        typed = self.cell(cells, "organisation_number")
        if not typed:
            return ""
        try:
            return str(orgnr.validate(typed))
        except NumberError:
            why.append(_("“%(it)s” is no organisation number.") % {"it": typed[:30]})
            return ""

    def _country(self, cells: list[str], why: list[str]) -> str:
        typed = self.cell(cells, "country") or "NO"
        code = self.countries.get(typed.casefold(), "")
        if not code:
            why.append(_("“%(it)s” is no country.") % {"it": typed[:30]})
        return code

    def _industry(self, cells: list[str], why: list[str]) -> FocusIndustry | None:
        typed = self.cell(cells, "industry")
        if not typed:
            chosen = self.by_key.get(str(self.defaults.get("industry", "")))
            if chosen is None:
                why.append(_("The industry is not said."))
            return chosen
        if typed.casefold() not in self.industries:
            why.append(_("“%(it)s” is none of our industries.") % {"it": typed[:60]})
        return self.industries.get(typed.casefold())

    def _choice(self, cells: list[str], name: str, why: list[str]) -> str:
        typed = self.cell(cells, name)
        if not typed:
            return str(self.defaults.get(name) or _BANDS[name][1])
        if name == "employees" and typed.isascii() and typed.isdecimal() and 0 < len(typed) < 8:
            return next((str(band) for most, band in _SIZES if int(typed) <= most), str(SizeBand.OVER_100))
        if (value := self.words[name].get(typed.casefold())) is None:
            label = FIELDS[name]
            why.append(_("%(field)s: “%(it)s” is none of the answers.") % {"field": label, "it": typed[:40]})
            return ""
        return value

    def _plain(self, cells: list[str], values: dict[str, Any], why: list[str]) -> None:
        values["need"] = self.cell(cells, "need")
        jobs = self.cell(cells, "jobs").replace(" ", "").replace("\xa0", "")
        values["jobs"] = int(jobs) if jobs.isascii() and jobs.isdecimal() and len(jobs) <= 6 else None
        if jobs and values["jobs"] is None:
            why.append(_("“%(it)s” is no number of jobs.") % {"it": jobs[:30]})
        website = self.cell(cells, "website")
        if website and "://" not in website:
            website = f"https://{website}"
        values["website"] = website
        if website:
            try:
                URLValidator(schemes=["http", "https"])(website)
            except ValidationError:
                why.append(_("“%(it)s” is no web address.") % {"it": website[:60]})
            if len(website) > 200:
                why.append(_("The web address is longer than 200 letters."))

    def _person(self, cells: list[str], found: Verdict) -> None:
        person = {name: self.cell(cells, name) for name in PERSON}
        if not any(person.values()):
            return
        if not person["name"]:
            found.why.append(_("The person has no name."))
        if not person["email"]:
            found.why.append(_("The person has no e-mail address."))
        else:
            try:
                validate_email(person["email"])
            except ValidationError:
                found.why.append(_("“%(it)s” is no e-mail address.") % {"it": person["email"][:60]})
        for name, most in (("name", 120), ("title", 120), ("email", 254), ("phone", 30)):
            if len(person[name]) > most:
                found.why.append(_("%(field)s is too long.") % {"field": PERSON[name]})
        found.person = person

    def _known(self, found: Verdict) -> None:
        """A company is known by its number; without one by its name and country."""
        number = found.values["organisation_number"]
        name = (found.values["company_name"].casefold(), found.values["country"])
        key = ("", number) if number else name
        if reference := (self.numbers.get(number) if number else self.names.get(name)):
            found.why.append(_("There is a case of that company already: %(case)s.") % {"case": reference})
        elif key in self.seen:
            found.why.append(_("The same company stands in line %(line)s.") % {"line": self.seen[key]})
        else:
            self.seen[key] = found.line


def _words(choices: type[TextChoices]) -> dict[str, str]:
    """Each answer by its value and by its words in both languages, in small letters."""
    found = {}
    for language in ("nb", "en"):
        with override(language):
            found.update({str(label).casefold(): str(value) for value, label in choices.choices})
    return found | {str(value).casefold(): str(value) for value in choices.values}


def _countries() -> dict[str, str]:
    found = {}
    for language in ("nb", "en"):
        with override(language):
            found.update({country_name(code).casefold(): code for code in country_codes()})
    return found | {code.casefold(): code for code in country_codes()}
