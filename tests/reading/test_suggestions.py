"""Which further topics an article is offered. What is offered for ten texts of ours: `suggested.toml`."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from components.model.statements import Genre
from components.reading.article import read_article
from components.reading.suggestions import SUGGESTIONS, suggest_topics

TEXTS = tomllib.loads(Path(__file__).with_name("suggested.toml").read_text(encoding="utf-8"))["texts"]


def suggested(
    phrases: list[list[str]], topics: tuple[str, ...] = (), people: tuple[str, ...] = ()
) -> list[tuple[str, tuple[int, ...]]]:
    """Suggestions for sentences that have these noun phrases, each after a word that begins the sentence."""
    text, sentences, places = "", [], []
    for each in phrases:
        begins = len(text)
        text += "So "
        places.append([])
        for words in each:
            places[-1].append((len(text), len(text) + len(words)))
            text += words + ", "
        sentences.append((begins, len(text)))
    found = suggest_topics(text, sentences, places, topics=topics, people=people)
    return [(each.phrase, each.sentences) for each in found]


def test_a_phrase_of_three_sentences_is_offered_with_them() -> None:
    assert suggested([["grey zone"], [], ["grey zone"], ["Grey zone"]]) == [("grey zone", (0, 2, 3))]


def test_a_phrase_of_two_sentences_is_not_however_often_it_stands_there() -> None:
    assert suggested([["grey zone", "grey zone"], ["grey zone"]]) == []


def test_a_sentence_counts_where_the_parse_sees_a_longer_phrase() -> None:
    assert suggested([["grey zone"], ["grey zone"], ["wide grey zones patrol"]]) == [("grey zone", (0, 1, 2))]


def test_a_single_word_is_offered_only_where_it_is_a_name() -> None:
    assert suggested([["gauge", "Zonia"]] * 3) == [("Zonia", (0, 1, 2))]


def test_a_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    text = "Gauge. Gauge. Gauge."
    places = [(0, 5), (7, 12), (14, 19)]

    assert suggest_topics(text, [(0, 6), (7, 13), (14, 20)], [[place] for place in places]) == []


@pytest.mark.parametrize(
    "words",
    [
        "two countries",
        "bilateral relations",
        "Prime Minister",
        "senior administration official",
        "next Monday",
        "Applause",
        "France",
    ],
)
def test_what_comes_back_in_any_text_is_not_offered(words: str) -> None:
    assert suggested([[words]] * 4) == []


def test_what_a_topic_or_a_person_is_called_is_not_offered_but_what_says_more_is() -> None:
    phrases = [["railways", "Northern Railway", "Minister Ana Brook", "new railways"]] * 3

    assert [words for words, _ in suggested(phrases, topics=("railway*",), people=("Ana Brook",))] == [
        "Northern Railway"
    ]


def test_two_names_joined_by_of_are_one() -> None:
    text = "At the Port of Selm. In the Port of Selm. To the Port of Selm."
    sentences = [(0, 20), (21, 41), (42, 62)]
    places = [[(start, start + 4), (start + 8, start + 12)] for start in (7, 28, 49)]

    assert [each.phrase for each in suggest_topics(text, sentences, places)] == ["Port of Selm"]


def test_a_part_of_a_longer_phrase_is_offered_only_where_it_also_stands_alone() -> None:
    assert [words for words, _ in suggested([["grey zone patrol", "zone patrol"]] * 3)] == ["grey zone patrol"]
    alone = [["grey zone patrol"]] * 3 + [["zone patrol"]] * 2
    assert [words for words, _ in suggested(alone)] == ["zone patrol", "grey zone patrol"]


def test_singular_and_plural_are_one_phrase() -> None:
    assert suggested([["customs post"], ["customs posts"], ["customs posts"]]) == [("customs posts", (0, 1, 2))]


def test_signs_of_a_text_are_no_wildcards() -> None:
    assert suggested([["grey* zone"]] * 3) == []


def test_there_are_never_more_than_a_few() -> None:
    letters = "abcdefghijkl"
    many = [[f"{letter}x zone" for letter in letters]] * 3

    assert len(letters) > SUGGESTIONS
    assert len(suggested(many)) == SUGGESTIONS


def test_of_what_is_offered_for_ten_texts_a_reader_would_keep_more_than_half() -> None:
    offered = kept = 0
    for each in TEXTS:
        assert each["genre"] in get_args(Genre)
        read = read_article(each["text"].strip(), published=dt.date(2024, 1, 1), genre=each["genre"])
        worth = {words.casefold() for words in each["worth"]}
        offered += len(read.suggestions)
        kept += sum(suggestion.phrase.casefold() in worth for suggestion in read.suggestions)

    assert len(TEXTS) == 10
    assert offered >= 15
    assert kept / offered >= 0.8
