"""What goes out with every page, what is let in as a file, and what is written in the log."""

import io
import logging
import re
import zlib

import pytest
from allauth.account.models import EmailAddress
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from wagtail.images import get_image_model

from accounts.models import User
from common.logs import HideSecrets, formatter, hide_secrets

pytestmark = pytest.mark.django_db

ADVISER, COMMUNICATIONS = "radgiver@drammen.example", "kommunikasjon@drammen.example"
MEMBER = "medlem@elvebris.example"


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


def png(width: int, height: int, *, checked: bool = True) -> bytes:
    """The beginning of a picture of that size."""
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    check = zlib.crc32(head) if checked else 0
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\r" + head + check.to_bytes(4, "big") + b"\x00\x00\x00\x00IEND\xaeB`\x82"


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
        *(
            ("bomb.png", png(60_000, 60_000)),
            ("large.png", png(9_000, 9_000)),
            ("broken.png", png(9, 9, checked=False)),
            ("x.php", b"<?php"),
            ("empty.png", b""),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
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


@pytest.mark.parametrize("kind", ["page", "invitation"])
def test_even_a_page_that_breaks_logs_no_secret(kind, written, link, invitation, monkeypatch):
    def breaks(request, *args, **kwargs):
        raise RuntimeError(f"broken at {request.path}")

    path = {"page": link[0], "invitation": invitation}[kind]
    secret = re.search(r"/(?:mitt|invitasjon)/([^/]+)/", path)[1]
    monkeypatch.setattr({"page": "prospects.private_views.render", "invitation": "portal.views.render"}[kind], breaks)
    assert Client(raise_request_exception=False).get(path).status_code == 500
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
