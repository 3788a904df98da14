"""A PDF: the words of its pages, put together again to paragraphs.

A PDF stores signs and their places; lines, words divided at line ends and what belongs together are inferred here from
distances and lengths. It may also hold words that no page shows: they are read, and the pages are named.
"""

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from components.model.limits import MOST_CHARACTERS, MOST_PAGES
from components.reading.formats.common import Block, Page, UnreadableFileError, counted, day_of, made_on, title_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_ADVICE = "Open it in a PDF reader, copy its text, and paste it or save it as plain text (.txt)."
_DAMAGED = f"The PDF is damaged, or built in a way that cannot be read. {_ADVICE}"

_LAYERS = "The PDF has layers that are switched off; their words may be in the text. Compare with the PDF."
_BOXES = (
    "{} box over a page (a comment, a field that was filled in) was left out.",
    "{} boxes over pages (comments, fields that were filled in) were left out.",
)

_WIDE_GAP = 1.35  # times the usual distance between two lines: a new paragraph
_OTHER_SIZE = 1.1  # times the size of the letters: another kind of text
_HEADING_SIZE = 1.15
_HEADING_WORDS = 20
_SHORT_LINE = 0.8  # of the usual length of a line
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•‣▪◦–-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_DIVIDED = re.compile(r"(?P<head>[^\W\d_]+)[-\u2010\u00ad]$")
_RUNNING_LINES = 2  # at the top and at the bottom of a page


class _Line(NamedTuple):
    """A line of a page: its words, its height above the page's foot (None where unknown), and the size of its letters."""

    words: str
    page: int
    height: float | None = None
    size: float = 0.0


def read_pdf(data: bytes) -> Page:
    """The text of a PDF. Raises UnreadableFileError where it is locked, too long, without text, or damaged."""
    try:
        return _read(data)
    except (UnreadableFileError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - a damaged PDF can raise anything in the library
        raise UnreadableFileError(_DAMAGED) from None


def _read(data: bytes) -> Page:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    _unlock(reader)
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise UnreadableFileError(
            f"The PDF has {count:,} pages; {MOST_PAGES} are allowed. Split it, and read it in parts."
        )
    pages: list[list[_Line]] = []
    unseen: list[int] = []
    characters = boxes = 0
    for number in range(count):
        page = reader.pages[number]
        lines, hides = _page(page, number)
        pages.append(lines)
        unseen += [number + 1] * hides
        boxes += _boxes(page)
        characters += sum(len(line.words) for line in lines)
        if characters > MOST_CHARACTERS:
            raise UnreadableFileError(
                f"The PDF has more than the {MOST_CHARACTERS:,} characters that can be read. Split it, and read it in parts."
            )
    return _put_together(reader, pages, unseen, boxes)


def _boxes(page: "PageObject") -> int:
    """How many boxes with words lie over a page: comments that are always open, and fields that were filled in."""
    found = [each.get_object() for each in page.get("/Annots") or ()]
    words = {"/FreeText": "/Contents", "/Widget": "/V"}
    return sum(isinstance(each.get(words.get(each.get("/Subtype"), "")), str) for each in found)


def _layers(reader: "PdfReader") -> list[str]:
    """A note where the file has layers that are switched off."""
    layers: Any = reader.root_object.get("/OCProperties")
    state: Any = layers.get_object().get("/D") if layers is not None else None
    return [_LAYERS] if state is not None and state.get_object().get("/OFF") else []


def _unlock(reader: "PdfReader") -> None:
    """Open what opens without a password; the library may lack what a newer protection needs."""
    if not reader.is_encrypted:
        return
    try:
        opened = bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 - as above
        opened = False
    if not opened:
        raise UnreadableFileError(f"The PDF is locked with a password or a protection. Save it without one. {_ADVICE}")


def _put_together(reader: "PdfReader", pages: Sequence[Sequence[_Line]], unseen: Sequence[int], boxes: int) -> Page:
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    if len(empty) == len(pages):
        raise UnreadableFileError(
            "The PDF holds no text: its pages may be pictures (a scan). Let a program recognise its text first (OCR)."
        )
    lines, running = _without_running_lines(pages)
    blocks, divided = _paragraphs(lines)
    notes = [
        *_layers(reader),
        *counted(boxes, *_BOXES),
        *_named(empty, "holds no text and may be a picture", "hold no text and may be pictures"),
        *_named(
            unseen,
            "holds words that it may not show (invisible, white or off the page); they are in the text. Compare with the PDF",
            "hold words that they may not show (invisible, white or off the page); they are in the text. Compare with the PDF",
        ),
        *counted(
            running,
            "{} line at the top or bottom of a page (a header, a page number) was left out.",
            "{} lines at the top or bottom of pages (headers, page numbers) were left out.",
        ),
        *counted(divided, "{} word divided at a line end was joined.", "{} words divided at line ends were joined."),
        "Paragraphs were put together from the lines of the PDF: compare where it matters.",
    ]
    about: dict[Any, Any] = reader.metadata or {}
    made = day_of(str(about.get("/CreationDate") or ""))
    return Page(blocks, title_of(str(about.get("/Title") or "")), made, [*notes, *made_on(made)])


def _named(numbers: Sequence[int], one: str, many: str) -> list[str]:
    if not numbers:
        return []
    if len(numbers) == 1:
        return [f"Page {numbers[0]} {one}."]
    shown = ", ".join(map(str, numbers[:8]))
    more = f" and {len(numbers) - 8} more" if len(numbers) > 8 else ""
    return [f"Pages {shown}{more} {many}."]


# --- One page -----------------------------------------------------------------------------------


def _page(page: "PageObject", number: int) -> tuple[list[_Line], bool]:
    """The lines of a page that hold words, and whether some of the words may not be seen."""
    parts: list[tuple[str, float, float]] = []

    def hear(text: str, matrix: Sequence[float], place: Sequence[float], _font: Any, size: float) -> None:
        parts.append(
            (text, _point(matrix, place)[1], abs(size * (place[3] or place[1] or 1) * (matrix[3] or matrix[1] or 1)))
        )

    watch = _Watch(page)
    text = page.extract_text(visitor_text=hear, visitor_operand_before=watch)
    if "".join(part for part, _, _ in parts) != text:
        parts = [(line + "\n", 0.0, 0.0) for line in text.split("\n")]
        return [_Line(words, number) for words in (part.strip() for part, _, _ in parts) if words], watch.hides
    return [line for line in _lines(parts, number) if line.words], watch.hides


def _lines(parts: Sequence[tuple[str, float, float]], number: int) -> Iterator[_Line]:
    words: list[str] = []
    begins: tuple[float, float] | None = None
    for part, height, size in [*parts, ("\n", 0.0, 0.0)]:
        for i, piece in enumerate(part.split("\n")):
            if i:
                yield _Line(" ".join("".join(words).split()), number, *(begins or (None, 0.0)))
                words, begins = [], None
            if piece.strip() and begins is None:
                begins = (height, size)
            words.append(piece)


def _point(matrix: Sequence[float], place: Sequence[float]) -> tuple[float, float]:
    """Where on the page a point of the text stands."""
    x, y = place[4], place[5]
    return x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]


class _Watch:
    """Called with each operator of a page; remembers whether words were set invisibly, in white, or off the page."""

    def __init__(self, page: "PageObject") -> None:
        box = page.mediabox
        self._box = (float(box.left), float(box.bottom), float(box.right), float(box.top))
        self._mode, self._white = 0, False
        self._saved: list[tuple[int, bool]] = []
        self.hides = False

    def __call__(
        self, operator: bytes, operands: Sequence[Any], matrix: Sequence[float], place: Sequence[float]
    ) -> None:
        if operator == b"q":
            self._saved.append((self._mode, self._white))
        elif operator == b"Q" and self._saved:
            self._mode, self._white = self._saved.pop()
        elif operator == b"Tr" and operands:
            self._mode = int(operands[0])
        elif operator in _PAPER:
            self._white = [float(each) for each in operands if isinstance(each, int | float)] == _PAPER[operator]
        elif operator in (b"Tj", b"TJ", b"'", b'"') and any(_has_signs(each) for each in operands):
            self.hides = self.hides or self._mode == 3 or self._white or not self._is_on_page(*_point(matrix, place))

    def _is_on_page(self, x: float, y: float) -> bool:
        left, bottom, right, top = self._box
        return left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1


_PAPER = {b"g": [1.0], b"rg": [1.0] * 3, b"k": [0.0] * 4, b"sc": [1.0] * 3, b"scn": [1.0] * 3}
"""What sets the colour of letters, with the operands that mean white."""


def _has_signs(operand: Any) -> bool:
    if isinstance(operand, list):
        return any(_has_signs(each) for each in operand)
    return isinstance(operand, bytes | str) and bool(operand.strip())


# --- From lines to paragraphs -------------------------------------------------------------------


def _without_running_lines(pages: Sequence[Sequence[_Line]]) -> tuple[list[_Line], int]:
    """All lines but those that stand at the top or bottom of most pages, figures aside; and how many those were."""
    ends = [[_shape(line) for line in (*page[:_RUNNING_LINES], *page[-_RUNNING_LINES:])] for page in pages]
    counts = Counter(shape for shapes in ends for shape in set(shapes))
    fewest = max(3, len(pages) // 2 + 1)
    running = {shape for shape, count in counts.items() if count >= (2 if shape in ("0", "page 0") else fewest)}
    kept: list[_Line] = []
    for page in pages:
        first, last = _RUNNING_LINES, len(page) - _RUNNING_LINES
        kept += [line for i, line in enumerate(page) if not ((i < first or i >= last) and _shape(line) in running)]
    return kept, sum(map(len, pages)) - len(kept)


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.words).casefold().strip(" -–|")


def _paragraphs(lines: Sequence[_Line]) -> tuple[list[Block], int]:
    """The lines as paragraphs and headings, and how many words were joined over a line end."""
    if not lines:
        return [], 0
    is_new = _breaks(lines)
    groups: list[list[_Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if is_new(before, line):
            groups.append([])
        groups[-1].append(line)
    usual = _usual_size(lines)
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.words for line in lines).casefold()))
    blocks, joined = [], 0
    for group in groups:
        words, count = _joined([line.words for line in group], known)
        large = usual > 0 and all(line.size > _HEADING_SIZE * usual for line in group)
        is_heading = large and len(words.split()) <= _HEADING_WORDS and not words.endswith(".")
        blocks.append(Block(words, 1 if is_heading else 0))
        joined += count
    return blocks, joined


def _usual_size(lines: Sequence[_Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    return sizes.most_common(1)[0][0]


def _breaks(lines: Sequence[_Line]) -> Callable[[_Line, _Line], bool]:
    """A test whether a paragraph ends between two lines, by what is usual among these lines."""
    gaps = [gap for gap in (_gap(*pair) for pair in pairwise(lines)) if gap > 0]
    usual_gap = statistics.median_low(gaps) if gaps else 0.0
    lengths = sorted(len(line.words) for line in lines)
    usual_length = lengths[int(0.9 * (len(lengths) - 1))]

    def is_new(before: _Line, line: _Line) -> bool:
        if before.size and line.size and not 1 / _OTHER_SIZE < before.size / line.size < _OTHER_SIZE:
            return True
        if usual_gap and _gap(before, line) > _WIDE_GAP * usual_gap:
            return True
        closed = _CLOSED.search(before.words)
        if _ITEM.match(line.words) and closed:
            return True
        starts_anew = not line.words[0].islower() and not _DIVIDED.search(before.words)
        short = len(before.words) < _SHORT_LINE * usual_length
        return short and starts_anew and (bool(closed) or len(before.words) < usual_length / 2)

    return is_new


def _gap(before: _Line, line: _Line) -> float:
    """How much lower a line stands than the one before it; nothing over the end of a page or column."""
    if before.height is None or line.height is None or before.page != line.page:
        return 0.0
    return before.height - line.height


def _joined(lines: Sequence[str], known: Counter[str]) -> tuple[str, int]:
    """Lines as one, and how many words were joined.

    A hyphen stays where the word is written with it elsewhere, or where a capital follows.
    """
    words, count = lines[0], 0
    for line in lines[1:]:
        divided = _DIVIDED.search(words)
        following = re.match(r"[^\W\d_]+", line)
        if not divided or not following:
            words += " " + line
        elif following[0][0].isupper() or _keeps_hyphen(divided["head"], following[0], known):
            words += line
        else:
            words, count = words[:-1] + line, count + 1
    return words, count


def _keeps_hyphen(head: str, tail: str, known: Counter[str]) -> bool:
    head, tail = head.casefold(), tail.casefold()
    return known[f"{head}-{tail}"] > 0 and not known[head + tail]
