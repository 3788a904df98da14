"""Agreement of coders: published examples, nltk as a second computation, and small codings worked out by hand."""

import random
from collections.abc import Sequence

import pandas as pd
import pytest

from components.analysis.agreement import krippendorff_alpha
from components.analysis.reliability import Answer, Unit, Values, alpha, confusion, kappa, masi, reliabilities
from components.model.without_statistics import without_statistics

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units, missing values.
FOUR = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def one(value: str) -> Values:
    return frozenset(value.split())


def units(rows: Sequence[str]) -> list[Unit]:
    """Rows of coders as units: a stop is a missing value."""
    return [
        [None if value == "." else frozenset([value]) for value in unit]
        for unit in zip(*map(str.split, rows), strict=True)
    ]


def test_alpha_of_four_observers_is_the_published_one() -> None:
    found = alpha(units(FOUR))

    assert found
    assert found.value == pytest.approx(0.743, abs=0.0005)
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.value < found.high <= 1


def test_alpha_of_two_observers_is_the_published_one() -> None:
    """Section B of the same paper: nominal data, two observers, no missing values."""
    found = alpha(units(("a a b b d c c c e d d a", "b a b b b c c c e d d d")))

    assert found
    assert found.value == pytest.approx(0.692, abs=0.0005)


def test_a_unit_of_one_coder_changes_nothing() -> None:
    assert alpha(units([f"{row} {'5' if i else '.'}" for i, row in enumerate(FOUR[:2])])) == alpha(units(FOUR[:2]))


def test_alpha_of_sets_is_that_of_nltk() -> None:
    with without_statistics():
        from nltk.metrics.agreement import AnnotationTask
        from nltk.metrics.distance import masi_distance
    chance = random.Random(7)  # noqa: S311
    pairs = [tuple(tuple(chance.sample("abcd", chance.randint(1, 3))) for _ in range(2)) for _ in range(40)]
    task = AnnotationTask(
        [(c, i, frozenset(v)) for i, pair in enumerate(pairs) for c, v in enumerate(pair)], distance=masi_distance
    )
    found = alpha([tuple(map(frozenset, pair)) for pair in pairs])

    assert found
    assert found.value == pytest.approx(task.alpha())
    assert found.value == pytest.approx(krippendorff_alpha(pairs))


def test_where_nothing_varies_there_is_no_alpha_and_no_kappa() -> None:
    same = [(one("a"), one("a"))] * 3

    assert alpha(same) is None
    assert kappa(same) is None
    assert alpha([]) is None
    assert kappa([]) is None


def test_the_interval_is_the_same_each_time() -> None:
    assert alpha(units(FOUR)) == alpha(units(FOUR))


def test_under_five_units_there_is_no_interval() -> None:
    found = alpha(units(("a b a b", "a b a a")))

    assert found
    assert (found.low, found.high) == (None, None)


def test_kappa_worked_out_by_hand() -> None:
    """3 of 4 the same; by chance 2/4 · 3/4 + 2/4 · 1/4 = 1/2, so (3/4 − 1/2) ÷ (1 − 1/2) = 1/2."""
    assert kappa([(one("a"), one("a")), (one("a"), one("a")), (one("b"), one("b")), (one("b"), one("a"))]) == 0.5


def test_masi_between_sets() -> None:
    assert [masi(one(a), one(b)) for a, b in (("a", "a"), ("a", "b"), ("", "a"), ("a", "a b"), ("a b", "b c"))] == [
        0, 1, 1, pytest.approx(2 / 3), pytest.approx(1 - 1 / 9),
    ]  # fmt: skip


FIRST = pd.DataFrame({
    "statement": list("abcd"), "speakers": [("x",), ("x", "y"), ("y",), ("z",)], "via": ["", "", "x", ""],
    "form": ["direct", "direct", "carried", "narration"], "topics": [("t",), (), ("t",), ()],
})  # fmt: skip
SECOND = {
    "a": Answer(one("x"), one(""), one("direct"), one("t")),
    "b": Answer(one("y"), one(""), None, one("")),
    "c": Answer(one("y"), one(""), one("indirect"), one("t")),
    "gone": Answer(one("x")),
}


def test_two_codings_are_compared_field_by_field_and_missing_values_are_counted() -> None:
    speakers, via, form, topics = reliabilities(FIRST, SECOND)

    assert [(each.n, each.missing) for each in (speakers, via, form, topics)] == [(3, 1), (3, 1), (2, 2), (3, 1)]
    assert [each.different for each in (speakers, via, form, topics)] == [["b"], ["c"], ["c"], []]
    assert speakers.share == pytest.approx(2 / 3)
    assert topics.alpha
    assert topics.alpha.value == 1


def test_a_confusion_table_counts_first_by_second() -> None:
    form = reliabilities(FIRST, SECOND)[2]
    table = confusion(form, lambda values: ", ".join(sorted(values)) or "nothing")

    assert table.to_dict() == {"direct": {"direct": 1, "carried": 0}, "indirect": {"direct": 0, "carried": 1}}


def test_nothing_coded_has_no_figures() -> None:
    assert [(each.n, each.share, each.kappa, each.alpha) for each in reliabilities(FIRST, {})] == [
        (0, None, None, None)
    ] * 4
