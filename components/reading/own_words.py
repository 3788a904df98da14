"""A step: what a government or body does in its own name in a text: "Ruritania condemns the attack", "We urge all sides".

Whoever reports on it uses the past ("Ruritania condemned ..."), and gives others the word in between. So the present tense
tells a declaration from news, and its subject whose word it is.
"""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from components.model.lexicons import Groups, WordLists, Words, any_of

MANY = 0.3
"""Share of a text's sentences that are such acts, from which it is somebody's own word ..."""

FEW = 2
"""... where there are so many of them at least."""

STRONG = 3
"""An act counts as much as so many sentences that have the same subject and tell something else."""

_CAPITALISED = r"[^\W\d_a-z][\w.’'-]*"
_NAMES = rf"{_CAPITALISED}(?:\s+(?:(?:of|for|and)(?:\s+the)?\s+)?{_CAPITALISED}){{0,7}}"
_WHO = rf"(?:[Tt]he\s+)?{_NAMES}(?:\s+(?:government|authorities|side))?"
_BEGINS = r"(?:^|(?<=[.!?…:;”\"]\s)|(?<=,\s))(?:\d{1,3}\.\s+)?"
_HEADLINE = re.compile(rf"(?P<who>{_WHO})\s+(?:[a-z]+ly\s+)?[a-z]+s\s")
_MINE = re.compile(r"(?:Our|My|Their|His|Her)\b")
"""How a subject begins that belongs to somebody: "Our Minister"."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*(?=\s|$)", re.MULTILINE)
_AT_HOME = re.compile(
    rf"\b[Oo]ur\s+(?:own\s+)?(?:\w+\s+){{1,3}}(?:at|in)\s+the\s+(?P<body>{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}})"
    r"|\b(?:behalf\s+of|speak\s+for)\s+(?:all\s+)?the\s+(?P<people>[A-Z]\w+)\s+people\b"
    r"|\bfellow\s+(?P<fellow>[A-Z]\w+?)s?\b"
)
"""How who writes tells where they are at home, without naming the country."""


class OwnWords(WordLists):
    """`own-words.toml`."""

    FILE = "own-words"
    acts: Words
    moods: Words
    we: Words
    between: Words
    own: Words
    ours: Words
    bodies: Groups


def is_own_word(text: str) -> bool:
    """Whether many sentences of a text are acts of whoever publishes it, or the first one and some more."""
    acts = sum(1 for _ in _acts().finditer(text)) + sum(1 for _ in _we().finditer(text))
    begins = _acts().match(text) is not None
    return acts >= FEW and (begins or acts >= MANY * len(_SENTENCE_END.findall(text)))


def who_acts(text: str, title: str = "") -> list[str]:
    """The subjects of such acts, as they are written and without an article, the most frequent first.

    In a title the subject of any verb in the present does so: "Ruritania adopts further measures".

    Where a text calls something its own ("our country"), what else its sentences begin with counts a little, too.
    """
    told = Counter(_plain(each["who"]) for each in _acts().finditer(text) if not _MINE.match(each["who"]))
    if headline := acting_first(title):
        told[headline] += 1
    weighed = Counter({who: STRONG * count for who, count in told.items()})
    if _own().search(text):
        weighed.update(_plain(each["who"]) for each in _states().finditer(text) if not _MINE.match(each["who"]))
    return [who for who, _ in weighed.most_common()]


def acting_first(title: str) -> str:
    """The subject of a headline whose verb is in the present, without an article; nothing where it has none."""
    headline = _HEADLINE.match(title)
    return _plain(headline["who"]) if headline else ""


def acting_in_capitals(title: str) -> str:
    """The same of a headline in capitals whose verb is such an act: "Ruritania Strongly Condemns the Attack"."""
    headline = _act_in_capitals().match(title)
    return _plain(headline["who"]) if headline else ""


def called_own(text: str) -> list[str]:
    """What somebody calls their own country, or says to speak for: "our country, Ruritania", "we in Ruritania".

    >>> called_own("I speak on behalf of the Government of Ruritania. We in Tolvia agree.")
    ['Ruritania', 'Tolvia']
    """
    return [each["behind"] or each["before"] for each in _calls_own().finditer(text)]


def own_at_home(text: str) -> list[str]:
    """Names by which who writes tells where they are at home: "our officers at the Harbour Ministry", "fellow Ruritanians".

    >>> own_at_home(
    ...     "Our own officers at the Harbour Board know it, fellow Tolvians. I speak for the Ruritanian people."
    ... )
    ['Harbour Board', 'Tolvian', 'Ruritanian']
    """
    return [name for each in _AT_HOME.finditer(text) if (name := each["body"] or each["people"] or each["fellow"])]


class Organ(NamedTuple):
    """An organ of a body as it is written: `side` is the body's id, `name` "Security Council"; both empty where there is none."""

    side: str = ""
    name: str = ""


def organ_in(title: str) -> Organ:
    """The organ of a body that a title names: "Security Council Press Statement"; a national one is no body's."""
    for side, names in OwnWords.read().bodies.items():
        if found := re.search(rf"(?<!\bnational )\b{any_of(names)}\b", title, re.IGNORECASE):
            return Organ(side, found[0])
    return Organ()


def side_of_body(who: str) -> str:
    """The body whose organ acts under a name that others have organs of, too: "Security Council"; nothing for others."""
    plain = who.casefold()
    return next((side for side, names in OwnWords.read().bodies.items() if plain in names), "")


def _plain(who: str) -> str:
    return re.sub(r"\A[Tt]he\s+", "", " ".join(who.split()))


@cache
def _acts() -> re.Pattern[str]:
    lists = OwnWords.read()
    between = rf"(?:{any_of(lists.between)}\s+){{0,2}}"
    return re.compile(
        rf"{_BEGINS}(?P<who>{_WHO}),?\s+(?:{between}{any_of(lists.acts)}|(?:is|remains|stands)\s+{between}{any_of(lists.moods)})\b",
        re.MULTILINE,
    )


@cache
def _act_in_capitals() -> re.Pattern[str]:
    lists = OwnWords.read()
    acts, between = (any_of(word.title() for word in words) for words in (lists.acts, lists.between))
    return re.compile(
        rf"(?P<who>(?:The\s+)?{_CAPITALISED}(?:\s+(?:of\s+(?:the\s+)?)?{_CAPITALISED}){{0,5}}?)\s+(?:{between}\s+){{0,2}}{acts}\b"
    )


@cache
def _we() -> re.Pattern[str]:
    lists = OwnWords.read()
    between = rf"(?:(?:{any_of(lists.between)}|have|are|remain|also)\s+){{0,3}}"
    return re.compile(rf"\b[Ww]e\s+{between}{any_of((*lists.we, *lists.moods))}\b")


@cache
def _calls_own() -> re.Pattern[str]:
    """The first person beside a name: "my country, Ruritania", "Ruritania, our homeland", "as President of Ruritania, I"."""
    lists = OwnWords.read()
    name = rf"{_CAPITALISED}(?:\s+(?:of\s+(?:the\s+)?)?{_CAPITALISED}){{0,4}}"
    mine = rf"\b(?:[Mm]y|[Oo]ur)\s+(?:own\s+)?{any_of(lists.own)}"
    own = rf"(?i:{any_of(lists.own)})"
    of_people = rf"(?:the\s+)?(?:{own}(?:\s+and\s+(?:the\s+)?{own})?\s+of\s+(?:the\s+)?)?"
    offices = r"(?:[A-Z][\w-]*\s+){0,3}(?:President|Minister|Chancellor|King|Queen|Ambassador|Representative)"
    return re.compile(
        rf"(?:{mine},?\s+(?:the\s+)?|\b[Ww]e\s+in\s+|\b[Oo]n\s+behalf\s+of\s+{of_people}|"
        rf"\bI\s+bring\s+(?:you\s+)?(?:\w+\s+)?greetings\s+from\s+{of_people}|"
        rf"\b[Aa]s\s+(?:the\s+)?{offices}\s+of\s+(?:the\s+)?(?=[^,.]{{3,60}},\s+(?:I|we)\b))(?P<behind>{name})"
        rf"|(?P<before>{name}),\s+(?:my|our)\s+(?:own\s+)?{any_of(lists.own)}\b"
    )


@cache
def _states() -> re.Pattern[str]:
    """A sentence that begins with a name and tells what it is, has or will do."""
    return re.compile(rf"{_BEGINS}(?P<who>{_WHO})\s+(?:has|have|is|are|will|does|continues|maintains)\b", re.MULTILINE)


@cache
def _own() -> re.Pattern[str]:
    """What tells that a text calls something its own: "our country", "we"."""
    return re.compile(rf"\b(?:[Oo]ur\s+{any_of(OwnWords.read().ours)}|[Ww]e)\b", re.IGNORECASE)
