"""The statements as rows with where they come from, and the plainest files of them: CSV and JSON Lines.

All kinds of file have the same columns. The same input gives the same bytes.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any, Literal, NamedTuple

import pandas as pd

import components
from components.model.codebook import Codebook
from components.model.fields import Field, Labels, column_of, sheet_columns
from components.model.rows import NumberOrNone
from components.model.safe import cell_text, whole_text
from components.model.scores import SCORERS

FIELDS_SHOWN: dict[str, Field] = sheet_columns()

COLUMNS: dict[str, str] = {
    **{name: each.sheet.meaning for name, each in FIELDS_SHOWN.items() if each.sheet},
    "link": "Address of the statement; empty where the article or the server is the reader's own",
    "article": "Title of the article",
    "source": "How to cite the article",
    "notices": "What to know of how the article's text was read; empty where there is nothing",
    "shown": "The filter under which the row was exported",
    "exported": "Day of the export",
    "versions": "Versions of Readout and of the scorers",
}
"""Columns of the export and what they mean; every row carries its source, so that it can be pasted anywhere."""

Type = Literal["text", "whole", "number"]
TYPES: dict[str, Type] = {
    name: ("number" if each.type is NumberOrNone else "whole") if each.sheet and each.sheet.number else "text"
    for name, each in FIELDS_SHOWN.items()
}
"""What the cells of a column are, where they are not text; a number that is missing is None. Dates are EDTF, which is text."""


class Provenance(NamedTuple):
    """Where an export comes from: article, filter, day and versions.

    `links` is the address to which a statement's id is put to lead there; nothing where there is none for others.
    """

    article: str
    source: str
    shown: str
    exported: dt.date
    versions: str
    notices: str = ""
    links: str = ""


def made_with() -> str:
    """Readout and the scorers, with their versions."""
    scorers = ", ".join(f"{each.label} {version(each.package)}" for each in SCORERS.values() if each.package)
    return f"Readout {components.__version__}, {scorers}"


def export_rows(
    statements: pd.DataFrame, names: Mapping[str, str], codebook: Codebook, provenance: Provenance
) -> list[dict[str, Any]]:
    """The statements as rows of an export, in their order: words for people, numbers as numbers, None for what is not scored."""
    labels = Labels(names, codebook.topic_labels)
    fields = {
        name: list(column_of(each, each.sheet, statements, labels)) for name, each in FIELDS_SHOWN.items() if each.sheet
    }
    ids = statements["statement"].tolist()
    return [
        {
            **{name: _cell(values[i]) for name, values in fields.items()},
            "link": f"{provenance.links}{ids[i]}" if provenance.links else "",
            "article": provenance.article,
            "source": provenance.source,
            "notices": provenance.notices,
            "shown": provenance.shown,
            "exported": provenance.exported.isoformat(),
            "versions": provenance.versions,
        }
        for i in range(len(statements))
    ]


def _cell(value: Any) -> Any:
    """A value as an export has it: numbers to four decimals, None for what is missing, several as a list in words."""
    if isinstance(value, tuple):
        return "; ".join(value)
    if pd.isna(value):
        return None
    if isinstance(value, float):
        return round(value, 4)
    return value if isinstance(value, str) else int(value)


def to_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """UTF-8 with a byte order mark (Excel needs it), every cell quoted, formulas made harmless."""
    return csv_of(COLUMNS, ([row[name] for name in COLUMNS] for row in rows))


def csv_of(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """Any table as such a file. Several values in a cell are separated by semicolons; None and NaN are empty cells."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([cell_text(name) for name in columns])
    writer.writerows([_plain(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return cell_text(value)
    if isinstance(value, list | tuple):
        return cell_text("; ".join(map(str, value)))
    return "" if pd.isna(value) else str(value)


def to_jsonl(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """JSON Lines: one object a line, UTF-8, the texts as they are; null for what is not scored."""
    return "".join(f"{_one_line({name: row[name] for name in COLUMNS})}\n" for row in rows).encode("utf-8")


_BREAKS = {ord(each): f"\\u{ord(each):04x}" for each in "\x85\u2028\u2029"}


def _one_line(content: Mapping[str, Any]) -> str:
    """As JSON on one line, also for readers to whom a line ends wherever Unicode says so."""
    return whole_text(json.dumps(content, ensure_ascii=False)).translate(_BREAKS)
