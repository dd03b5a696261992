"""Files of a case in the admin: added, fetched, shown to the prospect, deleted."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.defaults import permission_denied

from . import services
from .admin_case import attempt, back_to, changes, show_case
from .file_form import FileForm
from .models import Attachment, Prospect
from .private_acts import handed_out
from .rights import CHANGE, VIEW


def _file(request: HttpRequest, prospect: Prospect, file_pk: int) -> Attachment:
    return get_object_or_404(Attachment.objects.visible_to(request.user), prospect=prospect, pk=file_pk)


@changes(CHANGE)
def add(request: HttpRequest, prospect: Prospect) -> HttpResponseBase:
    """Add a file of ours."""
    form = FileForm(request.POST, request.FILES, auto_id="file_%s")
    if not form.is_valid():
        return show_case(request, prospect.pk, 422, file_form=form)
    checked, shared = form.cleaned_data["file"], form.cleaned_data["shared"]
    return attempt(
        request,
        prospect,
        lambda: services.attach(prospect, checked, by=request.user, shared=shared),
        _("The file is in the case."),
        at="files",
    )


@require_safe
@never_cache
def fetch(request: HttpRequest, pk: int, file_pk: int) -> HttpResponseBase:
    """The file itself."""
    if not request.user.has_perm(VIEW):
        return permission_denied(request, PermissionDenied())
    found = Attachment.objects.visible_to(request.user)
    return handed_out(get_object_or_404(found, prospect_id=pk, pk=file_pk))


@changes(CHANGE)
def change(request: HttpRequest, prospect: Prospect, file_pk: int) -> HttpResponseBase:
    """Show it to the prospect, no longer, or delete it: what the button says."""
    found, by = _file(request, prospect, file_pk), request.user
    verb = request.POST.get("verb", "")
    if verb in ("share", "unshare"):
        is_shared = verb == "share"
        said = _("The prospect can fetch it now.") if is_shared else _("The prospect no longer sees it.")
        return attempt(request, prospect, lambda: services.share_file(found, shared=is_shared, by=by), said, at="files")
    if verb == "delete":
        return attempt(request, prospect, lambda: services.delete_file(found, by=by), _("Deleted."), at="files")
    return back_to(request, prospect, at="files")
