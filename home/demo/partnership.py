"""What the demo's firms do in the portal: what they can help with, logos, profiles being written, people, notices."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images import get_image_model

from accounts.models import User
from accounts.roles import Role
from partners.models import (
    Benefit,
    Competence,
    Frequency,
    Membership,
    Notification,
    NotificationChoice,
    PartnerFirm,
    ProfileDraft,
    Topic,
)
from partners.services import finish_duties, notify, open_duties, return_profile, save_draft, submit_profile
from register.models import IndustryCode

from .firms.skills import CODES, COMPETENCES, SKILLS
from .marks import MARKS, mark

# Who delivers a benefit, by its short name; for the others it is the association as such.
DELIVERS = {
    "frokost": "leder@drammen.example",
    "innlegg": "leder@drammen.example",
    "faddere": "radgiver@drammen.example",
    "logo": "kommunikasjon@drammen.example",
    "lokaler": "kontakt@drammen-kommune.example",
}
# Who has sent a new profile, who was asked to change one, and who is writing.
SENT, SENT_BACK, WRITING = "elvebris", "kveldsvakt", "brohode"


def load_partnership() -> None:
    """Everything of this module; the firms, their people and their agreements are there."""
    firms = {firm.slug: firm for firm in PartnerFirm.objects.all()}
    _skills(firms)
    _logos(firms)
    for slug, email in DELIVERS.items():
        Benefit.objects.filter(slug=slug).update(delivered_by=User.objects.get(email=email))
    _contacts()
    for firm in firms.values():
        finish_duties(firm)
    _duties(firms)
    _profiles(firms)
    _notices(firms)


def _skills(firms: dict[str, PartnerFirm]) -> None:
    made = {
        slug: Competence.objects.create(slug=slug, name_nb=name_nb, name_en=name_en)
        for slug, (name_nb, name_en) in COMPETENCES.items()
    }
    for slug, (competences, languages) in SKILLS.items():
        firms[slug].competences.set([made[one] for one in competences])
        firms[slug].languages = languages
        firms[slug].save(update_fields=["languages"])
    for slug, (number, name) in CODES.items():
        code, _is_new = IndustryCode.objects.get_or_create(code=number, version="SN2007", defaults={"name": name})
        firms[slug].industry_codes.add(code)


def _logos(firms: dict[str, PartnerFirm]) -> None:
    for slug in MARKS:
        firm = firms[slug]
        file = ContentFile(mark(slug), name=f"logo-{slug}.png")
        firm.logo = get_image_model().objects.create(title=f"Logo: {firm}", description=firm.name, file=file)
        firm.profile_approved_at = timezone.now() - timedelta(days=200)
        firm.save(update_fields=["logo", "profile_approved_at"])


def _contacts() -> None:
    """Every administrator hears of invoices; with the contacts they are already, that is all three."""
    Membership.objects.administrators().update(
        is_primary_contact=True, is_contract_contact=True, is_invoice_contact=True
    )


def _duties(firms: dict[str, PartnerFirm]) -> None:
    """What is still open was due some days ago with one firm, and is due next week with the others."""
    today = timezone.localdate()
    for slug, firm in firms.items():
        due_on = today + timedelta(days=-4 if slug == "gravaer" else 6)
        open_duties(firm).update(due_on=due_on, reminded_on=today - timedelta(days=3))


def _writer(firm: PartnerFirm) -> User:
    seat = Membership.objects.administrators().select_related("user").filter(firm=firm).first()
    assert seat is not None and seat.user is not None
    return seat.user


def _profiles(firms: dict[str, PartnerFirm]) -> None:
    """One waits for communications, one was sent back, one is being written."""
    sent = firms[SENT]
    texts = {
        "tagline_nb": "Vi leier ut vegger, og sørger for at dere trives mellom dem.",
        "offers_nb": f"{sent.offers_nb}\nEn omvisning på kvelden, når dere har tid",
        "offers_en": f"{sent.offers_en}\nA tour in the evening, when you have time",
    }
    draft = save_draft(sent, texts, revision=0, by=_writer(sent))
    submit_profile(draft, by=_writer(sent))
    back = firms[SENT_BACK]
    draft = save_draft(back, {"tagline_nb": "Best på IT i hele Norden."}, revision=0, by=_writer(back))
    submit_profile(draft, by=_writer(back))
    editor = User.objects.filter(groups__name=Role.COMMUNICATIONS).order_by("pk").first()
    assert editor is not None
    return_profile(
        draft,
        comment="Den gamle linjen var bedre! Si heller hva dere gjør om natten, og slipp å være best i Norden.",
        by=editor,
    )
    writing = firms[WRITING]
    save_draft(writing, {"tagline_nb": "Jus på vanlig norsk, og på tysk ved behov."}, revision=0, by=_writer(writing))
    ago = timezone.now() - timedelta(days=2)
    ProfileDraft.objects.update(changed_at=ago)
    ProfileDraft.objects.filter(status=ProfileDraft.Status.SUBMITTED).update(submitted_at=ago)


def _notices(firms: dict[str, PartnerFirm]) -> None:
    """Some days of events, the older ones read; some people want them by the day or the week."""
    now = timezone.now()
    happened: tuple[tuple[int, str, str, Topic, dict[str, Any]], ...] = (
        (9, "elvebris", "seat_taken", Topic.PEOPLE, {"person": "Ola Trappeli"}),
        (6, "brohode", "seat_taken", Topic.PEOPLE, {"person": "Mikkel Ankerstad"}),
        (5, "stromkanten", "profile_approved", Topic.PROFILE, {}),
        (3, "elvebris", "seat_changed", Topic.PEOPLE, {"person": "Ola Trappeli", "by": "Kari Flomvik"}),
    )
    for days, slug, kind, topic, arguments in happened:
        notify(firms[slug], topic=topic, kind=kind, at=now - timedelta(days=days), **arguments)
    Notification.objects.filter(created_at__lt=now - timedelta(days=4)).update(read_at=now - timedelta(days=4))
    for email, topic, frequency in (
        ("medlem@elvebris.example", Topic.BENEFIT, Frequency.WEEKLY),
        ("admin@brohode.example", Topic.PEOPLE, Frequency.DAILY),
        ("admin@stromkanten.example", Topic.PROFILE, Frequency.OFF),
    ):
        NotificationChoice.objects.create(user=User.objects.get(email=email), topic=topic, frequency=frequency)
