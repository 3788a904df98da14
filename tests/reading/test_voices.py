"""Whose words a sentence gives, where the sentence alone does not say it.

The texts are written with one line per paragraph; `told` names the sources that a sentence attributes to by itself, as
the parse would have found them.
"""

import re
from collections.abc import Mapping

from components.reading.quotations import find_quotations
from components.reading.sentences import split_sentences
from components.reading.voices import Block, Source, Unit, find_voices

Found = list[tuple[str, str] | None]


def voices(
    text: str,
    told: Mapping[str, str] | None = None,
    introduces: Mapping[str, str] | None = None,
    *,
    share: float = 1.0,
) -> Found:
    """Source and manner of each sentence, None for the reporter's own. `told` maps a sentence's first words to its source."""
    units, blocks = [], []
    for n, line in enumerate(re.finditer(r"[^\n]+", text)):
        label = None if told else re.match(r"“?(?P<label>[A-Z][a-z]+): (?=\S)", line.group())
        start = line.start() + (label.end() if label else 0)
        named = (line.start() + label.start("label"), line.start() + label.end("label")) if label else None
        blocks.append(Block(start, line.end(), named))
        for each in split_sentences(text[start : line.end()]):
            place = (start + each.start, start + each.end)
            source = _place(text, place, told or {})
            units.append(
                Unit(*place, n, Source(source, share) if source else None, _place(text, place, introduces or {}))
            )
    quotations = find_quotations(text, [(block.start, block.end) for block in blocks])
    found = find_voices(text, units, blocks, [tuple(each) for each in quotations])
    return [(text[slice(*voice.source)] if voice.source else "", voice.how) if voice else None for voice in found]


def _place(text: str, sentence: tuple[int, int], sources: Mapping[str, str]) -> tuple[int, int] | None:
    for begins, source in sources.items():
        if text.startswith(begins, sentence[0]):
            at = text.index(source, sentence[0])
            return (at, at + len(source))
    return None


def test_a_sentence_that_names_its_source_gives_its_words() -> None:
    assert voices("Dale said no. It rained.", {"Dale": "Dale"}) == [("Dale", "sentence"), None]


def test_a_sentence_of_which_less_than_half_is_said_is_the_reporter_s() -> None:
    assert voices("It rained when Dale said no.", {"It": "Dale"}, share=0.4) == [None]


# --- Turns of a transcript ----------------------------------------------------------------------


def test_a_label_holds_until_the_next_one() -> None:
    text = "Brook: Are we done?\nDale: Yes. All of it.\nAnd more.\nBrook: Good."

    assert voices(text) == [
        ("Brook", "turn"),
        ("Dale", "turn"),
        ("Dale", "turn"),
        ("Dale", "turn"),
        ("Brook", "turn"),
    ]


def test_a_stage_direction_in_capitals_is_nobody_s() -> None:
    assert voices("Dale: Yes.\n[APPLAUSE]\nThank you.") == [("Dale", "turn"), None, ("Dale", "turn")]


def test_a_turn_in_quotation_marks_ends_with_them() -> None:
    """A report prints a piece of a transcript; then it goes on itself."""
    assert voices("“Dale: We agreed.”\nIt rained.") == [("Dale", "turn"), None]
    assert voices("Dale: We agreed.\nIt rained.") == [("Dale", "turn"), ("Dale", "turn")]


# --- Quotations over several sentences ----------------------------------------------------------


def test_a_quotation_goes_on_with_the_source_before_it_in_the_paragraph() -> None:
    text = "“No,” Dale said. “We stay here.”"

    assert voices(text, {"“No": "Dale"}) == [("Dale", "sentence"), ("Dale", "beside")]


def test_a_quotation_at_the_head_of_a_paragraph_has_its_source_behind_it() -> None:
    text = "“We stay here. We wait,” Dale said."

    assert voices(text, {"We wait": "Dale"}) == [("Dale", "beside"), ("Dale", "sentence")]


def test_a_quotation_that_is_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "Dale said: “We stay here.\n“We wait.”"

    assert voices(text, {"Dale": "Dale"}) == [("Dale", "sentence"), ("Dale", "open")]


def test_a_quotation_without_a_source_is_nobody_s_rather_than_a_guess() -> None:
    assert voices("It rained.\n“We stay here.”") == [None, ("", "unknown")]


def test_a_few_quoted_words_are_no_quotation() -> None:
    assert voices("The “new” plan is on the table and waits.") == [None]


# --- Signatures ---------------------------------------------------------------------------------


def test_a_name_behind_a_dash_signs_all_sentences_of_its_paragraph_but_is_none_itself() -> None:
    text = "“We stay here. We wait.” — Ana Brook"

    assert voices(text) == [("Ana Brook", "signature"), ("Ana Brook", "signature"), None]


def test_a_dash_without_a_name_signs_nothing() -> None:
    assert voices("“We stay here.” — and so they did") == [None]


# --- Introductions ------------------------------------------------------------------------------


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next_one() -> None:
    text = "Dale said this:\nThe talks go on. The border stays.\nIt rained."

    assert voices(text, {"Dale": "Dale"}) == [
        ("Dale", "sentence"),
        ("Dale", "introduced"),
        ("Dale", "introduced"),
        None,
    ]


def test_the_subject_of_a_sentence_with_a_colon_introduces_where_it_attributes_nothing() -> None:
    text = "Dale has three points:\n“The talks go on.”"

    assert voices(text, introduces={"Dale": "Dale"}) == [None, ("Dale", "introduced")]


def test_without_a_colon_nothing_is_introduced() -> None:
    assert voices("Dale spoke.\nThe talks go on.", {"Dale": "Dale"}) == [("Dale", "sentence"), None]
