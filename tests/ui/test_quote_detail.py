"""A statement by itself: what is said of it beside its words."""

from typing import NamedTuple

import pytest

from components.ui.quote_detail import words_of_cue


class Row(NamedTuple):
    """A statement, as far as its cue is shown: it stands at 100 of its text."""

    wording: str
    verb: str
    start: int = 100


class Cue(NamedTuple):
    """The evidence of a cue."""

    phrase: str
    start: int
    end: int


SENTENCE = "The Minister of the Sea of Marenia, Ana Brook, stated that the strait is open."


@pytest.mark.parametrize(
    ("wording", "verb", "phrase", "said"),
    [
        (SENTENCE, "stated", "The Minister of the Sea …", "The Minister of the Sea of Marenia, Ana Brook, stated that"),
        ("", "stated", "The Minister of the Sea …", "stated"),
        ("", "said", "Brook said", "Brook said"),
        ("", "", "The concern of the sea …", "The concern of the sea …"),
    ],
)
def test_the_cue_keeps_its_verb_of_saying(wording: str, verb: str, phrase: str, said: str) -> None:
    cue = Cue(phrase, 100, 100 + SENTENCE.index(" the strait"))

    assert words_of_cue(Row(wording, verb), cue) == said
