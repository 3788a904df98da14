"""By which words a sentence refers to its speaker."""

import pytest

from components.reading.speakers import find_mention

NAMES = ("Sergey Lavrov", "Lavrov", "Russian Foreign Minister")


@pytest.mark.parametrize(
    ("cue", "words", "how"),
    [
        ("Russian Foreign Minister, Sergey Lavrov, stated that", "Sergey Lavrov", "named"),
        ("the Russian Foreign Minister said that", "Russian Foreign Minister", "named"),
        ("He then added that", "He", "pronoun"),
        ("As per Lavrov’s remarks", "Lavrov", "named"),
    ],
)
def test_the_mention_is_found_in_the_cue(cue: str, words: str, how: str) -> None:
    mention = find_mention(cue, NAMES)

    assert mention is not None
    assert (cue[mention.start : mention.end], mention.how) == (words, how)


@pytest.mark.parametrize("cue", ["it was said that", "the others said that", ""])
def test_where_nobody_is_mentioned_there_is_none(cue: str) -> None:
    assert find_mention(cue, NAMES) is None
