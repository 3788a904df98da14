"""Nothing of a session is left in the memory of the server, or of the processes that it starts, once it has ended.

Seen from outside, in the memory of the processes themselves, which only Linux shows. Freed memory is overwritten there
(`glibc.malloc.perturb`), or a text that was let go would still be found.
"""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from components.ui.pages import PAGES
from tests.browser.conftest import Server, copy_of_data, visit
from tests.browser.test_own_articles import go, paste, read, rest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc/PID/mem, which Linux alone has")

WORD = "Quizzaria"
"""No word list has it, and no page of the app says it."""

TEXT = "\n\n".join(
    f"Ana Brook said on Monday that {WORD} would keep its word in round {n}. “We trust {WORD},” she said."
    for n in range(150)
)
MOST_SECONDS = 120


@pytest.fixture
def forgetful(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server in which freed memory is overwritten, and a session that lost its browser ends after five seconds."""
    monkeypatch.setenv("PYTHONMALLOC", "malloc")
    monkeypatch.setenv("GLIBC_TUNABLES", "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0")
    monkeypatch.setenv("ARROW_DEFAULT_MEMORY_POOL", "system")
    monkeypatch.setenv("STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL", "5")
    running = Server(copy_of_data(tmp_path / "data"))
    running.start()
    yield running
    if running.process.poll() is None:
        running.stop()


def processes(first: int) -> list[int]:
    """The process and all that it started."""
    found = [first]
    for each in found:
        for task in Path(f"/proc/{each}/task").iterdir():
            found += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
    return found


def held(process: int, word: str) -> int:
    """How often a word stands in the memory that a process may write to, in the encodings that Python has for it."""
    needles = {word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-32-le")}
    count = 0
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            place, rights, *_ = line.split()
            start, end = (int(each, 16) for each in place.split("-"))
            if not rights.startswith("rw") or line.endswith("[vvar]"):
                continue
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            count += sum(content.count(needle) for needle in needles)
    return count


def held_by_all(server: Server, word: str) -> int:
    return sum(held(each, word) for each in processes(server.process.pid))


def use(page: Page, server: Server) -> None:
    """Bring an article of one's own by hand, look at every page, search, correct, export."""
    visit(page, server, "read")
    paste(page, TEXT)
    read(page, re.compile(r"statements read"))
    for name in PAGES:
        go(page, name)
    go(page, "quotes")
    page.get_by_role("searchbox", name="Search").fill(WORD)
    page.keyboard.press("Enter")
    rest(page)
    with page.expect_download():
        page.get_by_role("button", name="Download XLSX").click()
    go(page, "review")
    page.keyboard.press("a")
    rest(page)


def test_after_a_session_has_ended_its_text_is_nowhere_in_memory(browser: Browser, forgetful: Server) -> None:
    """It was the only one, and nobody comes after it: the platform alone would keep all of it."""
    context = browser.new_context(accept_downloads=True)
    use(context.new_page(), forgetful)
    assert held_by_all(forgetful, WORD) > 100

    context.close()
    until = time.monotonic() + MOST_SECONDS
    while held_by_all(forgetful, WORD) and time.monotonic() < until:
        time.sleep(2)

    assert held_by_all(forgetful, WORD) == 0
    page = browser.new_page()
    visit(page, forgetful)
    expect(page.locator("h1")).to_be_visible()
    page.close()
    assert WORD not in forgetful.stop()
