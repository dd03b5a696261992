"""Wagtail's own page tests, for every page type of the site: where it may stand, create, render, preview, edit."""

import time

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import querydict_from_html

from accounts.models import User
from home.models import FrontPage, SitePage
from tests.conftest import load_demo, remember

TYPES = sorted((model for model in apps.get_models() if issubclass(model, SitePage)), key=lambda model: model.__name__)
LANGUAGES = ("nb", "en")
MANAGER = "leder@drammen.example"


class StaffClient(Client):
    """Wagtail's tests log in with `force_login`; our staff also have a second step behind them."""

    def force_login(self, user, backend=None):
        """With the second step."""
        super().force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        remember(self, user)


class TestPageTypes(WagtailPageTestCase):
    """One demo world for all of them."""

    client_class = StaffClient

    @classmethod
    def setUpTestData(cls):
        """The demo world."""
        load_demo()
        cls.manager = User.objects.get(email=MANAGER)
        cls.pages = {
            (model, code): model.objects.live().filter(locale__language_code=code).first()
            for model in TYPES
            for code in LANGUAGES
        }

    def test_the_demo_has_a_page_of_every_type_in_both_languages(self):
        missing = [f"{model.__name__} ({code})" for (model, code), page in self.pages.items() if page is None]
        assert not missing

    def test_every_type_says_where_it_may_stand_and_what_may_stand_below(self):
        for model in TYPES:
            parents = model.allowed_parent_page_models()
            if model is FrontPage:
                assert parents == [Page]
                continue
            assert parents and Page not in parents, model
            assert set(model.allowed_subpage_models()) <= set(TYPES), model
            for parent in parents:
                self.assertCanCreateAt(parent, model)
            for stranger in set(TYPES) - set(parents):
                self.assertCanNotCreateAt(stranger, model)

    def test_every_type_can_be_found_by_its_address_and_renders(self):
        for (model, code), page in self.pages.items():
            with self.subTest(type=model.__name__, language=code):
                if code == "nb":  # Wagtail's assertion knows nothing of a language in front of the address
                    with override(code):
                        self.assertPageIsRoutable(page)
                self.assertPageIsRenderable(page, accept_redirect=False)

    def filled_in(self, page: Page) -> dict:
        """What stands in the form of an existing page; its blocks, which a script would fill in, are left out."""
        self.client.force_login(self.manager)
        html = self.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        data = querydict_from_html(html, form_id="page-edit-form").dict()
        streams = [field.name for field in page._meta.get_fields() if isinstance(field, StreamField)]
        kept = {name: value for name, value in data.items() if not name.startswith("action-")}
        return {**kept, **{f"{name}-count": "0" for name in streams}}

    def test_every_type_can_be_previewed(self):
        for page in self.norwegian():
            with self.subTest(type=type(page).__name__):
                self.assertPageIsPreviewable(page, user=self.manager, post_data=self.filled_in(page))

    def test_every_type_can_be_edited(self):
        for page in self.norwegian():
            with self.subTest(type=type(page).__name__):
                self.assertPageIsEditable(page, user=self.manager, post_data=self.filled_in(page))

    def test_a_page_of_every_type_can_be_made_from_the_form_of_another(self):
        """What an editor types for a new page is what stands in the form of an existing one, with another name."""
        for page in self.norwegian():
            model = type(page)
            if model is FrontPage:
                continue  # one a language, made by simple_translation or the loader
            with self.subTest(type=model.__name__):
                data = self.filled_in(page)
                data["title"] = data["slug"] = f"en-til-{time.time_ns()}"
                parent = page.get_parent().specific
                if not model.can_create_at(parent):
                    page.delete()  # one is enough of this type: make room for the new one
                    parent = type(parent).objects.get(pk=parent.pk)
                self.client.force_login(self.manager)
                self.assertCanCreate(parent, model, data)

    def norwegian(self) -> list[Page]:
        """A page of every type, what stands below first; the types know no languages."""
        pages = [page for (_model, code), page in self.pages.items() if code == "nb"]
        return sorted(pages, key=lambda page: page.depth, reverse=True)


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_type_has_words_for_itself(model):
    assert str(model.kind), "search results say what a hit is"
    assert model._meta.verbose_name
    assert model.template.startswith("pages/")
