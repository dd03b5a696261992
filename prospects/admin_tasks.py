"""Tasks and drafts in the admin: given, done, dropped, opened again; read and filed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from . import services
from .admin_case import attempt, back_to, changes, show_case
from .admin_forms import TaskForm
from .models import Activity, Prospect, Task
from .rights import CHANGE


def _task(request: HttpRequest, prospect: Prospect, task_pk: int) -> Task:
    return get_object_or_404(Task.objects.visible_to(request.user), prospect=prospect, pk=task_pk)


@changes(CHANGE, follows=True)
def give(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    """Give somebody something to do."""
    form = TaskForm(request.POST, user=request.user, auto_id="task_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, task_form=form)
    return attempt(
        request,
        prospect,
        lambda: services.give_task(prospect, by=request.user, **form.values()),
        _("The task is given."),
        at="tasks",
    )


@changes(CHANGE)
def change(request: HttpRequest, prospect: Prospect, task_pk: int) -> HttpResponse:
    """Change an open task."""
    task = _task(request, prospect, task_pk)
    form = TaskForm(request.POST, user=request.user, task=task, auto_id=f"task{task.pk}_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, changed_task=(task.pk, form))
    return attempt(
        request,
        prospect,
        lambda: services.change_task(task, by=request.user, **form.values()),
        _("Saved."),
        at="tasks",
    )


@changes(CHANGE)
def end(request: HttpRequest, prospect: Prospect, task_pk: int) -> HttpResponse:
    """Done, dropped with a reason, or opened again: what the button says."""
    task, by = _task(request, prospect, task_pk), request.user
    verbs: dict[str, tuple[Any, str]] = {
        "finish": (lambda: task.finish(by=by), _("Done.")),
        "drop": (lambda: task.drop(reason=request.POST.get("reason", "")[:300], by=by), _("Dropped.")),
        "reopen": (lambda: task.reopen(by=by), _("It is open again.")),
    }
    action, success = verbs.get(request.POST.get("verb", ""), (None, ""))
    if action is None:
        return back_to(request, prospect, at="tasks")
    return attempt(request, prospect, action, success, at="tasks")


@changes(CHANGE)
def read(request: HttpRequest, prospect: Prospect, activity_pk: int) -> HttpResponse:
    """A mail that came in by itself: it belongs to the case, or is none of ours."""
    draft = get_object_or_404(Activity.objects.visible_to(request.user), prospect=prospect, pk=activity_pk)
    if request.POST.get("verb") == "file":
        return attempt(
            request, prospect, lambda: services.file_activity(draft, by=request.user), _("It is in the case now.")
        )
    if request.POST.get("verb") == "discard":
        return attempt(request, prospect, lambda: services.discard_activity(draft, by=request.user), _("Thrown away."))
    return redirect("prospects:case", pk=prospect.pk)
