"""What the blocks show in the block chooser: samples in the editor's language, and the programme's own things."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.rich_text import RichText


def paragraph() -> RichText:
    """A little text with a heading and a list."""
    return RichText(
        format_html(
            "<h2>{}</h2><p>{}</p><ul><li>{}</li><li>{}</li></ul>",
            _("A heading that says what it is about"),
            _("Running text in short paragraphs. It may have links, bold words and lists."),
            _("One thing"),
            _("and another"),
        )
    )


def quote() -> dict[str, str]:
    """Somebody's words."""
    return {"text": _("We were shown around on a Tuesday and had the keys by Friday."), "attribution": _("A newcomer")}


def steps() -> dict[str, Any]:
    """Three steps."""
    return {
        "heading": _("What happens now"),
        "steps": [
            {"title": _("You tell us"), "text": _("A minute, and no more than we need.")},
            {"title": _("We answer"), "text": _("A person with a name, within a working day.")},
            {"title": _("You come and see"), "text": _("On foot, in an afternoon.")},
        ],
    }


def image() -> dict[str, Any]:
    """The newest picture there is; without any, only its caption."""
    return {
        "image": get_image_model().objects.order_by("-created_at", "-pk").first(),
        "alt": _("What the picture shows, for those who do not see it"),
        "caption": _("A caption says what the picture does not."),
    }


def call_to_action() -> dict[str, str]:
    """The way to the interest form."""
    return {
        "heading": _("Shall we open a door?"),
        "text": _("Tell us in a minute what you are looking for."),
        "label": _("Tell us your interest"),
    }


def strengths() -> dict[str, str]:
    """The programme's own strengths, under a heading."""
    return {"heading": _("Four good reasons"), "intro": _("The texts follow the programme's own.")}


def evidence() -> dict[str, Any]:
    """The first figures that are kept, or one made up that says so."""
    from prospects.models import Evidence

    kept = list(Evidence.objects.in_use().filter(figure__gt="")[:3])
    sample = Evidence(
        figure="42",
        unit_nb="eksempler",
        unit_en="examples",
        claim_nb="viser hvordan det ser ut",
        claim_en="show what it looks like",
        source_nb="Et eksempel",
        source_en="An example",
    )
    return {"heading": _("Proof in figures"), "items": kept or [_dated(sample)]}


def shelf() -> dict[str, str]:
    """The latest news there is."""
    return {"kind": "news", "heading": _("Latest news"), "intro": ""}


def people() -> dict[str, Any]:
    """The first people there are, or somebody made up."""
    from .models.people import ContactPerson

    kept = list(ContactPerson.objects.filter(is_retired=False)[:2])
    sample = ContactPerson(
        name="Kari Eksempel",
        title_nb="Rådgiver",
        title_en="Adviser",
        phone="+47 40 00 00 00",
        email="kari@drammen.example",
    )
    return {"heading": _("Talk to a person"), "people": kept or [sample]}


def questions() -> dict[str, Any]:
    """Two questions."""
    return {
        "heading": _("What people ask"),
        "questions": [
            {"question": _("What does it cost?"), "answer": RichText(format_html("<p>{}</p>", _("Nothing.")))},
            {
                "question": _("How fast is it?"),
                "answer": RichText(format_html("<p>{}</p>", _("Faster than you think."))),
            },
        ],
    }


def _dated(evidence: Any) -> Any:
    from datetime import timedelta

    from django.utils import timezone

    evidence.dated_on = timezone.localdate()
    evidence.review_on = evidence.dated_on + timedelta(days=30)
    return evidence
