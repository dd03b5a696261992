"""What may be typed about a prospect: by itself, by the adviser, by a partner firm."""

import base64
import hashlib
import json
import time
import uuid
from datetime import timedelta
from typing import Any

import altcha
import phonenumbers
from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.countries import country_choices, country_codes
from partners.models import PartnerFirm
from register.models import FocusIndustry, normalise_organisation_number

from .models import Activity, AreaBand, Handover, Prospect, Readiness, SizeBand, TimeFrame

SHORTEST_SECONDS = 3
LONGEST_SECONDS = 24 * 3600
PUZZLE_SIZE = 30_000
_SALT = "prospects.interest"


class InterestFormForm(forms.Form):
    """The interest form on the public site.

    The spam guard is ours: a field people do not see, a shortest time, and a puzzle the browser solves when it can run
    scripts. Without scripts the form works all the same; the view then allows fewer from one address.
    """

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

    nettside = forms.CharField(label=_("Leave this empty"), required=False, max_length=200)
    submission = forms.UUIDField(widget=forms.HiddenInput)
    started = forms.CharField(widget=forms.HiddenInput, max_length=200)
    proof = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    campaign = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

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
        "nettside": "off",
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
        for name in ("submission", "started", "proof", "campaign"):
            self.fields[name].widget.attrs["id"] = f"id_{name}"

    @classmethod
    def blank(cls, campaign: str = "") -> "InterestFormForm":
        """An empty form, with its own submission number and the moment it was opened."""
        return cls(
            initial={
                "submission": uuid.uuid4(),
                "started": signing.dumps(int(time.time()), salt=_SALT),
                "language": (get_language() or "nb")[:2],
                "campaign": campaign[:200],
            }
        )

    @property
    def sections(self) -> list[dict]:
        """The visible fields in their groups."""
        return [
            {"title": title, "intro": intro, "fields": [self[name] for name in names]}
            for title, intro, names in self.SECTIONS
        ]

    @property
    def honeypot(self):
        """The field people do not see."""
        return self["nettside"]

    @property
    def challenge(self) -> str:
        """A new puzzle for the browser, as JSON."""
        made = altcha.v1.create_challenge(
            altcha.v1.ChallengeOptions(
                hmac_key=settings.ALTCHA_HMAC_KEY,
                max_number=PUZZLE_SIZE,
                expires=timezone.now() + timedelta(seconds=LONGEST_SECONDS),
            )
        )
        return json.dumps(made.to_dict())

    def wordings(self) -> dict[str, str]:
        """The words of each consent, as they stood on the page."""
        return {channel: str(self.fields[f"consents_to_{channel}"].label) for channel in ("email", "phone")}

    def clean_nettside(self):
        """Only a machine fills in what nobody sees."""
        if self.cleaned_data["nettside"]:
            raise forms.ValidationError(_("Leave this field empty and send the form again."), code="honeypot")
        return ""

    def clean_started(self):
        """Nobody fills in the form in three seconds, or leaves it open for longer than a day."""
        value = self.cleaned_data["started"]
        try:
            started = int(signing.loads(value, salt=_SALT))
        except (signing.BadSignature, ValueError, TypeError):
            started = 0
        if time.time() - started > LONGEST_SECONDS:
            self._open_again()
            raise forms.ValidationError(
                _("The form had been open for a long time. Everything is still here: press the button once more."),
                code="stale",
            )
        if time.time() - started < SHORTEST_SECONDS:
            raise forms.ValidationError(_("That was very fast. Please press the button once more."), code="fast")
        return value

    def _open_again(self) -> None:
        """Count the form as opened just now, and long enough ago to be sent."""
        started = signing.dumps(int(time.time()) - SHORTEST_SECONDS, salt=_SALT)
        self.data = {**dict(self.data.items()), "started": started}

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
        data["is_proven"] = self._is_proven(data.get("proof", ""))
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

    def _is_proven(self, proof: str) -> bool:
        """Whether the browser solved a puzzle of ours that nobody used before."""
        if not proof:
            return False
        try:
            solved, _error = altcha.v1.verify_solution(proof, settings.ALTCHA_HMAC_KEY)
            puzzle = str(json.loads(base64.b64decode(proof))["challenge"])
        except Exception:  # whatever a stranger put there is simply no proof
            return False
        return solved and cache.add(f"proof:{hashlib.sha256(puzzle.encode()).hexdigest()}", 1, timeout=LONGEST_SECONDS)


class ActivityForm(forms.ModelForm):
    """What was done or noted, by the adviser."""

    class Meta:
        model = Activity
        fields = ["kind", "text"]
        widgets = {"kind": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 4})}


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
        super().__init__(*args, **kwargs)
        asked = Handover.objects.filter(prospect=prospect).exclude(status__in=Handover.HIDDEN).values("firm")
        firm: Any = self.fields["firm"]
        firm.queryset = PartnerFirm.objects.with_running_agreement().exclude(pk__in=asked)


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
