"""Time and memory of every page against a floor app, in alternating runs; medians and the worst page are what counts.

    python tests/benchmarks/pages.py start  --floor FLOOR_APP.py   # start of the server until the page is complete
    python tests/benchmarks/pages.py filter --floor FLOOR_APP.py   # filter changed until everything is redrawn
    python tests/benchmarks/pages.py click  --floor FLOOR_APP.py   # mark or quote clicked until its statement is read
    python tests/benchmarks/pages.py large  --floor FLOOR_APP.py   # the filter with 2,000 statements against 91
    python tests/benchmarks/pages.py server --floor FLOOR_APP.py   # server time of a rerun with another filter
    python tests/benchmarks/pages.py memory --floor FLOOR_APP.py   # memory per further open session

The floor app is a Streamlit script with one chart, one table and one select box labelled "Section". Run by hand, from the
project's root; nothing is asserted. `--data` names a data folder (default: a copy of the shipped one without texts).
"""

import argparse
import asyncio
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import websockets
from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

sys.path.insert(0, str(Path(__file__).parents[2]))
from components.library.shipped import load_library
from tests.benchmarks.reading import article
from tests.browser.conftest import CHROMIUM, QUIET, ROOT, SETTLED, copy_of_data

PAGES = ("overview", "sentiment", "timeline", "quotes", "article", "method", "attach")
FLOOR_SETTLED = """() => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
  && document.querySelector('[data-testid=stPlotlyChart] .main-svg')
  && document.querySelector('[data-testid=stDataFrame] canvas')"""
ADDRESS = "article=lavrov-truss-2022-02"


def path_of(page: str) -> str:
    """The overview is the default page and stands at the root."""
    return "" if page == "overview" else page


@contextmanager
def serving(script: Path, data: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """A server process, its address, and when it was started."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.address=127.0.0.1"]
    command += [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none", *options]
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "READOUT_DATA": str(data), "READOUT_LIBRARY": str(data / "library")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.02)
        yield process, url, started
    finally:
        process.terminate()
        process.wait()


PLACES = """() => ['chart', 'table'].map((kind) => document.querySelectorAll(`[class*="st-key-${kind}_"]`).length)"""


def told(page: str, found: list[int]) -> str:
    """A page with the number of charts and of tables that were waited for."""
    charts, tables = found
    return f"{page} ({charts}, {tables})"


def report(name: str, ours: dict[str, list[float]], floor: list[float], unit: str) -> None:
    base = statistics.median(floor)
    print(f"{name}, medians of {len(floor)} runs; floor {base:.3f} {unit} ({min(floor):.3f}–{max(floor):.3f})")
    for page, values in ours.items():
        middle = statistics.median(values)
        print(f"  {page:10} {middle:8.3f} {unit}  × {middle / base:5.2f}  ({min(values):.3f}–{max(values):.3f})")
    worst = max(ours, key=lambda page: statistics.median(ours[page]))
    print(f"  worst: {worst}, × {statistics.median(ours[worst]) / base:.2f}")


# --- Start --------------------------------------------------------------------------------------


def start_once(browser: Browser, script: Path, data: Path, path: str, settled: str) -> tuple[float, list[int]]:
    """How long it took, and how many charts and tables the page said that it would show."""
    with serving(script, data) as (_, url, started):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(f"{url}/{path}", wait_until="commit")
        page.wait_for_function(settled, polling="raf", timeout=60_000)
        took = time.perf_counter() - started
        places: list[int] = page.evaluate(PLACES)
        context.close()
    return took, places


def measure_start(browser: Browser, floor: Path, data: Path, runs: int, pages: list[str]) -> None:
    ours: dict[str, list[float]] = {page: [] for page in pages}
    base: list[float] = []
    waited_for: dict[str, list[int]] = {}
    for _ in range(runs):
        base.append(start_once(browser, floor, data, "", FLOOR_SETTLED)[0])
        for page in pages:
            address = f"{path_of(page)}?{ADDRESS}"
            took, waited_for[page] = start_once(browser, ROOT / "app.py", data, address, SETTLED)
            ours[page].append(took)
    print("charts and tables waited for:", ", ".join(told(page, found) for page, found in waited_for.items()))
    report("start of the server until the page is complete", ours, base, "s")


# --- Filter -------------------------------------------------------------------------------------

WATCH = """() => {
  window.clicked = 0; window.changed = 0;
  document.addEventListener('click', () => { window.clicked = performance.now(); }, true);
  new MutationObserver(() => { window.changed = performance.now(); })
    .observe(document.querySelector('[data-testid=stMain]'), {childList: true, subtree: true, attributes: true, characterData: true});
}"""
QUIET_MS = 700


def redrawn(page: Page, settled: str) -> float:
    """From the last click to the last change on the page, once it is complete and nothing has changed for a while."""
    quiet = f"window.changed > window.clicked && performance.now() - window.changed > {QUIET_MS}"
    page.wait_for_function(f"() => {quiet} && ({settled})()", timeout=30_000)
    return float(page.evaluate("window.changed - window.clicked")) / 1000


def pick(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label).first
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(8):
        box.press("ArrowDown")
        page.wait_for_timeout(250)
        if wanted.count():
            break
    wanted.click()


def filter_floor(browser: Browser, url: str, runs: int) -> list[float]:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(url)
    page.wait_for_function(FLOOR_SETTLED)
    page.wait_for_timeout(1500)
    page.evaluate(WATCH)
    times = []
    for i in range(runs):
        pick(page, "Section", ["Trade", "Climate", "Migration", "Security"][i % 4])
        times.append(redrawn(page, FLOOR_SETTLED))
    page.context.close()
    return times


TOPICS = ("NATO", "OSCE", "Ukraine", "Troops")


def filter_page(
    browser: Browser, url: str, name: str, runs: int, address: str = ADDRESS, topics: Sequence[str] = TOPICS
) -> list[float]:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{url}/{path_of(name)}?{address}")
    page.wait_for_function(SETTLED)
    page.wait_for_timeout(1500)
    page.get_by_test_id("stPopover").get_by_role("button", name="Filter").click()
    page.wait_for_timeout(800)
    page.evaluate(WATCH)
    panel = page.get_by_test_id("stPopoverBody")
    times = []
    for i in range(runs):
        box = panel.get_by_role("combobox", name="Topic")
        option = page.get_by_role("option", name=topics[i % len(topics)], exact=True)
        for _ in range(8):
            box.press("ArrowDown")
            page.wait_for_timeout(250)
            if option.count():
                break
        option.click()
        times.append(redrawn(page, SETTLED))
    page.context.close()
    return times


def measure_filter(browser: Browser, floor: Path, data: Path, runs: int, pages: list[str]) -> None:
    ours: dict[str, list[float]] = {page: [] for page in pages}
    base: list[float] = []
    with serving(floor, data) as (_, floor_url, _), serving(ROOT / "app.py", data) as (_, url, _):
        for _ in range(max(runs // 4, 1)):
            base += filter_floor(browser, floor_url, 4)
            for page in pages:
                ours[page] += filter_page(browser, url, page, 4)
    report("filter changed until everything is redrawn", ours, base, "s")


# --- A click on a mark or a quote ---------------------------------------------------------------

MARKS = {
    "quotes": ".rd-row:not(.rd-head)",
    "sentiment": ".st-key-tone .scatterlayer path.point",
    "timeline": ".st-key-topics .barlayer .point path",
}
"""What is clicked, by page."""

READ = """async (before) => {
  const now = () => document.querySelector('[class*=st-key-answer_]')?.textContent;
  const waited = () => performance.now() - window.clicked;
  while (waited() < 30_000 && (!now() || now() === before)) await new Promise(requestAnimationFrame);
  return waited();
}"""


def click_on(browser: Browser, url: str, name: str, runs: int) -> list[float]:
    """Seconds from a click to the frame in which another statement than before is to be read in the panel."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{url}/{path_of(name)}?{ADDRESS}")
    page.wait_for_function(SETTLED)
    page.wait_for_timeout(1500)
    page.evaluate(WATCH)
    times = []
    for i in range(runs):
        shown = page.locator("[class*=st-key-answer_]").first
        before = shown.text_content() if shown.count() else ""
        mark = page.locator(MARKS[name]).nth(2 * i + 1)
        mark.scroll_into_view_if_needed()
        place = mark.bounding_box()
        assert place
        page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        times.append(float(page.evaluate(READ, before)) / 1000)
        page.wait_for_timeout(1000)
    page.context.close()
    return times


def measure_click(browser: Browser, floor: Path, data: Path, runs: int, pages: list[str]) -> None:
    with serving(floor, data) as (_, floor_url, _), serving(ROOT / "app.py", data) as (_, url, _):
        base = filter_floor(browser, floor_url, runs)
        ours = {page: click_on(browser, url, page, runs) for page in pages if page in MARKS}
    report("a click until its statement is read", ours, base, "s")


# --- A long article -----------------------------------------------------------------------------

LONG = 2_000


def long_article(data: Path) -> tuple[str, list[str]]:
    """Put an article of 2,000 statements into a data folder, read by machine; its id, and the topics that it has most."""
    text = article(30_000, seed=1)
    ends = [found.end() for found in re.finditer(r"[.!?]”?\s", text)]
    source = data.parent / "long.txt"
    source.write_text(text[: ends[min(LONG, len(ends)) - 1]], encoding="utf-8")
    command = [sys.executable, "-m", "components", "read", str(source), "--published", "2020-05-04", "--genre", "news"]
    subprocess.run([*command, "--out", str(data)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    package = load_library(data).packages["long"]
    topics = Counter(topic for several in package.statements["topics"] for topic in several)
    print(f"a long article of {len(package.statements):,} statements")
    return package.id, [topic for topic, _ in topics.most_common(4)]


def measure_large(browser: Browser, floor: Path, data: Path, runs: int, pages: list[str]) -> None:
    """The base is the same page with the first article, so that the ratio says what the length costs."""
    id, topics = long_article(data)
    labels = {topic.id: topic.label for topic in load_library(data).codebook.topics}
    with serving(ROOT / "app.py", data) as (_, url, _):
        for page in pages:
            base: list[float] = []
            long: list[float] = []
            for _ in range(max(runs // len(TOPICS), 1)):  # what was chosen is no choice any more
                base += filter_page(browser, url, page, len(TOPICS))
                long += filter_page(browser, url, page, len(topics), f"article={id}", [labels[each] for each in topics])
            report(f"the filter on {page} of a long article", {page: long}, base, "s")


# --- Server time and memory: sessions without a browser -----------------------------------------


class Session:
    """A session that speaks the app's protocol: it reruns the script and waits until it has finished."""

    def __init__(self, url: str) -> None:
        self.url = url.replace("http", "ws", 1) + "/_stcore/stream"

    async def open(self) -> "Session":
        self.socket = await websockets.connect(self.url, max_size=None, subprotocols=["streamlit"])  # type: ignore[list-item]
        return self

    async def rerun(self, page: str, query: str) -> float:
        """The time that the server says the script took, in seconds; 0 where it says nothing."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        await self.socket.send(message.SerializeToString())
        took = 0.0
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await self.socket.recv())
            if answer.WhichOneof("type") == "page_profile":
                took = answer.page_profile.exec_time / 1e6
            if answer.WhichOneof("type") == "script_finished":
                return took


async def server_times(url: str, page: str, queries: list[str], runs: int) -> list[float]:
    session = await Session(url).open()
    for query in queries:
        await session.rerun(page, query)
    return [await session.rerun(page, queries[i % len(queries)]) for i in range(runs)]


def measure_server(floor: Path, data: Path, runs: int, pages: list[str]) -> None:
    queries = [f"{ADDRESS}&topic={topic}" for topic in ("nato", "osce")] + [ADDRESS]
    # Only with statistics on does the server tell a session how long its script took; no browser is there to pass it on.
    telling = "--browser.gatherUsageStats=true"
    with (
        serving(floor, data, telling) as (_, floor_url, _),
        serving(ROOT / "app.py", data, telling) as (_, url, _),
    ):
        base = asyncio.run(server_times(floor_url, "", [""], runs))
        ours = {page: asyncio.run(server_times(url, path_of(page), queries, runs)) for page in pages}
    report("server time of a rerun with another filter", ours, base, "s")


def resident(process: subprocess.Popen[bytes]) -> float:
    """Resident memory in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


async def per_session(process: subprocess.Popen[bytes], url: str, pages: list[str], sessions: int) -> float:
    opened = []
    for _ in range(10):  # what the first ones bring in is not theirs
        opened.append(await Session(url).open())
        for page in pages:
            await opened[-1].rerun(page, ADDRESS)
    before = resident(process)
    for _ in range(sessions):
        opened.append(await Session(url).open())
        for page in pages:
            await opened[-1].rerun(page, ADDRESS)
    return (resident(process) - before) / sessions


def measure_memory(floor: Path, data: Path, runs: int, pages: list[str]) -> None:
    walks = {"floor": [""], "one page": [""], "all pages": [path_of(page) for page in pages]}
    figures: dict[str, list[float]] = {name: [] for name in walks}
    for _ in range(runs):
        for name, walk in walks.items():
            with serving(floor if name == "floor" else ROOT / "app.py", data) as (process, url, _):
                figures[name].append(asyncio.run(per_session(process, url, walk, 40)))
    print(f"memory per further open session, MB, medians of {runs} runs")
    for name, values in figures.items():
        print(f"  {name:10} {statistics.median(values):6.3f}  ({min(values):.3f}–{max(values):.3f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["start", "filter", "click", "large", "server", "memory"])
    parser.add_argument("--floor", type=Path, required=True, help="the floor app")
    parser.add_argument("--data", type=Path, help="the data folder")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--pages", nargs="*", default=list(PAGES))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = asked.data or copy_of_data(Path(folder) / "data")
        floor = asked.floor.resolve()
        if asked.what == "server":
            measure_server(floor, data, asked.runs, asked.pages)
        elif asked.what == "memory":
            measure_memory(floor, data, asked.runs, asked.pages)
        else:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
                measure = {
                    "start": measure_start, "filter": measure_filter, "click": measure_click, "large": measure_large,
                }[asked.what]  # fmt: skip
                measure(browser, floor, data, asked.runs, asked.pages)
                browser.close()


if __name__ == "__main__":
    main()
