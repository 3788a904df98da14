"""What comes out of the printer: every page whole, on white, and a line that names what is left out."""

import io
import unicodedata

import pypdf
import pytest
from playwright.sync_api import Page

from components.ui.pages import PAGES
from tests.browser.conftest import Server, go, settle, visit

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


# The buttons that paper has, but for those that are words of the page: the article, what is asked for, a number.
PRESSED = """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, input, textarea)')].filter(each => each.checkVisibility()
  && !each.closest('[class*="st-key-switch_"], [class*="st-key-chip_"], [class*="st-key-figures_"], .st-key-sides, .rd-topic')
).map(each => each.textContent || each.ariaLabel)"""


def plain(text: str) -> str:
    """Letters and digits alone: a PDF keeps neither white space nor which apostrophe, dash or ligature it was."""
    kinds = ((each, unicodedata.category(each)) for each in unicodedata.normalize("NFKC", text))
    return "".join(each for each, kind in kinds if kind[0] in "LN" and kind != "Lm")


def printed(page: Page) -> str:
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
    data = page.pdf(format="A4", print_background=True, margin=margin)  # type: ignore[arg-type]
    return " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def whole_on_paper(page: Page, mode: str = "light") -> str:
    """What is printed: all that is to be, and what is not is named."""
    words = printed(page)
    assert "Not printed: menus, buttons, boxes and lists" in words
    page.emulate_media(media="print", color_scheme=mode)  # type: ignore[arg-type]
    ours = page.evaluate(WORDS)
    assert ours
    on_paper = plain(words)
    assert [each for each in ours if plain(each) not in on_paper] == []
    assert page.evaluate(PRESSED) == []
    return words


@pytest.mark.parametrize(("name", "mode"), [("timeline", "light"), *((name, "dark") for name in PAGES)])
def test_nothing_is_cut_on_paper_and_what_is_left_out_is_named(
    page: Page, server: Server, name: str, mode: str
) -> None:
    page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
    visit(page, server, f"{'' if name == 'overview' else name}?{TALKS}")

    words = whole_on_paper(page, mode)

    assert all(each in words for each in LAST.get(name, ())), words
    assert "Filter" not in words or name == "method"
    ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_method_is_short_on_paper_and_names_what_is_folded(page: Page, server: Server) -> None:
    """Tables that few read stand behind their name; unfolded they are printed."""
    visit(page, server, f"method?{TALKS}")
    speech = page.get_by_text("Speech: ", exact=False).and_(page.locator("summary"))

    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    words = printed(page)

    assert len(sheets) <= 12
    assert words.count("(not printed: folded)") == page.locator("details").count() > 10
    assert "Whose speech it is is told by an office alone" not in words

    speech.click()
    words = printed(page)
    assert words.count("(not printed: folded)") == page.locator("details").count() - 1
    assert plain("Whose speech it is is told by an office alone") in plain(words)


def test_two_texts_side_by_side_are_whole_on_paper(page: Page, server: Server) -> None:
    visit(page, server, "compare?article=talks-in-port-sella-marenia&beside=talks-in-port-sella-tolvia")
    page.get_by_role("button", name="Open Food and farming", exact=True).click(force=True)
    settle(page)

    words = whole_on_paper(page)

    assert "demanded (Thale), rejected (Thale), called for (Thale)" in words  # of the table beside the rows
    assert "May stand against each other: one says “will”, the other “may”." in words


def test_the_brief_is_printed_with_its_title_and_its_note(page: Page, server: Server) -> None:
    visit(page, server, "quotes?article=worked-example")
    go(page, "brief")
    for box, text in (
        ("Title", "Talks at Lakeside"),
        ("A note of your own, above the findings", "For Monday.\nAsk again."),
    ):
        page.get_by_role("textbox", name=box, exact=True).fill(text)
        page.keyboard.press("Control+Enter")
        settle(page)

    words = whole_on_paper(page)

    assert "Talks at Lakeside" in words
    assert "For Monday. Ask again." in words


def test_what_two_coders_answered_differently_is_printed(page: Page, server: Server) -> None:
    visit(page, server, "second?article=worked-example")
    page.get_by_role("button", name="Save and next").click()
    settle(page)
    page.get_by_text("Show how far the two agree").click()
    settle(page)

    assert "second none" in whole_on_paper(page)
