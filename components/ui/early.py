"""The platform's scripts that a page will need, named in the header of its answer, so that a browser loads them at once.

The platform asks for the script that draws a chart, the largest of all, when the first chart has come: after the server
has run the page. Named before, it is loaded while the server still does that (`Link: …; rel=modulepreload`: RFC 8288 and the
HTML standard). A script that the platform has no longer is not named, and a test says which it is.
"""

import functools
import re
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.ui.pages import PAGES, name_of

STATIC = Path(st.__file__).parent / "static"

ON_EVERY_PAGE = ("Html", "Button", "PageLink")
DRAWN_BY = {"chart": "PlotlyChart"}
"""The platform's scripts, without the digest in the names of their files: of every page, and by what a page draws."""

_IMPORTS = re.compile(r'(?:from|import)"\./([^"]+\.js)"')
_HEAD = 8_192
"""So many characters of a script hold what it imports: that stands before everything else."""


@functools.cache
def scripts_of(page: str) -> tuple[str, ...]:
    """The files in the platform's `static/js` that a page needs beside those that its `index.html` names, the largest first."""
    index = (STATIC / "index.html").read_text(encoding="utf-8")
    known = set(re.findall(r"static/js/([^\"]+\.js)", index))
    wanted = [
        file
        for script in (*map(DRAWN_BY.__getitem__, PAGES[page].draws), *ON_EVERY_PAGE)
        for file in _files(f"{script}.*.js")
    ]
    for file in wanted:  # which grows by what each imports
        known.add(file.name)
        wanted += [each for name in _imported_by(file) if name not in known for each in _files(name)]
    return tuple(dict.fromkeys(file.name for file in wanted))


def _imported_by(file: Path) -> list[str]:
    with file.open(encoding="utf-8") as script:
        return _IMPORTS.findall(script.read(_HEAD))


def _files(pattern: str) -> list[Path]:
    return list((STATIC / "static" / "js").glob(pattern))


class NameScripts:
    """Middleware that names the scripts of a page in the header of the answer that begins it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does; a page's answer names its scripts, relative to the page as its `index.html` does."""

        async def send_with_names(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                links = (f"<./static/js/{file}>; rel=modulepreload" for file in scripts_of(page))
                MutableHeaders(scope=message)["Link"] = ", ".join(links)
            await send(message)

        page = name_of(scope["path"].rpartition("/")[2]) if scope["type"] == "http" else ""
        await self._app(scope, receive, send_with_names if page in PAGES else send)


def _is_page(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
