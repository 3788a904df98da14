"""Who has the floor, sentence by sentence: genres, turns, who relays, and how sure each speaker is.

The names in these texts are ones that the parser's small model knows for names.
"""

import datetime as dt

import pytest

from components.model.codebook import Codebook
from components.model.statements import Genre, Statement
from components.reading.article import read_article


def read(text: str, genre: Genre, codebook: Codebook, title: str | None = None) -> list[Statement]:
    return read_article(
        text, published=dt.date(2022, 2, 13), genre=genre, title=title, codebook=codebook
    ).rows.statements


Told = tuple[str, str, str]


def told(text: str, genre: Genre, codebook: Codebook, title: str | None = None) -> list[Told]:
    """Speakers, form and level of each sentence; who relays stands behind a slash."""
    return [
        (" ".join(row.speakers) + (f"/{row.via}" if row.via else ""), row.form, row.level)
        for row in read(text, genre, codebook, title)
    ]


DALE = ("dale", "indirect", "stated")
REPORTER = ("reporter", "narration", "")

# --- Genres -------------------------------------------------------------------------------------

SAID = "Carl Dale said that the talks were over. "


def test_in_a_readout_an_attribution_carries_and_is_marked_so(codebook: Codebook) -> None:
    text = SAID + "The border stays closed.\n\nTrade will grow."

    assert told(text, "readout", codebook) == [DALE, ("dale", "carried", "inferred"), ("dale", "carried", "inferred")]


def test_in_news_it_does_not(codebook: Codebook) -> None:
    assert told(SAID + "The border stays closed.", "news", codebook) == [DALE, REPORTER]


def test_in_a_readout_it_carries_past_a_question_of_the_press(codebook: Codebook) -> None:
    text = SAID + "He was asked about trade. It will grow."

    assert told(text, "readout", codebook) == [DALE, REPORTER, ("dale", "carried", "inferred")]


def test_in_a_readout_what_a_participant_does_not_say_counts_as_told_by_them(codebook: Codebook) -> None:
    assert told(SAID + "Dale gave no detail of the plan.", "readout", codebook)[1] == ("dale", "indirect", "inferred")


def test_in_a_readout_a_source_that_is_nobody_gives_way(codebook: Codebook) -> None:
    """The document is what Dale speaks of; in news it would be a source of its own."""
    text = SAID + "A document said that trade fell."

    assert told(text, "readout", codebook)[1] == ("dale", "carried", "inferred")
    assert told(text, "news", codebook)[1] == ("document", "indirect", "stated")


def test_in_a_readout_nothing_carries_before_somebody_spoke(codebook: Codebook) -> None:
    assert told("The talks began at noon.", "readout", codebook) == [REPORTER]


@pytest.mark.parametrize("where", ["Remarks by Carl Dale\n\n", ""])
def test_a_speech_is_its_speaker_s_whom_the_title_names(codebook: Codebook, where: str) -> None:
    told_ = told(
        where + "Friends, it is late. We go on.", "speech", codebook, None if where else "Remarks by Carl Dale"
    )

    assert told_ == [("dale", "direct", "inferred")] * 2


def test_a_speech_of_which_no_title_names_the_speaker_is_nobody_s(codebook: Codebook) -> None:
    assert told("Friends, it is late. We go on.", "speech", codebook) == [("unknown", "direct", "unknown")] * 2


# --- Transcripts --------------------------------------------------------------------------------


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
    assert {row.level for row in rows} == {"stated"}


def test_two_who_speak_to_each_other_answer_no_question_of_the_press(codebook: Codebook) -> None:
    rows = read("Ana Brook: Good day.\n\nCarl Dale: Good day.\n\nAna Brook: It is late.", "transcript", codebook)

    assert [(row.speakers, row.turn, row.answers) for row in rows] == [
        (("brook",), 1, None),
        (("dale",), 2, None),
        (("brook",), 3, None),
    ]


QUESTIONS = "Q: Is it late?\n\nA: Yes.\n\nQ: Why?\n\nA: Because."


def test_an_answer_without_a_name_is_that_of_the_first_one_named_above(codebook: Codebook) -> None:
    text = "The envoy Carl Dale met the press in Oslo.\n\n" + QUESTIONS

    assert told(text, "transcript", codebook)[2] == ("dale", "direct", "inferred")


def test_an_answer_without_a_name_is_that_of_the_one_whom_the_title_names(codebook: Codebook) -> None:
    text = "Remarks by Carl Dale\n\n" + QUESTIONS

    assert told(text, "transcript", codebook)[1] == ("dale", "direct", "inferred")


def test_an_answer_without_a_name_and_nobody_above_is_nobody_s(codebook: Codebook) -> None:
    assert (
        told(QUESTIONS, "transcript", codebook)
        == [
            ("reporter", "narration", "stated"),
            ("unknown", "direct", "unknown"),
        ]
        * 2
    )


# --- Quotations ---------------------------------------------------------------------------------


def test_a_quotation_is_direct_and_its_other_sentences_are_inferred(codebook: Codebook) -> None:
    assert told("“The talks go on. We stay,” Carl Dale said.", "news", codebook) == [
        ("dale", "direct", "inferred"),
        ("dale", "direct", "stated"),
    ]


def test_a_few_quoted_words_make_no_quotation(codebook: Codebook) -> None:
    assert told("Carl Dale said that the “new” talks were over.", "news", codebook) == [DALE]


def test_a_quotation_without_a_source_stays_unknown(codebook: Codebook) -> None:
    assert told("It rained in Oslo.\n\n“We stay here.”", "news", codebook) == [
        REPORTER,
        ("unknown", "direct", "unknown"),
    ]


def test_a_signed_quotation_is_stated(codebook: Codebook) -> None:
    assert told("“We stay here and wait.” — Ana Brook", "news", codebook)[0] == ("brook", "direct", "stated")


# --- Pronouns and several speakers --------------------------------------------------------------


def test_a_pronoun_is_inferred(codebook: Codebook) -> None:
    text = "Mr. Carl Dale met Ms. Ana Brook. She said that it was late. He said that it was not."

    assert told(text, "news", codebook)[1:] == [("brook", "indirect", "inferred"), ("dale", "indirect", "inferred")]


def test_a_pronoun_that_means_nobody_stays_unknown(codebook: Codebook) -> None:
    assert told("He said that it was late.", "news", codebook) == [("unknown", "indirect", "unknown")]


def test_two_who_speak_together_both_have_the_floor(codebook: Codebook) -> None:
    text = "Carl Dale and Ana Brook said that the talks were over. They said that trade would grow."

    assert told(text, "news", codebook) == [
        ("dale brook", "indirect", "stated"),
        ("dale brook", "indirect", "inferred"),
    ]


def test_a_name_that_is_not_known_beforehand_becomes_an_actor(codebook: Codebook) -> None:
    actors = read_article(SAID, published=dt.date(2022, 2, 13), genre="news", codebook=codebook).actors

    assert [(actor.id, actor.name, actor.side) for actor in actors] == [
        ("dale", "Carl Dale", "other"),
        ("reporter", "Reporter", "reporter"),
    ]


# --- Who relays ---------------------------------------------------------------------------------


def test_who_tells_what_somebody_else_said_is_via(codebook: Codebook) -> None:
    text = "According to Carl Dale, President Ina Cole said that the talks were over."

    assert told(text, "news", codebook) == [("cole/dale", "indirect", "stated")]


def test_who_relays_goes_on_relaying_in_the_same_paragraph(codebook: Codebook) -> None:
    first = "According to Carl Dale, President Ina Cole said that the talks were over."
    second = "Cole said that trade would grow."

    assert told(f"{first} {second}", "news", codebook)[1] == ("cole/dale", "indirect", "stated")
    assert told(f"{first}\n\n{second}", "news", codebook)[1] == ("cole", "indirect", "stated")


def test_the_turn_is_that_of_who_relays(codebook: Codebook) -> None:
    text = SAID + "According to Dale, President Ina Cole said that trade would grow."

    assert [(row.via, row.turn) for row in read(text, "news", codebook)] == [("", 1), ("dale", 1)]


# --- The press ----------------------------------------------------------------------------------


def test_a_question_put_by_a_reporter_is_narration_and_what_a_reporter_says_is_not(codebook: Codebook) -> None:
    assert told("A reporter asked whether trade would grow.", "news", codebook) == [REPORTER]
    assert told("A reporter said that trade would grow.", "news", codebook) == [
        ("reporter-named", "indirect", "stated")
    ]


def test_somebody_who_is_called_like_an_id_with_a_meaning_gets_another(codebook: Codebook) -> None:
    assert told("Unknown said that trade would grow.", "news", codebook)[0][0] != "unknown"
