"""How a stranger's text reaches a screen or a file: article text, headings, names, file names, values of an address.

Markdown is no place for it: Streamlit's markdown alters ordinary sentences and loads remote images. A page shows such
text through `st.text`, `st.code`, dataframe cells and select options, or through the functions of this module.
"""

import html
import re
import textwrap

from components.model.limits import LONGEST_CELL

_LINE_CHARACTERS = 44
_HOVER_CHARACTERS = 200

# What a spreadsheet runs as a formula (OWASP, CSV injection), with the full-width forms that some of them accept.
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")

# Letters, digits and marks of which Streamlit's markdown makes nothing, wherever they stand.
_WORDS = re.compile(r"(?:[^\W_]|[ ,’“”–−=%]|(?<=\d)\.(?=\d))*")
_ICON_SLASH = re.compile(r"(?<=:material)/")

# What XML 1.0, and so a workbook, cannot hold, but for the carriage return; halves of surrogate pairs in no file at all.
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HALVES = re.compile(r"[\ud800-\udfff]")


def whole_text(text: str) -> str:
    """The text for a file in UTF-8: halves of surrogate pairs become U+FFFD, one for one."""
    return _HALVES.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """The text for an XML file, before it is escaped: what no XML can hold becomes U+FFFD, one for one; lines end with LF."""
    return _NO_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def html_text(text: str) -> str:
    """The text for HTML, inside elements and quoted attributes."""
    return html.escape(text, quote=True)


def label(text: str) -> str:
    """The text for the markdown of a button's label, seen as it was written: no link, image, icon, dash or formula.

    In markdown only code is left alone, so what is more than words is written as code; the style sheet shows it like
    the words beside it. White space, line ends too, becomes single spaces.
    """
    words = " ".join(text.split())
    if _WORDS.fullmatch(words):
        return words
    # Streamlit writes an underscore for the slash of an icon's name, even in code: so that slash stands outside of it.
    return r"\/".join(map(_code, _ICON_SLASH.split(words)))


def _code(text: str) -> str:
    """The text as code of markdown. Its fence is longer than any row of backticks inside."""
    if not text:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{space}{text}{space}{fence}"


def plotly_text(text: str, limit: int = 80) -> str:
    """The text for a label of a chart, cut to a length. Quotation marks stay: plotly would show the entity."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return html.escape(cut, quote=False)


def plotly_lines(text: str, limit: int = _HOVER_CHARACTERS) -> str:
    """The text for a hover box: cut, wrapped at 44 characters, escaped line by line."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "<br>".join(html.escape(line, quote=False) for line in textwrap.wrap(cut, _LINE_CHARACTERS))


def cell_text(text: str) -> str:
    """The text for a cell of a table in a file.

    What would run as a formula gets an apostrophe before it; CR becomes LF; control characters become U+FFFD, one for
    one, because no spreadsheet keeps them.
    """
    clean = xml_text(text)
    return f"'{clean}" if _FORMULA.match(text) else clean


def workbook_text(text: str) -> str:
    """The text for a cell of a workbook: `cell_text`; where it is longer than a cell can be, it is cut and says so."""
    cell = cell_text(text)
    units = cell.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return cell
    told = (
        f" … [cut: the text has {len(text):,} characters, a cell of a workbook holds {LONGEST_CELL:,}; the CSV has all]"
    )
    return units[: 2 * (LONGEST_CELL - len(told))].decode("utf-16-le", "ignore") + told


def file_name(text: str) -> str:
    """A name that is a file name on every system: letters, digits and hyphens, at most 60 characters."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60] or "readout"
