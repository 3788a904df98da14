"""First clicks count: what is typed and pressed at once is done, on every form.

A box tells the server what stands in it when it is left, which is when the button is pressed; the answer comes while the
button is still held. What came or went above it then would take the click away, and what is disabled until the answer is
there never has it.
"""

import re
from itertools import pairwise

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import SECONDS, Server, choose, go, heading, settle, visit
from tests.browser.test_own_articles import READ, bring, own_server  # noqa: F401 — a fixture
from tests.conftest import DATA

TIMES = 20
HELD = 150
"""Milliseconds for which a hand holds a button."""

EXAMPLE = "article=worked-example"


def type_at_once(page: Page, box: str, text: str, *, role: str = "textbox") -> None:
    """Put a text into a box, as a paste does, and stay in it."""
    page.get_by_role(role, name=box, exact=True).click()  # type: ignore[arg-type]
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def press(page: Page, button: Locator) -> None:
    """Press where the button stands now, and let go there, as a hand does."""
    place = button.bounding_box()
    assert place
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(HELD)
    page.mouse.up()


def test_a_text_that_does_not_fit_is_told_of_at_the_first_press(page: Page, server: Server) -> None:
    for number in range(TIMES):
        visit(page, server, f"attach?{EXAMPLE}")
        page.get_by_role("button", name="Attach", exact=True).scroll_into_view_if_needed()
        type_at_once(page, "Text of the article", f"Another text, number {number}.")

        press(page, page.get_by_role("button", name="Attach", exact=True))

        expect(page.locator(".rd-notice")).to_contain_text("None of the 11 sentences was recognised.")


def test_a_text_is_read_at_the_first_press(page: Page, server: Server) -> None:
    """A paste and a press: what is guessed of the text comes above the button while it is held."""
    visit(page, server, "read")
    button = page.get_by_role("button", name="Read it", exact=True)
    for number in range(TIMES):
        button.scroll_into_view_if_needed()
        type_at_once(
            page, "Text of the article", f"Ana Brook said on 4 May that ferry {number} was late. “It sails,” she said."
        )

        press(page, button)

        expect(heading(page)).to_have_text("2 statements read, 1 speaker found", timeout=READ)
        settle(page)
        visit(page, server, "read")


def test_a_file_is_attached_at_the_first_press_though_it_is_still_on_its_way(page: Page, server: Server) -> None:
    on_its_way: list[Route] = []

    def hold(route: Route) -> None:
        on_its_way.append(route)

    page.route(re.compile("upload_file"), hold)
    visit(page, server, f"attach?{EXAMPLE}")
    button = page.get_by_role("button", name="Attach", exact=True)
    button.scroll_into_view_if_needed()

    page.locator("input[type=file]").set_input_files(DATA / "worked-example/article.txt")
    press(page, button)
    expect(page.locator(".rd-notice")).to_have_text("No text was given: paste one, or open a file.")
    on_its_way[0].continue_()

    expect(page.locator(".rd-notice")).to_have_text("11 of 11 sentences recognised.")


def test_a_topic_is_added_at_the_first_press(page: Page, own_server: Server) -> None:
    visit(page, own_server, f"codebook?{EXAMPLE}")
    for number in range(TIMES):
        type_at_once(page, "Topic", f"Customs {number}")
        type_at_once(page, "Words and names", "talks")
        button = page.get_by_role("button", name="Add the topic", exact=True)
        button.scroll_into_view_if_needed()

        press(page, button)

        expect(page.locator(".rd-notice")).to_contain_text(f"“Customs {number}” was added", timeout=SECONDS)
        settle(page)


def test_an_actor_is_renamed_at_the_first_press(page: Page, server: Server) -> None:
    bring(page, server)
    go(page, "review")
    names = ["Carl Dale", *(f"Carl Dale the {number}" for number in range(1, TIMES + 1))]
    for old, new in pairwise(names):
        choose(page, "Change an actor", old)
        button = page.get_by_role("button", name="Save the actor", exact=True)
        button.scroll_into_view_if_needed()
        type_at_once(page, "Name", new)

        press(page, button)

        expect(button).to_have_count(0, timeout=SECONDS)  # the form is done, and the actor has the name
        settle(page)


def test_words_of_the_search_or_the_filter_and_what_is_pressed_at_once_all_count(page: Page, server: Server) -> None:
    """Both show the same words, and neither may bring back what it held before it showed those of the other."""
    visit(page, server, f"quotes?{EXAMPLE}")
    open_or_close = page.get_by_test_id("stPopover").get_by_role("button", name="Filter")
    search, words = page.get_by_role("searchbox", name="Search", exact=True), page.get_by_role("textbox", name="Words")
    where, order = "paraphrase and evidence", ""
    for number in range(TIMES):
        type_at_once(page, "Search", "alarm", role="searchbox")
        press(page, page.get_by_role("radio", name="Most negative first"))
        order = ", most negative first by Blend"
        expect(page.locator(".rd-shown")).to_have_text(f"1 of 11 statements: with “alarm” in {where}{order}")
        settle(page)
        expect(search).to_have_value("alarm")

        open_or_close.click()
        expect(words).to_have_value("alarm")  # of the second answer since it was set
        page.wait_for_timeout(200)  # it unfolds
        type_at_once(page, "Words", "terrible")
        if number % 2:
            where = "paraphrase and evidence" if "wording" in where else "paraphrase, evidence and wording"
            press(page, page.get_by_test_id("stPopoverBody").locator("label", has_text="Look in the wording too"))
        else:
            order = ""
            press(page, page.get_by_role("radio", name="As in the article"))
        expect(page.locator(".rd-shown")).to_have_text(f"1 of 11 statements: with “terrible” in {where}{order}")
        settle(page)
        expect(search).to_have_value("terrible")
        open_or_close.click()
        expect(words).to_have_count(0)


def test_a_note_of_the_brief_and_what_is_pressed_at_once_both_count(page: Page, server: Server) -> None:
    """The note comes above the button that is held; and it stays with its statement when that is moved."""
    visit(page, server, f"quotes?{EXAMPLE}")
    for statement in (2, 3):
        page.get_by_role("button", name=f"Add statement {statement} to brief").click()
        settle(page)
    go(page, "brief")
    entries, notes = page.locator(".rd-chosen .rd-text"), page.locator(".rd-own-note")
    texts = entries.all_inner_texts()
    for number in range(TIMES):
        page.get_by_role("button", name="Note", exact=True).nth(
            number % 2
        ).click()  # that of one and the same statement
        expect(page.get_by_role("textbox", name="Your note")).to_be_in_viewport()
        page.wait_for_timeout(200)  # it unfolds
        note = f"Note {number}" if number % 4 < 3 else ""
        type_at_once(page, "Your note", note) if note else page.get_by_role("textbox", name="Your note").fill("")

        press(page, page.get_by_role("button", name="Up", exact=True).nth(1))

        texts.reverse()
        expect(entries).to_have_text(texts, timeout=SECONDS)
        expect(notes).to_have_text([note] if note else [])
        settle(page)
    type_at_once(page, "Title", "Ferries")
    press(page, page.get_by_role("button", name="Up", exact=True).nth(1))
    expect(entries).to_have_text(texts[::-1])
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_have_value("Ferries")


def test_an_answer_of_the_second_coder_is_saved_at_the_first_press(page: Page, own_server: Server) -> None:
    visit(page, own_server, "second?article=lavrov-truss-2022-02")
    for number in range(1, TIMES + 1):
        page.get_by_role("combobox", name="Whose position is it?", exact=True).click()
        page.get_by_role("option", name="Sergey Lavrov", exact=True).click()
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox")).to_have_count(0)  # it lies over the button

        press(page, page.get_by_role("button", name="Save and next"))

        expect(heading(page)).to_have_text(f"You coded {number} of 91 statements", timeout=SECONDS)
        settle(page)


def test_a_subject_of_a_comparison_is_renamed_at_the_first_press(page: Page, server: Server) -> None:
    visit(page, server, "compare?article=talks-in-port-sella-marenia&beside=talks-in-port-sella-tolvia")
    page.get_by_role("button", name="Open Food and farming", exact=True).click(force=True)
    page.get_by_text("Decide: same or not").click()
    settle(page)
    button = page.get_by_role("button", name="Rename", exact=True)
    for number in range(TIMES):
        button.scroll_into_view_if_needed()
        type_at_once(page, "Call it", f"Farms {number}")

        press(page, button)

        expect(page.locator(".rd-cmp.rd-on .rd-cmp-subject")).to_contain_text(f"Farms {number}", timeout=SECONDS)
        settle(page)
