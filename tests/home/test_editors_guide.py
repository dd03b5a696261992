"""The editors' guide: whole, in the admin's help menu, and with every picture it shows."""

import re

import pytest

from home.admin.guide import GUIDE, PICTURES, rendered

EDITOR = "kommunikasjon@drammen.example"


def test_every_picture_of_the_guide_is_there_and_none_is_left_over():
    shown = set(re.findall(r"\]\(redaktor/([a-z0-9-]+\.webp)\)", GUIDE.read_text(encoding="utf-8")))
    assert shown == {file.name for file in PICTURES.glob("*")}
    assert len(shown) >= 15


def test_every_picture_says_what_it_shows():
    assert all(re.findall(r"!\[([^\]]*)\]", GUIDE.read_text(encoding="utf-8")))


SUBJECTS = """nyhet engelsk forhåndsvisning godkjenn planlagt sperrefrist bevis arrangement banner bilde oversettelser
rapport videresending historikk slett"""


@pytest.mark.parametrize("subject", SUBJECTS.split())
def test_it_speaks_of(subject):
    assert subject in GUIDE.read_text(encoding="utf-8").lower()


def test_it_is_read_from_the_help_menu_with_a_table_of_contents(as_user):
    client = as_user(EDITOR)
    assert "/admin/handbok/" in client.get("/admin/").content.decode()
    text = client.get("/admin/handbok/").content.decode()
    _html, contents = rendered(GUIDE.stat().st_mtime)
    assert len(contents) > 10
    for anchor, heading in contents:
        assert f'href="#{anchor}"' in text and f'id="{anchor}"' in text, heading
    assert text.count("<h1") == 1
    assert 'src="/admin/handbok/nyhet.webp"' in text


def test_pictures_come_as_pictures_and_nothing_else_comes(as_user):
    client = as_user(EDITOR)
    response = client.get("/admin/handbok/nyhet.webp")
    assert response["Content-Type"] == "image/webp" and response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content).startswith(b"RIFF")
    for name in ("finnes-ikke.webp", "nyhet.md", "..%2Fredaktorhandbok.md", ".webp", "NYHET.WEBP"):
        assert client.get(f"/admin/handbok/{name}", follow=True).status_code == 404


def test_it_is_for_those_who_edit_pages(as_user):
    client = as_user("radgiver@drammen.example")
    for path in ("/admin/handbok/", "/admin/handbok/nyhet.webp"):
        assert client.get(path).status_code in (302, 403)
    assert "/admin/handbok/" not in client.get("/admin/").content.decode()


def test_html_in_the_guide_is_only_text(tmp_path, monkeypatch):
    from home.admin import guide as admin_guide

    file = tmp_path / "guide.md"
    file.write_text("# Tittel\n\n## Ett\n\n<script>alert(1)</script> [x](javascript:alert(1))\n")
    monkeypatch.setattr(admin_guide, "GUIDE", file)
    html, contents = rendered(-1.0)
    assert "<script" not in html and "javascript:" not in re.sub(r"\[x\]\(javascript:[^)]*\)", "", html)
    assert contents == [("ett", "Ett")]
    rendered.cache_clear()
