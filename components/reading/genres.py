"""A step: what a title says of the kind of a text."""

from components.model.lexicons import WordLists, Words
from components.model.names import Mention, find_names
from components.model.statements import Genre


class GenreWords(WordLists):
    """`genres.toml`."""

    FILE = "genres"
    transcript: Words
    speech: Words
    declaration: Words
    readout: Words


_SAID_BY: tuple[Genre, ...] = ("speech", "declaration")
_GENRES: tuple[Genre, ...] = ("transcript", "speech", "declaration", "readout")


def said_by_title(title: str) -> Genre | None:
    """The genre whose words stand in a title; the earliest decides, the longest of those at one place."""
    found = _found(title)
    if any(each.key == "transcript" for each in found):
        return "transcript"
    return next((genre for genre in _GENRES if found and found[0].key == genre), None)


def begins_as(words: str) -> tuple[Genre, int] | None:
    """The genre with whose words a paragraph begins, speech or declaration, and where they end; None where with none."""
    first = next((each for each in _found(words) if each.start == 0), None)
    return next(((genre, first.end) for genre in _SAID_BY if first and first.key == genre), None)


def _found(title: str) -> list[Mention]:
    words: dict[str, Words] = {genre: getattr(GenreWords.read(), genre) for genre in _GENRES}
    return find_names(title.replace("’", "'"), words)
