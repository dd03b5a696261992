"""The demo's two establishment guides."""

from home.models import GuidePage, GuideStep

from .building import Builder, stream
from .guide_texts import GUIDES


def build(builder: Builder) -> None:
    """How to open an office, and how to build on a plot."""
    for row in GUIDES:
        builder.add(row["key"], lambda code, row=row: _guide(row, code))


def _guide(row: dict, code: str) -> GuidePage:
    page = GuidePage(
        title=row["title"][code],
        slug=row["slug"][code],
        intro=row["intro"][code],
        body=stream(GuidePage, [("call_to_action", {name: text[code] for name, text in row["cta"].items()})]),
    )
    page.steps = [
        GuideStep(
            sort_order=place,
            title=step["title"][code],
            text=step["text"][code],
            unit=step["unit"][code],
            takes=step["takes"][code],
            checklist="\n".join(step["checks"][code]),
        )
        for place, step in enumerate(row["steps"])
    ]
    return page
