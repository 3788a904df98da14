"""Saving an article of the reader's own: as a download, and in the library of this machine."""

from pathlib import Path

import streamlit as st

from components.article import corrections
from components.article.archive import saved
from components.article.package import Draft
from components.library.shelf import NotAnEarlierStateError, forget, keep, keep_beside, library_folder
from components.model.numbers import counted
from components.model.rows import FaultyFilesError
from components.model.safe import file_name
from components.ui import cached, filter_panel, frame
from components.ui.desk import desk


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
            label = "Keep in my library" if draft.id not in kept else "Keep the changes"
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
        path = keep(draft, library_folder())
    except NotAnEarlierStateError as error:
        desk().say("kept", str(error))
        desk().kept_other = draft.id
    except OSError as error:
        _say_not_kept(error)
    else:
        _say_kept(draft, path)


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
    _say_kept(beside, folder / f"{beside.id}.zip")
    try:
        cached.adopt_file(folder / f"{draft.id}.zip")
    except FaultyFilesError:
        cached.drop_own(draft.id)
    if desk().reader.done == draft.id:
        desk().reader.done = beside.id
    filter_panel.show_article(beside.id)


def _say_kept(draft: Draft, path: Path) -> None:
    cached.kept()[draft.id] = draft
    cached.forget_opened(path)
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
    drafts = cached.own()
    if not drafts:
        return
    frame.section_heading("Your articles", "They stand in the filter’s list of articles, above the ones that ship.")
    kept = cached.kept()
    for id, draft in drafts.items():
        where = "kept on this machine" if kept.get(id) == draft else "not saved"
        if id in kept and where == "not saved":
            where = "kept on this machine, with changes that are not"
        with st.container(key=f"own_{id}", horizontal=True, gap="small", vertical_alignment="center"):
            said = f"{counted(len(draft.first.statements), 'sentence')}, {corrections.summary(draft.log)}"
            frame.paragraph(f"{draft.title}: {said}; {where}.", width="stretch")
            st.button("Show", key=f"show_{id}", on_click=filter_panel.show_article, args=(id,))
            with st.popover("Take away", key=f"away_{id}"):
                gone = "It is deleted from this machine." if id in kept else "What is not downloaded is lost."
                frame.paragraph(gone)
                st.button("Yes, take it away", key=f"drop_{id}", on_click=_take_away, args=(id,))
        if id == desk().view.article != desk().reader.done:
            show_saving(draft)  # what was just read has it above, under its result


def _take_away(id: str) -> None:
    """From this session, and from the library where it is kept."""
    if desk().view.article == id:
        filter_panel.show_article(next(iter(cached.library().packages)))
    cached.drop_own(id)
    if cached.kept().pop(id, None) is None:
        return
    cached.forget_opened(library_folder() / f"{id}.zip")
    try:
        forget(id, library_folder())
    except OSError as error:
        reason = error.strerror or "the folder cannot be used"
        desk().say("own", f"The file of the article could not be removed: {reason}.")
