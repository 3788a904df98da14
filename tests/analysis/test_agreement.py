"""Machine against hand: alpha against published examples, the rest worked out by hand on small codings."""

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.agreement import (
    COMPARED,
    Agreement,
    Disagreement,
    agreement,
    alphas,
    disagreements,
    krippendorff_alpha,
    micro_f1,
    same_speaker,
    weakest,
)
from components.article.package import Package
from components.model.codebook import Codebook

COLUMNS = ["statement", "speakers", "via", "form", "topics"]


def coding(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Statements a, b, c ... of the given speakers, via, form and topics, in words separated by spaces."""
    split = [
        (id, tuple(speakers.split()), via, form, tuple(topics.split()))
        for id, (speakers, via, form, topics) in zip("abcdefgh", rows, strict=False)
    ]
    return pd.DataFrame(split, columns=COLUMNS)


# Four statements: of the second the machine lost a speaker, of the third who relays it and one of two topics,
# of the fourth the form; it gave the fourth a topic that is no lead topic.
HAND = coding(
    ("brook", "", "indirect", "nato"),
    ("brook dale", "", "carried", ""),
    ("cole", "brook", "indirect", "minsk troops"),
    ("reporter", "", "narration", ""),
)
MACHINE = coding(
    ("brook", "", "indirect", "nato"),
    ("dale", "", "carried", ""),
    ("cole", "", "indirect", "minsk"),
    ("reporter", "", "indirect", "ukraine"),
)


def by_field(hand: pd.DataFrame, machine: pd.DataFrame, codebook: Codebook) -> dict[str, Agreement]:
    return {each.field: each for each in agreement(hand, machine, codebook)}


# --- Alpha --------------------------------------------------------------------------------------

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), https://repository.upenn.edu/asc_papers/43
PUBLISHED = [
    pytest.param("0100000010", "1110010000", 0.095, id="A: binary data, two observers"),
    pytest.param("aabbdcccedda", "babbbccceddd", 0.692, id="B: nominal data, two observers"),
]


@pytest.mark.parametrize(("one", "other", "alpha"), PUBLISHED)
def test_alpha_is_the_one_that_krippendorff_published(one: str, other: str, alpha: float) -> None:
    pairs = [((a,), (b,)) for a, b in zip(one, other, strict=True)]

    assert krippendorff_alpha(pairs) == pytest.approx(alpha, abs=0.0005)


def test_alpha_counts_a_partial_overlap_partly() -> None:
    """Of the speakers one statement differs: MASI 1 - 1/2 · 2/3 = 2/3, observed 2/3 ÷ 4 = 1/6.

    Among all eight sets (brook twice, brook and dale, dale, cole twice, reporter twice) 50 of 56 ordered pairs differ, six
    of them by 2/3 only: expected 48/56. So alpha is 1 - (1/6) ÷ (6/7) = 29/36.
    """
    pairs = list(zip(HAND["speakers"], MACHINE["speakers"], strict=True))

    assert krippendorff_alpha(pairs) == pytest.approx(29 / 36)


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [(("brook",), ("brook",))],
        [((), ())] * 3,
        [(("a", "b"), ("b", "a"))] * 3,
    ],
)
def test_where_nothing_varies_alpha_is_not_defined(pairs: list[Any]) -> None:
    assert krippendorff_alpha(pairs) is None


def test_where_the_two_always_differ_alpha_is_below_chance() -> None:
    """Observed 1, expected 2 · 3 · 3 ÷ 30 = 0.6."""
    assert krippendorff_alpha([(("a",), ("b",))] * 3) == pytest.approx(1 - 1 / 0.6)


def test_two_empty_sets_are_the_same_and_an_empty_one_shares_nothing() -> None:
    """Observed 1/2; of the four sets one holds a topic: 6 of 12 ordered pairs differ."""
    assert krippendorff_alpha([((), ()), (("nato",), ())]) == pytest.approx(0)


sets = st.lists(st.sampled_from("abcd"), unique=True, max_size=3).map(tuple)
codings = st.lists(st.tuples(sets, sets), min_size=1, max_size=12)


@given(codings)
def test_alpha_is_one_exactly_where_both_say_the_same_and_does_not_mind_who_is_first(pairs: list[Any]) -> None:
    alpha = krippendorff_alpha(pairs)
    same = all(set(one) == set(other) for one, other in pairs)

    if alpha is None:
        assert same
    else:
        assert math.isclose(alpha, 1) == same
        assert alpha <= 1
        assert krippendorff_alpha([(other, one) for one, other in pairs]) == pytest.approx(alpha)


# --- F1 -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "f1"),
    [
        ([(("nato", "minsk"), ("nato",)), ((), ("osce",))], 2 * 1 / (2 + 2)),
        ([(("nato",), ("nato",)), (("minsk", "osce"), ("osce", "minsk"))], 1),
        ([(("nato",), ("osce",))], 0),
        ([(("nato", "nato"), ("nato",))], 1),  # a topic counts once for a statement
        ([((), ())], None),
        ([], None),
    ],
)
def test_f1_is_twice_what_is_common_by_what_is_given(pairs: list[Any], f1: float | None) -> None:
    assert micro_f1(pairs) == f1


# --- The comparison -----------------------------------------------------------------------------


def test_each_field_has_its_counts_its_alpha_and_its_statements(codebook: Codebook) -> None:
    """Alpha by hand: via 1 - (1/4) ÷ (14/56), form 1 - (1/4) ÷ (34/56), topics 1 - (5/12) ÷ (142/168)."""
    found = by_field(HAND, MACHINE, codebook)

    assert list(found) == list(COMPARED)
    assert {key: (each.same, each.n) for key, each in found.items()} == {
        "speakers": (3, 4),
        "via": (3, 4),
        "form": (3, 4),
        "topics": (2, 4),
        "lead_topics": (4, 4),
    }
    assert [each.alpha for each in found.values()] == pytest.approx([29 / 36, 0, 10 / 17, 36 / 71, 1])
    assert [each.f1 for each in found.values()] == [None, None, None, 2 * 2 / (3 + 3), 1]
    assert found["topics"].same_ids == ("a", "b")
    assert found["topics"].different_ids == ("c", "d")


def test_what_is_recorded_is_each_alpha_to_four_decimals_the_hand_first(codebook: Codebook) -> None:
    """Of a single statement nothing varies, so no alpha is defined."""
    found = alphas(HAND, MACHINE, codebook)
    exact = {name: each.alpha for name, each in by_field(HAND, MACHINE, codebook).items()}

    assert list(found) == list(COMPARED)
    assert found == {name: None if alpha is None else round(alpha, 4) for name, alpha in exact.items()}
    assert found["speakers"] != exact["speakers"]  # it has more decimals
    assert set(alphas(HAND.head(1), MACHINE.head(1), codebook).values()) == {None}


def test_each_field_is_called_as_a_heading_and_in_a_sentence_says_it() -> None:
    assert {key: (each.label, each.on) for key, each in COMPARED.items()} == {
        "speakers": ("Speaker", "the speaker"),
        "via": ("Relayed by", "who relays it"),
        "form": ("Form", "the form"),
        "topics": ("Topics", "the topics"),
        "lead_topics": ("Lead topics", "the lead topics"),
    }


def test_disagreements_stand_in_the_order_of_the_article_and_lead_topics_are_not_told_twice() -> None:
    assert disagreements(HAND, MACHINE) == [
        Disagreement("b", "speakers", ("brook", "dale"), ("dale",)),
        Disagreement("c", "via", ("brook",), ()),
        Disagreement("c", "topics", ("minsk", "troops"), ("minsk",)),
        Disagreement("d", "form", ("narration",), ("indirect",)),
        Disagreement("d", "topics", (), ("ukraine",)),
    ]


def test_the_order_of_speakers_and_of_rows_is_no_difference(codebook: Codebook) -> None:
    hand = coding(("brook dale", "", "indirect", "nato minsk"), ("cole", "", "direct", ""))
    machine = coding(("dale brook", "", "indirect", "minsk nato"), ("cole", "", "direct", ""))

    assert disagreements(hand, machine[::-1]) == []
    assert by_field(hand, machine[::-1], codebook)["speakers"].same_ids == ("a", "b")


def test_a_statement_that_one_coding_does_not_have_is_left_out(codebook: Codebook) -> None:
    assert by_field(HAND, MACHINE[1:3], codebook)["speakers"].n == 2
    assert by_field(HAND[1:3], MACHINE, codebook)["speakers"].n == 2


@pytest.mark.parametrize("machine", [pd.DataFrame(), MACHINE[:0]])
def test_without_answers_of_the_machine_nothing_is_compared(codebook: Codebook, machine: pd.DataFrame) -> None:
    found = agreement(HAND, machine, codebook)

    assert [(each.n, each.alpha, each.f1) for each in found] == [(0, None, None)] * len(COMPARED)
    assert disagreements(HAND, machine) == []


def test_a_coding_agrees_with_itself(codebook: Codebook, example: Package) -> None:
    found = by_field(example.statements, example.statements, codebook)

    assert {each.same for each in found.values()} == {11}
    assert {key: each.alpha for key, each in found.items()} == pytest.approx(dict.fromkeys(COMPARED, 1))


# --- In words -----------------------------------------------------------------------------------


def measured(alpha: float | None, *, field: str = "speakers", same: int = 1, different: int = 0) -> Agreement:
    return Agreement(field, COMPARED[field].label, ("a",) * same, ("b",) * different, alpha, None)


@pytest.mark.parametrize(
    ("alpha", "verdict"),
    [
        (1, "reliable"),
        (0.8, "reliable"),
        (0.7996, "reliable"),  # it is shown as 0.800
        (0.7994, "tentative"),
        (0.667, "tentative"),
        (0.666, "weak"),
        (-0.5, "weak"),
        (None, ""),
    ],
)
def test_the_verdict_follows_krippendorffs_thresholds(alpha: float | None, verdict: str) -> None:
    assert measured(alpha).verdict == verdict


@pytest.mark.parametrize(
    ("same", "different", "said"),
    [
        (90, 1, "Machine and hand agree on the speaker of 90 of 91 statements"),
        (91, 0, "Machine and hand agree on the speaker of all 91 statements"),
        (0, 7, "Machine and hand agree on the speaker of none of 7 statements"),
        (1, 0, "Machine and hand agree on the speaker of the one statement"),
        (0, 1, "Machine and hand differ on the speaker of the one statement"),
        (0, 0, "No statement was coded both by machine and by hand"),
    ],
)
def test_the_heading_counts_the_statements_with_the_same_speaker(same: int, different: int, said: str) -> None:
    found = [measured(1, same=same, different=different), measured(0, field="form")]

    assert same_speaker(found) == said


def test_what_is_weak_is_called_weak() -> None:
    found = [measured(0.9), measured(0.7, field="via"), measured(0.1, field="form"), measured(0.6, field="lead_topics")]

    assert weakest(found) == "The agreement is weak on: form, lead topics."
    assert weakest(found[:2]) == "No agreement is weak."
    assert weakest([measured(None)]) == ""
