"""A text that a reader gives, from the clipboard or from a file: cleaned, with what was done to it, and no copy kept.

The platform keeps uploaded files in memory until some session ends. Here a file is read as soon as it is there, its text
goes into the box, and its bytes are let go.
"""

import datetime as dt
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.model.limits import MOST_BYTES, MOST_CHARACTERS, MOST_FILES, too_much, what_can_be_read
from components.reading.apart import read_file_apart
from components.reading.files import FileText, UnreadableFileError, what_may_be_opened
from components.reading.formats.encodings import Decoded, clean
from components.reading.formats.pasted import ONLY_ADDRESSES, is_markup, is_only_addresses
from components.reading.formats.quoted import without_quote_marks
from components.ui import frame
from components.ui.desk import Box, Pressed, desk, forget, set_value, start_with, text_in_box, value_of

Take = Callable[[str, bytes], None]
TakeSeveral = Callable[[list["Given"]], None]

GONE = "The file is no longer there: the server was started anew. Open it again."

ON_ITS_WAY = 30.0
"""Seconds for which a press waits for a file that was chosen before it: the largest one on a slow line."""


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


def ask_for_text(
    name: str,
    *,
    files: str,
    press: Callable[[], None],
    take: Take | None = None,
    take_several: TakeSeveral | None = None,
) -> Given:
    """A box, under it what is pressed, and an uploader. What a file holds is put into the box, so that what is seen is read.

    `name` stands before the keys of this box in the session; `press` draws the buttons, `take` opens a file that is not a
    text (a saved article) and returns nothing, or raises UnreadableFileError. Where there is `take_several`, several files
    may be given at once. What a text brings stands below all of this or beside it: what appeared above a button while it
    is pressed would take the press away.
    """
    box = desk().box(name)
    key = desk().text_key(name)
    start_with(key, box.given.text if box.given else "")
    st.text_area(
        "Text of the article",
        key=key,
        height=178,  # no `max_chars`: a longer text would be dropped without a word
        placeholder="Paste a readout, a transcript, a statement or a news report here",
        on_change=lambda: take_pasted(name),
        persist_state="session",
    )
    uploader = f"{name}_file_{box.files}"
    with st.container(key=f"{name}_press", horizontal=True, gap="small", vertical_alignment="top"):
        press()
        # No `type`: the browser alone would check it, and a file that came another way would break the session.
        st.file_uploader(
            files,
            key=uploader,
            max_upload_size=MOST_BYTES // 1_000_000,
            accept_multiple_files=True,  # where one alone is taken, a second is told and not dropped without a word
            on_change=lambda: _take_files(name, uploader, take, take_several),
        )
    return given_in(name)


def say_notes(given: Given) -> None:
    """What was done to the text, or told of it, when it was opened."""
    for note in given.notes:
        frame.paragraph(note, quiet=True)


def given_in(name: str) -> Given:
    """The text in the box, cleaned, with notes on it; and what its file said, where it is still the text of a file.

    A text that has no line of the file's is another one.
    """
    text, said = _cleaned(name, text_in_box(name))
    file = desk().box(name).given or Given("")
    same = not {line for line in text.splitlines() if line.strip()}.isdisjoint(file.text.splitlines())
    known = file if same else Given("")
    return known._replace(text=text, notes=tuple(dict.fromkeys((*known.notes, *said))))


def take_pasted(name: str) -> None:
    """A callback: where the source of a web page was pasted, its words are put into the box, as those of a file are."""
    source = text_in_box(name)
    if too_long(source) or not is_markup(source):
        return
    try:
        read = read_file_apart("pasted.html", source.encode("utf-8", "replace"))
    except UnreadableFileError as error:
        desk().say(name, str(error))
        return
    notes = ("What was pasted is the source of a web page; the words of the page were read.", *read.notes)
    _put(name, _given(read)._replace(notes=notes))


def _given(read: FileText) -> Given:
    published = dt.date.fromisoformat(read.published) if read.published else None
    return Given(read.text, read.title, published, read.notes, read.publisher, read.place)


def _put(name: str, given: Given) -> None:
    """Put the text of a file into the box, with what it says of itself. Nothing stays of what stood there."""
    box = desk().box(name)
    forget(desk().text_key(name))
    box.given = given
    box.texts += 1
    set_value(desk().text_key(name), given.text)


def _cleaned(name: str, text: str) -> Decoded:
    """The text without characters that no one sees; worked out once for each text. One that is too long stays as it is."""
    if too_long(text):
        return Decoded(text, [])
    box = desk().box(name)
    if box.cleaned is None or box.cleaned[0] != text:
        seen = clean(text)
        plain = without_quote_marks(seen.text)
        box.cleaned = (text, Decoded(plain.text, [*seen.notes, *plain.notes]))
    return box.cleaned[1]


def too_long(text: str) -> str:
    """Why a text is not read, in a sentence; nothing where it is short enough."""
    return too_much(len(text), MOST_CHARACTERS, "characters")


def fault_of(text: str) -> str:
    """Why there is nothing to do with a text, in a sentence; nothing where there is."""
    if is_only_addresses(text):
        return ONLY_ADDRESSES
    return too_long(text) or ("" if text.strip() else "No text was given: paste one, or open a file.")


def refused(name: str, text: str, act: Callable[[], None]) -> bool:
    """Whether there is nothing to do with the text of a box; then it is said why.

    A browser says that a button was pressed before a file is there that was chosen just before it. So what was pressed over
    an empty box is done when a file comes soon after (`ON_ITS_WAY`).
    """
    fault = fault_of(text)
    desk().say(name, fault)
    desk().box(name).pressed = None if text.strip() else Pressed(act, time.monotonic())
    return bool(fault)


def longer_than(words: str, most: int, what: str) -> str:
    """Why what was typed cannot be used, in a sentence; nothing where it is short enough."""
    return f"{what} has {len(words):,} characters; {most:,} are allowed. Shorten it." if len(words) > most else ""


# --- Files --------------------------------------------------------------------------------------


def _take_files(name: str, uploader: str, take: Take | None, take_several: TakeSeveral | None) -> None:
    """A callback: read the files and let them go. The text of one goes into the box, those of several to `take_several`."""
    here, box = desk(), desk().box(name)
    given = value_of(uploader)
    files = given if isinstance(given, list) else [given] if given else []
    if not files:
        return
    box.files += 1  # a new key, and so an empty uploader
    here.say(name, _too_many(len(files), several=take_several is not None))
    contents = [(file.name, data) for file in files if (data := bytes_of(file)) is not None]
    if len(contents) < len(files):
        here.say(name, GONE)
    if here.said.get(name):
        return
    texts: list[Given] = []
    faults: list[str] = []
    for number, (file_name, data) in enumerate(contents, 1):
        try:
            if take is not None and file_name.casefold().endswith(".zip"):
                take(file_name, data)
            else:
                texts.append(_given(read_file_apart(file_name, data)))
        except UnreadableFileError as error:
            faults.append(
                f"{error}" if len(contents) == 1 else f"File {number} of {len(contents)} was not read. {error}"
            )
    if faults:
        here.say(name, " ".join(faults))
    if take_several is not None and len(contents) > 1:
        take_several(texts)
    elif texts:
        _put(name, texts[0])
        _do_what_was_pressed(box)


def _do_what_was_pressed(box: Box) -> None:
    """The button was pressed while the file was on its way. Pressing it over a text forgets that (`refused`)."""
    pressed = box.pressed
    if pressed and time.monotonic() - pressed.at < ON_ITS_WAY:
        pressed.act()


def _too_many(count: int, *, several: bool) -> str:
    """Why so many files are not opened at once, in a sentence; nothing where they are."""
    most = MOST_FILES if several else 1
    if count <= most:
        return ""
    allowed = f"up to {most} are opened at once" if several else "one is opened at a time"
    return f"{count} files were given; {allowed}. None was read: choose fewer."


def bytes_of(file: Any) -> bytes | None:
    """What an uploaded file holds, of which the server keeps no copy; None where it was started anew and no longer has it."""
    data: bytes | None = file.getvalue() if hasattr(file, "getvalue") else None
    let_go()
    return data


def let_go() -> None:
    """Take the files that this session uploaded out of the server's memory.

    The platform has no public way: it frees them when another session ends. Where it changes, they stay until then.
    """
    context = get_script_run_ctx()
    try:
        context.uploaded_file_mgr.remove_session_files(context.session_id)  # type: ignore[union-attr]
    except (AttributeError, NotImplementedError, TypeError):
        return
