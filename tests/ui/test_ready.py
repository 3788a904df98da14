"""What a server loads while the reader's browser is still busy: all that the first page would wait for."""

import subprocess
import sys

import pytest

from components.model.rows import FaultyFilesError
from components.ui import cached, ready

FIRST_PAGES = ("overview", "sentiment", "timeline", "quotes", "article")

LOADS = """
import sys
from streamlit.testing.v1 import AppTest
from components.ui import pages, ready
ready.load_what_pages_need()
before = set(sys.modules)
test = AppTest.from_file({app!r}, default_timeout=120)
for name in {names!r}:
    test.switch_page(pages.path(name)).run()
    assert not test.exception
heavy = ("plotly", "scipy", "pandas", "pyarrow", "numpy")
print(*sorted(each for each in set(sys.modules) - before if each.partition(".")[0] in heavy))
"""


def test_no_page_of_the_header_loads_more_of_what_is_heavy() -> None:
    """In a process of its own: here everything is loaded long since."""
    code = LOADS.format(app=str(cached.DATA.parent / "app.py"), names=FIRST_PAGES)

    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=cached.DATA.parent
    )

    assert told.stdout.split() == [], told.stdout


def test_a_server_that_begins_loads_none_of_it_before_it_answers() -> None:
    code = "import sys, app; print(*sorted({each.partition('.')[0] for each in sys.modules} & {'numpy', 'pandas', 'pyarrow', 'pydantic', 'scipy'}))"

    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=cached.DATA.parent
    )

    assert told.stdout.split() == [], told.stdout


def test_a_codebook_that_cannot_be_used_is_left_to_the_page_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise FaultyFilesError([])

    monkeypatch.setattr(cached, "library", refuse)

    ready.load_what_pages_need()
