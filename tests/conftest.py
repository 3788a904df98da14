"""The tiny article of the tests and its table, read once.

Most tests use the worked example (`data/worked-example`): eleven invented sentences, small enough to work out every
figure by hand. `tests/example.py` draws it and holds the figures.
"""

from pathlib import Path

import pytest

from components.article.package import Package
from components.library.shipped import Library, load_library
from components.model.codebook import Codebook

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"


@pytest.fixture(scope="session")
def library() -> Library:
    """All shipped articles, with the codebook and the record."""
    return load_library(DATA)


@pytest.fixture(scope="session")
def codebook(library: Library) -> Codebook:
    return library.codebook


@pytest.fixture(scope="session")
def example(library: Library) -> Package:
    """The worked example, with its text attached."""
    return library.packages["worked-example"]


@pytest.fixture(scope="session")
def talks(library: Library) -> Package:
    """The report of the talks of Lavrov and Truss; with or without its text, as this machine has it."""
    return library.packages["lavrov-truss-2022-02"]
