"""Letters about money, to the people of a firm who are told of it."""

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from accounts.models import User
from common.mail import Letter, absolute, letter
from common.money import display

from .documents import account, invoice_pdf
from .models import Contribution, Invoice, Membership


def _reader(pk: int, contribution: Contribution) -> User | None:
    """The person, while they still have a seat from which the contribution may be read."""
    seats = Membership.objects.active().filter(user=pk, firm=contribution.firm_id).select_related("user")
    for seat in seats:
        if Contribution.objects.visible_to(seat).filter(pk=contribution.pk).exists():
            return seat.user
    return None


def _letter(person: User, subject: str, paragraphs: list[str], invoice: Invoice) -> Letter:
    language = person.language
    return Letter(
        to=person.email,
        name=person.get_full_name(),
        language=language,
        subject=subject,
        paragraphs=paragraphs,
        facts=[
            (_("Owed now"), display(invoice.contribution.balance, language)),
            (_("To be paid by"), date_format(invoice.due_on, "DATE_FORMAT")),
            (_("To account"), account(invoice.account_number)),
            (_("KID"), invoice.kid),
        ],
        action=(_("See your contributions"), absolute(reverse("portal:contributions"))),
        attachments=[(f"{_('invoice')}-{invoice.number}.pdf", invoice_pdf(invoice, language), "application/pdf")],
    )


@letter("invoice_made")
def invoice_made(invoice: int, reader: int, **_more: object) -> Letter | None:
    """To one person: here is the invoice. Nothing once it is settled or the person has left."""
    found = Invoice.objects.select_related("contribution__firm").filter(pk=invoice).first()
    if found is None or found.contribution.status not in Contribution.OPEN:
        return None
    person = _reader(reader, found.contribution)
    if person is None:
        return None
    with translation.override(person.language):
        return _letter(
            person,
            _("Invoice %(number)s to %(firm)s") % {"number": found.number, "firm": found.contribution.firm},
            [
                _("Thank you for being a partner. Here is the invoice for your contribution."),
                _("If your accounting system takes EHF, you can fetch the file on the page."),
            ],
            found,
        )


@letter("contribution_reminder")
def contribution_reminder(contribution: int, reader: int, **_more: object) -> Letter | None:
    """To one person: it is past its day. Nothing once it is settled or the person has left."""
    found = Contribution.objects.select_related("firm", "rate").filter(pk=contribution, status="overdue").first()
    if found is not None and found.is_in_kind:
        return _gift_reminder(found, reader)
    invoice = found.invoices.filter(kind="invoice").first() if found else None
    person = _reader(reader, found) if found else None
    if found is None or invoice is None or person is None:
        return None
    with translation.override(person.language):
        return _letter(
            person,
            _("Reminder: invoice %(number)s is not paid") % {"number": invoice.number},
            [
                _("We cannot see that invoice %(number)s to %(firm)s has been paid. Perhaps it got lost on the way?")
                % {"number": invoice.number, "firm": found.firm},
                _("If you have paid lately, you need do nothing. If something is wrong, write to us."),
            ],
            invoice,
        )


def _gift_reminder(found: Contribution, reader: int) -> Letter | None:
    """To one person: what the firm was to give in kind has not come. There is nothing to pay, so no account and KID."""
    person = _reader(reader, found)
    if person is None or found.rate is None or found.quantity is None:
        return None
    with translation.override(person.language):
        what = f"{number_format(found.quantity)} {found.rate.unit}"
        return Letter(
            to=person.email,
            name=person.get_full_name(),
            language=person.language,
            subject=_("Reminder: %(what)s from %(firm)s") % {"what": what, "firm": found.firm},
            paragraphs=[
                _("We agreed that %(firm)s gives %(what)s, and its day has passed. When does it suit you?")
                % {"firm": found.firm, "what": what},
                _("If you have given it, tell us. If you would rather pay, tell us that too."),
            ],
            facts=[
                (_("What"), f"{found.rate.name}, {what}"),
                (_("Worth"), display(found.amount, person.language)),
                (_("To be given by"), date_format(found.due_on, "DATE_FORMAT")),
            ],
            action=(_("See your contributions"), absolute(reverse("portal:contributions"))),
        )


@letter("contribution_unreachable")
def contribution_unreachable(contribution: int, reader: int) -> Letter | None:
    """To a programme manager: it is overdue, and nobody of the firm can be written to. Nothing once it is settled."""
    found = Contribution.objects.select_related("firm").filter(pk=contribution, status="overdue").first()
    person = User.objects.filter(pk=reader, is_active=True).first()
    if found is None or person is None:
        return None
    with translation.override(person.language):
        return Letter(
            to=person.email,
            name=person.get_full_name(),
            language=person.language,
            subject=_("We can remind nobody at %(firm)s") % {"firm": found.firm},
            paragraphs=[
                _("%(firm)s owes %(amount)s since %(day)s, and nobody acts for the firm in the portal.")
                % {
                    "firm": found.firm,
                    "amount": display(found.balance, person.language),
                    "day": date_format(found.due_on, "DATE_FORMAT"),
                },
                _("Call them, or invite somebody. The reminder goes by itself once there is a person to write to."),
            ],
            action=(_("See the contribution"), absolute(reverse("money:detail", args=[found.pk]))),
        )
