"""Rounds and applications that addresses name."""

import uuid

from django.utils import timezone

from partners.models import (
    Application,
    ApplicationLink,
    BenefitPool,
    ContributionTier,
    FormerPartner,
    PartnerFirm,
    PartnershipRound,
    PredecessorProgramme,
)


def round_objects() -> dict:
    """An application in each status, with a key to it; one of a round in which the municipality has no say."""
    round = PartnershipRound.objects.open().filter(needs_both_owners=True).first()
    world: dict = {
        "round_id": round.pk,
        "former_id": FormerPartner.objects.first().pk,
        "programme_id": PredecessorProgramme.objects.first().pk,
        "pool_id": BenefitPool.objects.create(year=2020, slug="scenen", name_nb="A", name_en="B", capacity=3).pk,
    }
    for number, status in enumerate(Application.Status.values):
        found = _application(round, status, f"90{number}000")
        world[f"joining_{status}"] = found.pk
        world[f"joining_token_{status}"] = ApplicationLink.issue(found)
    alone = PartnershipRound.objects.filter(needs_both_owners=False).first()
    world["joining_alone"] = _application(alone, "submitted", "909000").pk
    return world


def _application(round: PartnershipRound, status: str, begins: str) -> Application:
    facts: dict = {}
    if status != "draft":
        facts["submitted_at"] = timezone.now()
    if status == "approved":
        facts["firm"] = PartnerFirm.objects.first()
    return Application.objects.create(
        round=round,
        tier=ContributionTier.objects.first(),
        status=status,
        submission=uuid.uuid4(),
        company_name=f"Søker {status}",
        organisation_number=f"{begins}123",
        contact_name="Siv",
        contact_email=f"{status}@soker.example",
        reason="Nei." if status == "declined" else "",
        **facts,
    )
