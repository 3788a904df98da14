"""No page has a serious fault by the rules of axe or stands beyond the edge of the screen: light and dark, wide and narrow."""

from collections.abc import Callable, Sequence
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from components.ui.pages import PAGES
from tests.browser.conftest import Server, settle, visit
from tests.browser.test_journeys import press_mark, read_row

# Rules that find faults in Streamlit's own markup, which an app cannot mend, each with where: the drawer of a narrow screen
# puts the names of the menus between its list and the entries.
PLATFORM = {"list": "[data-testid=stSidebarNav]", "listitem": "[data-testid=stSidebarNav]"}
IS_IN = "([target, place]) => Boolean(document.querySelector(target)?.closest(place))"

Screen = tuple[int, Literal["light", "dark"]]

SCREENS: tuple[Screen, ...] = (
    (1920, "light"), (1920, "dark"), (1280, "light"), (1280, "dark"), (820, "light"), (820, "dark"), (390, "light"), (390, "dark"),
)  # fmt: skip
"""Every width, in both modes."""

LIKE_ANOTHER: tuple[Screen, ...] = ((1280, "dark"), (820, "dark"))
"""Of these only the edge is looked at where no panel is open: the widest screen has the same colours."""

WIDE_AND_NARROW: tuple[Screen, ...] = ((1920, "light"), (1920, "dark"), (390, "light"), (390, "dark"))
"""The two layouts."""

AND_BETWEEN: tuple[Screen, ...] = (*WIDE_AND_NARROW, (820, "light"), (820, "dark"))
"""And the width at which an answer is a sheet below a page of two columns."""

RULES = {"light": {}, "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}}
"""Which rules a mode is looked at by: all of them, and where the same page has but other colours, those about colour."""


def serious_faults(page: Page, mode: str = "light") -> list[str]:
    """What the rules find on a page as it stands, in a line each."""
    told = []
    for fault in Axe().run(page, options=RULES[mode]).response["violations"]:
        place = PLATFORM.get(fault["id"], "")
        ours = [node for node in fault["nodes"] if not (place and page.evaluate(IS_IN, [node["target"][0], place]))]
        if ours and fault["impact"] in ("serious", "critical"):
            told.append(f"{fault['id']}: {fault['help']}: {[node['html'][:160] for node in ours[:3]]}")
    return told


def faults_on(page: Page, screens: Sequence[Screen], *, edge_alone: Sequence[Screen] = ()) -> dict[str, list[str]]:
    """What is wrong with a page on each screen: serious faults, and how far it stands beyond the edge; on some this alone.

    The page stays open while the window and the mode change: whoever loads it anew sees the same rules.
    """
    found: dict[str, list[str]] = {}
    for width, mode in screens:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=mode)
        settle(page)
        overhang = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
        faults = ([] if (width, mode) in edge_alone else serious_faults(page, mode)) + (
            [f"{overhang} px beyond the edge"] if overhang > 0 else []
        )
        if faults:
            found[f"{width} px, {mode}"] = faults
    return found


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_fault_and_nothing_beyond_the_edge(page: Page, server: Server, name: str) -> None:
    visit(page, server, f"{'' if name == 'overview' else name}?article=lavrov-truss-2022-02")

    assert faults_on(page, SCREENS, edge_alone=LIKE_ANOTHER) == {}


@pytest.mark.parametrize(
    "asked",
    [
        "article=lavrov-truss-2022-02&topic=nato",
        "article=lavrov-truss-2022-02&speaker=truss&topic=osce",
        "article=talks-in-port-sella-tolvia&topic=food",
    ],
)
def test_what_a_filter_leaves_out_of_the_article_can_be_read(page: Page, server: Server, asked: str) -> None:
    visit(page, server, f"article?{asked}")

    assert faults_on(page, WIDE_AND_NARROW) == {}


OPENS_THE_PANEL: dict[str, Callable[[Page], None]] = {
    "overview": lambda page: press_mark(page, "topic_matrix"),
    "sentiment": lambda page: press_mark(page, "tone"),
    "timeline": lambda page: press_mark(page, "topics"),
    "quotes": lambda page: read_row(page, 3),
}


@pytest.mark.parametrize("name", OPENS_THE_PANEL)
def test_the_open_panel_has_no_serious_fault(page: Page, server: Server, name: str) -> None:
    visit(page, server, f"{'' if name == 'overview' else name}?article=lavrov-truss-2022-02")
    OPENS_THE_PANEL[name](page)
    page.get_by_role("button", name="Close").wait_for()

    assert faults_on(page, AND_BETWEEN) == {}


def test_two_texts_side_by_side_have_no_serious_fault(page: Page, server: Server) -> None:
    visit(page, server, "compare?article=talks-in-port-sella-marenia&beside=talks-in-port-sella-tolvia")
    page.get_by_role("button", name="Open Food and farming").click(force=True)
    page.get_by_role("button", name="Close Food and farming").wait_for()

    assert faults_on(page, AND_BETWEEN, edge_alone=[(820, "dark")]) == {}
