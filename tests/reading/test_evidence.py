"""The rows of evidence, kind by kind, and the sentences that they belong to."""

import pytest

from components.model.codebook import Codebook, RecordEntry, Side, Topic
from components.model.limits import LONGEST_SENTENCE, LONGEST_WORD
from components.model.statements import Evidence, Statement
from components.reading.dates.find import DateMention
from components.reading.evidence import (
    date_rows,
    event_rows,
    evidence_row,
    stretch_rows,
    tone_of_content,
    tone_rows,
    with_measures,
    without_long_words,
)
from components.reading.places import Place, find_places
from components.reading.tone import UNSCORED

TEXT = "Brook called the Grey Treaty of 2014 a good thing."
ID = "abcdefghijkl"


def statement(*, content: tuple[int, int] | None = None, cue: tuple[int, int] | None = None, start: int = 0, end: int = len(TEXT)) -> Statement:  # fmt: skip
    return Statement.model_validate({
        "statement": ID, "section": 0, "paragraph": 1, "sentence": 1, "turn": 1, "answers": None,
        "speakers": ("brook", "dale"), "via": "", "form": "indirect", "level": "", "topics": (), "gloss": "",
        "cue_start": cue[0] if cue else None, "cue_end": cue[1] if cue else None,
        "content_start": content[0] if content else None, "content_end": content[1] if content else None,
        "start": start, "end": end, "words": 0, "polarity": None, "subjectivity": None, "vader": None, "blend": None,
    })  # fmt: skip


def told(rows: list[Evidence]) -> list[tuple[str, str, str, str]]:
    return [(row.kind, row.label, row.value, row.phrase) for row in rows]


# --- Places -------------------------------------------------------------------------------------


def test_sentences_are_numbered_through_the_text_and_paragraphs_in_their_section() -> None:
    text = "A Day in Oslo\n\nIt rained. Dale left.\n\nThe second day\n\nBrook came.\n\nSnow fell."

    assert [(*place[:3], text[place.start : place.end]) for place in find_places(text)] == [
        (0, 1, 1, "It rained."),
        (0, 1, 2, "Dale left."),
        (1, 1, 3, "Brook came."),
        (1, 2, 4, "Snow fell."),
    ]


def test_a_text_without_sentences_has_no_places() -> None:
    assert find_places("") == []
    assert find_places(" \n\n ") == []
    assert find_places("Yes.") == [Place(section=0, paragraph=1, sentence=1, start=0, end=4)]


# --- Rows ---------------------------------------------------------------------------------------


def test_a_row_has_the_first_five_words_of_its_place() -> None:
    row = evidence_row(TEXT, statement(), "cue", "", "brook", (0, 36))

    assert (row.start, row.end, row.phrase) == (0, 36, "Brook called the Grey Treaty …")


def test_a_row_without_a_place_has_no_words() -> None:
    row = evidence_row(TEXT, statement(), "topic", "continued", "trade", None)

    assert (row.start, row.end, row.phrase) == (None, None, "")


def test_the_content_carries_no_phrase_because_its_words_are_the_wording() -> None:
    rows = list(stretch_rows(TEXT, statement(cue=(0, 12), content=(13, 49))))

    assert told(rows) == [("cue", "", "brook;dale", "Brook called"), ("content", "", "brook;dale", "")]
    assert list(stretch_rows(TEXT, statement())) == []


def test_an_entry_of_the_record_stands_with_its_date() -> None:
    treaty = RecordEntry(
        id="grey-treaty", date="2014-05-04", topics=("trade",), line="A treaty was signed.", names=("Grey Treaty",),
        source="Grey Treaty", symbol="", source_date="2014",
    )  # fmt: skip
    nameless = treaty.model_copy(update={"id": "other", "names": ()})
    topic = Topic(id="trade", label="Trade", definition="Trade.", counts="", counts_not="", words=("trade",))
    book = Codebook((topic,), (Side(id="other", label="Other", voice="Other"),), record=(treaty, nameless))

    assert told(list(event_rows(TEXT, statement(), book))) == [("event", "grey-treaty", "2014-05-04", "Grey Treaty")]
    assert list(event_rows(TEXT, statement(end=15), book)) == []


def test_a_date_belongs_to_the_sentence_in_which_it_begins() -> None:
    dates = [DateMention(2, 6, "2012", "stated"), DateMention(32, 36, "2014", "stated"), DateMention(50, 54, "2015", "stated")]  # fmt: skip

    assert told(list(date_rows(TEXT, statement(start=6), dates))) == [("date", "stated", "2014", "2014")]
    assert list(date_rows(TEXT, statement(start=40, end=50), dates)) == []


# --- Tone ---------------------------------------------------------------------------------------


def test_tone_words_stand_in_the_text_though_only_the_content_is_scored() -> None:
    code = statement(content=(37, 49))
    tone = tone_of_content(TEXT, code, ())
    rows = list(tone_rows(TEXT, code, tone))

    assert told(rows) == [("tone", "textblob", "0.7000", "good"), ("tone", "vader", "1.9000", "good"), ("tone", "blend", "1.7216", "good")]  # fmt: skip
    assert {TEXT[row.start : row.end] for row in rows} == {"good"}


def test_a_statement_is_measured_by_its_content() -> None:
    code = statement(content=(37, 49))
    measured = with_measures(TEXT, code, tone_of_content(TEXT, code, ()))

    assert (measured.words, measured.polarity, measured.subjectivity) == (3, 0.7, pytest.approx(0.6))


def test_without_content_nothing_is_scored() -> None:
    tone = tone_of_content(TEXT, statement(), ())

    assert tone == UNSCORED
    assert with_measures(TEXT, statement(), tone).words == 0


def test_what_is_far_too_long_for_a_sentence_is_not_scored() -> None:
    text = "good " * LONGEST_SENTENCE
    short, long = statement(content=(0, LONGEST_SENTENCE)), statement(content=(0, LONGEST_SENTENCE + 1))

    assert tone_of_content(text, short, ()).scores["polarity"] == pytest.approx(0.7)
    assert tone_of_content(text, long, ()) == UNSCORED


def test_what_is_too_long_for_a_word_keeps_its_place_and_is_no_word() -> None:
    address, word = "a/" * LONGEST_WORD, "b" * LONGEST_WORD

    assert without_long_words(f"see {address} {word} ok") == f"see {'x' * len(address)} {word} ok"
