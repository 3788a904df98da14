"""A step: names that the parse overlooks behind an office or a title: "Prime Minister Shri Ana Brook", "H.E. Bo Dale".

Two words at least, all of them written as names are. In a line that is no sentence the last one has to come back in the
text: so no headline ("Prime Minister Opens Ferry") is taken for somebody.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from components.model.lexicons import CalendarWords, any_of
from components.reading.offices import OfficeWords, is_body, is_office, is_title
from components.reading.persons import PersonWords, folded, is_honorific, is_particle, looks_like_a_name

LONGEST = 4
"""Words of such a name at most."""

REACH = 400
"""Characters around a name in which its line begins, stops and ends."""

MAY_BE_NAME = 3
"""Letters of a month that may be a name: "Jan", "May"."""

_WORD = re.compile(r"[^\W\d_](?:\.(?=\s+\w)|[\w’'-]*)")
_STOP = re.compile(r"[.!?…:;,](?=[\s\"”’]|$)", re.MULTILINE)
_BY = re.compile(r"\b(?:by|from)[^\S\n]+(?:the[^\S\n]+)?(?:[A-Z][\w’'-]*[^\S\n]+){0,4}$")
"""What stands before the office of whose word a headline is: "Statement by Foreign Ministry |Spokesperson Ana Brook"."""

_AND = re.compile(r"[^\S\n]+and[^\S\n]+(?:the[^\S\n]+)?(?:[A-Z][\w’'-]*[^\S\n]+){0,3}")
"""What joins somebody to the one before: "Minister Ana Brook| and Prime |Minister Carl Dale"."""

_OF_ITS_OWN = ("Republic", "Government", "State", "Council")
"""What an office may be of, without a name: "President of the Republic"."""

_SMALL_WORD = re.compile(r"[^\S\n]+(?P<word>[a-z]+)\b")
_GAP_OR_COMMA = re.compile(r",?[^\S\n]+")
_OF = re.compile(r"[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?(?P<of>[A-Z][\w-]*(?:[^\S\n][A-Z][\w-]*){0,2})")
_GAP = re.compile(r"[^\S\n]+")


def find_titled(
    text: str, title: str, is_word: Callable[[str], bool], side_of: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    """Where such names stand in a text, in order.

    `is_word` tells the words that are a country's, and nobody's name; `side_of` whose name some words are, that may be a name.
    """
    again = Counter(re.findall(r"\w+", f"{title}\n{text}"))
    end = -1
    for office in _office().finditer(text):
        words = list(_name_words(text, _behind_country(text, office.end(), side_of), is_word))
        spoken = bool(words) and _STOP.search(text, words[-1].end(), _end_of_line(text, words[-1].end())) is not None
        spoken = spoken or _is_whole_line(text, office.start(), words, again)
        spoken = spoken or bool(words and _does_next(text, words[-1].end()))
        spoken = spoken or _BY.search(text, max(office.start() - REACH, 0), office.start()) is not None
        of_country = len(words) == 1 and _is_of_a_country(text, words[0].end(), side_of)
        spoken = spoken or of_country or (end >= 0 and _AND.fullmatch(text, end, office.start()) is not None)
        while words and (
            is_particle(words[-1].group()) or (not spoken and again[words[-1].group().split("-")[-1]] < 2)
        ):
            words.pop()
        if (len(words) > 1 and _names(words) <= LONGEST) or (words and of_country):
            end = words[-1].end()
            yield words[0].start(), end


def _is_of_a_country(text: str, end: int, side_of: Callable[[str], str]) -> bool:
    """Whether a surname behind an office goes on with the country: "Prime Minister Brook| of Ruritania"."""
    of = _OF.match(text, end)
    return of is not None and bool(side_of(of["of"]) or side_of(of["of"].split()[0]))


def _does_next(text: str, end: int) -> bool:
    """Whether a verb of headlines stands behind a name: "Forum Chair Ana Brook |opens"."""
    word = _SMALL_WORD.match(text, end)
    return word is not None and word["word"] in PersonWords.read().in_headlines


def _behind_country(text: str, start: int, side_of: Callable[[str], str]) -> int:
    """Where the words end that tell what an office is of: "(Minister) of Foreign Affairs of Ruritania |Bo Dale"."""
    of = _of().match(text, start)
    if not of:
        return start
    words = list(_WORD.finditer(text, of.start("last"), of.end()))[:LONGEST]
    ends = [words[k].end() for k in range(min(3, len(words))) if side_of(text[words[0].start() : words[k].end()])]
    if not ends and words and words[0].group() in _OF_ITS_OWN:
        ends = [words[0].end()]  # "of the Republic |Bo Dale"
    inside = sum(1 for _ in takewhile(lambda word: is_title(word.group()), words))
    if not ends and inside:
        ends = [words[inside - 1].end()]  # "of Foreign Affairs |Bo Dale"
    gap = _GAP_OR_COMMA.match(text, ends[-1]) if ends else None
    return gap.end() if gap else start


def _is_whole_line(text: str, start: int, words: Sequence[re.Match[str]], again: Mapping[str, int]) -> bool:
    """Whether a line is an office and a name alone, and no word of the name an ordinary one."""
    if not words or text[words[-1].end() : _end_of_line(text, words[-1].end())].strip():
        return False
    before = text[text.rfind("\n", max(start - REACH, 0), start) + 1 : start].split()
    small = ("the", "rt", "right")
    return all(is_title(word) or folded(word).rstrip(".") in small for word in before) and not any(
        again[word.group().casefold()] for word in words
    )


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start, start + REACH)
    return min(len(text), start + REACH) if end < 0 else end


def _name_words(text: str, start: int, is_word: Callable[[str], bool]) -> Iterator[re.Match[str]]:
    """The words of a name that begins at a place, up to the first that can be none."""
    taken = 0
    while taken <= LONGEST and (word := _WORD.match(text, start)):
        plain = word.group()
        if not taken and is_honorific(plain):
            pass
        elif not looks_like_a_name(plain) or _is_no_name(plain) or is_word(plain):
            return
        else:
            taken += not is_particle(plain)
            yield word
        gap = _GAP.match(text, word.end())
        if not gap:
            return
        start = gap.end()


@cache
def _of() -> re.Pattern[str]:
    """What an office is of: "(Minister) of Foreign Affairs of Ruritania", "(Spokesperson) and Deputy Minister".

    Behind what it is of somebody else's follows: "(Minister) of Ruritania |and Minister of Tolvia".
    """
    another = rf"(?<=\w)\s+and\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){{0,2}}(?i:{any_of(OfficeWords.read().offices)})\b"
    return re.compile(
        rf"(?:(?:(?:of|for|and)\s+(?:the\s+)?)(?P<last>[^\W\d_a-z][\w’'-]*(?:[^\S\n]+[^\W\d_a-z][\w’'-]*){{0,6}})(?:(?={another})|\s*)){{1,4}}"
    )


def _names(words: Sequence[re.Match[str]]) -> int:
    """How many of some words are names: "Omar bin Karim Al Brook" has three."""
    return sum(1 for word in words if not is_particle(word.group()))


def _is_no_name(word: str) -> bool:
    plain = folded(word).rstrip(".")
    return is_office(plain) or is_body(plain) or plain in _no_names()


@cache
def _no_names() -> frozenset[str]:
    calendar = CalendarWords.read()
    months = (name for names in calendar.months.values() for name in names if len(name) > MAY_BE_NAME)
    inside = (word for word in OfficeWords.read().inside_a_title if word[:1].isalpha())
    names = PersonWords.read()
    return frozenset(
        folded(word) for word in (*months, *names.in_headlines, *names.no_names, *names.before_a_subject, *inside)
    )


@cache
def _office() -> re.Pattern[str]:
    """An office with a capital, or titles of people, up to the name behind."""
    offices = any_of(word.title() for word in OfficeWords.read().offices)
    titles = rf"(?:H\.E\.|(?:His|Her)[^\S\n]+Excellency,?|{any_of(PersonWords.read().before_a_whole_name)})"
    return re.compile(rf"\b(?:{offices},?[^\S\n]+(?:{titles}[^\S\n]+)*|(?:{titles}[^\S\n]+)+)(?=[^\W\d_])")
