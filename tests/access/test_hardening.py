"""What strangers send: whatever it is, it never breaks a page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prospects.models import Handover, Prospect

pytestmark = pytest.mark.django_db

MEMBER = "medlem@elvebris.example"
NUL, SURROGATE, BROKEN = "a\x00b", "%ED%A0%80", "%FF%FE"
HUGE, DEEP = "x" * 200_000, "9" * 400
STRANGE = [
    "",
    " ",
    NUL,
    "\u202e\u0000",
    "'; DROP TABLE",
    "{{7*7}}",
    "${jndi:x}",
    "-1",
    "1e999",
    "NaN",
    DEEP,
    "🂡" * 500,
    HUGE,
]


def post_raw(client: Client, path: str, body: str, **headers):
    """A form as its bytes."""
    return client.generic("POST", path, body.encode("latin-1"), "application/x-www-form-urlencoded", **headers)


FORMS = {
    "/interesse/": [
        *("company_name", "organisation_number", "country", "industry", "employees", "area", "time_frame"),
        *("readiness", "need", "name", "email", "phone", "language", "consents_to_email", "consents_to_phone"),
        *("nettside", "submission", "started", "proof", "campaign"),
    ],
    "/konto/login/": ["login", "password", "remember", "next"],
    "/konto/password/reset/": ["email", "next"],
    "/konto/signup/": ["email", "password1", "next"],
    "{private}samtykke/{handover}/": ["svar"],
    "{private}kanal/email/": ["x"],
    "{invitation}": ["first_name", "last_name", "password"],
}
FIRM_FORMS = {
    "/portal/velg-bedrift/": ["firm"],
    "/portal/prospekter/{offered}/ta-imot/": ["x"],
    "/portal/prospekter/{offered}/avsla/": ["reason"],
    "/portal/prospekter/{touched}/ferdig/": ["outcome", "reason"],
}


@pytest.fixture
def places(link, invitation):
    """What fills the gaps in an address."""
    mine = Handover.objects.filter(firm__slug="elvebris")
    return {
        "private": link[0],
        "handover": link[1].pk,
        "invitation": invitation,
        "offered": mine.get(status="offered").pk,
        "touched": mine.filter(status="in_progress").first().pk,
    }


# --- Forms ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "utf-7", "x-unknown", '"ISO-8859-1"'])
def test_a_form_in_another_character_set_is_415(path, charset, places):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    response = Client().generic("POST", path.format(**places), b"name=%E6", kind)
    assert response.status_code == 415


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_a_form_in_utf8_is_not(charset, loaded):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert Client().generic("POST", "/interesse/", b"name=%C3%A6", kind).status_code == 422


@pytest.mark.parametrize("path", FORMS)
def test_no_value_in_a_public_form_breaks_it(path, places):
    client, names = Client(raise_request_exception=False), FORMS[path]
    path = path.format(**places)
    for value in STRANGE:
        response = client.post(path, dict.fromkeys(names, value))
        assert response.status_code < 500, f"all fields {value[:20]!r}"
    for body in (f"{name}={raw}" for name in names for raw in (SURROGATE, BROKEN, "%00", "%C0%80", "&&&=&;;")):
        assert post_raw(client, path, body).status_code < 500, body
    for name in names:
        assert client.post(path, {name: ["a", "b"], f"{name}[x]": "c"}).status_code < 500
        upload = SimpleUploadedFile("x.svg", b"<svg onload=alert(1)>", content_type="image/svg+xml")
        assert client.post(path, {name: upload}).status_code < 500


@pytest.mark.parametrize("path", FIRM_FORMS)
def test_no_value_in_a_form_of_the_portal_breaks_it(path, places, enter):
    client, names = enter(MEMBER), FIRM_FORMS[path]
    client.raise_request_exception = False
    for value in STRANGE[2:]:
        handovers = dict(Handover.objects.values_list("pk", "status"))
        assert client.post(path.format(**places), dict.fromkeys(names, value)).status_code < 500, value[:20]
        for pk, status in handovers.items():  # the next value meets the same state
            Handover.objects.filter(pk=pk).exclude(status=status).update(status=status)


def test_an_unknown_choice_is_an_error_in_the_form_and_stores_nothing(loaded):
    before = Prospect.objects.count()
    data = dict.fromkeys(("employees", "area", "time_frame", "readiness", "country", "industry", "language"), "elefant")
    response = Client().post("/interesse/", data)
    assert response.status_code == 422
    assert Prospect.objects.count() == before


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "x"]
)
def test_a_body_of_another_kind_breaks_nothing(kind, loaded):
    client = Client(raise_request_exception=False)
    for path in ("/interesse/", "/konto/login/", "/konto/password/reset/"):
        assert client.generic("POST", path, b"\x00\xff{]", kind).status_code < 500


def test_a_form_with_too_much_in_it_is_400_not_an_error(loaded):
    client = Client(raise_request_exception=False)
    assert client.post("/interesse/", {f"f{number}": "x" for number in range(2_100)}).status_code == 400
    assert post_raw(client, "/interesse/", "need=" + "x" * 2_600_000).status_code in (400, 413)


def test_a_form_without_its_token_is_403_in_the_look_of_the_house(loaded):
    for path in ("/interesse/", "/konto/login/"):
        response = Client(enforce_csrf_checks=True).post(path, {})
        assert response.status_code == 403
        assert b"<h1" in response.content


# --- Addresses and headers ------------------------------------------------------------------------------------------
NUMBERS = ["abc", "-1", "0", "99999999999999999999", "1.5", "%00", SURROGATE, BROKEN, "", DEEP, "%D9%A3", "1&side=2"]


@pytest.mark.parametrize("path", ["/nyheter/", "/en/news/", "/interesse/", "/sitemap.xml"])
def test_no_page_number_breaks_a_public_list(path, loaded):
    client = Client(raise_request_exception=False)
    for number in NUMBERS:
        assert client.get(f"{path}?side={number}&p={number}&page={number}").status_code < 500, number


def test_no_page_number_breaks_a_list_of_the_portal(enter):
    client = enter(MEMBER)
    client.raise_request_exception = False
    for number in NUMBERS:
        assert client.get(f"/portal/prospekter/?side={number}").status_code == 200, number


ADMIN_LISTS = ["/admin/prospekter/", "/admin/interesseskjemaer/", "/admin/overleveringer/", "/admin/users/"]


@pytest.mark.parametrize("path", ADMIN_LISTS)
def test_no_question_breaks_a_list_of_the_admin(path, enter):
    client = enter("leder@drammen.example")
    client.raise_request_exception = False
    asked = [*NUMBERS, "P-99999999999999999999", "P-1", "12", "123456789", "123 456 789", "%25", "_", "x" * 3000]
    names = ("q", "p", "stage", "standing", "mine", "waiting", "ordering", "o")
    broken = []
    for value in asked:
        for query in (f"q={value}", "&".join(f"{name}={value}" for name in names)):
            if client.get(f"{path}?{query}").status_code >= 500:
                broken.append(query[:40])
    assert broken == []


def test_a_very_long_campaign_is_cut_not_refused(loaded):
    response = Client().get("/interesse/", {"utm_campaign": "k" * 5000})
    assert response.status_code == 200
    assert "k" * 201 not in response.content.decode()
    for value in STRANGE:
        assert Client(raise_request_exception=False).get("/interesse/", {"utm_campaign": value}).status_code == 200


def test_a_campaign_is_shown_as_text_never_as_markup(loaded):
    response = Client().get("/interesse/", {"utm_campaign": '"><script>alert(1)</script>'})
    assert "<script>alert(1)" not in response.content.decode()


@pytest.mark.parametrize(
    "language", ["xx", "*", "nb;q=9", ";;;,,", "a" * 5000, "\x00", "en-US-x-twain,de;q=0.5", "../../etc", "nb\u00e6"]
)
def test_no_wish_for_a_language_breaks_a_page(language, loaded):
    client = Client(raise_request_exception=False)
    for path in ("/", "/interesse/", "/konto/login/", "/finnes-ikke/"):
        assert client.get(path, HTTP_ACCEPT_LANGUAGE=language).status_code < 500


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver:abc", "", "a" * 3000, "te st", "[::"]
)
def test_another_host_is_400(host, loaded):
    for path in ("/", "/interesse/", "/konto/password/reset/", "/robots.txt"):
        assert Client(raise_request_exception=False).get(path, HTTP_HOST=host).status_code == 400, path


@pytest.mark.parametrize(
    "header",
    [
        {"HTTP_COOKIE": "sessionid=" + "\x00" * 5 + "; csrftoken=ø; =;;"},
        {"HTTP_COOKIE": "messages=rubbish; django_language=../../x"},
        {"HTTP_IF_MODIFIED_SINCE": "tomorrow"},
        {"HTTP_RANGE": "bytes=abc"},
        {"HTTP_X_FORWARDED_FOR": "1.2.3.4, ;DROP"},
        {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
        {"HTTP_REFERER": "\x00"},
        {"HTTP_ACCEPT": "application/json"},
    ],
)
def test_no_header_breaks_a_page(header, loaded):
    client = Client(raise_request_exception=False)
    for path in ("/", "/interesse/", "/portal/", "/admin/", "/konto/login/", "/media/images/x.webp"):
        assert client.get(path, **header).status_code < 500, path
    assert client.post("/konto/login/", {"login": "a@b.no", "password": "x"}, **header).status_code < 500


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/media/../../etc/passwd",
            "/media/images/..%2f..%2fconfig",
            "/media/images/%00",
            "/media/images/" + "x" * 3000,
        ),
        *("/mitt/%00/", "/mitt/" + "x" * 5000 + "/", f"/mitt/{SURROGATE}/", "/mitt/x/samtykke/99999999999999999999/"),
        *("/portal/prospekter/99999999999999999999/", "/portal/invitasjon/%00/", "/dokumenter/99999999999999999999/x"),
        *("/demo/post/..%2f..%2fx/", "/demo/post/%00/", "/konto/confirm-email/%00/", "/konto/confirm-email/a:b:c/"),
        *("/konto/password/reset/key/zzzzzzzzzzzzzzzz-set-password/", "/konto/password/reset/key/1-%00/"),
        *(
            "/admin/prospekter/99999999999999999999/",
            "/admin/pages/99999999999999999999/",
            "/%00/",
            "/%FF/",
            "//evil.example/",
        ),
        *("/_util/authenticate_with_password/99999999999999999999/1/", "/takk/", "/interesse/takk/", "/en//", "/EN/"),
    ],
)
@pytest.mark.parametrize("email", [None, MEMBER, "leder@drammen.example"])
def test_no_address_breaks_the_site(email, path, enter):
    client = enter(email) if email else Client()
    client.raise_request_exception = False
    response = client.get(path)
    assert response.status_code < 500
    assert "evil.example" not in response.headers.get("Location", "")
