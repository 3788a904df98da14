"""A step: whom a mention means: a name, an office, a pronoun, or several at once ("both ministers")."""

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from components.model import countries
from components.reading.offices import (
    OfficeWords,
    is_body,
    is_of_institution,
    is_office,
    is_title,
    is_word_of_somebody,
    last_office,
)
from components.reading.officials import Officials, may_be_meant
from components.reading.people import Meant, Person
from components.reading.persons import (
    NAME_WORDS,
    PersonWords,
    folded,
    in_small_letters,
    initials_of,
    is_honorific,
    is_particle,
    looks_like_a_name,
    printed,
    without_article,
)
from components.reading.pronouns import as_subject, is_personal, is_pronoun
from components.reading.whole_names import Named, behind_office, parted

NEAR = 20
"""How many names back a pronoun may reach, where nobody spoke yet."""

APART = 60
"""Characters between a noun and the name beside it, titles among them."""

REST = 2_000
"""Characters of a sentence that are looked through behind a pronoun."""

_OF_WHICH = re.compile(r"[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?[^\W\d_a-z][\w’'-]*(?:[^\S\n]+[^\W\d_a-z][\w’'-]*){0,3}")
_NOTE = re.compile(r"[^\S\n]*\((?P<name>[A-Z][\w.’'-]*(?:[^\S\n]+[\w.’'-]+){1,5})\)")

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your"})

_APPOSED = re.compile(
    r"(?:[^\S\n]+(?:in|to|for|of|on|at)[^\S\n][^,.;\n]{2,50})?,[^\S\n]+(?:(?:[A-Z][\w.]*\.?[^\S\n]+){0,2})?$"
)
"""What may stand between an office or noun and the name beside it: "The Chief Monitor|, Ambassador |Ana Brook"."""

_CALLED = re.compile(r"[^\S\n]+(?:named|called)[^\S\n]+(?:(?:[A-Z][\w.]*\.?[^\S\n]+){0,2})?")
"""The same without commas: "a captain| named |Ana Brook"."""

_END_OF_SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*(?=\s+[^\s\da-z]|\s*$)|\n\s*\n")
_EXCELLENCY = re.compile(r"[^\S\n]+(?P<who>(?:the[^\S\n]+)?[^\W\d_a-z][\w’'-]*(?:[^\S\n]+[^\W\d_a-z][\w’'-]*){0,6})")
"""Who is titled "HE" in capitals, which the parse takes for a pronoun: "HE| the Ruritanian Minister"."""


class Cast(Officials):
    """The people and bodies of one text, asked whom its mentions mean.

    Asked mention by mention, in the order of the text, because a pronoun means somebody who was spoken of before.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[Named],
        known: Sequence[Person] = (),
        groups: Mapping[str, Iterable[str]] | None = None,
        title: str = "",
        settled: Iterable[str] | None = None,
    ) -> None:
        super().__init__(text, names, known, groups, title, settled)
        self._together: tuple[str, ...] = ()

    def mean(self, start: int, end: int, *, generic: bool = True) -> Meant | None:
        """Whom the mention at these offsets means; None where nobody does.

        `generic`: whether a noun without a name ("officials", "the ministry") makes an actor of its own.
        """
        start, end = self.behind_dignity(start, end)
        mention = self.text[start:end]
        names = self._between(start, end)
        beyond = [name for name in names if name.kind == "organisation" and name.end > end]
        if beyond and not any(name.kind == "person" for name in names):
            # "The Ruritanian Ministry| of Defence": the parse takes the noun alone for who says it.
            end = beyond[-1].end
            mention = self.text[start:end]
        words = folded(without_article(mention))
        if is_pronoun(words):
            return self._by_pronoun(words, start) if generic or is_personal(words) else None
        return self._by_words(start, end, words, generic=generic)

    def behind_dignity(self, start: int, end: int) -> tuple[int, int]:
        """Where the words stand behind a dignity in capitals that the parse takes for all of it: "HH| the Amir"."""
        office = _EXCELLENCY.match(self.text, end) if self.text[start:end] in ("HE", "HH", "HM", "HRH") else None
        return office.span("who") if office else (start, end)

    def mean_several(self, start: int, end: int) -> list[Meant]:
        """Whom a plural mention means: "both ministers", "the two leaders", "they" after two spoke. Empty for others."""
        words = folded(self.text[start:end]).split()
        if not words:
            return []
        if words in (["they"], ["both"]):
            return [Meant(id, False) for id in self._together] if len(self._together) > 1 else []
        if words[0] not in ("both", "two", "the") or not words[-1].endswith("s"):
            return []
        if words[0] == "the" and words[1:2] != ["two"]:
            return []
        office = words[-1].removesuffix("s")
        people = [id for id in self._met_before(start) if self.people[id].kind == "person"]
        holders = [id for id in people if office in folded(self.people[id].role).split()]
        chosen = holders if len(holders) > 1 else people
        return [Meant(id, False) for id in reversed(chosen[:2])] if len(chosen) > 1 else []

    def introduce_label(self, start: int, end: int) -> None:
        """Learn what the label of a turn tells: "President of Ruritania Ana Brook", "Ana Brook, Official Spokesperson"."""
        if self._introduce_beside(start, end):
            return
        spelled = in_small_letters(self.text[start:end]).replace(",", " ,").split()
        while len(spelled) > 1 and spelled[-1].isupper() and folded(spelled[-1]) in PersonWords.read().letters:
            spelled.pop()  # "Minister Ana Brook TD"
        words, behind = self._office_and_name(spelled)
        if not behind and self._is_first_name_of(label := in_small_letters(self.text[start:end])):
            behind = words = label.split()
        _, name = parted(behind_office(" ".join(behind)))
        behind = _behind_its_body(words[: len(words) - len(name.split())], name.split())
        name = " ".join(behind)
        if not name or not all(looks_like_a_name(word) for word in name.split()) or is_particle(name.split()[-1]):
            return
        role = " ".join(words[: len(words) - len(behind)])
        role = printed(role) if role.isupper() and len(role) > len("CEO") else role
        ids = self._bearers(name, "person", folded(role).split()[-1:])
        id = self._choose(ids, start) if ids else self._introduce(name, "person", role)
        too_much = self.people[id].name.removesuffix(f" {name}")
        if f" {folded(role)}".endswith(f" {folded(too_much)}"):  # the parse took the end of the office for a given name
            self._learn(self.people[id]._replace(name=name, role=role))
        self._complete(id, name)
        self._take_role(id, role)
        self._name(" ".join(self.text[start:end].split()), id)

    def _is_first_name_of(self, label: str) -> bool:
        """Whether a label is the whole name of somebody who is known by the first word of it alone."""
        words = label.split()
        named = 2 <= len(words) <= NAME_WORDS and all(looks_like_a_name(word) for word in words)
        return named and any(self.people[id].name == words[0] for id in self._by_name.get(folded(words[0]), ()))

    def _introduce_beside(self, start: int, end: int) -> bool:
        """Learn who holds the office that a label is by the name in its note: "Minister of the Sea (Deputy Ana Brook):"."""
        label, note = self.text[start:end], _NOTE.match(self.text, end)
        _, name = parted(note["name"]) if note else ([], "")
        office = last_office(label.split()) is not None and _is_only_an_office(label.split())
        if not office or len(name.split()) < 2 or not _is_full_name(name.split()):
            return False
        id = self.introduce_signer(name, printed(label))
        self._name(" ".join(label.split()), id)
        return True

    def introduce_initials(self, start: int, end: int) -> None:
        """Learn whom of the people a label means that is made of first letters: "AB" for Ana Brook."""
        label = self.text[start:end]
        people = self.people.items() if label.isupper() else ()
        named = [id for id, person in people if person.kind == "person" and initials_of(person.name) == label]
        if len(named) == 1:
            self._name(label, named[0])

    def _office_and_name(self, words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """The words of a label, the name last, and its name: behind a comma that ends an office, else behind the office."""
        if "," in words:
            comma = words.index(",")
            before, behind = words[:comma], words[comma + 1 :]
            if last_office(behind) is None and _is_only_an_office(before) and len(behind) > 1:
                return [*before, *behind], behind
            words = [*behind, *before] if last_office(behind) is not None else before
        last = last_office(words)
        return words, self._without_country(words[last + 1 :], frozenset()) if last is not None else []

    def introduce_signer(self, name: str, office: str) -> str:
        """Who signed a text: somebody whom it names, or somebody new."""
        ids = self._bearers(name, "person", folded(office).split()[-1:])
        id = self._choose(ids, len(self.text)) if ids else self._introduce(name, "person", office)
        self._take_role(id, office)
        return id

    def sided(self, words: str, among: Sequence[str]) -> str | None:
        """Who of these speaks for the country or body that the words name: "the Ruritanian side".

        A country alone is subject of what others say, too: it is somebody's word where that one spoke last.
        """
        plain = without_article(words)
        whole = self.sides.of_whole(plain)
        side = whole or (
            self.sides.of_office(plain)
            if folded(plain).rsplit(maxsplit=1)[-1] in ("side", "party", "delegation")
            else ""
        )
        fit = [id for id in among if side and self.side(id) == side]
        goes_on = not whole or fit == [self.last_speaker()]
        return fit[0] if len(fit) == 1 and goes_on else None

    def may_be(self, pronoun: str, id: str) -> bool:
        """Whether words are "he" or "she" and may mean somebody."""
        told = folded(pronoun)
        person = self.is_person(id) or last_office(self.people[id].name.split()) is not None
        return told in ("he", "she") and self._pronouns.may_mean(told, id, is_person=person)

    def last_speaker(self) -> str | None:
        """Who had the word last; None where nobody had."""
        return self._recent[-1] if self._recent else None

    def person_at(self, start: int, end: int) -> str | None:
        """The person whom the words at a place name; a full name is a person's, whatever the parse took it for."""
        meant = self.mean(start, end, generic=False)
        if meant and self.is_person(meant.id):
            return meant.id
        words = self.text[start:end].split()
        if words[:1] and words[0].casefold() in ("his", "her", "their"):
            return None  # "His Majesty"
        named = 2 <= len(words) <= NAME_WORDS and all(looks_like_a_name(word) for word in words)
        if not named or not _is_full_name(words) or self.sides.of_whole(" ".join(words)):
            return None
        known = self.people.get(meant.id) if meant else None
        if known is None:
            return self._introduce(" ".join(words), "person")
        self._learn(known._replace(kind="person"))
        return known.id

    def bodies_in(self, words: str) -> tuple[str, ...]:
        """The countries and bodies that are named in these words, in their order, as actors."""
        found = self.sides.issuers_in(words)
        return tuple(id for side in found for id in self.body(side))

    def body(self, side: str, organ: str = "") -> tuple[str, ...]:
        """A country or body as an actor, named by the `organ` that acts for it; nothing where it is none."""
        country = countries.find(side) if side else None
        if country and (side not in self.people or self._is_more_than(side)):
            self._learn(Person(side, country.label, kind="organisation"))
        if country and organ:
            self._learn(self.people[side]._replace(name=organ))
            self.speaks_for(side, side)
        return (side,) if country else ()

    def _is_more_than(self, side: str) -> bool:
        """Whether what the text calls by the name of a body may be more than that: "a Drug-Free Lake Forum"."""
        return side not in self._of and self.people[side].kind != "person"

    def _met_before(self, start: int) -> list[str]:
        """Those named before a place, the latest first."""
        last = bisect.bisect_left(self._named, (start, ""))
        nearest = (id for _, id in reversed(self._named[max(last - NEAR, 0) : last]))
        return list(dict.fromkeys((*nearest, *reversed(self._recent))))

    def spoke(self, *ids: str) -> None:
        """Tell who had the word, alone or together: the next pronoun most likely means them."""
        self._together = ids
        for id in ids:
            if id in self._recent:
                self._recent.remove(id)
            self._recent.append(id)

    def _by_pronoun(self, pronoun: str, start: int) -> Meant | None:
        """Who spoke last and may be meant, else who was named nearest before."""
        told = as_subject(pronoun)
        near = dict.fromkeys((*reversed(self._recent), *self._met_before(start)))
        named = self._named_behind(start) if told in ("he", "she") else set()
        may = [id for id in near if self._pronouns.may_mean(told, id, is_person=self.is_person(id)) and id not in named]
        id = self._pronouns.choose(told, may)
        return Meant(id, False) if id else None

    def _named_behind(self, start: int) -> set[str]:
        """Who is named behind a place in its sentence: in "He thanked Dale for the boats" he is not Dale."""
        first, last = (bisect.bisect_left(self._named, (at, "")) for at in (start, self.end_of_sentence(start)))
        return {id for _, id in self._named[first:last]}

    def end_of_sentence(self, start: int) -> int:
        """Where the sentence ends in which a place stands, as far as one may reach."""
        end = _END_OF_SENTENCE.search(self.text, start, start + REST)
        return end.start() if end else min(start + REST, len(self.text))

    def _by_words(self, start: int, end: int, words: str, *, generic: bool) -> Meant | None:
        mention = self.text[start:end]
        inside = [name for name in self._between(start, end) if name.end <= end]
        people = [name for name in inside if name.kind == "person"]
        name, comma, _ = mention.partition(",")
        if comma and not people and len(name.split()) > 1 and _is_full_name(name.split()):
            return self._bearer(start, start + len(name)) or self._new_person(name)  # "Ana Brook, Minister of the Sea"
        if not people and (apposed := self.apposed(start, end)):
            return apposed
        behind = self.sides.behind(self.text, end) if is_office(words.rsplit(maxsplit=1)[-1]) else ""
        return (
            (self._bearer(*people[-1][:2]) if people else None)
            or self._by_office_or_body(words, behind)
            or self._bearer(start, end)
            or self._behind_title(mention, start, inside)
            or self._by_words_of(mention, start, generic=generic)
            or self._by_office(words, mention, behind)
            or self._by_table(mention)
            or (None if inside else self._new_person(mention))
            or (self._new_office(start, end, behind) if generic and behind else None)
            or (self._new_body(mention, inside) if generic else None)
        )

    def apposed(self, start: int, end: int) -> Meant | None:
        """Whose name stands between commas behind a noun for them: "The Chief Monitor, Ambassador Ana Brook, said"."""
        first, *others = self.text[start:end].split()
        if first.casefold() not in _DETERMINERS or not others or is_body(others[-1]):
            return None
        for name in self._between(end, end + APART):
            between = (self.text, end, name.start)
            beside = _APPOSED.fullmatch(*between) and self.text[name.end : name.end + 1] == ","
            if name.kind == "person" and (beside or _CALLED.fullmatch(*between)):
                return self._bearer(name.start, name.end)
        return None

    def _by_words_of(self, mention: str, start: int, *, generic: bool) -> Meant | None:
        """Whose "Dale's remarks" are."""
        told = _words_of_somebody().fullmatch(mention)
        return self.mean(start, start + told.end("who"), generic=generic) if told else None

    def _behind_title(self, mention: str, start: int, inside: Sequence[Named]) -> Meant | None:
        """Somebody whom the parse took for no person: the capitals behind an office, "Defence Minister of Ruritania Dale"."""
        words = mention.split()
        last = last_office(words)
        if last is None:
            return None
        places = {folded(self.text[name.start : name.end]) for name in inside if name.kind != "person"}
        behind = self._without_country(words[last + 1 :], places)
        if (
            all(is_body(word) for word in behind)
            or not len(behind) < NAME_WORDS
            or not all(looks_like_a_name(word) for word in behind)
        ):
            return None
        if is_particle(behind[-1]) or is_honorific(behind[-1]) or self.sides.is_word(behind[-1]):
            return None  # the name of which a title is the beginning is met by itself
        name, titles = " ".join(behind), [folded(words[last])]
        if ids := self._bearers(name, "person", titles):
            return Meant(self._choose(ids, start), len(ids) == 1)
        return Meant(self._introduce(name, "person", " ".join(words[: len(words) - len(behind)])), True)

    def _without_country(self, words: Sequence[str], places: AbstractSet[str]) -> Sequence[str]:
        """The words behind an office without what it is an office of: "of the Republic of Ruritania Carl Dale"."""
        if words[:1] not in (["of"], ["for"]):
            return words
        small = max(i for i, word in enumerate(words) if word in ("of", "for", "the", "and"))
        words = [] if small + 2 == len(words) else words[small + 1 :]  # nobody is called "Minister for Europe"
        while len(words) > 1 and is_title(words[0]):
            words = words[1:]
        for length in range(1, len(words)):
            if self.sides.of_office(" ".join(words[:length])) or folded(" ".join(words[:length])) in places:
                return words[length:]
        return [] if folded(" ".join(words)) in places else words

    def _by_office(self, mention: str, printed: str, behind: str = "") -> Meant | None:
        """Whom "the Ruritanian diplomat" or "the minister" means: who holds such an office here, on the side that is named.

        That may stand `behind` it, "the President| of Ruritania"; where nobody is of it, it is who alone of the issuer's own
        people is of no known side.
        """
        words = mention.replace("'s", "").split()
        if not words or not is_office(words[-1]):
            return None
        side = self.sides.of_office(printed) or behind
        holders = [id for id in self.people if self.people[id].role and (not side or self.side(id) == side)]
        same = [id for id in holders if may_be_meant(words, folded(self.people[id].role))]
        exact = [id for id in same if set(words) <= set(folded(self.people[id].role).split())]
        held = self.known_holder(mention, (), side) if side else ""
        known = self._bearers(held, "person", ()) if held else ()
        for chosen, sure in ((exact, True), (same, False), (known, False), (holders if side else [], False)):
            if chosen:
                return Meant(self._latest(chosen), sure and len(chosen) == 1)
        own = [id for id in self.own if behind and self.is_person(id) and self.side(id) in ("", behind)]
        return Meant(own[0], False) if len(own) == 1 else None

    def _by_table(self, mention: str) -> Meant | None:
        """Who of the text holds an office by the table of office-holders: "the President", where none is called so."""
        words = mention.split()
        alone = words[:1] in (["the"], ["The"]) and last_office(words) == len(words) - 1
        held = self.known_in_office(" ".join(words[1:]), ()) if alone else ""
        return Meant(held, False) if held else None

    def named_before(self, pronoun: str, start: int, but: Sequence[str], *, since: int | None = None) -> str | None:
        """The person whom "he" or "she" means in the words of somebody else: the last one who was named before a place.

        With `since`, in what stands behind that.
        """
        near = self._met_before(start) if since is None else self._met_between(since, start)
        others = (id for id in near if id not in but and id in self.people and self.is_person(id))
        return next((id for id in others if self.may_be(pronoun, id)), None)

    def named_between(self, first: int, last: int) -> list[tuple[int, str]]:
        """Where somebody is named between two places, and who, in their order."""
        return self._named[bisect.bisect_left(self._named, (first, "")) : bisect.bisect_left(self._named, (last, ""))]

    def _met_between(self, first: int, last: int) -> list[str]:
        """Those named between two places, the latest first."""
        return list(dict.fromkeys(id for _, id in reversed(self.named_between(first, last))))

    def _new_person(self, mention: str) -> Meant | None:
        """Somebody whom the parse overlooked: "Ana Brook", "Ana von der Brook", or a surname with its title, "MR BROOK"."""
        titles, name = parted(mention)
        words = name.split()
        titled = any(title in PersonWords.read().before_a_name for title in titles)
        if not (1 if titled else 2) <= len(words) <= NAME_WORDS or not all(looks_like_a_name(word) for word in words):
            return None
        if is_particle(words[-1]) or self.sides.of_office(mention):
            return None
        if not titled and not _is_full_name(words):
            return None
        return Meant(self._introduce(name, "person"), True)

    def colleague(self, whose: str, side: str) -> str:
        """Somebody of whom only the country is told: "My Ruritanian colleague"."""
        name = f"{whose} counterpart"
        id = next(iter(self._by_name.get(folded(name), ())), "") or self._introduce(name, "group")
        self.speaks_for(id, side)
        return id

    def _new_office(self, start: int, end: int, behind: str) -> Meant | None:
        """Somebody of whom a text says the office and the country alone: "The Prime Minister| of Ruritania"."""
        of = _OF_WHICH.match(self.text, end)
        id = self.told_by_office(self.text[start : of.end() if of else end], behind)
        return Meant(id, True) if id else None


def _is_only_an_office(words: Sequence[str]) -> bool:
    """Whether words are an office and what it is of, and no name: "President", "Secretary of Trade"."""
    last = last_office(words)
    return last is not None and folded(" ".join(words[last + 1 : last + 2])) in ("", "of", "for")


def _is_full_name(words: Sequence[str]) -> bool:
    """Whether words may be a first and a last name: "Ana Brook", "ANA BROOK"; not "Grey Party", "WHO Envoys", "A Meeting"."""
    if is_word_of_somebody(" ".join(words)):
        return False
    if folded(words[0]) in PersonWords.read().no_first_names or any(is_office(word) or is_body(word) for word in words):
        return False
    return not words[0].isupper() or "." in words[0] or " ".join(words).isupper()


@cache
def _words_of_somebody() -> re.Pattern[str]:
    nouns = "|".join(OfficeWords.read().words_of_somebody)
    return re.compile(rf"(?P<who>.+?)['’]s?\s+(?:\w+\s+)?(?:{nouns})s?", re.IGNORECASE)


def _behind_its_body(before: Sequence[str], name: list[str]) -> list[str]:
    """What is left of a name without the body that the office before it is of: "Secretary of the Sea| Council Ana Brook"."""
    while len(name) > 2 and is_of_institution(" ".join(before), name[0]):
        before, name = [*before, name[0]], name[1:]
    return name
