"""Sessions apart: nothing of one reaches another's browser, and nothing of it is left in memory once it has ended."""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from components.article.drafts import article_id
from components.ui.pages import PAGES
from tests.browser.conftest import Server, copy_of_data, download, heading, key, settle, visit
from tests.browser.test_own_articles import go, own_server, paste, read  # noqa: F401 — a fixture

WORD = "Quizzaria"
"""No word list has it, and no page of the app says it."""

TITLE = f"Talks in {WORD}"
SOME_OF_ITS_WORDS = "keep"
TEXT = f"{TITLE}\n\n" + "\n\n".join(
    f"Ana Brook said on Monday that {WORD} would keep its word in round {n}. “We trust {WORD},” she said."
    for n in range(40)
)
MOST_SECONDS = 120


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
    settle(page)
    download(page, "XLSX")
    go(page, "review")
    key(page, "a")


# --- While both are there -----------------------------------------------------------------------


def received(page: Page) -> list[bytes]:
    """What the server sends to a page from here on."""
    frames: list[bytes] = []

    def take(frame: str | bytes) -> None:
        frames.append(frame.encode() if isinstance(frame, str) else frame)

    page.on("websocket", lambda opened: opened.on("framereceived", take))
    return frames


def test_no_page_list_link_export_or_log_of_one_session_shows_another(browser: Browser, own_server: Server) -> None:
    first, second = (browser.new_context(accept_downloads=True) for _ in range(2))
    page, other = first.new_page(), second.new_page()
    sent, sent_to_other = received(page), received(other)
    visit(other, own_server)  # it is there before, and goes on meanwhile
    use(page, own_server)
    assert WORD.encode() in b"".join(sent)

    for name in (*PAGES, "read"):
        go(other, name)
        assert WORD not in other.content()
    for name in ("quotes", "article"):  # whose rows are found anew by these words
        visit(other, own_server, f"{name}?article=worked-example&words={SOME_OF_ITS_WORDS}")
        assert WORD not in other.content()
    for kind in ("CSV", "XLSX"):
        visit(other, own_server, "quotes?article=worked-example")
        assert WORD.encode() not in download(other, kind).path().read_bytes()
    visit(other, own_server, f"quotes?article={article_id(TITLE, TEXT)}")
    expect(other.locator(".rd-notice")).to_contain_text("which this article does not have")
    visit(other, own_server, "quotes?yours=1")
    expect(other.locator(".rd-notice")).to_contain_text("the article that you brought is no longer here")

    assert WORD.encode() not in b"".join(sent_to_other)
    first.close()
    second.close()
    assert WORD not in own_server.stop()
    own_server.start()


# --- When one has ended -------------------------------------------------------------------------
#
# Seen from outside, in the memory of the processes themselves, which only Linux shows. Freed memory is overwritten there
# (`glibc.malloc.perturb`), or a text that was let go would still be found.


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


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc/PID/mem, which Linux alone has")
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
    page = browser.new_context().new_page()
    visit(page, forgetful)
    expect(heading(page)).to_be_visible()
    page.close()
    assert WORD not in forgetful.stop()
