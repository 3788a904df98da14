"""A package as one zip file: written the same every time, opened without trusting it."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from components.package import ABOUT_FILE, FILES, Contents
from components.rows import Fault, FaultyFilesError

MOST_PACKAGE_BYTES = 20_000_000
"""Bytes of a package when unpacked. An article of a million characters comes to about 10 MB with all its tables."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of all files inside: the earliest that the format knows, so that the same article gives the same bytes."""


def to_zip(contents: Contents) -> bytes:
    """The files of a package as one zip file. The same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def from_zip(data: bytes, file: str = "The file") -> dict[str, bytes]:
    """The files of a package in a zip file, by name; `datapackage.json` may lie in a folder, and the others with it.

    Only files that belong to a package are unpacked, in memory, so names lead nowhere. Raises FaultyFilesError where
    the file is no zip file, holds no package, is encrypted or broken, or would unpack to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, FaultyFilesError):
            raise
        raise _fault(file, "cannot be opened as a zip file. Save the article again, or choose another file") from None


def _unpacked(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    members = {member.filename: member for member in archive.infolist()}
    homes = [PurePosixPath(name).parent for name in members if PurePosixPath(name).name == ABOUT_FILE]
    if not homes:
        raise _fault(file, f"holds no {ABOUT_FILE}. It is not an article that Readout saved")
    home = min(homes, key=lambda path: len(path.parts))
    contents: dict[str, bytes] = {}
    left = MOST_PACKAGE_BYTES
    for name in FILES:
        member = members.get(str(home / name))
        if member is None:
            continue
        if member.flag_bits & 1:
            raise _fault(file, "is encrypted. Save it without a password")
        with archive.open(member) as inside:
            contents[name] = inside.read(left + 1)
        left -= len(contents[name])
        if left < 0:
            megabytes = MOST_PACKAGE_BYTES // 1_000_000
            raise _fault(file, f"unpacks to more than {megabytes} MB, which no article does")
    return contents


def _fault(file: str, what: str) -> FaultyFilesError:
    return FaultyFilesError([Fault(file, what)])
