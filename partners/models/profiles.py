"""What a firm says of itself: as the public reads it, and as it is being written."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.workflow import Transition, TransitionError, move
from register.models import FocusIndustry

from .agreements import private_storage
from .firms import Competence, PartnerFirm, ProfileText


def logo_path(_draft: "ProfileDraft", name: str) -> str:
    """A random name with the ending of the picture."""
    return f"logos/{secrets.token_hex(16)}.{name.rpartition('.')[2].lower()[:4]}"


class ProfileDraft(ProfileText):
    """A firm's public profile as its people are writing it; the public sees nothing of it.

    Somebody of the firm writes: it is being *edited*. They send it to communications: *submitted*. Communications
    approves it, and it becomes the firm's public profile: *approved*; or sends it back with a word on what to change:
    *returned*. The firm may take it back while it waits, and begin again whenever it likes.
    """

    class Status(models.TextChoices):
        EDITED = "edited", _("being written")
        SUBMITTED = "submitted", _("waiting for approval")
        RETURNED = "returned", _("sent back")
        APPROVED = "approved", _("approved")

    TRANSITIONS = {
        "edit": Transition("status", ("submitted", "returned", "approved"), "edited", "partners.profile_edited"),
        "submit": Transition("status", ("edited", "returned"), "submitted", "partners.profile_submitted"),
        "approve": Transition("status", ("submitted",), "approved", "partners.profile_approved"),
        "send_back": Transition("status", ("submitted",), "returned", "partners.profile_returned"),
    }

    firm = models.OneToOneField(
        PartnerFirm, on_delete=models.CASCADE, related_name="profile_draft", verbose_name=_("partner firm")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.EDITED)
    logo = models.FileField(_("logo"), storage=private_storage, upload_to=logo_path, blank=True, max_length=120)
    former_logo = models.FileField(
        _("logo taken away last"), storage=private_storage, upload_to=logo_path, blank=True, max_length=120
    )
    removes_logo = models.BooleanField(_("show no logo"), default=False)
    industries = models.ManyToManyField(FocusIndustry, verbose_name=_("industries"), blank=True, related_name="+")
    competences = models.ManyToManyField(Competence, verbose_name=_("competences"), blank=True, related_name="+")
    changed_at = models.DateTimeField(_("last changed"), default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    comment = models.TextField(_("what to change"), blank=True)
    revision = models.PositiveIntegerField(default=0, help_text=_("Counts saves, so that two writers hear of it."))

    class Meta:
        verbose_name = _("profile being written")
        verbose_name_plural = _("profiles being written")
        constraints = [
            models.CheckConstraint(condition=~Q(status="returned") | ~Q(comment=""), name="returned_profile_says_why")
        ]

    def __str__(self):
        return str(self.firm)

    @property
    def logo_ending(self) -> str:
        """The ending of the logo's file, "png"; empty without one."""
        return str(self.logo.name or "").rpartition(".")[2]

    def edit(self, *, by) -> None:
        """Write on. What waited for approval no longer does."""
        move(self, "edit", by=by)

    def submit(self, *, by) -> None:
        """Send it to communications."""
        move(self, "submit", by=by, facts={"submitted_at": timezone.now(), "comment": ""})

    def approve(self, *, by) -> None:
        """It may be shown. Use `partners.services.approve_profile`, which shows it."""
        move(self, "approve", by=by, facts={"decided_at": timezone.now(), "comment": ""})

    def send_back(self, *, comment: str, by) -> None:
        """Not yet, and what to change. Raises TransitionError without a word on that."""
        if not comment.strip():
            raise TransitionError(_("Say what to change; the firm reads it."), code="comment")
        move(self, "send_back", by=by, facts={"decided_at": timezone.now(), "comment": comment.strip()})
