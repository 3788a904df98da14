"""The brief in a real browser: chosen among the quotes, put in order, taken away as a document, and there again after a reload."""

import datetime as dt
import io
import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from components.analysis.view import View
from components.article.package import Package
from components.model.brief import Brief
from components.report.brief.briefing import Briefing, of_brief, part_of
from components.report.brief.html import to_html
from components.report.brief.pdf import to_pdf
from tests.browser.conftest import Server, go, heading, settle, visit

QUOTES = "quotes?article=worked-example"
KEPT = "Kept on this machine: it is here again after a reload. Nothing of it stands in the address."


def press(page: Page, name: str, number: int = 0) -> None:
    """Press the button with this name, one of those that have it."""
    page.get_by_role("button", name=name, exact=True).nth(number).click()
    settle(page)


def words(page: Page) -> list[str]:
    """The statements of the brief, in its order."""
    return page.locator(".rd-chosen .rd-text").all_inner_texts()


def test_a_brief_is_put_in_order_noted_and_taken_away(page: Page, server: Server) -> None:
    visit(page, server, QUOTES)
    for statement in (2, 3):
        press(page, f"Add statement {statement} to brief")
    expect(page.get_by_role("link", name="Brief · 2", exact=True)).to_be_visible()

    go(page, "brief")
    expect(heading(page)).to_have_text("Two statements to take along")
    first, second = words(page)
    press(page, "Up", 1)
    assert words(page) == [second, first]

    press(page, "Note")
    page.get_by_role("textbox", name="Your note").fill("Ask about the ferry.")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Escape")
    settle(page)
    expect(page.locator(".rd-own-note")).to_have_text("Ask about the ferry.")

    press(page, "Remove", 1)
    assert words(page) == [second]
    press(page, "Undo")
    assert words(page) == [second, first]

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Briefing, HTML", exact=True).click()
    document = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert document.index(second) < document.index("Ask about the ferry.") < document.index(first)

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Briefing, PDF", exact=True).click()
    pdf = pypdf.PdfReader(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert len(pdf.pages) == 1
    assert "Ask about the ferry." in pdf.pages[0].extract_text()

    expect(page.get_by_text(KEPT)).to_be_visible()
    page.reload()
    settle(page)
    assert words(page) == [second, first]
    expect(page.get_by_role("link", name=re.compile("^Brief"))).to_have_text("Brief · 2")

    press(page, "Clear")
    expect(heading(page)).to_have_text("Nothing is in the brief")

    page.get_by_role("link", name="Choose in Quotes").click()
    settle(page)
    expect(page).to_have_url(re.compile("/quotes"))


@pytest.fixture
def short(example: Package, talks: Package) -> Briefing:
    """A briefing of three statements of two articles, with notes and a heading."""
    brief, parts = Brief(title="Talks at Lakeside", note="For Monday.\nAsk again."), []
    for package, places in ((example, [3, 1]), (talks, [30])):
        left = package.statements.iloc[places]
        brief = brief.with_statements(package.id, left["statement"])
        parts.append(part_of(package, package.led, left, View(package.id)))
    brief = brief.with_heading(2, "Elsewhere").changed(0, note="Ask.")
    return of_brief(brief, parts, by="own", day=dt.date(2026, 11, 25))


def sheets(data: bytes) -> list[str]:
    return [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_short_briefing_is_one_page_of_paper(browser: Browser, short: Briefing, tmp_path: Path, paper: str) -> None:
    """The HTML file is opened as whoever gets it opens it: from the disk, with the network off."""
    file = tmp_path / "brief.html"
    file.write_bytes(to_html(short))
    context = browser.new_context(offline=True)
    try:
        page, told = context.new_page(), list[str]()
        page.on("console", lambda message: told.append(message.text))
        page.goto(file.as_uri())
        (sheet,) = sheets(page.pdf(format=paper, prefer_css_page_size=False, print_background=True))
    finally:
        context.close()

    assert told == []  # its policy refuses nothing of its own
    wanted = ("Talks at Lakeside", "Findings", "Quotes", "[3]", "Sources", "Method", "1 of 1")
    assert [each for each in wanted if "".join(each.split()) not in "".join(sheet.split())] == []


def test_a_short_briefing_is_one_page_as_a_pdf(short: Briefing) -> None:
    assert len(sheets(to_pdf(short))) == 1
