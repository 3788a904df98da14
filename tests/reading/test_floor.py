"""Who has the floor: what the cases (`cases/floor.toml`) do not hold: turns, answers and the list of actors."""

import datetime as dt

from components.model.codebook import Codebook
from components.model.statements import Genre, Statement
from components.reading.article import read_article


def read(text: str, genre: Genre, codebook: Codebook) -> list[Statement]:
    return read_article(text, published=dt.date(2022, 2, 13), genre=genre, codebook=codebook).rows.statements


SAID = "Carl Dale said that the talks were over. "


def test_a_turn_of_a_transcript_is_its_speaker_s_and_answers_the_question_before_it(codebook: Codebook) -> None:
    text = "Question: Is it late?\n\nCarl Dale: Yes. It is.\n\nQuestion: Why?\n\nCarl Dale: Because."
    rows = read(text, "transcript", codebook)

    assert [(row.speakers, row.form, row.turn, row.answers) for row in rows] == [
        (("reporter",), "narration", 1, None),
        (("dale",), "direct", 2, 1),
        (("dale",), "direct", 2, 1),
        (("reporter",), "narration", 3, None),
        (("dale",), "direct", 4, 3),
    ]
    assert [row.how for row in rows] == ["press", "turn", "turn", "press", "turn"]
    assert [row.level for row in rows] == ["", "sure", "sure", "", "sure"]


def test_two_who_speak_to_each_other_answer_no_question_of_the_press(codebook: Codebook) -> None:
    rows = read("Ana Brook: Good day.\n\nCarl Dale: Good day.\n\nAna Brook: It is late.", "transcript", codebook)

    assert [(row.speakers, row.turn, row.answers) for row in rows] == [
        (("brook",), 1, None),
        (("dale",), 2, None),
        (("brook",), 3, None),
    ]


def test_a_name_that_is_not_known_beforehand_becomes_an_actor(codebook: Codebook) -> None:
    actors = read_article(SAID, published=dt.date(2022, 2, 13), genre="news", codebook=codebook).actors

    assert [(actor.id, actor.name, actor.side) for actor in actors] == [
        ("dale", "Carl Dale", "other"),
        ("reporter", "Reporter", "reporter"),
    ]


def test_the_turn_is_that_of_who_relays(codebook: Codebook) -> None:
    text = SAID + "According to Dale, President Ina Cole said that trade would grow."

    assert [(row.via, row.turn) for row in read(text, "news", codebook)] == [("", 1), ("dale", 1)]


def test_somebody_who_is_called_like_an_id_with_a_meaning_gets_another(codebook: Codebook) -> None:
    assert read("Unknown said that trade would grow.", "news", codebook)[0].speakers != ("unknown",)
