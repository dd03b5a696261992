"""Establishment guides."""

import pytest

from home.models import GuidePage, GuideStep


@pytest.mark.parametrize("url", ["/etablere-kontor/", "/bygge-pa-tomt/", "/en/open-an-office/", "/en/build-on-a-plot/"])
def test_every_step_has_its_number_its_address_and_its_boxes(client, demo, url, django_assert_max_num_queries):
    answer = client.get(url)
    html = answer.content.decode()
    steps = answer.context["steps"]
    for number, _step in enumerate(steps, 1):
        assert f'id="steg-{number}"' in html and f'href="#steg-{number}"' in html
    assert html.count('type="checkbox"') == answer.context["check_count"] == sum(len(step.checks) for step in steps)
    with django_assert_max_num_queries(4):
        client.get(url)


def test_progress_is_hidden_until_the_script_can_keep_it(client, demo):
    html = client.get("/etablere-kontor/").content.decode()
    start = html.index("data-guide-progress")
    assert "hidden" in html[start - 60 : start + 160]
    assert "<script>" not in html and " onclick" not in html


def test_a_checklist_is_one_a_line():
    assert GuideStep(checklist=" Nøkler \n\n Kaffe\n").checks == ["Nøkler", "Kaffe"]


def test_the_guides_stand_in_the_footer(demo):
    assert not GuidePage.objects.filter(show_in_menus=True).exists()
