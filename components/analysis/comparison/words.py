"""What a sentence is about, as features that two texts may share: word stems, words that say the same, names, figures.

Nothing here knows a language but by `data/lexicons/<language>/comparison.toml`. The stems are those of Porter's English
stemmer in its second form ("Snowball", Porter 2001), by nltk, which needs no corpus for it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from components.model.lexicons import CalendarWords, Groups, WordLists, Words
from components.model.without_statistics import without_statistics

WORD = 1.0
GROUP = 0.8
NAME = 1.2
FIGURE = 1.5
SUBJECT = 0.6
SAID = 0.1
"""What a feature counts, before how rare it is: measured on the pairs with which the rules were made."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_START = re.compile(r"^\W*\w+")

Features = dict[str, float]
"""Feature to weight. A stem is `w:`, a group of words that say the same `g:`, a name `n:`, a figure `#:`, a subject `t:`."""


class ComparisonWords(WordLists):
    """The lists by which texts are compared."""

    FILE = "comparison"

    common: Words
    said: Words
    meeting: Words
    at_whose: Words
    no: Words
    will: Words
    may: Words
    opposite: Words
    same: Groups


def stem(word: str) -> str:
    """The stem of an English word: "agreed", "agrees" and "agreeing" have one. It is not remembered: words are a reader's."""
    return str(_stemmer().stem(word.casefold().replace("’", "'")))


class Stems(dict[str, str]):
    """Stems of the words of one comparison, remembered as long as it is made."""

    def __missing__(self, word: str) -> str:
        self[word] = stem(word)
        return self[word]


@cache
def _stemmer() -> Any:
    with without_statistics():
        from nltk.stem.snowball import SnowballStemmer  # heavy: only where texts are compared

    return SnowballStemmer("english")


def tokens(text: str) -> list[str]:
    """Words and figures of a text, in order; a possessive ending is no word."""
    return _TOKEN.findall(re.sub(r"['’]s\b", "", text))


@cache
def _stems_of(list_name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in getattr(ComparisonWords.read(), list_name))


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """The groups that each stem belongs to."""
    found: dict[str, dict[str, None]] = {}
    for name, words in ComparisonWords.read().same.items():
        for word in words:
            found.setdefault(stem(word), {})[name] = None
    return {each: tuple(names) for each, names in found.items()}


def features_of(text: str, subjects: Iterable[str] = (), *, stems: Stems | None = None) -> Features:
    """The features of a sentence, each with what it counts. Common words are none; words of saying count little."""
    stems = Stems() if stems is None else stems
    found: Features = {f"t:{subject}": SUBJECT for subject in subjects}
    for place, token in enumerate(tokens(text)):
        if token[0].isdigit():
            found[f"#:{token.replace(',', '').rstrip('.')}"] = FIGURE
            continue
        if token.casefold() in _common():
            continue
        for part in token.split("-"):
            _add_word(found, part, stems[part], is_name=place > 0 and part[:1].isupper())
    return found


def _add_word(found: Features, word: str, key: str, *, is_name: bool) -> None:
    if len(key) < 2 or word.casefold() in _common():
        return
    if is_name:
        found[f"n:{key}"] = NAME
        return
    weight = SAID if key in _stems_of("said") else WORD
    found.setdefault(f"w:{key}", weight)
    for group in _groups().get(key, ()):
        found[f"g:{group}"] = GROUP if weight == WORD else SAID


@cache
def _common() -> frozenset[str]:
    return frozenset(ComparisonWords.read().common)


def shared_words(text: str, other: str) -> list[tuple[int, int]]:
    """Where the words and figures of a text stand that another text has too, by their stems; common words are left out."""
    theirs = {stem(token) for token in tokens(other)}
    places = (
        match for match in _TOKEN.finditer(text) if match.group().casefold() not in _common() and len(match.group()) > 1
    )
    return [match.span() for match in places if stem(match.group()) in theirs]


# --- Words of two texts that are forms of one --------------------------------------------------

BEGINNING = 5
"""Two names or words with so many letters in common at their beginning (four of a name) may be forms of one."""
REST = 3
"""And so many more letters at most."""


def merged(features: Sequence[Features]) -> list[Features]:
    """The features with those that are forms of one word under one key: Dorn and Dornau, Penrosa and Penrosan.

    A name is also the word in small letters. `features` are those of all sentences of both texts.
    """
    known = sorted({key for each in features for key in each if key[:2] in ("w:", "n:")}, key=lambda key: key[2:])
    same: dict[str, str] = {}
    head = ""
    for key in known:
        word = key[2:]
        if head and akin(head[2:], word, name="n:" in (head[:2], key[:2])):
            same[key] = same.get(head, head)
        else:
            head = key
    return [_renamed(each, same) for each in features]


def akin(one: str, other: str, *, name: bool) -> bool:
    """Whether two words in small letters may be forms of one: one begins with the other, and goes on a little.

    >>> akin("dorn", "dornau", name=True), akin("port", "portable", name=False)
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    least = 4 if name else BEGINNING
    return short == long or (len(short) >= least and long.startswith(short) and len(long) - len(short) <= REST)


def _renamed(features: Features, same: dict[str, str]) -> Features:
    out: Features = {}
    for key, weight in features.items():
        new = same.get(key, key)
        out[new] = max(weight, out.get(new, 0.0))
    return out


# --- Names --------------------------------------------------------------------------------------

_NAME = re.compile(r"[^\W\d_a-z]\w+(?:[ -](?:(?:of|the|de|al) )?[^\W\d_a-z]\w+)*")


def names_in(text: str) -> list[str]:
    """Runs of words with a capital, each once, as they stand; not the word that begins the sentence, nor months.

    >>> names_in("On the Strait of Hellin, the Minister spoke in Port Sella.")
    ['Strait of Hellin', 'Port Sella']
    """
    plain = re.sub(r"['’]s\b", "", text)
    first = _SENTENCE_START.match(plain)
    start = first.end() if first else 0
    runs = (_without_plain(match.group().split()) for match in _NAME.finditer(plain, start))
    return list(dict.fromkeys(" ".join(run) for run in runs if run))


def _without_plain(words: list[str]) -> list[str]:
    """A run without the offices and months at its ends."""
    while words and (_is_plain(words[0]) or words[0].islower()):
        words = words[1:]
    while words and (_is_plain(words[-1]) or words[-1].islower()):
        words = words[:-1]
    return words


def _is_plain(word: str) -> bool:
    """A word that has a capital and is no name: an office, a month, a day."""
    return word.casefold() in _common() or word in _calendar()


@cache
def _calendar() -> frozenset[str]:
    words = CalendarWords.read()
    return frozenset([*(name for names in words.months.values() for name in names), *words.weekdays])
