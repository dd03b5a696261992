"""What editors build pages from. Texts are plain or a little rich text; nothing carries script or style."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

RICH_TEXT = ["bold", "italic", "link", "ol", "ul", "h3", "document-link"]


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


class QuoteBlock(blocks.StructBlock):
    """What somebody said."""

    text = blocks.TextBlock(label=_("Quote"), max_length=400)
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("Step"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), max_length=300)


class StepsBlock(blocks.StructBlock):
    """What happens, in order."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=8)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"


class StrengthBlock(blocks.StructBlock):
    """One of the programme's strengths."""

    key = blocks.ChoiceBlock(
        label=_("Picture"),
        choices=[
            ("kompetanse", _("Skills")),
            ("knutepunkt", _("Hub")),
            ("komplett", _("Complete")),
            ("kompakt", _("Compact")),
        ],
    )
    title = blocks.CharBlock(label=_("Title"), max_length=60)
    gloss = blocks.CharBlock(label=_("In other words"), required=False, max_length=60)
    text = blocks.TextBlock(label=_("Text"), max_length=400)


class StrengthsBlock(blocks.StructBlock):
    """The strengths, side by side."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)
    intro = blocks.TextBlock(label=_("Introduction"), required=False, max_length=400)
    items = blocks.ListBlock(StrengthBlock(), label=_("Strengths"), min_num=2, max_num=6)

    class Meta:
        icon = "pick"
        label = _("Strengths")
        template = "blocks/strengths.html"


class FigureBlock(blocks.StructBlock):
    """A number and where it comes from."""

    value = blocks.CharBlock(label=_("Figure"), max_length=20)
    label = blocks.CharBlock(label=_("What it counts"), max_length=140)
    source = blocks.CharBlock(label=_("Source"), max_length=200)


class FiguresBlock(blocks.StructBlock):
    """Proof in figures."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)
    items = blocks.ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = _("Figures")
        template = "blocks/figures.html"


class IndustriesBlock(blocks.StructBlock):
    """The focus industries; the list itself follows the programme's."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)
    intro = blocks.TextBlock(label=_("Introduction"), required=False, max_length=400)

    class Meta:
        icon = "clipboard-list"
        label = _("Focus industries")
        template = "blocks/industries.html"


class PartnersBlock(blocks.StructBlock):
    """The partner firms; the list itself follows their agreements."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)
    intro = blocks.TextBlock(label=_("Introduction"), required=False, max_length=400)

    class Meta:
        icon = "group"
        label = _("Partner firms")
        template = "blocks/partners.html"


class NewsBlock(blocks.StructBlock):
    """The latest news."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=100)

    class Meta:
        icon = "doc-full"
        label = _("Latest news")
        template = "blocks/news.html"


class ImageBlock(blocks.StructBlock):
    """A picture with the words for those who do not see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("What the picture shows"),
        required=False,
        max_length=200,
        help_text=_("Read aloud to those who do not see it. Empty only when the picture is mere decoration."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"


class CallToActionBlock(blocks.StructBlock):
    """The way to the interest form."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=100)
    text = blocks.TextBlock(label=_("Text"), required=False, max_length=300)
    label = blocks.CharBlock(label=_("On the button"), max_length=40)

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        template = "blocks/call_to_action.html"


class TextBlocks(blocks.StreamBlock):
    """What articles and standard pages are made of."""

    heading = blocks.CharBlock(label=_("Heading"), icon="title", max_length=120, template="blocks/heading.html")
    paragraph = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT, template="blocks/paragraph.html")
    quote = QuoteBlock()
    steps = StepsBlock()
    image = ImageBlock()
    call_to_action = CallToActionBlock()


class FrontBlocks(blocks.StreamBlock):
    """What the front page is made of."""

    strengths = StrengthsBlock()
    steps = StepsBlock()
    figures = FiguresBlock()
    industries = IndustriesBlock()
    partners = PartnersBlock()
    news = NewsBlock()
    quote = QuoteBlock()
    paragraph = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT, template="blocks/paragraph.html")
    call_to_action = CallToActionBlock()
