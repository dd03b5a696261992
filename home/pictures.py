"""Pictures as public pages show them: AVIF, WebP and JPEG in three widths, from renditions that are there already."""

from typing import Any

from django.core.cache import caches
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter, SourceImageIOError

WIDTHS = (400, 800, 1200)
FORMATS = (("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg"))
TEXT_SIZES = "(min-width: 75rem) 70rem, 94vw"


def specs(shape: str = "") -> dict[str, list[str]]:
    """Wagtail's filter specs by format: by width, or cut around the focal point to a `shape` such as "4x3"."""
    if shape:
        across, down = (int(side) for side in shape.split("x"))
        sizes = [f"fill-{width}x{width * down // across}" for width in WIDTHS]
    else:
        sizes = [f"width-{width}" for width in WIDTHS]
    return {name: [f"format-{name}|{size}" for size in sizes] for name, _mime in FORMATS}


def picture(
    image: AbstractImage | None, *, alt: str = "", sizes: str = TEXT_SIZES, eager: bool = False, shape: str = ""
) -> SafeString:
    """The `<picture>` of an image, with its size, so that nothing jumps. Nothing for no image or a lost file.

    `eager` is for the one picture of the first screen. `shape` ("4x3") cuts around the focal point.
    """
    if image is None:
        return mark_safe("")
    by_format = _existing(image, shape)
    if not by_format[FORMATS[-1][0]]:
        return mark_safe("")
    sources = format_html_join(
        "",
        '<source srcset="{}" sizes="{}" type="{}">',
        ((_srcset(by_format[name]), sizes, mime) for name, mime in FORMATS[:-1] if by_format[name]),
    )
    fallback = by_format[FORMATS[-1][0]]
    first = fallback[0]
    how = mark_safe('fetchpriority="high"') if eager else mark_safe('loading="lazy" decoding="async"')
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {}></picture>',
        sources,
        first.url,
        _srcset(fallback),
        sizes,
        first.width,
        first.height,
        alt,
        how,
    )


def _existing(image: AbstractImage, shape: str) -> dict[str, list[Any]]:
    """What there is of each format, every width once. Missing ones are ordered, for AVIF takes seconds to make; until
    they come, one JPEG made on the spot must do. Nothing at all when the file is lost.
    """
    wanted = {name: [Filter(spec=spec) for spec in of_format] for name, of_format in specs(shape).items()}
    every = [one for of_format in wanted.values() for one in of_format]
    found = {one.spec: rendition for one, rendition in image.find_existing_renditions(*every).items()}
    if len(found) < len(every):
        _order(image, shape)
        quick = wanted[FORMATS[-1][0]][1]
        if not any(one.spec in found for one in wanted[FORMATS[-1][0]]):
            try:
                found[quick.spec] = image.get_rendition(quick)
            except SourceImageIOError:
                found = {}
    # A small original is never blown up, so several widths may come out alike.
    return {
        name: list({found[one.spec].width: found[one.spec] for one in of_format if one.spec in found}.values())
        for name, of_format in wanted.items()
    }


def _order(image: AbstractImage, shape: str) -> None:
    """Have every format and width made by the worker: once, however many pages show the picture meanwhile."""
    if caches["pages"].add(f"picture:{image.pk}:{image.file_hash}:{shape}", 1, timeout=3600):
        prepare_picture.enqueue(image.pk, shape)


@task(backend="jobs")
def prepare_picture(pk: int, shape: str) -> int:
    """Make every format and width of the image `pk` in a shape; returns how many there are."""
    image = get_image_model().objects.filter(pk=pk).first()
    if image is None:
        return 0
    try:
        return len(image.get_renditions(*[spec for of_format in specs(shape).values() for spec in of_format]))
    except SourceImageIOError:
        return 0


def _srcset(renditions: list[Any]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
