"""A firm's public profile: written as a draft, sent to communications, and shown when they approve it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images import get_image_model

from accounts.models import User
from accounts.roles import Role, has_role
from common.workflow import TransitionError
from partners.models import Membership, PartnerFirm, ProfileDraft, ProfileText, Topic

from .duties import finish_duties
from .notices import notify
from .seats import seat_of

TEXT_FIELDS = tuple(field.name for field in ProfileText._meta.local_fields)
CHOICE_FIELDS = ("industries", "competences")
_Status = ProfileDraft.Status


class ProfileConflict(ValidationError):
    """Somebody else saved while one was writing. `draft` is what they saved; nothing of either is lost."""

    def __init__(self, draft: ProfileDraft) -> None:
        super().__init__(
            _("%(who)s saved this profile while you were writing. Below you see where the two differ."),
            code="conflict",
            params={"who": draft.changed_by or _("Somebody else")},
        )
        self.draft = draft


# --- who may ----------------------------------------------------------------------------------------------------------
def may_write_profile(user: User, firm: PartnerFirm) -> bool:
    """Whether `user` writes the firm's draft: its administrators and members, and the programme manager."""
    seat = seat_of(user, firm)
    is_of_firm = seat is not None and seat.role != Membership.Role.LIAISON
    return is_of_firm or has_role(user, Role.PROGRAMME_MANAGER)


def may_submit_profile(user: User, firm: PartnerFirm) -> bool:
    """Whether `user` sends the draft for approval: the firm's administrators, and the programme manager."""
    seat = seat_of(user, firm)
    is_administrator = seat is not None and seat.role == Membership.Role.ADMINISTRATOR
    return is_administrator or has_role(user, Role.PROGRAMME_MANAGER)


def may_approve_profiles(user: User) -> bool:
    """Whether `user` decides what the public reads: communications and the programme manager."""
    return has_role(user, Role.COMMUNICATIONS, Role.PROGRAMME_MANAGER)


def _require(is_allowed: bool) -> None:
    if not is_allowed:
        raise ValidationError(_("You may not do this."), code="role")


# --- writing ----------------------------------------------------------------------------------------------------------
def profile_being_written(firm: PartnerFirm) -> ProfileDraft | None:
    """The draft that is written, waits or was sent back; None when what stands is what the public reads."""
    draft = ProfileDraft.objects.select_related("firm", "changed_by").filter(firm=firm).first()
    return None if draft is None or draft.status == _Status.APPROVED else draft


def profile_values(source: PartnerFirm | ProfileDraft) -> dict[str, Any]:
    """Every text and choice of a profile, by field; choices as sorted keys."""
    values: dict[str, Any] = {name: getattr(source, name) for name in TEXT_FIELDS}
    for name in CHOICE_FIELDS:
        values[name] = sorted(one.pk for one in getattr(source, name).all())
    return values


@transaction.atomic
def save_draft(
    firm: PartnerFirm,
    values: Mapping[str, Any],
    *,
    revision: int,
    by: User,
    logo: ContentFile | None = None,
    removes_logo: bool = False,
) -> ProfileDraft:
    """Keep what somebody wrote; `revision` is the one they began from, 0 for the first. Returns the draft.

    `values` are fields of the profile; what is not among them stays. `logo` comes from `read_logo`. Raises
    ProfileConflict when somebody saved meanwhile, TransitionError while it waits for approval, ValidationError when
    `by` may not write.
    """
    _require(may_write_profile(by, firm))
    draft = _draft_to_write(firm, by)
    if draft.status == _Status.SUBMITTED:
        raise TransitionError(_("It waits for approval. Take it back before you change it."), code="submitted")
    texts = {name: values[name] for name in TEXT_FIELDS if name in values}
    mine = ProfileDraft.objects.filter(pk=draft.pk, revision=revision, status__in=(_Status.EDITED, _Status.RETURNED))
    written = mine.update(
        **texts,
        revision=F("revision") + 1,
        removes_logo=removes_logo and logo is None,
        changed_at=timezone.now(),
        changed_by=by,
    )
    draft.refresh_from_db()
    if not written:
        raise ProfileConflict(draft)
    if logo is not None:
        _replace_logo(draft, logo)
    elif removes_logo or draft.former_logo:
        _set_logo_aside(draft, removes_logo)
    for name in CHOICE_FIELDS:
        if name in values:
            getattr(draft, name).set(values[name])
    return draft


def _draft_to_write(firm: PartnerFirm, by: User) -> ProfileDraft:
    """The firm's draft, begun from what the public reads when there is none or the last one was approved."""
    start = {name: getattr(firm, name) for name in TEXT_FIELDS}
    draft, is_new = ProfileDraft.objects.get_or_create(firm=firm, defaults={**start, "changed_by": by})
    if draft.status == _Status.APPROVED:
        draft.edit(by=by)
        ProfileDraft.objects.filter(pk=draft.pk).update(**start)
        draft.refresh_from_db()
        is_new = True
    if is_new:
        for name in CHOICE_FIELDS:
            getattr(draft, name).set(getattr(firm, name).all())
    return draft


def _replace_logo(draft: ProfileDraft, logo: ContentFile | None) -> None:
    old = [draft.logo.name, draft.former_logo.name]
    draft.former_logo = ""
    if logo is None:
        draft.logo = ""
    else:
        draft.logo.save(logo.name or "logo.png", logo, save=False)
    draft.save(update_fields=["logo", "former_logo"])
    _delete_logos(draft, old)


def _set_logo_aside(draft: ProfileDraft, removes_logo: bool) -> None:
    """Keep what is taken away until the next save, so that it can be undone; what was kept before is deleted."""
    old = draft.former_logo.name
    draft.former_logo = draft.logo.name if removes_logo else ""
    if removes_logo:
        draft.logo = ""
    draft.save(update_fields=["logo", "former_logo"])
    _delete_logos(draft, [old])


def _delete_logos(draft: ProfileDraft, names: Iterable[str | None]) -> None:
    for name in filter(None, names):
        transaction.on_commit(partial(draft.logo.storage.delete, name), robust=True)


# --- sending and deciding ---------------------------------------------------------------------------------------------
@transaction.atomic
def submit_profile(draft: ProfileDraft, *, by: User) -> None:
    """Send it to communications. Raises ValidationError when `by` may not or there is no text, else TransitionError."""
    _require(may_submit_profile(by, draft.firm))
    if not (draft.tagline_nb.strip() and draft.profile_nb.strip()):
        raise ValidationError(
            _("Write at least one line about the firm and a short text in Norwegian first."), code="empty"
        )
    draft.submit(by=by)


@transaction.atomic
def take_back_profile(draft: ProfileDraft, *, by: User) -> None:
    """Write on instead of waiting. Raises ValidationError when `by` may not, TransitionError when it was decided."""
    _require(may_submit_profile(by, draft.firm))
    if draft.status != _Status.SUBMITTED:
        raise TransitionError(_("It no longer waits for approval; read what was decided."), code="decided")
    draft.edit(by=by)


def profiles_to_approve() -> QuerySet[ProfileDraft]:
    """What waits for communications, the oldest first."""
    waiting = ProfileDraft.objects.filter(status=_Status.SUBMITTED).select_related("firm", "changed_by")
    return waiting.order_by("submitted_at", "pk")


@transaction.atomic
def approve_profile(draft: ProfileDraft, *, by: User, revision: int | None = None) -> PartnerFirm:
    """Show it to the public: texts, choices and logo are copied to the firm, who is told. Returns the firm.

    `revision` is the one `by` has read; another one is not approved unread. Raises ValidationError when `by` may not,
    TransitionError when it is no longer what was sent.
    """
    _require(may_approve_profiles(by))
    draft = _as_read(draft, revision)
    draft.approve(by=by)
    firm = PartnerFirm.objects.select_for_update().get(pk=draft.firm_id)
    texts: dict[str, str] = {name: getattr(draft, name) for name in TEXT_FIELDS}
    PartnerFirm.objects.filter(pk=firm.pk).update(**texts)
    firm.refresh_from_db(fields=list(texts))
    firm.profile_approved_at = draft.decided_at
    if draft.logo:
        firm.logo = _as_image(draft, by)
    elif draft.removes_logo:
        firm.logo = None
    firm.save(update_fields=["profile_approved_at", "logo"])  # tells search and the page cache of the texts too
    for name in CHOICE_FIELDS:
        getattr(firm, name).set(getattr(draft, name).all())
    if draft.logo or draft.former_logo:
        _replace_logo(draft, None)
    ProfileDraft.objects.filter(pk=draft.pk).update(removes_logo=False)
    finish_duties(firm)
    notify(firm, topic=Topic.PROFILE, kind="profile_approved")
    return firm


def _as_image(draft: ProfileDraft, by: User) -> Any:
    """The logo as one of the site's pictures; what it shows is the firm's name."""
    with draft.logo.open("rb") as file:
        content = ContentFile(file.read(), name=f"logo-{draft.firm.slug}.{draft.logo_ending}")
    return get_image_model().objects.create(
        title=_("Logo: %(firm)s") % {"firm": draft.firm},
        description=draft.firm.name,
        file=content,
        uploaded_by_user=by,
    )


@transaction.atomic
def return_profile(draft: ProfileDraft, *, comment: str, by: User, revision: int | None = None) -> None:
    """Send it back with a word on what to change; the firm is told. Raises as `approve_profile`."""
    _require(may_approve_profiles(by))
    draft = _as_read(draft, revision)
    draft.send_back(comment=comment, by=by)
    notify(draft.firm, topic=Topic.PROFILE, kind="profile_returned", comment=draft.comment)


def _as_read(draft: ProfileDraft, revision: int | None) -> ProfileDraft:
    fresh = ProfileDraft.objects.select_for_update().get(pk=draft.pk)
    if revision is not None and fresh.revision != revision:
        raise TransitionError(_("The firm has changed it since you opened it. Read it again first."), code="changed")
    return fresh


# --- completeness -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Missing:
    """Something a good profile has: the field it is written in, and a word on it."""

    field: str
    words: Any


@dataclass(frozen=True)
class Completeness:
    """How far a profile has come: per cent, and what is missing."""

    percent: int
    missing: tuple[Missing, ...]


ASKED: tuple[tuple[str, Any], ...] = (
    ("tagline_nb", gettext_lazy("One line about you, in Norwegian")),
    ("profile_nb", gettext_lazy("A short text in Norwegian")),
    ("offers_nb", gettext_lazy("What you offer a newcomer, in Norwegian")),
    ("tagline_en", gettext_lazy("One line about you, in English")),
    ("profile_en", gettext_lazy("A short text in English")),
    ("offers_en", gettext_lazy("What you offer a newcomer, in English")),
    ("logo", gettext_lazy("A logo")),
    ("industries", gettext_lazy("The industries you work with")),
    ("competences", gettext_lazy("What you can help with")),
    ("languages", gettext_lazy("The languages you help in")),
    ("website", gettext_lazy("Your website")),
    ("mentor_name", gettext_lazy("A mentor")),
)


def completeness(values: Mapping[str, Any], *, has_logo: bool) -> Completeness:
    """How complete a profile with these `values` (as `profile_values` gives them) is."""
    given: Callable[[str], bool] = lambda name: has_logo if name == "logo" else bool(values.get(name))  # noqa: E731
    missing = tuple(Missing(name, words) for name, words in ASKED if not given(name))
    return Completeness(100 * (len(ASKED) - len(missing)) // len(ASKED), missing)


def completeness_of(firm: PartnerFirm, draft: ProfileDraft | None) -> Completeness:
    """How complete the profile is as it is being written, else as the public reads it."""
    source: PartnerFirm | ProfileDraft = draft or firm
    return completeness(profile_values(source), has_logo=has_logo(firm, draft))


def has_logo(firm: PartnerFirm, draft: ProfileDraft | None) -> bool:
    """Whether there will be a logo once the draft is approved."""
    if draft is not None and draft.logo:
        return True
    return firm.logo_id is not None and not (draft is not None and draft.removes_logo)


# --- differences ------------------------------------------------------------------------------------------------------
def differing_fields(before: Mapping[str, Any], after: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """Which of `names` differ between two sets of values, in that order; the end of a line never counts."""
    return [name for name in names if _comparable(before.get(name)) != _comparable(after.get(name))]


def _comparable(value: Any) -> Any:
    if isinstance(value, str):
        return "\n".join(line.rstrip() for line in value.strip().splitlines())
    return sorted(value, key=str) if isinstance(value, list | tuple) else value
