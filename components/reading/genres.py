"""A step: what a title says of the kind of a text."""

from components.model.lexicons import WordLists, Words
from components.model.names import find_names
from components.model.statements import Genre


class GenreWords(WordLists):
    """`genres.toml`."""

    FILE = "genres"
    transcript: Words
    speech: Words
    declaration: Words
    readout: Words


def said_by_title(title: str) -> Genre | None:
    """The genre whose words stand in a title; the earliest decides, the longest of those at one place."""
    genres: tuple[Genre, ...] = ("transcript", "speech", "declaration", "readout")
    words: dict[str, Words] = {genre: getattr(GenreWords.read(), genre) for genre in genres}
    found = find_names(title.replace("’", "'"), words)
    if any(each.key == "transcript" for each in found):
        return "transcript"
    return next((genre for genre in genres if found and found[0].key == genre), None)
