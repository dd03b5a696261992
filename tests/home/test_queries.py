"""Any public page asks the database at most four times, however much there is to show.

A new page type gets a line in PUBLIC_PAGES.
"""

import uuid
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.models import Filter, Rendition
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from home.models import NewsIndexPage, NewsPage
from home.pictures import prepare_picture, specs
from partners.models import Agreement, ContributionTier, PartnerFirm
from tests.factories import SIGNED, organisation_number

from .settling import settle

MOST = 4
MOST_WITH_EMPTY_SHELVES = 45
PUBLIC_PAGES = {
    "front": "/",
    "front in English": "/en/",
    "standard": "/om/",
    "news list": "/nyheter/",
    "news list, second page": "/nyheter/?side=2",
    "news list, a page that is not there": "/nyheter/?side=999",
    "news item": "/nyheter/med-alt/",
    "partners": "/partnere/",
    "interest form": "/interesse/",
}


def queries(path: str) -> int:
    """How often one visit asks the database."""
    with CaptureQueriesContext(connection) as asked:
        response = Client().get(path)
    assert response.status_code == 200, path
    return len(asked)


def warm(path: str) -> int:
    """The questions of a page when it and others have been visited."""
    for other in ("/en/", "/", "/nyheter/med-alt/", path):
        Client().get(other)
    return queries(path)


def counts(count) -> dict[str, int]:
    """What `count` says of every page, each with the shelves empty at first."""
    found = {}
    for name, path in PUBLIC_PAGES.items():
        settle()
        found[name] = count(path)
    return found


def images(number: int) -> list:
    """Pictures with all their renditions, without drawing any."""
    model = get_image_model()
    made = model.objects.bulk_create(
        model(title=f"Bilde {place}", file="original_images/en.png", width=1600, height=900) for place in range(number)
    )
    draw(made)
    return made


def draw(made: list) -> None:
    """All renditions of these, without drawing any: AVIF takes its time, and this is about questions."""
    wanted = [spec for shape in ("", "4x3") for of_format in specs(shape).values() for spec in of_format]
    Rendition.objects.bulk_create(
        Rendition(
            image=image,
            filter_spec=spec,
            focal_point_key=Filter(spec).get_cache_key(image),
            file=f"images/{image.pk}-{place}.webp",
            width=int(spec.rpartition("-")[2].partition("x")[0]),
            height=300,
        )
        for image in made
        for place, spec in enumerate(wanted)
    )


def documents(number: int) -> list:
    model = get_document_model()
    return model.objects.bulk_create(model(title=f"Notat {n}", file=f"documents/notat-{n}.pdf") for n in range(number))


def news(number: int) -> list[Page]:
    """News items, written straight into the two tables they lie in."""
    index = NewsIndexPage.objects.get(locale__language_code="nb")
    picture = images(1)[0]
    first = NewsPage.objects.child_of(index).first()
    last = index.get_last_child()
    places = range(1, number + 1)
    steps = [
        last.path[: -last.steplen] + last._int2str(last._str2int(last.path[-last.steplen :]) + n).rjust(4, "0")
        for n in places
    ]
    pages = Page.objects.bulk_create(
        Page(
            title=f"Nyhet {n}",
            draft_title=f"Nyhet {n}",
            slug=f"nyhet-{n}",
            path=step,
            depth=last.depth,
            url_path=f"{index.url_path}nyhet-{n}/",
            locale_id=index.locale_id,
            content_type_id=first.content_type_id,
            translation_key=uuid.uuid4(),
        )
        for n, step in zip(places, steps, strict=True)
    )
    for place, page in enumerate(pages):
        item = NewsPage(
            page_ptr_id=page.pk, date=date(2025, 1, 1) - timedelta(days=place), image=picture, image_alt="Et bilde"
        )
        item.__dict__.update({name: value for name, value in page.__dict__.items() if name != "_state"})
        item.save_base(raw=True)
    index.numchild += number
    index.save()
    return pages


def firms(number: int) -> None:
    """Firms with a running agreement."""
    tier = ContributionTier.objects.first()
    made = PartnerFirm.objects.bulk_create(
        PartnerFirm(slug=f"firma-{n}", name=f"Firma {n} AS", organisation_number=organisation_number(50_000 + n))
        for n in range(number)
    )
    Agreement.objects.bulk_create(
        Agreement(firm=firm, tier=tier, yearly_amount=1, starts_on=date(2020, 1, 1), ends_on=date(2090, 1, 1), **SIGNED)
        for firm in made
    )


def write(pages: list[Page], files: list, pictures: list) -> None:
    """The news item "med-alt", with a link to each page and file and with each picture."""
    links = [f'<a linktype="page" id="{page.pk}">{page.title}</a>' for page in pages]
    links += [f'<a linktype="document" id="{file.pk}">{file.title}</a>' for file in files]
    links.append('<a linktype="page" id="987654321">gone</a>')
    body = [{"type": "paragraph", "value": f"<p>{link}</p>", "id": str(uuid.uuid4())} for link in links]
    body += [
        {
            "type": "image",
            "value": {"image": image.pk, "alt": "Hva bildet viser", "caption": ""},
            "id": str(uuid.uuid4()),
        }
        for image in pictures
    ]
    index = NewsIndexPage.objects.get(locale__language_code="nb")
    item = NewsPage.objects.filter(slug="med-alt").first()
    if item is None:
        item = index.add_child(
            instance=NewsPage(
                title="Med alt",
                slug="med-alt",
                date=date(2026, 1, 1),
                intro="Alt på én side.",
                locale=index.locale,
                image=images(1)[0],
                image_alt="Et bilde",
            )
        )
    item.body = item._meta.get_field("body").to_python(body)
    item.save()


@pytest.fixture
def small(demo):
    draw(list(get_image_model().objects.all()))
    write(list(Page.objects.filter(depth=3)[:1]), documents(1), images(1))
    settle()


def test_a_public_page_asks_at_most_four_times(small):
    too_many = {name: count for name, count in counts(warm).items() if count > MOST}
    assert not too_many


def test_a_public_page_asks_no_more_when_there_is_much_to_show(small):
    few, few_cold = counts(warm), counts(queries)
    pages = news(200)
    firms(60)
    write(pages[:30], documents(30), images(20))
    settle()
    assert counts(warm) == few
    assert counts(queries) == few_cold


def test_a_public_page_asks_little_even_with_empty_shelves(small):
    too_many = {name: count for name, count in counts(queries).items() if count > MOST_WITH_EMPTY_SHELVES}
    assert not too_many


def test_a_second_visit_asks_at_most_four_times_in_a_world_of_much(small):
    write(news(60), documents(20), images(20))
    settle()
    html = Client().get("/nyheter/med-alt/").content.decode()
    assert html.count('<a href="/nyheter/nyhet-') >= 60
    assert html.count("/dokumenter/") == 20
    assert html.count("<picture>") >= 21
    assert "<a>gone</a>" in html
    assert queries("/nyheter/med-alt/") <= MOST


def test_a_link_to_a_translated_page_leads_to_the_readers_language(small):
    from home.models import StandardPage

    norwegian = StandardPage.objects.get(url_path="/forside/om/")
    english = norwegian.get_translations().get()
    page = StandardPage.objects.filter(locale=english.locale).exclude(pk=english.pk).first()
    page.body = page._meta.get_field("body").to_python(
        [{"type": "paragraph", "value": f'<p><a linktype="page" id="{norwegian.pk}">about</a></p>', "id": "1"}]
    )
    page.save()
    settle()
    assert f'<a href="{english.url}">about</a>' in Client().get(page.url).content.decode()


def test_a_link_to_an_unpublished_page_is_text(small):
    target = Page.objects.get(url_path="/forside/nyheter/med-alt/").get_prev_sibling().specific
    write([target], [], [])
    target.unpublish()
    settle()
    assert f"<a>{target.title}</a>" in Client().get("/nyheter/med-alt/").content.decode()


def test_a_picture_that_has_no_renditions_yet_is_drawn_and_shown(small):
    drawn = get_image_model().objects.create(title="Ny", file=get_test_image_file(filename="ny.png", size=(40, 30)))
    write([], [], [drawn])
    settle()
    html = Client().get("/nyheter/med-alt/").content.decode()
    assert "<img" in html, "one JPEG is made on the spot"
    assert Rendition.objects.filter(image=drawn).count() == 1
    assert prepare_picture.call(drawn.pk, "") == 9
    settle()
    html = Client().get("/nyheter/med-alt/").content.decode()
    assert 'type="image/avif"' in html
    assert Rendition.objects.filter(image=drawn).count() >= 3, "a small picture is never blown up"
