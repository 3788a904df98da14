"""The limits fit one another, and say themselves in words."""

import re
import tomllib

import pytest

from components.article.files import FILES
from components.model.limits import (
    MOST_BYTES,
    MOST_LINES,
    MOST_PART_BYTES,
    MOST_STATEMENTS,
    READING,
    megabytes,
    what_can_be_read,
)
from components.reading.files import file_types, what_may_be_opened
from tests.conftest import ROOT


def test_a_page_can_say_what_can_be_read() -> None:
    assert what_can_be_read(what_may_be_opened()) == [
        "A file may be plain text, Markdown, a saved web page, a Word document, an OpenDocument text, Rich Text, a mail, "
        "a web page saved in one file or a PDF (.txt, .md, .html, .htm, .docx, .odt, .rtf, .eml, .mhtml, .mht, .pdf).",
        "It may have 5 MB and 1,000,000 characters of text; a PDF, 300 pages.",
        "Up to 10 files are opened at once; each becomes an article.",
        "Opening a file is stopped after 10 seconds, and reading its text after 10 minutes.",
        "An article may have 20,000 sentences and 500 sections.",
        "In a word of more than 200 characters, and past the 3,000th of a sentence, no speaker and no tone is looked for; "
        "both are shown as they stand, and counted.",
        "An article saved here before (.zip) may have 5 MB, unpacked 20 MB.",
        "Pictures of text (scans), files locked with a password and the old Word format (.doc) cannot be read.",
        "Nothing is cut off: what is longer is not read, and the page says so.",
        "Only English is read for speakers, topics and tone. A text in another language is cut into sentences, and said to be "
        "in that language, unless you have it read as if it were English.",
        "What is left out, guessed or repaired is named beside the text, and stays with the article.",
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


def test_limits_on_what_is_brought_stand_in_this_module_alone() -> None:
    """A constant that begins with "MOST_" elsewhere is a choice of its module, not a limit on a reader."""
    elsewhere = {
        f"{path.relative_to(ROOT / 'components').as_posix()}: {found[1]}"
        for path in (ROOT / "components").rglob("*.py")
        if path.name != "limits.py"
        for found in re.finditer(r"^(MOST_\w+|\w+_SECONDS) =", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert elsewhere <= {
        "analysis/comparison/contrast.py: MOST_FORMS",
        "analysis/comparison/contrast.py: MOST_VERBS",
        "article/attach.py: MOST_BREAKS",
        "model/codebook.py: MOST_LEAD_TOPICS",
        "model/rows.py: MOST_DIGITS",
        "reading/floor.py: MOST_OF_ACCOUNT",
        "reading/labels.py: MOST_WORDS",
        "reading/whole_names.py: MOST_OF_COUNTRY",
        "reading/signatures.py: MOST_LINES",
        "reading/topics.py: MOST_TOPICS",
        "report/workbook.py: MOST_LINKS",
        "ui/brief_list.py: MOST_OF",
        "ui/chart.py: MOST_ROWS",
        "ui/comparing/decide.py: MOST_OFFERED",
        "ui/comparing/differ.py: MOST_NAMES",
        "ui/comparing/rows.py: MOST_GLYPHS",
    }


def test_the_widest_box_takes_no_number_of_its_own() -> None:
    """`max_chars=` names a limit of this module, so that it has a reason; the box for a text has none at all."""
    numbers = [
        path.name
        for path in (ROOT / "components").rglob("*.py")
        if re.search(r"max_chars=(?!MOST_)", path.read_text(encoding="utf-8"))
    ]

    assert numbers == []


def test_every_table_of_a_saved_article_has_its_limit() -> None:
    assert {*MOST_LINES, *MOST_PART_BYTES} == set(FILES)
    assert MOST_LINES["statements.csv"] == MOST_STATEMENTS + 1


def test_every_limit_says_its_reason() -> None:
    lines = (ROOT / "components" / "model" / "limits.py").read_text(encoding="utf-8").splitlines()
    constants = [i for i, line in enumerate(lines) if line[:1].isupper() and line.partition(" = ")[0].isupper()]

    assert len(constants) > 10
    assert [lines[i] for i in constants if not any(line.startswith('"""') for line in lines[i + 1 : i + 9])] == []


def test_a_kind_of_file_is_named_by_its_ending() -> None:
    assert all(ending.startswith(".") and words for ending, words in file_types().items())
    assert file_types()[".htm"] == file_types()[".html"]
