"""Every page type, and the pages that say what went wrong, past the Nu HTML checker: no error.

`./run pages` does the same with every page there is, and fetches the checker when it is not here yet.
"""

import json
import shutil
import subprocess

import pytest
from django.test import Client, RequestFactory
from wagtail.models import Page

from common.middleware import unavailable
from config import errors
from home.models import SitePage
from tools.pages import LOST, VNU, _Links, _tell, _Walk

pytestmark = pytest.mark.slow


def mistakes(folder) -> list[dict]:
    """What the checker finds in the files of a folder."""
    command = ["java", "-jar", str(VNU), "--errors-only", "--format", "json", "--skip-non-html", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    return [message for message in json.loads(said)["messages"] if message["type"] != "info"]


@pytest.mark.skipif(not (VNU.exists() and shutil.which("java")), reason="the Nu HTML checker:  ./run pages  fetches it")
def test_no_page_type_has_a_mistake_in_its_html(demo, tmp_path):
    addresses = list(LOST)
    for model in SitePage.__subclasses__() + [
        one for base in SitePage.__subclasses__() for one in base.__subclasses__()
    ]:
        if model._meta.abstract:
            continue
        for code in ("nb", "en"):
            page = model.objects.live().public().filter(locale__language_code=code).order_by("path").first()
            if page is not None:
                addresses.append(Page.objects.get(pk=page.pk).get_url())
    assert len(addresses) > 20
    files = {}
    for number, address in enumerate(addresses):
        response = Client(raise_request_exception=False).get(address)
        assert response.status_code in (200, 404), address
        files[f"{number}.html"] = address
        (tmp_path / f"{number}.html").write_bytes(response.content)
    request = RequestFactory().get("/en/x/")
    request.session = {}
    for name, response in (
        ("400", errors.bad_request(request)),
        ("403", errors.permission_denied(request)),
        ("500", errors.server_error(request)),
        ("503", unavailable()),
    ):
        (tmp_path / f"{name}.html").write_bytes(response.content)
    found = [(files.get(one["url"].rpartition("/")[2], one["url"]), one["message"]) for one in mistakes(tmp_path)]
    assert found == []


def test_the_walk_follows_links_and_asks_forms_that_ask():
    links = _Links()
    links.feed(
        '<a href="/a/">a</a><a>b</a><a href="/c.ics" download>c</a>'
        '<form action="/sok/"><input name="q"></form><form method="post" action="/d/"></form>'
    )
    assert links.found == ["/a/", "/sok/?q=kontor"]


def test_a_mistake_is_told_once_with_the_pages_it_stands_on(capsys):
    walk = _Walk(files={"0000.html": "/", "0001.html": "/en/"})
    message = {"type": "error", "message": "Stray tag", "extract": "</b>"}
    messages = [{**message, "url": f"file:/x/{name}"} for name in walk.files]
    assert _tell(messages, walk) == 1
    said = capsys.readouterr().out
    assert said.count("Stray tag") == 1 and "2 times, on /, /en/" in said
    assert _tell([], walk) == 0
    walk.broken.append("500  /x/")
    assert _tell([], walk) == 1
