"""No page has a serious fault by the rules of axe or stands beyond the edge of the screen: light and dark, wide and narrow."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from components.ui.pages import PAGES
from tests.browser.conftest import Server, settle, visit

# Rules that find faults in Streamlit's own markup, which an app cannot mend, each with where: the drawer of a narrow screen
# puts the names of the menus between its list and the entries.
PLATFORM = {"list": "[data-testid=stSidebarNav]", "listitem": "[data-testid=stSidebarNav]"}
IS_IN = "([target, place]) => Boolean(document.querySelector(target)?.closest(place))"

SCREENS: tuple[tuple[int, Literal["light", "dark"]], ...] = (
    (1920, "light"), (1280, "light"), (1280, "dark"), (820, "light"), (390, "light"), (390, "dark"),
)  # fmt: skip
"""Every width, and the colours of dark for the wide and the narrow layout: no colour hangs on a width between them."""


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


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_fault_and_nothing_beyond_the_edge(page: Page, server: Server, name: str) -> None:
    """The page stays open while the window and the mode change: whoever loads it anew sees the same rules."""
    visit(page, server, f"{'' if name == 'overview' else name}?article=lavrov-truss-2022-02")
    found: dict[str, list[str]] = {}
    for width, mode in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=mode)
        settle(page)
        overhang = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
        faults = serious_faults(page, mode) + ([f"{overhang} px beyond the edge"] if overhang > 0 else [])
        if faults:
            found[f"{width} px, {mode}"] = faults
    assert found == {}


@pytest.mark.parametrize(("mode", "width"), [("light", 1280), ("dark", 390)])
def test_two_texts_side_by_side_have_no_serious_fault(browser: Browser, server: Server, mode: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=mode, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    visit(page, server, "compare?article=talks-in-port-sella-marenia&beside=talks-in-port-sella-tolvia")
    page.get_by_role("button", name="Open Food and farming").click(force=True)
    page.get_by_role("button", name="Close Food and farming").wait_for()

    assert serious_faults(page) == []
    context.close()
