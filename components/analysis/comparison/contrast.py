"""What analysts look at beside the subjects: length, who has the floor, order, who asked, verbs, titles, other names.

Each is a line with what either text has, and the statements behind it. What a text does not say is an empty cell: the page
writes "not said".
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from components.analysis.comparison.accounts import Account, text_of
from components.analysis.comparison.compared import Compared
from components.analysis.comparison.matching import tells_of_meeting
from components.analysis.comparison.words import ComparisonWords, akin, names_in
from components.model.codebook import MODERATOR, REPORTER, UNKNOWN
from components.model.comparison import MEETING, OTHER, Subject
from components.model.intervals import in_words
from components.model.names import index_of
from components.model.statements import count_words

MOST_VERBS = 5
MOST_FORMS = 4
"""Of verbs and of ways to name somebody so many are told."""

WHO_ASKED = "Who asked for it"
_NOBODY = (REPORTER, UNKNOWN, MODERATOR)


class Cell(NamedTuple):
    """What one text has, and its statements (ids); empty where it does not say."""

    said: str
    ids: tuple[str, ...] = ()


class Line(NamedTuple):
    """One thing in which two texts may differ."""

    label: str
    a: Cell
    b: Cell


def contrasts(compared: Compared) -> list[Line]:
    """The lines, in the order in which they are read. A line that is empty on both sides is left out."""
    a, b = compared.a, compared.b
    leads = [_lead(each) for each in (a, b)]
    if leads[0].casefold() == leads[1].casefold():  # one speaker's two texts: there is no other side
        leads = ["", ""]
    made = [
        ("Published", _published(a), _published(b)),
        ("Length", _length(a), _length(b)),
        ("Statements", Cell(f"{len(a.rows):,}"), Cell(f"{len(b.rows):,}")),
        ("Opens with", _opens(compared, 0), _opens(compared, 1)),
        (WHO_ASKED, _asked(a), _asked(b)),
        ("Has the floor", _floor(a), _floor(b)),
        ("Said by both together", _joint(a), _joint(b)),
        ("Has the other side say", _other_says(a, leads[1]), _other_says(b, leads[0])),
        ("Verbs", _verbs(a), _verbs(b)),
        ("Calls the other", _calls(a, leads[1]), _calls(b, leads[0])),
    ]
    return [Line(*each) for each in made if each[1].said or each[2].said]


def heading_of(lines: Sequence[Line], names: tuple[str, str]) -> str:
    """What the lines come to. `names` are how a sentence calls the two texts (`Compared.names`)."""
    asked = next((line for line in lines if line.label == WHO_ASKED), None)
    if asked is None or (asked.a.said and asked.b.said):
        return "How the two texts differ"
    return f"Only {names[0] if asked.a.said else names[1]} says who asked for the meeting"


def _published(account: Account) -> Cell:
    return Cell(in_words(account.package.about.published))


def _length(account: Account) -> Cell:
    """In words of the wording; of an article without its text that is not known."""
    known = [row.wording for row in account.rows]
    return Cell(f"{sum(map(count_words, known)):,} words" if known and all(known) else "")


def _opens(compared: Compared, side: int) -> Cell:
    first = next(iter(in_order(compared, side)), None)
    if first is None:
        return Cell("")
    return Cell(first.label, (first.a, first.b)[side][:1])


def in_order(compared: Compared, side: int) -> list[Subject]:
    """The subjects of one text (0 the first) in the order in which it comes to them."""
    account = (compared.a, compared.b)[side]
    place = {row.statement: n for n, row in enumerate(account.rows)}
    told = [each for each in compared.subjects if (each.a, each.b)[side] and each.id not in (MEETING, OTHER)]
    return sorted(told, key=lambda each: min(place[id] for id in (each.a, each.b)[side]))


# --- Who ----------------------------------------------------------------------------------------


@cache
def _asking() -> dict[str, tuple[str, ...]]:
    return {"asked": ComparisonWords.read().at_whose}


_UNTIL = re.compile(r"[,.;:]|\s(?:and|to|on|in|for|with|who|held|spoke|had)\s")
_HIS = re.compile(r"\bat (?:his|her|their) (?:own )?(?:request|initiative|invitation)\b", re.IGNORECASE)


def _asked(account: Account) -> Cell:
    """Who asked for the meeting, as it stands there: "at the initiative of the Marenian side"."""
    for row in account.rows:
        text = text_of(row)
        if his := _HIS.search(text):
            return Cell(his.group(), (row.statement,))
        if found := index_of(_asking()).find(text):
            rest = _UNTIL.split(text[found[0].end :], maxsplit=1)[0]
            return Cell(text[found[0].start : found[0].end] + rest, (row.statement,))
    return Cell("")


def _lead(account: Account) -> str:
    """The last name of whose account it is: whom its first sentence names first, where that tells of the meeting.

    Else whoever says most alone; nothing where nobody does.
    """
    names = account.package.short_names
    first = account.sentences[0].text if account.rows else ""
    if tells_of_meeting(first):
        places = {first.find(name): name for id, name in names.items() if id not in _NOBODY and name in first}
        if places:
            return places[min(places)]
    alone = Counter(
        row.speakers[0] for row in account.rows if len(row.speakers) == 1 and row.speakers[0] not in _NOBODY
    )
    return names[alone.most_common(1)[0][0]] if alone else ""


def _floor(account: Account) -> Cell:
    """Who speaks in how many of its statements, alone."""
    names = account.package.short_names
    alone = Counter(
        names[row.speakers[0]] for row in account.rows if len(row.speakers) == 1 and row.speakers[0] not in _NOBODY
    )
    return Cell(", ".join(f"{name} {count}" for name, count in alone.most_common(MOST_FORMS)))


def _joint(account: Account) -> Cell:
    ids = tuple(row.statement for row in account.rows if len(row.speakers) > 1)
    return Cell(str(len(ids)) if account.rows else "", ids)


def _other_says(account: Account, lead: str) -> Cell:
    """The statements of one text that only the one says who leads the other text."""
    names = account.package.short_names
    ids = tuple(
        row.statement
        for row in account.rows
        if lead and [names[id].casefold() for id in row.speakers] == [lead.casefold()]
    )
    return Cell(f"{lead} {len(ids)}" if lead else "", ids)


def verbs_of(rows: Sequence[Any]) -> list[str]:
    """The verbs of saying of some statements, the most frequent first."""
    return [verb for verb, _ in Counter(row.verb for row in rows if row.verb).most_common(MOST_VERBS)]


def _verbs(account: Account) -> Cell:
    """The verbs with who they are said of: "urge (Korrin)"."""
    names = account.package.short_names
    said = Counter(
        (row.verb, " and ".join(names[id] for id in row.speakers)) for row in account.rows if row.verb and row.speakers
    )
    return Cell(", ".join(f"{verb} ({who})" for (verb, who), _ in said.most_common(MOST_VERBS)))


def _calls(account: Account, lead: str) -> Cell:
    """The words before a name: "Minister Korrin", "Pavel Korrin", each as it stands."""
    if not lead:
        return Cell("")
    named = re.compile(rf"(?:(?:[A-Z][\w’'-]+|of|the|and)\s+)*{re.escape(lead)}\b")
    found: dict[str, list[str]] = {}
    for row in account.rows:
        for match in named.finditer(text_of(row)):
            words = " ".join(match.group().split())
            found.setdefault(re.sub(r"^(?:of|the|and|The)\s+", "", words), []).append(row.statement)
    most = sorted(found, key=lambda form: -len(found[form]))[:MOST_FORMS]
    return Cell("; ".join(most), tuple(dict.fromkeys(id for form in most for id in found[form])))


# --- Other names --------------------------------------------------------------------------------


def other_names(compared: Compared) -> list[Line]:
    """Names that may mean the same: of a point, the one name that the first text alone has and the one of the second alone.

    Candidates: two texts may as well name two things. Names of those who met are not among them.
    """
    texts = [" ".join(text_of(row) for row in account.rows) for account in (compared.a, compared.b)]
    known = [set(_words(text)) for text in texts]
    people = {
        word.casefold()
        for account in (compared.a, compared.b)
        for actor in account.package.actors
        for word in actor.name.split()
    }
    found: dict[tuple[str, str], Line] = {}
    for each in compared.points:
        if each.status != "both" or each.subject == MEETING:
            continue
        first = _own_names(compared.a, each.a, known[1], people)
        second = _own_names(compared.b, each.b, known[0], people)
        for one, other in _likely(first, second):
            line = Line(compared_label(compared, each.subject), Cell(one, each.a), Cell(other, each.b))
            found.setdefault((one, other), line)
    return list(found.values())


def compared_label(compared: Compared, subject: str) -> str:
    """The label of a subject of this comparison."""
    return next((each.label for each in compared.subjects if each.id == subject), subject)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _own_names(account: Account, ids: Sequence[str], known: set[str], people: set[str]) -> list[str]:
    """The names in some statements that the other text does not have, each once."""
    names = [name for id in ids for name in names_in(text_of(account.row_of[id]))]
    return [
        name
        for name in dict.fromkeys(names)
        if not known.issuperset(_words(name)) and not any(word.casefold() in people for word in _words(name))
    ]


def _likely(first: Sequence[str], second: Sequence[str]) -> list[tuple[str, str]]:
    """Which names may mean the same: those that begin alike, or the only one of each."""
    alike = [(a, b) for a in first for b in second if a != b and akin(a.casefold(), b.casefold(), name=True)]
    return alike or ([(first[0], second[0])] if len(first) == len(second) == 1 else [])
