"""What every kind of file has in common: what is handed back, what is said of a loss, and how blocks become a text."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from typing import NamedTuple

from components.model.limits import MOST_BYTES, megabytes


class UnreadableFileError(ValueError):
    """A file that cannot be read. The message is for the reader: what was found, what is allowed, what to do.

    It never holds a word of the file or of its name.
    """


class TooMuchMemoryError(UnreadableFileError):
    """There was not enough memory to read the file."""


class FileText(NamedTuple):
    """What was read of a file.

    `text` has line feeds as line ends and neither NUL nor lone surrogates. `title`, `publisher` and `place` are what the
    file says of itself, or empty. `published` is a day (YYYY-MM-DD) that the file gives, or empty. `notes` are plain
    sentences, one for everything that was left out, guessed or repaired.
    """

    text: str
    title: str
    published: str
    notes: tuple[str, ...]
    publisher: str = ""
    place: str = ""


class Block(NamedTuple):
    """A paragraph or, where `level` is 1 to 6, a heading. Its words may hold single line ends."""

    words: str
    level: int = 0


class Page(NamedTuple):
    """What a kind of file gives: its blocks, what it says of itself (or nothing), and notes on what was left out."""

    blocks: list[Block]
    title: str
    published: str
    notes: list[str]
    publisher: str = ""
    place: str = ""


_FILE_NAME = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|pdf|rtf|odt|indd|tex|html?|txt)$|^(?:document ?\d*|untitled)$", re.IGNORECASE
)
_NO_MEMORY = 2  # XML_ERR_NO_MEMORY of libxml2
_DAY = re.compile(r"(?P<year>(?:19|20)\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)")


def refuse_size(data: bytes) -> None:
    """Raise UnreadableFileError where the file is too large, which a browser alone checks before it is here."""
    if len(data) > MOST_BYTES:
        raise UnreadableFileError(
            f"The file has {megabytes(len(data))}; {megabytes(MOST_BYTES)} are allowed. Save its text alone, or split it."
        )


def text_of(blocks: Iterable[Block]) -> str:
    """The blocks as a text in which headings are found again: a blank line between two, `#` before a heading.

    A heading at the very end stands over nothing and gets no mark.
    """
    kept = [(tidy(block.words, one_line=block.level > 0), block.level) for block in blocks]
    kept = [(words, level) for words, level in kept if words]
    last = len(kept) - 1
    return "\n\n".join(
        f"{'#' * min(level, 6)} {words}" if level and i < last else words for i, (words, level) in enumerate(kept)
    )


def tidy(words: str, *, one_line: bool = False) -> str:
    """White space as one space, empty lines gone, line ends kept unless everything goes on one line."""
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return (" " if one_line else "\n").join(line for line in lines if line)


def counted(count: int, one: str, many: str) -> list[str]:
    """A note with a number, or none where there is nothing to say.

    >>> counted(3, "{} passage was left out.", "{} passages were left out.")
    ['3 passages were left out.']
    """
    return [(one if count == 1 else many).format(f"{count:,}")] if count else []


def day_of(stamp: str) -> str:
    """The day at the beginning of a time stamp (ISO 8601, or as PDF writes it), as YYYY-MM-DD; else nothing."""
    match = _DAY.match(stamp.strip().removeprefix("D:"))
    if not match:
        return ""
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return ""


def ran_out_of_memory(error: Exception) -> bool:
    """Whether the parser of XML and HTML failed for want of memory, which it reports as an error of the file."""
    return getattr(error, "code", None) == _NO_MEMORY


def title_of(words: str) -> str:
    """A title on one line; what a program writes in its place (the name of a file) is none."""
    title = tidy(words, one_line=True)
    return "" if _FILE_NAME.search(title) else title


def made_on(day: str) -> list[str]:
    """The note that belongs to a day on which a file was made, for want of a better one."""
    return (
        [f"The date {day} is the day on which the file was made. Change it if the text was published on another."]
        if day
        else []
    )


def is_odd(entry: zipfile.ZipInfo) -> bool:
    """A name that leads out of an archive or is written to deceive, or a packing that no ordinary program uses."""
    parts = entry.filename.removesuffix("/").split("/")
    return (
        bool(re.search(r"[\\:\x00-\x1f]", entry.filename + entry.orig_filename))
        or any(part in ("", ".", "..") for part in parts)
        or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    )
