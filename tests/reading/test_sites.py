"""Saved pages of presidents, ministries and bodies: each opens whole, with its title, day, publisher and place."""

import datetime as dt

import pytest

from components.reading.details import guess_details
from components.reading.files import read_file
from tests.reading.site_pages import SITES, SitePage

AROUND = ("Accessibility", "glass works", "Privacy policy", "Share")
"""What stands on the pages and is no part of the article."""


@pytest.mark.parametrize("page", SITES.values(), ids=SITES)
def test_the_whole_text_is_read_with_its_lead_in_order_and_nothing_around_it(page: SitePage) -> None:
    read = read_file("saved.html", page.source.encode())
    blocks = read.text.split("\n\n")

    assert blocks[0].lstrip("# ") == page.title
    places = [blocks.index(each) for each in (page.lead, *page.paragraphs)]
    assert places == sorted(places)
    assert [words for words in AROUND if words in read.text] == []
    assert sum("characters around it" in note for note in read.notes) == 1


@pytest.mark.parametrize("page", SITES.values(), ids=SITES)
def test_title_day_publisher_and_place_are_the_pages(page: SitePage) -> None:
    read = read_file("saved.html", page.source.encode())
    published = dt.date.fromisoformat(read.published) if read.published else None
    found = guess_details(
        read.text,
        today=dt.date(2022, 6, 1),
        title=read.title,
        published=published,
        publisher=read.publisher,
        place=read.place,
    )

    assert found.title == page.title
    assert str(found.published) == page.published
    assert found.publisher == page.publisher
    assert found.place == page.place
    assert found.genre == "readout"
