"""Profiles: what may become of a draft, two writers, approval, logos, and how complete they are."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from partners.models import Notification, ProfileDraft
from partners.services import (
    approve_profile,
    completeness_of,
    may_approve_profiles,
    profile_being_written,
    read_logo,
    return_profile,
    save_draft,
    submit_profile,
    take_back_profile,
)
from partners.services.logos import MOST_BYTES
from partners.services.profiles import ASKED, ProfileConflict
from tests.factories import (
    CompetenceFactory,
    FocusIndustryFactory,
    MembershipFactory,
    PartnerFirmFactory,
    ProfileDraftFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

STATES = ("edited", "submitted", "returned", "approved")
ALLOWED = {
    "edit": {"submitted": "edited", "returned": "edited", "approved": "edited"},
    "submit": {"edited": "submitted", "returned": "submitted"},
    "approve": {"submitted": "approved"},
    "send_back": {"submitted": "returned"},
}
TEXTS = {"tagline_nb": "Vi bygger", "profile_nb": "Vi bygger hus av tre."}


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_verb_in_every_state(verb, status):
    draft, by = ProfileDraftFactory(**({} if status == "edited" else {status: True})), UserFactory()
    before = ProfileDraft.objects.filter(pk=draft.pk).values().get()
    more = {"comment": "Kortere, takk."} if verb == "send_back" else {}
    if status not in ALLOWED[verb]:
        with pytest.raises(TransitionError):
            getattr(draft, verb)(by=by, **more)
        assert ProfileDraft.objects.filter(pk=draft.pk).values().get() == before
        return
    getattr(draft, verb)(by=by, **more)
    draft.refresh_from_db()
    assert draft.status == ALLOWED[verb][status]
    entry = ModelLogEntry.objects.for_instance(draft).order_by("pk").last()
    assert (entry.user, entry.data["from"], entry.data["to"]) == (by, status, draft.status)


def test_the_table_has_every_verb_and_every_state():
    assert set(ALLOWED) == set(ProfileDraft.TRANSITIONS)
    assert set(STATES) == set(ProfileDraft.Status.values)


@pytest.fixture
def seat():
    """An administrator's."""
    return MembershipFactory(administrator=True)


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, 200).save(file, kind)
    return file.getvalue()


def uploaded(content: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


# --- writing ----------------------------------------------------------------------------------------------------------
def test_a_draft_begins_with_what_the_public_reads(seat):
    firm = seat.firm
    firm.tagline_en, firm.website = "We build", "https://bygg.example"
    firm.save()
    industry = FocusIndustryFactory()
    firm.industries.add(industry)
    draft = save_draft(firm, TEXTS, revision=0, by=seat.user)
    assert (draft.tagline_nb, draft.tagline_en, draft.website) == ("Vi bygger", "We build", "https://bygg.example")
    assert list(draft.industries.all()) == [industry]
    firm.refresh_from_db()
    assert firm.tagline_nb == "", "the public sees nothing of it"


def test_of_two_writers_the_later_learns_what_the_earlier_wrote(seat):
    other = MembershipFactory(firm=seat.firm)
    save_draft(seat.firm, TEXTS, revision=0, by=seat.user)
    save_draft(seat.firm, {**TEXTS, "tagline_nb": "Fra den andre"}, revision=1, by=other.user)
    with pytest.raises(ProfileConflict) as refused:
        save_draft(seat.firm, {**TEXTS, "tagline_nb": "Fra meg"}, revision=1, by=seat.user)
    assert refused.value.draft.tagline_nb == "Fra den andre"
    assert str(other.user) in refused.value.messages[0]
    save_draft(seat.firm, {**TEXTS, "tagline_nb": "Fra meg"}, revision=refused.value.draft.revision, by=seat.user)
    assert profile_being_written(seat.firm).tagline_nb == "Fra meg"


@pytest.mark.parametrize(
    "who",
    [
        lambda firm: MembershipFactory().user,
        lambda firm: MembershipFactory(firm=firm, liaison=True).user,
        lambda firm: UserFactory(communications=True),
        lambda firm: UserFactory(adviser=True),
    ],
    ids=["another firm", "liaison", "communications", "adviser"],
)
def test_nobody_else_writes(seat, who):
    with pytest.raises(ValidationError):
        save_draft(seat.firm, TEXTS, revision=0, by=who(seat.firm))
    assert not ProfileDraft.objects.exists()


def test_a_member_writes_and_an_administrator_sends(seat):
    member = MembershipFactory(firm=seat.firm).user
    draft = save_draft(seat.firm, TEXTS, revision=0, by=member)
    with pytest.raises(ValidationError):
        submit_profile(draft, by=member)
    submit_profile(draft, by=seat.user)
    with pytest.raises(TransitionError):
        save_draft(seat.firm, TEXTS, revision=1, by=member)
    with pytest.raises(ValidationError):
        take_back_profile(draft, by=member)
    take_back_profile(draft, by=seat.user)
    save_draft(seat.firm, TEXTS, revision=1, by=member)


def test_an_empty_profile_is_not_sent(seat):
    draft = save_draft(seat.firm, {"tagline_nb": " "}, revision=0, by=seat.user)
    with pytest.raises(ValidationError) as refused:
        submit_profile(draft, by=seat.user)
    assert refused.value.code == "empty"


# --- deciding ---------------------------------------------------------------------------------------------------------
@pytest.fixture
def sent(seat):
    """A profile that waits, with a logo and a competence."""
    competence = CompetenceFactory()
    draft = save_draft(
        seat.firm,
        {**TEXTS, "competences": [competence], "languages": ["nb", "pl"]},
        revision=0,
        by=seat.user,
        logo=read_logo(uploaded(picture())),
    )
    submit_profile(draft, by=seat.user)
    return draft


def test_approval_shows_everything_and_tells_the_firm(sent, seat):
    comms = UserFactory(communications=True)
    file = sent.logo.name
    firm = approve_profile(sent, by=comms, revision=1)
    firm.refresh_from_db()
    assert (firm.tagline_nb, firm.languages) == ("Vi bygger", ["nb", "pl"])
    assert firm.competences.count() == 1
    assert firm.profile_approved_at is not None
    assert (firm.logo.description, firm.logo.width) == (firm.name, 40)
    assert profile_being_written(firm) is None
    assert Notification.objects.get(kind="profile_approved").user == seat.user
    assert ProfileDraft.objects.get().logo.name == ""
    assert file


def test_what_was_changed_meanwhile_is_not_approved_unread(sent, seat):
    take_back_profile(sent, by=seat.user)
    draft = save_draft(seat.firm, {**TEXTS, "profile_nb": "Noe helt annet."}, revision=1, by=seat.user)
    submit_profile(draft, by=seat.user)
    with pytest.raises(TransitionError) as refused:
        approve_profile(sent, by=UserFactory(communications=True), revision=1)
    assert refused.value.code == "changed"
    seat.firm.refresh_from_db()
    assert seat.firm.profile_nb == ""


@pytest.mark.parametrize("who", ["adviser", "analyst", "steering_group", "administrator"])
def test_nobody_else_approves(sent, seat, who):
    user = seat.user if who == "administrator" else UserFactory(**{who: True})
    assert not may_approve_profiles(user)
    with pytest.raises(ValidationError):
        approve_profile(sent, by=user)
    with pytest.raises(ValidationError):
        return_profile(sent, comment="Nei", by=user)
    assert ProfileDraft.objects.get().status == "submitted"


def test_it_is_sent_back_with_a_word(sent, seat):
    manager = UserFactory(manager=True)
    with pytest.raises(TransitionError):
        return_profile(sent, comment="  ", by=manager)
    return_profile(sent, comment="Si hva dere liker ved byen.", by=manager)
    assert Notification.objects.get(kind="profile_returned").arguments["comment"] == "Si hva dere liker ved byen."
    draft = save_draft(seat.firm, {"profile_nb": "Elva."}, revision=1, by=seat.user)
    assert (draft.status, draft.comment) == ("returned", "Si hva dere liker ved byen.")
    submit_profile(draft, by=seat.user)
    assert ProfileDraft.objects.get().comment == ""


def test_a_logo_stays_until_another_comes_or_none_is_wanted(sent, seat):
    comms = UserFactory(communications=True)
    first = approve_profile(sent, by=comms).logo
    draft = save_draft(seat.firm, TEXTS, revision=1, by=seat.user)
    submit_profile(draft, by=seat.user)
    assert approve_profile(draft, by=comms).logo == first
    draft = save_draft(seat.firm, TEXTS, revision=2, by=seat.user, removes_logo=True)
    submit_profile(draft, by=seat.user)
    assert approve_profile(draft, by=comms).logo is None
    assert get_image_model().objects.filter(pk=first.pk).exists()


# --- logos ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "CMYK"), ("WEBP", "RGB")])
def test_a_picture_is_taken_and_drawn_anew(kind, mode):
    file = read_logo(uploaded(picture(kind, mode=mode), "noe.bin"))
    with Image.open(file) as drawn:
        assert (drawn.format, drawn.size) == (kind, (40, 20))


def test_a_large_picture_is_made_smaller_and_what_else_it_carried_is_gone():
    content = picture("JPEG", (3000, 1500)) + b"<script>alert(1)</script>"
    file = read_logo(uploaded(content))
    with Image.open(file) as drawn:
        assert drawn.size == (1200, 600)
    file.seek(0)
    assert b"script" not in file.read()


def png_that_claims(width: int, height: int) -> bytes:
    import struct
    import zlib

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + b"\x00" * 20


NO_LOGO = {
    "SVG": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "logo.svg", "svg"),
    "SVG called PNG": (b"<svg xmlns='x'/>", "logo.png", "svg"),
    "HTML": (b"<html><script>", "logo.png", "format"),
    "GIF": (b"GIF89a" + b"0" * 40, "logo.gif", "format"),
    "nothing": (b"", "logo.png", "format"),
    "half a PNG": (picture()[:40], "logo.png", "broken"),
    "PNG in name of a JPEG": (b"\xff\xd8\xff" + picture(), "logo.jpg", "broken"),
    "too many bytes": (b"\x89PNG\r\n\x1a\n" + b"0" * MOST_BYTES, "logo.png", "large"),
    "too many pixels": (png_that_claims(60_000, 60_000), "logo.png", "broken"),
    "many pixels": (picture(size=(8_000, 8_000), mode="1"), "logo.png", "broken"),  # whole, and small as a file
}


@pytest.mark.parametrize("case", NO_LOGO)
def test_what_is_no_logo_is_refused_in_words(case):
    content, name, code = NO_LOGO[case]
    with pytest.raises(ValidationError) as refused:
        read_logo(uploaded(content, name))
    assert refused.value.code == code
    assert len(refused.value.messages[0]) > 20


# --- completeness -----------------------------------------------------------------------------------------------------
def test_completeness_counts_what_is_there_and_names_what_is_not(seat):
    firm = seat.firm
    assert completeness_of(firm, None).percent == 0
    assert [one.field for one in completeness_of(firm, None).missing] == [name for name, _words in ASKED]
    draft = save_draft(
        firm, {**TEXTS, "languages": ["nb"]}, revision=0, by=seat.user, logo=ContentFile(picture(), name="logo.png")
    )
    complete = completeness_of(firm, draft)
    assert complete.percent == 100 * 4 // 12
    assert not {"tagline_nb", "profile_nb", "logo", "languages"} & {one.field for one in complete.missing}


def test_every_missing_thing_leads_to_a_field_of_the_form():
    from portal.profile_form import ProfileForm

    form = ProfileForm(firm=PartnerFirmFactory(), draft=None)
    assert {name for name, _words in ASKED} <= set(form.fields)
