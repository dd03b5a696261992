"""Who learns who a prospect is: field x status x viewer, on the pages as they are sent."""

import io
import re
import zipfile

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.log_actions import log

from accounts.models import User
from partners.models import Membership, PartnerFirm
from prospects.models import Activity, Contact, Handover, PrivateLink, Prospect
from prospects.services import give_consent, refuse_consent

pytestmark = pytest.mark.django_db

CANARY = {
    "company name": "Kanarifugl Fjærhandel AS",
    "organisation number": "394567892",
    "contact name": "Gul Kvitterud",
    "contact title": "Overfuglepasser",
    "e-mail": "gul.kvitterud@kanarifugl.example",
    "telephone": "+47 98 76 54 32",
    "need in their own words": "Vi trenger et bur med sjøutsikt",
    "the adviser's note": "Ringte kanarifuglen i går",
}
MEMBER_A, ADMIN_A = "medlem@elvebris.example", "admin@elvebris.example"
MEMBER_B, LIAISON = "medlem@brohode.example", "kontakt@drammen-kommune.example"
# What the firm sees once it is told; the note and the organisation number stay with the programme.
TOLD = {"company name", "contact name", "e-mail", "telephone", "need in their own words"}
MAYBE = TOLD | {"contact title", "organisation number"}
# Said here again, not asked of the model: these are what is tested.
TEASED = ["awaiting_consent", "offered", "seen", "interested", "declined"]
DISCLOSED = ["accepted", "in_progress", "done"]
HIDDEN = ["draft", "queued", "withdrawn", "lapsed"]
LISTS = ("/portal/", "/portal/prospekter/", "/portal/prospekter/?side=2", "/portal/bedrift/", "/portal/konto/")


def put(handover: Handover, status: str, *, contact: bool = True) -> Handover:
    """The handover in `status`, with the facts that belong to it."""
    now = timezone.now()
    facts = {"status": status, "consent_withdrawn_at": None, "consented_at": None, "outcome": "", "reason": ""}
    facts |= {"contact_consented_at": None, "contact_withdrawn_at": None}
    if status not in ("draft", "awaiting_consent", "withdrawn"):
        facts |= {"consented_at": now, "answer_due_at": now + timezone.timedelta(days=3)}
        facts |= {"contact_consented_at": now} if contact else {}
    if status in DISCLOSED:
        facts |= {"accepted_at": now, "accepted_by": User.objects.get(email=MEMBER_A)}
    if status == "done":
        facts["outcome"] = "deal"
    if status == "declined":
        facts["reason"] = "Ikke for oss."
    Handover.objects.filter(pk=handover.pk).update(**facts)
    handover.refresh_from_db()
    return handover


@pytest.fixture
def handover(loaded):
    """The canary, handed over to firm A; firm B has nothing to do with it."""
    example = Prospect.objects.first()
    prospect = Prospect.objects.create(
        company_name=CANARY["company name"],
        organisation_number=CANARY["organisation number"],
        industry=example.industry,
        employees=example.employees,
        area=example.area,
        time_frame=example.time_frame,
        readiness=example.readiness,
        need=CANARY["need in their own words"],
        anonymous_need_nb="Et lite firma trenger plass.",
        source="form",
        stage="qualified",
        adviser=User.objects.get(email="radgiver@drammen.example"),
    )
    Contact.objects.create(
        prospect=prospect,
        name=CANARY["contact name"],
        title=CANARY["contact title"],
        email=CANARY["e-mail"],
        phone=CANARY["telephone"],
    )
    Activity.objects.create(prospect=prospect, kind="note", text=CANARY["the adviser's note"])
    log(prospect, "prospects.received", data={"by": "prospect"})
    return Handover.objects.create(prospect=prospect, firm=PartnerFirm.objects.get(slug="elvebris"))


def found_in(text: str) -> set[str]:
    """Which of the canary's fields `text` gives away, in whatever spelling."""
    plain = text.replace("&#x27;", "'").replace("\xa0", " ")
    digits = re.sub(r"\D", "", plain)
    found = {name for name, value in CANARY.items() if value.casefold() in plain.casefold()}
    if "98765432" in digits:
        found.add("telephone")
    if CANARY["organisation number"] in digits:
        found.add("organisation number")
    if "kanarifugl.example" in plain:
        found.add("e-mail")
    return found


def seen_by(client: Client, handover: Handover) -> set[str]:
    """Everything the portal tells `client` of the canary."""
    pages = [client.get(path) for path in LISTS]
    pages.append(client.get(f"/portal/prospekter/{handover.pk}/"))
    pages += [client.get(f"/en/portal/prospekter/{handover.pk}/"), client.get("/en/portal/prospekter/")]
    assert all(page.status_code in (200, 404) for page in pages)
    return set().union(*(found_in(page.content.decode()) for page in pages))


def test_every_status_is_tested():
    assert {*TEASED, *DISCLOSED, *HIDDEN} == set(Handover.Status.values)


@pytest.mark.parametrize("status", Handover.Status.values)
@pytest.mark.parametrize("viewer", [MEMBER_A, ADMIN_A])
def test_the_firm_learns_who_it_is_only_after_both_yeses(viewer, status, handover, enter):
    put(handover, status)
    seen = seen_by(enter(viewer), handover)
    if status in DISCLOSED:
        assert seen >= TOLD
        assert seen <= MAYBE
    else:
        assert seen == set()


@pytest.mark.parametrize("status", Handover.Status.values)
@pytest.mark.parametrize("viewer", [MEMBER_A, ADMIN_A])
def test_a_yes_to_who_it_is_names_no_person(viewer, status, handover, enter):
    put(handover, status, contact=False)
    assert seen_by(enter(viewer), handover) == ({"company name"} if status in DISCLOSED else set())


@pytest.mark.parametrize("contact", [True, False])
@pytest.mark.parametrize("status", Handover.Status.values)
def test_the_file_of_the_firm_tells_what_its_pages_tell(status, contact, handover, enter):
    put(handover, status, contact=contact)
    whole = b"".join(enter(ADMIN_A).get("/portal/eksport/alt.zip").streaming_content)
    with zipfile.ZipFile(io.BytesIO(whole)) as zipped:
        found = found_in(" ".join(zipped.read(name).decode(errors="replace") for name in zipped.namelist()))
    told = {"company name", *({"contact name", "e-mail"} if contact else ())}
    assert found == (told if status in DISCLOSED else set())


@pytest.mark.parametrize("status", Handover.Status.values)
@pytest.mark.parametrize("viewer", [MEMBER_B, LIAISON])
def test_no_other_firm_and_no_liaison_ever_learns_who_it_is(viewer, status, handover, enter):
    put(handover, status)
    client = enter(viewer)
    assert seen_by(client, handover) == set()
    assert client.get(f"/portal/prospekter/{handover.pk}/").status_code == 404


@pytest.mark.parametrize("status", TEASED)
def test_the_teaser_says_what_is_needed_and_no_more(status, handover, enter):
    put(handover, status)
    text = enter(MEMBER_A).get(f"/portal/prospekter/{handover.pk}/").content.decode()
    assert "Et lite firma trenger plass." in text
    assert handover.prospect.reference in text
    assert found_in(text) == set()


def test_a_liaison_sees_no_handovers_even_of_the_own_body(handover, enter):
    Handover.objects.filter(pk=handover.pk).update(firm=PartnerFirm.objects.get(slug="drammen-kommune"))
    put(handover, "accepted")
    client = enter(LIAISON)
    assert seen_by(client, handover) == set()
    assert client.get(f"/portal/prospekter/{handover.pk}/").status_code == 404


def test_a_liaison_does_not_see_the_agreement(enter):
    text = enter(LIAISON).get("/portal/bedrift/").content.decode()
    assert not re.search(r"\d\d\d[\s\xa0]?000", text)


def test_a_refused_answer_shows_the_page_again_without_who_it_is(handover, enter):
    put(handover, "offered")
    client = enter(MEMBER_A)
    response = client.post(f"/portal/prospekter/{handover.pk}/avsla/", {"reason": ""})
    assert response.status_code == 422
    assert found_in(response.content.decode()) == set()


# --- From the very next request -------------------------------------------------------------------------------------
@pytest.fixture
def open_page(handover, enter):
    """A page with everything on it, open in front of a member of firm A."""
    put(handover, "accepted")
    client = enter(MEMBER_A)
    assert seen_by(client, handover) >= TOLD
    return client


def test_a_withdrawn_consent_works_from_the_next_request(open_page, handover):
    refuse_consent(handover)
    assert seen_by(open_page, handover) == set()
    assert open_page.get(f"/portal/prospekter/{handover.pk}/").status_code == 404


def test_being_called_taken_back_works_from_the_next_request(open_page, handover):
    token = PrivateLink.issue(handover.prospect)
    Client().post(f"/mitt/{token}/samtykke/{handover.pk}/", {"svar": "ikke-kontakt"})
    assert seen_by(open_page, handover) == {"company name"}
    Client().post(f"/mitt/{token}/samtykke/{handover.pk}/", {"svar": "kontakt"})
    assert seen_by(open_page, handover) >= TOLD


def test_a_yes_is_taken_back_from_a_firm_that_is_done_with_it(open_page, handover):
    put(handover, "done")
    token = PrivateLink.issue(handover.prospect)
    Client().post(f"/mitt/{token}/samtykke/{handover.pk}/", {"svar": "nei"})
    assert seen_by(open_page, handover) == set()


def test_a_consent_withdrawn_by_its_date_alone_hides_who_it_is(open_page, handover):
    Handover.objects.filter(pk=handover.pk).update(consent_withdrawn_at=timezone.now())
    assert seen_by(open_page, handover) == set()


def test_a_consent_withdrawn_on_the_private_page_works_from_the_next_request(open_page, handover):
    token = PrivateLink.issue(handover.prospect)
    Client().post(f"/mitt/{token}/samtykke/{handover.pk}/", {"svar": "nei"})
    assert seen_by(open_page, handover) == set()


def test_a_handover_the_adviser_withdraws_is_gone_from_the_next_request(open_page, handover):
    handover.withdraw(reason="Feil firma.", by=User.objects.get(email="radgiver@drammen.example"))
    assert seen_by(open_page, handover) == set()
    answer = open_page.post(f"/portal/prospekter/{handover.pk}/kontaktet/")
    assert answer.status_code == 404


def test_an_ended_seat_works_from_the_next_request(open_page, handover):
    Membership.objects.get(user__email=MEMBER_A).end(by=User.objects.get(email=ADMIN_A))
    assert open_page.get("/portal/").status_code == 403
    assert open_page.get(f"/portal/prospekter/{handover.pk}/").status_code == 403
    assert open_page.post(f"/portal/prospekter/{handover.pk}/kontaktet/").status_code == 403
    handover.refresh_from_db()
    assert handover.status == "accepted"


def test_a_locked_user_is_out_from_the_next_request(open_page, handover):
    User.objects.filter(email=MEMBER_A).update(is_active=False)
    response = open_page.get(f"/portal/prospekter/{handover.pk}/")
    assert response.status_code == 302
    assert response["Location"].startswith("/konto/login/")


def test_a_member_who_becomes_liaison_sees_nothing_from_the_next_request(open_page, handover):
    Membership.objects.filter(user__email=MEMBER_A).update(role="liaison")
    assert seen_by(open_page, handover) == set()
    assert open_page.get(f"/portal/prospekter/{handover.pk}/").status_code == 404


def test_an_adviser_who_loses_the_role_is_out_of_the_cases_from_the_next_request(handover, enter):
    client = enter("radgiver@drammen.example")
    assert client.get(f"/admin/prospekter/{handover.prospect_id}/").status_code == 200
    User.objects.get(email="radgiver@drammen.example").groups.clear()
    response = client.get(f"/admin/prospekter/{handover.prospect_id}/", follow=True)
    assert response.status_code == 403
    assert found_in(response.content.decode()) == set()


def test_whoever_moves_to_another_firm_sees_that_firm_only(open_page, handover):
    seat = Membership.objects.get(user__email=MEMBER_A)
    seat.end(by=None)
    Membership.objects.create(
        firm=PartnerFirm.objects.get(slug="brohode"), user=seat.user, role="member", status="active"
    )
    assert open_page.get("/portal/").status_code == 200
    assert seen_by(open_page, handover) == set()


def test_nobody_chooses_a_firm_without_a_seat_in_it(handover, enter):
    put(handover, "accepted")
    client = enter(MEMBER_B)
    client.post("/portal/velg-bedrift/", {"firm": str(handover.firm_id)})
    session = client.session
    session["portal_firm"] = handover.firm_id
    session.save()
    assert seen_by(client, handover) == set()


def test_somebody_with_two_seats_sees_only_the_firm_acted_for(handover, enter):
    put(handover, "accepted")
    other = PartnerFirm.objects.get(slug="brohode")
    user = User.objects.get(email=MEMBER_A)
    Membership.objects.create(firm=other, user=user, role="member", status="active")
    client = enter(MEMBER_A)
    client.post("/portal/velg-bedrift/", {"firm": str(other.pk)})
    assert seen_by(client, handover) == set()
    client.post("/portal/velg-bedrift/", {"firm": str(handover.firm_id)})
    assert seen_by(client, handover) >= TOLD


# --- Foreign and absent are alike -----------------------------------------------------------------------------------
def shape(response) -> str:
    """The page without what differs from request to request."""
    return re.sub(r'value="[\w-]{64}"|nonce="[^"]+"|/\d+/', "", response.content.decode())


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_foreign_handover_looks_like_one_that_does_not_exist(prefix, handover, enter):
    put(handover, "accepted")
    client = enter(MEMBER_B)
    foreign = client.get(f"{prefix}/portal/prospekter/{handover.pk}/")
    absent = client.get(f"{prefix}/portal/prospekter/999999/")
    assert foreign.status_code == absent.status_code == 404
    assert shape(foreign) == shape(absent)
    assert dict(foreign.headers) == dict(absent.headers)


@pytest.mark.parametrize(
    ("verb", "status", "data"),
    [
        ("ta-imot", "offered", {}),
        ("avsla", "offered", {"reason": "Nei."}),
        ("kontaktet", "accepted", {}),
        ("ferdig", "in_progress", {"outcome": "deal", "reason": "Ja."}),
    ],
)
@pytest.mark.parametrize("viewer", [MEMBER_B, LIAISON])
def test_what_a_foreign_firm_posts_is_404_and_changes_nothing(viewer, verb, status, data, handover, enter):
    put(handover, status)
    before = Handover.objects.filter(pk=handover.pk).values().get()
    response = enter(viewer).post(f"/portal/prospekter/{handover.pk}/{verb}/", data)
    assert response.status_code == 404
    assert Handover.objects.filter(pk=handover.pk).values().get() == before


@pytest.mark.parametrize("verb", ["ta-imot", "avsla", "kontaktet", "ferdig"])
def test_a_withdrawn_handover_takes_no_answer(verb, handover, enter):
    put(handover, "withdrawn")
    assert enter(MEMBER_A).post(f"/portal/prospekter/{handover.pk}/{verb}/").status_code == 404
    handover.refresh_from_db()
    assert handover.status == "withdrawn"


def test_a_private_link_does_not_answer_for_another_prospect(handover):
    other = Handover.objects.filter(status="awaiting_consent").exclude(pk=handover.pk).first()
    token = PrivateLink.issue(other.prospect)
    response = Client().post(f"/mitt/{token}/samtykke/{handover.pk}/", {"svar": "ja"})
    assert response.status_code == 404
    handover.refresh_from_db()
    assert handover.status == "awaiting_consent"


# --- Inside the programme -------------------------------------------------------------------------------------------
PERSON = {"contact name", "contact title", "e-mail", "telephone"}


@pytest.mark.parametrize("path", ["/admin/prospekter/", "/admin/prospekter/?q=Kvitterud", "/admin/prospekter/{pk}/"])
def test_the_analyst_sees_the_case_without_the_person(path, handover, enter):
    response = enter("analytiker@drammen.example").get(path.format(pk=handover.prospect_id))
    assert response.status_code == 200
    seen = found_in(response.content.decode().replace('value="Kvitterud"', ""))
    assert seen & PERSON == set()


def test_the_adviser_sees_the_person(handover, enter):
    text = enter("radgiver@drammen.example").get(f"/admin/prospekter/{handover.prospect_id}/").content.decode()
    assert found_in(text) >= {"contact name", "e-mail", "telephone", "company name"}


@pytest.mark.parametrize("email", ["kommunikasjon@drammen.example", "styring@drammen.example"])
def test_communications_and_the_steering_group_see_no_prospect_anywhere(email, handover, enter):
    give_consent(handover)
    client = enter(email)
    paths = (
        "/admin/",
        "/admin/prospekter/",
        f"/admin/prospekter/{handover.prospect_id}/",
        "/admin/interesseskjemaer/",
        "/admin/overleveringer/",
        "/admin/reports/site-history/",
    )
    for path in paths:
        assert found_in(client.get(path, follow=True).content.decode()) == set(), path


def test_the_public_site_never_names_a_prospect(handover, world):
    client = Client()
    put(handover, "done")
    for url in world["public_urls"]:
        assert found_in(client.get(url).content.decode()) == set(), url
