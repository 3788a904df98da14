"""What stands between the server and the network: headers, foreign pages, and a log without readers' words.

`streamlit run app.py` finds an `st.App` in `app.py` and serves it with this middleware. A host that runs `app.py` as a
mere script serves it without the headers; what the pages do by themselves (strangers' text as text) does not hang on
them.
"""

import base64
import hashlib
import logging
import os
import re
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.model.hosts import LOOPBACK
from components.ui.early import NameScripts
from components.ui.scripts import ON_EVERY_PAGE, SCROLL, WATCH

# --- Headers ------------------------------------------------------------------------------------


def _hashes(page: str) -> str:
    """The inline scripts of a page, as a policy names them. A script that is changed by one character does not run."""
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def policy() -> str:
    """The Content-Security-Policy of every answer: nothing is loaded from, or sent to, another host.

    Scripts are the platform's files and seven inline ones, named by their hashes: the platform's in its `index.html`, and
    ours that scroll to a linked sentence, refuse a text that is too long for its box, copy a text, hear a row that is
    pressed, keep in sight what is pressed, and tell of a text that is gone. Styles stand inline in charts and tables.
    `connect-src 'self'` holds for the WebSocket too in the browsers that the platform supports. Only pages of the same
    host, and those that `framers` names, may frame the app: Community Cloud does the first, and a framed app can be covered
    to steal clicks.
    """
    index = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(
            (
                "'self'",
                *map(_hashes, (index, SCROLL, *ON_EVERY_PAGE, WATCH)),
            )
        ),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(("'self'", *framers())),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


FRAMERS = "READOUT_FRAMED_BY"
"""The variable of the environment that names who else may frame the app: addresses with a space between them."""

_ORIGIN = re.compile(r"https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?", re.ASCII)


def framers() -> tuple[str, ...]:
    """The addresses whose pages may frame the app, as `FRAMERS` names them: none where it is not set.

    One is written `https://intranet.example`, with a port where it has one. Raises ValueError at anything else, also a star
    or a path: the start fails, because an address that is half understood could open more than was meant.
    """
    named = tuple(os.environ.get(FRAMERS, "").split())
    for each in named:
        if not _ORIGIN.fullmatch(each):
            raise ValueError(f"{FRAMERS} names addresses such as https://intranet.example, and not {each!r}")
    return named


def headers() -> dict[str, str]:
    """What every answer carries. An address holds the filter, so that no other site is told it."""
    return {
        "Content-Security-Policy": policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }


class SendHeaders:
    """Middleware that adds `headers` to every answer."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app, self._headers = app, headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers."""

        async def send_with_them(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_them if scope["type"] == "http" else send)


# --- Foreign pages ------------------------------------------------------------------------------


def is_foreign(origin: str | None, host: str | None) -> bool:
    """Whether a page of another site asks for a WebSocket, by the settings of the server alone.

    The platform decides the same, but where no setting answers it first looks up the machine's outside address at a
    host on the internet. Nothing that it would allow by name is refused here.
    """
    if origin is None or not st.get_option("server.enableCORS"):
        return False
    try:
        asking = urlsplit(origin)
    except ValueError:
        return True
    named = (st.get_option("browser.serverAddress"), *st.get_option("server.corsAllowedOrigins"))
    return asking.netloc != host and asking.hostname not in {*LOOPBACK, *(_name(each) for each in named if each)}


def _name(address: str) -> str | None:
    """The host in an address, with or without its scheme."""
    return urlsplit(address if "//" in address else f"//{address}").hostname


class RefuseForeignPages:
    """Middleware that refuses a WebSocket that a page of another site asks for, before the platform sees it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close such a WebSocket (403), hand on everything else."""
        if scope["type"] == "websocket":
            sent = Headers(scope=scope)
            if is_foreign(sent.get("origin"), sent.get("host")):
                await send({"type": "websocket.close", "code": 1008})
                return
        await self._app(scope, receive, send)


def known_hosts() -> list[str]:
    """By which names the app may be asked for, `*` for any.

    One that listens on this machine alone answers to this machine's names alone: a site whose name is made to point
    here (DNS rebinding) is not one. Behind a proxy `server.allowedHosts` names the host, and the platform checks it.
    """
    if st.get_option("server.address") in LOOPBACK and not st.get_option("server.allowedHosts"):
        return [*LOOPBACK, "[::1]"]
    return ["*"]


def middleware() -> list[Middleware]:
    """All of it, the outermost first."""
    return [
        Middleware(SendHeaders, headers=headers()),
        Middleware(TrustedHostMiddleware, allowed_hosts=known_hosts(), www_redirect=False),
        Middleware(RefuseForeignPages),
        Middleware(NameScripts),
    ]


# --- Faults -------------------------------------------------------------------------------------

FAILED = (
    "This page could not be drawn. The fault is ours; your text was not written to the log. Other pages may still work. "
    "To reload this one forgets a text that is not saved."
)


def say_that_it_failed(_: Exception) -> bool:
    """What a reader sees of a fault of ours, in place of the platform's message."""
    from components.ui import frame  # a page has loaded it: a server that begins does without

    frame.notice(FAILED)
    return True


class DiscreetRecord(logging.LogRecord):
    """A line of the log that tells of an exception its kind and its places in the code, never its message.

    A message may hold words of a reader's text, and so may the notes and the causes of an exception.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[1]:
            self.exc_text = "\n".join(_places(self.exc_info[1]))
            self.exc_info = None
        if isinstance(self.msg, BaseException):
            self.msg = type(self.msg).__name__
        if isinstance(self.args, tuple):
            self.args = tuple(type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in self.args)


def _places(error: BaseException) -> list[str]:
    """The exception and those behind it: the kind of each, and where it passed."""
    told: list[str] = []
    behind: BaseException | None = error
    while behind is not None and len(told) < 200:  # a chain may be a circle
        told += [f"{type(behind).__name__}, its message left out:", *_lines(behind.__traceback__)]
        behind = behind.__cause__ or behind.__context__
    return told


def _lines(trace: TracebackType | None) -> list[str]:
    return [f"  {place.filename}:{place.lineno} in {place.name}" for place in traceback.extract_tb(trace)]


def keep_words_out_of_the_log() -> None:
    """From here on, every log of this process is made of `DiscreetRecord`s."""
    logging.setLogRecordFactory(DiscreetRecord)
