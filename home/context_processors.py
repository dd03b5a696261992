"""What every page of ours knows: the programme, the menu, the other languages, where the interest form is."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site

from .models import FrontPage, InterestPage, ProgrammeSettings


def programme(request: HttpRequest) -> dict:
    """Read only when a template asks for it; Wagtail's own admin never does."""
    return {
        "programme": SimpleLazyObject(lambda: ProgrammeSettings.for_request(request)),
        "menu": SimpleLazyObject(lambda: _menus(request)["menu"]),
        "footer_menu": SimpleLazyObject(lambda: _menus(request)["footer_menu"]),
        "interest_url": SimpleLazyObject(lambda: _menus(request)["interest_url"]),
        "front_url": "/en/" if get_language() == "en" else "/",
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "is_demo": settings.DEMO,
    }


def _menus(request: HttpRequest) -> dict:
    """The top pages of the language, in one query: menu, footer, and where the interest form is."""
    known = getattr(request, "_menus", None)
    if known is not None:
        return known
    menus: dict = {"menu": [], "footer_menu": [], "interest_url": ""}
    site = Site.find_for_request(request)
    locale = Locale.objects.filter(language_code=get_language() or settings.LANGUAGE_CODE).first()
    if site and locale:
        roots = FrontPage.objects.filter(translation_key=site.root_page.translation_key, locale=locale)
        here = request.path
        for root in roots[:1]:
            for page in Page.objects.live().public().child_of(root).order_by("path"):
                url = page.get_url(request)
                entry = {"title": page.title, "url": url, "is_current": here.startswith(url)}
                if page.cached_content_type.model_class() is InterestPage:
                    menus["interest_url"] = url
                elif page.show_in_menus:
                    menus["menu"].append(entry)
                else:
                    menus["footer_menu"].append(entry)
    request._menus = menus  # type: ignore[attr-defined]
    return menus


def _languages(request: HttpRequest) -> list[dict]:
    """This page in each language; where a page is not translated, the front page of that language."""
    page = getattr(request, "wagtailpage", None) or _page_of(request)
    urls: dict[str, str] = {}
    if page is not None:
        for other in page.get_translations(inclusive=True).live().select_related("locale"):
            urls[other.locale.language_code] = other.get_url(request) or ""
    result = []
    for code, _name in settings.LANGUAGES:
        url = urls.get(code) or ("" if page is not None else translate_url(request.path, code))
        result.append(
            {
                "code": code,
                "label": {"nb": "Norsk", "en": "English"}.get(code, code),
                "url": url or ("/" if code == settings.LANGUAGE_CODE else f"/{code}/"),
                "is_current": code == get_language(),
            }
        )
    return result


def _page_of(request: HttpRequest):
    match = getattr(request, "resolver_match", None)
    if match is None or match.url_name != "wagtail_serve":
        return None
    found = Page.route_for_request(request, request.path)
    return found.page if found else None
