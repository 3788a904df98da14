"""Nothing is cut, and nothing stands in another one's place: what only a browser that lays a page out can tell."""

import csv
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, copy_of_data, settle, visit
from tests.conftest import DATA

WIDTHS = pytest.mark.parametrize("width", [1280, 820, 390])

# By how many pixels the words of a margin end above the end of their block, where the next one begins: at the least.
ROOM_UNDER_MARGINS = """() => Math.min(...[...document.querySelectorAll('.rd-margin')].filter(each => each.textContent).map(each => {
  const words = document.createRange();
  words.selectNodeContents(each);
  const last = Math.max(...[...words.getClientRects()].map(line => line.bottom));
  return each.closest('.rd-block').getBoundingClientRect().bottom - last;
}))"""


@WIDTHS
def test_what_stands_in_the_margin_of_an_article_ends_above_the_next(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, server, "article?article=talks-in-port-sella-tolvia")

    assert page.evaluate(ROOM_UNDER_MARGINS) >= 5


LONG = "The ministers talk of the ferries, the pilots, the herring and the lights of the northern strait"


@pytest.fixture(scope="module")
def with_a_long_heading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on whose worked example the second heading is as long as headings may be."""
    data = copy_of_data(tmp_path_factory.mktemp("long") / "data")
    package = data / "worked-example" / "datapackage.json"
    told = package.read_text(encoding="utf-8").replace("Exercises and Minsk", LONG)
    package.write_text(told, encoding="utf-8")
    running = Server(data)
    running.start()
    yield running
    running.stop()


# What of the names beside lanes is cut, or stands below the lane, and how far a mark of the chart stands over its edge.
CUT = """() => {
  const cut = [...document.querySelectorAll('.rd-lane .rd-name')].filter(name =>
    name.scrollWidth > name.clientWidth || name.getBoundingClientRect().bottom > name.parentElement.getBoundingClientRect().bottom + 1);
  const right = document.querySelector('.main-svg').getBoundingClientRect().right;
  const marks = [...document.querySelectorAll('.scatterlayer path.point')].filter(mark => mark.getBoundingClientRect().right > right);
  return [cut.map(name => name.textContent), marks.length];
}"""


@pytest.mark.parametrize("width", [1920, 1280, 390])
@pytest.mark.parametrize("article", ["worked-example", "lavrov-truss-2022-02"])
def test_no_name_of_a_section_and_no_mark_of_its_lane_is_cut_also_side_by_side(
    page: Page, with_a_long_heading: Server, article: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, with_a_long_heading, f"sentiment?article={article}")
    assert page.evaluate(CUT) == [[], 0]

    page.get_by_role("radio", name="Side by side").click()
    settle(page)

    expect(page.locator(".rd-scale")).to_contain_text("VADER")
    assert page.evaluate(CUT) == [[], 0]


# What of the words of a page is cut where it stands: rows that are not as high as their sentence, or wider than they may be,
# and what is chosen in one line but ends beyond its edge.
CUT_WORDS = """() => [...document.querySelectorAll('.rd-row, .rd-row > div, [role=radiogroup]')].filter(each => each.checkVisibility() && (
  each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > innerWidth
)).map(each => each.textContent)"""

# The longest of the sentences, in how many lines it stands, and whether all of them stand inside of its row.
LONGEST = """() => {
  const said = [...document.querySelectorAll('.rd-row:not(.rd-head) .rd-said-here')].map(each => each.firstChild);
  const longest = said.reduce((one, other) => other.textContent.length > one.textContent.length ? other : one);
  const words = document.createRange();
  words.selectNodeContents(longest);
  const lines = [...words.getClientRects()], row = longest.parentElement.closest('.rd-pressed').getBoundingClientRect();
  return [words.toString(), lines.length, lines.every(line => line.top >= row.top && line.bottom <= row.bottom && line.right <= row.right)];
}"""


def test_every_quote_stands_whole_in_its_row_or_card(page: Page, server: Server) -> None:
    visit(page, server, "quotes?article=lavrov-truss-2022-02")
    table = (DATA / "lavrov-truss-2022-02/statements.csv").read_text(encoding="utf-8")
    longest = max((row["gloss"] for row in list(csv.DictReader(io.StringIO(table)))[:25]), key=len)
    for width in (390, 820, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)

        words, lines, inside = page.evaluate(LONGEST)
        assert (words, inside) == (longest, True), width
        assert lines > 1, width
        assert page.evaluate(CUT_WORDS) == [], width
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0, width


@pytest.mark.parametrize("width", [820, 390])
def test_no_answer_of_the_second_coder_is_cut(page: Page, server: Server, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, server, "second?article=worked-example")

    expect(page.get_by_role("radio", name="narration")).to_be_visible()
    assert page.evaluate(CUT_WORDS) == []
