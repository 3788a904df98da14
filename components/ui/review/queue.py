"""The statements to look through, and which of them is looked at."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from components.analysis.doubts import by_doubt, doubtful
from components.article.corrections import log
from components.article.package import Draft
from components.model.fields import said_names
from components.model.numbers import counted
from components.model.statements import FORM_LABELS, LEVEL_LABELS, Statement
from components.ui import frame
from components.ui.chart import place_of_table
from components.ui.choices import choose_one
from components.ui.desk import desk, start_with, value_of
from components.ui.filter_panel import Shown
from components.ui.review.deciding import go

WHICH: dict[str, str] = {
    "doubtful": "Doubtful",
    "all": "All",
    "corrected": "Corrected",
}
ROW, MOST_ROWS = 35, 12


def left_to_do(draft: Draft) -> str:
    """The finding: how many answers are in doubt that nobody has looked at yet."""
    levels = [row.level for row in draft.coding.statements]
    counts = {level: levels.count(level) for level in ("likely", "guess", "unknown")}
    told = [counted(counts["likely"], "speaker") + f" {_is(counts['likely'])} likely"] if counts["likely"] else []
    guesses = counts["guess"]
    who = f"{guesses}" if told else counted(guesses, "speaker")
    told += [f"{who} {'is a guess' if guesses == 1 else 'are guesses'}"] if guesses else []
    told += (
        [f"{counts['unknown']} {'was' if counts['unknown'] == 1 else 'were'} not found"] if counts["unknown"] else []
    )
    looked_at, genre = log.decided(draft.log), draft.about.genre
    accounts = sum(
        row.form == "narration" and row.statement not in looked_at and doubtful(row, genre)
        for row in draft.coding.statements
    )
    told += [f"{counted(accounts, 'account')} may be somebody’s words"] if accounts else []
    if not told:
        return "Every speaker is sure, or was accepted"
    return " and ".join(([", ".join(told[:-1])] if len(told) > 1 else []) + told[-1:])


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def choose_which(draft: Draft) -> list[Statement]:
    """The statements to look through, those first that are right least often."""
    genre = draft.about.genre
    rows = by_doubt(draft.coding.statements, genre)
    changed, looked_at = log.changed(draft.log), log.decided(draft.log)
    tests: dict[str, Callable[[Statement], bool]] = {
        "doubtful": lambda row: row.statement not in looked_at and doubtful(row, genre),
        "all": lambda _: True,
        "corrected": lambda row: row.statement in changed,
    }
    chosen = {which: [row for row in rows if test(row)] for which, test in tests.items()}
    start = next((which for which in WHICH if chosen[which]), "all")
    start_with("review_which", start)
    labels = {which: f"{WHICH[which]} {len(rows)}" for which, rows in chosen.items()}
    which = choose_one("Statements to look through", labels, key="review_which", says_title=True)
    return chosen[which or start]


def current(rows: Sequence[Statement]) -> Statement | None:
    """The statement that is looked at: where the reader is, or the first of those that are left."""
    if not rows:
        return None
    at = desk().reviewed.get(desk().view.article)
    return next((row for row in rows if row.sentence == at), rows[0])


def show_queue(shown: Shown, rows: Sequence[Statement], here: Statement) -> None:
    """The statements as a table; choosing a row looks at it."""
    names, all_rows = shown.package.short_names, shown.package.statements
    wordings = dict(zip(all_rows["statement"], all_rows["wording"], strict=True))
    table = pd.DataFrame(
        {
            "No.": [row.sentence for row in rows],
            "Speaker": [said_names(row.speakers, names) for row in rows],
            "Known": [LEVEL_LABELS[row.level] or FORM_LABELS[row.form] for row in rows],
            "Wording": [wordings[row.statement] for row in rows],
        }
    )
    key = f"review_queue_{shown.package.id}_{value_of('review_which')}_{len(rows)}"
    place_of_table(key).dataframe(
        table,
        key=key,
        hide_index=True,
        on_select=lambda: _go_to_row(key, rows),
        selection_mode="single-row",
        row_height=ROW,
        height=ROW * (min(len(rows), MOST_ROWS) + 1) + 3,
        column_config={
            name: st.column_config.Column(name, width=width)
            for name, width in (("No.", 46), ("Speaker", 92), ("Known", 78), ("Wording", 300))
        },
        alt="Statements to look through.",
    )
    place = next(i for i, row in enumerate(rows, 1) if row.statement == here.statement)
    frame.paragraph(f"{place} of {len(rows)}. Choose a row to look at it.", quiet=True)


def _go_to_row(key: str, rows: Sequence[Statement]) -> None:
    if ticked := value_of(key)["selection"]["rows"]:
        go(rows[ticked[0]].sentence)
