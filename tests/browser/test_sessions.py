"""Sessions are apart while they live, and leave nothing when they end.

What a session shows to another is tried with two browsers in `test_own_articles.py`; here it is what the server holds.
The memory of the server is searched for words of a reader's text. So that what was let go does not look as if it were
held, the server runs with an allocator that overwrites what is freed.
"""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server, copy_of_data, visit
from tests.browser.test_own_articles import SECONDS, go, paste, read, rest

WORD = "Quizzaria"
"""A word that stands nowhere else. In memory it is looked for in all the ways in which Python holds letters."""

OVERWRITES = {
    "PYTHONMALLOC": "malloc",
    "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "5",
}

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets the memory of a process be read")


def held(pid: int, word: str) -> int:
    """How often a word stands in the memory of a process."""
    wanted = re.compile(b"|".join(re.escape(word.encode(code)) for code in ("utf-8", "utf-16-le", "utf-32-le")))
    found = 0
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            place, rights = line.split()[:2]
            start, end = (int(each, 16) for each in place.split("-"))
            if "w" not in rights:
                continue
            try:
                memory.seek(start)
                found += len(wanted.findall(memory.read(end - start)))
            except (OSError, ValueError):  # gone since, or guarded
                continue
    return found


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(each) for task in tasks for each in task.read_text(encoding="utf-8").split()]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server whose freed memory is overwritten, and that forgets a session a few seconds after its browser went."""
    for name, value in OVERWRITES.items():
        monkeypatch.setenv(name, value)
    running = Server(copy_of_data(tmp_path / "data"))
    running.start()
    yield running
    running.stop()


def use(page: Page, server: Server, text: str) -> None:
    """Paste a text, have it read, look at it on some pages, and search in it."""
    visit(page, server, "read")
    paste(page, text)
    read(page, re.compile("statements read"))
    for name in ("overview", "quotes", "article", "review"):
        go(page, name)
    go(page, "quotes")
    page.get_by_role("searchbox", name="Search").fill(WORD)
    page.keyboard.press("Enter")
    rest(page)


@needs_linux
def test_when_a_session_has_ended_its_text_is_gone_from_memory(browser: Browser, server: Server) -> None:
    pid = server.process.pid
    stays = browser.new_context().new_page()
    visit(stays, server, "quotes")
    context = browser.new_context()
    text = "\n\n".join(
        f"Ana Brook said that the {n} talks in {WORD} were good. She praised {WORD}." for n in range(150)
    )
    use(context.new_page(), server, text)
    assert held(pid, WORD) > 100

    context.close()
    time.sleep(8)
    for _ in range(2):  # the platform looks for what is over when another browser goes
        visit(passer := browser.new_context().new_page(), server, "overview")
        passer.context.close()
        time.sleep(1)
    go(stays, "overview")

    processes = [pid, *children(pid)]
    assert len(processes) >= 2  # the one that reads lives on
    assert {each: held(each, WORD) for each in processes} == dict.fromkeys(processes, 0)
    expect(stays.locator(".rd-strip")).to_be_visible(timeout=SECONDS)
    stays.context.close()
    assert WORD not in server.stop()
    server.start()
