"""No page has a serious fault by the rules of axe, light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import Server, visit

# Rules that find faults in Streamlit's own markup, which an app cannot mend; each with what is wrong there.
PLATFORM: dict[str, str] = {}


@pytest.mark.parametrize("name", ["", "sentiment", "timeline", "quotes", "article", "method", "attach"])
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_serious_fault(browser: Browser, server: Server, name: str, mode: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=mode, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    visit(page, server, f"{name}?article=lavrov-truss-2022-02")

    found = Axe().run(page).response["violations"]

    serious = [
        f"{fault['id']}: {fault['help']}: {[node['html'][:160] for node in fault['nodes'][:3]]}"
        for fault in found
        if fault["impact"] in ("serious", "critical") and fault["id"] not in PLATFORM
    ]
    assert serious == []
    context.close()
