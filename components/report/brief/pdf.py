"""The briefing as a PDF: tagged for those who hear it (PDF/UA-1), with the fonts that the typesetter brings.

It needs the package `typst`, an extra. How the page looks stands in `briefing.typ`; what it says is given to that as data, and
shown as strings, so that nothing of it is ever taken for markup. The same briefing gives the same bytes on every machine.
"""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import Any

from components.model.safe import xml_text
from components.report.brief.briefing import LONG, Briefing, headings, running_title, sources_heading

PAGE = Path(__file__).with_name("briefing.typ")
"""Given to the typesetter as a file: of pages given as bytes it counts each, and ends for good with the 65,536th."""

UNKNOWN = "\ufffd"
LACKS = f"A character that the fonts of a PDF do not have stands as {UNKNOWN}; the HTML and the Word file have it."

_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
"""What the typesetter tells of each piece of a text that no font has."""

_UNBROKEN = re.compile(r"[^\s/-]{25}(?=[^\s/-])|[/-]{25}")
"""What no line may be broken in, and may be longer than one."""


def to_pdf(briefing: Briefing) -> bytes:
    """The file. Raises ModuleNotFoundError where typst is not installed.

    For each character that no font here has stands U+FFFD: a PDF with such a one would be no PDF/UA.
    """
    import typst

    data, lacking = _data(briefing), set[str]()
    while True:
        said = _without(_written(data), lacking)
        try:
            return _made(said, briefing.day)
        except typst.TypstError as error:
            more = _lacking(said, str(error.diagnostic))
            if not more:
                raise
        data["method"] += [] if lacking else [LACKS]
        lacking |= more


def _lacking(said: str, told: str) -> set[str]:
    """The characters that no font has, and of the others those with marks on them that none has together.

    `told` names each of them, and with a mark that a letter cannot have the letter, which alone has its glyph.
    """
    named = {each for piece in _LACKING.findall(told) for each in _plainly(piece)}
    marked = {each for each in _marked(said) if named.issuperset(each)}
    alone = {each for each in named.intersection(said) if not each.isascii()}
    return marked | alone.difference(*marked)


def _plainly(piece: str) -> str:
    r"""A piece of a text as it is told, with what is no printed letter as its number: "\u{1dc0}"."""
    return re.sub(r"\\u\{(\w+)\}", lambda number: chr(int(number[1], 16)), piece)


def _marked(said: str) -> set[str]:
    """Each character that has combining marks behind it, with them."""
    marks = {each for each in set(said) if unicodedata.category(each)[0] == "M"}
    return set(re.findall(rf"(?s:.)[{''.join(sorted(marks))}]+", said)) if marks else set()


def _without(said: str, lacking: AbstractSet[str]) -> str:
    """What is said, with U+FFFD for what no font has: for the marks alone where it is they."""
    said = said.translate({ord(each): UNKNOWN for each in lacking if len(each) == 1})
    for each in sorted((each for each in lacking if len(each) > 1), key=len, reverse=True):
        said = said.replace(each, each[0] + UNKNOWN * (len(each) - 1))
    return said


def _written(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _made(said: str, day: dt.date) -> bytes:
    """The PDF of the page to which `said` is given. Raises typst.TypstError where no PDF/UA-1 can be made of it."""
    import typst

    return typst.compile(
        PAGE,
        sys_inputs={"said": said},
        font_paths=_fonts(),
        pdf_standards=["ua-1"],
        timestamp=dt.datetime.combine(day, dt.time(), dt.UTC),
    )


@cache
def _fonts() -> Any:
    """The fonts that the typesetter brings, looked through once."""
    import typst

    return typst.Fonts(include_system_fonts=False)


def _data(briefing: Briefing) -> dict[str, Any]:
    """What the page shows."""
    return {
        **_plain(briefing),
        "figures": [
            {**_plain(each), "svg": xml_text(each.svg), "says": xml_text(each.says)} for each in briefing.figures
        ],
        "contents": len(headings(briefing)) >= LONG,
        "foot": f"Readout · {xml_text(running_title(briefing.title))}",
        "name": xml_text(briefing.title)[:255].strip() or "Brief",
        "day": {part: getattr(briefing.day, part) for part in ("year", "month", "day")},
        "sources_heading": sources_heading(briefing),
    }


def _plain(value: Any) -> Any:
    """Records as dictionaries, tuples as lists, texts as they can be printed."""
    if isinstance(value, str):
        return _UNBROKEN.sub(lambda found: f"{found[0]}\N{ZERO WIDTH SPACE}", xml_text(value))
    if hasattr(value, "_asdict"):
        return {name: _plain(each) for name, each in value._asdict().items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
