"""What was measured against people, and the level that follows from it for an answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components.model import evaluation
from components.model.evaluation import CARE, Rightness, at_least, level_of, load_evaluation, rightness
from components.model.kinds import GENRES, HOWS
from components.model.rows import FaultyFilesError
from tests.conftest import DATA

SHIPPED = (DATA / "evaluation.csv").read_text(encoding="utf-8")
HEAD = SHIPPED.splitlines()[0]


def test_the_evaluation_names_half_number_and_versions() -> None:
    rows = load_evaluation(DATA)

    assert {row.label for row in rows} >= {"TextBlob polarity", "VADER compound"}
    assert all(row.half and row.n > 0 and row.versions for row in rows)


def test_what_was_measured_of_a_kind_of_cue_covers_every_genre() -> None:
    kinds = [row for row in load_evaluation(DATA) if row.how]

    assert {row.genre for row in kinds} == set(GENRES)
    assert rightness("turn", "transcript").n > 1_000


def told(tmp_path: Path, text: str) -> str:
    (tmp_path / "evaluation.csv").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyFilesError) as error:
        load_evaluation(tmp_path)
    return str(error.value)


def test_a_faulty_evaluation_is_told_with_its_file(tmp_path: Path) -> None:
    assert told(tmp_path, SHIPPED.replace("date,", "day,", 1)).startswith("evaluation.csv, line 1")


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (
            "0.9,Texts,all,10,,turn,,9",
            "column genre: found nothing; allowed: readout, news, transcript, speech, declaration",
        ),
        ("0.9,Texts,all,10,,turn,talk,9", "column genre: found “talk”; allowed: readout, news"),
        ("0.9,Texts,all,10,,,news,9", "column how: found nothing; allowed: named, pronoun"),
        ("0.9,Texts,all,10,,turn,news,", "column right: found nothing; allowed: a whole number from 0 to 10"),
        ("1,Texts,all,10,,turn,news,11", "column right: found “11”; allowed: a whole number from 0 to 10"),
        ("0.8,Texts,all,10,,turn,news,9", "column value: found “0.8”; allowed: 0.9, which is right / n"),
    ],
)
def test_a_measurement_of_a_kind_of_cue_is_whole_and_adds_up(tmp_path: Path, cells: str, fault: str) -> None:
    assert f"evaluation.csv, line 2, {fault}" in told(tmp_path, f"{HEAD}\n2026-11-25,Speaker,share right,{cells}\n")


def test_a_missing_evaluation_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultyFilesError, match=r"evaluation.csv: is missing"):
        load_evaluation(tmp_path)


# --- From the measurements to a level -----------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "n", "share"),
    [
        (0, 0, 0.0),
        (1, 1, 1 / (1 + CARE**2)),  # of n that were all right: n / (n + z²)
        (27, 27, 27 / (27 + CARE**2)),
        (50, 100, 0.4188),  # worked out with a pencil: (.5 + z²/200 − z √(.0025 + z²/40000)) / (1 + z²/100)
        (0, 10, 0.0),
    ],
)
def test_few_measurements_are_told_with_care(right: int, n: int, share: float) -> None:
    assert Rightness(right, n).at_least == pytest.approx(share, abs=5e-5)


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Measurements of our own: of turns in transcripts and news, of openings, and of a kind met twice in a speech."""
    lines = [
        "turn,transcript,970,1000", "turn,news,30,40", "named,news,170,200", "open,news,10,40", "message,speech,2,2",
        "carried,readout,90,90", "carried,readout,0,10",
    ]  # fmt: skip
    rows = [
        f"2026-11-25,Speaker,share right,{round(int(right) / int(n), 3)},Texts,all,{n},,{how},{genre},{right}"
        for how, genre, right, n in (line.split(",") for line in lines)
    ]
    (tmp_path / "evaluation.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    monkeypatch.setattr(evaluation, "load_evaluation", lambda: load_evaluation(tmp_path))
    for each in (evaluation._measured, at_least):
        each.cache_clear()
    yield
    for each in (evaluation._measured, at_least):
        each.cache_clear()


@pytest.mark.usefixtures("table")
def test_a_level_is_what_was_measured_of_the_kind_in_the_genre() -> None:
    assert [level_of("turn", "transcript"), level_of("named", "news"), level_of("open", "news")] == [
        "sure",
        "likely",
        "guess",
    ]


@pytest.mark.usefixtures("table")
def test_data_sets_are_counted_together() -> None:
    assert rightness("carried", "readout") == (90, 100)
    assert level_of("carried", "readout") == "likely"


@pytest.mark.usefixtures("table")
def test_where_too_few_were_measured_kind_and_genre_decide_the_lower_one_first_and_nothing_is_sure() -> None:
    """A turn in a speech: of turns everywhere 1000 of 1040 are right, of speeches 2 of 2, which is .42 at least."""
    assert at_least("turn", "speech") == pytest.approx(2 / (2 + CARE**2))
    assert level_of("turn", "speech") == "guess"
    assert at_least("turn", "declaration") == evaluation.NOT_SURE  # nothing is known of the genre
    assert level_of("turn", "declaration") == "likely"
    assert level_of("open", "transcript") == "guess"
    assert level_of("host", "declaration") == "guess"  # nothing is known at all


def test_every_kind_has_a_level_in_every_genre() -> None:
    assert {level_of(how, genre) for how in HOWS if how for genre in GENRES} == {"sure", "likely", "guess"}
