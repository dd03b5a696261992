"""What a page weighs on its way to the reader."""

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

FIRST_VIEW_KB = 150


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_the_first_view_of_the_front_page_is_light(demo, client, address):
    """Everything but photographs, as it goes over the wire: text squeezed, fonts as they are."""
    page = client.get(address).content
    html = page.decode()
    total = len(gzip.compress(page, 6))
    files = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', html))
    for name in list(files):
        if name.endswith(".css"):
            path = finders.find(urlsplit(name).path.removeprefix(settings.STATIC_URL))
            text = Path(path).read_text()
            files |= {urlsplit(urljoin(name, found)).path for found in re.findall(r'url\("?([^")]+)"?\)', text)}
    for name in files:
        if name.startswith("data:"):
            continue
        path = finders.find(urlsplit(name).path.removeprefix(settings.STATIC_URL))
        assert path, name
        content = Path(path).read_bytes()
        total += len(content) if name.endswith((".woff2", ".webp", ".png")) else len(gzip.compress(content, 6))
    assert total <= FIRST_VIEW_KB * 1000, f"{total / 1000:.0f} kB"
