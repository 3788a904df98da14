"""What sessions leave behind: their texts go out of memory when they have ended, without anyone's click."""

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
        running = runtime.get_instance()
        ended = running._session_mgr._session_storage._cache  # type: ignore[attr-defined]  # noqa: SLF001
        loop = running._get_async_objs().eventloop  # noqa: SLF001

        def look() -> None:
            if gone := ended.expire():
                for _, info in gone:
                    _empty(info.session)
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
