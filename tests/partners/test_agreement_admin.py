"""Agreements, clauses and benefits in the admin: what the programme manager does, and what others may not see."""

from datetime import timedelta

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from partners.agreement_hooks import agreements
from partners.agreement_register import DraftEditView
from partners.models import Agreement, BenefitDelivery, BenefitYear, Clause, ClauseVersion
from partners.services import deliver_benefit, offer_agreement
from tests.conftest import login
from tests.factories import BenefitFactory, ContributionTierFactory, HandoverFactory, PartnerFirmFactory, UserFactory

from .agreeing import A_DAY, clauses, draft, offered, signed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def as_(**role) -> Client:
    """A client of staff in a role; who it is stands in `user`."""
    from allauth.account.models import EmailAddress
    from allauth.mfa.totp.internal.auth import TOTP

    user = UserFactory(**role)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    TOTP.activate(user, "A" * 32)
    client = login(Client(), user)
    client.user = user
    return client


@pytest.fixture
def manager() -> Client:
    """The programme manager, and the clauses."""
    clauses()
    return as_(manager=True)


def take(client: Client, agreement: Agreement, word: str, **typed):
    """Take a step, as the page of the step does."""
    address = reverse("agreements:step", args=[agreement.pk, word])
    assert client.get(address).status_code == 200
    return client.post(address, typed)


def test_a_draft_is_made_changed_and_offered(manager):
    firm, tier = PartnerFirmFactory(without_agreement=True), ContributionTierFactory()
    typed = {
        "firm": firm.pk,
        "tier": tier.pk,
        "round": "",
        "starts_on": "2027-01-01",
        "ends_on": "2028-12-31",
        "yearly_amount": "50000",
        "instalments": 1,
        "intro_nb": "",
        "intro_en": "",
    }
    assert manager.post("/admin/partneravtaler/create/", {**typed, "ends_on": "2026-12-31"}).status_code == 200
    assert not Agreement.objects.exists()
    assert manager.post("/admin/partneravtaler/create/", typed).status_code == 302
    made = Agreement.objects.get()
    assert made.status == "draft"
    edit = f"/admin/partneravtaler/edit/{made.pk}/"
    assert manager.post(edit, {**typed, "yearly_amount": "45000"}).status_code == 302
    assert take(manager, made, "tilby").status_code == 302
    made.refresh_from_db()
    assert (made.status, made.yearly_amount) == ("offered", 45_000)
    manager.post(edit, {**typed, "yearly_amount": "1"})
    made.refresh_from_db()
    assert made.yearly_amount == 45_000


def test_a_draft_that_is_offered_while_its_form_stands_open_stays_as_it_was_offered(manager):
    made = draft()
    typed = {"firm": made.firm_id, "tier": made.tier_id, "round": "", "yearly_amount": "1", "instalments": 1}
    days = {"starts_on": made.starts_on, "ends_on": made.ends_on, "intro_nb": "", "intro_en": ""}
    request = RequestFactory().post(f"/admin/partneravtaler/edit/{made.pk}/", {**typed, **days})
    request.user, request.session = UserFactory(manager=True), {}
    request._messages = FallbackStorage(request)
    view = DraftEditView(model_admin=agreements, instance_pk=str(made.pk))  # reads the draft
    view.setup(request)
    offer_agreement(made, by=None)
    assert view.dispatch(request).status_code == 200
    made.refresh_from_db()
    assert (made.status, made.yearly_amount) == ("offered", made.tier.yearly_amount)


def test_the_list_and_the_page_of_every_state(manager):
    made = [draft(), offered(), signed(), signed(starts_on=TODAY() + A_DAY)]
    page = manager.get("/admin/partneravtaler/")
    assert page.status_code == 200
    for one in made:
        assert reverse("agreements:detail", args=[one.pk]) in page.text
        assert manager.get(reverse("agreements:detail", args=[one.pk])).status_code == 200
    assert f"/admin/partneravtaler/edit/{made[0].pk}/" in page.text
    assert f"/admin/partneravtaler/edit/{made[1].pk}/" not in page.text


def test_a_step_that_is_no_longer_possible_is_said_in_words(manager):
    made = draft()
    address = reverse("agreements:step", args=[made.pk, "tilby"])
    offer_agreement(made, by=None)
    answer = manager.post(address)
    assert answer.status_code == 422 and "dp-error" in answer.text
    assert manager.post(reverse("agreements:step", args=[made.pk, "finnes-ikke"])).status_code == 404


def test_benefits_are_opened_early(manager):
    made = offered()
    take(manager, made, "apne-fordeler")
    made.refresh_from_db()
    assert made.early_benefits_at and made.early_benefits_by.email


def test_terminating_asks_for_a_day_and_a_reason_and_keeps_what_was_typed(manager):
    made = signed()
    on = (TODAY() + timedelta(days=30)).isoformat()
    assert take(manager, made, "avslutt", on=on, reason="").status_code == 422
    answer = take(manager, made, "avslutt", on=(TODAY() - A_DAY).isoformat(), reason="Enige om det.")
    assert answer.status_code == 422 and "Enige om det." in answer.text
    assert take(manager, made, "avslutt", on=on, reason="Enige om det.").status_code == 302
    made.refresh_from_db()
    assert (made.status, made.terminated_on.isoformat()) == ("terminated", on)


def test_renewing_makes_the_next_draft_and_goes_there(manager):
    made = signed()
    tier = ContributionTierFactory()
    answer = take(manager, made, "forny", tier=tier.pk, ends_on=(made.ends_on + 365 * A_DAY).isoformat(), instalments=2)
    after = Agreement.objects.get(renews=made)
    assert answer["Location"] == reverse("agreements:detail", args=[after.pk])
    assert (after.starts_on, after.instalments) == (made.ends_on + A_DAY, 2)
    assert take(manager, made, "forny", tier=tier.pk, ends_on="1999-01-01", instalments=1).status_code == 422


def test_a_draft_is_discarded(manager):
    made = draft()
    assert take(manager, made, "forkast").status_code == 302
    assert not Agreement.objects.exists()


def test_the_document_is_handed_out(manager):
    made = signed()
    answer = manager.get(reverse("agreements:pdf", args=[made.pk, "en"]))
    assert answer.getvalue().startswith(b"%PDF") and answer["X-Content-Type-Options"] == "nosniff"
    assert manager.get(reverse("agreements:pdf", args=[made.pk, "de"])).status_code == 404
    assert manager.get(reverse("agreements:pdf", args=[draft().pk, "nb"])).status_code == 404


# --- clauses ----------------------------------------------------------------------------------------------------------
WORDS = {"title_nb": "Ny", "title_en": "New", "text_nb": "Nye ord.", "text_en": "New words."}


def test_words_that_an_agreement_cites_become_a_new_version(manager):
    made = offered()
    cited, loose = Clause.objects.get(number=1), Clause.objects.get(number=3)
    for clause in (cited, loose):
        typed = {"number": clause.number, "use": clause.use, **WORDS}
        assert manager.post(f"/admin/avtalepunkter/edit/{clause.pk}/", typed).status_code == 302
    assert (cited.versions.count(), loose.versions.count()) == (2, 1)
    assert cited.latest.text_nb == loose.latest.text_nb == "Nye ord."
    assert made.clauses.get(number=1).text_nb != "Nye ord."
    assert manager.get(f"/admin/avtalepunkter/inspect/{cited.pk}/").text.count("Nye ord.") >= 1
    assert manager.get("/admin/avtalepunkter/").status_code == 200


def test_a_new_clause_is_written_with_its_words(manager):
    answer = manager.post("/admin/avtalepunkter/add/", {"number": 9, "use": "both", **WORDS})
    assert answer.status_code == 302
    assert ClauseVersion.objects.get(clause__number=9).version == 1
    answer = manager.post("/admin/avtalepunkter/add/", {"number": 10, "use": "both", **WORDS, "text_en": " "})
    assert answer.status_code == 200 and not Clause.objects.filter(number=10).exists()
    answer = manager.post("/admin/avtalepunkter/add/", {"number": 9, "use": "both", **WORDS})
    assert answer.status_code == 200 and Clause.objects.filter(number=9).count() == 1


# --- benefits ---------------------------------------------------------------------------------------------------------
def account() -> BenefitYear:
    """A counted account of this year."""
    return BenefitYear.objects.get(benefit__agreement=signed(), benefit__source__slug="innlegg", year=TODAY().year)


def test_a_delivery_is_written_down_with_evidence_and_undone(manager):
    mine = account()
    assert mine.benefit.agreement.firm.name in manager.get(reverse("benefits:accounts")).text
    address = reverse("benefits:account", args=[mine.pk])
    typed = {"quantity": 1, "delivered_on": TODAY().isoformat(), "note": "Frokost", "evidence_url": ""}
    file = SimpleUploadedFile("x.pdf", b"%PDF-1.4 bevis")
    assert manager.post(address, {**typed, "evidence": file}).status_code == 302
    delivery = BenefitDelivery.objects.get()
    assert delivery.created_by is not None and "Frokost" in manager.get(address).text
    got = manager.get(reverse("benefits:evidence", args=[delivery.pk]))
    assert got.getvalue() == b"%PDF-1.4 bevis" and got["X-Content-Type-Options"] == "nosniff"
    manager.post(reverse("benefits:undo", args=[delivery.pk]))
    manager.post(reverse("benefits:undo", args=[delivery.pk]))
    mine.refresh_from_db()
    assert mine.used == 0


@pytest.mark.parametrize(
    "change",
    [
        {"quantity": 9},
        {"quantity": 0},
        {"quantity": "mange"},
        {"delivered_on": "2099-01-01"},
        {"delivered_on": "i går"},
        {"note": ""},
        {"evidence_url": "javascript:alert(1)"},
        {"evidence": b"<svg/>"},
        {"evidence": b""},
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_is_kept(manager, change):
    mine = account()
    typed = {"quantity": 1, "delivered_on": TODAY().isoformat(), "note": "Frokost", "evidence_url": "", **change}
    if "evidence" in change:
        typed["evidence"] = SimpleUploadedFile("x.pdf", change["evidence"])
    answer = manager.post(reverse("benefits:account", args=[mine.pk]), typed)
    assert answer.status_code == 422 and "dp-error" in answer.text
    if typed["note"]:
        assert 'value="Frokost"' in answer.text
    mine.refresh_from_db()
    assert (mine.used, BenefitDelivery.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "query", ["year=x", "year=1999", "firm=999999", "p=99", "only_left=on", "name=%00", "name=scenen"]
)
def test_looking_for_accounts_never_breaks(manager, query):
    account()
    assert manager.get(f"{reverse('benefits:accounts')}?{query}").status_code == 200


def test_the_list_of_accounts_asks_few_questions(manager, django_assert_max_num_queries):
    for _number in range(4):
        account()
    manager.get(reverse("benefits:accounts"))
    with django_assert_max_num_queries(45):
        assert manager.get(reverse("benefits:accounts")).status_code == 200


# --- who may ----------------------------------------------------------------------------------------------------------
def test_the_analyst_and_the_steering_group_see_sums_and_no_agreement():
    clauses()
    made = signed()
    deliver_benefit(BenefitYear.objects.first(), evidence=ContentFile(b"%PDF-1", name="x.pdf"), by=None)
    for role in ("analyst", "steering_group"):
        client = as_(**{role: True})
        page = client.get(reverse("agreements:sums"))
        assert page.status_code == 200 and made.firm.name not in page.text
        for name, keys in (
            ("agreements:detail", [made.pk]),
            ("agreements:step", [made.pk, "avslutt"]),
            ("agreements:pdf", [made.pk, "nb"]),
            ("benefits:accounts", []),
            ("benefits:account", [BenefitYear.objects.first().pk]),
            ("benefits:evidence", [BenefitDelivery.objects.get().pk]),
        ):
            assert client.get(reverse(name, args=keys)).status_code in (302, 403), name


# --- drafting and offering by the services ----------------------------------------------------------------------------
def typed_draft(**facts) -> dict:
    firm = PartnerFirmFactory(without_agreement=True)
    days = {"starts_on": "2027-01-01", "ends_on": "2028-12-31"}
    words = {"intro_nb": "Kjære dere", "intro_en": "Dear all"}
    return {"firm": firm.pk, "round": "", "yearly_amount": "45000", "instalments": 2, **days, **words, **facts}


def test_a_new_draft_goes_through_the_service_that_knows_the_rules(manager):
    typed = typed_draft(tier=ContributionTierFactory(retired=True).pk)
    answer = manager.post("/admin/partneravtaler/create/", typed)
    assert answer.status_code == 200 and "Kjære dere" in answer.text
    assert not Agreement.objects.exists()
    assert (
        manager.post("/admin/partneravtaler/create/", {**typed, "tier": ContributionTierFactory().pk}).status_code
        == 302
    )
    made = Agreement.objects.get()
    assert (made.status, made.yearly_amount, made.instalments, made.intro_en) == ("draft", 45_000, 2, "Dear all")


def test_a_draft_is_not_moved_to_a_tier_that_is_no_longer_offered(manager):
    made = draft()
    typed = typed_draft(firm=made.firm_id, tier=ContributionTierFactory(retired=True).pk)
    assert manager.post(f"/admin/partneravtaler/edit/{made.pk}/", typed).status_code == 200
    assert Agreement.objects.get().tier_id == made.tier_id


def test_the_manager_says_until_when_it_can_be_signed(manager):
    made = draft()
    address = reverse("agreements:step", args=[made.pk, "tilby"])
    assert 'name="until"' in manager.get(address).text
    for wrong in ("2001-01-01", "2099-01-01", "i morgen"):
        answer = manager.post(address, {"until": wrong})
        assert answer.status_code == 422 and wrong in answer.text
    until = TODAY() + timedelta(days=12)
    assert manager.post(address, {"until": until.isoformat()}).status_code == 302
    assert Agreement.objects.get().offer_until == until


def test_handovers_are_shown_as_used_everywhere_and_never_delivered_by_hand(manager):
    tier = ContributionTierFactory()
    BenefitFactory(tier=tier, slug="overleveringer", name_nb="Overleveringer", quantity=7)
    made = signed(tier=tier)
    for _number in range(3):
        HandoverFactory(firm=made.firm, offered=True)
    account = BenefitYear.objects.get(benefit__agreement=made, year=TODAY().year)
    assert "3/7" in manager.get(reverse("agreements:detail", args=[made.pk])).text
    page = manager.get(reverse("benefits:account", args=[account.pk]))
    assert "3 av 7" in page.text or "3 of 7" in page.text
    assert 'name="quantity"' not in page.text
    listed = manager.get(reverse("benefits:accounts")).context["items"]
    assert [(one.use.used, one.use.left) for one in listed] == [(3, 4)]
    assert not manager.get(reverse("benefits:accounts") + "?only_left=on").context["items"].object_list
    given = {"quantity": 1, "delivered_on": TODAY().isoformat(), "note": "x"}
    answer = manager.post(reverse("benefits:account", args=[account.pk]), given)
    assert answer.status_code == 422
    assert not BenefitDelivery.objects.exists()
