"""The statements as a workbook to work in: typed cells, a filter on each column, evidence and codebook behind it."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from components.model.safe import cell_text, workbook_text
from components.report.tables import COLUMNS, FIELDS_SHOWN, TYPES, Provenance

_WIDTHS = {
    "link": 14,
    "article": 30,
    "source": 40,
    "notices": 30,
    "shown": 40,
    "exported": 12,
    "versions": 40,
    **{name: each.sheet.width for name, each in FIELDS_SHOWN.items() if each.sheet and each.sheet.width},
}
_PRINTED = list(COLUMNS)[: list(COLUMNS).index("link")]
"""On paper stands what is known of a statement and where; where the rows come from stands on the sheet About."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_YEAR = 1900
"""A workbook counts days from 1900 on; what was earlier stays text."""

MOST_LINKS = 65_000
"""A sheet holds some more links than these; further ones are text."""

_A4 = 9
"""The number that workbooks have for this paper."""


class Sheet(NamedTuple):
    """A further sheet: its name, its columns with their widths, and its rows."""

    name: str
    widths: Mapping[str, int]
    rows: Iterable[Sequence[Any]]


def to_xlsx(rows: Sequence[Mapping[str, Any]], provenance: Provenance, sheets: Iterable[Sheet] = ()) -> bytes:
    """A workbook of the statements, then `sheets`, then one that says what they are. Text is never a formula nor a link."""
    values = ([row[name] for name in COLUMNS] for row in rows)
    first = Sheet("Statements", {name: _WIDTHS.get(name, 14) for name in COLUMNS}, values)
    return book_of((first, *sheets), provenance, COLUMNS, printed=(max(len(rows), 1), len(_PRINTED)))


def book_of(
    sheets: Iterable[Sheet],
    provenance: Provenance,
    columns: Mapping[str, str],
    *,
    printed: tuple[int, int] | None = None,
) -> bytes:
    """A workbook of sheets, and one that says what they are and what `columns` mean.

    `printed`: of the first sheet so many lines and columns are printed, beside its head.
    """
    import xlsxwriter  # only where a workbook is asked for

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, plain) as book:
        # The clock would make every export another file.
        book.set_properties({"title": cell_text(provenance.article)[:255], "created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001
        writer = _Writer(book)
        written = [writer.table(each) for each in sheets]
        if printed:
            written[0].print_area(0, 0, printed[0], printed[1] - 1)
        writer.about(provenance, columns)
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook, whose formats belong to it."""

    def __init__(self, book: Any) -> None:
        self.book = book
        top = {"valign": "top"}
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top})
        self.bold = book.add_format({"bold": True, **top})
        self.text = book.add_format({"text_wrap": True, **top})
        self.link = book.add_format({"font_color": "#0b5394", "underline": 1, **top})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top})
        self.number = book.add_format({"num_format": "0.00", **top})
        self.whole = book.add_format({"num_format": "0", **top})

    def table(self, content: Sheet) -> Any:
        """A sheet with a head that stays, a filter on each column, and a set-up for paper."""
        sheet = self.book.add_worksheet(content.name)
        for column, (name, width) in enumerate(content.widths.items()):
            sheet.set_column(column, column, width, self.text)
            sheet.write_string(0, column, workbook_text(name), self.head)
        line = 0
        for line, row in enumerate(content.rows, 1):
            for column, (name, value) in enumerate(zip(content.widths, row, strict=True)):
                self.cell(sheet, line, column, name, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, line, len(content.widths) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&R&P of &N")
        return sheet

    def cell(self, sheet: Any, line: int, column: int, name: str, value: Any) -> None:
        """A cell as what it is: an address of ours as a link, a day as a day, a number as a number, all else as text."""
        if value is None:
            sheet.write_blank(line, column, None, self.text)
        elif not isinstance(value, str):
            sheet.write_number(line, column, value, self.number if TYPES.get(name) == "number" else self.whole)
        elif name == "link" and value and line <= MOST_LINKS:
            sheet.write_url(line, column, value, self.link, string="Open")
        elif name in ("when", "exported") and (day := _day(value)):
            sheet.write_datetime(line, column, day, self.day)
        else:
            sheet.write_string(line, column, workbook_text(value), self.text)

    def about(self, provenance: Provenance, columns: Mapping[str, str]) -> None:
        """What the workbook is, and what each of its columns means."""
        sheet = self.book.add_worksheet("About")
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 90, self.text)
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        facts = {
            "Article": provenance.article,
            "Source": provenance.source,
            **({"Notices": provenance.notices} if provenance.notices else {}),
            "Shown": provenance.shown,
            "Exported": provenance.exported.isoformat(),
            "Versions": provenance.versions,
            **columns,
        }
        for line, (name, value) in enumerate(facts.items()):
            sheet.write_string(line, 0, name, self.bold)
            sheet.write_string(line, 1, workbook_text(value), self.text)


def _day(text: str) -> dt.datetime | None:
    """The day, where the text is one that a workbook can count."""
    if not _DAY.fullmatch(text):
        return None
    day = dt.datetime.fromisoformat(text)
    return day if day.year >= _FIRST_YEAR else None
