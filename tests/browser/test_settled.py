"""The question that every journey asks before it goes on: is the page complete?"""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import SECONDS, SETTLED, Server, settle

DONE = "[data-testid=stApp][data-test-script-state=notRunning]"
TALKS = "article=lavrov-truss-2022-02"


@pytest.mark.parametrize(
    ("path", "part", "drawn"),
    [("sentiment", "PlotlyChart", ".main-svg"), ("method", "DataFrame", "[data-testid=stDataFrame] canvas")],
)
def test_a_page_whose_charts_or_tables_are_still_to_come_is_not_settled(
    page: Page, server: Server, path: str, part: str, drawn: str
) -> None:
    """The part of the platform that draws them is held back, as on a slow line: none of them is in the page yet."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(rf"/{part}\..*\.js"), hold)
    page.goto(f"{server.url}/{path}?{TALKS}")
    expect(page.locator(f"{DONE} .rd-h1")).to_be_visible(timeout=SECONDS)
    page.wait_for_timeout(500)

    assert page.locator(drawn).count() == 0
    assert not page.evaluate(SETTLED)

    for each in held:
        each.continue_()
    settle(page)
    assert page.locator(drawn).count() > 0


def test_a_page_whose_script_still_runs_is_not_settled(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/?{TALKS}")
    settle(page)
    opens = "document.querySelector('.st-key-sides button').click()"
    before = page.locator(".rd-item").count()

    # Looked at when the script is first said to run, before anything is drawn; after ten seconds without it is pressed again.
    first_seen = (
        "() => new Promise((told) => { const app = document.querySelector('[data-testid=stApp]'); "
        f"const watch = new MutationObserver(() => {{ if (!({SETTLED})()) told(document.querySelectorAll('.rd-item').length); }}); "
        "watch.observe(app, {attributes: true, attributeFilter: ['data-test-script-state']}); "
        f"setTimeout(() => {{ watch.disconnect(); told(-1); }}, 10000); {opens}; }})"
    )
    seen = next((count for _ in range(3) if (count := page.evaluate(first_seen)) >= 0), None)

    assert seen == before  # it was not settled before what was asked for is there
    settle(page)
    assert page.locator(".rd-item").count() != before


def test_a_page_that_shows_neither_chart_nor_table_is_settled(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/attach?{TALKS}")
    settle(page)

    assert page.locator(".main-svg").count() == 0
