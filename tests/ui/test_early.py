"""Which of the platform's scripts are named in the header of a page's answer. A real browser loads them in tests/browser."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from components.ui.early import DRAWN_BY, ON_EVERY_PAGE, STATIC, NameScripts, scripts_of
from components.ui.pages import PAGES

SCRIPTS = STATIC / "static" / "js"


@pytest.mark.parametrize("script", [*ON_EVERY_PAGE, *DRAWN_BY.values()])
def test_the_platform_has_each_script_once(script: str) -> None:
    assert len(list(SCRIPTS.glob(f"{script}.*.js"))) == 1


def test_a_page_with_a_chart_names_what_draws_it_first() -> None:
    assert scripts_of("timeline")[0].startswith("PlotlyChart.")


def test_a_page_without_one_does_not() -> None:
    assert not [file for file in scripts_of("quotes") if file.startswith("PlotlyChart.")]
    assert [file for file in scripts_of("quotes") if file.startswith("Html.")]


@pytest.mark.parametrize("page", PAGES)
def test_all_that_a_script_imports_is_named_once_here_or_in_the_platform_s_page(page: str) -> None:
    index = (STATIC / "index.html").read_text(encoding="utf-8")
    named = scripts_of(page)

    assert len(named) == len(set(named))
    assert not [file for file in named if file in index]
    for file in named:
        imported = re.findall(r'(?:from|import)"\./([^"]+\.js)"', Path(SCRIPTS / file).read_text(encoding="utf-8"))
        assert not [each for each in imported if each not in named and each not in index], file


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that answers to everything with what the scope says that it is."""
    kind = scope.get("kind", "text/html; charset=utf-8").encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind), (b"etag", b'"1"')]})
    await send({"type": "http.response.body", "body": b""})


def headers_at(path: str, **scope: str) -> dict[str, str]:
    """What the middleware makes of the answer's headers at a path."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {}

    async def send(message: Message) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as apart:  # a browser's loop may be running here
        apart.submit(asyncio.run, NameScripts(answer)({"type": "http", "path": path, **scope}, receive, send)).result()
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize("path", ["/", "/timeline", "/readout/timeline", "/readout/"])
def test_the_answer_that_begins_a_page_with_a_chart_names_its_scripts_beside_its_other_headers(path: str) -> None:
    headers = headers_at(path)

    assert re.match(r"<\./static/js/PlotlyChart\.[^>]+\.js>; rel=modulepreload, <", headers["link"])
    assert headers["etag"] == '"1"'


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/_stcore/health", "text/html; charset=utf-8"),
        ("/static/js/index.js", "text/javascript"),
        ("/no-page-of-ours", "text/html; charset=utf-8"),
        ("/timeline", "application/json"),
    ],
)
def test_any_other_answer_stays_as_it_is(path: str, kind: str) -> None:
    assert "link" not in headers_at(path, kind=kind)
