"""Charts as objects: traces, places, colours, what a mark carries. Never pixels."""

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from components.analysis import summaries
from components.article.package import Package
from components.charts import palette, topic_lanes
from components.charts.palette import Marks
from components.charts.tone_lanes import NARROWEST, draw_tone_lanes, has_several
from components.charts.topic_calendar import draw_topic_calendar, year_of
from components.charts.topic_lanes import draw_topic_lanes
from components.charts.topic_matrix import draw_topic_matrix
from components.model.codebook import JOINT, OTHER, REPORTER, Codebook
from components.model.statements import SCORES

TWO = [SCORES["polarity"], SCORES["vader"]]
BLEND = SCORES["blend"]


def matrix(package: Package, codebook: Codebook) -> go.Figure:
    cells = summaries.topics_by_side(package.statements, package.sides, codebook, package.sides_heard)
    labels = labels_of(package, codebook)
    there = dict.fromkeys(zip(cells["side"], cells["relayed"], strict=True))
    columns = {key: f"{labels[key[0]]}, relayed" if key[1] else labels[key[0]] for key in there}
    return draw_topic_matrix(cells, columns, topics_of(cells, codebook), Marks.of(package.sides_heard))


def topics_of(cells: pd.DataFrame, codebook: Codebook) -> dict[str, str]:
    return {topic: codebook.topic_labels[topic] for topic in dict.fromkeys(cells["topic"])}


def labels_of(package: Package, codebook: Codebook) -> dict[str, str]:
    return {side: codebook.side_label(side) for side in (*package.sides_heard, JOINT)}


def one_score(package: Package, codebook: Codebook) -> go.Figure:
    tone = summaries.tone_by_section(package.statements, package.about.sections, [BLEND, SCORES["polarity"]])
    dots = summaries.tone_of_statements(package.statements, package.short_names, [BLEND])
    return draw_tone_lanes(
        tone, dots, [BLEND], beside=SCORES["polarity"], chosen=package.statements["statement"].iloc[-1]
    )


def panels(package: Package, codebook: Codebook) -> go.Figure:
    tone = summaries.tone_by_section(package.statements, package.about.sections, TWO)
    dots = summaries.tone_of_statements(package.statements, package.short_names, TWO)
    return draw_tone_lanes(tone, dots, TWO)


def lanes(package: Package, codebook: Codebook) -> go.Figure:
    order = summaries.lane_order(package.statements, codebook)
    along = summaries.topics_along_article(package.statements, package.sides, order)
    bands = summaries.section_bands(package.statements)
    hints = dict(zip(package.statements["statement"], package.statements["gloss"], strict=True))
    return draw_topic_lanes(
        along, bands, codebook.topic_labels, labels_of(package, codebook), hints, Marks.of(package.sides_heard)
    )


def calendar(package: Package, codebook: Codebook) -> go.Figure:
    day = package.about.event_date
    marks = summaries.topics_along_calendar(package.statements, package.evidence_of, codebook, day)
    drawn, _ = summaries.calendar_lanes(marks, summaries.lane_order(package.statements, codebook))
    lines = {entry.id: entry.line for entry in codebook.record}
    return draw_topic_calendar(marks, drawn, lines, day)


CHARTS: list[Callable[[Package, Codebook], go.Figure]] = [matrix, one_score, panels, lanes, calendar]
every_chart = pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)


def strings(value: Any) -> Iterator[str]:
    """Every string in a figure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from strings(each)


@every_chart
def test_every_property_is_one_that_plotly_knows(talks: Package, codebook: Codebook, draw: Any) -> None:
    """The app draws unchecked, because the check takes longer than the page; here everything is checked."""
    go.Figure(draw(talks, codebook).to_dict())


@every_chart
def test_a_chart_has_a_fixed_height_and_no_furniture(talks: Package, codebook: Codebook, draw: Any) -> None:
    layout = draw(talks, codebook).layout

    assert layout.height > 0
    assert (layout.margin.l, layout.margin.r) == (0, 0)
    assert layout.showlegend is False
    assert layout.title.text is None
    assert layout.xaxis.fixedrange


@every_chart
def test_no_font_is_smaller_than_eleven(talks: Package, codebook: Codebook, draw: Any) -> None:
    figure = draw(talks, codebook).to_dict()
    sizes = re.findall(r"'font': \{[^}]*'size': (\d+)|'t(?:ext|ick)font': \{'size': (\d+)", str(figure))

    assert sizes
    assert min(int(one or other) for one, other in sizes) >= 11


@every_chart
def test_colours_are_placeholders_of_the_theme(talks: Package, codebook: Codebook, draw: Any) -> None:
    """One figure serves light and dark: Streamlit's theme replaces the placeholders."""
    drawn = draw(talks, codebook).to_dict()
    drawn["layout"].pop("template", None)  # plotly's own, where the platform has not yet taken its place
    colours = {text for text in strings(drawn) if re.fullmatch(r"#[0-9a-fA-F]{6}", text)}

    assert colours
    assert all(re.fullmatch(r"#0000\d\d", colour) for colour in colours), colours


@every_chart
def test_the_press_of_a_mark_leaves_every_number_as_it_is(talks: Package, codebook: Codebook, draw: Any) -> None:
    """Where nothing else is said, plotly leaves a fifth of what is not chosen."""
    drawn = draw(talks, codebook).data

    assert all(each.unselected.textfont.color == each.textfont.color for each in drawn if each.text is not None)
    assert all(each.unselected.marker.opacity >= 0.6 for each in drawn if each.customdata is not None)


@every_chart
def test_a_chart_changes_nothing_in_what_it_is_given(talks: Package, codebook: Codebook, draw: Any) -> None:
    before = talks.statements.copy()

    first, second = draw(talks, codebook), draw(talks, codebook)

    pd.testing.assert_frame_equal(talks.statements, before)
    assert first == second


@every_chart
def test_what_marks_carry_are_statements_of_the_article(talks: Package, codebook: Codebook, draw: Any) -> None:
    known = set(talks.statements["statement"])
    carried = [mark for trace in draw(talks, codebook).data for mark in (trace.customdata or ())]

    assert carried
    for ids, title, entry in carried:
        assert set(ids.split()) <= known
        assert ids or entry
        assert title


@every_chart
def test_text_of_an_article_is_never_markup(example: Package, codebook: Codebook, draw: Any) -> None:
    """A title, a name and a gloss that are markup arrive as text."""
    bad = '<span style="background:url(//evil/x)">&'
    titles = tuple(bad for _ in example.about.sections)
    actors = tuple(actor.model_copy(update={"name": bad}) for actor in example.actors)
    statements = example.statements.assign(gloss=bad, section_title=bad)
    hostile = type(example)(
        example.id, bad, example.about.model_copy(update={"sections": titles}), actors, statements, example.evidence
    )

    shown = [text for text in strings(draw(hostile, codebook).to_dict()) if "url(" in text]

    ours = re.compile(r"</?b>|<br>|<span style='color:#0000\d\d'>|</span>")
    assert all("<" not in ours.sub("", text) for text in shown if text != bad), shown
    for trace in draw(hostile, codebook).data:
        for field in (trace.text, trace.hovertext):
            assert all('<span style="' not in text for text in strings(list(field or ())))


# --- One by one ---------------------------------------------------------------------------------


def test_the_matrix_has_a_dot_per_topic_and_side_with_its_number(example: Package, codebook: Codebook) -> None:
    (dots,) = matrix(example, codebook).data

    assert [text.strip() for text in dots.text] == ["2", "1", "2", "1", "1"]
    assert dots.marker.symbol == ("circle", "diamond", "diamond", "circle-open", "circle")
    assert dots.y == (0.5, 0.5, 1.5, 2.5, 3.5)


def test_what_is_only_relayed_is_hollow_and_stands_in_a_column_of_its_own(talks: Package, codebook: Codebook) -> None:
    (dots,) = matrix(talks, codebook).data
    hollow = [
        (x, width)
        for x, colour, width in zip(dots.x, dots.marker.color, dots.marker.line.width, strict=True)
        if colour == palette.PAPER
    ]

    assert hollow
    assert len({x for x, _ in hollow}) == 1
    assert all(width > 0 for _, width in hollow)


def test_side_by_side_contradictions_are_diamonds_also_where_they_share_a_mark(
    example: Package, codebook: Codebook
) -> None:
    """VADER's −0.34 and −0.48 of section 2 share one; of its scores in section 1 none stands alone."""
    figure = panels(example, codebook)
    dots = [trace for trace in figure.data if trace.marker.symbol == "circle" and trace.mode == "markers"]
    diamonds = [trace for trace in figure.data if trace.marker.symbol == "diamond"]
    several = [trace for trace in figure.data if trace.mode == "markers+text"]

    assert [sorted(round(x, 4) for x in trace.x) for trace in dots] == [[-1.0, 0.7, 1.0], []]
    assert [[round(x, 4) for x in trace.x] for trace in diamonds] == [[0.1364], []]
    assert several[1].marker.symbol == ("circle", "diamond")
    assert several[1].text == ("3", "2")
    assert several[1].hovertext[1] == "2 statements score −0.48 to −0.34"


def test_no_mean_of_fewer_than_five_is_drawn(example: Package, codebook: Codebook) -> None:
    """The worked example has at most three scored statements in a section."""
    marks = [trace for trace in one_score(example, codebook).data if trace.marker.symbol in ("line-ns", "diamond")]

    assert marks
    assert all(not trace.x for trace in marks)


def test_only_what_is_clear_is_ink_and_the_other_score_is_a_hollow_diamond(talks: Package, codebook: Codebook) -> None:
    figure = one_score(talks, codebook)
    means = {trace.marker.line.color: trace for trace in figure.data if trace.marker.symbol == "line-ns"}
    (diamonds,) = [
        trace for trace in figure.data if trace.marker.symbol == "diamond" and trace.marker.color == palette.PAPER
    ]

    assert [mark[1] for mark in means[palette.INK].customdata] == ["Who takes the credit"]
    assert len(means[palette.QUIET].x) == 4
    assert all(text.startswith("<b>") and "TextBlob" in text for text in diamonds.hovertext)


def test_statements_of_one_value_are_one_mark_with_their_number(talks: Package, codebook: Codebook) -> None:
    figure = panels(talks, codebook)
    several = [trace for trace in figure.data if trace.mode == "markers+text"]
    single = [
        trace for trace in figure.data if trace.mode == "markers" and trace.marker.symbol in ("circle", "diamond")
    ]

    for key, circles in zip(("polarity", "vader"), several, strict=True):
        alone = sum(len(trace.x) for trace in single if trace.xaxis == circles.xaxis)
        assert alone + sum(int(text) for text in circles.text) == talks.statements[key].notna().sum()


@pytest.mark.parametrize("draw", [one_score, panels])
def test_no_mark_of_a_statement_covers_another_or_is_cut_where_the_plot_is_narrowest(
    talks: Package, codebook: Codebook, draw: Any
) -> None:
    figure = draw(talks, codebook)
    for axis in ("x", "x2")[: 1 + (draw is panels)]:
        scale = figure.layout["xaxis" + axis[1:]]
        pixel = (scale.range[1] - scale.range[0]) / (NARROWEST * (scale.domain[1] - scale.domain[0]))
        places: dict[float, list[tuple[float, float]]] = {}
        for trace in figure.data:
            if trace.xaxis == axis and trace.hovertext and re.match("<b>[0-9]+<|[0-9]+ statements", trace.hovertext[0]):
                for x, y in zip(trace.x, trace.y, strict=True):
                    places.setdefault(y, []).append((x, trace.marker.size * pixel / 2))
        assert len(places) > 9
        for marks in places.values():
            edges = [
                scale.range[0],
                *(edge for x, half in sorted(marks) for edge in (x - half, x + half)),
                scale.range[1],
            ]
            assert edges == sorted(edges)


def test_the_statement_that_is_read_has_a_ring(talks: Package, codebook: Codebook) -> None:
    (ring,) = [trace for trace in one_score(talks, codebook).data if trace.marker.symbol == "circle-open"]

    (several,) = [trace for trace in one_score(talks, codebook).data if trace.mode == "markers+text"]
    assert ring.x[0] in several.x  # +0.44 shares a mark with +0.39 and +0.41
    assert ring.marker.size == (24,)


def test_a_lane_whose_name_is_long_is_higher_and_its_marks_stay_in_its_middle(
    example: Package, codebook: Codebook
) -> None:
    tone = summaries.tone_by_section(example.statements, example.about.sections, TWO)
    dots = summaries.tone_of_statements(example.statements, example.short_names, TWO)

    figure = draw_tone_lanes(tone, dots, TWO, heights={1: 60})

    assert figure.layout.height == 36 + 60 + 36 + 22
    under = palette.UNDER_MIDDLE
    assert {y for trace in figure.data if trace.customdata for y in trace.y} == {36 + 30 + under, 96 + 18 + under}


def test_the_key_of_numbers_is_told_where_one_is_drawn(example: Package) -> None:
    def numbered(score: str) -> bool:
        tone = summaries.tone_by_section(example.statements, example.about.sections, [SCORES[score]])
        dots = summaries.tone_of_statements(example.statements, example.short_names, [SCORES[score]])
        return has_several(tone, dots, [SCORES[score]])

    assert not numbered("polarity")
    assert numbered("vader")  # +0.53 and +0.57


def test_a_section_without_a_scored_word_says_so(example: Package, codebook: Codebook) -> None:
    words = [text for trace in panels(example, codebook).data if trace.mode == "text" for text in trace.text]

    assert words == ["no scored word"] * 2  # the lead, in both panels


def test_what_is_only_relayed_is_hollow_in_its_lane(talks: Package, codebook: Codebook) -> None:
    hollow = [trace for trace in lanes(talks, codebook).data if trace.marker.color == palette.PAPER]

    assert [mark.marker.line.color for mark in hollow] == [palette.THIRD]
    assert all("as another side tells it" in text for text in hollow[0].hovertext)


def test_lanes_have_a_bar_per_statement_and_topic_half_as_high_for_the_reporter(
    example: Package, codebook: Codebook
) -> None:
    figure = lanes(example, codebook)
    bars = {trace.marker.color: trace for trace in figure.data}
    reporter, us = bars[palette.QUIET], bars[palette.SECOND]

    assert sum(len(trace.x) for trace in figure.data) == 6
    assert us.x == (6, 7)
    assert reporter.y[0] == pytest.approx(us.y[0] / 2)


@pytest.mark.parametrize(
    ("statements", "ticks"),
    [
        (15, []),
        (91, [20, 40, 60, 80]),
        (240, [50, 100, 150, 200]),
        (15_879, [2000, 4000, 6000, 8000, 10_000, 12_000, 14_000]),
    ],
)
def test_the_lanes_of_a_long_article_have_a_dozen_numbers_at_most(statements: int, ticks: list[int]) -> None:
    assert topic_lanes._ticks(statements) == ticks


@pytest.mark.parametrize(
    ("sections", "last", "numbers"),
    [([0, 1], 91, (True, True)), ([0, 1], 11, (True, False)), ([0], 91, (False, True)), ([0], 11, (False, False))],
)
def test_it_is_known_which_numbers_stand_above_and_below_the_lanes(
    sections: list[int], last: int, numbers: tuple[bool, bool]
) -> None:
    bands = pd.DataFrame({"section": sections, "first": 1, "last": last})

    assert topic_lanes.numbered(bands) == numbers


def test_of_many_sections_some_have_their_number() -> None:
    bands = pd.DataFrame({"section": range(301), "first": range(301), "last": range(301)})

    numbers = [each["text"] for each in topic_lanes._section_numbers(bands)]

    assert numbers[:3] == ["19", "38", "57"]
    assert len(numbers) <= topic_lanes.ROOM_FOR_NUMBERS


def test_dots_keep_their_area_and_none_covers_its_neighbours() -> None:
    few, many = (
        [pytest.approx(each) for each in palette.areas(counts, least=2, most=26, largest=max(counts))]
        for counts in ((4, 9), (400, 100))
    )

    assert few == [12, 17]
    assert many == [26, 14]


def test_dates_of_the_article_are_filled_and_those_of_the_record_hollow(talks: Package, codebook: Codebook) -> None:
    figure = calendar(talks, codebook)
    filled, hollow = [trace for trace in figure.data if trace.mode == "markers" and trace.marker.symbol == "circle"]

    assert filled.marker.color == palette.INK
    assert hollow.marker.color == palette.PAPER
    assert "date from the record" in hollow.hovertext[0]
    assert "named in the article" in filled.hovertext[0]


def test_a_year_is_a_bar_and_never_a_day(talks: Package, codebook: Codebook) -> None:
    bars = next(trace for trace in calendar(talks, codebook).data if trace.mode == "lines")

    assert (1999.0, year_of(dt.date(1999, 12, 31))) == (bars.x[0], bars.x[1]) or 1999.0 in bars.x


def test_the_day_of_the_talks_is_named(talks: Package, codebook: Codebook) -> None:
    texts = [annotation.text for annotation in calendar(talks, codebook).layout.annotations]

    assert "the talks, 10 Feb 2022" in texts


@pytest.mark.parametrize(
    ("day", "year"),
    [(dt.date(2022, 1, 1), 2022.0), (dt.date(2020, 7, 1), 2020 + 182 / 366), (dt.date(2022, 12, 31), 2022 + 364 / 365)],
)
def test_a_day_is_a_fraction_of_its_year(day: dt.date, year: float) -> None:
    assert year_of(day) == pytest.approx(year)


# --- Palette ------------------------------------------------------------------------------------


HEARD = ("srb", "nor", "tur", "che", "nato", "fra", "jpn", "per", OTHER, REPORTER)
"""Eight sides: five have a mark of their own."""


def test_colours_go_to_the_sides_heard_most_and_the_others_share_one() -> None:
    marks = Marks.of(HEARD)

    assert [marks.mark(side).glyph for side in HEARD] == ["●", "◆", "▲", "⬟", "★", "✚", "✚", "✚", "✚", "○"]
    assert [side for side in HEARD if marks.shares(side)] == ["fra", "jpn", "per", OTHER]
    assert (marks.mark(JOINT).glyph, marks.mark("never-heard").glyph) == ("■", "✚")


def test_marks_that_are_not_shared_have_a_colour_a_shape_and_a_glyph_of_their_own() -> None:
    looks = [*Marks.of(HEARD).own.values(), palette.SHARED]

    assert len(looks) == 8
    for field in ("colour", "symbol", "glyph"):
        assert len({getattr(look, field) for look in looks}) == len(looks)


def test_somebody_whose_side_is_not_known_takes_no_colour() -> None:
    marks = Marks.of((OTHER, REPORTER, "srb"))

    assert (marks.mark("srb").glyph, marks.mark(OTHER).glyph, marks.mark(REPORTER).glyph) == ("●", "✚", "○")


APART = 14
"""The least distance (CIE 1976 L*a*b*) of two colours of sides, for every kind of eye; 2 can just be told apart side by side."""

# What a screen's light becomes for an eye without one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1.
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def seen(colour: str, eye: str) -> np.ndarray:
    """A colour "#rrggbb" as this eye sees it, in L*a*b*."""
    plain = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    light = np.where(plain <= 0.04045, plain / 12.92, ((plain + 0.055) / 1.055) ** 2.4)
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in np.array(_XYZ) @ np.clip(np.array(EYES[eye]) @ light, 0, 1) / np.array(_WHITE)
    )
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_kind_of_eye_tells_the_colours_of_sides_apart(eye: str, mode: str) -> None:
    looks = [*Marks.of(HEARD).own.values(), palette.SHARED]
    colours = {look.glyph: palette.SLOTS[look.colour][mode == "dark"] for look in looks}
    near = {
        one + other: round(float(distance))
        for one, other in itertools.combinations(colours, 2)
        if (distance := np.linalg.norm(seen(colours[one], eye) - seen(colours[other], eye))) < APART
    }

    assert near == {}


def test_sides_that_share_a_mark_are_one_column_of_the_matrix(codebook: Codebook) -> None:
    """A statement of two of them counts once there, and the heads of many columns are turned."""
    cells = pd.DataFrame(
        [("nato", side, False, 1, (f"s{i}",)) for i, side in enumerate(HEARD[:7])]
        + [("nato", "per", False, 2, ("s6", "s7"))],
        columns=["topic", "side", "relayed", "count", "ids"],
    )
    marks = Marks.of(HEARD)
    drawn = summaries.with_others(cells, [side for side in HEARD if marks.shares(side)])
    columns = {(side, False): codebook.side_label(side) for side in drawn["side"]}
    chart = draw_topic_matrix(drawn, columns, {"nato": "Alliance"}, marks).to_dict()

    assert drawn.iloc[-1].tolist() == ["nato", OTHER, False, 3, ("s5", "s6", "s7")]
    heads = chart["layout"]["annotations"]
    assert [note["text"] for note in heads] == ["Serbia", "Norway", "Turkey", "Switzerland", "NATO", "Others"]
    assert {note["textangle"] for note in heads} == {-40}
    assert list(chart["data"][0]["marker"]["symbol"])[-1] == "cross"


def test_the_palette_is_the_theme_s() -> None:
    """The colours for HTML and those for charts are one list: `.streamlit/config.toml` holds the latter."""
    import tomllib

    from tests.conftest import ROOT

    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    for i, mode in enumerate(("light", "dark")):
        colours = theme[mode]["chartCategoricalColors"]
        assert len(colours) == 10  # with fewer Streamlit drops them all
        for slot in range(1, 11):
            assert palette.SLOTS[f"#{slot:06d}"][i] == colours[slot - 1]
        assert palette.SLOTS[palette.PAPER][i] == theme[mode]["backgroundColor"]
