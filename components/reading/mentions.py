"""A step: where the words that attribute mention a speaker, in an article coded by hand."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from components.model.names import find_names

PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)


class SpeakerMention(NamedTuple):
    """Words that refer to a speaker. `how` is `named` or `pronoun`."""

    start: int
    end: int
    how: str


def find_mention(attribution: str, names: Iterable[str]) -> SpeakerMention | None:
    """The mention of a speaker in the words that attribute: a name of theirs, else a pronoun; None if there is neither.

    Of several names ("Ruritanian Foreign Minister, Carl Dale") the last one counts: it is the most definite.
    """
    named = find_names(attribution, {"": names})
    if named:
        return SpeakerMention(named[-1].start, named[-1].end, "named")
    pronoun = PRONOUN.search(attribution)
    return SpeakerMention(pronoun.start(), pronoun.end(), "pronoun") if pronoun else None
