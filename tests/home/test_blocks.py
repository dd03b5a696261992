"""The ten blocks: each with a picture, a help text and a preview in our own look; and what pictures must say."""

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks as wagtail_blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.rich_text import RichText

from home.blocks import FrontBlocks, ImageBlock, TextBlocks
from home.models import ContactPerson, FrontPage, NewsPage
from prospects.models import Evidence
from tests.conftest import login

BLOCKS = FrontBlocks().child_blocks


def preview(client, block):
    return client.get("/admin/block-preview/", {"id": block.definition_prefix})


@pytest.fixture
def editor(person):
    from django.test import Client

    def enter(language: str):
        user = person("kommunikasjon@drammen.example")
        profile = user.wagtail_userprofile if hasattr(user, "wagtail_userprofile") else None
        if profile is None:
            from wagtail.users.models import UserProfile

            profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        return login(Client(), user)

    return enter


def test_there_are_ten_blocks():
    assert len(BLOCKS) == 10
    assert set(TextBlocks().child_blocks) < set(BLOCKS)


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_a_picture_a_help_text_and_a_preview(name):
    block = BLOCKS[name]
    assert block.meta.icon not in ("", wagtail_blocks.Block().meta.icon)
    assert len(str(block.get_description())) > 20
    assert block.is_previewable
    assert block.get_preview_template(None) == "blocks/preview.html"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_preview_renders_in_our_look_and_may_be_framed_by_the_admin(editor, language):
    client = editor(language)
    for page_type in (FrontPage, NewsPage):
        for name, block in page_type._meta.get_field("body").stream_block.child_blocks.items():
            response = preview(client, block)
            page = response.content.decode()
            assert response.status_code == 200, name
            assert f'lang="{language}"' in page
            assert "css/site.css" in page and "css/tokens.css" in page
            assert 'content="noindex"' in page
            assert response["X-Frame-Options"] == "SAMEORIGIN"
            assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
            assert "<script" not in page and "style=" not in page.split("<body>")[0]


@pytest.mark.parametrize("name", ["evidence", "people", "image", "strengths", "shelf"])
def test_previews_need_nothing_that_is_stored(editor, name):
    client = editor("nb")
    for page in FrontPage.objects.all():
        page.body = []
        page.save()
    Evidence.objects.update(is_retired=True)
    ContactPerson.objects.all().delete()
    get_image_model().objects.all().delete()
    response = preview(client, BLOCKS[name])
    assert response.status_code == 200


def test_a_picture_block_must_say_what_it_shows_unless_it_is_decoration(demo):
    block = ImageBlock()
    image = get_image_model().objects.first()
    value = {"image": image, "alt": "", "is_decoration": False, "caption": ""}
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.normalize(value))
    assert set(refused.value.block_errors) == {"alt"}
    assert block.clean(block.normalize({**value, "alt": "Bybrua i kveldslys"}))["alt"]
    assert block.clean(block.normalize({**value, "is_decoration": True}))["is_decoration"]


def test_a_page_with_a_picture_must_say_what_it_shows(demo):
    page = NewsPage.objects.filter(image__isnull=False).first()
    page.image_alt = ""
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "image_alt" in refused.value.message_dict
    page.image_is_decoration = True
    page.full_clean()


def test_the_sample_text_is_rich_text():
    assert isinstance(BLOCKS["paragraph"].get_preview_value(), RichText)
