"""Which topics a sentence is about, and which the codebook may lack."""

import re

import pytest

from components.model import names
from components.model.codebook import Codebook, Topic
from components.model.kept import forget_kept
from components.reading.sentences import split_sentences
from components.reading.topics import TopicMention, find_topics, with_questions


def topic(id: str, *words: str, **more: object) -> Topic:
    """A topic with an id and words; of the rest only what is said."""
    return Topic.model_validate(
        {"id": id, "label": id, "definition": id, "counts": "", "counts_not": "", "words": words, **more}
    )


WORDS = (topic("trade", "trade", "tariff*"), topic("border", "border", "Grey River"), topic("talks", "talks"))


def topics(text: str, book: tuple[Topic, ...] = WORDS) -> list[list[str]]:
    """The topics of each sentence, a continued one with three dots before it. One line is one paragraph."""
    sentences = [
        (line.start() + each.start, line.start() + each.end, n)
        for n, line in enumerate(re.finditer(r"[^\n]+", text))
        for each in split_sentences(line.group())
    ]
    found = find_topics(text, sentences, book)
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
    "office",
    [
        "the Minister of Trade",
        "Trade Minister Ana Brook",
        "the Ministry of Fisheries and Trade",
        "the Secretary for Harbours, Trade and Salt",
        "her Trade Envoy",
    ],
)
def test_an_office_is_no_topic(office: str) -> None:
    assert topics(f"They met {office}.") == [[]]
    assert topics(f"They met {office} on tariffs.") == [["trade"]]


def test_an_office_at_the_head_of_a_sentence_is_no_topic() -> None:
    assert topics("The Minister of Trade met them.") == [[]]
    assert topics("Our Secretary for Trade met them.") == [[]]
    assert topics("The Trade Minister met them.") == [[]]


def test_what_a_minister_speaks_of_is_one() -> None:
    assert topics("The Minister spoke of Trade.") == [["trade"]]


@pytest.mark.parametrize(
    "second",
    [
        "This will not do.",
        "It rose again.",
        "They also rose.",
        "Both rose.",
        "Such things rise.",
        "He spoke of them too.",
        "He said that day what he wants.",
    ],
)
def test_a_sentence_that_points_back_goes_on_with_the_topic(second: str) -> None:
    assert topics(f"Trade rose. {second}") == [["trade"], ["…trade"]]


@pytest.mark.parametrize(
    "second",
    [
        "He left at noon.",
        "Dale met Brook.",
        "That the envoy left is known.",
        "He said that he left.",
        "He said that Dale left.",
    ],
)
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
    assert find_topics("Trade rose.", [(0, 11, 0)], ()) == [[]]
    assert find_topics("", [], WORDS) == []


# --- Words that are not enough alone ------------------------------------------------------------

GENERAL = (
    topic("arms", "arms sale*", weak=["weapon*", "shipment*"], masks=["weapons of fate"]),
    topic("aid", "famine", weak=["aid", "food"]),
    topic("military", "military aid", weak=["tank*"]),
    topic("ties", "embassy", weak=["friend*", "visit*"], fallback=["ties", "partnership"], late=True),
)


def test_one_weak_word_is_not_enough_two_different_ones_are() -> None:
    assert topics("The weapons came. Weapons and weapons. Weapons came in a shipment.", GENERAL)[:2] == [[], []]
    assert topics("The weapons came in a shipment.", GENERAL) == [["arms", "arms"]]


@pytest.mark.parametrize("text", ["A weapon came. Arms sales rose.", "Arms sales rose. A weapon came."])
def test_one_weak_word_is_enough_where_the_paragraph_has_a_strong_one_before_or_after(text: str) -> None:
    assert topics(text, GENERAL) == [["arms"], ["arms"]]
    assert topics(text.replace(". ", ".\n"), GENERAL).count(["arms"]) == 1  # another paragraph


def test_what_stands_inside_a_mask_does_not_count_for_that_topic() -> None:
    assert topics("Weapons of fate in a shipment.", GENERAL) == [[]]
    assert topics("Weapons of war in a shipment.", GENERAL) == [["arms", "arms"]]
    assert topics("Weapons of fate, and weapons in a shipment.", GENERAL) == [["arms", "arms"]]


def test_a_mask_hides_nothing_of_another_topic() -> None:
    book = (topic("arms", "arms", masks=["arms of the sea"]), topic("sea", "sea"))

    assert topics("The arms of the sea.", book) == [["sea"]]


def test_a_shorter_word_inside_a_longer_one_of_another_topic_gives_way() -> None:
    assert topics("Military aid and food.", GENERAL) == [["military"]]
    assert topics("Aid and food.", GENERAL) == [["aid", "aid"]]
    assert topics("A trade deal rose.", (*WORDS, topic("zeal", "trade deal"))) == [["zeal"]]


def test_a_longer_weak_word_does_not_hide_a_strong_one() -> None:
    assert topics("Grain trade rose.", (topic("food", "wheat", weak=["grain trade"]), *WORDS)) == [["trade"]]


def test_a_late_topic_is_given_where_there_is_no_other() -> None:
    assert topics("Ties are strong.", GENERAL) == [["ties"]]
    assert topics("Ties are strong in spite of famine.", GENERAL) == [["aid"]]
    assert topics("Ties and partnership are strong in spite of famine.", GENERAL) == [["ties", "ties", "aid"]]
    assert topics("Friends visit during a famine.", GENERAL) == [["aid"]]
    assert topics("Friends visit.", GENERAL) == [["ties", "ties"]]
    assert topics("The embassy spoke of famine.", GENERAL) == [["ties", "aid"]]


def test_a_sentence_has_three_topics_at_most_those_with_a_strong_word_first() -> None:
    book = (*WORDS, topic("oil", "oil"), topic("gas", "pipeline*", weak=["gas", "flame"]))

    assert topics("Gas and flame, trade, talks and the border.", book) == [["trade", "talks", "border"]]
    assert topics("Oil, trade, talks and the border.", book) == [["oil", "trade", "talks"]]


def test_a_third_topic_is_one_that_a_word_of_its_own_names() -> None:
    book = (*WORDS, topic("gas", "pipeline*", weak=["flame"], fallback=["gas"]))

    assert topics("Gas and flame, trade and talks.", book) == [["trade", "talks"]]
    assert topics("The pipeline, trade and talks.", book) == [["gas", "trade", "talks"]]
    assert topics("Gas and flame, and trade.", book) == [["gas", "gas", "trade"]]


def test_what_is_often_said_in_passing_counts_where_nothing_else_is_named() -> None:
    book = (*WORDS, topic("war", "battle*", weak=["soldier*"], fallback=["war", "troops"]))

    assert topics("The war goes on.", book) == [["war"]]
    assert topics("Since the war trade has fallen.", book) == [["trade"]]
    assert topics("The battle was lost. Since the war trade has fallen.", book) == [["war"], ["war", "trade"]]
    assert topics("Since the war and with troops at the gates trade has fallen.", book) == [["war", "war", "trade"]]
    assert topics("In the war soldiers saw that trade fell.", book) == [["war", "war", "trade"]]
    assert topics("The war, the war and trade.", book) == [["trade"]]


def test_weak_words_beside_a_topic_that_is_named_are_said_in_passing() -> None:
    book = (*WORDS, topic("gas", "pipeline*", weak=["gas", "flame"]))

    assert topics("Gas and flame.", book) == [["gas", "gas"]]
    assert topics("Gas and flame, and trade.", book) == [["trade"]]
    assert topics("The pipeline leaks. Gas and trade.", book) == [["gas"], ["trade"]]


def test_a_word_that_two_terms_of_a_topic_name_counts_once() -> None:
    book = (topic("war", "battle*", weak=["soldier*", "soldiers"], fallback=["soldiers"]), *WORDS)

    assert topics("Soldiers and trade.", book) == [["trade"]]
    assert topics("A soldier.", book) == [[]]
    assert topics("Battles.", (topic("war", "battle*", weak=["battles"]),)) == [["war"]]


def test_thousands_of_words_are_found_by_an_index_and_not_one_by_one(
    general: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    end = names._end
    monkeypatch.setattr(names, "_end", lambda *given: compared.append(given) or end(*given))
    text = "The minister said that the two sides would come back to the matter in the spring of next year."

    forget_kept()
    find_topics(text, [(0, len(text), 0)], general.topics)

    assert sum(len((*each.names, *each.masks)) for each in general.topics) > 2000
    assert len(compared) < 100


def test_the_first_words_of_an_answer_that_name_no_topic_are_about_what_was_asked() -> None:
    trade, none = [TopicMention("trade", (0, 5))], []
    goes_on = [TopicMention("trade", None)]

    asked = [trade, none, none, none, none]
    assert with_questions(asked, [(1, None), (2, 1), (2, 1), (2, 1), (2, 1)]) == [
        trade,
        goes_on,
        goes_on,
        goes_on,
        none,
    ]

    named = [trade, [TopicMention("energy", (0, 6))], none]
    assert with_questions(named, [(1, None), (2, 1), (2, 1)]) == named

    nobody_asked = [trade, none]
    assert with_questions(nobody_asked, [(1, None), (2, None)]) == nobody_asked
