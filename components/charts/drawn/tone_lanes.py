"""The tone of sections, for paper: every scored statement as a dot, the mean with its interval, and the mean as a number."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.charts.drawn.svg import DOT, HAIR, INK, WIDTH, drawing, label, line, text
from components.model.numbers import signed
from components.model.statements import each_row

ROW, LEFT, RIGHT = 21, 104, 30


def draw_tone_lanes(tone: pd.DataFrame, values: Mapping[int, Sequence[float]], *, says: str, reach: float = 1.0) -> str:
    """SVG of `summaries.tone_by_section` of one score; `values` are the statements' by section, the scale runs to ±`reach`.

    A mean is bold where its interval leaves out zero.
    """
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    scale = (WIDTH - LEFT - RIGHT) / 2 / reach

    def at(value: float) -> float:
        return middle + max(-reach, min(reach, value)) * scale

    parts = [line(middle, 0, middle, len(tone) * ROW, colour="#b9b4a8")]
    for i, row in enumerate(each_row(tone)):
        y, clear = i * ROW, row.clear != 0
        centre, colour = y + ROW / 2, INK if clear else DOT
        parts += [line(0, y + 0.5, WIDTH, y + 0.5, colour=HAIR)]
        parts += [label(centre, str(row.title), across=22, weight=600 if clear else 400)]
        parts += [
            f'<circle cx="{at(value):.1f}" cy="{centre:g}" r="2.4" fill="{DOT}" stroke="#fff" stroke-width="0.5"/>'
            for value in values[row.section]
        ]
        parts.append(line(at(row.low), centre, at(row.high), centre, colour=colour, width=2.2 if clear else 1))
        parts.append(line(at(row.mean), y + 4, at(row.mean), y + ROW - 3, colour=colour, width=2.4 if clear else 1.3))
        parts.append(text(WIDTH, y + 14, signed(row.mean), weight=600 if clear else 400, anchor="end"))
    return drawing(parts, height=len(tone) * ROW + 4, says=says)
