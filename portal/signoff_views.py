"""What the municipality signs off: joint announcements that wait for the liaison.

The rules are the review's own (Wagtail's workflow); these pages ask what waits for the user, show it and tell.
"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import TaskState

from common.workflow import TransitionError

from .access import seat_required
from .signoffs import SendBackForm, waiting_for


def _waiting_or_404(request: HttpRequest, pk: int) -> TaskState:
    """What waits for this liaison; anything else, answered, foreign or absent, is alike."""
    found = waiting_for(request.seat).filter(pk=pk).first()  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, template: str, status: int = 200, **context) -> HttpResponse:
    seat = request.seat  # type: ignore[attr-defined]
    response = render(
        request,
        template,
        {"seat": seat, "firm": seat.firm, "firms": seat.firms, "nav": "home", **context},
        status=status,
    )
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _only_liaisons(request: HttpRequest) -> None:
    if not request.seat.is_liaison:  # type: ignore[attr-defined]
        raise Http404


@require_safe
@seat_required
def signoffs(request: HttpRequest) -> HttpResponse:
    """Everything that waits for the municipality's yes."""
    _only_liaisons(request)
    states = list(waiting_for(request.seat))  # type: ignore[attr-defined]
    items = [{"state": state, "draft": state.revision.as_object()} for state in states]
    return _page(request, "portal/signoffs.html", items=items)


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def signoff(request: HttpRequest, pk: int) -> HttpResponse:
    """One announcement: read it, sign it or send it back and say why."""
    _only_liaisons(request)
    state = waiting_for(request.seat).filter(pk=pk).first()  # type: ignore[attr-defined]
    if (
        state is None
        and request.method == "POST"
        and TaskState.objects.filter(pk=pk, finished_by=request.user).exists()
    ):
        messages.info(request, _("You have already answered this one."))
        return redirect("portal:signoffs")
    if state is None:
        raise Http404
    form = SendBackForm()
    if request.method == "POST":
        is_yes = request.POST.get("svar") == "ja"
        form = SendBackForm(request.POST)
        if is_yes or form.is_valid():
            comment = "" if is_yes else form.cleaned_data["comment"]
            return _answer(request, state, "approve" if is_yes else "reject", comment)
    draft = state.revision.as_object()
    earlier = state.workflow_state.task_states.filter(revision=state.revision, status="approved").order_by(
        "finished_at"
    )
    return _page(
        request,
        "portal/signoff.html",
        status=422 if form.errors else 200,
        state=state,
        draft=draft,
        approvals=earlier.select_related("finished_by"),
        form=form,
    )


def _answer(request: HttpRequest, state: TaskState, action: str, comment: str) -> HttpResponse:
    try:
        state.task.specific.on_action(state, request.user, action, comment=comment)
    except TransitionError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        if action == "approve":
            said = _("Signed. It comes out by itself when the embargo ends.")
        else:
            said = _("Sent back with your comment. You get a mail when it is ready to be read again.")
        messages.success(request, said)
    return redirect("portal:signoffs")


@require_safe
@xframe_options_sameorigin
@seat_required
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The announcement as the public will see it."""
    _only_liaisons(request)
    page = _waiting_or_404(request, pk).revision.as_object()
    with translation.override(page.locale.language_code):
        response = page.make_preview_request(request, page.default_preview_mode)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response
