"""From an earlier format of a package to the newest, one function a step, over its raw files.

Reading is upgrade, then check; saving writes the newest. `readout.format` of `datapackage.json` says which format a
package has; none is the first. A step changes what it understands and leaves all else as it is, for the check to tell.
Packages of every earlier format lie in `tests/formats` and open for ever.

| format | what is new |
| --- | --- |
| 1 | as first published |
| 2 | the first copy of a repeated sentence has the plain id, whatever follows it; a side is a country’s or body’s code; a level |
|   | says how often such an answer is right |
"""

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from components.article.corrections.log import LOG_FILE
from components.article.files import ABOUT_FILE, TABLES, TEXT_FILE, Contents
from components.model import countries
from components.model.codebook import CODEBOOK_FILE, OTHER, REPORTER
from components.model.rows import SEPARATOR, Fault, FaultyFilesError, found
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
    """Levels get their new names, sides the codes of their countries, and repeated sentences their new ids, in all tables.

    Without the text repeated sentences cannot be told and keep the old ids.
    """
    contents = _with_codes(_with_levels(contents))
    renamed = _new_ids(contents)
    if not renamed:
        return contents
    old = re.compile(r"\b(" + "|".join(renamed) + r")\b")
    tables = [f"{name}.csv" for name in TABLES if f"{name}.csv" in contents]
    return {**contents, **{name: _replaced(contents[name], old, renamed) for name in tables}}


LEVELS = {"stated": "likely", "inferred": "guess"}
"""What was called by how the speaker was known, by how often it was right: on governments’ texts the rules of format 1
found .77 of the speakers rightly that were `stated`, and .46 of those that were `inferred`."""


def _with_levels(contents: Contents) -> Contents:
    """Levels by their new names, also where a correction says what stood there."""
    changes = {
        "statements.csv": _renamed_level,
        "machine.csv": _renamed_level,
        LOG_FILE: _renamed_accepted,
    }
    renamed = {name: _cells(contents[name], change) for name, change in changes.items() if name in contents}
    return {**contents, **renamed}


def _renamed_level(row: dict[str, str]) -> None:
    row["level"] = LEVELS.get(row["level"], row["level"])


def _renamed_accepted(row: dict[str, str]) -> None:
    if row["field"] == "level":
        row["from"] = LEVELS.get(row["from"], row["from"])


def _with_codes(contents: Contents) -> Contents:
    """Sides that were named otherwise get their codes, in actors and in corrections; the codebook keeps its own groups."""
    changes: dict[str, Callable[[bytes], bytes]] = {
        "actors.csv": lambda data: _cells(data, _coded_actor),
        LOG_FILE: lambda data: _cells(data, _coded_correction),
        CODEBOOK_FILE: _without_countries,
    }
    return {**contents, **{name: change(contents[name]) for name, change in changes.items() if name in contents}}


def _coded(side: str) -> str:
    return countries.code_of(side) or side


def _coded_actor(row: dict[str, str]) -> None:
    row["side"] = _coded(row["side"])


def _coded_correction(row: dict[str, str]) -> None:
    """The side stands last in an entry for a new actor (`id;name;role;side`) and in one for a side (`id;side`)."""
    if row["field"] in ("actor", "side"):
        for name in ("from", "to"):
            before, separator, side = row[name].rpartition(SEPARATOR)
            row[name] = before + separator + (_coded(side) if separator else side)


def _cells(data: bytes, change: Callable[[dict[str, str]], None]) -> bytes:
    """A table with some cells changed; one that cannot be read is left as it is, for the check to tell."""
    try:
        text = data.decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        rows = list(reader)
        if any(None in row or None in row.values() for row in rows):
            return data  # too many cells, or too few
        if len(set(reader.fieldnames or ())) < len(reader.fieldnames or ()):
            return data
        before = [dict(row) for row in rows]
        for row in rows:
            change(row)
    except (AttributeError, KeyError, UnicodeDecodeError, csv.Error):
        return data
    if rows == before:
        return data
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(reader.fieldnames or ())
    writer.writerows(row.values() for row in rows)
    return out.getvalue().encode("utf-8")


def _without_countries(data: bytes) -> bytes:
    """A codebook whose sides are groups alone, and whose actors have codes. One that cannot be read is left as it is."""
    import tomli_w

    try:
        book = tomllib.loads(data.decode("utf-8-sig"))
        groups = [side for side in book.get("sides", []) if not _is_known(str(side["id"]))]
        actors = [{**actor, "side": _coded(str(actor["side"]))} for actor in book.get("actors", [])]
        if groups == book.get("sides", []) and actors == book.get("actors", []):
            return data
        return tomli_w.dumps({**book, "sides": groups, "actors": actors}).encode("utf-8")
    except (KeyError, TypeError, ValueError, RecursionError):
        return data


def _is_known(side: str) -> bool:
    """Whether a side needs no listing: a country or body, or what every article may have."""
    return side in (OTHER, REPORTER) or bool(countries.code_of(side))


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
