"""Attaching the article's text in this session: from a file or from the clipboard."""

import streamlit as st

from components.analysis.findings import listed
from components.limits import MOST_BYTES, MOST_CHARACTERS, megabytes
from components.package import attach_text
from components.rows import decode
from components.ui import cached, frame, pages
from components.ui.filter_panel import Shown


def say_where_it_goes() -> None:
    """Before a text is given: where it goes, and what becomes of it."""
    frame.paragraph(
        "Paste the article as you have it, or open a text file. Each of its sentences that is recognised is shown in "
        "its own words beside our paraphrase; lines around the article, quotation marks and line breaks do not matter."
    )
    frame.paragraph(
        "The text stays in this browser session, on the machine that runs Readout. It is kept in memory only, is never "
        "part of a link or of the repository, and is gone when you close the page.",
        quiet=True,
    )


def say_that_it_is_there() -> None:
    """Of an article of the reader's own."""
    frame.paragraph("This is an article of your own, with the text that it was read from: there is nothing to attach.")


def ask_for_text(shown: Shown) -> None:
    """A box and an uploader; pressing the button attaches what is given."""
    st.text_area("Text of the article", key="attach_text", height=220, max_chars=MOST_CHARACTERS)
    st.file_uploader("Or a text file", type=["txt", "md"], key="attach_file", max_upload_size=5)
    with st.container(horizontal=True, gap="small"):
        st.button("Attach", on_click=_attach, args=(shown,), key="attach")
        if shown.package.recognised and shown.package.id in st.session_state.get("attached", {}):
            st.button("Take the text away", on_click=_detach, args=(shown.package.id,), key="detach")


def _attach(shown: Shown) -> None:
    text, fault = _given()
    if fault or not text.strip():
        st.session_state["attach_said"] = fault or "No text was given: paste one, or open a file."
        return
    shared = cached.library().packages[shown.package.id]
    attached = attach_text(shared, text, shown.codebook)
    total = len(shared.statements)
    st.session_state["attach_missing"] = attached.missing
    if not attached.package.recognised:
        st.session_state["attach_said"] = (
            f"None of the {total} sentences was recognised. Is this the article named above? Nothing was changed."
        )
        return
    cached.keep_attached(attached.package)
    st.session_state["attach_said"] = f"{attached.package.recognised} of {total} sentences recognised."


def _given() -> tuple[str, str]:
    """The text and what is wrong with it; a file comes before the box."""
    file = st.session_state.get("attach_file")
    if file is None:
        return st.session_state.get("attach_text") or "", ""
    data = file.getvalue()
    if len(data) > MOST_BYTES:
        return "", f"The file has {len(data) / 1e6:.1f} MB; at most {megabytes(MOST_BYTES)} can be read."
    text, faults = decode(data, "The file")
    return text[:MOST_CHARACTERS], "; ".join(str(fault) for fault in faults)


def _detach(id: str) -> None:
    kept = dict(st.session_state["attached"])
    del kept[id]
    st.session_state["attached"] = kept
    st.session_state["attach_said"] = "The text was taken away; the pages show our paraphrase again."
    st.session_state["attach_missing"] = ()


def show_result(shown: Shown) -> None:
    """What was recognised, and which sentences were not."""
    said = st.session_state.get("attach_said")
    if not said and shown.package.recognised:
        said = f"{shown.package.recognised} of {len(shown.package.statements)} sentences have their wording."
    if not said:
        return
    frame.notice(said)
    missing = st.session_state.get("attach_missing", ())
    if missing and shown.package.recognised:
        numbers = listed([str(number) for number in missing])
        frame.paragraph(f"Not recognised, and shown in paraphrase: sentence{'s' * (len(missing) > 1)} {numbers}.")
    if shown.package.recognised:
        st.page_link(pages.path("article"), label="Read the article", query_params=shown.parameters)
