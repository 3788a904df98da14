"""A step: the labels of a transcript, which say at the head of a paragraph who has the floor from there on.

    MR DALE:                                    a name in capitals
    President of Ruritania Ana Brook:           an office with its holder; later the name alone, "Ana Brook:"
    Ana Brook (Ruritania) :                     with a note in brackets, with a space before the colon
    Q  And the harbour?                         a letter that stands for the press, with and without a mark behind it
    QUESTION (translated): ...                  the same in words
    QUESTION [Lakeside Times]: ...              with a note in square brackets
    OFFICIAL #2: ...                            somebody without a name, by number
    Senator BROOK. ...                          a name in capitals behind its title, with a stop, as parliaments print it
    The President. ...                          an office alone, with a stop

A heading in capitals with a word that no name has ("OPENING A HARBOUR: ...") is none.

A colon alone proves nothing ("Background: ..."): a text counts as a transcript only where its labels come back, are in
capitals, name a holder with an office, or say that somebody asks, answers or moderates.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from components.model.lexicons import WordLists, Words, any_of
from components.reading.datelines import is_agency
from components.reading.genres import said_by_title
from components.reading.persons import PersonWords, is_honorific, looks_like_a_name

MOST_WORDS = 14
"""Words of a label: "President of the Democratic Republic of Ruritania Ana Brook" has nine."""

NAME_WORDS = 5
"""Words of a name with its title: "Foreign Minister Ana Maria Brook"."""

SPOKEN = 0.02
"""Share of first persons among the words behind the only label of a text, from which it is somebody's turn."""

INTERVIEWED = 2
"""People in an interview of whom the one who mostly asks is of the press."""

ASKS = 0.3
"""Share of somebody's turns in an interview that ask something, from which they may be of the press."""

INTRODUCES = 120
"""Within so many characters of a turn somebody says who asks, and for which paper."""

_LETTERS = 110
_LABEL = re.compile(
    rf"[\"“«]?(?:\*\*|__)?\[?(?P<label>[^\W\d_][^\n:“”\"«»\[\]]{{0,{_LETTERS}}}?)\]?(?:\s*\[[^\]\n]{{1,60}}\])?(?:\*\*|__)?\s*:(?:\*\*|__)?(?=\s|$)\s*"
)
_LETTER = re.compile(
    r"(?P<label>Q(?=\s+(?:[\"“‘'(—–-]*[A-Z0-9]|[—–-]+\s+\w))|[QA](?=\s*[.:]\s|\)\s|\s+[—–-]{1,2}\s+[A-Z]))[.:)]?\s*(?=\S)"
)
_ASKED = re.compile(r"(?P<label>[^\W\d_a-z][^\n:.?!“”\"«»]{2,100}?\basked)\s*:\s+(?=\S)")
_STOPPED = re.compile(r"(?P<label>[^\W\d_][^\n:.“”\"«»\[\]]{2,60}?)\.\s+(?=\S)")
_PRINTED = re.compile(
    r"(?P<label>(?:The|Mr|Mrs|Ms|Dr|[A-Z][a-z]+)\.?[^\S\n]+(?:[A-Z]{2,}[A-Z’'-]*|[A-Z][a-z]?[’']?[A-Z][A-Z’'-]+))\.\s+(?=\S)"
)
_DASHED = re.compile(
    r"(?P<label>[^\W\d_a-z][^\n:.?!“”\"«»–—]{2,100}?)\s[–—-]\s+(?=[“\"]?[^\W\d_a-z])(?![^\n.?!–—]{1,40}\s[–—]\s)"
)
"""An office with its holder, or who asks or answers, before a dash: "President Ana Brook – Welcome".

Not before words between two dashes: "President Brook — Ana — when you stood here".
"""

_LETTERS_ALONE = re.compile(r"(?P<label>(?!OK\b|TV\b|US\b|UK\b|EU\b|UN\b)[A-Z]{2,3})(?:[^\S\n]{2,}|\t)(?=[^\W\d_a-z])")
"""The first letters of a name, set off by space: "AB  Good morning"."""

_THE_OFFICE = re.compile(r"(?P<label>The(?:[^\S\n]+[A-Z][a-z]+){1,3})\.\s+(?=\S)")
_LISTED = re.compile(r"[^\n.!?]*,[^\n.!?]*(?<![.!?…”\"])")
"""Who takes part, behind a word for them: "Speaker: ANA BROOK, Director"."""

_CHAIR = re.compile(
    r"(?P<name>[^\W\d_a-z][^\n,;:()]{3,60}?)\s*[(,]\s*(?:the\s+)?(?:[Cc]o-)?[Cc]hair(?:man|woman|person)?\b"
)
"""Who chairs, in what stands above: "Ana Brook (Chair)", "Hon. Carl Dale (chairman of the committee) presiding"."""

_NUMBERED = re.compile(r"\d{1,2}[.)]\s+(?=[^\W\d_a-z][^\n:]{1,60}:\s)")
"""The number before the label of a question, in what a ministry hands out: "2. |Lakeside Times: Will the ferry sail?"."""

_NOTE = re.compile(r"\s*\((?P<note>[^()]*)\)\s*$")
_ITEM = re.compile(r"(?:[-*•–·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_WORD_OF_LABEL = re.compile(r"[^\W_][\w.'’-]*")
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b")
_WORD = re.compile(r"\w+")
_INTERVIEW = re.compile(r"\binterview\b", re.IGNORECASE)

_OF_TWO_MATTERS = re.compile(r"\b(?:for|of)\s+(?:the\s+)?[A-Z][\w-]+,?\s+and\s+[A-Z][\w-]+(?:\s+Affairs)?")
"""What one office is of: "Ministry |for Europe and Foreign Affairs"."""

_GAVE_INTERVIEW = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,5})\s+(?:(?:has|have)\s+)?"
    r"(?:gave|given|granted|was\s+interviewed|answered\s+(?:the\s+)?questions)\b"
)
"""Whom what stands above an interview tells to have been asked."""


class LabelWords(WordLists):
    """`labels.toml`."""

    FILE = "labels"
    press: Words
    outlets: Words
    press_events: Words
    staff: Words
    to_who_answers: Words
    answers: Words
    moderators: Words
    no_speaker: Words
    listed: Words
    small: Words
    in_headings: Words
    offices: Words


class Turn(NamedTuple):
    """Where a turn begins: its label, without mark and note, and where its words begin. Code points, end exclusive."""

    label: tuple[int, int]
    start: int


def find_turns(
    text: str,
    blocks: Sequence[tuple[int, int]],
) -> dict[int, Turn]:
    """The blocks that begin a turn, by their number.

    Nothing is found where the text is no transcript. A label that stands alone in its block begins the turn at its end.
    """
    turns = {i: turn for i, block in enumerate(blocks) if (turn := _turn(text, *block))}
    if 0 in turns and _is_title(text, turns[0], *blocks[0]):
        del turns[0]
    named = {i: _folded(text[slice(*turn.label)]) for i, turn in turns.items()}
    names = Counter(named.values())
    certain = [i for i, turn in turns.items() if _is_certain(text[slice(*turn.label)])]
    full = [named[i] for i in certain]
    again = [i for i, name in named.items() if names[name] > 1 or _is_tail(name, full)]
    held_alone = [i for i, name in named.items() if certain and name.rsplit(maxsplit=1)[-1] in _words().offices]
    if len({*certain, *again, *held_alone}) < 2 and not any(_is_spoken(text, turns[i].start, i) for i in certain):
        return {}
    alone = tuple(f" {name}" for name in names if " " in name)
    held = {
        i: turn
        for i, turn in turns.items()
        if i in certain or i in again or _is_short(text, turn) or named[i].endswith(alone)
    }
    known = {named[i] for i in held}
    printed = any(_is_printed(text[slice(*turn.label)]) for turn in held.values())
    for i, (start, end) in enumerate(blocks):
        stopped = _STOPPED.match(text, start, end) if i not in held else None
        name = _folded(stopped["label"]) if stopped else ""
        titled = printed and _is_office_and_name(name)
        if stopped and (name in known or _is_tail(name, full) or titled) and " " in name:
            held[i] = Turn((stopped.start("label"), stopped.end("label")), stopped.end())
    return dict(sorted(held.items()))


def _is_office_and_name(name: str) -> bool:
    """Whether words are an office and one name: "King Bo"."""
    words = name.split()
    return len(words) == 2 and words[0] in _words().offices


def _is_title(text: str, turn: Turn, start: int, end: int) -> bool:
    """Whether the first block is a title with its subject before a colon: "Ruritania: Press remarks by Ana Brook"."""
    title = "\n" not in text[start:end] and not text[start:end].rstrip().endswith((".", "?", "!"))
    return title and said_by_title(text[turn.start : end]) is not None and not _is_certain(text[slice(*turn.label)])


def is_item(words: str) -> bool:
    """Whether words begin as an item of a list does: "– ", "1. ", "(a) "."""
    return _ITEM.match(words) is not None


def asks(label: str) -> bool:
    """Whether the press has the floor behind a label."""
    words, known = _spelled(label), _words().press
    if not words or is_outlet(label):
        return bool(words)
    if _press_office().fullmatch(_folded(label)):
        return False
    return words[0] in known or words[-1] in (*known, "asked") or words[0].startswith("question")


def is_press_event(title: str) -> bool:
    """Whether a title tells that the press asks: "Regular Press Conference", "Doorstep statement"."""
    return bool(re.search(rf"\b{any_of(_words().press_events)}\b", title, re.IGNORECASE))


def is_of_several(title: str) -> bool:
    """Whether a title tells that two governments are heard: "Joint press conference", "following Ruritanian-Tolvian talks"."""
    return bool(
        re.search(r"\b(?:joint|talks|with|and(?!\s+ministers\b))\b", _OF_TWO_MATTERS.sub("", title), re.IGNORECASE)
    )


def is_staff(role: str) -> bool:
    """Whether an office is that of who speaks to the press for others: "Deputy Press Secretary"."""
    return re.search(rf"\b{any_of(_words().staff)}\b", role, re.IGNORECASE) is not None


def is_of_staff(title: str) -> bool:
    """Whether a title tells that a government's own staff meet the press: "Briefing by Press Secretary Ana Brook"."""
    return (
        is_press_event(title) and is_staff(title) and not re.search(r"\b(?:joint|talks|with)\b", title, re.IGNORECASE)
    )


def staff_in(title: str) -> str:
    """The office of who meets the press, by a title that names nobody: "Briefing by the Spokesperson for the Minister"."""
    told = re.search(rf"(?:\b[A-Z][\w-]*\s+)*\b(?i:{any_of(_words().staff)})\b", title) if is_of_staff(title) else None
    return re.sub(r"^.*\b(?:Briefing|Conference)\s+", "", told[0]) if told else ""


def askers(turns: Iterable[tuple[str, str]], title: str, above: str = "") -> frozenset[str]:
    """The labels, folded, behind which the press asks where the press is named by its people: "Sidhant", "Dan Brook".

    `turns` are label and words. Such a label has no office, title and name of the event's `title` or of what stands `above`
    the first label, and most of its turns ask; somebody with an office, or named there, answers.
    """
    asking: dict[str, list[bool]] = {}
    of_outlets = set()
    for label, words in turns:
        asking.setdefault(_folded(label), []).append(bool(_asks_something().search(words)))
        if _is_of_an_outlet(label, words):
            of_outlets.add(_folded(label))
    interview = _INTERVIEW.search(title) is not None
    hosts = {label for label in asking if _is_host(label, above or title)}
    gave = [_folded(each["who"]) for each in _GAVE_INTERVIEW.finditer(above)] if interview else []
    outlets = {label for label in asking if _works_for_outlet(label)} if interview else set()
    guests = {label for label in asking if _is_guest(label) or _ends_in_name(gave, label)} - outlets
    if (
        outlets
        and not guests
        and (answering := asking.keys() - outlets - {label for label in asking if _shares_name(label, outlets)})
    ):
        return frozenset(asking.keys() - answering)
    if interview and guests:
        return frozenset(asking.keys() - guests - {label for label in asking if _shares_name(label, guests)})
    if interview and len(asking) == INTERVIEWED:
        shares = {label: sum(asked) / len(asked) for label, asked in asking.items()}
        less, most = sorted(asking, key=lambda label: shares[label])
        if shares[most] >= ASKS and 2 * shares[less] < shares[most]:
            return frozenset({most})
    if not hosts and any(map(is_outlet, asking)) and all(all(asked) for asked in asking.values()):
        return frozenset(asking)  # what a ministry hands out: each question with its paper, the answers below
    if not hosts or not is_press_event(title):
        return frozenset(of_outlets)
    names = {label.rsplit(maxsplit=1)[-1] for label in hosts}
    return frozenset(
        label
        for label, asked in asking.items()
        if label in of_outlets
        or (label not in hosts and label.rsplit(maxsplit=1)[-1] not in names and 2 * sum(asked) > len(asked))
    )


def is_outlet(label: str) -> bool:
    """Whether a label is the name of a paper, a station or an agency."""
    _, comma, behind = label.partition(", ")
    named = any(word in _words().outlets for word in _spelled(behind)) if comma else False
    return named or is_agency(label) or any(word in _words().outlets for word in _spelled(label)[-1:])


def _works_for_outlet(label: str) -> bool:
    """Whether a label names somebody with their paper or station: "Director General of Lake Television Ana Brook"."""
    return any(word in _words().outlets for word in label.replace(",", " ").split())


def _is_of_an_outlet(label: str, words: str) -> bool:
    """Whether a turn begins with who speaks and for which paper: "Dan Brook: Good evening. Dan Brook, Lakeside Television."."""
    outlet = rf"[^.?!]{{0,40}}\b{any_of(_words().outlets)}\b"
    behind = rf"\b{re.escape(label.rsplit(maxsplit=1)[-1])}\s*[,–—-]\s*(?:of\s|from\s)?{outlet}"
    called = rf"\b(?:{'|'.join(map(re.escape, label.split()))})\s+(?:of|from|with)\s+(?-i:[A-Z]){outlet}"
    return bool(re.search(rf"{behind}|{called}", words[:INTRODUCES], re.IGNORECASE))


def _is_guest(label: str) -> bool:
    """Whether somebody with an office, who is interviewed, has the floor behind a label."""
    return any(word in _words().offices for word in label.replace(",", " ").split())


def _ends_in_name(people: Iterable[str], label: str) -> bool:
    """Whether one of some people bears the last name of a label."""
    return any(who.endswith(f" {label.rsplit(maxsplit=1)[-1]}") or who == label for who in people)


def _shares_name(label: str, guests: Iterable[str]) -> bool:
    return any(label.rsplit(maxsplit=1)[-1] in guest.replace(",", " ").split() for guest in guests)


_NOBODY_KNOWN = re.compile(r"speaker\s*\d{1,2}", re.IGNORECASE)
"""Somebody whom whoever wrote it down did not know: "Speaker 1"."""


def _is_host(label: str, title: str) -> bool:
    words = [word for word in label.replace(",", " ").split() if word not in PersonWords.read().letters]
    if _NOBODY_KNOWN.fullmatch(label):
        return False
    offices = {*_words().offices, *_words().moderators, "official"}
    named = re.search(rf"\b{re.escape(words[-1])}\b", title, re.IGNORECASE) if words else None
    return bool(named) or any(word in offices or is_honorific(word) for word in words)


@cache
def _asks_something() -> re.Pattern[str]:
    return re.compile(rf"\?|\b{any_of(_words().to_who_answers)}", re.IGNORECASE)


def answers(label: str) -> bool:
    """Whether somebody answers behind a label, who is not named."""
    return _folded(label).rstrip(".") in _words().answers


def chaired_by(above: str) -> str:
    """The name of who chairs, where what stands above the first label says so; else nothing."""
    found = _CHAIR.search(above)
    words = found["name"].split() if found else []
    while words and is_honorific(words[0]):
        words.pop(0)
    return " ".join(words) if len(words) > 1 and all(looks_like_a_name(word) for word in words) else ""


def chairs(label: str) -> bool:
    """Whether whoever chairs has the floor behind a label: "Chair", "The CHAIRMAN"."""
    return re.fullmatch(r"(?:the\s+)?chair(?:man|woman|person)?\.?", _folded(label)) is not None


def moderates(label: str) -> bool:
    """Whether the host of the event has the floor behind a label."""
    words = _spelled(label)
    return bool(words) and words[-1] in _words().moderators


def hosts(turns: Iterable[tuple[str, str]], title: str) -> frozenset[str]:
    """The labels, folded, of a press office that gives others the floor: staff without a name who say less than somebody else.

    `turns` are label and words, but for those behind whose label the press asks.
    """
    said: Counter[str] = Counter()
    for label, words in turns:
        said[_folded(label)] += len(words.split())
    staff = {label for label in said if _press_office().fullmatch(label) and not is_staff(title)}
    most = max((said[label] for label in said.keys() - staff), default=0)
    return frozenset(label for label in staff if said[label] < most)


@cache
def _press_office() -> re.Pattern[str]:
    """A label of a press office and nobody’s name: "Government Press Secretary", "HARBOUR PRESS OFFICE"."""
    return re.compile(rf"(?:[\w’']+\s){{0,3}}(?:{any_of(_words().staff)}|press office(?:r)?)")


def _turn(text: str, start: int, end: int) -> Turn | None:
    number = _NUMBERED.match(text, start, end)
    if number and _asks_something().search(text, number.end(), end):
        start = number.end()
    if letter := _LETTER.match(text, start, end):
        return Turn((letter.start("label"), letter.end("label")), letter.end())
    if asked := _ASKED.match(text, start, end):
        return Turn((asked.start("label"), asked.end("label")), asked.end())
    if letters := _LETTERS_ALONE.match(text, start, end):
        return Turn((letters.start("label"), letters.end("label")), letters.end())
    if printed := _PRINTED.match(text, start, end) or _the_office(text, start, end):
        return Turn((printed.start("label"), printed.end("label")), printed.end())
    match = _LABEL.match(text, start, end) or _dashed(text, start, end)
    if not match or (_folded(match["label"]) in _words().listed and _LISTED.fullmatch(text, match.end(), end)):
        return None
    first, last = match.start("label"), match.end("label")
    if (note := _NOTE.search(text, first, last)) and note.start() > first:
        last = note.start()
    return Turn((first, last), match.end()) if _may_be_speaker(text[first:last]) else None


def _dashed(text: str, start: int, end: int) -> re.Match[str] | None:
    """A label before a dash, where it is one by itself: a dash alone proves nothing."""
    found = _DASHED.match(text, start, end)
    return found if found and _is_certain(found["label"]) and not found["label"].isupper() else None


def _is_printed(label: str) -> bool:
    """Whether a label is one as parliaments and archives print it, with a stop: "Senator BROOK", "The President"."""
    words = f"{label}. …"
    found = _PRINTED.match(words) or _the_office(words, 0, len(words))
    return found is not None and found["label"] == label


def _the_office(text: str, start: int, end: int) -> re.Match[str] | None:
    found = _THE_OFFICE.match(text, start, end)
    return found if found and found["label"].split()[-1].casefold() in _words().offices else None


def _may_be_speaker(label: str) -> bool:
    """Names begin with capitals: "Ms. Brook", "Foreign Minister Dale"; "He said" does not name."""
    words = _WORD_OF_LABEL.findall(label)
    if not words or len(words) > MOST_WORDS or words[0].casefold() in _words().no_speaker or is_item(label):
        return False
    if words[0].casefold() == "question" and words[1:2] == ["from"]:
        return True
    if any(word in _words().moderators for word in words) and words[-1][0].isupper() and label[0].isupper():
        return True  # "Plenary session moderator Ana Brook"
    if label.isupper() and any(word.casefold() in _words().in_headings for word in words):
        return False
    plain = (*_words().small, *_words().press, *_words().moderators)
    return all(word[0].isupper() or word.isdigit() or word in plain or _has_particle(word) for word in words)


def _has_particle(word: str) -> bool:
    """Whether a small word is glued to a name: "el-Brook"."""
    before, stroke, name = word.partition("-")
    return before in _words().small and stroke != "" and name[:1].isupper()


def _is_certain(label: str) -> bool:
    """Whether it is a label by itself: of who asks, answers or moderates, in capitals, or an office with its holder."""
    words = _WORD_OF_LABEL.findall(label)
    if asks(label) or answers(label) or moderates(label) or (label.isupper() and len(label) > 2):
        return True
    if _is_printed(label):
        return True
    offices = (*_words().offices, *_words().moderators)
    held = [i for i, word in enumerate(words) if word.casefold() in offices]
    return bool(held) and held[-1] + 1 < len(words)


def _is_tail(label: str, full: Sequence[str]) -> bool:
    """Whether a label is the name at the end of one with an office: "Ana Brook" after "President of Ruritania Ana Brook"."""
    return any(each.endswith(f" {label}") for each in full)


def _is_short(text: str, turn: Turn) -> bool:
    """Whether a label that stands once in a transcript is short enough to be a name."""
    return len(text[slice(*turn.label)].split()) <= NAME_WORDS


def _is_spoken(text: str, start: int, block: int) -> bool:
    """Whether what stands behind the only label of a text is said in the first person. A title is no label."""
    words = len(_WORD.findall(text, start))
    return block > 0 and words > 0 and len(_FIRST_PERSON.findall(text, start)) / words >= SPOKEN


def _spelled(label: str) -> list[str]:
    """The words of a label, folded, without a stop at its end."""
    return _folded(label).rstrip(".").split()


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _words() -> LabelWords:
    return LabelWords.read()
