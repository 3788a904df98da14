"""The filter: what it selects, and how it says itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.filters import QUESTIONS, StatementFilter, contradicted, searched_in
from components.article.package import Package
from components.model.codebook import Codebook
from components.model.fields import Labels, Question
from components.model.scores import TONES

Filter = StatementFilter

SELECTS = [
    # filter, sentences that it leaves, how it says itself
    (Filter(), list(range(1, 12)), ""),
    (Filter(speakers=("brook",)), [2, 3, 9, 11], "Brook"),
    (Filter(speakers=("cole", "dale")), [4, 5, 6, 7, 8, 9], "Cole or Dale"),
    (Filter(topics=("minsk",)), [8, 9], "Minsk agreements"),
    (Filter(speakers=("dale",), topics=("minsk",)), [9], "Dale on Minsk agreements"),
    (Filter(sections=(0, 1)), [1, 2, 3, 4, 5], "section lead or 1"),
    (Filter(sections=(0, 1, 2)), list(range(1, 12)), "section lead, 1 or 2"),
    (Filter(forms=("carried", "direct")), [3, 4], "carried over or quoted"),
    (Filter(tones=("positive",)), [2, 3, 7], "positive by TextBlob"),
    (Filter(tones=("negative",)), [8], "negative by TextBlob"),
    (Filter(tones=("neutral",)), [], "near zero by TextBlob"),
    (Filter(tones=("unscored",)), [1, 4, 5, 6, 9, 10, 11], "without a word that TextBlob knows"),
    (Filter(tones=("contradicted",)), [7], "on which the scorers contradict each other"),
    (Filter(tones=("positive", "negative")), [2, 3, 7, 8], "positive by TextBlob or negative by TextBlob"),
    (Filter(words="minsk"), [8, 9], "with “minsk” in paraphrase and evidence"),
    (Filter(words="BADLY minsk"), [8], "with “BADLY minsk” in paraphrase and evidence"),
    (Filter(words="terrible"), [8], "with “terrible” in paraphrase and evidence"),
    (Filter(words="called"), [], "with “called” in paraphrase and evidence"),
    (Filter(words="called", in_wording=True), [8], "with “called” in paraphrase, evidence and wording"),
    (Filter(words="insk"), [], "with “insk” in paraphrase and evidence"),
    (Filter(words="mins"), [], "with “mins” in paraphrase and evidence"),
    (Filter(words="mins*"), [8, 9], "with “mins*” in paraphrase and evidence"),
    (Filter(words="insk*"), [], "with “insk*” in paraphrase and evidence"),
    (Filter(words="(a+)+$"), [], "with “(a+)+$” in paraphrase and evidence"),
    (
        Filter(speakers=("brook",), forms=("indirect",), words="good"),
        [2],
        "Brook, reported, with “good” in paraphrase and evidence",
    ),
]


@pytest.mark.parametrize(("asked", "sentences", "words"), SELECTS)
def test_a_filter_selects_statements(example: Package, asked: Filter, sentences: list[int], words: str) -> None:
    assert list(asked.apply(example.statements)["sentence"]) == sentences


@pytest.mark.parametrize(("asked", "sentences", "words"), SELECTS)
def test_a_filter_says_itself(
    example: Package, codebook: Codebook, asked: Filter, sentences: list[int], words: str
) -> None:
    labels = Labels(example.short_names, codebook.topic_labels, searched_in(example.statements, asked))
    expected = f"{len(sentences)} of 11 statements: {words}" if words else "All 11 statements"

    assert asked.describe(len(sentences), 11, labels) == expected


def test_the_only_statement_is_not_all_of_one() -> None:
    labels = Labels({"brook": "Brook"}, {})

    assert Filter().describe(1, 1, labels) == "The one statement"
    assert Filter(speakers=("brook",)).describe(0, 1, labels) == "0 of 1 statement: Brook"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("They met in Warsaw.", "war", False),
        ("They met in Warsaw.", "war*", True),
        ("They met in Warsaw.", "saw*", False),
        ("A war, they said.", "WAR", True),
        ("A war* of words.", "*", True),
        ("A war of words.", "*", False),
        ("It’s a so-called ‘pause’.", "it's pause so-called", True),
        ("It costs $24 a head.", "$24", True),
        ("It costs US$24 a head.", "$24", True),
        ("It costs $240 a head.", "$24", False),
        ("The 5+2 talks.", "5+2", True),
        ("A strasse", "Straße", True),
        ("A caf\u00e9", "cafe\u0301", True),
        ("Talks (again).", "(again).", True),
    ],
)
def test_words_are_found_whole(example: Package, text: str, words: str, *, found: bool) -> None:
    statements = example.statements.head(1).assign(gloss=text, phrases="", wording="")

    assert len(Filter(words=words).apply(statements)) == found


def test_words_with_many_stars_cost_no_time(example: Package) -> None:
    statements = example.statements.assign(gloss="a" * 5_000)

    assert Filter(words="a*" * 100).apply(statements).empty


@pytest.mark.parametrize(
    ("gloss", "wording", "in_wording", "said"),
    [
        (("a", "b"), ("", ""), False, "paraphrase and evidence"),
        (("a", "b"), ("", ""), True, "paraphrase and evidence"),
        (("a", "b"), ("c", "d"), False, "paraphrase and evidence"),
        (("a", "b"), ("c", ""), True, "paraphrase, evidence and wording"),
        (("", ""), ("c", "d"), False, "wording and evidence"),
        (("", ""), ("c", "d"), True, "wording and evidence"),
        (("a", ""), ("c", "d"), False, "paraphrase (or else wording) and evidence"),
        (("a", ""), ("c", "d"), True, "paraphrase, evidence and wording"),
        (("a", ""), ("c", ""), False, "paraphrase and evidence"),
    ],
)
def test_what_is_searched_is_what_is_said(
    example: Package, gloss: tuple[str, str], wording: tuple[str, str], *, in_wording: bool, said: str
) -> None:
    """By the filter itself: a word that stands in one place alone is found exactly where the sentence names that place."""
    statements = example.statements.head(2).assign(gloss=gloss, wording=wording, phrases="")

    assert searched_in(statements, Filter(words="x", in_wording=in_wording)) == said
    found = Filter(words="c", in_wording=in_wording).apply(statements)
    assert len(found) == ("c" in wording and said != "paraphrase and evidence" and (in_wording or gloss[0] == ""))


def test_without_a_filter_the_table_itself_comes_back(example: Package) -> None:
    assert Filter().apply(example.statements) is example.statements


def test_the_scorers_contradict_each_other_only_beyond_the_threshold(example: Package) -> None:
    assert [int(n) for n in example.statements["sentence"][contradicted(example.statements)]] == [7]


@pytest.mark.parametrize(
    ("polarity", "vader", "contradict"),
    [(0.7, -0.06, True), (-0.06, 0.7, True), (0.7, -0.05, False), (0.05, -0.7, False), (0.7, 0.01, False)],
)
def test_what_is_near_zero_contradicts_nothing(
    example: Package, polarity: float, vader: float, *, contradict: bool
) -> None:
    statements = example.statements.head(1).assign(polarity=polarity, vader=vader, blend=-1, subjectivity=-1)

    assert contradicted(statements).tolist() == [contradict]


@pytest.mark.parametrize(
    ("kind", "blend", "textblob"),
    [("negative", [1], [2]), ("neutral", [3], [1]), ("positive", [2], [3]), ("unscored", [4], [4])],
)
def test_each_kind_of_tone_is_asked_for_by_the_score_that_it_names(
    example: Package, kind: str, blend: list[int], textblob: list[int]
) -> None:
    statements = example.statements.head(4).assign(
        blend=[-0.06, 0.06, 0.05, float("nan")], polarity=[-0.05, -0.3, 0.2, float("nan")]
    )

    assert Filter(tones=(f"blend-{kind}",)).apply(statements)["sentence"].tolist() == blend
    assert Filter(tones=(kind,)).apply(statements)["sentence"].tolist() == textblob


def test_the_filter_s_list_names_the_score_of_each_kind_of_tone_the_blend_first() -> None:
    assert list(QUESTIONS["tone"].options(Labels({}, {})).values()) == [
        "negative by Blend", "near zero by Blend", "positive by Blend", "not scored by Blend", "negative by TextBlob",
        "near zero by TextBlob", "positive by TextBlob", "not scored by TextBlob", "scorers contradict each other",
    ]  # fmt: skip


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


def test_all_questions_are_reached_by_the_name_of_their_field() -> None:
    asked = Filter(words="good", in_wording=True)
    for name, values in (
        ("speakers", ["a"]),
        ("topics", ["b"]),
        ("section", [0, 2]),
        ("form", ["direct"]),
        ("tone", ["neutral"]),
    ):
        asked = asked.with_values(name, values)

    assert asked == Filter(("a",), ("b",), (0, 2), ("direct",), ("neutral",), "good", in_wording=True)
    assert [asked.asked_of(name) for name in QUESTIONS] == [("a",), ("b",), (0, 2), ("direct",), ("neutral",)]
    assert asked.with_values("topics", ()) == replace(asked, topics=())


def test_a_field_without_an_attribute_is_asked_for_too(monkeypatch: pytest.MonkeyPatch, example: Package) -> None:
    monkeypatch.setitem(QUESTIONS, "via", Question("via", "Relayed by", lambda labels: labels.actors))
    asked = Filter(topics=("minsk",)).with_values("via", ["brook"])

    assert asked.more == (("via", ("brook",)),)
    assert list(asked.apply(example.statements)["sentence"]) == [8]
    assert asked.in_words(Labels({"brook": "Brook"}, {"minsk": "Minsk"})) == "Minsk, relayed by Brook"
    assert asked.with_values("via", ["cole", "dale"]).more == (("via", ("cole", "dale")),)
    assert asked.with_values("via", []) == Filter(topics=("minsk",))
    assert Filter().with_values("via", ["brook"]).active


# --- Piece by piece -----------------------------------------------------------------------------


def test_a_filter_is_said_piece_by_piece_and_each_piece_can_be_taken_away() -> None:
    asked = StatementFilter(("a", "b"), ("grain",), (0, 2), ("direct",), ("negative",), "war")
    labels = Labels({"a": "Ana", "b": "Ben"}, {"grain": "Grain"}, sections=("Lead", "One", "Two"))

    pieces = asked.pieces(labels)

    assert [" ".join(filter(None, (each.before, each.said, each.after))) for each in pieces] == [
        "by Ana", "or Ben", "on Grain", "in section lead", "or section 2", "quoted", "negative by TextBlob",
        "with “war” in paraphrase and evidence",
    ]  # fmt: skip
    for piece in pieces:
        asked = asked.without(piece.name, piece.value)
    assert asked == StatementFilter()
