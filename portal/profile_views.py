"""The firm's public profile: written here, previewed, sent to communications."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.models import Competence, PartnerFirm, ProfileDraft, spoken_in_words
from partners.services import (
    CHOICE_FIELDS,
    MEDIA_TYPES,
    TEXT_FIELDS,
    ProfileConflict,
    completeness,
    completeness_of,
    differing_fields,
    has_logo,
    may_submit_profile,
    profile_being_written,
    profile_values,
    save_draft,
    submit_profile,
    take_back_profile,
)
from register.models import FocusIndustry

from .access import only_for_partners, seat_required
from .pages import show, tell_errors
from .profile_form import ProfileForm
from .undo import offer

_Status = ProfileDraft.Status


def _stored(firm: PartnerFirm) -> tuple[ProfileDraft | None, int]:
    """The draft being written, and the revision to begin from: an approved one counts on."""
    draft = profile_being_written(firm)
    if draft is not None:
        return draft, draft.revision
    last = ProfileDraft.objects.filter(firm=firm).values_list("revision", flat=True).first()
    return None, last or 0


@require_http_methods(["GET", "HEAD", "POST"])
@seat_required
def profile(request: HttpRequest) -> HttpResponse:
    """Write the profile, look at it as the public will, keep it. What waits for approval is only shown."""
    only_for_partners(request)
    firm = request.seat.firm  # type: ignore[attr-defined]
    draft, revision = _stored(firm)
    if request.method != "POST":
        return _page(request, ProfileForm(firm=firm, draft=draft, revision=revision), draft)
    form = ProfileForm(request.POST, request.FILES, firm=firm, draft=draft, revision=revision)
    if not form.is_valid():
        return _page(request, form, draft, 422)
    if "forhandsvis" in request.POST:
        return _page(request, form, draft)
    had_logo = has_logo(firm, draft)
    try:
        saved = save_draft(
            firm,
            form.values(),
            revision=form.cleaned_data["revision"],
            logo=form.cleaned_data["logo"],
            removes_logo=form.cleaned_data["removes_logo"],
            by=request.user,  # type: ignore[arg-type]
        )
    except ProfileConflict as error:
        return _conflict(request, form, error)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, form, profile_being_written(firm), 422)
    if "send" in request.POST:
        return _send(request, saved)
    said = _("Kept. The public sees it when you send it and we have approved it.")
    if had_logo and saved.removes_logo:
        offer(request, said, "logo", revision=saved.revision)
    else:
        messages.success(request, said)
    return redirect("portal:profile")


def _conflict(request: HttpRequest, form: ProfileForm, error: ProfileConflict) -> HttpResponse:
    """Both texts stand on the page; keeping it once more is then meant."""
    theirs, mine = profile_values(error.draft), _as_kept(form.cleaned_data)
    names = differing_fields(theirs, mine, (*TEXT_FIELDS, *CHOICE_FIELDS))
    rows = [(form[name].label, _in_words(name, theirs[name]), _in_words(name, mine[name])) for name in names]
    data = request.POST.copy()
    data["revision"] = str(error.draft.revision)
    fresh = ProfileForm(data, firm=form.instance.firm, draft=error.draft)
    fresh.is_valid()
    return _page(request, fresh, error.draft, 409, conflict=rows, conflict_text=error.messages[0])


def _as_kept(data: dict[str, Any]) -> dict[str, Any]:
    chosen = {name: sorted(one.pk for one in data[name]) for name in CHOICE_FIELDS}
    return {**{name: data[name] for name in TEXT_FIELDS}, **chosen}


def _in_words(name: str, value: Any) -> str:
    """What a field holds, as people read it."""
    if name == "languages":
        return spoken_in_words(value)
    models: dict[str, Any] = {"industries": FocusIndustry, "competences": Competence}
    if name in models:
        return ", ".join(one.name for one in models[name].objects.filter(pk__in=value))
    return str(value)


def _page(
    request: HttpRequest, form: ProfileForm, draft: ProfileDraft | None, status: int = 200, **more: Any
) -> HttpResponse:
    seat = request.seat  # type: ignore[attr-defined]
    firm = seat.firm
    is_typed = form.is_bound and hasattr(form, "cleaned_data")
    typed = {name: form.cleaned_data.get(name) for name in (*TEXT_FIELDS, *CHOICE_FIELDS)} if is_typed else None
    keeps_logo = has_logo(firm, draft)
    return show(
        request,
        "portal/profile.html",
        "firm",
        status=status,
        form=form,
        draft=draft,
        waits=draft is not None and draft.status == _Status.SUBMITTED,
        returned=draft is not None and draft.status == _Status.RETURNED,
        complete=completeness(typed, has_logo=keeps_logo) if typed else completeness_of(firm, draft),
        shown=_shown(firm, draft, typed),
        shows_logo=keeps_logo,
        industry_codes=list(firm.industry_codes.all()),
        may_submit=may_submit_profile(request.user, firm) and not seat.is_preview,  # type: ignore[arg-type]
        **more,
    )


def _shown(firm: PartnerFirm, draft: ProfileDraft | None, typed: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The profile as the public will read it, in each language."""
    source = draft or firm
    values = typed or {name: getattr(source, name) for name in TEXT_FIELDS}
    competences = typed["competences"] if typed else list(source.competences.all())
    result = []
    for code in ("nb", "en"):
        result.append(
            {
                "code": code,
                "tagline": values[f"tagline_{code}"] or "",
                "profile": values[f"profile_{code}"] or "",
                "offers": [line.strip() for line in (values[f"offers_{code}"] or "").splitlines() if line.strip()],
                "competences": [getattr(one, f"name_{code}") for one in competences or ()],
            }
        )
    return result


def _send(request: HttpRequest, draft: ProfileDraft) -> HttpResponse:
    try:
        submit_profile(draft, by=request.user)  # type: ignore[arg-type]
    except ValidationError as error:
        tell_errors(request, error)
    else:
        messages.success(request, _("Sent. We read it and tell you; you can take it back until then."))
    return redirect("portal:profile")


def _draft_or_back(request: HttpRequest) -> ProfileDraft | None:
    only_for_partners(request)
    if not request.seat.is_administrator:  # type: ignore[attr-defined]
        raise PermissionDenied
    return profile_being_written(request.seat.firm)  # type: ignore[attr-defined]


@require_POST
@seat_required
def submit(request: HttpRequest) -> HttpResponse:
    """Send what was kept to communications."""
    draft = _draft_or_back(request)
    if draft is None:
        messages.info(request, _("There is nothing new to send."))
        return redirect("portal:profile")
    return _send(request, draft)


@require_POST
@seat_required
def take_back(request: HttpRequest) -> HttpResponse:
    """Write on instead of waiting."""
    draft = _draft_or_back(request)
    try:
        if draft is None:
            raise ValidationError(_("It no longer waits for approval; read what was decided."))
        take_back_profile(draft, by=request.user)  # type: ignore[arg-type]
    except ValidationError as error:
        tell_errors(request, error)
    else:
        messages.success(request, _("It is yours again. Send it when you are ready."))
    return redirect("portal:profile")


@require_safe
@seat_required
def logo(request: HttpRequest) -> HttpResponseBase:
    """The logo as it will be, to those who write the profile; outside the public folders until it is approved."""
    only_for_partners(request)
    firm = request.seat.firm  # type: ignore[attr-defined]
    draft = profile_being_written(firm)
    file: Any = draft.logo if draft is not None and draft.logo else (firm.logo.file if firm.logo else None)
    if file is None or not file.storage.exists(file.name):
        raise Http404
    ending = file.name.rpartition(".")[2].lower()
    response = FileResponse(
        file.open("rb"),
        as_attachment=True,
        filename=f"logo.{ending}",
        content_type=MEDIA_TYPES.get(ending, "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
