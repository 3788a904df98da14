"""No general code and no general word list is made for one article: none names a topic, side, actor or event of the first.

What is looked for are the proper names in the first article's own codebook, actors and record, and the ids of its topics.
"""

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from components.model import countries
from components.model.names import find_names
from tests.conftest import DATA, ROOT

ARTICLE = DATA / "lavrov-truss-2022-02"

ORDINARY = frozenset({
    "Reporter", "Others", "Troops", "Coercion and threats", "Western conduct", "Trade and cooperation", "Minority rights",
    "Security guarantees", "Both leaders", "Foreign Secretary",
})  # fmt: skip
"""Words of the language that begin with a capital because they begin a label or stand in a title."""

OF_ANY_ARTICLE = frozenset({
    "America", "American", "Britain", "British", "Brussels", "CSCE", "EU", "European Commission", "European Council",
    "European Union", "Great Britain", "London", "NATO", "OSCE", "UK", "US", "U.S.", "United Kingdom", "United States",
    "Washington", "West", "Western", "White House", "Downing Street", "Kiev", "Kremlin", "Kyiv", "Moscow", "Russia", "Russian",
    "Ukraine", "Ukrainian", "North Atlantic Alliance", "North Atlantic Treaty Organi*", "Astana", "Istanbul",
    "Organi* for Security and Co-operation in Europe",
})  # fmt: skip
"""Countries, their capitals and seats, and international bodies: what is general about the world names them all ..."""

OFFICE_HOLDERS = "data/lexicons/en/office-holders.csv"
"""A dated table of who was in office in twenty countries names those of the first article among all the others."""

MAY_NAME_THE_WORLD = (
    "data/codebook.toml",
    "data/record.csv",
    "data/lexicons/",
    "data/evaluation.csv",
    "components/reading/language.py",
)
"""... and stands here: the words of the general subjects, the general record, the lists of words and countries, the languages, the texts that were measured."""

ENGLISH = frozenset({"American", "British", "US", "U.S.", "UK", "EU", "Brussels"})
"""What rules of spelling and of capitals are explained with."""


@cache
def names() -> dict[str, tuple[str, ...]]:
    """The proper names of the first article, each to be found exactly as it is written."""
    listed = {name for name in _listed() if any(letter.isupper() for letter in name)} - ORDINARY
    return {name: (f"={name}",) for name in sorted(listed)}


def _listed() -> Iterator[str]:
    book = tomllib.loads((ARTICLE / "codebook.toml").read_text(encoding="utf-8"))
    for entry in book["topics"]:
        yield from (entry["label"], *entry.get("words", ()))
    for row in _rows("actors"):
        yield from (row["name"], row["name"].split()[-1], *row["aliases"].split(";"))
        if country := countries.find(row["side"]):
            yield from (country.label, country.voice, country.names[0], country.demonyms[0])
    for row in _rows("record"):
        yield from row["names"].split(";")


def _rows(table: str) -> list[dict[str, str]]:
    with (ARTICLE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def ids() -> set[str]:
    """The ids of its topics, events, actors and sides that are no words of the language."""
    book = tomllib.loads((ARTICLE / "codebook.toml").read_text(encoding="utf-8"))
    ordinary = {"cooperation", "troops", "coercion", "rights", "security-guarantees"}
    speakers = [row for row in _rows("actors") if row["id"] != "reporter"]
    named = {entry["id"] for entry in book["topics"]} | {row["id"] for row in (*_rows("record"), *speakers)}
    return (named | {row["side"] for row in speakers}) - ordinary


def faults(file: str, text: str) -> list[str]:
    """What of the first article a general file names, with its line."""
    excused = OF_ANY_ARTICLE if file.startswith(MAY_NAME_THE_WORLD) else ENGLISH
    if file == OFFICE_HOLDERS:
        excused = excused | {name for row in _rows("actors") for name in (row["name"], row["name"].split()[-1])}
    found = [(mention.start, mention.key) for mention in find_names(text, names()) if mention.key not in excused]
    found += [
        (text.index(quoted), quoted) for id in ids() for quoted in (f'"{id}"', f"\u201c{id}\u201d") if quoted in text
    ]
    return [f"{file}, line {text.count(chr(10), 0, place) + 1}: {name}" for place, name in sorted(found)]


def general_files() -> list[str]:
    """Code and lists, but for the folders of articles and what is no text."""
    paths = [ROOT / "app.py", *(ROOT / "components").rglob("*.*"), *DATA.glob("*.*"), *(DATA / "lexicons").rglob("*.*")]
    texts = (".py", ".css", ".svg", ".toml", ".csv", ".md")
    return sorted(path.relative_to(ROOT).as_posix() for path in paths if path.suffix in texts)


@pytest.mark.parametrize("file", general_files())
def test_no_general_file_names_what_the_first_article_is_about(file: str) -> None:
    assert faults(file, (ROOT / file).read_text(encoding="utf-8")) == []


def test_the_files_of_the_house_are_all_looked_at() -> None:
    looked_at = general_files()

    assert {"app.py", "components/pages/overview.py", "data/codebook.toml", "data/record.csv"} <= set(looked_at)
    assert not any(Path(file).is_relative_to("data/lavrov-truss-2022-02") for file in looked_at)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("components/analysis/x.py", "where Lavrov speaks"),
        ("components/analysis/x.py", 'topic == "minsk"'),
        ("components/analysis/x.py", 'LEAD = ("a", "belarus-exercises")'),
        ("components/charts/x.py", "Russia is blue"),
        ("components/charts/x.py", 'COLOURS = {"gbr": 1}'),
        ("components/model/countries.py", 'code == "ukr"'),
        ("components/ui/x.py", "such as NATO"),
        ("data/codebook.toml", 'strong = ["Minsk agreement*"]'),
        ("data/record.csv", "budapest,1994-12-05,x,It is.,Budapest Memorandum,,,"),
        ("data/lexicons/en/names.csv", "Truss"),
    ],
)
def test_what_names_it_is_told(file: str, text: str) -> None:
    assert faults(file, text)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("components/analysis/x.py", "troops and rights; the relations of Ruritania"),
        ("components/model/x.py", "American spelling finds the British one"),
        ("data/codebook.toml", 'strong = ["=NATO*", "=OSCE"]'),
        ("data/lexicons/en/countries.csv", "rus,Russia,Russian,Moscow"),
    ],
)
def test_what_any_article_may_name_is_not(file: str, text: str) -> None:
    assert faults(file, text) == []
