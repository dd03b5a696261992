"""Puts the demo programme in the database: through the same verbs and services that people use, back-dated."""

import hashlib
from base64 import b32encode
from datetime import date, datetime, time, timedelta
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
from common.clock import OSLO, is_working_day
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
from prospects.models import Activity, Consent, Contact, Handover, InterestForm, Prospect
from prospects.models.case import promised_answer
from prospects.services import give_consent, hand_over, record_activity
from register.models import Company, FocusIndustry

from .firms import FIRMS, TIERS
from .industries import INDUSTRIES
from .news import NEWS
from .pages import FRONT, INTEREST, NEWS_INDEX, PARTNERS_PAGE, PROGRAMME, STANDARD_PAGES
from .people import PORTAL, STAFF
from .prospects import PROSPECTS

PASSWORD = "hold-døra-åpen"  # noqa: S105 - printed for everybody; only demo settings load it
LANGUAGES = ("nb", "en")
WORDINGS = {
    "nb": {"email": "Dere kan sende meg nytt om programmet på e-post", "phone": "Dere kan ringe meg om det"},
    "en": {"email": "You may send me news of the programme by e-mail", "phone": "You may call me about it"},
}
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


def _moment(days_ago: int, hour: int = 9, minute: int = 10) -> datetime:
    """That many days ago in working hours; never in the future."""
    day = timezone.localdate() - timedelta(days=days_ago)
    at = datetime.combine(day, time(hour, minute), OSLO)
    return min(at, timezone.now() - timedelta(minutes=20))


def load_prospects() -> None:
    """Thirty cases, each brought to its stage by the verbs that staff use."""
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    firms = {firm.slug: firm for firm in PartnerFirm.objects.all()}
    members = {
        seat.firm_id: seat.user
        for seat in Membership.objects.filter(status="active").select_related("user").order_by("-role")
    }
    adviser, second = (User.objects.get(email=row["email"]) for row in STAFF if row["role"] == "adviser")
    manager = User.objects.get(email=next(row["email"] for row in STAFF if row["role"] == "programme_manager"))
    for number, row in enumerate(PROSPECTS):
        prospect = _begin(row, industries, number)
        _advance(prospect, row, adviser if number % 3 else second, manager, firms, members)


def _begin(row: dict, industries: dict, number: int) -> Prospect:
    at = _moment(row["days_ago"], 8 + number % 7, (number * 7) % 60)
    company = None
    if row["organisation_number"]:
        company, _created = Company.objects.get_or_create(
            organisation_number=row["organisation_number"], defaults={"name": row["company"]}
        )
    shared = {
        "organisation_number": row["organisation_number"],
        "country": row["country"],
        "employees": row["employees"],
        "area": row["area"],
        "time_frame": row["time_frame"],
        "readiness": row["readiness"],
        "need": row["need"],
    }
    is_new = row["stage"] == "new"
    prospect = Prospect.objects.create(
        company_name=row["company"],
        company=company,
        industry=industries[row["industry"]],
        anonymous_need_nb="" if is_new else row["anonymous_need"]["nb"],
        anonymous_need_en="" if is_new else row["anonymous_need"]["en"],
        source=row["source"],
        created_at=at,
        answer_due_at=promised_answer(at),
        **shared,
    )
    person = row["contact"]
    contact = Contact.objects.create(prospect=prospect, **person)
    if row["source"] == "form":
        InterestForm.objects.create(
            submission=_uuid(row["company"]),
            prospect=prospect,
            company_name=row["company"],
            industry=prospect.industry.name_nb,
            name=person["name"],
            email=person["email"],
            phone=person["phone"],
            language=person["language"],
            consents_to_email=row["consent_email"],
            consents_to_phone=row["consent_phone"],
            is_proven=True,
            received_at=at,
            **shared,
        )
    for channel in ("email", "phone"):
        if row[f"consent_{channel}"]:
            Consent.objects.create(
                contact=contact, channel=channel, wording=WORDINGS[person["language"]][channel], given_at=at
            )
    return prospect


def _uuid(text: str):
    import uuid

    return uuid.uuid5(uuid.NAMESPACE_URL, f"https://doropner.example/{text}")


def _advance(prospect: Prospect, row: dict, adviser: User, manager: User, firms: dict, members: dict) -> None:
    for note in sorted(row["notes"], key=lambda note: -note["days_ago"] if isinstance(note, dict) else -note[0]):
        days, kind, text = (note["days_ago"], note["kind"], note["text"]) if isinstance(note, dict) else note
        at = max(_moment(days, 10), prospect.created_at + timedelta(minutes=25))
        record_activity(prospect, kind=kind, text=text, by=adviser, at=at)
    stages = [stage.value for stage in Prospect.Stage]
    steps = stages.index(row["stage"])
    for number in range(steps):
        at = prospect.created_at + (timezone.now() - prospect.created_at) * (number + 1) / (steps + 2)
        if stages[number] == "qualified" and prospect.answered_at is None:
            record_activity(prospect, kind=Activity.Kind.CALL, text="Første samtale.", by=adviser, at=at)
        verb = getattr(prospect, Prospect.STEPS[stages[number]])
        verb(by=manager if stages[number] == "established" else adviser, at=at)
        if number == 0:
            for handover in row["handovers"]:
                _hand_over(prospect, handover, adviser, firms, members)
    if row["standing"] == "resting":
        prospect.rest(reason=row["standing_reason"], until=timezone.localdate() + timedelta(days=60), by=adviser)
    elif row["standing"] == "lost":
        prospect.lose(reason=row["standing_reason"], by=adviser)
    elif row["standing"] == "withdrawn":
        prospect.withdraw(reason=row["standing_reason"], by=adviser)


def _hand_over(prospect: Prospect, row: dict, adviser: User, firms: dict, members: dict) -> None:
    firm, state = firms[row["firm"]], row["state"]
    at = _moment(row["days_ago"], 11)
    handover = hand_over(prospect, to=firm, by=adviser, at=at)
    if state == "withdrawn":
        handover.withdraw(reason=row["reason"] or "Prospektet endret planene.", by=adviser, at=at + timedelta(hours=5))
    if state in ("awaiting_consent", "withdrawn"):
        return
    yes = at + timedelta(minutes=50)
    if state == "offered":
        # The newest offers still have time left on the day the demo is loaded.
        yes = _latest_working_moment(yes)
    give_consent(handover, at=yes)
    person = members[firm.pk]
    soon = yes + timedelta(hours=2)
    if state == "lapsed":
        assert handover.answer_due_at is not None
        if handover.answer_due_at < timezone.now():
            handover.lapse(at=handover.answer_due_at + timedelta(minutes=1))
    elif state == "declined":
        handover.decline(reason=row["reason"], by=person, at=soon)
    elif state in ("accepted", "in_progress", "done"):
        handover.accept(by=person, at=soon)
        if state != "accepted":
            handover.report_contacted(by=person, at=soon + timedelta(hours=3))
        if state == "done":
            handover.finish(
                outcome=Handover.Outcome.DEAL, reason=row["outcome"], by=person, at=soon + timedelta(hours=30)
            )


def _latest_working_moment(at: datetime) -> datetime:
    day = timezone.localdate() - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return max(at, datetime.combine(day, time(12), OSLO))
