"""A comparison as a small data package: its rows and what it compares, linked to the two articles by ids of statements.

comparison.csv     a row per point: subject, status, the statements of each article, what a reader decided
datapackage.json   which two articles, the schema of the rows, and the sentence that limits what they say

The articles are not inside: they are opened beside it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from components.article.files import ABOUT_FILE, Contents
from components.article.package import Package
from components.article.saving import as_json
from components.model.comparison import CAVEAT, Point
from components.model.rows import Fault, FaultyFilesError, decode, read_rows, table_schema, write_rows
from components.model.statements import STATEMENT_ID

ROWS_FILE = "comparison.csv"
COMPARISON_FILES = (ABOUT_FILE, ROWS_FILE)
FORMAT = 1


class Saved(NamedTuple):
    """A comparison from its files: the ids and titles of the two articles, and the points."""

    a: tuple[str, str]
    b: tuple[str, str]
    points: tuple[Point, ...]


def save_comparison(a: Package, b: Package, points: Sequence[Point]) -> dict[str, bytes]:
    """The files of a comparison. The same comparison gives the same bytes."""
    about = {
        "name": f"{a.id}-beside-{b.id}",
        "title": f"{a.title} beside {b.title}",
        "description": CAVEAT,
        "profile": "tabular-data-package",
        "sources": [{"title": each.about.citation} for each in (a, b)],
        "readout": {
            "comparison": FORMAT,
            **{key: {"id": each.id, "title": each.title} for key, each in (("a", a), ("b", b))},
        },
        "resources": [
            {
                "name": "comparison", "path": ROWS_FILE, "profile": "tabular-data-resource", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "schema": table_schema(Point),
            }
        ],
    }  # fmt: skip
    return {ABOUT_FILE: as_json(about), ROWS_FILE: write_rows(Point, points)}


def open_comparison(contents: Contents) -> Saved:
    """A comparison from its files. Raises FaultyFilesError with all faults of both, also of a newer format."""
    faults = [Fault(name, "is missing") for name in COMPARISON_FILES if name not in contents]
    if faults:
        raise FaultyFilesError(faults)
    about, faults = _about(contents[ABOUT_FILE])
    rows, more = read_rows(Point, contents[ROWS_FILE], ROWS_FILE, ages=True)
    faults += more
    faults += [
        Fault(ROWS_FILE, f"found “{id}”; allowed: ids of statements", line, side)
        for line, row in rows
        for side in ("a", "b")
        for id in getattr(row, side)
        if not re.fullmatch(STATEMENT_ID, id)
    ]
    faults += [Fault(ROWS_FILE, "has a row without a statement", line) for line, row in rows if not (row.a or row.b)]
    if faults:
        raise FaultyFilesError(faults)
    sides = [(about[key]["id"], about[key]["title"]) for key in ("a", "b")]
    return Saved(sides[0], sides[1], tuple(row for _, row in rows))


def _about(data: bytes) -> tuple[Mapping[str, Any], list[Fault]]:
    text, faults = decode(data, ABOUT_FILE)
    if faults:
        return {}, faults
    try:
        about = json.loads(text)["readout"]
        number = about["comparison"]
        named = [about[key][part] for key in ("a", "b") for part in ("id", "title")]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}, [Fault(ABOUT_FILE, "is not that of a comparison. Save the comparison again, or choose another file")]
    if not isinstance(number, int) or number > FORMAT:
        return {}, [Fault(ABOUT_FILE, "is of a newer format than this version of Readout knows")]
    if not all(isinstance(each, str) for each in named):
        return {}, [Fault(ABOUT_FILE, "names no two articles")]
    return about, []


def fitting(points: Sequence[Point], a: Package, b: Package) -> tuple[list[Point], int]:
    """The points with those statements that the two articles still have, and how many statements are gone."""
    known = [set(each.statements["statement"]) for each in (a, b)]
    kept: list[Point] = []
    gone: set[str] = set()
    for each in points:
        parts = [tuple(id for id in ids if id in has) for ids, has in zip((each.a, each.b), known, strict=True)]
        gone |= {*each.a, *each.b} - {*parts[0], *parts[1]}
        if parts[0] or parts[1]:
            status = "both" if parts[0] and parts[1] else "only_a" if parts[0] else "only_b"
            kept.append(each.model_copy(update={"a": parts[0], "b": parts[1], "status": status}))
    return kept, len(gone)
