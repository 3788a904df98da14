"""The codebook and the record: what they must hold, and what is said where they do not."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from components.model.codebook import Codebook, Topic, load_codebook, read_codebook, write_codebook
from components.model.intervals import parse_edtf
from components.model.rows import FaultyFilesError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of codebook and record, to break."""
    for name in ("codebook.toml", "record.csv"):
        shutil.copy(ROOT / "data" / name, tmp_path)
    return tmp_path


def said(folder: Path) -> list[str]:
    with pytest.raises(FaultyFilesError) as error:
        load_codebook(folder)
    return [str(fault) for fault in error.value.faults]


def test_there_are_ten_to_fourteen_topics_and_the_four_come_first(codebook: Codebook) -> None:
    assert 10 <= len(codebook.topics) <= 14
    assert [topic.id for topic in codebook.topics if topic.lead] == ["minsk", "nato", "osce", "belarus-exercises"]
    assert [topic.lead for topic in codebook.topics[:4]] == [True] * 4


def test_every_topic_says_what_counts_and_what_does_not(codebook: Codebook) -> None:
    for topic in codebook.topics:
        assert topic.definition.endswith(".")
        assert topic.counts.endswith(".")
        assert topic.counts_not.endswith(".")
        assert topic.words


def test_the_record_has_twenty_dated_events_from_1989_to_february_2022(codebook: Codebook) -> None:
    days = [parse_edtf(entry.date) for entry in codebook.record]

    assert len(days) >= 20
    assert min(day.first for day in days if day.first) >= dt.date(1989, 1, 1)
    assert max(day.last for day in days if day.last) <= dt.date(2022, 2, 28)


def test_every_event_has_a_source_with_a_date(codebook: Codebook) -> None:
    for entry in codebook.record:
        assert entry.source
        assert entry.source_date
        assert entry.line.endswith(".")


def test_the_events_that_the_article_names_are_in_the_record(codebook: Codebook) -> None:
    named = {name for entry in codebook.record for name in entry.names}

    assert {"Minsk agreement", "Budapest Memorandum", "Istanbul", "Astana", "Warsaw Treaty", "Berlin Wall"} <= named


def test_an_unknown_id_is_answered_with_the_known_ones(codebook: Codebook) -> None:
    with pytest.raises(KeyError, match="“natoo” is unknown; known: minsk, nato"):
        codebook.topic("natoo")


def test_missing_files_are_told_together(tmp_path: Path) -> None:
    assert said(tmp_path) == ["codebook.toml: is missing", "record.csv: is missing"]


def test_a_stray_mark_in_the_codebook_is_placed(folder: Path) -> None:
    (folder / "codebook.toml").write_text("[[topics]\n", encoding="utf-8")

    (fault,) = said(folder)
    assert fault.startswith("codebook.toml: is no readable TOML: ")
    assert "line 1" in fault


def test_faults_of_the_codebook_name_the_entry(folder: Path) -> None:
    broken = (folder / "codebook.toml").read_text(encoding="utf-8").replace('id = "nato"', 'id = "N A T O"')
    (folder / "codebook.toml").write_text(broken, encoding="utf-8")

    assert "codebook.toml: topics.2.id: string should match pattern" in said(folder)[0]


def test_faults_of_the_record_come_with_line_column_value_and_what_is_allowed(folder: Path) -> None:
    lines = (folder / "record.csv").read_text(encoding="utf-8").splitlines()
    lines[1] = "wall,9 November 1989,berlin,It opens.,,Report,,1989"
    lines[2] = lines[3]
    (folder / "record.csv").write_text("\n".join(lines), encoding="utf-8")

    faults = said(folder)

    assert faults[0].startswith("record.csv, line 2, column date: found “9 November 1989”; allowed: a day 2022-02-13")
    assert any(fault.startswith("record.csv, line 4, column id: “") for fault in faults)


def test_an_unknown_topic_of_the_record_is_told_with_the_known_ones(folder: Path) -> None:
    lines = (folder / "record.csv").read_text(encoding="utf-8").splitlines()
    lines[1] = "wall,1989-11-09,berlin,It opens.,,Report,,1989"
    (folder / "record.csv").write_text("\n".join(lines), encoding="utf-8")

    (fault,) = said(folder)
    assert fault.startswith("record.csv, line 2, column topics: found “berlin”; allowed: belarus-exercises, ")


# --- Editing ------------------------------------------------------------------------------------

FISH = Topic(id="fish", label="Fish", definition="Fishing.", counts="", counts_not="", words=("fish*",))


def test_one_more_topic_stands_last_and_replaces_one_with_its_id(codebook: Codebook) -> None:
    more = codebook.with_topic(FISH)
    again = more.with_topic(FISH.model_copy(update={"label": "Fishing"}))

    assert list(more.topic_labels) == [*codebook.topic_labels, "fish"]
    assert again.topic("fish").label == "Fishing"
    assert len(again.topics) == len(more.topics)
    assert more.without_topic("fish") == codebook


def test_the_last_topic_stays(codebook: Codebook) -> None:
    from dataclasses import replace

    one = replace(codebook, topics=(FISH,))

    assert one.without_topic("fish") == one


def test_what_is_written_is_read_again(codebook: Codebook) -> None:
    more = codebook.with_topic(FISH)

    assert read_codebook(write_codebook(more), record=codebook.record) == more


def test_a_codebook_alone_is_read_with_all_its_faults() -> None:
    with pytest.raises(FaultyFilesError) as error:
        read_codebook(b"[[topics]]\nid = 'A'\n", file="mine.toml")

    assert {fault.file for fault in error.value.faults} == {"mine.toml"}
    assert len(error.value.faults) > 3
