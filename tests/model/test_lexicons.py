"""Word lists: what ships is sound, and what is said of a list that is not."""

import importlib
import pkgutil
from pathlib import Path
from typing import Literal

import pytest

from components import analysis, reading
from components.model.lexicons import LEXICONS, Groups, WordLists, Words, read_table
from components.model.rows import FaultyFilesError, Row, column

TABLES = {"act-verbs", "acts", "countries", "metonyms", "office-holders", "opinion-lexicon", "reporting-verbs"}


class Greetings(WordLists):
    FILE = "greetings"

    short: Words
    times: Groups


class Verb(Row):
    verb: str = column("The verb.", "a word", min_length=1)
    kind: Literal["say", "hold"] = column("Its kind.", "say, hold")


HEAD = 'language = "ru"\nsource = "Ours"\nlicence = "CC BY 4.0"\n'
GOOD = HEAD + 'short = ["hi", "good day"]\n[times]\nmorning = ["am", "a.m."]\nevening = ["pm"]\n'


def written(folder: Path, text: str, name: str = "greetings.toml") -> Path:
    """The folder of lexicons, with one file in the folder of an invented language."""
    (folder / "ru").mkdir(exist_ok=True)
    (folder / "ru" / name).write_text(text, encoding="utf-8")
    return folder


def said(folder: Path) -> list[str]:
    with pytest.raises(FaultyFilesError) as error:
        Greetings.read("ru", folder)
    return [str(fault) for fault in error.value.faults]


def shipped_lists() -> list[type[WordLists]]:
    for room in (reading, analysis):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    return [lists for lists in WordLists.__subclasses__() if lists.__module__.startswith("components.")]


def test_every_file_is_read_by_a_step_or_heads_a_table_and_is_described() -> None:
    for folder in (path for path in LEXICONS.iterdir() if path.is_dir()):
        names = {path.stem for path in folder.glob("*.toml")}

        assert names == {lists.FILE for lists in shipped_lists()} | TABLES
        assert {path.stem for path in folder.glob("*.csv")} == TABLES
        for path in folder.iterdir():
            assert path.name in (LEXICONS / "README.md").read_text(encoding="utf-8")


def test_what_ships_has_no_fault() -> None:
    for lists in shipped_lists():
        assert lists.read().source


def test_words_and_groups_keep_their_order(tmp_path: Path) -> None:
    lists = Greetings.read("ru", written(tmp_path, GOOD))

    assert lists.short == ("hi", "good day")
    assert lists.times == {"morning": ("am", "a.m."), "evening": ("pm",)}
    assert (lists.language, lists.source, lists.licence) == ("ru", "Ours", "CC BY 4.0")


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    broken = 'language = "ru"\nsource = ""\nshort = ["hi", "hi"]\nshrt = []\n[times]\nmorning = [" am"]\nevening = [7]\nnoon = []\n'

    assert said(written(tmp_path, broken)) == [
        "lexicons/ru/greetings.toml: source: found nothing; allowed: any text",
        "lexicons/ru/greetings.toml: licence is missing; the file must hold language, source, licence, short, times",
        "lexicons/ru/greetings.toml: short: “hi” stands there twice; each word may stand once",
        "lexicons/ru/greetings.toml: times.morning: found “ am”; allowed: a list such as "
        '["word", "two words"], each once and without white space at its ends',
        "lexicons/ru/greetings.toml: times.evening: found “7”; allowed: names, each with a list such as "
        '["word", "two words"], each once and without white space at its ends',
        "lexicons/ru/greetings.toml: times.noon: found nothing; allowed: a list such as "
        '["word", "two words"], each once and without white space at its ends',
        "lexicons/ru/greetings.toml: “shrt” is not known; the file may hold language, source, licence, short, times",
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ('["hi", "good day"]', '["hi", ""]', "short: found nothing; allowed: a list such as "),
        ('["hi", "good day"]', '"hi"', "short: found “hi”; allowed: a list such as "),
        ('["hi", "good day"]', "[]", "short: found nothing; allowed: a list such as "),
        ('"CC BY 4.0"', "4", "licence: found “4”; allowed: any text"),
        ('"ru"', '"en"', "language: found “en”; allowed: ru, as its folder"),
        ("[times]", "[times", "is no readable TOML: "),
    ],
)
def test_a_fault_is_named_with_what_is_allowed(tmp_path: Path, was: str, becomes: str, fault: str) -> None:
    assert was in GOOD

    (told,) = said(written(tmp_path, GOOD.replace(was, becomes)))

    assert told.startswith(f"lexicons/ru/greetings.toml: {fault}")


def test_a_file_that_is_missing_or_not_utf_8_is_told(tmp_path: Path) -> None:
    assert said(tmp_path) == ["lexicons/ru/greetings.toml: is missing"]

    written(tmp_path, "")
    (tmp_path / "ru" / "greetings.toml").write_bytes(b'# \xe9\nlanguage = "ru"')
    assert said(tmp_path) == [
        "lexicons/ru/greetings.toml, line 1: is not UTF-8 (byte 0xE9). Save it again with the encoding UTF-8"
    ]


def test_a_table_is_read_with_its_head(tmp_path: Path) -> None:
    written(tmp_path, "verb,kind\nsay,say\nhope,hold\n", "verbs.csv")
    written(tmp_path, HEAD, "verbs.toml")

    assert [row.verb for row in read_table(Verb, "verbs", "ru", tmp_path)] == ["say", "hope"]


def test_faults_of_a_table_and_of_its_head_are_told_at_once(tmp_path: Path) -> None:
    written(tmp_path, "verb,kind\nsay,say\nhope,hope\nsay,hold\n", "verbs.csv")

    with pytest.raises(FaultyFilesError) as error:
        read_table(Verb, "verbs", "ru", tmp_path)

    assert str(error.value).splitlines() == [
        "lexicons/ru/verbs.toml: is missing",
        "lexicons/ru/verbs.csv, line 3, column kind: found “hope”; allowed: say, hold",
        "lexicons/ru/verbs.csv, line 4, column verb: “say” stands already on line 2; each may stand once",
    ]
    with pytest.raises(FaultyFilesError, match=r"lexicons/ru/nouns\.csv: is missing"):
        read_table(Verb, "nouns", "ru", tmp_path)
