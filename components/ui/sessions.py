"""What sessions leave behind: their texts go out of memory when they have ended, without anyone's click."""

import asyncio
import contextlib
import gc
from typing import Any

import streamlit as st
from streamlit import runtime

SECONDS_BETWEEN_LOOKS = 10


@st.cache_resource(show_spinner=False)
def let_ended_ones_go() -> None:
    """From here on, look every ten seconds for sessions that have ended, and free what they held.

    The platform keeps a session for two minutes after its browser has gone (`server.disconnectedSessionTTL`), so that one
    whose line broke finds its work again. Then it lets the session stand until another one ends, which on a quiet server
    may be never. It has no public way to ask; where it changes, sessions stay as long as the platform keeps them.
    """
    with contextlib.suppress(AttributeError, RuntimeError):
        running: Any = runtime.get_instance()
        ended = running._session_mgr._session_storage._cache  # noqa: SLF001
        loop = running._get_async_objs().eventloop  # noqa: SLF001

        def look() -> None:
            if gone := ended.expire():
                with contextlib.suppress(AttributeError):
                    for _, info in gone:
                        _empty(info.session)
                    _forget_what_was_sent(running)
                gc.collect()  # a session is a circle of objects
            loop.call_later(SECONDS_BETWEEN_LOOKS, look)

        loop.call_soon_threadsafe(look)


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
