"""What analysts look at beside the subjects, on the two pairs that ship."""

import pytest

from components.analysis.comparison.compared import Compared, heading
from components.analysis.comparison.contrast import Cell, Line, contrasts, heading_of, in_order, other_names
from components.analysis.comparison.rows import propose
from components.analysis.comparison.words import shared_words
from components.model.codebook import Codebook, load_codebook
from tests.comparison.accounts import account
from tests.comparison.measure import pair, proposed
from tests.conftest import DATA


@pytest.fixture
def codebook() -> Codebook:
    return load_codebook(DATA)


def _lines(name: str) -> dict[str, tuple[str, str]]:
    each = pair(name)
    found = contrasts(Compared(each.a, each.b, proposed(name)))
    return {line.label: (line.a.said, line.b.said) for line in found}


def test_who_asked_for_the_meeting_is_told_where_one_text_says_so() -> None:
    assert _lines("strait")["Who asked for it"] == ("", "at the invitation of the Marenian side")
    assert _lines("cargo")["Who asked for it"] == ("at his request", "")


def test_length_and_statements_are_counted() -> None:
    lines = _lines("strait")

    assert lines["Length"] == ("197 words", "274 words")
    assert lines["Statements"] == ("11", "17")


def test_titles_are_as_the_other_text_uses_them() -> None:
    assert _lines("strait")["Calls the other"] == ("Foreign Minister Thale", "Pavel Korrin")


def test_one_place_by_two_names_is_a_candidate() -> None:
    each = pair("strait")
    found = other_names(Compared(each.a, each.b, proposed("strait")))

    assert [(line.a.said, line.b.said) for line in found] == [("Dorn", "Dornau")]


def test_the_order_of_subjects_is_that_of_each_text() -> None:
    each = pair("strait")
    compared = Compared(each.a, each.b, proposed("strait"))

    assert in_order(compared, 1)[0].id == "detained"
    assert "detained" not in [subject.id for subject in in_order(compared, 0)]


def test_two_texts_of_one_speaker_have_no_other_side(codebook: Codebook) -> None:
    a = account((("Grain trains will cross.", "food"),), codebook)

    labels = [line.label for line in contrasts(Compared(a, a, propose(a, a, codebook)))]

    assert labels == ["Published", "Length", "Statements", "Opens with", "Said by both together"]
    assert contrasts(Compared(a, a, propose(a, a, codebook)))[0] == Line(
        "Published", ("14 May 2019", ()), ("14 May 2019", ())
    )  # type: ignore[arg-type]


def test_a_draft_and_its_published_text_are_told_sentence_by_sentence(codebook: Codebook) -> None:
    draft = (
        ("Grain trains will cross at Dorn.", "food"),
        ("The pipeline will be ready in 2036.", "energy"),
        ("Nobody should wait.", ""),
    )
    published = (
        ("Grain trains will cross at Dorn.", "food"),
        ("The pipeline should be ready in 2037.", "energy"),
        ("Students may apply from May.", "culture"),
    )
    a, b = account(draft, codebook, genre="declaration"), account(published, codebook, genre="declaration")

    compared = Compared(a, b, propose(a, b, codebook))

    assert compared.changes == (1, 1, 1, 1)
    assert not compared.is_of_drafts  # one equal sentence of three may be chance
    again = Compared(a, a, propose(a, a, codebook))
    assert again.is_of_drafts
    two = account((*draft[:2], published[2]), codebook, genre="declaration")
    assert heading(Compared(a, two, propose(a, two, codebook))) == "Two sentences are equal, one gone and one new"


def test_words_that_both_sentences_have_are_found_by_their_stems() -> None:
    text = "They agreed that grain trains will cross at Dorn."

    shared = [text[start:end] for start, end in shared_words(text, "Grain may be crossing, it was agreed.")]

    assert shared == ["agreed", "grain", "cross"]


def test_the_heading_says_which_text_alone_tells_who_asked_for_the_meeting() -> None:
    names = ("Marenia’s readout", "Tolvia’s readout")
    length, asked = (
        Line("Length", Cell("9 words"), Cell("8 words")),
        Cell("at the request of the Tolvian side", ("b2",)),
    )

    assert heading_of([length, Line("Who asked for it", Cell(""), asked)], names) == (
        "Only Tolvia’s readout says who asked for the meeting"
    )
    assert heading_of([length, Line("Who asked for it", asked, Cell(""))], names) == (
        "Only Marenia’s readout says who asked for the meeting"
    )
    assert heading_of([length, Line("Who asked for it", asked, asked)], names) == "How the two texts differ"
    assert heading_of([length], names) == "How the two texts differ"
