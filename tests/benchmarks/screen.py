"""How long a reader waits for an article of their own, and how long the others wait meanwhile. In a real browser.

    python tests/benchmarks/screen.py article   # a text of 1,400 words, from the press of the button to the result, warm
    python tests/benchmarks/screen.py beside    # another session's filter while a text of 100,000 words is read

Run by hand, from the project's root; nothing is asserted. The texts are generated.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.benchmarks.pages import filter_page, serving
from tests.benchmarks.reading import article
from tests.browser.conftest import CHROMIUM, QUIET, ROOT, SETTLED, copy_of_data

DONE = "() => document.querySelector('h1')?.textContent.includes('statements read')"


def give(page: Page, url: str, text: str) -> None:
    """Open a text as a file, and wait until its details are guessed."""
    page.goto(f"{url}/read")
    page.wait_for_function(SETTLED)
    opener = page.get_by_text("Read another article, or this one again")
    if opener.count():
        opener.click()
    page.locator("input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": text.encode()}
    )
    page.get_by_role("combobox", name="Genre").wait_for()
    page.wait_for_function(SETTLED)


def seconds_to_result(page: Page) -> float:
    started = time.perf_counter()
    page.get_by_role("button", name="Read it").click()
    page.wait_for_function(DONE, polling="raf", timeout=120_000)
    return time.perf_counter() - started


def measure_article(browser: Browser, url: str, runs: int) -> None:
    times = []
    for seed in range(runs + 2):  # the first two load the model and the word lists
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        give(page, url, article(1_400, seed))
        times.append(seconds_to_result(page))
        page.context.close()
    print(f"1,400 words, from the press to the result: first {times[0]:.2f} s")
    warm = times[2:]
    print(f"  warm, {runs} runs: median {statistics.median(warm):.2f} s ({min(warm):.2f}–{max(warm):.2f})")


def clicks(browser: Browser, url: str, runs: int) -> list[float]:
    """The times of so many changes of the filter; each visit of the page gives four."""
    return [took for _ in range(max(runs // 4, 1)) for took in filter_page(browser, url, "quotes", 4)]


def measure_beside(browser: Browser, url: str, runs: int) -> None:
    usual = clicks(browser, url, runs)
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    give(page, url, article(100_000, 1))
    started = time.perf_counter()
    page.get_by_role("button", name="Read it").click()
    meanwhile = clicks(browser, url, runs)
    still = "still being read" if not page.evaluate(DONE) else "read before that"
    page.wait_for_function(DONE, timeout=600_000)
    print(
        f"100,000 words read in {time.perf_counter() - started:.0f} s; at the end of the other's clicks it was {still}"
    )
    base, other = statistics.median(usual), statistics.median(meanwhile)
    print(f"another session's filter: usual {base:.3f} s, meanwhile {other:.3f} s, × {other / base:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["article", "beside"])
    parser.add_argument("--runs", type=int, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = copy_of_data(Path(folder) / "data")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        with serving(ROOT / "app.py", data) as (_, url, _):
            (measure_article if asked.what == "article" else measure_beside)(browser, url, asked.runs)
        browser.close()


if __name__ == "__main__":
    main()
