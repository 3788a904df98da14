"""What a text tells about itself: title, day, genre, publisher and place. Guesses, to be looked at and changed by the reader."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from components.model.intervals import parse_edtf
from components.model.lexicons import WordLists, Words, any_of
from components.model.limits import MOST_TITLE_CHARACTERS
from components.model.statements import Genre
from components.reading.dates.find import find_dates
from components.reading.genres import begins_as, said_by_title
from components.reading.imprints import DAY, said_of_its_day
from components.reading.labels import asks
from components.reading.offices import is_office
from components.reading.own_words import is_own_word
from components.reading.quotations import find_quotations
from components.reading.sections import Paragraph, Section, find_imprint, find_title, split_sections, with_headings
from components.reading.signatures import find_foot

EARLIEST = dt.date(1800, 1, 1)
"""Before it there was no press conference to read about."""

HEAD = 600
"""Characters in which an article prints its own date, its agency and its place."""

TITLE = 60
"""Characters of the beginning that stand for a title where there is none."""

BEGINS = 300
"""Characters of its first sentences, in which an account of a meeting names who met."""

ABOVE = 3
"""So many paragraphs at the top may say what stands below them, or greet those who hear it."""

GREETED = 6
"""So many paragraphs at the top, lines with place and subject among them, may stand before a greeting ends them."""

SPOKEN = 0.02
"""Share of first persons among the words from which a text without quotation marks is somebody's speech."""

ASKED = 0.15
"""Share of questions in the text, from which a speech with questions behind it is rather a press conference."""

_AGENCY = re.compile(r"^[^\n(]{2,80}\((?P<name>[A-Z][\w.&’' -]{1,40})\)\s*(?::|[–—]|-{1,2}\s)", re.MULTILINE)
_TOWN = r"[^\W\d_a-z][\w.'’-]*(?:\s(?:/\s)?[^\W\d_a-z][\w.'’-]*){0,3}"
_AGENCY_OR_DASH = r"(?:,?\s*[(/][A-Z][\w.&’' -]{1,40}[)/]\s*(?:[.:–—]|-{1,2}\s)|\s+[–—]\s)"
_DATELINE = re.compile(
    rf"^(?P<place>{_TOWN})(?:,\s+(?:(?P<day>{DAY})|[A-Z][a-z]+\.?\s\d{{1,2}}\b){_AGENCY_OR_DASH}|\s*{_AGENCY_OR_DASH})"
    rf"|^(?P<dated>{_TOWN}),\s+(?P<on>{DAY})[.:]\s|^(?P<alone>{DAY}){_AGENCY_OR_DASH}",
    re.MULTILINE,
)
"""A place before a day, an agency or a dash, where a report begins: "OSLO, May 4 (Reuters) —", "Lakeside, 4 May 2020. ".

Or a day alone: "4 May 2020 — ".
"""
_SENTENCE = re.compile(r"[.…:;,][\"'”’»)\]]*$")
"""How a line ends that is a sentence, or goes on: a headline may ask, but has no full stop."""

_WORD = re.compile(r"\w+")


class DetailWords(WordLists):
    """What a list is for is told in its file."""

    FILE = "details"

    first_persons: Words
    meeting: Words
    issued: Words
    greetings: Words
    houses: Words
    held: Words
    received: Words


_FIRST_PERSON = re.compile(rf"\b{any_of(DetailWords.read().first_persons)}\b")
_AFTER_MEETING = re.compile(
    r"(?!.{0,200}\bjoint\b)(?:.{0,100}\bstatement\b.{0,100}\b(?:following|after)|communiqu[eé]\s+on)\s+(?:an?|his|her|the|their)\s+"
    r"(?:\w+\s+){0,2}(?:call|meeting|conversation|talks)\s+(?:with|between)\b",
    re.IGNORECASE,
)
"""How a statement is titled that may be an account: "Statement by the Premier following a call with ..."."""

_OCCASION = re.compile(r"\s(?:on|at|in|before|after|during|to|for|following|marking)\s", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:and|with)\b|,", re.IGNORECASE)
_OF_SEVERAL = re.compile(r"\bwe,? (?:the|[—–-])|\bwe, ", re.IGNORECASE)
_ISSUED = re.compile(rf"\b{any_of(DetailWords.read().issued)}\b", re.IGNORECASE)
_OF_AN_OFFICE = re.compile(
    r"(?:(?:press|media)\s+)?(?:communiqu[ée]|statement|release|announcement)(?:\s+(?:of|from|by|issued by)\s+the\s+[\w ]*"
    r"(?:office|court|cabinet|presidency|palace|household))?",
    re.IGNORECASE,
)
"""A title that tells who publishes, and nothing of what: "Communiqué of the Royal Office", "Media statement"."""
_SINGULAR = re.compile(r"\b(?:I|my)\b")
_INTRODUCED = re.compile(
    rf"^(?:{_TOWN}|[^\W\d_a-z][^\n.:;!?]{{3,90}}?)\s(?:said|says|added|commented):\s*$", re.MULTILINE
)
"""A line alone that gives somebody the word, as a government's release to the press does: "Foreign Minister Ana Brook said:"."""
_GREETS = re.compile(rf"\s*{any_of(DetailWords.read().greetings)}")
_TO_A_HOUSE = re.compile(
    rf"\bstatement\b.*\b(?:to|in|before)\s+(?:the\s+)?(?:\w+\s+)?{any_of(DetailWords.read().houses)}\b", re.IGNORECASE
)
"""A statement that is made in a room: "Statement by the Minister to Parliament"."""
_BY = re.compile(r"\s+(?:as\s+)?(?:by|from|of|given|delivered|made)\b", re.IGNORECASE)


class Details(NamedTuple):
    """What was guessed. `published` is None where the text names no day."""

    title: str
    published: dt.date | None
    genre: Genre
    publisher: str = ""
    place: str = ""


def guess_details(
    text: str,
    *,
    today: dt.date,
    title: str = "",
    published: dt.date | None = None,
    publisher: str = "",
    place: str = "",
) -> Details:
    """Guess title, day, genre, publisher and place; those that are given are what its file says, and go first.

    A day after `today` or before `EARLIEST` is no day of publication; a title or publisher that is longer than one may be
    is a paragraph that was put into the wrong place.
    """
    days = (published, _published(text, today))
    day = next((day for day in days if day and EARLIEST <= day <= today), None)
    titles = (title, find_title(text), _headline(text))
    publishers = (publisher, house_of(text), _agency(text))
    named = _first_name(titles)
    places = (place, place_of(text))
    return Details(named or _beginning(text), day, genre_of(text, named), _first_name(publishers), _first_name(places))


def _first_name(names: Sequence[str]) -> str:
    """The first one that can be a name: nothing is cut to make it one."""
    return next((name for name in names if name and len(name) <= MOST_TITLE_CHARACTERS), "")


def _headline(text: str) -> str:
    """The line at the top, where it is longer than a section's heading, or asks or shouts, and is no sentence all the same."""
    paragraphs = [paragraph for section in split_sections(text) for paragraph in section.paragraphs]
    if len(paragraphs) < 2 or paragraphs[0].label is not None:
        return ""
    line = text[paragraphs[0].start : paragraphs[0].end]
    return line if _is_line(line) else ""


def _beginning(text: str) -> str:
    """The first words, where nothing stands above them as a title."""
    words = " ".join(text[:HEAD].split())
    return words if len(words) <= TITLE else words[:TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _published(text: str, today: dt.date) -> dt.date | None:
    """The first whole day that stands where a text prints its own; a day in the body is one that it tells of.

    That is an imprint, a dateline, a sentence at the head that calls the day its own, the title or another line above the
    first sentence.
    """
    head = text[:HEAD]
    printed = [each.day for each in find_imprint(text)]
    dateline = _DATELINE.search(head)
    printed += [day for day in dateline.group("day", "on", "alone") if day] if dateline else []
    printed += [found["day"] for found in said_of_its_day().finditer(head)]
    return next((day for words in (*printed, *_head_lines(text)) if (day := _first_day(words, today))), None)


def _head_lines(text: str) -> list[str]:
    """The lines above the first sentence: title, by-line and the like."""
    sections = split_sections(text)
    title = [slice(*section.heading) for section in sections[:1] if section.heading]
    paragraphs = [paragraph for section in sections[:1] for paragraph in section.paragraphs]
    above = takewhile(lambda each: not each.label and _is_line(text[each.start : each.end]), paragraphs)
    return [text[place] for place in (*title, *(slice(each.start, each.end) for each in above)) if place.start < HEAD]


def _is_line(words: str) -> bool:
    """Whether a paragraph is a line, and no sentence: a headline may ask."""
    return "\n" not in words and not _SENTENCE.search(words)


def _first_day(words: str, today: dt.date) -> dt.date | None:
    for mention in find_dates(words, reference=today):
        when = parse_edtf(mention.edtf)
        first, last = when.first, when.last
        if mention.how == "stated" and first and first == last and first <= today:
            return first
    return None


def house_of(text: str) -> str:
    """Who hands out a text by a line of its own at the head: "Ministry of Fisheries"."""
    return next((each.publisher for each in find_imprint(text) if each.publisher), "")


def _agency(text: str) -> str:
    """The agency in the dateline: "Lakeside, 4 May 2020 (TDI): …", "LAKESIDE (Example News) — …"."""
    found = _AGENCY.search(text, 0, HEAD)
    return found["name"] if found else ""


def place_of(text: str) -> str:
    """The place in a line of its own at the head of the text, or in the dateline."""
    if alone := next((each.place for each in find_imprint(text) if each.place), ""):
        return alone
    found = _DATELINE.search(text, 0, HEAD)
    place = (found["place"] or found["dated"] or "") if found else ""
    return place.title() if place.isupper() else place


def genre_of(text: str, title: str) -> Genre:
    """The kind of a text: what its title says, as far as its turns, its quotations and its persons do not tell otherwise."""
    sections = split_sections(text)
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    turns = [paragraph for paragraph in paragraphs if paragraph.label is not None]
    said = said_by_title(title, in_turns=bool(turns)) or _said_above(text, with_headings(sections))
    if turns:
        alone = said == "speech" and not _SEVERAL.search(_OCCASION.split(title, maxsplit=1)[0])
        return "speech" if alone and _share_of_press(text, paragraphs) < ASKED else "transcript"
    greets = any(_GREETS.match(text, each.start, each.end) for each in paragraphs[:GREETED])
    if said == "declaration" and (greets or _TO_A_HOUSE.search(title)):
        return "speech"  # a statement that is made to those who hear it
    if said == "declaration" and _OF_AN_OFFICE.fullmatch(title) and _meeting().search(text, 0, 2 * HEAD):
        return "readout"  # "Communiqué of the Royal Office": its account of a meeting
    if said == "declaration" and _AFTER_MEETING.match(title) and _share_of_first_persons(text) < SPOKEN:
        return "readout"  # "Statement following a call with ...", told as an account of it
    if said in ("declaration", "readout", "speech"):
        return said
    quoted = find_quotations(text, [(p.start, p.end) for p in paragraphs])
    first_persons = 0 if quoted else _share_of_first_persons(text)
    if _INTRODUCED.search(text):
        return "news"
    written = not quoted and not greets and not _SINGULAR.search(text)
    if first_persons >= SPOKEN:
        return "declaration" if written or _OF_SEVERAL.search(text, 0, HEAD) else "speech"
    if _meeting().search(text, 0, 2 * HEAD):
        return "readout"
    own = written and (is_own_word(text) or _is_signed(text, sections))
    return "declaration" if own else "news"


def _share_of_first_persons(text: str) -> float:
    """The share of first persons among the words of a text, 0 to 1."""
    return len(_FIRST_PERSON.findall(text)) / max(len(_WORD.findall(text)), 1)


def is_account(text: str, title: str) -> bool:
    """Whether news is a government's of its own meeting, and told as a readout is: it begins with somebody in office who met."""
    words = _WORD.findall(text[:BEGINS])
    in_office = any(is_office(word) or (word[:1].isupper() and is_office(word.removesuffix("s"))) for word in words)
    return in_office and genre_of(text, title) == "readout"


def _is_signed(text: str, sections: Sequence[Section]) -> bool:
    """Whether an office-holder signed a text, or a body says at its foot that it issued it."""
    foot = find_foot(text, with_headings(sections))
    return foot is not None and bool(foot.name or foot.office)


def _said_above(text: str, blocks: Sequence[tuple[int, int]]) -> Genre | None:
    """What the first paragraphs say of the kind: "Speech by …" at the head of one, "MEDIA STATEMENT" alone, or who issued it."""
    for start, end in blocks[:ABOVE]:
        words = text[start:end]
        if len(words) > HEAD:
            return None
        if (begun := begins_as(words)) and (_BY.match(words, begun[1]) or not words[begun[1] :].strip(" :")):
            return begun[0]
        if _ISSUED.search(words):
            return "declaration"
    return None


def _share_of_press(text: str, paragraphs: Sequence[Paragraph]) -> float:
    """The share of the letters of all turns in which the press asks, 0 to 1. A turn goes on to the next label."""
    asking, asked, whole = False, 0, 0
    for paragraph in paragraphs:
        if paragraph.label:
            asking = asks(text[slice(*paragraph.label)])
        whole += paragraph.end - paragraph.start
        asked += (paragraph.end - paragraph.start) * asking
    return asked / max(whole, 1)


@cache
def _meeting() -> re.Pattern[str]:
    """How a text tells that people met: in words of a list, as "held a call", or as its first sentence's "spoke with"."""
    return re.compile(
        rf"\b{any_of(DetailWords.read().meeting)}\b"
        r"|\b(?:held|had|hosted)\s(?:(?:a|an|his|her|their)\s(?:[a-z-]+\s){0,3}|(?:official|bilateral|extensive|detailed)\s)?"
        rf"{any_of(DetailWords.read().held)}s?\b"
        r"|\A[^.\n]{0,200}\b(?:talks|[Cc]onsultations|dialogue)\b[^.\n]{0,120}\b(?:(?:was|were) held|took place)\b"
        r"|\A[^.\n]{0,160}\b(?:spoke|met|talked)\b[^.\n]{0,60}\bwith\b"
        r"|\A[^\n]{0,200}\b(?:hosted|gave)\san?\s(?:[a-z]+\s)?(?:reception|dinner|lunch|luncheon|banquet)\s"
        r"(?:for|in honou?r of)\b"
        r"|\A(?:[^\n]{0,160}\n\s*)?[^\n]{0,200}\bpaid\s(?:a|an|his|her)\s(?:[a-z-]+\s){0,3}call\son\b"
        r"|\A(?:[^\n]{0,160}\n\s*)?[^\n]{0,200}\breceived\s(?:(?:on|at|in)\s[^\n;]{3,90},\s)?(?:[a-z]+\s){0,3}(?:[A-Z][\w.’'-]*,?\s|of\s|the\s|and\s|his\s|her\s){0,9}"
        rf"{any_of(DetailWords.read().received)}s?\b"
        r"|\A(?:[^\n]{0,160}\n\s*)?[^\n]{0,220}\b(?:conversation|talks|meeting|call)\swith\s(?:his|her)\s[\w-]+\scounterpart\b"
        r"|\A(?:[^\n]{0,160}\n\s*)?[^\n]{0,240}\b(?:during|in|for)\s(?:bilateral\s|official\s)?talks\s(?:in|with|at|on)\b",
        re.IGNORECASE,
    )
