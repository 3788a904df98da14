"""The one filter of all pages: its widgets, its place in the address, and what it leaves to be shown.

The view stands on the desk; the widgets only show its filter and change it. They live in a popover, and a widget that is
closed there keeps its old value in the browser whatever the server says. So when the filter is set by anything but the
widgets (a link, "clear", a quick choice on a page), they get new keys, and with them the new values. The keys come round
again, because the platform remembers each key of a session as long as the session lives.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from components.analysis.filters import QUESTIONS, Piece, StatementFilter, searched_in
from components.analysis.findings.facts import Facts, facts_of
from components.analysis.view import YOURS, View, read_view
from components.article.package import Package
from components.charts.palette import Marks
from components.model.codebook import JOINT, OTHER, REPORTER, Codebook
from components.model.fields import Labels
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.rows import FaultyFilesError
from components.ui import cached
from components.ui.desk import Address, desk, text_in_box, value_of

_Made = TypeVar("_Made")

GENERATIONS = 4
"""Sets of keys that take turns. After one run without them, browser and server have both forgotten a widget's value."""


@dataclass(frozen=True)
class Shown:
    """What a page shows: the article, the view, and the statements that its filter leaves, in the article's order.

    `unknown` is what the address asked for and the article does not have. `lost`: the address was written while the reader
    had brought an article or a text, and this session is a new one.
    """

    package: Package
    codebook: Codebook
    view: View
    statements: pd.DataFrame
    unknown: tuple[str, ...] = ()
    lost: bool = False
    worked_out: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once_for_article(self, what: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives of the whole article and its codebook, worked out once, whatever the filter and whoever looks.

        `what` names it. Nobody may change what comes back.
        """
        # With the codebook itself: while it is kept, no other one has its id.
        _, known = self.package.worked_out.setdefault(id(self.codebook), (self.codebook, {}))
        return _once(known, what, make)

    def once(self, what: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives, worked out once for these statements: a click that changes nothing of them waits for none of it.

        `what` names it, with all that it depends on besides article, codebook and filter. Nobody may change what comes back.
        """
        return _once(self.worked_out, what, make)

    @property
    def filter(self) -> StatementFilter:
        """What was asked for."""
        return self.view.filter

    @property
    def pieces(self) -> list[Piece]:
        """What was asked for, one thing after the other, in the words of the sentence."""
        return self.filter.pieces(self.labels)

    @property
    def labels(self) -> Labels:
        """How the article's ids are said in the sentence."""
        return self.once("labels", self._labels)

    def _labels(self) -> Labels:
        searched = searched_in(self.package.statements, self.filter)
        return Labels(self.package.short_names, self.codebook.topic_labels, searched)

    @property
    def sentence(self) -> str:
        """What is shown, as the strip says it."""
        return self.view.describe(len(self.statements), len(self.package.statements), self.labels)

    @property
    def side_labels(self) -> dict[str, str]:
        """The sides of the whole article with their labels, those heard most first; then several at once."""
        sides = (*self.package.sides_heard, JOINT)
        return self.once_for_article("side labels", lambda: {side: self.codebook.side_label(side) for side in sides})

    @property
    def mark_labels(self) -> dict[str, str]:
        """The marks by name: sides with one of their own, those that share one as `other`, the reporter, several at once."""
        own = {side: label for side, label in self.side_labels.items() if not self.marks.shares(side)}
        last = {side: own.pop(side) for side in (REPORTER, JOINT) if side in own}
        return {**own, OTHER: self.codebook.side_label(OTHER), **last}

    @property
    def marks(self) -> Marks:
        """Which side looks how, on every page of the article."""
        return self.once_for_article("marks", lambda: Marks.of(self.package.sides_heard))

    @property
    def own(self) -> bool:
        """Whether the article is the reader's: then nothing of it stands in an address."""
        return self.view.own

    @property
    def linked(self) -> str:
        """The statement that the address names, or nothing."""
        return self.view.statement

    @property
    def parameters(self) -> dict[str, list[str]]:
        """The address of the view."""
        return self.view.parameters

    @property
    def facts(self) -> Facts:
        """What headlines are made of."""
        return self.facts_by(self.view.score)

    def facts_by(self, score: str) -> Facts:
        """The same for a page that shows the tone by a score of its own choice."""
        made = (self.package, self.codebook, self.statements, self.view)
        return self.once(("facts", self.view.order, score), lambda: facts_of(*made, score=score))

    @property
    def in_order(self) -> pd.DataFrame:
        """The statements in the order of the view."""
        return self.view.ordered(self.statements)


def _once(known: dict[Hashable, Any], what: Hashable, make: Callable[[], _Made]) -> _Made:
    if what not in known:
        known[what] = make()
    return known[what]  # type: ignore[no-any-return]


def choose(*, on: str) -> Shown:
    """Take over the address, apply the filter, keep the address in step, and say what is shown. `on`: on which page."""
    _run_again_after_a_restart()
    cached.adopt_kept()
    _adopt_address()
    here = desk()
    here.address.pressed = False
    view, package = here.view, cached.package(here.view.article)
    codebook = cached.codebook(package.id)
    same = _of_same_statements(here.shown, package, codebook, view)
    statements = same.statements if same else view.filter.apply(package.statements)
    parameters = view.parameters
    told = parameters == here.address.told_in  # until something else is asked for
    unknown, lost = here.address.unknown if told else (), told and here.address.lost
    if view.own:
        here.own_shown = package.id
    given = text_in_box(on).strip()  # a link from the page says no more than that
    _write_address({**parameters, **YOURS} if given else parameters)
    here.shown = Shown(package, codebook, view, statements, unknown, lost, same.worked_out if same else {})
    return here.shown


def _of_same_statements(before: Shown | None, package: Package, codebook: Codebook, view: View) -> Shown | None:
    """What the page before showed, if it was the same of this article and its codebook themselves, not of equal ones."""
    same = before and before.package is package and before.codebook is codebook and before.filter == view.filter
    return before if same else None


@st.fragment(run_every=86_400)
def _run_again_after_a_restart() -> None:
    """Nothing, once a day: a page that has a clock is run again as soon as its server is back, without a click.

    Without one it would go on showing what a server that has ended had made.
    """


def shown() -> Shown:
    """What the page that runs now has to show. Raises LookupError where `choose` did not run before it."""
    if (now := desk().shown) is None:
        raise LookupError("a page asks what to show before the frame has chosen it")
    return now


# --- The widgets --------------------------------------------------------------------------------


def draw(shown: Shown) -> None:
    """The widgets, in the order in which one narrows a question down."""
    package, asked = shown.package, shown.filter
    labels = Labels(package.actor_names, shown.codebook.topic_labels, sections=package.about.sections)
    for name, question in QUESTIONS.items():
        _several(name, question.options(labels), asked.asked_of(name))
    words = _key("words")
    st.text_input(
        "Words",
        asked.words,
        key=words,
        max_chars=MOST_SEARCH_CHARACTERS,
        placeholder=f"in {shown.labels.searched}",
        help="Whole words. A star at the end of a word stands for any further letters: sanction*.",
        on_change=_if_here(words, lambda: _change(words=_words(value_of(words)))),
    )
    wording = _key("in_wording")
    st.toggle(
        "Look in the wording too",
        asked.in_wording,
        key=wording,
        disabled=not package.recognised,
        on_change=_if_here(wording, lambda: _change(in_wording=value_of(wording))),
    )


def _several(name: str, options: Mapping[Any, str], chosen: tuple[Any, ...]) -> None:
    key = _key(name)
    st.multiselect(
        QUESTIONS[name].label,
        list(options),
        list(chosen),
        key=key,
        format_func=lambda value: options.get(value, str(value)),
        on_change=_if_here(key, lambda: _change_values(name, value_of(key))),
    )


def _key(field: str) -> str:
    """The key of a widget of this generation. Its value is given where it is drawn, each time anew.

    Put into the session once, it would be told to the browser once, and forgotten there before the panel is first opened.
    """
    return f"filter_{field}_{desk().generation}"


def _if_here(key: str, do: Callable[[], None]) -> Callable[[], None]:
    """A callback, but for what comes late from a widget of a generation that is gone."""

    def do_if_it_is_here() -> None:
        if key.endswith(f"_{desk().generation}"):
            do()

    return do_if_it_is_here


def _words(typed: str) -> str:
    return " ".join(typed.split())


# --- Changing the view --------------------------------------------------------------------------


def turn_to(view: View) -> None:
    """Show another view, whatever address the press came with. For callbacks."""
    desk().view, desk().address.pressed = view, True


def is_pressed() -> bool:
    """Whether something was pressed that changes the view, and the page has not run since. For fragments."""
    return desk().address.pressed


def clear() -> None:
    """Take every filter off; the article stays. A callback of buttons."""
    _set(desk().view.cleared())


def ask(**fields: Any) -> None:
    """Set fields of the filter from elsewhere on a page. For callbacks."""
    if "words" in fields:
        fields["words"] = _words(fields["words"])
    _set(desk().view.asking(**fields))


def take_away(name: str, value: Any) -> None:
    """Ask for one value less, or for no words. A callback of the chips in the sentence."""
    _set(replace(desk().view, filter=desk().view.filter.without(name, value)))


def order(**fields: Any) -> None:
    """Set the order of the statements, or the score that orders them. For callbacks."""
    turn_to(replace(desk().view, **fields))


def look_at(statement: str) -> None:
    """Look at one statement; at none where it is nothing. The address of the page that comes says so too."""
    desk().view, desk().address.pressed = desk().view.at(statement), False


def _change(**fields: Any) -> None:
    """What a widget of the panel changed: the filter follows, the widgets are right already."""
    turn_to(desk().view.asking(**fields))


def _change_values(name: str, values: Sequence[Any]) -> None:
    """The same for the values of a field of `QUESTIONS`."""
    turn_to(replace(desk().view, filter=desk().view.filter.with_values(name, values)))


def show_article(id: str) -> None:
    """Show another article. A callback of the panel, and of pages that open one. One that cannot be read is told."""
    try:
        speakers, topics = cached.package(id).actor_names, cached.codebook(id).topic_labels
    except FaultyFilesError as error:
        desk().say("unread", f"{cached.titles().get(id, id)} in your library cannot be read:", error.faults)
        _set(desk().view)
        return
    _set(desk().view.moved_to(id, own=cached.is_own(id), speakers=speakers, topics=topics))


def _set(view: View) -> None:
    turn_to(view)
    desk().generation = (desk().generation + 1) % GENERATIONS


# --- The address --------------------------------------------------------------------------------


def _adopt_address() -> None:
    """Take over what the address asks for, when it is not what this session wrote there itself.

    Streamlit empties the address when the reader changes the page: then the filter stays and is written again. So it does
    where something was pressed: two presses in a row bring the same address, also where the first one has changed it.
    """
    here = desk()
    written, first, pressed = here.address.written, here.address.written is None, here.address.pressed
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    if not first and pressed:
        return
    if not first and (parameters == written or not parameters):
        if not parameters and not here.view.own:
            look_at("")
        return
    if parameters == YOURS and not first and cached.is_own(here.own_shown):
        if here.view.article != here.own_shown:  # the reader went back in the browser
            show_article(here.own_shown)
        return
    library = cached.library()
    asked = read_view(parameters, library.drafts, library.codebook)
    before, here.view = here.view, asked.view
    here.address = Address(written, asked.unknown, asked.yours and first, asked.view.parameters)
    for place in here.places.values():
        place.chosen = None  # the link says which statement is read
    if before.at("") != asked.view.at(""):
        _set(asked.view)


def _write_address(parameters: dict[str, list[str]]) -> None:
    if parameters != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(parameters)
    desk().address.written = parameters
