"""Second step: where a paragraph's sentences end.

Rules rather than a model: a stop followed by white space ends a sentence unless something near it says otherwise: an
abbreviation, an initial, a number in a list, a word in lower case, or the words that say who asked. A few lines end
without a stop and are cut off first. TextBlob's own splitter needs data that NLTK downloads, and nothing is
downloaded here.

Every rule looks at a bounded stretch on either side of the stop, so that time grows with the length of the text and
no more, whatever the text is.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from components.model.lexicons import CalendarWords, WordLists, Words, any_of


class SentenceWords(WordLists):
    """What a list is for is told in its file."""

    FILE = "sentences"

    never_end: Words
    before_a_number: Words
    may_end: Words
    starters: Words
    lower_case_starters: Words
    asking: Words
    saying: Words
    after_saying: Words
    pictures: Words


_WORDS = SentenceWords.read()
NEVER_END = frozenset(_WORDS.never_end)
BEFORE_A_NUMBER = frozenset(_WORDS.before_a_number)
MAY_END = frozenset(_WORDS.may_end)
STARTERS = frozenset(_WORDS.starters)
LOWER_CASE_STARTERS = frozenset(_WORDS.lower_case_starters)
# What stands for words left out; some type two dots.
DOTS = ("..", "...", "…")

# How far back a rule looks. Abbreviations are short, and so is what stands in brackets within a sentence.
WORD_REACH = 24
ASIDE_REACH = 200

_QUOTES = "\"'”’»"
_CAPITAL = r"[^\W\d_a-z]"  # near enough: any letter but a small Latin one
_DATE = rf"{any_of(CalendarWords.read().weekdays)},\s[A-Z][a-z]+\s\d{{1,2}},\s\d{{4}}"

# A place where a sentence may end, and what the rules look at there.
_PLACE = re.compile(
    rf"""
    (?<![.!?…])(?P<stop>[.!?…]++)
    (?P<close>[{_QUOTES})\]]*+)
    # Marks that belong to the sentence before them: [6] [7, 8] [citation needed] [...], a footnote's number stuck to
    # the stop ("it grew.3 The"), and one that stands free before a word that begins a sentence ("it grew. 3 The").
    (?P<marks>
      (?:\s*+\[(?:\d{{1,3}}(?:[,;–-]\s?\d{{1,3}})*|[a-z]|(?:note|nb)\s\d+|citation\sneeded|\.{{3}}|…)\])++
      | (?:(?<=[^\W\d_][.!?])|(?<=[.!?][”"]))\d{{1,2}}(?=\s)
      | \s\d{{1,2}}(?=\s(?i:{any_of(STARTERS)})\b)(?=\s{_CAPITAL})
    )?
    (?P<gap>\s++|\Z)
    (?=(?P<dash>(?:[–—-]+\s?)?)(?P<open>["'“‘«(\[]*)(?P<next>\w*))
    """,
    re.VERBOSE,
)
# Where a line ends that has no stop. Of dates only one with its weekday counts, and only where the paragraph begins or
# ends with it.
_UNSTOPPED = re.compile(
    rf"""
    \A\s*{_DATE}\s+(?={_CAPITAL})                          # Monday, May 2, 2022 | The talks began.
    | (?<!\w){_CAPITAL}\w*+\s++(?={_DATE}\s*\Z)            # A Talk with Dale | Monday, May 2, 2022
    | (?<=[\w)\]”"])\s++(?={any_of(_WORDS.pictures)}:\s)    # Dale in Oslo | Photo: A. Lee
    | (?<=[.!?…]\s)\([A-Z][a-z]+\)\s++(?={_CAPITAL})     # It grew. (Laughter) | He left.
    | (?<!\s)\s++(?=•)                                     # They agreed on: | • Trade | • Visas
    # An item on a line of its own. Text wrapped at a width has lines that begin with a dash or a number by chance, so
    # the line before must be open.
    | (?<=[:;,])[^\S\n]*+\n\s*+(?=(?:[*–-]|\(?\d{{1,2}}[.)])\s)   # They agreed on: | - trade, | - visas
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[\w.]*\w$")
# U.S, p.m, Ph.D
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
# 7, $5, II, V; not I, which begins sentences
_NUMBER = re.compile(r"[#$€£]?\d|(?:[IVX]{2,}|[VX])\b")
# What counts the sentence that it begins: 2, 2.1, iv, (a; then the same after "do this:"
_LABEL = re.compile(r"[\"“(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,4}|[IVX]{1,4}|[^\W\d_])")
_LISTED = re.compile(r"[:;]\s+\d{1,2}$")
# A name that begins with a small letter: eShop
_CAMEL_CASE = re.compile(r"[^\W\d_]+[A-Z]")
# Dots that stand free before a new sentence, or the next of ". . ."
_OMISSION = re.compile(rf"\.\s|(?:\.{{2,}}|…)\s+[\"“‘(\[]*{_CAPITAL}")
# Up to six words of a name with its titles, then the verb
_SPEECH_TAG = re.compile(
    rf"(?:(?:{_CAPITAL}[\w.’'-]*+|of|the)\s+){{1,6}}"
    rf"(?:{any_of(_WORDS.asking)}\b|{any_of(_WORDS.saying)}(?:\s*[.,;:!?]|\s*\Z|\s+{any_of(_WORDS.after_saying)}\b))"
)


class Sentence(NamedTuple):
    """A sentence and where it stands in what was split; code points, end exclusive."""

    text: str
    start: int
    end: int


def split_sentences(paragraph: str) -> list[Sentence]:
    """The sentences of a paragraph, in order; outer white space is left out, nothing else is lost.

    >>> [each.text for each in split_sentences("Mr. Lee spoke. He left at 5 p.m. on Monday.")]
    ['Mr. Lee spoke.', 'He left at 5 p.m. on Monday.']
    """
    cuts = [0, *(line.end() for line in _UNSTOPPED.finditer(paragraph)), len(paragraph)]
    return [sentence for start, end in pairwise(cuts) for sentence in _split_at_stops(paragraph, start, end)]


def _split_at_stops(paragraph: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentences of a stretch in which every sentence but the last ends with a stop."""
    start = end - len(paragraph[start:end].lstrip())
    for place in _PLACE.finditer(paragraph, start, end):
        if _ends_sentence(place, start):
            yield Sentence(paragraph[start : place.start("gap")], start, place.start("gap"))
            start = place.end("gap")
    last = start + len(paragraph[start:end].rstrip())
    if last > start:
        yield Sentence(paragraph[start:last], start, last)


def _ends_sentence(place: re.Match[str], start: int) -> bool:
    """Whether a stop ends the sentence that began at `start`: the first rule that knows decides."""
    paragraph, at = place.string, place.start()
    before = paragraph[max(start, at - WORD_REACH) : at]
    if _OMISSION.match(paragraph, place.end(), place.endpos):
        return False  # "He left. ... She stayed": the dots belong to what they follow, and end it
    if place["next"][:1].islower() and not place["open"] and not _CAMEL_CASE.match(place["next"]):
        return _ends_before_lower_case(place, before)
    if _stands_free(place, before):
        return _ends_at_free_dots(place, before)
    if place["stop"] != ".":
        return not (_is_tagged(place) or _is_aside(place, start))
    if (len(before) == at - start and _LABEL.fullmatch(before)) or _LISTED.search(before):
        return False  # "2. Trade grew": a number or a letter that counts what follows
    return _is_quoted(place) or not _is_abbreviated(place, before)


def _ends_before_lower_case(place: re.Match[str], before: str) -> bool:
    """Lower case goes on ("Really?" he asked), except in the text of somebody who writes no capitals."""
    if place["stop"] != "." or place["close"] or place["dash"] or place["next"] not in LOWER_CASE_STARTERS:
        return False
    return len(_last_word(before)) > 2 and not _is_abbreviated(place, before)


def _stands_free(place: re.Match[str], before: str) -> bool:
    """Dots with a space or a bracket before them, ". . ." too."""
    if before.rstrip("([")[-1:].strip():
        return False
    return place["stop"] in DOTS or (place["stop"] == "." and before.rstrip().endswith("."))


def _ends_at_free_dots(place: re.Match[str], before: str) -> bool:
    """Words were left out: within one sentence ("the ... Islamic State"), unless a stop before the dots ended it."""
    kept = before.rstrip("([").rstrip()
    if place["stop"] != "." and kept.endswith((".", "!", "?", "”", '"')):
        return True
    return bool(kept) and _begins_a_sentence(place) and place["next"] != "I"


def _is_tagged(place: re.Match[str]) -> bool:
    """Who asked or shouted is said in the same sentence: “Really?” Dale asked."""
    if not _is_quoted(place) or (_begins_a_sentence(place) and place["next"] != "I"):
        return False
    return _SPEECH_TAG.match(place.string, place.end(), place.endpos) is not None


def _is_aside(place: re.Match[str], start: int) -> bool:
    """A question in brackets within a sentence: "The plan (what plan?) Dale spoke of"."""
    at = place.start()
    return ")" in place["close"] and place.string.rfind("(", max(start, at - ASIDE_REACH), at) > start


def _is_quoted(place: re.Match[str]) -> bool:
    return any(mark in _QUOTES for mark in place["close"])


def _is_abbreviated(place: re.Match[str], before: str) -> bool:
    """Whether the stop belongs to the word before it and to nothing else."""
    word = _last_word(before)
    short = word.casefold()
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or short in MAY_END or (_DOTTED.fullmatch(word) and short not in NEVER_END):
        return not _begins_a_sentence(place)
    if short in BEFORE_A_NUMBER:
        return _NUMBER.match(place.string[place.end("close") : place.end() + WORD_REACH].lstrip()) is not None
    return short in NEVER_END


def _begins_a_sentence(place: re.Match[str]) -> bool:
    """Whether the next word, written with a capital, is one that begins a sentence, and no initial ("J. A. Smith")."""
    word, initial = place["next"], place.string.startswith(".", place.end("next"))
    return word[:1].isupper() and word.casefold() in STARTERS and not initial


def _last_word(before: str) -> str:
    found = _WORD.search(before)
    return found.group().lstrip(".") if found else ""
