"""Links that a reader takes along."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from components.analysis.view import View
from components.model.codebook import Codebook
from components.ui import links
from components.ui.downloads import NO_LINKS, NO_LINKS_OF_OWN
from components.ui.links import address_of
from tests import own
from tests.test_pages import EXAMPLE, app, desk_of, downloads, html

LINKS = [
    ("https://desk.example/quotes", "https://desk.example/article?article=talks&statement=abc"),
    ("https://desk.example/readout/quotes", "https://desk.example/readout/article?article=talks&statement=abc"),
    ("https://desk.example/a/b/quotes/", "https://desk.example/a/b/article?article=talks&statement=abc"),
    (
        "https://desk.example/readout",
        "https://desk.example/readout/article?article=talks&statement=abc",
    ),  # the first page
    ("http://localhost:8501", "http://localhost:8501/article?article=talks&statement=abc"),
    (None, "http://localhost:8501/article?article=talks&statement=abc"),
]


@pytest.mark.parametrize(("seen_at", "link"), LINKS)
def test_a_link_keeps_what_stands_before_the_page(seen_at: str | None, link: str) -> None:
    assert address_of("article", {"article": "talks", "statement": "abc"}, seen_at=seen_at) == link


@pytest.mark.parametrize(
    ("seen_at", "is_own", "address"),
    [
        ("https://desk.example/quotes", False, "https://desk.example/article?article=talks&statement="),
        ("https://desk.example/quotes", True, ""),  # nothing of the reader's own stands in an address
        ("http://localhost:8501/quotes", False, ""),
        ("http://127.0.0.1:8501/quotes", False, ""),
        ("http://[::1]:8501/quotes", False, ""),
        (None, False, ""),
    ],
)
def test_a_colleague_gets_no_link_that_leads_to_their_own_machine(
    monkeypatch: pytest.MonkeyPatch, seen_at: str | None, *, is_own: bool, address: str
) -> None:
    monkeypatch.setattr(links, "st", SimpleNamespace(context=SimpleNamespace(url=seen_at)))
    shown: Any = SimpleNamespace(own=is_own, package=SimpleNamespace(id="talks"))

    assert links.shared_by_all(shown) == address


def test_where_files_have_no_links_it_is_said_how_to_share(codebook: Codebook) -> None:
    test = downloads(app("quotes", article=EXAMPLE))
    assert NO_LINKS in html(test)

    desk_of(test).own = {"mine": replace(own.draft(codebook), id="mine")}
    desk_of(test).view = View("mine", own=True)
    assert NO_LINKS_OF_OWN in html(test.run())
