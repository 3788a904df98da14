"""Where names stand in a text: literal words and one simple wildcard, never a regular expression from a user.

A name is one or more words ("Foreign Minister"). A space in it also stands for a hyphen. Upper and lower case do not matter,
except in a name all in capitals ("US" is not "us") and in one with a sign of equality before it ("=Quad" is not "quad").

    word*     and any further letters: "drill*" finds drills
    *         between words, any one word: "commitment to * security"
    defense   American spelling finds the British one too: defence, labour, organise
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+")
# What may stand between two words of one name: "Black Sea", "French-German", "France's", "U.S.".
_JOINT = re.compile(r"\s+(?:&\s+)?|[-‐‑–'’/&]\s?|\.")
_COMMA = re.compile(r",\s+")

# American spelling and the British one. A word of a name that holds the first is also looked for with the second.
_BRITISH = tuple(
    (re.compile(american, re.IGNORECASE), british)
    for american, british in (
        (r"(\w{4})iz(?=[aei*])", r"\1is"),
        (r"\b(paral|anal)yz(?=[ei*])", r"\1ys"),
        (r"\b(defen|offen)se(?![a-z])", r"\1ce"),
        (r"\b(lab|fav|hon|col|arm|hum|harb|savi|neighb|behavi|endeav)or", r"\1our"),
        (r"\b(cent|theat|fib)er", r"\1re"),
        (r"\b(program)(?=s?\b(?!\*))", r"\1me"),
    )
)
_AMERICAN = re.compile("iz|yz|ense|[bilmnv]or|[bt]er|program", re.IGNORECASE)
"""What any of them has: most names have none of it, and thousands are looked through."""


class Mention(NamedTuple):
    """A name in a text. `start` and `end` are code points, end exclusive."""

    key: str
    start: int
    end: int


def find_names(text: str, names: Mapping[str, Iterable[str]]) -> list[Mention]:
    """Every mention of the names, by place. At one place the longest name wins, so "Black Sea" is not also "Sea".

    >>> find_names("Drills near Riga", {"riga": ["Riga"], "exercises": ["drill*"]})
    [Mention(key='exercises', start=0, end=6), Mention(key='riga', start=12, end=16)]

    Two keys may share a name: then both are found there.
    """
    return outermost(index_of(names).find(text))


def index_of(names: Mapping[str, Iterable[str]]) -> "NameIndex":
    """The names made ready to be looked for in many texts. It is kept for this thread."""
    return _kept.index_of(tuple((key, tuple(each)) for key, each in names.items()))


class _Part(NamedTuple):
    """A word of a name: its letters, whether more may follow, and what stands between it and the word before."""

    letters: str
    starred: bool
    joint: re.Pattern[str]


class _Name(NamedTuple):
    key: str
    parts: tuple[_Part, ...]
    exact: bool


class NameIndex:
    """Names by their first word, so that a word of a text is compared with those alone that may begin with it."""

    def __init__(self, names: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._whole: dict[str, list[_Name]] = {}
        self._starred: dict[str, list[_Name]] = {}
        for key, each in names:
            for name in dict.fromkeys(spelling for written in each for spelling in spellings(written)):
                if made := _name(key, name):
                    first = made.parts[0]
                    group = self._starred if first.starred else self._whole
                    group.setdefault(_same(first.letters), []).append(made)
        self._lengths = sorted({len(letters) for letters in self._starred})

    def find(self, text: str) -> list[Mention]:
        """Every mention by place. At one place the longest name of each key wins; one may lie inside another."""
        words = list(_WORD.finditer(text))
        found: list[Mention] = []
        for i, word in enumerate(words):
            ends: dict[str, int] = {}
            for name in self._begun_by(_same(word.group())):
                end = _end(text, words, i, name)
                if end is not None:
                    ends[name.key] = max(end, ends.get(name.key, 0))
            found += sorted(Mention(key, word.start(), end) for key, end in ends.items())
        return found

    def _begun_by(self, word: str) -> Iterator[_Name]:
        yield from self._whole.get(word, ())
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._starred.get(word[:length], ())


def spellings(name: str) -> list[str]:
    """A name as it is written, and in British spelling where it has an American one.

    >>> spellings("labor organiz*")
    ['labor organiz*', 'labour organis*']
    """
    british = name
    for american, other in _BRITISH if _AMERICAN.search(name) else ():
        british = american.sub(other, british)
    return list(dict.fromkeys((name, british)))


def _name(key: str, name: str) -> _Name | None:
    """The name in its parts; None where it has no letters."""
    parts = [
        _Part(part.rstrip("*"), part.endswith("*"), _COMMA if comma else _JOINT)
        for comma, part in re.findall(r"(?:(,)\s*)?(\w+\*?|\*)", unicodedata.normalize("NFC", name))
    ]
    while parts and not parts[0].letters:
        parts.pop(0)
    while parts and not parts[-1].letters:
        parts.pop()
    if not parts:
        return None
    exact = name.lstrip().startswith("=") or "".join(part.letters for part in parts).isupper()
    return _Name(key, tuple(parts), exact)


class _Kept(threading.local):
    """Indexes are kept, because a text is asked for the same names sentence by sentence.

    Each thread has its own, and they end with it: names may be a reader's words, and the app runs a page in a thread that
    lives no longer than the run.
    """

    def __init__(self) -> None:
        self.index_of = lru_cache(maxsize=64)(NameIndex)


_kept = _Kept()


def forget_names() -> None:
    """Forget the names that this thread was last asked for, in a process that goes on to the next text."""
    _kept.index_of.cache_clear()


def _same(word: str) -> str:
    return word.casefold()


def _end(text: str, words: Sequence[re.Match[str]], i: int, name: _Name) -> int | None:
    """Where the name that begins with word `i` ends, or None if it is another one."""
    if i + len(name.parts) > len(words):
        return None
    for k, part in enumerate(name.parts):
        word = words[i + k]
        if k and not part.joint.fullmatch(text, words[i + k - 1].end(), word.start()):
            return None
        if part.letters and not _is(word.group(), part, exact=name.exact):
            return None
    return words[i + len(name.parts) - 1].end()


def _is(word: str, part: _Part, *, exact: bool) -> bool:
    begins = word[: len(part.letters)]
    if not part.starred and len(word) != len(part.letters):
        return False
    return begins == part.letters if exact else _same(begins) == _same(part.letters)


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """Leave out what lies inside a longer mention that begins before it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.key)):
        if kept and mention.start < kept[-1].end and (mention.start, mention.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(mention)
    return kept
