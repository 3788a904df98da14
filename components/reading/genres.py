"""A step: what a title says of a text: its kind, and by whom it is."""

import re
from functools import cache

from components.model.lexicons import WordLists, Words, any_of
from components.model.names import Mention, find_names
from components.model.statements import Genre


class GenreWords(WordLists):
    """`genres.toml`."""

    FILE = "genres"
    transcript: Words
    speech: Words
    declaration: Words
    readout: Words
    adopted: Words
    visitors: Words


_ON_MEETING = re.compile(
    r"(?!.*\bjoint\b).*?\b(?:statement|(?:press|media) release)\b.*?\bon\s+"
    r"(?P<meeting>.*['’]s?\s+(?:\w+\s+){0,2}(?:calls?|meetings?|conversation|talks|lunch|dinner|breakfast)\s+with\b.*)",
    re.IGNORECASE,
)
"""A statement that is somebody's account of another's meeting: "Statement by Ana Brook on Carl Dale’s Call with ..."."""

_HANDED_OUT = re.compile(
    r"(?<!\bjoint )\b(?:(?:press|media)\s+(?:statement|release)|communiqu[eé])\s*:\s+(?:\w+\s+){0,3}?"
    r"(?:visits?|calls?|meetings?|talks|audience|conversation)\s+(?:of|by|with|to|between)\b",
    re.IGNORECASE,
)
"""How an account of a meeting is handed out: "Press Statement: Working Visit of Minister Ana Brook to Ruritania"."""

_CONSULTED = re.compile(
    r"\b(?:(?-i:[A-Z]\w+[–-][A-Z]\w+)|foreign\s+(?:ministry|office))\s+(?:(?:political|bilateral)\s+)?consultations\b"
    r"|\b(?:holds?|held|conclude[sd]?|convene[sd]?)\s+(?:the\s+)?(?:\w+\s+){0,3}?"
    r"(?:joint\s+commission|(?:political|bilateral)\s+consultations)\b",
    re.IGNORECASE,
)
"""How the title of an account tells that officials met: "Ruritanian-Tolvian consultations in Lakeside"."""

_BY = re.compile(r"\b(?:by|from|of|between|with|among)\b", re.IGNORECASE)

_ON = re.compile(r"\s(?:on|regarding|following|concerning|about|in|at|after|ahead of|to)\s", re.IGNORECASE)

_WORD_ON = re.compile(
    r"\b(?:statement|declaration|communiqué|communique|conclusions|remarks|release)s?\s+(?:on|regarding|concerning)\b",
    re.IGNORECASE,
)

_BY_OFFICE = re.compile(r"\bby\s+(?:the|a|an)\s+[A-Z]")

_DASH = re.compile(
    r"\s[–—-]{1,2}\s|\.\s+(?=(?:Joint |National )?(?:Statement|Remarks|Speech|Address|Intervention|Declaration)\b)"
)
"""What parts a title; a stop does before a word for what somebody says."""

_SUBJECT_FIRST = re.compile(
    r"(?:\w+\s+){0,3}(?:statement|declaration|remarks)\s+(?:on|regarding|concerning)\b.*\b(?=by\s)", re.IGNORECASE
)

ON_BEHALF = re.compile(r"\bon behalf of\b", re.IGNORECASE)

_MEETS = re.compile(r"\b(?:call|talk|meet|spe|conversation)", re.IGNORECASE)

_MESSAGE_TO = re.compile(
    r"(?:\w+\s+){0,3}(?:greetings?|congratulations|condolences|message|telegram|wishes)\b[^:]*?(?=\sto\s)",
    re.IGNORECASE,
)
"""The beginning of the title of a message, up to whom it is for: "Message of condolences| to President Ana Brook"."""

_HONOURED = re.compile(r"\bin (?:honou?r|memory|the presence) of\b.*?(?=\s[–—-]\s|\bby\b|$)", re.IGNORECASE)
"""Who hears a speech, or is spoken of: "Toast at the dinner |in honour of Carl Dale"."""

_ATTRIBUTABLE = re.compile(r"\battributable to\s", re.IGNORECASE)

_HEARD_IN = ("debate", "roundtable", "hearing", "briefing")

_SAID_BY: tuple[Genre, ...] = ("speech", "declaration")
_GENRES: tuple[Genre, ...] = ("transcript", "speech", "declaration", "readout")


def said_by_title(title: str, *, in_turns: bool = True) -> Genre | None:
    """The genre whose words stand in a title; the earliest decides, the longest of those at one place.

    Where the text is not in turns, a debate is where something was said: "Statement at the debate on trade" is one speech.
    """
    found = _found(title)
    found = [each for each in found if in_turns or title[each.start : each.end].casefold() not in _HEARD_IN] or found
    if any(each.key == "transcript" for each in found):
        return "transcript"
    if meeting_in(title) or _HANDED_OUT.search(title) or _receives().search(title):
        return "readout"
    if _of_the_meeting().search(title.replace("’", "'")):
        return "declaration"
    told = next((genre for genre in _GENRES if found and found[0].key == genre), None)
    return told or ("readout" if _CONSULTED.search(title) else None)


@cache
def _of_the_meeting() -> re.Pattern[str]:
    """What those who met adopted, though the title begins with their meeting: "Foreign Ministers' Meeting: Communiqué"."""
    return re.compile(rf"(?<!\bon\sthe\s)(?<!\bon\s)\b{any_of(GenreWords.read().adopted)}\b", re.IGNORECASE)


def meeting_in(title: str) -> str:
    """The meeting that a statement is an account of, by its title; nothing where it is a statement on something else."""
    told = _ON_MEETING.fullmatch(title)
    return told["meeting"] if told else ""


def begins_as(words: str) -> tuple[Genre, int] | None:
    """The genre with whose words a paragraph begins, speech or declaration, and where they end; None where with none."""
    first = next((each for each in _found(words) if each.start == 0), None)
    return next(((genre, first.end) for genre in _SAID_BY if first and first.key == genre), None)


def _found(title: str) -> list[Mention]:
    words: dict[str, Words] = {genre: getattr(GenreWords.read(), genre) for genre in _GENRES}
    return find_names(title.replace("’", "'"), words)


def by_whom(title: str) -> str:
    """The part of a title that names who speaks: what stands before "on ...", where it names somebody at all.

    A subject before a colon or a dash is left out ("Ruritania: Declaration by ...", "The ferry will come – address by ...").
    Who speaks "on behalf of" a body is that body.
    A word of somebody ends before its subject: "Ruritanian Foreign Minister's Statement on Tolvia" is no word of Tolvia.
    """
    parted = _DASH.split(title, maxsplit=1)
    title = next((part for part in reversed(parted) if len(parted) > 1 and _BY.search(part)), title)
    subject, colon, rest = title.partition(": ")
    if colon and not _BY.search(subject) and (_BY.search(rest) or not _MEETS.search(title)):
        title = rest if _BY.search(rest) else title
    if for_whom := ON_BEHALF.search(title):
        return _ON.split(title[for_whom.end() :], maxsplit=1)[0]
    if told := _ATTRIBUTABLE.search(title):
        return _ON.split(title[told.end() :], maxsplit=1)[0]
    if behind := _SUBJECT_FIRST.match(title):
        return title[behind.end() :]
    return _ON.split(title, maxsplit=1)[0] if _BY.search(title) or _WORD_ON.search(title) else title


def names_an_office(words: str) -> bool:
    """Whether a part of a title says by its office alone who speaks: "Remarks by the Vice President"."""
    return _BY_OFFICE.search(words) is not None


def from_whom(title: str) -> str:
    """The part of a title that may name who speaks: a message goes to whoever stands behind "to"."""
    title = _HONOURED.sub("", title)
    message = _MESSAGE_TO.match(title)
    if not message or _BY.search(title[: message.end()].replace(" of ", " ")):
        return title
    behind = _DASH.split(title[message.end() :], maxsplit=1)[1:]
    return next((part for part in behind if _BY.search(part)), title[: message.end()])


@cache
def _receives() -> re.Pattern[str]:
    """How a headline tells of a meeting: "Minister Brook receives her Ruritanian counterpart"."""
    return re.compile(
        rf"\b(?:receives|received|hosts|hosted)\b.{{1,100}}\b{any_of(GenreWords.read().visitors)}\b"
        r"|\bcalls\s+on\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,3}(?:coas|minister|president|secretary|commissioner|speaker|premier)$"
        r"|\b(?:ambassador|minister|secretary|envoy)\b.{0,60}\bcalls\s+on\b.{0,60}\b(?:minister|president|secretary|governor|speaker)\b(?!.*\sto\s)"
        r"|^meetings?\s+of\s.{1,120}\swith\b"
        r"|\b(?:hosts|hosted)\s+an?\s+(?:\w+\s+)?(?:dinner|lunch|luncheon|reception|banquet)\s+(?:for|in honou?r of)\b",
        re.IGNORECASE,
    )
