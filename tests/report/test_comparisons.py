"""Two articles side by side as files: a row for each statement, with the caveat; text stays text."""

import csv
import datetime as dt
import io

import openpyxl
import pytest

from components.analysis.comparison.compared import Compared
from components.analysis.comparison.decisions import Decision, decided
from components.analysis.comparison.rows import propose
from components.model.codebook import Codebook
from components.model.comparison import CAVEAT
from components.report.comparisons import COMPARISON_COLUMNS, COMPARISON_EXPORTS, comparison_rows
from components.report.tables import Provenance
from tests.comparison.accounts import account

MADE = Provenance("Talks beside Talks", "A; B", "One subject", dt.date(2026, 11, 25), "Readout")


@pytest.fixture
def compared(general: Codebook) -> Compared:
    a = account((("=1+1 grain trains will cross at Dorn.", "food"), ("Nobody came late.", "")), general, name="Marenia")
    b = account((("Grain trains may cross at Dornau.", "food"),), general, name="Tolvia")
    return Compared(a, b, propose(a, b, general))


def test_a_row_for_each_statement_says_which_text_and_whether_both_have_it(compared: Compared) -> None:
    rows = comparison_rows(compared, MADE)

    assert all(list(row) == list(COMPARISON_COLUMNS) for row in rows)
    assert [(row["subject"], row["text"], row["sentence"], row["status"], row["point"]) for row in rows] == [
        ("Food and farming", "first", 1, "in both", 1),
        ("Food and farming", "second", 1, "in both", 1),
        ("Other", "first", 2, "not in the second text", 2),
    ]
    assert {row["caveat"] for row in rows} == {CAVEAT}
    assert rows[0]["against"] == "will or may: will | may"


def test_what_was_marked_says_so_in_each_of_its_rows(compared: Compared) -> None:
    marked = Compared(compared.a, compared.b, decided(compared.points, [Decision("mark", "other")]))

    assert [row["marked"] for row in comparison_rows(marked, MADE)] == ["", "", "yes"]


def test_the_csv_has_no_formula_and_the_caveat_in_each_row(compared: Compared) -> None:
    data = COMPARISON_EXPORTS["csv"].make(comparison_rows(compared, MADE), MADE)

    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0]["wording"] == "'=1+1 grain trains will cross at Dorn."
    assert [row["caveat"] for row in rows] == [CAVEAT] * 3
    assert data == COMPARISON_EXPORTS["csv"].make(comparison_rows(compared, MADE), MADE)


def test_the_workbook_says_what_it_is(compared: Compared) -> None:
    data = COMPARISON_EXPORTS["xlsx"].make(comparison_rows(compared, MADE), MADE)

    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Comparison", "About"]
    assert book["Comparison"]["A2"].value == "Food and farming"
    assert "What a comparison of two texts cannot say" in [row[1].value for row in book["About"].iter_rows()]
