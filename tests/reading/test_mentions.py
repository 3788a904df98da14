"""Where the words that attribute mention a speaker."""

import pytest

from components.reading.mentions import find_mention

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
