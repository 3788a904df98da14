"""Saving an article of the reader's own: as a download, and in the library of this machine."""

import streamlit as st

from components.article.archive import saved
from components.article.corrections import log
from components.article.package import Draft
from components.library.second_codings import forget_second_coding
from components.library.shelf import NotAnEarlierStateError, forget, keep, keep_beside, library_folder
from components.model.intervals import in_words
from components.model.numbers import counted
from components.model.rows import FaultyFilesError
from components.model.safe import file_name
from components.ui import cached, filter_panel, frame
from components.ui.desk import desk

LISTED = 20
"""Of the kept articles that are not open this many stand in the list of a page."""


def show_saving(draft: Draft) -> None:
    """Download it as a data package; where this machine allows it, keep it here."""
    said = desk().said.pop("kept", "")
    with st.container(key=f"saving_{draft.id}", horizontal=True, gap="small", vertical_alignment="center"):
        st.download_button(
            "Download the article",
            lambda: saved(draft),
            f"{file_name(draft.title)}.zip",
            "application/zip",
            on_click="ignore",
            key=f"download_{draft.id}",
            help="A data package: its text, coding and corrections. Open it here again, or with any Frictionless tool.",
        )
        off = cached.why_nothing_is_kept()
        if not off:
            kept = cached.kept()
            label = "Keep in my library" if draft.id not in desk().shelf else "Keep the changes"
            same = kept.get(draft.id) == draft
            st.button(
                "Kept in my library" if same else label,
                key=f"keep_{draft.id}",
                disabled=same,
                on_click=_keep,
                args=(draft,),
            )
    if off:
        frame.paragraph(off, quiet=True)
    if said:
        frame.notice(said)
    other, desk().kept_other = desk().kept_other, ""
    if other == draft.id:
        st.button("Keep it beside the other", key=f"beside_{draft.id}", on_click=_keep_beside, args=(draft,))


def _keep(draft: Draft) -> None:
    """A callback. What another session kept meanwhile is never replaced."""
    try:
        now = keep(draft, library_folder())
    except NotAnEarlierStateError as error:
        desk().say("kept", str(error))
        desk().kept_other = draft.id
    except OSError as error:
        _say_not_kept(error)
    else:
        cached.keep_own(now)
        _say_kept(now)


def _keep_beside(draft: Draft) -> None:
    """A callback: this state gets a name of its own, and under the old one stands what the other session kept."""
    folder = library_folder()
    try:
        beside = keep_beside(draft, folder)
    except OSError as error:
        _say_not_kept(error)
        desk().kept_other = draft.id
        return
    cached.keep_own(beside)
    _say_kept(beside)
    try:
        cached.adopt_file(folder / f"{draft.id}.zip")
    except FaultyFilesError:
        cached.drop_own(draft.id)
    if desk().reader.done == draft.id:
        desk().reader.done = beside.id
    filter_panel.show_article(beside.id)


def _say_kept(draft: Draft) -> None:
    path = library_folder() / f"{draft.id}.zip"
    cached.kept()[draft.id] = draft
    cached.forget_opened(path)
    cached.list_kept()
    desk().say("kept", f"Kept as {path}. It is here again after a restart.")


def _say_not_kept(error: OSError) -> None:
    reason = error.strerror or "the folder cannot be used"
    desk().say("kept", f"The article was not kept: {reason}. Download it instead.")


def show_own() -> None:
    """The reader's articles: show one, or take it away."""
    for name, faults in desk().kept_faults.items():
        frame.notice(f"{name} in your library cannot be read and was left out:")
        frame.faults(faults)
    if said := desk().said.pop("own", ""):
        frame.notice(said)
    drafts, shelf = cached.own(), desk().shelf
    if not drafts and not shelf:
        return
    frame.section_heading(
        "Your articles", "They stand in the list of articles, under the name at the top of every page."
    )
    for id, draft in drafts.items():
        where = "kept on this machine" if cached.kept().get(id) == draft else "not saved"
        if id in shelf and where == "not saved":
            where = "kept on this machine, with changes that are not"
        said = f"{counted(len(draft.first.statements), 'sentence')}, {log.summary(draft.log)}"
        _show_line(id, f"{draft.title}: {said}; {where}.")
        if id == desk().view.article != desk().reader.done:
            show_saving(draft)  # what was just read has it above, under its result
    closed = [id for id in shelf if id not in drafts]
    for id in closed[:LISTED]:
        date = f"{in_words(shelf[id].published)}, " if shelf[id].published else ""
        said = f"{date}{counted(shelf[id].statements, 'sentence')}"
        _show_line(id, f"{shelf[id].title}: {said}; kept on this machine.")
    if len(closed) > LISTED:
        more = f"{len(closed) - LISTED:,} more are kept on this machine. Find one by its name in the list at the top of the page."
        frame.paragraph(more, quiet=True)


def _show_line(id: str, said: str) -> None:
    """An article of the reader's in the list: what it is, and what can be done with it."""
    with st.container(key=f"own_{id}", horizontal=True, gap="small", vertical_alignment="center"):
        frame.paragraph(said, width="stretch")
        st.button("Show", key=f"show_{id}", on_click=filter_panel.show_article, args=(id,))
        with st.popover("Take away", key=f"away_{id}"):
            gone = "It is deleted from this machine." if id in desk().shelf else "What is not downloaded is lost."
            frame.paragraph(gone)
            st.button("Yes, take it away", key=f"drop_{id}", on_click=_take_away, args=(id,))


def _take_away(id: str) -> None:
    """From this session, and from the library where it is kept: the state that this session knows, and no later one."""
    if desk().view.article == id:
        filter_panel.show_article(next(iter(cached.library().drafts)))
    cached.drop_own(id)
    listed, opened = desk().shelf.get(id), cached.kept().pop(id, None)
    if listed is None:
        return
    cached.forget_opened(library_folder() / f"{id}.zip")
    try:
        if opened:
            forget(id, library_folder(), origin=opened.origin)
        else:
            forget(id, library_folder(), stamp=listed.stamp)
        forget_second_coding(id, library_folder())
    except NotAnEarlierStateError as error:
        desk().say("own", str(error))
    except OSError as error:
        reason = error.strerror or "the folder cannot be used"
        desk().say("own", f"The file of the article could not be removed: {reason}.")
    cached.list_kept()
