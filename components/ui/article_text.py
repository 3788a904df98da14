"""The article in order: the wording where it is attached, our paraphrase elsewhere, speakers in the margin."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from components.model.safe import html_text
from components.ui import brief, frame
from components.ui.choices import choose_one
from components.ui.desk import value_of
from components.ui.filter_panel import Shown
from components.ui.highlights import (
    Highlight,
    chip,
    date_chips,
    date_highlights,
    draw_wording,
    tone_chips,
    tone_highlights,
    topic_highlights,
)
from components.ui.scripts import SCROLL
from components.ui.spoken import through_whom, voice_of, who_says

WAYS = 12
"""To so many sentences that a filter shows ways stand above the article."""

MARKS = {"topic": "Topic", "tone": "Tone words", "dates": "Dates"}


class Mark(NamedTuple):
    """What is marked in the text: one of `MARKS`, and the topic where it is a topic."""

    kind: str
    topic: str = ""


def choose_mark(shown: Shown) -> Mark:
    """One mark at a time, so that each can be seen."""
    kind = choose_one("Mark", MARKS, key="mark", first="topic", says_title=True) or "topic"
    if kind != "topic":
        return Mark(kind)
    here = {topic for topics in shown.package.statements["topics"] for topic in topics}
    topics = [id for id in shown.codebook.topic_labels if id in here]
    asked = [topic for topic in shown.filter.topics if topic in topics]
    index = topics.index(asked[0]) if asked else (0 if topics else None)
    topic = st.selectbox(
        "Topic",
        topics,
        index=index,
        key=f"mark_topic_{shown.package.id}",
        format_func=shown.codebook.topic_labels.__getitem__,
        label_visibility="collapsed",
        width=260,
    )
    return Mark(kind, topic or "")


def choose_for_brief(shown: Shown) -> None:
    """Take a sentence into the brief, by its number or its words."""
    rows = shown.package.row_of
    key = f"to_brief_{shown.package.id}_{len(brief.brief().keys)}"
    st.selectbox(
        "Add a sentence to the brief",
        [id for id in rows if not brief.brief().has_all(shown.package.id, (id,))],
        index=None,
        key=key,
        format_func=lambda id: f"{rows[id].sentence}. {rows[id].wording or rows[id].gloss}",
        placeholder="Add a sentence to the brief",
        label_visibility="collapsed",
        width=260,
        on_change=lambda: brief.take(shown.package.id, (value_of(key),)),
    )


def show(shown: Shown, mark: Mark) -> None:
    """Draw the article, dim what the filter leaves out, and bring the statement that the link names into view.

    What is dimmed, and which topic is marked, is said apart: a filter changes nothing else, and a browser need not read a
    long article again for it.
    """
    page = _page_of(shown, mark)
    st.html(f'<div class="rd-article">{"".join(_sections(page))}</div>')
    st.html(f"<style>{_dimmed(shown)}{_marked(page)}</style>")
    if shown.linked:
        st.html(SCROLL, unsafe_allow_javascript=True)


class _Page(NamedTuple):
    """What a block is drawn from: the view, what is marked, and the style of each topic.

    `begins` is the first sentence of each turn, `answers` the turn of the question that a sentence stands in the answer to.
    """

    shown: Shown
    mark: Mark
    begins: Mapping[int, int]
    answers: Mapping[int, int]
    styles: Mapping[str, str]


def _page_of(shown: Shown, mark: Mark) -> _Page:
    rows = shown.package.row_of.values()
    begins: dict[int, int] = {}
    for row in rows:
        begins.setdefault(row.turn, row.sentence)
    styles = {topic: f"rd-of-{n}" for n, topic in enumerate(shown.codebook.topic_labels)}
    return _Page(shown, mark, begins, questions_answered(rows), styles)


def questions_answered(rows: Iterable[Any]) -> dict[int, int]:
    """By sentence: the turn of the question that it stands in the answer to; turns are counted from 1, and 0 is none.

    What an answer tells of somebody else answers nothing itself. It stands in the answer that it is told in: that before
    it in the same turn, and where the turn begins with it, that behind it.
    """
    found: dict[int, int] = {}
    for _, turn in groupby(rows, key=lambda row: row.turn):
        said = list(turn)
        question = next((_question(row) for row in said if not row.via), 0)
        for row in said:
            question = question if row.via else _question(row)
            found[row.sentence] = question
    return found


def _question(row: Any) -> int:
    """The turn that a statement itself answers, or 0."""
    return 0 if pd.isna(row.answers) else int(row.answers)


def _sections(page: _Page) -> Iterable[str]:
    package = page.shown.package
    for number, section in groupby(package.row_of.values(), key=lambda row: row.section):
        small = f"<small>{number}</small>" if number else ""
        yield f'<div class="rd-block"><h2>{html_text(package.about.sections[number])}{small}</h2></div>'
        before: tuple[Any, ...] = ()
        # Another speaker begins a block of its own, so that the rule at the left has one colour.
        for (_, told), stretch in groupby(section, key=lambda row: (row.paragraph, _told(page, row))):
            yield _block(page, list(stretch), is_new=told != before)
            before = told


def _told(page: _Page, row: Any) -> tuple[Any, ...]:
    """What is told in the margin where it changes: who speaks, how sure that is, through whom, and in answer to what."""
    return row.speakers, row.level, row.via, page.answers[row.sentence]


def _block(page: _Page, rows: list[Any], *, is_new: bool) -> str:
    light, dark = frame.side_colours(voice_of(page.shown.package, rows[0]).side, page.shown.marks)
    labels = page.shown.codebook.topic_labels
    topics = ", ".join(labels[topic] for topic in dict.fromkeys(topic for row in rows for topic in row.topics))
    text = " ".join(_sentence(page, row) for row in rows)
    answers = " rd-answers" if page.answers[rows[0].sentence] else ""
    return (
        f'<div class="rd-block"><div class="rd-margin{answers}">{_margin(page, rows, is_new=is_new)}</div>'
        f'<p class="rd-para{answers}" style="border-color:light-dark({light},{dark})">{text}</p>'
        f'<div class="rd-aside">{html_text(topics)}</div></div>'
    )


def _margin(page: _Page, rows: list[Any], *, is_new: bool) -> str:
    """Where it changes, the speaker with the level of a machine's answer and the question; and what is carried over."""
    carried = [row.sentence for row in rows if row.form == "carried"]
    return (_speaker(page, rows[0]) if is_new else "") + _small(f"carried over {_numbers(carried)}" if carried else "")


def _speaker(page: _Page, row: Any) -> str:
    return who_says(page.shown, row) + _small(through_whom(page.shown, row)) + _answered(page, row)


def _small(words: str) -> str:
    return f"<small>{html_text(words)}</small>" if words else ""


def _answered(page: _Page, row: Any) -> str:
    """A link up to the question that an answer answers, by the number of its first sentence."""
    question = page.answers[row.sentence]
    if not question:
        return ""
    sentence = page.begins[question]
    return f'<small><a href="#sentence-{sentence:d}">Answer to {sentence:d}</a></small>'


def _numbers(numbers: list[int]) -> str:
    """5–6, or 5, 8."""
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(str(number) for number in numbers)


def _sentence(page: _Page, row: Any) -> str:
    shown = page.shown
    evidence = shown.package.evidence_of[row.statement]
    if row.wording:
        words = draw_wording(row.wording, int(row.start), _highlights(page, evidence))
    else:
        words = html_text(row.gloss) + "".join(_chips(page, evidence))
    linked = ' class="rd-linked"' if row.statement == shown.linked else ""
    taken = "✓" if brief.brief().has_all(shown.package.id, (row.statement,)) else ""
    return f'<span{linked} id="sentence-{row.sentence}"><sup>{taken}{row.sentence}</sup>{words}</span>'


def say_what_is_dimmed(shown: Shown) -> None:
    """Under a filter: what is quiet, and the ways to what is not, which may stand far down."""
    left = set(shown.statements["statement"])
    rows = [row for row in shown.package.row_of.values() if row.statement in left]
    ways = ", ".join(f'<a href="#sentence-{row.sentence:d}">{row.sentence}</a>' for row in rows[:WAYS])
    more = f" and {len(rows) - WAYS:,} more" if len(rows) > WAYS else ""
    to_them = f" The others: {ways}{more}." if rows else ""
    st.html(f'<p class="rd-p rd-quiet">Sentences that the filter leaves out are dimmed.{to_them}</p>')


def _dimmed(shown: Shown) -> str:
    """A rule that dims the sentences that the filter leaves out."""
    left = set(shown.statements["sentence"])
    out = [f"#sentence-{row.sentence}" for row in shown.package.row_of.values() if row.sentence not in left]
    return f"{','.join(out)}{{color:var(--rd-left-out);--rd-marked:var(--rd-marked-out)}}" if out else ""


def _marked(page: _Page) -> str:
    """Rules that show where the chosen topic is named: of all topics the places are drawn, and none is seen."""
    style = page.styles.get(page.mark.topic, "")
    if not style:
        return ""
    marked = f".rd-para span.{style}{{background:var(--rd-marked);padding:0 2px;border-radius:2px}}"
    in_forced_colours = (
        f"@media(forced-colors:active){{.rd-para span.{style}{{forced-color-adjust:none;color:MarkText}}}}"
    )
    return f"{marked}.rd-para .rd-inline.{style}{{display:inline;background:none}}{in_forced_colours}"


def _highlights(page: _Page, evidence: list[Any]) -> list[Highlight]:
    if page.mark.kind == "topic":
        return topic_highlights(evidence, page.styles)
    if page.mark.kind == "tone":
        return tone_highlights(evidence)
    return date_highlights(evidence)


def _chips(page: _Page, evidence: list[Any]) -> list[str]:
    """Beside a paraphrase the evidence stands as chips: its offsets belong to the wording alone."""
    if page.mark.kind == "topic":
        topics = [row for row in evidence if row.kind == "topic" and row.value in page.styles]
        named = dict.fromkeys((page.styles[row.value], row.phrase) for row in topics)
        return [
            f'<span class="rd-inline rd-topical {style}">{chip(phrase or "continued")}</span>'
            for style, phrase in named
        ]
    if page.mark.kind == "tone":
        return [f'<span class="rd-inline">{each}</span>' for each in tone_chips(evidence)]
    return [f'<span class="rd-inline">{each}</span>' for each in date_chips(evidence)]
