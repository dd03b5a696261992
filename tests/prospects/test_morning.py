"""The letter of the morning: to those who want it, once a working day, with what the day asks."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from common.clock import OSLO
from common.mail import _builders
from prospects.models import MorningLetter, Prospect
from prospects.services import send_morning_letters, set_morning_letter
from tests.factories import ActivityFactory, MorningLetterFactory, ProspectFactory, TaskFactory, UserFactory
from tests.partners.test_agreement_admin import as_
from tests.prospects.looking import posted

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 24, 7, 30, tzinfo=OSLO)  # a Tuesday
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(MORNING, tick=False):
        yield


def test_it_goes_once_a_day_to_those_who_want_it():
    wanting, other = UserFactory(adviser=True), UserFactory(adviser=True)
    set_morning_letter(wanting, wanted=True)
    set_morning_letter(other, wanted=False)
    assert send_morning_letters(MORNING) == 1
    assert send_morning_letters(MORNING + timedelta(hours=1)) == 0
    assert posted("morning_letter") == [{"reader": wanting.pk, "day": "2026-11-24"}]
    assert send_morning_letters(MORNING + DAY) == 1


@pytest.mark.parametrize(
    ("moment", "goes"),
    [
        (datetime(2026, 11, 24, 6, 59, tzinfo=OSLO), False),
        (datetime(2026, 11, 24, 7, tzinfo=OSLO), True),
        (datetime(2026, 11, 24, 15, 59, tzinfo=OSLO), True),
        (datetime(2026, 11, 24, 16, tzinfo=OSLO), False),
        (datetime(2026, 11, 28, 9, tzinfo=OSLO), False),
        (datetime(2026, 12, 25, 9, tzinfo=OSLO), False),
    ],
)
def test_it_goes_in_the_morning_of_a_working_day_and_later_when_the_clock_was_away(moment, goes):
    MorningLetterFactory()
    assert send_morning_letters(moment) == int(goes)


def test_after_three_days_away_there_is_one_letter_for_today():
    MorningLetterFactory(last_on=(MORNING - 4 * DAY).date())
    assert send_morning_letters(MORNING) == 1


def test_it_says_what_breaks_what_is_to_be_done_and_what_came_in():
    me = UserFactory(adviser=True, language="en")
    late = ProspectFactory(adviser=me, answer_due_at=MORNING + timedelta(hours=2))
    task = TaskFactory(prospect__contacted=True, assignees=[me], due_at=MORNING + timedelta(hours=3))
    TaskFactory(assignees=[UserFactory(adviser=True)], due_at=MORNING + timedelta(hours=3), text="Noen andres")
    ActivityFactory(mail=True, way="in", status="draft", prospect=late)
    Prospect.objects.exclude(pk=late.pk).filter(answered_at=None).update(answer_due_at=None)
    letter = _builders["morning_letter"](me.pk, "2026-11-24")
    assert [fact[0] for fact in letter.facts] == [str(late), str(task.prospect)]
    assert letter.paragraphs == ["2 things want you today.", "One mail came in and is not read yet."]
    assert "Noen andres" not in str(letter)


def test_there_is_no_letter_about_nothing_to_strangers_or_for_another_day():
    me = UserFactory(adviser=True)
    assert _builders["morning_letter"](me.pk, "2026-11-24") is None
    ProspectFactory(answer_due_at=MORNING)
    assert _builders["morning_letter"](me.pk, "2026-11-24") is not None
    assert _builders["morning_letter"](me.pk, "2026-11-23") is None
    assert _builders["morning_letter"](UserFactory(communications=True).pk, "2026-11-24") is None
    assert _builders["morning_letter"](UserFactory(adviser=True, locked_out=True).pk, "2026-11-24") is None


def test_it_is_chosen_on_one_s_own_account():
    client = as_(adviser=True)
    page = client.get(reverse("wagtailadmin_account"))
    assert "morning-is_wanted" in page.content.decode()
    fields = {
        name: value
        for panel in page.context["panels_by_tab"].values()
        for one in panel
        for name, value in ((bound.html_name, bound.value()) for bound in one.get_form())
        if isinstance(value, str) and value
    }
    assert client.post(reverse("wagtailadmin_account"), fields | {"morning-is_wanted": "on"}).status_code == 302
    assert MorningLetter.objects.get().is_wanted
    client.post(reverse("wagtailadmin_account"), fields)
    assert not MorningLetter.objects.get().is_wanted
    assert "morning-is_wanted" not in as_(communications=True).get(reverse("wagtailadmin_account")).content.decode()
