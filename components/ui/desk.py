"""The desk: all that one session holds, typed, in one place. And what stands in the widgets of a page.

The platform keeps both in its session state, which ends with the session. Nothing here is shared: what all sessions may
share is read-only and stands in `cached`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import streamlit as st

from components.analysis.view import View
from components.model.brief import Brief

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from components.analysis.comparison.decisions import Decisions
    from components.analysis.reliability import Answer, Settling
    from components.article.package import Draft, Package
    from components.library.listing import Kept
    from components.model.codebook import Codebook
    from components.model.comparison import Point
    from components.model.rows import Fault
    from components.reading.formats.encodings import Decoded
    from components.reading.suggestions import Suggestion
    from components.reading.worker import Job
    from components.ui.comparing.texts import Proposal
    from components.ui.filter_panel import Shown
    from components.ui.opened import Opened
    from components.ui.uploads import Given

_DESK = "desk"


@dataclass
class Address:
    """What this session knows of the browser's address."""

    written: dict[str, list[str]] | None = None
    """What this session wrote there last; None before the first page."""
    unknown: tuple[str, ...] = ()
    """What a link asked for and was not understood, in words ..."""
    lost: bool = False
    """... and whether it was written while the reader had brought something that is no longer here ..."""
    told_in: dict[str, list[str]] = field(default_factory=dict)
    """... both told as long as this is the view's address."""
    pressed: bool = False
    """Whether a press brought this run. The address that came with it may be one that was left while it was under way."""


class Pressed(NamedTuple):
    """A press that found nothing to work on: what it was to do, and when (seconds of the machine's clock)."""

    act: Callable[[], None]
    at: float


@dataclass
class Box:
    """What was given in the box of a page that takes a text."""

    given: Given | None = None
    """What a file held, and said of itself."""
    cleaned: tuple[str, Decoded] | None = None
    """The text in the box, and what it is without characters that no one sees; worked out once for each text."""
    files: int = 0
    """How many files were taken: the uploader gets a new key after each."""
    texts: int = 0
    """How many texts were put into the box: it gets a new key after each (`Desk.text_key`)."""
    pressed: Pressed | None = None
    """What was pressed while the box was empty: a file that was chosen before may be on its way."""


@dataclass
class Reader:
    """The text that is being read, and what came of it."""

    job: Job | None = None
    publisher: str = ""
    place: str = ""
    notices: tuple[str, ...] = ()
    """What was told when its file was opened."""
    waiting: list[Given] = field(default_factory=list)
    """The texts of further files that were given with it, to be read one after the other."""
    then: str = ""
    """The page on which what is being read is shown once it is there; nothing where it stays where it was given."""
    done: str = ""
    """The article that was read or opened last."""
    suggestions: dict[str, tuple[Suggestion, ...]] = field(default_factory=dict)


@dataclass
class Place:
    """What is open at a place of a page, how often something was opened there, and whether its list is shown whole.

    `chosen` is the statement that is read there: nothing where the reader closed it, None before any was chosen. `page` is
    that of a list in pages, from 1, of what `listed` says; 0 is the page on which the chosen one stands.
    """

    opened: Opened | None = None
    times: int = 0
    whole: bool = False
    chosen: str | None = None
    page: int = 0
    listed: str = ""


@dataclass
class Comparing:
    """Two articles side by side: which one stands beside the article that is shown, and what the reader decided.

    `decisions` and `opened` are by the ids of both articles, the first one first; `opened` are the points of a file, which
    stand in the place of what a machine proposes. `made` is the proposal that was worked out last, with what it was made of.
    """

    other: str = ""
    row: str = ""
    """The subject whose row is open."""
    decisions: dict[tuple[str, str], Decisions] = field(default_factory=dict)
    opened: dict[tuple[str, str], tuple[Point, ...]] = field(default_factory=dict)
    made: Proposal | None = None
    files: int = 0
    """How many files were taken: the uploader gets a new key after each."""


@dataclass
class SecondCoding:
    """What a second coder said of an article: the answers by statement, and for whom each disagreement was settled.

    `at` is the place of the statement that is asked about, from 0; `files` counts those that answers were taken from. `offered`
    are the answers of each coder of a project that was opened, of whom the reader chooses one.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    settled: dict[tuple[str, str], Settling] = field(default_factory=dict)
    at: int = 0
    files: int = 0
    offered: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)


@dataclass
class Desk:
    """All that a session holds. Articles are by id, what is said by the place of a page where it is said."""

    view: View = field(default_factory=View)
    generation: int = 0
    """Which set of keys the widgets of the filter have now."""
    address: Address = field(default_factory=Address)
    shown: Shown | None = None
    """What the page that runs now has to show."""
    own_shown: str = ""
    """The article of the reader's own that was shown last."""

    own: dict[str, Draft] = field(default_factory=dict)
    """The articles that the reader brought, the latest first."""
    adopted: bool = False
    """Whether what is kept on this machine was looked for."""
    shelf: Mapping[str, Kept] = field(default_factory=dict)
    """What the list shows of the articles that are kept on this machine: none is opened before it is chosen."""
    kept: dict[str, Draft] = field(default_factory=dict)
    """Those of them that were opened, as they stand there."""
    kept_faults: dict[str, tuple[Fault, ...]] = field(default_factory=dict)
    kept_other: str = ""
    """The article that was not kept, because what another session kept is not in it."""
    unknown_on: dict[str, str] = field(default_factory=dict)
    """The page on which it was said what of an article is not known: it is said once."""
    attached: dict[str, Package] = field(default_factory=dict)
    """Shipped articles with the text that the reader gave."""
    taken_away: set[str] = field(default_factory=set)
    """Shipped articles whose text the reader took away again: nobody has lost it."""
    missing: tuple[int, ...] = ()
    """Numbers of the sentences that were not found in the text given last."""
    codebook: Codebook | None = None
    """The reader's own codebook; None where it is the general one."""
    codebook_adopted: bool = False
    """Whether the one that is kept on this machine was looked for."""
    codebook_files: int = 0
    """How many files were taken as a codebook: the uploader gets a new key after each."""

    brief: Brief = field(default_factory=Brief)
    """What the reader chose to take along ..."""
    briefs_before: list[Brief] = field(default_factory=list)
    """... and what it was before each change of this session, the latest last."""
    brief_adopted: bool = False
    """Whether the one that is kept on this machine was looked for."""
    brief_page: int = 1
    """The page of its list that is open."""

    boxes: dict[str, Box] = field(default_factory=dict)
    reader: Reader = field(default_factory=Reader)
    reviewed: dict[str, int] = field(default_factory=dict)
    """The number of the statement that is looked at, of each article."""
    second: dict[str, SecondCoding] = field(default_factory=dict)
    """Second codings of this session, by article."""
    places: dict[str, Place] = field(default_factory=dict)
    comparing: Comparing = field(default_factory=Comparing)
    turns: dict[str, int] = field(default_factory=dict)
    """How often a widget was given a value that it did not have itself, by its name (`key_showing`)."""
    said: dict[str, str] = field(default_factory=dict)
    faults: dict[str, tuple[Fault, ...]] = field(default_factory=dict)

    def box(self, name: str) -> Box:
        """The box of a page."""
        return self.boxes.setdefault(name, Box())

    def text_key(self, name: str) -> str:
        """The key of the text box of a page: a new one for each text that was put there for the reader.

        A press that was made before the browser had that text brings what stood in the box until then, and would put it
        there again.
        """
        texts = self.boxes[name].texts if name in self.boxes else 0
        return f"{name}_text_{texts}" if texts else f"{name}_text"

    def place(self, name: str) -> Place:
        """A place of a page."""
        return self.places.setdefault(name, Place())

    def say(self, where: str, what: str, faults: tuple[Fault, ...] = ()) -> None:
        """Put a sentence where a page says it, with faults of a file; nothing takes away what stands there."""
        self.said[where], self.faults[where] = what, faults


def desk() -> Desk:
    """The desk of the session that runs now."""
    if _DESK not in st.session_state:
        st.session_state[_DESK] = Desk()
    return st.session_state[_DESK]  # type: ignore[no-any-return]


# --- What stands in widgets ---------------------------------------------------------------------


def value_of(key: str, default: Any = None) -> Any:
    """What stands in a widget, by its key; `default` where it was not drawn yet."""
    return st.session_state.get(key, default)


def text_in_box(page: str) -> str:
    """What stands in the text box of a page, as it was given; nothing where it has none."""
    return value_of(desk().text_key(page)) or ""


def set_value(key: str, value: Any) -> None:
    """Put a value into a widget, before it is drawn."""
    st.session_state[key] = value


def forget(key: str) -> None:
    """Let a widget be drawn anew with what `start_with` gives it."""
    st.session_state.pop(key, None)


def start_with(key: str, value: Any) -> None:
    """Put a value into a widget that has none yet, before it is drawn for the first time."""
    st.session_state.setdefault(key, value)


TURNS = 4
"""Keys that a widget takes in turn. After one run without one of them the browser has forgotten what stood in it."""


def key_showing(name: str, value: Any) -> str:
    """The key of a widget that shows a value which other things set too, with the value in it: a new one where they did.

    A press that was made before the browser had their value, or in a popover that was closed, brings what stood in the widget
    until then, and would set that again.
    """
    turn = desk().turns.get(name, 0)
    if not _same(value_of(_in_turn(name, turn), value), value):
        turn = desk().turns[name] = (turn + 1) % TURNS
    set_value(_in_turn(name, turn), value)
    return _in_turn(name, turn)


def heard(name: str, key: str, do: Callable[[Any], None]) -> Callable[[], None]:
    """A callback that does something with what stands in the widget, but for what comes late from one that is gone."""

    def do_if_it_is_there() -> None:
        if key == _in_turn(name, desk().turns.get(name, 0)):
            do(value_of(key))

    return do_if_it_is_there


def _in_turn(name: str, turn: int) -> str:
    return f"{name}_turn_{turn}" if turn else name


def _same(one: Any, other: Any) -> bool:
    return one.strip() == other.strip() if isinstance(one, str) and isinstance(other, str) else bool(one == other)
