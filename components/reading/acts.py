"""A step: what a speaker does by a statement, as the words of saying tell it: asks, promises, criticises, rejects.

The verb tells it ("urged": asks for), with "not" perhaps another one ("did not agree": rejects). Some verbs only open it
("expressed", "underscored"): what stands right behind decides ("concern": criticises). A second verb of the same subject is
heard too ("thanked him and urged ..."). Words that the lists do not have tell no act.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from components.model.acts import ActVerb, act_verbs
from components.model.lexicons import Groups, WordLists, any_of
from components.reading.verbs import forms_of

REACH = 110
"""Characters behind a verb that opens an act, in which what decides it is looked for."""

BEFORE = 24
"""Characters before a verb in which it is denied: "did not also agree"."""

ACTS_OF_ONE = 2
"""Acts of one statement: of the main clause, and of a second one."""

PHRASE_WORDS = 5
"""Words of the verb that are shown; of a longer one the first."""

_DENIED = re.compile(
    r"\b(?:not|never|no longer|refused to|declined to)\s+(?:\w+ly\s+)?$|n['’]t\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been)\s+(?:\w+\s+)?$")
_SECOND = re.compile(r"(?:,\s*(?:and\s+)?|\band\s+)(?:also\s+|then\s+|again\s+|further\s+|\w+ly\s+)?(?P<verb>[a-z]+)\b")
_WORD = re.compile(r"[^\W\d_]+")


class ActWords(WordLists):
    """`act-words.toml`."""

    FILE = "act-words"
    forms: Groups
    objects: Groups


class Deed(NamedTuple):
    """What a speaker does: the words of saying as they stand, and its acts by id, the main one first."""

    verb: str = ""
    acts: tuple[str, ...] = ()


def find_deed(text: str, verb: tuple[int, int] | None, end: int) -> Deed:
    """What the verb of saying at a place tells, in a sentence that goes on to `end`; without a verb, nothing."""
    if verb is None:
        return Deed()
    first = _read(text, verb[0], end)
    if first is None:
        return Deed(text[slice(*verb)].casefold())
    words, act = first
    found = [act] if act else []
    for joined in _SECOND.finditer(text, words[1], end):
        second = _read(text, joined.start("verb"), end)
        if second and second[1] and _is_past(text, verb) and _is_past(text, joined.span("verb")):
            found.append(second[1])
    if len(set(found)) > 1:
        found = [each for each in found if each != "state"]
    said = text[slice(*words)].casefold()
    short = said if len(said.split()) <= PHRASE_WORDS else text[slice(*verb)].casefold()
    return Deed(" ".join(short.split()), tuple(dict.fromkeys(found))[:ACTS_OF_ONE])


def verb_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The last verb of saying in the words that attribute, None where no list has one: "told" in "Dale told reporters"."""
    verbs = [word.span() for word in _WORD.finditer(text, start, end) if word.group().casefold() in _by_form()]
    return verbs[-1] if verbs else None


def _read(text: str, start: int, end: int) -> tuple[tuple[int, int], str] | None:
    """The words of saying that begin at a place, with what they tell; None where no list has them."""
    form = _WORD.match(text, start, end)
    entries = _by_form().get(form.group().casefold(), ()) if form else ()
    for behind, row in entries:
        if form and (found := behind.match(text, form.end(), end)):
            words = (start, found.end())
            return words, _act(text, row, words, end)
    return None


def _act(text: str, row: ActVerb, words: tuple[int, int], end: int) -> str:
    start, behind = words
    if _DENIED.search(text, max(start - BEFORE, 0), start):
        return row.denied
    if not row.opens:
        return row.act
    back = max(start - REACH, 0)
    before = back if _PASSIVE.search(text, back, start) else start
    decides = _object_in(text[behind : min(behind + REACH, end)]) or _object_in(text[before:start])
    return _act_of_object()[decides] if decides else row.act


def _object_in(words: str) -> str:
    """The first object in some words, in small letters: in these it is found much faster than without regard to case."""
    found = _objects().search(words.casefold())
    return " ".join(found.group().split()) if found else ""


def _is_past(text: str, verb: tuple[int, int]) -> bool:
    """Whether a verb is told as done: of two that are joined both are, or the second belongs to what was said."""
    word = text[slice(*verb)].casefold()
    return word.endswith("ed") or word in _irregular()


@cache
def _by_form() -> Mapping[str, tuple[tuple[re.Pattern[str], ActVerb], ...]]:
    """By every form of its verb, what stands behind the verb in the words that begin with it, the longest first."""
    entries: dict[str, list[tuple[re.Pattern[str], ActVerb]]] = {}
    for row in sorted(act_verbs(), key=lambda each: -len(each.words)):
        verb, _, rest = row.words.partition(" ")
        behind = re.compile("".join(rf"\s+{word}" for word in rest.split()) + r"\b", re.IGNORECASE)
        for form in (*forms_of(verb), *ActWords.read().forms.get(verb, ())):
            entries.setdefault(form, []).append((behind, row))
    return {form: tuple(rows) for form, rows in entries.items()}


@cache
def _irregular() -> frozenset[str]:
    return frozenset(form for form in _by_form() if not form.endswith(("ing", "s", "ed"))) - {
        row.words.split()[0] for row in act_verbs()
    }


@cache
def _objects() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_act_of_object())}\b")


@cache
def _act_of_object() -> Mapping[str, str]:
    return {word: act for act, words in ActWords.read().objects.items() for word in words}
