"""The municipality's sign-off: a step of the review that only joint announcements stop at, and may not skip."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import GroupApprovalTask, PagePermissionTester, Revision, Task, TaskState, WorkflowState

from accounts.roles import Role, has_role
from common.workflow import TransitionError
from partners.models import Membership


class SignOffTask(Task):
    """The municipality's yes to a joint announcement, after the programme manager's.

    A page that is no joint announcement passes at once. One that is waits: a liaison signs it, and it comes out at the
    moment of its embargo; or sends it back with a comment, and the author mends it. What is mended goes to the
    programme manager first, because both sign the same text. While it waits nobody but a superuser changes it.
    """

    class Meta:
        verbose_name = gettext_lazy("sign-off by the municipality")
        verbose_name_plural = gettext_lazy("sign-offs by the municipality")

    @classmethod
    def get_description(cls) -> str:
        """What Wagtail says where tasks are made."""
        return _("The municipal liaison signs off joint announcements; other pages pass at once.")

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Wait for the liaison; pass what is no joint announcement; first to the manager what was changed since."""
        page = workflow_state.content_object
        revision = page.get_latest_revision()
        draft = revision.as_object()
        if not getattr(draft, "needs_joint_sign_off", False):
            passed = TaskState(
                workflow_state=workflow_state, task=self, revision=revision, status=TaskState.STATUS_SKIPPED
            )
            passed.save()
            return passed
        earlier = _approvals_before(self, workflow_state)
        for task in earlier:
            if not workflow_state.task_states.filter(task=task, revision=revision, status="approved").exists():
                return task.specific.start(workflow_state, user=user)
        return super().start(workflow_state, user=user)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Approve or reject. Raises TransitionError when somebody else was faster, PermissionDenied for strangers."""
        with transaction.atomic():
            state = TaskState.objects.select_for_update().get(pk=task_state.pk).specific
            if not self._may(user):
                raise PermissionDenied
            if state.status != TaskState.STATUS_IN_PROGRESS:
                raise TransitionError(
                    _("This can no longer be done: it now stands at “%(state)s”.")
                    % {"state": state.get_status_display()}
                )
            super().on_action(state, user, action_name, **kwargs)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """What the municipality reads does not change under its eyes."""
        return not user.is_superuser

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """In the admin only a superuser acts, in the municipality's place; liaisons have their page in the portal."""
        if not user.is_superuser:
            return []
        return [
            ("reject", gettext_lazy("Send back"), True),
            ("approve", gettext_lazy("Sign off for the municipality"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet:
        """What waits for `user`."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return waiting if self._may(user) else waiting.none()

    @staticmethod
    def _may(user: Any) -> bool:
        return user.is_active and (user.is_superuser or liaison_seats().filter(user=user).exists())


def liaison_seats() -> QuerySet:
    """The seats from which somebody speaks today for the municipality that owns the programme."""
    return Membership.objects.active().filter(role=Membership.Role.LIAISON, firm__is_owner=True)


def _approvals_before(task: Task, workflow_state: WorkflowState) -> list[Task]:
    """The approvals by our own people that come before `task`."""
    found = []
    for one in workflow_state.workflow.tasks:
        if one.pk == task.pk:
            break
        if one.active and one.specific_class is GroupApprovalTask:
            found.append(one)
    return found


class JointPermissions(PagePermissionTester):
    """Wagtail's rights on a page; publishing waits for both signatures."""

    def can_publish(self) -> bool:
        """Not past the municipality, whoever asks; a superuser may."""
        return super().can_publish() and not self.page.is_held_back(by=self.user)

    def can_set_view_restrictions(self) -> bool:
        """As for any page."""
        return super().can_publish()

    def can_unschedule(self) -> bool:
        """As for any page."""
        return super().can_publish()


class JointlySigned:
    """For page types that may be a joint announcement (`embargo_until` is set): it comes out with both signatures.

    An announcement that is out is corrected like any other page. To make one an ordinary page again, by taking its
    embargo away, is for the programme manager.
    """

    # What it expects of the page it is mixed into.
    embargo_until: Any
    pk: Any
    revisions: Any
    live_revision_id: Any
    latest_revision_id: Any
    get_admin_display_title: Any
    _base_manager: Any

    @property
    def needs_joint_sign_off(self) -> bool:
        """Whether the municipality must agree before it comes out."""
        return self.embargo_until is not None and not self._is_out_already()

    def _is_out_already(self) -> bool:
        return type(self)._base_manager.filter(pk=self.pk, live=True, embargo_until__isnull=False).exists()

    def _was_joint(self) -> bool:
        """Whether any draft since it was last published was a joint announcement."""
        drafts = self.revisions.all()
        if self.live_revision_id:
            drafts = drafts.filter(pk__gt=self.live_revision_id)
        return any(drafts.order_by().values_list("content__embargo_until", flat=True))

    def is_held_back(self, *, by: Any) -> bool:
        """Whether `by` may not publish the newest draft, because a signature is missing."""
        if by.is_superuser or self.pk is None:
            return False
        if self.needs_joint_sign_off:
            return not is_signed(self.latest_revision_id)
        return (
            self.embargo_until is None
            and not self._is_out_already()
            and not has_role(by, Role.PROGRAMME_MANAGER)
            and self._was_joint()
        )

    def permissions_for_user(self, user: Any) -> JointPermissions:
        """With publishing kept until both have signed."""
        return JointPermissions(user, self)

    def clean(self) -> None:
        """A new announcement begins as a draft: Wagtail would store it as published before anybody is asked."""
        super().clean()  # type: ignore[misc]
        if self._state.adding and self.embargo_until and not self.alias_of_id:  # type: ignore[attr-defined]
            self.live = False

    def publish(self, revision: Revision, user: Any = None, skip_permission_checks: bool = False, **more: Any) -> Any:
        """Publish; what both signed comes out though the last to sign has no right to publish."""
        is_free = skip_permission_checks or is_signed(revision.pk)
        return super().publish(revision, user=user, skip_permission_checks=is_free, **more)  # type: ignore[misc]


def is_signed(revision: int | None) -> bool:
    """Whether the municipality has signed exactly this text."""
    return (
        revision is not None
        and TaskState.objects.filter(
            revision=revision, status=TaskState.STATUS_APPROVED, task__in=SignOffTask.objects.all()
        ).exists()
    )
