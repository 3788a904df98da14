"""The one filter of all pages: its widgets, its place in the address, and what it leaves to be shown."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.filters import TONE_OPTIONS, Labels, StatementFilter
from components.codebook import Codebook
from components.package import Package
from components.statements import FORM_LABELS
from components.ui import cached
from components.ui.address import MOST_WORDS, read_address, write_address

ARTICLE, SPEAKER, TOPIC, SECTION, FORM, TONE, WORDS, WORDING = KEYS = (
    "filter_article",
    "filter_speaker",
    "filter_topic",
    "filter_section",
    "filter_form",
    "filter_tone",
    "filter_words",
    "filter_wording",
)


@dataclass(frozen=True)
class Shown:
    """What a page shows: the article, the filter, and the statements that it leaves.

    `linked` is the statement that the address names, `parameters` the address of this view, `unknown` what the address
    asked for and the article does not have.
    """

    package: Package
    codebook: Codebook
    filter: StatementFilter
    statements: pd.DataFrame
    sentence: str
    linked: str
    parameters: dict[str, list[str]]
    unknown: tuple[str, ...]


def choose() -> Shown:
    """Read the address, take the widgets' values, keep the address in step, and say what is shown.

    The widgets themselves are drawn by `draw`, which may come later on the page: their values are in the session state.
    """
    _adopt_address()
    state = st.session_state
    package = cached.package(state[ARTICLE])
    codebook = cached.library().codebook
    asked = StatementFilter(
        speakers=tuple(state[SPEAKER]),
        topics=tuple(state[TOPIC]),
        sections=tuple(state[SECTION]),
        forms=tuple(state[FORM]),
        tones=tuple(state[TONE]),
        words=" ".join(state[WORDS].split()),
        in_wording=bool(state[WORDING]),
    )
    statements = asked.apply(package.statements)
    labels = Labels(package.short_names, codebook.topic_labels)
    sentence = asked.describe(len(statements), len(package.statements), labels)
    parameters = write_address(package.id, asked, state["linked"])
    unknown = (
        state["unknown"] if parameters == state["unknown_in"] else ()
    )  # told until the reader asks for something else
    shown = Shown(package, codebook, asked, statements, sentence, state["linked"], parameters, unknown)
    _write_address(parameters)
    state["filter_values"] = {key: state[key] for key in KEYS}
    state["shown"] = shown
    return shown


def shown() -> Shown:
    """What the page that runs now has to show."""
    return st.session_state["shown"]  # type: ignore[no-any-return]


def draw(shown: Shown) -> None:
    """The widgets, each with its own key, in the order in which one narrows a question down."""
    packages = cached.library().packages
    package, topics = shown.package, shown.codebook.topic_labels
    st.selectbox(
        "Article",
        list(packages),
        key=ARTICLE,
        format_func=lambda id: packages[id].title,
        on_change=_forget_article,
    )
    st.multiselect("Speaker", list(package.actor_names), key=SPEAKER, format_func=package.actor_names.get)
    st.multiselect("Topic", list(topics), key=TOPIC, format_func=topics.get)
    st.multiselect(
        "Section", list(range(len(package.about.sections))), key=SECTION, format_func=_section_label(package)
    )
    st.multiselect("Form", list(FORM_LABELS), key=FORM, format_func=FORM_LABELS.get)
    st.multiselect("Tone, by TextBlob", list(TONE_OPTIONS), key=TONE, format_func=TONE_OPTIONS.get)
    st.text_input("Words", key=WORDS, max_chars=MOST_WORDS, placeholder="in paraphrase and evidence")
    st.toggle("Look in the wording too", key=WORDING, disabled=not package.recognised)


def clear() -> None:
    """Take every filter off; the article stays. A callback of buttons."""
    st.session_state.update(_values(StatementFilter()))
    st.session_state["linked"] = ""


def ask(**fields: Any) -> None:
    """Set fields of the filter, as a callback of buttons elsewhere on a page."""
    named = {"speakers": SPEAKER, "topics": TOPIC, "sections": SECTION, "forms": FORM, "tones": TONE, "words": WORDS}
    st.session_state.update({named[name]: value for name, value in fields.items()})


def _section_label(package: Package) -> Any:
    titles = package.about.sections
    return lambda number: f"{number}  {titles[number]}" if number else titles[number]


def _values(asked: StatementFilter) -> dict[str, Any]:
    """The values of the widgets for a filter."""
    return {
        SPEAKER: list(asked.speakers),
        TOPIC: list(asked.topics),
        SECTION: list(asked.sections),
        FORM: list(asked.forms),
        TONE: list(asked.tones),
        WORDS: asked.words,
        WORDING: asked.in_wording,
    }


def _forget_article() -> None:
    """Another article has other speakers and sections: what was asked of the old one is taken off."""
    state = st.session_state
    package = cached.package(state[ARTICLE])
    state[SPEAKER] = [id for id in state[SPEAKER] if id in package.actor_names]
    state[SECTION] = []
    state["linked"] = ""


# --- The address --------------------------------------------------------------------------------


def _adopt_address() -> None:
    """Take over what the address asks for, when it is not what this session wrote there itself.

    Streamlit empties the address when the reader changes the page: then the filter stays and is written again.
    """
    state = st.session_state
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    first = "address" not in state
    if not first and (parameters == state["address"] or not parameters):
        if not parameters:
            state["linked"] = ""
        for key, value in state["filter_values"].items():
            state.setdefault(key, value)  # a widget that was not drawn last time has lost its key
        return
    asked = read_address(parameters, cached.library())
    state[ARTICLE] = asked.article
    state.update(_values(asked.filter))
    state["linked"] = asked.statement
    state["unknown"] = asked.unknown
    state["unknown_in"] = write_address(asked.article, asked.filter, asked.statement)


def _write_address(parameters: dict[str, list[str]]) -> None:
    if parameters != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(parameters)
    st.session_state["address"] = parameters
