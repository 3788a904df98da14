"""Exports that read back as what was shown, run nothing, and have the same bytes each time."""

import csv
import datetime as dt
import io
import subprocess
import sys

import openpyxl
import pytest

from components.article.package import Package
from components.model.codebook import Codebook
from components.report.tables import COLUMNS, Provenance, export_rows, to_csv, to_xlsx
from tests.conftest import ROOT

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
    back = read_csv(to_csv(rows, MADE))

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

    assert {row["notices"] for row in read_csv(to_csv(rows, made))} == {"The encoding was guessed: windows-1252."}
    about = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, made)))["About"]
    assert ("Notices", "The encoding was guessed: windows-1252.") in list(about.iter_rows(values_only=True))


def test_where_nothing_was_told_the_sheet_has_no_such_line(rows: list[dict[str, object]]) -> None:
    about = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, MADE)))["About"]

    assert "Notices" not in [row[0] for row in about.iter_rows(values_only=True)]
    assert {row["notices"] for row in read_csv(to_csv(rows, MADE))} == {""}


COLUMNS_AT = {name: i for i, name in enumerate(COLUMNS)}


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_in_an_export_runs(rows: list[dict[str, object]], text: str) -> None:
    hostile = [{**rows[0], "paraphrase": text, "speakers": text, "shown": text}]

    cells = read_csv(to_csv(hostile, MADE))[0]
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(hostile, MADE._replace(shown=text))))

    assert cells["paraphrase"].lstrip()[:1] not in tuple("=+-@＝\t")
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_a_number_stays_a_number(rows: list[dict[str, object]]) -> None:
    """A negative score is no formula."""
    assert read_csv(to_csv(rows, MADE))[7]["polarity"] == "-1.0"


SCRIPT = """
import datetime as dt, hashlib, sys
from pathlib import Path
from components.library.shipped import load_library
from components.report.tables import Provenance, export_rows, to_csv, to_xlsx
library = load_library(Path("data"))
package = library.packages["worked-example"]
made = Provenance("a", "b", "c", dt.date(2026, 11, 24), "v")
rows = export_rows(package.statements, package.actor_names, package.codebook, made)
print(hashlib.sha256(to_csv(rows, made)).hexdigest(), hashlib.sha256(to_xlsx(rows, made)).hexdigest())
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
