"""A step: what stands at the foot of a letter or statement: who signed it, with an office, where and when.

    Yours sincerely,                                       what closes it
    (Signed) Ana Brook                                     the name
    Permanent Representative of Ruritania                  the office, above, below or beside the name
    Lakeside, 4 May 2020                                   place and day

A foot is lines alone at the end of a text, one of which is a name that has an office beside it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from components.model.lexicons import WordLists, Words, any_of
from components.reading.holders import is_holder
from components.reading.imprints import is_day
from components.reading.offices import is_office, last_office
from components.reading.persons import NAME_WORDS, PersonWords, is_honorific, is_particle, looks_like_a_name, printed

MOST_LINES = 6
"""Lines at the end of a text that may be its foot."""

LINE_WORDS = 14
"""Words of such a line."""

_STOP = re.compile(r"[.!?…][\"”’)]*$")
_BESIDE = re.compile(r"\s*(?:,|\s[–—-]\s)\s*")
_MARKS = " *_()[]\t"
_INITIALS = re.compile(r"(?P<office>[A-Z].{3,90}?)\s+(?P<name>(?:[A-Z]\.[ -]?){1,3}\s?[A-Z][\w’'-]+)")
"""An office and its holder by the first letters: "President of Ruritania |A. Brook|"."""

_TITLE_BEHIND = re.compile(r"\s\((?:Mrs?|Ms|Miss|Dr|Prof)\.?\)")
"""A title behind the name: "Ana Brook| (Mrs.)|"."""

_SMALL = ("the", "right", "rt", "his", "her")


class SignatureWords(WordLists):
    """`signatures.toml`."""

    FILE = "signatures"
    closings: Words
    signed: Words


_ISSUED_BY = re.compile(r"\W*issued by:?\s+(?:the\s+)?(?P<body>[^\W\d_].{3,100}?)\W*", re.IGNORECASE)
"""Who issued a text by its last lines: "ISSUED BY THE MINISTRY OF THE SEA"."""


class Foot(NamedTuple):
    """Where the foot of a text begins, and the name and the office of who signed; both empty where only a day stands there.

    Where a body says that it issued the text, the office is that body, and there is no name.
    """

    start: int
    name: str = ""
    office: str = ""
    signers: tuple[tuple[str, str], ...] = ()
    """All who signed with an office in their own line, name and office."""


def find_foot(text: str, blocks: Sequence[tuple[int, int]]) -> Foot | None:
    """The foot of a text whose paragraphs stand at `blocks`; None where it has none, or is nothing else."""
    lines: list[tuple[int, str]] = []
    for start, end in list(reversed(blocks))[:MOST_LINES]:
        parted = [(start + each.start(), each.group()) for each in re.finditer(r"\S[^\n]*", text[start:end])]
        if not all(_may_be_of_a_foot(line) for _, line in parted):
            break
        lines = [*parted, *lines]
    while lines and not _opens(lines[0][1]):
        lines.pop(0)
    if not lines or lines[0][0] <= blocks[0][0]:
        return None
    name, office = _signer([line for _, line in lines])
    issued = next((told["body"] for _, line in lines if (told := _ISSUED_BY.fullmatch(line))), "")
    if issued and not name:
        return Foot(lines[0][0], office=printed(issued))
    if not name and not all(is_day(line) for _, line in lines):
        return None
    signed = ((_person(line), _office(line)) for _, line in lines)
    return Foot(lines[0][0], name, office, tuple((who, held) for who, held in signed if who and held))


def _may_be_of_a_foot(line: str) -> bool:
    """Whether a line may stand there: a few words, with capitals, that end as no sentence does."""
    if is_day(line) or _is_closing(line):
        return True
    words = line.split()
    if _ISSUED_BY.fullmatch(line):
        return True
    return (
        len(words) <= LINE_WORDS
        and not _STOP.search(_TITLE_BEHIND.sub("", line))
        and not line.endswith(":")
        and bool(_person(line) or _office(line))
    )


def _opens(line: str) -> bool:
    return bool(is_day(line) or _is_closing(line) or _ISSUED_BY.fullmatch(line) or _person(line) or _office(line))


def _is_closing(line: str) -> bool:
    return re.fullmatch(rf"{any_of(SignatureWords.read().closings)}\W*", line.strip(), re.IGNORECASE) is not None


def _person(line: str) -> str:
    """The name in a line that is a name, or begins with one before its office: "Ana Brook, Spokesperson"."""
    if is_day(line):
        return ""
    if held := _held_by_initials(line):
        return held["name"]
    plain = re.sub(
        rf"^\W*{any_of(SignatureWords.read().signed)}\W*", "", _TITLE_BEHIND.sub("", line), flags=re.IGNORECASE
    ).strip(_MARKS)
    words = _BESIDE.split(plain, maxsplit=1)[0].strip(_MARKS).split()
    if len(words) > 2 and words[-1].casefold() in PersonWords.read().letters:
        words.pop()  # "Ana Brook MP"
    while len(words) > 2 and (is_honorific(words[0]) or is_office(words[0]) or words[0].casefold() in _SMALL):
        words.pop(0)  # "Senator the Hon Ana Brook"
    name = " ".join(words)
    is_name = 2 <= len(words) <= NAME_WORDS and all(looks_like_a_name(word) for word in words)
    return name if is_name and last_office(words) is None and not is_particle(words[-1]) else ""


def _held_by_initials(line: str) -> re.Match[str] | None:
    held = _INITIALS.fullmatch(line.strip(_MARKS))
    return held if held and last_office(held["office"].split()) is not None else None


def _office(line: str) -> str:
    """The office that a line is, or that stands behind the name in it."""
    if held := _held_by_initials(line):
        return held["office"]
    plain = line.strip(_MARKS)
    parts = _BESIDE.split(plain, maxsplit=1)
    said = parts[1] if _person(line) and len(parts) > 1 else plain
    capital = said[:1].isupper() or said.startswith("the ")
    words = [word.rstrip(",") for word in said.split()]  # "Spokesperson, Ministry of the Sea"
    return said if capital and not _person(said) and last_office(words) is not None else ""


def _signer(lines: Sequence[str]) -> tuple[str, str]:
    """The last name that has an office in its own line, the next one or the one before; else one alone, in capitals or known."""
    for k in range(len(lines) - 1, -1, -1):
        if name := _person(lines[k]):
            beside = [lines[k], *lines[k + 1 : k + 2], *lines[max(k - 1, 0) : k]]
            if office := next((office for line in beside if (office := _office(line))), ""):
                return name, office
    last = _person(lines[-1]) if lines else ""
    alone = (last.isupper() and not last.startswith("THE ")) or is_holder(last)
    return (printed(last), "") if alone else ("", "")
