"""What comes out of the printer: the whole width of every chart, and a line that names what is left out."""

import io

import pypdf
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Server, visit

LAST = {
    "": ("Trade and cooperation", "Reporter"),  # the last row and column of the matrix
    "sentiment": ("Who takes the credit", "improve"),  # the last section, and the word behind its lane
    "timeline": ("Istanbul and Astana", "15", "80"),  # the last lane, section and number of a statement
}


@pytest.mark.parametrize("name", LAST)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_is_cut_on_paper_and_what_is_left_out_is_named(
    page: Page, server: Server, name: str, mode: str
) -> None:
    page.emulate_media(color_scheme=mode)  # type: ignore[arg-type]
    visit(page, server, f"{name}?article=lavrov-truss-2022-02")

    margin = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
    printed = page.pdf(format="A4", print_background=True, margin=margin)  # type: ignore[arg-type]

    words = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(printed)).pages)
    words = " ".join(words.split())
    assert all(each in words for each in LAST[name]), words
    assert "Not printed: menus, buttons and lists" in words
    assert "Filter" not in words
