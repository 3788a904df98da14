"""The tone of what is said: values that can be worked out by hand, and words at their places."""

import subprocess
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.model.lexicons import LEXICONS
from components.model.scores import SCORERS, SCORES
from components.reading.tone import (
    bare_words,
    merge_lexicons,
    neutralise,
    read_opinion_lexicon,
    score_tone,
    words_of,
)
from tests.conftest import ROOT
from tests.example import compound

BY_HAND = [
    # text, polarity, subjectivity, vader
    ("the talks were good.", 0.7, 0.6, compound(1.9)),
    ("an excellent place", 1.0, 1.0, compound(2.7)),
    ("We want no war", None, None, compound(0.3 - 2.9 * -0.74)),
    ("a new alarm", 0.1364, 0.4545, compound(-1.4)),
    ("terrible.", -1.0, 1.0, compound(-2.1)),
    ("not good", -0.35, 0.6, compound(1.9 * -0.74)),
    ("Nobody knows these words: tabula rasa.", None, None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("text", "polarity", "subjectivity", "vader"), BY_HAND)
def test_scores_are_those_worked_out_by_hand(
    text: str, polarity: float | None, subjectivity: float | None, vader: float | None
) -> None:
    tone = score_tone(text)

    found = [tone.scores[key] for key in ("polarity", "subjectivity", "vader")]
    assert found == pytest.approx([polarity, subjectivity, vader], abs=5e-5)


S = 1.5432
"""What a word of the Opinion Lexicon counts: the mean of |valence| over VADER's list."""

GOOD, TERRIBLE, WAR, FRUITLESS = (1.9 + S) / 2, (-2.1 - S) / 2, -2.9 / 2, -S / 2

BLEND_BY_HAND = [
    ("the talks were good.", GOOD),  # both lists
    ("fruitless talks", FRUITLESS),  # the Opinion Lexicon alone
    ("a war", WAR),  # VADER alone
    ("a tough stance", (-0.5 + S) / 2),  # the lists contradict each other
    ("not good", GOOD * -0.74),
    ("It has never been that good", GOOD * -0.74),
    ("We want no war", 0.3 / 2 + WAR * -0.74),
    ("a very good talk", GOOD + 0.293),
    ("an utterly fruitless talk", FRUITLESS - 0.293),  # an emphasis, though the Opinion Lexicon lists it as bad
    ("good but fruitless", GOOD * 0.5 + FRUITLESS * 1.5),
    ("good but good", GOOD * 0.5 + GOOD * 1.5),  # the package's own rule would give the first word both weights
    ("fruitless—terrible", FRUITLESS + TERRIBLE),
    ("the war's end", WAR),
    ("the Security Council of the United Nations", None),
    ("a good, Great Britain", GOOD),
    ("Terrible talks", TERRIBLE),  # opens the sentence: no name
    ("a TERRIBLE talk", TERRIBLE - 0.733),  # emphasis, no name
    ("Nobody knows these words: tabula rasa.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "sum_of_words"), BLEND_BY_HAND)
def test_the_blend_is_that_worked_out_by_hand(text: str, sum_of_words: float | None) -> None:
    tone = score_tone(text)

    assert tone.scores["blend"] == (None if sum_of_words is None else pytest.approx(compound(sum_of_words), abs=1.5e-4))
    assert sum(word.value for word in words_of("blend", tone)) == pytest.approx(sum_of_words or 0, abs=1.5e-4)


def test_a_word_of_the_blend_counts_the_mean_of_both_lists() -> None:
    """A list that leaves a word out holds it for neutral; a sign counts as much as VADER's average word, here 2."""
    merged = merge_lexicons({"good": 2.0, "tough": -1.0, "war": -3.0}, {"good": 1, "tough": 1, "fruitless": -1})

    assert merged == {"good": 2.0, "tough": 0.5, "war": -1.5, "fruitless": -1.0}


def test_the_words_of_the_blend_stand_apart_and_where_they_stand() -> None:
    text = "Russia’s talks — good; not fruitless, the Peace Council’s view."

    tone = score_tone(text)

    assert [(word.scorer, text[word.start : word.end]) for word in words_of("blend", tone)] == [
        ("blend", "good"),
        ("blend", "fruitless"),
    ]
    assert {word.scorer for word in tone.words} <= set(SCORERS)
    assert len(bare_words(text)) == len(text)


def test_neutral_words_carry_no_tone_in_the_blend() -> None:
    assert (
        score_tone("security is good").scores["blend"] != score_tone("security is good", ["security"]).scores["blend"]
    )
    assert score_tone("security is good", ["security"]).scores["blend"] == compound(GOOD)
    assert score_tone("security", ["security"]).scores["blend"] is None


def test_the_opinion_lexicon_holds_each_word_once_and_is_described() -> None:
    words = list(read_opinion_lexicon())
    signs = list(read_opinion_lexicon().values())

    assert words == sorted(words)
    assert (signs.count(1), signs.count(-1)) == (2003, 4779)
    assert "opinion-lexicon.csv" in (LEXICONS / "README.md").read_text(encoding="utf-8")


def test_no_known_word_is_not_scored_and_not_zero() -> None:
    assert score_tone("It is there.") == (dict.fromkeys(SCORES), ())


def test_words_stand_where_they_stand_with_what_they_count() -> None:
    text = "The good talks were not good."

    found = [(word.scorer, text[word.start : word.end], round(word.value, 2)) for word in score_tone(text).words]

    assert found == [
        ("textblob", "good", 0.7),
        ("textblob", "not good", -0.35),
        ("vader", "good", 1.9),
        ("vader", "good", -1.41),
        ("blend", "good", 1.72),
        ("blend", "good", -1.27),
    ]


def test_neutral_words_carry_no_tone_and_keep_their_place() -> None:
    text = "The Foreign Minister of Great Britain was good."
    neutral = ["Foreign Minister", "Great Britain"]

    assert len(neutralise(text, neutral)) == len(text)
    assert score_tone(text).scores["polarity"] != 0.7
    assert score_tone(text, neutral).scores["polarity"] == 0.7
    assert {text[word.start : word.end] for word in score_tone(text, neutral).words} == {"good"}


@pytest.mark.parametrize("text", ["Russia doesn’t threaten", "He said “it’s good”"])
def test_curly_and_straight_quotes_score_alike(text: str) -> None:
    """VADER knows "doesn't" with a straight apostrophe only."""
    straight = text.replace("’", "'").replace("“", '"').replace("”", '"')

    assert score_tone(text)[:3] == score_tone(straight)[:3]
    assert score_tone(text).scores["blend"] == score_tone(straight).scores["blend"]


def test_emoji_count_and_leave_the_words_at_their_place() -> None:
    text = "😀 good"

    assert {text[word.start : word.end] for word in score_tone(text).words} == {"good"}
    assert {text[word.start : word.end] for word in words_of("blend", score_tone(text))} == {"good"}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_gets_scores_in_range_and_words_inside_it(text: str) -> None:
    tone = score_tone(text, ["good"])

    assert tone.scores["polarity"] is None or -1 <= tone.scores["polarity"] <= 1
    assert tone.scores["subjectivity"] is None or 0 <= tone.scores["subjectivity"] <= 1
    assert tone.scores["vader"] is None or -1 <= tone.scores["vader"] <= 1
    assert tone.scores["blend"] is None or -1 <= tone.scores["blend"] <= 1
    assert all(0 <= word.start < word.end <= len(text) for word in tone.words)


def test_threads_do_not_disturb_each_other() -> None:
    """Sessions score at the same time, in threads of one process."""
    texts = ["a good talk", "a terrible war"] * 50
    alone = [score_tone(text) for text in texts]
    together: list[object] = [None] * len(texts)

    def score(i: int) -> None:
        together[i] = score_tone(texts[i])

    threads = [threading.Thread(target=score, args=(i,)) for i in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert together == alone
    assert {tone.scores["blend"] for tone in alone} == {compound(GOOD), compound(TERRIBLE + WAR)}


def test_textblob_is_loaded_without_the_statistics_that_it_does_not_need() -> None:
    """They take half a second and 50 MB. Whoever needs them later still gets them."""
    code = (
        "import sys; from components.reading.tone import score_by_textblob; "
        "print(score_by_textblob('good').scores['polarity'], 'nltk' in sys.modules, 'scipy.stats' in sys.modules); "
        "from scipy.stats import fisher_exact; print(fisher_exact.__name__)"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert out.stdout.split() == ["0.7", "True", "False", "fisher_exact"]
