"""Which words of a sentence say whose its content is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from components.model.limits import LONGEST_SENTENCE
from components.reading.quotations import find_quotations
from components.reading.sentences import split_sentences
from components.reading.speakers import Speech, Stretch, find_speech


def speech(text: str) -> list[Speech]:
    """What the parse tells of each sentence of a paragraph."""
    quotations = [(each.start, each.end) for each in find_quotations(text, [(0, len(text))])]
    return list(find_speech(text, [(each.start, each.end) for each in split_sentences(text)], quotations))


def words(text: str, stretch: tuple[int, int] | None) -> str:
    return text[slice(*stretch)] if stretch else ""


# --- The four shapes ----------------------------------------------------------------------------


def test_time_and_place_of_a_clause_that_is_put_in_belong_to_its_cue() -> None:
    text = "“The talks will go on,” the minister told reporters in Oslo on Monday."
    (said,) = speech(text)

    assert said.main is not None
    assert words(text, said.main.cue) == "the minister told reporters in Oslo on Monday"
    assert said.main.share == 1.0


def test_a_verb_that_may_do_something_else_reports_only_a_clause() -> None:
    (said,) = speech("Dale added that the plan failed.")

    assert said.main is not None
    assert (said.main.verb, said.main.group) == ("add", "clause")


def test_who_stands_for_the_name_before_it() -> None:
    text = "Dale, who said that the talks failed, left."
    (said,) = speech(text)

    assert said.main is not None
    assert (words(text, said.main.source), words(text, said.main.antecedent)) == ("who", "Dale")
    assert said.main.deep


def test_what_somebody_else_says_inside_is_told_too_and_comes_second() -> None:
    text = "Dale said that Brook had announced the talks."
    (said,) = speech(text)

    assert [words(text, each.source) for each in said.ranked] == ["Dale", "Brook"]


def test_a_clause_that_is_joined_is_no_part_of_what_is_said() -> None:
    """Half of the sentence is the reporter's: the share says how much is Dale's."""
    (said,) = speech("The talks ended, and Dale said that trade would grow.")

    assert said.main is not None
    assert 0.4 < said.main.share < 0.7


def test_a_sentence_tells_its_names_its_subject_and_its_phrases() -> None:
    text = "Carl Dale left the new embassy in Oslo."
    (said,) = speech(text)

    assert [(words(text, each[:2]), each.kind) for each in said.names] == [("Carl Dale", "person"), ("Oslo", "place")]
    assert words(text, said.subject) == "Carl Dale"
    assert [words(text, each) for each in said.phrases] == ["Carl Dale", "new embassy", "Oslo"]


def test_names_and_phrases_belong_to_the_sentence_in_which_they_begin() -> None:
    text = "Carl Dale left Oslo. The envoy Ana Brook stayed."
    first, second = speech(text)

    assert [words(text, each[:2]) for each in first.names] == ["Carl Dale", "Oslo"]
    assert [words(text, each[:2]) for each in second.names] == ["Ana Brook"]


# --- Long and odd texts -------------------------------------------------------------------------


def test_what_is_parsed_in_several_pieces_stands_where_it_stands() -> None:
    text = "Dale said that the talks would go on. " * 600
    found = speech(text)

    assert len(found) == 600
    assert {words(text, said.main.source) for said in found if said.main} == {"Dale"}
    assert all(said.main for said in found)


def test_of_a_text_that_has_lost_its_stops_only_the_head_is_read() -> None:
    text = "Dale said that the talks went on and on " + "and on " * 2_000
    (said,) = speech(text)

    assert said.main is not None
    assert words(text, said.main.source) == "Dale"
    assert said.main.content.end <= LONGEST_SENTENCE


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"“”\"'’,.—()", " ", "\n", "Dale", "said", "that", "he", "according to", "as", "talks"]),
        max_size=20,
    )
)
def test_every_stretch_lies_inside_its_sentence(pieces: list[str]) -> None:
    text = " ".join(pieces)
    sentences = [(each.start, each.end) for each in split_sentences(text)]

    for (start, end), said in zip(sentences, speech(text), strict=True):
        stretches = [Stretch(*each) for found in said.attributions for each in (found.source, found.cue, found.content)]
        assert all(start <= each.start < each.end <= end for each in stretches)
        assert all(0 < found.share <= 1 for found in said.attributions)
