"""What the server does besides its pages, and the private parts of the platform that it needs for that.

That a session's text really leaves the memory is seen in a running server: tests/browser/test_sessions.py.
"""

import ast
import asyncio
import importlib
import socket
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from components.ui import ready, sessions
from components.ui.sessions import LOOP_HOLDS, PRIVATE_PARTS
from tests.conftest import ROOT

SOURCE = ROOT / "components/ui/sessions.py"
T = TypeVar("T")


def class_of(path: str) -> type:
    module, _, name = path.rpartition(".")
    found = getattr(importlib.import_module(module), name)
    assert isinstance(found, type)
    return found


def has(owner: type, name: str) -> bool:
    """Whether a class has a method of this name, or its objects get a field of it when they are made."""
    return hasattr(owner, name) or name in owner.__init__.__code__.co_names


@pytest.mark.parametrize(("path", "name"), [(path, name) for path, names in PRIVATE_PARTS.items() for name in names])
def test_the_platform_still_has_the_private_part(path: str, name: str) -> None:
    assert has(class_of(path), name), f"{path} has no {name} any more: look at components/ui/sessions.py"


def test_the_platform_s_loop_still_holds_what_it_sent_under_these_names() -> None:
    loop = class_of("streamlit.runtime.runtime.Runtime")._loop_coroutine  # type: ignore[attr-defined]

    assert set(LOOP_HOLDS) <= set(loop.__code__.co_varnames), f"{LOOP_HOLDS}: look at components/ui/sessions.py"


def test_ended_sessions_still_expire_by_themselves() -> None:
    storage = class_of("streamlit.runtime.memory_session_storage.MemorySessionStorage")()

    assert storage._cache.expire() == []


def test_a_part_that_is_gone_would_be_found() -> None:
    assert not has(class_of("streamlit.runtime.app_session.AppSession"), "_gone_with_the_next_version")


def test_every_private_part_that_is_used_is_listed() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr.startswith("_")}

    assert used - {"__qualname__"} <= {name for names in PRIVATE_PARTS.values() for name in names}


def test_no_other_module_of_the_pages_uses_a_private_part() -> None:
    """`_replace` belongs to named tuples."""
    files = [ROOT / "app.py", *(ROOT / "components/ui").glob("*.py"), *(ROOT / "components/pages").glob("*.py")]
    found = {
        f"{file.name}: {node.attr}"
        for file in files
        if file != SOURCE
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and not (isinstance(node.value, ast.Name) and node.value.id == "self")
    }

    assert found <= {"uploads.py: _replace", "reading.py: _replace"}


def in_a_loop_of_its_own(served: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: a browser that has run in this process leaves a loop running in the first thread."""
    with ThreadPoolExecutor(max_workers=1) as one_thread:
        return one_thread.submit(asyncio.run, served).result()


def test_what_was_started_ends_with_the_server() -> None:
    ended: list[str] = []

    async def serve() -> None:
        async with sessions.look_after(None):
            sessions.when_the_server_ends(lambda: ended.append("the process that reads"))
            assert ended == []

    in_a_loop_of_its_own(serve())

    assert ended == ["the process that reads"]


def test_what_was_started_is_ended_also_where_making_ready_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ImportError

    ended: list[str] = []
    monkeypatch.setattr("components.ui.ready.load_what_pages_need", fail)

    async def serve() -> None:
        async with sessions.look_after(None):
            sessions.when_the_server_ends(lambda: ended.append("the process that reads"))

    with pytest.raises(ImportError):
        in_a_loop_of_its_own(serve())

    assert ended == ["the process that reads"]


def test_a_platform_that_has_changed_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.ui.sessions.runtime.get_instance", object)

    async def serve() -> str:
        async with sessions.look_after(None):
            await asyncio.sleep(0)
            return "served"

    assert in_a_loop_of_its_own(serve()) == "served"


def test_while_pages_are_made_ready_the_server_waits_for_the_interpreter_less_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Half a thousandth of a second; afterwards as before, also where it fails."""
    usual = sys.getswitchinterval()
    seen: list[float] = []

    def fail() -> None:
        seen.append(sys.getswitchinterval())
        raise OSError

    monkeypatch.setattr(ready, "load_what_pages_need", fail)

    with pytest.raises(OSError):
        sessions._make_ready()

    assert seen == [pytest.approx(0.0005)]
    assert sys.getswitchinterval() == usual


async def accepted_by(listener: socket.socket) -> int:
    """Nagle's algorithm of what a server accepts on a socket that somebody else has bound: 0 where it is on."""
    seen: list[int] = []

    def note(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = writer.get_extra_info("socket")
        seen.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    server = await asyncio.start_server(note, sock=listener)
    async with server:
        reader, writer = await asyncio.open_connection(*listener.getsockname()[:2])
        await reader.read()
        writer.close()
    return seen[0]


def test_no_part_of_an_answer_waits_until_the_browser_has_the_part_before() -> None:
    """The platform binds its socket as here, before its server begins: without what is tested, each answer has 40 ms to wait."""

    async def serve() -> int:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            async with sessions.look_after(None):
                return await accepted_by(listener)

    assert in_a_loop_of_its_own(serve()) != 0


def test_a_server_that_listens_on_no_socket_of_tcp_is_let_alone(tmp_path: Path) -> None:
    async def serve() -> str:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(tmp_path / "socket"))
            async with sessions.look_after(None):
                server = await asyncio.get_running_loop().create_server(asyncio.Protocol, sock=listener)
                server.close()
                return "served"

    assert in_a_loop_of_its_own(serve()) == "served"
