"""The statements to look through, and which of them is looked at."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.analysis.doubts import by_doubt, doubtful
from components.article.corrections import log
from components.article.package import Draft
from components.model.fields import said_names
from components.model.numbers import counted
from components.model.safe import html_text
from components.model.statements import FORM_LABELS, LEVEL_LABELS, Statement
from components.ui import frame
from components.ui.choices import choose_one
from components.ui.desk import desk, start_with, value_of
from components.ui.filter_panel import Shown
from components.ui.review.deciding import go
from components.ui.rows import hear, pressable
from components.ui.spoken import glyph_of, voice_of

WHICH: dict[str, str] = {
    "doubtful": "Doubtful",
    "all": "All",
    "corrected": "Corrected",
}
PLACE = "review_queue"
A_PAGE = 12
"""So many statements stand in the list at once."""


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
    """The statements whole, so many a page; pressing one looks at it. The page follows the one that is looked at."""
    place = next(i for i, row in enumerate(rows) if row.statement == here.statement)
    turned = desk().place(PLACE)
    listed = f"{shown.package.id} {value_of('review_which')} {len(rows)} {here.statement}"
    if turned.listed != listed:
        turned.listed, turned.page = listed, place // A_PAGE + 1
    pages, start = -(-len(rows) // A_PAGE), (turned.page - 1) * A_PAGE
    on_page = rows[start : start + A_PAGE]
    st.html("".join(_item(shown, row, here) for row in on_page))
    hear(PLACE, [str(row.sentence) for row in on_page], read=lambda number: go(int(number)))
    frame.paragraph(f"{place + 1} of {len(rows)}. Choose one to look at it.", quiet=True)
    if pages > 1:
        key = f"review_page_{turned.page}"  # a new one for each, because the page follows the statement too
        st.pagination(pages, default=turned.page, key=key, on_change=lambda: _turn(value_of(key)))


def _item(shown: Shown, row: Statement, here: Statement) -> str:
    """A statement of the list, to press: how its speaker is known, its number, who says it, its words."""
    whole = shown.package.row_of[row.statement]
    known = LEVEL_LABELS[row.level] or FORM_LABELS[row.form]
    who = html_text(said_names(row.speakers, shown.package.short_names))
    return pressable(
        f'<div class="rd-item{" rd-on" if row.statement == here.statement else ""}"><div class="rd-meta">'
        f'<span class="rd-value">{html_text(known)}</span><span class="rd-no">no. {row.sentence}</span> '
        f"{glyph_of(shown, voice_of(shown.package, whole))} <b>{who}</b></div>"
        f'<div class="rd-text">{html_text(whole.wording)}</div></div>',
        place=PLACE,
        act="read",
        value=str(row.sentence),
        says=f"Look at statement {row.sentence}",
    )


def _turn(page: int) -> None:
    desk().place(PLACE).page = page
