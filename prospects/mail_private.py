"""The letters about what a prospect does itself: it wrote, corrected, asked for a new link, or is gone."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.roles import is_staff_member
from common.mail import Letter, absolute, letter

from .mail import _to_contact
from .models import Activity, Prospect


@letter("private_link")
def private_link(prospect: int) -> Letter | None:
    """To the prospect: here is the new link you asked for."""
    found = Prospect.objects.filter(pk=prospect).first()
    contact = found.main_contact if found else None
    if found is None or contact is None:
        return None
    with translation.override(contact.language):
        return _to_contact(
            found,
            _("Your new link"),
            [
                _("Somebody asked for a new link to your page, and we think it was you."),
                _("If it was not, you need not do anything: the link has been sent to nobody else."),
            ],
            _("Open your page"),
        )


def _to_staff(found: Prospect | None, reader: int, subject: str, text: str, at: str = "") -> Letter | None:
    """A letter to somebody who may see the case; nobody's words and addresses stand in it."""
    user: User | None = get_user_model().objects.filter(pk=reader, is_active=True).first()
    if found is None or user is None or not is_staff_member(user):
        return None
    if not Prospect.objects.visible_to(user).filter(pk=found.pk).exists():
        return None
    with translation.override(user.language):
        names = {"company": found.company_name}
        return Letter(
            to=user.email,
            name=user.get_full_name(),
            language=user.language,
            subject=_(subject) % names,
            paragraphs=[_(text) % names],
            action=(_("Open the case"), absolute(reverse("prospects:case", args=[found.pk])) + at),
        )


@letter("prospect_wrote")
def prospect_wrote(activity: int, reader: int) -> Letter | None:
    """To the adviser: read what came in. Nothing when somebody has read it meanwhile."""
    found = Activity.objects.select_related("prospect").filter(pk=activity, status=Activity.Status.DRAFT).first()
    return _to_staff(
        found.prospect if found else None,
        reader,
        gettext_noop("%(company)s has written"),
        gettext_noop("It waits in the case until somebody has read it. Answer, or say who does."),
        "#drafts",
    )


@letter("prospect_corrected")
def prospect_corrected(prospect: int, reader: int) -> Letter | None:
    """To the adviser: the contact data is new."""
    return _to_staff(
        Prospect.objects.filter(pk=prospect).first(),
        reader,
        gettext_noop("%(company)s has corrected its contact data"),
        gettext_noop(
            "The new name, address or number stands in the case. If it surprises you, call the number you knew."
        ),
    )


@letter("prospect_deleted")
def prospect_deleted(prospect: int, reader: int) -> Letter | None:
    """To the adviser: they asked to be deleted, and are."""
    return _to_staff(
        Prospect.objects.filter(pk=prospect).first(),
        reader,
        gettext_noop("%(company)s has deleted itself"),
        gettext_noop("Its people and files are gone, and no firm sees them any longer. Do not contact them again."),
    )
