"""What a page needs of the platform is on its way before the page's first message comes, and comes once."""

import re

from playwright.sync_api import Page, Request

from tests.browser.conftest import Server, visit

CHART = re.compile(r"/static/js/PlotlyChart\.[^/]+\.js$")


def test_the_script_of_a_chart_is_asked_for_once_and_before_the_server_runs_the_page(
    page: Page, server: Server
) -> None:
    """Asked for in another way than the platform does, it would be loaded twice."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if CHART.search(request.url):
            asked.append(request.url)

    page.on("request", note)
    page.on("websocket", lambda _: asked.append("the server"))

    visit(page, server, "timeline")

    assert [CHART.search(each) is not None for each in asked] == [True, False], asked
