"""What every page has: page settings, styles, the strip that says what is shown, headings, key lines, notices."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.analysis import doubts
from components.analysis.english import listed
from components.charts.palette import SLOTS, Marks, SideMark
from components.model.codebook import OTHER, REPORTER
from components.model.numbers import counted
from components.model.rows import Fault, FaultyFilesError
from components.model.safe import html_text
from components.model.statements import LEVEL_LABELS, LEVEL_MEANINGS, each_row
from components.ui import brief, cached, filter_panel, losing, pages, strip
from components.ui.desk import desk
from components.ui.filter_panel import Shown
from components.ui.scripts import ON_EVERY_PAGE

HERE = Path(__file__).parent

LOST = (
    "The page was loaded anew, or the server was started again: the article that you brought is no longer here, unless you "
    "kept it. Open the saved file, or give the text again."
)

# The platform does not mark the menu in which the open page stands: its place in the header goes between the two.
MENU, IS_OPEN = (
    "[data-testid=stTopNav] > .rc-overflow-item:nth-child(",
    ") [data-testid=stTopNavSection] { background: light-dark(#ece7db, #2a2f37); font-weight: 600; border-radius: 4px; }",
)

TAB, IS_HERE = (
    ".st-key-tabs > :nth-child(",
    ") a { box-shadow: inset 0 -2px var(--rd-ink); font-weight: 600; }",
)

OFFER = "Reading in paraphrase: attach the text to see the wording."


def set_up() -> None:
    """Icon, word mark and styles, fixed text only."""
    st.set_page_config(page_title="Readout", page_icon=str(HERE / "icon.png"), layout="wide")
    st.logo(str(HERE / "wordmark.svg"), size="medium")
    with st.container(key="styles"):
        st.html(_styles())
    with st.container(key="long_paste"):
        for script in ON_EVERY_PAGE:
            st.html(script, unsafe_allow_javascript=True)


def draw(page: StreamlitPage) -> None:
    """What every page has, and the page in it. What is shown stands here: a name of app.py holds the last reader's for ever."""
    show_tabs(page.url_path)
    brief.show_count()  # before the page, which may stop
    shown = filter_panel.choose(on=page.url_path)
    set_title(shown, on=page.url_path)
    show_strip(shown, on=page.url_path)
    brief.say_what_happened()
    page.run()


@cache
def _styles() -> str:
    style_sheet = (HERE / "styles.css").read_text(encoding="utf-8")
    return f"<style>{style_sheet}{_both_modes()}</style>"


def _both_modes() -> str:
    """Rules that recolour an open chart when the reader switches between light and dark: plotly itself does not."""
    return "".join(
        f'.stPlotlyChart [style*="{way}: {_rgb(colour)}"]{{{way}:light-dark({light},{dark})!important}}'
        for light, dark in SLOTS.values()
        for colour in (light, dark)
        for way in ("fill", "stroke")
    )


def _rgb(colour: str) -> str:
    return "rgb(" + ", ".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5)) + ")"


def show_tabs(on: str) -> None:
    """On a narrow screen, the pages of one article as tabs under the header; and the mark of the menu that is open.

    `on` is the page that is shown, as an address names it. On a wide screen the tabs are not there: the header has them.
    """
    here = pages.name_of(on)
    with st.container(key="tabs", horizontal=True, gap="xsmall"):
        for name in pages.of_one_article():
            st.page_link(pages.path(name), label=pages.PAGES[name].title)
    marks = [f"{TAB}{int(i)}{IS_HERE}" for i, name in enumerate(pages.of_one_article(), 1) if name == here]
    if place := pages.place_in_header(here):
        marks.append(f"{MENU}{int(place)}{IS_OPEN}")
    if marks:
        with st.container(key="marked_menu"):
            st.html(f"<style>{' '.join(marks)}</style>")


def set_title(shown: Shown, *, on: str) -> None:
    """The title of the browser's tab: the page, what is shown of it, Readout.

    A browser keeps titles in its history, so of an article of the reader's own it says the page alone.
    """
    asked = shown.filter.in_words(shown.labels) if shown.filter.active else shown.package.title
    parts = (pages.PAGES[pages.name_of(on)].title, "" if shown.own else asked, "Readout")
    st.set_page_config(page_title=" · ".join(part for part in parts if part))


def library_is_usable() -> bool:
    """Whether there is something to show. Faults of the data are told on the page, all of them."""
    try:
        library = cached.library()
    except FaultyFilesError as error:
        heading("The data cannot be read")
        faults(error.faults)
        return False
    for article, found in library.faults.items():
        with st.expander(f"{counted(len(found), 'fault')} in one article, which is left out"):
            paragraph(article)
            faults(found)
    if not library.drafts:
        heading("No article")
        paragraph("The data folder holds no article that can be read.")
    return bool(library.drafts)


def faults(found: Sequence[Fault]) -> None:
    """Faults of files, word for word."""
    st.code("\n".join(str(fault) for fault in found), language=None, wrap_lines=True)


# --- The strip ----------------------------------------------------------------------------------


def show_strip(shown: Shown, *, on: str) -> None:
    """The article, its source and what is shown; the filter; and, where the wording is missing, the offer to attach it.

    `on` is the page that is shown: none is offered on itself.
    """
    strip.draw(shown)
    losing.say_if_gone(shown)
    if shown.package.about.coded_by == "machine" and on != "review":
        _show_how_read(shown)
    elif shown.package.about.coded_by == "hand" and not shown.package.recognised and not shown.own:
        with st.container(key="offer"):
            st.page_link(pages.path("attach"), label=OFFER, query_params=shown.parameters)
    _show_notices(shown.package.about.notices)
    _name_the_unknown(shown, on=on)
    if unread := desk().said.pop("unread", ""):
        notice(unread)
        faults(desk().faults.pop("unread"))
    if shown.lost:
        notice(LOST)
        if on != "read":
            st.page_link(pages.path("read"), label=pages.PAGES["read"][0])
    if shown.unknown:
        notice(f"The link asked for {', '.join(shown.unknown)}, which this article does not have. The rest is shown.")


def _name_the_unknown(shown: Shown, *, on: str) -> None:
    """Once, on the page on which the article is shown first: what of its files this version does not know."""
    if shown.package.on_unknown and desk().unknown_on.setdefault(shown.package.id, on) == on:
        notice(shown.package.on_unknown)


def _show_how_read(shown: Shown) -> None:
    """Of an article that a machine read: what the reading is worth, and where to look through what is doubtful.

    What ships stays as it is, so that there it leads to what such readings are worth.
    """
    there = pages.path("review" if shown.own else "method")
    with st.container(key="offer"):
        st.page_link(there, label=doubts.how_sure(shown.package.statements, to_review=shown.own))


def _show_notices(notices: Sequence[str]) -> None:
    """What was told when the text was read: one sentence as it is, several behind a click."""
    if not notices:
        return
    with st.container(key="notices"):
        if len(notices) == 1:
            paragraph(notices[0], quiet=True)
            return
        with st.expander(f"{len(notices)} notes on how this text was read"):
            for each in notices:
                paragraph(each, quiet=True)


# --- Pieces -------------------------------------------------------------------------------------


def heading(text: str) -> None:
    """The finding of a page, its only first-level heading."""
    st.html(f'<h1 class="rd-h1">{html_text(text)}</h1>')


def section_heading(text: str, under: str = "") -> None:
    """The finding of a chart, and under it what one mark is."""
    below = f'<p class="rd-sub">{html_text(under)}</p>' if under else ""
    st.html(f'<h2 class="rd-h2">{html_text(text)}</h2>{below}')


def paragraph(text: str, *, quiet: bool = False, width: Literal["stretch", "content"] = "stretch") -> None:
    """A paragraph of plain text."""
    st.html(f'<p class="rd-p{" rd-quiet" if quiet else ""}">{html_text(text)}</p>', width=width)


def notice(text: str) -> None:
    """Something that the reader should know, in a box."""
    st.html(f'<p class="rd-notice" role="status">{html_text(text)}</p>')


def key_line(items: Iterable[tuple[str, str]]) -> None:
    """What the marks of a chart are: pairs of a glyph (fixed HTML of ours) and words."""
    spans = "".join(f'<span class="rd-key-item">{glyph} {html_text(words)}</span>' for glyph, words in items)
    st.html(f'<p class="rd-key">{spans}</p>')


def side_glyph(mark: SideMark, *, relayed: bool = False) -> str:
    """The shape of a side in its colour; hollow where the side is heard only through another one."""
    light, dark = mark.words
    glyph = mark.hollow if relayed else mark.glyph
    return f'<span class="rd-glyph" style="color:light-dark({light},{dark})">{glyph}</span>'


def guess_mark(level: str) -> str:
    """Behind the name of a speaker of whom a machine is not sure; nothing behind others."""
    if level in ("", "sure"):
        return ""
    return f' <span class="rd-guess" title="{html_text(LEVEL_MEANINGS[level])}">{LEVEL_LABELS[level]}</span>'


def side_key(shown: Shown, heard: pd.DataFrame) -> list[tuple[str, str]]:
    """The key of a chart in which areas have the colours of sides: those that share one are told together.

    `heard` has a row for each side that is drawn, and for what of it is only relayed (`statements_by_side`).
    """
    own = [row.side for row in each_row(heard) if not row.relayed]
    relayed = [row for row in each_row(heard) if row.relayed]
    marks, labels = shown.marks, shown.side_labels
    shared = [side for side in own if marks.shares(side)]
    key = [(side_swatch(side, marks), labels[side]) for side in own if not marks.shares(side)]
    key += [(side_swatch(shared[0], marks), others_told(shown, shared))] if shared else []
    return key + [
        (side_swatch(row.side, marks, relayed=True), relayed_told(shown, row.side, row.ids)) for row in relayed
    ]


def relayed_told(shown: Shown, side: str, ids: Iterable[str]) -> str:
    """A side that is only relayed, and by whom: "Spain, as Brook tells it"."""
    table, names = shown.package.statements, shown.package.short_names
    via = dict.fromkeys(table.loc[table["statement"].isin(set(ids)), "via"])
    who = listed([names[each] for each in via]) if len(via) < 3 else "others"
    return f"{shown.side_labels[side]}, as {who} {'tells' if len(via) == 1 else 'tell'} it"


def others_told(shown: Shown, sides: Sequence[str]) -> str:
    """The sides that share a mark, by name: "others: Serbia, Turkey"."""
    named = [shown.side_labels[side] for side in sides if side != OTHER]
    return f"others: {', '.join(named)}" if named else shown.side_labels[OTHER]


def side_swatch(side: str, marks: Marks, *, relayed: bool = False) -> str:
    """A small bar in the colour of a side; half as high for a reporter, hollow where it is only relayed, as in the charts."""
    light, dark = side_colours(side, marks)
    if relayed:
        return f'<span class="rd-swatch rd-hollow" style="border-color:light-dark({light},{dark})"></span>'
    half = " rd-half" if side == REPORTER else ""
    return f'<span class="rd-swatch{half}" style="background:light-dark({light},{dark})"></span>'


def side_colours(side: str, marks: Marks) -> tuple[str, str]:
    """The colour of a side's areas, light and dark."""
    return SLOTS[marks.mark(side).colour]


def nothing_found(shown: Shown) -> None:
    """The page's answer when the filter leaves no statement."""
    asked = shown.sentence.partition(": ")[2]
    heading("Nothing found")
    paragraph(f"No statement matches: {asked}. Clear the filter, or choose less.")
    _offer_wording(shown)
    st.button("Clear the filter", on_click=filter_panel.clear, key="clear_nothing")


def _offer_wording(shown: Shown) -> None:
    """Words that stand on the screen, in the wording, may have been looked for in the paraphrase alone: where they do, say so."""
    asked = replace(shown.filter, in_wording=True)
    more = len(asked.apply(shown.package.statements)) if shown.filter.words else 0
    if more:
        paragraph(f"In the wording of the article, {counted(more, 'statement')} match{'es' * (more == 1)}.")
        st.button(
            "Look in the wording too", on_click=filter_panel.ask, kwargs={"in_wording": True}, key="look_in_wording"
        )
