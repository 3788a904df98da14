"""Links that a reader takes along."""

import pytest

from components.ui.links import address_of

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
