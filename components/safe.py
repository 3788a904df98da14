"""How a stranger's text reaches a screen or a file: article text, headings, names, file names, values of an address.

Markdown is no place for it: Streamlit's markdown alters ordinary sentences and loads remote images. A page shows such
text through `st.text`, `st.code`, dataframe cells and select options, or through the functions of this module.
"""

import html
import re
import textwrap

_LINE_CHARACTERS = 44
_HOVER_CHARACTERS = 200

# What a spreadsheet runs as a formula (OWASP, CSV injection), with the full-width forms that some of them accept.
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")


def html_text(text: str) -> str:
    """The text for HTML, inside elements and quoted attributes."""
    return html.escape(text, quote=True)


def label(text: str) -> str:
    """A label of ours (a topic, a side) inside a button's markdown: every mark of ASCII is taken literally.

    Not for a stranger's text: links and double hyphens are still made of it.
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def plotly_text(text: str, limit: int = 80) -> str:
    """The text for a label of a chart, cut to a length. Quotation marks stay: plotly would show the entity."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return html.escape(cut, quote=False)


def plotly_lines(text: str, limit: int = _HOVER_CHARACTERS) -> str:
    """The text for a hover box: cut, wrapped at 44 characters, escaped line by line."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "<br>".join(html.escape(line, quote=False) for line in textwrap.wrap(cut, _LINE_CHARACTERS))


def cell_text(text: str) -> str:
    """The text for a cell of a spreadsheet: what would run as a formula gets an apostrophe before it; CR becomes LF."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{clean}" if _FORMULA.match(text) else clean


def file_name(text: str) -> str:
    """A name that is a file name on every system: letters, digits and hyphens, at most 60 characters."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60] or "readout"
