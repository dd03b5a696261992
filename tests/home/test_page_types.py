"""Wagtail's own page tests, for every page type of the site: where it may stand, create, render, preview, edit."""

import time

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase
from wagtail.test.utils.form_data import querydict_from_html

from accounts.models import User
from home.models import FrontPage, SitePage
from tests.conftest import load_demo, login

TYPES = sorted((model for model in apps.get_models() if issubclass(model, SitePage)), key=lambda model: model.__name__)
LANGUAGES = ("nb", "en")
MANAGER = "leder@drammen.example"


class StaffClient(Client):
    """Wagtail's tests log in with `force_login`; our staff also have a second step behind them."""

    def force_login(self, user, backend=None):
        """With the second step."""
        login(self, user)


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

    def each(self):
        """Every page type in every language."""
        for (model, code), page in self.pages.items():
            with self.subTest(type=model.__name__, language=code):
                yield page

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
        for page in self.each():
            self.assertPageIsRoutable(page)
            self.assertPageIsRenderable(page, accept_redirect=False)

    def test_every_type_can_be_previewed(self):
        for page in self.each():
            self.assertPageIsPreviewable(page, user=self.manager)

    def test_every_type_can_be_edited(self):
        for page in self.each():
            self.assertPageIsEditable(page, user=self.manager)

    def test_a_page_of_every_type_can_be_made_from_the_form_of_another(self):
        """What an editor types for a new page is what stands in the form of an existing one, with another name."""
        self.client.force_login(self.manager)
        for (model, code), page in self.pages.items():
            with self.subTest(type=model.__name__, language=code):
                if model is FrontPage:
                    continue  # made once a language, by simple_translation or the loader
                html = self.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
                data = querydict_from_html(html, form_id="page-edit-form").copy()
                for name in [name for name in data if name.startswith("action-") or name.startswith("comment")]:
                    if name.startswith("action-"):
                        del data[name]
                data["title"] = f"En til {time.time_ns()}"
                data["slug"] = f"en-til-{time.time_ns()}"
                parent = page.get_parent().specific
                if not model.can_create_at(parent):
                    page.delete()  # one is enough of this type: make room for the new one
                    parent = type(parent).objects.get(pk=parent.pk)
                self.assertCanCreate(parent, model, data)


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_type_has_words_for_itself(model):
    assert str(model.kind), "search results say what a hit is"
    assert model._meta.verbose_name
    assert model.template.startswith("pages/")
