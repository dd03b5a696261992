"""Companies as the register knows them. The programme's own view of a company is a prospect or a partner firm."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as NumberError
from stdnum.no import orgnr

from common.languages import in_language


def _compact(value: str) -> str:
    return orgnr.compact(value.upper().removeprefix("NO").replace("MVA", "")).strip()


def normalise_organisation_number(value: str) -> str:
    """`value` as nine digits, without spaces or the MVA suffix. Raises ValidationError when it is not a valid number.

    Nine digits of which the last is a modulo-11 check digit (weights 3 2 7 6 5 4 3 2), as the register defines it.
    """
    try:
        return orgnr.validate(_compact(value))
    except NumberError as error:
        raise ValidationError(
            _("This is not a Norwegian organisation number. It has nine digits, for example 312 345 676."),
            code="organisation_number",
        ) from error


def validate_organisation_number(value: str) -> None:
    """Raises ValidationError when `value` is not a valid organisation number."""
    normalise_organisation_number(value)


class OrganisationNumberField(models.CharField):
    """Nine digits, checked; shown as 312 345 676."""

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 9
        kwargs.setdefault("verbose_name", _("organisation number"))
        super().__init__(*args, **kwargs)

    default_validators = [validate_organisation_number]

    def to_python(self, value):
        """The number without its spaces. A wrong one stays as it is: it may be asked for, never stored."""
        value = super().to_python(value)
        return _compact(value) if value else value

    def formfield(self, **kwargs):
        """Room for the spaces people type."""
        return super().formfield(**{"max_length": 20, **kwargs})


class FocusIndustry(models.Model):
    """An industry the programme goes after, in the words people use. Retired when given up, never deleted."""

    slug = models.SlugField(_("short name"), unique=True)
    name_nb = models.CharField(_("name in Norwegian"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    summary_nb = models.TextField(_("summary in Norwegian"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    class Meta:
        verbose_name = _("focus industry")
        verbose_name_plural = _("focus industries")
        ordering = ["sort_order", "name_nb"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")

    @property
    def summary(self) -> str:
        """The summary in the reader's language."""
        return in_language(self, "summary")


class IndustryCode(models.Model):
    """An industry code with its version: SN2007 is being replaced by SN2025, and the two do not map one to one."""

    class Version(models.TextChoices):
        SN2007 = "SN2007", "SN2007"
        SN2025 = "SN2025", "SN2025"

    code = models.CharField(_("code"), max_length=6)
    version = models.CharField(_("version"), max_length=6, choices=Version.choices, default=Version.SN2025)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("industry code")
        verbose_name_plural = _("industry codes")
        ordering = ["version", "code"]
        constraints = [models.UniqueConstraint(fields=["version", "code"], name="one_code_per_version")]

    def __str__(self):
        return f"{self.code} {self.name}"


class Municipality(models.Model):
    """A municipality with its four-digit number."""

    number = models.CharField(_("number"), max_length=4, unique=True)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Company(models.Model):
    """A main unit of the register of companies (Enhetsregisteret)."""

    organisation_number = OrganisationNumberField(unique=True)
    name = models.CharField(_("name"), max_length=200)
    industry_code = models.ForeignKey(
        IndustryCode, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("industry code")
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("municipality")
    )
    employees = models.PositiveIntegerField(_("employees"), null=True, blank=True)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["name"]

    def __str__(self):
        return self.name
