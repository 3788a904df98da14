"""A step: the names of people where they stand, whole: with what the parse overlooked, without what it glued to them.

"Shri Ana| Brook" goes on, "(President of) Ruritania Carl Dale" and "Ana Brook’s Call" end or begin elsewhere, and what the
parse took for a place is somebody whom an office or a title stands before.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from components.model.lexicons import any_of
from components.reading.holders import is_holder
from components.reading.offices import OfficeWords, is_body, is_office, is_title, office_before, office_behind
from components.reading.persons import (
    NAME_WORDS,
    PersonWords,
    folded,
    is_honorific,
    looks_like_a_name,
    without_article,
    without_possessive,
)
from components.reading.sides import Sides
from components.reading.titled import find_titled

SENT_REACH, OF_REACH = 24, 8
"""Characters before a name in which somebody is sent there, "Ambassador to ", or an office is of it, "President of "."""

LETTERS = 4
"""Characters behind a name that the parse left out of the letters that follow it: "Ana Brook T|.D."."""

MOST_OF_COUNTRY = 3
"""Words of a country's name that may stand glued to the name of a person."""

_OWNS = re.compile(r"['’]s?\s+(?=\S)")
_SURNAME = re.compile(r"[^\S\n][^\W\d_a-z][\w’'-]+")
_OWNED = re.compile(r"[’']s?$")

_STOPS = re.compile(r"[^\S\n]+[a-z]|[,.;:]")
"""What stands behind a whole name in a sentence."""

_FATHERS = re.compile(r"(?:[^\S\n]+(?:bin|bint|ibn|[Aa]l|[Ee]l)[^\S\n-][^\W\d_a-z][\w’'-]*)+")
"""How a name goes on by father and family: "Omar bin Karim| bin Salem Al Brook"."""

_OF_BEFORE = re.compile(r"\bof(?:\s+the)?\s+$")
_SENT_BEFORE = re.compile(r"\b(?P<who>[\w-]+)\s+(?:to|in|at)(?:\s+the)?\s+$")
_FOR_BEFORE = re.compile(r"\b(?:of|for)(?:\s+the)?\s+$")
_NAME_WORD = re.compile(r"\S+")
_SYLLABLE = re.compile(r"-(?!(?:led|era|held|run|born|like|type)\b)[a-z]{1,5}\b")
"""The second syllable of a name behind a hyphen: "Sel Ru|-in"; not "Ana Brook-led"."""


class Named(NamedTuple):
    """A name where it stands. `kind` is `person`, `organisation` or `place`."""

    start: int
    end: int
    kind: str


class WholeNames:
    """The names of one text."""

    def __init__(self, text: str, title: str, sides: Sides) -> None:
        self.text, self.title, self.sides = text, title, sides
        self._called: dict[str, str] = {}

    def places(self, names: Sequence[Named]) -> list[Named]:
        """The names that the parse found, and behind an office what it overlooked or cut short: "Shri Ana| Brook"."""
        places = sorted(names)
        found: list[Named] = []
        k = 0
        for start, end in find_titled(self.text, self.title, self.sides.is_word, self.sides.of_whole):
            while k < len(places) and places[k].end <= start:
                found.append(places[k])
                k += 1
            inside = []
            while k < len(places) and places[k].start < end:
                inside.append(places[k])
                k += 1
            persons = (each for each in inside if each.kind == "person")
            whole = any(len(parted(self.text[each.start : each.end])[1].split()) > 1 for each in persons)
            found += inside if whole else [Named(start, end, "person")]
        return self._joined(sorted([*found, *places[k:]]))

    def _joined(self, names: Sequence[Named]) -> list[Named]:
        """The names, where the parse took a long one behind an office for two: "Minister Ana Maria| Brook Dale"."""
        found: list[Named] = []
        for name in names:
            before = found[-1] if found else None
            if before and before.kind == name.kind == "person" and self._is_one(before, name):
                found[-1] = before._replace(end=name.end)
            else:
                found.append(name)
        return found

    def _is_one(self, one: Named, other: Named) -> bool:
        words = self.text[one.start : other.end].split()
        beside = self.text[one.end : other.start] == " " and len(words) <= NAME_WORDS
        return (
            beside
            and all(map(looks_like_a_name, words))
            and not any(map(is_office, words))
            and bool(office_before(self.text, one.start, self.sides.is_word))
        )

    def whole(self, name: Named) -> tuple[Named, str]:
        """A name as it is, and the office behind which it stands, if that tells that it is somebody's.

        Of somebody, whatever the parse took them for, the kind is `person`.
        """
        name = self._behind_ministry(self._behind_country(name))
        office = "" if name.kind == "person" else self._called_to(name)
        known = is_holder(self.text[name.start : name.end])
        if name.kind != "person" and not (known or office or self._is_titled(name)):
            return name, ""
        return self._without_more(self._with_surname(name)._replace(kind="person")), office

    def _without_more(self, name: Named) -> Named:
        """The name of a person without what the parse glued to it, "Brook’s Call", and with what it left out behind it."""
        end = name.end
        if " " in self.text[name.start : end] and (syllable := _SYLLABLE.match(self.text, end)):
            return name._replace(end=syllable.end())
        surname = _SURNAME.match(self.text, end)
        whole = self.text[name.start : surname.end() if surname else end]
        start = name.start + len(whole) - len(behind_office(whole))
        if surname and start > name.start and " " not in self.text[start:end]:
            end = surname.end()
        elif (
            behind := _OWNS.search(self.text, start, end)
            or _heading_verb().search(self.text, start, end)
            or _letters().search(self.text, start, end + LETTERS)
        ):
            end = behind.start()
        elif (
            more := _FATHERS.match(self.text, end)
            or self._last_word_before_country(end)
            or self._surname_elsewhere(end)
        ):
            end = more.end()
        return name._replace(start=start, end=end)

    def _last_word_before_country(self, end: int) -> re.Match[str] | None:
        """The last word of a name that the parse left out, where the country stands behind it: "Bo Rin| Sel of Tavria"."""
        word = _SURNAME.match(self.text, end)
        return word if word and self.sides.behind(self.text, word.end()) else None

    def _surname_elsewhere(self, end: int) -> re.Match[str] | None:
        """The last word of a name that the parse left out, behind an office elsewhere: "Foreign Minister |Brook"."""
        found = _SURNAME.match(self.text, end)
        word = found[0].strip() if found else ""
        if not found or not _STOPS.match(self.text, found.end()) or is_office(word) or is_body(word):
            return None
        if self.text[end - 1 : end] in ("s", "’", "'") and _OWNED.search(self.text, max(end - 3, 0), end):
            return None  # "Brook’s| Interview"
        verb = folded(word) in PersonWords.read().in_headlines
        return found if not verb and self._called_anywhere(word) else None

    def _behind_country(self, name: Named) -> Named:
        """The name of a person without the country before it that its office is of: "(President of) Ruritania Carl Dale"."""
        if not self._is_of_office(name.start):
            return name
        words = list(_NAME_WORD.finditer(self.text, name.start, name.end))
        words = words[1:] if words[0].group() == "the" else words
        for k in range(min(len(words) - 1, MOST_OF_COUNTRY), 0, -1):
            if not self.sides.of_whole(self.text[words[0].start() : words[k - 1].end()]):
                continue
            behind = _SURNAME.match(self.text, name.end) if k == len(words) - 1 else None
            moved = name._replace(start=words[k].start(), end=behind.end() if behind else name.end)
            return moved if name.kind == "person" or self._called_to(moved) else name
        return name

    def _behind_ministry(self, name: Named) -> Named:
        """Who the parse took for a part of a body of a country: "(Secretary at the) Ministry of Trade of Ruritania Ana Brook"."""
        words = list(_NAME_WORD.finditer(self.text, name.start, name.end))
        if name.kind != "organisation" or not any(is_body(word.group()) for word in words[:2]):
            return name
        for k in range(len(words) - 2, 2, -1):
            rest = [word.group() for word in words[k:]]
            if len(rest) > NAME_WORDS or any(is_office(word) or is_body(word) for word in rest):
                return name
            of = [j for j in range(1, k) if folded(words[j - 1].group()) in ("of", "the")]
            countries = (self.text[words[j].start() : words[k - 1].end()] for j in of)
            if all(looks_like_a_name(word) for word in rest) and any(map(self.sides.of_whole, countries)):
                return Named(words[k].start(), name.end, "person")
        return name

    def _is_of_office(self, start: int) -> bool:
        """Whether what stands at a place is what an office is of, or where somebody is sent: "President of", "Ambassador to"."""
        sent = _SENT_BEFORE.search(self.text, max(start - SENT_REACH, 0), start)
        of = _OF_BEFORE.search(self.text, max(start - OF_REACH, 0), start)
        return bool(of or (sent and folded(sent["who"]) in OfficeWords.read().sent))

    def _is_titled(self, name: Named) -> bool:
        """Whether a name that the parse took for a place or body begins as people alone are titled: "Mr. Ana Brook"."""
        words = self.text[name.start : name.end].split()
        titled = folded(words[0]).rstrip(".") in PersonWords.read().before_a_name
        rest = parted(" ".join(words))[1].split()
        return titled and 0 < len(rest) <= NAME_WORDS and all(looks_like_a_name(word) for word in rest)

    def _called_to(self, name: Named) -> str:
        """The office behind which a name stands that the parse took for a place or body: "President of Ruritania, Ana Brook".

        It may do so elsewhere in the text.
        """
        words = self.text[name.start : self._with_surname(name).end].split()
        if not 2 <= len(words) <= NAME_WORDS or not all(looks_like_a_name(word) for word in words):
            return ""
        known = self.sides.named_in(" ".join(words)) or any(is_office(word) or is_body(word) for word in words)
        if known:
            return ""
        return (
            office_before(self.text, name.start, self.sides.is_word)
            or office_behind(self.text, name.end)[0]
            or self._called_anywhere(" ".join(words))
        )

    def _called_anywhere(self, words: str) -> str:
        """The first office behind which a name stands in the text. The whole text is looked through, so each name once."""
        if words not in self._called:
            places = (each.start() for each in re.finditer(rf"\b{re.escape(words)}\b", self.text))
            offices = (office_before(self.text, place, self.sides.is_word) for place in places)
            self._called[words] = next((office for office in offices if office), "")
        return self._called[words]

    def _with_surname(self, name: Named) -> Named:
        """A first name that the parse took for a place, with the surname behind it: "Foreign Minister Ana Brook"."""
        alone = name.kind != "person" and " " not in self.text[name.start : name.end]
        alone = alone and not _FOR_BEFORE.search(self.text, max(name.start - 9, 0), name.start)
        behind = _SURNAME.match(self.text, name.end) if alone else None
        return name._replace(end=behind.end()) if behind else name


def behind_office(name: str) -> str:
    """The name of a person without what the office before it is of.

    >>> (
    ...     behind_office("Lakeside Region Ana Brook"),
    ...     behind_office("Global Affairs Ana Brook"),
    ...     behind_office("Ana Brook"),
    ... )
    ('Ana Brook', 'Ana Brook', 'Ana Brook')
    """
    name = _part().sub("", name, count=1)
    words = name.split()
    first = next((i for i, word in enumerate(words) if not (is_title(word) and word[:1].isupper())), 0)
    alone = first == len(words) - 1 and is_office(words[first - 1])  # "Prime CS Brook"
    return " ".join(words[first:]) if first and (len(words) - first > 1 or alone) else name


def parted(name: str) -> tuple[list[str], str]:
    """The titles and offices at the head of a name, and the name without articles and possessive.

    >>> parted("Ms. Ana Brook’s"), parted("the First Lady")
    ((['ms'], 'Ana Brook'), (['first lady'], ''))
    """
    words = without_possessive(without_article(" ".join(name.split()))).split()
    titles: list[str] = []
    while words:
        pair = " ".join(words[:2])
        if is_honorific(words[0]) or is_office(words[0]):
            titles.append(folded(words.pop(0)).rstrip("."))
        elif len(words) > 1 and is_office(pair):
            titles.append(folded(pair))
            del words[:2]
        else:
            break
    return titles, " ".join(words).strip(" ,.;:")


@cache
def _heading_verb() -> re.Pattern[str]:
    """A verb that a headline writes with a capital: "Ana Brook Meets with ..."."""
    verbs = "|".join(word.capitalize() for word in PersonWords.read().in_headlines)
    return re.compile(rf"[^\S\n]+(?:{verbs})\b")


@cache
def _letters() -> re.Pattern[str]:
    """Letters behind a name for an honour or a seat: "Ana Brook| T.D."."""
    letters = any_of(word.upper() for word in PersonWords.read().letters)
    return re.compile(rf"[^\S\n]{letters}(?![\w’'-])")


@cache
def _part() -> re.Pattern[str]:
    """A part of a country, or of its work, before the name of who is over it: "(Governor of) Lakeside Region| Ana Brook"."""
    return re.compile(rf"(?:\S+\s+){{1,3}}{any_of(OfficeWords.read().parts)}\s+(?=\S+\s+\S)")
