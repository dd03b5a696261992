"""Benefits: counted from the firm's own account and from what is shared, both or none."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from common.workflow import TransitionError
from partners.models import BenefitDelivery, BenefitPool, BenefitYear, Clause, Notification
from partners.services import (
    deliver_benefit,
    offer_agreement,
    open_benefits_early,
    terminate_agreement,
    undo_delivery,
)
from tests.factories import BenefitFactory, BenefitPoolFactory, ContributionTierFactory

from .agreeing import clauses, draft, sign, signed, signer

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year


def account(*, quantity: int | None = 3, pool: BenefitPool | None = None, firm=None, **facts) -> BenefitYear:
    """The account of this year, of a benefit in an agreement that runs."""
    if not Clause.objects.exists():
        clauses()
    tier = ContributionTierFactory()
    BenefitFactory(tier=tier, slug="scene", name_nb="Scenetid", quantity=quantity, pool=pool)
    made = signed(firm, tier=tier, **facts)
    return BenefitYear.objects.get(benefit__agreement=made, year=made.starts_on.year)


def refused(code, do):
    """What `do` does is refused, in words, for this reason."""
    with pytest.raises(ValidationError) as caught:
        do()
    found = getattr(caught.value, "code", None) or next(iter(caught.value.error_dict.values()))[0].code
    assert found == code
    assert caught.value.messages


def test_a_delivery_is_counted_and_told():
    mine = account()
    delivery = deliver_benefit(mine, quantity=2, note=" Åpningen ", by=None)
    assert (mine.used, mine.left, delivery.note) == (2, 1, "Åpningen")
    assert Notification.objects.filter(kind="benefit_delivered").count() == 1


def test_no_more_is_delivered_than_is_left():
    mine = account(quantity=3)
    deliver_benefit(mine, quantity=2, by=None)
    refused("used_up", lambda: deliver_benefit(mine, quantity=2, by=None))
    deliver_benefit(mine, quantity=1, by=None)
    refused("used_up", lambda: deliver_benefit(mine, by=None))
    assert BenefitYear.objects.get(pk=mine.pk).used == 3
    assert BenefitDelivery.objects.count() == 2


def test_what_has_no_limit_is_counted_all_the_same():
    mine = account(quantity=None)
    for _number in range(5):
        deliver_benefit(mine, quantity=100, by=None)
    assert (mine.used, mine.left) == (500, None)
    BenefitYear.objects.update(used=32_000)
    refused("used_up", lambda: deliver_benefit(mine, quantity=1000, by=None))


def test_when_the_shared_capacity_is_too_small_the_account_is_left_alone():
    pool = BenefitPoolFactory(capacity=2)
    mine = account(quantity=5, pool=pool)
    assert mine.pool == pool
    deliver_benefit(mine, quantity=1, by=None)
    refused("pool_empty", lambda: deliver_benefit(mine, quantity=2, by=None))
    mine.refresh_from_db()
    pool.refresh_from_db()
    assert (mine.used, pool.taken) == (1, 1)
    assert BenefitDelivery.objects.count() == 1


def test_when_the_account_is_too_small_the_shared_capacity_is_left_alone():
    pool = BenefitPoolFactory(capacity=9)
    mine = account(quantity=1, pool=pool)
    refused("used_up", lambda: deliver_benefit(mine, quantity=2, by=None))
    pool.refresh_from_db()
    assert pool.taken == 0


def test_a_delivery_undone_gives_back_to_both_once():
    pool = BenefitPoolFactory(capacity=2)
    mine = account(quantity=2, pool=pool)
    delivery = deliver_benefit(mine, quantity=2, by=None)
    undo_delivery(delivery, by=None)
    with pytest.raises(TransitionError):
        undo_delivery(delivery, by=None)
    with pytest.raises(TransitionError):
        undo_delivery(BenefitDelivery.objects.get(), by=None)
    mine.refresh_from_db()
    pool.refresh_from_db()
    assert (mine.used, pool.taken, delivery.undone_at is None) == (0, 0, False)
    deliver_benefit(mine, quantity=2, by=None)


def test_the_shared_capacity_of_a_later_year_may_be_entered_after_the_signature():
    pool = BenefitPoolFactory(slug="scene", year=YEAR, capacity=5)
    mine = account(pool=pool, ends_on=date(YEAR + 1, 12, 31))
    later = BenefitYear.objects.get(benefit=mine.benefit, year=YEAR + 1)
    assert later.pool is None
    with time_machine.travel(f"{YEAR + 1}-03-01T12:00:00+01:00", tick=False):
        refused("no_pool", lambda: deliver_benefit(later, by=None))
        next_pool = BenefitPoolFactory(slug="scene", year=YEAR + 1, capacity=1)
        deliver_benefit(later, by=None)
        refused("pool_empty", lambda: deliver_benefit(later, by=None))
    next_pool.refresh_from_db()
    pool.refresh_from_db()
    assert (next_pool.taken, pool.taken) == (1, 0)


def test_benefits_that_exclude_each_other_are_not_both_used_in_a_year():
    clauses()
    tier = ContributionTierFactory()
    talk, stand = (BenefitFactory(tier=tier, slug=slug, quantity=2) for slug in ("innlegg", "stand"))
    talk.conflicts_with.add(stand)
    made = signed(tier=tier, ends_on=date(YEAR + 1, 12, 31))
    of = {(one.benefit.source.slug, one.year): one for one in BenefitYear.objects.filter(benefit__agreement=made)}
    delivery = deliver_benefit(of["innlegg", YEAR], by=None)
    refused("conflict", lambda: deliver_benefit(of["stand", YEAR], by=None))
    deliver_benefit(of["innlegg", YEAR], by=None)
    with time_machine.travel(f"{YEAR + 1}-03-01T12:00:00+01:00", tick=False):
        deliver_benefit(of["stand", YEAR + 1], by=None)  # another year
    undo_delivery(delivery, by=None)
    refused("conflict", lambda: deliver_benefit(of["stand", YEAR], by=None))  # one is still used


@pytest.mark.parametrize(("days", "code"), [(-1, "outside"), (0, None), (1, "future"), (400, "future")])
def test_it_is_delivered_on_a_day_of_the_agreement_that_has_come(days, code):
    with time_machine.travel("2026-06-15T12:00:00+02:00", tick=False):
        mine = account()
        on = mine.benefit.agreement.starts_on + timedelta(days=days)
        if code:
            refused(code, lambda: deliver_benefit(mine, delivered_on=on, by=None))
        else:
            deliver_benefit(mine, delivered_on=on, by=None)


def test_it_is_counted_in_its_own_year():
    with time_machine.travel("2026-12-30T12:00:00+01:00", tick=False):
        mine = account(ends_on=date(2027, 12, 31))
    with time_machine.travel("2027-01-02T12:00:00+01:00", tick=False):
        refused("year", lambda: deliver_benefit(mine, by=None))
        deliver_benefit(mine, delivered_on=date(2026, 12, 31), by=None)


def test_after_a_termination_only_what_was_delivered_before_is_written_down():
    with time_machine.travel("2026-06-15T12:00:00+02:00", tick=False):
        mine = account()
        terminate_agreement(mine.benefit.agreement, on=date(2026, 6, 20), reason="Enige.", by=None)
    with time_machine.travel("2026-06-25T12:00:00+02:00", tick=False):
        deliver_benefit(mine, delivered_on=date(2026, 6, 19), by=None)
        refused("outside", lambda: deliver_benefit(mine, delivered_on=date(2026, 6, 20), by=None))


def test_benefits_opened_early_are_delivered_from_that_day_also_before_the_first():
    clauses()
    with time_machine.travel("2026-12-01T12:00:00+01:00", tick=False):
        made = draft(starts_on=date(2027, 1, 1), ends_on=date(2028, 12, 31))
        offer_agreement(made, by=None)
        open_benefits_early(made, by=None)
        first = BenefitYear.objects.filter(benefit__agreement=made, year=2027).first()
        later = BenefitYear.objects.filter(benefit__agreement=made, year=2028).first()
        deliver_benefit(first, by=None)
        refused("outside", lambda: deliver_benefit(first, delivered_on=date(2026, 11, 30), by=None))
        refused("year", lambda: deliver_benefit(later, by=None))
        sign(made, by=signer(made.firm))
        assert BenefitYear.objects.filter(benefit__agreement=made).count() == 4  # not opened twice


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.mark.parametrize(
    ("content", "ending"), [(b"%PDF-1.4 x", "pdf"), (PNG, "png"), (b"\xff\xd8\xff\xe0JFIF", "jpg")]
)
def test_evidence_is_kept_under_a_random_name_with_the_ending_of_what_it_is(content, ending):
    mine = account()
    delivery = deliver_benefit(mine, evidence=ContentFile(content, name="../../et c.html"), by=None)
    assert delivery.evidence.name.startswith("deliveries/") and delivery.evidence.name.endswith(f".{ending}")
    with delivery.evidence.open("rb") as file:
        assert file.read() == content


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b"<svg xmlns=", "kind"), (b"GIF89a", "kind"), (b"  %PDF-", "kind"), (b"\x89PNG", "kind")],
)
def test_a_file_that_is_no_evidence_is_refused_and_counts_nothing(content, code):
    mine = account()
    refused(code, lambda: deliver_benefit(mine, evidence=ContentFile(content, name="bevis.pdf"), by=None))
    mine.refresh_from_db()
    assert (mine.used, BenefitDelivery.objects.count()) == (0, 0)


def test_evidence_of_ten_megabytes_is_kept_and_one_byte_more_is_not():
    mine = account()
    deliver_benefit(mine, evidence=ContentFile(b"%PDF-" + b"x" * (10_000_000 - 5), name="a.pdf"), by=None)
    large = ContentFile(b"%PDF-" + b"x" * (10_000_000 - 4), name="a.pdf")
    refused("large", lambda: deliver_benefit(mine, evidence=large, by=None))


def test_a_delivery_that_is_refused_leaves_no_file_behind():
    mine = account(quantity=1)
    deliver_benefit(mine, evidence=ContentFile(PNG, name="a.png"), by=None)
    storage = BenefitDelivery.objects.get().evidence.storage
    before = set(storage.listdir("deliveries")[1])
    refused("used_up", lambda: deliver_benefit(mine, evidence=ContentFile(PNG, name="a.png"), by=None))
    assert set(storage.listdir("deliveries")[1]) == before


@pytest.mark.parametrize("quantity", [0, -1, 1001, 100_000])
def test_an_odd_number_is_refused(quantity):
    mine = account(quantity=None)
    refused("quantity", lambda: deliver_benefit(mine, quantity=quantity, by=None))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ikke en adresse", "https://" + "x" * 300 + ".no"])
def test_an_address_that_is_none_is_refused(url):
    mine = account()
    with pytest.raises(ValidationError):
        deliver_benefit(mine, evidence_url=url, by=None)
    mine.refresh_from_db()
    assert mine.used == 0


def test_the_database_itself_refuses_what_the_service_would_never_ask():
    pool = BenefitPoolFactory(capacity=2)
    mine = account(quantity=2, pool=pool)
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitYear.objects.filter(pk=mine.pk).update(used=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitPool.objects.update(taken=3)
    pool.taken, pool.capacity = 2, 1
    with pytest.raises(ValidationError):
        pool.clean()
