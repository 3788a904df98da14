"""The rows of a comparison: a subject each, with the statements of both texts; one of them is open, sentence by sentence."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.analysis.comparison.accounts import Account, text_of
from components.analysis.comparison.against import in_words
from components.analysis.comparison.compared import GROUPS, Compared
from components.analysis.comparison.contrast import verbs_of
from components.analysis.comparison.decisions import Decision
from components.analysis.comparison.words import shared_words
from components.model.comparison import MEETING, OTHER, Point, Status, Subject
from components.model.fields import said_names
from components.model.safe import html_text
from components.report.citations import cite_all, source_of
from components.ui import brief, filter_panel, frame, pages
from components.ui.comparing.decide import show_deciding
from components.ui.comparing.texts import decide, pair_of, short_names
from components.ui.copying import copy_button
from components.ui.desk import desk
from components.ui.rows import hear, pressable

FIRST, SECOND, BOTH = "●", "◆", "■"
"""The marks of the two texts. They have no colour: colour means the side of a speaker."""

BESIDE = "Beside the subjects"

MOST_GLYPHS = 12
AT_ONCE = 25
"""So many points of an open row are shown before the reader asks for more."""


def show_rows(compared: Compared) -> None:
    """The three groups of subjects, and last what tells of the meeting itself or has no subject."""
    names = short_names(compared)
    st.html(
        f'<div class="rd-cmp rd-cmp-head"><div>Subject</div><div>{FIRST} Only {html_text(names[0])}</div>'
        f"<div>{BOTH} Both</div><div>{SECOND} Only {html_text(names[1])}</div></div>"
    )
    for status in GROUPS:
        _show_group(compared, _title(compared, status), compared.with_status(status))
    _show_group(compared, BESIDE, [each for each in compared.subjects if each.id in (MEETING, OTHER)])
    hear("subjects", [each.id for each in compared.subjects], turn=_turn)


def _title(compared: Compared, status: Status) -> str:
    if status == "both":
        return "In both readouts" if compared.are_readouts else "In both texts"
    return f"Only in {compared.names[status == 'only_b']}"


def _show_group(compared: Compared, title: str, subjects: Sequence[Subject]) -> None:
    if not subjects:
        return
    with st.container(key=f"group_{subjects[0].status}_{title == BESIDE}", gap=None):
        rows = [f'<h2 class="rd-cmp-group">{html_text(title)}</h2>']
        for each in subjects:
            is_open = desk().comparing.row == each.id
            rows.append(_pressed(compared, each, is_open=is_open))
            if is_open:
                st.html("".join(rows))
                rows.clear()
                _show_points(compared, each)
        if rows:
            st.html("".join(rows))


def _pressed(compared: Compared, subject: Subject, *, is_open: bool) -> str:
    return pressable(
        _row(compared, subject, is_open=is_open),
        place="subjects",
        act="turn",
        value=subject.id,
        says=f"{'Close' if is_open else 'Open'} {subject.label}",
    )


def _turn(subject: str) -> None:
    """Open the row of a subject, or close it. A callback."""
    here = desk().comparing
    here.row = "" if here.row == subject else subject


def show_turning(compared: Compared) -> None:
    """To the subject before the one that is open and to the one after it, in the order of the rows (keys K and J)."""
    ids = [each.id for each in compared.subjects]
    at = ids.index(desk().comparing.row) if desk().comparing.row in ids else -1  # before the first one
    for name, there, key in (("Previous", at - 1, "k"), ("Next", at + 1, "j")):
        is_there = 0 <= there < len(ids)
        st.button(
            f"{name} subject",
            key=f"{name.casefold()}_subject",
            shortcut=key,
            disabled=not is_there,
            on_click=_turn,
            args=(ids[there] if is_there else "",),
        )


def _row(compared: Compared, subject: Subject, *, is_open: bool) -> str:
    """Subject, and how many statements only the first, both and only the second text have, with their verbs."""
    a, b = compared.a, compared.b
    shared_a = [id for point in subject.points if point.status == "both" for id in point.a]
    shared_b = [id for point in subject.points if point.status == "both" for id in point.b]
    only_a = [id for id in subject.a if id not in shared_a]
    only_b = [id for id in subject.b if id not in shared_b]
    points = sum(point.status == "both" for point in subject.points)
    names = short_names(compared)
    against = '<span class="rd-against">may stand against each other</span>' if subject.against else ""
    marked = '<span class="rd-marked">★ Marked</span>' if subject.marked else ""
    both = _count(points, BOTH, [*_rows(a, shared_a), *_rows(b, shared_b)], "", "Both")
    return (
        f'<div class="rd-cmp{" rd-on" if is_open else ""}"><div class="rd-cmp-subject">{"▾" if is_open else "▸"} '
        f"{html_text(subject.label)}{marked}{against}</div>"
        f"{_count(len(only_a), FIRST, _rows(a, only_a), '' if subject.a else _not_in(names[0]), f'Only {names[0]}')}"
        f"{both}"
        f"{_count(len(only_b), SECOND, _rows(b, only_b), '' if subject.b else _not_in(names[1]), f'Only {names[1]}')}</div>"
    )


def _not_in(name: str) -> str:
    return f"not in {name}" if name in ("First text", "Second text") else f"not in {name}’s text"


def _rows(account: Account, ids: Sequence[str]) -> list[Any]:
    return [account.row_of[id] for id in ids if id in account.row_of]


def _count(count: int, glyph: str, rows: Sequence[Any], missing: str, name: str) -> str:
    """How many, with their verbs; `name` is the head of the column, which a narrow screen shows in the cell."""
    if not count:
        return f'<div class="rd-quiet">{html_text(missing.replace("First", "first").replace("Second", "second"))}</div>'
    glyphs = glyph * min(count, MOST_GLYPHS) + ("…" if count > MOST_GLYPHS else "")
    verbs = ", ".join(verbs_of(rows))
    name, said = html_text(name), html_text(verbs)
    return f'<div data-name="{name}"><b>{count}</b> <span class="rd-marks">{glyphs}</span><small>{said}</small></div>'


# --- An open row --------------------------------------------------------------------------------


def _show_points(compared: Compared, subject: Subject) -> None:
    """Every statement of the row whole: what both report side by side, then what one has alone; and what can be decided."""
    pairs = [each for each in subject.points if each.status == "both"]
    alone = [each for each in subject.points if each.status != "both"]
    here = desk().place(f"compare_{subject.id}")
    listed = [*pairs, *alone][: None if here.whole else AT_ONCE]
    with st.container(key="open_row", gap="small"):
        for n, point in enumerate(listed):
            st.html(_point(compared, point))
            if point.status == "both":
                _show_apart(compared, point, n)
        if len(subject.points) > len(listed):
            st.button(f"Show all {len(subject.points):,}", key="more_points", on_click=_show_all, args=(subject.id,))
        with st.container(key="row_takes", horizontal=True, gap="small", vertical_alignment="center"):
            _offer_to_brief(compared, subject)
            st.button(
                "★ Marked" if subject.marked else "☆ Mark",
                key="mark_row",
                shortcut="m",
                on_click=decide,
                args=(pair_of(compared), Decision("mark", subject.id)),
                help="The mark stands at the row, in the exports and in the saved comparison.",
            )
            st.html(
                f'<div class="rd-acts">{copy_button("Copy citations", _citations(compared, subject))}</div>',
                width="content",
            )
        _link_to_articles(compared, subject)
        show_deciding(compared, subject)


def _show_all(subject: str) -> None:
    desk().place(f"compare_{subject}").whole = True


def _show_apart(compared: Compared, point: Point, n: int) -> None:
    st.button(
        "Not the same",
        key=f"apart_{n}",
        shortcut="n" if n == 0 else None,
        on_click=decide,
        args=(pair_of(compared), Decision("apart", point.subject, point.a, point.b)),
        help="The two do not report the same: each stands alone.",
    )


def _point(compared: Compared, point: Point) -> str:
    """The statements of a point, the first text left; words that both have are shaded."""
    texts = [" ".join(text_of(row) for row in _rows(account, ids)) for account, ids in _parts(compared, point)]
    columns = [
        "".join(_statement(account, row, glyph, name, other) for row in _rows(account, ids))
        for (account, ids), glyph, name, other in zip(
            _parts(compared, point), (FIRST, SECOND), short_names(compared), reversed(texts), strict=True
        )
    ]
    equal = point.status == "both" and set(point.a) == set(point.b)
    said = "The sentence is equal in both. " if equal else ""
    said += f"May stand against each other: {in_words(point.against)}. " if point.against else ""
    said += "Decided by you." if point.decided else ""
    note = f'<p class="rd-kind">{html_text(said.strip())}</p>' if said else ""
    return f'<div class="rd-cmp-point"><div>{columns[0]}</div><div>{columns[1]}</div></div>{note}'


def _parts(compared: Compared, point: Point) -> list[tuple[Account, tuple[str, ...]]]:
    return [(compared.a, point.a), (compared.b, point.b)]


def _statement(account: Account, row: Any, glyph: str, name: str, other: str) -> str:
    package = account.package
    who = said_names(row.speakers, package.short_names)
    section = "" if len(package.about.sections) < 2 else "lead" if row.section == 0 else f"section {row.section}"
    meta = " · ".join(part for part in (f"{name}, sentence {row.sentence}", who, row.verb, section) if part)
    ours = '<span class="rd-kind">Paraphrase (ours)</span> ' if not row.wording else ""
    return (
        f'<div class="rd-meta">{glyph} {html_text(meta)}{frame.guess_mark(row.level)}</div>'
        f'<div class="rd-text">{ours}{_shaded(text_of(row), other)}</div>'
    )


def _shaded(text: str, other: str) -> str:
    """The text with the words that the other has too."""
    out, last = [], 0
    for start, end in shared_words(text, other) if other else ():
        out += [html_text(text[last:start]), f'<span class="rd-shared">{html_text(text[start:end])}</span>']
        last = end
    return "".join([*out, html_text(text[last:])])


def _offer_to_brief(compared: Compared, subject: Subject) -> None:
    """All statements of the row into the brief, of both texts where both have some; and out again."""
    every = [(compared.a.package.id, subject.a), (compared.b.package.id, subject.b)]
    sides = [(article, ids) for article, ids in every if ids]
    says = "Add both sides to brief" if len(sides) > 1 else "Add all to brief"
    inside = brief.in_brief(sides)
    st.button(
        "✓ In the brief" if inside else says, key="row_to_brief", shortcut="b", on_click=brief.take_sides, args=(sides,)
    )


def _citations(compared: Compared, subject: Subject) -> str:
    """The statements of the row, to paste: those of each text with its source under them."""
    both = [(compared.a, subject.a), (compared.b, subject.b)]
    return "\n\n".join(cite_all(source_of(account.package), _rows(account, ids)) for account, ids in both if ids)


def _link_to_articles(compared: Compared, subject: Subject) -> None:
    """From each statement to its place in its article."""
    with st.container(key="to_articles", horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.html('<p class="rd-p rd-quiet">Read in the article:</p>', width="content")
        for account, ids, glyph in ((compared.a, subject.a, FIRST), (compared.b, subject.b, SECOND)):
            for row in _rows(account, ids[:MOST_GLYPHS]):
                if st.button(f"{glyph} {row.sentence}", key=f"go_{glyph}_{row.statement}", type="tertiary"):
                    _go_to(account.package.id, row.statement)


def _go_to(article: str, statement: str) -> None:
    filter_panel.show_article(article)
    filter_panel.look_at(statement)
    view = desk().view
    st.switch_page(pages.path("article"), query_params={} if view.own else view.parameters)
