"""A step: who of a text's people holds an office, by name, by the table of office-holders, or without a name.

the Prime Minister of Ruritania        who holds that office in the text, else by the table on the text's day
Director General's Statement           the same by a title
the Foreign Ministry                   a body, by its fullest name
"""

import re
from collections.abc import Sequence
from functools import cached_property

from components.model import countries
from components.model.ids import slug
from components.model.names import find_names
from components.reading.holders import holder_of, is_holder, office_of, side_of_holder
from components.reading.offices import (
    OfficeWords,
    ends_in_office,
    in_full,
    is_deputy,
    is_office,
    last_office,
    office_itself,
)
from components.reading.people import RESERVED, Meant, People, Person
from components.reading.persons import folded, parts_of, printed, without_article
from components.reading.whole_names import MOST_OF_COUNTRY, Named

SPOKES = "spokes"
"""How the words begin for who speaks for others, by whichever ending."""

NO_KINDS = frozenset({"the", "of", "for"})
"""Words inside a title that do not tell which office it is, as "prime" and "foreign" do."""

REACH_OF_OFFICE = 4
"""Words from an office to the end of what it is of: "Minister for Foreign Affairs"."""

HEAD = 3
"""Letters of a surname that must stand in some words before they are looked through for the name."""

_SPOKES_FOR = re.compile(r"\b[Ss]pokes\w+(?:\s+(?:of|for|and|the|[A-Z][\w’'-]*)){1,14},\s+(?P<name>[^,.\n]{3,60})")

_NO_GENERAL = re.compile(r"\bGeneral (?=(?:Assembly|Council|Conference|Debate|Affairs)\b)")
"""A word that is an office elsewhere: "remarks to the |General |Assembly"."""

_WORD = re.compile(r"[^\W_]")


class Officials(People):
    """The people of one text, asked who holds an office."""

    def speaks_for(self, id: str, side: str) -> None:
        """Take note for whom somebody speaks of whom nothing else tells it."""
        self._of.setdefault(id, side)

    def find_in(self, words: str) -> str | None:
        """The first person whose name stands in these words."""
        return next(iter(self.find_all_in(words)), None)

    def find_all_in(self, words: str) -> list[str]:
        """The people whose names stand in these words, in their order."""
        small = folded(words)
        names = {
            id: (person.name, surname)
            for id, person in self.people.items()
            if person.kind == "person" and (surname := parts_of(person.name).last)[:HEAD] in small
        }
        return list(dict.fromkeys(each.key for each in find_names(words, names)))

    def unnamed(self, words: str, others: Sequence[str] = (), side: str | None = None) -> str:
        """Who holds the office in some words, of whom the text says no name: by the table of office-holders, else the office.

        It is none of the `others`, who hold such an office elsewhere. It is one of the `side`, where that is told; nothing
        tells the side where it is empty.
        """
        office = without_article(" ".join(words.split()))
        if known := self.known_holder(office, others, side):
            return self._holder(known, office)
        meant = self._by_office_or_body(folded(office))
        return (
            meant.id if meant and meant.id not in others else self._introduce(office[:1].upper() + office[1:], "group")
        )

    def _holder(self, name: str, office: str) -> str:
        """Who bears a name of the table of office-holders; introduced with the office where the text does not name them."""
        return next(iter(self._bearers(name, "person", ())), "") or self._introduce(name, "person", in_full(office))

    def holder_for(self, office: str, side: str) -> str:
        """Who holds an office of a country: the only one of the text who may, by the table, or without a name."""
        held = self.may_hold(folded(office).split(), side)
        id = held[0] if len(held) == 1 else self.unnamed(office, (), side)
        self.speaks_for(id, side)
        return id

    def may_hold(self, office: Sequence[str], side: str, but: Sequence[str] = ()) -> list[str]:
        """Who of the text, and none of some others, may hold the office in some folded words, of a country or body."""
        roles = {id: folded(person.role) for id, person in self.people.items() if person.role and id not in but}
        return [id for id, role in roles.items() if self.side(id) == side and may_be_meant(office, role)]

    def who_is(self, words: str) -> str:
        """Who is told of in some words: the first person whose name stands in them, else who holds the office."""
        return self.find_in(words) or self.unnamed(words)

    def told_by_office(self, words: str, side: str) -> str | None:
        """Somebody of whom a text tells by office and country alone: "Foreign Minister of Ruritania"."""
        meant = self._new_body(words, [])
        if meant:
            self.speaks_for(meant.id, side)
        return meant.id if meant else None

    def _new_body(self, mention: str, inside: Sequence[Named]) -> Meant | None:
        name = without_article(" ".join(mention.split()))
        name = name[:1].upper() + name[1:]
        if not _WORD.search(name):
            return None
        id = slug(" ".join(name.split()[-3:])) or "actor"
        if id in RESERVED:
            id = f"{id}-named"
        if id not in self.people:
            self._learn(Person(id, name, kind="organisation" if inside else "group"))
        return Meant(id, True)

    def fullest(self, noun: str) -> str:
        """The longest name in the text that a noun for a body stands for: "Foreign Ministry" for "Ministry"."""
        names = re.finditer(
            rf"(?:\b[A-Z][\w-]+ )*{re.escape(noun)}(?: of (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*)?", self.text
        )
        return max((without_article(each[0]) for each in names), key=len, default=noun) if " " not in noun else noun

    def learn_holder(self, office: str) -> None:
        """Learn who by the table holds an office that a label is, of whose text it is: "THE PRESIDENT:".

        Whoever is called so in the text itself was met before, and is meant by it first.
        """
        alone = without_article(" ".join(office.split()))
        if self.issuer and ends_in_office(alone) and (known := self.known_holder(alone, (), self.issuer)):
            self._holder(known, printed(alone))

    def office_in(self, title: str) -> str | None:
        """Who speaks by a title that names an office and nobody: "Foreign Ministry Spokesperson’s Remarks"."""
        office = _office_named_in(title)
        return self.unnamed(office) if office else None

    def _body_of(self, office: str, title: str, of_organ: str) -> str:
        """The body that a title names, where the office in it is a body's: "Secretary-General’s remarks to the Assembly"."""
        if not folded(office).endswith(OfficeWords.read().of_bodies):
            return ""
        bodies = [side for side in self.sides.issuers_in(title) if not countries.is_state(side)]
        if bodies:
            return bodies[0] if len(bodies) == 1 else ""
        return of_organ

    def holder_in(self, title: str, of_organ: str = "") -> str | None:
        """Who in the text, or by the table of office-holders, holds the office in a title: "Director General’s Statement".

        `of_organ` is the body whose organ the title names, for an office of a body that is not named itself.
        """
        office = _office_named_in(title)
        if not office or len(self.sides.named_in(title)) > 1:
            return None
        called = {
            folded(office),
            folded(in_full(office)),
            folded(" ".join(word for word in office.split() if not self.sides.is_word(word))),
        }
        side = self.sides.of_office(title) or self._body_of(office, title, of_organ)
        held = [
            id
            for id, person in self.people.items()
            if person.kind == "person" and folded(person.role) in called and (not side or self.side(id) in ("", side))
        ]
        first = _office_named_in(title.split(" and ", 1)[0])  # "the Deputy Premier and Minister for the Sea"
        for called_so in dict.fromkeys((first, office)):
            if called_so and (known := self.known_holder(called_so, (), side or None)):
                return self._holder(known, called_so)  # who is only greeted may hold such an office, too
        if not held and folded(office).rsplit(maxsplit=1)[-1].startswith(SPOKES):
            held = [id for id, person in self.people.items() if SPOKES in folded(person.role)] or self._spokespeople()
        return held[0] if len(held) == 1 else None

    def _spokespeople(self) -> list[str]:
        """Who speaks for others by name behind a long office: "The spokesman for the Ministry of the Sea, |Ana Brook,"."""
        return [id for each in _SPOKES_FOR.finditer(self.text) if (id := self.find_in(each["name"]))][:1]

    def known_holder(self, office: str, others: Sequence[str] = (), own: str | None = None) -> str:
        """Who holds an office by the table: of the country or body that it says, else of whose text it is.

        Where that is not known, of the only one that the text names, but for those of the `others`, who has such an office;
        of a body where the text's own country has none: "the Secretary-General".
        """
        if self.day is None:
            return ""
        side = self.sides.of_office(office) or own or self.issuer
        if side:
            held = self._known(office, side) or self._known(self._alone(office), side)
            if held or countries.is_state(self.sides.of_office(office)):
                return held
        sides = self._sides_named - {self.side(id) for id in others}
        if own is not None or side:
            sides = frozenset(
                each for each in sides if not countries.is_state(each)
            )  # "the Secretary-General", of no one's own
        known = {each: name for each in sides if (name := self._known(office, each))}
        if len(known) > 1:
            known.pop("un", "")  # one of its agencies tells more
        names = set(known.values())
        return names.pop() if len(names) == 1 else ""

    def _known(self, office: str, side: str) -> str:
        """Who holds an office of a side by the table, on the day of the text: a head of state by whichever title."""
        offices = OfficeWords.read().heads.get(folded(office)) or (in_full(office),)
        return next((name for each in offices if self.day and (name := holder_of(each, side, self.day))), "")

    @cached_property
    def _sides_named(self) -> frozenset[str]:
        """The countries and bodies that title and text name; the whole text is looked through, so once."""
        return frozenset(self.sides.named_in(f"{self.title}\n{self.text}"))

    def _alone(self, office: str) -> str:
        """An office without the country or body before it: "Director General" for "IAEA Director General"."""
        words = office.split()
        for k in range(min(len(words) - 1, MOST_OF_COUNTRY), 0, -1):
            if self.sides.of_office(" ".join(words[:k])) and last_office(words[:k]) is None:
                return " ".join(words[k:])
        return office

    def learn_known_office(self, id: str) -> None:
        """Learn the office of whom the text gives none, where the table of office-holders tells it on its day."""
        person = self.people[id]
        if self.day and not person.role and (office := office_of(person.name, self.day)):
            self._take_role(id, office)

    def known_in_office(self, office: str, but: Sequence[str]) -> str:
        """The only person of the text who by the table holds an office on its day, and is none of some others."""
        day = self.day
        if day is None:
            return ""
        names = {id: person.name for id, person in self.people.items() if id not in but and is_holder(person.name)}
        held = [id for id, name in names.items() if name == holder_of(office, side_of_holder(name, "", day), day)]
        if len(held) == 1:
            self._take_role(held[0], office)
        return held[0] if len(held) == 1 else ""

    def holding(self, words: str, among: Sequence[str]) -> str | None:
        """Who of these holds the office in some words: "the Prime Minister", "The President of Ruritania"."""
        plain = folded(in_full(without_article(words))).replace("'s", "").split()
        last = last_office(plain)
        if last is None:
            return None
        if heads := OfficeWords.read().heads.get(" ".join(plain[:3])):
            return next(
                (id for id in among if any(f" {each}" in f" {folded(self.people[id].role)}" for each in heads)), None
            )
        if full := [id for id in among if " ".join(plain) == folded(self.people[id].role)]:
            return full[0]
        title = " ".join(plain[: last + 1])
        side = self.sides.of_office(words) or self.sides.of_lone_office_in(words)
        roles = {
            id: folded(self.people[id].role or self.people[id].name) for id in among
        }  # an office is one's name, too
        fit = [id for id in among if may_be_meant(plain[: last + 1], roles[id])]
        whole = [id for id in fit if f" {title} " in f" {roles[id]} "]
        if bare := [id for id in whole if office_itself(roles[id]) == title]:
            whole = bare  # "the Minister" is a Minister of the Sea before a Prime Minister
        exact = [id for id in whole if roles[id].split(" of ")[0].endswith(title)]
        exact = [id for id in exact if is_deputy(roles[id].split()) is is_deputy(plain)] or exact
        if side:
            sided = [id for id in among if self.side(id) == side]
            unknown = [id for id in among if not self.side(id)]  # of the one whose side nobody says
            likely = [id for id in sided if id in fit] or sided or [id for id in unknown if id in fit] or unknown
            return next(iter(likely), None)
        return next(iter(exact or whole or fit), None)

    def _by_office_or_body(self, words: str, behind: str = "") -> Meant | None:
        """Who is called exactly so, other than by a surname: an office, a body; of the side that stands `behind`, if one does."""
        called = self._by_name.get(words, [])
        holders = [
            id for id in called if words != parts_of(self.people[id].name).last or self._is_body_called(id, words)
        ]
        holders = [id for id in holders if not behind or self.side(id) in ("", behind)]
        exact = [id for id in holders if folded(self.people[id].role) == words]
        holders = exact if len(exact) == 1 else holders  # "the Minister", beside a "Minister of the Sea of Ruritania"
        return Meant(self._latest(holders), len(holders) == 1) if holders else None

    def _is_body_called(self, id: str, words: str) -> bool:
        return not self.is_person(id) and folded(self.people[id].name) == words

    def _latest(self, ids: Sequence[str]) -> str:
        return max(ids, key=lambda id: self._recent.index(id) if id in self._recent else -1)


def _office_named_in(title: str) -> str:
    """The last office in a title: "Secretary-General" in "Statement by the Spokesman for the Secretary-General"."""
    words = _NO_GENERAL.sub("", title).replace("’s", "").replace("'s", "").split()
    last = last_office(words)
    if last is None:
        return ""
    first = last
    while first > 0 and words[first - 1][:1].isupper():
        first -= 1
    longer = (" ".join(words[first:end]) for end in range(last + REACH_OF_OFFICE, last + 1, -1))
    return next(
        (each for each in longer if folded(each) in OfficeWords.read().heads), " ".join(words[first : last + 1])
    )


def may_be_meant(office: Sequence[str], role: str) -> bool:
    """Whether the words of an office may mean who holds another: "the Minister" a "Foreign Minister".

    "The Prime Minister" means neither a "Foreign Minister" nor a "Deputy Prime Minister".
    """
    held = role.split()
    if is_office(office[-1]) and office[-1] not in office_itself(role).split():
        return False  # no "Adviser to the President" is the President
    before = office[-2] if len(office) > 1 else ""
    kind = before if before in OfficeWords.read().inside_a_title and before not in NO_KINDS else ""
    return office[-1] in held and (not kind or (kind in held and is_deputy(held) is is_deputy(office)))
