"""From an earlier format of a package to the newest, one function a step, over its raw files.

Reading is upgrade, then check; saving writes the newest. `readout.format` of `datapackage.json` says which format a
package has; none is the first. A step changes what it understands and leaves all else as it is, for the check to tell.
Packages of every earlier format lie in `tests/formats` and open for ever.

| format | what is new |
| --- | --- |
| 1 | as first published |
| 2 | the first copy of a repeated sentence has the plain id, whatever follows it |
"""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from components.article.files import ABOUT_FILE, TABLES, TEXT_FILE, Contents
from components.model.rows import Fault, FaultyFilesError, found
from components.model.statements import statement_ids, statement_ids_of_format_1

FORMAT = 2
"""The newest format, which is written."""


def upgraded(contents: Contents) -> Contents:
    """The files of a package as they are in the newest format.

    Raises FaultyFilesError where the package says no format, or one that is newer than the newest.
    """
    format_ = _format_of(contents)
    if format_ > FORMAT:
        what = (
            f"has format {format_}; this version of Readout reads formats up to {FORMAT}. Open it with a newer Readout"
        )
        raise FaultyFilesError([Fault(ABOUT_FILE, what)])
    for step in STEPS[format_ - 1 :]:
        contents = step(contents)
    return contents


def _format_of(contents: Contents) -> int:
    """The format that a package says it has. What cannot be read has the newest: the check tells why."""
    try:
        said = json.loads(contents[ABOUT_FILE].decode("utf-8-sig"))["readout"].get("format", 1)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return FORMAT
    if not isinstance(said, int) or isinstance(said, bool) or said < 1:
        raise FaultyFilesError(
            [Fault(ABOUT_FILE, f"readout.format: {found(said, f'a whole number from 1 to {FORMAT}')}")]
        )
    return said


# --- 1 to 2 -------------------------------------------------------------------------------------


def _to_2(contents: Contents) -> Contents:
    """Repeated sentences get their new ids, in all tables. Without the text they cannot be told and keep the old ones."""
    renamed = _new_ids(contents)
    if not renamed:
        return contents
    old = re.compile(r"\b(" + "|".join(renamed) + r")\b")
    tables = [f"{name}.csv" for name in TABLES if f"{name}.csv" in contents]
    return {**contents, **{name: _replaced(contents[name], old, renamed) for name in tables}}


def _new_ids(contents: Contents) -> dict[str, str]:
    """From old ids to new ones, where the text is the one that was recorded and they differ."""
    try:
        text = contents[TEXT_FILE].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        rows = list(csv.DictReader(io.StringIO(contents["statements.csv"].decode("utf-8-sig"), newline="")))
        ids = [row["statement"] for row in rows]
        sentences = [text[_offset(row["start"]) : _offset(row["end"])] for row in rows]
    except (KeyError, TypeError, ValueError, csv.Error):
        return {}
    if not text or ids != statement_ids_of_format_1(sentences):
        return {}
    return {old: new for old, new in zip(ids, statement_ids(sentences), strict=True) if old != new}


def _offset(cell: Any) -> int:
    if not re.fullmatch("[0-9]{1,9}", cell):
        raise ValueError
    return int(cell)


def _replaced(data: bytes, old: re.Pattern[str], new: Mapping[str, str]) -> bytes:
    """The table with ids replaced wherever they stand, also in columns that are not known. Lines stay where they are."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return old.sub(lambda match: new[match.group()], text).encode("utf-8")


STEPS: tuple[Callable[[Contents], Contents], ...] = (_to_2,)
"""The steps upward; the first leads from format 1 to format 2."""
