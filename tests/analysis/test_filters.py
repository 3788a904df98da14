"""The filter: what it selects, and how it says itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.filters import TONE_OPTIONS, TONES, Labels, StatementFilter, contradicted
from components.article.package import Package
from components.model.codebook import Codebook

Filter = StatementFilter

SELECTS = [
    # filter, sentences that it leaves, how it says itself
    (Filter(), list(range(1, 12)), ""),
    (Filter(speakers=("brook",)), [2, 3, 9, 11], "Brook"),
    (Filter(speakers=("cole", "dale")), [4, 5, 6, 7, 8, 9], "Cole or Dale"),
    (Filter(topics=("minsk",)), [8, 9], "Minsk agreements"),
    (Filter(speakers=("dale",), topics=("minsk",)), [9], "Dale on Minsk agreements"),
    (Filter(sections=(0, 1)), [1, 2, 3, 4, 5], "section lead or 1"),
    (Filter(forms=("carried", "direct")), [3, 4], "carried over or quoted"),
    (Filter(tones=("positive",)), [2, 3, 7], "positive in tone"),
    (Filter(tones=("negative",)), [8], "negative in tone"),
    (Filter(tones=("neutral",)), [], "near zero in tone"),
    (Filter(tones=("unscored",)), [1, 4, 5, 6, 9, 10, 11], "without a word that TextBlob knows"),
    (Filter(tones=("contradicted",)), [7], "on which the scorers contradict each other"),
    (Filter(tones=("positive", "negative")), [2, 3, 7, 8], "positive in tone or negative in tone"),
    (Filter(words="minsk"), [8, 9], "with “minsk” in paraphrase or evidence"),
    (Filter(words="BADLY minsk"), [8], "with “BADLY minsk” in paraphrase or evidence"),
    (Filter(words="terrible"), [8], "with “terrible” in paraphrase or evidence"),
    (Filter(words="called"), [], "with “called” in paraphrase or evidence"),
    (Filter(words="called", in_wording=True), [8], "with “called” in paraphrase, evidence or wording"),
    (Filter(words="(a+)+$"), [], "with “(a+)+$” in paraphrase or evidence"),
    (
        Filter(speakers=("brook",), forms=("indirect",), words="good"),
        [2],
        "Brook, reported, with “good” in paraphrase or evidence",
    ),
]


@pytest.fixture
def labels(example: Package, codebook: Codebook) -> Labels:
    return Labels(example.short_names, codebook.topic_labels)


@pytest.mark.parametrize(("asked", "sentences", "words"), SELECTS)
def test_a_filter_selects_statements(example: Package, asked: Filter, sentences: list[int], words: str) -> None:
    assert list(asked.apply(example.statements)["sentence"]) == sentences


@pytest.mark.parametrize(("asked", "sentences", "words"), SELECTS)
def test_a_filter_says_itself(labels: Labels, asked: Filter, sentences: list[int], words: str) -> None:
    expected = f"{len(sentences)} of 11 statements: {words}" if words else "All 11 statements"

    assert asked.describe(len(sentences), 11, labels) == expected


def test_without_a_filter_the_table_itself_comes_back(example: Package) -> None:
    assert Filter().apply(example.statements) is example.statements


def test_the_scorers_contradict_each_other_only_beyond_the_threshold(example: Package) -> None:
    assert [int(n) for n in example.statements["sentence"][contradicted(example.statements)]] == [7]


def test_every_tone_has_a_name_and_words() -> None:
    assert set(TONES) == set(TONE_OPTIONS)


FILTERS = st.builds(
    Filter,
    speakers=st.lists(st.sampled_from(["brook", "dale", "nobody"])).map(tuple),
    topics=st.lists(st.sampled_from(["minsk", "nato"])).map(tuple),
    sections=st.lists(st.integers(0, 3)).map(tuple),
    forms=st.lists(st.sampled_from(["direct", "indirect"])).map(tuple),
    tones=st.lists(st.sampled_from(list(TONES))).map(tuple),
    words=st.text(max_size=8),
    in_wording=st.booleans(),
)


@given(FILTERS)
def test_no_filter_adds_a_row_and_filtering_twice_changes_nothing(example: Package, asked: Filter) -> None:
    once = asked.apply(example.statements)

    assert set(once["statement"]) <= set(example.statements["statement"])
    assert asked.apply(once).equals(once)


@given(FILTERS)
def test_a_value_more_in_a_field_never_takes_a_statement_away(example: Package, asked: Filter) -> None:
    """Values of one field are joined by "or"."""
    narrow = replace(asked, topics=("minsk",))
    wide = replace(asked, topics=("minsk", "nato"))

    assert set(narrow.apply(example.statements)["statement"]) <= set(wide.apply(example.statements)["statement"])
