"""A Word document: what stands in it once tracked changes are accepted.

The XML is walked directly: python-docx leaves out tracked insertions, tables in boxes, content controls and footnotes,
and keeps hidden words, without a word about it.
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from components.reading.formats.common import Block, Page, counted, day_of, made_on, tidy, title_of
from components.reading.formats.office import Parts, Program

WORD = Program("Word", ".docx")
_TEMPLATE_DAYS = frozenset(("2013-12-23",))  # the day that a widely used library writes into every document
_NOTES = (
    ("ins", "{} tracked insertion was read as accepted.", "{} tracked insertions were read as accepted."),
    ("del", "{} tracked deletion was left out.", "{} tracked deletions were left out."),
    ("hidden", "{} hidden passage was left out.", "{} hidden passages were left out."),
    ("pale", "{} passage in white or tiny letters may not be seen; it was read. Compare it.", "{} passages in white or tiny "
     "letters may not be seen; they were read. Compare them."),
    ("struck", "{} passage that is struck out was read like the rest.", "{} passages that are struck out were read like the "
     "rest."),
    ("symbol", "{} symbol of a special font was read as \ufffd.", "{} symbols of a special font were read as \ufffd."),
    ("comment", "{} comment was left out.", "{} comments were left out."),
    ("contents", "{} line of the table of contents was left out.", "{} lines of the table of contents were left out."),
    ("chunk", "{} document inside the document was left out.", "{} documents inside the document were left out."),
    ("picture", "{} picture was left out.", "{} pictures were left out."),
    ("foot", "{} footnote stands at the end, under “Footnotes”.", "{} footnotes stand at the end, under “Footnotes”."),
    ("end", "{} endnote stands at the end, under “Endnotes”.", "{} endnotes stand at the end, under “Endnotes”."),
)  # fmt: skip
_IN_PLACE = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " ", "sym": "\ufffd"}
_TINY = 4
"""Half points: letters of two points are a line to the eye."""


def read_word(archive: zipfile.ZipFile) -> Page:
    """The text of a Word document. Raises UnreadableFileError where it is damaged, locked or hostile."""
    document = _Document(archive)
    found = _Found()
    blocks = _blocks(document.main, document.styles, found)
    for kind, heading in (("foot", "Footnotes"), ("end", "Endnotes")):
        if notes := _noted(document, kind, found):
            blocks += [Block(heading, 1), *notes]
            found.counts[kind] = len(notes)
    found.counts["picture"] = sum(1 for _ in document.main.iter("{*}blip"))
    found.counts["comment"] = sum(1 for _ in document.part("comments.xml").iter("{*}comment"))
    told = [note for kind, one, many in _NOTES for note in counted(found.counts[kind], one, many)]
    if any(_has_words(document.part(name)) for name in document.names(r"(?:header|footer)\d*\.xml")):
        told.append("The headers and footers of the pages were left out.")
    if document.names(r"(?:diagrams/data|charts/chart)\d*\.xml"):
        told.append("The words in charts and diagrams were left out.")
    title, made = _properties(document)
    return Page(blocks, title, made, [*told, *made_on(made)])


class _Style(NamedTuple):
    """What a paragraph or character style decides here."""

    level: int = 0
    hidden: bool = False
    contents: bool = False
    item: bool = False


class _Document:
    """The parts of an archive, each read when it is asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._parts = Parts(archive, WORD)
        self._main = self._main_name()
        self.main = self._parts.parsed(self._main)
        self.styles = _styles(self.part("styles.xml"))

    def part(self, name: str) -> Any:
        """A part beside the main one, or an empty element."""
        return self._parts.parsed(posixpath.join(posixpath.dirname(self._main), name), may_miss=True)

    def names(self, pattern: str) -> list[str]:
        """The parts beside the main one whose name fits."""
        folder = posixpath.dirname(self._main) + "/"
        inside = [name.removeprefix(folder) for name in self._parts.names() if name.startswith(folder)]
        return [name for name in inside if re.fullmatch(pattern, name)]

    def properties(self) -> Any:
        """The document's own account of itself."""
        return self._parts.parsed("docProps/core.xml", may_miss=True)

    def _main_name(self) -> str:
        for each in self._parts.parsed("_rels/.rels", may_miss=True):
            if (each.get("Type") or "").endswith("/officeDocument"):
                return (each.get("Target") or "").lstrip("/")
        return "word/document.xml"


def _w(element: Any, name: str) -> str:
    """The name of an attribute in the element's own namespace (there are two: transitional and strict)."""
    return f"{element.tag.partition('}')[0]}}}{name}"


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: Any, path: str) -> str | None:
    """The value of a property, empty where it is there without one, None where it is not."""
    found = element.find(path) if element is not None else None
    return None if found is None else (found.get(_w(found, "val")) or "")


def _is_on(element: Any, path: str) -> bool:
    return _value(element, path) not in (None, "0", "false", "off", "none")


def _styles(root: Any) -> dict[str, _Style]:
    """The styles by their id. A style has what the one has on which it is based."""
    elements = {each.get(_w(each, "styleId")): each for each in root.iterfind("{*}style")}
    return {key: _style(element, elements) for key, element in elements.items() if key}


def _style(element: Any, elements: dict[str, Any]) -> _Style:
    level, hidden, contents, item = 0, False, False, False
    seen: set[str] = set()
    while element is not None:
        name = (_value(element, "{*}name") or "").lower()
        heading = re.fullmatch(r"heading (\d)", name)
        outline = _value(element, "{*}pPr/{*}outlineLvl") or ""
        level = level or (int(heading[1]) if heading else 1 if name == "title" else _level(outline))
        hidden = hidden or _is_on(element, "{*}rPr/{*}vanish")
        contents = contents or bool(re.fullmatch(r"toc \d", name))
        item = item or element.find("{*}pPr/{*}numPr") is not None
        base = _value(element, "{*}basedOn") or ""
        element = elements.get(base) if base not in seen else None
        seen.add(base)
    return _Style(level, hidden, contents, item)


def _level(outline: str) -> int:
    """Outline levels count from 0; 9 is body text."""
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 6 else 0


# --- The walk -----------------------------------------------------------------------------------


class _Found:
    """What is met on the way: how much is left out, by reason, and which notes are called."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.called: dict[str, list[str]] = {"foot": [], "end": []}


class _Paragraph:
    """A paragraph that is being read, with the paragraphs of boxes anchored in it."""

    def __init__(self, element: Any, styles: dict[str, _Style]) -> None:
        properties = element.find("{*}pPr")
        style = _style_of(element, "{*}pPr/{*}pStyle", styles)
        number = _value(properties, "{*}numPr/{*}numId")
        self.level = _level(_value(properties, "{*}outlineLvl") or "") or style.level
        self.is_item = not self.level and number != "0" and (style.item or number is not None)
        self.is_contents = style.contents
        self.runs_on = properties is not None and properties.find("{*}rPr/{*}del") is not None
        self.words: list[str] = []
        self.boxes: list[Block] = []

    def blocks(self, found: _Found) -> list[Block]:
        words = tidy("".join(self.words))
        if words and self.is_contents:
            found.counts["contents"] += 1
            words = ""
        return [*([Block(f"- {words}" if self.is_item else words, self.level)] if words else []), *self.boxes]


def _events(root: Any, styles: dict[str, _Style], found: _Found) -> Iterator[tuple[str, str, Any]]:
    """The beginning and the end of each element, with its name; what is left out is counted and passed over."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    passed = None
    for event, element in walk:
        if element is passed:
            continue
        name = _name(element)
        if event == "start" and (reason := _left_out(element, name, styles)):
            found.counts[reason] += 1
            walk.skip_subtree()
            passed = element  # its end comes next all the same
        else:
            yield event, name, element


def _blocks(root: Any, styles: dict[str, _Style], found: _Found) -> list[Block]:
    """The paragraphs and table rows under an element, in order."""
    places: list[list[Block]] = [[]]  # where blocks go: the document; inside it a cell; inside it a paragraph's boxes
    paragraphs: list[_Paragraph] = []
    rows: list[list[list[Block]]] = []  # of each table row that is open, the blocks of its cells
    carried: list[str] = []  # a paragraph whose end was deleted goes on in the next one
    for event, name, element in _events(root, styles, found):
        if event == "end":
            if name == "p" and paragraphs:
                paragraph = paragraphs.pop()
                places.pop()
                if paragraph.runs_on:
                    carried, paragraph.words = paragraph.words, []
                places[-1] += paragraph.blocks(found)
            elif name == "tr":
                places[-1] += _row(rows.pop())
            elif name == "tc" and rows:
                places.pop()
        elif name == "p":
            paragraphs.append(_Paragraph(element, styles))
            paragraphs[-1].words, carried = carried, []
            places.append(paragraphs[-1].boxes)
        elif name == "tr":
            rows.append([])
        elif name == "tc" and rows:
            rows[-1].append([])
            places.append(rows[-1][-1])
        elif name == "ins":
            found.counts["ins"] += 1
        elif name in ("footnoteReference", "endnoteReference"):
            found.called[name.removesuffix("noteReference")].append(element.get(_w(element, "id")) or "")
        elif name == "r":
            found.counts.update(_oddities(element))
        elif paragraphs:
            found.counts["symbol"] += name == "sym"
            paragraphs[-1].words.append((element.text or "") if name == "t" else _IN_PLACE.get(name, ""))
    return [*places[0], Block(tidy("".join(carried)))]


def _row(cells: list[list[Block]]) -> list[Block]:
    """A table row on one line; where a cell holds several paragraphs the table only arranges the page."""
    if any(len(cell) > 1 or (cell and cell[0].level) for cell in cells):
        return [block for cell in cells for block in cell]
    words = (tidy(block.words, one_line=True) for cell in cells for block in cell)
    return [Block(" | ".join(words))]


def _left_out(element: Any, name: str, styles: dict[str, _Style]) -> str:
    """Why an element is passed over, or nothing. Reasons without a note are for what is no text."""
    if name.endswith("Pr") or name == "rt":
        return "properties"
    if name in ("del", "moveFrom"):
        return "del"
    if name == "tr" and element.find("{*}trPr/{*}del") is not None:
        return "del"
    if name == "r" and _is_hidden(element, styles):
        return "hidden" if _has_words(element) else "properties"
    if name == "p" and _style_of(element, "{*}pPr/{*}pStyle", styles).hidden:
        return "hidden" if _has_words(element) else "properties"
    if name in ("altChunk", "subDoc"):
        return "chunk"
    if name == "sdt" and element.find("{*}sdtPr/{*}showingPlcHdr") is not None:
        return "properties"
    # One of several versions of the same thing: the first is the one that Word shows.
    if name in ("Choice", "Fallback") and element.getprevious() is not None:
        return "properties"
    return ""


def _is_hidden(run: Any, styles: dict[str, _Style]) -> bool:
    if run.find("{*}rPr/{*}vanish") is not None:
        return _is_on(run, "{*}rPr/{*}vanish")
    return _style_of(run, "{*}rPr/{*}rStyle", styles).hidden


def _oddities(run: Any) -> list[str]:
    """In which ways words that are read do not look like the rest."""
    if not _has_words(run):
        return []
    size = _value(run, "{*}rPr/{*}sz") or ""
    pale = (_value(run, "{*}rPr/{*}color") or "").lower() in ("ffffff", "white")
    odd = ["pale"] if pale or (size.isdecimal() and int(size) <= _TINY) else []
    return [*odd, "struck"] if any(_is_on(run, f"{{*}}rPr/{{*}}{name}") for name in ("strike", "dstrike")) else odd


def _style_of(element: Any, path: str, styles: dict[str, _Style]) -> _Style:
    return styles.get(_value(element, path) or "", _Style())


def _has_words(element: Any) -> bool:
    return any((each.text or "").strip() for each in element.iter("{*}t"))


# --- Beside the text ----------------------------------------------------------------------------


def _noted(document: _Document, kind: str, found: _Found) -> list[Block]:
    """The footnotes or endnotes that the text calls, in its order, a paragraph each."""
    notes = {each.get(_w(each, "id")): each for each in document.part(f"{kind}notes.xml").iterfind(f"{{*}}{kind}note")}
    blocks = []
    for key in found.called[kind]:
        if key in notes:
            words = " ".join(block.words for block in _blocks(notes[key], document.styles, found))
            blocks.append(Block(words))
    return [block for block in blocks if tidy(block.words)]


def _properties(document: _Document) -> tuple[str, str]:
    """Title and day of making, as the document says; a title that is only the name of a file is none."""
    properties = document.properties()
    day = day_of(properties.findtext("{*}created") or "")
    return title_of(properties.findtext("{*}title") or ""), "" if day in _TEMPLATE_DAYS else day
