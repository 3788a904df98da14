"""Machine against hand, for the Method page: how far they agree on this article, and where they differ."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from components.analysis.agreement import (
    COMPARED,
    DECIMALS,
    RELIABLE,
    TENTATIVE,
    Agreement,
    Disagreement,
    Values,
    agreement,
    disagreements,
    same_speaker,
    weakest,
)
from components.model.fields import said_names
from components.model.safe import label
from components.model.statements import FORM_LABELS
from components.ui import frame
from components.ui.chart import MOST_ROWS, ROW, place_of_table
from components.ui.desk import value_of
from components.ui.filter_panel import Shown
from components.ui.opened import Opened, choose, open_at, opened

NOTHING = (
    "For this article no answers of the machine are recorded beside a coding by hand, so there is nothing to compare."
)

OTHERS = (
    "The recorded answers of the machine belong to other sentences than these: the article has changed since. "
    "Record it again to compare them."
)

HOW = (
    "Alpha is Krippendorff’s: 1 is perfect, 0 is what chance would give. After Krippendorff (2004, p. 241) it is called "
    f"reliable from {RELIABLE:.3f} on, tentative from {TENTATIVE:.3f} on, and weak below. Where only some of several speakers "
    "or topics are the same, they count partly (MASI). F1 is over all pairs of statement and topic. Where nearly all "
    "statements have the same value, a few differences make alpha low; where all have it, alpha is not defined. "
    "This is one article, coded once, and the rules were made with it at hand: on others the agreement will be lower."
)

_WIDTHS = {"No.": 46, "Field": 80, "By hand": 280, "By machine": 280, "Section": 210}
"""Columns of the differences; what a narrow screen shows first stands first."""


def show_agreement(shown: Shown, *, place: str) -> None:
    """How far machine and hand agree on the whole article, whatever the filter leaves. Each number opens its sentences."""
    hand, machine = shown.package.statements, shown.package.machine
    recorded = shown.package.about.agreement or None
    found = shown.once_for_article(
        "agreement", lambda: [] if machine.empty else agreement(hand, machine, shown.codebook, alphas=recorded)
    )
    if not found or found[0].n == 0:
        frame.section_heading("Machine against hand")
        frame.paragraph(OTHERS if found else NOTHING)
        return
    frame.section_heading(same_speaker(found), f"{_compared(found[0].n, len(hand))} {weakest(found)}".strip())
    with st.container(gap="xsmall"):
        for each in found:
            _show_field(each, place)
    frame.paragraph(HOW, quiet=True)


def _compared(n: int, whole: int) -> str:
    if n == whole:
        return "The recorded answers of the machine beside the coding by hand."
    return f"{n} of {whole} statements have a recorded answer of the machine; only these are compared."


# --- A line for each field ----------------------------------------------------------------------


def _show_field(found: Agreement, place: str) -> None:
    """What agrees, what differs, alpha and F1 of a field; behind the latter two stand all statements compared."""
    on, compared = COMPARED[found.field].on, found.same_ids + found.different_ids
    alpha = f"alpha, {found.verdict}" if found.verdict else "alpha"
    figures = [(f"{found.same} of {found.n}", f"agree on {on}", "", found.same_ids)]
    if found.different_ids:
        differ = "differs" if len(found.different_ids) == 1 else "differ"
        figures.append((str(len(found.different_ids)), differ, f" on {on}", found.different_ids))
    figures.append((_number(found.alpha), alpha, f", for {on}", compared))
    if found.f1 is not None:
        figures.append((_number(found.f1), "F1", f", for {on}", compared))
    with st.container(key=f"figures_agreement_{found.field}", horizontal=True, gap="medium"):
        for i, (value, words, more, behind) in enumerate(figures):
            st.button(
                f"**{label(value)}** {label(words)}",
                key=f"agreement_{found.field}_{i}",
                type="tertiary",
                on_click=open_at,
                args=(place, f"{value} {words}{more}", behind),
            )


def _number(value: float | None) -> str:
    """An alpha or F1 with a true minus, as exact as the thresholds are."""
    return "not defined" if value is None else f"{round(value, DECIMALS) + 0.0:.{DECIMALS}f}".replace("-", "−")


# --- Where they differ --------------------------------------------------------------------------


class _Difference(NamedTuple):
    """A disagreement as a reader sees it."""

    number: int
    field: str
    hand: str
    machine: str
    section: str

    @property
    def title(self) -> str:
        return f"Statement {self.number}, {self.field.lower()}: {self.hand} by hand, {self.machine} by machine"


def show_disagreements(shown: Shown, *, place: str) -> None:
    """Where machine and hand differ, as a table: a row, or its entry in the list below, opens its sentence at `place`.

    Where `show_agreement` has nothing to compare, or they differ nowhere, there is no table.
    """
    hand, machine = shown.package.statements, shown.package.machine
    found = shown.once_for_article("disagreements", lambda: disagreements(hand, machine))
    if not found:
        return
    differing = len({each.statement for each in found})
    statements = "one statement" if differing == 1 else f"{differing} statements"
    frame.section_heading(f"They differ on {statements}", "Choose a row to read its sentence.")
    rows = _differences(shown, found)
    choices = [Opened(row.title, (each.statement,)) for row, each in zip(rows, found, strict=True)]
    key = f"disagreements_{shown.package.id}"
    place_of_table(key).dataframe(
        pd.DataFrame(rows).set_axis(list(_WIDTHS), axis=1),
        key=key,
        hide_index=True,
        on_select=lambda: _open_row(place, key, choices),
        selection_mode="single-row",
        row_height=ROW,
        height=ROW * (min(len(rows), MOST_ROWS) + 1) + 3,
        column_config={name: st.column_config.Column(name, width=width) for name, width in _WIDTHS.items()},
        alt="Statements on which machine and hand differ; the list below opens the same sentences.",
    )
    choose(place, "Read a statement on which they differ", choices)


def _differences(shown: Shown, found: Sequence[Disagreement]) -> list[_Difference]:
    places = shown.package.row_of
    return [
        _Difference(
            row.sentence,
            COMPARED[each.field].label,
            _said(shown, each.field, each.hand),
            _said(shown, each.field, each.machine),
            "Lead" if row.section == 0 else f"{row.section} {row.section_title}",
        )
        for each in found
        for row in [places[each.statement]]
    ]


def _said(shown: Shown, field: str, values: Values) -> str:
    """Values by their names. Full names: two actors may share the last. What the article does not have keeps its id."""
    if field == "topics":
        return ", ".join(shown.codebook.topic_labels.get(topic, topic) for topic in values) or "no topic"
    if field == "form":
        return ", ".join(FORM_LABELS.get(form, form) for form in values)
    return said_names(values, shown.package.actor_names) or "nobody"


def _open_row(place: str, key: str, choices: Sequence[Opened]) -> None:
    """Open the sentence of the ticked row; where none is ticked any more, close what is open, as a chart does."""
    ticked = value_of(key)["selection"]["rows"]
    now = opened(place)
    wanted = choices[ticked[0]] if ticked else now
    if wanted and not (ticked and wanted == now):
        open_at(place, wanted.title, wanted.ids)
