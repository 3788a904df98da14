"""What a reader sees when the server ends in the middle of their work, in a real browser.

Only a browser shows what it goes on showing: it keeps the page of a server that has ended.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from components.ui.frame import LOST
from tests.browser.conftest import SECONDS, Server, copy_of_data, heading, settle, visit
from tests.browser.test_journeys import shown
from tests.browser.test_own_articles import FOUND, bring, go, paste, read

EXAMPLE = "article=worked-example&speaker=brook&form=indirect"
"""A link with a filter."""

BACK = 90_000
"""The browser tries again after longer and longer pauses."""


# --- The server is killed and started again ----------------------------------------------------------


class Tabs(NamedTuple):
    """Pages that stood open when the server ended without a word, as in a power cut; it runs again. `before` is what `filtered`
    and `with_a_text` said that they show.
    """

    filtered: Page
    loaded_anew: Page
    with_an_article: Page
    with_a_text: Page
    with_a_kept_one: Page
    before: str
    server: Server


def in_front(tab: Page) -> Page:
    """The tab before all others: what stands behind is drawn once a second."""
    tab.bring_to_front()
    return tab


@pytest.fixture(scope="module")
def tabs(reader: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tabs]:
    """Five tabs, each in the middle of something; nobody touches them while the server is away."""
    server = Server(copy_of_data(tmp_path_factory.mktemp("killed") / "data"))
    server.start()
    filtered, loaded_anew, with_an_article, with_a_text, with_a_kept_one = (reader.new_page() for _ in range(5))
    visit(in_front(filtered), server, f"quotes?{EXAMPLE}")
    before = shown(filtered)
    visit(in_front(loaded_anew), server, f"quotes?{EXAMPLE}")
    assert shown(loaded_anew) == before
    visit(in_front(with_a_text), server, f"read?{EXAMPLE}")
    assert shown(with_a_text) == before
    paste(with_a_text, "Ana Brook said that the talks were good.")
    expect(with_a_text.locator(".rd-notice")).to_have_count(0)

    bring(in_front(with_an_article), server)
    go(with_an_article, "article")
    expect(with_an_article.locator(".rd-article")).to_contain_text("Nobody here wants a war.")

    visit(in_front(with_a_kept_one), server, "read")
    paste(with_a_kept_one, "Ana Brook of Ruritania said that the harvest was good. Carl Dale said that it was late.")
    read(with_a_kept_one, re.compile("^2 statements read"))
    with_a_kept_one.get_by_role("button", name="Keep in my library").click()
    expect(with_a_kept_one.locator(".rd-notice")).to_contain_text("It is here again after a restart.")
    expect(with_a_kept_one.get_by_role("button", name="Kept in my library")).to_be_disabled()

    server.process.kill()
    server.process.communicate(timeout=20)
    server.start()
    opened = Tabs(filtered, loaded_anew, with_an_article, with_a_text, with_a_kept_one, before, server)
    yield opened
    for each in opened[:5]:
        each.close()
    server.end()


def test_after_a_restart_the_page_comes_back_with_its_filter(tabs: Tabs) -> None:
    assert re.match(r"[1-9] of 11 statements: Brook", tabs.before)

    page = in_front(tabs.loaded_anew)
    page.reload()
    settle(page)

    assert shown(page) == tabs.before
    assert page.url.endswith(f"quotes?{EXAMPLE}")


def test_after_a_restart_an_open_page_goes_on_where_it_was(tabs: Tabs) -> None:
    """Without a click and without a reload; and its widgets still change what is shown."""
    page = in_front(tabs.filtered)
    expect(page.get_by_text("Connection error")).to_have_count(0, timeout=BACK)
    settle(page)

    assert shown(page) == tabs.before
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(page.locator(".rd-shown")).to_have_text("All 11 statements", timeout=SECONDS)


def test_after_a_restart_what_was_not_saved_is_said_to_be_lost_and_stands_there_no_longer(tabs: Tabs) -> None:
    page = in_front(tabs.with_an_article)
    expect(page.locator(".rd-notice")).to_have_text(LOST, timeout=BACK)  # nobody clicks
    settle(page)
    assert "Nobody here wants a war." not in page.locator("body").inner_text()
    assert "Tavria" not in page.locator("body").inner_text()
    page.get_by_test_id("stMain").get_by_role("link", name="Read an article").click()
    expect(heading(page)).to_have_text("Read your own text", timeout=SECONDS)


def test_after_a_restart_a_text_that_was_in_the_box_is_said_to_be_lost_and_the_filter_is_there(tabs: Tabs) -> None:
    page = in_front(tabs.with_a_text)
    expect(page.locator(".rd-notice")).to_have_text(LOST, timeout=BACK)
    settle(page)
    expect(page.get_by_role("textbox", name="Text of the article")).to_have_value("")
    assert shown(page) == tabs.before
    go(page, "quotes")
    assert page.url.endswith(f"quotes?{EXAMPLE}")  # what is shared from there says nothing of it


def test_what_was_kept_is_there_after_the_server_was_killed(tabs: Tabs) -> None:
    page = in_front(tabs.with_a_kept_one)
    expect(page.locator(".rd-notice").first).to_have_text(LOST, timeout=BACK)
    settle(page)
    page.get_by_role("button", name="Show", exact=True).click()
    settle(page)
    assert shown(page) == "All 2 statements"
    expect(page.locator(".rd-notice")).to_have_count(0)


def test_what_was_kept_is_there_for_a_browser_that_was_not(tabs: Tabs, guest: Page) -> None:
    visit(guest, tabs.server, "read")
    guest.get_by_role("button", name="Show", exact=True).click()
    settle(guest)
    assert shown(guest) == "All 2 statements"


# --- The server goes on ------------------------------------------------------------------------------


def test_a_text_in_the_box_stays_there_on_the_way_to_another_page_and_back(page: Page, server: Server) -> None:
    visit(page, server, f"read?{EXAMPLE}")
    paste(page, "Ana Brook said that the talks were good.")
    go(page, "quotes")
    go(page, "read")

    expect(page.get_by_role("textbox", name="Text of the article")).to_have_value(
        "Ana Brook said that the talks were good."
    )
    expect(page.locator(".rd-notice")).to_have_count(0)


def test_a_page_that_is_loaded_anew_says_that_what_was_not_saved_is_lost(page: Page, server: Server) -> None:
    bring(page, server)
    expect(heading(page)).to_have_text(FOUND)

    page.reload()
    settle(page)

    expect(page.locator(".rd-notice")).to_have_text(LOST)
    expect(heading(page)).to_have_text("Read your own text")


def test_a_page_that_is_closed_while_it_sends_a_file_harms_nobody(
    page: Page, other_reader: BrowserContext, own_server: Server
) -> None:
    other = in_front(other_reader.new_page())
    visit(other, own_server, "read")
    client = other.context.new_cdp_session(other)
    client.send("Network.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 50_000}
    client.send("Network.emulateNetworkConditions", slow)
    file = {"name": "talks.txt", "mimeType": "text/plain", "buffer": b"Ana Brook spoke. " * 200_000}
    with other.expect_request(re.compile("upload_file"), timeout=SECONDS):
        other.locator("input[type=file]").set_input_files(file)
    other.close()

    visit(page, own_server, "read")
    expect(heading(page)).to_have_text("Read your own text")
    assert "Ana Brook" not in own_server.stop()
