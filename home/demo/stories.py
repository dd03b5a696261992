"""The demo's stories."""

from datetime import timedelta

from django.utils import timezone

from home.models import StoryIndexPage, StoryPage
from partners.models import PartnerFirm
from register.models import FocusIndustry

from .building import Builder, blocks, stream
from .story_texts import INDEX, STORIES


def build(builder: Builder) -> None:
    """The list and four stories, with permissions as invented as the people."""
    builder.add(
        "stories",
        lambda code: StoryIndexPage(
            title=INDEX[code]["title"],
            slug="historier" if code == "nb" else "stories",
            intro=INDEX[code]["intro"],
            show_in_menus=True,
        ),
    )
    industries = {industry.slug: industry for industry in FocusIndustry.objects.all()}
    firms = {firm.slug: firm for firm in PartnerFirm.objects.all()}
    for row in STORIES:
        image = builder.image(row["image"], row["title"]["nb"], row["image_alt"]["nb"])
        told_on = timezone.localdate() - timedelta(days=row["days_ago"])
        builder.add(
            row["slug"]["nb"],
            lambda code, row=row, image=image, told_on=told_on: StoryPage(
                title=row["title"][code],
                slug=row["slug"][code],
                company=row["company"],
                firm=firms.get(row["firm"]),
                industry=industries.get(row["industry"]),
                person=row["person"],
                person_title=row["person_title"][code],
                quote=row["quote"][code],
                told_on=told_on,
                permission_from=row["person"],
                permission_on=told_on - timedelta(days=9),
                permission_how="E-post med godkjent tekst og bilde, i saksmappa",
                intro=row["intro"][code],
                image=image,
                image_alt=row["image_alt"][code],
                body=stream(StoryPage, blocks(row["body"][code])),
            ),
            under="stories",
        )
