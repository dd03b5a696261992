"""What is known is written down: by two at once, by hand, by whom, and what it is worth."""

import pytest
from django.db import IntegrityError, transaction

from common.workflow import TransitionError
from prospects.models import Establishment, Prospect, Readiness, ScoreWeight, SizeBand, StandingReason
from prospects.services import FACTS, FactsConflict, assign, explain, open_case, save_facts, score_of, set_weights
from prospects.services.scoring import UNKNOWN, score_all, weights
from prospects.setup import REASONS, plant_reasons
from tests.factories import ProspectFactory, UserFactory
from tests.prospects.looking import actions

pytestmark = pytest.mark.django_db


def facts_of(prospect: Prospect, **changes) -> dict:
    """What stands in a case, with changes."""
    return {name: getattr(prospect, name) for name in FACTS} | changes


# --- two at once ------------------------------------------------------------------------------------------------------
def test_of_two_who_write_at_once_the_second_hears_of_it_and_nothing_is_overwritten():
    prospect, by = ProspectFactory(), UserFactory(adviser=True)
    mine, theirs = Prospect.objects.get(pk=prospect.pk), Prospect.objects.get(pk=prospect.pk)
    assert save_facts(theirs, facts_of(theirs, jobs=40), revision=0, by=by) == ["jobs"]
    with pytest.raises(FactsConflict) as refused:
        save_facts(mine, facts_of(mine, jobs=12, need="Mer plass."), revision=0, by=by)
    assert refused.value.stored.jobs == 40
    assert refused.value.theirs == ["jobs", "need"]
    prospect.refresh_from_db()
    assert (prospect.jobs, prospect.revision) == (40, 1)
    save_facts(mine, facts_of(mine, jobs=12), revision=1, by=by)
    prospect.refresh_from_db()
    assert prospect.jobs == 12


def test_only_what_changed_is_logged():
    prospect = ProspectFactory()
    save_facts(prospect, facts_of(prospect), revision=0, by=UserFactory())
    assert "prospects.facts_changed" not in actions(prospect)
    save_facts(prospect, facts_of(prospect, kind="new"), revision=1, by=UserFactory())
    assert actions(prospect)[-1] == "prospects.facts_changed"


# --- by hand ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("source", "waits"), [("phone", True), ("event", True), ("own", False), ("target_list", False)]
)
def test_a_case_opened_by_hand_waits_for_an_answer_only_when_they_asked(source, waits):
    by = UserFactory(adviser=True)
    values = facts_of(ProspectFactory(answer_due_at=None), company_name="Ny AS", source=source)
    prospect = open_case(values, contact={"name": "Siv", "email": "siv@firma.example"}, by=by)
    assert (prospect.adviser, prospect.main_contact.name) == (by, "Siv")
    assert Prospect.objects.awaiting_first_answer().exists() is waits
    assert prospect.value_score is not None


# --- who --------------------------------------------------------------------------------------------------------------
def test_the_adviser_is_no_helper_and_only_those_who_work_with_cases_can_be_given_one():
    prospect, manager = ProspectFactory(), UserFactory(manager=True)
    first, second = UserFactory(adviser=True), UserFactory(analyst=True)
    assign(prospect, adviser=first, team=[first, second], by=manager)
    assert (prospect.adviser, list(prospect.team.all())) == (first, [second])
    assert set(Prospect.objects.of(second)) == {prospect} == set(Prospect.objects.of(first))
    for stranger in (UserFactory(communications=True), UserFactory(adviser=True, locked_out=True), UserFactory()):
        with pytest.raises(TransitionError):
            assign(prospect, adviser=stranger, team=[], by=manager)
    prospect.refresh_from_db()
    assert prospect.adviser == first


# --- what it is worth -------------------------------------------------------------------------------------------------
def test_the_score_is_the_mean_of_the_points_by_weight():
    prospect = ProspectFactory(employees=SizeBand.OVER_100, readiness=Readiness.CURIOUS)
    assert score_of(prospect, {"size": 10, "readiness": 0}) == 100
    assert score_of(prospect, {"size": 1, "readiness": 1}) == 60
    assert score_of(prospect, {"size": 1, "readiness": 3}) == 40
    assert score_of(prospect, {}) is None


def test_what_is_not_known_counts_a_little_and_says_so():
    prospect = ProspectFactory(employees=SizeBand.UNKNOWN, kind=Establishment.UNKNOWN)
    parts = {part.quality: part for part in explain(prospect, {"size": 5, "kind": 5})}
    unknown = parts[str(ScoreWeight.Quality.KIND.label)]
    assert (unknown.points, unknown.is_unknown) == (UNKNOWN, True)
    assert score_of(prospect, {"kind": 7}) == UNKNOWN


@pytest.mark.parametrize("quality", ScoreWeight.Quality.values)
def test_every_answer_to_every_quality_has_points_or_is_unknown(quality):
    from prospects.services.scoring import _FIELDS, _POINTS

    choices = dict(Prospect._meta.get_field(_FIELDS[quality]).choices)
    assert set(_POINTS[quality]) | {"unknown"} >= set(choices)
    assert all(0 <= points <= 100 for points in _POINTS[quality].values())


def test_new_weights_score_every_case_again_in_the_background():
    small, large = ProspectFactory(employees=SizeBand.TO_4), ProspectFactory(employees=SizeBand.OVER_100)
    set_weights(dict.fromkeys(weights(), 0) | {"size": 3}, by=UserFactory(manager=True))
    assert score_all.func() == 2
    assert score_all.func() == 0
    assert list(Prospect.objects.order_by("pk").values_list("pk", "value_score")) == [(small.pk, 15), (large.pk, 100)]


@pytest.mark.parametrize("weight", [-1, 11])
def test_a_weight_outside_its_bounds_is_refused_and_changes_nothing(weight):
    with pytest.raises(ValueError, match="size"):
        set_weights({**weights(), "size": weight}, by=UserFactory())
    assert not ScoreWeight.objects.exists()
    if weight > 0:
        with pytest.raises(IntegrityError), transaction.atomic():
            ScoreWeight.objects.create(quality="size", weight=weight)


# --- reasons ----------------------------------------------------------------------------------------------------------
def test_a_programme_begins_with_reasons_for_every_end_and_they_are_planted_once():
    StandingReason.objects.all().delete()
    plant_reasons()
    plant_reasons()
    assert StandingReason.objects.count() == len(REASONS)
    assert {reason.how for reason in StandingReason.objects.all()} == set(StandingReason.How.values)
    StandingReason.objects.filter(how="lost").update(is_retired=True)
    assert not StandingReason.objects.offered("lost").exists()


def test_a_lost_case_says_to_whom_and_why_and_forgets_it_when_taken_up_again():
    prospect, why = ProspectFactory(), StandingReason.objects.offered("lost").first()
    prospect.lose(reason="Pris.", why=why, lost_to="Nabobyen", would_have_changed="Lavere leie.", by=UserFactory())
    prospect.refresh_from_db()
    assert (prospect.reason, prospect.lost_to, prospect.would_have_changed) == (why, "Nabobyen", "Lavere leie.")
    prospect.resume(by=UserFactory())
    prospect.refresh_from_db()
    assert (prospect.reason, prospect.lost_to, prospect.would_have_changed) == (None, "", "")


def test_the_database_refuses_a_rest_without_an_end_and_a_check_of_ones_own_report():
    prospect = ProspectFactory(established=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Prospect.objects.filter(pk=prospect.pk).update(standing="resting", standing_reason="Ferie")
    with pytest.raises(IntegrityError), transaction.atomic():
        Prospect.objects.filter(pk=prospect.pk).update(verified_by=prospect.established_by)
