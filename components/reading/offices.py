"""A step: the office that stands beside a name, "Ruritanian Foreign Minister Carl Dale"; "Ana Brook, the EU's envoy,"."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from components.model.lexicons import Groups, WordLists, Words
from components.reading.persons import folded, is_honorific

ROLE_WORDS = 10
"""A longer stretch behind a name with an office in it is no title ..."""

LONG_ROLE_WORDS = 18
"""... unless every long word of it has a capital ("Deputy Prime Minister and Minister of Foreign Affairs of Ruritania") ..."""

TITLE_WORDS = 12
"""... and before it, where nearly all of it has capitals, none longer than this."""

TITLE_REACH = 90
"""Characters before a name in which its title is looked for."""

_WORD = re.compile(r"[^\W_][\w.'’-]*")
_BEHIND = re.compile(
    r",\s+(?:the\s+|an?\s+|who is (?:the\s+|an?\s+)?)?(?P<role>(?:[^,.;:—–()\n]|\n(?!\n)){3,140}?)(?=\s?[,.;:—–()]|\n\n|$)"
)
_GAP = re.compile(r"[^\S\n]+|/")
_GAP_BEFORE_NAME = re.compile(r",?[^\S\n]+")
_WHERE = ("to", "in", "at")
_OF_SOMEBODY = frozenset({"his", "her", "their"})
"""What stands in no office: "…, spoke with her Ruritanian counterpart, …"."""

OFFICE_ALONE = re.compile(
    r"(?:\d{1,2}\.\s+)?(?:(?:Today|Yesterday|This \w+|On [A-Z][\w ]{2,25}),?\s+|(?:During|As part of|At|In) [^.,]{3,90},\s+)?"
    r"(?:The|the|A|a|An|(?=Prime Minister\b)|(?:His|Her) (?:Royal )?(?:Majesty|Highness|Excellency),?(?: the)?)\s+"
    r"(?P<office>Head of (?:State|Government)|(?:[A-Z][\w-]*\s+){0,4}[A-Z][\w-]*)(?=,?\s)"
)
"""The office with which a sentence begins, with no name behind it: "|The Prime Minister| spoke to ...", "Today the Minister"."""

_FULL_STOP = re.compile(r"(?:[^\W\d_]{4,}|[^\W\d_a-z]{2,})\.")
"""A word that ends a sentence, and is no short form: "Lt.", "U.S."."""


class OfficeWords(WordLists):
    """The lists of `offices.toml`."""

    FILE = "offices"
    offices: Words
    spouses: Words
    ranks: Words
    of_state: Words
    of_government: Words
    of_bodies: Words
    inside_a_title: Words
    sent: Words
    bodies: Words
    institutions: Words
    parts: Words
    words_of_somebody: Words
    short: Groups
    heads: Groups


@cache
def _offices() -> frozenset[str]:
    return frozenset(OfficeWords.read().offices)


def is_office(word: str) -> bool:
    """Whether a word names an office, or what somebody is."""
    plain = folded(word).removeprefix("vice-").removesuffix("-designate").removesuffix("-elect")
    return plain in _offices()


_SERVES = re.compile(r" (?:for|to) (?=[A-Z])")

_WHOSE = re.compile(r" (?:of|to|for) ")
"""What stands between an office and whose it is, or what it is of."""


def office_itself(role: str) -> str:
    """A role without whose it is, where it begins with an office: "Special Envoy" for "Special Envoy of the President"."""
    own = _WHOSE.split(role, maxsplit=1)[0]
    return own if last_office(own.split()) is not None else role


def served_by(office: str) -> tuple[str, str]:
    """Who serves somebody named by office behind it, and that office; nobody, and the words, where they are of one office.

    >>> served_by("Spokesperson for Prime Minister"), served_by("Minister for Foreign Affairs")
    (('Spokesperson', 'Prime Minister'), ('', 'Minister for Foreign Affairs'))
    >>> served_by("Envoy for Peru Ambassador")
    ('', 'Envoy for Peru Ambassador')
    """
    parts = _SERVES.split(office, maxsplit=1)
    own, words = parts[0], parts[-1].split()
    first = next((k for k, word in enumerate(words) if is_office(word)), None)
    serves = len(parts) > 1 and first is not None and is_title(" ".join(words[: first + 1])) and ends_in_office(own)
    return (own, parts[-1]) if serves else ("", office)


def is_rank(role: str) -> bool:
    """Whether a role is a rank and no more, beside which an office may stand: "Lieutenant General Ana Brook, Chief of Staff"."""
    return last_office(role.split()) is not None and folded(role).split()[-1] in OfficeWords.read().ranks


def is_deputy(words: Iterable[str]) -> bool:
    """Whether among the words of an office one tells that it is another's: "Deputy Prime Minister", "Vice-President"."""
    return any(re.split(r"\W", folded(word))[0] in ("deputy", "vice", "assistant", "under") for word in words)


def in_full(role: str) -> str:
    """The words of an office without abbreviations: "PM" is "Prime Minister"."""
    short = OfficeWords.read().short
    return " ".join(short.get(folded(word), (word,))[0] for word in role.split())


def short_of(role: str) -> list[str]:
    """The abbreviations of the office that the words of a role end with: "PM"."""
    whole = folded(role)
    return [short for short, full in OfficeWords.read().short.items() if whole.endswith(folded(full[0]))]


def ends_in_office(words: str) -> bool:
    """Whether words end with an office, or are what a text calls those of several: "Prime Minister", "Head of State"."""
    return last_office(words.split()) == len(words.split()) - 1 or folded(words) in OfficeWords.read().heads


def is_title(words: str) -> bool:
    """Whether words are those of an office and nothing else: "Principal", "Acting Foreign"."""
    inside = OfficeWords.read().inside_a_title
    return all(is_office(word) or folded(word) in inside for word in words.split())


def is_word_of_somebody(words: str) -> bool:
    """Whether words end with a noun for what somebody says: "Joint Statement" is nobody's name."""
    last = folded(words).rsplit(maxsplit=1)[-1]
    return (
        last in OfficeWords.read().words_of_somebody or last.removesuffix("s") in OfficeWords.read().words_of_somebody
    )


def is_spouse(role: str) -> bool:
    """Whether a role is that of the wife or husband of who holds an office."""
    return any(f" {office}" in f" {folded(role)}" for office in OfficeWords.read().spouses)


def is_of_institution(office: str, word: str) -> bool:
    """Whether a word still belongs to the body that an office is of: "Chief of the General |Staff", "Director of the |Sea"."""
    waits = folded(office).split()[-1:] in (["of"], ["the"])
    return waits or is_body(word) or folded(word) in OfficeWords.read().institutions


def is_head(role: str) -> bool:
    """Whether a role is that of a head of state or government: no deputy's."""
    plain = f" {folded(role)} "
    heads = OfficeWords.read().heads.values()
    return not is_deputy(role.split()) and any(f" {office} " in plain for offices in heads for office in offices)


def is_body(word: str) -> bool:
    """Whether a word names a body: "ministry"."""
    return folded(word) in OfficeWords.read().bodies


def last_office(words: Sequence[str]) -> int | None:
    """The place of the last word of the last office among words: 2 in ("the", "First", "Lady", "Brook")."""
    for i in range(len(words) - 1, -1, -1):
        if is_office(words[i]) or (i and is_office(" ".join(words[i - 1 : i + 1]))):
            return i
    return None


def office_before(text: str, end: int, tells_a_side: Callable[[str], bool]) -> str:
    """The words of one title that end at a place: capitals, "of", "for", "to the", and the office itself; or nothing.

    The capital of a word that begins a sentence tells nothing ("Likewise Foreign Minister Dale"), unless the word is
    that of a side ("Ruritanian Foreign Minister Dale").
    """
    kept: list[str] = []
    for word in reversed(list(_WORD.finditer(text, max(end - TITLE_REACH, 0), end))):
        gap = _GAP if kept else _GAP_BEFORE_NAME
        if not gap.fullmatch(text, word.end(), end) or _ends_sentence(word.group()):
            break
        plain = folded(word.group())
        if not kept and is_honorific(word.group()) and not is_office(plain) and not _is_of_two(text, word):
            end = word.start()  # "Prime Minister of Ruritania, H.E. Mr. |Carl Dale"
            continue
        known = is_office(plain) or plain in OfficeWords.read().inside_a_title or _leads_to(text, word, kept)
        joins = plain == "and" and bool(kept) and kept[0][:1].isupper() and last_office(kept) is None
        if not (known or joins or _is_of_a_title(text, word, tells_a_side)):
            break
        kept.insert(0, word.group())
        end = word.start()
    while kept and is_honorific(kept[-1]) and last_office(kept) != len(kept) - 1:
        kept.pop()
    done = (
        k
        for k, (word, joins) in enumerate(pairwise(kept))
        if is_word_of_somebody(word) and folded(joins) in ("of", "by")
    )
    del kept[: next(done, -1) + 1]  # "Working Visit of |Minister Brook"
    while kept and folded(kept[0]) in ("by", "of", "for", "the", "and", *_WHERE):
        kept.pop(0)
    return " ".join(kept) if len(kept) <= TITLE_WORDS and last_office(kept) is not None else ""


def _ends_sentence(word: str) -> bool:
    """Whether a word with a full stop ends a sentence: "today.", no "Lt.", "U.S." or "Capt."."""
    return _FULL_STOP.fullmatch(word) is not None and not is_honorific(word)


def _is_of_two(text: str, word: re.Match[str]) -> bool:
    """Whether a word ends an office of two words: "First Lady"."""
    before = text[max(word.start() - TITLE_REACH, 0) : word.start()].split()[-1:]
    return bool(before) and is_office(f"{before[0]} {word.group()}")


def _leads_to(text: str, word: re.Match[str], kept: Sequence[str]) -> bool:
    """Whether a word of a title leads to where somebody is sent: "Ambassador to Ruritania", "Adviser to the President"."""
    plain = folded(word.group())
    if plain not in _WHERE or not kept:
        return False
    before = folded(text[max(word.start() - TITLE_REACH, 0) : word.start()]).split()
    is_sent = bool(before) and before[-1] in OfficeWords.read().sent and last_office(kept) is None
    return is_sent or (plain == "to" and kept[0] == "the")


def _is_of_a_title(text: str, word: re.Match[str], tells_a_side: Callable[[str], bool]) -> bool:
    before = text[max(word.start() - 8, 0) : word.start()].rstrip()
    begins = not before or before[-1] in '.!?…:;”"'
    return word.group()[:1].isupper() and (not begins or tells_a_side(word.group()))


def office_behind(text: str, start: int) -> tuple[str, int]:
    """The office that begins at a place, ", the EU's envoy,", and where it ends; nothing where none does."""
    behind = _BEHIND.match(text, start)
    words = behind["role"].split() if behind else []
    if behind is None or last_office(words) is None or _OF_SOMEBODY & set(words[:-1]):
        return "", start
    small = (*OfficeWords.read().inside_a_title, "and")
    written_as_one = all(word[:1].isupper() or folded(word) in small for word in words)
    if len(words) > (LONG_ROLE_WORDS if written_as_one else ROLE_WORDS):
        return "", start
    return " ".join(words), behind.end()
