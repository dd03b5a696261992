"""The review of pages: who approves, and the letters that tell them. What may be published: home/models/signoff.py."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import post_migrate
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from accounts.roles import Role
from common.mail import Letter, absolute, letter, post

from .models.signoff import SignOffTask, liaison_seats

# Staff read these on the button ("Send til godkjenning"); like the pages they are content, in bokmål.
WORKFLOW = "godkjenning"
BY_MANAGER = "Programlederen godkjenner"
BY_MUNICIPALITY = "Kommunen godkjenner"
WAGTAILS_OWN = "Moderators approval"


def sync_workflows() -> None:
    """Make the review and have it hold for every page. Safe to run again; what waits under way is left as it is."""
    root = Page.get_first_root_node()
    if root is None:
        return
    managers, _created = Group.objects.get_or_create(name=Role.PROGRAMME_MANAGER.value)
    approval, _created = GroupApprovalTask.objects.get_or_create(name=BY_MANAGER)
    approval.groups.set([managers])
    sign_off, _created = SignOffTask.objects.get_or_create(name=BY_MUNICIPALITY)
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    for place, task in enumerate((approval, sign_off)):
        WorkflowTask.objects.update_or_create(workflow=workflow, task=task, defaults={"sort_order": place})
    for old in Workflow.objects.filter(name=WAGTAILS_OWN, active=True):
        old.deactivate()
    for task in GroupApprovalTask.objects.filter(name=WAGTAILS_OWN, active=True):
        task.deactivate()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


def listen(config: Any) -> None:
    """Hear what Wagtail tells of the review; called once, when the app is ready.

    Under the names of Wagtail's own receivers, which mail in the middle of a request: of two with one name the first
    counts, and `home` comes before `wagtail.admin`.
    """
    for signal, receiver, sender, name in (
        (task_submitted, _on_task, TaskState, "group_approval_task_submitted_email_notification"),
        (workflow_submitted, _on_nothing, WorkflowState, "workflow_state_submitted_email_notification"),
        (workflow_rejected, _on_answer, WorkflowState, "workflow_state_rejected_email_notification"),
        (workflow_approved, _on_answer, WorkflowState, "workflow_state_approved_email_notification"),
    ):
        signal.connect(receiver, sender=sender, dispatch_uid=name)
    post_migrate.connect(_on_migrate, sender=config, dispatch_uid="home.review")


def _on_migrate(**kwargs: Any) -> None:
    sync_workflows()


def _on_nothing(**kwargs: Any) -> None:
    """The one who submitted knows."""


def _on_task(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    for person in _asked(instance):
        if user is None or person.pk != user.pk:
            post("review_waiting", task_state=instance.pk, user=person.pk)


def _on_answer(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    asked_by = instance.requested_by_id
    if asked_by and (user is None or asked_by != user.pk):
        post("review_answered", workflow_state=instance.pk, user=asked_by)


def _asked(state: TaskState) -> list[Any]:
    """Who is to answer."""
    task = state.task.specific
    people = get_user_model().objects.filter(is_active=True)
    if isinstance(task, SignOffTask):
        return list(people.filter(pk__in=liaison_seats().values("user")))
    if isinstance(task, GroupApprovalTask):
        return list(people.filter(groups__in=task.groups.all()).distinct())
    return []


# --- Letters --------------------------------------------------------------------------------------------------------
def _facts(page: Page) -> list[tuple[str, str]]:
    facts = [(_("Page"), page.title), (_("Language"), str(page.locale))]
    if embargo := getattr(page, "embargo_until", None):
        facts.append((_("Comes out"), date_format(timezone.localtime(embargo), _("l j F Y \\a\\t H:i"))))
    return facts


@letter("review_waiting")
def review_waiting(task_state: int, user: int) -> Letter | None:
    """To the programme manager or the liaison: a page waits for you. Nothing when it no longer waits."""
    state = TaskState.objects.filter(pk=task_state, status=TaskState.STATUS_IN_PROGRESS).first()
    person = get_user_model().objects.filter(pk=user, is_active=True).first()
    if state is None or person is None:
        return None
    page = state.revision.as_object()
    author = state.workflow_state.requested_by
    with translation.override(person.language):
        if isinstance(state.task.specific, SignOffTask):
            return Letter(
                to=person.email,
                name=str(person),
                language=person.language,
                subject=_("Waits for your sign-off: %(title)s") % {"title": page.title},
                paragraphs=[
                    _("The programme wants to announce this together with the municipality, and has approved it."),
                    _("It comes out when you have signed it off too. Read it, and sign it or send it back."),
                ],
                facts=_facts(page),
                action=(_("Read and answer"), absolute(reverse("portal:signoff", args=[state.pk]))),
                closing=[_("Nothing of it is public yet. Please keep it to yourself.")],
            )
        return Letter(
            to=person.email,
            name=str(person),
            language=person.language,
            subject=_("Waits for your approval: %(title)s") % {"title": page.title},
            paragraphs=[_("%(author)s has sent you a page to read.") % {"author": author or _("Somebody")}],
            facts=_facts(page),
            action=(_("Read and answer"), absolute(reverse("wagtailadmin_pages:edit", args=[page.pk]))),
        )


@letter("review_answered")
def review_answered(workflow_state: int, user: int) -> Letter | None:
    """To who asked for the review: approved, or sent back and why."""
    state = WorkflowState.objects.filter(pk=workflow_state).select_related("current_task_state").first()
    person = get_user_model().objects.filter(pk=user, is_active=True).first()
    if state is None or person is None or state.current_task_state is None or state.content_object is None:
        return None
    answer = state.current_task_state
    page = answer.revision.as_object()
    with translation.override(person.language):
        facts = _facts(page)
        if answer.finished_by:
            facts.append((_("Answered by"), str(answer.finished_by)))
        if answer.comment:
            facts.append((_("Comment"), answer.comment))
        is_approved = state.status == WorkflowState.STATUS_APPROVED
        if is_approved:
            subject = _("Approved: %(title)s") % {"title": page.title}
            said = _("Your page is approved. It is public, or comes out at the moment you set.")
        else:
            subject = _("Sent back: %(title)s") % {"title": page.title}
            said = _("Your page needs changes before it can come out. Mend it, and submit it again.")
        return Letter(
            to=person.email,
            name=str(person),
            language=person.language,
            subject=subject,
            paragraphs=[said],
            facts=facts,
            action=(_("Open the page"), absolute(reverse("wagtailadmin_pages:edit", args=[page.pk]))),
        )
