"""Where names stand in a text: literal words and one simple wildcard, never a regular expression from a user.

A name is one or more words ("Minsk", "Foreign Minister"). A star at the end of a word stands for any further letters
("drill*" finds drills). Upper and lower case do not matter, except in a name all in capitals: "US" is not "us".
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_WORD = re.compile(r"\w+")
# What may stand between two words of one name: "Great Britain", "Russian-Belarusian", "Russia's", "U.S.".
_JOINT = re.compile(r"\s+|[-‐‑–'’/&]\s?|\.")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


class Mention(NamedTuple):
    """A name in a text. `start` and `end` are code points, end exclusive."""

    key: str
    start: int
    end: int


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def find_names(text: str, names: Mapping[str, Iterable[str]]) -> list[Mention]:
    """Every mention of the names, by place. At one place the longest name wins, so "Black Sea" is not also "Sea".

    >>> find_names("Drills near Minsk", {"minsk": ["Minsk"], "exercises": ["drill*"]})
    [Mention(key='exercises', start=0, end=6), Mention(key='minsk', start=12, end=17)]

    Two keys may share a name: then both are found there.
    """
    words = [_Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
    by_first: dict[str, list[tuple[str, list[str]]]] = {}
    starred: list[tuple[str, list[str]]] = []
    for key, each in names.items():
        for name in each:
            if parts := _parts(name):
                if parts[0].endswith("*"):
                    starred.append((key, parts))
                else:
                    by_first.setdefault(_same(parts[0]), []).append((key, parts))
    found: list[Mention] = []
    for i, word in enumerate(words):
        hits = {
            (key, end)
            for key, parts in [*by_first.get(_same(word.text), ()), *starred]
            if (end := _ends(text, words, i, parts)) is not None
        }
        if hits:
            longest = max(end for _, end in hits)
            found += sorted(Mention(key, word.start, end) for key, end in hits if end == longest)
    return _outermost(found)


def _parts(name: str) -> list[str]:
    return re.findall(r"\w+\*?", unicodedata.normalize("NFC", name))


def _same(word: str) -> str:
    return word.casefold()


def _ends(text: str, words: list[_Word], i: int, parts: list[str]) -> int | None:
    """Where the name that begins with word `i` ends, or None if it is another one."""
    if i + len(parts) > len(words):
        return None
    capitals = "".join(parts).isupper()
    for k, part in enumerate(parts):
        word = words[i + k]
        if k and not _JOINT.fullmatch(text[words[i + k - 1].end : word.start]):
            return None
        plain = part.rstrip("*")
        begins = word.text[: len(plain)]
        whole = part.endswith("*") or len(word.text) == len(plain)
        if not whole or (begins != plain if capitals else _same(begins) != _same(plain)):
            return None
    return words[i + len(parts) - 1].end


def _outermost(found: list[Mention]) -> list[Mention]:
    """Leave out what lies inside a longer mention that begins before it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.key)):
        if kept and mention.start < kept[-1].end and (mention.start, mention.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(mention)
    return kept
