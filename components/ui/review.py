"""Correcting what a machine read: one statement at a time, by mouse or by key; and the actors of the article.

Nothing is overwritten. Each decision is an entry of the article's log; the machine's first answer stays, and undo walks
back to it.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.article import corrections
from components.article.corrections import Coding, Correction
from components.article.package import Draft
from components.model import countries
from components.model.codebook import OTHER, REPORTER, Actor
from components.model.fields import said_names
from components.model.intervals import in_words
from components.model.limits import MOST_NAME_CHARACTERS
from components.model.numbers import counted
from components.model.rows import FaultyFilesError
from components.model.safe import html_text
from components.model.statements import (
    BY_A_PERSON,
    FORM_LABELS,
    FORM_MEANINGS,
    FORMS,
    LEVEL_LABELS,
    LEVEL_MEANINGS,
    Statement,
    each_row,
)
from components.ui import cached, frame
from components.ui.chart import place_of_table
from components.ui.desk import desk, start_with, value_of
from components.ui.filter_panel import Shown
from components.ui.highlights import Highlight, chip, chips, draw_wording, tone_chips

WHICH: dict[str, str] = {
    "guesses": "Guesses",
    "unknown": "Not found",
    "all": "All",
    "corrected": "Corrected",
}
ROW, MOST_ROWS = 35, 12

NOBODY = "nobody"


def now() -> dt.datetime:
    """The moment of a decision."""
    return dt.datetime.now(dt.UTC)


def left_to_do(draft: Draft) -> str:
    """The finding: how many guesses nobody has looked at yet."""
    levels = [row.level for row in draft.coding.statements]
    guesses, unknown = levels.count("inferred"), levels.count("unknown")
    if not guesses and not unknown:
        return "Every speaker is named, or was accepted"
    told = [counted(guesses, "speaker") + (" is a guess" if guesses == 1 else " are guesses")] if guesses else []
    told += [f"{unknown} {'was' if unknown == 1 else 'were'} not found"] if unknown else []
    return " and ".join(told)


# --- Which statements ---------------------------------------------------------------------------


def choose_which(draft: Draft) -> list[Statement]:
    """The statements to look through: guesses first, because there is most to correct."""
    rows = draft.coding.statements
    changed = corrections.changed(draft.log)
    tests: dict[str, Callable[[Statement], bool]] = {
        "guesses": lambda row: row.level == "inferred",
        "unknown": lambda row: row.level == "unknown",
        "all": lambda _: True,
        "corrected": lambda row: row.statement in changed,
    }
    chosen = {which: [row for row in rows if test(row)] for which, test in tests.items()}
    start = next((which for which in WHICH if chosen[which]), "all")
    start_with("review_which", start)
    which = st.segmented_control(
        "Statements to look through",
        list(WHICH),
        key="review_which",
        required=True,
        format_func=lambda key: f"{WHICH[key]} {len(chosen[key])}",
        persist_state="session",
    )
    return chosen[which or start]


def current(rows: Sequence[Statement]) -> Statement | None:
    """The statement that is looked at: where the reader is, or the next one after it that is left."""
    if not rows:
        return None
    at = desk().reviewed.get(desk().view.article, 0)
    return next((row for row in rows if row.sentence >= at), rows[0])


def _go(sentence: int) -> None:
    desk().reviewed[desk().view.article] = sentence


def show_queue(shown: Shown, rows: Sequence[Statement], here: Statement) -> None:
    """The statements as a table; choosing a row looks at it."""
    names, all_rows = shown.package.short_names, shown.package.statements
    wordings = dict(zip(all_rows["statement"], all_rows["wording"], strict=True))
    table = pd.DataFrame(
        {
            "No.": [row.sentence for row in rows],
            "Speaker": [said_names(row.speakers, names) for row in rows],
            "Known": [LEVEL_LABELS[row.level] for row in rows],
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
        _go(rows[ticked[0]].sentence)


# --- One statement ------------------------------------------------------------------------------


def show_statement(shown: Shown, draft: Draft, row: Statement) -> None:
    """The sentence among its neighbours, with the words that decided, and how the machine knows."""
    table = shown.package.statements
    evidence = shown.package.evidence_of[row.statement]
    whole = next(each_row(table[table["statement"] == row.statement]))
    beside = {int(each.sentence): each for each in each_row(table) if abs(each.sentence - row.sentence) == 1}
    who = html_text(said_names(whole.speakers, shown.package.short_names))
    by_a_person = row.statement in corrections.decided(draft.log)
    level = html_text(BY_A_PERSON if by_a_person else LEVEL_MEANINGS[row.level])
    st.html(
        f"{_neighbour(beside.get(row.sentence - 1))}"
        f'<p class="rd-statement"><sup>{row.sentence}</sup> {draw_wording(whole.wording, row.start, _marks(evidence))}</p>'
        f"{_neighbour(beside.get(row.sentence + 1))}"
        f'<div class="rd-pairs"><div>Speaker</div><div><b>{who}</b>. {level}</div>{_pairs(shown, evidence)}</div>'
    )


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
            disabled=not row.level,
            on_click=lambda: _decide(draft, [corrections.accept(coding, row.statement, when=now())], then=after),
        )
        st.button("Previous", key="review_previous", shortcut="k", on_click=_go, args=(before,))
        st.button("Next", key="review_next", shortcut="j", on_click=_go, args=(after,))
        st.button(
            "Not a statement",
            key="review_drop",
            shortcut="x",
            disabled=len(coding.statements) == 1,
            help="A caption or an advertisement, say: it is left out of the table.",
            on_click=lambda: _decide(
                draft, [corrections.not_a_statement(coding, row.statement, when=now())], then=after
            ),
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
            "Via",
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
        on_click=lambda: _decide(draft, _entries(draft, row, different), then=row.sentence),
    )


def _entries(draft: Draft, row: Statement, different: dict[Any, tuple[str, ...] | str]) -> list[Correction]:
    """An entry for each field that is different, after one for each name that is new."""
    coding, when = draft.coding, now()
    actors = (*coding.actors, *draft.codebook.actors)
    known, by_name = {actor.id for actor in actors}, {actor.name.casefold(): actor.id for actor in reversed(actors)}
    entries: list[Correction] = []
    renamed: dict[str, str] = {}
    for name in different.get("speakers", ()):
        if name in known:
            continue
        renamed[name] = by_name.get(name.strip().casefold()) or corrections.new_id(name, coding, draft.codebook)
        if renamed[name] not in known:
            entries.append(corrections.new_actor(renamed[name], name, "", "other", when=when))
    if "speakers" in different and row.form == "narration":
        different = {"form": "indirect", **different}  # what somebody says is no longer the reporter's own account
    for field, value in different.items():
        to = tuple(dict.fromkeys(renamed.get(each, each) for each in value)) if isinstance(value, tuple) else value
        entries.append(corrections.correct(coding, row.statement, field, to, when=when))
    return entries


def put(draft: Draft, entries: Sequence[Correction], *, then: int | None = None) -> bool:
    """A callback: put entries into the log. What does not fit is told, and nothing is changed. Returns whether it fits."""
    try:
        cached.keep_own(draft.corrected(*entries))
    except FaultyFilesError as error:
        told = " ".join(f"{fault.what[:1].upper()}{fault.what[1:]}." for fault in error.faults)
        desk().say("review", f"Nothing was changed. {told}")
        return False
    desk().say("review", "")
    if then is not None:
        _go(then)
    return True


def _decide(draft: Draft, entries: Sequence[Correction], *, then: int | None = None) -> None:
    put(draft, entries, then=then)


# --- The actors ---------------------------------------------------------------------------------


def show_actors(shown: Shown, draft: Draft) -> None:
    """Everybody of the article; one can be renamed, given another side or name, merged with another, or split."""
    coding = draft.coding
    counts = {actor.id: _statements_of(coding, actor.id) for actor in coding.actors}
    place_of_table("review_actors").dataframe(
        pd.DataFrame(
            {
                "Name": [actor.name for actor in coding.actors],
                "Role": [actor.role for actor in coding.actors],
                "Side": [shown.codebook.side_label(actor.side) for actor in coding.actors],
                "Other names": [", ".join(actor.aliases) for actor in coding.actors],
                "Statements": [len(counts[actor.id]) for actor in coding.actors],
            }
        ),
        hide_index=True,
        key="review_actors",
        alt="The actors of the article, with role, side, other names and number of statements.",
    )
    names = {actor.id: actor.name for actor in coding.actors}
    chosen = st.selectbox(
        "Change an actor", list(names), index=None, key=f"review_actor_{len(draft.log)}", format_func=names.__getitem__,
        placeholder="Choose an actor",
    )  # fmt: skip
    if chosen:
        _show_actor(draft, next(actor for actor in coding.actors if actor.id == chosen), counts[chosen], names)


def _statements_of(coding: Coding, id: str) -> list[Statement]:
    return [row for row in coding.statements if id in row.speakers or id == row.via]


def _sides(draft: Draft) -> list[str]:
    """All sides that somebody may have, by label: those of the article first, then groups, then the rest."""
    book = draft.codebook
    known = sorted(countries.everything(), key=lambda id: book.side_label(id).casefold())
    groups = (side.id for side in book.sides)
    return list(dict.fromkeys([*draft.package.sides_heard, *groups, OTHER, REPORTER, *known]))


def _show_actor(draft: Draft, actor: Actor, statements: Sequence[Statement], names: dict[str, str]) -> None:
    coding, key = draft.coding, f"{actor.id}_{len(draft.log)}"
    listed = _sides(draft)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        name = st.text_input("Name", actor.name, key=f"actor_name_{key}", max_chars=MOST_NAME_CHARACTERS)
        role = st.text_input("Role", actor.role, key=f"actor_role_{key}", max_chars=MOST_NAME_CHARACTERS)
        side = st.selectbox(
            "Side",
            listed,
            listed.index(actor.side),
            key=f"actor_side_{key}",
            format_func=draft.codebook.side_label,
            help="Whom the actor speaks for: type the name of a country or body.",
        )
        alias = st.text_input("One more name", key=f"actor_alias_{key}", max_chars=MOST_NAME_CHARACTERS)
    wanted = {"name": name, "role": role, "side": side}
    different: dict[Any, str] = {
        field: to.strip() for field, to in wanted.items() if to.strip() != getattr(actor, field)
    }
    st.button(
        "Save the actor",
        key="actor_save",
        disabled=not different and not alias.strip(),
        on_click=lambda: _decide(draft, [
            *(corrections.correct_actor(coding, actor.id, field, to, when=now()) for field, to in different.items()),
            *([corrections.add_alias(actor.id, alias, when=now())] if alias.strip() else []),
        ]),
    )  # fmt: skip
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        others = [id for id in names if id != actor.id]
        other = st.selectbox(
            "The same as", others, index=None, key=f"actor_merge_{key}", format_func=names.__getitem__,
            placeholder="Choose who it is",
        )  # fmt: skip
        st.button(
            "Merge",
            key="actor_merge",
            disabled=not other,
            help="The other one takes the statements, the name and the aliases.",
            on_click=lambda: _decide(draft, [corrections.merge_actors(actor.id, str(other), when=now())]),
        )
    _show_split(draft, actor, statements, key)


def _show_split(draft: Draft, actor: Actor, statements: Sequence[Statement], key: str) -> None:
    """Two people under one name: some of the statements go to somebody else."""
    numbers = {row.statement: row.sentence for row in statements}
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        moved = st.multiselect(
            "Statements of somebody else", list(numbers), key=f"actor_split_{key}",
            format_func=lambda id: str(numbers.get(id, id)), placeholder="Their numbers",
        )  # fmt: skip
        name = st.text_input("Whose they are", key=f"actor_split_name_{key}", max_chars=MOST_NAME_CHARACTERS)
        st.button(
            "Split",
            key="actor_split",
            disabled=not moved or not name.strip(),
            on_click=lambda: _decide(draft, _split(draft, actor, name.strip(), moved)),
        )


def _split(draft: Draft, actor: Actor, name: str, moved: Sequence[str]) -> tuple[Correction, ...]:
    """Somebody who is known already by that name, or somebody new."""
    coding = draft.coding
    known = next((each for each in coding.actors if each.name.casefold() == name.casefold()), None)
    id = corrections.new_id(name, coding, draft.codebook)
    other = known or Actor(id=id, name=name, role="", side=actor.side, aliases=())
    return corrections.split_actor(coding, actor.id, other, moved, codebook=draft.codebook, when=now())


# --- The log ------------------------------------------------------------------------------------


def show_log(draft: Draft) -> None:
    """What was decided so far, and the way back."""
    frame.section_heading(
        "What was corrected", f"{corrections.summary(draft.log).capitalize()}. Nothing is overwritten."
    )
    back, again = corrections.undone(draft.log, when=now()), corrections.redone(draft.log, when=now())
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Undo",
            key="review_undo",
            shortcut="u",
            disabled=back is None,
            on_click=lambda: _take_back(draft, back),
        )
        st.button("Redo", key="review_redo", disabled=again is None, on_click=lambda: _take_back(draft, again))
        st.button("Undo everything", key="review_undo_all", disabled=back is None, on_click=lambda: _undo_all(draft))
    if said := desk().said.get("review"):
        frame.notice(said)
    _show_left_out(draft)
    if draft.log:
        _show_entries(draft)


def _take_back(draft: Draft, undo: Correction | None) -> None:
    """Undo or redo, and look at the statement that it changes."""
    if undo is None:
        return
    entry = undo
    while entry.field == "undo":
        entry = draft.log[int(entry.to) - 1]
    numbers = {row.statement: row.sentence for row in draft.first.statements}
    _decide(draft, [undo], then=numbers.get(entry.statement))


def _show_left_out(draft: Draft) -> None:
    """Sentences that are no statements, to put back."""
    kept = {row.statement for row in draft.coding.statements}
    out = {row.statement: row for row in draft.first.statements if row.statement not in kept}
    if not out:
        return
    chosen = st.selectbox(
        "Left out as no statements",
        list(out),
        index=None,
        key=f"review_out_{len(draft.log)}",
        format_func=lambda id: f"{out[id].sentence} {draft.text[out[id].start : out[id].end]}",
        placeholder=f"{counted(len(out), 'sentence')}: choose one to put back",
    )
    if chosen:
        st.button(
            "Put it back",
            key="review_put_back",
            on_click=lambda: _decide(draft, [corrections.put_back(draft.coding, chosen, when=now())]),
        )


def _undo_all(draft: Draft) -> None:
    """Back to the machine's first answer, entry by entry, so that it can be done again."""
    while back := corrections.undone(draft.log, when=now()):
        draft = draft.corrected(back)
    _decide(draft, [])


def _show_entries(draft: Draft) -> None:
    numbers = {row.statement: str(row.sentence) for row in draft.first.statements}
    stands = corrections.standing(draft.log)
    with st.expander(f"The log, {counted(len(draft.log), 'line')}"):
        place_of_table("review_log").dataframe(
            pd.DataFrame(
                {
                    "When (UTC)": [entry.when for entry in draft.log],
                    "Statement": [numbers.get(entry.statement, "") for entry in draft.log],
                    "Field": [entry.field for entry in draft.log],
                    "From": [entry.from_ for entry in draft.log],
                    "To": [entry.to for entry in draft.log],
                    "Stands": ["yes" if each else "taken back" for each in stands],
                }
            ).iloc[::-1],
            hide_index=True,
            key="review_log",
            alt="The log of corrections, newest first.",
        )
    differ = len(corrections.changed(draft.log))
    frame.paragraph(f"{counted(differ, 'statement')} differ{'s' * (differ == 1)} from the first answer.", quiet=True)
