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
    "prospects.forgotten": (_("Forget"), _("Persons deleted after the retention time")),
    "prospects.handed_over": (_("Hand over"), _("Handed over")),
    "prospects.handover_drafted": (_("Draft"), _("Handover written as a draft")),
    "prospects.handover_discarded": (_("Throw away"), _("Draft of a handover thrown away")),
    "prospects.handover_asked": (_("Ask"), _("The prospect was asked")),
    "prospects.handover_turn": (_("Next in turn"), _("Its turn came")),
    "prospects.handover_seen": (_("Open"), _("The firm opened it")),
    "prospects.handover_interested": (_("Say yes"), _("The firm would like to")),
    "prospects.handover_chosen": (_("Choose"), _("The firm was chosen")),
    "prospects.contact_allowed": (_("Allow calls"), _("The prospect said yes to being called")),
    "prospects.contact_taken_back": (_("Take back calls"), _("The prospect took back being called")),
    "prospects.identity_taken_back": (_("Take back"), _("The prospect took its yes back")),
    "prospects.round_started": (_("Ask several"), _("Several firms are asked")),
    "prospects.round_settled": (_("Settle"), _("A firm of several has taken it")),
    "prospects.round_exhausted": (_("Nobody left"), _("Nobody is left to ask")),
    "prospects.round_stopped": (_("Stop asking"), _("Asking several firms was stopped")),
    "prospects.help_changed": (_("Write down"), _("What they need help with was changed")),
    "prospects.match_weights_changed": (_("Change weights"), _("Weights of suggestions changed")),
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
