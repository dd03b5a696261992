"""The editors' guide in the admin's help menu: docs/redaktorhandbok.md, rendered, with its pictures."""

import re
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

FOLDER = settings.ROOT / "docs"
GUIDE = FOLDER / "redaktorhandbok.md"
PICTURES = FOLDER / "redaktor"


@lru_cache(maxsize=1)
def rendered(changed: float) -> tuple[SafeString, list[tuple[str, str]]]:
    """The guide as HTML, and its table of contents (anchor, heading). `changed` is when the file was, for the cache."""
    machine = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = machine.parse(GUIDE.read_text(encoding="utf-8"))
    contents: list[tuple[str, str]] = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            heading = tokens[place + 1].content
            anchor = slugify(heading.translate(str.maketrans("æøåÆØÅ", "eoaEOA")))
            token.attrSet("id", anchor)
            contents.append((anchor, heading))
        if token.type == "heading_open" and token.tag == "h1":
            token.hidden = tokens[place + 1].hidden = tokens[place + 2].hidden = True
            tokens[place + 1].children = []
        for child in token.children or ():
            source = str(child.attrGet("src") or "") if child.type == "image" else ""
            if found := re.fullmatch(r"redaktor/([a-z0-9-]+\.webp)", source):
                child.attrSet("src", reverse("home_guide_picture", args=[found[1]]))
                child.attrSet("loading", "lazy")
    # Our own file, and markdown-it lets no HTML through.
    return mark_safe(machine.renderer.render(tokens, machine.options, {})), contents  # noqa: S308


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The whole guide on one page."""
    if not user_has_any_page_permission(request.user):
        raise PermissionDenied
    text, contents = rendered(GUIDE.stat().st_mtime)
    return TemplateResponse(
        request,
        "home/admin/guide.html",
        {
            "page_title": _("Editors' guide"),
            "header_title": _("Editors' guide"),
            "header_icon": "help",
            "text": text,
            "contents": contents,
        },
    )


@require_safe
def guide_picture(request: HttpRequest, name: str) -> FileResponse:
    """One of the guide's pictures; any other file is not there."""
    file = PICTURES / name
    if not user_has_any_page_permission(request.user):
        raise PermissionDenied
    if not re.fullmatch(r"[a-z0-9-]+\.webp", name) or not file.is_file():
        raise Http404
    response = FileResponse(file.open("rb"), content_type="image/webp")
    response["Cache-Control"] = "private, max-age=3600"
    return response


@hooks.register("register_admin_urls")
def guide_urls() -> list[Any]:
    """The guide and its pictures."""
    return [
        path("handbok/", guide, name="home_guide"),
        path("handbok/<str:name>", guide_picture, name="home_guide_picture"),
    ]


class GuideMenuItem(MenuItem):
    """For those who edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


@hooks.register("register_help_menu_item")
def guide_in_help() -> MenuItem:
    """First in the help menu."""
    return GuideMenuItem(_("Editors' guide"), reverse("home_guide"), name="handbook", icon_name="help", order=1)


@hooks.register("insert_global_admin_css")
def guide_css() -> str:
    """How the guide and the reports look."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/guide.css"))
