"""What editors build pages from: ten blocks. Texts are plain or a little rich text; nothing carries script or style."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField

from . import block_previews as previews
from .choosers import EvidenceChooserBlock, PersonChooserBlock, PictureBlock

PREVIEW = "blocks/preview.html"
RICH_TEXT = ["h2", "h3", "bold", "italic", "link", "ol", "ul", "document-link"]
PLAIN_RICH_TEXT = ["bold", "italic", "link", "ol", "ul", "document-link"]


class LeanStreamField(StreamField):
    """A StreamField whose migrations carry no block definitions, so that changing a block needs no migration."""

    def __init__(self, *args, **kwargs):
        args = args or ([],)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        """Without the blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


def _heading(required: bool = False) -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Heading"), required=required, max_length=100)


def _intro() -> blocks.TextBlock:
    return blocks.TextBlock(label=_("Introduction"), required=False, max_length=400)


class ParagraphBlock(blocks.RichTextBlock):
    """Running text with headings, lists and links."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Running text, with headings, lists and links.")
        template = "blocks/paragraph.html"
        preview_value = staticmethod(previews.paragraph)
        preview_template = PREVIEW


class QuoteBlock(blocks.StructBlock):
    """What somebody said."""

    text = blocks.TextBlock(label=_("Quote"), max_length=400)
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("What somebody said, large. Ask the person first.")
        template = "blocks/quote.html"
        preview_value = staticmethod(previews.quote)
        preview_template = PREVIEW


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("Step"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), max_length=300)


class StepsBlock(blocks.StructBlock):
    """What happens, in order."""

    heading = _heading()
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=8)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("What happens, in order, two to eight steps.")
        template = "blocks/steps.html"
        preview_value = staticmethod(previews.steps)
        preview_template = PREVIEW


class ImageBlock(blocks.StructBlock):
    """A picture with the words for those who do not see it."""

    image = PictureBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"),
        required=False,
        max_length=200,
        help_text=_("Read aloud to those who do not see it."),
    )
    is_decoration = blocks.BooleanBlock(
        label=_("Mere decoration"), required=False, help_text=_("The picture says nothing that the text does not.")
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with a caption, and words for those who do not see it.")
        template = "blocks/image.html"
        preview_value = staticmethod(previews.image)
        preview_template = PREVIEW

    def clean(self, value):
        """A picture that means something says what it shows."""
        cleaned = super().clean(value)
        if not cleaned["alt"] and not cleaned["is_decoration"]:
            error = ValidationError(gettext("Say what the picture shows, or tick that it is mere decoration."))
            raise StructBlockValidationError(block_errors={"alt": error})
        return cleaned


class CallToActionBlock(blocks.StructBlock):
    """The way to the interest form, or to the application to become a partner."""

    heading = _heading(required=True)
    text = blocks.TextBlock(label=_("Text"), required=False, max_length=300)
    label = blocks.CharBlock(label=_("On the button"), max_length=40)
    leads_to = blocks.ChoiceBlock(
        label=_("The button leads to"),
        choices=[("interest", _("The interest form")), ("joining", _("The application to become a partner"))],
        default="interest",
    )

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        description = _("A door that leads to a form. Once on a page is enough.")
        template = "blocks/call_to_action.html"
        preview_value = staticmethod(previews.call_to_action)
        preview_template = PREVIEW


class StrengthsBlock(blocks.StructBlock):
    """The strengths, side by side; the texts follow the programme's."""

    heading = _heading()
    intro = _intro()

    class Meta:
        icon = "pick"
        label = _("Strengths")
        description = _("The programme's strengths side by side, with the way to each one's page.")
        template = "blocks/strengths.html"
        preview_value = staticmethod(previews.strengths)
        preview_template = PREVIEW

    def get_context(self, value, parent_context=None):
        """With the strengths."""
        from .cards import strengths

        context = super().get_context(value, parent_context)
        return {**context, "items": strengths(language_of(context))}


class EvidenceBlock(blocks.StructBlock):
    """Proof in figures, chosen from the evidence the programme keeps."""

    heading = _heading()
    items = blocks.ListBlock(EvidenceChooserBlock(), label=_("Evidence"), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = _("Evidence")
        description = _("Figures with source and date. They are kept in one place, so a figure is right everywhere.")
        template = "blocks/evidence.html"
        preview_value = staticmethod(previews.evidence)
        preview_template = PREVIEW

    def get_context(self, value, parent_context=None):
        """With the evidence that is in use."""
        from .cards import chosen_proof

        context = super().get_context(value, parent_context)
        return {**context, "items": chosen_proof(language_of(context), value["items"])}


class ShelfBlock(blocks.StructBlock):
    """A list that follows the site by itself."""

    kind = blocks.ChoiceBlock(
        label=_("What"),
        choices=[
            ("news", _("News")),
            ("stories", _("Stories")),
            ("events", _("Events")),
            ("industries", _("Focus industries")),
            ("partners", _("Partner firms")),
            ("premises", _("Premises")),
            ("programmes", _("Programmes")),
        ],
    )
    heading = _heading()
    intro = _intro()

    class Meta:
        icon = "list-ul"
        label = _("Shelf")
        description = _("The latest news, stories, events, premises … It follows the site by itself.")
        template = "blocks/shelf.html"
        preview_value = staticmethod(previews.shelf)
        preview_template = PREVIEW

    def get_context(self, value, parent_context=None):
        """With the cards of the shelf, and where the rest is."""
        from .cards import on_shelf

        context = super().get_context(value, parent_context)
        return {**context, "shelf": on_shelf(value["kind"], language_of(context))}


class PeopleBlock(blocks.StructBlock):
    """Named people one can call."""

    heading = _heading()
    people = blocks.ListBlock(PersonChooserBlock(), label=_("People"), min_num=1, max_num=6)

    class Meta:
        icon = "user"
        label = _("People")
        description = _("Named people with photo, telephone and e-mail.")
        template = "blocks/people.html"
        preview_value = staticmethod(previews.people)
        preview_template = PREVIEW

    def get_context(self, value, parent_context=None):
        """With the people who still answer."""
        from .cards import chosen_people

        context = super().get_context(value, parent_context)
        return {**context, "people": chosen_people(language_of(context), value["people"])}


class QuestionBlock(blocks.StructBlock):
    """A question and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=140)
    answer = blocks.RichTextBlock(label=_("Answer"), features=PLAIN_RICH_TEXT)


class QuestionsBlock(blocks.StructBlock):
    """What people ask."""

    heading = _heading()
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1, max_num=20)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions that open to their answer.")
        template = "blocks/questions.html"
        preview_value = staticmethod(previews.questions)
        preview_template = PREVIEW


def language_of(context: dict[str, Any]) -> str:
    """The language of the page being shown: that of the page where there is one, else of the reader."""
    from django.utils.translation import get_language

    page = context.get("page")
    if page is not None and getattr(page, "locale_id", None):
        return page.locale.language_code
    return "en" if (get_language() or "nb").startswith("en") else "nb"


class TextBlocks(blocks.StreamBlock):
    """What articles and standard pages are made of."""

    paragraph = ParagraphBlock(features=RICH_TEXT)
    quote = QuoteBlock()
    steps = StepsBlock()
    image = ImageBlock()
    evidence = EvidenceBlock()
    people = PeopleBlock()
    questions = QuestionsBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        block_counts = {"call_to_action": {"max_num": 1}, "evidence": {"max_num": 3}, "people": {"max_num": 2}}


class FrontBlocks(TextBlocks):
    """What the front page is made of: the same, and the lists that follow the site."""

    strengths = StrengthsBlock()
    shelf = ShelfBlock()

    class Meta:
        block_counts = {
            "strengths": {"max_num": 1},
            "evidence": {"max_num": 2},
            "shelf": {"max_num": 7},
            "quote": {"max_num": 2},
            "steps": {"max_num": 2},
            "people": {"max_num": 1},
            "questions": {"max_num": 1},
            "call_to_action": {"max_num": 2},
        }
