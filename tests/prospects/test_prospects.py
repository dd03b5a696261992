"""Prospects: stages, standings, people, consents, private links."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from common.workflow import TransitionError
from prospects.models import Consent, Handover, PrivateLink, Prospect
from prospects.services import record_activity
from tests.factories import (
    ConsentFactory,
    ContactFactory,
    HandoverFactory,
    MembershipFactory,
    PrivateLinkFactory,
    ProspectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

STAGES = ("new", "qualified", "contacted", "shown", "deciding", "established", "verified")
STANDINGS = ("ongoing", "resting", "lost", "withdrawn")
STEPS = dict(
    zip(("qualify", "mark_contacted", "mark_shown", "mark_deciding", "establish", "verify"), STAGES[:-1], strict=True)
)
STANDING_VERBS = {
    "rest": (("ongoing",), "resting"),
    "lose": (("ongoing", "resting"), "lost"),
    "withdraw": (("ongoing", "resting"), "withdrawn"),
    "resume": (("resting", "lost", "withdrawn"), "ongoing"),
}
TOMORROW = timedelta(days=1)


def prospect_that_is(stage: str = "new", standing: str = "ongoing", **facts) -> Prospect:
    """One in that stage and standing, with nothing missing for the next."""
    traits = {name: True for name in (stage, standing) if name not in ("new", "ongoing")}
    prospect = ProspectFactory(**traits, **facts)
    if standing == "ongoing":
        if prospect.answered_at is None:
            record_activity(prospect, kind="call", text="Ringte.", by=None)
        ProspectFactory.supply(prospect, None)
    return prospect


def stored(prospect: Prospect) -> dict:
    """What the database holds."""
    return Prospect.objects.filter(pk=prospect.pk).values().get()


def log_of(prospect: Prospect):
    """What the log holds, the oldest first."""
    return ModelLogEntry.objects.for_instance(prospect).order_by("pk")


def call(prospect: Prospect, verb: str, by):
    """Do `verb` with what it asks for."""
    extra = {"reason": "Derfor."} if verb in ("rest", "lose", "withdraw") else {}
    if verb == "rest":
        extra["until"] = timezone.localdate() + TOMORROW
    if verb == "verify":
        extra["how"] = "Så skiltet."
    getattr(prospect, verb)(by=by, **extra)


def test_the_tables_have_every_verb_and_every_state():
    assert set(STEPS) | set(STANDING_VERBS) == set(Prospect.TRANSITIONS)
    assert set(STAGES) == set(Prospect.Stage.values)
    assert set(STANDINGS) == set(Prospect.Standing.values)
    assert {source: verb for verb, source in STEPS.items()} == Prospect.STEPS


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("verb", STEPS)
def test_every_step_in_every_stage(verb, stage):
    prospect, by = prospect_that_is(stage), UserFactory()
    before, entries = stored(prospect), log_of(prospect).count()
    if stage != STEPS[verb]:
        with pytest.raises(TransitionError):
            call(prospect, verb, by)
        assert stored(prospect) == before
        assert log_of(prospect).count() == entries
        return
    call(prospect, verb, by)
    after = stored(prospect)
    changed = {name: after[name] for name in after if after[name] != before[name]}
    assert changed.pop("stage") == STAGES[STAGES.index(stage) + 1]
    assert changed == {
        "qualify": {"adviser_id": by.pk},
        "establish": {"established_by_id": by.pk},
        "verify": {"verified_by_id": by.pk, "verified_how": "Så skiltet."},
    }.get(verb, {})
    entry = log_of(prospect).last()
    assert (entry.user, entry.data["from"], entry.data["to"]) == (by, stage, after["stage"])


@pytest.mark.parametrize("standing", STANDINGS)
@pytest.mark.parametrize("verb", STANDING_VERBS)
def test_every_change_of_standing_in_every_standing(verb, standing):
    prospect, by = prospect_that_is("qualified", standing), UserFactory()
    before, entries = stored(prospect), log_of(prospect).count()
    sources, target = STANDING_VERBS[verb]
    if standing not in sources:
        with pytest.raises(TransitionError):
            call(prospect, verb, by)
        assert stored(prospect) == before
        assert log_of(prospect).count() == entries
        return
    call(prospect, verb, by)
    after = stored(prospect)
    assert (after["standing"], after["stage"]) == (target, "qualified")
    assert after["standing_reason"] == ("" if verb == "resume" else "Derfor.")
    if verb == "rest":
        assert after["rests_until"] == timezone.localdate() + TOMORROW
    if verb == "resume":
        assert after["rests_until"] is None
    entry = log_of(prospect).last()
    assert (entry.user, entry.data["from"], entry.data["to"]) == (by, standing, target)


@pytest.mark.parametrize("standing", STANDINGS[1:])
@pytest.mark.parametrize("verb", STEPS)
def test_no_stage_moves_while_the_prospect_is_not_under_way(verb, standing):
    prospect = prospect_that_is(STEPS[verb], standing)
    Prospect.objects.filter(pk=prospect.pk).update(answered_at=timezone.now())
    prospect.refresh_from_db()
    before = stored(prospect)
    assert prospect.next_step == ""
    with pytest.raises(TransitionError):
        call(prospect, verb, UserFactory())
    assert stored(prospect) == before


def test_of_two_copies_the_one_put_to_rest_elsewhere_no_longer_moves():
    prospect = prospect_that_is("new")
    stale = Prospect.objects.get(pk=prospect.pk)
    call(prospect, "rest", UserFactory())
    with pytest.raises(TransitionError):
        stale.qualify(by=UserFactory())
    assert stale.standing == "resting"
    assert stored(prospect)["stage"] == "new"


@pytest.mark.parametrize("reason", ["", "   "])
@pytest.mark.parametrize("verb", ["rest", "lose", "withdraw"])
def test_an_end_without_a_reason_is_refused_in_words_and_not_by_an_error_of_the_server(verb, reason):
    prospect = ProspectFactory()
    extra = {"until": timezone.localdate() + TOMORROW} if verb == "rest" else {}
    with pytest.raises(ValidationError):
        getattr(prospect, verb)(reason=reason, by=UserFactory(), **extra)
    assert stored(prospect)["standing"] == "ongoing"


# --- what is missing --------------------------------------------------------------------------------------------------
def test_a_new_prospect_is_not_qualified_without_a_description_for_sharing():
    prospect = ProspectFactory(anonymous_need_nb="")
    assert len(prospect.missing_for_next_stage) == 1
    with pytest.raises(TransitionError) as refused:
        prospect.qualify(by=UserFactory())
    assert refused.value.messages == [str(one) for one in prospect.missing_for_next_stage]
    assert stored(prospect)["stage"] == "new"


def test_a_qualified_prospect_is_not_contacted_before_a_person_answered():
    prospect = ProspectFactory(qualified=True)
    assert len(prospect.missing_for_next_stage) == 1
    with pytest.raises(TransitionError):
        prospect.mark_contacted(by=UserFactory())
    record_activity(prospect, kind="note", text="Må ringe.", by=None)
    with pytest.raises(TransitionError):
        prospect.mark_contacted(by=UserFactory())
    record_activity(prospect, kind="call", text="Ringte.", by=None)
    assert prospect.missing_for_next_stage == []
    prospect.mark_contacted(by=UserFactory())
    assert stored(prospect)["stage"] == "contacted"


def test_who_qualifies_becomes_the_adviser_unless_there_is_one():
    adviser = UserFactory(adviser=True)
    prospect = ProspectFactory(adviser=adviser)
    prospect.qualify(by=UserFactory())
    assert stored(prospect)["adviser_id"] == adviser.pk


def test_who_reported_that_it_came_does_not_verify_it():
    adviser = UserFactory(adviser=True)
    prospect = ProspectFactory(established=True, adviser=adviser)
    with pytest.raises(TransitionError) as refused:
        prospect.verify(how="Så det.", by=adviser)
    assert refused.value.code == "same_person"
    assert stored(prospect)["stage"] == "established"
    prospect.verify(how="Så det.", by=UserFactory())
    assert stored(prospect)["stage"] == "verified"


# --- what the database refuses ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("standing", ["resting", "lost", "withdrawn"])
def test_the_database_refuses_an_end_without_a_reason(standing):
    prospect = ProspectFactory()
    with pytest.raises(IntegrityError, match="prospect_end_has_reason"), transaction.atomic():
        Prospect.objects.filter(pk=prospect.pk).update(standing=standing)


def test_the_database_refuses_two_standing_consents_to_one_channel():
    consent = ConsentFactory()
    name = "one_standing_consent_per_channel"
    on_sqlite = "UNIQUE constraint failed: prospects_consent.contact_id, prospects_consent.channel"
    with (
        pytest.raises(IntegrityError, match=on_sqlite if connection.vendor == "sqlite" else name),
        transaction.atomic(),
    ):
        ConsentFactory(contact=consent.contact)
    ConsentFactory(contact=consent.contact, channel=Consent.Channel.PHONE)
    Consent.objects.filter(pk=consent.pk).update(withdrawn_at=timezone.now())
    ConsentFactory(contact=consent.contact)
    ConsentFactory(contact=consent.contact, withdrawn=True)


# --- who sees which ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["adviser", "analyst", "manager"])
def test_staff_who_work_with_prospects_see_them_all(who):
    ProspectFactory()
    ProspectFactory(lost=True)
    assert Prospect.objects.visible_to(UserFactory(**{who: True})).count() == 2


@pytest.mark.parametrize(
    "who", [{"communications": True}, {"steering_group": True}, {}, {"adviser": True, "locked_out": True}]
)
def test_nobody_else_sees_any(who):
    ProspectFactory()
    assert not Prospect.objects.visible_to(UserFactory(**who)).exists()
    assert not Prospect.objects.visible_to(AnonymousUser()).exists()


def test_people_of_a_firm_see_handovers_and_never_prospects():
    handover = HandoverFactory(accepted=True)
    member = MembershipFactory(firm=handover.firm).user
    assert Handover.objects.visible_to(member).get() == handover
    assert not Prospect.objects.visible_to(member).exists()


def test_who_waits_for_a_first_answer_comes_in_the_order_of_the_promise():
    now = timezone.now()
    late, soon = (ProspectFactory(answer_due_at=now + timedelta(hours=hours)) for hours in (9, -3))
    ProspectFactory(lost=True)
    ProspectFactory(contacted=True)
    assert list(Prospect.objects.awaiting_first_answer()) == [soon, late]


def test_a_new_prospect_is_promised_an_answer_within_a_working_day():
    with time_machine.travel("2026-11-27T13:00:00Z", tick=False):  # Friday 14:00 in Oslo
        prospect = ProspectFactory()
    assert prospect.answer_due_at.isoformat() == "2026-11-30T14:00:00+01:00"


def test_the_main_contact_is_the_first_and_the_reference_says_nothing_of_who_it_is():
    prospect = ProspectFactory()
    first = prospect.main_contact
    ContactFactory(prospect=prospect, name="Anna Etterpå")
    assert Prospect.objects.get(pk=prospect.pk).main_contact == first
    assert prospect.reference == f"P-{prospect.pk:05d}"
    assert ProspectFactory(contact=None).main_contact is None


# --- the private link -------------------------------------------------------------------------------------------------
def test_a_private_link_has_128_random_bits_of_which_only_a_hash_is_kept():
    prospect = ProspectFactory()
    tokens = [PrivateLink.issue(prospect) for _number in range(50)]
    assert len(set(tokens)) == 50
    assert all(len(token) == 22 for token in tokens)  # 16 bytes in base64
    kept = str(list(PrivateLink.objects.values()))
    assert not any(token in kept for token in tokens)
    assert all(len(link.token_hash) == 64 for link in PrivateLink.objects.all())


def test_a_private_link_opens_its_prospect_until_it_expires():
    link = PrivateLinkFactory()
    assert PrivateLink.open(link.token) == link
    assert PrivateLink.open(link.token).prospect == link.prospect
    with time_machine.travel(link.expires_at - timedelta(seconds=2), tick=False):
        assert PrivateLink.open(link.token) == link
    with time_machine.travel(link.expires_at, tick=False):
        assert PrivateLink.open(link.token) is None
    assert link.expires_at - link.created_at == timedelta(days=settings.PRIVATE_LINK_DAYS)


@pytest.mark.parametrize("trait", ["expired", "revoked"])
def test_a_private_link_that_no_longer_works_opens_nothing(trait):
    assert PrivateLink.open(PrivateLinkFactory(**{trait: True}).token) is None


@pytest.mark.parametrize("token", ["", "x", "x" * 22, "%00", "å" * 22])
def test_a_guess_opens_nothing(token):
    link = PrivateLinkFactory()
    assert PrivateLink.open(token) is None
    assert PrivateLink.open(link.token_hash) is None
    assert PrivateLink.open(link.token.swapcase()) is None
