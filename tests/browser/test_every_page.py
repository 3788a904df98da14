"""Every page of the app, loaded once: no serious fault by the rules of axe on any screen, no request to elsewhere, whole on paper.

The screens are light and dark, wide and narrow. On paper a page is white, and a line names what is left out.
"""

import io
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Page

from components.ui.pages import PAGES
from tests.browser.conftest import DESK, Server, page_of, settle, visit
from tests.browser.screens import SCREENS, WIDE_AND_NARROW, faults_on

TALKS = "article=lavrov-truss-2022-02"


class Opened(NamedTuple):
    """A page of the app that is loaded once for all that is asked of it, and the addresses that it asked for."""

    name: str
    page: Page
    asked: list[str]


@pytest.fixture(scope="module", params=PAGES)
def opened(request: pytest.FixtureRequest, reader: BrowserContext, server: Server) -> Iterator[Opened]:
    """Each page in turn, with the report of the talks."""
    asked: list[str] = []
    for page in page_of(reader):
        page.on("request", lambda sent: asked.append(sent.url))
        visit(page, server, f"{'' if request.param == 'overview' else request.param}?{TALKS}")
        yield Opened(request.param, page, asked)


# --- On the screen ------------------------------------------------------------------------------


def test_no_serious_fault_and_nothing_beyond_the_edge(opened: Opened) -> None:
    assert faults_on(opened.page, SCREENS) == {}


def test_two_texts_side_by_side_have_no_serious_fault(page: Page, server: Server) -> None:
    visit(page, server, "compare?article=talks-in-port-sella-marenia&beside=talks-in-port-sella-tolvia")
    page.get_by_role("button", name="Open Food and farming").click(force=True)
    page.get_by_role("button", name="Close Food and farming").wait_for()

    assert faults_on(page, WIDE_AND_NARROW) == {}


def test_everything_stays_on_this_machine(opened: Opened, server: Server) -> None:
    """Every request of a page goes to the server itself."""
    hosts = {urlsplit(url).netloc for url in opened.asked if urlsplit(url).scheme not in ("data", "blob")}

    assert hosts == {urlsplit(server.url).netloc}


# --- On paper -----------------------------------------------------------------------------------

LAST = {
    "overview": ("Trade and cooperation", "Reporter"),  # the last row and column of the matrix
    "sentiment": ("Who takes the credit", "improve"),  # the last section, and the word behind its lane
    "timeline": ("Istanbul and Astana", "15", "80"),  # the last lane, section and number of a statement
    "quotes": ("no. 25", "1 to 25 of 91"),  # the last row of the page, and that there are more
    "article": ("91",),
}

# The words of our own HTML that paper is to have: every piece of text that print styles do not take away, but for what only
# screen readers are told.
WORDS = """() => {
  const walk = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (element.closest('[data-testid=stHtml]') && !element.closest('.rd-shown, style, script, .rd-lanes, [hidden]')
      && element.checkVisibility() && node.textContent.trim()) found.push(node.textContent);
  }
  return found;
}"""


def plain(text: str) -> str:
    """Letters and digits alone: a PDF keeps neither white space nor which apostrophe, dash or ligature it was."""
    kinds = ((each, unicodedata.category(each)) for each in unicodedata.normalize("NFKC", text))
    return "".join(each for each, kind in kinds if kind[0] in "LN" and kind != "Lm")


def printed(page: Page) -> str:
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
    data = page.pdf(format="A4", print_background=True, margin=margin)  # type: ignore[arg-type]
    return " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def assert_nothing_is_cut(name: str, page: Page, mode: Literal["light", "dark"]) -> None:
    page.emulate_media(media="null", color_scheme=mode)
    settle(page)

    words = printed(page)

    assert all(each in words for each in LAST.get(name, ())), words
    assert "Not printed: menus, buttons and lists" in words
    assert "Filter" not in words or name == "method"
    page.emulate_media(media="print", color_scheme=mode)
    ours = page.evaluate(WORDS)
    assert ours
    on_paper = plain(words)
    assert [each for each in ours if plain(each) not in on_paper] == []
    ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_nothing_is_cut_on_paper_and_what_is_left_out_is_named(opened: Opened) -> None:
    opened.page.set_viewport_size(DESK)
    for mode in ("light", "dark") if opened.name == "timeline" else ("dark",):
        assert_nothing_is_cut(opened.name, opened.page, mode)
    opened.page.emulate_media(media="null", color_scheme="null")
