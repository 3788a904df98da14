"""Where names stand in a text: literal words and one simple wildcard, never a regular expression from a user.

A name is one or more words ("Foreign Minister"). A space in it also stands for a hyphen. Upper and lower case do not matter,
except in a name all in capitals ("US" is not "us") and in one with a sign of equality before it ("=Quad" is not "quad").

    word*     and any further letters: "drill*" finds drills
    *         between words, any one word: "commitment to * security"
    defense   American spelling finds the British one too: defence, labour, organise
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from components.model.kept import kept_in_thread

_WORD = re.compile(r"\w+")
# What may stand between two words of one name: "Black Sea", "French-German", "France's", "U.S.".
_JOINT = re.compile(r"\s+(?:&\s+)?|[-‐‑–'’/&]\s?|\.")
_COMMA = re.compile(r",\s+")

HEAD = 3
"""So many letters of a word tell of most words that no name with a star begins with them."""

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
    return _index_of(tuple((key, tuple(each)) for key, each in names.items()))


class _Part(NamedTuple):
    """A word of a name: its letters, also small, whether more may follow, and what stands before it."""

    letters: str
    small: str
    starred: bool
    joint: re.Pattern[str]


class _Name(NamedTuple):
    key: str
    parts: tuple[_Part, ...]
    exact: bool


class NameIndex:
    """Names by their first words, so that a word of a text is compared with those alone that may begin with it."""

    def __init__(self, names: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._whole: dict[str, list[_Name]] = {}
        self._paired: dict[str, dict[str, list[_Name]]] = {}
        self._starred: dict[str, list[_Name]] = {}
        for key, each in names:
            for name in dict.fromkeys(spelling for written in each for spelling in spellings(written)):
                if made := _name(key, name):
                    self._file(made)
        self._firsts = {*self._whole, *self._paired}
        self._lengths = sorted({len(letters) for letters in self._starred})
        self._head = min([HEAD, *self._lengths])
        self._heads = {letters[: self._head] for letters in self._starred}

    def _file(self, name: _Name) -> None:
        first, second = name.parts[0], name.parts[1] if len(name.parts) > 1 else None
        if first.starred:
            self._starred.setdefault(first.small, []).append(name)
        elif second and second.letters and not second.starred:
            self._paired.setdefault(first.small, {}).setdefault(second.small, []).append(name)
        else:
            self._whole.setdefault(first.small, []).append(name)

    def find(self, text: str) -> list[Mention]:
        """Every mention by place. At one place the longest name of each key wins; one may lie inside another."""
        words = list(_WORD.finditer(text))
        small = [word.group().casefold() for word in words]
        firsts, heads, head = self._firsts, self._heads, self._head
        found: list[Mention] = []
        for i, word in enumerate(small):
            if word not in firsts and word[:head] not in heads:
                continue  # most words begin no name
            ends: dict[str, int] = {}
            for name in self._begun_by(word, small[i + 1] if i + 1 < len(small) else ""):
                end = _end(text, words, small, i, name)
                if end is not None:
                    ends[name.key] = max(end, ends.get(name.key, 0))
            found += sorted(Mention(key, words[i].start(), end) for key, end in ends.items())
        return found

    def _begun_by(self, word: str, following: str) -> list[_Name]:
        names = [*self._whole.get(word, ()), *self._paired.get(word, {}).get(following, ())]
        for length in self._lengths if word[: self._head] in self._heads else ():
            if begun := self._starred.get(word[:length]):
                names += begun
            if length >= len(word):
                break
        return names


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
        _Part(letters := part.rstrip("*"), letters.casefold(), part.endswith("*"), _COMMA if comma else _JOINT)
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


@kept_in_thread(64)
def _index_of(names: Iterable[tuple[str, tuple[str, ...]]]) -> NameIndex:
    """A text is asked for the same names sentence by sentence."""
    return NameIndex(names)


def _end(text: str, words: Sequence[re.Match[str]], small: Sequence[str], i: int, name: _Name) -> int | None:
    """Where the name that begins with word `i` ends, or None if it is another one. `small`: the words in small letters."""
    if i + len(name.parts) > len(words):
        return None
    for k, part in enumerate(name.parts, i):
        word, letters = (words[k].group(), part.letters) if name.exact else (small[k], part.small)
        # A part without letters is any word.
        if not (word.startswith(letters) if part.starred or not letters else word == letters):
            return None
    for k, part in enumerate(name.parts[1:], i + 1):
        if not part.joint.fullmatch(text, words[k - 1].end(), words[k].start()):
            return None
    return words[i + len(name.parts) - 1].end()


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """Leave out what lies inside a longer mention that begins before it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.key)):
        if kept and mention.start < kept[-1].end and (mention.start, mention.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(mention)
    return kept
