"""What invoices to a firm say of it besides its name: where it is, and what its accountant asks for."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role, has_role
from partners.models import Membership, PartnerFirm

from .seats import seat_of

BILLING_FIELDS = ("street", "postcode", "city", "invoice_reference")


def may_change_billing(user: User, firm: PartnerFirm) -> bool:
    """Whether `user` says what invoices to `firm` say: administrators, contacts for invoices, the programme manager."""
    seat = seat_of(user, firm)
    if seat is not None and seat.role != Membership.Role.LIAISON:
        return seat.role == Membership.Role.ADMINISTRATOR or seat.is_invoice_contact
    return has_role(user, Role.PROGRAMME_MANAGER)


@transaction.atomic
def change_billing(firm: PartnerFirm, values: Mapping[str, str], *, by: User) -> PartnerFirm:
    """Keep BILLING_FIELDS as `values` has them, for invoices from now on; what was invoiced stays. Returns the firm.

    What changed is logged, with what stood before. Raises ValidationError when `by` may not, or with the fields that
    will not do: a postcode is four digits and comes with its town.
    """
    if not may_change_billing(by, firm):
        raise ValidationError(_("You may not do this."), code="role")
    stored = PartnerFirm.objects.select_for_update().get(pk=firm.pk)
    before = {name: getattr(stored, name) for name in BILLING_FIELDS}
    typed = {name: values.get(name, "").strip() for name in BILLING_FIELDS}
    stored.street, stored.postcode, stored.city = typed["street"], typed["postcode"], typed["city"]
    stored.invoice_reference = typed["invoice_reference"]
    stored.clean_fields(exclude={field.name for field in stored._meta.fields} - set(BILLING_FIELDS))
    if bool(stored.postcode) != bool(stored.city):
        missing = "city" if stored.postcode else "postcode"
        raise ValidationError({missing: _("A postcode and its town come together.")})
    changed = {name: [before[name], typed[name]] for name in typed if before[name] != typed[name]}
    if changed:
        stored.save(update_fields=list(changed))
        log(stored, "partners.firm_billing_changed", user=by, data={"changed": changed})
    return stored
