"""Who speaks on what, for paper: a bar per topic, its parts the sides, with the number of statements in each."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.charts.drawn.svg import WIDTH, box, drawing, fillings, label, line, text
from components.charts.palette import Marks
from components.model.statements import each_row

ROW, LEFT, BAR = 21, 84, 13


def draw_topic_bars(
    cells: pd.DataFrame,
    topic_labels: Mapping[str, str],
    side_labels: Mapping[str, str],
    marks: Marks,
    *,
    name: str,
    says: str,
) -> str:
    """SVG of `summaries.topics_by_side`. `name` tells the drawings of one document apart, `says` is it in words."""
    topics = list(dict.fromkeys(cells["topic"]))
    sides = list(dict.fromkeys(cells["side"]))
    most = max(int(cells[cells["topic"] == topic]["count"].sum()) for topic in topics)
    each = (WIDTH - LEFT) / most
    parts: list[str] = []
    for i, topic in enumerate(topics):
        y, x = i * ROW, float(LEFT)
        parts += [line(0, y + 0.5, WIDTH, y + 0.5), label(y + ROW / 2, topic_labels[topic], across=18)]
        for row in each_row(cells[cells["topic"] == topic].rename(columns={"count": "n"})):
            width = row.n * each
            parts.append(box(x, y + 4, width, BAR, row.side, sides, marks, name, relayed=row.relayed))
            parts += _number(x + width / 2, y + 4, row.n) if width >= 2 * _half(row.n) else []
            x += width
    key, height = _key(cells, side_labels, sides, marks, name, top=len(topics) * ROW + 8)
    return drawing([*parts, *key], height=height, says=says, defined=fillings(sides, marks, name))


def _number(x: float, y: float, count: int) -> list[str]:
    half = _half(count)
    return [
        f'<rect x="{x - half:.1f}" y="{y + 1.5:.1f}" width="{2 * half:.1f}" height="10" rx="2" fill="#fff"/>',
        text(x, y + 9.6, str(count), size=8.5, weight=600, anchor="middle"),
    ]


def _half(count: int) -> float:
    """Half as wide as the white ground of a number."""
    return 3 + 2.5 * len(str(count))


def _key(
    cells: pd.DataFrame, labels: Mapping[str, str], sides: Sequence[str], marks: Marks, name: str, *, top: float
) -> tuple[list[str], float]:
    """What the bars are, in lines that wrap; and how high all is."""
    parts: list[str] = []
    x, y = 0.0, top
    for side, relayed in dict.fromkeys(zip(cells["side"], cells["relayed"], strict=True)):
        mark = marks.mark(side)
        says = f"{mark.hollow if relayed else mark.glyph} {labels[side]}{', as others tell it' if relayed else ''}"[:44]
        width = 20 + 5.2 * len(says) + 12
        if x and x + width > WIDTH:
            x, y = 0.0, y + 14
        parts += [
            box(x, y, 14, 10, side, sides, marks, name, relayed=bool(relayed)),
            text(x + 19, y + 8.4, says, size=9),
        ]
        x += width
    return parts, y + 15
