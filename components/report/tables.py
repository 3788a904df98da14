"""The statements as files: CSV and XLSX, with where they come from. The same input gives the same bytes."""

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from components.model.codebook import Codebook
from components.model.fields import Field, Labels, column_of, sheet_columns
from components.model.safe import cell_text, workbook_text

FIELDS_SHOWN: dict[str, Field] = sheet_columns()

COLUMNS: dict[str, str] = {
    "article": "Title of the article",
    **{name: each.sheet.meaning for name, each in FIELDS_SHOWN.items() if each.sheet},
    "source": "How to cite the article",
    "notices": "What to know of how the article's text was read; empty where there is nothing",
    "shown": "The filter under which the row was exported",
    "exported": "Day of the export",
    "versions": "Versions of Readout and of the scorers",
}
"""Columns of the export and what they mean; every row carries its source, so that it can be pasted anywhere."""


class Provenance(NamedTuple):
    """Where an export comes from: article, filter, day and versions."""

    article: str
    source: str
    shown: str
    exported: dt.date
    versions: str
    notices: str = ""


def export_rows(
    statements: pd.DataFrame, names: Mapping[str, str], codebook: Codebook, provenance: Provenance
) -> list[dict[str, Any]]:
    """The statements as rows of the export: words for people, numbers as numbers, None for what is not scored."""
    labels = Labels(names, codebook.topic_labels)
    fields = {
        name: list(column_of(each, each.sheet, statements, labels)) for name, each in FIELDS_SHOWN.items() if each.sheet
    }
    return [
        {
            "article": provenance.article,
            **{name: _cell(values[i]) for name, values in fields.items()},
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


def to_csv(rows: Sequence[Mapping[str, Any]], provenance: Provenance) -> bytes:  # noqa: ARG001 — stands in each row
    """UTF-8 with a byte order mark (Excel needs it), every cell quoted, formulas made harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_plain(row[name]) for name in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> str:
    return cell_text(value) if isinstance(value, str) else "" if value is None else str(value)


_WIDTHS = {
    "shown": 40,
    "source": 40,
    "versions": 40,
    **{name: each.sheet.width for name, each in FIELDS_SHOWN.items() if each.sheet and each.sheet.width},
}


def to_xlsx(rows: Sequence[Mapping[str, Any]], provenance: Provenance) -> bytes:
    """A workbook with the statements and a sheet that says what they are. Text is never a formula nor a link."""
    import xlsxwriter  # only where a workbook is asked for

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, plain) as book:
        # The clock would make every export another file.
        book.set_properties({"title": cell_text(provenance.article)[:255], "created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Statements")
        sheet.freeze_panes(1, 0)
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDTHS.get(name, 14), wrap)
            sheet.write_string(0, column, name, bold)
        for line, row in enumerate(rows, 1):
            for column, name in enumerate(COLUMNS):
                _write(sheet, line, column, row[name])
        about = book.add_worksheet("About")
        about.set_column(0, 0, 16)
        about.set_column(1, 1, 90, wrap)
        facts = {
            "Article": provenance.article,
            "Source": provenance.source,
            **({"Notices": provenance.notices} if provenance.notices else {}),
            "Shown": provenance.shown,
            "Exported": provenance.exported.isoformat(),
            "Versions": provenance.versions,
            **COLUMNS,
        }
        for line, (name, value) in enumerate(facts.items()):
            about.write_string(line, 0, name, bold)
            about.write_string(line, 1, workbook_text(value))
    return out.getvalue()


def _write(sheet: Any, line: int, column: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(line, column, workbook_text(value))
    elif value is not None:
        sheet.write_number(line, column, value)
