"""First step: where the sections and paragraphs of a text stand."""

import re
from typing import NamedTuple

LEAD = "Lead"
"""The title of what stands before the first heading."""

HEADING_WORDS = 12
"""A longer line is a sentence that lost its full stop rather than a heading."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BLOCK = re.compile(r"\S(?:(?!\n[^\S\n]*\n).)*", re.DOTALL)
_LINE = re.compile(r"\S[^\n]*")
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")


class Paragraph(NamedTuple):
    """A stretch of the text, code points, end exclusive; white space at its ends is left out."""

    start: int
    end: int


class Section(NamedTuple):
    """A heading and what stands under it; the lead is number 0."""

    number: int
    title: str
    paragraphs: tuple[Paragraph, ...]


def split_sections(text: str) -> list[Section]:
    """The sections of a text, in order; a text without headings is one section, the lead.

    Paragraphs are parted by blank lines, or by line ends where the text has no blank line. A heading is a short line
    on its own that does not end like a sentence and has something under it. A lead without a paragraph is left out
    of the list, and the numbers begin with 1 then.
    """
    blocks = [_trimmed(text, found.start(), found.end()) for found in _pattern(text).finditer(text)]
    titles: list[str] = [LEAD]
    paragraphs: list[list[Paragraph]] = [[]]
    for i, block in enumerate(blocks):
        words = text[block.start : block.end]
        if i + 1 < len(blocks) and is_heading(words):
            titles.append(words)
            paragraphs.append([])
        else:
            paragraphs[-1].append(block)
    sections = [Section(n, title, tuple(each)) for n, (title, each) in enumerate(zip(titles, paragraphs, strict=True))]
    return [section for section in sections if section.number or section.paragraphs]


def is_heading(line: str) -> bool:
    """Whether a block looks like a heading: one short line that does not end like a sentence."""
    return "\n" not in line and len(line.split()) <= HEADING_WORDS and not _CLOSED.search(line)


def _pattern(text: str) -> re.Pattern[str]:
    return _BLOCK if _BLANK_LINE.search(text) else _LINE


def _trimmed(text: str, start: int, end: int) -> Paragraph:
    return Paragraph(start, start + len(text[start:end].rstrip()))
