"""Two articles side by side: what both report, what only one does, and the sentences that say so."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.analysis.comparison.accounts import Account
from components.analysis.comparison.against import against
from components.analysis.comparison.compared import Compared, as_content, heading, in_figures, in_short
from components.analysis.comparison.matching import Sentence, matches, tells_of_meeting
from components.analysis.comparison.rows import propose
from components.analysis.comparison.words import akin, features_of, names_in
from components.model.codebook import Codebook, load_codebook
from components.model.comparison import CAVEAT, MEETING, OTHER, point
from components.model.evaluation import load_evaluation
from tests.comparison.accounts import Line, account
from tests.comparison.measure import KEPT_BACK, MADE_WITH, PAIRS, only_on_one_side, pair, proposed, same_point
from tests.conftest import DATA

_BOOK = load_codebook(DATA)

OURS: tuple[Line, ...] = (
    ("Minister Korrin met Minister Thale in Port Sella.", ""),
    ("They agreed that grain trains will cross at Dorn from 1 June.", "food"),
    ("Korrin was worried about the closing of two newspapers.", "human-rights"),
)
THEIRS: tuple[Line, ...] = (
    ("Minister Thale held talks with Minister Korrin in Port Sella.", ""),
    ("Thale demanded the release of the nine sailors.", "detained"),
    ("It was agreed that grain trains may cross at Dornau from 1 June.", "food"),
)


@pytest.fixture
def codebook() -> Codebook:
    """The general one, whose subjects are the rows."""
    return _BOOK


@pytest.fixture
def compared(codebook: Codebook) -> Compared:
    return _compared(OURS, THEIRS, codebook)


def _compared(a: tuple[Line, ...], b: tuple[Line, ...], codebook: Codebook, **of_both: str) -> Compared:
    first, second = account(a, codebook, name="Marenia", **of_both), account(b, codebook, name="Tolvia", **of_both)  # type: ignore[arg-type]
    return Compared(first, second, propose(first, second, codebook))


def test_rows_are_subjects_and_what_only_one_text_has_comes_first(compared: Compared) -> None:
    rows = [
        (each.id, each.status, compared.a.numbers(each.a), compared.b.numbers(each.b)) for each in compared.subjects
    ]

    assert rows == [
        ("detained", "only_b", [], [2]),
        ("human-rights", "only_a", [3], []),
        ("food", "both", [2], [3]),
        (MEETING, "both", [1], [1]),
    ]


def test_the_sentences_in_short_count_and_name(compared: Compared) -> None:
    assert heading(compared) == "One subject stands only in Tolvia’s readout"
    assert in_short(compared) == (
        "Only in Tolvia’s readout: Prisoners and hostages. Only in Marenia’s readout: Human rights. One subject is in both."
    )
    assert in_figures(compared) == (
        "In both: 2 of 3 statements of Marenia’s readout and 2 of 3 of Tolvia’s readout. Only in Marenia’s readout: 1. "
        "Only in Tolvia’s readout: 1. One point may stand against each other: look and decide."
    )


def test_texts_without_publishers_are_the_first_and_the_second(codebook: Codebook) -> None:
    a, b = account(OURS, codebook), account(THEIRS, codebook)

    assert heading(Compared(a, b, propose(a, b, codebook))) == "One subject stands only in the second text"


def test_no_word_of_ours_says_what_a_text_cannot_show(compared: Compared) -> None:
    said = " ".join([heading(compared), in_short(compared), in_figures(compared), CAVEAT])

    for forbidden in ("omit", "deni", "deny", "leaves out", "left out", "says nothing", "silent"):
        assert forbidden not in said


def test_the_same_article_twice_is_said_to_be_the_same(codebook: Codebook) -> None:
    same = _compared(OURS, OURS, codebook)

    assert heading(same) == "The two texts are the same, sentence by sentence"
    assert {each.status for each in same.points} == {"both"}
    assert all(each.a == each.b and not each.against for each in same.points)


def test_an_article_without_sentences_leaves_all_of_the_other(codebook: Codebook) -> None:
    alone = _compared(OURS, (), codebook)

    assert heading(alone) == "One of the two texts has no sentence"
    assert [each.status for each in alone.points] == ["only_a"] * 3
    assert heading(_compared((), (), codebook)) == "One of the two texts has no sentence"


def test_subjects_in_both_alone_make_another_heading(codebook: Codebook) -> None:
    assert heading(_compared(OURS[:2], THEIRS[::2], codebook)) == "Both readouts speak of the same one subject"
    assert heading(_compared(OURS[:1], THEIRS[:1], codebook)) == "No subject was found in the two readouts"


def test_texts_that_are_no_readouts_are_called_texts(codebook: Codebook) -> None:
    assert heading(_compared(OURS, THEIRS, codebook, genre="speech")) == "One subject stands only in Tolvia’s text"


def test_three_sentences_against_three_thousand(codebook: Codebook) -> None:
    many = tuple((f"The committee noted report {n + 100} of its office in Lakeside.", "economy") for n in range(3000))

    compared = _compared(OURS, many, codebook)

    assert sum(len(each.b) for each in compared.points) >= 3000
    assert [compared.a.numbers(each.a) for each in compared.points if each.status == "only_a"] == [[1], [2], [3]]


def test_two_languages_share_names_and_figures(codebook: Codebook) -> None:
    french = (("Les ministres ont parlé de 90 millions pour le câble de Hellin.", ""),)
    english = (("They spoke of the loan of 90 million for the Hellin cable.", "energy"), ("Nothing else was said.", ""))

    compared = _compared(french, english, codebook)

    assert [(compared.a.numbers(each.a), compared.b.numbers(each.b)) for each in compared.points] == [
        ([1], [1]),
        ([], [2]),
    ]


# --- The property that holds --------------------------------------------------------------------

_WORDS = st.sampled_from(
    "grain trains cross at Dorn Dornau from 1 June they agreed sailors release held met no 90 days".split()
)
_LINES = st.lists(
    st.tuples(
        st.lists(_WORDS, min_size=1, max_size=8).map(lambda words: " ".join(words).capitalize() + "."),
        st.sampled_from(["", "food", "detained", "food detained", "trade economy"]),
    ),
    max_size=8,
).map(tuple)


@settings(deadline=None, max_examples=60)
@given(_LINES, _LINES)
def test_every_statement_of_both_stands_in_a_row(a: tuple[Line, ...], b: tuple[Line, ...]) -> None:
    compared = _compared(a, b, _BOOK)
    listed = [{number for row in as_content(compared)["subjects"] for number in row[side]} for side in ("a", "b")]

    assert listed == [set(range(1, len(lines) + 1)) for lines in (a, b)]
    assert sum(compared.counts[each] for each in ("both_a", "only_a")) == len(a)
    assert all(each.a or each.b for each in compared.points)


@pytest.mark.parametrize("name", [*MADE_WITH, *KEPT_BACK])
def test_every_sentence_of_the_pairs_stands_in_a_row_and_in_the_coding_by_hand(name: str) -> None:
    each = pair(name)
    for side, whole in enumerate((each.a, each.b)):
        numbers = set(range(1, len(whole.rows) + 1))
        ids = {id for point in proposed(name) for id in (point.a, point.b)[side]}
        assert set(whole.numbers(tuple(ids))) == numbers
        assert {row[side + 1] for row in each.coded if row[side + 1]} == numbers


@pytest.mark.parametrize("name", MADE_WITH)
def test_which_article_is_the_first_makes_no_difference(name: str, codebook: Codebook) -> None:
    each = pair(name)
    one = {(row.subject, frozenset(row.a), frozenset(row.b)) for row in propose(each.a, each.b, codebook)}
    other = {(row.subject, frozenset(row.b), frozenset(row.a)) for row in propose(each.b, each.a, codebook)}

    assert one == other


# --- Matching -----------------------------------------------------------------------------------


def test_a_sentence_with_two_subjects_stands_in_two_rows(codebook: Codebook) -> None:
    both = (
        ("They discussed the steel duties and the release of all sailors from Santa Iva.", "trade detained"),
        ("Lodd praised the cooks.", "culture"),
    )
    apart = (
        ("The duties on steel were discussed.", "trade"),
        ("All sailors of the Santa Iva must be released.", "detained"),
    )

    compared = _compared(both, apart, codebook)

    rows = {each.id: (compared.a.numbers(each.a), compared.b.numbers(each.b)) for each in compared.subjects}
    assert rows["trade"] == ([1], [1])
    assert rows["detained"] == ([1], [2])


def test_equal_sentences_are_each_others_only_match() -> None:
    a = [Sentence("The trains cross at Dorn."), Sentence("The trains “cross” at Dorn again.")]
    b = [Sentence('The trains "cross" at Dorn again.'), Sentence("The trains cross at Dorn.")]

    assert [(each.a, each.b, each.likeness) for each in matches(a, b)] == [(0, 1, 1.0), (1, 0, 1.0)]


def test_sentences_about_other_things_do_not_match() -> None:
    a = [Sentence("Both condemned the bombing in Halm."), Sentence("A pipeline will be built by 2036.")]
    b = [Sentence("The Emir thanked the envoy for 60 airliners."), Sentence("Editors were arrested in the spring.")]

    assert matches(a, b) == []


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("President Ruse spoke by telephone with Prime Minister Helm.", True),
        ("Minister Lodd concluded two days of negotiations.", True),
        ("The aid will be sent in May.", False),
    ],
)
def test_that_a_meeting_took_place_is_told(sentence: str, tells: bool) -> None:  # noqa: FBT001
    assert tells_of_meeting(sentence) is tells


def test_words_of_saying_count_little_and_common_words_nothing() -> None:
    features = features_of("The Minister stressed that 1,400 wagons of Vint are ready.")

    assert features["#:1400"] > features["w:wagon"] > features["w:stress"]
    assert "n:vint" in features
    assert not {"w:the", "w:minist", "w:that"} & features.keys()


def test_names_are_forms_of_one_where_one_begins_with_the_other() -> None:
    assert akin("dorn", "dornau", name=True)
    assert akin("penrosa", "penrosan", name=True)
    assert not akin("dorn", "dornau", name=False)
    assert not akin("mar", "maren", name=True)


def test_names_in_a_sentence_are_no_offices_months_or_beginnings() -> None:
    assert names_in("On 1 June Minister Thale left Port Sella for the Strait of Hellin.") == [
        "Thale", "Port Sella", "Strait of Hellin",
    ]  # fmt: skip
    assert names_in("Dorn is open.") == []


# --- Against each other -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        ("Duties are suspended for 90 days.", "Duties are paused for 60 days.", "figures: 90 days | 60 days"),
        ("They leave on 3 June.", "They leave on 5 June.", "figures: 3 June | 5 June"),
        ("Trains will cross.", "Trains may cross.", "will or may: will | may"),
        ("The port may open.", "The port will open.", "will or may: may | will"),
        ("The tax stays in force.", "The tax must be repealed.", "words: stay | repeal"),
        ("The port is ready for ships.", "The port is not ready for ships.", "no: – | not"),
        ("Duties are suspended for 90 days.", "For 90 days there are no duties on 12 goods.", "no: – | no"),
        ("They met for 2 hours.", "They met 14 envoys.", ""),
        ("They agreed in May.", "They will agree in May.", ""),
        ("It is not ready.", "It is never ready.", ""),
    ],
)
def test_signs_that_two_accounts_may_stand_against_each_other(ours: str, theirs: str, why: str) -> None:
    assert against([ours], [theirs]) == why


def test_a_point_on_one_side_stands_against_nothing() -> None:
    assert point("trade", "Trade", ["aaaaaaaaaaaa"], [], against="no: not | –").against == ""
    with pytest.raises(ValueError, match="a point has at least one statement"):
        point("trade", "Trade", [], [])


# --- For other programs, and measured -----------------------------------------------------------


def test_the_content_names_statements_by_number_and_carries_the_caveat(compared: Compared) -> None:
    content = as_content(compared)

    assert content["caveat"] == CAVEAT
    assert content["a"] == {"id": "of-marenia", "title": "Talks", "name": "Marenia", "statements": 3}
    assert content["counts"] == {"both_a": 2, "both_b": 2, "only_a": 1, "only_b": 1, "against": 1}
    assert content["subjects"][2] == {
        "subject": "food", "label": "Food and farming", "status": "both", "against": True, "a": [2], "b": [3],
        "points": [{"status": "both", "a": [2], "b": [3], "against": "will or may: will | may"}],
    }  # fmt: skip


def test_what_has_no_subject_is_called_by_a_name_or_other(codebook: Codebook) -> None:
    lines = (("There were talks on the Kerras Passage.", ""), ("Nobody came late.", ""))

    compared = _compared(lines, (), codebook)

    assert [(each.id, each.label) for each in compared.subjects] == [
        ("name-kerras-passage", "Kerras Passage"),
        (OTHER, "Other"),
    ]


@pytest.mark.parametrize(
    ("names", "half"),
    [
        (MADE_WITH, "four pairs with which the rules were made"),
        (KEPT_BACK, "four pairs kept back until the rules stood"),
    ],
)
def test_the_recorded_figures_are_those_of_the_pairs(names: tuple[str, ...], half: str) -> None:
    rows = {row.label: row for row in load_evaluation(DATA) if row.half == half}

    for label, measure in (("Said only on one side", only_on_one_side), ("Reports the same", same_point)):
        measured = measure(names)
        assert rows[label].value == pytest.approx(
            measured.f1, abs=0.05
        )  # a new word of the codebook may move it a little
        assert rows[label].n == measured.n


def test_the_eight_pairs_are_all_measured_and_the_halves_have_none_in_common() -> None:
    folders = {path.parent.name for path in PAIRS.glob("*/pair.toml")}

    assert folders == {*MADE_WITH, *KEPT_BACK}
    assert not [both for both in combinations((set(MADE_WITH), set(KEPT_BACK)), 2) if set.intersection(*both)]


def _texts(of: Account) -> list[str]:
    return [each.text for each in of.sentences]


def test_a_sentence_is_compared_by_its_wording(compared: Compared) -> None:
    assert _texts(compared.a) == [text for text, _ in OURS]
