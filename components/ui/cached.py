"""What the sessions share, and what each keeps to itself.

The shipped articles are read once and shared read-only. A text that a reader attaches, and an article that a reader
brings, stay in that reader's session; what is kept in the library of this machine is shown to whoever sits at it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from components.article.package import Draft, Package
from components.library.examples import Example, load_examples
from components.library.listing import Kept, listed
from components.library.own_codebook import change_own_codebook, open_own_codebook
from components.library.shelf import library_folder, open_kept, sweep, why_off
from components.library.shipped import Library
from components.model.codebook import Codebook
from components.model.evaluation import Evaluation, load_evaluation
from components.model.ids import all_different
from components.model.rows import FaultyFilesError
from components.ui.desk import desk

DATA = Path(os.environ.get("READOUT_DATA") or Path(__file__).parents[2] / "data")
"""The data folder: the one of the repository, or another that the environment names."""


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Codebook, record and articles of the data folder. Raises FaultyFilesError where the codebook cannot be used."""
    from components.library.shipped import load_library

    return load_library(DATA)


@st.cache_resource(show_spinner=False)
def examples() -> tuple[Example, ...]:
    """Invented texts to try the reading with."""
    return load_examples(DATA)


@st.cache_resource(show_spinner=False)
def evaluation() -> list[Evaluation]:
    """The measured agreement with people."""
    return load_evaluation(DATA)


# --- Of this session ----------------------------------------------------------------------------


def package(id: str) -> Package:
    """An article: the reader's own, a shipped one with the text that this session attached, or as it is shared.

    Raises FaultyFilesError where it is kept on this machine and cannot be read.
    """
    open_shelved(id)
    return own()[id].package if is_own(id) else desk().attached.get(id) or library().drafts[id].package


def titles() -> dict[str, str]:
    """All articles that this session can choose, by id, its own first. No two are called the same."""
    shelved = {id: each for id, each in desk().shelf.items() if id not in own()}
    articles: dict[str, Draft | Kept] = {**own(), **shelved, **library().drafts}
    return dict(zip(articles, all_different([each.title for each in articles.values()]), strict=True))


def codebook(article: str | None = None) -> Codebook:
    """The codebook that an article was coded with; of none, the reader's own, with which articles are read."""
    base = library().codebook
    if article is None:
        adopt_codebook()
        return desk().codebook or base
    return package(article).led or base


def change_codebook(change: Callable[[Codebook], Codebook]) -> str:
    """Change the reader's own codebook, in this session and where this machine keeps it.

    Returns in a sentence why it was not kept; nothing where it was, or where this server keeps nothing.
    """
    general = library().codebook
    desk().codebook = change(codebook())
    if why_nothing_is_kept():
        return ""
    try:
        desk().codebook = change_own_codebook(library_folder(), general, change)
    except FaultyFilesError as error:
        return f"It was not kept on this machine, because the codebook that is kept there cannot be read: {error}."
    except OSError as error:
        return f"It was not kept on this machine: {error.strerror or 'the folder cannot be used'}."
    return ""


def adopt_codebook() -> None:
    """Once in a session: the reader's own codebook that is kept on this machine."""
    if desk().codebook_adopted:
        return
    desk().codebook_adopted = True
    if why_nothing_is_kept():
        return
    try:
        desk().codebook = open_own_codebook(library_folder(), library().codebook)
    except FaultyFilesError as error:
        desk().say("codebook", "Your codebook on this machine cannot be read. The general one is used:", error.faults)


def keep_attached(package: Package) -> None:
    """Keep an article with its text for this session."""
    desk().attached[package.id] = package


def own() -> dict[str, Draft]:
    """The articles that this reader brought, by id, the latest first."""
    return desk().own


def is_own(id: str) -> bool:
    """Whether an article is the reader's: then nothing of it may stand in an address."""
    return id in own() or id in desk().shelf


def open_shelved(id: str) -> None:
    """Open an article that is kept on this machine, if it is not open yet. Raises FaultyFilesError."""
    if id in desk().shelf and id not in own():
        adopt_file(library_folder() / f"{id}.zip")


def keep_own(draft: Draft) -> None:
    """Keep an article of the reader's for this session, in place of an earlier state of it.

    Raises FaultyFilesError where its log does not fit; nothing is changed then.
    """
    _ = draft.package  # made first, so that nothing is changed where it does not fit
    drafts = own() if draft.id in own() else {draft.id: draft, **own()}
    desk().own = {**drafts, draft.id: draft}


def adopt_kept() -> None:
    """Once in a session: the articles that are kept on this machine stand among those to choose from, none opened yet."""
    if desk().adopted:
        return
    desk().adopted = True
    if why_nothing_is_kept():
        return
    sweep(library_folder())
    list_kept()


def list_kept() -> None:
    """Look at what is kept on this machine now."""
    desk().shelf, desk().kept_faults = listed(library_folder())


def adopt_file(path: Path) -> None:
    """An article as it is kept on this machine stands among this session's. Raises FaultyFilesError."""
    draft = _opened(path).draft
    keep_own(draft)
    kept()[draft.id] = draft


class _Opened(NamedTuple):
    path: Path
    changed: int
    draft: Draft


def _stands(opened: _Opened) -> bool:
    """Whether the file is still the one that was read."""
    try:
        return opened.path.stat().st_mtime_ns == opened.changed
    except OSError:
        return False


@st.cache_resource(show_spinner=False, max_entries=20, validate=_stands)
def _opened(path: Path) -> _Opened:
    """A kept article, read once for all sessions of this machine: all of them may open the file."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0  # told when it is opened
    return _Opened(path, changed, open_kept(path, library().codebook))


def forget_opened(path: Path) -> None:
    """A file of the library was written or taken away: nothing of what it held before is shared any longer."""
    _opened.clear(path)


def kept() -> dict[str, Draft]:
    """The articles that are kept on this machine and were opened, as they stand there."""
    return desk().kept


def why_nothing_is_kept() -> str:
    """Why this server keeps no articles, in a sentence; nothing where it does."""
    return why_off(st.get_option("server.address"), library_folder())


def drop_own(id: str) -> None:
    """Forget an article of the reader's."""
    desk().own = {key: draft for key, draft in own().items() if key != id}
