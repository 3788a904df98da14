"""The evidence that the recorder writes, on the worked example."""

from components.package import Package


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
    assert rows(example, 7, "tone") == [("textblob", "0.1364", "new"), ("vader", "-1.4000", "alarm")]


def test_the_content_has_no_phrase_and_no_phrase_is_long(example: Package, talks: Package) -> None:
    """The wording is somebody's property: what ships is a few words of it at a place."""
    for package in (example, talks):
        content = package.evidence[package.evidence["kind"] == "content"]
        assert (content["phrase"] == "").all()
        assert package.evidence["phrase"].str.removesuffix(" …").str.split().map(len).max() <= 5
