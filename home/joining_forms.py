"""What a firm types that wants to become a partner: first enough to save a draft, then the whole application."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.money import display
from common.spamguard import GuardedForm
from partners.models import Application, ContributionTier, RoundTier
from register.models import normalise_organisation_number

from .public_forms import one_line, telephone

AUTOCOMPLETE = {
    "company_name": "organization",
    "organisation_number": "off",
    "contact_name": "name",
    "contact_title": "organization-title",
    "contact_email": "email",
    "contact_phone": "tel",
}


def _choices(rows: Sequence[RoundTier]) -> list[tuple[str, str]]:
    language = get_language() or "nb"
    return [(str(row.pk), f"{row.tier.name}, {display(row.tier.yearly_amount, language)}") for row in rows]


class _FirmForm(forms.Form):
    """The tier, the firm and its person. `rows` are the seats of tiers one can choose among, `row` the chosen one."""

    tier = forms.ChoiceField(label=_("Which tier?"), widget=forms.RadioSelect)
    company_name = forms.CharField(label=_("Company"), max_length=120)
    contact_name = forms.CharField(label=_("Your name"), max_length=120)
    contact_email = forms.EmailField(
        label=_("E-mail"), max_length=254, help_text=_("Here you get the link to your application.")
    )

    def __init__(self, *args: Any, rows: Sequence[RoundTier] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.row: RoundTier | None = None
        tier: Any = self.fields["tier"]
        tier.choices = _choices(rows)
        for name, value in AUTOCOMPLETE.items():
            if name in self.fields:
                self.fields[name].widget.attrs["autocomplete"] = value

    def clean_tier(self) -> ContributionTier | None:
        """The tier that was chosen."""
        chosen = self.cleaned_data["tier"]
        self.row = next((row for row in self.rows if str(row.pk) == chosen), None)
        return self.row.tier if self.row else None

    def clean_company_name(self) -> str:
        """One line."""
        return one_line(self.cleaned_data["company_name"])

    def clean_contact_name(self) -> str:
        """One line."""
        return one_line(self.cleaned_data["contact_name"])

    def clean_contact_email(self) -> str:
        """In small letters, so that one address is one address."""
        return self.cleaned_data["contact_email"].strip().lower()


class BeginForm(_FirmForm, GuardedForm):
    """Enough to save a draft and mail its link."""

    guard_salt = "home.joining"

    @classmethod
    def blank(cls, rows: Sequence[RoundTier]) -> "BeginForm":
        """An empty form for these tiers, with its own submission number and the moment it was opened."""
        form = cls.opened()
        tier: Any = form.fields["tier"]
        tier.choices = _choices(rows)
        form.rows = rows
        return form


class PartnerForm(_FirmForm):
    """The whole application. To save it, an e-mail address is enough; what is needed is asked for when it is sent."""

    organisation_number = forms.CharField(
        label=_("Organisation number"),
        max_length=20,
        required=False,
        help_text=_("Nine digits. By it we know whether you were a partner before."),
    )
    contact_title = forms.CharField(label=_("Your title"), max_length=100, required=False)
    contact_phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    offers = forms.CharField(
        label=_("What can you do for a newcomer?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One thing a line: a trial lease, an hour with a lawyer, a seat at your lunch table."),
    )
    message = forms.CharField(
        label=_("Anything else?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    ASKED_WHEN_SENT = ("tier", "company_name", "contact_name")
    SECTIONS = (
        (_("The tier"), ("tier",)),
        (_("The company"), ("company_name", "organisation_number", "offers")),
        (_("You"), ("contact_name", "contact_title", "contact_email", "contact_phone", "message")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation_number"].widget.attrs["inputmode"] = "numeric"
        for name in self.ASKED_WHEN_SENT:
            self.fields[name].required = False

    @classmethod
    def of(cls, application: Application, rows: Sequence[RoundTier], data: Any = None) -> "PartnerForm":
        """The form with what is known of `application`, or with what was typed."""
        known = {name: getattr(application, name) for name in cls.base_fields if name != "tier"}
        row = next((str(row.pk) for row in rows if row.tier_id == application.tier_id), "")
        return cls(data, rows=rows, initial={**known, "tier": row})

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The fields in their groups."""
        return [{"title": title, "fields": [self[name] for name in names]} for title, names in self.SECTIONS]

    def clean_organisation_number(self) -> str:
        """Nine digits whose last one fits the others, when any were typed."""
        typed = self.cleaned_data["organisation_number"].strip()
        return normalise_organisation_number(typed) if typed else ""

    def clean_contact_title(self) -> str:
        """One line."""
        return one_line(self.cleaned_data["contact_title"])

    def clean_contact_phone(self) -> str:
        """A number one can call, with its country code."""
        return telephone(self.cleaned_data["contact_phone"])

    def refuse(self, error: ValidationError) -> None:
        """Show why the application could not be sent, at the fields it is about."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            self.add_error(name if name in self.fields else None, errors)
