"""Numbers, shares and lists as a sentence says them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis import english

SHARES = [
    (1, 1, "the one statement"),
    (2, 2, "both statements"),
    (6, 6, "all six statements"),
    (7, 9, "seven of nine statements"),
    (1, 2, "one of two statements"),
    (18, 19, "18 of 19 statements"),
    (19, 20, "more than nine statements in ten"),
    (77, 91, "more than four statements in five"),
    (80, 100, "four statements in five"),
    (78, 100, "four statements in five"),
    (82, 100, "four statements in five"),
    (83, 100, "more than four statements in five"),
    (77, 100, "three statements in four"),
    (88, 101, "almost nine statements in ten"),
    (45, 91, "half of the statements"),
    (30, 100, "three statements in ten"),
    (34, 100, "one statement in three"),
    (4, 91, "four of 91 statements"),
]


@pytest.mark.parametrize(("part", "whole", "words"), SHARES)
def test_a_share_is_said_in_words(part: int, whole: int, words: str) -> None:
    assert english.share(part, whole) == words


@given(st.integers(20, 500), st.data())
def test_a_share_in_words_is_near_the_share(whole: int, data: st.DataObject) -> None:
    """Whatever is said, the fraction named is at most a tenth away, and "more than" and "almost" point the right way."""
    part = data.draw(st.integers(max(1, whole // 10 + 1), whole - 1))
    words = english.share(part, whole)
    numbers = {word: i for i, word in enumerate(english.NUMBERS)}
    match = re.search(r"(\w+) statements? in (\w+)", words)
    said = numbers[match[1]] / numbers[match[2]] if match else 0.5

    assert abs(part / whole - said) <= 0.1
    if words.startswith("more than"):
        assert part / whole > said
    if words.startswith("almost"):
        assert part / whole < said


@pytest.mark.parametrize(("count", "words"), [(1, "once"), (2, "twice"), (3, "three times"), (20, "20 times")])
def test_times(count: int, words: str) -> None:
    assert english.times(count) == words


@pytest.mark.parametrize(
    ("subject", "verb"),
    [
        ("the one statement", "is"),
        ("one of two statements", "is"),
        ("more than one statement in three", "is"),
        ("both statements", "are"),
        ("half of the statements", "are"),
        ("two statements in three", "are"),
        ("21 of 40 statements", "are"),
    ],
)
def test_the_verb_follows_the_subject(subject: str, verb: str) -> None:
    assert english.is_or_are(subject) == verb


def test_lists_and_owners() -> None:
    assert [english.listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [english.possessive(name) for name in ("Lee", "Jones")] == ["Lee’s", "Jones’s"]
