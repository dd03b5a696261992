"""From an address to its page in two queries, where Wagtail asks for each step of the path.

One query finds every page on the path, their translations and whether a view restriction lies on them; one fetches the
page itself. Serving, hooks, restrictions and redirects are Wagtail's own.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, ForeignKey, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404
from django.utils.translation import get_language
from wagtail import views as wagtail_views
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from . import bodies
from .shelves import Sites, sealing, site_of, sites

DEEPEST = 30  # levels of the tree; what follows can only be a page's own sub-address
STEP_FIELDS = ("id", "path", "depth", "numchild", "title", "draft_title", "slug", "url_path", "live", "locale_id",
               "translation_key", "content_type_id", "alias_of_id")  # fmt: skip


@dataclass(frozen=True)
class Route:
    """A page that was found: those above it, the outermost first, and its published self in each language."""

    page: Page
    trail: tuple[Page, ...]
    translations: dict[str, Page]
    sites: Sites


class _AskWagtail(Exception):
    """Something unusual, for Wagtail's own way of walking."""


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's `serve`, with the page found and what its body refers to fetched beforehand."""
    try:
        route = find(request, path)
    except _AskWagtail:
        return wagtail_views.serve(request, path)
    if route is None:
        request._wagtail_route_for_request = None  # type: ignore[attr-defined]
        raise Http404
    request._house_route = route  # type: ignore[attr-defined]
    with bodies.fetched(route.page, route.sites):
        response = wagtail_views.serve(request, path)
        # Here, because the store is gone when Django would render.
        return response.render() if hasattr(response, "render") and not response.is_rendered else response


def find(request: HttpRequest, path: str) -> Route | None:
    """The route of `path`, also left on the request where Wagtail looks for it; None when there is no such page."""
    known = sites()
    site = site_of(request)
    if site is None:
        raise _AskWagtail
    root_paths = known.paths
    request._wagtail_cached_site_root_paths = root_paths  # type: ignore[attr-defined]
    components = [part for part in path.split("/") if part]
    root_url = site.root_in(get_language() or "").url_path
    rows = _rows(root_url, components)
    for row in rows:
        row._wagtail_cached_site_root_paths = root_paths
    on_path = {row.url_path: row for row in rows}
    if root_url not in on_path:
        raise _AskWagtail  # the shelf is not what the database is
    trail, rest = _walk(on_path, on_path[root_url], components)
    if trail is None:
        return None
    here = trail[-1]
    page = _specific(here)
    page._wagtail_cached_site_root_paths = root_paths
    if len(trail) > 1:
        page._cached_parent_obj = trail[-2]
    if not _may_be_restricted(trail):
        page.get_view_restrictions = PageViewRestriction.objects.none
    try:
        result: RouteResult = page.route(request, rest)
    except Http404:
        return None
    if result[0] is not page:  # a page type that walks its children itself
        request._wagtail_route_for_request = result  # type: ignore[attr-defined]
        raise _AskWagtail
    request._wagtail_route_for_request = result  # type: ignore[attr-defined]
    return Route(page, tuple(trail[:-1]), _translations(here, rows, known), known)


def _rows(root_url: str, components: list[str]) -> list[Page]:
    """The pages on the path and all their translations, each annotated with what restrictions there are."""
    urls = [root_url]
    for component in components[:DEEPEST]:
        urls.append(f"{urls[-1]}{component}/")
    slugs = {url.rstrip("/").rpartition("/")[2] for url in urls}
    # The slug has an index, the address has none.
    keys = Page.objects.filter(slug__in=slugs, url_path__in=urls).order_by().values("translation_key")
    return list(
        Page.objects.filter(translation_key__in=Subquery(keys))
        .order_by("depth", "path")
        .only(*STEP_FIELDS)
        .annotate(is_restricted=Exists(sealing()), are_any_restricted=Exists(PageViewRestriction.objects.all()))
    )


def _walk(on_path: dict[str, Page], root: Page, components: list[str]) -> tuple[list[Page] | None, list[str]]:
    """The pages from the root to the one that answers, and what is left of the path for it; None when nobody does."""
    trail, rest = [root], components
    while not _answers(trail[-1], rest):
        child = on_path.get(f"{trail[-1].url_path}{rest[0]}/")
        if child is None or not child.path.startswith(trail[-1].path):
            return None, rest
        trail.append(child)
        rest = rest[1:]
    return trail, rest


def _answers(page: Page, rest: list[str]) -> bool:
    """Whether `page` itself answers to what is left of the path, rather than one below it."""
    model = _model(page)
    if not rest or model.route is Page.route:
        return not rest
    if model.route is not RoutablePageMixin.route:
        return True
    if not page.live:
        return False
    try:
        model.get_resolver().resolve("/" + "/".join(rest) + "/")
    except Resolver404:
        return False
    return True


def _model(page: Page) -> Any:
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    if model is None:
        raise _AskWagtail
    return model


def _specific(row: Page) -> Page:
    """The page as its own type, with what its own foreign keys point to. Images come with their renditions, later."""
    model = _model(row)
    image = get_image_model()
    own = [
        field.name
        for field in model._meta.local_concrete_fields
        if isinstance(field, ForeignKey) and not field.remote_field.parent_link and field.related_model is not image
    ]
    joined = getattr(model, "joined", ())  # what a page shows of those, in the same query
    page = model._default_manager.select_related("locale", *own, *joined).filter(pk=row.pk).first()
    if page is None:
        raise _AskWagtail
    for name in own:
        target = getattr(page, name)
        if isinstance(target, Page):
            target._wagtail_cached_site_root_paths = row._wagtail_cached_site_root_paths
    return page


def _may_be_restricted(trail: list[Page]) -> bool:
    """Whether Wagtail must look. An alias obeys the restrictions of its source, wherever that is."""
    if any(page.alias_of_id for page in trail):
        return trail[-1].are_any_restricted
    return trail[-1].is_restricted


def _translations(page: Page, rows: list[Page], known: Sites) -> dict[str, Page]:
    """By language code: the published pages that say the same. One that is sealed is not told of elsewhere."""
    codes = {pk: code for code, pk in known.locales.items()}
    return {
        codes[row.locale_id]: row
        for row in rows
        if row.translation_key == page.translation_key
        and row.live
        and row.locale_id in codes
        and (row.pk == page.pk or not row.is_restricted)
    }
