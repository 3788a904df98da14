"""A text that a reader gives, from the clipboard or from a file: cleaned, with what was done to it, and no copy kept.

The platform keeps uploaded files in memory until some session ends. Here a file is read as soon as it is there, its text
goes into the box, and its bytes are let go.
"""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.model.limits import MOST_BYTES, MOST_CHARACTERS, too_much, what_can_be_read
from components.reading.apart import read_file_apart
from components.reading.files import UnreadableFileError, what_may_be_opened
from components.reading.formats.encodings import Decoded, clean
from components.ui import frame
from components.ui.desk import desk, set_value, start_with, value_of


class Given(NamedTuple):
    """What a reader gave to be read: the text, and what the file said of itself."""

    text: str
    title: str = ""
    published: dt.date | None = None
    notes: tuple[str, ...] = ()
    publisher: str = ""
    place: str = ""


def say_the_limits() -> None:
    """What can be read, behind a click."""
    with st.expander("What can be read"):
        for line in what_can_be_read(what_may_be_opened()):
            frame.paragraph(line, quiet=True)


def ask_for_text(name: str, *, files: str, take: Callable[[str, bytes], None] | None = None) -> Given:
    """A box and an uploader. What a file holds is put into the box, so that what is seen is what is read.

    `name` stands before the keys of this box in the session; `take` opens a file that is not a text (a saved article)
    and returns nothing, or raises UnreadableFileError.
    """
    box = desk().box(name)
    start_with(f"{name}_text", box.given.text if box.given else "")
    st.text_area(
        "Text of the article",
        key=f"{name}_text",
        height=240,  # no `max_chars`: a longer text would be dropped without a word
        placeholder="Paste the article here.",
        persist_state="session",
    )
    uploader = f"{name}_file_{box.files}"
    # No `type`: the browser alone would check it, and a file that came another way would break the session.
    st.file_uploader(
        files,
        key=uploader,
        max_upload_size=MOST_BYTES // 1_000_000,
        on_change=lambda: _take_file(name, uploader, take),
    )
    given = given_in(name)
    for note in given.notes:
        frame.paragraph(note, quiet=True)
    return given


def given_in(name: str) -> Given:
    """The text in the box, cleaned, with notes on it; and what its file said, where it is still the text of a file.

    A text that has no line of the file's is another one.
    """
    text, said = _cleaned(name, value_of(f"{name}_text") or "")
    file = desk().box(name).given or Given("")
    same = not {line for line in text.splitlines() if line.strip()}.isdisjoint(file.text.splitlines())
    known = file if same else Given("")
    return known._replace(text=text, notes=tuple(dict.fromkeys((*known.notes, *said))))


def _cleaned(name: str, text: str) -> Decoded:
    """The text without characters that no one sees; worked out once for each text. One that is too long stays as it is."""
    if too_long(text):
        return Decoded(text, [])
    box = desk().box(name)
    if box.cleaned is None or box.cleaned[0] != text:
        box.cleaned = (text, clean(text))
    return box.cleaned[1]


def too_long(text: str) -> str:
    """Why a text is not read, in a sentence; nothing where it is short enough."""
    return too_much(len(text), MOST_CHARACTERS, "characters")


def fault_of(text: str) -> str:
    """Why there is nothing to do with a text, in a sentence; nothing where there is."""
    return too_long(text) or ("" if text.strip() else "No text was given: paste one, or open a file.")


def longer_than(words: str, most: int, what: str) -> str:
    """Why what was typed cannot be used, in a sentence; nothing where it is short enough."""
    return f"{what} has {len(words):,} characters; {most:,} are allowed. Shorten it." if len(words) > most else ""


# --- Files --------------------------------------------------------------------------------------


def _take_file(name: str, uploader: str, take: Callable[[str, bytes], None] | None) -> None:
    """A callback: read the file, put its text into the box, and let the file go."""
    here, box, file = desk(), desk().box(name), value_of(uploader)
    if file is None:
        return
    box.files += 1  # a new key, and so an empty uploader
    here.say(name, "")
    if not hasattr(file, "getvalue"):  # the server was started anew and no longer has it
        here.say(name, "The file is no longer there: the server was started anew. Open it again.")
        return
    file_name, data = file.name, file.getvalue()
    let_go()
    try:
        if take is not None and file_name.casefold().endswith(".zip"):
            take(file_name, data)
            return
        read = read_file_apart(file_name, data)
    except UnreadableFileError as error:
        here.say(name, str(error))
        return
    published = dt.date.fromisoformat(read.published) if read.published else None
    box.given = Given(read.text, read.title, published, read.notes, read.publisher, read.place)
    set_value(f"{name}_text", read.text)


def let_go() -> None:
    """Take the files that this session uploaded out of the server's memory.

    The platform has no public way: it frees them when another session ends. Where it changes, they stay until then.
    """
    context = get_script_run_ctx()
    try:
        context.uploaded_file_mgr.remove_session_files(context.session_id)  # type: ignore[union-attr]
    except (AttributeError, NotImplementedError, TypeError):
        return
