"""Premises a firm offers: written by its people, sent to communications, and shown when they approve them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role, has_role
from common.workflow import TransitionError
from partners.models import Membership, PartnerFirm, Premises, Topic

from .notices import notify
from .profiles import may_approve_profiles, may_write_profile
from .seats import seat_of

PREMISES_FIELDS = (
    "kind",
    "title_nb",
    "title_en",
    "description_nb",
    "description_en",
    "address",
    "district",
    "area_from",
    "area_to",
    "price_band",
    "vacant_from",
    "metres_to_station",
    "image_alt_nb",
    "image_alt_en",
)
MOST_OF_A_FIRM = 200
_Status = Premises.Status


class PremisesConflict(ValidationError):
    """Somebody else saved while one was writing. `premises` is what they saved; nothing of either is lost."""

    def __init__(self, premises: Premises) -> None:
        super().__init__(
            _("%(who)s saved these premises while you were writing. Your own text still stands below."),
            code="conflict",
            params={"who": premises.changed_by or _("Somebody else")},
        )
        self.premises = premises


# --- who may ----------------------------------------------------------------------------------------------------------
def may_write_premises(user: User, firm: PartnerFirm) -> bool:
    """Whether `user` writes drafts: the firm's administrators and members, and the programme manager (access.md)."""
    return may_write_profile(user, firm)


def may_offer_premises(user: User, firm: PartnerFirm) -> bool:
    """Whether `user` sends, takes back, withdraws and shows again: administrators, and the programme manager."""
    seat = seat_of(user, firm)
    is_administrator = seat is not None and seat.role == Membership.Role.ADMINISTRATOR
    return is_administrator or has_role(user, Role.PROGRAMME_MANAGER)


def may_approve_premises(user: User) -> bool:
    """Whether `user` decides what the public reads: as with profiles."""
    return may_approve_profiles(user)


def _require(is_allowed: bool) -> None:
    if not is_allowed:
        raise ValidationError(_("You may not do this."), code="role")


# --- writing ----------------------------------------------------------------------------------------------------------
def premises_of(firm: PartnerFirm) -> QuerySet[Premises]:
    """Everything the firm offers, writes or has let; what is on the pages first, then the newest."""
    rank = Premises.objects.filter(firm=firm).select_related("image", "changed_by", "firm")
    return rank.order_by(F("offered_at").desc(nulls_last=True), "-pk")


@transaction.atomic
def save_premises(
    firm: PartnerFirm,
    values: Mapping[str, Any],
    *,
    premises: Premises | None = None,
    revision: int = 0,
    upload: ContentFile | None = None,
    removes_picture: bool = False,
    by: User,
) -> Premises:
    """Keep what somebody wrote: of a draft of the firm, or, without `premises`, as a new one. Returns it.

    `values` are of PREMISES_FIELDS, `revision` is the one they began from, `upload` comes from `read_photo`. What was
    approved before has to be approved again. Raises PremisesConflict when somebody saved meanwhile, TransitionError
    when it is no draft, ValidationError when `by` may not write, something does not fit, or there are MOST_OF_A_FIRM.
    """
    _require(may_write_premises(by, firm))
    facts = {name: values[name] for name in PREMISES_FIELDS if name in values}
    facts |= {"changed_at": timezone.now(), "changed_by": by}
    if premises is None:
        PartnerFirm.objects.select_for_update().get(pk=firm.pk)
        if Premises.objects.filter(firm=firm).count() >= MOST_OF_A_FIRM:
            raise ValidationError(_("That is as many as we keep for one firm. Write to us."), code="many")
        found = Premises(firm=firm, slug=_free_slug(facts["title_nb"]), revision=1, **facts)
        found.full_clean(exclude=["image"])
        found.save()
    else:
        found = _written(premises, firm, facts, revision, by)
    _keep_picture(found, upload, removes_picture)
    log(found, "partners.premises_written", user=by)
    return found


def _written(premises: Premises, firm: PartnerFirm, facts: dict[str, Any], revision: int, by: User) -> Premises:
    mine = Premises.objects.filter(pk=premises.pk, firm=firm)
    changed = mine.filter(status=_Status.DRAFT, revision=revision).update(
        **facts, revision=F("revision") + 1, approved_at=None
    )
    found = mine.select_related("firm", "changed_by", "image").get()
    if not changed and found.status != _Status.DRAFT:
        raise TransitionError(_("It waits for approval or is public. Take it back before you change it."), code="draft")
    if not changed:
        raise PremisesConflict(found)
    return found


def _free_slug(title: str) -> str:
    """A short name for the address of the page that nobody has."""
    start = slugify(title)[:40].strip("-") or "lokale"
    taken = set(Premises.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    names = (f"{start}-{number}" for number in range(2, len(taken) + 3))
    return start if start not in taken else next(name for name in names if name not in taken)


def _keep_picture(premises: Premises, upload: ContentFile | None, removes_picture: bool) -> None:
    if upload is None and not removes_picture:
        return
    old = premises.upload.name
    if upload is not None:
        premises.upload.save(upload.name or "bilde.jpg", upload, save=False)
    else:
        premises.upload = ""
        premises.image = None
    premises.save(update_fields=["upload", "image"])
    if old:
        transaction.on_commit(partial(premises.upload.storage.delete, old), robust=True)


# --- the firm's steps -------------------------------------------------------------------------------------------------
@transaction.atomic
def submit_premises(premises: Premises, *, by: User) -> None:
    """Send it to communications.

    Raises ValidationError when `by` may not or a picture says nothing of what it shows, TransitionError when it is no
    draft.
    """
    _require(may_offer_premises(by, premises.firm))
    if (premises.upload or premises.image_id) and not premises.image_alt_nb:
        raise ValidationError(_("Say what the picture shows."), code="alt")
    premises.submit(by=by)


@transaction.atomic
def take_back_premises(premises: Premises, *, by: User) -> None:
    """Write on instead of waiting. Raises ValidationError when `by` may not, TransitionError when it was decided."""
    _require(may_offer_premises(by, premises.firm))
    premises.take_back(by=by)


@transaction.atomic
def withdraw_premises(premises: Premises, *, by: User) -> None:
    """Take it off the pages. Raises ValidationError when `by` may not, TransitionError when it is not on them."""
    _require(may_offer_premises(by, premises.firm))
    premises.withdraw(by=by)


@transaction.atomic
def show_premises_again(premises: Premises, *, by: User) -> None:
    """Put back on the pages what was taken off and not changed since.

    Raises ValidationError when `by` may not, TransitionError when it has to be approved first, is no draft, or the
    firm's agreement does not run.
    """
    _require(may_offer_premises(by, premises.firm))
    fresh = Premises.objects.select_for_update().get(pk=premises.pk)
    if fresh.status == _Status.DRAFT and fresh.approved_at is None:
        raise TransitionError(_("It has changed since it was approved. Send it for approval."), code="unapproved")
    premises.offer(by=by)


# --- deciding ---------------------------------------------------------------------------------------------------------
def premises_to_approve() -> QuerySet[Premises]:
    """What waits for communications, the oldest first."""
    waiting = Premises.objects.filter(status=_Status.WAITING).select_related("firm", "changed_by")
    return waiting.order_by("submitted_at", "pk")


@transaction.atomic
def approve_premises(premises: Premises, *, by: User, revision: int | None = None) -> Premises:
    """Show it to the public; the firm is told. Returns it as it now stands.

    `revision` is the one `by` has read; another one is not approved unread. Raises ValidationError when `by` may not,
    TransitionError when it no longer waits or the firm's agreement does not run.
    """
    _require(may_approve_premises(by))
    found = _as_read(premises, revision)
    found.approve(by=by)
    if found.upload:
        old = found.upload.name
        found.image, found.upload = _as_image(found, by), ""
        transaction.on_commit(partial(found.upload.storage.delete, old), robust=True)
    found.save(update_fields=["image", "upload"])  # tells search and the page cache too
    notify(found.firm, topic=Topic.PROFILE, kind="premises_approved", premises=found.pk, title=found.title_nb)
    return found


def _as_image(premises: Premises, by: User) -> Any:
    with premises.upload.open("rb") as file:
        content = ContentFile(file.read(), name=f"{premises.slug}.{premises.upload_ending}")
    return get_image_model().objects.create(
        title=premises.title_nb, description=premises.image_alt_nb, file=content, uploaded_by_user=by
    )


@transaction.atomic
def return_premises(premises: Premises, *, comment: str, by: User, revision: int | None = None) -> None:
    """Send it back with a word on what to change; the firm is told. Raises as `approve_premises`."""
    _require(may_approve_premises(by))
    found = _as_read(premises, revision)
    found.send_back(comment=comment, by=by)
    words: dict[str, Any] = {"premises": found.pk, "title": found.title_nb, "comment": found.comment}
    notify(found.firm, topic=Topic.PROFILE, kind="premises_returned", **words)


def _as_read(premises: Premises, revision: int | None) -> Premises:
    fresh = Premises.objects.select_for_update().get(pk=premises.pk)
    if revision is not None and fresh.revision != revision:
        raise TransitionError(_("The firm has changed it since you opened it. Read it again first."), code="changed")
    return fresh
