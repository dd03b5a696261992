"""Campaign banners: all of them on a shelf, and by the clock those that stand above the pages now."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import get_language
from wagtail.models import Page

from .models.people import Banner
from .shelves import shelf, sites


@dataclass(frozen=True)
class BannerLine:
    """A banner in one language. `url` is empty when its page is not public; `page_title` stands in for a label."""

    text: str
    link_label: str
    url: str
    page_title: str
    starts_at: datetime
    ends_at: datetime

    def is_shown(self, at: datetime) -> bool:
        """Whether it stands above the pages at that moment."""
        return self.starts_at <= at < self.ends_at


def banners_now(at: datetime | None = None) -> list[BannerLine]:
    """What stands above every page, in the reader's language, the newest first."""
    moment = at or timezone.now()
    return [line for line in all_banners(get_language() or "nb") if line.is_shown(moment)]


@shelf
def all_banners(language: str) -> list[BannerLine]:
    """Every banner that has not ended; a shelf lives far shorter than the time until the next one is written."""
    lines = []
    with translation.override(language):
        for banner in Banner.objects.filter(ends_at__gt=timezone.now()):
            page = _translation_of(banner.page_id, language)
            url = (page.get_url() or "") if page is not None else ""
            lines.append(
                BannerLine(
                    banner.text,
                    banner.link_label,
                    url,
                    page.title if page is not None else "",
                    banner.starts_at,
                    banner.ends_at,
                )
            )
    return lines


def _translation_of(pk: int | None, language: str) -> Page | None:
    """The page in that language, else the page itself; None when neither is public."""
    if pk is None:
        return None
    key = Page.objects.filter(pk=pk).values("translation_key")
    found = list(Page.objects.filter(translation_key__in=key).live().public())
    locale = sites().locales.get(language)
    own = [page for page in found if page.locale_id == locale]
    return next(iter(own or [page for page in found if page.pk == pk]), None)
