"""The limits fit one another, and say themselves in words."""

import tomllib

import pytest

from components import limits
from components.limits import FILE_TYPES, MOST_BYTES, READING, megabytes, what_can_be_read
from tests.conftest import ROOT


def test_a_page_can_say_what_can_be_read() -> None:
    assert what_can_be_read() == [
        "A file may be plain text, Markdown, a saved web page, a Word document or a PDF (.txt, .md, .html, .htm, .docx, .pdf).",
        "It may have 5 MB and 1,000,000 characters of text; a PDF, 300 pages.",
        "Reading it is stopped after 10 seconds.",
        "Pictures of text (scans), files locked with a password and the old Word format (.doc) cannot be read.",
        "What is left out, guessed or repaired is named beside the text.",
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [(5_000_000, "5 MB"), (5_260_000, "5.3 MB"), (60_000_000, "60 MB"), (1, "0 MB"), (1_000_000_000, "1 GB")],
)
def test_bytes_in_words(count: int, words: str) -> None:
    assert megabytes(count) == words


def test_the_server_takes_no_smaller_file_than_we_do() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert config["server"]["maxUploadSize"] * 1024 * 1024 >= MOST_BYTES


def test_the_clock_stops_after_the_processor() -> None:
    assert READING.processor_seconds < READING.clock_seconds


def test_every_limit_says_its_reason() -> None:
    lines = (ROOT / "components" / "limits.py").read_text(encoding="utf-8").splitlines()
    constants = [i for i, line in enumerate(lines) if line[:1].isupper() and line.partition(" = ")[0].isupper()]

    assert len(constants) > 10
    assert [lines[i] for i in constants if not any(line.startswith('"""') for line in lines[i + 1 : i + 9])] == []


def test_a_kind_of_file_is_named_by_its_ending() -> None:
    assert all(ending.startswith(".") and words for ending, words in FILE_TYPES.items())
    assert limits.FILE_TYPES[".htm"] == limits.FILE_TYPES[".html"]
