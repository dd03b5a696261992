"""People in every role, and an object for every address that names one."""

import datetime
import time
from pathlib import Path

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.account.models import EmailConfirmationHMAC
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupApprovalTask,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    UploadedFile,
    Workflow,
    WorkflowTask,
)

from accounts.models import Invitation, User
from accounts.roles import Role, give_role
from home.models import FrontPage, InterestPage, NewsPage, ProgrammeSettings, StandardPage
from partners.models import Agreement, Benefit, ContributionTier, PartnerFirm
from prospects.models import Handover, InterestForm, PrivateLink
from register.models import Company, FocusIndustry

from .world_agreements import agreement_objects
from .world_board import board_objects
from .world_cases import case_objects
from .world_handover import handovers_the_demo_lacks, round_of_case
from .world_leads import lead_objects
from .world_mailin import mailin_objects
from .world_money import money_objects
from .world_outreach import outreach_objects
from .world_people import people_objects
from .world_rooms import room_objects
from .world_rounds import round_objects
from .world_site import site_objects

ROLES = {
    "anonymous": None,
    "prospect": None,
    "locked": "admin@stromkanten.example",
    "firmless": "nobody@drammen.example",
    "member_a": "medlem@elvebris.example",
    "admin_a": "admin@elvebris.example",
    "member_b": "medlem@brohode.example",
    "admin_b": "admin@brohode.example",
    "liaison": "kontakt@drammen-kommune.example",
    "communications": "kommunikasjon@drammen.example",
    "adviser": "radgiver@drammen.example",
    "analyst": "analytiker@drammen.example",
    "manager": "leder@drammen.example",
    "steering": "styring@drammen.example",
    "superuser": "root@drammen.example",
    "no_mfa_session": "leder@drammen.example",
    "no_second_factor": "ny.leder@drammen.example",
}
ABSENT = 999_999
NO_TOKEN = "A" * 22


def sign_in(client: Client, user, *, second_factor: bool = True) -> Client:
    """`client` logged in as `user`, as allauth leaves a session after the password and, for staff, the second step."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    methods = [{"method": "password", "at": time.time()}]
    if second_factor:
        methods.append({"method": "mfa", "at": time.time(), "type": "totp"})
    session[AUTHENTICATION_METHODS_SESSION_KEY] = methods
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


def client_of(role: str) -> Client:
    """A test client as somebody in `role`."""
    client = Client(raise_request_exception=False)
    email = ROLES[role]
    if email is None:
        return client
    user = User.objects.get(email=email)
    sign_in(client, user, second_factor=role not in ("no_mfa_session", "no_second_factor"))
    if role == "locked":
        User.objects.filter(pk=user.pk).update(is_active=False)
    return client


def make_people() -> None:
    """Whom the demo world lacks."""
    from allauth.mfa.totp.internal.auth import TOTP

    from home.demo.loader import totp_secret

    root = User.objects.create_superuser(ROLES["superuser"], "x" * 20)
    TOTP.activate(root, totp_secret(root.email))
    give_role(User.objects.create_user(ROLES["no_second_factor"], "x" * 20), Role.PROGRAMME_MANAGER)


def make_world() -> dict:
    """Every object an address of the site can name, by the name the table uses for it."""
    make_people()
    world: dict = {"absent": ABSENT, "no_token": NO_TOKEN}
    world |= (
        _pages()
        | _library()
        | _people()
        | _cases()
        | site_objects()
        | agreement_objects()
        | money_objects()
        | people_objects()
        | room_objects()
        | round_objects()
    )
    return world


def _pages() -> dict:
    editor = User.objects.get(email=ROLES["communications"])
    manager = User.objects.get(email=ROLES["manager"])
    front = FrontPage.objects.get(locale__language_code="nb")
    page = NewsPage.objects.filter(locale__language_code="nb").order_by("pk").first()
    draft = StandardPage(title="Kladden ingen skal se", slug="kladden", live=False, locale=front.locale)
    front.add_child(instance=draft)
    draft.save_revision(user=editor)
    sealed = StandardPage(title="Bak passord", slug="bak-passord", locale=front.locale)
    front.add_child(instance=sealed)
    alias = page.create_alias(update_slug="et-speil")
    restriction = PageViewRestriction.objects.create(
        page=sealed, restriction_type=PageViewRestriction.PASSWORD, password="sesam-sesam"
    )
    task = GroupApprovalTask.objects.create(name="Les gjennom")
    task.groups.set(Group.objects.filter(name__in=(Role.COMMUNICATIONS, Role.PROGRAMME_MANAGER)))
    workflow = Workflow.objects.create(name="To par øyne")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    state = workflow.start(draft, manager)
    homes = {f"url_{one.locale.language_code}": one.url for one in FrontPage.objects.all()}
    forms = {f"interest_{one.locale.language_code}": one.url for one in InterestPage.objects.all()}
    return {
        **homes,
        **forms,
        "page_id": page.pk,
        "page_url": page.url,
        "parent_id": front.pk,
        "news_parent_id": page.get_parent().pk,
        "other_parent_id": NewsPage.objects.filter(locale__language_code="en").first().get_parent().pk,
        "draft_id": draft.pk,
        "draft_title": draft.title,
        "sealed_id": sealed.pk,
        "sealed_url": sealed.url,
        "alias_id": alias.pk,
        "restriction_id": restriction.pk,
        "revision_id": page.latest_revision_id,
        "draft_revision_id": draft.latest_revision_id,
        "workflow_id": workflow.pk,
        "task_id": task.pk,
        "workflow_state_id": state.pk,
        "task_state_id": state.current_task_state_id,
        "public_urls": [one.url for one in Page.objects.live().filter(depth__gt=1).specific() if one.url],
        "redirect_id": Redirect.objects.create(old_path="/gammel", redirect_page=page).pk,
        "site_id": Site.objects.get(is_default_site=True).pk,
        "settings_id": ProgrammeSettings.objects.get().pk,
        "locale_id": Locale.objects.get(language_code="en").pk,
    }


def _library() -> dict:
    root = Collection.get_first_root_node()
    collection = root.add_child(instance=Collection(name="Presse"))
    closed = root.add_child(instance=Collection(name="Lukket"))
    restriction = CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.PASSWORD, password="sesam-sesam"
    )
    documents = get_document_model()
    document = documents.objects.create(title="Pressemelding", file=ContentFile(b"hei", name="presse.txt"))
    image = get_image_model().objects.order_by("pk").first()
    manager = User.objects.get(email=ROLES["manager"])
    upload = UploadedFile.objects.create(
        for_content_type=None, file=ContentFile(b"hei", name="x.txt"), uploaded_by_user=manager
    )
    return {
        "collection_id": collection.pk,
        "collection_restriction_id": restriction.pk,
        "document_id": document.pk,
        "document_name": document.filename,
        "document_path": document.file.name,
        "image_id": image.pk,
        "image_path": image.file.name,
        "upload_id": upload.pk,
    }


def _people() -> dict:
    manager = User.objects.get(email=ROLES["manager"])
    other = User.objects.get(email="radgiver2@drammen.example")
    invitation = Invitation(email="invitert@elvebris.example", invited_by=manager)
    invitation_token = invitation.new_token()
    invitation.save()
    folder = Path(settings.EMAIL_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath("20260101-000000-1.log").write_text("To: a@example.org\nSubject: Hei\n\nHei\n")
    return {
        "user_id": other.pk,
        "manager_id": manager.pk,
        "superuser_id": User.objects.get(email=ROLES["superuser"]).pk,
        "group_id": Group.objects.get(name=Role.ANALYST).pk,
        "invitation_id": invitation.pk,
        "invitation_token": invitation_token,
        "confirm_key": EmailConfirmationHMAC(other.emailaddress_set.get()).key,
        "mail_name": "20260101-000000-1.0",
    }


def _cases() -> dict:
    mine = PartnerFirm.objects.get(slug="elvebris")
    theirs = PartnerFirm.objects.get(slug="brohode")
    world: dict = {
        "firm_id": mine.pk,
        "tier_id": ContributionTier.objects.first().pk,
        "benefit_id": Benefit.objects.first().pk,
        "industry_id": FocusIndustry.objects.first().pk,
        "agreement_id": Agreement.objects.first().pk,
        "company_id": Company.objects.first().pk,
        "seat_id": mine.memberships.get(user__email=ROLES["member_a"]).pk,
    }
    handovers_the_demo_lacks(mine)
    for status in Handover.Status.values:
        found = Handover.objects.filter(firm=mine, status=status).first()
        if found is None:  # the demo has no lapsed one for this firm
            found = Handover.objects.filter(status=status).exclude(prospect__handovers__firm=mine).first()
            Handover.objects.filter(pk=found.pk).update(firm=mine)
        world[f"handover_{status}"] = found.pk
    Handover.objects.filter(pk=world["handover_offered"]).update(
        answer_due_at=timezone.now() + datetime.timedelta(days=3)
    )
    asked = Handover.objects.select_related("prospect").get(pk=world["handover_awaiting_consent"])
    foreign = Handover.objects.filter(firm=theirs, status="in_progress").select_related("prospect").first()
    expired, revoked = PrivateLink.issue(asked.prospect), PrivateLink.issue(asked.prospect)
    links = PrivateLink.objects.filter(prospect=asked.prospect)
    links.filter(token_hash=PrivateLink.hash(expired)).update(expires_at=timezone.now())
    links.filter(token_hash=PrivateLink.hash(revoked)).update(revoked_at=timezone.now())
    return world | {
        "form_id": InterestForm.objects.first().pk,
        "handover_absent": ABSENT,
        "handover_foreign": foreign.pk,
        "token": PrivateLink.issue(asked.prospect),
        "token_b": PrivateLink.issue(foreign.prospect),
        "token_expired": expired,
        "token_revoked": revoked,
        "prospect_id": asked.prospect_id,
        "prospect_b_id": foreign.prospect_id,
        **case_objects(asked.prospect),
        **round_of_case(asked.prospect),
        **lead_objects(asked.prospect),
        **mailin_objects(asked.prospect, foreign.prospect),
        **board_objects(asked.prospect),
        **outreach_objects(asked.prospect, foreign.prospect),
    }
