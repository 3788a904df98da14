"""Whether the words around an expression tell what was or what is to come.

There is no parse where dates are read: the tense is that of the nearest verb, as far as its form tells it. The nearest is
the last one before the expression in its clause, else the first one behind it, else the last or first one of the
sentence. A verb of saying has the day that stands right behind it; of what is said it tells nothing ("Dale said talks
in April will be hard").
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from components.model.lexicons import WordLists, Words, any_of
from components.reading.dates.told import text_before

Tense = Literal["past", "due", "ahead", ""]
"""What was; what was to come, then; what is to come, now; and what no verb tells."""


class TenseWords(WordLists):
    """What a list is for is told in its file."""

    FILE = "tense"

    ahead: Words
    due: Words
    past: Words
    said: Words
    told: Words
    participles: Words
    infinitives: Words
    was_to: Words
    no_past: Words
    no_verb_behind: Words
    no_ed_behind: Words


class _Verb(NamedTuple):
    """A verb in a stretch of text, and where it ends there. `says` is a verb of saying."""

    tense: Tense
    end: int
    says: bool


_WORDS = TenseWords.read()
_BEFORE, _AFTER = 100, 60
"""How many characters are looked at: about a clause of news."""

_SENTENCE_END = re.compile(
    r"[!?;\n]|(?<!\b[A-Z])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)(?<!\b[A-Z]\w{3})\.(?=[\"”’')]*\s+[^\W\d_a-z])"
)
"""Not behind a short word with a capital, which may be an abbreviation: Gov., Sept."""
_CLAUSE_END = re.compile(
    r"[,:()“”\"—]|\s[–-]\s|\b(?:that|which|who|whom|when|where|while|and|but|because|although|if)\b"
)
_VERB = re.compile(
    rf"(?P<ahead>\b{any_of(_WORDS.ahead)}\b|['’]ll\b)|(?P<due>\b{any_of(_WORDS.due)}\b)|(?P<says>\b{any_of(_WORDS.said)}\b)"
    rf"|(?P<past>\b{any_of(_WORDS.past)}\b|\bha(?:s|ve)\s(?:[a-z]+ly\s|not\s|also\s)?(?:{any_of(_WORDS.participles)}\b|[a-z]+ed\b))"
    rf"|\b(?P<infinitive>to\s{any_of(_WORDS.infinitives)})\b|\b(?P<regular>[a-z-]{{2,}}ed)\b"
)
_TENSES: dict[str, Tense] = {"ahead": "ahead", "due": "due", "infinitive": ""}
_DAY_OF_SAYING = re.compile(
    rf"\s+(?:{any_of(_WORDS.told)}\s+)?(?:(?:late|early|earlier|again)\s+)?(?:(?:on|in|at|by|the)\s+)*"
)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:the\s+)?$")
_OF = re.compile(r"\bof\s+(?:the\s+)?$")
_LAST_WORD = re.compile(r"[\w-]+(?=\s+$)")


def tense_of(match: re.Match[str]) -> Tense:
    """The tense of what happens at the time of an expression."""
    before = _SENTENCE_END.split(text_before(match, _BEFORE))[-1]
    after = _SENTENCE_END.split(match.string[match.end() : match.end() + _AFTER])[0]
    if _UNTIL.search(before):
        return "due"
    if _OF.search(before):
        return ""  # "the talks of 3 May" are of no verb
    clause, rest = _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(after)[0]
    *_, last = None, *_verbs(clause)
    if last and not (last.says and not _DAY_OF_SAYING.fullmatch(clause, last.end)):
        return last.tense
    in_order = (*_verbs(rest), *([last] if last else ()), *reversed(list(_verbs(before))), *_verbs(after))
    return next((verb.tense for verb in in_order), "")


def is_ahead(match: re.Match[str]) -> bool:
    """Whether it was to come, or is."""
    return tense_of(match) in ("due", "ahead")


def _verbs(stretch: str) -> Iterator[_Verb]:
    """The verbs of a stretch that tell a tense, in order."""
    for found in _VERB.finditer(stretch):
        if not _is_no_verb(found):
            yield _Verb(_TENSES.get(found.lastgroup or "", "past"), found.end(), bool(found["says"]))


def _is_no_verb(found: re.Match[str]) -> bool:
    """Whether a form tells no tense: an adjective ("the disputed vote"), or the half of a verb ("be held", "had to leave")."""
    word_before = _LAST_WORD.search(found.string[: found.start()])
    behind = word_before[0].lower() if word_before else ""
    if found["infinitive"]:
        return behind in _WORDS.was_to
    if found["regular"]:
        return found["regular"] in _WORDS.no_past or behind in (*_WORDS.no_verb_behind, *_WORDS.no_ed_behind)
    return bool(found["past"]) and behind in _WORDS.no_verb_behind
