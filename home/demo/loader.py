"""Puts the demo programme in the database: through the same verbs and services that people use, back-dated."""

import hashlib
from base64 import b32encode
from datetime import date, timedelta
from pathlib import Path

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from accounts.models import User
from accounts.roles import Role, give_role
from common.money import kroner
from home.models import (
    FrontPage,
    InterestPage,
    NewsIndexPage,
    NewsPage,
    PartnersPage,
    ProgrammeSettings,
    StandardPage,
)
from partners.models import Agreement, Benefit, ContributionTier, Membership, PartnerFirm
from register.models import FocusIndustry

from .cases import load_prospects
from .firms import FIRMS, TIERS
from .industries import INDUSTRIES
from .news import NEWS
from .pages import FRONT, INTEREST, NEWS_INDEX, PARTNERS_PAGE, PROGRAMME, STANDARD_PAGES
from .people import PORTAL, STAFF

PASSWORD = "hold-døra-åpen"  # noqa: S105 - printed for everybody; only demo settings load it
LANGUAGES = ("nb", "en")
IMAGES = Path(__file__).parent / "images"
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
    load_pages()
    load_prospects()
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
    """Tiers with their benefits, firms with an agreement that runs today."""
    for row in TIERS:
        tier = ContributionTier.objects.create(
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
            Benefit(tier=tier, name_nb=text["nb"], name_en=text["en"]) for text in row["benefits"]
        )
    tiers = {tier.slug: tier for tier in ContributionTier.objects.all()}
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    year = timezone.localdate().year
    for row in FIRMS:
        firm = PartnerFirm.objects.create(
            slug=row["slug"],
            name=row["name"],
            organisation_number=row["organisation_number"],
            is_public_body=row["is_public_body"],
            is_former_partner=row["is_former_partner"],
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
        )
        firm.industries.set([industries[slug] for slug in row["industries"]])
        tier = tiers[row["tier"]]
        Agreement.objects.create(
            firm=firm,
            tier=tier,
            yearly_amount=tier.yearly_amount,
            starts_on=date(year - 1, 1, 1),
            ends_on=date(year + 2, 12, 31),
        )


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
            Membership.objects.create(firm=firms[row["firm"]], user=person, role=row["role"], status="active")


def _blocks(rows: list) -> list:
    made: list = []
    for kind, value in rows:
        if kind == "quote":
            made.append(("quote", {"text": value[0], "attribution": value[1]}))
        elif kind == "steps":
            made.append(("steps", {"heading": "", "steps": [{"title": title, "text": text} for title, text in value]}))
        else:
            made.append((kind, value))
    return made


def _stream(page_class: type[Page], rows: list):
    block = page_class._meta.get_field("body").stream_block
    from wagtail.rich_text import RichText

    return block.normalize([(kind, RichText(value) if kind == "paragraph" else value) for kind, value in rows])


def _front_body(text: dict) -> list:
    return [
        ("figures", {"heading": text["figures_heading"], "items": text["figures"]}),
        (
            "strengths",
            {"heading": text["strengths_heading"], "intro": text["strengths_intro"], "items": text["strengths"]},
        ),
        ("industries", {"heading": text["industries_heading"], "intro": text["industries_intro"]}),
        ("steps", {"heading": text["steps_heading"], "steps": text["steps"]}),
        ("partners", {"heading": text["partners_heading"], "intro": text["partners_intro"]}),
        ("news", {"heading": text["news_heading"]}),
        (
            "call_to_action",
            {"heading": text["closing_heading"], "text": text["closing_text"], "label": text["closing_cta"]},
        ),
    ]


def load_pages() -> None:
    """The public site in both languages, each page tied to its translation."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    site = Site.objects.get(is_default_site=True)
    root = Page.get_first_root_node()
    old = site.root_page
    keys: dict[str, object] = {}

    def add(parent: Page, page: Page, code: str, key: str) -> Page:
        page.locale = locales[code]
        if key in keys:
            page.translation_key = keys[key]
        parent.add_child(instance=page)
        keys.setdefault(key, page.translation_key)
        page.save_revision(log_action=False).publish(log_action=False)
        return page

    images = {row["image"]: load_image(row) for row in NEWS}
    fronts = {}
    for code in LANGUAGES:
        text = FRONT[code]
        front = fronts[code] = add(
            root,
            FrontPage(
                title=text["title"],
                slug="forside" if code == "nb" else "front",
                search_description=text["seo_description"],
                eyebrow=text["eyebrow"],
                headline=text["headline"],
                lead=text["lead"],
                cta_label=text["cta"],
                secondary_label=text["secondary_cta"],
                body=_stream(FrontPage, _front_body(text)),
            ),
            code,
            "front",
        )
        for place, row in enumerate(STANDARD_PAGES):
            page = add(
                front,
                StandardPage(
                    title=row["title"][code],
                    slug=row[f"slug_{code}"],
                    intro=row["intro"][code],
                    show_in_menus=place in (0, 1),
                    body=_stream(StandardPage, _blocks(row["body"][code])),
                ),
                code,
                row["slug_nb"],
            )
            if place == 0:
                front.secondary_page = page
                front.save()
        add(
            front,
            PartnersPage(
                title=PARTNERS_PAGE[code]["title"],
                slug="partnere" if code == "nb" else "partners",
                intro=PARTNERS_PAGE[code]["intro"],
                show_in_menus=True,
            ),
            code,
            "partners",
        )
        add(
            front,
            InterestPage(title=INTEREST[code]["title"], slug="interesse", intro=INTEREST[code]["intro"]),
            code,
            "interest",
        )
        index = add(
            front,
            NewsIndexPage(
                title=NEWS_INDEX[code]["title"],
                slug="nyheter" if code == "nb" else "news",
                intro=NEWS_INDEX[code]["intro"],
                show_in_menus=True,
            ),
            code,
            "news",
        )
        for row in NEWS:
            add(
                index,
                NewsPage(
                    title=row["title"][code],
                    slug=row[f"slug_{code}"],
                    date=timezone.localdate() - timedelta(days=row["days_ago"]),
                    intro=row["intro"][code],
                    image=images[row["image"]],
                    image_alt=row["image_alt"][code],
                    body=_stream(NewsPage, _blocks(row["body"][code])),
                ),
                code,
                row["slug_nb"],
            )
    site.root_page = fronts["nb"]
    site.site_name = PROGRAMME["name_nb"]
    site.save()
    if old.depth > 1 and old.specific_class is Page:
        old.delete()
    names = {name: PROGRAMME[name] for name in PROGRAMME if not name.startswith("demo_notice")}
    ProgrammeSettings.objects.update_or_create(
        site=site,
        defaults={
            **names,
            "notice_nb": PROGRAMME["demo_notice_nb"],
            "notice_en": PROGRAMME["demo_notice_en"],
            "contact_email": "radgiver@drammen.example",
            "contact_phone": "+47 40 00 00 01",
        },
    )


def load_image(row: dict):
    """The drawn picture of a piece of news, described in Norwegian for editors."""
    with (IMAGES / f"{row['image']}.webp").open("rb") as file:
        return get_image_model().objects.create(
            title=row["title"]["nb"],
            description=row["image_alt"]["nb"][:255],
            file=File(file, name=f"{row['image']}.webp"),
        )
