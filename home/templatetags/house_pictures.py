"""Pictures in templates."""

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage

from home.pictures import TEXT_SIZES, picture

register = template.Library()


@register.simple_tag
def house_picture(
    image: AbstractImage | None, alt: str = "", sizes: str = TEXT_SIZES, eager: bool = False, shape: str = ""
) -> SafeString:
    """`{% house_picture page.image alt=page.image_alt eager=True %}`: AVIF, WebP and JPEG in three widths."""
    return picture(image, alt=alt or "", sizes=sizes, eager=eager, shape=shape)
