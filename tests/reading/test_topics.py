"""Which topics a sentence is about, and which the codebook may lack."""

import re

import pytest

from components.reading.sentences import split_sentences
from components.reading.topics import SUGGESTIONS, TopicMention, find_topics, suggest_topics

WORDS = {"trade": ["trade", "tariff*"], "border": ["border", "Grey River"], "talks": ["talks"]}


def topics(text: str) -> list[list[str]]:
    """The topics of each sentence, a continued one with three dots before it. One line is one paragraph."""
    sentences = [
        (line.start() + each.start, line.start() + each.end, n)
        for n, line in enumerate(re.finditer(r"[^\n]+", text))
        for each in split_sentences(line.group())
    ]
    found = find_topics(text, sentences, WORDS)
    return [[each.topic if each.place else f"…{each.topic}" for each in mentions] for mentions in found]


def test_a_topic_stands_where_it_is_named() -> None:
    text = "They spoke. Tariffs at the Grey River rose."

    assert find_topics(text, [(0, 11, 0), (12, len(text), 0)], WORDS) == [
        [],
        [TopicMention("trade", (12, 19)), TopicMention("border", (27, 37))],
    ]


def test_a_name_that_comes_twice_stands_twice() -> None:
    assert topics("Trade is trade.") == [["trade", "trade"]]


@pytest.mark.parametrize(
    "second",
    [
        "This will not do.",
        "It rose again.",
        "They also rose.",
        "Both rose.",
        "Such things rise.",
        "He spoke of them too.",
    ],
)
def test_a_sentence_that_points_back_goes_on_with_the_topic(second: str) -> None:
    assert topics(f"Trade rose. {second}") == [["trade"], ["…trade"]]


@pytest.mark.parametrize("second", ["He left at noon.", "Dale met Brook.", "That the envoy left is known."])
def test_a_sentence_that_points_nowhere_does_not(second: str) -> None:
    assert topics(f"Trade rose. {second}") == [["trade"], []]


def test_a_topic_is_not_carried_into_the_next_paragraph() -> None:
    assert topics("Trade rose.\nThis will not do.") == [["trade"], []]


def test_a_topic_of_its_own_ends_the_one_before() -> None:
    assert topics("Trade rose. This closed the border. This will not do.") == [["trade"], ["border"], ["…border"]]


def test_a_topic_is_not_carried_past_a_sentence_that_left_it() -> None:
    assert topics("Trade rose. Dale left. This will not do.") == [["trade"], [], []]


def test_a_topic_goes_on_as_long_as_each_sentence_points_back() -> None:
    assert topics("Trade rose. It fell. It rose again.") == [["trade"], ["…trade"], ["…trade"]]


def test_without_topics_there_are_none() -> None:
    assert find_topics("Trade rose.", [(0, 11, 0)], {}) == [[]]
    assert find_topics("", [], WORDS) == []


# --- Suggestions --------------------------------------------------------------------------------


def suggested(phrases: list[list[str]], covered: tuple[str, ...] = ()) -> list[tuple[str, tuple[int, ...]]]:
    """Suggestions for sentences that have these noun phrases."""
    text, places = "", []
    for each in phrases:
        places.append([])
        for words in each:
            places[-1].append((len(text), len(text) + len(words)))
            text += words + " | "
    return [(each.phrase, each.sentences) for each in suggest_topics(text, places, covered)]


def test_a_phrase_of_three_sentences_is_suggested_with_them() -> None:
    assert suggested([["grey zone"], [], ["grey zone"], ["Grey zone"]]) == [("grey zone", (0, 2, 3))]


def test_a_phrase_of_two_sentences_is_not_however_often_it_stands_there() -> None:
    assert suggested([["grey zone", "grey zone"], ["grey zone"]]) == []


def test_a_single_small_word_tells_nothing() -> None:
    assert suggested([["zone", "Zonia"]] * 3) == [("Zonia", (0, 1, 2))]


def test_what_the_codebook_has_is_not_suggested() -> None:
    assert suggested([["grey zone", "green zone"]] * 3, covered=("grey*",)) == [("green zone", (0, 1, 2))]


def test_longer_and_more_frequent_phrases_come_first_and_no_more_than_a_few() -> None:
    phrases = [["red zone", "big red zone"]] * 3 + [["Zonia"]] * 7
    many = [[f"zone {n} here" for n in range(SUGGESTIONS + 5)]] * 3

    assert [phrase for phrase, _ in suggested(phrases)] == ["big red zone", "Zonia", "red zone"]
    assert len(suggested(many)) == SUGGESTIONS
