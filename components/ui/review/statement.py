"""One statement: its words, how its speaker is known, and what to say instead."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.doubts import why
from components.article.corrections import entries, log
from components.article.corrections.log import Correction
from components.article.package import Draft
from components.model.fields import said_names
from components.model.intervals import in_words
from components.model.safe import html_text
from components.model.statements import (
    BY_A_PERSON,
    FORM_LABELS,
    FORM_MEANINGS,
    FORMS,
    LEVEL_LABELS,
    LEVEL_MEANINGS,
    Statement,
)
from components.ui.filter_panel import Shown
from components.ui.highlights import Highlight, chip, chips, draw_wording, tone_chips
from components.ui.review.deciding import decide, go, now

NOBODY = "nobody"


def show_statement(shown: Shown, draft: Draft, row: Statement) -> None:
    """The sentence among its neighbours, with the words that decided, and how the machine knows."""
    evidence = shown.package.evidence_of[row.statement]
    whole = shown.package.row_of[row.statement]
    beside = {int(each.sentence): each for each in shown.package.beside(row)}
    who = html_text(said_names(whole.speakers, shown.package.short_names))
    by_a_person = row.statement in log.decided(draft.log)
    level = html_text(BY_A_PERSON if by_a_person else f"{_level(row)} {why(row.how, draft.about.genre)}")
    st.html(
        f"{_neighbour(beside.get(row.sentence - 1))}"
        f'<p class="rd-statement"><sup>{row.sentence}</sup> {draw_wording(whole.wording, row.start, _marks(evidence))}</p>'
        f"{_neighbour(beside.get(row.sentence + 1))}"
        f'<div class="rd-pairs"><div>Speaker</div><div><b>{who}</b>. {level}</div>{_pairs(shown, evidence)}</div>'
    )


def _level(row: Statement) -> str:
    """What a level means; of a speaker with its name."""
    return LEVEL_MEANINGS[row.level] if row.level in ("", "unknown") else f"{LEVEL_LABELS[row.level].capitalize()}."


def _neighbour(row: Any) -> str:
    return f'<p class="rd-neighbour">{row.sentence} · {html_text(row.wording)}</p>' if row is not None else ""


def _marks(evidence: Sequence[Any]) -> list[Highlight]:
    """The cue and the mentions of the speaker: what decided who says it."""
    return [
        Highlight(int(each.start), int(each.end), "mark", "rd-topic")
        for each in evidence
        if each.kind == "cue" and not pd.isna(each.start)
    ]


def _pairs(shown: Shown, evidence: Sequence[Any]) -> str:
    """What decided, kind by kind, in the words of the text."""
    names, labels = shown.package.short_names, shown.codebook.topic_labels
    kinds = {
        "Mention": [chip(names.get(e.value, e.value), e.phrase or e.label) for e in evidence if e.kind == "speaker"],
        "Cue": [chip(e.phrase) for e in evidence if e.kind == "cue" and e.phrase],
        "Topics": [_topic(labels.get(e.value, e.value), e) for e in evidence if e.kind == "topic"],
        "Dates": [chip(in_words(e.value), e.phrase) for e in evidence if e.kind == "date"],
        "Tone": tone_chips(evidence),
    }
    return "".join(f"<div>{kind}</div><div>{chips(found)}</div>" for kind, found in kinds.items() if found)


def _topic(label: str, row: Any) -> str:
    """A topic with the words that name it, unless these are its own."""
    words = row.phrase or row.label
    return chip(label, "" if words.casefold() == label.casefold() else words)


# --- Deciding -----------------------------------------------------------------------------------


def show_decisions(draft: Draft, row: Statement, rows: Sequence[Statement]) -> None:
    """Accept, step through, leave out; take back. The letters are keys."""
    numbers = [each.sentence for each in rows]
    at = numbers.index(row.sentence)
    after, before = numbers[(at + 1) % len(numbers)], numbers[at - 1]
    coding = draft.coding
    with st.container(key="review_keys", horizontal=True, gap="small"):
        st.button(
            "Accept",
            key="review_accept",
            type="primary",
            shortcut="a",
            disabled=row.statement in log.decided(draft.log),
            on_click=lambda: decide(draft, [entries.accept(coding, row.statement, when=now())], then=after),
        )
        st.button("Previous", key="review_previous", shortcut="k", on_click=go, args=(before,))
        st.button("Next", key="review_next", shortcut="j", on_click=go, args=(after,))
        st.button(
            "Not a statement",
            key="review_drop",
            shortcut="x",
            disabled=len(coding.statements) == 1,
            help="A caption or an advertisement, say: it is left out of the table.",
            on_click=lambda: decide(draft, [entries.not_a_statement(coding, row.statement, when=now())], then=after),
        )


def show_fields(draft: Draft, row: Statement) -> None:
    """Who says it, via whom, in which form, on what. A name that is not in the list can be typed."""
    coding = draft.coding
    names = {actor.id: actor.name for actor in (*coding.actors, *draft.codebook.actors)}
    key = f"{row.statement}_{len(draft.log)}"  # after a correction the widgets show what stands now
    speakers = st.multiselect(
        "Speakers",
        list(names),
        list(row.speakers),
        key=f"review_speakers_{key}",
        format_func=lambda id: names.get(id, id),
        accept_new_options=True,
        help="Type a name to add somebody whom the list does not have.",
    )
    with st.container(horizontal=True, gap="small"):
        via = st.selectbox(
            "Relayed by",
            ["", *names],
            ["", *names].index(row.via),
            key=f"review_via_{key}",
            format_func=lambda id: names.get(id, id) or NOBODY,
        )
        form = st.selectbox(
            "Form",
            FORMS,
            FORMS.index(row.form),
            key=f"review_form_{key}",
            format_func=FORM_LABELS.__getitem__,
            help=" ".join(f"{FORM_LABELS[each].capitalize()}: {FORM_MEANINGS[each]}" for each in FORMS),
        )
    labels = draft.codebook.topic_labels
    topics = st.multiselect(
        "Topics", list(labels), list(row.topics), key=f"review_topics_{key}", format_func=labels.__getitem__
    )
    wanted: dict[Any, tuple[str, ...] | str] = {
        "speakers": tuple(speakers), "via": "" if [via] == speakers else via or "", "form": form, "topics": tuple(topics)
    }  # fmt: skip
    different = {field: value for field, value in wanted.items() if value != getattr(row, field)}
    st.button(
        "Save the correction",
        key="review_save",
        disabled=not different or not speakers,
        on_click=lambda: decide(draft, _entries(draft, row, different), then=row.sentence),
    )


def _entries(draft: Draft, row: Statement, different: dict[Any, tuple[str, ...] | str]) -> list[Correction]:
    """An entry for each field that is different, after one for each name that is new."""
    coding, when = draft.coding, now()
    actors = (*coding.actors, *draft.codebook.actors)
    known, by_name = {actor.id for actor in actors}, {actor.name.casefold(): actor.id for actor in reversed(actors)}
    made: list[Correction] = []
    renamed: dict[str, str] = {}
    for name in different.get("speakers", ()):
        if name in known:
            continue
        renamed[name] = by_name.get(name.strip().casefold()) or entries.new_id(name, coding, draft.codebook)
        if renamed[name] not in known:
            made.append(entries.new_actor(renamed[name], name, "", "other", when=when))
    if "speakers" in different and row.form == "narration":
        different = {"form": "indirect", **different}  # what somebody says is no longer the reporter's own account
    for field, value in different.items():
        to = tuple(dict.fromkeys(renamed.get(each, each) for each in value)) if isinstance(value, tuple) else value
        made.append(entries.correct(coding, row.statement, field, to, when=when))
    return made
