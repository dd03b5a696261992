"""Applications: every verb in every status, what is checked when one is sent, and what the owners' answers lead to."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import Invitation
from common.models import OutgoingMail
from common.workflow import TransitionError
from partners.models import Agreement, Application, ApplicationLink, Membership, PartnerFirm, ProfileDraft
from partners.services import (
    agree,
    application_path,
    begin_application,
    decline_application,
    forget_approved,
    forget_drafts,
    forget_refused,
    open_application,
    save_application,
    submit_application,
    withdraw_application,
)
from tests.factories import (
    AgreementFactory,
    ApplicationFactory,
    ContributionTierFactory,
    FormerPartnerFactory,
    MembershipFactory,
    PartnerFirmFactory,
    PartnershipRoundFactory,
    UserFactory,
)

from .applying import DAY, a_round, admit, apply, liaison, manager, seats_of

pytestmark = pytest.mark.django_db

STATUSES = ("draft", "submitted", "waiting", "approved", "declined", "withdrawn")
# verb: the states from which it is possible, and what it becomes
ALLOWED = {
    "submit": (("draft",), "submitted"),
    "wait": (("submitted",), "waiting"),
    "approve": (("submitted", "waiting"), "approved"),
    "decline": (("submitted", "waiting"), "declined"),
    "withdraw": (("draft", "submitted", "waiting"), "withdrawn"),
}


def application(status: str) -> Application:
    """An application that stands there."""
    facts = {"status": status}
    if status not in ("draft",):
        facts |= {"submitted_at": timezone.now()}
    if status == "approved":
        facts |= {"firm": PartnerFirmFactory(without_agreement=True)}
    return ApplicationFactory(**facts, reason="Nei." if status == "declined" else "")


def call(made: Application, verb: str, by):
    firm = PartnerFirmFactory(without_agreement=True)
    {
        "submit": lambda: made.submit(firm=firm),
        "wait": lambda: made.wait(by=by),
        "approve": lambda: made.approve(firm=firm, by=by),
        "decline": lambda: made.decline(reason=" Ikke nå. ", by=by),
        "withdraw": lambda: made.withdraw(),
    }[verb]()


def stored(made: Application) -> dict:
    return Application.objects.filter(pk=made.pk).values().get()


def log_of(made):
    return ModelLogEntry.objects.for_instance(made).order_by("pk")


def letters(made: Application) -> list[str]:
    """The kinds of letters to the firm, in their order."""
    found = OutgoingMail.objects.filter(arguments__application=made.pk, kind__startswith="application_").order_by("pk")
    return [mail.kind.removeprefix("application_") for mail in found if "reader" not in mail.arguments]


def test_the_table_has_every_verb_and_every_status():
    assert set(ALLOWED) == set(Application.TRANSITIONS)
    assert set(STATUSES) == set(Application.Status.values)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("verb", ALLOWED)
def test_every_verb_in_every_status(verb, status):
    made, by = application(status), UserFactory()
    before, entries = stored(made), log_of(made).count()
    sources, target = ALLOWED[verb]
    if status not in sources:
        with pytest.raises(TransitionError) as refused:
            call(made, verb, by)
        assert refused.value.messages[0]
        assert stored(made) == before
        assert log_of(made).count() == entries
        return
    call(made, verb, by)
    after = stored(made)
    changed = {name for name in after if after[name] != before[name]}
    expected = {
        "submit": {"status", "submitted_at", "firm_id"},
        "wait": {"status"},
        "approve": {"status", "firm_id", "decided_at"},
        "decline": {"status", "reason", "decided_at"},
        "withdraw": {"status", "decided_at"},
    }[verb]
    assert changed == expected
    assert after["status"] == target
    entry = log_of(made).last()
    assert (entry.action, entry.data["from"], entry.data["to"]) == (
        Application.TRANSITIONS[verb].action,
        status,
        target,
    )
    who = {"submit": (None, "applicant"), "withdraw": (None, "applicant")}.get(verb, (by, None))
    assert (entry.user, entry.data.get("by")) == who


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_no_no_without_a_reason(reason):
    made = apply(a_round())
    with pytest.raises(TransitionError) as refused:
        decline_application(made, reason=reason, by=manager())
    assert refused.value.code == "reason"
    assert stored(made)["status"] == "submitted"


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "submitted", "submitted_at": None},
        {"status": "submitted", "submitted_at": timezone.now(), "organisation_number": ""},
        {"status": "declined", "submitted_at": timezone.now(), "reason": ""},
        {"status": "approved", "submitted_at": timezone.now(), "firm": None},
        {"status": "draft", "holds_seat": True},
    ],
)
def test_the_database_refuses_applications_that_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ApplicationFactory(**wrong)


# --- a draft ----------------------------------------------------------------------------------------------------------
def test_a_draft_is_begun_once_and_gone_on_with_from_its_link():
    row, submission = a_round(), uuid.uuid4()
    answers = {"contact_email": "siv@ny.example", "tier": row.tier, "message": "Hei", "status": "approved"}
    made = begin_application(row.round, answers, language="en", submission=submission)
    again = begin_application(row.round, {"contact_email": "x@y.example"}, language="nb", submission=submission)
    assert again == made
    assert stored(made)["status"] == "draft", "only what a form may carry is stored"
    assert letters(made) == ["link"]
    path = application_path(made)
    assert path.startswith("/en/bli-partner/soknad/")
    token = path.rstrip("/").rpartition("/")[2]
    assert len(token) >= 22
    assert not ApplicationLink.objects.filter(token_hash=token).exists(), "only a fingerprint is stored"
    assert open_application(token) == made
    assert open_application(token[:-1]) is None


def test_every_letter_has_a_link_and_the_earlier_ones_go_on_working():
    made = ApplicationFactory()
    tokens = [application_path(made).rstrip("/").rpartition("/")[2] for _mail in range(3)]
    assert len(set(tokens)) == 3
    assert [open_application(token) for token in tokens] == [made] * 3


def test_a_draft_can_only_be_begun_while_the_round_is_open():
    for made in (PartnershipRoundFactory(closed=True), PartnershipRoundFactory(opens_at=timezone.now() + DAY)):
        with pytest.raises(ValidationError) as refused:
            begin_application(made, {"contact_email": "x@y.example"}, language="nb", submission=uuid.uuid4())
        assert refused.value.code == "closed"


def test_a_draft_is_saved_as_it_is_and_not_after_it_was_sent():
    row = a_round()
    made = ApplicationFactory(round=row.round, tier=row.tier)
    save_application(made, {"company_name": "Nytt navn AS", "organisation_number": "12"})
    assert made.company_name == "Nytt navn AS"
    made = apply(row)
    with pytest.raises(TransitionError) as refused:
        save_application(made, {"company_name": "For sent AS"})
    assert refused.value.code == "sent"
    assert stored(made)["company_name"] != "For sent AS"


# --- sending ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["tier", "organisation_number", "company_name", "contact_name", "contact_email"])
def test_what_is_needed_is_asked_for_by_its_field(name):
    row = a_round()
    made = ApplicationFactory(round=row.round, **{"tier": row.tier, name: None if name == "tier" else ""})
    with pytest.raises(ValidationError) as refused:
        submit_application(made)
    assert set(refused.value.message_dict) == {name}
    assert stored(made)["status"] == "draft"


def test_the_number_is_normalised_and_checked():
    row = a_round()
    made = ApplicationFactory(round=row.round, tier=row.tier, organisation_number="123456789")
    with pytest.raises(ValidationError) as refused:
        submit_application(made)
    assert "organisation_number" in refused.value.message_dict
    good = ApplicationFactory(round=row.round, tier=row.tier)
    spaced = good.organisation_number
    good.organisation_number = f"NO {spaced[:3]} {spaced[3:6]} {spaced[6:]} MVA"
    submit_application(good)
    assert stored(good)["organisation_number"] == spaced


def test_a_tier_of_another_round_or_one_no_longer_offered_is_refused():
    row = a_round()
    for tier in (ContributionTierFactory(), a_round().tier):
        with pytest.raises(ValidationError) as refused:
            submit_application(ApplicationFactory(round=row.round, tier=tier))
        assert "tier" in refused.value.message_dict
    type(row.tier).objects.filter(pk=row.tier_id).update(is_retired=True)
    with pytest.raises(ValidationError):
        submit_application(ApplicationFactory(round=row.round, tier=row.tier))


def test_the_same_firm_applies_once_a_round_and_may_again_after_a_no():
    row = a_round()
    first = apply(row)
    second = ApplicationFactory(round=row.round, tier=row.tier, organisation_number=first.organisation_number)
    with pytest.raises(ValidationError) as refused:
        submit_application(second)
    assert refused.value.error_dict["organisation_number"][0].code == "duplicate"
    assert stored(second)["status"] == "draft", "nothing typed is lost"
    decline_application(first, reason="Feil nivå.", by=manager())
    submit_application(second)
    assert stored(second)["status"] == "submitted"


def test_a_known_firm_is_found_by_its_number_and_one_with_an_agreement_for_the_period_is_told():
    row = a_round()
    firm = PartnerFirmFactory(without_agreement=True)
    made = apply(row, organisation_number=firm.organisation_number)
    assert made.firm == firm
    other = PartnerFirmFactory(without_agreement=True)
    AgreementFactory(firm=other, starts_on=row.round.starts_on, ends_on=row.round.ends_on, coming=True)
    with pytest.raises(ValidationError) as refused:
        apply(row, organisation_number=other.organisation_number)
    assert refused.value.error_dict["organisation_number"][0].code == "agreement"


def test_a_former_partner_is_known_by_its_number_whatever_it_writes():
    row = a_round()
    assert apply(row, former=True).is_former_partner
    assert not apply(row).is_former_partner


def test_what_is_sent_is_told_to_the_firm_and_to_those_who_decide():
    both, one, answers = a_round(needs_both_owners=True), a_round(), (manager(), liaison())
    for row, readers in ((both, answers), (one, answers[:1])):
        made = apply(row)
        assert letters(made) == ["received"]
        told = OutgoingMail.objects.filter(kind="application_to_decide", arguments__application=made.pk)
        assert {mail.arguments["reader"] for mail in told} == {reader.pk for reader in readers}


# --- deciding ---------------------------------------------------------------------------------------------------------
def test_the_association_s_yes_makes_it_a_partner_with_a_seat_an_agreement_and_an_invitation():
    row = a_round(seats=2)
    made = admit(row, company_name="Ærlig & Åpen Øst AS", contact_email="siv@apen.example", language="en")
    made.refresh_from_db()
    firm = made.firm
    assert (made.status, seats_of(row)) == ("approved", (0, 1, 1))
    assert (firm.name, firm.slug) == ("Ærlig & Åpen Øst AS", "erlig-apen-ost-as")
    agreement = Agreement.objects.get(firm=firm)
    assert (agreement.status, agreement.tier, agreement.round, agreement.application) == (
        "offered",
        row.tier,
        row.round,
        made,
    )
    assert (agreement.starts_on, agreement.ends_on) == (row.round.starts_on, row.round.ends_on)
    seat = firm.memberships.get()
    assert (seat.role, seat.status, seat.invitation.email, seat.invitation.language) == (
        "administrator",
        "invited",
        "siv@apen.example",
        "en",
    )
    assert seat.may_sign
    assert letters(made) == ["received", "approved"]


def test_both_owners_agree_where_the_round_says_so_in_either_order():
    for owners in (("association", "municipality"), ("municipality", "association")):
        row = a_round(needs_both_owners=True)
        by = {"association": manager(), "municipality": liaison()}
        made = apply(row)
        agree(made, owner=owners[0], by=by[owners[0]])
        assert stored(made)["status"] == "submitted"
        assert seats_of(row)[1] == 0
        with pytest.raises(TransitionError) as twice:
            agree(made, owner=owners[0], by=by[owners[0]])
        assert twice.value.code == "answered"
        agree(made, owner=owners[1], by=by[owners[1]])
        assert stored(made)["status"] == "approved"
        assert seats_of(row)[1] == 1


def test_only_those_who_answer_for_an_owner_decide():
    made = apply(a_round(needs_both_owners=True))
    for owner, people in {
        "association": (UserFactory(adviser=True), liaison(), UserFactory()),
        "municipality": (
            UserFactory(manager=True),
            MembershipFactory(administrator=True).user,
            MembershipFactory(firm=PartnerFirmFactory(public=True), ended=True, liaison=True).user,
        ),
    }.items():
        for person in people:
            for step in (
                lambda owner=owner, person=person: agree(made, owner=owner, by=person),
                lambda owner=owner, person=person: decline_application(made, owner=owner, reason="Nei.", by=person),
            ):
                with pytest.raises(TransitionError) as refused:
                    step()
                assert refused.value.code == "role"
    assert stored(made)["status"] == "submitted"


def test_the_municipality_has_no_say_where_the_association_decides_alone():
    made, person = apply(a_round()), liaison()
    for step in (
        lambda: agree(made, owner="municipality", by=person),
        lambda: decline_application(made, owner="municipality", reason="Nei.", by=person),
    ):
        with pytest.raises(TransitionError) as refused:
            step()
        assert refused.value.code == "owner"


def test_without_a_seat_it_waits_and_is_told_its_place():
    row = a_round(seats=1)
    admit(row)
    second, third = admit(row), admit(row)
    assert [one.status for one in (second, third)] == ["waiting", "waiting"]
    assert [one.place_in_line for one in (second, third)] == [1, 2]
    assert letters(third) == ["received", "waiting"]
    assert seats_of(row) == (0, 1, 0)
    withdraw_application(second)
    assert third.place_in_line == 1


def test_a_no_tells_the_firm_why_and_the_other_owner_s_yes_comes_too_late():
    row = a_round(needs_both_owners=True)
    made, person = apply(row), liaison()
    decline_application(made, owner="municipality", reason=" Ikke denne gangen. ", by=person)
    assert (made.status, made.reason) == ("declined", "Ikke denne gangen.")
    assert letters(made) == ["received", "declined"]
    with pytest.raises(TransitionError):
        agree(made, by=manager())
    assert seats_of(row) == (0, 0, 2)


def test_a_firm_that_is_known_is_used_again_and_two_of_one_name_get_names_of_their_own():
    row = a_round(seats=4)
    firm = PartnerFirmFactory(without_agreement=True, slug="like-as", name="Like AS")
    again = admit(row, organisation_number=firm.organisation_number, company_name="Et annet navn AS")
    assert again.firm == firm
    slugs = [admit(row, company_name="Like AS").firm.slug for _time in range(2)]
    assert slugs == ["like-as-2", "like-as-3"]
    assert PartnerFirm.objects.get(pk=firm.pk).name == "Like AS"


def test_a_firm_made_between_the_sending_and_the_yes_is_used():
    row = a_round()
    made = apply(row)
    firm = PartnerFirmFactory(without_agreement=True, organisation_number=made.organisation_number)
    agree(made, by=manager())
    assert made.firm == firm


def test_a_contact_who_has_a_seat_is_not_invited_again_and_one_with_an_account_is_asked():
    row = a_round(seats=4)
    seat = MembershipFactory(firm=PartnerFirmFactory(without_agreement=True), administrator=True)
    admit(row, organisation_number=seat.firm.organisation_number, contact_email=seat.user.email.upper())
    assert seat.firm.memberships.count() == 1
    known = UserFactory()
    made = admit(row, contact_email=known.email)
    offered = made.firm.memberships.get()
    assert (offered.user, offered.status, offered.may_sign) == (known, "invited", True)
    assert OutgoingMail.objects.get(kind="seat_offered").arguments["membership"] == offered.pk
    made = admit(row, contact_email=UserFactory(is_active=False).email)
    assert not made.firm.memberships.exists(), "no seat for somebody who is locked out"
    assert not Invitation.objects.exists()


def test_a_newcomer_to_a_firm_with_its_own_people_does_not_sign_for_it():
    row = a_round()
    firm = PartnerFirmFactory(without_agreement=True)
    MembershipFactory(firm=firm, administrator=True, may_sign=True)
    admit(row, organisation_number=firm.organisation_number, contact_email="ny@firma.example")
    seat = Membership.objects.get(firm=firm, invitation__email="ny@firma.example")
    assert not seat.may_sign


def test_what_is_in_the_way_of_an_agreement_takes_no_seat():
    row = a_round()
    made = apply(row)
    firm = PartnerFirmFactory(without_agreement=True, organisation_number=made.organisation_number)
    AgreementFactory(firm=firm, starts_on=row.round.starts_on, ends_on=row.round.ends_on, coming=True)
    agree(made, by=manager())
    assert seats_of(row) == (0, 0, 2)
    assert (stored(made)["status"], stored(made)["firm_id"]) == ("submitted", None)
    assert stored(made)["held_up"]
    assert not ProfileDraft.objects.exists()


# --- forgetting -------------------------------------------------------------------------------------------------------
def test_drafts_and_refused_applications_have_an_end_and_others_stay():
    now = timezone.now()
    old, long_ago = now - timedelta(days=61), now - timedelta(days=181)
    gone = [ApplicationFactory(changed_at=old)]
    stays = [ApplicationFactory(changed_at=now - timedelta(days=59))]
    gone += [ApplicationFactory(declined=True, decided_at=long_ago)]
    gone += [ApplicationFactory(status="withdrawn", decided_at=long_ago)]
    stays += [ApplicationFactory(declined=True, decided_at=now - timedelta(days=179)), ApplicationFactory(waiting=True)]
    past = PartnershipRoundFactory(starts_on=(now - 500 * DAY).date(), ends_on=(now - 100 * DAY).date())
    gone += [ApplicationFactory(waiting=True, round=past)]
    application_path(gone[0])
    assert (forget_drafts(), forget_refused()) == (1, 3)
    assert set(Application.objects.all()) == set(stays)
    assert not ApplicationLink.objects.exists()
    assert (forget_drafts(), forget_refused(), forget_approved()) == (0, 0, 0)


def test_an_approved_application_forgets_its_person_and_keeps_its_firm():
    made = admit(a_round())
    application_path(made)
    Application.objects.update(decided_at=timezone.now() - timedelta(days=364))
    assert forget_approved() == 0
    assert forget_approved(timezone.now() + 2 * DAY) == 1
    assert forget_approved(timezone.now() + 2 * DAY) == 0
    after = stored(made)
    assert [after[name] for name in ("contact_name", "contact_email", "contact_phone")] == ["", "", ""]
    assert (after["firm_id"], after["status"]) == (made.firm_id, "approved")
    assert not made.links.exists()


def test_a_former_partner_is_former_by_number_in_any_programme():
    row = a_round()
    made = ApplicationFactory(round=row.round, tier=row.tier)
    FormerPartnerFactory(organisation_number=made.organisation_number)
    submit_application(made)
    assert made.is_former_partner
