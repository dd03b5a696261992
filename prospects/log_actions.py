"""What the log calls each step of a case."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "prospects.received": (_("Receive"), _("Interest form received")),
    "prospects.activity": (_("Activity"), _("Activity written down")),
    "prospects.opened": (_("Open"), _("Case opened by hand")),
    "prospects.facts_changed": (_("Write down"), _("What is known was changed")),
    "prospects.assigned": (_("Assign"), _("Handed to somebody, or help asked for")),
    "prospects.mail_filed": (_("File"), _("Mail that came in was read")),
    "prospects.mail_discarded": (_("Discard"), _("Mail that came in was thrown away")),
    "prospects.task_given": (_("Give a task"), _("Task given")),
    "prospects.task_changed": (_("Change a task"), _("Task changed")),
    "prospects.task_done": (_("Finish a task"), _("Task done")),
    "prospects.task_dropped": (_("Drop a task"), _("Task dropped")),
    "prospects.task_reopened": (_("Reopen a task"), _("Task opened again")),
    "prospects.weights_changed": (_("Change weights"), _("Weights of the value score changed")),
    "prospects.answered": (_("Answer"), _("First answer from a person")),
    "prospects.qualified": (_("Qualify"), _("Qualified")),
    "prospects.contacted": (_("Contact"), _("Stage: contacted")),
    "prospects.shown": (_("Show"), _("Stage: shown")),
    "prospects.deciding": (_("Deciding"), _("Stage: deciding")),
    "prospects.established": (_("Establish"), _("Stage: established")),
    "prospects.verified": (_("Verify"), _("Stage: verified")),
    "prospects.rested": (_("Rest"), _("Put to rest")),
    "prospects.lost": (_("Lose"), _("Lost")),
    "prospects.withdrawn": (_("Withdraw"), _("Withdrawn")),
    "prospects.resumed": (_("Resume"), _("Taken up again")),
    "prospects.consent_withdrawn": (_("Withdraw consent"), _("The prospect withdrew a consent")),
    "prospects.contact_added": (_("Add a person"), _("Person added")),
    "prospects.contact_changed": (_("Change a person"), _("Person changed")),
    "prospects.contact_removed": (_("Remove a person"), _("Person removed")),
    "prospects.main_contact_chosen": (_("Choose who speaks"), _("Another person speaks for the company")),
    "prospects.consent_recorded": (_("Write down a consent"), _("A person said yes, and it was written down")),
    "prospects.silenced": (_("Leave alone"), _("A person does not want to hear from us")),
    "prospects.heard_again": (_("May write again"), _("A person may be written to again")),
    "prospects.notice_given": (_("Tell of data"), _("Told why we have their data, and where from")),
    "prospects.merged": (_("Merge"), _("A double was merged into this case")),
    "prospects.merged_away": (_("Merge away"), _("Merged into another case")),
    "prospects.forgotten": (_("Forget"), _("Persons deleted after the retention time")),
    "prospects.handed_over": (_("Hand over"), _("Handed over")),
    "prospects.handover_consented": (_("Consent"), _("The prospect said yes")),
    "prospects.handover_accepted": (_("Accept"), _("The firm accepted")),
    "prospects.handover_declined": (_("Decline"), _("The firm declined")),
    "prospects.handover_contacted": (_("Report contact"), _("The firm has been in touch")),
    "prospects.handover_done": (_("Finish"), _("The firm is done")),
    "prospects.handover_lapsed": (_("Lapse"), _("Lapsed without an answer")),
    "prospects.handover_withdrawn": (_("Withdraw"), _("Withdrawn")),
}


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Wagtail's log refuses what is not registered."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
