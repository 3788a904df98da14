"""The list of the articles that are kept: what it shows of each, without opening any.

What the list shows stands in a file of its own beside the articles, made anew at any time. Only what was written since is
looked into, so that a thousand kept articles cost the first page next to nothing.
"""

import contextlib
import csv
import io
import json
import os
from pathlib import Path
from typing import NamedTuple

from components.article.files import ABOUT_FILE
from components.library.shelf import Stamp, stamp_of, write_whole
from components.model.intervals import parse_edtf
from components.model.rows import Fault, FaultyFilesError
from components.reading.formats.common import UnreadableFileError
from components.reading.formats.zipped import unpack_package

LIST_FILE = ".list.json"


class Kept(NamedTuple):
    """What the list of kept articles shows of one, without opening it. `published` is EDTF."""

    title: str
    published: str
    statements: int
    stamp: Stamp


class Shelf(NamedTuple):
    """The kept articles by id, and the files that are none, with their faults. Shared by all sessions: read-only."""

    kept: dict[str, Kept]
    faults: dict[str, tuple[Fault, ...]]


_LISTED: dict[Path, tuple[dict[str, Stamp], Shelf]] = {}
"""The shelf of a folder as it was listed last, and the files of which it was."""


def listed(folder: Path) -> Shelf:
    """What is kept in a folder. Only what was written since the last time is looked into.

    What the list shows stands in a file of its own beside the articles, which is made anew where it is missing, damaged
    or cannot be written.
    """
    stamps = _stamps(folder)
    before, shelf = _LISTED.get(folder, ({}, Shelf({}, {})))
    if folder in _LISTED and before == stamps:
        return shelf
    known = shelf.kept or _read_list(folder)
    shelf = Shelf({}, {})
    for name, stamp in stamps.items():
        kept = known.get(Path(name).stem)
        try:
            kept = kept if kept and kept.stamp == stamp else _looked_into(folder / name, stamp)
        except FaultyFilesError as error:
            shelf.faults[name] = error.faults
        else:
            shelf.kept[Path(name).stem] = kept
    if shelf.kept != known:
        _write_list(folder, shelf)
    _LISTED[folder] = stamps, shelf
    return shelf


def _stamps(folder: Path) -> dict[str, Stamp]:
    """The files of the articles that are kept, by name, with their stamps."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if entry.name.endswith(".zip") and entry.is_file()]
            return {entry.name: stamp_of(entry.stat()) for entry in sorted(found, key=lambda entry: entry.name)}
    except OSError:
        return {}


def _looked_into(path: Path, stamp: Stamp) -> Kept:
    """What the list shows of an article: of its files only two are unpacked, and nothing is checked but what is shown.

    Raises FaultyFilesError where it is no saved article.
    """
    try:
        contents = unpack_package(path.read_bytes(), (ABOUT_FILE, "statements.csv"))
        about = json.loads(contents[ABOUT_FILE].decode("utf-8-sig"))
        title, published = about["title"], about["readout"]["published"]
        parse_edtf(published)
        rows = csv.reader(io.StringIO(contents["statements.csv"].decode("utf-8-sig"), newline=""))
        kept = Kept(str(title) or path.stem, str(published), max(sum(1 for row in rows if row) - 1, 0), stamp)
    except OSError as error:
        raise FaultyFilesError([Fault(path.name, f"cannot be read: {error.strerror}")]) from None
    except UnreadableFileError as error:
        what = str(error).removeprefix("The file ").removesuffix(".")
        raise FaultyFilesError([Fault(path.name, what)]) from None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError, csv.Error):
        raise FaultyFilesError([Fault(path.name, "is damaged: it does not say what it is")]) from None
    return kept


def _read_list(folder: Path) -> dict[str, Kept]:
    try:
        said = json.loads((folder / LIST_FILE).read_bytes())
        return {
            str(id): Kept(str(title), str(published), int(count), (int(when), int(size), int(place)))
            for id, (title, published, count, (when, size, place)) in said.items()
        }
    except (AttributeError, OSError, TypeError, ValueError, RecursionError):
        return {}


def _write_list(folder: Path, shelf: Shelf) -> None:
    with contextlib.suppress(OSError):
        write_whole(json.dumps(shelf.kept).encode("ascii"), folder / LIST_FILE, is_new=False)
