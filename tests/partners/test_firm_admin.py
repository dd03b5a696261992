"""Partner firms in the admin: what staff write of them, and what they do not overwrite."""

import pytest
from django.utils import timezone

from partners.models import PartnerFirm
from partners.services import approve_profile, save_draft, submit_profile
from tests.factories import CompanyFactory, IndustryCodeFactory, MembershipFactory, PartnerFirmFactory, UserFactory
from tests.home.test_partners_page import front, get  # noqa: F401 - a fixture

from .applying import a_round, admit
from .test_agreement_admin import as_

pytestmark = pytest.mark.django_db


def typed_in(client, firm: PartnerFirm) -> dict:
    """What the form of `firm` holds when it is opened and nothing is changed."""
    form = client.get(f"/admin/partnerbedrifter/edit/{firm.pk}/").context["form"]
    found = {name: form[name].value() for name in form.fields}
    return {name: getattr(value, "pk", value) for name, value in found.items() if value not in (None, False)}


def save(client, firm: PartnerFirm, **typed):
    return client.post(f"/admin/partnerbedrifter/edit/{firm.pk}/", typed)


def test_the_manager_writes_address_reference_codes_and_languages():
    firm, client, code = PartnerFirmFactory(), as_(manager=True), IndustryCodeFactory()
    typed = typed_in(client, firm) | {"street": "Gata 0", "postcode": "3015", "city": "Drammen"}
    typed |= {"invoice_reference": "PO-7", "industry_codes": [code.pk], "languages": ["nb", "pl"]}
    assert save(client, firm, **{**typed, "postcode": "30"}).status_code == 200
    assert save(client, firm, **typed).status_code == 302
    firm = PartnerFirm.objects.get(pk=firm.pk)
    assert (firm.postcode, firm.invoice_reference, firm.languages) == ("3015", "PO-7", ["nb", "pl"])
    assert list(firm.industry_codes.all()) == [code]


def test_communications_write_the_profile_and_not_what_invoices_say():
    firm, client = PartnerFirmFactory(postcode="3015", city="Drammen"), as_(communications=True)
    typed = typed_in(client, firm)
    assert "postcode" not in typed and "approved" in typed
    assert save(client, firm, **{**typed, "tagline_nb": "Ny", "postcode": "0001"}).status_code == 302
    firm.refresh_from_db()
    assert (firm.tagline_nb, firm.postcode) == ("Ny", "3015")


def test_a_profile_approved_meanwhile_is_not_overwritten_unseen():
    firm, client = PartnerFirmFactory(profile_approved_at=timezone.now()), as_(manager=True)
    typed = typed_in(client, firm)
    by = MembershipFactory(firm=firm, administrator=True).user
    draft = save_draft(firm, {"tagline_nb": "Firmaets", "profile_nb": "Vi."}, revision=0, by=by)
    submit_profile(draft, by=by)
    approve_profile(draft, by=UserFactory(communications=True))
    response = save(client, firm, **{**typed, "tagline_nb": "Vår"})
    assert response.status_code == 200
    assert "Vår" in response.content.decode()
    assert PartnerFirm.objects.get(pk=firm.pk).tagline_nb == "Firmaets"
    again = {**typed, "tagline_nb": "Vår", "approved": response.context["form"]["approved"].value()}
    assert save(client, firm, **again).status_code == 302
    stored = PartnerFirm.objects.get(pk=firm.pk)
    assert (stored.tagline_nb, stored.profile_approved_at is not None) == ("Vår", True)


def test_only_what_the_form_holds_is_stored():
    from partners.firm_register import FirmForm, PartnerFirmViewSet

    panel = PartnerFirmViewSet.edit_handler.bind_to_model(PartnerFirm)
    assert issubclass(panel.get_form_class(), FirmForm)
    assert "profile_approved_at" not in panel.get_form_class().base_fields


# --- industry codes ---------------------------------------------------------------------------------------------------
def test_the_register_s_code_comes_with_the_approval_and_is_never_written_over():
    row, known, own = a_round(), CompanyFactory(), IndustryCodeFactory()
    new = admit(row, organisation_number=known.organisation_number)
    new.refresh_from_db()
    assert list(new.firm.industry_codes.all()) == [known.industry_code]
    firm = PartnerFirmFactory(organisation_number=CompanyFactory().organisation_number, without_agreement=True)
    firm.industry_codes.add(own)
    admit(row, organisation_number=firm.organisation_number)
    assert list(firm.industry_codes.all()) == [own]


def test_codes_stand_quietly_on_the_public_page(front):  # noqa: F811
    firm = PartnerFirmFactory(slug="elv")
    firm.industry_codes.add(IndustryCodeFactory(code="68.209", name="Utleie av eiendom"))
    assert "68.209 Utleie av eiendom" in get("/partnere/elv/").content.decode()
