"""The form in which a firm writes about premises it offers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Premises
from partners.services import PREMISES_FIELDS, read_photo

LARGEST_AREA = 1_000_000  # square metres
LONGEST_WALK = 100_000  # metres


class PremisesForm(forms.ModelForm):
    """What newcomers read about premises, in both languages, with one picture."""

    revision = forms.IntegerField(min_value=0, max_value=10**8, widget=forms.HiddenInput)
    area_from = forms.IntegerField(label=_("From, square metres"), min_value=1, max_value=LARGEST_AREA)
    area_to = forms.IntegerField(
        label=_("Up to, square metres"),
        min_value=1,
        max_value=LARGEST_AREA,
        help_text=_("The same number twice when it is not to be divided."),
    )
    metres_to_station = forms.IntegerField(
        label=_("Metres to the railway station, on foot"), min_value=0, max_value=LONGEST_WALK
    )
    picture = forms.FileField(
        label=_("Picture"),
        required=False,
        help_text=_("PNG, JPEG or WebP, at most 8 MB. One you may use, without people who can be recognised."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    removes_picture = forms.BooleanField(label=_("Show no picture"), required=False)

    class Meta:
        model = Premises
        fields = list(PREMISES_FIELDS)
        labels = {
            "kind": _("What it is"),
            "title_nb": _("Title, in Norwegian"),
            "title_en": _("Title, in English"),
            "description_nb": _("What it is like, in Norwegian"),
            "description_en": _("What it is like, in English"),
            "price_band": _("Price a square metre and year, without VAT"),
            "image_alt_nb": _("What the picture shows, in Norwegian"),
            "image_alt_en": _("What the picture shows, in English"),
        }
        help_texts = {
            "title_nb": _("For example: Lyse kontorer ved elva"),
            "description_nb": _("What it suits, what comes with it, and what lies around it."),
            "description_en": _("The same in English, for those who come from abroad."),
            "image_alt_nb": _("Read aloud to those who do not see it."),
        }
        widgets = {
            "description_nb": forms.Textarea(attrs={"rows": 7}),
            "description_en": forms.Textarea(attrs={"rows": 7}),
            "vacant_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, premises: Premises | None, **kwargs: Any) -> None:
        start = {} if premises is None else {name: getattr(premises, name) for name in PREMISES_FIELDS}
        start["revision"] = 0 if premises is None else premises.revision
        # A copy, so that what is typed and refused never stands in the object that the page shows.
        kwargs |= {"initial": start, "instance": Premises()}
        super().__init__(*args, **kwargs)
        self.shown = premises
        for code in ("nb", "en"):
            for name in ("title", "description", "image_alt"):
                self.fields[f"{name}_{code}"].widget.attrs["lang"] = code

    def clean_picture(self) -> Any:
        """The picture, drawn anew; what is no picture is refused in words."""
        upload = self.cleaned_data.get("picture")
        return read_photo(upload) if upload else None

    def clean(self) -> dict[str, Any]:
        """A picture says what it shows, also one that is not the site's yet."""
        data = super().clean() or {}
        had = self.shown is not None and bool(self.shown.upload or self.shown.image_id)
        has = bool(data.get("picture")) or (had and not data.get("removes_picture"))
        if has and not data.get("image_alt_nb") and "image_alt_nb" not in self.errors:
            self.add_error("image_alt_nb", _("Say what the picture shows."))
        return data

    def values(self) -> dict[str, Any]:
        """What was written, for `save_premises`."""
        return {name: self.cleaned_data[name] for name in PREMISES_FIELDS}

    def pairs(self) -> list[tuple[Any, Any]]:
        """The texts that come in both languages."""
        return [(self[f"{name}_nb"], self[f"{name}_en"]) for name in ("title", "description")]
