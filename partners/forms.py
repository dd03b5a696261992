"""Forms about the people of a firm."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .models import Membership, PartnerFirm
from .services import BILLING_FIELDS

_Role = Membership.Role
ROLES = [
    (_Role.MEMBER, _("Member: sees everything, writes the profile")),
    (_Role.ADMINISTRATOR, _("Administrator: decides for the firm too")),
]
LIAISON = (_Role.LIAISON, _("Municipal liaison: answers for the municipality"))


def roles_for(firm) -> list:
    """The roles a seat in `firm` can have."""
    return [*ROLES, LIAISON] if firm.is_public_body else ROLES


class InviteColleagueForm(forms.Form):
    """Whom, and as what."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(label=_("What they may do"), widget=forms.RadioSelect, initial=_Role.MEMBER)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)

    def __init__(self, *args, firm, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles_for(firm)  # type: ignore[attr-defined]


class SeatForm(forms.Form):
    """What a person may do, and what we write to them about."""

    role = forms.ChoiceField(label=_("What they may do"), widget=forms.RadioSelect)
    is_primary_contact = forms.BooleanField(
        label=_("Main contact"), required=False, help_text=_("Whom we call when we do not know whom to call.")
    )
    is_contract_contact = forms.BooleanField(label=_("Contact for the agreement"), required=False)
    is_invoice_contact = forms.BooleanField(
        label=_("Contact for invoices"), required=False, help_text=_("Hears of invoices and reminders.")
    )
    may_sign = forms.BooleanField(
        label=_("May sign agreements for the firm"),
        required=False,
        help_text=_("Only administrators, and nobody gives this to themselves."),
    )

    def __init__(self, *args, firm, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles_for(firm)  # type: ignore[attr-defined]

    @staticmethod
    def start(seat: Membership) -> dict:
        """The seat as it stands, for the form."""
        names = ("role", "is_primary_contact", "is_contract_contact", "is_invoice_contact", "may_sign")
        return {name: getattr(seat, name) for name in names}


class BillingForm(forms.ModelForm):
    """Where the firm is, and what invoices to it say."""

    class Meta:
        model = PartnerFirm
        fields = BILLING_FIELDS
        widgets = {
            "street": forms.TextInput(attrs={"autocomplete": "street-address"}),
            "postcode": forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric"}),
            "city": forms.TextInput(attrs={"autocomplete": "address-level2"}),
        }
        help_texts = {
            "invoice_reference": _(
                "Stands on every invoice as “your reference”, in EHF too: an order number, a department or a name. "
                "Without it, the number of the agreement stands there."
            ),
        }
