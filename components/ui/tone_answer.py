"""What stands beside the lanes of sentiment: the key of their marks, and the statements of a section or a mark."""

from collections.abc import Sequence
from functools import partial
from math import fsum
from typing import Any

import pandas as pd

from components.analysis import summaries
from components.analysis.english import capital, number
from components.analysis.findings.tone import mean_said
from components.analysis.measures import MeanInterval
from components.charts.tone_lanes import has_several
from components.model.numbers import signed
from components.model.scores import SCORERS, Score, Scorer
from components.model.statements import ENOUGH
from components.ui import panel
from components.ui.filter_panel import Shown
from components.ui.opened import Opened

SCALE = "<span>more negative</span><span>0</span><span>more positive</span>"

_CONTRADICTED = '<span class="rd-glyph" style="color:light-dark(#7564dc,#a99bff)">◆</span>'
_COUNTS = '<span class="rd-many">3 · 2 · 1 of 4</span>'
_DOT, _MEAN, _CLEAR = (f'<span class="rd-mark rd-mark-{name}"></span>' for name in ("dot", "mean", "clear"))


def panel_heads(scores: Sequence[Score]) -> str:
    """The scorers' names over their plots."""
    return "".join(f"<span><b>{score.label}</b></span>" for score in scores)


def key_of(
    tone: pd.DataFrame, dots: pd.DataFrame, scores: Sequence[Score], beside: Score | None
) -> list[tuple[str, str]]:
    """The key of those marks that are drawn."""
    enough = tone[tone["n"] >= ENOUGH]
    main = enough[enough["score"].isin([score.key for score in scores])]
    return [
        *([(_COUNTS, f"scored by {' · '.join(score.label for score in scores)}, of all")] if len(scores) > 1 else []),
        (_DOT, "one statement"),
        *([("③", "so many in one place")] if has_several(tone, dots, scores) else []),
        *([(_CONTRADICTED, "the scorers disagree")] if len(scores) > 1 and dots["contradicted"].any() else []),
        *([(_MEAN, f"mean and 95% interval, from {number(ENOUGH)} scored on")] if len(main) else []),
        *([(_CLEAR, "clearly on one side of zero")] if (main["clear"] != 0).any() else []),
        *([("◇", _mean_of(beside))] if beside and (enough["score"] == beside.key).any() else []),
    ]


def _mean_of(beside: Score) -> str:
    """What the diamond is, and why many a lane has none."""
    return f"{beside.label}’s mean, where it scores {number(ENOUGH)} or more"


def telling_words(shown: Shown, score: Score) -> dict[int, tuple[str, str]]:
    """By section the words that tell most, to stand beside its lane."""
    package, alone = shown.package, partial(_counts_alone, SCORERS[score.scorer])
    return shown.once(
        ("words", score.key),
        lambda: summaries.telling_words(shown.statements, package.evidence_of, score.scorer, alone),
    )


def _counts_alone(scorer: Scorer, word: str) -> float:
    """What a word counts by itself; 0 where the scorer does not know it."""
    return fsum(each.value for each in scorer.load()(word).words)


def scored_in(tone: pd.DataFrame, scores: Sequence[Score]) -> dict[int, str]:
    """By section how many statements are scored, score by score: "8", or "8 · 5 · 7"."""
    counts: dict[int, list[str]] = {}
    for section, score, n in zip(tone["section"], tone["score"], tone["n"], strict=True):
        if score in [each.key for each in scores]:
            counts.setdefault(section, []).append(f"{n:,}")
    return {section: " · ".join(each) for section, each in counts.items()}


def at_first(sections: Sequence[Any]) -> Opened | None:
    """The section that is open before anything is chosen: the one that the headline speaks of, else the one with most scored."""
    known = [row for row in sections if row.n]
    if not known:
        return None
    first = max(known, key=lambda row: (row.clear != 0, row.n))
    return Opened(first.title, first.ids)


def show(shown: Shown, place: str, now: Opened | None, sections: Sequence[Any], score: Score) -> None:
    """The statements of what is open, from most to least positive, and how many hold no word that the score knows.

    Where nothing was opened, those of `at_first`.
    """
    wanted = now or at_first(sections)
    if wanted is None:
        panel.say_how_to_open("No statement shown holds a word that is scored.")
        return
    table = shown.statements[shown.statements["statement"].isin(set(wanted.ids))]
    scored = table[table[score.key].notna()].sort_values([score.key, "sentence"], ascending=[False, True])
    left = len(table) - len(scored)
    values = {id: signed(value) for id, value in zip(scored["statement"], scored[score.key], strict=True)}
    section = next((row for row in sections if row.ids == wanted.ids), None)
    listed = panel.Listed(
        _under(section, score) if section else f"By {score.label}, most positive first.",
        values,
        f"{capital(number(left))} more hold{'s' * (left == 1)} no scored word." if left else "",
        at_first=now is None,
    )
    ids = list(scored["statement"]) or list(table["statement"])
    panel.show_answer(shown, place, ids, title=wanted.title, listed=listed)


def _under(section: Any, score: Score) -> str:
    where = f"Section {section.section}" if section.section else "Lead"
    mean = mean_said(MeanInterval(section.n, section.mean, section.low, section.high), signed)
    return (
        f"{where} · {section.n} of {section.statements} scored by {score.label}. {mean} Most positive first.".replace(
            "  ", " "
        )
    )
