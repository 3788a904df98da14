"""The briefing as a Word document: styles, headings, a table of contents, captions, pictures that say themselves in words.

The same briefing gives the same bytes: no clock and no random id stands in the file, and its parts are packed in their order.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from functools import cache
from typing import Any

from components.model.safe import xml_text
from components.report.brief.briefing import LONG, Briefing, Figure, Quote, headings, running_title, sources_heading

SERIF, SANS = "Cambria", "Calibri"
INK, QUIET = "16191D", "55514A"
PICTURE_CM = 12
SVG, PROBE = "http://www.w3.org/2000/svg", '<text y="15" font-family="sans-serif">M</text>'


def to_word(briefing: Briefing) -> bytes:
    """The document."""
    import docx

    document = docx.Document()
    _set_up(document, briefing)
    _add(document, briefing.made, "Kicker")
    _add(document, briefing.title, "Title")
    shown = _add(document, "", "Shown")
    shown.add_run("Shown: ").bold = True
    shown.add_run(xml_text(briefing.shown))
    if briefing.note:
        _add(document, briefing.note, "Reader’s note")
    if len(listed := headings(briefing)) >= LONG:
        _add_contents(document, listed)
    _add_findings(document, briefing)
    for number, figure in enumerate(briefing.figures, 1):
        _add_figure(document, figure, number)
    _add_quotes(document, briefing)
    document.add_heading(sources_heading(briefing), 1)
    for each in briefing.sources:
        _add(document, each)
    document.add_heading("Method", 1)
    for each in briefing.method:
        _add(document, each)
    out = io.BytesIO()
    document.save(out)
    return _same_bytes(out.getvalue())


def _add(document: Any, text: str, style: str = "Normal") -> Any:
    """A paragraph in a style. Its id, the name without spaces, is set as it is: the library would look through all styles."""
    paragraph = document.add_paragraph(xml_text(text))
    if style != "Normal":
        paragraph._p.style = style.replace(" ", "")  # noqa: SLF001
    return paragraph


# --- Styles -------------------------------------------------------------------------------------


def _set_up(document: Any, briefing: Briefing) -> None:
    """A4, styles, the title and page numbers at the foot; properties without a clock."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.9)
    _set_styles(document)
    _set_foot(section, briefing)
    about = document.core_properties
    about.title, about.author, about.comments = xml_text(briefing.title)[:255], "Readout", ""
    about.created = about.modified = dt.datetime.combine(briefing.day, dt.time())
    about.language, about.last_modified_by = "en", "Readout"


def _set_styles(document: Any) -> None:
    from docx.shared import Cm

    _style(document, "Normal", 10.5, SERIF, after=4.5)
    _style(document, "Title", 20, SERIF, bold=True, after=6)
    for name, size, before in (("Heading 1", 13, 12), ("Heading 2", 11, 9)):
        _style(document, name, size, SERIF, bold=True, before=before, after=3)
    _style(document, "Caption", 9, SANS, after=6)
    for name, size, colour in (("Kicker", 9, QUIET), ("Shown", 10, INK), ("Quote line", 9, QUIET), ("Foot", 9, QUIET)):
        _style(document, name, size, SANS, colour=colour, after=6)
    _style(document, "Quoted", 10.5, SERIF, before=4, after=0)
    _style(document, "Reader’s note", 10.5, SERIF, italic=True, after=6)
    for name, indent in (("Contents 1", 0), ("Contents 2", 0.8)):
        _style(document, name, 10, SANS, after=1)
        document.styles[name].paragraph_format.left_indent = Cm(indent)
    for name in ("Quoted", "Quote line", "Reader’s note"):
        _indent(document.styles[name], hanging=name == "Quoted")


def _style(
    document: Any,
    name: str,
    size: float,
    font: str,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: str = INK,
    before: float = 0,
    after: float = 0,
) -> None:
    """A style of paragraphs; made where the template has none of this name."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    known = {each.name for each in document.styles}
    style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, italic
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for border in style.element.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)


def _indent(style: Any, *, hanging: bool) -> None:
    from docx.shared import Cm

    style.paragraph_format.left_indent = Cm(1)
    if hanging:
        style.paragraph_format.first_line_indent = Cm(-1)
        style.paragraph_format.tab_stops.add_tab_stop(Cm(1))
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.keep_together = True


def _set_foot(section: Any, briefing: Briefing) -> None:
    """The title at the left, the page at the right."""
    from docx.shared import Cm

    foot = section.footer.paragraphs[0]
    foot.style = "Foot"
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(17), 2)
    foot.add_run(f"Readout · {xml_text(running_title(briefing.title))}\t")
    _add_field(foot, "PAGE", "1")
    foot.add_run(" of ")
    _add_field(foot, "NUMPAGES", "1")


# --- Pieces -------------------------------------------------------------------------------------


def _add_field(paragraph: Any, code: str, until_then: str) -> None:
    """A field that the reader's program works out; `until_then` stands there before it does."""
    for each in _field(f" {code} "):
        paragraph.add_run()._r.append(each)  # noqa: SLF001 — the library has no fields of its own
    paragraph.add_run(until_then)
    paragraph.add_run()._r.append(_mark("end"))  # noqa: SLF001


def _field(code: str) -> list[Any]:
    """What begins a field: its mark, its code, and the mark after which its result stands."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    part = OxmlElement("w:instrText")
    part.set(qn("xml:space"), "preserve")
    part.text = code
    return [_mark("begin"), part, _mark("separate")]


def _mark(kind: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part


def _add_contents(document: Any, listed: Sequence[tuple[int, str]]) -> None:
    """A table of contents as a field, filled with the headings; with F9 the reader's program adds the pages."""
    lines = [_add(document, "", f"Contents {level}") for level, _ in listed]
    for each in _field(' TOC \\o "1-2" \\h \\z \\u '):
        lines[0].add_run()._r.append(each)  # noqa: SLF001 — the library has no fields of its own
    for line, (_, said) in zip(lines, listed, strict=True):
        line.add_run(xml_text(said))
    lines[-1].add_run()._r.append(_mark("end"))  # noqa: SLF001


def _add_findings(document: Any, briefing: Briefing) -> None:
    document.add_heading("Findings", 1)
    for found in briefing.found:
        if found.heading:
            document.add_heading(xml_text(found.heading), 2)
        for each in found.paragraphs:
            _add(document, each)


def _add_figure(document: Any, figure: Figure, number: int) -> None:
    """The picture with its words, above it its caption; the words alone where this machine has no font for a picture."""
    from docx.shared import Cm

    caption = _add(document, "", "Caption")
    caption.add_run(f"Figure {number}. {xml_text(figure.title)}").bold = True
    caption.add_run(f" {xml_text(figure.under)}")
    caption.paragraph_format.keep_with_next = True
    if not _can_write():
        _add(document, figure.says)
        return
    picture = document.add_picture(io.BytesIO(_drawn(figure.svg)), width=Cm(PICTURE_CM))
    about = picture._inline.docPr  # noqa: SLF001 — the library has no way to say it
    about.set("descr", xml_text(figure.says))
    about.set("title", xml_text(figure.title))


def _drawn(svg: str) -> bytes:
    """A drawing as PNG, four times as many pixels as it has points."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=4, background="#ffffff"))


@cache
def _can_write() -> bool:
    """Whether this machine has a font: a picture without one would be bars without words."""
    written, empty = (_drawn(f'<svg xmlns="{SVG}" width="20" height="20">{each}</svg>') for each in (PROBE, ""))
    return written != empty


def _add_quotes(document: Any, briefing: Briefing) -> None:
    if briefing.groups:
        document.add_heading("Quotes", 1)
    for group in briefing.groups:
        if group.heading:
            document.add_heading(xml_text(group.heading), 2)
        for quote in group.quotes:
            _add_quote(document, quote)


def _add_quote(document: Any, quote: Quote) -> None:
    from docx.shared import RGBColor

    _add(document, f"[{quote.number}]\t{quote.text}", "Quoted")
    line = _add(document, "", "Quote line")
    line.add_run(f"{quote.glyph} ").font.color.rgb = RGBColor.from_string(quote.colour.removeprefix("#").upper())
    line.add_run(xml_text(quote.who)).bold = True
    line.add_run(f" · {xml_text(quote.meta)}")
    if quote.note:
        _add(document, quote.note, "Reader’s note")


def _same_bytes(data: bytes) -> bytes:
    """The package with its parts as they are and a fixed time on each."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()
