"""What files of programs of qualitative research say, as it is read: codes, texts, and who coded what.

It knows nothing of codebooks, so that the process that opens such a file (`reading/apart.py`) need not load them.
"""

from typing import NamedTuple


class ReadCode(NamedTuple):
    """A code as a file has it: its name and its description on any number of lines, and the names of those above it.

    `codable` is false where it only holds others together.
    """

    name: str
    description: str = ""
    above: tuple[str, ...] = ()
    codable: bool = True


class ReadCoding(NamedTuple):
    """Who gave a code, by its place among the codes, to which characters of a text: code points, the end exclusive."""

    coder: str
    code: int
    start: int
    end: int


class ReadText(NamedTuple):
    """A text of a project, and its codings."""

    text: str
    codings: tuple[ReadCoding, ...]


class ReadProject(NamedTuple):
    """What a project says of its texts."""

    codes: tuple[ReadCode, ...]
    texts: tuple[ReadText, ...]
