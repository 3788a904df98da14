"""First step: where the sections and paragraphs of a text stand, and who has the floor in a transcript."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from components.model.kept import kept_in_thread
from components.model.limits import MOST_TITLE_CHARACTERS
from components.reading.genres import said_by_title
from components.reading.imprints import Imprint, find_imprints, is_day, is_unfinished
from components.reading.labels import find_turns, is_item

LEAD = "Lead"
"""The title of what stands before the first heading."""

HEADING_WORDS = 12
"""A longer line is a sentence that lost its full stop rather than a heading."""

TITLE_WORDS = 35
"""Words of a title at the top of a text: governments name all who met, with their offices."""

FULL, WRAPPED = 50, 100
"""Lines of a text with hard line ends are about this long, in characters; other lines are whole paragraphs."""

WHOLE_LINE = 150
"""A longer line is a whole paragraph: a text of which more lines are so than run on has no hard line ends."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BLOCK = re.compile(r"\S(?:(?!\n[^\S\n]*\n).)*", re.DOTALL)
_LINE = re.compile(r"\S[^\n]*")
_CELLS = " | "
"""Between the cells of a table's row, as the readers of files write it."""

_WORD = re.compile(r"\w")
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_STOP = re.compile(
    r"(?<!\.[A-Z])(?<!\s[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr))(?<!\bMrs)"
    r"[.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[]*[A-Z](?!\.)\w"
)
"""A sentence ends inside a line and another begins: not behind "H.E.", "Mr." and an initial."""
_MARKED = re.compile(
    r"#{1,6}\s+(?P<hashes>[^\n]+?)\s*#*|<h(?P<level>[1-6])[^<>\n]*>(?P<html>[^\n]+?)</h(?P=level)>"
    r"|\*\*(?P<stars>[^*\n]+)\*\*|__(?P<lines>[^_\n]+)__|<(?P<tag>b|strong)>(?P<bold>[^<\n]+)</(?P=tag)>"
)
_UNDERLINED = re.compile(r"(?P<title>[^\n]+)\n(?:={3,}|-{3,})")


class Paragraph(NamedTuple):
    """A stretch of the text, code points, end exclusive; white space at its ends is left out.

    `label` is the name that stands before it in a transcript ("Dale:"), without the colon and not part of the stretch.
    """

    start: int
    end: int
    label: tuple[int, int] | None = None


class Section(NamedTuple):
    """A heading and what stands under it; the lead is number 0.

    `heading` is the heading's place, with its markup; of the lead, the place of the article's title.
    """

    number: int
    title: str
    paragraphs: tuple[Paragraph, ...]
    heading: tuple[int, int] | None = None


def paragraphs_of(sections: Sequence[Section]) -> list[tuple[int, int]]:
    """Where the paragraphs of all sections stand, in their order."""
    return [(paragraph.start, paragraph.end) for section in sections for paragraph in section.paragraphs]


def with_headings(sections: Sequence[Section]) -> list[tuple[int, int]]:
    """The paragraphs and the headings, in their order: a name at the foot of a text looks like a heading."""
    return sorted([*paragraphs_of(sections), *(section.heading for section in sections if section.heading)])


def split_sections(text: str) -> list[Section]:
    """The sections of a text, in order; a text without headings is one section, the lead.

    Paragraphs are parted by blank lines, and by line ends where the lines are not wrapped. A heading is a short line on
    its own that does not end like a sentence and has something under it, or a line marked as one (Markdown, HTML, bold).
    A heading at the top of the text is the title of the article, and may be longer; what follows is the lead. A lead
    without title and paragraph is left out of the list, and so are lines that say when and where a text was published.
    """
    blocks, labels, headings = _laid_out(text)
    titles: list[tuple[str, tuple[int, int] | None]] = [(LEAD, None)]
    paragraphs: list[list[Paragraph]] = [[]]
    for i, block in enumerate(blocks):
        if i == 0 and i in headings:
            titles[0] = (LEAD, (block.start, block.end))
        elif i in headings:
            titles.append((headings[i], (block.start, block.end)))
            paragraphs.append([])
        elif paragraph := labels.get(i, block):
            paragraphs[-1].append(paragraph)
    sections = [Section(n, title, tuple(paragraphs[n]), heading) for n, (title, heading) in enumerate(titles)]
    return [section for section in sections if section.number or section.paragraphs or section.heading]


def find_title(text: str) -> str:
    """The heading at the top of the text, or nothing."""
    return _laid_out(text)[2].get(0, "")


def find_imprint(text: str) -> list[Imprint]:
    """What the lines of a text say of its publication, in their order; they are no part of its sections."""
    return _parted(text)[1]


@kept_in_thread(1)
def _laid_out(text: str) -> tuple[Sequence[Paragraph], Mapping[int, Paragraph | None], Mapping[int, str]]:
    """The blocks of a text, and by number the labels and the headings among them: asked for the title and the sections."""
    blocks, _ = _parted(text)
    labels = _labels(text, blocks)
    return blocks, labels, _headings(text, blocks, labels)


def _parted(text: str) -> tuple[list[Paragraph], list[Imprint]]:
    """The blocks of a text, and what its imprints say, which are none of them, but for a day: it is a date of the text."""
    blocks = _blocks(text)
    imprints = find_imprints(text, [(block.start, block.end) for block in blocks])
    told = [block for i, block in enumerate(blocks) if i not in imprints or is_day(text[block.start : block.end])]
    return told, list(imprints.values())


def is_heading(line: str) -> bool:
    """Whether a block looks like a heading: marked as one, or one short line that does not end like a sentence."""
    if _MARKED.fullmatch(line) or _UNDERLINED.fullmatch(line):
        return True
    return len(line.split()) <= HEADING_WORDS and _is_line(line) and not _CLOSED.search(line) and not is_day(line)


def _is_line(line: str) -> bool:
    """Whether a block is one line of words that does not break off: no item, no row of a table."""
    return "\n" not in line and _CELLS not in line and not is_item(line) and not is_unfinished(line)


def _is_title(line: str) -> bool:
    """Whether the first block of a text is its title, though it is longer than a heading: no sentence, and not too long."""
    if len(line.split()) > TITLE_WORDS or len(line) > MOST_TITLE_CHARACTERS:
        return False
    return _is_line(line) and not _CLOSED.search(line) and not _STOP.search(line)


def _title(block: str) -> str:
    """The words of a heading without its markup."""
    if marked := _MARKED.fullmatch(block):
        groups = marked.groupdict()
        return next(groups[name] for name in ("hashes", "html", "stars", "lines", "bold") if groups[name]).strip(" *_")
    underlined = _UNDERLINED.fullmatch(block)
    return underlined["title"].strip() if underlined else block


def _headings(text: str, blocks: Sequence[Paragraph], labels: Collection[int]) -> dict[int, str]:
    """Which blocks are headings, with their titles. Three short lines in a row and more are a list, not headings.

    The first of them is the title all the same where it says of what kind the text is.
    """
    looks = [
        i not in labels
        and i + 1 < len(blocks)
        and (is_heading(words := text[block.start : block.end]) or (i == 0 and _is_title(words)))
        for i, block in enumerate(blocks)
    ]
    headings: dict[int, str] = {}
    for i, block in enumerate(blocks):
        words = text[block.start : block.end]
        marked = _MARKED.fullmatch(words) or _UNDERLINED.fullmatch(words)
        in_list = not (i == 0 and said_by_title(words)) and any(
            looks[k] and looks[k + 1] and looks[k + 2] for k in range(max(i - 2, 0), i + 1) if k + 2 < len(looks)
        )
        if looks[i] and (marked or not in_list):
            headings[i] = _title(words)
    return headings


# --- Paragraphs ---------------------------------------------------------------------------------


def _blocks(text: str) -> list[Paragraph]:
    blocks = [
        _trimmed(text, found.start(), found.end())
        for found in _pattern(text).finditer(text)
        if _WORD.search(text, found.start(), found.end())  # "***" parts what stands around it
    ]
    if not _BLANK_LINE.search(text) or _is_wrapped(text):
        return blocks
    parted: list[Paragraph] = []
    for block in blocks:
        words = text[block.start : block.end]
        if "\n" not in words or _UNDERLINED.fullmatch(words):
            parted.append(block)
        else:
            parted += [
                _trimmed(text, block.start + line.start(), block.start + line.end()) for line in _LINE.finditer(words)
            ]
    return parted


def _pattern(text: str) -> re.Pattern[str]:
    return _BLOCK if _BLANK_LINE.search(text) or _is_wrapped(text) else _LINE


def _is_wrapped(text: str) -> bool:
    """Whether line ends stand inside sentences: most lines run on in the next one."""
    ends = [
        (line.rstrip(), following.lstrip())
        for block in _BLOCK.finditer(text)
        for line, following in pairwise(block.group().split("\n"))
    ]
    runs_on = sum(
        not _CLOSED.search(line) and (following[:1].islower() or FULL <= len(line) <= WRAPPED)
        for line, following in ends
        if not is_day(following)
    )
    whole = sum(len(line) > WHOLE_LINE for line in text.split("\n"))
    return runs_on > max(len(ends) / 2, whole)


def _trimmed(text: str, start: int, end: int) -> Paragraph:
    return Paragraph(start, start + len(text[start:end].rstrip()))


# --- Transcripts --------------------------------------------------------------------------------


def _labels(text: str, blocks: Sequence[Paragraph]) -> dict[int, Paragraph | None]:
    """The paragraphs that begin with a speaker's label, by the number of their block.

    A label alone on its line belongs to the next block: its own is None.
    """
    turns = find_turns(text, [(block.start, block.end) for block in blocks])
    labelled: dict[int, Paragraph | None] = {}
    for i, turn in turns.items():
        if turn.start < blocks[i].end:
            labelled[i] = Paragraph(turn.start, blocks[i].end, turn.label)
        elif i + 1 < len(blocks) and i + 1 not in turns:
            labelled[i] = None
            labelled[i + 1] = blocks[i + 1]._replace(label=turn.label)
    return labelled
