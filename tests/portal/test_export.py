"""What the file of everything holds, and that it is made while it is fetched."""

import io
import json
import tracemalloc
import zipfile
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from partners.services import book_payment, waive
from tests.conftest import login, plant_root
from tests.factories import (
    AgreementBenefitFactory,
    AgreementFactory,
    ApplicationFactory,
    BenefitDeliveryFactory,
    BenefitYearFactory,
    MembershipFactory,
    NotificationChoiceFactory,
    PremisesFactory,
    UserFactory,
)
from tests.partners.money import billing, invoiced, today
from tests.partners.test_profiles import picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(db):
    plant_root()
    billing()


@pytest.fixture
def agreement():
    return AgreementFactory()


def taken(firm) -> zipfile.ZipFile:
    seat = MembershipFactory(firm=firm, administrator=True, user=UserFactory(english=True))
    NotificationChoiceFactory(user=seat.user)
    response = login(Client(headers={"accept-language": "en"}), seat.user).get("/portal/eksport/alt.zip")
    assert response.streaming
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_nothing_of_the_firm_is_left_out(agreement):
    firm = agreement.firm
    paper = invoiced(20_000, agreement=agreement)
    book_payment(paper.contribution, amount=Decimal(5_000), booked_on=today(), reference="BANK-77", by=UserFactory())
    waive(paper.contribution, reason="Avtalt på møtet", by=UserFactory())
    account = BenefitYearFactory(benefit=AgreementBenefitFactory(agreement=agreement))
    evidence = ContentFile(b"%PDF-1.4 bevis", name="bevis.pdf")
    delivery = BenefitDeliveryFactory(account=account, evidence=evidence, note="Frokost i juni")
    photo = ContentFile(picture(), name="b.png")
    place = PremisesFactory(firm=firm, upload=photo, description_en="A view of the river.")
    ApplicationFactory(firm=firm, declined=True, message="Vi vil være med.")
    file = taken(firm)
    facts, names = json.loads(file.read("alt.json")), set(file.namelist())
    assert {row["reference"] for row in facts["bevegelser"]} >= {"BANK-77"}
    assert {row["what"] for row in facts["bevegelser"]} == {"invoice", "payment", "waiver"}
    assert facts["bidrag"][0]["reason"] == "Avtalt på møtet"
    assert facts["fordeler-levert"][0]["note"] == "Frokost i juni"
    assert file.read(f"fordeler/bevis-{delivery.pk}.pdf") == b"%PDF-1.4 bevis"
    assert file.read(f"fakturaer/{paper.number}.pdf").startswith(b"%PDF")
    assert f"fakturaer/{paper.number}.xml" in names
    assert facts["lokaler"][0]["description_en"] == "A view of the river."
    assert file.read(f"lokaler/{place.slug}-utkast.png").startswith(b"\x89PNG")
    assert facts["soknader"][0]["message"] == "Vi vil være med."
    assert facts["varselvalg"] == [{"topic": "invoice", "frequency": "daily"}]
    said = file.read("les-meg.txt").decode()
    assert all(name.split("/")[0] in said for name in names - {"les-meg.txt"})


def test_nothing_of_another_firm_is_in_it(agreement):
    foreign = AgreementFactory()
    paper = invoiced(20_000, agreement=foreign)
    book_payment(paper.contribution, amount=Decimal(5_000), booked_on=today(), reference="BANK-77", by=UserFactory())
    PremisesFactory(firm=foreign.firm)
    ApplicationFactory(firm=foreign.firm, declined=True)
    facts = json.loads(taken(agreement.firm).read("alt.json"))
    assert not any(facts[name] for name in ("bevegelser", "fakturaer", "lokaler", "soknader", "bidrag"))


def test_what_is_large_is_never_held_whole(agreement):
    account = BenefitYearFactory(benefit=AgreementBenefitFactory(agreement=agreement))
    import random

    large = random.Random(1).randbytes(6 * 1024 * 1024)
    for _number in range(2):
        BenefitDeliveryFactory(account=account, evidence=ContentFile(large, name="stort.pdf"))
    seat = MembershipFactory(firm=agreement.firm, administrator=True)
    response = login(Client(), seat.user).get("/portal/eksport/alt.zip")
    del large
    tracemalloc.start()
    fetched = sum(len(piece) for piece in response.streaming_content)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert fetched > 12 * 1024 * 1024
    assert most < 5 * 1024 * 1024
