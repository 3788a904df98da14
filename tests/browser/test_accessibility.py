"""No page has a serious fault by the rules of axe, light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

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

    assert _serious(page) == []
    context.close()


@pytest.mark.parametrize(("mode", "width"), [("light", 1280), ("dark", 390)])
def test_two_texts_side_by_side_have_no_serious_fault(browser: Browser, server: Server, mode: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=mode, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    visit(page, server, "compare?article=talks-in-port-sella-marenia&beside=talks-in-port-sella-tolvia")
    page.get_by_role("button", name="Open Food and farming").click(force=True)
    page.get_by_role("button", name="Close Food and farming").wait_for()

    assert _serious(page) == []
    context.close()


def _serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {fault['help']}: {[node['html'][:160] for node in fault['nodes'][:3]]}"
        for fault in found
        if fault["impact"] in ("serious", "critical") and fault["id"] not in PLATFORM
    ]
