"""Nothing leaves the machine: a journey over all pages, with every request of the browser and every call of the server.

The server and the processes that it starts run under a guard that writes down, and refuses, each attempt to reach
another machine or to listen to one.
"""

import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from components.ui.guards import FAILED
from components.ui.pages import PAGES
from tests.browser.conftest import ROOT, SECONDS, Server, copy_of_data, download, filter_by, give, settle, visit
from tests.browser.test_own_articles import ONE_LESS, bring, go, paste, press, read, word_file

# Python runs a file of this name at the start of every process. Audit events are raised by the interpreter's own sockets,
# whichever library uses them.
GUARD = """
import os, sys

FOLDER = {folder!r}

def tell(name, line):
    with open(os.path.join(FOLDER, name), "a", encoding="utf-8") as file:
        file.write(line + "\\n")

def host_of(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        return args[0]
    if event in ("socket.connect", "socket.sendto", "socket.bind", "socket.sendmsg"):
        return args[1][0] if isinstance(args[1], tuple) else None
    return None

def listen(event, args):
    if event.startswith("socket."):
        host = host_of(event, args)
        host = host.decode() if isinstance(host, bytes) else host
        if host is not None and host not in ("localhost", "::1") and not host.startswith("127."):
            tell("attempts", event + " " + host)
            raise PermissionError("refused by the guard of the test")

sys.addaudithook(listen)
tell("processes", " ".join(sys.orig_argv))
"""


class Guarded(Server):
    """A server under the guard."""

    def __init__(self, folder: Path) -> None:
        super().__init__(copy_of_data(folder / "data"))
        self.folder = folder

    def told(self, name: str) -> list[str]:
        file = self.folder / name
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def guard_in(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str = "") -> None:
    """From here on every Python process that is started writes its attempts into the folder."""
    (folder / "start").mkdir()
    (folder / "start" / "sitecustomize.py").write_text(GUARD.format(folder=str(folder)) + more, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder / "start"))


@pytest.fixture
def guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guarded]:
    guard_in(tmp_path, monkeypatch)
    running = Guarded(tmp_path)
    running.start()
    yield running
    running.stop()


def asked_for(context: BrowserContext, page: Page) -> list[str]:
    """Where the browser goes from here on: requests of all kinds, WebSockets, and what the policy has stopped."""
    seen: list[str] = []
    context.on("request", lambda request: seen.append(request.url))
    page.on("websocket", lambda opened: seen.append(opened.url))
    page.on("console", lambda line: seen.append(line.text) if "Content Security Policy" in line.text else None)
    return seen


def elsewhere(seen: list[str], server: Server) -> list[str]:
    """Those that do not go to the app itself."""
    ours = (server.url + "/", server.url.replace("http", "ws") + "/", f"blob:{server.url}/", "data:")
    return [each for each in seen if not each.startswith(ours)]


def shake_hands(server: Server, origin: str, host: str = "") -> str:
    """Ask for the app's WebSocket as a page of a site does. Returns the first line of the answer."""
    place = urlsplit(server.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=30) as line:
        line.sendall(
            f"GET /_stcore/stream HTTP/1.1\r\nHost: {host or place.netloc}\r\nOrigin: {origin}\r\nConnection: Upgrade\r\n"
            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n".encode()
        )
        return line.recv(1000).decode("latin-1").partition("\r\n")[0]


# --- The journey --------------------------------------------------------------------------------


def test_a_journey_over_all_pages_reaches_no_other_machine(page: Page, guarded: Guarded) -> None:
    """Shipped article, filter, downloads, a file, a pasted text, the review, the codebook."""
    seen = asked_for(page.context, page)

    visit(page, guarded, "?article=worked-example")
    filter_by(page, "Topic", "NATO")
    for name in PAGES:
        go(page, name)
    visit(page, guarded, "quotes?article=worked-example")
    for name in ("CSV", "XLSX"):
        download(page, name)

    visit(page, guarded, "read")
    give(page, {"name": "talks.docx", "mimeType": "", "buffer": word_file()})
    expect(page.get_by_role("textbox", name="Text of the article")).not_to_have_value("", timeout=SECONDS)
    settle(page)
    read(page, re.compile(r"^\d statements read"))
    bring(page, guarded)
    with page.expect_download():
        page.get_by_role("button", name="Download the article").click()
    page.get_by_role("button", name="Keep in my library").click()
    settle(page)
    for name in PAGES:
        go(page, name)
    go(page, "review")
    press(page, "a", ONE_LESS)

    assert len(seen) > 100
    assert any(each.startswith("ws:") for each in seen)
    assert elsewhere(seen, guarded) == []
    assert guarded.told("attempts") == []
    started = " ".join(guarded.told("processes"))
    for process in ("streamlit run app.py", "components.reading.apart", "components.reading.worker"):
        assert process in started


def test_the_guard_sees_an_attempt_and_refuses_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address is one of those that are kept for examples and belong to nobody."""
    guard_in(tmp_path, monkeypatch)
    program = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert "refused by the guard" in done.stderr
    assert (tmp_path / "attempts").read_text(encoding="utf-8") == "socket.getaddrinfo 192.0.2.1\n"


# --- Other sites --------------------------------------------------------------------------------


def test_a_page_of_another_site_gets_no_websocket_and_makes_the_server_look_up_nothing(guarded: Guarded) -> None:
    assert shake_hands(guarded, "http://evil.example") == "HTTP/1.1 403 Forbidden"
    assert shake_hands(guarded, "null") == "HTTP/1.1 403 Forbidden"
    assert shake_hands(guarded, "http://rebound.example", "rebound.example").startswith("HTTP/1.1 400")
    assert shake_hands(guarded, guarded.url) == "HTTP/1.1 101 Switching Protocols"
    assert guarded.told("attempts") == []


def test_without_our_middleware_the_platform_looks_its_address_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why the middleware is there. Where this fails, the platform has mended it, and ours may go."""
    guard_in(tmp_path, monkeypatch)
    bare = Guarded(tmp_path)
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text('nothing')\n", encoding="utf-8")
    monkeypatch.setattr("tests.browser.conftest.ROOT", tmp_path)
    monkeypatch.setenv("STREAMLIT_BROWSER_SERVER_ADDRESS", "localhost")
    bare.start()

    shake_hands(bare, "http://evil.example")

    bare.stop()
    assert "socket.connect 8.8.8.8" in bare.told("attempts")
    assert "socket.getaddrinfo checkip.amazonaws.com" in bare.told("attempts")


@pytest.mark.parametrize("path", ["/", "/quotes", "/_stcore/health", "/_stcore/host-config", "/media/nothing"])
def test_every_answer_carries_the_policy(server: Server, path: str) -> None:
    try:
        answer = urllib.request.urlopen(server.url + path, timeout=30)
    except urllib.error.HTTPError as refused:
        answer = refused

    with answer:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_policy_lets_the_scroll_to_a_linked_sentence_run_and_no_other_inline_script(
    page: Page, server: Server
) -> None:
    """The one script of ours; a script that somebody else puts into the page is stopped by the browser."""
    seen = asked_for(page.context, page)
    bring(page, server)
    go(page, "quotes")
    page.get_by_role("searchbox", name="Search").fill("alarm")
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name=re.compile("^Read statement")).first.click()
    settle(page)
    page.get_by_role("button", name="Read it in the article").click()
    expect(page.locator(".rd-linked")).to_be_in_viewport()
    assert elsewhere(seen, server) == []

    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        const image = document.createElement('img');
        image.src = 'http://192.0.2.1/picture.png';
        document.body.append(image);
    }""")
    page.wait_for_timeout(300)

    assert page.evaluate("window.ran") is None
    stopped = "".join(elsewhere(seen, server))
    assert "script-src" in stopped
    assert "img-src" in stopped


# --- A fault of ours ----------------------------------------------------------------------------

MARKER = "Quizzaria"

# A fault that only a reader's text brings out: its message is the text.
FAULT = f"""
sys.path.insert(0, {str(ROOT)!r})
import components.model.safe
escape = components.model.safe.html_text

def html_text(text):
    if {MARKER!r} in text:
        raise ValueError(text)
    return escape(text)

components.model.safe.html_text = html_text
"""


def test_a_page_that_fails_shows_none_of_the_text_and_neither_does_the_log(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard_in(tmp_path, monkeypatch, more=FAULT)
    faulty = Guarded(tmp_path)
    faulty.start()
    visit(page, faulty, "read")
    paste(page, f"Talks in {MARKER}\n\nAna Brook said that {MARKER} was good. Carl Dale said that it was not.")
    page.get_by_role("button", name="Read it").click()

    expect(page.locator(".rd-notice", has_text=FAILED).first).to_be_visible(timeout=SECONDS)

    assert MARKER not in page.locator("body").inner_text()
    assert page.get_by_test_id("stException").count() == 0
    log = faulty.stop()
    assert "ValueError, its message left out:" in log
    assert "in html_text" in log
    assert MARKER not in log
