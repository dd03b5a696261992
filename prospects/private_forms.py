"""What a prospect may type on its private page."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .files import ACCEPT, Checked, read_file
from .models import Contact, Prospect
from .services import OWN_DATA

LONGEST_QUESTION = 5_000
LONGEST_NEED = 10_000


class WriteForm(forms.Form):
    """A question, a file, or both."""

    text = forms.CharField(
        label=_("What do you want to ask or tell us?"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST_QUESTION}),
    )
    file = forms.FileField(
        label=_("A file"),
        required=False,
        allow_empty_file=True,
        help_text=_("20 MB at most. PDF, pictures, Word, Excel, PowerPoint, OpenDocument, TXT and CSV."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    def clean_file(self) -> Checked | None:
        """The file, once it is known what it is."""
        upload = self.cleaned_data.get("file")
        return read_file(upload) if upload else None

    def clean(self) -> dict[str, Any]:
        """One of them is there."""
        data = super().clean() or {}
        if not self.errors and not data.get("text", "").strip() and not data.get("file"):
            raise ValidationError(_("Write something, or choose a file."), code="text")
        return data


class OwnDataForm(forms.ModelForm):
    """The person: changes at once."""

    prefix = "person"

    class Meta:
        model = Contact
        fields = list(OWN_DATA)


class CompanyForm(forms.ModelForm):
    """The company: what is wrong is told to the adviser."""

    prefix = "company"
    need = forms.CharField(
        label=_("What you need"), max_length=LONGEST_NEED, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    class Meta:
        model = Prospect
        fields = ["company_name", "organisation_number", "employees", "area", "time_frame", "readiness", "need"]
        labels = {"readiness": _("How far you have come")}

    def changes(self) -> list[tuple[str, str, str]]:
        """What was changed: name, as it was, as it should be, in words."""
        return [
            (str(self[name].label), self._said(name, self.initial.get(name)), self._said(name, self.cleaned_data[name]))
            for name in self.fields
            if self.cleaned_data[name] != self.initial.get(name)
        ]

    def _said(self, name: str, value: Any) -> str:
        choices = dict(getattr(self.fields[name], "choices", []))
        return str(choices.get(value, value or ""))


class DeleteForm(forms.Form):
    """The second step: it is meant."""

    is_sure = forms.BooleanField(label=_("Yes, delete everything about me"))
