"""Part of the composer: whom somebody means who gives another's words: by name, office or "he", or what they are to them."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.labels import is_staff
from components.reading.offices import ends_in_office, is_body, is_deputy
from components.reading.people import Meant
from components.reading.persons import folded, without_article
from components.reading.pronouns import is_pronoun
from components.reading.sources import Sources
from components.reading.told import Told
from components.reading.told_offices import ToldOffices

_TO_ME = re.compile(
    r"\s+(?:to\s+)?(?:(?:me|us)\b(?!\s+(?:about|of)\b)|(?:this|the)\s+(?:Council|Assembly|House|Committee|Board|Parliament)\b)"
)
"""To whom it was told: to who tells it now, or to theirs. Then anybody may have told it: "The UN told us that ..."."""

_ADDRESSED = re.compile(
    r"(?:Mr|Mrs|Ms|Madam)\.?\s+(?:President|Prime Minister|Chancellor|Minister|Secretary|Chairman|Premier)"
)
"""Who is spoken to, where they are told of so: "Mr President informed us"."""

_DEFINITE_OFFICE = re.compile(r"(?:[Tt]he\s+)?(?P<office>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3})")
"""An office of which everybody knows who holds it: "The Prime Minister"."""

_OF_A_COUNTRY = ("minister", "president", "premier", "chancellor")
"""Offices that a country has: whoever is told of by one alone is of the country of who tells it."""

_OF_WHAT = re.compile(r" (?:of|for) (?:the )?[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3}")
"""What an office is of, which the parse leaves out of it: "The Minister| of Finance"."""

_PEER = re.compile(
    r"(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\s+(?:(?P<whose>[A-Z][\w-]+)\s+)?(?:\w+\s+)?(?:counterpart|colleague|friend|host)"
)
"""Somebody of whom is told by what they are to who speaks: "My counterpart", "Our Ruritanian colleague"."""

_COLLEAGUES_AT = re.compile(
    r"(?:[Oo]ur|[Mm]y)\s+(?:[\w-]+\s+){0,2}colleagues\s+(?:at|from|in|with)\s+(?:the\s+)?"
    r"(?P<where>[A-Z][\w-]*(?:\s(?:of|for|the|and|[A-Z][\w-]*)){0,8})(?=\s(?!of\b|for\b|the\b|and\b)[a-z])"
)
"""Who works at a body speaks for it: "Our colleagues at |the Ferry Agency| tell us"."""

_PEERS = re.compile(
    r"(?:(?:[Mm]y|[Oo]ur)\s+)?[A-Z][\w-]+\s+(?:\w+\s+)?(?:colleagues?|partners|friends|neighbours|neighbors|counterparts?|side)"
)
"""Those of a country of whom its name alone is told: "Our Ruritanian colleagues"."""

_THAT = re.compile(r"\s+(?:\w+\s+){0,3}?that\b")


@dataclass
class Before:
    """What was told before a sentence: up to where, via whom, of whom alone, by the last turn and the one before it.

    `subject` is that of the last sentence that has one of its own, no "he"; `in_turns` are all whom labels of turns name.
    """

    end: int = 0
    relayed_by: str = ""
    told_of: tuple[str, ...] = ()
    subject: tuple[int, int] | None = None
    turn_of: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    in_turns: tuple[str, ...] = ()

    def in_paragraph(self, text: str, start: int) -> bool:
        """Whether what begins at a place stands in one paragraph with what was told last."""
        return "\n" not in text[self.end : start]


class Quoted:
    """Asked whom the words mean of somebody whose words are given in a turn."""

    def __init__(self, text: str, cast: Cast, sources: Sources, before: Before) -> None:
        self.text, self.cast, self.sources, self.before = text, cast, sources, before
        self.offices = ToldOffices(text, cast)
        self._beside: dict[tuple[str, str], bool] = {}
        """Of whom a sentence tells beside who holds an office, which the whole text is looked through for."""

    def last_two(self, start: int, end: int, but: Sequence[str]) -> tuple[str, ...]:
        """The two people who are named last between two places, but for some; fewer where fewer are."""
        named = (
            id for _, id in self.cast.named_between(max(start, 0), end) if self.cast.is_person(id) and id not in but
        )
        return tuple(dict.fromkeys(named))[-2:]

    def is_peer(self, mention: tuple[int, int]) -> bool:
        """Whether somebody is told of by what they are to who speaks: "My counterpart"."""
        return _PEER.fullmatch(self.text, *mention) is not None

    def of_who(self, main: Attribution) -> bool:
        """Whether somebody is told of who said something: "I met President Brook, who told me that ..."."""
        of_who = main.antecedent is not None and self.text[slice(*main.source)].casefold() == "who"
        ends = not self.text[main.content.end : self.cast.end_of_sentence(main.content.end)].strip(' .;!?…”"')
        return of_who and ends and (self.to_me(main) or self.says_that(main))

    def to_me(self, main: Attribution) -> bool:
        """Whether an attribution says to whom it was told: to who tells it now, or to theirs."""
        return main.said is not None and _TO_ME.match(self.text, main.said[1]) is not None

    def whom(self, main: Attribution, before: tuple[int, int] | None, own: Told) -> Meant | None:
        """Whom somebody quotes: named, by the office, or "he" and "she" who told them or of whom the sentence `before` is."""
        source = self.text[slice(*main.source)]
        if self.of_who(main) and main.antecedent:
            return self.sources.mean(main.antecedent)
        if _ADDRESSED.fullmatch(source) and (partner := self.partner(own.speakers)):
            return Meant(partner, False)
        if colleagues := _COLLEAGUES_AT.match(self.text, main.source[0]):
            side = self.cast.side(own.speakers[0]) if own.speakers[0] in self.cast.people else ""
            return Meant(self.cast.unnamed(colleagues["where"], (), side), False)
        if peer := _PEER.fullmatch(source):
            return self._peer(peer["whose"] or "", main.source[0], own.speakers)
        if not is_pronoun(source):
            apposed = self.cast.apposed(*main.source)
            return (
                apposed
                or self.in_office(main.source, own.speakers)
                or self.sources.mean(main.antecedent or main.source)
            )
        start = own.content[0] if own.content else main.source[0]
        if beside := self.cast.named_before(source, main.source[0], own.speakers, since=start):
            return Meant(beside, False)
        if told := self.offices.between(start, main.source[0], own.speakers):
            return Meant(told, False)
        if self.to_me(main):
            named = self.offices.last_before(source, main.source[0], own.speakers)
        elif len(self.before.told_of) == 1:
            named = self.before.told_of[0]
        else:
            spoken_of = (
                before and self._is_near(before) and (self.in_office(before, own.speakers) or self.sources.mean(before))
            )
            named = spoken_of.id if spoken_of else ""
        return Meant(named, False) if named and self.cast.may_be(source, named) else None

    def _peer(self, whose: str, start: int, speakers: Sequence[str]) -> Meant | None:
        """Whom "my counterpart" means: who was told of last; of a country, "my Ruritanian colleague", who speaks for it."""
        side = self.cast.sides.of_whole(whose) if whose else ""
        named = "" if side else self.offices.last_before("they", start, speakers)
        if named:
            return Meant(named, False)
        if not side:
            return None
        of = [id for id in self.cast.people if self.cast.is_person(id) and self.cast.side(id) == side]
        return Meant(of[0] if len(of) == 1 else self.cast.colleague(whose, side), len(of) == 1)

    def says_that(self, main: Attribution) -> bool:
        """Whether an attribution gives a clause: "warns that ..."."""
        return main.said is not None and _THAT.match(self.text, main.said[1]) is not None

    def _is_near(self, place: tuple[int, int]) -> bool:
        """Whether a place is in the sentence that was told last, with no paragraph between."""
        return place[1] <= self.before.end and "\n" not in self.text[place[1] : self.before.end + 1]

    def in_office(self, mention: tuple[int, int], speakers: Sequence[str]) -> Meant | None:
        """Who holds an office that is said without a name, by a spokesperson above all: "The Chancellor".

        A spokesperson means the own one, where the table of office-holders knows who that is.
        """
        of_what = _OF_WHAT.match(self.text, mention[1])
        determiner, _, own = self.text[slice(*mention)].partition(" ")
        if determiner.casefold() in ("my", "our") and ends_in_office(own):
            office = own + (of_what[0] if of_what else "")
            id = self.cast.unnamed(office, self.cast.find_all_in(self.cast.title))
            return Meant(self._of_own(id, speakers), False)
        if determiner.casefold() == "your" and ends_in_office(own):
            return self._of_partner(own + (of_what[0] if of_what else ""), speakers)
        if held := self.offices.at(mention[0], speakers) or self._beside_in_title(mention, speakers):
            return Meant(held, False)
        words = re.sub(r"\b[Tt]he same\b", "the", self.text[slice(*mention)])
        again = None if of_what else self.offices.again(mention[0], words, speakers)
        if again:
            return Meant(again, False)
        found = _DEFINITE_OFFICE.fullmatch(self.text, *mention)
        if not found or not ends_in_office(found["office"]):
            return None
        office = found["office"] + (of_what[0] if of_what else "")
        meant = self.sources.mean(mention)
        speaker = self.cast.people.get(speakers[0]) if speakers else None
        side = self.cast.side(speaker.id) if speaker else ""
        abroad = meant is not None and bool(side) and self.cast.side(meant.id) not in ("", side)
        at_home = abroad and speaker is not None and is_staff(speaker.role) and self.cast.known_holder(office, (), side)
        is_another = meant is not None and (
            meant.id in speakers
            or self._is_of_another(meant.id, of_what)
            or self._stands_beside(meant.id, found["office"])
            or (is_deputy(self.cast.people[meant.id].role.split()) and not is_deputy(found["office"].split()))
        )
        others = [meant.id] if meant and (at_home or is_another) else []
        if meant and not others and self.cast.is_person(meant.id):
            return meant
        of_a_country = folded(found["office"]).split()[-1] in _OF_A_COUNTRY
        if meant and not others and not of_what and not self.cast.known_holder(office, (), side):
            return meant._replace(id=self._of_own(meant.id, speakers)) if of_a_country else meant
        id = self.cast.unnamed(office, others, side)
        if speaker and (is_staff(speaker.role) or of_a_country):
            self._of_own(id, speakers)
        return Meant(id, False)

    def _is_of_another(self, id: str, of_what: re.Match[str] | None) -> bool:
        """Whether somebody's office is known and is of something else: a Prime Minister is no "Minister| of Finance"."""
        role = folded(self.cast.people[id].role).split()
        return of_what is not None and bool(role) and folded(of_what[0]).split()[-1] not in role

    def _stands_beside(self, id: str, office: str) -> bool:
        """Whether a sentence tells of somebody beside who holds that office: "The President will meet President Brook"."""
        if not self.cast.is_person(id):
            return False
        if (id, office) not in self._beside:
            surname, held = re.escape(self.cast.people[id].name.split()[-1]), re.escape(office)
            both = rf"\b[Tt]he {held}\b(?! [A-Z])[^.!?\n]{{0,200}}\b{held} (?:[A-Z][\w’'-]* ){{0,2}}{surname}\b"
            self._beside[id, office] = re.search(both, self.text) is not None
        return self._beside[id, office]

    def _of_own(self, id: str, speakers: Sequence[str]) -> str:
        """Somebody of whom is told by an office of a country, "my Minister of the Sea": of that of who speaks, unless told."""
        side = self.cast.side(speakers[0]) if speakers and speakers[0] in self.cast.people else ""
        if side and not self.cast.side(id):
            self.cast.speaks_for(id, side)
        return id

    def _of_partner(self, office: str, speakers: Sequence[str]) -> Meant | None:
        """Who holds an office of the country of who is spoken to: "Your Defence Minister"."""
        partner = self.partner(speakers)
        side = self.cast.side(partner) if partner else ""
        return Meant(self.cast.holder_for(office, side), False) if side else None

    def other_in_title(self, mention: tuple[int, int], speakers: Sequence[str]) -> str | None:
        """Who else of those whom the title names holds the office in some words: "the President", says a president."""
        others = [id for id in self.cast.find_all_in(self.cast.title) if id not in speakers]
        return self.cast.holding(self.text[slice(*mention)], others)

    def _beside_in_title(self, mention: tuple[int, int], speakers: Sequence[str]) -> str | None:
        """The same where the title names two, of whom one speaks: "The Prime Minister told me", says another one."""
        two = self.cast.find_all_in(self.cast.title)
        office = ends_in_office(self.text[slice(*mention)])  # not "President Brook"
        of_two = office and len(two) == 2 and len(set(two) - set(speakers)) == 1
        return self.other_in_title(mention, speakers) if of_two else None

    def partner(self, speakers: Sequence[str]) -> str:
        """Whom somebody speaks to: who had the turn before, else the other one whom the title or a label names."""
        own = tuple(speakers)
        partner = self.before.turn_of if self.before.turn_of != own else self.before.partner
        if not self.cast.people.keys() & set(partner):
            titled = tuple(id for id in self.cast.find_all_in(self.cast.title) if id not in own)
            partner = titled or tuple(id for id in self.before.in_turns if id not in own)
        known = len(partner) == 1 and partner[0] in self.cast.people
        return partner[0] if known and partner != own else ""

    def office_abroad(self, mention: tuple[int, int], speakers: Sequence[str]) -> bool:
        """Whether a mention is an office with its country or body, which is none of those who speak: "The Tolvian President"."""
        held = self.offices.at(mention[0], speakers)
        return held is not None and self.cast.side(held) not in {self.cast.side(id) for id in speakers}

    def is_another_body(self, id: str, sides: AbstractSet[str]) -> bool:
        """Whether an actor is a body that speaks, and none of those for whom the text does: a ministry, an agency, a country."""
        side = self.cast.side(id)
        name = self.cast.people[id].name
        speaks = self.cast.sides.of_whole(without_article(name)) == side or any(is_body(word) for word in name.split())
        return bool(side) and side not in sides and (speaks or _PEERS.fullmatch(name) is not None)
