"""Nothing is cut, and nothing stands in another one's place: what only a browser that lays a page out can tell."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Server, visit

WIDTHS = pytest.mark.parametrize("width", [1280, 820, 390])

# By how many pixels the words of a margin end above the end of their block, where the next one begins: at the least.
ROOM_UNDER_MARGINS = """() => Math.min(...[...document.querySelectorAll('.rd-margin')].filter(each => each.textContent).map(each => {
  const words = document.createRange();
  words.selectNodeContents(each);
  const last = Math.max(...[...words.getClientRects()].map(line => line.bottom));
  return each.closest('.rd-block').getBoundingClientRect().bottom - last;
}))"""


@WIDTHS
def test_what_stands_in_the_margin_of_an_article_ends_above_the_next(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, server, "article?article=talks-in-port-sella-tolvia")

    assert page.evaluate(ROOM_UNDER_MARGINS) >= 5
