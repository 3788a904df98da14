"""The texts of ours that a newcomer can open: invented, and read as their cards say."""

import datetime as dt
from pathlib import Path

from components.library.examples import load_examples
from components.model.codebook import REPORTER
from components.reading.article import STEPS, Reading, read_article
from tests.conftest import DATA


def read(number: int, told: list[tuple[str, int]] | None = None) -> Reading:
    example = load_examples(DATA)[number]
    told = [] if told is None else told
    return read_article(
        example.text,
        published=example.published,
        genre=example.genre,
        title=example.title,
        on_step=lambda step, found: told.append((step, found)),
    )


def speakers(reading: Reading) -> set[str]:
    return {who for row in reading.rows.statements for who in row.speakers} - {REPORTER}


def test_there_is_one_of_each_kind_and_a_folder_without_any_has_none(tmp_path: Path) -> None:
    examples = load_examples(DATA)

    assert [each.genre for each in examples] == ["readout", "transcript", "news"]
    assert examples[0].published == dt.date(2024, 5, 15)
    assert all("invented" in each.publisher for each in examples)
    assert load_examples(tmp_path) == ()


def test_the_readout_has_two_ministers_and_17_statements() -> None:
    reading = read(0)

    assert len(reading.rows.statements) == 17
    assert speakers(reading) == {"varen", "maske"}


def test_the_briefing_has_a_spokesperson_two_whom_she_relays_and_the_questions() -> None:
    reading = read(1)

    assert speakers(reading) == {"korrin", "prime-minister", "varen"}  # of the last two she tells what they said
    assert sum(row.answers is not None for row in reading.rows.statements) > 0


def test_the_report_quotes_four_people_of_whom_one_quotes_a_fifth() -> None:
    reading = read(2)

    assert speakers(reading) == {"aldry", "varen", "maske", "sund", "renn"}
    assert [row.via for row in reading.rows.statements if row.via] == ["varen"]


def test_the_steps_are_told_as_they_are_done_with_what_they_found() -> None:
    told: list[tuple[str, int]] = []
    reading = read(0, told)

    assert [step for step, _ in told] == ["sentences", "speakers", "topics"]
    assert list(STEPS) == ["sentences", "speakers", "topics", "tone"]
    assert dict(told)["sentences"] == len(reading.rows.statements)
    assert dict(told)["speakers"] == 3  # the reporter is one
