"""The campaign line above the pages."""

from django import template

from home.banners import BannerLine, banners_now

register = template.Library()


@register.simple_tag
def campaign_banners() -> list[BannerLine]:
    """What stands above every page now, in the reader's language."""
    return banners_now()
