"""An article on disk: reading it with all its faults, attaching a text, measuring it anew."""

import csv
import io
import json
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from frictionless import validate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from components.analysis.agreement import agreement, alphas
from components.analysis.view import read_view
from components.article.opening import open_folder
from components.article.package import About, Package, attach_text
from components.article.recorder import record_package
from components.library.shipped import Library, load_library
from components.model.codebook import Codebook, Topic, write_codebook
from components.model.countries import ALLOWED
from components.model.rows import FaultyFilesError
from tests.conftest import DATA

EXAMPLE = "worked-example"
ARTICLES = sorted(path.parent.name for path in DATA.glob("*/datapackage.json"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the worked example, to break."""
    return Path(shutil.copytree(DATA / EXAMPLE, tmp_path / EXAMPLE))


def said(folder: Path, codebook: Codebook) -> list[str]:
    with pytest.raises(FaultyFilesError) as error:
        open_folder(folder, codebook)
    return [str(fault) for fault in error.value.faults]


def change(folder: Path, file: str, edit: Callable[[list[str]], list[str]]) -> None:
    """Edit the lines of a file."""
    path = folder / file
    path.write_text("\n".join(edit(path.read_text(encoding="utf-8").splitlines())) + "\n", encoding="utf-8")


def cell(line: int, column: str, value: str) -> Callable[[list[str]], list[str]]:
    """Put a value into one cell; `line` counts from 1, the header."""

    def edit(lines: list[str]) -> list[str]:
        (cells,) = csv.reader([lines[line - 1]])
        cells[lines[0].split(",").index(column)] = value
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(cells)
        return [*lines[: line - 1], out.getvalue(), *lines[line:]]

    return edit


# --- Shipped articles ---------------------------------------------------------------------------


@pytest.mark.parametrize("article", ARTICLES)
def test_any_tool_of_the_frictionless_family_opens_it(article: str) -> None:
    report = validate(str(DATA / article / "datapackage.json"))

    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


@pytest.mark.parametrize("article", ARTICLES)
def test_the_text_is_no_resource(article: str) -> None:
    content = json.loads((DATA / article / "datapackage.json").read_text(encoding="utf-8"))
    by_hand = content["readout"].get("coded_by", "hand") == "hand"

    assert [each["path"] for each in content["resources"]] == [
        "statements.csv",
        "evidence.csv",
        "actors.csv",
        *(["machine.csv", "record.csv"] if by_hand else ["corrections.csv"]),
    ]


def test_the_report_of_the_talks_has_sixteen_sections_and_91_statements(talks: Package) -> None:
    assert len(talks.about.sections) == 16
    assert len(talks.statements) == 91
    assert list(talks.statements["section"].unique()) == list(range(16))


def test_every_statement_of_the_talks_has_a_gloss_that_ends_like_a_sentence(talks: Package) -> None:
    assert talks.statements["gloss"].str.endswith(".").all()
    assert talks.statements["gloss"].is_unique


def test_a_sentence_that_is_not_narration_has_content(talks: Package) -> None:
    said = talks.statements[talks.statements["form"] != "narration"]

    assert said["content_start"].notna().all()
    assert (said["words"] > 0).all()


def test_newest_articles_come_first(library: Library) -> None:
    days = [package.about.published_day for package in library.packages.values()]

    assert days == sorted(days, reverse=True)


# --- The recorder -------------------------------------------------------------------------------


def test_recording_the_example_again_gives_the_same_bytes(folder: Path, codebook: Codebook) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    assert record_package(folder, codebook, measure=alphas) == 11
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_recording_the_talks_again_gives_the_same_bytes(tmp_path: Path, codebook: Codebook) -> None:
    source = DATA / "lavrov-truss-2022-02"
    if not (source / "article.txt").is_file():
        pytest.skip("the article's text is not on this machine: save it as data/lavrov-truss-2022-02/article.txt")
    copied = Path(shutil.copytree(source, tmp_path / source.name))

    record_package(copied, codebook, measure=alphas)

    assert {path.name: path.read_bytes() for path in copied.iterdir()} == {
        path.name: path.read_bytes() for path in source.iterdir()
    }


def test_what_the_recorder_writes_may_be_empty_before(folder: Path, codebook: Codebook) -> None:
    """A coder writes the coding; ids, offsets of sentences, words and scores are still to come."""
    before = (folder / "statements.csv").read_bytes()
    table = pd.read_csv(folder / "statements.csv", dtype=str, keep_default_na=False)
    table[["statement", "start", "end", "words", "polarity", "subjectivity", "vader", "blend"]] = ""
    table.to_csv(folder / "statements.csv", index=False)
    (folder / "evidence.csv").unlink()

    record_package(folder, codebook, measure=alphas)

    assert (folder / "statements.csv").read_bytes() == before


def test_without_the_text_nothing_is_recorded(folder: Path, codebook: Codebook) -> None:
    (folder / "article.txt").unlink()

    with pytest.raises(
        FaultyFilesError, match=r"article.txt: is missing. Save the article's text as article.txt in worked-example"
    ):
        record_package(folder, codebook, measure=alphas)


def test_a_coding_that_does_not_fit_the_text_is_told_sentence_by_sentence(folder: Path, codebook: Codebook) -> None:
    text = (folder / "article.txt").read_text(encoding="utf-8")
    (folder / "article.txt").write_text(text.replace("were good. The", "were good, the"), encoding="utf-8")
    before = (folder / "statements.csv").read_bytes()

    with pytest.raises(FaultyFilesError) as error:
        record_package(folder, codebook, measure=alphas)

    faults = [str(fault) for fault in error.value.faults]
    assert faults[0] == "statements.csv, line 12, column sentence: the text has 10 sentences; coded are 11"
    assert "statements.csv, line 4, column paragraph: found 1; in the text it is 2" in faults
    assert (folder / "statements.csv").read_bytes() == before


def test_a_topic_that_is_neither_named_nor_continued_is_a_fault(folder: Path, codebook: Codebook) -> None:
    change(folder, "statements.csv", cell(3, "topics", "nato"))

    with pytest.raises(FaultyFilesError) as error:
        record_package(folder, codebook, measure=alphas)

    assert [str(fault) for fault in error.value.faults] == [
        "statements.csv, line 3, column topics: “nato” is neither named in the sentence nor a point of one before it in "
        "the paragraph"
    ]


# --- Bad input ----------------------------------------------------------------------------------


def test_missing_files_are_told_together(folder: Path, codebook: Codebook) -> None:
    for name in ("statements.csv", "evidence.csv", "actors.csv"):
        (folder / name).unlink()

    assert said(folder, codebook) == [
        "statements.csv: is missing",
        "actors.csv: is missing",
        "evidence.csv: is missing",
    ]


BAD = [
    (
        "statements.csv", cell(4, "speakers", "broook"),
        "statements.csv, line 4, column speakers: found “broook”; allowed: brook, cole, dale, reporter. "
        "Add the actor to actors.csv, or correct the id",
    ),
    (
        "statements.csv", cell(9, "via", "nobody"),
        "statements.csv, line 9, column via: found “nobody”; allowed: brook, cole, dale, reporter. "
        "Add the actor to actors.csv, or correct the id",
    ),
    (
        "statements.csv", cell(4, "form", "spoken"),
        "statements.csv, line 4, column form: found “spoken”; allowed: direct, indirect, carried, narration",
    ),
    (
        "statements.csv", cell(4, "sentence", "5"),
        "statements.csv, line 4, column sentence: found “5”; allowed: 3. Sentences stand in order, each once",
    ),
    (
        "statements.csv", cell(4, "section", "7"),
        "statements.csv, line 4, column section: found “7”; allowed: 0 to 2. "
        "Add its title to readout.sections of datapackage.json",
    ),
    (
        "statements.csv", cell(4, "content_start", "9"),
        "statements.csv, line 4, column content_start: found “9”; allowed: offsets inside the sentence, 132 to 172",
    ),
    (
        "statements.csv", cell(4, "content_end", "132"),
        "statements.csv, line 4, column content_end: found “132”; allowed: more than 132",
    ),
    (
        "statements.csv", cell(4, "end", "100"),
        "statements.csv, line 4, column end: found “100”; allowed: 132 or more",
    ),
    (
        "statements.csv", cell(5, "section", "0"),
        "statements.csv, line 5, column section: found “0”; allowed: 1 or more. Sections and paragraphs stand in order",
    ),
    (
        "statements.csv", cell(4, "topics", "fish"),
        "statements.csv, line 4, column topics: found “fish”; allowed: minsk, nato",
    ),
    (
        "statements.csv", cell(4, "content_end", ""),
        "statements.csv, line 4, column content_end: found nothing; allowed: both offsets, or neither",
    ),
    (
        "statements.csv", cell(12, "answers", "7"),
        "statements.csv, line 12, column answers: found “7”; allowed: a turn before this one, or nothing",
    ),
    (
        "statements.csv", cell(4, "polarity", "1.5"),
        "statements.csv, line 4, column polarity: found “1.5”; allowed: a number from −1 to 1, or nothing where not scored",
    ),
    (
        "statements.csv", cell(4, "statement", "cxqmhnap25ur"),
        "statements.csv, line 4, column statement: “cxqmhnap25ur” stands already on line 3; each may stand once",
    ),
    (
        "evidence.csv", cell(3, "value", "4 May 2020"),
        "evidence.csv, line 3, column value: “4 May 2020” is no EDTF date; allowed: a day 2022-02-13",
    ),
    (
        "evidence.csv", cell(2, "value", "natoo"),
        "evidence.csv, line 2, column value: found “natoo”; allowed: minsk, nato",
    ),
    (
        "evidence.csv", cell(2, "statement", "aaaaaaaaaaaa"),
        "evidence.csv, line 2, column statement: found “aaaaaaaaaaaa”; allowed: a statement of statements.csv",
    ),
    (
        "evidence.csv", cell(2, "end", "74"),
        "evidence.csv, line 2, column end: found “74”; allowed: more than 74",
    ),
    (
        "evidence.csv", cell(2, "end", ""),
        "evidence.csv, line 2, column end: found nothing; allowed: both offsets, or neither",
    ),
    (
        "evidence.csv", cell(42, "label", "ferry-accords"),
        "evidence.csv, line 42, column label: found “ferry-accords”; allowed: an entry of the record",
    ),
    (
        "machine.csv", cell(2, "statement", "aaaaaaaaaaaa"),
        "machine.csv, line 2, column statement: found “aaaaaaaaaaaa”; allowed: a statement of statements.csv",
    ),
    (
        "machine.csv", cell(2, "topics", "fish"),
        "machine.csv, line 2, column topics: found “fish”; allowed: minsk, nato",
    ),
    (
        "machine.csv", cell(3, "statement", "ldkypjwbmaof"),
        "machine.csv, line 3, column statement: “ldkypjwbmaof” stands already on line 2",
    ),
    (
        "evidence.csv", cell(2, "phrase", "one two three four five six"),
        "evidence.csv, line 2, column phrase: found “one two three four five six”; allowed: at most 5 words, or nothing",
    ),
    (
        "actors.csv", cell(2, "side", "uk"),
        f"actors.csv, line 2, column side: found “uk”; allowed: {ALLOWED}. The code is gbr",
    ),
    (
        "actors.csv", cell(2, "side", "atlantis"),
        f"actors.csv, line 2, column side: found “atlantis”; allowed: {ALLOWED}",
    ),
    ("actors.csv", cell(3, "id", "brook"), "actors.csv, line 3, column id: “brook” stands already on line 2"),
    ("actors.csv", lambda lines: lines[:1], "actors.csv: has a header and no row"),
    ("statements.csv", lambda lines: [*lines[:3], lines[3] + ",extra", *lines[4:]], "statements.csv, line 4: found 27 cells"),
    ("datapackage.json", lambda lines: lines[:3], "datapackage.json, line 4: is no readable JSON: "),
    (
        "datapackage.json", lambda lines: [line.replace('"2020-05-04"', '"4 May 2020"') for line in lines],
        "datapackage.json: readout.published: “4 May 2020” is no EDTF date; allowed: a day 2022-02-13",
    ),
    (
        "datapackage.json", lambda lines: [line.replace('"news"', '"novel"') for line in lines],
        "datapackage.json: readout.genre: input should be 'readout', 'news', 'transcript', 'speech' or 'declaration'",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("file", "edit", "message"), BAD)
def test_a_fault_is_told_with_its_place_and_what_is_allowed(
    folder: Path, codebook: Codebook, file: str, edit: Callable[[list[str]], list[str]], message: str
) -> None:
    change(folder, file, edit)

    faults = said(folder, codebook)

    assert any(fault.startswith(message) for fault in faults), faults


def test_faults_of_all_files_are_told_at_once(folder: Path, codebook: Codebook) -> None:
    change(folder, "statements.csv", cell(4, "form", "spoken"))
    change(folder, "actors.csv", cell(2, "side", "atlantis"))
    change(folder, "evidence.csv", cell(2, "value", "natoo"))

    assert {fault.split(",")[0] for fault in said(folder, codebook)} == {
        "statements.csv",
        "actors.csv",
        "evidence.csv",
        "machine.csv",  # it belongs to the statement that has a fault
    }


def test_a_faulty_article_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    (data / EXAMPLE / "actors.csv").unlink()

    library = load_library(data)

    assert set(library.packages) == {*ARTICLES} - {EXAMPLE}
    assert "actors.csv: is missing" in [str(fault) for fault in library.faults[EXAMPLE]]


def test_a_link_that_names_one_article_has_no_other_one_made() -> None:
    """The tables of each take as long as reading its files, and most readers look at one."""
    library = load_library(DATA)

    read_view({"article": [EXAMPLE]}, library.drafts, library.codebook)

    assert [id for id, draft in library.drafts.items() if "package" in vars(draft)] == [EXAMPLE]


def test_files_saved_by_excel_are_accepted(folder: Path, codebook: Codebook) -> None:
    for name in ("statements.csv", "evidence.csv", "actors.csv"):
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))

    assert len(open_folder(folder, codebook).package.statements) == 11


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.integers(1, 11), column=st.integers(0, 20), value=st.text(max_size=20))
def test_any_value_in_any_cell_is_read_or_told(
    codebook: Codebook, tmp_path: Path, line: int, column: int, value: str
) -> None:
    """Whatever stands in a cell: a package or FaultyFilesError, never another exception."""
    folder = tmp_path / EXAMPLE
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(DATA / EXAMPLE, folder)
    table = pd.read_csv(folder / "statements.csv", dtype=str, keep_default_na=False)
    table.iloc[line - 1, column] = value
    (folder / "statements.csv").write_bytes(table.to_csv(index=False).encode("utf-8", "replace"))

    try:
        _ = open_folder(folder, codebook).package
    except FaultyFilesError as error:
        assert error.faults


# --- Attaching a text ---------------------------------------------------------------------------


@pytest.fixture
def bare(example: Package) -> Package:
    """The worked example without its text."""
    return replace(example, statements=example.statements.assign(wording=""), recognised=0)


@pytest.fixture
def text() -> str:
    return (DATA / EXAMPLE / "article.txt").read_text(encoding="utf-8")


def wordings(package: Package) -> dict[int, str]:
    table = package.statements
    return {row.sentence: row.wording for row in table.itertuples() if row.wording}


def test_the_whole_text_gives_every_sentence_its_wording(bare: Package, codebook: Codebook, text: str) -> None:
    attached = attach_text(bare, text, codebook)

    assert attached.package.recognised == 11
    assert attached.missing == ()
    assert wordings(attached.package)[4] == "“We want no war,” Dale said."


def test_every_wording_equals_the_text_at_its_offsets(bare: Package, codebook: Codebook, text: str) -> None:
    for row in attach_text(bare, text, codebook).package.statements.itertuples():
        assert text[row.start : row.end] == row.wording


PASTED = {
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
    "one line": lambda text: " ".join(text.split()),
    "hard line breaks": lambda text: text.replace(" ", "\n"),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "web page around it": lambda text: (
        f"Home | News\nShare this\nBy Our Correspondent\n\n{text}\n\nRead more\n© Example"
    ),
    "the lead twice": lambda text: text.split("\n")[0] + "\n\n" + text,
}


@pytest.mark.parametrize("way", PASTED)
def test_a_pasted_text_is_recognised_however_it_was_copied(
    bare: Package, codebook: Codebook, text: str, way: str
) -> None:
    attached = attach_text(bare, PASTED[way](text), codebook)

    expected = 9 if way == "one line" else 11  # on one line a heading runs into the sentence after it
    assert attached.package.recognised == expected


@pytest.mark.parametrize("way", PASTED)
def test_evidence_points_at_its_words_in_the_pasted_text(
    bare: Package, codebook: Codebook, text: str, way: str
) -> None:
    pasted = PASTED[way](text)
    shown = pasted.replace("\r\n", "\n")
    evidence = attach_text(bare, pasted, codebook).package.evidence

    for row in evidence[(evidence["phrase"] != "") & evidence["start"].notna()].itertuples():
        if not row.phrase.endswith("…"):
            assert " ".join(shown[row.start : row.end].split()) == row.phrase


@pytest.mark.parametrize("way", PASTED)
def test_the_live_tone_equals_the_recorded_one(bare: Package, codebook: Codebook, text: str, way: str) -> None:
    live = attach_text(bare, PASTED[way](text), codebook).package.statements

    for score in ("polarity", "subjectivity", "vader"):
        pd.testing.assert_series_equal(live[score].round(4), bare.statements[score].round(4))


def test_a_changed_sentence_keeps_its_gloss_and_is_named(bare: Package, codebook: Codebook, text: str) -> None:
    changed = text.replace("were good", "were fine").replace("terrible", "poor").replace("praised", "lauded")

    attached = attach_text(bare, changed, codebook)

    assert attached.missing == (2, 8, 9)
    assert attached.package.recognised == 8
    assert set(wordings(attached.package)) == set(range(1, 12)) - {2, 8, 9}


def test_evidence_of_a_changed_sentence_points_nowhere(bare: Package, codebook: Codebook, text: str) -> None:
    attached = attach_text(bare, text.replace("terrible", "poor"), codebook).package

    eighth = attached.statements.loc[attached.statements["sentence"] == 8, "statement"].item()
    assert attached.evidence.loc[attached.evidence["statement"] == eighth, "start"].isna().all()


def test_another_text_is_not_recognised(bare: Package, codebook: Codebook) -> None:
    attached = attach_text(bare, "Something else altogether. It has two sentences.", codebook)

    assert attached.package.recognised == 0
    assert attached.missing == tuple(range(1, 12))


def test_attaching_changes_nothing_in_what_was_given(bare: Package, codebook: Codebook, text: str) -> None:
    before = bare.statements.copy()

    attach_text(bare, text, codebook)

    pd.testing.assert_frame_equal(bare.statements, before)


def test_the_talks_are_recognised_whole_and_with_three_sentences_changed(talks: Package, codebook: Codebook) -> None:
    path = DATA / talks.id / "article.txt"
    if not path.is_file():
        pytest.skip("the article's text is not on this machine: save it as data/lavrov-truss-2022-02/article.txt")
    text = path.read_text(encoding="utf-8")
    places = [(int(row.start), int(row.end)) for row in talks.statements.itertuples()]
    for start, end in (places[80], places[40], places[10]):
        text = text[:start] + "Our own words." + text[end:]

    assert attach_text(talks, path.read_text(encoding="utf-8"), codebook).package.recognised == 91
    attached = attach_text(talks, f"Menu\n\n{text}\n\nShare", codebook)
    assert (attached.package.recognised, attached.missing) == (88, (11, 41, 81))


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_can_be_given(example: Package, codebook: Codebook, text: str) -> None:
    attached = attach_text(example, text, codebook)

    assert attached.package.recognised + len(attached.missing) == 11


# --- Machine against hand -----------------------------------------------------------------------


def test_the_recorder_writes_what_the_machine_would_answer_with_the_coder_s_actors(talks: Package) -> None:
    assert talks.machine["statement"].tolist() == talks.statements["statement"].tolist()
    assert {id for ids in talks.machine["speakers"] for id in ids} <= {*talks.actor_names, "speakers"}
    assert set(talks.machine["level"]) <= {"", "sure", "likely", "guess", "unknown"}


def test_the_machine_agrees_with_the_coding_by_hand_as_far_as_was_measured(talks: Package, codebook: Codebook) -> None:
    """Where a change of the rules shows first."""
    found = agreement(talks.statements, talks.machine, codebook)
    speakers, *_, lead = found

    assert {each.field: round(each.alpha, 4) for each in found if each.alpha is not None} == talks.about.agreement
    assert (speakers.same, speakers.n) == (91, 91)
    assert lead.f1 == 1.0


def test_answers_of_the_machine_belong_to_the_statements(folder: Path, codebook: Codebook) -> None:
    change(folder, "machine.csv", cell(2, "statement", "a" * 12))
    change(folder, "machine.csv", cell(3, "topics", "fish"))

    assert [fault.partition(":")[0] for fault in said(folder, codebook)] == [
        "machine.csv, line 2, column statement",
        "machine.csv, line 3, column topics",
    ]


def test_without_answers_of_the_machine_the_article_is_read_all_the_same(folder: Path, codebook: Codebook) -> None:
    (folder / "machine.csv").unlink()

    assert open_folder(folder, codebook).package.machine.empty


def test_a_package_that_brings_its_own_codebook_is_shown_with_that(folder: Path, codebook: Codebook) -> None:
    fish = Topic(id="fish", label="Fish", definition="Fishing.", counts="", counts_not="", words=("fish*",))
    (folder / "codebook.toml").write_bytes(write_codebook(codebook.with_topic(fish)))
    change(folder, "statements.csv", cell(2, "topics", "fish"))
    change(folder, "evidence.csv", lambda lines: [line for line in lines if ",nato," not in line])

    package = open_folder(folder, codebook).package

    assert package.codebook
    assert package.codebook.topic("fish").label == "Fish"
    assert package.statements["topics"].iloc[0] == ("fish",)


def test_more_sections_than_can_be_shown_are_told(example: Package) -> None:
    with pytest.raises(ValidationError, match="found 502 sections; up to 500 can be shown"):
        About.model_validate({**example.about.model_dump(), "sections": ("Lead", *map(str, range(501)))})

    most = About.model_validate({**example.about.model_dump(), "sections": ("Lead", *map(str, range(500)))})
    assert len(most.sections) == 501  # the lead is no section of its own


@pytest.mark.parametrize(
    ("file", "column", "value"),
    [("statements.csv", "topics", "fish"), ("evidence.csv", "value", "fish"), ("machine.csv", "topics", "fish")],
)
def test_of_a_table_whose_every_line_is_at_fault_the_first_hundred_are_told(
    folder: Path, codebook: Codebook, file: str, column: str, value: str
) -> None:
    change(folder, file, lambda lines: [lines[0], *[cell(2, column, value)(lines)[1]] * 400])

    told = said(folder, codebook)

    assert f"{file}: the first 100 faults are listed, and the rest was not looked at. Mend them first" in told
    lines = [fault.rpartition(", column ") for fault in told if fault.startswith(f"{file}, line")]
    most = Counter(words.partition(":")[0] for _, _, words in lines).most_common(1)
    assert most[0][1] == 100


# --- In memory ----------------------------------------------------------------------------------


def test_a_statement_stands_between_the_one_before_and_the_one_after(example: Package) -> None:
    rows = list(example.row_of.values())

    assert [each.sentence for each in example.beside(rows[4])] == [4, 6]
    assert [each.sentence for each in example.beside(rows[0])] == [2]
    assert [each.sentence for each in example.beside(rows[-1])] == [10]
