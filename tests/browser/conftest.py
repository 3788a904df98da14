"""A real server and a real browser. Without Chromium these tests are skipped, in CI that is a failure."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import playwright.sync_api
import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Locator, Page, ViewportSize, expect, sync_playwright

from components.model.brief import BRIEF_FILE
from components.ui.pages import PAGES
from tests.conftest import NOT_OURS

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
HOW_TO_GET_IT = (
    "no Chromium found: install Debian's package chromium, or put Chrome on the path, to run the browser journeys"
)

SECONDS = 60_000
"""Milliseconds for what is to come, on a machine that may be busy."""

READ = 3 * SECONDS
"""The same for the first text that a server reads: it waits for the model to be loaded."""
expect.set_options(timeout=SECONDS)

# Without these the browser calls hosts of its own maker at every start.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

# Half of the processor's time would go into scripts made ready for a page that is open for some seconds: they are made ready
# once for all pages of a context, and no further.
LIGHT = ("--js-flags=--no-opt,--no-maglev,--single-threaded,--no-flush-bytecode", "--process-per-site")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The journeys of a file run one after the other, with one server and one browser, whatever runs beside them.

    Without Chromium they are skipped, with one line that says what is missing; where CI is set, they fail instead.
    """
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent) and CHROMIUM is None and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason=HOW_TO_GET_IT))


class Server:
    """A running app: where it listens, and the folder that it reads. `base` is the path that it runs under, if any.

    `options` and `environment` are further ones, of the command line and of the process.
    """

    def __init__(
        self, data: Path, base: str = "", *, options: tuple[str, ...] = (), environment: Mapping[str, str] | None = None
    ) -> None:
        self.data, self.base, self.options, self.environment = data, base, options, environment or {}
        self.url = f"http://127.0.0.1:{_free_port()}{f'/{base}' if base else ''}"

    def start(self) -> None:
        port = urlsplit(self.url).port
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address=127.0.0.1"]
        command += [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
        command += [*([f"--server.baseUrlPath={self.base}"] if self.base else []), *self.options]
        environment = {
            **os.environ,
            **self.environment,
            "READOUT_DATA": str(self.data),
            "READOUT_LIBRARY": str(self.data.parent / "library"),
        }
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError(f"the server did not answer within a minute, or ended: {self.stop()}")

    def stop(self) -> str:
        """End it and return what it logged."""
        self.process.terminate()
        return self.process.communicate(timeout=20)[0]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def copy_of_data(target: Path, *, with_texts: bool = True) -> Path:
    """The data folder without the texts of others, so that a journey is the same on every machine; or without any text."""
    shutil.copytree(ROOT / "data", target)
    for text in target.glob("*/article.txt"):
        if not with_texts or text.parent.name in NOT_OURS:
            text.unlink(missing_ok=True)
    return target


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on the shipped data, as a fresh clone has them."""
    running = Server(copy_of_data(tmp_path_factory.mktemp("server") / "data"))
    running.start()
    yield running
    running.stop()


# When a page last said something to its server, and last heard of it; and how many files are on their way there.
WATCH = """(() => {
  const told = window.told = {sent: 0, heard: 0, files: 0, given: 0};
  const {send} = WebSocket.prototype;
  const {send: request} = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (data) {
    told.files += 1;
    told.given += 1;
    this.addEventListener('loadend', () => { told.files -= 1; told.sent = performance.now(); });
    return request.call(this, data);
  };
  WebSocket.prototype.send = function (data) {
    if (!this.isWatched) this.addEventListener('message', () => { told.heard = performance.now(); });
    this.isWatched = true;
    told.sent = performance.now();
    return send.call(this, data);
  };
})()"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Each page of it says when it last spoke with its server (`WATCH`)."""
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *LIGHT])
        new_context = chromium.new_context

        def watched(**options: Any) -> BrowserContext:
            context = new_context(**options)
            context.add_init_script(WATCH)
            return context

        patch.setattr(chromium, "new_context", watched)
        yield chromium
        chromium.close()


DESK: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """The tab in which the journeys of a file are made, one after the other: what the browser has loaded once stays loaded."""
    context = browser.new_context(viewport=DESK, reduced_motion="reduce", accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page, server: Server) -> Iterator[Page]:
    """A page at 1280 px. Each time it is loaded is a session of its own, and no test finds the brief of another."""
    yield tab
    tab.goto(f"{server.url}/_stcore/health")  # which is no page of the app: the session ends
    (server.data.parent / "library" / BRIEF_FILE).unlink(missing_ok=True)
    tab.unroute_all()
    tab.set_viewport_size(DESK)
    tab.emulate_media(media="null", color_scheme="null", reduced_motion="reduce")


# A page says which charts, tables and rows it is to show: each chart and table has a place, which is there before anything is
# drawn in it (`ui/chart.py`), and a list of rows says how many (`ui/quote_list.py`: `list_25`). The page is complete when its
# script has run to the end, a heading stands, no field is yet to be drawn, there is a chart or a table in each place, but for
# tables in what is folded away, which are never drawn, and each list has its rows. What is still to come would move what a
# test is about to click.
SETTLED = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (element) => element.checkVisibility();
  const drawn = (kind, mark) => all(`[class*="st-key-${kind}_"]`).every((place) => place.querySelector(mark) || !seen(place));
  const rows = (list) => list.querySelectorAll('.rd-row:not(.rd-head)').length;
  const filled = (list) => rows(list) === Number(list.className.match(/st-key-list_(\\d+)/)[1]);
  return document.querySelector('[data-testid=stApp][data-test-script-state=notRunning] .rd-h1')
    && !document.querySelector('[data-stale=true]') && !all('[data-testid=stSkeleton]').some(seen)
    && drawn('chart', '.main-svg') && drawn('table', 'canvas') && all('[class*="st-key-list_"]').every(filled);
}"""


# ... and nothing is under way: what the page said was answered (where it needs an answer, one begins within five seconds, also
# on a busy machine), and for a moment neither side has said more.
AT_REST = f"""() => {{
  const {{sent, heard, files}} = window.told, now = performance.now();
  return files === 0 && now - Math.max(sent, heard) > 150 && (heard > sent || now - sent > 5000) && ({SETTLED})();
}}"""


def settle(page: Page) -> None:
    """Wait until the page is complete and nothing is under way. What was pressed just now is said to the server by then."""
    page.wait_for_timeout(80)
    page.wait_for_function(AT_REST, timeout=SECONDS, polling=50)


def key(page: Page, name: str) -> None:
    """Press a key that a button of the page answers to. On a busy machine it is said to the server a moment later: then wait."""
    before = page.evaluate("window.told.sent")
    page.keyboard.press(name)
    page.wait_for_function("(before) => window.told.sent > before", arg=before, timeout=SECONDS)
    settle(page)


def give(page: Page, *files: Any) -> None:
    """Choose files. On a busy machine a field may be drawn anew just then and never hear of them: then once more."""
    for _ in range(3):
        before = page.evaluate("window.told.given")
        page.locator("input[type=file]").set_input_files(list(files))
        with contextlib.suppress(playwright.sync_api.TimeoutError):
            page.wait_for_function("(before) => window.told.given > before", arg=before, timeout=10_000)
            return
    raise TimeoutError("no file was sent that was chosen")


def heading(page: Page) -> Locator:
    """The heading of a page. While one page gives way to another, that of the last may stand below it for a moment."""
    return page.locator("h1").first


def visit(page: Page, server: Server, path: str = "") -> None:
    """Open a page of the app and wait for it."""
    page.goto(f"{server.url}/{path}")
    settle(page)


def go(page: Page, name: str) -> None:
    """To another page by the navigation: openly, in a menu, as a tab, or on a narrow screen behind a button."""
    entry = PAGES[name]
    if entry.hidden:
        _go_to_brief(page)
        return
    narrow = page.get_by_test_id("stExpandSidebarButton").is_visible()
    if narrow and entry.menu:
        page.get_by_test_id("stExpandSidebarButton").click()
    elif entry.menu:
        page.get_by_test_id("stTopNavSection").filter(has_text=entry.menu).click()
    kind: Literal["link", "menuitem"] = "menuitem" if entry.menu and not narrow else "link"
    page.get_by_role(kind, name=entry.title, exact=True).locator("visible=true").first.click()
    settle(page)
    if narrow and entry.menu:
        page.get_by_test_id("stSidebarHeader").hover()
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
        settle(page)


def _go_to_brief(page: Page) -> None:
    """By its number in the header, which stands there as soon as one statement is in it."""
    brief = page.get_by_role("link", name=re.compile("^Brief · "))
    if not brief.is_visible():
        go(page, "quotes")
        page.get_by_role("button", name=re.compile("Add .*to brief")).first.click()
        settle(page)
    brief.click()
    settle(page)


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a select box or multiselect by its label."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.scroll_into_view_if_needed()
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(5):  # a list that opens while the page still scrolls closes again
        page.wait_for_timeout(100)
        box.press("ArrowDown")
        before = page.evaluate("window.told.sent")
        with contextlib.suppress(playwright.sync_api.TimeoutError):
            wanted.wait_for(timeout=1_000)
            wanted.click(timeout=5_000)
            break
        if page.evaluate("window.told.sent") > before:
            break  # it is chosen, though the busy machine did not say so in time
    else:
        wanted.click()
    settle(page)


def filter_by(page: Page, label: str, option: str) -> None:
    """Open the filter panel, choose, and close it again."""
    page.get_by_test_id("stPopover").get_by_role("button", name="Filter").click()
    choose(page, label, option)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    settle(page)


def download(page: Page, says: str) -> Download:
    """Open the menu of downloads, press one of them, and close the menu again."""
    menu = page.locator(".st-key-take_along").get_by_role("button", name="Download", exact=True)
    menu.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Download {says}", exact=True).click()
    page.keyboard.press("Escape")
    settle(page)
    return waiting.value
