"""The form by which staff add a file to a case."""

from django import forms
from django.utils.translation import gettext_lazy

from .files import ACCEPT, Checked, read_file


class FileForm(forms.Form):
    """A file for the case."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,
        help_text=gettext_lazy("20 MB at most. PDF, pictures, Word, Excel, PowerPoint, OpenDocument, TXT and CSV."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    shared = forms.BooleanField(label=gettext_lazy("The prospect may fetch it on its page"), required=False)

    def clean_file(self) -> Checked:
        """The file, once it is known what it is."""
        return read_file(self.cleaned_data["file"])
