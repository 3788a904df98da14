"""A saved article: the files of a data package in one zip file, unpacked in memory and never trusted.

Only files that belong to a package are unpacked, and none to disk.
"""

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePosixPath

from components.model.limits import (
    MOST_ENTRIES,
    MOST_LINES,
    MOST_MERGES,
    MOST_PACKAGE_BYTES,
    MOST_PART_BYTES,
    megabytes,
)
from components.reading.formats.common import UnreadableFileError, is_odd

_NO_ZIP = "The file cannot be opened as a zip file. Save the article again, or choose another file."
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, UnicodeError,
)  # fmt: skip


def unpack_package(data: bytes, names: Sequence[str]) -> dict[str, bytes]:
    """The files of a package in a zip file, by name, in the order of `names`; the first of them must be there.

    It may lie in a folder, and the others with it. Raises UnreadableFileError where the file is no zip file, holds no
    package or names that lead out of it, is encrypted or broken, or unpacks to more than is allowed.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _unpacked(archive, names)
    except UnreadableFileError:
        raise
    except _BROKEN:
        raise UnreadableFileError(_NO_ZIP) from None


def _unpacked(archive: zipfile.ZipFile, names: Sequence[str]) -> dict[str, bytes]:
    members = _members(archive)
    homes = [PurePosixPath(name).parent for name in members if PurePosixPath(name).name == names[0]]
    if not homes:
        raise UnreadableFileError(f"The file holds no {names[0]}. It is not an article that Readout saved.")
    home = min(homes, key=lambda path: len(path.parts))
    contents: dict[str, bytes] = {}
    left = MOST_PACKAGE_BYTES
    for name in names:
        member = members.get(str(home / name))
        if member is None:
            continue
        if member.flag_bits & 1:
            raise UnreadableFileError("The file is encrypted. Save it without a password.")
        with archive.open(member) as inside:
            contents[name] = inside.read(left + 1)  # what it declares is not trusted
        left -= len(contents[name])
        if left < 0:
            raise UnreadableFileError(
                f"The file unpacks to more than {megabytes(MOST_PACKAGE_BYTES)}, which no article does."
            )
        _weigh(name, contents[name])
    return contents


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What is inside, by name; nothing is unpacked yet."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFileError(
            f"The file holds {len(entries):,} files inside; {MOST_ENTRIES:,} are allowed. It is not an article that "
            "Readout saved."
        )
    members = {entry.filename: entry for entry in entries}
    if len(members) < len(entries) or any(map(is_odd, entries)):
        raise UnreadableFileError("The file holds names that no saved article has: it may be made to deceive.")
    return members


def _weigh(name: str, content: bytes) -> None:
    """Refuse what would hold up the server, before anything reads it."""
    if (most := MOST_PART_BYTES.get(name, MOST_PACKAGE_BYTES)) < len(content):
        raise UnreadableFileError(
            f"The file holds {megabytes(len(content))} in {name}; {megabytes(most)} are allowed in a saved article."
        )
    lines = max(content.count(b"\n"), content.count(b"\r")) + 1
    if (most := MOST_LINES.get(name, len(content) + 1)) < lines - content.endswith((b"\n", b"\r")):
        raise UnreadableFileError(f"The file holds {lines:,} lines in {name}; {most:,} are allowed in a saved article.")
    merges = content.count(b",merge,") if name == "corrections.csv" else 0
    if merges > MOST_MERGES:
        raise UnreadableFileError(f"The file merges {merges:,} actors; {MOST_MERGES:,} are allowed in a saved article.")
