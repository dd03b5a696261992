"""What all pages of the site have in common."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from ..blocks import LeanStreamField, TextBlocks


class SitePage(Page):
    """A page of the campaign site.

    `kind` is what a reader would call it ("news", "event" …), shown in search results. `schema` says what it is to
    machines, in schema.org's words.
    """

    kind: Any = ""

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        """The code of the page's language."""
        return self.locale.language_code

    @property
    def summary(self) -> str:
        """Two lines that say what the page is about."""
        return self.search_description or getattr(self, "intro", "") or getattr(self, "lead", "")

    def schema(self, request: HttpRequest) -> dict[str, Any] | None:
        """The page as schema.org has it, without `@context`; None where there is nothing to say."""
        return None


class Introduced(models.Model):
    """A page with a short introduction under its title."""

    intro = models.TextField(_("introduction"), max_length=500, blank=True)

    class Meta:
        abstract = True


class Written(Introduced):
    """A page with an introduction and a body of text blocks."""

    body = LeanStreamField(TextBlocks(), verbose_name=_("content"), blank=True)

    class Meta:
        abstract = True


class Illustrated(models.Model):
    """A page with a picture of its own. One that means something must say what it shows."""

    image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("Read aloud to those who do not see it."),
    )
    image_is_decoration = models.BooleanField(
        _("mere decoration"), default=False, help_text=_("The picture says nothing that the text does not.")
    )

    class Meta:
        abstract = True

    def clean(self):
        """A picture that means something says what it shows."""
        super().clean()
        if self.image_id and not self.image_alt and not self.image_is_decoration:
            raise ValidationError(
                {"image_alt": gettext("Say what the picture shows, or tick that it is mere decoration.")}
            )


IMAGE_PANEL = MultiFieldPanel(
    [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("image_is_decoration")], heading=_("Picture")
)
SEARCH_WRITTEN = [index.SearchField("intro"), index.SearchField("body")]


def iso(day: date | None) -> str | None:
    """A date or moment as machines read it."""
    return day.isoformat() if day else None
