"""The tone of what is said: values that can be worked out by hand, and words at their places."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.reading.tone import neutralise, score_tone
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

    assert tone[:3] == pytest.approx((polarity, subjectivity, vader), abs=5e-5)


def test_no_known_word_is_not_scored_and_not_zero() -> None:
    assert score_tone("It is there.")[:3] == (None, None, None)


def test_words_stand_where_they_stand_with_what_they_count() -> None:
    text = "The good talks were not good."

    found = [(word.scorer, text[word.start : word.end], round(word.value, 2)) for word in score_tone(text).words]

    assert found == [
        ("textblob", "good", 0.7),
        ("textblob", "not good", -0.35),
        ("vader", "good", 1.9),
        ("vader", "good", -1.41),
    ]


def test_neutral_words_carry_no_tone_and_keep_their_place() -> None:
    text = "The Foreign Minister of Great Britain was good."
    neutral = ["Foreign Minister", "Great Britain"]

    assert len(neutralise(text, neutral)) == len(text)
    assert score_tone(text).polarity != 0.7
    assert score_tone(text, neutral).polarity == 0.7
    assert {text[word.start : word.end] for word in score_tone(text, neutral).words} == {"good"}


@pytest.mark.parametrize("text", ["Russia doesn’t threaten", "He said “it’s good”"])
def test_curly_and_straight_quotes_score_alike(text: str) -> None:
    """VADER knows "doesn't" with a straight apostrophe only."""
    straight = text.replace("’", "'").replace("“", '"').replace("”", '"')

    assert score_tone(text)[:3] == score_tone(straight)[:3]


def test_emoji_count_and_leave_the_words_at_their_place() -> None:
    text = "😀 good"

    assert {text[word.start : word.end] for word in score_tone(text).words} == {"good"}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_gets_scores_in_range_and_words_inside_it(text: str) -> None:
    tone = score_tone(text, ["good"])

    assert tone.polarity is None or -1 <= tone.polarity <= 1
    assert tone.subjectivity is None or 0 <= tone.subjectivity <= 1
    assert tone.vader is None or -1 <= tone.vader <= 1
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
