"""The statements as a workbook to work in: typed cells, a filter on each column, evidence and codebook behind it."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from components.model.safe import cell_text, workbook_text
from components.report.tables import COLUMNS, FIELDS_SHOWN, Provenance

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
_PRINTED = list(COLUMNS).index("place") + 1
"""On paper stands who said what, in which tone and where; where the rows come from stands on the sheet About."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_YEAR = 1900
"""A workbook counts days from 1900 on; what was earlier stays text."""

MOST_LINKS = 65_000
"""A sheet holds some more links than these; further ones are text."""

_A4 = 9
"""The number that workbooks have for this paper."""

_RULE = "#b9b4a8"
"""The line under each row."""

_LINE, _LINES = 15, 26
"""Points of a line; so many of them the highest row has, for no program has rows of more than 409 points."""


class Sheet(NamedTuple):
    """A further sheet: its name, its columns with their widths in characters, and its rows.

    The first `printed` columns, or all, are wrapped and printed; in the others each value stands in one line.
    """

    name: str
    widths: Mapping[str, int]
    rows: Iterable[Sequence[Any]]
    printed: int | None = None


def to_xlsx(rows: Sequence[Mapping[str, Any]], provenance: Provenance, sheets: Iterable[Sheet] = ()) -> bytes:
    """A workbook of the statements, then `sheets`, then one that says what they are. Text is never a formula nor a link."""
    values = ([row[name] for name in COLUMNS] for row in rows)
    first = Sheet("Statements", {name: _WIDTHS.get(name, 14) for name in COLUMNS}, values, _PRINTED)
    return book_of((first, *sheets), provenance, COLUMNS)


def book_of(sheets: Iterable[Sheet], provenance: Provenance, columns: Mapping[str, str]) -> bytes:
    """A workbook of sheets, and one that says what they are and what `columns` mean."""
    import xlsxwriter  # only where a workbook is asked for

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, plain) as book:
        # The clock would make every export another file.
        book.set_properties({"title": cell_text(provenance.article)[:255], "created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001
        writer = _Writer(book)
        for each in sheets:
            writer.table(each)
        writer.about(provenance, columns)
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook, whose formats belong to it."""

    def __init__(self, book: Any) -> None:
        self.book = book
        top: dict[str, Any] = {"valign": "top"}
        ruled = {**top, "bottom": 7, "bottom_color": _RULE}
        right, left = {"align": "right", "indent": 1}, {"align": "left", "indent": 1}
        head = {"bold": True, "bottom": 1, **top}
        self.head = book.add_format({**head, **left, "text_wrap": True})
        self.head_of_numbers = book.add_format({**head, **right})
        self.bold = book.add_format({"bold": True, **ruled})
        self.text = book.add_format({"text_wrap": True, **ruled, **left})
        self.one_line = book.add_format({**ruled, **left})
        self.link = book.add_format({"font_color": "#0b5394", "underline": 1, **ruled, **left})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", **ruled, **left})
        self.number = book.add_format({"num_format": "0.00", **ruled, **right})
        self.whole = book.add_format({"num_format": "0", **ruled, **right})

    def table(self, content: Sheet) -> None:
        """A sheet with a head that stays, a filter on each column, and a set-up for paper.

        A column in which nothing stands is as wide as its name, and a row as high as its longest text.
        """
        sheet = self.book.add_worksheet(content.name)
        rows = list(content.rows)
        printed = content.printed or len(content.widths)
        widths = [
            width if any(row[column] not in (None, "") for row in rows) else min(width, len(name) + 4)
            for column, (name, width) in enumerate(content.widths.items())
        ]
        for column, name in enumerate(content.widths):
            numbers = {type(row[column]) for row in rows} - {type(None)} <= {int, float}
            sheet.set_column(column, column, widths[column])
            sheet.write_string(0, column, workbook_text(name), self.head_of_numbers if numbers else self.head)
        for line, row in enumerate(rows, 1):
            set_height(sheet, line, zip(row[:printed], widths, strict=False))
            for column, (name, value) in enumerate(zip(content.widths, row, strict=True)):
                self.cell(sheet, line, column, name, value, self.text if column < printed else self.one_line)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(widths) - 1)
        sheet.print_area(0, 0, max(len(rows), 1), printed - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&R&P of &N")

    def cell(self, sheet: Any, line: int, column: int, name: str, value: Any, text: Any) -> None:
        """A cell as what it is: an address of ours as a link, a day as a day, a number as a number, all else as text.

        `text` is the format of text.
        """
        if value is None:
            sheet.write_blank(line, column, None, text)
        elif not isinstance(value, str):
            sheet.write_number(line, column, value, self.number if isinstance(value, float) else self.whole)
        elif name == "link" and value and line <= MOST_LINKS:
            sheet.write_url(line, column, value, self.link, string="Open")
        elif name in ("when", "exported") and (day := _day(value)):
            sheet.write_datetime(line, column, day, self.day)
        else:
            sheet.write_string(line, column, workbook_text(value), text)

    def about(self, provenance: Provenance, columns: Mapping[str, str]) -> None:
        """What the workbook is, and what each of its columns means."""
        sheet = self.book.add_worksheet("About")
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 90)
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
            set_height(sheet, line, [(value, 90)])


def set_height(sheet: Any, line: int, cells: Iterable[tuple[Any, int]]) -> None:
    """Make a row as high as the longest of its texts needs, each with the width of its column in characters.

    Not every program works that out when it opens the file; where one line is enough, it is left to the program.
    """
    lines = max((_lines(value, width) for value, width in cells if isinstance(value, str)), default=1)
    if lines > 1:
        sheet.set_row(line, _LINE * min(lines, _LINES))


def _lines(text: str, width: int) -> int:
    """Lines that a text takes in a column of so many characters (digits: letters are narrower, which is what line ends leave)."""
    return sum(max(1, -(-len(each) // (width - 1))) for each in text.split("\n"))


def _day(text: str) -> dt.datetime | None:
    """The day, where the text is one that a workbook can count."""
    if not _DAY.fullmatch(text):
        return None
    day = dt.datetime.fromisoformat(text)
    return day if day.year >= _FIRST_YEAR else None
