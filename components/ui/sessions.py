"""What the server does besides its pages, as long as it runs: texts of sessions that have ended go out of its memory.

The platform keeps a session for two minutes after its browser has gone (`server.disconnectedSessionTTL`), so that one
whose line broke finds its work again. Then it lets the session stand until another one ends, which on a quiet server may
be never. It has no public way to ask, so `PRIVATE_PARTS` of it are used here; where one of them is gone, sessions stay as
long as the platform keeps them, and a test says which one it is.
"""

import asyncio
import contextlib
import gc
import socket
import sys
from collections.abc import AsyncIterator, Callable
from typing import Any

from streamlit import runtime

SECONDS_BETWEEN_LOOKS = 10
SECONDS_OF_A_THREAD = 0.0005

PRIVATE_PARTS: dict[str, tuple[str, ...]] = {
    # class of the platform -> what this module uses of it
    "streamlit.runtime.runtime.Runtime": ("_session_mgr", "_enqueued_some_message", "_loop_coroutine"),
    "streamlit.runtime.websocket_session_manager.WebsocketSessionManager": ("_session_storage", "num_active_sessions"),
    "streamlit.runtime.memory_session_storage.MemorySessionStorage": ("_cache",),
    "streamlit.runtime.app_session.AppSession": ("_scriptrunner", "_state", "_event_loop", "shutdown"),
}
LOOP_HOLDS = ("msg_list", "msg")
"""Local names of the platform's loop, `Runtime._loop_coroutine`, in which the messages stay that it sent last."""

_at_end: list[Callable[[], object]] = []


def when_the_server_ends(do: Callable[[], object]) -> None:
    """Have something done as the server ends, such as ending a process."""
    _at_end.append(do)


@contextlib.asynccontextmanager
async def look_after(_: object) -> AsyncIterator[None]:
    """The life of the server, for `st.App(lifespan=...)`: makes ready, looks after ended sessions, ends what was started."""
    _answer_at_once(asyncio.get_running_loop())
    making_ready = asyncio.create_task(asyncio.to_thread(_make_ready))
    looking = asyncio.create_task(_let_ended_ones_go())
    try:
        yield
    finally:
        looking.cancel()
        while _at_end:
            _at_end.pop()()
        await making_ready


def _answer_at_once(loop: asyncio.AbstractEventLoop) -> None:
    """Have the parts of an answer sent as they come, where the loop is going to listen on a socket that somebody else has bound.

    Of a socket like the platform's asyncio does not know that it is one of TCP (it asks `proto`, which is 0), and leaves
    Nagle's algorithm on: the second part of each answer waits up to 40 thousandths of a second for the browser to say that
    the first has come (RFC 896, and RFC 1122, 4.2.3.2). What a listening socket accepts has its options.
    """
    create_server = loop.create_server

    async def create(*how: Any, sock: socket.socket | None = None, **more: Any) -> asyncio.Server:
        if sock is not None and sock.family in (socket.AF_INET, socket.AF_INET6):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return await create_server(*how, sock=sock, **more)

    with contextlib.suppress(AttributeError):  # a loop that takes no method of ours answers as it does
        setattr(loop, "create_server", create)  # noqa: B010


def _make_ready() -> None:
    """Load what the first page needs. It is imported here, so that the server answers before any of it is loaded.

    Meanwhile it answers: each time, the thread that loads would otherwise keep the interpreter for five thousandths of a second.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SECONDS_OF_A_THREAD)
    try:
        from components.ui.ready import load_what_pages_need

        load_what_pages_need()
    finally:
        sys.setswitchinterval(usual)


async def _let_ended_ones_go() -> None:
    """Look every ten seconds for sessions that have ended, and free what they held."""
    with contextlib.suppress(AttributeError):  # the platform has changed
        running: Any = runtime.get_instance()
        ended = running._session_mgr._session_storage._cache  # noqa: SLF001
        while True:
            if gone := ended.expire():
                _let_go(running, [info.session for _, info in gone])
                del gone
                gc.collect()  # a session is a circle of objects
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)


def _let_go(running: Any, sessions: list[Any]) -> None:
    with contextlib.suppress(AttributeError):
        for session in sessions:
            _empty(session)
        _forget_what_was_sent(running)


def _empty(session: Any) -> None:
    """Take everything out of a session that has ended: the platform's loop holds on to the last one that it served."""
    session.shutdown()
    if session._scriptrunner is not None:  # noqa: SLF001 — a page still runs, and will report to its session
        return
    kept = {name: vars(session)[name] for name in ("_state", "_event_loop")}
    vars(session).clear()
    vars(session).update(kept)


def _forget_what_was_sent(running: Any) -> None:
    """The platform's loop also holds on to the messages that it sent last, until it has something to send again."""
    if running._session_mgr.num_active_sessions():  # noqa: SLF001
        running._enqueued_some_message()  # noqa: SLF001 — it goes round, and finds those of the sessions that are left
        return
    for task in asyncio.all_tasks():
        coroutine: Any = task.get_coro()
        if coroutine.__qualname__ == "Runtime._loop_coroutine":
            held = coroutine.cr_frame.f_locals
            held.get("msg_list", []).clear()
            if "msg" in held:
                held["msg"].Clear()
