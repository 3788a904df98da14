"""Which two articles stand side by side, and their comparison as it stands now.

The first is the article that is shown; the second is chosen here. It stands in the address where both ship with Readout.
"""

import datetime as dt
from dataclasses import replace
from itertools import combinations, islice
from typing import NamedTuple

import streamlit as st

from components.analysis.comparison.accounts import Account, account_of
from components.analysis.comparison.compared import Compared
from components.analysis.comparison.decisions import Decision, Decisions, decided
from components.analysis.comparison.rows import propose
from components.article.package import Draft, Package
from components.model.codebook import OTHER, REPORTER
from components.model.comparison import Point
from components.model.rows import FaultyFilesError
from components.model.safe import label
from components.ui import cached, filter_panel, frame
from components.ui.desk import desk, value_of
from components.ui.filter_panel import Shown

NEAR_DAYS = 2
"""Two texts may tell of one meeting where their days lie so near, and somebody or some side is in both."""

NEWEST = 12
"""Among so many of the articles that ship, the newest, two of one meeting are looked for ..."""

OFFERED = 4
"""... and so many pairs are offered."""


class Proposal(NamedTuple):
    """Two accounts and what a machine proposes of them."""

    a: Account
    b: Account
    points: tuple[Point, ...]


def choose_other(shown: Shown) -> str:
    """The article that stands beside the one shown, by id; nothing where none was chosen. It is chosen here."""
    now = _other(shown)
    titles = cached.titles()
    near = [id for id in titles if id != shown.package.id and _may_be_of_one_meeting(shown.package, id)]
    ids = [*near, *(id for id in titles if id not in near)]
    key = f"beside_{shown.package.id}_{now}"
    with st.container(key="two_texts", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            "Beside it",
            ids,
            index=ids.index(now) if now in ids else None,
            key=key,
            format_func=lambda id: f"{titles[id]}{' (perhaps of the same meeting)' if id in near else ''}",
            placeholder="Choose the second text",
            on_change=lambda: take(str(value_of(key) or "")),
            width=640,
        )
        st.button(
            "⇄ Swap",
            key="swap",
            disabled=not now,
            on_click=_show_both,
            args=(now, shown.package.id),
            help="The second text first",
        )
    return now


def _other(shown: Shown) -> str:
    other = shown.view.beside or desk().comparing.other
    if not other or other in cached.titles():
        return other
    frame.notice(
        "The text that stood beside this one is no longer among your articles. Choose another, or open it again."
    )
    return ""


def take(id: str) -> None:
    """Compare with another article. A callback. What is the reader's own stands in no address."""
    desk().comparing.other, desk().comparing.row = id, ""
    filter_panel.turn_to(replace(desk().view, beside="" if not id or cached.is_own(id) else id))


def _show_both(first: str, second: str) -> None:
    filter_panel.show_article(first)
    take(second)


def offer_pairs() -> None:
    """What ships of one meeting, one press away: so what the page tells is seen before a second text is at hand."""
    drafts, titles = cached.library().drafts, cached.titles()
    newest = combinations(islice(drafts, NEWEST), 2)
    found = (pair for pair in newest if _of_one_meeting(drafts[pair[0]].package, drafts[pair[1]]))
    pairs = list(islice(found, OFFERED))
    if not pairs:
        return
    frame.section_heading(
        "No second text at hand?", "Two accounts of what may be one meeting, from the articles that ship."
    )
    with st.container(key="pairs", gap="xsmall"):
        for first, second in pairs:
            said = f"{titles[first]}, beside {titles[second]}"
            st.button(label(said), key=f"pair_{first}_{second}", on_click=_show_both, args=(first, second))


def _may_be_of_one_meeting(package: Package, id: str) -> bool:
    other = cached.own().get(id) or cached.library().drafts.get(id)
    return other is not None and _of_one_meeting(package, other)


def _of_one_meeting(package: Package, other: Draft) -> bool:
    """Whether the days of two articles lie within two days, and somebody or some side is in both. None is opened for it."""
    near = abs((_day(package) - _day(other)).days) <= NEAR_DAYS
    return near and bool(_parties(package) & _parties(other.package))


def _day(article: Draft | Package) -> dt.date:
    return article.about.published_day


def _parties(package: Package) -> set[str]:
    named = {actor.short.casefold() for actor in package.actors if actor.side != REPORTER}
    return named | {actor.side for actor in package.actors if actor.side not in (OTHER, REPORTER)}


# --- The comparison -----------------------------------------------------------------------------


def compare(shown: Shown, other: str) -> Compared | None:
    """The two articles with the reader's decisions; None where the second cannot be read, which is told."""
    try:
        second = cached.package(other)
    except FaultyFilesError as error:
        frame.notice(f"{cached.titles().get(other, other)} cannot be read:")
        frame.faults(error.faults)
        return None
    made = _proposal(shown.package, second)
    pair = (shown.package.id, other)
    points = desk().comparing.opened.get(pair, made.points)
    return Compared(made.a, made.b, decided(points, decisions_of(pair).made))


def _proposal(first: Package, second: Package) -> Proposal:
    """What a machine proposes; worked out once for the two articles as they stand."""
    made = desk().comparing.made
    if made is None or made.a.package is not first or made.b.package is not second:
        general = cached.library().codebook
        a, b = account_of(first, general), account_of(second, general)
        made = desk().comparing.made = Proposal(a, b, propose(a, b, general))
    return made


def decisions_of(pair: tuple[str, str]) -> Decisions:
    """What the reader decided of two articles in this session."""
    return desk().comparing.decisions.get(pair, Decisions())


def decide(pair: tuple[str, str], decision: Decision) -> None:
    """One decision more. A callback."""
    desk().comparing.decisions[pair] = decisions_of(pair).with_one(decision)


def undo(pair: tuple[str, str]) -> None:
    """Take back the last decision. A callback."""
    desk().comparing.decisions[pair] = decisions_of(pair).undone()


def redo(pair: tuple[str, str]) -> None:
    """Bring back what was taken back last. A callback."""
    desk().comparing.decisions[pair] = decisions_of(pair).redone()


def pair_of(compared: Compared) -> tuple[str, str]:
    """The ids of the two articles."""
    return compared.a.package.id, compared.b.package.id


def short_names(compared: Compared) -> tuple[str, str]:
    """How a narrow column calls the two texts: whose they are, or first and second."""
    names = compared.a.name, compared.b.name
    return names if all(names) and names[0].casefold() != names[1].casefold() else ("First text", "Second text")


def say_what_limits(compared: Compared) -> None:
    """What a reader should know before trusting the rows: another language, a text that is not attached, long ones."""
    languages = [each.package.about.language for each in (compared.a, compared.b)]
    if languages[0] != languages[1]:
        frame.notice("The two texts are in two languages: only names and figures can be matched.")
    elif languages[0] not in ("en", "und"):
        frame.notice("The texts are not in English: subjects and words that say the same are those of English.")
    if any(not each.package.recognised and each.rows for each in (compared.a, compared.b)):
        frame.paragraph("A text that is not attached is compared by its paraphrases.", quiet=True)
