"""Where names stand in a text: literal words and one simple wildcard, never a regular expression from a user.

A name is one or more words ("Minsk", "Foreign Minister"). A star at the end of a word stands for any further letters
("drill*" finds drills). Upper and lower case do not matter, except in a name all in capitals: "US" is not "us".
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
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


def find_names(text: str, names: Mapping[str, Iterable[str]]) -> list[Mention]:
    """Every mention of the names, by place. At one place the longest name wins, so "Black Sea" is not also "Sea".

    >>> find_names("Drills near Minsk", {"minsk": ["Minsk"], "exercises": ["drill*"]})
    [Mention(key='exercises', start=0, end=6), Mention(key='minsk', start=12, end=17)]

    Two keys may share a name: then both are found there.
    """
    index = _kept.index_of(tuple((key, tuple(each)) for key, each in names.items()))
    words = list(_WORD.finditer(text))
    found: list[Mention] = []
    for i, word in enumerate(words):
        hits = {
            (key, end)
            for key, parts in index.begun_by(word.group())
            if (end := _ends(text, words, i, parts)) is not None
        }
        if hits:
            longest = max(end for _, end in hits)
            found += sorted(Mention(key, word.start(), end) for key, end in hits if end == longest)
    return _outermost(found)


class _Index(NamedTuple):
    """Names in their parts, by their first word; where that has a star, by its first letter."""

    whole: dict[str, list[tuple[str, list[str]]]]
    starred: dict[str, list[tuple[str, list[str]]]]

    def begun_by(self, word: str) -> Iterable[tuple[str, list[str]]]:
        """The names that may begin with a word."""
        same = _same(word)
        return chain(self.whole.get(same, ()), self.starred.get(same[:1], ()))


def _index_of(names: tuple[tuple[str, tuple[str, ...]], ...]) -> _Index:
    index = _Index({}, {})
    for key, each in names:
        for name in each:
            if parts := _parts(name):
                first = _same(parts[0])
                group = index.starred.setdefault(first[:1], []) if "*" in first else index.whole.setdefault(first, [])
                group.append((key, parts))
    return index


class _Kept(threading.local):
    """Indexes are kept, because a text is asked for the same names sentence by sentence.

    Each thread has its own, and they end with it: names may be a reader's words, and the app runs a page in a thread that
    lives no longer than the run.
    """

    def __init__(self) -> None:
        self.index_of = lru_cache(maxsize=64)(_index_of)


_kept = _Kept()


def forget_names() -> None:
    """Forget the names that this thread was last asked for, in a process that goes on to the next text."""
    _kept.index_of.cache_clear()


def _parts(name: str) -> list[str]:
    return re.findall(r"\w+\*?", unicodedata.normalize("NFC", name))


def _same(word: str) -> str:
    return word.casefold()


def _ends(text: str, words: list[re.Match[str]], i: int, parts: list[str]) -> int | None:
    """Where the name that begins with word `i` ends, or None if it is another one."""
    if i + len(parts) > len(words):
        return None
    capitals = "".join(parts).isupper()
    for k, part in enumerate(parts):
        word = words[i + k]
        if k and not _JOINT.fullmatch(text, words[i + k - 1].end(), word.start()):
            return None
        whole = word.group()
        plain = part.rstrip("*")
        begins = whole[: len(plain)]
        long_enough = part.endswith("*") or len(whole) == len(plain)
        if not long_enough or (begins != plain if capitals else _same(begins) != _same(plain)):
            return None
    return words[i + len(parts) - 1].end()


def _outermost(found: list[Mention]) -> list[Mention]:
    """Leave out what lies inside a longer mention that begins before it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.key)):
        if kept and mention.start < kept[-1].end and (mention.start, mention.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(mention)
    return kept
