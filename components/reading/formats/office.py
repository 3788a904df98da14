"""The files of word processors that are archives of XML: opened within limits, nothing unpacked to disk, no entity resolved."""

import zipfile
import zlib
from io import BytesIO
from typing import Any, NamedTuple

from components.model.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED_BYTES, RATIO_FROM_BYTES, megabytes
from components.reading.formats.common import UnreadableFileError, is_odd
from components.reading.formats.safe_xml import parse_xml

LOCKED = "The document is locked with a password. Save it again without one."


class Program(NamedTuple):
    """Who writes a kind of document, and the end of its name: for the sentences that say what to do.

    `advised`: what to do where a document is not read, where that is something else than to save it again. `smaller`: what to
    do where it is too large.
    """

    name: str
    ending: str
    advised: str = ""
    smaller: str = "Take out pictures, or save it as plain text (.txt)."

    @property
    def advice(self) -> str:
        """What to do where a document is not read."""
        return (
            self.advised
            or f"Open it in {self.name} and save it again as {self.ending}, or save it as plain text (.txt)."
        )

    @property
    def damaged(self) -> str:
        """That a document is damaged, and what to do."""
        return f"The document is damaged and cannot be opened. {self.advice}"


def open_archive(data: bytes, program: Program) -> zipfile.ZipFile:
    """A zip archive that may be read: nothing is unpacked yet. Raises UnreadableFileError where it is none or hostile."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, UnicodeError):
        raise UnreadableFileError(program.damaged) from None
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFileError(
            f"The file holds {len(entries):,} files inside; {MOST_ENTRIES:,} are allowed. {program.advice}"
        )
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names) or any(is_odd(entry) for entry in entries):
        raise UnreadableFileError(f"The file holds names that no {program.name} document has. {program.advice}")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError(LOCKED)
    _weigh(entries, program)
    return archive


def _weigh(entries: list[zipfile.ZipInfo], program: Program) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED_BYTES:
        raise UnreadableFileError(
            f"The document unpacks to {megabytes(unpacked)}; {megabytes(MOST_UNPACKED_BYTES)} are allowed. {program.smaller}"
        )
    for entry in entries:
        if entry.file_size > RATIO_FROM_BYTES and entry.file_size > MOST_RATIO * entry.compress_size:
            raise UnreadableFileError(
                f"A part of the document unpacks to more than {MOST_RATIO} times its size, as no text does. "
                f"{program.advice}"
            )


class Parts:
    """The XML parts of an archive, each read when it is asked for; together they may not grow beyond what is allowed."""

    def __init__(self, archive: zipfile.ZipFile, program: Program) -> None:
        self._archive = archive
        self._program = program
        self._left = MOST_UNPACKED_BYTES

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._archive.namelist()

    def parsed(self, name: str, *, may_miss: bool = False) -> Any:
        """The root of a part; an empty element where it may miss and does. Raises UnreadableFileError."""
        from lxml import etree

        if name not in self._archive.namelist():
            if may_miss:
                return etree.Element("nothing")
            raise UnreadableFileError(self._program.damaged)
        abbreviates = (
            f"The document defines abbreviations of its own, as {self._program.name} never does. {self._program.advice}"
        )
        return parse_xml(self.unpacked(name), damaged=self._program.damaged, abbreviates=abbreviates)

    def unpacked(self, name: str) -> bytes:
        """The bytes of a part. What it declares is not trusted: reading stops where the archive as a whole is too big."""
        try:
            with self._archive.open(name) as part:
                data = part.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, OSError, RuntimeError):
            raise UnreadableFileError(self._program.damaged) from None
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableFileError(
                f"The document unpacks to more than {megabytes(MOST_UNPACKED_BYTES)}. {self._program.smaller}"
            )
        return data
