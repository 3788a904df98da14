"""The texts and tables of the Method page, made from the same records that the code uses."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache

import pandas as pd
import streamlit as st

from components.analysis.doubts import times_of_100
from components.analysis.english import number
from components.analysis.findings.headlines import PATTERNS, Question
from components.analysis.measures import MEASURES
from components.analysis.summaries import KeyFigure, figures_of_speakers
from components.article.corrections.log import effective
from components.model.evaluation import FEW, Evaluation, level_of, rightness
from components.model.intervals import in_words
from components.model.safe import html_text
from components.model.scores import LEAD_LABELS, SCORERS, SCORES
from components.model.statements import (
    FORM_LABELS,
    FORM_MEANINGS,
    GENRE_LABELS,
    GENRES,
    HOW_MEANINGS,
    HOWS,
    LEVEL_LABELS,
    Genre,
    How,
)
from components.ui import cached, figures, frame
from components.ui.filter_panel import Shown

ACCOUNTS = ("account", "after", "partly", "aside", "press")
"""Kinds of cue by which nobody but the reporter speaks: they have no level."""

MANY_SETS = 4
"""From so many sets of texts on, the figures of one kind are folded."""

STEPS: dict[str, str] = {
    "From text to statement": (
        "The article is cut into sentences. Each sentence is one statement: who holds what it says, who relays it, in "
        "which form, on which topics. For the articles that ship this is coded by hand, after a coding manual, and the "
        "doubtful cases are listed with their reasons. Offsets, dates, words and scores are then measured by program; "
        "measuring twice gives the same files, byte for byte."
    ),
    "Articles of your own": (
        "An article that you bring is read by machine: rules on a grammatical parse find who says what. Each answer "
        "carries the words that decided it, and each speaker a level, as measured for answers found in the same way: sure, "
        "likely, a guess, or not found. A text that is not English is said to be that, and is not read for speakers, "
        "topics and tone unless you insist. How far an attribution carries depends on the genre: in a report of one "
        "meeting until another source is named, in news hardly at all. Correct what is wrong on the page Review; the first "
        "answer stays in the log."
    ),
    "Paraphrase and wording": (
        "The article’s text belongs to its publisher and is not part of Readout. What ships is coding, measurements and "
        "a paraphrase of our own, written from the facts. Attach the text, and each sentence that is recognised is "
        "shown in its wording, with its evidence marked in it."
    ),
    "Tone is not stance": (
        f"{number(len(SCORERS)).capitalize()} word-list scorers score the content of a statement, without the words that "
        "attribute it and without names and titles that carry no tone in this register. TextBlob averages mostly "
        "adjectives; VADER adds up marked words; the blend does as VADER does, with two word lists. "
        "None knows irony, diplomacy or who is right: a polite threat scores positive, a report of a war negative. A "
        "statement of which a scorer knows no word is not scored; it is not zero."
    ),
    "When to doubt a figure": (
        "Where fewer than five scored statements stand behind a mean, its mark is thin and grey: read the statements. "
        f"Where {LEAD_LABELS} contradict each other, the chart says so. “Clearly” is said only where a 95% interval on "
        "five or more statements excludes zero. Of twenty sections without any tone, one would be called clear by chance."
    ),
    "What the dashboard cannot tell": (
        "It shows what the article reports, not what was said in the room. Indirect speech is the reporter’s rendering. "
        "One article is one selection: how often a side is heard tells about the report. A date from the record is what "
        "documents show, not what the speaker meant. Topics are coded where a sentence names them or goes on about "
        "them, so what everybody knows but nobody says is not counted."
    ),
}


def show_steps() -> None:
    """The method in headed paragraphs."""
    for title, text in STEPS.items():
        frame.section_heading(title)
        frame.paragraph(text)


def show_coding(shown: Shown, *, place: str) -> None:
    """How this article was coded: what was found, and what stays empty. Each count opens its sentences."""
    frame.section_heading("How this article was coded", f"{_how_coded(shown)} What was not found stays empty.")
    made = shown.once_for_article("counts of the coding", lambda: _counts(shown))
    figures.show_figures(made, place=place, key="coding")


def _counts(shown: Shown) -> list[KeyFigure]:
    """What was found of the article, and what stays empty."""
    statements = shown.package.statements
    dated = {id for id, rows in shown.package.evidence_of.items() if any(row.kind in ("date", "event") for row in rows)}
    counted = {
        "sentences": statements,
        "with content to score": statements[statements["words"] > 0],
        **{
            f"of which {scorer.said} knows a word": statements[_known_to(id, statements)]
            for id, scorer in SCORERS.items()
        },
        "without a topic": statements[statements["topics"].map(len) == 0],
        "without a date or an event": statements[~statements["statement"].isin(dated)],
    }
    made = [KeyFigure(str(len(rows)), words, tuple(rows["statement"])) for words, rows in counted.items()]
    return [*made, *(figures_of_speakers(statements) if shown.package.about.coded_by == "machine" else [])]


def _known_to(scorer: str, statements: pd.DataFrame) -> pd.Series:
    """Which statements a scorer knows a word of: those that have one of its scores."""
    keys = [score.key for score in SCORES.values() if score.scorer == scorer]
    return statements[keys].notna().any(axis=1)


def _how_coded(shown: Shown) -> str:
    if shown.package.about.coded_by == "hand":
        return "By hand, sentence by sentence."
    draft = cached.own().get(shown.package.id)
    touched = draft is not None and any(entry.field != "undo" for _, entry in effective(draft.log))
    return (
        "By machine, and where a person corrected it, by hand." if touched else "By machine; nobody has corrected it."
    )


def show_forms(shown: Shown, *, place: str) -> None:
    """How many statements have which form, and what the forms mean."""
    frame.section_heading("Forms")
    ids_of = shown.once_for_article("statements by form", lambda: _ids_by_form(shown))
    for column, (form, meaning) in zip(st.columns(len(FORM_MEANINGS)), FORM_MEANINGS.items(), strict=True):
        ids = ids_of[form]
        with column, st.container(gap="xxsmall"):
            figures.show_figures([KeyFigure(str(len(ids)), FORM_LABELS[form], ids)], place=place, key=f"form_{form}")
            frame.paragraph(meaning, quiet=True)


def _ids_by_form(shown: Shown) -> dict[str, tuple[str, ...]]:
    rows = shown.package.row_of.values()
    return {form: tuple(row.statement for row in rows if row.form == form) for form in FORM_MEANINGS}


_ASKED: dict[Question, str] = {
    "who": "Who speaks",
    "topics": "On which topic",
    "tone": "Tone",
    "along": "Along the article",
    "calendar": "Along the calendar",
}
"""What the headlines of the pages answer, question by question."""


def show_headlines() -> None:
    """Each headline that a page may have, with the condition under which it is said."""
    frame.section_heading(
        "Headlines",
        "The sentence at the top of a page is the first of its kind that is true of the statements shown; the examples are "
        "invented.",
    )
    st.html(_headlines())


@cache
def _headlines() -> str:
    return "".join(
        _folded(
            f"{_ASKED[question]}: {len(each)} headlines",
            _table(("For example", "When it is said"), [(one.example, one.holds) for one in each]),
        )
        for question, each in PATTERNS.items()
    )


def show_measures() -> None:
    """Every measure: meaning, range, formula, source."""
    frame.section_heading("Measures")
    st.html(_measures())


@cache
def _measures() -> str:
    rows = [(m.label, f"{m.meaning} Range: {m.range}.", m.formula, m.source) for m in MEASURES.values()]
    return _table(("Measure", "What it is", "Formula", "Source"), rows)


def show_evaluation() -> None:
    """How well the scores agree with people."""
    frame.section_heading(
        "Agreement with people",
        "Measured on texts that people have rated or annotated; 1 would be perfect. A correlation says how far two put the "
        "sentences in the same order. F1 weighs how much of what people found was found against how much of what was found is "
        "right. n is how many were compared.",
    )
    st.html(_evaluation())


@cache
def _evaluation() -> str:
    """A row for each figure; those of one kind on many sets of texts are folded under the range of them."""
    kinds: dict[tuple[str, str, str], list[Evaluation]] = {}
    for row in cached.evaluation():
        if not row.how:
            kinds.setdefault((row.label, row.statistic, row.half), []).append(row)
    open_rows = [row for rows in kinds.values() if len(rows) < MANY_SETS for row in rows]
    many = [rows for rows in kinds.values() if len(rows) >= MANY_SETS]
    return _figures(open_rows) + "".join(_folded(_range(rows), _figures(rows)) for rows in many)


def _figures(rows: Iterable[Evaluation]) -> str:
    said = (
        (
            f"{row.label}: {row.statistic}",
            f"{row.dataset}, {row.half}",
            f"{row.versions} ({in_words(row.date)})",
            f"{row.n:,}",
            f"{row.value:.2f}",
        )
        for row in rows
    )
    return _table(("What was compared", "In which texts", "Measured with", "n", "Figure"), said, numbers=2)


def _range(rows: Sequence[Evaluation]) -> str:
    values = sorted(row.value for row in rows)
    n = sum(row.n for row in rows)
    return (
        f"{rows[0].label}: {rows[0].statistic}. {len(rows)} sets of texts, {rows[0].half}, n = {n:,}: "
        f"{values[0]:.2f} to {values[-1]:.2f}"
    )


def show_levels() -> None:
    """How often the speaker was right, for each kind of cue and genre, with the level that follows from it."""
    frame.section_heading(
        "How sure a speaker is",
        "A speaker that a machine finds is sure if answers found in the same way were right at least 9 times in 10 in texts of "
        "the same kind, likely from 3 times in 4 on, else a guess.",
    )
    frame.paragraph(
        f"Few measurements count with care: the lower end of a 95% interval decides, and what was met under {FEW} times goes "
        "by its kind and its genre together, and is never sure. The rules were made with these texts at hand, so expect less "
        "on others. Whom a pronoun means was not annotated in news.",
        quiet=True,
    )
    st.html(_levels())


@cache
def _levels() -> str:
    measured = {genre: _measured_in(genre) for genre in GENRES}
    return "".join(_levels_in(genre, ways, sets) for genre, (ways, sets) in measured.items() if ways)


def _measured_in(genre: Genre) -> tuple[set[How], list[str]]:
    """The ways of finding a speaker that were measured in texts of one kind, and the sets of texts, the first one first."""
    rows = [row for row in cached.evaluation() if row.how and row.genre == genre]
    return {row.how for row in rows if row.how}, list(dict.fromkeys(row.dataset for row in rows))


def _levels_in(genre: Genre, ways: Collection[How], sets: Sequence[str]) -> str:
    """The ways in which speakers were found in texts of one kind, folded; the sets of texts once, under them all."""
    rows = [_level_row(how, genre) for how in HOWS if how in ways]
    return _folded(
        f"{GENRE_LABELS[genre].capitalize()}: {len(rows)} ways",
        _table(("How the speaker was found", "Level", "Measured", "n"), rows, numbers=1)
        + f'<p class="rd-p rd-quiet">Measured on, one after the other: {html_text("; ".join(sets))}.</p>',
    )


def _level_row(how: How, genre: Genre) -> tuple[str, str, str, str]:
    """What was met too seldom to go by is counted as it is, and its level says what it goes by."""
    known = rightness(how, genre)
    few = known.n < FEW
    level = "" if how in ACCOUNTS else LEVEL_LABELS[level_of(how, genre)] + (", by kind and genre" if few else "")
    said = f"right {known.right} of {known.n} times" if few else f"right {times_of_100(known)} of 100 times"
    return HOW_MEANINGS[how], level, said, f"{known.n:,}"


def show_codebook(shown: Shown) -> None:
    """The topics: definition, what counts, what does not."""
    frame.section_heading("Codebook", "What each topic means, what counts for it, and what does not.")
    st.html(shown.once_for_article("codebook", lambda: _codebook(shown)))


def _codebook(shown: Shown) -> str:
    rows = [(topic.label, topic.definition, topic.counts, topic.counts_not) for topic in shown.codebook.topics]
    return _table(("Topic", "Definition", "Counts", "Does not count"), rows)


def show_record(shown: Shown) -> None:
    """The diplomatic record behind the topics, with sources."""
    frame.section_heading("The record", "Dated events behind the topics, each with a document that shows it.")
    st.html(shown.once_for_article("record", lambda: _record(shown)))


def _record(shown: Shown) -> str:
    rows = [
        (
            in_words(entry.date),
            entry.line,
            ", ".join(filter(None, (entry.source, entry.symbol, in_words(entry.source_date)))),
        )
        for entry in shown.codebook.record
    ]
    return _table(("Date", "What happened", "Source"), rows)


def _folded(says: str, inner: str) -> str:
    """What is read by few, behind its name: folded it is printed as its name alone, which then says so."""
    return f'<details class="rd-folded"><summary>{html_text(says)}</summary>{inner}</details>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> str:
    """A small table of text; the last `numbers` columns hold numbers and align right.

    On a narrow screen a table of many columns is read downwards: each cell then says the name of its column.
    """
    style = "rd-table" if len(head) < 3 else "rd-table rd-wide"
    kinds = [' class="rd-n"' if i >= len(head) - numbers else "" for i in range(len(head))]
    top = "".join(f"<th{kind}>{html_text(name)}</th>" for kind, name in zip(kinds, head, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            f'<td{kind} data-name="{html_text(name)}">{html_text(cell)}</td>'
            for kind, name, cell in zip(kinds, head, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return f'<table class="{style}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'
