"""The page that finds a way for whoever does not know where to begin."""

from django.db import models
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from .base import Introduced, SitePage


class TriagePage(RoutablePageMixin, SitePage, Introduced):
    """At most five questions, and then a guide made for the answers. The answers live in the address alone, so the
    visitor can stop, go back, come again and send the address on.
    """

    kind = _("Find your way")
    start_label = models.CharField(_("on the button that begins"), max_length=40, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("start_label")]
    template = "pages/triage.html"
    parent_page_types = ["home.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("find your way")

    @path("")
    def question_view(self, request):
        """The next question; with all answered, on to the guide."""
        from ..triage import NAMES, QUESTIONS, SKIPPED, Answers

        answers = Answers.read(request.GET)
        question = answers.next_question
        if question is None:
            return redirect(f"{self.url}{self.reverse_subpage('guide_view')}?{answers.query()}")
        number = NAMES.index(question.name) + 1
        return self.render(
            request,
            context_overrides={
                "answers": answers,
                "question": question,
                "options": answers.options(question),
                "skip_query": answers.query(**{question.name: SKIPPED}),
                "number": number,
                "of": len(QUESTIONS),
            },
        )

    @path("veiviser/")
    def guide_view(self, request):
        """The guide made for the answers."""
        from ..triage import Answers
        from ..way import guide_for

        answers = Answers.read(request.GET)
        if not answers.given:
            return redirect(self.url)
        return self.render(
            request,
            context_overrides={"answers": answers, "guide": guide_for(answers, self.language)},
            template="pages/triage_guide.html",
        )
