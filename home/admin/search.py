"""What editors teach the search: words that mean the same, and recommended results."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models.search import PromotedResult, SearchSynonym


class SearchSynonymViewSet(SnippetViewSet):
    """Words that mean the same; a group given up is retired."""

    model = SearchSynonym
    icon = "glasses"
    menu_label = _("Synonyms")
    base_url_path = "sok/synonymer"
    copy_view_enabled = False
    search_fields = ["words"]
    search_backend_name = None
    list_display = ["words", "language", "is_retired"]
    list_filter = ["language", "is_retired"]


class PromotedResultViewSet(SnippetViewSet):
    """Pages shown before all other results."""

    model = PromotedResult
    icon = "pick"
    menu_label = _("Recommended results")
    base_url_path = "sok/anbefalt"
    copy_view_enabled = False
    search_fields = ["phrases_nb", "phrases_en", "page__title"]
    search_backend_name = None
    list_display = ["__str__", "page", "sort_order", "is_retired"]
    list_filter = ["is_retired"]


class SearchGroup(SnippetViewSetGroup):
    """Both under one word in the menu."""

    items = (SearchSynonymViewSet, PromotedResultViewSet)
    menu_label = _("Search")
    menu_name = "public-search"
    menu_icon = "search"
    menu_order = 240


register_snippet(SearchGroup)
