"""The list of stories, some at a time, and where a partner firm that tells one is found."""

from django.apps import apps

from .listings import CARD_SIZES, StoryCard, index_urls
from .pictures import picture
from .shelves import Listed, chrome, firms, published, shelf, url_of


@shelf
def stories_between(language: str, start: int, stop: int) -> tuple[StoryCard, ...]:
    """The stories from place `start` up to `stop`, the newest first."""
    pages = (
        published(apps.get_model("home", "StoryPage"), language)
        .select_related("image")
        .prefetch_related("image__renditions")
        .order_by("-told_on", "-pk")[start:stop]
    )
    return tuple(
        StoryCard(
            pk=page.pk,
            title=page.title,
            intro=page.intro,
            url=url_of(page),
            company=page.company,
            person=page.person,
            person_title=page.person_title,
            quote=page.quote,
            date=page.told_on,
            industry=page.industry_id,
            picture=picture(page.image, sizes=CARD_SIZES, shape="4x3"),
        )
        for page in pages
    )


def all_stories(language: str) -> Listed[StoryCard]:
    """All stories, the newest first, for a Paginator."""
    total = (chrome(language).counts or {}).get("storypage", 0)
    return Listed(total, lambda start, stop: stories_between(language, start, stop))


def firm_address(language: str, slug: str) -> str:
    """Where the partner directory tells of the firm; empty when it takes no part today, or there is no directory."""
    directory = index_urls(language).get("partners", "")
    return f"{directory}{slug}/" if directory and any(firm.slug == slug for firm in firms(language)) else ""
