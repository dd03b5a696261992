"""What every page begins with is one file in production, and its parts in development."""

import re

from django.core.management import call_command
from django.template import Context, Template
from django.test import override_settings

from common.stylesheets import BUNDLES, addresses

PRODUCTION = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "common.stylesheets.BundlingStorage"},
}


def test_in_development_each_part_is_linked_in_order():
    assert addresses("public") == [f"/static/{part}" for part in BUNDLES["public"]]
    links = Template('{% load house_tags %}{% stylesheets "house" %}').render(Context())
    assert re.findall(r'href="/static/([^"]+)"', links) == list(BUNDLES["house"])


def test_collected_for_production_the_parts_are_one_file_in_order(tmp_path):
    with override_settings(STORAGES=PRODUCTION, STATIC_ROOT=tmp_path):
        for _again in range(2):  # the second time the bundles lie there already
            call_command("collectstatic", interactive=False, verbosity=0)
        (address,) = addresses("public")
        assert re.fullmatch(r"/static/css/public\.[0-9a-f]{12}\.css", address)
        css = (tmp_path / address.removeprefix("/static/")).read_text(encoding="utf-8")
        places = [
            css.index(re.sub(r"url\(.*", "", (tmp_path / part).read_text(encoding="utf-8"))[:40])
            for part in BUNDLES["public"]
        ]
        assert places == sorted(places)
        fonts = re.findall(r'url\("(\.\./fonts/[^"]+)"\)', css)
        assert len(fonts) == 2 and all((tmp_path / "css" / font).resolve().exists() for font in fonts)
        assert (tmp_path / f"{address.removeprefix('/static/')}.gz").exists()
