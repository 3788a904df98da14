"""A step: who the people and bodies are that a text speaks of, and who bears a name.

Names come from the parse, offices from the words beside them (`offices`). The codebook's actors keep their ids; others get
one made from their surname. Two mentions of one last name are one person, because that is how newspapers write, unless
their first names or titles differ (`persons`).
"""

import bisect
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from components.model.ids import first_free, slug
from components.model.lexicons import any_of
from components.reading.holders import is_holder, side_of_holder, surname_last
from components.reading.offices import (
    in_full,
    is_body,
    is_deputy,
    is_office,
    is_rank,
    is_spouse,
    is_title,
    is_word_of_somebody,
    last_office,
    office_before,
    office_behind,
    office_itself,
    served_by,
    short_of,
)
from components.reading.persons import (
    PersonWords,
    folded,
    honorifics,
    is_honorific,
    is_particle,
    may_be_one,
    parts_of,
    printed,
    relatives,
)
from components.reading.pronouns import Pronouns, as_subject, is_pronoun
from components.reading.sides import Sides
from components.reading.whole_names import Named, WholeNames, parted

SEVERAL_REACH = 200
"""Characters before a name in which several are told to hold one office each: "The Ministers of Ruritania, Ana Brook, and"."""

TITLE_REACH = 16
"""Characters before a name in which a title or a relative is looked for: "his grandmother, "."""

DIGNITY_REACH = 60
"""Characters before a name in which a dignity is looked for: "His Royal Highness Sheikh "."""

RESERVED = frozenset({"reporter", "unknown", "moderator"})
"""Ids with a meaning of their own: the writer of the article, and the one who was not found."""

INITIAL = 2
"""Letters of an initial with its stop."""

NAME_REACH = 80
"""Characters before an office in which a name begins that it may stand behind."""

_GOES_ON = re.compile(r"-[a-z]")
"""How a place goes on of which the parse took the beginning for a name: "Brook|-on-Sea"."""

_CAPITAL = re.compile(r"[^\S\n]+[A-Z]")
_WORD_BEHIND = re.compile(r"[^\S\n]+(?P<word>[A-Z][\w-]+),")
"""The last word of an office whose holder is named behind the comma: "the Deputy Harbour Relief| Coordinator,| Ana Brook"."""

_OF_AN_OFFICE = re.compile(r"(?:of|for)\s")
"""What is left of an office that the parse took for a name: "Minister |of Finance"."""

_ARTICLE = re.compile(r"\b[Tt]he\s+$")

_NOISE = re.compile(r"[(\[]\w+[.!][)\]]")
"""A word of a stage direction, which the parse takes for a name: "(Laughter.)"."""

_MINISTER_OF = re.compile(r"\bMinister (?:for|of) (?:the )?(?P<what>[A-Z]\w+)(?: Affairs)?\b")
"""An office that is told in another order, too: "Minister for Foreign Affairs" is "Foreign Minister"."""

_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\.?,?\s+$")


_OF_SEVERAL = re.compile(
    r"\b(?:[Mm]inisters|[Pp]residents|[Ll]eaders|[Hh]eads|[Aa]mbassadors)\b[^.;]{0,120}?\b(?:of|and)\s+(?:the\s+)?"
    r"(?P<of>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}),\s+$"
)
"""Several who hold one office each, and the country of the one whose name follows."""


class Person(NamedTuple):
    """Somebody known: `id`, `name`, `role`, and the names by which texts speak of them. `kind` as in `Named`."""

    id: str
    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = "person"


class Meant(NamedTuple):
    """Whom a mention means. `sure` is False where it was a pronoun, or an office or surname that several hold."""

    id: str
    sure: bool


class People:
    """The people and bodies of one text, met name by name, in the order of the text."""

    def __init__(
        self,
        text: str,
        names: Sequence[Named],
        known: Sequence[Person] = (),
        groups: Mapping[str, Iterable[str]] | None = None,
        title: str = "",
        settled: Iterable[str] | None = None,
    ) -> None:
        """`known` are met before the text is; name and role of those that are `settled`, all if it is None, stay as they are."""
        self.text = text
        self.title = title
        self.sides = Sides(groups)
        self.day: dt.date | None = None
        """The day of the text, on which somebody is in office; None where it does not matter."""
        self.issuer = ""
        """Whose text it is, where that is known: the side of who publishes it, and of its own people."""
        self.own: set[str] = set()
        """The issuer's own people, of whom the text need not say for whom they speak."""
        self._of: dict[str, str] = {}
        self._recent: list[str] = []
        """Who had the word, the latest last."""
        self.people: dict[str, Person] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_first_name: dict[str, list[str]] = {}
        self._by_inner: dict[str, list[str]] = {}
        self._named: list[tuple[int, str]] = []
        self._pronouns = Pronouns()
        self._settled = {person.id for person in known} if settled is None else set(settled)
        for person in known:
            self._learn(person)
        self._whole = WholeNames(text, title, self.sides)
        self._places = self._whole.places(names)
        self._starts = [name.start for name in self._places]
        for name in self._places:
            self._meet(name)

    # --- Learning ---

    def _learn(self, person: Person) -> None:
        self.people[person.id] = person
        for alias in (person.name, *person.aliases):
            self._name(alias, person.id)
        if person.kind == "person":
            self._learn_parts(person)
        if person.role:
            self._learn_role(person.id, person.role)

    def _learn_parts(self, person: Person) -> None:
        """A surname, with its particles and without, and a first name alone mean who bears them."""
        parts = parts_of(person.name)
        self._name(parts.surname, person.id)
        self._name(parts.last, person.id)
        for name in parts.given or (parts.surname,):
            _file(self._by_first_name, name, person.id)
        for name in _inner(person.name):
            _file(self._by_inner, folded(name), person.id)

    def _name(self, name: str, id: str) -> None:
        _file(self._by_name, folded(name), id)

    def _learn_role(self, id: str, role: str) -> None:
        """An office names its holder, whole ("Ruritanian Foreign Minister") and without what stands before it."""
        words = office_itself(role).split()  # no "Special Representative of the President" is the President
        last = last_office(words)
        if last is None:
            return
        for first in range(last + 1):
            if not is_deputy(words[:first]) or words[first:] == words[-1:]:
                self._name(" ".join(words[first : last + 1]), id)  # no "Deputy Prime Minister" is "the Prime Minister"
        self._name(role, id)
        if of_what := _MINISTER_OF.search(role):
            self._name(f"{of_what['what']} Minister", id)
        for short in short_of(role):
            self._name(short, id)

    def _meet(self, name: Named) -> None:
        """Take note of a name: somebody new, or somebody known with more of their name or office."""
        if _NOISE.fullmatch(self.text[max(name.start - 1, 0) : name.end + 2]):
            return
        name, office = self._whole.whole(name)
        is_person = name.kind == "person"
        titles, words = self._parted(name.start, name.end)
        words = _name_in(words) if name.kind == "person" else words
        if not words or _OF_AN_OFFICE.match(words) or is_pronoun(words):
            return
        if is_person and (is_title(words) or is_word_of_somebody(words) or self._is_verb_of_headline(words, name.end)):
            return
        if is_person and (words.islower() or self._has_article(name.start, words, titles)):
            return  # "maize and millet", "the Sahel"
        if (
            is_person
            and " " not in words
            and not titles[1:]
            and (
                _went_to().search(self.text, max(name.start - TITLE_REACH, 0), name.start)
                or _GOES_ON.match(self.text, name.end)
            )
        ):
            return  # "who was visiting Lakeside"
        behind = _WORD_BEHIND.match(self.text, name.end) if is_person and titles else None
        if behind and is_office(behind["word"]):
            return  # "the Deputy |Harbour Relief| Coordinator, Ana Brook"
        if is_person and (
            folded(words).split()[-1] in PersonWords.read().no_names or self._is_a_country(words, titles)
        ):
            return
        role = (self._role_beside(name, words) or office) if is_person else ""
        titles = [*titles, *folded(role).split()[-1:]]
        bearers = self._bearers(words, name.kind, titles)
        id = self._choose(bearers, name.start) if bearers else self._introduce(words, name.kind)
        if is_person:
            if not self.is_person(id) and len(words.split()) > 1 and not self.sides.of_whole(words):
                self._learn(self.people[id]._replace(kind="person"))  # the parse took it for a body elsewhere
            self._complete(id, words)
            self._take_role(id, role)
            side = self.sides.behind(self.text, name.end) or self.sides.before(self.text, name.start)
            if side := side or self._side_of_several(name.start):
                self._of.setdefault(id, side)
        self._named.append((name.start, id))
        self._pronouns.titled(id, _told_by(titles) or self._told_by_dignity(name.start))

    def _side_of_several(self, start: int) -> str:
        """The country before a name among several: "The Ministers of Ruritania, Ana Brook, and Tolvia, |Carl Dale"."""
        told = _OF_SEVERAL.search(self.text, max(start - SEVERAL_REACH, 0), start)
        return self.sides.of_whole(told["of"]) if told else ""

    def _has_article(self, start: int, words: str, titles: Sequence[str]) -> bool:
        """Whether one word without a title stands behind an article, as no name of a person does."""
        return " " not in words and not titles[1:] and _ARTICLE.search(self.text, max(start - 5, 0), start) is not None

    def _is_verb_of_headline(self, words: str, end: int) -> bool:
        """Whether one word is the verb of a headline in capitals: "Crown Prince |Holds| Talks"."""
        return folded(words) in PersonWords.read().in_headlines and _CAPITAL.match(self.text, end) is not None

    def _is_a_country(self, words: str, titles: Sequence[str]) -> bool:
        """Whether what the parse took for a person is one word that means a country or capital, and none is a name."""
        return " " not in words and not any(is_honorific(title) for title in titles) and self.sides.is_word(words)

    def _parted(self, start: int, end: int) -> tuple[list[str], str]:
        """The titles of a name that stands at a place, before it and at its head, and the name without them."""
        titles, words = parted(self.text[start:end])
        before = _WORD_BEFORE.search(self.text, max(start - TITLE_REACH, 0), start)
        return [folded(before["word"]), *titles] if before else titles, words

    def _told_by_dignity(self, start: int) -> str:
        """The pronoun that a dignity before a name tells: "Her Excellency Dr. |Ana Brook"."""
        dignity = _dignity().search(self.text, max(start - DIGNITY_REACH, 0), start)
        return as_subject(dignity["whose"].casefold()) if dignity else ""

    def _introduce(self, words: str, kind: str, role: str = "") -> str:
        """Somebody new. Returns their id."""
        name = surname_last(printed(self._capitals_last(words))) if kind == "person" else words
        id = self._new_id(name, kind)
        self._learn(Person(id, name, role, (words,), kind=kind))
        return id

    def _capitals_last(self, words: str) -> str:
        """A name with the surname behind, where capitals tell that it stands before: "BROOK Ana" is "Ana BROOK"."""
        first, *others = words.split()
        told = len(first) > 1 and first.isupper() and first.isalpha() and not any(word.isupper() for word in others)
        return " ".join((*others, first)) if told and others and not self.sides.of_whole(first) else words

    def _complete(self, id: str, words: str) -> None:
        """Of somebody not known beforehand a longer name is a better one: "Brook" is "Ana Brook"."""
        person = self.people[id]
        if id not in self._settled and len(words.split()) > len(person.name.split()):
            self._learn(person._replace(name=printed(words), kind="person"))

    def _take_role(self, id: str, role: str) -> None:
        person, role = self.people[id], in_full(role)
        if role:
            self._learn_role(id, role)
            if id not in self._settled and self._tells_more(role, person.role):
                self.people[id] = person._replace(role=role)

    def _role_beside(self, name: Named, words: str) -> str:
        """The office beside a name: before it, "Ruritanian Foreign Minister(,)", or after it, ", the EU's envoy,"."""
        start = self.text.find(words.split(maxsplit=1)[0], name.start, name.end)  # behind the offices at its head
        before = office_before(self.text, max(start, name.start), self.sides.is_word)
        before = "" if self._is_office_and_name(before) else served_by(before)[1]
        role, end = office_behind(self.text, name.end)
        if before and not is_rank(before) and not (role and self._is_of_the_last(before, name.start)):
            return before
        if role and self._is_of_another(name.end, end):
            role = served_by(role)[0]
        return role or before

    def _is_office_and_name(self, office: str) -> bool:
        """Whether what stands before a name ends in another's, who is greeted so: "Chair Brook, |Carl Dale| said"."""
        words = office.split()
        last = last_office(words)
        behind = folded(" ".join(words[last + 1 :])) if last is not None else ""
        return any(self.is_person(id) for id in self._by_name.get(behind, ()))

    def _is_of_the_last(self, office: str, start: int) -> bool:
        """Whether an office before a name stands behind the name before it: "|Ana Brook, Premier of Ruritania|, Carl Dale"."""
        at = self.text.rfind(office, 0, start)
        last = next((each for each in reversed(self._between(at - NAME_REACH, at)) if each.kind == "person"), None)
        return at > 0 and last is not None and self.text[last.end : at] == ", "

    def _is_of_another(self, start: int, end: int) -> bool:
        """Whether an office in these words has a holder of its own: "According to Brook, President Ina Cole left"."""
        people = (name for name in self._between(start, end) if name.kind == "person")
        before = (self.text[start : name.start].split()[-1:] for name in people)
        return any(is_office(word) for words in before for word in words)

    def _between(self, start: int, end: int) -> list[Named]:
        """The names that begin between two places."""
        return self._places[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def _tells_more(self, role: str, known: str) -> bool:
        """Whether an office tells the side, or of what it is, which the one known so far does not."""
        before = folded(role).removesuffix(folded(known)).split() if known else []
        more = bool(before) and folded(role).endswith(f" {folded(known)}") and not is_deputy(role.split())
        return not known or more or bool(self.sides.of_office(role) and not self.sides.of_office(known))

    def _new_id(self, name: str, kind: str) -> str:
        """An id made of the surname; of a body of few words its last one."""
        words = name.split()
        short = parts_of(name).surname if kind == "person" else words[-1] if len(words) <= 4 else name
        base = slug(short) or "actor"
        if base not in self.people and base not in RESERVED:
            return base
        return first_free(slug(name) or base, RESERVED | self.people.keys())

    # --- Who bears a name ---

    def _bearers(self, words: str, kind: str, titles: Sequence[str]) -> Sequence[str]:
        """Who may bear this name: the whole of it, or for persons a part, if the titles beside it do not tell of another."""
        exact = self._by_name.get(folded(words), [])
        if kind != "person":
            return [id for id in exact or self._by_inner_name(words) if not self._is_another(id, titles)]
        found = exact or self._by_surname(words) or self._by_first_name_of(words) or self._by_shorter_name(words)
        found = found or self._by_inner_name(words)
        if len(words.split()) > 1 and any(title in relatives() for title in titles):
            found = [id for id in found if parts_of(self.people[id].name).given]
        return self._narrowed([id for id in found if not self._is_another(id, titles)], titles)

    def _by_surname(self, words: str) -> list[str]:
        same = self._by_name.get(parts_of(words).last, [])
        return [id for id in same if self.is_person(id) and may_be_one(words, self.people[id].name)]

    def _by_first_name_of(self, words: str) -> list[str]:
        """Who is meant by a first name alone, which in some countries is the surname: "Xi" and "Xi Jinping"."""
        names = words.split()
        known = self._by_first_name.get(folded(names[0]), [])
        return [id for id in known if (len(self.people[id].name.split()) > 1) is (len(names) == 1)]

    def _by_shorter_name(self, words: str) -> list[str]:
        """Who is known by the first words of a longer name, as with two surnames: "Ana Brook" of "Ana Brook Dale"."""
        longer = folded(words).split()
        shorter = [" ".join(longer[:length]) for length in range(2, len(longer))]
        bearers = [(id, name) for name in shorter for id in self._by_name.get(name, ())]
        return [id for id, name in bearers if self.is_person(id) and folded(self.people[id].name) == name]

    def _by_inner_name(self, words: str) -> list[str]:
        """Who is known by a word inside a longer name: a nickname, or the first of two surnames: "Brook", of "Ana Brook Dale"."""
        if " " not in words:
            return [id for id in self._by_inner.get(folded(words), ()) if self.is_person(id)]
        known = (id for inner in _inner(words) for id in self._by_name.get(folded(inner), ()))
        return [id for id in known if self.is_person(id) and " " not in self.people[id].name]

    def _is_another(self, id: str, titles: Sequence[str]) -> bool:
        """Whether titles tell of somebody else: "Mrs" of no man, "president" of no first lady."""
        if self._pronouns.is_another(id, _told_by(titles)):
            return True
        return self._is_spouse(id) and any(is_office(title) for title in titles)

    def _narrowed(self, ids: Sequence[str], titles: Sequence[str]) -> Sequence[str]:
        """Those of several of whom titles tell: who is "Mrs", who holds the office that is said."""
        told = _told_by(titles)
        titled = [id for id in ids if self._pronouns.is_titled(id, told)] or ids
        offices = [title for title in titles if is_office(title)]
        return [id for id in titled if any(word in offices for word in folded(self.people[id].role).split())] or titled

    def _choose(self, ids: Sequence[str], start: int) -> str:
        """Whom of several with one surname a reader takes the surname alone for: who is in office, else was named last."""
        in_office = [
            id for id in ids if last_office(self.people[id].role.split()) is not None and not self._is_spouse(id)
        ]
        if len(in_office) == 1:
            return in_office[0]
        before = self._named[: bisect.bisect_left(self._named, (start, ""))]
        return next((id for _, id in reversed(before) if id in ids), ids[-1])

    def _is_spouse(self, id: str) -> bool:
        return is_spouse(self.people[id].role)

    def _bearer(self, start: int, end: int, kind: str = "person") -> Meant | None:
        """Who bears the name that stands at a place; not sure where several may."""
        titles, words = self._parted(start, end)
        ids = self._bearers(words, kind, titles) if words else []
        return Meant(self._choose(ids, start), len(ids) == 1) if ids else None

    # --- What is known of somebody ---

    def is_person(self, id: str) -> bool:
        """Whether somebody is a person, not a body or a place."""
        return self.people[id].kind == "person"

    def side(self, id: str) -> str:
        """The side that somebody's office tells, what stands behind the name, the name of a body, or the title; else nothing.

        Of an office that one government alone calls so, that one's, unless the text is known to be another's.
        """
        if told := self._side_told(id):
            return told
        person = self.people[id]
        lone = self.sides.of_lone_office(person.role or person.name)
        return lone if self.issuer in ("", lone) else ""

    def _side_told(self, id: str) -> str:
        person = self.people[id]
        is_one = person.kind == "person"
        held = side_of_holder(person.name, person.role, self.day) if is_one and self.day else ""
        if held and is_holder(person.name):
            return held
        if side := self.sides.of_office(person.role) or self._of.get(id):
            return side
        own = self.issuer if id in self.own else ""
        if not is_one:
            return self.sides.of_office(person.name) or own
        return self.sides.of_name(person.name) or self._side_in_title(person.name) or held or own

    def _side_in_title(self, name: str) -> str:
        """The side that stands in the title beside somebody, who may be called there by their first name: "Kim of Korea"."""
        words = name.split()
        return self.sides.beside(self.title, (name, words[-1], words[0]))

    def issuer_by_offices(self, among: Sequence[str] | None = None) -> str:
        """Whose text it is by the office-holders, if told `among` these, of whose country it says nothing; none where several.

        A government tells the country of others, and not of its own: "President Brook met with President Cole of Tolvia".
        """
        if self.day is None:
            return ""
        told = {
            side_of_holder(person.name, person.role, self.day)
            for id, person in self.people.items()
            if person.kind == "person"
            and person.role
            and (among is None or id in among)
            and not (self.sides.of_office(person.role) or id in self._of)
            and not self._side_in_title(person.name)
        }
        told.discard("")
        return told.pop() if len(told) == 1 else ""


def _file(index: dict[str, list[str]], name: str, id: str) -> None:
    """Take note of who bears a name, each once, in the order in which they are met."""
    bearers = index.setdefault(name, [])
    if id not in bearers:
        bearers.append(id)


def _name_in(words: str) -> str:
    """The name in what the parse took for a person.

    Not what follows it in small letters ("Brook |informed Dr"), nor the body that an office before it is of ("Assembly |Ana
    Brook"); nothing where a headline's verb begins it ("Holds Talks").
    """
    parts = words.split()
    if parts[:1] and len(parts) > 1 and folded(parts[0]) in PersonWords.read().in_headlines:
        return ""
    small = next((k for k, word in enumerate(parts) if k and word.islower() and not is_particle(word)), len(parts))
    parts = parts[:small]
    last = max((k for k, word in enumerate(parts) if is_body(word) or is_office(word) or _is_house(word)), default=-1)
    return " ".join(parts[last + 1 :] if 0 <= last < len(parts) - 2 else parts)


def _inner(name: str) -> list[str]:
    """The words inside a name that may stand for it: no particle, no initial; a nickname without its marks."""
    return [
        plain for word in name.split()[1:-1] if len(plain := word.strip("“”\"'()")) > INITIAL and not is_particle(plain)
    ]


@cache
def _houses() -> frozenset[str]:
    return frozenset(folded(word) for word in PersonWords.read().houses)


def _is_house(word: str) -> bool:
    return folded(word) in _houses()


def _told_by(titles: Iterable[str]) -> str:
    """The pronoun that titles tell, or nothing."""
    return next((told for title in titles if (told := honorifics().get(title) or relatives().get(title))), "")


@cache
def _dignity() -> re.Pattern[str]:
    """A dignity up to the name of who has it: "His Excellency Mr. "."""
    return re.compile(
        r"\b(?P<whose>[Hh]is|[Hh]er)\s+(?:[A-Z][a-z]+\s+)?(?:Excellency|Majesty|Highness|Eminence|Grace)"
        rf",?\s+(?:{any_of(PersonWords.read().after_a_dignity)}\.?\s+){{0,3}}$"
    )


@cache
def _went_to() -> re.Pattern[str]:
    """What stands before a place where somebody was: "travelled to |Lakeside"."""
    return re.compile(rf"\b(?:visiting|{any_of(PersonWords.read().went)} to|(?:arrived|stay|held) in)\s+$")
