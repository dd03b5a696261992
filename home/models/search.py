"""The search page, what editors may teach the search, and what the search knows of each page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Page, PageViewRestriction

from common.languages import in_language
from home.search.words import stems_of

from .base import Introduced, SitePage

LANGUAGES = [("nb", _("Norwegian")), ("en", _("English"))]
LONGEST_GROUP = 30


def _seen_by_all(page: str) -> Q:
    """Live, and behind no restriction of its own or of a page above it; `page` is the prefix of a lookup."""
    above = (
        PageViewRestriction.objects.alias(below=ExpressionWrapper(OuterRef(f"{page}path"), models.CharField()))
        .filter(below__startswith=F("page__path"))
        .values("pk")
    )
    return Q(~Exists(above), **{f"{page}live": True})


class SearchEntryQuerySet(models.QuerySet):
    """What the search knows of pages."""

    def seen_by_all(self, language: str):
        """Pages of one language that everybody may see, at this moment."""
        return self.filter(_seen_by_all("page__"), language=language)


class SearchEntry(models.Model):
    """What the search knows of one live page: its text in reading order, to quote from.

    Written by `home.search.index`, for nobody else to write.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=100)
    text = models.TextField()
    digest = models.CharField(max_length=64)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("page in the search")
        verbose_name_plural = _("pages in the search")

    def __str__(self):
        return f"{self.kind} {self.pk}"


class SearchWordQuerySet(models.QuerySet):
    """Words of pages."""

    def seen_by_all(self, language: str):
        """Words on pages of one language that everybody may see, at this moment."""
        return self.filter(_seen_by_all("entry__page__"), language=language)


class SearchWord(models.Model):
    """A word on a page: its stem, how it is mostly written there, and how much it says about the page (0 to 1)."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="words", db_index=False)
    language = models.CharField(max_length=10)
    stem = models.CharField(max_length=60)
    word = models.CharField(max_length=60)
    weight = models.FloatField()

    objects = SearchWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("word in the search")
        verbose_name_plural = _("words in the search")
        constraints = [models.UniqueConstraint(fields=["entry", "stem"], name="search_word_once_a_page")]
        indexes = [models.Index(fields=["language", "stem"], name="search_word_by_stem")]

    def __str__(self):
        return self.word


class SearchSynonym(models.Model):
    """Words that mean the same to those who search; whoever asks for one of them also finds the others."""

    language = models.CharField(_("language"), max_length=10, choices=LANGUAGES, default="nb")
    words = models.CharField(
        _("words that mean the same"),
        max_length=400,
        help_text=_("With commas between: premises, offices, space. Short phrases work too."),
    )
    is_retired = models.BooleanField(_("no longer used"), default=False)

    panels = [FieldPanel("language"), FieldPanel("words"), FieldPanel("is_retired")]

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["language", "words"]
        constraints = [models.UniqueConstraint(fields=["language", "words"], name="synonyms_once_a_language")]

    def __str__(self):
        return self.words

    @property
    def terms(self) -> list[str]:
        """The words and phrases, each once, in the order they were written."""
        return list(dict.fromkeys(" ".join(term.split()) for term in self.words.split(",") if term.strip()))

    def clean(self):
        """At least two words, which are not the same word to the search, and none that a group already has."""
        super().clean()
        self.words = ", ".join(self.terms)
        stems = {tuple(stems_of(term, self.language)) for term in self.terms}
        if () in stems:
            raise ValidationError({"words": gettext("Use letters or digits in every word.")})
        if len(self.terms) < 2:
            raise ValidationError({"words": gettext("Write at least two words, with a comma between.")})
        if len(self.terms) > LONGEST_GROUP:
            raise ValidationError({"words": gettext("Write at most 30 words. Make another group for the rest.")})
        if len(stems) < 2:
            raise ValidationError(
                {"words": gettext("The search already takes these for one word. Add a word with another stem.")}
            )
        others = SearchSynonym.objects.filter(language=self.language, is_retired=False).exclude(pk=self.pk)
        for other in others if not self.is_retired else ():
            shared = [term for term in other.terms if tuple(stems_of(term, self.language)) in stems]
            if shared:
                raise ValidationError(
                    {
                        "words": gettext(
                            "“%(word)s” is already in the group “%(group)s”. Add your words there, or take it out here."
                        )
                        % {"word": shared[0], "group": other.words}
                    }
                )


class PromotedResult(models.Model):
    """A page that is recommended, before all other results, to those who search for certain words."""

    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("In English searches its translation is shown, if it has one."),
    )
    phrases_nb = models.TextField(
        _("when somebody searches for, in Norwegian"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=_("One word or phrase a line. All its words must be in what is searched for, in any form."),
    )
    phrases_en = models.TextField(
        _("when somebody searches for, in English"), blank=True, validators=[MaxLengthValidator(2000)]
    )
    reason_nb = models.CharField(_("why, in Norwegian"), max_length=160, blank=True)
    reason_en = models.CharField(_("why, in English"), max_length=160, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100, help_text=_("The lowest comes first."))
    is_retired = models.BooleanField(_("no longer used"), default=False)

    panels = [
        PageChooserPanel("page"),
        FieldPanel("phrases_nb"),
        FieldPanel("phrases_en"),
        FieldPanel("reason_nb"),
        FieldPanel("reason_en"),
        FieldPanel("sort_order"),
        FieldPanel("is_retired"),
    ]

    class Meta:
        verbose_name = _("recommended result")
        verbose_name_plural = _("recommended results")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(phrases_nb="", phrases_en=""), name="recommended_result_has_a_phrase")
        ]

    def __str__(self):
        phrases = self.phrases_nb or self.phrases_en
        return phrases.splitlines()[0] if phrases else ""

    @property
    def reason(self) -> str:
        """Why it is recommended, in the reader's language."""
        return in_language(self, "reason")

    def phrases(self, language: str) -> list[str]:
        """The phrases of one language, "nb" or "en"."""
        text = self.phrases_en if language == "en" else self.phrases_nb
        return [" ".join(line.split()) for line in text.splitlines() if line.strip()]

    def clean(self):
        """A phrase in one language at least, and words the search can read."""
        super().clean()
        self.phrases_nb = "\n".join(self.phrases("nb"))
        self.phrases_en = "\n".join(self.phrases("en"))
        for language in ("nb", "en"):
            phrases = self.phrases(language)
            for phrase in phrases:
                if not stems_of(phrase, language):
                    raise ValidationError(
                        {f"phrases_{language}": gettext("“%(phrase)s” has no letters or digits.") % {"phrase": phrase}}
                    )
        if not self.phrases_nb and not self.phrases_en:
            raise ValidationError(
                {"phrases_nb": gettext("Write what people search for, in Norwegian, English or both.")}
            )


class SearchPage(SitePage, Introduced):
    """Where the public searches the site. `?q=` asks, `side` turns pages, `ordrett=1` takes the words literally."""

    kind = _("Search")
    is_searchable = False

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/search.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("search page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`question` as it was understood, and `found`, the answer; None when nothing was asked."""
        from home.search.finding import asked, search

        question = asked(request.GET.get("q", ""))
        found = None
        if question:
            found = search(
                question,
                self.locale.language_code,
                number=request.GET.get("side", "1"),
                is_literal=request.GET.get("ordrett") == "1",
            )
        return {**super().get_context(request, *args, **kwargs), "question": question, "found": found}
