"""What strangers send, and what must never come back: no error page, no script, no secret."""

import io
import logging
import re

import pytest
from allauth.account.models import EmailAddress
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from wagtail.images import get_image_model

from accounts.models import Invitation, User
from common.logs import HideSecrets, formatter, hide_secrets
from prospects.models import Handover, PrivateLink, Prospect

pytestmark = pytest.mark.django_db

ADVISER, COMMUNICATIONS = "radgiver@drammen.example", "kommunikasjon@drammen.example"
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


@pytest.fixture
def link(loaded):
    """A prospect's private page, with a question on it."""
    handover = Handover.objects.filter(status="awaiting_consent").select_related("prospect").first()
    return f"/mitt/{PrivateLink.issue(handover.prospect)}/", handover


@pytest.fixture
def invitation(loaded):
    """The address of an invitation that works."""
    made = Invitation(email="ny@elvebris.example")
    token = made.new_token()
    made.save()
    return f"/portal/invitasjon/{token}/"


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


# --- What goes out with every page ----------------------------------------------------------------------------------
def test_every_page_has_a_policy_that_allows_no_inline_script(world, enter, link):
    paths = [*world["public_urls"], "/finnes-ikke/", "/en/finnes-ikke/", "/konto/login/", "/konto/password/reset/"]
    paths += ["/konto/signup/", "/demo/post/", "/robots.txt", "/sitemap.xml", "/helse/", link[0]]
    clients = [(Client(), paths)]
    clients.append(
        (enter(MEMBER), ["/portal/", "/portal/prospekter/", "/portal/bedrift/", "/portal/konto/", "/admin/"])
    )
    clients.append((enter(ADVISER), ["/komponenter/", "/konto/to-steg/", "/konto/email/"]))
    for client, group in clients:
        for path in group:
            response = client.get(path)
            policy = response.headers.get("Content-Security-Policy", "")
            assert "script-src 'self'" in policy, path
            if not path.startswith("/admin/"):
                assert "unsafe" not in policy, path
            for name in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "form-action 'self'"):
                assert name in policy, path
            assert response.headers["X-Content-Type-Options"] == "nosniff", path
            assert response.headers["X-Frame-Options"] in ("SAMEORIGIN", "DENY"), path


def test_no_public_page_has_inline_script_or_style(world, link, enter):
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")|\son\w+=\"|<style|\sstyle=\"|javascript:"
    )
    pages = [(Client(), path) for path in [*world["public_urls"], link[0], "/konto/login/", "/finnes-ikke/"]]
    pages += [(enter(MEMBER), path) for path in ("/portal/", "/portal/prospekter/", "/portal/bedrift/")]
    for client, path in pages:
        found = inline.search(client.get(path).content.decode())
        assert found is None, f"{path}: {found[0]}"


def test_a_private_page_is_kept_nowhere_and_tells_nobody(link):
    path, handover = link
    client = Client()
    answers = [
        client.get(path),
        client.get(f"/en{path}"),
        client.post(f"{path}samtykke/{handover.pk}/", {"svar": "ja"}),
        client.post(f"{path}kanal/email/"),
    ]
    for response in answers:
        assert response.status_code in (200, 302)
        assert "no-store" in response.headers["Cache-Control"]
        assert "noindex" in response.headers["X-Robots-Tag"]
        # Not "no-referrer": the browser would then send its forms with "Origin: null", which the CSRF check refuses.
        assert response.headers["Referrer-Policy"] == "same-origin"


def test_a_private_page_loads_nothing_from_elsewhere(link):
    text = Client().get(link[0]).content.decode()
    assert (
        re.findall(r'<(?!a\b)[^>]*\b(?:src|href|action)="(?:https?:)?//(?!testserver|127\.0\.0\.1)[^"]+"', text) == []
    )


@pytest.mark.parametrize("path", ["/portal/", "/portal/prospekter/", "/portal/bedrift/", "/portal/konto/"])
def test_pages_behind_the_login_are_not_kept(path, enter):
    assert "no-store" in enter(MEMBER).get(path).headers["Cache-Control"]


def test_an_invitation_is_kept_nowhere(invitation):
    response = Client().get(invitation)
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_a_receipt_with_the_private_link_is_not_kept(loaded):
    assert "no-store" in Client().get("/interesse/").headers["Cache-Control"]


# --- Uploads --------------------------------------------------------------------------------------------------------
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!doctype html><script>alert(1)</script>"
BOMB = (
    b"\x89PNG\r\n\x1a\n"
    + b"\x00\x00\x00\rIHDR"
    + (60_000).to_bytes(4, "big") * 2
    + b"\x08\x02\x00\x00\x00"
    + b"\x00" * 40
)


@pytest.mark.parametrize(
    "address", ["/admin/images/chooser/create/", "/admin/images/add/", "/admin/images/multiple/add/"]
)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(
            ("x.svg", SVG),
            ("x.html", PAGE),
            ("x.png", SVG),
            ("x.webp", PAGE),
            ("x.svg.png", SVG),
            ("x.gif", b"GIF89a;"),
        ),
        *(("bomb.png", BOMB), ("x.php", b"<?php"), ("empty.png", b"")),
    ],
)
def test_nothing_but_a_picture_is_taken_as_one(name, content, address, enter):
    client, images = enter(COMMUNICATIONS), get_image_model()
    client.raise_request_exception = False
    before = images.objects.count()
    prefix = "image-chooser-upload-" if "chooser" in address else ""
    upload = SimpleUploadedFile(name, content, content_type="image/png")
    files = {f"{prefix}file": upload, "files[]": SimpleUploadedFile(name, content, content_type="image/png")}
    headers = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"} if "multiple" in address else {}
    response = client.post(
        address, {f"{prefix}title": "X", "title": "X", f"{prefix}collection": "1", **files}, **headers
    )
    assert response.status_code < 500
    assert images.objects.count() == before


def test_a_real_picture_is_taken(enter):
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (20, 20)).save(file, "PNG")
    upload = SimpleUploadedFile("ok.png", file.getvalue(), content_type="image/png")
    client, before = enter(COMMUNICATIONS), get_image_model().objects.count()
    prefix = "image-chooser-upload-"
    client.post(
        "/admin/images/chooser/create/", {f"{prefix}title": "X", f"{prefix}file": upload, f"{prefix}collection": "1"}
    )
    assert get_image_model().objects.count() == before + 1


@pytest.mark.parametrize(
    ("name", "content"), [("x.svg", SVG), ("x.html", PAGE), ("x.js", b"alert(1)"), ("x.exe", b"MZ")]
)
def test_no_document_is_a_page_or_a_program(name, content, enter):
    from wagtail.documents import get_document_model

    client, before = enter(COMMUNICATIONS), get_document_model().objects.count()
    prefix = "document-chooser-upload-"
    upload = SimpleUploadedFile(name, content, content_type="application/pdf")
    client.post(
        "/admin/documents/chooser/create/", {f"{prefix}title": "X", f"{prefix}file": upload, f"{prefix}collection": "1"}
    )
    client.post("/admin/documents/add/", {"title": "X", "file": SimpleUploadedFile(name, content), "collection": "1"})
    assert get_document_model().objects.count() == before


def test_a_document_is_served_as_an_attachment(world):
    response = Client().get(f"/dokumenter/{world['document_id']}/{world['document_name']}")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


# --- Logs -----------------------------------------------------------------------------------------------------------
TOKEN = "Zx9-abcDEF_ghiJKL012345"


@pytest.mark.parametrize(
    "path",
    [
        *(f"/mitt/{TOKEN}/", f"/en/mitt/{TOKEN}/", f"/mitt/{TOKEN}/samtykke/3/", f"/mitt/{TOKEN}"),
        *(f"/portal/invitasjon/{TOKEN}/", f"/en/portal/invitasjon/{TOKEN}/"),
        *(f"/konto/password/reset/key/1-{TOKEN}/", f"/en/konto/password/reset/key/1-{TOKEN}/"),
        f"/konto/confirm-email/{TOKEN}/",
    ],
)
def test_no_secret_of_an_address_is_written_down(path):
    for text in (f"GET {path} 404", f'"GET {path}?a=1 HTTP/1.1"', f"http://testserver{path}", f"Not Found: {path}"):
        assert TOKEN not in hide_secrets(text), text


@pytest.fixture
def written(loaded):
    """What the console would show: every record of every logger, through the filter and the formatter of the site."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter())
    handler.addFilter(HideSecrets())
    loggers = [logging.getLogger(name) for name in ("", "django.request", "django.security", "django.server", "django")]
    levels = [(logger, logger.level) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)
    for logger, level in levels:
        logger.setLevel(level)


@pytest.mark.parametrize(
    "shape", ["/mitt/{}/", "/en/mitt/{}/", "/mitt/{}/finnes/ikke/", "/portal/invitasjon/{}/", "/mitt/{}"]
)
def test_what_the_site_logs_of_a_visit_has_no_secret_in_it(shape, written):
    client = Client(raise_request_exception=False)
    for method in ("get", "post", "put"):
        getattr(client, method)(shape.format(TOKEN))
    assert TOKEN not in written.getvalue()


@pytest.mark.parametrize("kind", ["page", "answer", "invitation"])
def test_even_a_page_that_breaks_logs_no_secret(kind, written, link, invitation, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError(f"broken at {kwargs or args}")

    path = {"page": link[0], "answer": f"{link[0]}samtykke/{link[1].pk}/", "invitation": invitation}[kind]
    secret = re.search(r"/(?:mitt|invitasjon)/([^/]+)/", path)[1]
    target = {"page": "prospects.private_views.render", "answer": "prospects.private_views.redirect"}
    monkeypatch.setattr(target.get(kind, "portal.views.render"), breaks)
    client = Client(raise_request_exception=False)
    response = client.post(path, {"svar": "ja"}) if kind == "answer" else client.get(path)
    assert response.status_code == 500
    assert "broken at" in written.getvalue()
    assert secret not in written.getvalue()


def test_the_private_token_is_stored_nowhere_in_clear(link):
    token = link[0].split("/")[2]
    dump = io.StringIO()
    call_command("dumpdata", "prospects", "common", "accounts", stdout=dump)
    assert token not in dump.getvalue()


def test_confirmation_of_an_address_is_no_way_in(loaded):
    user = User.objects.get(email=MEMBER)
    assert EmailAddress.objects.get(user=user).verified
    client = Client()
    client.post(f"/konto/confirm-email/{TOKEN}/")
    assert "_auth_user_id" not in client.session
