"""The tiny article of the tests and its table, read once.

Most tests use the worked example (`data/worked-example`): eleven invented sentences, small enough to work out every
figure by hand. `tests/example.py` draws it and holds the figures.
"""

import gc
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import app_test, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from components.article.package import Package
from components.library.shipped import Library, load_library
from components.model.codebook import Codebook
from components.model.limits import READING
from components.reading.apart import read_file_apart, unpack_apart
from components.reading.worker import Worker
from components.ui import cached

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"

NOT_OURS = ("lavrov-truss-2022-02",)
"""Articles whose text is their publishers': it lies in the data folder where somebody put it, and is in no clone."""

# How long an example takes says how busy the machine is.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


# The libraries alone are a million objects that stay: looking for circles among them takes a tenth of the time.
gc.set_threshold(50_000, 20, 50)


WARM = Worker.warm


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: a journey waits for a page, a server or a clock now and then."""
    return 1 + (os.cpu_count() or 1)


LONGEST = (
    "tests/test_own_articles.py", "tests/test_style.py", "tests/test_same_bytes.py", "tests/library/",
    "tests/reading/test_worker.py",
)  # fmt: skip
"""What takes longest, or waits for others most: begun first, so that no core waits for it at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Several processes share the files in this order."""
    items.sort(
        key=lambda item: next((i for i, each in enumerate(LONGEST) if item.nodeid.startswith(each)), len(LONGEST))
    )


def pytest_sessionfinish() -> None:
    """Pytest looks five times for circles that nobody closed; after the first time, what is left then need not be looked through."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def patient() -> None:
    """Files are opened apart within so many seconds of the clock: on a busy machine that is no fault of a test's."""
    for function in (read_file_apart, unpack_apart):
        function.__kwdefaults__["limits"] = READING._replace(clock_seconds=600)


@pytest.fixture(scope="session", autouse=True)
def scanned_once() -> Iterator[None]:
    """The platform looks through all that is installed for components of others each time a page is tried: half of its time.

    It also compiles the page each time, and looks a thousand times a second whether the page is done. A server does it once.
    A page on which a text may be read starts the process that reads: here that waits until a text is read.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        for module in (app_test, local_script_runner):
            patch.setattr(module, "ScriptCache", cache(ScriptCache))
        looked = local_script_runner.require_widgets_deltas

        def waited(runner: LocalScriptRunner, timeout: float) -> None:
            assert runner._script_thread
            runner._script_thread.join(timeout)
            looked(runner, timeout)

        patch.setattr(local_script_runner, "require_widgets_deltas", waited)
        patch.setattr(Worker, "warm", lambda _: None)
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    """All shipped articles, with the codebook and the record."""
    return load_library(DATA)


@pytest.fixture(scope="session")
def general(library: Library) -> Codebook:
    """The general codebook, with which an article is read that brings none."""
    return library.codebook


@pytest.fixture(scope="session")
def codebook(talks: Package) -> Codebook:
    """A codebook of an article's own: fourteen topics, of which four lead, and a record. The example's topics are in it."""
    assert talks.codebook
    return talks.codebook


@pytest.fixture(scope="session")
def example(library: Library) -> Package:
    """The worked example, with its text attached."""
    return library.packages["worked-example"]


@pytest.fixture(scope="session")
def talks(library: Library) -> Package:
    """The report of the talks of Lavrov and Truss; with or without its text, as this machine has it."""
    return library.packages["lavrov-truss-2022-02"]


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data as a fresh clone has them, without the texts of others."""
    folder = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("clone") / "data"))
    for id in NOT_OURS:
        (folder / id / "article.txt").unlink(missing_ok=True)
    return folder


def forget_what_was_read() -> None:
    """The pages read the data anew. The process that reads texts goes on: it knows nothing of them, and takes long to start."""
    for each in (cached.library, cached.examples, cached.evaluation, cached._opened):
        each.clear()


_READ: list[Path] = []
"""Of which data the caches are, which outlive a test: of these, or of none that a test may count on."""


@pytest.fixture
def data(clone: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a fresh clone, which no test changes: the pages read them once for all tests."""
    monkeypatch.setattr("components.ui.cached.DATA", clone)
    if [clone] != _READ:
        forget_what_was_read()
        _READ[:] = [clone]
    return clone


@pytest.fixture
def changeable(clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Data that a test may change."""
    folder = Path(shutil.copytree(clone, tmp_path / "data"))
    monkeypatch.setattr("components.ui.cached.DATA", folder)
    forget_what_was_read()
    yield folder
    forget_what_was_read()
    _READ.clear()
