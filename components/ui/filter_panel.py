"""The one filter of all pages: its widgets, its place in the address, and what it leaves to be shown.

The filter itself stands in the session state; the widgets only show it and change it. They live in a popover, and a
widget that is closed there keeps its old value in the browser whatever the server says. So when the filter is set by
anything but the widgets (a link, "clear", a quick choice on a page), they get new keys, and with them the new values.
The keys come round again, because the platform remembers each key of a session as long as the session lives.
"""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.filters import TONE_OPTIONS, Labels, StatementFilter
from components.article.package import Package
from components.model.codebook import Codebook
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.statements import FORM_LABELS
from components.ui import cached
from components.ui.address import YOURS, read_address, write_address

GENERATIONS = 4
"""Sets of keys that take turns. After one run without them, browser and server have both forgotten a widget's value."""


@dataclass(frozen=True)
class Shown:
    """What a page shows: the article, the filter, and the statements that it leaves.

    `linked` is the statement that the address names, `parameters` the address of this view, `unknown` what the address
    asked for and the article does not have. `own`: it is the reader's, so nothing of it stands in an address.
    `lost`: the address was written while the reader had brought an article or a text, and this session is a new one.
    """

    package: Package
    codebook: Codebook
    filter: StatementFilter
    statements: pd.DataFrame
    sentence: str
    linked: str
    parameters: dict[str, list[str]]
    unknown: tuple[str, ...]
    own: bool = False
    lost: bool = False


def choose(*, on: str) -> Shown:
    """Take over the address, apply the filter, keep the address in step, and say what is shown. `on`: on which page."""
    _run_again_after_a_restart()
    cached.adopt_kept()
    _adopt_address()
    state = st.session_state
    package = cached.package(state["article"])
    codebook = cached.codebook(package.id)
    asked: StatementFilter = state["filter"]
    statements = asked.apply(package.statements)
    labels = Labels(package.short_names, codebook.topic_labels)
    sentence = asked.describe(len(statements), len(package.statements), labels)
    own = cached.is_own(package.id)
    parameters = YOURS if own else write_address(package.id, asked, state["linked"])
    told = parameters == state["unknown_in"]  # until something else is asked for
    unknown, lost = state["unknown"] if told else (), told and state["lost"]
    shown = Shown(package, codebook, asked, statements, sentence, state["linked"], parameters, unknown, own, lost)
    if own:
        state["own_shown"] = package.id
    given = str(state.get(f"{on}_text") or "").strip()  # in the box of the page; a link from it says no more than that
    _write_address({**parameters, **YOURS} if given else parameters)
    state["shown"] = shown
    return shown


@st.fragment(run_every=86_400)
def _run_again_after_a_restart() -> None:
    """Nothing, once a day: a page that has a clock is run again as soon as its server is back, without a click.

    Without one it would go on showing what a server that has ended had made.
    """


def shown() -> Shown:
    """What the page that runs now has to show."""
    return st.session_state["shown"]  # type: ignore[no-any-return]


# --- The widgets --------------------------------------------------------------------------------


def draw(shown: Shown) -> None:
    """The widgets, in the order in which one narrows a question down."""
    titles_of = cached.titles()
    package, topics, asked = shown.package, shown.codebook.topic_labels, shown.filter
    titles = package.about.sections
    article = _key("article", package.id)
    st.selectbox(
        "Article",
        list(titles_of),
        key=article,
        format_func=lambda id: titles_of.get(id, id),
        on_change=lambda: show_article(st.session_state[article]),
    )
    _several("Speaker", "speakers", list(package.actor_names), asked.speakers, package.actor_names.get)
    _several("Topic", "topics", list(topics), asked.topics, topics.get)
    _several(
        "Section",
        "sections",
        list(range(len(titles))),
        asked.sections,
        lambda n: f"{n}  {titles[n]}" if n else titles[n],
    )
    _several("Form", "forms", list(FORM_LABELS), asked.forms, FORM_LABELS.get)
    _several("Tone, by TextBlob", "tones", list(TONE_OPTIONS), asked.tones, TONE_OPTIONS.get)
    words = _key("words", asked.words)
    st.text_input(
        "Words",
        key=words,
        max_chars=MOST_SEARCH_CHARACTERS,
        placeholder="in paraphrase and evidence",
        on_change=lambda: _change(words=_words(st.session_state[words])),
    )
    wording = _key("in_wording", asked.in_wording)
    st.toggle(
        "Look in the wording too",
        key=wording,
        disabled=not package.recognised,
        on_change=lambda: _change(in_wording=st.session_state[wording]),
    )


def _several(label: str, field: str, options: list[Any], chosen: tuple[Any, ...], format_func: Any) -> None:
    key = _key(field, list(chosen))
    st.multiselect(
        label,
        options,
        key=key,
        format_func=format_func,
        on_change=lambda: _change(**{field: tuple(st.session_state[key])}),
    )


def _key(field: str, value: Any) -> str:
    """The key of a widget of this generation, with its value put there before the widget is first drawn."""
    key = f"filter_{field}_{st.session_state['generation']}"
    st.session_state.setdefault(key, value)
    return key


def _words(typed: str) -> str:
    return " ".join(typed.split())


# --- Changing the filter ------------------------------------------------------------------------


def clear() -> None:
    """Take every filter off; the article stays. A callback of buttons."""
    st.session_state["linked"] = ""
    _set(StatementFilter())


def ask(**fields: Any) -> None:
    """Set fields of the filter from elsewhere on a page. For callbacks."""
    if "words" in fields:
        fields["words"] = _words(fields["words"])
    _set(replace(st.session_state["filter"], **fields))


def _change(**fields: Any) -> None:
    """What a widget of the panel changed: the filter follows, the widgets are right already."""
    st.session_state["filter"] = replace(st.session_state["filter"], **fields)


def show_article(id: str) -> None:
    """Show another article. A callback of the panel, and of pages that open one.

    It has other speakers and sections: what was asked of the old one is taken off.
    """
    asked: StatementFilter = st.session_state["filter"]
    speakers = tuple(speaker for speaker in asked.speakers if speaker in cached.package(id).actor_names)
    st.session_state["article"] = id
    st.session_state["linked"] = ""
    _set(replace(asked, speakers=speakers, sections=()))


def _set(asked: StatementFilter) -> None:
    st.session_state["filter"] = asked
    st.session_state["generation"] = (st.session_state.get("generation", 0) + 1) % GENERATIONS


# --- The address --------------------------------------------------------------------------------


def _adopt_address() -> None:
    """Take over what the address asks for, when it is not what this session wrote there itself.

    Streamlit empties the address when the reader changes the page: then the filter stays and is written again.
    """
    state = st.session_state
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    if "address" in state and (parameters == state["address"] or not parameters):
        if not parameters and not cached.is_own(state["article"]):
            state["linked"] = ""
        return
    if parameters == YOURS and "address" in state and cached.is_own(state.get("own_shown", "")):
        if state["article"] != state["own_shown"]:  # the reader went back in the browser
            show_article(state["own_shown"])
        return
    asked = read_address(parameters, cached.library())
    changed = (state.get("article"), state.get("filter")) != (asked.article, asked.filter)
    state["article"] = asked.article
    state["linked"] = asked.statement
    state["unknown"], state["lost"] = asked.unknown, asked.yours and "address" not in state
    state["unknown_in"] = write_address(asked.article, asked.filter, asked.statement)
    if changed:
        _set(asked.filter)


def _write_address(parameters: dict[str, list[str]]) -> None:
    if parameters != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(parameters)
    st.session_state["address"] = parameters
