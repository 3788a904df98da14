"""Two readouts of one meeting, in a real browser: opened by a link, gone through by keys, decided, cited, taken along."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from components.model.comparison import CAVEAT
from tests.browser.conftest import Server, choose, give, heading, key, settle, visit

MARENIA, TOLVIA = "talks-in-port-sella-marenia", "talks-in-port-sella-tolvia"
BOTH = f"compare?article={MARENIA}&beside={TOLVIA}"


def press_subject(page: Page, name: str) -> None:
    """Open the row of a subject: what is pressed lies over the whole row."""
    page.get_by_role("button", name=f"Open {name}", exact=True).click(force=True)
    settle(page)


def opened(page: Page) -> str:
    """The subject whose row is open, as its line says it."""
    return page.locator(".rd-cmp.rd-on .rd-cmp-subject").inner_text().removeprefix("▾").strip()


def test_a_second_text_of_the_same_meeting_is_offered_first_and_chosen(page: Page, server: Server) -> None:
    visit(page, server, f"compare?article={MARENIA}")
    expect(heading(page)).to_have_text("Two texts side by side")

    choose(page, "Beside it", "Talks in Port Sella (invented): Tolvia’s readout (perhaps of the same meeting)")

    expect(heading(page)).to_have_text("Four subjects stand only in Tolvia’s readout")
    assert f"beside={TOLVIA}" in page.url
    assert CAVEAT in page.get_by_test_id("stMain").inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_ships_of_one_meeting_is_one_press_away(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    visit(page, server, "compare?article=lavrov-truss-2022-02")
    pairs = page.locator(".st-key-pairs").get_by_role("button")
    expect(pairs).to_have_count(2)
    assert all(each.evaluate("each => each.scrollWidth <= each.clientWidth") for each in pairs.all())

    pairs.filter(has_text="Marenia’s readout, beside Talks in Port Sella (invented): Tolvia’s readout").click()

    expect(heading(page)).to_have_text("Four subjects stand only in Tolvia’s readout")
    assert f"article={MARENIA}" in page.url
    assert f"beside={TOLVIA}" in page.url


# The rows of small tables in which a line begins or ends within the row.
BROKEN = """() => [...document.querySelectorAll('.rd-table tr')].filter(({cells}) =>
  new Set([...cells].map((cell) => getComputedStyle(cell).borderTopWidth)).size > 1
).map((row) => row.textContent)"""


def test_the_lines_of_a_table_go_through_from_the_name_of_the_row_on(page: Page, server: Server) -> None:
    visit(page, server, BOTH)

    expect(page.locator(".rd-table")).to_have_count(2)
    assert page.evaluate(BROKEN) == []


def test_the_rows_are_gone_through_marked_decided_and_undone_by_keys_alone(page: Page, server: Server) -> None:
    visit(page, server, BOTH)
    subjects = page.locator(".rd-cmp .rd-cmp-subject").all_inner_texts()
    names = [each.removeprefix("▸").split("\n")[0].strip() for each in subjects if each.startswith("▸")]

    for name in names[:2]:
        key(page, "j")
        assert opened(page).split("\n")[0] == name
    key(page, "k")
    assert opened(page).split("\n")[0] == names[0]

    key(page, "m")
    expect(page.locator(".rd-cmp.rd-on .rd-marked")).to_have_text("★ Marked")
    key(page, "u")
    expect(page.locator(".rd-marked")).to_have_count(0)

    press_subject(page, "Sovereignty and borders")
    key(page, "n")
    expect(page.get_by_text("In both: 5 of 11")).to_be_visible()
    key(page, "u")
    expect(page.get_by_text("In both: 6 of 11")).to_be_visible()

    key(page, "b")
    expect(page.get_by_role("link", name=re.compile("^Brief · "))).to_be_visible()
    expect(page.get_by_role("button", name="✓ In the brief")).to_be_visible()


def test_a_comparison_is_taken_along_with_its_caveat_and_opened_again(page: Page, server: Server) -> None:
    visit(page, server, BOTH)
    key(page, "j")
    key(page, "m")
    expect(page.locator(".rd-cmp.rd-on .rd-marked")).to_have_text("★ Marked")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV", exact=True).click()
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_text(encoding="utf-8-sig"))))
    assert {row["caveat"] for row in rows} == {CAVEAT}
    assert len({row["subject"] for row in rows if row["marked"]}) == 1
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the comparison", exact=True).click()
    saved = waiting.value.path().read_bytes()

    visit(page, server, BOTH)
    expect(page.locator(".rd-marked")).to_have_count(0)
    page.get_by_text("Open a saved comparison").click()
    give(page, {"name": "saved.zip", "mimeType": "application/zip", "buffer": saved})
    settle(page)

    expect(page.get_by_text("The comparison is open.")).to_be_visible()
    expect(page.locator(".rd-marked")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_row_leads_to_the_place_in_the_article(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, server, BOTH)
    key(page, "j")

    page.locator(".st-key-to_articles").get_by_role("button").first.click()
    expect(page).to_have_url(re.compile(r"/article\?"))
    settle(page)
    expect(page.locator(".rd-linked")).to_be_in_viewport()
