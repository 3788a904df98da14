"""The app as a host shows it to the world: under a name and a path of its own, behind a proxy, in little memory.

A host such as Streamlit Community Cloud cannot be asked here. What is known of it is done: a server that does not listen on
this machine's own address, a proxy that hands on requests, WebSockets and files, and the sign by which the app knows such a host.
"""

import asyncio
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from components.ui.hosting import SENTENCES
from tests.browser.conftest import READ, Server, copy_of_data, download, filter_by, give, go, heading, settle, visit

LISTENS_ON = "127.0.0.2"
"""An address of this machine that the app does not take for this machine's own."""

TEXT = """Talks in Tavria

Published: 4 May 2020

British Foreign Secretary Ana Brook said on 4 May 2020 that the new sanctions on Ruritania were a good start. “They would
stay until the autumn,” US Secretary of State Carl Dale said.
"""

MOST_MEGABYTES = 500


class Hosted(Server):
    """A server behind a proxy: `url` is what a reader knows of it."""

    def __init__(self, folder: Path) -> None:
        options = (f"--server.address={LISTENS_ON}", "--browser.serverAddress=readout.localhost")
        super().__init__(
            copy_of_data(folder / "data"), base="desk/readout", options=options, environment={"HOSTNAME": "streamlit"}
        )
        self.url = self.url.replace("127.0.0.1", LISTENS_ON)

    def start(self) -> None:
        super().start()
        behind = urlsplit(self.url)
        self.proxy = Proxy(str(behind.hostname), int(behind.port or 0))
        self.url = f"http://readout.localhost:{self.proxy.port}{behind.path}"

    def stop(self) -> str:
        self.proxy.stop()
        return super().stop()


class Proxy:
    """Hands on what it is sent, both ways, in a thread of its own."""

    def __init__(self, host: str, port: int) -> None:
        self._behind = host, port
        self._is_ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._thread.start()
        self._is_ready.wait()

    async def _run(self) -> None:
        self._loop, self._ends = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = int(server.sockets[0].getsockname()[1])
        self._is_ready.set()
        await self._ends.wait()
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_app, to_app = await asyncio.open_connection(*self._behind)
        await asyncio.gather(_hand_on(reader, to_app), _hand_on(from_app, writer))

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._ends.set)
        self._thread.join()


async def _hand_on(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    try:
        while data := await source.read(65_536):
            target.write(data)
            await target.drain()
    except ConnectionError:
        pass  # one of the two has gone
    finally:
        target.close()


def megabytes(process: int) -> float:
    """The memory of a process and of all that it started; what several of them share is counted once."""
    started = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    parts = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    own = re.search(r"^Pss:\s+(\d+) kB", parts, flags=re.MULTILINE)
    assert own
    return int(own[1]) / 1024 + sum(megabytes(int(child)) for child in started)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    running = Hosted(tmp_path)
    running.start()
    yield running
    running.stop()


def test_a_journey_behind_a_proxy_under_a_path_from_a_text_to_a_file_and_a_link(
    browser: Browser, page: Page, hosted: Hosted
) -> None:
    visit(page, hosted, "read")
    assert SENTENCES["cloud"] in page.get_by_test_id("stMain").inner_text()

    give(page, {"name": "talks.txt", "mimeType": "text/plain", "buffer": TEXT.encode()})
    settle(page)
    page.get_by_role("button", name="Read it", exact=True).click()
    expect(heading(page)).to_have_text("3 statements read, 2 speakers found", timeout=READ)
    settle(page)
    assert megabytes(hosted.process.pid) < MOST_MEGABYTES

    visit(page, hosted, "quotes?article=worked-example")
    filter_by(page, "Speaker", "Ana Brook")
    link = page.url
    assert link.startswith(f"{hosted.url}/quotes?")
    shown = page.locator(".rd-shown").inner_text()
    assert download(page, "CSV").path().read_bytes()

    other = browser.new_context()
    guest = other.new_page()
    guest.goto(link)
    settle(guest)
    expect(guest.locator(".rd-shown")).to_have_text(shown)
    go(guest, "article")
    assert guest.url.startswith(f"{hosted.url}/article")
    other.close()
