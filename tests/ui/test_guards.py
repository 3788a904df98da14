"""What is sent with every answer, who is let in, and what the log may say. The real server is asked in tests/browser."""

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from components.ui import guards

# --- The policy ---------------------------------------------------------------------------------


def rules() -> dict[str, str]:
    return {name: value for name, _, value in (rule.partition(" ") for rule in guards.policy().split("; "))}


def test_nothing_is_loaded_from_another_host() -> None:
    assert "http" not in guards.policy()
    assert "*" not in guards.policy()
    assert rules()["default-src"] == rules()["connect-src"] == "'self'"
    assert rules()["img-src"] == "'self' data: blob:"
    assert rules()["font-src"] == "'self' data:"


def test_no_script_runs_but_the_platform_s_files_and_eleven_that_are_named_letter_by_letter() -> None:
    own, *named = rules()["script-src"].split()

    assert own == "'self'"
    assert len(named) == 11
    assert all(name.startswith("'sha256-") for name in named)


def test_forms_bases_and_plug_ins_are_not_used_and_other_sites_cannot_frame_the_app() -> None:
    assert rules()["form-action"] == rules()["base-uri"] == rules()["object-src"] == "'none'"
    assert rules()["frame-ancestors"] == "'self'"


def test_a_host_that_the_environment_names_may_frame_the_app_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_FRAMED_BY", "https://intranet.example  https://wiki.example:8443")

    assert rules()["frame-ancestors"] == "'self' https://intranet.example https://wiki.example:8443"
    assert rules()["default-src"] == rules()["connect-src"] == "'self'"


@pytest.mark.parametrize("nothing", ["", " ", "\n"])
def test_a_setting_that_is_empty_lets_nobody_frame_the_app(monkeypatch: pytest.MonkeyPatch, nothing: str) -> None:
    monkeypatch.setenv("READOUT_FRAMED_BY", nothing)

    assert rules()["frame-ancestors"] == "'self'"


@pytest.mark.parametrize(
    "hostile",
    [
        "*",
        "https:",
        "https://*",
        "https://*.example",
        "http://intranet.example",
        "intranet.example",
        "'unsafe-inline'",
        "https://intranet.example/path",
        "https://intranet.example;script-src",
        "https://intranet.example,https://other.example",
        "https://me@intranet.example",
        "https://intranet.example:",
        "https://-.example",
        "https://Intranet.example",
        "https://intr\u0430net.example",  # a Cyrillic letter
        "https://intranet.example https://*",
        "https://intranet.example;\r\nX-Other: 1",
    ],
)
def test_what_is_no_plain_address_stops_the_start_and_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, hostile: str
) -> None:
    monkeypatch.setenv("READOUT_FRAMED_BY", hostile)

    with pytest.raises(
        ValueError, match=r"^READOUT_FRAMED_BY names addresses such as https://intranet\.example, and not "
    ):
        guards.policy()


# --- Who is let in ------------------------------------------------------------------------------


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The settings of a server, as our file leaves them; a test changes what it wants to."""
    made = {
        "server.enableCORS": True,
        "server.corsAllowedOrigins": [],
        "browser.serverAddress": "localhost",
        "server.address": "127.0.0.1",
        "server.allowedHosts": [],
    }
    monkeypatch.setattr("streamlit.get_option", made.__getitem__)
    return made


@pytest.mark.parametrize(
    ("origin", "host", "foreign"),
    [
        ("http://127.0.0.1:8501", "127.0.0.1:8501", False),
        ("https://talks.streamlit.app", "talks.streamlit.app", False),
        ("http://localhost:8501", "127.0.0.1:8501", False),
        (None, "127.0.0.1:8501", False),  # no browser: a page always names itself
        ("http://evil.example", "127.0.0.1:8501", True),
        ("http://127.0.0.1.evil.example", "127.0.0.1:8501", True),
        ("http://localhost.evil.example:8501", "localhost:8501", True),
        ("null", "127.0.0.1:8501", True),
        ("", "127.0.0.1:8501", True),
        ("http://[", "127.0.0.1:8501", True),
    ],
)
def test_a_page_of_another_site_is_foreign(settings: dict[str, Any], origin: str | None, host: str, foreign: bool) -> None:  # noqa: FBT001 # fmt: skip
    assert guards.is_foreign(origin, host) is foreign


def test_what_the_server_s_settings_allow_is_not_foreign(settings: dict[str, Any]) -> None:
    settings["server.corsAllowedOrigins"] = ["https://desk.example"]
    assert not guards.is_foreign("https://desk.example", "inside:8501")
    settings["browser.serverAddress"] = "readout.example"
    assert not guards.is_foreign("https://readout.example", "inside:8501")
    assert guards.is_foreign("https://other.example", "inside:8501")
    settings["server.enableCORS"] = False
    assert not guards.is_foreign("https://other.example", "inside:8501")


def test_on_one_s_own_machine_the_app_answers_to_its_own_names(settings: dict[str, Any]) -> None:
    assert guards.known_hosts() == ["127.0.0.1", "localhost", "::1", "[::1]"]
    settings["server.allowedHosts"] = ["readout.example"]
    assert guards.known_hosts() == ["*"]  # a proxy: the platform checks the names that were given to it


@pytest.mark.parametrize("address", [None, "::", "192.168.1.5"])
def test_a_server_for_others_answers_to_any_name(settings: dict[str, Any], address: str | None) -> None:
    settings["server.address"] = address

    assert guards.known_hosts() == ["*"]


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that lets everything in."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x-own", b"1")]})


def answer(scope: Scope) -> Message:
    """The first message that the guarded app sends."""
    sent: list[Message] = []
    app: Any = _app
    for each in reversed(guards.middleware()):
        app = each.cls(app, *each.args, **each.kwargs)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    # In a thread of its own: the browser that other tests drive keeps a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, app(scope, receive, send)).result()
    return sent[0]


def test_headers_are_added_to_those_of_the_app(settings: dict[str, Any]) -> None:
    told = dict(answer({"type": "http", "path": "/", "headers": [(b"host", b"localhost:8501")]})["headers"])

    assert told[b"x-own"] == b"1"
    assert told[b"content-security-policy"].decode() == guards.policy()
    assert told[b"x-content-type-options"] == b"nosniff"
    assert told[b"referrer-policy"] == b"no-referrer"


def test_a_refusal_carries_the_headers_too(settings: dict[str, Any]) -> None:
    refused = answer({"type": "http", "path": "/", "headers": [(b"host", b"rebound.example")]})

    assert refused["status"] == 400
    assert b"content-security-policy" in dict(refused["headers"])


@pytest.mark.parametrize(("origin", "let_in"), [(b"http://localhost:8501", True), (b"http://evil.example", False)])
def test_a_foreign_page_gets_no_websocket(settings: dict[str, Any], origin: bytes, let_in: bool) -> None:  # noqa: FBT001
    scope = {"type": "websocket", "path": "/", "headers": [(b"host", b"localhost:8501"), (b"origin", origin)]}

    assert answer(scope)["type"] == ("websocket.accept" if let_in else "websocket.close")


# --- The log ------------------------------------------------------------------------------------

WORDS = "Quizzaria refuses"


@pytest.fixture
def written() -> Iterator[list[str]]:
    """The lines of a log of our own, with discreet records for the time of the test."""
    lines: list[str] = []
    before = logging.getLogRecordFactory()
    guards.keep_words_out_of_the_log()
    log = logging.getLogger("readout.test")
    log.propagate = False
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(logging.Formatter().format(record))  # type: ignore[method-assign]
    log.addHandler(handler)
    yield lines
    log.removeHandler(handler)
    logging.setLogRecordFactory(before)


def _fail() -> None:
    try:
        {}[WORDS]
    except KeyError as error:
        error.add_note(WORDS)
        raise ValueError(f"the text {WORDS} cannot be read") from error


def test_an_exception_is_told_by_kind_and_place_without_its_message_its_notes_and_its_cause_s(
    written: list[str],
) -> None:
    try:
        _fail()
    except ValueError:
        logging.getLogger("readout.test").exception("Uncaught app execution")

    (line,) = written
    assert WORDS not in line
    assert line.startswith("Uncaught app execution\nValueError, its message left out:\n")
    assert "KeyError, its message left out:" in line
    assert "test_guards.py:" in line
    assert "in _fail" in line


def test_an_exception_inside_a_message_is_told_by_its_kind(written: list[str]) -> None:
    log = logging.getLogger("readout.test")
    log.warning("not done: %s, %d times", ValueError(WORDS), 2)
    log.warning(ValueError(WORDS))
    log.warning("%(what)s", {"what": "a table"})

    assert written == ["not done: ValueError, 2 times", "ValueError", "a table"]


def test_causes_in_a_circle_end(written: list[str]) -> None:
    first, second = ValueError(WORDS), KeyError(WORDS)
    first.__cause__, second.__cause__ = second, first
    logging.getLogger("readout.test").error("failed", exc_info=first)

    assert WORDS not in written[0]
