"""A reader brings an article, in a real browser: what only a browser shows is tried here, the rest without one."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from frictionless import validate
from playwright.sync_api import Browser, Page, expect

from components.article.opening import open_folder
from components.model.codebook import Codebook
from components.ui.pages import PAGES
from tests.browser.conftest import DESK, READ, SECONDS, Server, choose, copy_of_data, give, go, heading, settle, visit
from tests.browser.test_accessibility import WIDE_AND_NARROW, faults_on
from tests.browser.test_journeys import shown
from tests.browser.test_print import whole_on_paper
from tests.reading.make_files import lines, paragraph, pdf, word
from tests.test_own_articles import TEXT

FOUND = "8 statements read, 2 speakers found"
LEFT = "4 speakers are likely, 3 are guesses and 1 was not found"
ONE_LESS = "4 speakers are likely and 3 are guesses"
"""When the first of them is accepted."""


def paste(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Text of the article")
    box.fill(text)
    box.press("Control+Enter")
    settle(page)


def read(page: Page, found: str | re.Pattern[str] = FOUND) -> None:
    """Press the button once, and wait for the result."""
    page.get_by_role("button", name="Read it", exact=True).click()
    expect(heading(page)).to_have_text(found, timeout=READ)
    settle(page)


def bring(page: Page, server: Server) -> None:
    """Paste the article of the tests as the report of one meeting, and have it read."""
    visit(page, server, "read")
    paste(page, TEXT)
    choose(page, "Genre", "Report of one meeting")
    read(page)


def press(page: Page, key: str, says: str) -> None:
    """Press a key and wait for the heading that follows from it."""
    page.keyboard.press(key)
    expect(heading(page)).to_have_text(says, timeout=SECONDS)
    settle(page)


def sentence(page: Page) -> str:
    return page.locator(".rd-statement sup").inner_text()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, with a library of its own."""
    running = Server(copy_of_data(tmp_path / "data"))
    running.start()
    yield running
    running.stop()


# --- From the clipboard to the last guess -------------------------------------------------------


def test_paste_read_and_review_by_keys_alone(page: Page, server: Server) -> None:
    """The keys of Streamlit's buttons exist in the browser only, and so does the progress that ends by itself."""
    bring(page, server)
    go(page, "review")
    expect(heading(page)).to_have_text(LEFT)
    assert sentence(page) == "1"  # nobody was found for it: the least certain comes first

    page.keyboard.press("j")
    expect(page.locator(".rd-statement sup")).to_have_text("3")
    page.keyboard.press("k")
    expect(page.locator(".rd-statement sup")).to_have_text("1")
    press(page, "a", ONE_LESS)
    assert sentence(page) == "3"
    press(page, "x", "4 speakers are likely and 2 are guesses")
    assert shown(page) == "All 7 statements"

    press(page, "u", ONE_LESS)
    assert (shown(page), sentence(page)) == ("All 8 statements", "3")
    press(page, "u", LEFT)
    assert sentence(page) == "1"


def test_letters_that_are_typed_into_a_field_decide_nothing(page: Page, server: Server) -> None:
    """A name such as “Jaxu” holds every key of the page."""
    bring(page, server)
    go(page, "review")

    page.get_by_role("combobox", name="Speakers").press_sequentially("Jaxu", delay=60)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    settle(page)
    expect(heading(page)).to_have_text(LEFT)
    page.get_by_role("button", name="Save the correction").click()

    expect(heading(page)).to_have_text(ONE_LESS)
    go(page, "article")
    expect(page.locator(".rd-margin", has_text="Jaxu")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_statement_that_is_chosen_in_the_list_comes_into_view(page: Page, server: Server, width: int) -> None:
    """On a phone it stands above the list; where it is in sight already nothing moves."""
    bring(page, server)
    go(page, "review")
    page.set_viewport_size({"width": width, "height": 844})
    settle(page)
    row = page.locator(".st-key-review_list .rd-pressed").nth(4 if width == 390 else 1)
    row.scroll_into_view_if_needed()
    scrolled = "document.querySelector('[data-testid=stMain]').scrollTop"
    before = page.evaluate(scrolled)

    row.click()

    expect(page.locator(".rd-statement sup")).to_have_text("2" if width == 390 else "3")
    settle(page)
    expect(page.locator(".rd-statement")).to_be_in_viewport(ratio=1)
    if width == 390:
        tabs = page.locator(".st-key-tabs").bounding_box()
        statement = page.locator(".rd-statement").bounding_box()
        assert tabs
        assert statement
        assert statement["y"] >= tabs["y"] + tabs["height"]
    else:
        assert page.evaluate(scrolled) == before


def test_beside_a_long_list_the_statement_stays_in_sight(page: Page, server: Server) -> None:
    visit(page, server, "read")
    page.get_by_role("button", name="Open this example").nth(1).click()
    expect(heading(page)).to_have_text("Who says what, in order", timeout=READ)
    go(page, "review")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.get_by_role("radio", name=re.compile("^All ")).click()
    settle(page)

    page.locator(".st-key-review_list").hover()
    page.mouse.wheel(0, 240)
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 200
    expect(page.locator(".rd-statement")).to_be_in_viewport(ratio=1)
    statement = page.locator(".rd-statement").bounding_box()
    assert statement
    assert statement["y"] > 60  # below the header


# What of the statements in the list is cut, or stands beyond the edge of its row or of the screen.
CUT = """() => [...document.querySelectorAll('.st-key-review_list :is(.rd-item, .rd-text)')].filter(each =>
  each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth || each.getBoundingClientRect().right > innerWidth
).map(each => each.textContent)"""


def test_the_list_shows_its_statements_whole_and_one_that_is_pressed_is_looked_at(page: Page, server: Server) -> None:
    bring(page, server)
    go(page, "review")
    words = page.locator(".st-key-review_list .rd-text")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)

        expect(words).to_have_count(8)
        expect(words.nth(4)).to_have_text(
            "British Foreign Secretary Ana Brook said on 4 May 2020 that the new sanctions on Ruritania were a good start."
        )
        assert page.evaluate(CUT) == []

    page.locator(".st-key-review_list .rd-pressed").nth(2).click()

    expect(page.locator(".rd-statement sup")).to_have_text("4")  # they stand there in the order 1, 3, 4, 7, 2
    expect(page.locator(".st-key-review_list .rd-on .rd-no")).to_have_text("no. 4")
    settle(page)
    assert "the new sanctions on Ruritania were a good start" in whole_on_paper(page)


# --- Files --------------------------------------------------------------------------------------

SENTENCES = (
    "US Secretary of State Carl Dale said that the talks were good.",
    "The exports of Ruritania rose again in the spring.",
)


def word_file() -> bytes:
    return word(paragraph("Talks in Tavria", style="Ueberschrift1") + "".join(paragraph(each) for each in SENTENCES))


def pdf_file() -> bytes:
    return pdf(lines("Talks in Tavria", size=20, top=740) + lines(SENTENCES[0], "", SENTENCES[1]))


@pytest.mark.parametrize(("name", "data"), [("talks.docx", word_file()), ("talks.pdf", pdf_file())])
def test_a_document_is_read_with_what_it_says_of_itself(page: Page, server: Server, name: str, data: bytes) -> None:
    """The uploader is the browser's own, and the file goes over the network as it would for a reader."""
    visit(page, server, "read")

    give(page, {"name": name, "mimeType": "", "buffer": data})
    expect(page.get_by_role("textbox", name="Text of the article")).to_have_value(re.compile(SENTENCES[0]))
    settle(page)
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Talks in Tavria")
    read(page, re.compile(r"^\d statements read, 1 speaker found$"))

    go(page, "article")
    expect(page.locator(".rd-article")).to_contain_text(SENTENCES[1])


# --- Long texts ---------------------------------------------------------------------------------


def test_a_long_text_shows_its_progress_and_can_be_given_up(page: Page, server: Server) -> None:
    """The progress is drawn again and again by the browser's own clock."""
    visit(page, server, "read")
    paste(
        page,
        " ".join(f"Ana Brook said that the talks of day {day} in the city of Tavria were good." for day in range(1500)),
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".rd-step-done").first).to_contain_text(re.compile(r"[\d,]+ found"), timeout=READ)
    expect(page.locator(".rd-step-now")).to_have_count(1)
    expect(page.get_by_role("progressbar", name="Reading")).to_be_visible()
    expect(page.get_by_role("button", name="Read it", exact=True)).to_be_disabled()

    page.get_by_test_id("stMain").get_by_role(
        "button", name="Stop", exact=True
    ).click()  # the platform's header has one too

    expect(page.locator(".rd-notice")).to_have_text("Reading was stopped. What you pasted is still in the box.")
    settle(page)
    paste(page, TEXT)  # the process that read the long text is gone; the next text finds another
    read(page, re.compile("^8 statements read"))


# --- Saved and kept -----------------------------------------------------------------------------


def test_the_downloaded_article_opens_here_and_elsewhere(
    browser: Browser, page: Page, server: Server, codebook: Codebook, tmp_path: Path
) -> None:
    """What the browser stores is the file that the package's other readers get."""
    bring(page, server)
    go(page, "review")
    press(page, "a", ONE_LESS)
    go(page, "read")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the article").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "two-days-of-talks-in-tavria.zip"

    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "package")
    assert validate(str(tmp_path / "package/datapackage.json")).valid
    assert len(open_folder(tmp_path / "package", codebook).package.statements) == 8

    other = browser.new_context()
    guest = other.new_page()
    visit(guest, server, "read")
    give(guest, file)
    expect(heading(guest)).to_have_text(FOUND)
    go(guest, "review")
    expect(heading(guest)).to_have_text(ONE_LESS)
    other.close()


def test_a_kept_article_is_there_after_a_restart(browser: Browser, page: Page, own_server: Server) -> None:
    """Only a server that ends shows what was on the disk."""
    bring(page, own_server)
    page.get_by_role("button", name="Keep in my library").click()
    expect(page.locator(".rd-notice")).to_contain_text("It is here again after a restart.")
    expect(page.get_by_role("button", name="Kept in my library")).to_be_disabled()

    own_server.stop()
    own_server.start()

    later = browser.new_context().new_page()
    visit(later, own_server, "read")
    later.get_by_role("button", name="Show", exact=True).click()
    expect(later.locator(".rd-shown")).to_have_text(
        "All 8 statements", timeout=30_000
    )  # a server that just began is slow
    later.context.close()


# --- Nobody else's ------------------------------------------------------------------------------


def everything(page: Page) -> str:
    """All that a session shows and sends: the address, the title, the page, and the list of articles."""
    page.locator("[class*=st-key-switch_] button").first.click()
    expect(page.get_by_role("searchbox", name="Find an article")).to_be_visible()
    seen = page.url + page.title() + page.locator("body").inner_text()
    for _ in range(3):
        page.keyboard.press("Escape")
    settle(page)
    return seen


def test_two_sessions_never_see_each_other_s_articles(browser: Browser, own_server: Server) -> None:
    """Two browsers on one server at the same time, each with a word that stands nowhere else."""
    words = ("Quizzaria", "Vexonia")
    pages = [browser.new_context().new_page() for _ in words]
    for page, word_ in zip(pages, words, strict=True):
        visit(page, own_server, "read")
        paste(page, f"Talks in {word_}\n\nAna Brook said that {word_} was good. Carl Dale said that it was not.")
    for page in pages:
        page.get_by_role("button", name="Read it").click()  # both wait for the one process
    for page in pages:
        expect(heading(page)).to_have_text(re.compile("^2 statements read"), timeout=READ)
        settle(page)

    for page, mine, other in zip(pages, words, reversed(words), strict=True):
        for name in ("read", "overview", "article", "review"):
            go(page, name)
            seen = everything(page)
            assert mine in seen
            assert other not in seen
        page.context.close()

    assert not set(words) & set(re.findall(r"\w+", own_server.stop()))  # the log of the server has neither
    own_server.start()


def test_an_article_of_one_s_own_is_never_in_the_address(page: Page, server: Server) -> None:
    """The address is the browser's: what it goes to while pages change, numbers are opened and words are searched."""
    addresses: list[str] = []
    page.on("framenavigated", lambda frame: addresses.append(frame.url))
    bring(page, server)
    before = len(addresses)

    for name in PAGES:
        go(page, name)
        assert urlsplit(page.url).query == "yours=1"
        expect(page).to_have_title(f"{PAGES[name].title} · Readout")
    go(page, "quotes")
    page.get_by_role("searchbox", name="Search").fill("alarm")
    page.keyboard.press("Enter")
    settle(page)
    assert shown(page).startswith("1 of 8 statements: with “alarm”")
    page.locator(".rd-pressed:has(.rd-row)").first.click()
    settle(page)
    page.get_by_role("button", name="Read it in the article").click()
    expect(page.locator(".rd-linked")).to_contain_text("They are a new alarm.")
    settle(page)

    visited = unquote(" ".join([*addresses[before:], page.url]))
    assert set(re.findall(r"\?\S+", visited)) == {"?yours=1"}  # the mark, and nothing of the article
    assert "alarm" not in visited
    assert "tavria" not in visited.casefold()


# --- Light and dark, wide and narrow ------------------------------------------------------------


def test_the_pages_have_no_serious_fault_with_an_article_of_one_s_own(page: Page, server: Server) -> None:
    """By the rules of axe, as for the other pages; and nothing stands beyond the edge of the screen."""
    bring(page, server)
    faults = {}
    for name in ("read", "review", "codebook"):
        page.set_viewport_size(DESK)
        expect(page.get_by_test_id("stExpandSidebarButton")).to_be_hidden()  # the wide layout is there
        go(page, name)
        faults[name] = faults_on(page, WIDE_AND_NARROW)
    assert faults == {"read": {}, "review": {}, "codebook": {}}
