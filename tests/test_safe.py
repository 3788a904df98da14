"""A stranger's text stays text: in HTML, in plotly, in spreadsheets, in file names."""

import csv
import html
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.safe import cell_text, file_name, html_text, label, plotly_lines, plotly_text

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


def test_a_label_shows_its_marks() -> None:
    assert label("**UK**") == r"\*\*UK\*\*"
