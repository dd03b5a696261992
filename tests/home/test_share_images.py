"""Share images: the right size, small, legible whatever the title, and only for what everybody may see."""

import io
import re
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image

from home.machines import share_images
from home.machines.share_drawing import SANS, SERIF, Motif, _lines, draw, drawable, font

from .machine_site import MachineSite
from .settling import settle

TITLES = [
    "Ås",
    "714 nye arbeidsplasser",
    "Næringsutvalget fikk se hvordan kommunen og næringslivet sammen skal gå ut og selge byen til nye bedrifter",
    "A" * 220,
    "ord " * 55,
    "🎉",
    "",
]


@pytest.fixture
def site(db):
    return MachineSite()


def address(site, key: str, code: str = "nb") -> str:
    html = Client().get(site.url(key, code)).content.decode()
    return re.search(r'og:image" content="https?://[^/]+(/[^"]+)"', html)[1]


@pytest.mark.parametrize("scene", ["day", "night"])
@pytest.mark.parametrize("title", TITLES)
def test_any_title_gives_a_small_png_of_the_right_size(title, scene):
    data = draw(Motif(title, "Nyhet", "Døråpner", scene))
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 200_000


def test_norwegian_letters_are_drawn_and_what_the_font_lacks_is_left_out():
    assert drawable("Æøå – «én» 🎉漢", SERIF) == "Æøå – «én»"
    assert drawable("Bransje\u00ad", SANS) == "Bransje"


def test_lines_are_about_equally_long():
    face = font(SERIF, 60)
    widths = [face.getlength(line) for line in _lines("Frokost for nye naboer på brenneriet ved elva", face)]
    assert len(widths) == 2 and min(widths) > 0.6 * max(widths)


def test_the_image_is_kept_for_ever_and_drawn_once(site, settings, tmp_path):
    settings.VAR = tmp_path
    url = address(site, "first")
    first = Client().get(url)
    assert (first.status_code, first["Content-Type"]) == (200, "image/png")
    assert first["Cache-Control"] == "public, max-age=31536000, immutable"
    (file,) = (tmp_path / "share").iterdir()
    file.write_bytes(b"kept")
    assert Client().get(url).content == b"kept"


def test_another_title_gives_another_address_and_the_old_one_is_gone(site):
    before = address(site, "first")
    page = site.pages["first"]["nb"]
    page.title = "Noe annet"
    page.save_revision(log_action=False).publish(log_action=False)
    settle()
    after = address(site, "first")
    assert after != before
    assert (Client().get(before).status_code, Client().get(after).status_code) == (404, 200)


def test_each_language_has_its_own(site):
    assert Client().get(address(site, "first", "en")).status_code == 200
    assert address(site, "first") != address(site, "first", "en")


def test_nobody_sees_the_image_of_what_is_sealed_or_not_published(site):
    for key in ("sealed", "below", "draft"):
        page = site.pages[key]["nb"]
        digest = share_images.motif_of(page, "Døråpner").digest
        assert Client().get(f"/deling/{page.pk}-{digest}.png").status_code == 404, key


def test_a_guessed_address_draws_nothing(site, settings, tmp_path):
    settings.VAR = tmp_path
    page = site.pages["first"]["nb"]
    for digest in ("0" * 16, "x", "..", "%00"):
        assert Client().get(f"/deling/{page.pk}-{digest}.png").status_code == 404
    assert Client().get("/deling/99999999999999999999-0.png").status_code == 404
    assert not (tmp_path / "share").exists()
    assert Client().post(address(site, "first")).status_code == 405


def test_the_folder_is_bounded(settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setattr(share_images, "KEPT", 10)
    for number in range(25):
        share_images.kept(number, Motif("T", "", "N", "day"))
    assert len(list((tmp_path / "share").iterdir())) <= 10


def test_a_disk_that_is_full_costs_time_only(settings, tmp_path):
    (tmp_path / "share").write_text("a file where the folder should be")
    settings.VAR = Path(tmp_path)
    assert share_images.kept(1, Motif("T", "", "N", "day")).startswith(b"\x89PNG")
