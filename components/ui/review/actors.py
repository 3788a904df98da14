"""The actors of an article: names, sides, one who is two, two who are one."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.article.corrections import entries
from components.article.corrections.log import Coding, Correction
from components.article.package import Draft
from components.model import countries
from components.model.codebook import OTHER, REPORTER, Actor
from components.model.limits import MOST_NAME_CHARACTERS
from components.model.statements import Statement
from components.ui.chart import place_of_table
from components.ui.desk import desk, value_of
from components.ui.filter_panel import Shown
from components.ui.review.deciding import decide, now


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
    key = f"{actor.id}_{len(draft.log)}"
    listed = _sides(draft)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.text_input("Name", actor.name, key=f"actor_name_{key}", max_chars=MOST_NAME_CHARACTERS)
        st.text_input("Role", actor.role, key=f"actor_role_{key}", max_chars=MOST_NAME_CHARACTERS)
        st.selectbox(
            "Side",
            listed,
            listed.index(actor.side),
            key=f"actor_side_{key}",
            format_func=draft.codebook.side_label,
            help="Whom the actor speaks for: type the name of a country or body.",
        )
        st.text_input("One more name", key=f"actor_alias_{key}", max_chars=MOST_NAME_CHARACTERS)
    st.button("Save the actor", key="actor_save", on_click=_save, args=(draft, actor, key))
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
            on_click=lambda: decide(draft, [entries.merge_actors(actor.id, str(other), when=now())]),
        )
    _show_split(draft, actor, statements, key)


def _show_split(draft: Draft, actor: Actor, statements: Sequence[Statement], key: str) -> None:
    """Two people under one name: some of the statements go to somebody else."""
    numbers = {row.statement: row.sentence for row in statements}
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.multiselect(
            "Statements of somebody else", list(numbers), key=f"actor_split_{key}",
            format_func=lambda id: str(numbers.get(id, id)), placeholder="Their numbers",
        )  # fmt: skip
        st.text_input("Whose they are", key=f"actor_split_name_{key}", max_chars=MOST_NAME_CHARACTERS)
        st.button("Split", key="actor_split", on_click=_take_apart, args=(draft, actor, key))


def _save(draft: Draft, actor: Actor, key: str) -> None:
    """A callback: it takes what stands in the boxes now, so that a press right after typing is enough."""
    fields = ("name", "role", "side")
    wanted = {field: value_of(f"actor_{field}_{key}", getattr(actor, field)).strip() for field in fields}
    different: dict[Any, str] = {field: to for field, to in wanted.items() if to != getattr(actor, field)}
    alias = value_of(f"actor_alias_{key}", "").strip()
    if not different and not alias:
        desk().say("review", "Nothing was changed: the actor has this name, role and side already.")
        return
    made = [entries.correct_actor(draft.coding, actor.id, field, to, when=now()) for field, to in different.items()]
    decide(draft, [*made, *([entries.add_alias(actor.id, alias, when=now())] if alias else [])])


def _take_apart(draft: Draft, actor: Actor, key: str) -> None:
    """A callback, in the same way."""
    moved, name = value_of(f"actor_split_{key}", []), value_of(f"actor_split_name_{key}", "").strip()
    if not moved or not name:
        desk().say("review", "Nothing was split: give the numbers of the statements, and whose they are.")
        return
    decide(draft, _split(draft, actor, name, moved))


def _split(draft: Draft, actor: Actor, name: str, moved: Sequence[str]) -> tuple[Correction, ...]:
    """Somebody who is known already by that name, or somebody new."""
    coding = draft.coding
    known = next((each for each in coding.actors if each.name.casefold() == name.casefold()), None)
    id = entries.new_id(name, coding, draft.codebook)
    other = known or Actor(id=id, name=name, role="", side=actor.side, aliases=())
    return entries.split_actor(coding, actor.id, other, moved, codebook=draft.codebook, when=now())
