"""The drawings for paper: the same numbers as the screen's, apart without colour, and a stranger's words as words."""

import xml.etree.ElementTree as ET

import pandas as pd

from components.charts.drawn.svg import fillings, label, text
from components.charts.drawn.tone_lanes import draw_tone_lanes
from components.charts.drawn.topic_bars import draw_topic_bars
from components.charts.palette import Marks

SVG = "{http://www.w3.org/2000/svg}"
MARKS = Marks.of(("fra", "ita", "reporter"))
CELLS = pd.DataFrame(
    [
        ("grain", "fra", False, 3, ("a", "b", "c")),
        ("grain", "ita", True, 1, ("d",)),
        ("fish", "ita", False, 2, ("e", "f")),
        ("fish", "reporter", False, 1, ("g",)),
    ],
    columns=["topic", "side", "relayed", "count", "ids"],
)
LABELS = {"fra": "France", "ita": "Italy", "reporter": "Reporter"}


def bars(**labels: str) -> ET.Element:
    names = {"grain": "Grain", "fish": "Fish", **labels}
    return ET.fromstring(draw_topic_bars(CELLS, names, LABELS, MARKS, name="f1-", says="Who on what"))  # noqa: S314 — ours


def words(drawn: ET.Element) -> list[str]:
    return [each.text or "" for each in drawn.iter(f"{SVG}text")]


def test_each_bar_is_as_long_as_its_count() -> None:
    widths = [float(each.attrib["width"]) + 1.2 for each in bars().iter(f"{SVG}rect") if "stroke" in each.attrib][:4]

    assert [round(width / widths[1], 1) for width in widths] == [3.0, 1.0, 2.0, 1.0]


def test_names_numbers_and_the_key_are_written() -> None:
    assert [each for each in words(bars()) if each in ("Grain", "Fish", "3", "1", "2")] == [
        "Grain",
        "3",
        "1",
        "Fish",
        "2",
        "1",
    ]
    assert "◇ Italy, as others tell it" in words(bars())


def test_sides_are_apart_without_colour() -> None:
    """The first is full, the second hatched, what is relayed only an outline, the reporter's dashed."""
    first, relayed, second, told = [each for each in bars().iter(f"{SVG}rect") if "stroke" in each.attrib][:4]

    assert first.attrib["fill"].startswith("#1f5f")
    assert relayed.attrib["fill"] == told.attrib["fill"] == "#fff"
    assert second.attrib["fill"] == "url(#f1-1)"
    assert "stroke-dasharray" in told.attrib
    assert "stroke-dasharray" not in relayed.attrib
    assert fillings(["fra"], MARKS, "x") == ""


def test_a_strangers_words_are_words() -> None:
    drawn = bars(grain="<script>alert(1)</script>\x00")

    assert not list(drawn.iter(f"{SVG}script"))
    assert "<script>alert(1)</scr" in "".join(words(drawn))[:60]


def test_a_long_name_stands_in_two_lines_and_a_longer_one_is_cut() -> None:
    assert label(10, "Relations of the two", across=12).count("<text") == 2
    assert label(10, "Relations", across=12).count('font-size="9.5"') == 1
    assert (
        label(10, "Relations on", across=12).count('font-size="8"') == 1
    )  # twelve larger letters would reach the bars
    assert "…" in label(10, "Relations of the two countries with all of the others", across=12)
    assert "…" in text(0, 0, "x" * 61)


def test_a_mean_is_bold_where_its_interval_leaves_out_zero() -> None:
    columns = ["section", "title", "score", "statements", "n", "mean", "low", "high", "clear", "ids"]
    rows = [(0, "Lead", "blend", 5, 5, 0.1, -0.2, 0.4, 0, ()), (1, "Trade", "blend", 6, 6, 0.5, 0.3, 0.7, 1, ())]
    drawn = ET.fromstring(draw_tone_lanes(pd.DataFrame(rows, columns=columns), {0: [0.1], 1: [0.4, 0.6]}, says="Tone"))  # noqa: S314 — ours
    weights = {each.text: each.attrib["font-weight"] for each in drawn.iter(f"{SVG}text")}

    assert weights == {"Lead": "400", "+0.10": "400", "Trade": "600", "+0.50": "600"}
    assert len(list(drawn.iter(f"{SVG}circle"))) == 3
