"""What the recorder adds to a hand-coded article, and where it finds that coding and text disagree."""

import datetime as dt

from components.article.package import Package
from components.model.codebook import Actor, Codebook
from components.model.statements import Statement
from components.reading.evidence import Recorded
from components.reading.record import CodingFault, compare_places, missing_topic_names, record_article

# --- The worked example -------------------------------------------------------------------------


def rows(example: Package, sentence: int, kind: str) -> list[tuple[str, str, str]]:
    """Label, value and phrase of a sentence's evidence of one kind."""
    id = example.statements.loc[example.statements["sentence"] == sentence, "statement"].item()
    return [(row.label, row.value, row.phrase) for row in example.evidence_of[id] if row.kind == kind]


def test_a_named_topic_stands_with_its_name(example: Package) -> None:
    assert rows(example, 3, "topic") == [("named", "osce", "OSCE")]


def test_a_continued_topic_stands_without_a_place(example: Package) -> None:
    assert rows(example, 9, "topic") == [("continued", "minsk", "")]


def test_the_speaker_is_named_a_pronoun_or_carried_from_an_earlier_mention(example: Package) -> None:
    assert rows(example, 2, "speaker") == [("named", "brook", "Brook")]
    assert rows(example, 5, "speaker") == [("pronoun", "dale", "He")]
    assert rows(example, 3, "speaker") == [("earlier", "brook", "Brook")]
    assert rows(example, 9, "speaker") == [("named", "brook", "Both envoys"), ("named", "dale", "Both envoys")]
    assert rows(example, 1, "speaker") == []


def test_an_entry_of_the_record_stands_with_the_record_s_date(example: Package) -> None:
    assert rows(example, 8, "event") == [("minsk-agreements", "2014-09-05/2015-02-12", "Minsk agreement")]


def test_dates_stand_as_edtf(example: Package) -> None:
    assert rows(example, 1, "date") == [("stated", "2020-05-04", "4 May 2020")]
    assert rows(example, 5, "date") == [("stated", "2014/..", "since 2014")]


def test_tone_words_stand_with_scorer_and_value(example: Package) -> None:
    """TextBlob and VADER by place, then the blend: its lists know alarm, VADER's -1.4 and a bad sign of 1.54, by half."""
    assert rows(example, 7, "tone") == [
        ("textblob", "0.1364", "new"),
        ("vader", "-1.4000", "alarm"),
        ("blend", "-1.4716", "alarm"),
    ]


def test_the_content_has_no_phrase_and_no_phrase_is_long(example: Package, talks: Package) -> None:
    """The wording is somebody's property: what ships is a few words of it at a place."""
    for package in (example, talks):
        content = package.evidence[package.evidence["kind"] == "content"]
        assert (content["phrase"] == "").all()
        assert package.evidence["phrase"].str.removesuffix(" …").str.split().map(len).max() <= 5


# --- A text of three sentences, coded here ------------------------------------------------------

TEXT = "Dale said that NATO was good.\n\nIt would grow by 2030. He left."
DAY = dt.date(2022, 2, 13)
ACTORS = (
    Actor(id="dale", name="Carl Dale", role="", side="usa", aliases=()),
    Actor(id="reporter", name="Reporter", role="", side="reporter", aliases=()),
)


def code(sentence: int, paragraph: int, form: str, speaker: str, cue: str = "", content: str = "", topics: str = "") -> Statement:  # fmt: skip
    at = {name: (TEXT.index(words), TEXT.index(words) + len(words)) if words else (None, None) for name, words in (("cue", cue), ("content", content))}  # fmt: skip
    return Statement.model_validate({
        "statement": "a" * 12, "section": 0, "paragraph": paragraph, "sentence": sentence, "turn": 1, "answers": None,
        "speakers": (speaker,), "via": "", "form": form, "level": "", "topics": tuple(topics.split()),
        "gloss": f"Gloss {sentence}.", "cue_start": at["cue"][0], "cue_end": at["cue"][1],
        "content_start": at["content"][0], "content_end": at["content"][1], "start": 0, "end": 0, "words": 0,
        "polarity": None, "subjectivity": None, "vader": None, "blend": None,
    })  # fmt: skip


CODED = [
    code(1, 1, "indirect", "dale", "Dale said", "that NATO was good", "nato"),
    code(2, 2, "carried", "dale", "", "It would grow by 2030."),
    code(3, 2, "narration", "reporter"),
]


def record(codebook: Codebook, coded: list[Statement] = CODED) -> Recorded:
    return record_article(TEXT, coded, actors=ACTORS, codebook=codebook, published=DAY)


def test_ids_places_words_and_scores_are_measured_and_the_rest_is_kept(codebook: Codebook) -> None:
    first, second, third = record(codebook).statements

    assert [TEXT[row.start : row.end] for row in (first, second, third)] == [
        "Dale said that NATO was good.",
        "It would grow by 2030.",
        "He left.",
    ]
    assert [row.words for row in (first, second, third)] == [4, 5, 0]
    assert [row.polarity for row in (first, second, third)] == [0.7, None, None]
    assert len({row.statement for row in (first, second, third)}) == 3
    kept = (
        "section",
        "paragraph",
        "sentence",
        "turn",
        "speakers",
        "form",
        "topics",
        "gloss",
        "cue_start",
        "content_end",
    )
    assert [[getattr(row, name) for name in kept] for row in (first, second, third)] == [
        [getattr(row, name) for name in kept] for row in CODED
    ]


def test_the_evidence_stands_statement_by_statement_and_kind_by_kind(codebook: Codebook) -> None:
    recorded = record(codebook)
    number = {row.statement: row.sentence for row in recorded.statements}

    assert [(number[row.statement], row.kind, row.label, row.value, row.phrase) for row in recorded.evidence] == [
        (1, "speaker", "named", "dale", "Dale"),
        (1, "cue", "", "dale", "Dale said"),
        (1, "content", "", "dale", ""),
        (1, "topic", "named", "nato", "NATO"),
        (1, "tone", "textblob", "0.7000", "good"),
        (1, "tone", "vader", "1.9000", "good"),
        (1, "tone", "blend", "1.7216", "good"),
        (2, "speaker", "earlier", "dale", "Dale"),
        (2, "content", "", "dale", ""),
        (2, "date", "stated", "2030", "2030"),
    ]


def test_recording_twice_gives_the_same(codebook: Codebook) -> None:
    once = record(codebook)

    assert record(codebook, once.statements) == once


def test_a_coding_that_fits_has_no_fault() -> None:
    assert compare_places(TEXT, CODED) == []


def test_a_coding_that_does_not_fit_is_told_with_what_is_in_the_text() -> None:
    wrong = [
        CODED[0].model_copy(update={"section": 1, "content_end": 62}),
        CODED[1].model_copy(update={"paragraph": 1}),
    ]

    assert compare_places(TEXT, wrong) == [
        CodingFault(1, "sentence", "the text has 3 sentences; coded are 2"),
        CodingFault(0, "section", "found 1; in the text it is 0"),
        CodingFault(0, "content_start", "found 10–62; the sentence stands at 0–29"),
        CodingFault(1, "paragraph", "found 1; in the text it is 2"),
    ]


def test_a_topic_that_is_not_named_needs_a_sentence_before_it_in_the_paragraph(codebook: Codebook) -> None:
    coded = [*CODED[:2], CODED[2].model_copy(update={"topics": ("nato",)})]
    recorded = record(codebook, coded)

    assert missing_topic_names(recorded.statements, recorded.evidence) == [
        CodingFault(
            2, "topics", "“nato” is neither named in the sentence nor a point of one before it in the paragraph"
        )
    ]


def test_a_topic_goes_on_in_its_paragraph(codebook: Codebook) -> None:
    same = [CODED[0], CODED[1].model_copy(update={"paragraph": 1, "topics": ("nato",)}), CODED[2]]
    recorded = record(codebook, same)

    assert missing_topic_names(recorded.statements, recorded.evidence) == []
