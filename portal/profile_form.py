"""The form in which a firm writes its public profile."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.models import SPOKEN, Competence, PartnerFirm, ProfileDraft
from partners.services import CHOICE_FIELDS, TEXT_FIELDS, profile_values, read_logo
from register.models import FocusIndustry

# Written in both languages; they stand beside each other on wide screens.
PAIRS = ("tagline", "profile", "offers", "mentor_title")
LONGEST_TEXT = 2000


class ProfileForm(forms.ModelForm):
    """What the public reads about a firm, in both languages, its logo and what it is good at."""

    revision = forms.IntegerField(min_value=0, max_value=10**8, widget=forms.HiddenInput)
    languages = forms.MultipleChoiceField(
        label=_("Languages you can help a newcomer in"),
        choices=list(SPOKEN.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG, JPEG or WebP, at most 2 MB. A transparent background looks best."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    removes_logo = forms.BooleanField(label=_("Show no logo"), required=False)

    class Meta:
        model = ProfileDraft
        fields = [*TEXT_FIELDS, *CHOICE_FIELDS]
        labels = {
            "tagline_nb": _("One line about you, in Norwegian"),
            "tagline_en": _("One line about you, in English"),
            "profile_nb": _("About you, in Norwegian"),
            "profile_en": _("About you, in English"),
            "industries": _("Industries you work with"),
            "competences": _("What you can help a newcomer with"),
            "mentor_name": _("Mentor for newcomers"),
        }
        help_texts = {
            "profile_nb": _("Three or four sentences: what you do, for whom, and what you like about the town."),
            "profile_en": _("The same in English, for those who come from abroad."),
            "mentor_name": _("A person who takes a newcomer's call. The public reads that there is one, not who."),
            "website": _("With https:// in front."),
        }
        widgets = {
            **{f"{name}_{code}": forms.Textarea(attrs={"rows": 8}) for name in ("profile",) for code in ("nb", "en")},
            **{f"offers_{code}": forms.Textarea(attrs={"rows": 4}) for code in ("nb", "en")},
            "industries": forms.CheckboxSelectMultiple,
            "competences": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, firm: PartnerFirm, draft: ProfileDraft | None, **kwargs: Any) -> None:
        source = draft or firm
        values = profile_values(source)
        revision = kwargs.pop("revision", 0)
        start = {**values, "revision": draft.revision if draft else revision}
        start["removes_logo"] = draft is not None and draft.removes_logo
        kwargs |= {"initial": start, "instance": ProfileDraft(firm=firm)}
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        for name, model in (("industries", FocusIndustry), ("competences", Competence)):
            # One that is no longer offered stays with those who have it.
            fields[name].queryset = model._default_manager.filter(Q(is_retired=False) | Q(pk__in=values[name]))
        for code in ("nb", "en"):
            fields[f"profile_{code}"].max_length = LONGEST_TEXT
            fields[f"profile_{code}"].widget.attrs["maxlength"] = LONGEST_TEXT
            for name in PAIRS:
                fields[f"{name}_{code}"].widget.attrs |= {"lang": code, "data-preview": f"{name}_{code}"}
        for name, field in fields.items():
            field.widget.attrs.setdefault("data-preview", name)

    def clean_profile_nb(self) -> str:
        return self._not_too_long("profile_nb")

    def clean_profile_en(self) -> str:
        return self._not_too_long("profile_en")

    def _not_too_long(self, name: str) -> str:
        text = self.cleaned_data[name]
        if len(text) > LONGEST_TEXT:
            raise forms.ValidationError(_("At most %(most)s characters."), params={"most": LONGEST_TEXT})
        return text

    def clean_logo(self) -> Any:
        """The picture, drawn anew; what is no picture is refused in words."""
        upload = self.cleaned_data.get("logo")
        return read_logo(upload) if upload else None

    def values(self) -> dict[str, Any]:
        """What was written, for `save_draft`."""
        data = self.cleaned_data
        return {name: data[name] for name in (*TEXT_FIELDS, *CHOICE_FIELDS)}

    def pairs(self) -> list[tuple[Any, Any]]:
        """The fields that come in both languages."""
        return [(self[f"{name}_nb"], self[f"{name}_en"]) for name in PAIRS[:3]]
