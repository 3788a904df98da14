"""One record for each kind of thing: one more in a record is seen everywhere, and the README says where it goes."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from components.report.exports import EXPORTS, TABLES
from tests import planted
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is seen of one more of each kind, in a copy of the house in which nothing else is changed."""
    house: Path = tmp_path_factory.mktemp("planted")
    planted.build(house)
    subprocess.run([sys.executable, "-m", "tests.planted"], cwd=house, check=True)
    return json.loads((house / planted.SEEN).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_a_scorer_scores_and_is_stored_with_the_words_that_decided(seen: dict[str, Any]) -> None:
    assert seen["articles"] == [0, 0.1, 0, 0, 0, 0.1, 0, 0.1, 0, 0, 0]
    assert seen["evidence"] == ["the"]
    assert "articles" in seen["schema"]


def test_a_score_is_seen_on_the_pages(seen: dict[str, Any]) -> None:
    assert "Articles" in seen["table"]
    assert "Articles" in seen["sentiment"]
    assert ">Articles<" in seen["detail"]
    assert "Articles (the)" in seen["method"]
    assert "articles ÷ 10" in seen["method"]
    assert any("of which the counter of articles knows a word" in each for each in seen["counted"])
    assert any(each.startswith("**3**") for each in seen["counted"] if "counter of articles" in each)


def test_a_field_is_stored_and_can_be_asked_for(seen: dict[str, Any]) -> None:
    assert "mood" in seen["schema"]
    assert seen["moods"] == ["", "", "calm", "", "", "", "", "", "tense", "", ""]
    assert seen["filtered"] == [3, 9]
    assert seen["address"] == {"article": ["worked-example"], "mood": ["calm", "tense"]}
    assert "1 of 11 statements: mood tense" in seen["strip"]
    assert seen["link"] == {"article": "worked-example", "mood": "tense"}
    assert seen["filter labels"][:7] == ["Speaker", "Topic", "Section", "Form", "Tone", "Mood", "Columns"]
    assert "Mood" in seen["table"]


def test_a_field_and_a_score_are_in_csv_and_workbook(seen: dict[str, Any]) -> None:
    assert {"mood", "articles"} <= set(seen["xlsx"])
    assert [name.strip('"') for name in seen["csv"][0].split(",")] == seen["xlsx"]
    assert '"tense"' in seen["csv"][9]
    assert '"0.1"' in seen["csv"][2]


def test_articles_that_were_made_before_a_field_or_a_score_open(seen: dict[str, Any]) -> None:
    assert seen["faults"] == {}


def test_an_export_has_its_button(seen: dict[str, Any]) -> None:
    tables, others = (
        [each.label for each in EXPORTS.values() if (each.group == TABLES) == first] for first in (True, False)
    )
    exports = [each for each in seen["buttons"] if not each.startswith("Briefing")]
    assert exports == [f"Download {label}" for label in (*tables, "lines", *others, "package")]
    assert seen["lines"] == "Worked example (invented)\n11 lines"


def test_a_kind_of_file_is_read_and_named(seen: dict[str, Any]) -> None:
    assert seen["file"] == "hello there"
    assert "or a shout (" in seen["files"]
    assert ".shout)" in seen["files"]


def test_a_page_is_listed_and_shows_a_new_chart_of_what_is_filtered(seen: dict[str, Any]) -> None:
    assert "How long they speak" in seen["heading"]
    assert "1 of 11 statements: mood tense" in seen["heading"]
    assert len(seen["bars"]) == 1


def test_a_topic_is_found_filtered_and_defined(seen: dict[str, Any]) -> None:
    assert seen["topics"] == [[], [], ["venues"], *[[]] * 8]
    assert [i for i, found in enumerate(seen["machine's topics"]) if "venues" in found] == [2]
    assert "1 of 11 statements: Venues" in seen["on the topic"]
    assert "Where talks are held." in seen["codebook"]


# --- The README ---------------------------------------------------------------------------------

PLACEHOLDER = re.compile(r"<\w+>")


def where_new_code_goes() -> dict[str, list[str]]:
    """The table of the README: what is new, and the files that it touches."""
    part = README.partition("### Where new code goes")[2].partition("\n#")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", part, re.MULTILINE)[2:]
    return {name: re.findall(r"`([^`]+)`", files) for name, files in rows}


def test_the_readme_says_where_new_code_goes() -> None:
    assert list(where_new_code_goes()) == [
        "a scorer", "a field of a statement", "a form of the briefing", "an export", "a kind of file", "a chart", "a page", "a topic",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "files"), where_new_code_goes().items())
def test_something_new_touches_at_most_three_files_and_they_exist(name: str, files: list[str]) -> None:
    assert 1 <= len(files) <= 3, name
    for file in files:
        if PLACEHOLDER.search(file):
            assert list(ROOT.glob(PLACEHOLDER.sub("*", file))), file
        else:
            assert (ROOT / file).is_file(), file
