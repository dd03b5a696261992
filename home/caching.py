"""How long browsers and a cache in front may keep public pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, has_vary_header, patch_cache_control, set_response_etag

from common.middleware import GetResponse


class PublicPages:
    """Marks the pages that everybody sees alike: `Cache-Control: public`, an ETag, 304 for who has them already.

    Left alone: everything but pages, people with a session, pages with a form or a cookie, sealed pages, previews.
    It stands outside whatever sets cookies, so that it sees them.
    """

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not hasattr(request, "_house_route") or request.method not in ("GET", "HEAD"):
            return response
        if response.status_code != 200 or response.streaming or response.has_header("Cache-Control"):
            return response
        if not _is_for_everybody(request, response):
            patch_cache_control(response, private=True, no_cache=True)
            return response
        # The address alone decides the language; Django says otherwise, and a cache in front would keep a copy for each
        # way of writing Accept-Language.
        _forget_language(response)
        patch_cache_control(response, public=True, max_age=settings.PAGE_CACHE_SECONDS)
        if settings.PAGE_CACHE_FRONT_SECONDS:
            patch_cache_control(response, s_maxage=settings.PAGE_CACHE_FRONT_SECONDS)
        set_response_etag(response)
        return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    return not (
        settings.SESSION_COOKIE_NAME in request.COOKIES
        or response.cookies
        or has_vary_header(response, "Cookie")
        or request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        or getattr(request, "is_preview", False)
    )


def _forget_language(response: HttpResponse) -> None:
    kept = [name.strip() for name in response.get("Vary", "").split(",")]
    kept = [name for name in kept if name and name.lower() != "accept-language"]
    if kept:
        response["Vary"] = ", ".join(kept)
    else:
        del response["Vary"]
