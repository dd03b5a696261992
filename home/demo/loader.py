"""Puts the demo programme in the database: through the same verbs and services that people use, back-dated."""

import hashlib
from base64 import b32encode

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role, give_role
from common.money import kroner
from home.shelves import purge
from partners.models import Benefit, ContributionTier, Membership, PartnerFirm, PredecessorProgramme
from register.models import FocusIndustry

from .agreements import load_agreements
from .cases import load_prospects
from .firms import ADDRESSES, FIRMS, TIERS
from .industries import INDUSTRIES
from .money import load_money
from .partnership import load_partnership
from .people import PORTAL, STAFF
from .proof import load_proof
from .rounds import load_rounds
from .site import load_site

PASSWORD = "hold-døra-åpen"  # noqa: S105 - printed for everybody; only demo settings load it
STAFF_ROLES = {
    "communications": Role.COMMUNICATIONS,
    "adviser": Role.ADVISER,
    "analyst": Role.ANALYST,
    "programme_manager": Role.PROGRAMME_MANAGER,
    "steering_group": Role.STEERING_GROUP,
}


@transaction.atomic
def load() -> bool:
    """Load what is not there yet; returns whether anything was missing. Interrupted, it leaves nothing half done."""
    if PartnerFirm.objects.filter(slug=FIRMS[0]["slug"]).exists():
        return False
    load_industries()
    load_firms()
    load_people()
    load_agreements()
    load_money()
    load_rounds()
    load_partnership()
    load_proof()
    load_site()
    load_prospects()
    purge()
    return True


def load_industries() -> None:
    """Focus industries."""
    for place, row in enumerate(INDUSTRIES):
        FocusIndustry.objects.update_or_create(
            slug=row["slug"],
            defaults={
                "name_nb": row["name"]["nb"],
                "name_en": row["name"]["en"],
                "summary_nb": row["summary"]["nb"],
                "summary_en": row["summary"]["en"],
                "sort_order": 100 * (place + 1),
            },
        )


def load_firms() -> None:
    """Tiers with their benefits, and firms. Their agreements come when there are people to sign them."""
    for row in TIERS:
        tier = ContributionTier.objects.create(
            year=timezone.localdate().year,
            slug=row["slug"],
            name_nb=row["name"]["nb"],
            name_en=row["name"]["en"],
            description_nb=row["description"]["nb"],
            description_en=row["description"]["en"],
            rank=row["rank"],
            yearly_amount=kroner(row["yearly_amount"]),
            response_days=row["response_days"],
        )
        Benefit.objects.bulk_create(
            Benefit(
                tier=tier,
                slug=text["slug"],
                name_nb=text["nb"],
                name_en=text["en"],
                quantity=text.get("quantity"),
                sort_order=place,
            )
            for place, text in enumerate(row["benefits"])
        )
    earlier = PredecessorProgramme.objects.create(
        slug="naeringsvekst-2020", name="Næringsvekst 2020", first_year=2017, last_year=2020
    )
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    for row in FIRMS:
        street, postcode, city, reference = ADDRESSES[row["slug"]]
        firm = PartnerFirm.objects.create(
            slug=row["slug"],
            name=row["name"],
            organisation_number=row["organisation_number"],
            is_public_body=row["is_public_body"],
            is_owner=row["is_public_body"],
            tagline_nb=row["tagline"]["nb"],
            tagline_en=row["tagline"]["en"],
            profile_nb=row["profile"]["nb"],
            profile_en=row["profile"]["en"],
            offers_nb="\n".join(offer["nb"] for offer in row["offers"]),
            offers_en="\n".join(offer["en"] for offer in row["offers"]),
            website=row["website"],
            mentor_name=row["mentor"]["name"],
            mentor_title_nb=row["mentor"]["title"]["nb"],
            mentor_title_en=row["mentor"]["title"]["en"],
            street=street,
            postcode=postcode,
            city=city,
            invoice_reference=reference,
        )
        firm.industries.set([industries[slug] for slug in row["industries"]])
        if row["is_former_partner"]:
            earlier.firms.create(organisation_number=firm.organisation_number, name=firm.name)


def totp_secret(email: str) -> str:
    """The demo's authenticator secret of a person: the same on every machine, so that its codes can be printed."""
    return b32encode(hashlib.sha256(f"doropner-demo:{email}".encode()).digest()[:20]).decode()


def load_people() -> None:
    """Staff with their second factor, and portal users with their seats."""
    password = make_password(PASSWORD)
    firms = {firm.slug: firm for firm in PartnerFirm.objects.all()}

    def user(row: dict, **more) -> User:
        made = User.objects.create(
            email=row["email"],
            first_name=row["first_name"],
            last_name=row["last_name"],
            password=password,
            **more,
        )
        EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
        return made

    for row in STAFF:
        person = user(row, title=row["title"]["nb"], phone=row.get("phone", ""))
        give_role(person, STAFF_ROLES[row["role"]])
        TOTP.activate(person, totp_secret(person.email))
        RecoveryCodes.activate(person)
    for row in PORTAL:
        person = user(row)
        if row["firm"]:
            runs_it = row["role"] == Membership.Role.ADMINISTRATOR
            Membership.objects.create(
                firm=firms[row["firm"]],
                user=person,
                role=row["role"],
                status="active",
                may_sign=runs_it,
                is_primary_contact=runs_it,
                is_contract_contact=runs_it,
            )
