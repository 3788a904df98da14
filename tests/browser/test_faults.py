"""What a reader sees when the server ends in the middle of their work, in a real browser.

Only a browser shows what it goes on showing: it keeps the page of a server that has ended.
"""

import re

from playwright.sync_api import Browser, Page, expect

from components.ui.frame import LOST
from tests.browser.conftest import SECONDS, Server, give, heading, settle, visit
from tests.browser.test_journeys import shown
from tests.browser.test_own_articles import FOUND, bring, go, own_server, paste  # noqa: F401 — a fixture

EXAMPLE = "article=worked-example&speaker=brook&form=indirect"
"""A link with a filter."""

BACK = 90_000
"""The browser tries again after longer and longer pauses."""


def killed_and_started(server: Server) -> None:
    """The server ends without a word, as in a power cut, and is started again."""
    server.process.kill()
    server.process.communicate(timeout=20)
    server.start()


def test_after_a_restart_the_page_comes_back_with_its_filter(page: Page, own_server: Server) -> None:
    visit(page, own_server, f"quotes?{EXAMPLE}")
    before = shown(page)
    assert re.match(r"[1-9] of 11 statements: Brook", before)

    killed_and_started(own_server)
    page.reload()
    settle(page)

    assert shown(page) == before
    assert page.url.endswith(f"quotes?{EXAMPLE}")


def test_after_a_restart_an_open_page_goes_on_where_it_was(page: Page, own_server: Server) -> None:
    """Without a click and without a reload; and its widgets still change what is shown."""
    visit(page, own_server, f"quotes?{EXAMPLE}")
    before = shown(page)

    page.evaluate("() => { window.told.heard = 0; }")
    killed_and_started(own_server)
    page.wait_for_function(
        "() => window.told.heard > 0", timeout=BACK
    )  # of the new server: what is pressed before is lost
    settle(page)

    expect(page.get_by_text("Connection error")).to_have_count(0)
    assert shown(page) == before
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(page.locator(".rd-shown")).to_have_text("All 11 statements", timeout=SECONDS)


def test_after_a_restart_what_was_not_saved_is_said_to_be_lost_and_stands_there_no_longer(
    page: Page,
    own_server: Server,
) -> None:
    bring(page, own_server)
    go(page, "article")
    expect(page.locator(".rd-article")).to_contain_text("Nobody here wants a war.")

    killed_and_started(own_server)

    expect(page.locator(".rd-notice")).to_have_text(LOST, timeout=BACK)  # nobody clicks
    settle(page)
    assert "Nobody here wants a war." not in page.locator("body").inner_text()
    assert "Tavria" not in page.locator("body").inner_text()
    page.get_by_test_id("stMain").get_by_role("link", name="Read an article").click()
    expect(heading(page)).to_have_text("Read your own text", timeout=SECONDS)


def test_after_a_restart_a_text_that_was_in_the_box_is_said_to_be_lost_and_the_filter_is_there(
    page: Page,
    own_server: Server,
) -> None:
    visit(page, own_server, f"read?{EXAMPLE}")
    before = shown(page)
    paste(page, "Ana Brook said that the talks were good.")
    expect(page.locator(".rd-notice")).to_have_count(0)

    killed_and_started(own_server)

    expect(page.locator(".rd-notice")).to_have_text(LOST, timeout=BACK)
    settle(page)
    expect(page.get_by_role("textbox", name="Text of the article")).to_have_value("")
    assert shown(page) == before
    go(page, "quotes")
    assert page.url.endswith(f"quotes?{EXAMPLE}")  # what is shared from there says nothing of it


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


def test_what_was_kept_is_there_after_the_server_was_killed(page: Page, own_server: Server) -> None:
    bring(page, own_server)
    page.get_by_role("button", name="Keep in my library").click()
    expect(page.locator(".rd-notice")).to_contain_text("It is here again after a restart.")

    killed_and_started(own_server)

    expect(page.locator(".rd-notice").first).to_have_text(LOST, timeout=BACK)
    settle(page)
    page.get_by_role("button", name="Show", exact=True).click()
    settle(page)
    assert shown(page) == "All 8 statements"
    expect(page.locator(".rd-notice")).to_have_count(0)


def test_a_browser_that_is_closed_while_it_sends_a_file_harms_nobody(browser: Browser, own_server: Server) -> None:
    other = browser.new_context().new_page()
    visit(other, own_server, "read")
    client = other.context.new_cdp_session(other)
    client.send("Network.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 50_000}
    client.send("Network.emulateNetworkConditions", slow)
    file = {"name": "talks.txt", "mimeType": "text/plain", "buffer": b"Ana Brook spoke. " * 200_000}
    with other.expect_request(re.compile("upload_file"), timeout=SECONDS):
        give(other, file)
    other.context.close()

    page = browser.new_context().new_page()
    visit(page, own_server, "read")
    expect(heading(page)).to_have_text("Read your own text")
    page.close()
    assert "Ana Brook" not in own_server.stop()
    own_server.start()
