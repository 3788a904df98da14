"""What the sessions share, and what each keeps to itself.

The shipped articles are read once and shared read-only. A text that a reader attaches stays in that reader's session.
"""

import os
from pathlib import Path

import streamlit as st

from components.analysis.measures import Evaluation, load_evaluation
from components.package import Library, Package

DATA = Path(os.environ.get("READOUT_DATA") or Path(__file__).parents[2] / "data")
"""The data folder: the one of the repository, or another that the environment names."""


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Codebook, record and articles of the data folder. Raises FaultyFilesError where the codebook cannot be used."""
    from components.package import load_library

    return load_library(DATA)


@st.cache_resource(show_spinner=False)
def evaluation() -> list[Evaluation]:
    """The measured agreement with people."""
    return load_evaluation(DATA)


def package(id: str) -> Package:
    """An article: with the text that this session attached, or as it is shared."""
    attached: dict[str, Package] = st.session_state.get("attached", {})
    return attached.get(id) or library().packages[id]


def keep_attached(package: Package) -> None:
    """Keep an article with its text for this session."""
    st.session_state["attached"] = {**st.session_state.get("attached", {}), package.id: package}
