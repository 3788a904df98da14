"""Attaching the article's text in this session: from a file or from the clipboard."""

from functools import partial

import streamlit as st

from components.analysis.english import listed
from components.article.package import attach_text
from components.reading.files import kinds_of_files
from components.ui import cached, frame, pages, uploads
from components.ui.desk import desk
from components.ui.filter_panel import Shown
from components.ui.hosting import where_the_text_goes


def say_where_it_goes() -> None:
    """Before a text is given: where it goes, and what becomes of it."""
    frame.paragraph(
        "Paste the article as you have it, or open a file. Each of its sentences that is recognised is shown in "
        "its own words beside our paraphrase; lines around the article, quotation marks and line breaks do not matter."
    )
    frame.paragraph(
        f"{where_the_text_goes()} It stays in this browser session, in memory only, is never part of a link or of the "
        "repository, and is gone when you close the page.",
        quiet=True,
    )
    uploads.say_the_limits()


def say_that_it_is_there() -> None:
    """Of an article of the reader's own."""
    frame.paragraph("This is an article of your own, with the text that it was read from.")


def ask_for_text(shown: Shown) -> None:
    """A box and an uploader; pressing the button attaches what is given."""
    given = uploads.ask_for_text("attach", files=f"Or a file: {kinds_of_files()}", press=lambda: _offer(shown))
    uploads.say_notes(given)


def _offer(shown: Shown) -> None:
    st.button("Attach", type="primary", on_click=_attach, args=(shown,), key="attach")
    if shown.package.recognised and shown.package.id in desk().attached:
        st.button("Take the text away", on_click=_detach, args=(shown.package.id,), key="detach")


def _attach(shown: Shown) -> None:
    text = uploads.given_in("attach").text
    desk().missing = ()
    if uploads.refused("attach", text, partial(_attach, shown)):
        return
    shared = cached.library().drafts[shown.package.id].package
    attached = attach_text(shared, text, shown.codebook)
    total = len(shared.statements)
    desk().missing = attached.missing
    if not attached.package.recognised:
        none = f"None of the {total} sentences was recognised. Is this the article named above? Nothing was changed."
        desk().say("attach", none)
        return
    cached.keep_attached(attached.package)
    desk().say("attach", f"{attached.package.recognised} of {total} sentences recognised.")


def _detach(id: str) -> None:
    here = desk()
    del here.attached[id]
    here.missing = ()
    here.taken_away.add(id)
    here.say("attach", "The text was taken away; the pages show our paraphrase again.")


def show_result(shown: Shown) -> None:
    """What was recognised, and which sentences were not."""
    said = desk().said.get("attach")
    if not said and shown.package.recognised:
        said = f"{shown.package.recognised} of {len(shown.package.statements)} sentences have their wording."
    if not said:
        return
    frame.notice(said)
    missing = desk().missing
    if missing and shown.package.recognised:
        numbers = listed([str(number) for number in missing])
        frame.paragraph(f"Not recognised, and shown in paraphrase: sentence{'s' * (len(missing) > 1)} {numbers}.")
    if shown.package.recognised:
        st.page_link(pages.path("article"), label="Read the article", query_params=shown.parameters)
