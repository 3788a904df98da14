"""What a reader decides of a row: the same, the same subject, a subject of its own, another name; all of it taken back."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.analysis.comparison.accounts import Account, text_of
from components.analysis.comparison.compared import Compared
from components.analysis.comparison.decisions import Action, Decision
from components.model.comparison import Subject
from components.model.limits import MOST_LABEL_CHARACTERS
from components.model.numbers import counted
from components.model.rows import shortened
from components.ui.comparing.texts import decide, decisions_of, pair_of, redo, short_names, undo
from components.ui.desk import desk, value_of

MOST_OFFERED = 300
"""So many statements can be chosen from; more than a list can be looked through."""

Chosen = str
"""Which text (a, b), and the id of a statement: "a aaaaaaaaaaaa"."""


def show_undo(compared: Compared) -> None:
    """How much was decided; the last decision taken back (key U), and brought back."""
    pair = pair_of(compared)
    decisions = decisions_of(pair)
    st.button("Undo", key="undo_decision", shortcut="u", disabled=not decisions.made, on_click=undo, args=(pair,))
    st.button("Redo", key="redo_decision", disabled=not decisions.back, on_click=redo, args=(pair,))
    st.html(f'<p class="rd-p rd-quiet">{counted(len(decisions.made), "decision")} of yours</p>', width="content")


def show_deciding(compared: Compared, subject: Subject) -> None:
    """The decisions on the row of a subject."""
    round_ = len(decisions_of(pair_of(compared)).made)
    keys = {name: f"{name}_{subject.id}_{round_}" for name in ("which", "own", "join", "name")}
    with st.expander("Decide: same or not, another subject, another name"):
        offered = _offered(compared, subject)
        st.multiselect(
            "Statements",
            list(offered),
            key=keys["which"],
            format_func=lambda each: offered.get(each, ""),
            placeholder="Choose statements of both texts, or of one",
        )
        chosen: list[Chosen] = list(value_of(keys["which"], []))
        in_a, in_b = (_of(chosen, side) for side in ("a", "b"))
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.button(
                "They report the same",
                key="same",
                disabled=not (in_a and in_b),
                on_click=_decide,
                args=(compared, "same", subject.id, keys["which"], ""),
            )
            st.text_input("A subject of their own, called", key=keys["own"], max_chars=MOST_LABEL_CHARACTERS, width=240)
            st.button(
                "Split off",
                key="split",
                on_click=_decide,
                args=(compared, "split", subject.id, keys["which"], keys["own"]),
            )
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            others = {each.id: each.label for each in compared.subjects if each.id != subject.id}
            st.selectbox(
                "Same subject as",
                list(others),
                index=None,
                key=keys["join"],
                format_func=lambda id: others.get(id, id),
                placeholder="Choose a subject",
                width=240,
            )
            st.button("Join", key="join", on_click=_decide, args=(compared, "join", subject.id, "", keys["join"]))
            st.text_input(
                "Call it", key=keys["name"], placeholder=subject.label, max_chars=MOST_LABEL_CHARACTERS, width=240
            )
            st.button("Rename", key="rename", on_click=_decide, args=(compared, "rename", subject.id, "", keys["name"]))


def _decide(compared: Compared, action: Action, subject: str, which: str, to: str) -> None:
    """Take the decision with what stands in the boxes; nothing where they are empty. A callback."""
    chosen: list[Chosen] = list(value_of(which, [])) if which else []
    said = str(value_of(to) or "").strip() if to else ""
    if (to and not said) or (which and not chosen):
        return
    decide(pair_of(compared), Decision(action, subject, _of(chosen, "a"), _of(chosen, "b"), said))
    if action == "join":
        desk().comparing.row = said


def _of(chosen: Sequence[Chosen], side: str) -> tuple[str, ...]:
    """The ids of the statements that were chosen of one text."""
    return tuple(each.split()[1] for each in chosen if each.startswith(side))


def _offered(compared: Compared, subject: Subject) -> Mapping[Chosen, str]:
    """The statements of the row, then those that stand alone in other rows, with number and beginning."""
    alone = [each for each in compared.points if each.status != "both"]
    listed = [f"a {id}" for id in subject.a] + [f"b {id}" for id in subject.b]
    listed += [f"a {id}" for each in alone for id in each.a] + [f"b {id}" for each in alone for id in each.b]
    accounts = {"a": compared.a, "b": compared.b}
    names = dict(zip(("a", "b"), short_names(compared), strict=True))
    return {
        each: _told(accounts[each[0]], names[each[0]], each[2:]) for each in list(dict.fromkeys(listed))[:MOST_OFFERED]
    }


def _told(account: Account, name: str, id: str) -> str:
    row = account.row_of[id]
    return f"{name} {row.sentence}: {shortened(text_of(row), 70)}"
