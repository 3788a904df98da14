"""A stranger's article with a hostile string in every field, in a real browser, with a listener that counts requests.

It is shown twice: as the app is, and with a browser that was told to ignore the content security policy, so that the
escaping is tried without the second layer behind it.
"""

import csv
import io
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from playwright.sync_api import Browser, Download, Page, expect

from components.article.archive import from_zip, to_zip
from components.article.opening import open_article
from components.article.saving import save_article
from components.model.codebook import Codebook, write_codebook
from components.ui.pages import PAGES
from tests.browser.conftest import Server, copy_of_data, download, give, heading, settle, visit
from tests.browser.test_own_articles import go
from tests.hostile import NASTY, beacon, draft


class Listener:
    """A server on loopback that a beacon would call, and what was asked of it."""

    def __init__(self) -> None:
        asked = self.asked = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            def log_message(self, *_: object) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listens = Listener()
    yield listens
    listens.server.shutdown()
    listens.server.server_close()


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page without the policy, which would stop what a hostile text asks for: here nothing may ask at all."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


def touch(page: Page) -> None:
    """Open what is folded away, and hover over help icons, marks of charts and buttons."""
    for popover in page.get_by_test_id("stPopover").get_by_role("button").all():
        if popover.is_visible():
            popover.click()
            settle(page)
            page.keyboard.press("Escape")
    for summary in page.locator("[data-testid=stMain] summary").all():
        if summary.is_visible():
            summary.click()
    settle(page)
    hovered = page.locator(
        "[data-testid=stMain] [data-testid=stTooltipIcon], [data-testid=stMain] .point path, [data-testid=stMain] path.point,"
        " [data-testid=stMain] button"
    )
    for each in hovered.all()[:25]:
        if each.is_visible():
            each.hover(force=True, timeout=2_000, no_wait_after=True)
            page.wait_for_timeout(30)


def use(page: Page) -> None:
    """Press every figure and a row, choose from every list of statements, switch every choice, look into every other list."""
    main = page.get_by_test_id("stMain")
    for number in range(main.locator("[class*='st-key-figure_'] button").count()):
        main.locator("[class*='st-key-figure_'] button").nth(number).click()
        settle(page)
    choices = main.locator("[data-testid=stButtonGroup] button")
    for number in range(choices.count()):
        for _ in range(2):  # on and off again
            choices.nth(number).click()
            settle(page)
    for name in main.get_by_role("combobox").evaluate_all("all => all.map(each => each.ariaLabel)"):
        box = main.get_by_role("combobox", name=name, exact=True).first
        if not box.is_visible():  # what was chosen before has taken it away
            continue
        box.press("ArrowDown")
        page.wait_for_timeout(300)
        option = page.get_by_role("option").first
        if name.startswith("Read the ") and option.is_visible():
            option.click()
        else:
            page.keyboard.press("Escape")
        settle(page)
    rows = main.locator(".rd-pressed")
    if rows.count():
        rows.first.click()
        settle(page)


def assert_harmless(page: Page, listener: Listener) -> None:
    main = page.get_by_test_id("stMain")
    assert listener.asked == []
    assert page.evaluate("window.ranHere") is None
    assert main.locator("img").count() == 0
    assert (
        main.locator(f"a[href*='127.0.0.1:{listener.port}'], a[href^='javascript'], a[href*='example.org']").count()
        == 0
    )
    assert main.locator(".katex, .stMarkdownBadge, [style*='url(']").count() == 0
    assert (
        main.locator(".stMarkdownColoredText", has_text=re.compile("^y$")).count() == 0
    )  # ours colour a glyph and a count


def assert_is_of(page: Page, listener: Listener) -> None:
    """The hostile article is the one that a page shows."""
    switch = page.locator("[class*=st-key-switch_] [data-testid=stPopoverButton] p").first
    expect(switch).to_have_text(beacon(listener.port, "title"))


def open_hostile(page: Page, server: Server, codebook: Codebook, listener: Listener) -> None:
    visit(page, server, "read")
    package = to_zip(save_article(draft(codebook, listener.port)))
    name = f"![f](http://127.0.0.1:{listener.port}) <b>.zip"
    give(page, {"name": name, "mimeType": "application/zip", "buffer": package})
    expect(heading(page)).to_have_text("6 statements read, 1 speaker found", timeout=60_000)
    settle(page)


def test_a_hostile_article_is_text_on_every_page(
    bare: Page, server: Server, codebook: Codebook, listener: Listener
) -> None:
    open_hostile(bare, server, codebook, listener)
    seen = {}
    for name in ("read", *PAGES):
        go(bare, name)
        assert_is_of(bare, listener)
        touch(bare)
        assert_harmless(bare, listener)
        use(bare)
        assert_harmless(bare, listener)
        seen[name] = bare.get_by_test_id("stMain").text_content() or ""
    for name, fields in {
        "article": ("heading", "topic1"), "quotes": ("citation", "topic0", "topic1"), "method": ("definition",),
        "overview": ("side",),
    }.items():  # fmt: skip
        for field in fields:
            assert beacon(listener.port, field) in seen[name], (name, field)


def test_it_is_so_with_the_policy_too(page: Page, server: Server, codebook: Codebook, listener: Listener) -> None:
    open_hostile(page, server, codebook, listener)
    for name in PAGES:
        go(page, name)
        assert_harmless(page, listener)


def test_sentences_are_shown_character_for_character(
    page: Page, server: Server, codebook: Codebook, listener: Listener
) -> None:
    open_hostile(page, server, codebook, listener)
    go(page, "article")
    shown = page.locator(".rd-para > span").evaluate_all(
        "all => all.map(each => [...each.childNodes].slice(1).map(node => node.textContent).join(''))"
    )
    assert shown[: len(NASTY)] == list(NASTY)

    go(page, "quotes")
    rows = page.locator(".rd-row:not(.rd-head) .rd-said-here")
    assert [
        each.removesuffix("\n") for each in rows.evaluate_all("all => all.map(each => each.firstChild.textContent)")
    ][: len(NASTY)] == list(NASTY)
    page.locator(".rd-pressed:has(.rd-row)").first.click()
    expect(page.locator(".rd-statement")).to_have_count(1)
    assert page.locator(".rd-statement").text_content() == NASTY[0]
    go(page, "review")
    for number, sentence in enumerate(NASTY, 1):
        assert page.locator(".rd-statement").text_content() == f"{number} {sentence}"
        page.keyboard.press("j")
        expect(page.locator(".rd-statement sup")).to_have_text(str(number + 1))
        settle(page)


def test_the_files_that_a_hostile_article_is_saved_to_hold_text_alone(
    page: Page, server: Server, codebook: Codebook, listener: Listener
) -> None:
    open_hostile(page, server, codebook, listener)

    def bytes_of(file: Download) -> bytes:
        assert re.fullmatch(r"[a-z0-9-]+\.(csv|xlsx|zip)", file.suggested_filename)
        return file.path().read_bytes()

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the article").click()
    whole = from_zip(bytes_of(waiting.value))
    assert open_article("hostile", whole, codebook) == replace(draft(codebook, listener.port), id="hostile")
    go(page, "quotes")
    rows = list(csv.reader(io.StringIO(bytes_of(download(page, "CSV")).decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@]", cell) and not re.fullmatch(r"-?[\d.]+", cell)]
    assert any(cell.startswith("'=HYPERLINK(") for cell in cells)
    for sheet in openpyxl.load_workbook(io.BytesIO(bytes_of(download(page, "XLSX")))):
        for cell in (cell for row in sheet for cell in row):
            assert cell.data_type != "f"
            assert cell.hyperlink is None


def test_a_hostile_address_is_text(bare: Page, server: Server, listener: Listener) -> None:
    hostile = beacon(listener.port, "address")
    for name in ("article", "speaker", "topic", "section", "form", "tone", "statement", "yours", hostile):
        visit(bare, server, f"?{quote(name)}={quote(hostile)}")
        assert_harmless(bare, listener)
        expect(bare.locator(".rd-notice")).to_contain_text(re.compile(r"!\[address\]\("))


def test_a_hostile_article_of_the_data_folder_is_text(
    bare: Page, tmp_path: Path, general: Codebook, listener: Listener
) -> None:
    folder = copy_of_data(tmp_path / "data") / "hostile-abc123"
    folder.mkdir()
    hostile = draft(general, listener.port)
    for file, data in save_article(hostile).items():
        (folder / file).write_bytes(data)
    book = replace(hostile.codebook, topics=(*general.topics, *hostile.codebook.topics), actors=general.actors)
    (folder.parent / "codebook.toml").write_bytes(write_codebook(book))
    running = Server(folder.parent)
    running.start()
    try:
        for name in PAGES:
            visit(bare, running, f"{name if name != 'overview' else ''}?article=hostile-abc123")
            assert_is_of(bare, listener)
            touch(bare)
            assert_harmless(bare, listener)
    finally:
        running.stop()
