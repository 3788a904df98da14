"""Replies that quote what they answer: lines that begin with ">", in mail and where mail was pasted."""

import re

from components.reading.formats.common import counted
from components.reading.formats.encodings import Decoded

_MARKS = re.compile(r"[^\S\n]*((?:>[^\S\n]*)+)")
_FEWEST = 2
"""Quoted lines that make a chain; a single one may be a sign of its own."""


def without_quote_marks(text: str) -> Decoded:
    """The text without the marks of quoted replies, a blank line where one ends; and a note that it is a chain."""
    lines = text.split("\n")
    depths = [found[1].count(">") if (found := _MARKS.match(line)) else 0 for line in lines]
    quoted = sum(depth > 0 for depth in depths)
    if quoted < _FEWEST:
        return Decoded(text, [])
    told: list[str] = []
    last = depths[0]
    for line, depth in zip(lines, depths, strict=True):
        if depth != last and line.strip():
            told.append("")
        last = depth if line.strip() else last
        told.append(_MARKS.sub("", line, count=1) if depth else line)
    return Decoded(
        "\n".join(told),
        counted(
            quoted,
            "The text is a chain of replies: {} quoted line was read without its mark.",
            "The text is a chain of replies: {} quoted lines were read without their marks. "
            "Leave out what you do not want read.",
        ),
    )
