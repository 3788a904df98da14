"""A step: for whom somebody speaks, by the words of an office or the name of a body.

Words are the names, peoples and capitals of countries and bodies (`model.countries`), other names for them (a palace, a
parliament: `data/lexicons/en/metonyms.csv`), and the words of a codebook's own groups. What stands behind "to", "in" or
"on" is where somebody is sent ("the Ruritanian ambassador to Tolvia"). Where several sides are left, nobody is guessed.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from pydantic import field_validator

from components.model import countries
from components.model.lexicons import Groups, WordLists, Words, any_of, read_table
from components.model.names import Mention, find_names, index_of, outermost
from components.model.rows import Row, column

NOBODY = "none"
"""The side of words that look like a country's and are not: "Indian Ocean"."""

STEM = 3
"""So many letters of a name's first word with a star are looked for first."""

LONGEST = 60
"""Characters of the longest name of a country that is looked for before or behind somebody’s name."""

_PARTNERS = re.compile(r"[’']?s?\s+and\s+(?:the\s+)?|[-–]")
"""What stands between two countries that are told of as partners."""

_SEVERAL_OF = re.compile(r"\b(?:[Aa]mbassadors|[Ee]nvoys)[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?$")
"""How several are told of, each of one country, whom somebody else met: "the ambassadors of |Ruritania and Tolvia"."""

_OF = re.compile(r"[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?")
_OFFICE_BEFORE = re.compile(r"(?:(?:[^\W\d_a-z][\w.’'-]*|of|the|for)[^\S\n]+)+$")
_OWNER = re.compile(r"(?P<owner>[^\W\d_a-z][\w.-]*(?:[^\S\n][^\W\d_a-z][\w.-]*){0,2})[’']s?[^\S\n]+$")
_OF_BEFORE = re.compile(
    r"(?:[A-Z][\w-]+|\band)[^\S\n]+(?:of|from)[^\S\n]+(?:the[^\S\n]+)?(?P<of>[^\W\d_a-z][^,.;:\n]{2,40}),[^\S\n]+$"
)
"""What the office before a name is of: "the Ministers of Ruritania, Ana Brook, and of Tolvia, |Carl Dale"."""

_NOTE = re.compile(r"\s*\((?P<note>[^()\n]{2,60})\)\s*:")
_DAY_LAST = re.compile(r":\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\W*$")
_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"\w+\*?")


class SideWords(WordLists):
    """The lists of `sides.toml`."""

    FILE = "sides"
    away: Words
    of: Words
    personal: Words
    stances: Words
    offers: Words
    stands: Words
    states: Words
    of_a_state: Words
    at_home: Words
    forms: Words
    lone: Groups
    addressed: Groups
    dated: Groups
    numbered: Groups
    hosts: Groups


class Metonym(Row):
    """A row of `metonyms.csv`."""

    words: str = column("Words that stand for a country or body.", "a name, as in the codebook", min_length=1)
    side: str = column("Which.", f"a country’s code, a body’s id, or {NOBODY}", min_length=1)

    @field_validator("side")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if value != NOBODY and not countries.find(value):
            raise ValueError
        return value


class Sides:
    """Asked for the side of an office, a name, or a word. `groups`: the words of a codebook's own groups, which go first."""

    def __init__(self, groups: Mapping[str, Iterable[str]] | None = None) -> None:
        own = {side: tuple(words) for side, words in (groups or {}).items() if words}
        self._groups = own
        self._lists = SideWords.read()
        self._names = index_of(_words())
        self._first = _known_first_words() | _first_words(own)
        self._found: dict[str, str] = {}

    def of_office(self, words: str) -> str:
        """The side of an office or of the name of a body: "Ruritanian Foreign Minister" is Ruritania's. Nothing where none."""
        if words not in self._found:
            self._found[words] = self._look(words)
        return self._found[words]

    def of_lone_office(self, words: str) -> str:
        """The side whose government alone calls an office so; nothing for others, and where the words name another side."""
        return self.of_lone_office_in(words) if not self.named_in(words) else ""

    def of_lone_office_in(self, title: str) -> str:
        """The side of such an office in a title that may name other countries: "Briefing by NSC Spokespersons on Ruritania".

        "Remarks by the President of Ruritania" is no "Remarks by the President".
        """
        found = find_names(title, self._lists.lone)
        told = {each.key for each in found if not title.startswith(" of ", each.end)}
        return told.pop() if len(told) == 1 else ""

    def of_title(self, title: str) -> str:
        """The side whose government alone heads or ends a title so.

        "PM call with Ana Brook: 6 June 2025" ends with the day; "No: 318, 6 November 2019, Press Release ..." has a number.
        """
        begins = " ".join(title.split()[:2]) if _DAY_LAST.search(title) else ""
        plain = re.sub(r"\d", "#", title)
        told = (side for side, heads in self._lists.dated.items() if begins in heads)
        return next(told, "") or next(
            (side for side, heads in self._lists.numbered.items() if plain.startswith(tuple(heads))), ""
        )

    def is_at_home(self, office: str) -> bool:
        """Whether an office is one of a part of a country, or of another office in it: "Governor of Lakeside Region"."""
        return bool(set(_WORD.findall(office.casefold())) & set(self._lists.at_home))

    def of_seat(self, place: str) -> str:
        """The side whose seat a place is, where no country is named beside it: "Oval Office"; nothing for a capital."""
        told = self.issuers_in(place)
        country = countries.find(told[0]) if len(told) == 1 else None
        return told[0] if country and not any(name in place for name in country.names) else ""

    def of_capital(self, place: str, text: str) -> str:
        """The side whose capital a place is, alone, where the text names the country as one that acts or owns."""
        side = self.of_whole(place)
        country = countries.find(side) if side and self._is_capital(place, side) else None
        acts = (each for each in self._mentions(text) if each.key == side) if country else ()
        for each in acts:
            words, before = text[each.start : each.end], _WORD.findall(text[: each.start].casefold()[-LONGEST:])
            away = next((word for word in reversed(before) if word != "the"), "") in self._lists.away
            if not away and not self._is_capital(words, side):
                return side
        return ""

    def told_by_label(self, text: str, label: tuple[int, int]) -> str:
        """The side that the label of a turn tells beside a name: by a note, "Dale (Ruritania):", or a title, "Shri Dale:"."""
        note = _NOTE.match(text, label[1])
        if note and (side := self.of_office(note["note"])):
            return side
        first = _WORD.match(text, label[0], label[1])
        title = first[0].casefold() if first else ""
        return next((side for side, titles in self._lists.addressed.items() if title in titles), "")

    def of_publisher(self, words: str) -> str:
        """The side whose government or body publishes under a name or an address: "Ministry of Ruritania", "kremlin.ru"."""
        host = words.casefold().removeprefix("www.")
        told = (side for side, ends in self._lists.hosts.items() if any(f".{host}".endswith(f".{end}") for end in ends))
        return next(told, "") or self.of_office(words)

    def of_name(self, name: str) -> str:
        """The side of somebody who is called no more than a country is ("Ruritania said"); names of people tell none."""
        return "" if name in self._lists.personal else self.of_whole(name)

    def behind(self, text: str, end: int) -> str:
        """The side that stands behind a name: "Prime Minister Ana Brook of Ruritania"."""
        if not (of := _OF.match(text, end)):
            return ""
        beside = text[of.end() : of.end() + LONGEST].split("\n", 1)[0]
        first = {each.key for each in self._mentions(beside) if each.start == 0}
        return first.pop() if len(first) == 1 else ""

    def before(self, text: str, start: int) -> str:
        """The side that owns a name, "Ruritania's Ana Brook", or that its office is of: "Minister of Ruritania, Ana Brook"."""
        owner = _OWNER.search(text, max(start - LONGEST, 0), start)
        if owner:
            return self.of_whole(owner["owner"])
        apposed = _OF_BEFORE.search(text, max(start - LONGEST, 0), start)
        return self.of_whole(apposed["of"]) if apposed else ""

    def beside(self, text: str, names: Iterable[str]) -> str:
        """The side that stands beside somebody in a title: "President of Ruritania Ana Brook", "Brook of Ruritania".

        `names` are what somebody may be called there, the longest first.
        """
        for name in names:
            for place in re.finditer(rf"\b{re.escape(name)}\b", text):
                office = _OFFICE_BEFORE.search(text, 0, place.start())
                if side := (office and self.of_office(office[0])) or self.behind(text, place.end()):
                    return side
        return ""

    def of_whole(self, words: str) -> str:
        """The side that these words name, where they name one and hold nothing else."""
        length = len(words)
        if whole := next((each.key for each in self._mentions(words) if each.start == 0 and each.end == length), ""):
            return whole
        form = _form().match(words)
        return self.of_whole(words[form.end() :]) if form else ""

    def named_in(self, words: str) -> list[str]:
        """The countries and bodies that are named in these words, in their order: "Ruritania, Tolvia, and Marenia"."""
        return list(dict.fromkeys(each.key for each in self._mentions(words)))

    def beside_in(self, side: str, words: str) -> str:
        """The one country that these words name as the partner of a `side`: "Ruritania and Tolvia", "Ruritanian-Tolvian"."""
        named = self._mentions(words)
        pairs = [
            {one.key, other.key}
            for one, other in pairwise(named)
            if _PARTNERS.fullmatch(words, one.end, other.start)
            and side in (one.key, other.key)
            and not _SEVERAL_OF.search(words, 0, one.start)
        ]
        partners = {each for pair in pairs for each in pair if each != side and countries.is_state(each)}
        return partners.pop() if len(partners) == 1 else ""

    def standing_in(self, words: str) -> list[str]:
        """The countries that are told to take a stand or offer something: "Ruritania’s position", "Tolvia would host"."""
        states = (each for each in self._without_capitals(words) if countries.is_state(each.key))
        return list(dict.fromkeys(each.key for each in states if _takes_a_stand().match(words, each.end)))

    def issuers_in(self, words: str) -> list[str]:
        """The countries and bodies whose word something is by its title: without the capital where it was given.

        "Declaration of the G20 Summit, Lakeside" is the G20's, and "Joint Statement of Ruritania and Tolvia" that of both.
        """
        return list(dict.fromkeys(each.key for each in self._without_capitals(words)))

    def _without_capitals(self, words: str) -> list[Mention]:
        """The countries and bodies in the words, where no capital stands for them."""
        return [each for each in self._mentions(words) if not self._is_capital(words[each.start : each.end], each.key)]

    def _is_capital(self, words: str, side: str) -> bool:
        country = countries.find(side)
        return country is not None and words.casefold() == country.voice.casefold() and words not in country.names

    def is_word(self, word: str) -> bool:
        """Whether a word tells a side wherever it stands: "Ruritanian", not "Jordan", which may be a name."""
        return word not in self._lists.personal and bool(self.of_office(word))

    def _look(self, words: str) -> str:
        mentions = self._mentions(words)
        left = {each.key for each in mentions if not self._is_away(words, each)}
        return left.pop() if len(left) == 1 else ""

    def _mentions(self, words: str) -> list[Mention]:
        """The names in the words that are written as names are; where a group is named, groups alone."""
        if not any(word in self._first or word[:STEM] in self._first for word in _WORD.findall(words.casefold())):
            return []  # nearly always, and looking for hundreds of names takes a while
        if own := find_names(words, self._groups):
            return own
        found = outermost(self._names.find(words))
        return [each for each in found if each.key != NOBODY and words[each.start].isupper()]

    def _is_away(self, words: str, mention: Mention) -> bool:
        """Whether it is where somebody is sent, or a state that the office is of."""
        lists, plain = self._lists, _WORD.findall(words.casefold())
        if words[mention.start : mention.end] in lists.states and set(plain) & set(lists.of_a_state):
            return True
        before = reversed(_WORD.findall(words[: mention.start].casefold()))
        return next((word for word in before if word in lists.away or word in lists.of), "") in lists.away


@cache
def _takes_a_stand() -> re.Pattern[str]:
    """What stands behind a country that takes a stand or offers something, as who speaks for it tells."""
    lists = SideWords.read()
    between, adverbs = r"(?:\w+\s+){0,2}?", r"(?:(?:be|not|also|\w+ly)\s+)*"
    return re.compile(
        rf"(?:[’']s?\s+|\s+(?:is|was|has|had|would|will|stands|stood|remains|remained)\s+{adverbs}){between}{any_of(lists.stances)}\b"
        rf"|\s+(?:would|will)\s+{adverbs}{any_of(lists.offers)}\b|\s+(?:also\s+)?{any_of(lists.stands)}\b"
    )


def _first_words(words_of: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The first word of every name; of one with a star ("Organi*") its beginning."""
    first = (_FIRST.match(word.casefold()) for words in words_of.values() for word in words)
    return frozenset(each[0][:STEM] if each[0].endswith("*") else each[0] for each in first if each)


@cache
def _known_first_words() -> frozenset[str]:
    return _first_words(_words())


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The names of every side. Where one is of two, both stand in `find_names`, and nobody is guessed."""
    metonyms: dict[str, list[str]] = {}
    for row in read_table(Metonym, "metonyms"):
        metonyms.setdefault(row.side, []).append(row.words)
    taken = {word.casefold() for words in metonyms.values() for word in words}
    made = {NOBODY: tuple(metonyms.pop(NOBODY, ()))}
    for id, country in countries.everything().items():
        capital = [country.voice] if country.voice[:1].isupper() else []  # not "the UN"
        own = dict.fromkeys([*country.names, *country.demonyms, *capital])
        with_article = {f"The {name}" for name in own}  # found without it, too, and in small letters
        free = (word for word in own if word.casefold() not in taken and word not in with_article)
        made[id] = (*free, *metonyms.get(id, ()))
    return made


@cache
def _form() -> re.Pattern[str]:
    """A form of state before the name of a country: "the |Federal Republic of |Ruritania"."""
    return re.compile(
        rf"(?:[A-Z][\w’'-]+\s+){{0,3}}(?:{any_of(SideWords.read().forms)}|Grand Duchy)"
        r"\s+of\s+(?:the\s+)?"
    )
