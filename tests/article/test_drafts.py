"""An article that a reader brought: corrected, saved, opened again."""

import datetime as dt
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from frictionless import validate

from components.article.archive import from_zip, to_zip
from components.article.corrections import entries, log
from components.article.drafts import draft_of
from components.article.opening import open_article, open_folder
from components.article.package import Draft, package_of
from components.article.saving import save_article
from components.model.codebook import Codebook, Topic
from components.model.rows import FaultyFilesError
from components.reading.article import Reading
from components.reading.evidence import Recorded
from tests.own import ACTORS, IDS, SENTENCES, TEXT, draft

NOW = dt.datetime(2026, 11, 24, 18, 5, tzinfo=dt.UTC)
SANCTIONS = Topic(id="sanctions", label="Sanctions", definition="Ours.", counts="", counts_not="", words=("sanction*",))


@pytest.fixture
def own(codebook: Codebook) -> Draft:
    return draft(codebook)


def saved(own: Draft, folder: Path) -> Path:
    for name, data in from_zip(to_zip(save_article(own))).items():
        (folder / name).write_bytes(data)
    return folder


def corrected(own: Draft) -> Draft:
    """Somebody speaks who was not found, a sentence gets a topic, one is none."""
    for entry in (
        lambda coding: entries.correct(coding, IDS[2], "speakers", ("dale",), when=NOW),
        lambda coding: entries.correct(coding, IDS[3], "topics", ("minsk",), when=NOW),
        lambda coding: entries.not_a_statement(coding, IDS[1], when=NOW),
    ):
        own = own.corrected(entry(own.coding))
    return own


def test_its_tables_have_every_sentence_in_its_own_words(own: Draft) -> None:
    package = package_of(own)

    assert package.statements["wording"].tolist() == list(SENTENCES)
    assert package.recognised == 4
    assert package.statements["level"].tolist() == ["sure", "guess", "unknown", ""]


def test_a_correction_is_seen_in_the_tables_and_the_first_answer_stays(own: Draft) -> None:
    after = corrected(own)

    assert package_of(after).statements["speakers"].tolist() == [("brook",), ("dale",), ("reporter",)]
    assert after.first == own.first
    assert package_of(own).statements["speakers"].tolist()[2] == ("unknown",)


def test_undo_to_the_start_gives_the_first_tables(own: Draft) -> None:
    after = corrected(own)
    while entry := log.undone(after.log, when=NOW):
        after = after.corrected(entry)

    pd.testing.assert_frame_equal(package_of(after).statements, package_of(own).statements)
    pd.testing.assert_frame_equal(package_of(after).evidence, package_of(own).evidence)


def test_narration_that_gets_a_speaker_is_scored(own: Draft) -> None:
    made = [
        entries.correct(own.coding, IDS[3], "form", "indirect", when=NOW),
        entries.correct(own.coding, IDS[3], "speakers", ("dale",), when=NOW),
    ]
    row = own.corrected(*made).coding.statements[3]

    assert (row.stretch("content"), row.words) == ((TEXT.index("Carl"), len(TEXT)), 5)


def test_a_topic_that_a_person_gives_stands_at_its_words(own: Draft) -> None:
    with_topic = own.recoded(SANCTIONS)
    entry = entries.correct(with_topic.coding, IDS[0], "topics", ("sanctions",), when=NOW)
    (row,) = [row for row in with_topic.corrected(entry).coding.evidence if row.kind == "topic"]

    assert (row.value, row.label, row.phrase) == ("sanctions", "corrected", "sanctions")
    assert TEXT[row.start : row.end] == "sanctions"


# --- Saving -------------------------------------------------------------------------------------


def test_what_is_saved_opens_as_it_was(own: Draft, codebook: Codebook) -> None:
    after = corrected(own.recoded(SANCTIONS))

    assert open_article(after.id, from_zip(to_zip(save_article(after))), codebook) == after


def test_the_same_article_gives_the_same_bytes(own: Draft) -> None:
    assert to_zip(save_article(corrected(own))) == to_zip(save_article(corrected(own)))


def test_any_tool_of_the_frictionless_family_opens_it(own: Draft, tmp_path: Path) -> None:
    folder = saved(corrected(own), tmp_path)
    report = validate(str(folder / "datapackage.json"))

    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_an_unpacked_one_is_a_package_with_its_corrections(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    package = open_folder(saved(corrected(own), tmp_path), codebook).package

    pd.testing.assert_frame_equal(
        package.statements.drop(columns="article"), package_of(corrected(own)).statements.drop(columns="article")
    )


def test_the_text_is_no_resource(own: Draft) -> None:
    about = json.loads(save_article(own)["datapackage.json"])

    assert [each["path"] for each in about["resources"]] == [
        "statements.csv", "evidence.csv", "actors.csv", "corrections.csv", "record.csv"
    ]  # fmt: skip


def test_a_log_of_another_reading_is_told_line_by_line(own: Draft, codebook: Codebook) -> None:
    contents = save_article(corrected(own))
    log = contents["corrections.csv"].replace(b"unknown,dale", b"brook,dale").replace(b"yes,no", b"no,no")

    with pytest.raises(FaultyFilesError) as error:
        open_article(own.id, {**contents, "corrections.csv": log}, codebook)

    assert [(fault.line, fault.column) for fault in error.value.faults] == [(2, "from"), (4, "from")]


def test_a_broken_codebook_is_told(own: Draft, codebook: Codebook) -> None:
    contents = {**save_article(own), "codebook.toml": b"[[topics]]\nid = 1"}

    with pytest.raises(FaultyFilesError, match=r"codebook.toml: "):
        open_article(own.id, contents, codebook)


# --- From a reading -----------------------------------------------------------------------------


def test_a_reading_becomes_an_article_with_an_id_of_title_and_text(own: Draft, codebook: Codebook) -> None:
    rows = Recorded(list(own.first.statements), list(own.first.evidence))
    reading = Reading("Talks in Minsk", rows, ACTORS, ("Lead",), ())
    made = draft_of(reading, TEXT, published="2020-05-04", genre="news", codebook=codebook, publisher="The Example")

    assert made.title == "Talks in Minsk"
    assert re.fullmatch("talks-in-minsk-[0-9a-z]{6}", made.id)
    given = draft_of(reading, TEXT, published="2020-05-04", genre="news", codebook=codebook, title="A title of mine")
    assert (given.title, given.about.sections) == ("A title of mine", ("Lead",))
    assert made.about.citation == "Talks in Minsk, The Example, 4 May 2020"
    assert made.about.coded_by == "machine"
    assert made.id == draft_of(reading, TEXT, published="2020-05-04", genre="news", codebook=codebook).id
    assert made.id != draft_of(reading, TEXT + ".", published="2020-05-04", genre="news", codebook=codebook).id


def test_an_article_has_the_genre_as_which_it_was_read(own: Draft, codebook: Codebook) -> None:
    reading = Reading("", Recorded(list(own.first.statements), []), ACTORS, ("Lead",), (), genre="readout")

    assert draft_of(reading, TEXT, published="2020", genre="news", codebook=codebook).about.genre == "readout"


def test_a_reading_without_sections_is_one_section_the_lead(own: Draft, codebook: Codebook) -> None:
    reading = Reading("", Recorded(list(own.first.statements), []), ACTORS, (), ())

    assert draft_of(reading, TEXT, published="2020", genre="news", codebook=codebook).about.sections == ("Lead",)


def test_without_a_title_it_is_called_untitled(own: Draft, codebook: Codebook) -> None:
    reading = Reading("", Recorded(list(own.first.statements), []), ACTORS, ("Lead",), ())

    assert draft_of(reading, TEXT, published="2020", genre="news", codebook=codebook).title == "Untitled article"
