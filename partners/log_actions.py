"""What the log calls the steps of the partnership: the verb, and what was done."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "partners.membership_offered": (_("Invite"), _("Seat offered")),
    "partners.membership_activated": (_("Activate"), _("Seat taken")),
    "partners.membership_ended": (_("End"), _("Seat ended")),
    "partners.membership_changed": (_("Change"), _("Seat changed")),
    "partners.premises_offered": (_("Offer"), _("Premises offered")),
    "partners.premises_reserved": (_("Reserve"), _("Premises reserved")),
    "partners.premises_let": (_("Let"), _("Premises let")),
    "partners.premises_withdrawn": (_("Withdraw"), _("Premises taken off the pages")),
    "partners.round_released": (_("Release"), _("Seats kept for former partners released")),
    "partners.round_seats_set": (_("Set"), _("Seats of a tier changed")),
    "partners.tiers_cloned": (_("Clone"), _("Tiers cloned to the next year")),
    "partners.application_submitted": (_("Submit"), _("Application received")),
    "partners.application_agreed": (_("Agree"), _("An owner agreed")),
    "partners.application_waiting": (_("Wait"), _("Put on the waiting list")),
    "partners.application_approved": (_("Approve"), _("Application approved")),
    "partners.application_declined": (_("Decline"), _("Application declined")),
    "partners.application_withdrawn": (_("Withdraw"), _("Application taken back")),
    "partners.agreement_offered": (_("Offer"), _("Agreement offered")),
    "partners.agreement_signed": (_("Sign"), _("Agreement signed")),
    "partners.agreement_started": (_("Start"), _("Agreement running")),
    "partners.agreement_ended": (_("End"), _("Agreement ended")),
    "partners.agreement_terminated": (_("Terminate"), _("Agreement terminated")),
    "partners.agreement_benefits_opened": (_("Open benefits"), _("Benefits opened before the signature")),
    "partners.agreement_declined": (_("Decline"), _("Offer declined by the firm")),
    "partners.agreement_lapsed": (_("Lapse"), _("Offer not signed in time")),
    "partners.agreement_signer_forgotten": (_("Forget"), _("Signer and documents forgotten")),
    "partners.agreement_viewed_as_firm": (_("Preview as firm"), _("Seen as the firm sees it")),
    "partners.benefit_delivered": (_("Deliver"), _("Benefit delivered")),
    "partners.benefit_undone": (_("Undo"), _("Delivery undone")),
    "partners.contribution_invoiced": (_("Invoice"), _("Invoiced")),
    "partners.contribution_partly_paid": (_("Book"), _("Partly paid")),
    "partners.contribution_paid": (_("Book"), _("Paid")),
    "partners.contribution_overdue": (_("Fall due"), _("Overdue")),
    "partners.contribution_waived": (_("Waive"), _("Waived")),
    "partners.contribution_credited": (_("Credit"), _("Credited")),
    "partners.contribution_reopened": (_("Reopen"), _("Owed again")),
    "partners.contribution_reminded": (_("Remind"), _("Reminded")),
    "partners.correction_proposed": (_("Propose"), _("Correction proposed")),
    "partners.correction_done": (_("Correct"), _("Money row corrected")),
    "partners.correction_refused": (_("Refuse"), _("Correction refused")),
    "partners.invoice_run_started": (_("Start"), _("Invoice run started")),
    "partners.invoice_run_stopped": (_("Stop"), _("Invoice run stopped")),
    "partners.invoice_run_resumed": (_("Resume"), _("Invoice run resumed")),
    "partners.invoice_run_done": (_("Finish"), _("Invoice run done")),
    "partners.payment_matched": (_("Match"), _("Payment matched")),
    "partners.payment_released": (_("Release"), _("Payment to be looked at again")),
    "partners.payment_set_aside": (_("Set aside"), _("Payment set aside")),
    "partners.payments_read": (_("Read"), _("Payments read")),
    "partners.duties_made": (_("Make"), _("Duties made")),
    "partners.duty_reminded": (_("Remind"), _("Reminded of a duty")),
    "partners.duty_done": (_("Finish"), _("Duty done")),
    "partners.duty_dropped": (_("Drop"), _("Duty dropped")),
    "partners.duty_reopened": (_("Reopen"), _("Duty reopened")),
    "partners.profile_edited": (_("Edit"), _("Profile being written")),
    "partners.profile_submitted": (_("Submit"), _("Profile sent for approval")),
    "partners.profile_approved": (_("Approve"), _("Profile approved")),
    "partners.profile_returned": (_("Send back"), _("Profile sent back")),
    "partners.exported": (_("Export"), _("Exported")),
}


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
