"""The brief in a real browser: chosen among the quotes, put in order, taken away as a document, and there again after a reload."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

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
        press(page, f"+ Add statement {statement} to brief")
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

    expect(page.get_by_text(KEPT)).to_be_visible()
    page.reload()
    settle(page)
    assert words(page) == [second, first]
    expect(page.get_by_role("link", name=re.compile("^Brief"))).to_have_text("Brief · 2")

    press(page, "Clear")
    expect(heading(page)).to_have_text("Nothing is in the brief")
