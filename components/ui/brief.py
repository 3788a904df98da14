"""The brief on every page: what of it stands on the desk, the button that takes a statement into it, and its number above.

It is kept where this machine keeps articles, so that it survives a reload; nothing of it stands in an address.
"""

import contextlib
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.analysis.english import counted
from components.article.package import Package
from components.library.own_brief import change_own_brief, open_own_brief
from components.library.shelf import library_folder
from components.model.brief import Brief
from components.model.limits import MOST_QUOTES
from components.model.rows import FaultyFilesError
from components.model.safe import html_text
from components.ui import cached, pages
from components.ui.desk import desk
from components.ui.filter_panel import Shown
from components.ui.rows import button

TAKEN_BACK = 50
"""So many changes can be taken back."""

FULL = (
    f"The brief holds {MOST_QUOTES:,} statements, and takes no more. Of so many a table is the better thing to send: Download, "
    "on the page Quotes."
)
CHANGED_ELSEWHERE = "Another tab has changed the brief since. It is shown as it is now, and nothing was taken back."


def brief() -> Brief:
    """The reader's brief; in the first run of a session the one that is kept on this machine."""
    here = desk()
    if not here.brief_adopted:
        here.brief_adopted = True
        if not cached.why_nothing_is_kept():
            try:
                here.brief = open_own_brief(library_folder())
            except FaultyFilesError as error:
                here.say("brief", "Your brief on this machine cannot be read, so an empty one is begun:", error.faults)
    return here.brief


def change(how: Callable[[Brief], Brief]) -> None:
    """Change the brief, in this session and where this machine keeps it. For callbacks."""
    before = brief()
    now = _kept(how)
    if now != before:
        desk().briefs_before = [*desk().briefs_before[-TAKEN_BACK + 1 :], before]
    desk().brief = now


def undo() -> None:
    """Take the last change back, unless another tab has changed the brief since. A callback."""
    here = desk()
    if not here.briefs_before:
        return
    *earlier, before = here.briefs_before
    seen = here.brief
    here.brief = _kept(lambda now: before if now == seen else now)
    here.briefs_before = earlier if here.brief == before else []
    if here.brief != before:
        here.say("brief", CHANGED_ELSEWHERE)


def _kept(how: Callable[[Brief], Brief]) -> Brief:
    """What a change makes of the brief; kept on this machine where it keeps anything, else it is said."""
    if cached.why_nothing_is_kept():
        return how(brief())
    try:
        return change_own_brief(library_folder(), how)
    except FaultyFilesError as error:
        desk().say("brief", "The change was not kept: the brief on this machine cannot be read:", error.faults)
    except OSError as error:
        desk().say("brief", f"The change was not kept on this machine: {error.strerror or 'no room'}.")
    return how(brief())


def take(article: str, statements: Sequence[str]) -> None:
    """Take statements of an article into the brief; out of it where all of them stand there. A callback."""
    change(lambda now: now.toggled(article, statements))
    here = desk().brief
    if len(here.keys) >= MOST_QUOTES and not here.has_all(article, statements):
        desk().say("brief", FULL)


def offer(shown: Shown, statements: Sequence[str], *, key: str) -> None:
    """A button that takes statements of the article that is shown into the brief, and out of it again.

    The one thing that a page needs: `offer(shown, ids, key="...")` beside a list or a statement.
    """
    if not statements:
        return
    inside = brief().has_all(shown.package.id, statements)
    all_of_them = f"all {len(statements):,}"
    if len(statements) == 1:
        says = "✓ In the brief" if inside else "Add to brief"
    else:
        says = f"✓ {all_of_them} in the brief" if inside else f"Add {all_of_them} to brief"
    one = len(statements) == 1 and not inside
    st.button(
        says,
        key=f"brief_{key}",
        type="primary" if one else "secondary",
        on_click=take,
        args=(shown.package.id, tuple(statements)),
    )


def take_sides(sides: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Take statements of several articles at once; out of the brief where all of them stand there. A callback."""
    inside = in_brief(sides)

    def taken(now: Brief) -> Brief:
        for article, statements in sides:
            if now.has_all(article, statements) == inside:
                now = now.toggled(article, statements)
        return now

    change(taken)
    if not inside and not in_brief(sides):
        desk().say("brief", FULL)


def in_brief(sides: Sequence[tuple[str, Sequence[str]]]) -> bool:
    """Whether all these statements of several articles stand in the brief."""
    return all(brief().has_all(article, statements) for article, statements in sides)


def small_button(shown: Shown, row: Any, place: str) -> str:
    """The same at the end of a row, as HTML: a plus, or a tick. `rows.hear(place, ..., brief=...)` does it."""
    inside = brief().has_all(shown.package.id, (row.statement,))
    says = (
        f"Take statement {int(row.sentence)} out of the brief"
        if inside
        else f"Add statement {int(row.sentence)} to brief"
    )
    return button(place, "brief", row.statement, says=says, seen="✓" if inside else "+", how="end")


def show_count() -> None:
    """“Brief · 3” at the right edge of the header, which leads to the page; nothing where none was chosen.

    Its place is there without it too, so that what comes after it stays the same piece of the page.
    """
    with st.container(key="brief_count", width="content"):
        if count := len(brief().keys):
            st.page_link(pages.path("brief"), label=f"Brief · {count:,}")


def say_what_happened() -> None:
    """What was told of the brief since the last page."""
    brief()  # what could not be opened is told too
    if said := desk().said.pop("brief", ""):
        faults = desk().faults.pop("brief", ())
        st.html(f'<p class="rd-notice" role="status">{html_text(" ".join([said, *map(str, faults)]))}</p>')


def how_many(now: Brief) -> str:
    """The statements and articles of the brief, in words."""
    articles = len({key.article for key in now.keys})
    of = f" of {counted(articles, 'article')}" if articles > 1 else ""
    return f"{counted(len(now.keys), 'statement')}{of}"


def articles_of(now: Brief) -> dict[str, Package]:
    """The articles of the brief that are here, by id, in the order in which they come up."""
    here: dict[str, Package] = {}
    for id in dict.fromkeys(key.article for key in now.keys):
        if cached.is_own(id) or id in cached.library().drafts:
            with contextlib.suppress(FaultyFilesError):  # its file is damaged: it is not here
                here[id] = cached.package(id)
    return here
