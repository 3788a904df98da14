"""What comes out of the printer: every page whole, on white, and a line that names what is left out."""

import io
import unicodedata

import pypdf
import pytest
from playwright.sync_api import Page

from components.ui.pages import PAGES
from tests.browser.conftest import Server, visit

TALKS = "article=lavrov-truss-2022-02"

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


@pytest.mark.parametrize(("name", "mode"), [("timeline", "light"), *((name, "dark") for name in PAGES)])
def test_nothing_is_cut_on_paper_and_what_is_left_out_is_named(
    page: Page, server: Server, name: str, mode: str
) -> None:
    page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
    visit(page, server, f"{'' if name == 'overview' else name}?{TALKS}")

    words = printed(page)

    assert all(each in words for each in LAST.get(name, ())), words
    assert "Not printed: menus, buttons and lists" in words
    assert "Filter" not in words or name == "method"
    page.emulate_media(media="print", color_scheme=mode)  # type: ignore[arg-type]
    ours = page.evaluate(WORDS)
    assert ours
    on_paper = plain(words)
    assert [each for each in ours if plain(each) not in on_paper] == []
    ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
