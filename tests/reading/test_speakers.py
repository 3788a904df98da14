"""Which words of a sentence say whose its content is: by the parse of the sentence, and by a mention in hand-coded words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.model.limits import LONGEST_SENTENCE
from components.reading.quotations import find_quotations
from components.reading.sentences import split_sentences
from components.reading.speakers import (
    Speech,
    Stretch,
    find_mention,
    find_speech,
    reporting_verbs,
)


def speech(text: str) -> list[Speech]:
    """What the parse tells of each sentence of a paragraph."""
    quotations = [(each.start, each.end) for each in find_quotations(text, [(0, len(text))])]
    return list(find_speech(text, [(each.start, each.end) for each in split_sentences(text)], quotations))


def words(text: str, stretch: tuple[int, int] | None) -> str:
    return text[slice(*stretch)] if stretch else ""


# --- The four shapes ----------------------------------------------------------------------------

ATTRIBUTED = [
    # text, shape, source, cue, content
    ("Dale said that the talks would go on.", "before", "Dale", "Dale said", "that the talks would go on"),
    ("Dale said the talks failed.", "before", "Dale", "Dale said", "the talks failed"),
    ("The envoy called the plan absurd.", "before", "The envoy", "The envoy called", "the plan absurd"),
    ("Dale spoke of the exercises.", "before", "Dale", "Dale spoke", "of the exercises"),
    ("Dale told reporters that the talks failed.", "before", "Dale", "Dale told reporters", "that the talks failed"),
    ("Dale denies that the talks failed.", "before", "Dale", "Dale denies", "that the talks failed"),
    ("He said that it was late.", "before", "He", "He said", "that it was late"),
    ("“The talks will go on,” Dale said.", "around", "Dale", "Dale said", "The talks will go on"),
    ("“The talks will go on,” said Dale.", "around", "Dale", "said Dale", "The talks will go on"),
    ("“The talks,” Dale said, “will go on.”", "around", "Dale", "Dale said", "The talks,” Dale said, “will go on"),
    ("The talks will go on, officials said.", "around", "officials", "officials said", "The talks will go on"),
    ("As Dale noted, the talks would go on.", "as", "Dale", "Dale noted", "the talks would go on"),
    ("The talks would go on, as Dale noted.", "as", "Dale", "Dale noted", "The talks would go on"),
    ("According to Dale, the talks would go on.", "source", "Dale", "According to Dale", "the talks would go on"),
    ("The talks would go on, according to Dale.", "source", "Dale", "according to Dale", "The talks would go on"),
    ("As per Dale, the talks would go on.", "source", "Dale", "As per Dale", "the talks would go on"),
]


@pytest.mark.parametrize(("text", "shape", "source", "cue", "content"), ATTRIBUTED)
def test_the_content_of_a_sentence_is_attributed_to_its_source(
    text: str, shape: str, source: str, cue: str, content: str
) -> None:
    (said,) = speech(text)

    assert said.main is not None
    assert said.main.shape == shape
    assert [words(text, each) for each in (said.main.source, said.main.cue, said.main.content)] == [
        source,
        cue,
        content,
    ]


def test_time_and_place_of_a_clause_that_is_put_in_belong_to_its_cue() -> None:
    text = "“The talks will go on,” the minister told reporters in Oslo on Monday."
    (said,) = speech(text)

    assert said.main is not None
    assert words(text, said.main.cue) == "the minister told reporters in Oslo on Monday"
    assert said.main.share == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "It was said that the talks failed.",  # a passive without an agent
        "The plan was announced.",
        "“He said no,” and the door closed.",  # the verb stands inside the quotation
        "“Dale said no.”",
        "I said that the talks failed.",  # first persons: whoever tells the story
        "We said that the talks failed.",
        "Monday said that the talks failed.",  # a date says nothing
        "Somebody said that the talks failed.",
        "Dale added weight to the plan.",  # no report without a clause or a quotation
        "Dale left the hall.",
        "Say what you mean.",
        "Talks.",
    ],
)
def test_nothing_is_attributed_where_nobody_speaks(text: str) -> None:
    assert [said.attributions for said in speech(text)] == [()]


def test_a_verb_that_may_do_something_else_reports_only_a_clause() -> None:
    (said,) = speech("Dale added that the plan failed.")

    assert said.main is not None
    assert (said.main.verb, said.main.group) == ("add", "clause")


def test_several_sources_stand_side_by_side() -> None:
    text = "Carl Dale and Ana Brook said that the talks were over."
    (said,) = speech(text)

    assert said.main is not None
    assert words(text, said.main.source) == "Carl Dale"
    assert [words(text, each) for each in said.main.others] == ["Ana Brook"]


def test_an_office_comes_with_the_name_beside_it() -> None:
    text = "The envoy, Ana Brook, said that the talks failed."
    (said,) = speech(text)

    assert said.main is not None
    assert words(text, said.main.source) == "The envoy"
    assert words(text, said.main.antecedent) == "Ana Brook"


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


# --- The verbs ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("quipped", "quip"),
        ("told", "tell"),
        ("noting", "note"),
        ("stresses", "stress"),
    ],
)
def test_every_form_of_a_verb_of_reporting_is_known(form: str, verb: str) -> None:
    assert reporting_verbs()[form][0] == verb


@pytest.mark.parametrize("form", ["left", "met", "rained", "hopping"])
def test_other_verbs_are_not(form: str) -> None:
    assert form not in reporting_verbs()


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


# --- A mention in words that attribute ----------------------------------------------------------

NAMES = ("Carl Dale", "Dale", "Ruritanian Foreign Minister")


@pytest.mark.parametrize(
    ("cue", "mention", "how"),
    [
        ("Ruritanian Foreign Minister, Carl Dale, stated that", "Carl Dale", "named"),
        ("the Ruritanian Foreign Minister said that", "Ruritanian Foreign Minister", "named"),
        ("He then added that", "He", "pronoun"),
        ("As per Dale’s remarks", "Dale", "named"),
    ],
)
def test_the_mention_is_found_in_the_cue(cue: str, mention: str, how: str) -> None:
    found = find_mention(cue, NAMES)

    assert found is not None
    assert (cue[found.start : found.end], found.how) == (mention, how)


@pytest.mark.parametrize("cue", ["it was said that", "the others said that", ""])
def test_where_nobody_is_mentioned_there_is_none(cue: str) -> None:
    assert find_mention(cue, NAMES) is None
