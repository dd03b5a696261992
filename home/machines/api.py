"""The content API (Wagtail's, version 2), read-only and for everybody alike: public pages, and the pictures on them.

Only what FIELDS names is told. Nobody is known here: neither a session nor a login changes an answer, so answers may be
cached.
"""

from typing import Any
from urllib.parse import urlsplit

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.cache import patch_cache_control
from rest_framework.fields import Field
from wagtail.api import APIField
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import BaseSerializer, PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.images import get_image_model
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.images.models import Filter, SourceImageIOError
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from home.machines.structured import absolute, description_of
from home.pictures import specs
from home.shelves import sites

NAME = "content_api"
FARTHEST = 100_000
SECONDS = 300


class _Fact(Field):
    """A fact that `function` tells of the page."""

    def __init__(self, function: Any) -> None:
        super().__init__(read_only=True, source="*")
        self.function = function

    def to_representation(self, value: Any) -> Any:
        """What the function says."""
        return self.function(value)


def _event(name: str) -> _Fact:
    return _Fact(lambda page: getattr(page.event, name))


def _vacancy(name: str) -> _Fact:
    return _Fact(lambda page: getattr(page.vacancy, name))


def picture_of(page: Any) -> dict[str, Any] | None:
    """What the page's picture shows, and its addresses in three widths; None without one or when it is sealed."""
    image = getattr(page, "image", None)
    if image is None or is_sealed(image):
        return None
    return {"id": image.pk, "alt": page.image_alt, "renditions": renditions_of(image)}


def renditions_of(image: Any) -> list[dict[str, Any]]:
    """The sizes the pages show, as WebP: the same files, so that nobody can have others made."""
    wanted = specs()["webp"]
    try:
        found = image.get_renditions(*[Filter(spec=spec) for spec in wanted])
    except SourceImageIOError:
        return []
    sizes = {found[spec].width: found[spec] for spec in wanted}
    return [{"url": absolute(one.url), "width": one.width, "height": one.height} for one in sizes.values()]


def is_sealed(image: Any) -> bool:
    """Whether the image lies in a collection that not everybody may see."""
    restricted = [row.collection for row in CollectionViewRestriction.objects.select_related("collection")]
    return any(image.collection.path.startswith(one.path) for one in restricted)


SUMMARY = APIField("summary", _Fact(description_of))
INTRO = APIField("intro")
PICTURE = APIField("picture", _Fact(picture_of))
# By page type; what is not here tells its title and its summary.
FIELDS: dict[str, list[APIField]] = {
    "NewsPage": [INTRO, APIField("date"), PICTURE],
    "StoryPage": [INTRO, APIField("company"), APIField("told_on"), PICTURE],
    "EventPage": [
        INTRO,
        APIField("starts_at", _event("starts_at")),
        APIField("ends_at", _event("ends_at")),
        APIField("place", _event("place")),
        APIField("address", _event("address")),
        APIField("is_cancelled", _event("is_cancelled")),
        PICTURE,
    ],
    "VacancyPage": [
        INTRO,
        APIField("employer", _vacancy("employer")),
        APIField("place", _vacancy("place")),
        APIField("published_on", _vacancy("published_on")),
        APIField("deadline_at", _vacancy("deadline_at")),
    ],
    "ProgrammePage": [INTRO, APIField("state"), APIField("period"), APIField("run_by"), APIField("goal")],
    "IndustryPage": [INTRO, PICTURE],
}
MORE_META = [APIField("last_published_at"), APIField("kind", _Fact(lambda page: str(getattr(page, "kind", ""))))]


class _Bounded(WagtailPagination):
    """Pages of a list, not endlessly far: a database breaks on numbers it cannot hold."""

    def paginate_queryset(self, queryset, request, view=None):
        """Raises BadRequestError, which is a 400."""
        offset = request.GET.get("offset", "0")
        if len(offset) > 6 or (offset.isdecimal() and int(offset) > FARTHEST):
            raise BadRequestError(f"offset cannot be higher than {FARTHEST}")
        return super().paginate_queryset(queryset, request, view)


class _ForEverybody(BaseAPIViewSet):
    """What both endpoints have in common."""

    authentication_classes: list = []
    permission_classes: list = []
    throttle_classes: list = []
    pagination_class = _Bounded

    def initial(self, request, *args, **kwargs):
        """Refuse what no database takes."""
        super().initial(request, *args, **kwargs)
        if any("\x00" in text for pair in request.GET.lists() for text in (pair[0], *pair[1])):
            raise BadRequestError("null characters are not allowed")

    def finalize_response(self, request, response, *args, **kwargs):
        """Caches may keep what was read, and no page but ours may show it as a page."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code == 200:
            patch_cache_control(response, public=True, max_age=SECONDS)
        response["Content-Security-Policy"] = "default-src 'none'"
        response["X-Robots-Tag"] = "noindex"
        # Whoever wants to may read public content from a page of their own.
        response["Access-Control-Allow-Origin"] = "*"
        return response

    def find_view(self, request):
        """To where the object is, on the host of the settings."""
        response = super().find_view(request)
        there = urlsplit(response["Location"])
        response["Location"] = absolute(there._replace(scheme="", netloc="").geturl())
        return response

    def find_object(self, queryset, request):
        """By number; what is no number finds nothing."""
        if "id" in request.GET:
            number = request.GET["id"]
            return queryset.filter(pk=int(number)).first() if number.isascii() and number.isdecimal() else None
        return super().find_object(queryset, request)


def _detail_url(kind: str) -> _Fact:
    return _Fact(lambda one: absolute(reverse(f"{NAME}:{kind}:detail", args=[one.pk])))


class PublicPageSerializer(PageSerializer):
    """Addresses from the settings, never from the request."""

    html_url = _Fact(lambda page: absolute(page.get_url() or "/"))
    detail_url = _detail_url("pages")


class PublicPages(_ForEverybody, PagesAPIViewSet):
    """Published pages that nobody has to log in for."""

    base_serializer_class = PublicPageSerializer
    # No search here: that is what the site's own search is for. Nor aliases, whose sources may be sealed.
    filter_backends = [one for one in PagesAPIViewSet.filter_backends if one.__name__ != "SearchFilter"]
    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"search", "search_operator", "site", "format"}
    meta_fields = ["type", "detail_url", "html_url", "slug", "seo_title", "search_description", "first_published_at",
                   "locale"]  # fmt: skip
    detail_only_fields: list[str] = []

    @classmethod
    def get_body_fields(cls, model):
        """The title, and what FIELDS names."""
        names = [APIField("id"), APIField("title")]
        return [*names, SUMMARY, *FIELDS.get(model.__name__, [])]

    @classmethod
    def get_meta_fields(cls, model):
        """What is known of every page."""
        return [*cls._convert_api_fields(cls.meta_fields), *MORE_META]

    def get_base_queryset(self):
        """Without asking who is asking."""
        roots = Q(pk=None)
        for row in sites().rows:
            for root in row.roots:
                roots |= Q(path__startswith=root.path)
        return Page.objects.live().public().filter(roots).select_related("locale").order_by("pk")

    def get_queryset(self):
        """Wagtail forgets the order when a type is asked for."""
        queryset = super().get_queryset()
        return queryset if queryset.query.order_by else queryset.order_by("pk")

    def find_object(self, queryset, request):
        """By number, or by path."""
        if "html_path" in request.GET:
            path = request.GET["html_path"][:1000]
            wanted = "/" + "".join(f"{part}/" for part in path.split("/") if part)
            for page in queryset.filter(slug__in=[wanted.rstrip("/").rpartition("/")[2], *_front_slugs()]):
                if page.get_url() == wanted:
                    return page
            return None
        return super().find_object(queryset, request)


def _front_slugs() -> list[str]:
    return [root.url_path.strip("/") for row in sites().rows for root in row.roots]


class PublicImageSerializer(BaseSerializer):
    """A picture."""

    detail_url = _detail_url("images")


class PublicImages(_ForEverybody, ImagesAPIViewSet):
    """Pictures on published pages, outside sealed collections. What only lies in the library is not told."""

    base_serializer_class = PublicImageSerializer
    filter_backends = [one for one in ImagesAPIViewSet.filter_backends if one.__name__ != "SearchFilter"]
    known_query_parameters = ImagesAPIViewSet.known_query_parameters - {"search", "search_operator", "format"}
    meta_fields = ["type", "detail_url"]
    listing_default_fields = ["id", "type", "detail_url", "title", "renditions"]

    @classmethod
    def get_body_fields(cls, model):
        """What it shows, how large it is, and where to have it."""
        names = [APIField(name) for name in ("id", "title", "width", "height")]
        return [*names, APIField("renditions", _Fact(renditions_of))]

    def get_queryset(self):
        """The images that public pages refer to."""
        public = Page.objects.live().public().annotate(key=Cast("pk", CharField())).values("key")
        image = get_image_model()
        shown = ReferenceIndex.objects.filter(
            base_content_type__app_label="wagtailcore",
            base_content_type__model="page",
            object_id__in=public,
            to_content_type__app_label=image._meta.app_label,
            to_content_type__model=image._meta.model_name,
        )
        keys = [int(key) for key in shown.values_list("to_object_id", flat=True).distinct()]
        sealed = Q()
        for row in CollectionViewRestriction.objects.select_related("collection"):
            sealed |= Q(collection__path__startswith=row.collection.path)
        images = image.objects.filter(pk__in=keys).prefetch_related("renditions").order_by("pk")
        return images.exclude(sealed) if sealed else images


router = WagtailAPIRouter(NAME)
router.register_endpoint("pages", PublicPages)
router.register_endpoint("images", PublicImages)
urls = router.urls
