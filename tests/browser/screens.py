"""What axe and the edge of the screen say of a page as it stands: the helpers of the journeys that look at pages so."""

from collections.abc import Sequence
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import settle

# Rules that find faults in Streamlit's own markup, which an app cannot mend, each with where: the drawer of a narrow screen
# puts the names of the menus between its list and the entries.
PLATFORM = {"list": "[data-testid=stSidebarNav]", "listitem": "[data-testid=stSidebarNav]"}
IS_IN = "([target, place]) => Boolean(document.querySelector(target)?.closest(place))"

Screen = tuple[int, Literal["light", "dark"]]

SCREENS: tuple[Screen, ...] = (
    (1920, "light"), (1280, "light"), (1280, "dark"), (390, "dark"), (390, "light"), (820, "light"),
)  # fmt: skip
"""Every width, and the colours of dark for the wide and the narrow layout: no colour hangs on a width between them."""

WIDE_AND_NARROW: tuple[Screen, ...] = ((1280, "light"), (1280, "dark"), (390, "dark"), (390, "light"))
"""The two layouts."""

ALL_RULES: dict[str, object] = {"resultTypes": ["violations"]}
"""Every rule; of what passes, which nobody asks for, not every element is written down."""

COLOURS = ALL_RULES | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

RULES = {"light": ALL_RULES, "dark": COLOURS}
"""Which rules a mode is looked at by: all of them, and where the same page has but other colours, those about colour."""


def serious_faults(page: Page, mode: str = "light") -> list[str]:
    """What the rules find on a page as it stands, in a line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    told = []
    for fault in page.evaluate("async (rules) => (await axe.run(rules)).violations", RULES[mode]):
        place = PLATFORM.get(fault["id"], "")
        ours = [node for node in fault["nodes"] if not (place and page.evaluate(IS_IN, [node["target"][0], place]))]
        if ours and fault["impact"] in ("serious", "critical"):
            told.append(f"{fault['id']}: {fault['help']}: {[node['html'][:160] for node in ours[:3]]}")
    return told


def faults_on(page: Page, screens: Sequence[Screen]) -> dict[str, list[str]]:
    """What is wrong with a page on each screen: serious faults, and how far it stands beyond the edge.

    The page stays open while the window and the mode change: whoever loads it anew sees the same rules.
    """
    found: dict[str, list[str]] = {}
    for width, mode in screens:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=mode)
        settle(page)
        overhang = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
        faults = serious_faults(page, mode) + ([f"{overhang} px beyond the edge"] if overhang > 0 else [])
        if faults:
            found[f"{width} px, {mode}"] = faults
    return found
