"""A step: what the name of a person is made of, and whether two names may be one person's.

A surname is the last word with the particles before it ("von der Halde"); titles, articles and what follows a surname
("Jr.") are no part of a name.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from components.model.kept import kept_in_thread
from components.model.lexicons import Groups, WordLists, Words

NAME_WORDS = 5
"""Words that a name has at most: "Ana Maria von der Halde"."""

_ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_NAME = re.compile(r"(?:[^\W\d_a-z]\.)?[^\W\d_a-z][^\W\d_]*(?:[-’'][^\W\d_]+)*\.?|(?i:al|el)[-’'][^\W\d_]+")
_JOINED = re.compile(r"^(al|el)[-']")
_GLUED_INITIAL = re.compile(r"\b(\w)\.(?=\w{2})")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}(?=$|[-’'])")
_MAC = re.compile(r"\b(Mc|[OD][’'])([a-z])")
_SAME_SOUND = (("ey", "i"), ("ei", "i"), ("ii", "i"), ("iy", "i"), ("yy", "i"), ("y", "i"), ("ph", "f"))
"""Spellings of one sound in names that were written in other letters: "Sergey" and "Sergei"."""


_SMALL_WORDS = frozenset("a an and at by for from in of on the to with".split())


class PersonWords(WordLists):
    """The lists of `persons.toml`."""

    FILE = "persons"
    he: Words
    she: Words
    other_titles: Words
    ranks: Words
    before_a_name: Words
    before_a_whole_name: Words
    after_a_dignity: Words
    particles: Words
    suffixes: Words
    letters: Words
    he_relatives: Words
    she_relatives: Words
    no_first_names: Words
    no_names: Words
    houses: Words
    before_a_subject: Words
    in_headlines: Words
    went: Words
    alike: Groups


_CHILD_OF = ("bin", "ibn", "bint", "ben")


class PersonName(NamedTuple):
    """A name in its parts, folded: "Ana Maria von der Halde Jr." is ("ana", "maria"), "von der halde".

    What is joined to a surname stands apart: "al-Jabari" is "al jabari".
    """

    given: tuple[str, ...]
    surname: str

    @property
    def last(self) -> str:
        """The surname without its particles."""
        return self.surname.rsplit(maxsplit=1)[-1]


def folded(words: str) -> str:
    """Words as they are compared: small letters, one kind of apostrophe, single spaces."""
    return " ".join(words.replace("’", "'").casefold().split())


@cache
def honorifics() -> Mapping[str, str]:
    """Titles before a name, with the pronoun that they tell, or nothing."""
    words = PersonWords.read()
    told = (("he", words.he), ("she", words.she), ("", (*words.other_titles, *words.ranks)))
    return {title: pronoun for pronoun, titles in told for title in titles}


@cache
def relatives() -> Mapping[str, str]:
    """Words for a relative, with their pronoun."""
    words = PersonWords.read()
    return {**dict.fromkeys(words.he_relatives, "he"), **dict.fromkeys(words.she_relatives, "she")}


def is_honorific(word: str) -> bool:
    """Whether a word is a title: "Mr.", "Dame"; "HE" in capitals is one, too."""
    return word == "HE" or folded(word).rstrip(".") in honorifics()


def initials_of(name: str) -> str:
    """The first letters of the words of a name: "AB" of Ana Brook."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w’']*", name)).upper()


def without_article(words: str) -> str:
    """Words without the article or possessive before them."""
    return _ARTICLE.sub("", words)


def without_possessive(words: str) -> str:
    """Words without the 's behind them."""
    return _POSSESSIVE.sub("", words)


def is_particle(word: str) -> bool:
    """Whether a word is a small one inside a surname: "von"."""
    return folded(word) in PersonWords.read().particles


@kept_in_thread(1_000)
def parts_of(name: str) -> PersonName:
    """A name in its parts."""
    plain = _GLUED_INITIAL.sub(r"\1. ", folded(name))
    words = " ".join(_JOINED.sub(r"\1 ", word.rstrip(",")) for word in plain.split()).split()
    while len(words) > 1 and words[-1].rstrip(".") in PersonWords.read().suffixes:
        words.pop()
    first = len(words) - 1
    while first > 0 and is_particle(words[first - 1]):
        first -= 1
    return PersonName(tuple(words[:first]), " ".join(words[first:]))


def may_be_one(name: str, other: str) -> bool:
    """Whether two names may be one person's: "Brook" and "Ana Brook", "A. Brook" and "Ana Brook"; not "Carl Brook".

    First names that share a letter are no more than that: "Joe" is not "Jill".
    """
    one, two = parts_of(name), parts_of(other)
    with_particles = {each.surname for each in (one, two) if each.surname != each.last}
    if one.last != two.last or len(with_particles) > 1 or _is_child(one, two) or _is_child(two, one):
        return False
    return not one.given or not two.given or _given_fit(one.given, two.given)


def _is_child(one: PersonName, two: PersonName) -> bool:
    """Whether a name is that of a parent with one's own before it: "Ana bint Carl Dale", of Carl Dale."""
    own = len(one.given) - len(two.given)
    return own > 1 and bool(two.given) and one.given[own:] == two.given and one.given[own - 1] in _CHILD_OF


def _given_fit(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    initials = [name.rstrip(".") for name in (one[0], two[0])]
    if any(len(initial) == 1 for initial in initials):
        return initials[0][:1] == initials[1][:1]
    sounds = {_sound(name) for name in one if len(name.rstrip(".")) > 1 and not is_particle(name)}
    if sounds & {_sound(name) for name in two}:
        return True
    return any(one[0] in group and two[0] in group for group in PersonWords.read().alike.values())


def _sound(name: str) -> str:
    """A first name as it is said, near enough to tell spellings from names."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    for spelling, sound in _SAME_SOUND:
        plain = plain.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", plain)


def looks_like_a_name(word: str) -> bool:
    """Whether a word is written as a part of a name: "Ana", "BROOK", "Brook-Dale", "J.", "von", "al-Jabari"."""
    return is_particle(word) or _NAME.fullmatch(word) is not None


def printed(name: str) -> str:
    """A name as running text prints it: "Ned PRICE" is "Ned Price", "ANA VON DER HALDE" is "Ana von der Halde".

    A word alone of three letters or fewer stays as it is: it may be an abbreviation.
    """
    words = name.split()
    if len(words) == 1 and len(name) <= 3:
        return name
    return " ".join(_printed_word(word, first=i == 0, last=i == len(words) - 1) for i, word in enumerate(words))


def in_small_letters(line: str) -> str:
    """A line that is all in capitals as one with capitals where names have them; others as they are.

    >>> in_small_letters("ANA BROOK, MINISTER FOR TRADE")
    'Ana Brook, Minister for Trade'
    """
    if not line.isupper():
        return line
    return " ".join(word.lower() if word.casefold() in _SMALL_WORDS else word.title() for word in line.split())


def _printed_word(word: str, *, first: bool, last: bool) -> str:
    small = folded(word).rstrip(".,")
    if not word.isupper() or len(small) < 2 or small in ("ii", "iii", "iv"):
        return word
    if is_particle(word) and not first and not last:
        return word.casefold()
    if not set(small) & set("aeiouy"):
        return word  # "JK": initials
    return _MAC.sub(
        lambda found: found[1] + found[2].upper(), _CAPITALS.sub(lambda run: run.group().capitalize(), word)
    )
