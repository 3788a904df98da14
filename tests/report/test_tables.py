"""Exports that read back as what was shown, run nothing, and have the same bytes each time."""

import csv
import datetime as dt
import io
import json
import subprocess
import sys
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

from components.article.package import Package, package_of
from components.model.codebook import Codebook
from components.report.exports import EXPORTS
from components.report.parquet import to_parquet
from components.report.tables import COLUMNS, Provenance, export_rows, to_csv, to_jsonl
from components.report.workbook import to_xlsx
from tests import hostile
from tests.conftest import ROOT
from tests.report.taking import taken_of

MADE = Provenance("Worked example", "Invented report", "All 11 statements", dt.date(2026, 11, 24), "Readout 0.1.0")
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1+1", "http://example.org", "mailto:a@b.c", "{=1}"]


@pytest.fixture
def rows(example: Package, codebook: Codebook) -> list[dict[str, object]]:
    return export_rows(example.statements, example.actor_names, codebook, MADE)


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_says_in_words_what_the_statement_is(rows: list[dict[str, object]]) -> None:
    eighth = rows[7]

    assert {
        name: eighth[name] for name in ("sentence", "speakers", "via", "form", "topics", "polarity", "section")
    } == {
        "sentence": 8,
        "speakers": "Ina Cole",
        "via": "Ana Brook",
        "form": "reported",
        "topics": "Minsk agreements",
        "polarity": -1.0,
        "section": "2 Exercises and Minsk",
    }
    assert rows[8]["speakers"] == "Ana Brook; Carl Dale"
    assert rows[0]["polarity"] is None


def test_csv_reads_back(rows: list[dict[str, object]]) -> None:
    back = read_csv(to_csv(rows))

    assert len(back) == 11
    assert list(back[0]) == list(COLUMNS)
    assert [row["paraphrase"] for row in back] == [row["paraphrase"] for row in rows]
    assert [row["vader"] for row in back][:4] == ["", "0.4404", "0.5719", "0.534"]
    assert {row["shown"] for row in back} == {"All 11 statements"}
    assert {row["exported"] for row in back} == {"2026-11-24"}


def test_xlsx_reads_back_with_a_sheet_that_says_what_it_is(rows: list[dict[str, object]]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, MADE)))
    values = list(book["Statements"].iter_rows(values_only=True))
    about = dict(book["About"].iter_rows(values_only=True))

    assert list(values[0]) == list(COLUMNS)
    assert len(values) == 12
    assert values[8][COLUMNS_AT["polarity"]] == -1
    assert (about["Shown"], about["Exported"]) == ("All 11 statements", "2026-11-24")
    assert set(COLUMNS) <= set(about)


def test_what_was_told_when_the_text_was_read_stands_in_every_row_and_on_the_sheet(
    example: Package, codebook: Codebook
) -> None:
    made = MADE._replace(notices="The encoding was guessed: windows-1252.")
    rows = export_rows(example.statements, example.actor_names, codebook, made)

    assert {row["notices"] for row in read_csv(to_csv(rows))} == {"The encoding was guessed: windows-1252."}
    about = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, made)))["About"]
    assert ("Notices", "The encoding was guessed: windows-1252.") in list(about.iter_rows(values_only=True))


def test_where_nothing_was_told_the_sheet_has_no_such_line(rows: list[dict[str, object]]) -> None:
    about = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, MADE)))["About"]

    assert "Notices" not in [row[0] for row in about.iter_rows(values_only=True)]
    assert {row["notices"] for row in read_csv(to_csv(rows))} == {""}


def test_what_who_and_where_stand_before_the_rest() -> None:
    order = ("when", "speakers", "via", "paraphrase", "topics", "polarity", "section", "paragraph", "sentence", "link")

    assert [name for name in COLUMNS if name in order] == list(order)


def test_json_lines_and_parquet_read_back_equal(rows: list[dict[str, object]]) -> None:
    made = to_parquet(rows, MADE)
    back = pd.read_parquet(io.BytesIO(made))

    assert [json.loads(line) for line in to_jsonl(rows).decode().splitlines()] == rows
    assert back.astype(object).where(back.notna(), None).to_dict("records") == rows
    assert str(back["sentence"].dtype) == "int64"
    assert str(back["vader"].dtype) == "float64"
    assert to_parquet(rows, MADE) == made


def test_csv_reads_back_equal_but_for_the_types(rows: list[dict[str, object]]) -> None:
    expected = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]

    assert read_csv(to_csv(rows)) == expected


def test_a_workbook_has_days_as_days_numbers_as_numbers_and_a_filter(rows: list[dict[str, object]]) -> None:
    rows = [{**rows[7], "when": when} for when in ("2020-05-04", "2020-05", "1815-06-09")]
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, MADE)))["Statements"]
    when, tone, where = (COLUMNS_AT[name] + 1 for name in ("when", "polarity", "paragraph"))

    assert [str(sheet.cell(line, when).value) for line in (2, 3, 4)] == ["2020-05-04 00:00:00", "2020-05", "1815-06-09"]
    assert (sheet.cell(2, when).number_format, sheet.cell(2, tone).number_format) == ("yyyy-mm-dd", "0.00")
    assert isinstance(sheet.cell(2, where).value, int)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(len(COLUMNS))}4"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.cell(2, COLUMNS_AT["paraphrase"] + 1).alignment.wrap_text


def test_a_workbook_is_as_high_and_as_wide_as_its_texts_and_prints_what_is_said(rows: list[dict[str, object]]) -> None:
    long = {**rows[0], "paraphrase": "word " * 60, "wording": "", "versions": "version " * 60}
    short = {**rows[0], "paraphrase": "Brook agrees.", "wording": ""}
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([long, short], MADE)))["Statements"]
    wide = {
        name: sheet.column_dimensions[openpyxl.utils.get_column_letter(i + 1)].width for name, i in COLUMNS_AT.items()
    }

    assert sheet.row_dimensions[2].height == 6 * 15  # 300 characters in a column of 52, of which one is the indent
    assert sheet.row_dimensions[3].height is None
    assert wide["wording"] < 12
    assert wide["paraphrase"] > 50
    last = openpyxl.utils.get_column_letter(COLUMNS_AT["place"] + 1)
    assert sheet.print_area == f"'Statements'!$A$1:${last}$3"
    assert not sheet.cell(2, COLUMNS_AT["versions"] + 1).alignment.wrap_text


def test_a_weight_of_tone_is_a_number_and_a_shared_cue_names_everybody(example: Package, codebook: Codebook) -> None:
    book = openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"].make(taken_of(example, codebook))))
    _, *evidence = book["Evidence"].iter_rows(values_only=True)

    assert all(isinstance(row[3], float | int) for row in evidence if row[1] == "tone")
    assert "Ana Brook; Carl Dale" in {row[3] for row in evidence}


def test_only_an_address_of_ours_is_a_link(example: Package, codebook: Codebook) -> None:
    made = MADE._replace(
        links="https://readout.example/article?article=a&statement=", source="https://elsewhere.example"
    )
    rows = export_rows(example.statements, example.actor_names, codebook, made)
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, made)))["Statements"]
    linked = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.hyperlink]

    assert {cell.column for cell in linked} == {COLUMNS_AT["link"] + 1}
    assert linked[0].hyperlink.target == f"{made.links}{example.statements['statement'][0]}"
    assert rows[0]["link"] == linked[0].hyperlink.target


def test_evidence_and_codebook_stand_on_sheets_of_their_own(example: Package, codebook: Codebook) -> None:
    taken = taken_of(example, codebook)
    book = openpyxl.load_workbook(io.BytesIO(EXPORTS["xlsx"].make(taken)))

    assert book.sheetnames == ["Statements", "Evidence", "Codebook", "About"]
    assert book["Evidence"].max_row == len(example.evidence) + 1
    first = [cell.value for cell in book["Evidence"][2]]
    assert first[0] == 1
    assert [row[0].value for row in book["Codebook"].iter_rows(min_row=2)] == [each.id for each in codebook.topics]


@pytest.mark.parametrize("id", EXPORTS)
def test_every_export_of_nothing_and_of_a_hostile_article_is_made_and_the_same_twice(
    id: str, example: Package, codebook: Codebook
) -> None:
    nothing = replace(example, statements=example.statements[:0], evidence=example.evidence[:0])
    nasty = hostile.draft(codebook)

    for package, book in ((nothing, codebook), (package_of(nasty), nasty.codebook)):
        assert EXPORTS[id].make(taken_of(package, book)) == EXPORTS[id].make(taken_of(package, book))


def test_halves_of_characters_and_line_ends_of_unicode_do_not_break_json_lines(rows: list[dict[str, object]]) -> None:
    made = to_jsonl([{**rows[0], "paraphrase": "a\ud800b\u2028c\x85d"}])

    assert len(made.decode("utf-8").splitlines()) == 1
    assert json.loads(made)["paraphrase"] == "a\ufffdb\u2028c\x85d"


COLUMNS_AT = {name: i for i, name in enumerate(COLUMNS)}


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_in_an_export_runs(rows: list[dict[str, object]], text: str) -> None:
    nasty = [{**rows[0], "paraphrase": text, "speakers": text, "shown": text}]

    cells = read_csv(to_csv(nasty))[0]
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(nasty, MADE._replace(shown=text))))

    assert cells["paraphrase"].lstrip()[:1] not in tuple("=+-@＝\t")
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_a_number_stays_a_number(rows: list[dict[str, object]]) -> None:
    """A negative score is no formula."""
    assert read_csv(to_csv(rows))[7]["polarity"] == "-1.0"


SCRIPT = """
import datetime as dt, hashlib, sys
from pathlib import Path
from components.library.shipped import load_library
from components.report.tables import Provenance, export_rows, to_csv
from components.report.workbook import to_xlsx
library = load_library(Path("data"))
package = library.packages["worked-example"]
made = Provenance("a", "b", "c", dt.date(2026, 11, 24), "v")
rows = export_rows(package.statements, package.actor_names, package.codebook, made)
print(hashlib.sha256(to_csv(rows)).hexdigest(), hashlib.sha256(to_xlsx(rows, made)).hexdigest())
"""


def test_two_processes_with_different_hash_seeds_write_the_same_bytes() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1
