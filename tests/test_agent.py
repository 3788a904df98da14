"""Programs that use the dashboard without a browser, and other sites that frame it: what is closed, and what a setting opens.

The platform's agent interface is tried on a running server: one session filters and reads the quotes.
"""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Server, copy_of_data


def ask(server: Server, **asked: Any) -> dict[str, Any]:
    """One step of an agent: what it sends, and the page that comes back."""
    request = urllib.request.Request(
        f"{server.url}/_stcore/agent/interact", json.dumps(asked).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return dict(json.load(answer))


def texts(page: dict[str, Any]) -> list[str]:
    """What stands on a page as HTML of ours, from top to bottom."""

    def walk(node: dict[str, Any]) -> Iterator[str]:
        if node["type"] == "html":
            yield node["props"]["body"]
        for child in node.get("children", []):
            yield from walk(child)

    return list(walk(page["tree"]))


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """A function that starts a server with further options; all are ended with the test."""
    running: list[Server] = []

    def start(*options: str, **environment: str) -> Server:
        server = Server(copy_of_data(tmp_path / str(len(running)) / "data"), options=options, environment=environment)
        server.start()
        running.append(server)
        return server

    yield start
    for each in running:
        each.stop()


def test_an_agent_filters_and_reads_the_quotes_and_opens_one(serve: Callable[..., Server]) -> None:
    server = serve("--server.enableAgentApi=true")

    first = ask(server, page="quotes", query_params={"article": ["worked-example"]})
    assert first["status"] == "ready"
    assert any("All 11 statements" in text for text in texts(first))
    speakers = next(action for action in first["actions"] if action["label"] == "Speaker")

    filtered = ask(server, session_id=first["session_id"], widget_state={speakers["key"]: ["Ana Brook"]})
    (listed,) = [text for text in texts(filtered) if text.startswith('<div class="rd-row rd-head')]
    _, *quotes = listed.split('<div class="rd-pressed">')
    assert quotes
    assert len(quotes) < 11
    assert all("Brook" in quote for quote in quotes)
    assert filtered["query_params"]["speaker"]

    rows = next(action for action in filtered["actions"] if action["label"].startswith("What is pressed in the rows"))
    statement = re.search(r'data-press="(read \w+)"', quotes[0])
    assert statement
    opened = ask(server, session_id=first["session_id"], widget_state={rows["key"]: f"1 {statement[1]}"})
    assert any("Close" in action["label"] for action in opened["actions"])


def test_the_interface_is_closed_unless_it_is_asked_for(serve: Callable[..., Server]) -> None:
    with pytest.raises(urllib.error.HTTPError, match="403"):
        ask(serve())


def test_a_site_that_is_named_may_frame_the_app_and_every_answer_says_so(serve: Callable[..., Server]) -> None:
    server = serve(READOUT_FRAMED_BY="https://intranet.example")

    with urllib.request.urlopen(server.url, timeout=60) as answer:
        assert "frame-ancestors 'self' https://intranet.example" in answer.headers["Content-Security-Policy"]


def test_a_setting_that_could_open_more_than_was_meant_stops_the_start(serve: Callable[..., Server]) -> None:
    with pytest.raises(TimeoutError, match="ValueError"):
        serve(READOUT_FRAMED_BY="*")
