"""A stranger's text stays text: in HTML, in plotly, in spreadsheets, in file names."""

import csv
import datetime as dt
import html
import io
import re

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from components.article.package import package_of
from components.model.codebook import Codebook
from components.model.limits import LONGEST_CELL
from components.model.safe import (
    _FORMULA,
    cell_text,
    file_name,
    html_text,
    label,
    plotly_lines,
    plotly_text,
    workbook_text,
)
from components.report.tables import Provenance, export_rows, to_csv
from components.report.workbook import to_xlsx
from tests.hostile import NASTY, draft

HOSTILE = "<img src=x onerror=alert(1)>\" ' & </p>"


def test_html_has_no_tag_and_no_open_attribute() -> None:
    assert html_text(HOSTILE) == "&lt;img src=x onerror=alert(1)&gt;&quot; &#x27; &amp; &lt;/p&gt;"


@given(st.text())
def test_escaped_text_reads_back_as_it_was(text: str) -> None:
    assert html.unescape(html_text(text)) == html.unescape(html.escape(text))
    assert not set("<>\"'") & set(html_text(text))


def test_plotly_shows_quotation_marks_and_no_tag() -> None:
    assert plotly_text('<span style="background:url(//x)">"a"') == '&lt;span style="background:url(//x)"&gt;"a"'


def test_plotly_text_is_cut_before_it_is_escaped() -> None:
    assert plotly_text("<" * 100, limit=3) == "&lt;&lt;…"


def test_hover_lines_are_wrapped_and_escaped_line_by_line() -> None:
    lines = plotly_lines("<b> " * 30).split("<br>")

    assert len(lines) > 1
    assert all("<" not in line for line in lines)


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "  @"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(begins: str) -> None:
    assert cell_text(begins + "1+1").startswith("'")


@pytest.mark.parametrize("text", ["Lavrov", "1+1", "a=b", "", "’s", "“We want no war,”"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert cell_text(text) == text


def test_a_carriage_return_cannot_break_a_row() -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([cell_text("a\rb\r\nc")])

    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == ["a\nb\nc"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lavrov and Truss", "lavrov-and-truss"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ω", "readout"),
        ("a" * 99, "a" * 60),
    ],
)
def test_a_file_name_is_plain(text: str, name: str) -> None:
    assert file_name(text) == name


@pytest.mark.parametrize(
    "text", ["NATO", "of the words are by Brook", "mean tone by TextBlob, n = 7", "0.75", "83%", "–0.2", "’s"]
)
def test_a_label_of_words_stays_as_it_is(text: str) -> None:
    assert label(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("**UK**", "`**UK**`"),
        ("https://example.org", "`https://example.org`"),
        ("a -- b", "`a -- b`"),
        ("1986.", "`1986.`"),
        ("a_b_c", "`a_b_c`"),
        ("a `b` c", "``a `b` c``"),
        ("`", "`` ` ``"),
        ("``a", "``` ``a ```"),
        ("  two\n\nlines. ", "`two lines.`"),
        (":material/warning:", r"`:material`\/`warning:`"),
        (":material/", r"`:material`\/"),
    ],
)
def test_what_is_more_than_words_stands_in_a_label_as_code(text: str, markdown: str) -> None:
    """In a browser all of these are seen as they stand on the left: tests/browser/test_hostile.py."""
    assert label(text) == markdown


MARKS = st.text(st.sampled_from("`\\:/[]*_ a1.-<>&$~\n")) | st.lists(
    st.sampled_from([":material/", "`", "``", " ", "x"])
).map("".join)


@given(st.text(st.characters(exclude_characters="\0")) | MARKS)
def test_a_label_is_code_that_nothing_inside_can_end(text: str) -> None:
    """Read back with another library's markdown: code and text, nothing else, and all of it seen."""
    (line,) = MarkdownIt("commonmark").parseInline(label(text))

    pieces = line.children or ()
    assert {piece.type for piece in pieces} <= {"text", "code_inline"}
    assert "".join(piece.content for piece in pieces) == " ".join(text.split())
    assert not re.search(r"[^\w ,’“”–−=%./]", "".join(piece.content for piece in pieces if piece.type == "text"))


# --- Cells --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["a\0b", "a\x1bb", "a\ud800b", "a\ufffeb"])
def test_what_no_spreadsheet_keeps_is_replaced_one_for_one(text: str) -> None:
    assert cell_text(text) == "a\ufffdb"


@given(st.text())
def test_a_cell_can_be_written_and_is_as_long_as_the_text(text: str) -> None:
    cell = cell_text(text.replace("\r", ""))

    cell.encode("utf-8")
    etree.fromstring(f"<c>{html.escape(cell)}</c>")
    assert len(cell.removeprefix("'") if _FORMULA.match(text) else cell) == len(text.replace("\r", ""))


def test_a_text_that_fills_a_cell_of_a_workbook_is_whole() -> None:
    assert workbook_text("a" * LONGEST_CELL) == "a" * LONGEST_CELL


def test_a_text_that_is_longer_than_a_cell_says_that_it_was_cut() -> None:
    cell = workbook_text("a" * 40_000)

    assert len(cell) == LONGEST_CELL
    assert cell.startswith("a" * 32_000)
    assert cell.endswith("… [cut: the text has 40,000 characters, a cell of a workbook holds 32,767; the CSV has all]")


def test_a_cell_is_measured_as_a_spreadsheet_measures_it() -> None:
    """A letter outside the first plane counts twice, and is never halved."""
    cell = workbook_text("𝒜" * 20_000)

    assert len(cell.encode("utf-16-le")) <= 2 * LONGEST_CELL
    assert cell.startswith("𝒜" * 16_000)
    cell.encode("utf-8")


# --- A whole article ----------------------------------------------------------------------------


def test_the_exports_of_a_hostile_article_run_nothing_and_keep_its_words(codebook: Codebook) -> None:
    hostile = draft(codebook)
    package = package_of(hostile)
    made = Provenance(hostile.title, "=" + hostile.about.citation, "@shown\x01", dt.date(2026, 11, 24), "Readout")
    rows = export_rows(package.statements, package.actor_names, hostile.codebook, made)

    cells = list(csv.DictReader(io.StringIO(to_csv(rows).decode("utf-8-sig"), newline="")))
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, made)))

    assert [cell["wording"].removeprefix("'") for cell in cells][: len(NASTY)] == list(NASTY)
    assert {name for row in cells for name, cell in row.items() if _FORMULA.match(cell)} == {"vader"}  # −0.5, a number
    assert {cell["shown"] for cell in cells} == {"'@shown\ufffd"}
    for sheet in book:
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    sheet = book["Statements"]
    words = [column[0].value for column in sheet.columns].index("wording")
    assert [str(row[words].value).removeprefix("'") for row in sheet.iter_rows(min_row=2)][: len(NASTY)] == list(NASTY)
