"""What visitors type: a registration for an event, the newsletter, a job application."""

from typing import Any

import phonenumbers
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from common.spamguard import GuardedForm

LARGEST_ATTACHMENT = 8 * 1024 * 1024
PDF_BEGINS = b"%PDF-"


def one_line(text: str) -> str:
    """`text` without line breaks and doubled spaces."""
    return " ".join(text.split())


def telephone(typed: str) -> str:
    """A number one can call, with its country code; empty when nothing was typed. Raises ValidationError."""
    if not typed.strip():
        return ""
    try:
        number = phonenumbers.parse(typed.strip(), "NO")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise forms.ValidationError(
            _("This is not a telephone number. Write it with the country code, +47 for Norway.")
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


class _PersonForm(GuardedForm):
    """A form with a person's name and address."""

    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), max_length=254)

    AUTOCOMPLETE = {"name": "name", "email": "email", "company": "organization", "phone": "tel"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, value in self.AUTOCOMPLETE.items():
            if name in self.fields:
                self.fields[name].widget.attrs["autocomplete"] = value

    def clean_name(self) -> str:
        """One line."""
        return one_line(self.cleaned_data["name"])

    def clean_email(self) -> str:
        """In small letters, so that one address is one address."""
        return self.cleaned_data["email"].strip().lower()


class RegistrationForm(_PersonForm):
    """A place at an event."""

    guard_salt = "home.registration"

    company = forms.CharField(label=_("Company"), max_length=120, required=False)
    note = forms.CharField(
        label=_("Anything we should know?"),
        max_length=300,
        required=False,
        help_text=_("A step you need, or something you do not eat."),
    )

    def clean_company(self) -> str:
        """One line."""
        return one_line(self.cleaned_data["company"])

    def clean_note(self) -> str:
        """One line."""
        return one_line(self.cleaned_data["note"])


class NewsletterForm(GuardedForm):
    """An address, and a yes to the newsletter. The words of the yes are stored as they stood on the page."""

    guard_salt = "home.newsletter"

    email = forms.EmailField(label=_("E-mail"), max_length=254)
    consents = forms.BooleanField(
        label=_("Yes, send me the newsletter by e-mail. I can end it with one click in every letter."),
        error_messages={"required": _("Tick this if you want the newsletter.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    @property
    def wording(self) -> str:
        """What was said yes to, in the language of the page."""
        return str(self.fields["consents"].label)

    def clean_email(self) -> str:
        """In small letters, so that one address is one address."""
        return self.cleaned_data["email"].strip().lower()


class ApplicationForm(_PersonForm):
    """An application for a position, with at most one PDF."""

    guard_salt = "home.application"

    phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    letter = forms.CharField(
        label=_("Your application"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Why you, and why this? Up to 6,000 characters."),
        validators=[ProhibitNullCharactersValidator()],
    )
    attachment = forms.FileField(
        label=_("CV and certificates, in one PDF"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        help_text=_("At most 8 MB. Only those who hire open it."),
    )

    @property
    def has_lost_its_file(self) -> bool:
        """Whether a file came with a form that is shown again; no browser keeps it."""
        return bool(self.files) and bool(self.errors)

    def clean_phone(self) -> str:
        """A number one can call, with its country code."""
        return telephone(self.cleaned_data["phone"])

    def clean_attachment(self) -> UploadedFile | None:
        """A PDF by its size and first bytes; what the file was called, or said to be, is not read."""
        upload = self.cleaned_data["attachment"]
        if not upload:
            return None
        if upload.size > LARGEST_ATTACHMENT:
            raise forms.ValidationError(_("The file is larger than 8 MB. Make it smaller and choose it again."))
        upload.seek(0)
        begins = upload.read(len(PDF_BEGINS))
        upload.seek(0)
        if begins != PDF_BEGINS:
            raise forms.ValidationError(_("This is not a PDF. Save it as PDF and choose it again."))
        upload.name = "application.pdf"
        return upload
