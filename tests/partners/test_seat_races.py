"""Two administrators leave at once: one stays. With a control that shows the harness sees a race."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from partners.models import Membership, Notification, PartnerFirm
from partners.services import change_seat, end_seat, notify, save_draft, send_digests
from partners.services.profiles import ProfileConflict
from tests.factories import MembershipFactory, NotificationChoiceFactory, PartnerFirmFactory
from tests.prospects.test_races import PATIENCE, race

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 10


def two_administrators() -> tuple[PartnerFirm, list[Membership]]:
    firm = PartnerFirmFactory()
    return firm, [MembershipFactory(firm=firm, administrator=True) for _number in range(2)]


def outcome(step):
    """The step, which tells "done" or the refusal."""

    def run():
        step()
        return "done"

    return run


@pytest.mark.parametrize("how", ["leave", "step down", "both"])
def test_of_two_administrators_who_go_at_once_one_stays(how):
    for _round in range(ROUNDS):
        firm, seats = two_administrators()
        leave = [outcome(lambda seat=seat: end_seat(seat, by=seat.user)) for seat in seats]
        down = [outcome(lambda seat=seat: change_seat(seat, role="member", by=seat.user)) for seat in seats]
        told = race(*{"leave": leave, "step down": down, "both": [leave[0], down[1]]}[how])
        assert sorted(one == "done" for one in told) == [False, True], told
        refused = next(one for one in told if one != "done")
        assert isinstance(refused, ValidationError) and refused.code == "last_administrator"
        assert Membership.objects.administrators().filter(firm=firm).count() == 1


def test_the_harness_sees_a_race_where_there_is_one():
    """The control: look, and then end, lets both go."""
    emptied = 0
    for _round in range(3):
        firm, seats = two_administrators()
        looked = threading.Barrier(2)

        def naive(seat, looked=looked):
            fresh = Membership.objects.get(pk=seat.pk)
            if fresh.is_last_administrator:
                raise ValidationError("last", code="last_administrator")
            looked.wait(PATIENCE)
            fresh.end(by=seat.user)

        race(*(outcome(lambda seat=seat: naive(seat)) for seat in seats))
        emptied += not Membership.objects.administrators().filter(firm=firm).exists()
    assert emptied >= 1


def test_two_clocks_send_one_digest():
    seat = MembershipFactory()
    NotificationChoiceFactory(user=seat.user, topic="profile", frequency="daily")
    for _round in range(ROUNDS):
        with transaction.atomic():
            [made] = notify(seat.firm, topic="profile", kind="profile_approved")
        counts = race(*(lambda made=made: send_digests(made.mail_due_at) for _number in range(2)))
        assert sorted(counts) == [0, 1], counts
    assert not Notification.objects.filter(mailed_at=None).exists()


def saving(seat: Membership, text: str):
    """The step of somebody who has the form open since the first save."""
    return outcome(lambda: save_draft(seat.firm, {"tagline_nb": text}, revision=1, by=seat.user))


def test_of_two_who_save_a_profile_at_once_one_is_told_what_the_other_wrote():
    for _round in range(ROUNDS):
        firm, seats = two_administrators()
        save_draft(firm, {"tagline_nb": "Først"}, revision=0, by=seats[0].user)
        texts = ["Den ene", "Den andre"]
        told = race(*(saving(seat, text) for seat, text in zip(seats, texts, strict=True)))
        [winner] = [number for number, one in enumerate(told) if one == "done"]
        lost = told[1 - winner]
        assert isinstance(lost, ProfileConflict)
        assert lost.draft.tagline_nb == texts[winner]
    connection.close()
