"""Error pages in the look of the house. They say what to do, and they never break themselves."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils import translation


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400. Without the request: its host may be the very thing that is wrong."""
    with translation.override(language_of(request)):
        return HttpResponse(loader.get_template("400.html").render(), status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _page(request, "403.html", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came without its cookie: mostly an old tab or blocked cookies."""
    return _page(request, "403.html", 403, is_csrf=True)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, with pages that may have been meant and the way to search. In the address' own language."""
    return _page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a page that needs neither database nor context."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def language_of(request: HttpRequest) -> str:
    """The language an address is in, whatever the browser prefers."""
    code = request.path_info[:4].strip("/")
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _page(request: HttpRequest, template: str, status: int, **context: object) -> HttpResponse:
    # The other language's front page: an address that leads nowhere leads nowhere in every language.
    languages = [
        {"code": code, "label": label, "url": url, "is_current": code == language_of(request)}
        for code, label, url in (("nb", "Norsk", "/"), ("en", "English", "/en/"))
    ]
    with translation.override(language_of(request)):
        response = render(request, template, {**context, "languages": languages}, status=status)
        response["Content-Language"] = language_of(request)
        return response
