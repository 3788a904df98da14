"""Real journeys in a real browser: what a desk officer does between ten and noon."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from components.library.examples import load_examples
from components.ui.losing import GONE
from components.ui.pages import PAGES
from tests.browser.conftest import (
    READ,
    SECONDS,
    Server,
    choose,
    copy_of_data,
    download,
    filter_by,
    give,
    go,
    heading,
    key,
    settle,
    visit,
)
from tests.conftest import DATA

TALKS, EXAMPLE = "article=lavrov-truss-2022-02", "article=worked-example"

MARKS = ".st-key-{0} .scatterlayer path.point, .st-key-{0} .barlayer .point path"
"""The marks of a chart."""


def shown(page: Page) -> str:
    return page.locator(".rd-shown").inner_text()


def headings(page: Page) -> list[str]:
    return page.locator("h2").all_inner_texts()


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def press_mark(page: Page, chart: str, number: int = 0) -> None:
    """Press a mark of a chart, as a hand would: at its place on the screen."""
    mark = page.locator(MARKS.format(chart)).nth(number)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)


# --- Open, filter, share ------------------------------------------------------------------------


def test_a_newcomer_sees_what_this_is_and_where_to_go(page: Page, server: Server) -> None:
    visit(page, server)

    assert page.title() == "Overview · Lavrov and Truss in Moscow · Readout"
    expect(heading(page)).to_have_text("More than four statements in five are Lavrov’s")
    assert shown(page) == "All 91 statements"
    for name in ("Overview", "Sentiment", "Timeline", "Quotes", "Article"):
        expect(page.get_by_role("link", name=name, exact=True).first).to_be_visible()
    for menu in ("Bring a text", "About"):
        expect(page.get_by_test_id("stTopNavSection").filter(has_text=menu)).to_be_visible()


def test_filter_clear_and_follow_the_shared_link(browser: Browser, page: Page, server: Server) -> None:
    visit(page, server)
    filter_by(page, "Topic", "NATO")
    filter_by(page, "Speaker", "Sergey Lavrov")
    assert shown(page) == "6 of 91 statements: Lavrov on NATO"
    expect(page).to_have_title("Overview · Lavrov on NATO · Readout")
    assert address(page) == {"article": ["lavrov-truss-2022-02"], "speaker": ["lavrov"], "topic": ["nato"]}

    other = browser.new_context()
    guest = other.new_page()
    guest.goto(page.url)
    settle(guest)
    assert shown(guest) == "6 of 91 statements: Lavrov on NATO"
    expect(guest).to_have_title("Overview · Lavrov on NATO · Readout")
    other.close()

    page.get_by_role("button", name="Clear", exact=True).click()
    settle(page)
    assert shown(page) == "All 91 statements"
    expect(page).to_have_title("Overview · Lavrov and Truss in Moscow · Readout")
    assert address(page) == {"article": ["lavrov-truss-2022-02"]}
    press_mark(page, "topic_matrix")  # what follows must not bring the old filter back
    assert shown(page) == "All 91 statements"


def test_the_filter_goes_along_from_page_to_page(page: Page, server: Server) -> None:
    visit(page, server, f"?{TALKS}&topic=osce")

    for name in ("sentiment", "timeline", "quotes", "article", "method", "overview"):
        go(page, name)
        assert shown(page) == "8 of 91 statements: OSCE"
        assert address(page)["topic"] == ["osce"]
        expect(page).to_have_title(f"{PAGES[name].title} · OSCE · Readout")


def test_the_back_button_brings_the_last_view_back(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}&topic=nato")
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    settle(page)

    page.go_back()
    settle(page)

    assert shown(page) == "9 of 91 statements: NATO"


def test_a_link_with_an_unknown_value_names_it(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}&topic=natoo&speaker=truss")

    expect(page.locator(".rd-notice")).to_contain_text(
        "The link asked for the topic “natoo”, which this article does not have."
    )
    assert shown(page) == "6 of 91 statements: Truss"


def test_nothing_found_offers_to_clear(page: Page, server: Server) -> None:
    visit(page, server, f"timeline?{TALKS}&topic=osce&speaker=truss")
    expect(heading(page)).to_have_text("Nothing found")

    page.get_by_role("button", name="Clear the filter").click()
    settle(page)

    assert shown(page) == "All 91 statements"


def test_words_are_found_in_paraphrase_and_evidence(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}")

    page.get_by_role("searchbox", name="Search").fill("barracks")
    page.keyboard.press("Enter")

    found = "2 of 91 statements: with “barracks” in paraphrase and evidence"
    expect(page.locator(".rd-shown")).to_have_text(found)
    expect(page).to_have_title("Quotes · with “barracks” in paraphrase and evidence · Readout")


def test_however_often_the_filter_is_set_beside_the_panel_the_panel_shows_it(page: Page, server: Server) -> None:
    """Its widgets come round again: none of them may come back with the value that it had before."""
    visit(page, server, f"quotes?{TALKS}")
    search = page.get_by_role("searchbox", name="Search")
    for word in ("barracks", "talks", "war", "border", "alarm"):
        search.fill(word)
        page.keyboard.press("Enter")
        settle(page)
        page.get_by_test_id("stPopover").get_by_role("button", name="Filter").click()
        expect(page.get_by_role("textbox", name="Words")).to_have_value(word)
        page.keyboard.press("Escape")
        settle(page)
        page.get_by_role("button", name="Clear", exact=True).click()
        settle(page)
        page.get_by_test_id("stPopover").get_by_role("button", name="Filter").click()
        expect(page.get_by_role("textbox", name="Words")).to_have_value("")
        page.keyboard.press("Escape")
        settle(page)


# --- From a number to its sentences -------------------------------------------------------------


def test_a_mark_of_the_matrix_opens_its_sentences(page: Page, server: Server) -> None:
    visit(page, server, f"?{EXAMPLE}")

    press_mark(page, "topic_matrix")

    assert headings(page)[-1] == "Minsk agreements, EU"
    expect(page.locator(".rd-item")).to_have_count(2)


def test_a_dot_opens_its_sentence_with_its_tone_words(page: Page, server: Server) -> None:
    visit(page, server, f"sentiment?{EXAMPLE}")

    press_mark(page, "tone")

    expect(page.locator(".rd-kind").first).to_contain_text(re.compile(r"No. \d+ · section"))
    expect(page.locator(".rd-statement")).to_have_count(1)
    expect(page.locator(".rd-plus, .rd-minus").first).to_be_visible()


def test_a_section_opens_its_sentences_by_keyboard(page: Page, server: Server) -> None:
    visit(page, server, f"sentiment?{TALKS}")

    choose(page, "Read the statements of a section", "12 The Budapest Memorandum")

    expect(page.locator(".rd-item")).to_have_count(2)  # those that hold a scored word, of five
    expect(page.get_by_text("Three more hold no scored word.")).to_be_visible()


def test_a_bar_of_the_timeline_opens_its_sentence_among_those_on_its_topic(page: Page, server: Server) -> None:
    visit(page, server, f"timeline?{TALKS}&topic=minsk")

    press_mark(page, "topics")

    expect(page.locator(".rd-kind").first).to_contain_text("Minsk agreements, 1 of 4 · No. 18")
    key(page, "j")
    expect(page.locator(".rd-kind").first).to_contain_text("Minsk agreements, 2 of 4 · No. 19")


def test_an_event_opens_its_sentences_and_its_record_entry_with_source(page: Page, server: Server) -> None:
    visit(page, server, f"timeline?{TALKS}&topic=budapest-memorandum")
    page.get_by_role("radio", name="Along the calendar").click()
    settle(page)

    choose(page, "Read the statements behind a date", "Budapest Memorandum 1994 (Budapest Memorandum)")

    assert "Budapest Memorandum 1994 (Budapest Memorandum)" in headings(page)
    expect(page.locator(".rd-item").last).to_contain_text("A/49/765, S/1994/1399")


def test_from_a_list_into_the_article_and_its_link(browser: Browser, page: Page, server: Server) -> None:
    visit(page, server, f"?{EXAMPLE}")
    page.locator(".st-key-side_usa button").click()
    settle(page)

    page.get_by_role("button", name="Read statement 7", exact=True).click()
    settle(page)
    page.get_by_role("button", name="Read it in the article").click()
    settle(page)

    expect(page.locator(".rd-linked")).to_contain_text("They are a new alarm, he said.")
    assert address(page) == {"article": ["worked-example"], "statement": ["kjreis6udzuk"]}


def test_what_a_filter_leaves_out_is_dimmed_in_the_article(page: Page, server: Server) -> None:
    visit(page, server, f"article?{EXAMPLE}&speaker=dale")

    expect(page.get_by_text("Sentences that the filter leaves out are dimmed.")).to_be_visible()
    expect(page.locator("#sentence-7")).to_have_css("color", "rgb(29, 33, 38)")
    expect(page.locator("#sentence-8")).to_have_css("color", "rgb(103, 99, 91)")


def test_what_a_filter_finds_in_the_article_is_one_press_away(page: Page, server: Server) -> None:
    """The first of them may stand screens below the top."""
    visit(page, server, f"article?{TALKS}&topic=nato")
    first = page.locator("#sentence-21")
    expect(first).not_to_be_in_viewport()

    page.get_by_role("link", name="21", exact=True).click()
    expect(first).to_be_in_viewport()
    expect(page.locator(".rd-p a")).to_have_count(9)

    visit(page, server, f"article?{TALKS}&speaker=lavrov")
    expect(page.locator(".rd-p a")).to_have_count(12)
    expect(page.get_by_text("Sentences that the filter leaves out are dimmed.")).to_contain_text("and 65 more.")


def test_a_mark_and_a_filter_leave_the_article_the_same_piece_of_the_page(page: Page, server: Server) -> None:
    """A long article that a browser reads anew with its first filter takes a second more."""
    visit(page, server, f"article?{EXAMPLE}")
    article = page.locator(".rd-article").element_handle()
    nato = page.locator(".rd-para span", has_text=re.compile("^NATO$"))
    unmarked = page.locator("#sentence-1").evaluate("each => getComputedStyle(each).backgroundColor")
    expect(nato).to_have_css("background-color", unmarked)

    choose(page, "Topic", "NATO")
    expect(nato).not_to_have_css("background-color", unmarked)
    choose(page, "Topic", "OSCE")
    expect(nato).to_have_css("background-color", unmarked)
    filter_by(page, "Speaker", "Carl Dale")

    expect(page.get_by_text("Sentences that the filter leaves out are dimmed.")).to_be_visible()
    assert article.evaluate("each => each === document.querySelector('.rd-article')")


def test_a_statement_s_link_brings_it_into_view(page: Page, server: Server) -> None:
    table = (DATA / "lavrov-truss-2022-02/statements.csv").read_text(encoding="utf-8")
    statement = list(csv.DictReader(io.StringIO(table)))[88]["statement"]
    visit(page, server, f"article?{TALKS}&statement={statement}")
    page.wait_for_timeout(500)

    expect(page.locator(".rd-linked")).to_be_in_viewport()


def test_every_link_keeps_the_path_that_the_server_runs_under(page: Page, tmp_path: Path) -> None:
    """The address of a statement, and those that the pages follow themselves."""
    running = Server(copy_of_data(tmp_path / "data"), base="desk/readout")
    running.start()
    try:
        visit(page, running, f"quotes?{EXAMPLE}&words=alarm")
        read_row(page, 7)
        link = page.locator(".st-key-answer_quotes .rd-copy", has_text="Copy link").get_attribute("data-text") or ""
        assert link == f"{running.url}/article?article=worked-example&statement=kjreis6udzuk"

        page.goto(link)
        settle(page)
        expect(page.locator(".rd-linked")).to_contain_text("They are a new alarm, he said.")

        visit(page, running, f"?{EXAMPLE}")
        page.locator(".st-key-side_usa button").click()
        settle(page)
        page.get_by_role("button", name="Read statement 7", exact=True).click()
        settle(page)
        page.get_by_role("button", name="Read it in the article").click()
        settle(page)
        assert page.url == f"{running.url}/article?article=worked-example&statement=kjreis6udzuk"
    finally:
        running.stop()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("place", "label", "wanted"),
    [
        ("overview", "Read the statements on a topic, by side", "NATO, Russia"),
        ("sentiment", "Read the statements of a section", "2 Equality and trade"),
    ],
)
def test_an_answer_is_gone_through_by_keys_alone(
    page: Page, server: Server, place: str, label: str, wanted: str, width: int
) -> None:
    """Beside the page, and in the sheet of a phone: chosen by name, next, previous, close, and on into the article."""
    page.set_viewport_size({"width": width, "height": 844})
    visit(page, server, f"{'' if place == 'overview' else place}?{TALKS}")
    answer = page.locator(f".st-key-answer_{place}")

    def open_the_first() -> None:
        box, options = page.get_by_role("combobox", name=label, exact=True), page.get_by_role("option")
        box.scroll_into_view_if_needed()
        for _ in range(5):  # a list that opens while the page still scrolls closes again
            page.wait_for_timeout(100)
            box.press("ArrowDown")
            if options.count():
                break
        page.keyboard.insert_text(wanted)
        expect(options.first).to_have_text(wanted)
        key(page, "Enter")
        expect(answer.get_by_role("button", name="Close")).to_be_in_viewport()
        expect(answer.get_by_role("button", name=re.compile("^Read statement ")).first).to_be_focused()
        page.keyboard.press("Enter")
        expect(answer.locator(".rd-kind").first).to_contain_text(", 1 of ")
        settle(page)

    open_the_first()
    expect(answer.locator(".rd-statement")).to_be_in_viewport()
    key(page, "j")
    expect(answer.locator(".rd-kind").first).to_contain_text(", 2 of ")
    key(page, "k")
    expect(answer.locator(".rd-kind").first).to_contain_text(", 1 of ")
    key(page, "Escape")
    expect(page.get_by_role("button", name="Close")).to_have_count(0)
    if width == 390:
        expect(answer.locator("visible=true")).to_have_count(0)  # the sheet is gone

    open_the_first()
    number = answer.locator(".rd-kind").first.inner_text().partition("No. ")[2].split()[0]
    key(page, "o")
    expect(page).to_have_url(re.compile(r"/article\?"))
    expect(page.locator(".rd-linked sup")).to_have_text(number)


# What of the focus cannot be seen: it is hidden, or has no size, by itself and with all that stands in it.
UNSEEN = """() => {
  const now = document.activeElement, {width, height} = now.getBoundingClientRect();
  return now === document.body || (now.checkVisibility() && width * height > 0) ? '' : now.outerHTML.slice(0, 200);
}"""


@pytest.mark.parametrize("place", ["", "sentiment", "timeline", "quotes", "article", "read", "compare", "method"])
def test_no_stop_of_the_keyboard_is_hidden(page: Page, server: Server, place: str) -> None:
    """Neither the notice of texts that are too long nor the box that hears the rows."""
    visit(page, server, f"{place}?{TALKS}")
    stops, unseen = set(), []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.add(page.evaluate("document.activeElement.outerHTML.slice(0, 300)"))
        unseen.append(page.evaluate(UNSEEN))

    assert [each for each in unseen if each] == []
    assert len(stops) > 10
    assert not page.locator(".rd-too-long").is_visible()


# Whether the focus is in the page, below the strip and its filter, and what has it.
FOCUS = """() => {
  const now = document.activeElement;
  return [Boolean(now.closest('.stMainBlockContainer')) && !now.closest('.st-key-strip, .st-key-tabs'), now.outerHTML.slice(0, 99)];
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("place", "opens"),
    [
        ("overview", lambda page: press_mark(page, "topic_matrix")),
        ("overview", lambda page: page.locator(".st-key-sides button").first.click()),
        ("sentiment", lambda page: press_mark(page, "tone")),
        ("timeline", lambda page: press_mark(page, "topics", 5)),
        ("quotes", lambda page: read_row(page, 3)),
    ],
)
@pytest.mark.parametrize("focus", ["on the page", "in the panel"])
def test_after_an_answer_is_closed_the_keyboard_goes_on_from_where_it_was_opened(
    page: Page, server: Server, place: str, opens: Callable[[Page], None], width: int, focus: str
) -> None:
    """Beside the page and in the sheet of a phone, whether the focus was in the answer or not."""
    page.set_viewport_size({"width": width, "height": 844})
    visit(page, server, f"{'' if place == 'overview' else place}?{TALKS}")
    opens(page)
    settle(page)
    close = page.get_by_role("button", name="Close")
    if focus == "in the panel":
        close.focus()
    top = page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")

    key(page, "Escape")

    expect(close).to_have_count(0)
    page.wait_for_timeout(300)
    assert page.evaluate(FOCUS)[0], page.evaluate(FOCUS)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == pytest.approx(top, abs=60)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)[0], page.evaluate(FOCUS)


def test_a_row_that_was_closed_has_the_focus_again(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}")
    read_row(page, 5)
    page.get_by_role("button", name="Close").click()
    settle(page)

    expect(page.get_by_role("button", name="Read statement 5", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Add statement 5 to brief")).to_be_focused()


# --- The quotes ---------------------------------------------------------------------------------


def read_row(page: Page, number: int) -> None:
    """Press the row of a statement, as a hand would: anywhere in it."""
    row = page.locator(
        ".rd-pressed:has(.rd-row)", has=page.get_by_role("button", name=f"Read statement {number}", exact=True)
    )
    row.click()
    settle(page)


def test_the_button_of_a_row_keeps_the_focus_when_its_row_is_drawn_anew(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}")
    add, take_out = (
        page.get_by_role("button", name=f"{says} brief")
        for says in ("Add statement 2 to", "Take statement 2 out of the")
    )

    add.focus()
    for now in (take_out, add, take_out):  # the same button twice asks twice
        page.keyboard.press("Enter")
        settle(page)
        expect(now).to_be_focused()
    read_row(page, 3)
    expect(page.get_by_role("button", name="Read statement 3", exact=True)).to_be_focused()


def read_now(page: Page) -> str:
    """Which statement the panel shows: its number and its place."""
    return page.locator(".st-key-answer_quotes .rd-kind").first.inner_text()


def test_the_most_negative_on_nato_is_two_presses_away(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}")

    choose(page, "Topic of the quotes", "NATO")
    page.get_by_role("radio", name="Most negative first").click()
    settle(page)

    assert shown(page) == "9 of 91 statements: NATO, most negative first by Blend"
    assert (address(page)["topic"], address(page)["order"], address(page)["by"]) == (["nato"], ["negative"], ["blend"])
    tones = page.locator(".rd-row:not(.rd-head) .rd-tone").all_inner_texts()
    scored = [float(each.replace("−", "-")) for each in tones if each != "–"]
    assert len(tones) == 9
    assert scored == sorted(scored)
    assert tones[len(scored) :] == ["–"] * (9 - len(scored))  # what the score does not know stands last

    choose(page, "Score", "by TextBlob")
    assert shown(page) == "9 of 91 statements: NATO, most negative first by TextBlob"


def test_a_row_is_read_beside_the_list_with_its_neighbours_and_its_citation(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{EXAMPLE}")
    panel = page.locator(".st-key-answer_quotes")
    expect(panel).to_contain_text("Choose a statement to read it here")

    read_row(page, 8)

    assert read_now(page) == "No. 8 · section 2, Exercises and Minsk"
    expect(panel).to_be_in_viewport()
    expect(panel.locator(".rd-neighbour").first).to_have_text("7 They are a new alarm, he said.")
    expect(panel.locator(".rd-pairs")).to_contain_text("Ina Cole, President (invented), relayed by Brook")
    expect(panel.locator(".rd-cite")).to_contain_text("Invented report of talks at Lakeside")
    expect(page.locator(".rd-on .rd-no")).to_have_text("no. 8")


def test_quotes_are_stepped_through_and_closed_by_keys_alone(page: Page, server: Server) -> None:
    """J and K for the next and the one before, Esc to close, o for the place in the article; typed, letters are words."""
    visit(page, server, f"quotes?{EXAMPLE}")
    read_row(page, 6)

    key(page, "j")
    expect(page.locator(".st-key-answer_quotes .rd-kind").first).to_contain_text("No. 7 ")
    key(page, "k")
    expect(page.locator(".st-key-answer_quotes .rd-kind").first).to_contain_text("No. 6 ")
    key(page, "Escape")
    expect(page.locator(".rd-answer-empty")).to_be_visible()

    page.get_by_role("searchbox", name="Search", exact=True).press_sequentially("jok")
    assert page.get_by_role("searchbox", name="Search", exact=True).input_value() == "jok"
    page.get_by_role("searchbox", name="Search", exact=True).fill("")
    read_row(page, 7)
    page.keyboard.press("o")

    expect(page.locator(".rd-linked")).to_contain_text("They are a new alarm, he said.", timeout=SECONDS)


def test_a_citation_a_quote_and_a_link_are_copied(browser: Browser, server: Server) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, server, f"quotes?{EXAMPLE}")
    read_row(page, 7)

    def copied(says: str) -> str:
        button = page.locator(".st-key-answer_quotes .rd-copy", has_text=says)
        button.click()
        expect(page.locator(".rd-copy", has_text="Copied")).to_have_count(1)
        expect(page.locator(".rd-copy", has_text="Copied")).to_have_count(0)  # and it says again what it does
        return str(page.evaluate("navigator.clipboard.readText()"))

    assert copied("Copy citation") == page.locator(".rd-cite").inner_text()
    assert "They are a new alarm, he said." in copied("Copy quote")
    assert copied("Copy link") == f"{server.url}/article?article=worked-example&statement=kjreis6udzuk"
    context.close()


def test_all_citations_are_copied_at_once(browser: Browser, server: Server) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, server, f"quotes?{EXAMPLE}&speaker=dale")
    page.locator(".st-key-take_along").get_by_role("button", name="Download", exact=True).click()

    page.locator(".rd-copy", has_text="Copy all citations").click()
    expect(page.locator(".rd-copy", has_text="Copied")).to_have_count(1)

    told = str(page.evaluate("navigator.clipboard.readText()"))
    assert "5 of 11 statements: Dale" in told
    assert "They are a new alarm, he said." in told
    context.close()


def test_the_panel_never_shows_what_the_filter_leaves_out(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}")
    read_row(page, 4)
    assert read_now(page).startswith("No. 4 ")

    filter_by(page, "Topic", "OSCE")

    expect(page.locator(".rd-answer-empty")).to_be_visible()
    assert page.locator(".rd-row:not(.rd-head)").count() == 8


def test_pages_of_quotes_hold_every_statement_once(page: Page, server: Server) -> None:
    """Twenty-five a page; the one that is read stays in the panel while its page is turned."""
    visit(page, server, f"quotes?{TALKS}")
    numbers: list[str] = []
    for at in range(1, 5):
        expect(page.locator(".st-key-quote_pages .rd-kind")).to_have_text(
            f"{25 * at - 24} to {min(25 * at, 91)} of 91", timeout=SECONDS
        )
        settle(page)
        numbers += page.locator(".rd-row:not(.rd-head) .rd-no").all_inner_texts()
        if at < 4:
            page.get_by_test_id("stMain").get_by_role("button", name="Next page", exact=True).click()
    assert numbers == [f"no. {n}" for n in range(1, 92)]


@pytest.mark.parametrize("kind", ["CSV", "XLSX"])
def test_what_is_shown_is_downloaded_and_reads_back(page: Page, server: Server, kind: str) -> None:
    visit(page, server, f"quotes?{TALKS}&topic=minsk&order=negative&by=vader")
    order = [each.removeprefix("no. ") for each in page.locator(".rd-row:not(.rd-head) .rd-no").all_inner_texts()]
    assert sorted(order) == ["18", "19", "69", "70"]
    sentence = "4 of 91 statements: Minsk agreements, most negative first by VADER"

    file = download(page, kind)
    data = Path(file.path()).read_bytes()

    if kind == "CSV":
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert [row["sentence"] for row in rows] == order
        assert {row["shown"] for row in rows} == {sentence}
    else:
        book = openpyxl.load_workbook(io.BytesIO(data))
        head, *rows = book["Statements"].iter_rows(values_only=True)
        at = [str(each).casefold() for each in head].index("sentence")
        assert [str(row[at]) for row in rows] == order
        assert dict(book["About"].iter_rows(values_only=True))["Shown"] == sentence
    assert file.suggested_filename == f"lavrov-truss-2022-02-4-statements.{kind.lower()}"


def test_the_platform_s_own_export_is_off(page: Page, server: Server) -> None:
    """Of the tables behind a press: what is taken along comes from our menus alone, which say where it is from."""
    visit(page, server, f"?{EXAMPLE}")
    page.get_by_text("Data as a table").click()
    settle(page)

    page.get_by_test_id("stDataFrame").hover()

    assert page.get_by_role("button", name=re.compile("download as csv", re.IGNORECASE)).count() == 0


# --- Attaching the text -------------------------------------------------------------------------


@pytest.fixture
def bare(tmp_path: Path) -> Server:
    """The app on articles without any text."""
    running = Server(copy_of_data(tmp_path / "data", with_texts=False))
    running.start()
    yield running  # type: ignore[misc]
    running.stop()


def attach(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Text of the article").fill(text)
    page.get_by_role("button", name="Attach", exact=True).click()
    page.wait_for_selector(".rd-notice", timeout=30_000)
    settle(page)


def test_attach_the_whole_text(page: Page, bare: Server) -> None:
    visit(page, bare, f"?{EXAMPLE}")
    page.get_by_role("link", name="Reading in paraphrase: attach the text to see the wording.").click()
    settle(page)

    attach(page, (DATA / "worked-example/article.txt").read_text(encoding="utf-8"))

    expect(page.locator(".rd-notice")).to_have_text("11 of 11 sentences recognised.")
    page.get_by_role("link", name="Read the article").click()
    settle(page)
    expect(page.locator(".rd-article")).to_contain_text("“We want no war,” Dale said.")


def test_attach_a_page_pasted_from_the_web_with_three_sentences_changed(
    browser: Browser, page: Page, bare: Server
) -> None:
    text = (DATA / "worked-example/article.txt").read_text(encoding="utf-8")
    pasted = "Home | World\nShare this\n" + text.replace("\n\n", "\n").replace("’", "'").replace("“", '"').replace(
        "”", '"'
    )
    changed = pasted.replace("were good", "were fine").replace("terrible", "poor").replace("praised", "lauded")
    visit(page, bare, f"attach?{EXAMPLE}")

    attach(page, changed + "\nRead more")

    expect(page.locator(".rd-notice")).to_have_text("8 of 11 sentences recognised.")
    assert (
        "Not recognised, and shown in paraphrase: sentences 2, 8 and 9." in page.get_by_test_id("stMain").inner_text()
    )
    page.get_by_role("link", name="Quotes", exact=True).first.click()
    settle(page)
    assert "Reading in paraphrase" not in page.get_by_test_id("stMain").inner_text()

    other = browser.new_context()  # the text is this reader's alone
    guest = other.new_page()
    visit(guest, bare, f"article?{EXAMPLE}")
    assert "They are a new alarm" not in guest.get_by_test_id("stMain").inner_text()
    other.close()


def test_attach_the_report_of_the_talks(page: Page, bare: Server) -> None:
    path = DATA / "lavrov-truss-2022-02/article.txt"
    if not path.is_file():
        pytest.skip("the article's text is not on this machine: save it as data/lavrov-truss-2022-02/article.txt")
    visit(page, bare, f"attach?{TALKS}")

    attach(page, path.read_text(encoding="utf-8"))

    expect(page.locator(".rd-notice")).to_have_text("91 of 91 sentences recognised.")


def test_a_file_can_be_attached(page: Page, bare: Server) -> None:
    visit(page, bare, f"attach?{EXAMPLE}")

    give(page, DATA / "worked-example/article.txt")
    settle(page)
    page.get_by_role("button", name="Attach", exact=True).click()
    page.wait_for_selector(".rd-notice", timeout=30_000)

    expect(page.locator(".rd-notice")).to_have_text("11 of 11 sentences recognised.")


def test_a_text_that_was_attached_is_said_to_be_gone_after_the_page_is_loaded_anew(page: Page, bare: Server) -> None:
    text = (DATA / "worked-example/article.txt").read_text(encoding="utf-8")
    visit(page, bare, f"attach?{EXAMPLE}")
    expect(page.locator(".rd-gone")).to_be_hidden()
    attach(page, text)
    go(page, "article")
    expect(page.locator(".rd-gone")).to_be_hidden()

    page.reload()
    settle(page)

    expect(page.locator(".rd-gone")).to_be_visible()
    expect(page.locator(".rd-gone")).to_have_text(GONE)
    assert "“We want no war,” Dale said." not in page.get_by_test_id("stMain").inner_text()
    go(page, "attach")
    attach(page, text)
    expect(page.locator(".rd-gone")).to_be_hidden()


def test_an_example_is_opened_with_its_wording_at_one_press(page: Page, server: Server) -> None:
    visit(page, server, "read")
    example = load_examples(DATA)[0]

    page.get_by_role("button", name="Open this example").first.click()

    expect(page.locator(".rd-article")).to_be_visible(timeout=READ)
    settle(page)
    assert urlsplit(page.url).path == "/article"
    assert address(page) == {"yours": ["1"]}
    expect(page.locator("[class*=st-key-switch_] button").first).to_have_text(re.compile(re.escape(example.title)))
    first = next(line for line in example.text.splitlines() if len(line) > 80)
    expect(page.locator(".rd-article")).to_contain_text(first[:60])


# --- Light and dark, wide and narrow ------------------------------------------------------------


def test_charts_follow_when_the_mode_changes_under_an_open_page(browser: Browser, server: Server) -> None:
    """Plotly keeps its colours; rules of ours put the other mode's in their place."""
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    visit(page, server, f"?{TALKS}")
    mark = page.locator(".st-key-topic_matrix .scatterlayer path.point").first
    fill = "element => getComputedStyle(element).fill"
    assert mark.evaluate(fill) == "rgb(31, 95, 153)"

    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(800)

    assert mark.evaluate(fill) == "rgb(111, 177, 232)"
    context.close()


def test_everything_stays_on_this_machine(browser: Browser, server: Server) -> None:
    """Every request of a journey over all pages goes to the server itself."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))

    for name in ("", "sentiment", "timeline", "quotes", "article", "method", "attach"):
        visit(page, server, f"{name}?{TALKS}")

    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {urlsplit(server.url).netloc}
    context.close()


@pytest.mark.parametrize(
    ("name", "chart", "row"),
    [
        ("", 0, {"topic": "Belarus exercises", "side": "US", "count": "2"}),
        ("sentiment", 0, {"title": "The talks", "n": "3"}),
        ("timeline", 0, {"topic": "NATO", "sentence": "1"}),
    ],
)
def test_the_data_of_a_chart_are_taken_along_from_the_chart(
    page: Page, server: Server, name: str, chart: int, row: dict[str, str]
) -> None:
    visit(page, server, f"{name}?{EXAMPLE}")
    page.get_by_text("Data as a table", exact=True).nth(chart).click()
    button = page.get_by_role("button", name="Download these data", exact=True)
    expect(button).to_be_visible()
    settle(page)
    with page.expect_download() as waiting:
        button.click()

    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
    assert [each for each in rows if row.items() <= each.items()], rows


def test_on_a_phone_a_long_name_wraps_and_the_filter_stays_beside_it(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    visit(page, server, "article?article=talks-in-port-sella-tolvia")

    name = page.locator("[class*=st-key-switch_] button").first.bounding_box()
    button = page.get_by_role("button", name="Filter", exact=True).bounding_box()

    assert name
    assert button
    assert name["x"] + name["width"] <= button["x"]
    assert name["y"] < button["y"] + button["height"] / 2 < name["y"] + name["height"]


@pytest.mark.parametrize(("name", "chart"), [("", "topic_matrix"), ("sentiment", "tone"), ("timeline", "topics")])
def test_on_a_phone_the_mark_that_is_pressed_stays_in_sight_above_its_answer(
    page: Page, server: Server, name: str, chart: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, server, f"{name}?{TALKS}")
    mark = page.locator(MARKS.format(chart)).last
    mark.evaluate(
        "mark => document.querySelector('[data-testid=stMain]').scrollBy(0, mark.getBoundingClientRect().y - 662)"
    )
    before = mark.bounding_box()
    assert before
    assert before["y"] == pytest.approx(662, abs=3)

    page.mouse.click(before["x"] + before["width"] / 2, before["y"] + before["height"] / 2)
    settle(page)

    sheet = page.locator("[data-testid=stLayoutWrapper]:has(> [class*=st-key-answer_])").bounding_box()
    tabs, after = page.locator(".st-key-tabs").bounding_box(), mark.bounding_box()
    assert sheet
    assert tabs
    assert after
    assert tabs["y"] + tabs["height"] < after["y"] < after["y"] + after["height"] < sheet["y"] < 662


def test_on_a_phone_the_open_drawer_lies_over_the_header(page: Page, server: Server) -> None:
    visit(page, server, f"quotes?{TALKS}")
    go(page, "brief")  # of which the number stands in the header from now on
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    number = page.locator(".st-key-brief_count").bounding_box()
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")
    page.wait_for_timeout(500)  # it slides in

    drawer = page.get_by_test_id("stSidebar").bounding_box()
    assert number
    assert drawer
    assert number["x"] < drawer["width"]
    at = [drawer["width"] - 4, number["y"] + number["height"] / 2]
    seen = page.evaluate("at => Boolean(document.elementFromPoint(...at).closest('[data-testid=stSidebar]'))", at)
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()  # the tab keeps it as it is left
    settle(page)
    assert seen


def test_on_a_phone_the_tabs_stay_under_the_header_when_the_page_scrolls(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, server, f"quotes?{TALKS}")
    page.locator(".rd-row:not(.rd-head)").nth(9).scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 500")

    header = page.get_by_test_id("stHeader").bounding_box()
    tab = page.locator(".st-key-tabs").get_by_role("link", name="Timeline", exact=True)
    place = tab.locator("p").bounding_box()
    assert header
    assert place
    assert header["height"] <= place["y"] < 100
    tab.click()
    settle(page)

    expect(page.get_by_role("radio", name="Along the article")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_in_the_frame_of_another_page_nothing_of_the_header_is_seen(page: Page, server: Server, width: int) -> None:
    visit(page, server, f"quotes?{TALKS}")
    go(page, "brief")  # of which the number stands in the header from now on
    page.set_viewport_size({"width": width, "height": 900})
    ways = page.get_by_role("link", name=re.compile("^(Overview|Sentiment|Timeline|Quotes|Article|Brief · .*)$"))
    expect(ways.first).to_be_visible()

    visit(page, server, f"quotes?{TALKS}&embed=true")

    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    expect(ways.locator("visible=true")).to_have_count(0)
    strip = page.locator(".st-key-strip").bounding_box()
    assert strip
    assert strip["y"] < 20  # the place of the header is not left empty


def test_what_is_typed_in_the_list_of_articles_runs_the_list_alone(page: Page, server: Server) -> None:
    sent: list[bytes | str] = []

    def take(frame: bytes | str) -> None:
        sent.append(frame)

    page.on("websocket", lambda opened: opened.on("framereceived", take))
    visit(page, server, "quotes?article=worked-example")
    page.locator("[class*=st-key-switch_] button").first.click()
    articles = page.locator("[class*=st-key-pick_article_]")
    expect(articles).not_to_have_count(0)
    sent.clear()

    page.get_by_placeholder("Find an article").press_sequentially("ruse karvia")
    expect(articles).to_have_count(1)

    assert sent
    assert not any(b"rd-row" in (frame if isinstance(frame, bytes) else frame.encode()) for frame in sent)
    articles.get_by_role("button").click()
    expect(page.locator("[class*=st-key-switch_] button").first).to_have_text(re.compile("Karvia’s readout"))
    expect(page.locator(".rd-row:not(.rd-head)")).to_have_count(9)
