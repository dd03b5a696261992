"""What may be typed about a prospect: by itself, by the adviser, by a partner firm."""

from collections.abc import Mapping
from typing import Any

import phonenumbers
from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.countries import country_choices, country_codes
from common.spamguard import LONGEST_SECONDS, SHORTEST_SECONDS, GuardedForm
from partners.models import PartnerFirm
from register.models import FocusIndustry, normalise_organisation_number

from .handed_over import firms_for_handovers
from .lead_forms import AnswerForm, AskBackForm, OwnLeadForm
from .models import AreaBand, Handover, Prospect, Readiness, SizeBand, TimeFrame

__all__ = [
    "LONGEST_SECONDS",
    "SHORTEST_SECONDS",
    "AnswerForm",
    "AskBackForm",
    "DeclineForm",
    "FinishForm",
    "HandOverForm",
    "InterestFormForm",
    "OwnLeadForm",
    "QualifyForm",
]


class InterestFormForm(GuardedForm):
    """The interest form on the public site."""

    guard_salt = "prospects.interest"

    company_name = forms.CharField(label=_("Company"), max_length=200)
    organisation_number = forms.CharField(
        label=_("Organisation number"),
        max_length=20,
        required=False,
        help_text=_("Nine digits, for companies registered in Norway."),
    )
    country = forms.ChoiceField(label=_("Country"), initial="NO")
    industry = forms.ModelChoiceField(
        label=_("Industry"), queryset=FocusIndustry.objects.none(), empty_label=_("Choose"), to_field_name="slug"
    )
    employees = forms.ChoiceField(label=_("How many people will you employ here?"), choices=SizeBand.choices)
    area = forms.ChoiceField(label=_("How much space do you want?"), choices=AreaBand.choices)
    time_frame = forms.ChoiceField(label=_("When do you want to be here?"), choices=TimeFrame.choices)
    readiness = forms.ChoiceField(
        label=_("How far have you come?"), choices=Readiness.choices, widget=forms.RadioSelect
    )
    need = forms.CharField(
        label=_("What do you need?"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In your own words: people, premises, customers, permits, a home for the family."),
    )
    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    language = forms.ChoiceField(
        label=_("Which language do you want the answer in?"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    consents_to_email = forms.BooleanField(label=_("You may send me news of the programme by e-mail"), required=False)
    consents_to_phone = forms.BooleanField(label=_("You may call me about it"), required=False)

    campaign = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    came_by = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    first_page = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    SECTIONS = (
        (_("The company"), "", ("company_name", "organisation_number", "country", "industry")),
        (_("What you are thinking of"), "", ("employees", "area", "time_frame", "readiness", "need")),
        (
            _("You"),
            _("We use this to answer you. No partner firm sees it unless you say yes to that firm."),
            ("name", "email", "phone", "language", "consents_to_email", "consents_to_phone"),
        ),
    )
    AUTOCOMPLETE = {
        "company_name": "organization",
        "country": "country",
        "name": "name",
        "email": "email",
        "phone": "tel",
        "organisation_number": "off",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["country"].choices = country_choices()
        fields["industry"].queryset = FocusIndustry.objects.filter(is_retired=False)
        for name, value in self.AUTOCOMPLETE.items():
            self.fields[name].widget.attrs["autocomplete"] = value
        self.fields["organisation_number"].widget.attrs["inputmode"] = "numeric"
        for name in ("employees", "area", "time_frame"):
            fields[name].choices = [("", _("Choose")), *fields[name].choices]
        for name in ("submission", "started", "proof", "campaign", "came_by", "first_page"):
            self.fields[name].widget.attrs["id"] = f"id_{name}"

    @classmethod
    def blank(cls, known: Mapping[str, str] | None = None) -> "InterestFormForm":
        """An empty form, with its own submission number and the moment it was opened.

        `known` are answers the visitor gave elsewhere, by the names of the fields. What is no answer is passed over.
        """
        form = cls.opened(language=(get_language() or "nb")[:2])
        for name, value in (known or {}).items():
            field: Any = form.fields[name]
            if not isinstance(field, forms.ChoiceField) or field.valid_value(value):
                form.initial[name] = value[: getattr(field, "max_length", None) or 200]
        return form

    @property
    def sections(self) -> list[dict]:
        """The visible fields in their groups."""
        return [
            {"title": title, "intro": intro, "fields": [self[name] for name in names]}
            for title, intro, names in self.SECTIONS
        ]

    def wordings(self) -> dict[str, str]:
        """The words of each consent, as they stood on the page."""
        return {channel: str(self.fields[f"consents_to_{channel}"].label) for channel in ("email", "phone")}

    def clean_country(self):
        """A country of the list."""
        code = self.cleaned_data["country"]
        if code not in country_codes():
            raise forms.ValidationError(_("Choose a country from the list."))
        return code

    def clean(self):
        """Numbers are checked where they belong; a telephone number is needed by whoever wants to be called."""
        super().clean()
        data = self.cleaned_data
        number = data.get("organisation_number", "").strip()
        if number and "country" in data:
            try:
                data["organisation_number"] = normalise_organisation_number(number)
            except forms.ValidationError as error:
                if data["country"] == "NO":
                    self.add_error("organisation_number", error)
                else:
                    self.add_error(
                        "organisation_number",
                        _("Leave this empty when the company is not registered in Norway."),
                    )
        self._clean_phone(data)
        return data

    def _clean_phone(self, data: dict[str, Any]) -> None:
        phone = data.get("phone", "").strip()
        if not phone:
            if data.get("consents_to_phone"):
                self.add_error("phone", _("Fill in your number, or take away the tick for calling."))
            return
        try:
            parsed = phonenumbers.parse(phone, data.get("country") or "NO")
            if not phonenumbers.is_possible_number(parsed):
                raise ValueError
        except (phonenumbers.NumberParseException, ValueError):
            self.add_error(
                "phone", _("This is not a telephone number. Write it with the country code, +47 for Norway.")
            )
        else:
            data["phone"] = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class QualifyForm(forms.ModelForm):
    """The description for sharing, which a prospect needs before it is qualified."""

    class Meta:
        model = Prospect
        fields = ["anonymous_need_nb", "anonymous_need_en"]
        widgets = {
            "anonymous_need_nb": forms.Textarea(attrs={"rows": 4}),
            "anonymous_need_en": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["anonymous_need_nb"].required = True

    def clean(self):
        """Nothing that would tell a partner firm who it is."""
        from .services import gives_away

        super().clean()
        data = self.cleaned_data
        for name in self.fields:
            if found := gives_away(self.instance, data.get(name, "")):
                self.add_error(
                    name,
                    forms.ValidationError(
                        _("This gives away who it is: %(found)s."), params={"found": ", ".join(found)}
                    ),
                )
        return data


class HandOverForm(forms.Form):
    """To which firm, with which deadline, and why to them."""

    firm = forms.ModelChoiceField(label=_("Partner firm"), queryset=PartnerFirm.objects.none(), empty_label=_("Choose"))
    response_days = forms.IntegerField(
        label=_("Working days to answer"),
        min_value=1,
        max_value=30,
        required=False,
        help_text=_("Empty: what the firm's tier says. The days run from the prospect's yes."),
    )
    message = forms.CharField(
        label=_("To the firm"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Why you offer it to them. No names; the prospect reads it too."),
    )

    def __init__(self, *args, prospect: Prospect, **kwargs):
        from .services import comes_first, comes_first_in_words

        super().__init__(*args, **kwargs)
        asked = Handover.objects.filter(prospect=prospect).exclude(status__in=Handover.OVER).values("firm")
        firm: Any = self.fields["firm"]
        firm.queryset = firms_for_handovers().exclude(pk__in=asked)
        if first := comes_first(prospect):
            firm.queryset = firm.queryset.filter(pk=first.firm_id)
            firm.initial = first.firm_id
            firm.help_text = comes_first_in_words(first)


class DeclineForm(forms.Form):
    """Why a firm says no."""

    reason = forms.CharField(
        label=_("Why is it not for you?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A sentence is enough. You will not be asked again for this prospect."),
        error_messages={"required": _("Say in a few words why; it helps us offer you the right ones.")},
    )


class FinishForm(forms.Form):
    """How it ended, by the firm."""

    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        choices=Handover.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )
    reason = forms.CharField(
        label=_("A few words about it"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
