"""Partner firms: who they are, and what the public reads about them."""

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from common.languages import in_language, in_sentence
from common.text import on_one_line
from register.models import FocusIndustry, IndustryCode, OrganisationNumberField

if TYPE_CHECKING:
    from .agreements import Agreement
    from .people import Membership

# ISO 639-1; the languages a newcomer may ask for, in the order they are offered.
SPOKEN = {
    "nb": _("Norwegian"),
    "en": _("English"),
    "sv": _("Swedish"),
    "da": _("Danish"),
    "de": _("German"),
    "nl": _("Dutch"),
    "fr": _("French"),
    "es": _("Spanish"),
    "pl": _("Polish"),
    "lt": _("Lithuanian"),
    "uk": _("Ukrainian"),
    "fi": _("Finnish"),
    "tr": _("Turkish"),
    "ar": _("Arabic"),
    "ur": _("Urdu"),
    "zh": _("Chinese"),
}


def spoken_in_words(codes: list[str]) -> str:
    """Languages as a list that is read: Norsk, engelsk."""
    names = [str(SPOKEN[code]) for code in codes if code in SPOKEN]
    return ", ".join([*names[:1], *map(in_sentence, names[1:])])


def validate_languages(value: object) -> None:
    """Raises ValidationError when `value` is not a list of languages we know."""
    if not isinstance(value, list) or not set(value) <= set(SPOKEN):
        raise ValidationError(_("Choose among the languages in the list."), code="language")


class Competence(models.Model):
    """Something a partner firm can help a newcomer with. Retired when given up, never deleted."""

    slug = models.SlugField(_("short name"), unique=True)
    name_nb = models.CharField(_("name in Norwegian"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    is_retired = models.BooleanField(_("no longer offered"), default=False)

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")
        ordering = ["name_nb"]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return in_language(self, "name")


class PredecessorProgramme(models.Model):
    """A programme before this one, whose partners come first."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))

    class Meta:
        verbose_name = _("earlier programme")
        verbose_name_plural = _("earlier programmes")
        ordering = ["-last_year", "name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="programme_ends_after_start"
            )
        ]

    def __str__(self):
        return self.name


class FormerPartner(models.Model):
    """A firm that took part in an earlier programme, by its organisation number, whether or not it is here again."""

    programme = models.ForeignKey(
        PredecessorProgramme, on_delete=models.PROTECT, related_name="firms", verbose_name=_("programme")
    )
    organisation_number = OrganisationNumberField()
    name = models.CharField(_("name then"), max_length=120)

    class Meta:
        verbose_name = _("former partner")
        verbose_name_plural = _("former partners")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation_number"], name="one_former_partner_per_programme"
            )
        ]

    def __str__(self):
        return self.name


class ProfileText(models.Model):
    """What a firm says of itself."""

    tagline_nb = models.CharField(_("one line in Norwegian"), max_length=140, blank=True)
    tagline_en = models.CharField(_("one line in English"), max_length=140, blank=True)
    profile_nb = models.TextField(_("profile in Norwegian"), blank=True)
    profile_en = models.TextField(_("profile in English"), blank=True)
    offers_nb = models.TextField(_("what we offer a newcomer, in Norwegian"), blank=True, help_text=_("One a line."))
    offers_en = models.TextField(_("what we offer a newcomer, in English"), blank=True, help_text=_("One a line."))
    website = models.URLField(_("website"), blank=True)
    mentor_name = models.CharField(_("mentor"), max_length=120, blank=True)
    mentor_title_nb = models.CharField(_("the mentor's title in Norwegian"), max_length=120, blank=True)
    mentor_title_en = models.CharField(_("the mentor's title in English"), max_length=120, blank=True)
    languages = models.JSONField(_("languages we help in"), default=list, blank=True, validators=[validate_languages])

    class Meta:
        abstract = True

    @property
    def tagline(self) -> str:
        """One line in the reader's language."""
        return in_language(self, "tagline")

    @property
    def profile(self) -> str:
        """The profile in the reader's language."""
        return in_language(self, "profile")

    @property
    def offers(self) -> list[str]:
        """What the firm offers a newcomer, in the reader's language."""
        return [line.strip() for line in in_language(self, "offers").splitlines() if line.strip()]

    @property
    def mentor_title(self) -> str:
        """The mentor's title in the reader's language."""
        return in_language(self, "mentor_title")

    @property
    def language_names(self) -> list[str]:
        """The languages the firm helps in, in words."""
        return [str(SPOKEN[code]) for code in self.languages if code in SPOKEN]


class PartnerFirmQuerySet(models.QuerySet):
    """Which partner firms."""

    def with_running_agreement(self, on: date | None = None) -> "PartnerFirmQuerySet":
        """Those that take part on that day (today unless told otherwise)."""
        from .agreements import Agreement

        return self.filter(Exists(Agreement.objects.running(on).filter(firm=OuterRef("pk"))))

    def former_partners(self) -> "PartnerFirmQuerySet":
        """Those that took part in an earlier programme."""
        known = FormerPartner.objects.filter(organisation_number=OuterRef("organisation_number"))
        return self.filter(Exists(known))

    def with_history(self) -> "PartnerFirmQuerySet":
        """Each with `was_partner`: whether it took part in an earlier programme."""
        known = FormerPartner.objects.filter(organisation_number=OuterRef("organisation_number"))
        return self.annotate(was_partner=Exists(known))

    def visible_to(self, seat: "Membership") -> "PartnerFirmQuerySet":
        """The firm whose inside is seen from `seat` in the portal, while that is active: its own."""
        return self.filter(pk=seat.firm_id) if seat.status == "active" else self.none()


class PartnerFirm(ProfileText):
    """A firm, or the municipality, that takes part. Whether it takes part today follows from its agreements."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120, validators=[on_one_line])
    organisation_number = OrganisationNumberField(unique=True)
    is_public_body = models.BooleanField(_("public body"), default=False)
    is_owner = models.BooleanField(
        _("the municipality that owns the programme"),
        default=False,
        help_text=_("With the association. Its liaisons say yes or no to firms that want to become partners."),
    )
    industries = models.ManyToManyField(FocusIndustry, verbose_name=_("industries"), blank=True, related_name="firms")
    industry_codes = models.ManyToManyField(
        IndustryCode, verbose_name=_("industry codes"), blank=True, related_name="firms"
    )
    competences = models.ManyToManyField(Competence, verbose_name=_("competences"), blank=True, related_name="firms")
    logo = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    street = models.CharField(_("street"), max_length=120, blank=True)
    postcode = models.CharField(
        _("postcode"), max_length=4, blank=True, validators=[RegexValidator(r"^[0-9]{4}$", _("Four digits."))]
    )
    city = models.CharField(_("town"), max_length=80, blank=True)
    # BuyerReference (BT-10) of EHF, which sets no longest; invoices keep a hundred characters of it.
    invoice_reference = models.CharField(
        _("your reference on invoices"),
        max_length=100,
        blank=True,
        help_text=_("What your accountant asks for."),
        validators=[RegexValidator(r"[\x00-\x1f\x7f]", _("Only ordinary characters."), inverse_match=True)],
    )
    profile_approved_at = models.DateTimeField(_("profile approved"), null=True, blank=True, editable=False)

    objects = PartnerFirmQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner firm")
        verbose_name_plural = _("partner firms")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_owner"],
                condition=models.Q(is_owner=True),
                name="one_municipality_owns_the_programme",
                violation_error_message=_("Another municipality is marked as the owner of the programme."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_owner=False) | models.Q(is_public_body=True),
                name="only_a_public_body_owns_the_programme",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Only a public body owns the programme."""
        super().clean()
        if self.is_owner and not self.is_public_body:
            raise ValidationError(_("Only a public body can be the municipality that owns the programme."))

    @property
    def is_former_partner(self) -> bool:
        """Whether it took part in an earlier programme. One query, unless read with `with_history()`."""
        known = getattr(self, "was_partner", None)
        if known is None:
            known = FormerPartner.objects.filter(organisation_number=self.organisation_number).exists()
        return known

    @property
    def logo_initials(self) -> str:
        """Up to two letters that stand where there is no logo."""
        words = [word for word in self.name.split() if word.upper() not in ("AS", "ASA", "DA", "SA", "OG", "&")]
        return "".join(word[0] for word in words[:2]).upper()

    @property
    def running_agreement(self) -> "Agreement | None":
        """The agreement in force today."""
        return self.agreements.running().select_related("tier").first()
