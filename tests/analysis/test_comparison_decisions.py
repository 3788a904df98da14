"""What a reader decides of a comparison, and what each decision does to the rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.comparison.decisions import Decision, Decisions, decided
from components.model.comparison import Point, point, subjects_of

A, B, C, D = ("aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc", "dddddddddddd")

POINTS = (
    point("food", "Food", [A], [C], against="will or may: will | may"),
    point("food", "Food", [B], []),
    point("detained", "Prisoners", [], [D]),
)


def _rows(points: tuple[Point, ...]) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...], str]]:
    return [(each.subject, each.label, each.a, each.b, each.decided) for each in points]


def test_not_the_same_leaves_each_alone_under_its_subject() -> None:
    now = decided(POINTS, [Decision("apart", "food", (A,), (C,))])

    assert _rows(now)[:2] == [("food", "Food", (A,), (), "yes"), ("food", "Food", (), (C,), "yes")]
    assert not any(each.against for each in now)


def test_the_same_makes_one_point_of_statements_that_stood_alone() -> None:
    now = decided(POINTS, [Decision("same", "food", (B,), (D,))])

    assert _rows(now) == [("food", "Food", (A,), (C,), ""), ("food", "Food", (B,), (D,), "yes")]


def test_one_subject_is_another() -> None:
    now = decided(POINTS, [Decision("join", "detained", to="food")])

    assert [each.id for each in subjects_of(now)] == ["food"]
    assert _rows(now)[2] == ("food", "Food", (), (D,), "yes")


def test_statements_get_a_subject_of_their_own_with_an_id_that_is_free() -> None:
    now = decided(POINTS, [Decision("split", "food", (B,), to="Detained")])

    assert _rows(now)[1] == ("detained-2", "Detained", (B,), (), "yes")


def test_a_subject_is_called_otherwise() -> None:
    now = decided(POINTS, [Decision("rename", "food", to=" Grain ")])

    assert [(each.id, each.label) for each in subjects_of(now)] == [("food", "Grain"), ("detained", "Prisoners")]


def test_a_subject_is_marked_as_a_whole_and_no_longer_when_that_is_decided_again() -> None:
    mark = Decision("mark", "food")

    once, twice = decided(POINTS, [mark]), decided(POINTS, [mark, mark])

    assert [(each.id, each.marked) for each in subjects_of(once)] == [("food", True), ("detained", False)]
    assert [each.decided for each in once] == ["", "", ""]  # a mark says nothing of what reports the same
    assert twice == POINTS


def test_a_marked_subject_of_one_point_stays_marked_when_its_statements_are_told_apart() -> None:
    one = POINTS[:1]

    now = decided(one, [Decision("mark", "food"), Decision("apart", "food", (A,), (C,))])

    assert [each.marked for each in now] == ["yes", "yes"]


@pytest.mark.parametrize(
    "later",
    [
        Decision("apart", "food", (A,), (C,)),
        Decision("same", "food", (A, B), (C, D)),
        Decision("rename", "food", to="Grain"),
        Decision("join", "detained", to="food"),
        Decision("split", "food", (B,), to="Trains"),
    ],
)
def test_a_marked_subject_stays_marked_whatever_else_is_decided(later: Decision) -> None:
    now = decided(POINTS, [Decision("mark", "food"), later])

    assert {each.id: each.marked for each in subjects_of(now)}["food"]


@pytest.mark.parametrize(
    "decision",
    [
        Decision("join", "food", to="gone"),
        Decision("rename", "food", to="  "),
        Decision("split", "food", (B,), to=""),
        Decision("same", "gone", (A,), (D,)),
        Decision("same", "food", (A,)),
        Decision("apart", "food", (A,), (D,)),
        Decision("mark", "gone"),
    ],
)
def test_what_does_not_fit_changes_nothing(decision: Decision) -> None:
    assert decided(POINTS, [decision]) == POINTS


def test_decisions_are_taken_back_and_brought_back() -> None:
    first, second = Decision("rename", "food", to="Grain"), Decision("join", "detained", to="food")
    both = Decisions().with_one(first).with_one(second)

    assert both.undone() == Decisions((first,), (second,))
    assert both.undone().redone() == both
    assert both.undone().undone().undone().made == ()
    assert both.undone().with_one(second).back == ()
    assert Decisions().undone() == Decisions().redone() == Decisions()


_IDS = st.lists(st.sampled_from([A, B]), unique=True).map(tuple)
_THEIRS = st.lists(st.sampled_from([C, D]), unique=True).map(tuple)
_DECISIONS = st.builds(
    Decision,
    st.sampled_from(["same", "apart", "join", "split", "rename", "mark"]),
    st.sampled_from(["food", "detained", "grain"]),
    _IDS,
    _THEIRS,
    st.sampled_from(["food", "detained", "Grain", ""]),
)


@given(st.lists(_DECISIONS, max_size=6))
def test_no_decision_loses_a_statement(decisions: list[Decision]) -> None:
    now = decided(POINTS, decisions)

    assert {id for each in now for id in each.a} == {A, B}
    assert {id for each in now for id in each.b} == {C, D}
