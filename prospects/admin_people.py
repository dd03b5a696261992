"""The people of a case as the admin shows and asks of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import services
from .models import AddressKind, Consent, Contact, Origin, Prospect


class ContactForm(forms.ModelForm):
    """A person of a case. Whose address it is, is guessed when nobody says so."""

    address_kind = forms.ChoiceField(
        label=gettext_lazy("Whose address it is"),
        required=False,
        choices=[("", gettext_lazy("Guess from the address")), *AddressKind.choices],
        help_text=gettext_lazy("Only a shared mailbox may get a first mail from us without a yes."),
    )
    origin = forms.ChoiceField(label=gettext_lazy("Where we have it from"), choices=Origin.choices)

    class Meta:
        model = Contact
        fields = list(services.PERSON)

    def __init__(self, *args: Any, prospect: Prospect, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.prospect = prospect
        if self.instance.pk is None:
            self.fields["origin"].initial = services.origin_for(prospect.source)

    def clean_email(self) -> str:
        """Nobody is in a case twice."""
        email = self.cleaned_data["email"]
        twice = self.prospect.contacts.filter(email__iexact=email)
        if self.instance.pk:
            twice = twice.exclude(pk=self.instance.pk)
        if twice.exists():
            raise forms.ValidationError(_("Somebody with this address is in the case already."))
        return email

    def values(self) -> dict[str, Any]:
        """For `add_contact` and `change_contact`."""
        return {name: self.cleaned_data[name] for name in services.PERSON}


class WishForm(forms.Form):
    """What a person told us about being written to or called."""

    WISHES = {
        "mail_yes": (Consent.Channel.EMAIL, True),
        "mail_no": (Consent.Channel.EMAIL, False),
        "phone_yes": (Consent.Channel.PHONE, True),
        "phone_no": (Consent.Channel.PHONE, False),
    }
    wish = forms.ChoiceField(
        label=gettext_lazy("What they said"),
        widget=forms.RadioSelect,
        choices=[
            ("mail_yes", gettext_lazy("Yes, you may write")),
            ("mail_no", gettext_lazy("Do not write to me")),
            ("phone_yes", gettext_lazy("Yes, you may call")),
            ("phone_no", gettext_lazy("Do not call me")),
        ],
    )
    words = forms.CharField(
        label=gettext_lazy("In their words"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
        help_text=gettext_lazy("For a yes: what they said yes to, when and where. We must be able to show it."),
    )

    def clean(self) -> dict[str, Any]:
        """A yes has its words."""
        data = super().clean() or {}
        is_yes = data.get("wish", "").endswith("_yes")
        if is_yes and "words" not in self.errors and not data.get("words", "").strip():
            self.add_error("words", _("Write down what they said yes to, in their words."))
        return data

    def values(self) -> dict[str, Any]:
        """For `record_wish`."""
        channel, is_yes = self.WISHES[self.cleaned_data["wish"]]
        return {"channel": channel, "is_yes": is_yes, "words": self.cleaned_data["words"]}


def people_of(
    prospect: Prospect, may: dict[str, bool], changed: tuple[int, ContactForm | WishForm] | None
) -> list[Contact]:
    """The people of a case, who speaks for it first, each with its forms and the no it gave; `changed` is one that
    comes back with errors."""
    contacts: list[Any] = list(prospect.contacts.prefetch_related("consents"))
    contacts.sort(key=lambda one: (not one.is_main, one.pk))
    silenced = services.silenced_among(contacts)
    for number, contact in enumerate(contacts):
        contact.speaks = number == 0
        contact.noes = list(silenced[contact.pk].values())
        contact.may_hear_again = any(one.reason == one.Reason.TOLD for one in contact.noes)
        if not may["change"]:
            continue
        contact.form = ContactForm(instance=contact, prospect=prospect, auto_id=f"person{contact.pk}_%s")
        contact.wish_form = WishForm(auto_id=f"wish{contact.pk}_%s")
        if changed is not None and changed[0] == contact.pk:
            if isinstance(changed[1], ContactForm):
                contact.form = changed[1]
            else:
                contact.wish_form = changed[1]
    return contacts
