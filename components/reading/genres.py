"""A step: what a title says of the kind of a text."""

import re
from functools import cache

from components.model.lexicons import WordLists, Words, any_of
from components.model.names import Mention, find_names
from components.model.statements import Genre


class GenreWords(WordLists):
    """`genres.toml`."""

    FILE = "genres"
    transcript: Words
    speech: Words
    declaration: Words
    readout: Words
    adopted: Words


_ON_MEETING = re.compile(
    r"(?!.*\bjoint\b).*?\bstatement\b.*?\bon\s+(?P<meeting>.*['’]s?\s+(?:\w+\s+){0,2}(?:calls?|meetings?|conversation|talks)\s+with\b.*)",
    re.IGNORECASE,
)
"""A statement that is somebody's account of another's meeting: "Statement by Ana Brook on Carl Dale’s Call with ..."."""

_SAID_BY: tuple[Genre, ...] = ("speech", "declaration")
_GENRES: tuple[Genre, ...] = ("transcript", "speech", "declaration", "readout")


def said_by_title(title: str) -> Genre | None:
    """The genre whose words stand in a title; the earliest decides, the longest of those at one place."""
    found = _found(title)
    if any(each.key == "transcript" for each in found):
        return "transcript"
    if meeting_in(title):
        return "readout"
    if _of_the_meeting().search(title.replace("’", "'")):
        return "declaration"
    return next((genre for genre in _GENRES if found and found[0].key == genre), None)


@cache
def _of_the_meeting() -> re.Pattern[str]:
    """What those who met adopted, though the title begins with their meeting: "Foreign Ministers' Meeting: Communiqué"."""
    return re.compile(rf"(?<!\bon\sthe\s)(?<!\bon\s)\b{any_of(GenreWords.read().adopted)}\b", re.IGNORECASE)


def meeting_in(title: str) -> str:
    """The meeting that a statement is an account of, by its title; nothing where it is a statement on something else."""
    told = _ON_MEETING.fullmatch(title)
    return told["meeting"] if told else ""


def begins_as(words: str) -> tuple[Genre, int] | None:
    """The genre with whose words a paragraph begins, speech or declaration, and where they end; None where with none."""
    first = next((each for each in _found(words) if each.start == 0), None)
    return next(((genre, first.end) for genre in _SAID_BY if first and first.key == genre), None)


def _found(title: str) -> list[Mention]:
    words: dict[str, Words] = {genre: getattr(GenreWords.read(), genre) for genre in _GENRES}
    return find_names(title.replace("’", "'"), words)
