"""Evidence on a screen: as highlights on a wording, as chips beside a gloss. Returns escaped HTML."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from components.model.intervals import in_words
from components.model.numbers import signed
from components.model.safe import html_text
from components.model.scores import SCORERS


class Highlight(NamedTuple):
    """A stretch of the text and how it looks: tag and class of ours."""

    start: int
    end: int
    tag: str
    style: str


def draw_wording(wording: str, start: int, highlights: Iterable[Highlight] = ()) -> str:
    """A sentence with its highlights. `start` is the sentence's offset in the text; what lies outside it is left out.

    Where highlights overlap the earlier one wins.
    """
    out: list[str] = []
    at = 0
    for each in sorted(highlights):
        first, last = each.start - start, each.end - start
        if first < at or last > len(wording) or first >= last:
            continue
        out.append(html_text(wording[at:first]))
        out.append(f'<{each.tag} class="{each.style}">{html_text(wording[first:last])}</{each.tag}>')
        at = last
    out.append(html_text(wording[at:]))
    return "".join(out)


def topic_highlights(evidence: Iterable[Any], styles: Mapping[str, str]) -> list[Highlight]:
    """Where topics are named, each in the style of its topic; what several are named by has the styles of all."""
    named = [row for row in evidence if row.kind == "topic" and row.value in styles and not pd.isna(row.start)]
    edges = sorted({int(edge) for row in named for edge in (row.start, row.end)})
    found = (
        (first, last, [row for row in named if row.start <= first and last <= row.end])
        for first, last in pairwise(edges)
    )
    return [
        Highlight(first, last, "span", " ".join(dict.fromkeys(styles[row.value] for row in rows)))
        for first, last, rows in found
        if rows
    ]


def tone_highlights(evidence: Iterable[Any], scorers: Iterable[str] = tuple(SCORERS)) -> list[Highlight]:
    """The words that the scorers counted, by sign; words that count nothing are not marked."""
    asked = set(scorers)
    rows = [(row, float(row.value)) for row in evidence if row.kind == "tone" and row.label in asked]
    plus = _highlights((row for row, value in rows if value > 0), "span", "rd-plus")
    return plus + _highlights((row for row, value in rows if value < 0), "span", "rd-minus")


def date_highlights(evidence: Iterable[Any]) -> list[Highlight]:
    """Dates and entries of the record."""
    return _highlights((row for row in evidence if row.kind in ("date", "event")), "span", "rd-date")


def _highlights(rows: Iterable[Any], tag: str, style: str) -> list[Highlight]:
    return [Highlight(int(row.start), int(row.end), tag, style) for row in rows if not pd.isna(row.start)]


def chip(words: str, value: str = "") -> str:
    """A phrase and what it says."""
    return f'<span class="rd-chip">{html_text(words)}{f" <b>{html_text(value)}</b>" if value else ""}</span>'


def chips(inner: Sequence[str]) -> str:
    """A row of chips, or nothing."""
    return f'<div class="rd-chips">{"".join(inner)}</div>' if inner else ""


def tone_chips(evidence: Sequence[Any], scorers: Iterable[str] = tuple(SCORERS)) -> list[str]:
    """The words that decided a tone, each with its scorer and value."""
    return [
        chip(f"{SCORERS[scorer].label}: {row.phrase}", signed(float(row.value)))
        for scorer in scorers
        for row in evidence
        if row.kind == "tone" and row.label == scorer
    ]


def date_chips(evidence: Iterable[Any]) -> list[str]:
    """The dates of a sentence, and whether the article or the record gives them."""
    chosen = []
    for row in evidence:
        if row.kind in ("date", "event"):
            meant = in_words(row.value)
            record = " (record)" if row.kind == "event" else ""
            chosen.append(chip(row.phrase, "" if meant == row.phrase else meant + record))
    return chosen
