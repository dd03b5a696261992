"""What is typed about leads of firms and requests to the municipality: by firms, by staff, by liaisons."""

from typing import Any

import phonenumbers
from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.countries import country_choices, country_codes
from partners.models import PartnerFirm
from register.models import FocusIndustry, normalise_organisation_number

from .models import MunicipalRequest, OwnLead, Prospect
from .services import LEAD_FIELDS, LONGEST_PROTECTION, MOST_DAYS, gives_away, municipalities

LONGEST = 3000


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class OwnLeadForm(forms.ModelForm):
    """A company that a person of a firm knows. The words of the tick are kept with it."""

    country = forms.ChoiceField(label=gettext_lazy("Country"), initial="NO")
    organisation_number = forms.CharField(
        label=gettext_lazy("Organisation number"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Nine digits, for companies registered in Norway."),
    )
    contact_name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    contact_email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    contact_phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=30, required=False)
    contact_language = forms.ChoiceField(
        label=gettext_lazy("Which language do they speak with us?"),
        choices=settings.LANGUAGES,
        initial="nb",
        widget=forms.RadioSelect,
    )
    contact_knows = forms.BooleanField(
        label=gettext_lazy("This person knows that we tell you of them, and would like to hear from you"),
        error_messages={"required": gettext_lazy("Ask the person first. We call nobody who does not know of it.")},
    )

    class Meta:
        model = OwnLead
        fields = [name for name in LEAD_FIELDS if name != "contact_wording"]
        labels = {
            "company_name": gettext_lazy("Company"),
            "industry": gettext_lazy("Industry"),
            "need": gettext_lazy("What does it need?"),
            "how_known": gettext_lazy("How do you know it?"),
        }
        help_texts = {
            "need": gettext_lazy("What it wants to do here, and what it looks for, as far as you know."),
            "how_known": gettext_lazy("A customer, a supplier, a neighbour: a sentence is enough."),
        }
        widgets = {"need": _text(5), "how_known": _text(3)}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["country"].choices = country_choices()
        fields["industry"].queryset = FocusIndustry.objects.filter(is_retired=False)
        fields["industry"].empty_label = gettext_lazy("Choose")
        fields["organisation_number"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
        for name in ("need", "how_known"):
            fields[name].max_length = LONGEST
            fields[name].widget.attrs["maxlength"] = LONGEST
        for name in ("contact_name", "contact_email", "contact_phone"):
            fields[name].widget.attrs["autocomplete"] = "off"  # somebody else's, not one's own

    def clean_country(self) -> str:
        """A country of the list."""
        code = self.cleaned_data["country"]
        if code not in country_codes():
            raise forms.ValidationError(_("Choose a country from the list."))
        return code

    def _longest(self, name: str) -> str:
        text = self.cleaned_data[name]
        if len(text) > LONGEST:
            raise forms.ValidationError(_("At most %(most)s characters."), params={"most": LONGEST})
        return text

    def clean_need(self) -> str:
        """Not endless."""
        return self._longest("need")

    def clean_how_known(self) -> str:
        """Not endless."""
        return self._longest("how_known")

    def clean_contact_phone(self) -> str:
        """A number that can be called, in the way the country writes it."""
        phone = self.cleaned_data.get("contact_phone", "").strip()
        if not phone:
            return ""
        try:
            parsed = phonenumbers.parse(phone, self.cleaned_data.get("country") or "NO")
            if not phonenumbers.is_possible_number(parsed):
                raise ValueError
        except (phonenumbers.NumberParseException, ValueError):
            raise forms.ValidationError(
                _("This is not a telephone number. Write it with the country code, +47 for Norway.")
            ) from None
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)

    def clean(self) -> dict[str, Any]:
        """A company registered in Norway is known by its number; one abroad has none of ours."""
        data = super().clean() or {}
        number, country = (data.get("organisation_number") or "").strip(), data.get("country")
        if country == "NO" and not number and "organisation_number" not in self.errors:
            self.add_error("organisation_number", _("Fill in the number, so that we know which company you mean."))
        elif number and country and country != "NO":
            self.add_error("organisation_number", _("Leave this empty when the company is not registered in Norway."))
        elif number:
            try:
                data["organisation_number"] = normalise_organisation_number(number)
            except forms.ValidationError as error:
                self.add_error("organisation_number", error)
        return data

    def _post_clean(self) -> None:
        """What the model asks is asked when it is stored; the number is checked by its country here."""

    def values(self) -> dict[str, Any]:
        """What was told, for `tell_of_lead`, with the words of the tick."""
        data = {name: self.cleaned_data[name] for name in self._meta.fields or ()}
        return {**data, "contact_wording": str(self.fields["contact_knows"].label)}


class ApproveLeadForm(forms.Form):
    """How long the firm comes first."""

    days = forms.IntegerField(
        label=gettext_lazy("Days in which the firm comes first"), min_value=1, max_value=LONGEST_PROTECTION
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["days"].initial = settings.LEAD_PROTECTION_DAYS


class FirmReadsForm(forms.Form):
    """A reason that the firm reads."""

    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=300,
        widget=_text(3),
        help_text=gettext_lazy("The firm reads it."),
        error_messages={"required": gettext_lazy("Say why, in a few words; the firm reads it.")},
    )


class MunicipalRequestForm(forms.Form):
    """What the adviser asks the municipality."""

    municipality = forms.ModelChoiceField(
        label=gettext_lazy("Whom"), queryset=PartnerFirm.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("About"), choices=MunicipalRequest.Kind.choices, widget=forms.RadioSelect
    )
    question = forms.CharField(
        label=gettext_lazy("What you ask"),
        max_length=LONGEST,
        widget=_text(4),
        help_text=gettext_lazy("Without anything that tells who they are. The municipality reads it as it stands."),
    )
    response_days = forms.IntegerField(
        label=gettext_lazy("Working days to answer"), min_value=1, max_value=MOST_DAYS, required=False
    )
    asks_identity = forms.BooleanField(
        label=gettext_lazy("Ask the company whether the municipality may know who it is"), required=False
    )

    def __init__(self, *args: Any, prospect: Prospect, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.prospect = prospect
        fields: dict[str, Any] = self.fields
        found = municipalities()
        fields["municipality"].queryset = PartnerFirm.objects.filter(pk__in=[one.pk for one in found])
        fields["municipality"].initial = found[0].pk if found else None
        fields["response_days"].initial = settings.MUNICIPAL_ANSWER_DAYS

    def clean_question(self) -> str:
        """Nothing that would tell who it is."""
        return _without_names(self.prospect, self.cleaned_data["question"])

    def values(self) -> dict[str, Any]:
        """For `ask_municipality`."""
        return {("to" if name == "municipality" else name): value for name, value in self.cleaned_data.items()}


def _without_names(prospect: Prospect, text: str) -> str:
    if found := gives_away(prospect, text):
        raise forms.ValidationError(
            _("This gives away who it is: %(found)s."), params={"found": ", ".join(found)}, code="names"
        )
    return text


class ExplainForm(forms.Form):
    """What the municipality asked back, answered."""

    text = forms.CharField(
        label=gettext_lazy("Your answer to what they asked"),
        max_length=LONGEST,
        widget=_text(3),
        help_text=gettext_lazy("Without anything that tells who they are."),
    )

    def __init__(self, *args: Any, prospect: Prospect, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.prospect = prospect

    def clean_text(self) -> str:
        """Nothing that would tell who it is."""
        return _without_names(self.prospect, self.cleaned_data["text"])


class AnswerForm(forms.Form):
    """The municipality's answer."""

    text = forms.CharField(
        label=gettext_lazy("Your answer"),
        max_length=LONGEST,
        widget=_text(6),
        help_text=gettext_lazy("The adviser reads it."),
        error_messages={"required": gettext_lazy("Write an answer.")},
    )
    shared = forms.CharField(
        label=gettext_lazy("What the company may read"),
        max_length=LONGEST,
        required=False,
        widget=_text(4),
        help_text=gettext_lazy("It stands on the company's own page, word for word. Empty: nothing."),
    )


class AskBackForm(forms.Form):
    """What the municipality needs to know first."""

    question = forms.CharField(
        label=gettext_lazy("What do you need to know?"),
        max_length=LONGEST,
        widget=_text(3),
        help_text=gettext_lazy("Your time stands still until the adviser has answered."),
        error_messages={"required": gettext_lazy("Say what you need to know.")},
    )
