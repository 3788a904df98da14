"""Identity of statements, and the two tables."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.article.package import Package
from components.model.statements import (
    FORM_LABELS,
    FORM_MEANINGS,
    FORMS,
    are_ids_of,
    count_words,
    fingerprint,
    normalise,
    phrase,
    statement_ids,
    statement_ids_of_format_1,
)
from tests import example as worked

SAME = [
    ("He said “no”.", 'He said "no".'),
    ("It’s late – very late.", "It's late - very late."),
    ("Two  words\nhere.", "Two words here."),
    ("  outer space ", "outer space"),
    ("café", unicodedata.normalize("NFD", "café")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typography_does_not_change_the_id(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), [("No.", "no."), ("a b", "ab"), ("a", "a.")])
def test_words_and_case_do(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_an_id_is_twelve_letters_and_digits_and_stays() -> None:
    """A published link holds this id: it must never change."""
    assert fingerprint("Brook said that the talks were good.") == "cxqmhnap25ur"


def test_a_paragraph_inserted_above_changes_no_id() -> None:
    before = statement_ids(["Yes.", "No.", "Maybe."])

    assert statement_ids(["Something new.", "Yes.", "No.", "Maybe."])[1:] == before


def test_a_repetition_below_changes_no_id() -> None:
    before = statement_ids(["Q1?", "Yes.", "Q2?"])

    assert statement_ids(["Q1?", "Yes.", "Q2?", "Yes.", "Q3?"])[:3] == before


def test_the_first_copy_has_the_plain_id_and_a_later_one_takes_in_its_number_and_its_neighbours() -> None:
    ids = statement_ids(["Q1?", "Yes.", "Q2?", "Yes.", "Q3?", "Yes."])

    assert len(set(ids)) == 6
    assert ids[1] == fingerprint("Yes.")
    assert ids[3] == fingerprint("Q2?", "Yes.", "Q3?", "2")
    assert ids[5] == fingerprint("Q3?", "Yes.", "", "3")


def test_the_ids_of_format_1_are_known_for_ever() -> None:
    """There a repetition below changed the id of the first copy."""
    ids = statement_ids_of_format_1(["Q1?", "Yes.", "Q2?", "Yes.", "Q3?"])

    assert ids[0] == fingerprint("Q1?")
    assert ids[1] == fingerprint("Q1?", "Yes.", "Q2?")
    assert ids[3] == fingerprint("Q2?", "Yes.", "Q3?")


@pytest.mark.parametrize("ids", [statement_ids, statement_ids_of_format_1])
def test_sentences_are_known_by_the_ids_of_either_format(ids: Callable[[list[str]], list[str]]) -> None:
    sentences = ["Q1?", "Yes.", "Q2?", "Yes."]

    assert are_ids_of(ids(sentences), sentences)
    assert not are_ids_of(ids(sentences), ["Q1?", "Yes.", "Q2?", "No."])


@given(st.lists(st.sampled_from(["Yes.", "No.", "Why?"])))
def test_ids_are_unique_in_any_article(sentences: list[str]) -> None:
    assert len(set(statement_ids(sentences))) == len(sentences)


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text).text

    assert normalise(once).text == once


@given(st.text())
def test_every_normal_letter_has_its_place_in_the_text(text: str) -> None:
    normal = normalise(text)

    assert len(normal.places) == len(normal.text) + 1
    assert normal.places == sorted(normal.places)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("We want no war", 4), ("don’t", 1), ("Russia-UK relations", 2), ("$24 billion!", 2)]
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


def test_a_phrase_has_at_most_five_words() -> None:
    assert phrase("one two three four five") == "one two three four five"
    assert phrase("one two three four five six") == "one two three four five …"


def test_every_form_has_a_label_and_a_meaning() -> None:
    assert set(FORM_LABELS) == set(FORM_MEANINGS) == set(FORMS)


def test_the_table_has_one_row_per_sentence_with_the_coding(example: Package) -> None:
    table = example.statements.set_index("sentence")

    assert dict(table["speakers"]) == worked.SPEAKERS
    assert {n: topics for n, topics in table["topics"].items() if topics} == worked.TOPICS
    assert dict(table["section"]) == worked.SECTION
    assert {n: form for n, form in table["form"].items() if form != "indirect"} == worked.FORM
    assert dict(table["words"]) == worked.WORDS


@pytest.mark.parametrize("field", ["polarity", "subjectivity", "vader"])
def test_the_scores_are_those_worked_out_by_hand(example: Package, field: str) -> None:
    scores = example.statements.set_index("sentence")[field].dropna().round(4)

    assert dict(scores) == getattr(worked, field.upper())


def test_categories_keep_the_table_small(example: Package) -> None:
    assert [str(example.statements[name].dtype) for name in ("article", "form", "via", "section_title")] == [
        "category"
    ] * 4
