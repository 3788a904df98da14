"""The codebook and the record: what they must hold, and what is said where they do not."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from components.model.codebook import (
    Actor,
    Codebook,
    Topic,
    load_codebook,
    own_codebook,
    read_codebook,
    write_codebook,
    write_own_codebook,
)
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


SUBJECTS = (
    "armed-conflict peace-talks military-aid alliances arms-control security-order sovereignty sanctions trade economy energy "
    "climate health food development humanitarian migration human-rights democracy detained justice terrorism crime technology "
    "institutions relations culture"
)


def test_the_general_codebook_has_twenty_seven_subjects_and_none_leads(general: Codebook) -> None:
    assert [topic.id for topic in general.topics] == SUBJECTS.split()
    assert not any(topic.lead for topic in general.topics)
    assert {topic.id for topic in general.topics if topic.late} == {"security-order", "institutions", "relations"}
    for topic in general.topics:
        assert topic.definition.endswith(".")
        assert topic.counts.endswith(".")
        assert topic.counts_not.endswith(".")
        assert topic.words
        assert topic.weak
        assert topic.fallback or not topic.late


def test_the_general_record_stands_behind_general_topics_and_names_its_documents(general: Codebook) -> None:
    assert general.record
    for entry in general.record:
        assert set(entry.topics) <= set(general.topic_labels)
        assert entry.line.endswith(".")
        assert entry.source
        assert parse_edtf(entry.date).first


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
    broken = (folder / "codebook.toml").read_text(encoding="utf-8").replace('id = "peace-talks"', 'id = "P E A C E"')
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
    assert fault.startswith("record.csv, line 2, column topics: found “berlin”; allowed: alliances, ")


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


# --- The codebook of an article -----------------------------------------------------------------


def toml(**more: bytes) -> dict[str, bytes]:
    return {name.replace("_", "."): data for name, data in more.items()}


def test_an_article_that_brings_nothing_is_read_with_the_general_codebook(general: Codebook) -> None:
    assert own_codebook({}, general) is general


def test_an_article_with_a_codebook_alone_has_what_of_the_general_record_stands_behind_its_topics(
    general: Codebook,
) -> None:
    own = replace(
        general, topics=tuple(each for each in general.topics if each.id in ("climate", "justice")), record=()
    )

    book = own_codebook(toml(codebook_toml=write_codebook(own)), general)

    assert list(book.topic_labels) == ["climate", "justice"] or list(book.topic_labels) == ["justice", "climate"]
    behind = {entry.id: entry.topics for entry in book.record}
    assert behind["geneva-conventions"] == ("justice",)  # and not what it shares with another topic
    assert behind["paris-agreement"] == ("climate",)
    assert "wto-agreement" not in behind
    assert set(behind) == {entry.id for entry in general.record if {"climate", "justice"} & set(entry.topics)}


def test_topics_that_are_the_general_ones_are_not_in_memory_twice(general: Codebook) -> None:
    book = own_codebook(toml(codebook_toml=write_codebook(general.with_topic(FISH))), general)

    assert all(book.topic(topic.id) is topic for topic in general.topics)
    assert book.topics[-1] == FISH


def test_faults_of_an_article_s_codebook_and_record_are_told_together(general: Codebook) -> None:
    record = b"id,date,topics,line,names,source,symbol,source_date\na,yesterday,climate,It is.,,Report,,2020\n"

    with pytest.raises(FaultyFilesError) as error:
        own_codebook(toml(codebook_toml=b"topics = 1", record_csv=record), general)

    said = [str(fault) for fault in error.value.faults]
    assert any(each.startswith("codebook.toml: topics: ") for each in said)
    assert any(each.startswith("record.csv, line 2, column date: found “yesterday”") for each in said)


def test_a_record_of_its_own_must_stand_behind_the_topics_of_the_article(general: Codebook) -> None:
    record = b"id,date,topics,line,names,source,symbol,source_date\na,2020,fish,It is.,,Report,,2020\n"

    with pytest.raises(
        FaultyFilesError, match=r"record\.csv, line 2, column topics: found “fish”; allowed: alliances, "
    ):
        own_codebook(toml(record_csv=record), general)
    book = own_codebook(toml(record_csv=record, codebook_toml=write_codebook(general.with_topic(FISH))), general)
    assert [entry.id for entry in book.record] == ["a"]


def test_words_may_be_called_strong() -> None:
    told = FISH.model_dump()
    told["strong"] = told.pop("words")

    assert Topic.model_validate(told) == FISH


# --- A reader's own codebook --------------------------------------------------------------------


def test_topics_beside_the_general_ones_are_written_alone_and_read_beside_later_ones(general: Codebook) -> None:
    data = write_own_codebook(general.with_topic(FISH), general)
    later = general.without_topic("culture")

    assert data.decode().count("[[topics]]") == 1
    assert own_codebook(toml(codebook_toml=data), general) == general.with_topic(FISH)
    assert own_codebook(toml(codebook_toml=data), later).topic_labels == later.with_topic(FISH).topic_labels


def test_another_codebook_than_the_general_one_is_written_whole(general: Codebook, codebook: Codebook) -> None:
    data = write_own_codebook(codebook, general)

    assert own_codebook(toml(codebook_toml=data), general).topics == codebook.topics


def test_topics_alone_are_no_general_codebook(general: Codebook, folder: Path) -> None:
    (folder / "codebook.toml").write_bytes(write_own_codebook(general.with_topic(FISH), general))

    assert said(folder) == ["codebook.toml: holds topics beside the general codebook alone; allowed: a whole codebook"]


# --- Topics that lead ---------------------------------------------------------------------------


def test_the_topics_that_an_article_speaks_of_most_lead_at_most_four(general: Codebook) -> None:
    led = general.led_by({"energy": 2, "culture": 7, "trade": 2, "food": 1, "justice": 3, "climate": 0})

    assert [topic.id for topic in led.topics if topic.lead] == ["culture", "justice", "trade", "energy"]
    assert [topic.id for topic in led.topics][:4] == ["culture", "justice", "trade", "energy"]
    assert led.topic_labels.keys() == general.topic_labels.keys()


def test_topics_without_a_statement_do_not_lead(general: Codebook) -> None:
    assert [topic.id for topic in general.led_by({"food": 1}).topics if topic.lead] == ["food"]
    assert general.led_by({}) == general


def test_where_a_codebook_says_which_topics_lead_these_do(codebook: Codebook) -> None:
    assert codebook.led_by({"rights": 50}) is codebook


@pytest.mark.parametrize(
    ("name", "side", "short"),
    [
        ("Ana Brook", "nor", "Brook"),
        ("Ursula von der Brook", "eu", "Brook"),
        ("Qatari prime minister", "qat", "Qatari prime minister"),  # nobody is called Minister
        ("Ministry of the Sea", "nor", "Ministry of the Sea"),
        ("United Peru", "x", "United Peru"),  # the actor that is the side itself
    ],
)
def test_an_actor_is_called_by_the_last_name_and_a_body_by_all_of_it(name: str, side: str, short: str) -> None:
    assert Actor(id="x", name=name, role="", side=side, aliases=()).short == short
