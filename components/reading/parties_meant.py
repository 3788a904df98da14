"""Part of the composer: which of a meeting's parties a mention means: all of them, who is named, or who holds the office."""

import re
from collections.abc import Callable
from functools import cache

from components.model.lexicons import any_of
from components.reading.accounts import ReadoutWords, means_all
from components.reading.actors import Cast
from components.reading.offices import (
    OFFICE_ALONE,
    OfficeWords,
    in_full,
    is_body,
    is_deputy,
    is_office,
    last_office,
    office_itself,
)
from components.reading.parties import AND, CALLS, WITH
from components.reading.people import Meant
from components.reading.persons import folded, is_honorific, looks_like_a_name, may_be_one, without_article
from components.reading.pronouns import as_subject, is_pronoun
from components.reading.told import paragraph_of
from components.reading.whole_names import parted

Mean = Callable[[tuple[int, int]], Meant | None]
"""Whom a mention at a place means."""

_COLLEAGUE = re.compile(r"(?:[Hh]is|[Hh]er)\s+(?:[A-Z][\w-]+\s+)?(?:counterpart|colleague|interlocutor)")

_OF_A_REGION = re.compile(
    r"(?:[Tt]he|[Aa]ll|[Bb]oth)\s+(?:(?:two|three|four|five|six)\s+)?(?P<of>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)\s+"
    r"(?:[Ll]eaders|[Pp]residents|[Mm]inisters|officials|guests|visitors|principals)"
)
"""Some of the parties by where they come from: "The three |Baltic| leaders", "the |Central American| Presidents"."""

_LEADERS_OF = re.compile(
    r"[Tt]he\s+(?:[Ll]eaders|[Pp]residents|[Mm]inisters|[Pp]rime [Mm]inisters)\s+of\s+(?P<of>[A-Z].{3,90})"
)
"""The same by their countries: "The leaders of |Ruritania and Tolvia"."""

_TEAMS = re.compile(r"\b(?:sides|delegations|teams|governments|countries)$")

_WITH_COUNTERPARTS = re.compile(r"\band (?:his|her) (?:\w+ )?(?:counterparts|colleagues|interlocutors)$")
"""All of more than two: "The President| and his counterparts"."""

_THE_OFFICE = re.compile(r"\bthe (?P<office>(?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,4})")
"""An office with its article: "the Prime Minister", "the Ruritanian Foreign Minister"."""

AN_OFFICE = re.compile(r"[Tt]he (?P<office>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})")
"""The same, and nothing else."""

_TWO = re.compile(r"\b(?:two|both)\b", re.IGNORECASE)

AT_THE_HEAD = 400
"""Characters at the head of an account in which it is told who received whom."""

_GUEST_OR_HOST = re.compile(
    r"(?:[Tt]he|[Hh]is|[Hh]er)\s+(?:visiting\s+)?(?:(?:guest|envoy|visitor|dignitary)|(?P<host>host))"
)

_GUESTS = re.compile(r"(?:[Tt]he|[Aa]ll) (?:the )?(?:guests|visitors)")

_RECEIVED = re.compile(r"\b(?:received|receives|hosted|welcomed)\b(?!\s+(?:by|an?\s+(?:\w+\s+)?call)\b)")

_OF_WHOM = re.compile(r"\b[Tt]he (?P<office>(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*)['’]s?\s")
"""How a title names the host by an office alone: "Readout of |the President|’s Calls with ..."."""

_BEGINS_WITH = re.compile(
    r"(?P<office>(?:[A-Z][a-z]+\s){0,2}[A-Z][A-Za-z]+)(?:['’]s)?\s(?:[Cc]alls?|[Mm]eet(?:s|ing)|[Tt]alks|[Ss]p(?:eaks|oke)|[Hh]olds)\s(?:\w+\s)?with\b"
)
"""The same at the head of a title: "|PM| call with Prime Minister Dale"."""

_HEAD_OF = re.compile(r"[Tt]he [Hh]ead of (?P<of>[Ss]tate|[Gg]overnment)\b")

_SIDE = re.compile(r"\b(?:side|party|delegation)$")

_VISITING = re.compile(r"\bvisiting\b")

_ON_A_VISIT = re.compile(r"\bon an? (?:\w+,? ){0,3}visit\b")
"""How it is told that who is named before it came to the other one: "Ana Brook, who is in Ruritania on a state visit"."""

_CALLED_ON = re.compile(r"\b(?:(?:call|calls|called)\s+on|(?:paid|pays)\s+an?\s(?:\w+\s)?(?:call|visit)\s(?:on|to))\b")
"""How it is told that the first one who is named came to the other one."""


class PartiesMeant:
    """The parties of a meeting, and who of them spoke last."""

    def __init__(self, text: str, cast: Cast, parties: tuple[str, ...], mean: Mean) -> None:
        self.text, self.cast, self.parties, self.mean = text, cast, parties, mean
        self.before: tuple[str, ...] = ()
        """Who spoke in the last sentence."""
        self.alone = ""
        """Who alone spoke last, or met the others: whom "he" and "she" mean."""
        self.spoke: list[tuple[int, str]] = []
        """Who alone spoke, and where."""
        self.guests: list[str] = []
        """Whom the host of several meetings has met."""
        if any(map(self._heads_a_body, parties)):  # "the President" may be a country's, or a bank's
            for id in parties:
                cast.learn_known_office(id)
        self.host, self.called_by_office = _called_by_office(text, cast, parties)
        """The host, and how they are called throughout, if by an office alone: "the President"."""
        head = (_RECEIVED, _CALLED_ON, _ON_A_VISIT)
        self.received, self.called_on, self.on_a_visit = (each.search(text, 0, AT_THE_HEAD) for each in head)

    def heard(self, speakers: tuple[str, ...], end: int) -> None:
        """Take note of who spoke in a sentence that ends at a place, also where it is quoted."""
        self.before = tuple(id for id in speakers if id in self.cast.people)
        self.alone = self.before[0] if len(self.before) == 1 else self.alone
        self.spoke += [(end, id) for id in self.before if len(self.before) == 1]

    def turn_to(self, host: str, guest: str) -> None:
        """Take note of another meeting of the host's: from here on these two are the parties."""
        self.guests = [*(self.guests or [id for id in self.parties if id != host]), guest]
        self.parties = (host, guest)

    def is_one(self, subject: tuple[int, int], id: str) -> bool:
        """Whether "he" or "she", as the subject of a sentence, may be somebody who spoke or acted before."""
        words = self.text[slice(*subject)]
        return bool(id) and words in ("He", "She") and self.cast.may_be(words.casefold(), id)

    def acted(self, id: str) -> None:
        """Take note of who met the others."""
        self.alone = self.alone or id

    def at(self, mention: tuple[int, int]) -> tuple[str, ...]:
        """The parties that a mention means: one, or all."""
        words = self.text[slice(*mention)]
        if means_all(words):
            return self.all_of(words, mention)
        one = self.one(mention)
        return (one,) if one else ()

    def by_subject(self, core: tuple[int, int], subject: tuple[int, int]) -> tuple[str, ...]:
        """Which parties a subject means: all, those that it names, or the one for whom a pronoun or an office stands."""
        core, subject = self.cast.behind_dignity(*core), self.cast.behind_dignity(*subject)
        words = self.text[slice(*subject)]
        if _some_of_them().fullmatch(words) and (groups := [id for id in self.parties if not self.cast.is_person(id)]):
            return tuple(groups)
        if self._names_another(words):
            return ()
        if some := self._of_a_region(words):
            return some
        if means_all(words):
            return self.all_of(words, subject)
        if self.guests and _GUESTS.fullmatch(words):
            return tuple(self.guests)
        named = tuple(id for id in self.cast.find_all_in(words) if id in self.parties)
        if len(self.parties) > 2 and _WITH_COUNTERPARTS.search(words):
            return self.parties
        if joint := AND.search(words):
            cut = (subject[0] + joint.start(), subject[0] + joint.end())
            halves = (self.one((subject[0], cut[0])), self.one((cut[1], subject[1])))
            both = tuple(dict.fromkeys(id for id in halves if id))
            if len(both) > 1 or len(named) == 1:
                return both if len(both) > 1 else self.parties
            groups = [id for id in self.parties if self._is_group(id, words[joint.end() :])]
            if both and groups:
                return (*both, *groups)
            if named or (both and _is_held(words[: joint.start()]) and _is_held(words[joint.end() :])):
                return named or self.parties
        if len(named) == 1:
            return named
        one = self.one(subject) or self.one(core)
        return (one,) if one else ()

    def _is_group(self, id: str, words: str) -> bool:
        """Whether words mean those whom somebody met, who are a group: "the leaders", of "Coastal Leaders"."""
        name = self.cast.people[id].name
        return not self.cast.is_person(id) and folded(without_article(words)) == folded(name).split()[-1]

    def _names_another(self, words: str) -> bool:
        """Whether words end in the name of nobody who met: "the Director General of the Relief Centre, Dr. Ana Brook,"."""
        _, comma, last = words.rstrip(" ,").rpartition(", ")
        name = parted(last)[1].split() if comma else []
        called = " ".join(name)
        named = len(name) > 1 and all(map(looks_like_a_name, name)) and last_office(name) is None
        known = [self.cast.people[id].name for id in self.parties]
        return named and not self.cast.sides.named_in(called) and not any(may_be_one(called, each) for each in known)

    def _of_a_region(self, words: str) -> tuple[str, ...]:
        """Of more than two parties those of one country, or the guests, as those of theirs: "The three Baltic leaders"."""
        if len(self.parties) < 3:
            return ()
        if named := _LEADERS_OF.fullmatch(words):
            of = self.cast.sides.named_in(named["of"])
            fit = [id for id in self.parties if self.cast.side(id) in of]
            return tuple(fit) if 1 < len(fit) == len(of) else ()
        told = _OF_A_REGION.fullmatch(words)
        if told is None:
            return ()
        side = self.cast.sides.of_office(f"{told['of']} leader")
        fit = [id for id in self.parties if (self.cast.side(id) == side if side else id != self.host)]
        return tuple(fit) if len(fit) > 1 else ()

    def all_of(self, words: str, subject: tuple[int, int]) -> tuple[str, ...]:
        """Whom "they" and "both" mean: all, but of more than two "the two", and after several calls those of the paragraph.

        They are who was named last in it, the host beside one guest. Whom the sentence goes on to name is none of the two.
        """
        title = self.cast.title
        two = _TWO.search(words) is not None and not _TEAMS.search(words)
        if len(self.parties) < 3 or not (two or CALLS.search(title)):
            return self.parties
        guests = self.cast.find_all_in(WITH.split(title, maxsplit=1)[-1])
        hosts = [id for id in self.parties if id not in guests]
        named = self._told_of(subject[0])
        if CALLS.search(title) and len(hosts) == 1 and not set(named) - set(hosts):
            above = self.text[: paragraph_of(self.text, subject[0])].rstrip()
            named = self._told_of(len(above))
        if len(named) == 1 and len(hosts) == 1:
            named = list(dict.fromkeys((*hosts, *named)))
        beside = self.cast.find_all_in(self.text[subject[1] : self.cast.end_of_sentence(subject[1])])
        left = [id for id in self.parties if id not in beside]
        if two and len(left) == 2:
            return tuple(left)
        one_call = len(named) == 2 and (two or set(named) & set(hosts))
        return tuple(named[-2:]) if one_call or (two and len(named) > 2) else self.parties

    def _told_of(self, end: int) -> list[str]:
        """The parties who are named, or spoke alone, in a paragraph up to a place."""
        start = paragraph_of(self.text, max(end - 1, 0))
        named = (id for id in self.cast.find_all_in(self.text[start:end]) if id in self.parties)
        return list(dict.fromkeys((*named, *(id for place, id in self.spoke if start < place <= end))))

    def one(self, mention: tuple[int, int]) -> str | None:
        """The party that a mention means: by a pronoun, a name, an office or a country; None where none or several fit."""
        words = self.text[slice(*mention)]
        if who := self._by_pronoun(mention):
            return who
        if _VISITING.search(words) and len(self.parties) == 2:
            return self._guest()
        people = self.cast.find_all_in(words)
        if named := [id for id in people if id in self.parties]:
            return named[0]
        if people and self._is_office_of(people[0], words):
            return None
        if not people and (called := self._by_first_name(mention)):
            return called
        if guest := self._guest_or_host(words) or self._colleague(words):
            return guest
        if dignity := self._by_dignity(words):
            return dignity
        told = _HEAD_OF.match(self.text, mention[0])
        if told and (head := self._head_of(told["of"].casefold())):
            return head
        if self.called_by_office and folded(words) == self.called_by_office:
            return self.host
        if held := self.cast.holding(words, self._latest_first()) or self._the_other(words):
            return held
        if sided := self.cast.sided(words, self.parties):
            return sided
        if left := self._side_left(words):
            return left
        meant = self.mean(mention)
        return meant.id if meant and meant.id in self.parties else None

    def beside(self, mention: tuple[int, int]) -> tuple[str, ...]:
        """Who else says something in a sentence in which somebody did: "he" and "she" are the only one who may be."""
        words = self.text[slice(*mention)]
        if not is_pronoun(words):
            return self.by_subject(mention, mention)
        fit = [id for id in self.parties if self.cast.may_be(words, id)]
        return tuple(fit) if len(fit) == 1 else ()

    def _head_of(self, what: str) -> str | None:
        """The one party who heads a state or a government, where the parse cuts "the Head| of State"."""
        words = OfficeWords.read()
        offices = words.of_state if what == "state" else words.of_government
        roles = {id: folded(office_itself(self.cast.people[id].role)) for id in self.parties}
        heads = [id for id, role in roles.items() if role.endswith(offices) and not is_deputy(role.split())]
        heads = [id for id in heads if not self._heads_a_body(id)]
        return heads[0] if len(heads) == 1 else None

    def _heads_a_body(self, id: str) -> bool:
        """Whether an office is of a body and no country: "President of the Lake Bank"."""
        return any(map(is_body, self.cast.people[id].role.split()))

    def _side_left(self, words: str) -> str:
        """The only party of whom nothing tells the country, where nobody else is of the one named: "the Ruritanian side"."""
        side = self.cast.sides.of_office(words) if _SIDE.search(words) else ""
        of = {id: self.cast.side(id) for id in self.parties}
        left = [id for id, known in of.items() if not known]
        if not side or side in of.values() or len(left) != 1:
            return ""
        self.cast.speaks_for(left[0], side)
        return left[0]

    def _latest_first(self) -> tuple[str, ...]:
        """The parties; of more than two who spoke last goes first: "the Ambassador" of several is the one just heard."""
        several = len(self.parties) > 2 and self.alone in self.parties
        return tuple(dict.fromkeys((self.alone, *self.parties))) if several else self.parties

    def _by_dignity(self, words: str) -> str | None:
        """The one party whose title some words are: "His Majesty", of His Majesty King Carl."""
        if not is_honorific(words.rsplit(maxsplit=1)[-1]):
            return None
        whose, *_, dignity = folded(words).split() if " " in words else ("", folded(words))
        titled = [id for id in self.parties if dignity in folded(self.cast.people[id].role).split()]
        if not titled and whose in ("his", "her"):
            titled = [id for id in self.parties if self.cast.may_be(as_subject(whose), id)]
        return titled[0] if len(titled) == 1 else None

    def _guest_or_host(self, words: str) -> str | None:
        """Of two parties, of whom one received the other, who is told of as a guest, an envoy or a host."""
        told = _GUEST_OR_HOST.fullmatch(words)
        if not told or len(self.parties) != 2:
            return None
        if words[:1] in "Hh" and (other := self._another_than_last()):
            return other
        guest = self._guest()
        came = self.received or self.called_on or self.on_a_visit
        return next(id for id in self.parties if (id == guest) is not bool(told["host"])) if came else None

    def _guest(self) -> str:
        """Which of two came to the other one: whom they received, who called on them or is on a visit, else the second."""
        hosts, callers, visitors = map(self._named_before, (self.received, self.called_on, self.on_a_visit))
        if host := next((id for id in reversed(hosts) if id in self.parties), None):
            return next(id for id in self.parties if id != host)
        return next((id for id in (*callers, *reversed(visitors)) if id in self.parties), self.parties[1])

    def _named_before(self, told: re.Match[str] | None) -> list[str]:
        """The people who are named before what tells who came; nobody where nothing does."""
        return self.cast.find_all_in(self.text[: told.start()]) if told else []

    def _colleague(self, words: str) -> str | None:
        """The one of two parties who is not whom was told of last: "His Ruritanian colleague"."""
        if not _COLLEAGUE.fullmatch(words):
            return None
        of = self.cast.sides.of_office(without_article(words).split(maxsplit=1)[-1])
        fit = [id for id in self.parties if of and self.cast.side(id) == of]
        if len(fit) == 1:
            return fit[0]
        return self._another_than_last() if len(self.parties) == 2 else None

    def _another_than_last(self) -> str | None:
        last = self.before[0] if len(self.before) == 1 else self.alone
        return next((id for id in self.parties if id != last), None) if last in self.parties else None

    def _the_other(self, words: str) -> str | None:
        """The party of whom no office is told, where the office in some words is nobody else's: "the President"."""
        titled = AN_OFFICE.fullmatch(words)
        untold = [id for id in self.parties if self.cast.is_person(id) and not self.cast.people[id].role]
        return untold[0] if titled and is_office(titled["office"].split()[-1]) and len(untold) == 1 else None

    def _by_pronoun(self, mention: tuple[int, int]) -> str | None:
        """Whom "he" or "she" means: who spoke alone last or met the others, but nobody who is called something behind it.

        In "He thanked the Prime Minister" that one is another; where there are two parties, it is the other one.
        """
        words = self.text[slice(*mention)]
        last = self.before[0] if len(self.before) == 1 else self.alone
        if not last or not self.cast.may_be(words, last):
            return None
        if not self._is_called_behind(last, mention[1]):
            return last
        others = [id for id in self.parties if id != last and self.cast.may_be(words, id)]
        return others[0] if len(others) == 1 else None

    def _is_called_behind(self, id: str, start: int) -> bool:
        """Whether the rest of a sentence names a party, or its office, which nobody else of them has."""
        rest = self.text[start : self.cast.end_of_sentence(start)]
        if id in self.cast.find_all_in(rest):
            return True
        return any(self._called_so(found["office"]) == [id] for found in _THE_OFFICE.finditer(rest))

    def _called_so(self, office: str) -> list[str]:
        """Whose office it is, of the parties: an "Adviser to the President" is no President."""
        named = self._without_country(office)
        return [id for id in self.parties if named and self._without_country(self.cast.people[id].role) == named]

    def _without_country(self, office: str) -> str:
        """An office without the country, or what else it is of: "president" for "Ruritanian President"."""
        words = folded(office_itself(office)).split()
        return " ".join(word for word in words if not self.cast.sides.is_word(word))

    def _by_first_name(self, mention: tuple[int, int]) -> str | None:
        """The party whose name stands behind an office in another order than the whole name: "Minister Brook", of Brook Ana."""
        words = self.text[slice(*mention)].split()
        last = last_office(words)
        if last is None or last + 1 >= len(words):
            return None
        meant = self.mean(mention)
        return meant.id if meant and meant.id in self.parties else None

    def _is_office_of(self, id: str, words: str) -> bool:
        """Whether only an office stands before somebody's name: "Foreign Minister Carl Dale"."""
        before = words[: words.find(self.cast.people[id].name.split()[-1])]
        return all(word[:1].isupper() or word == "the" for word in before.split())


def _is_held(words: str) -> bool:
    """Whether words end with an office or a dignity, and no name: "His Highness", "the Ruritanian President"."""
    last = words.split()[-1:]
    return any(is_office(word) or is_honorific(word) for word in last)


def _called_by_office(text: str, cast: Cast, parties: tuple[str, ...]) -> tuple[str, str]:
    """The host who is called by an office alone, by the title or, of more than two parties, by the first words; and how."""
    whose = _OF_WHOM.search(cast.title) or _BEGINS_WITH.match(cast.title)
    if whose and len(parties) == 2 and cast.find_all_in(cast.title[: whose.end()]):
        whose = None  # the title names the host before
    others = [id for id in parties if id not in cast.find_all_in(cast.title)] if whose else []
    if whose and len(others) == 1 and is_office(whose["office"].split()[-1]):
        return others[0], f"the {folded(in_full(whose['office']))}"
    if len(parties) < 3:
        return parties[0], ""
    opens = None if parties[0] in cast.find_all_in(text[:AT_THE_HEAD]) else OFFICE_ALONE.match(text)
    guests = cast.find_all_in(WITH.split(cast.title, maxsplit=1)[-1]) if CALLS.search(cast.title) else []
    untitled = [id for id in parties if id not in guests]
    host = untitled[0] if guests and len(untitled) == 1 else parties[0]
    return host, f"the {folded(opens['office'])}" if opens else ""


@cache
def _some_of_them() -> re.Pattern[str]:
    """Those who met somebody, where they are a group: "Several prime ministers"."""
    them = any_of((*ReadoutWords.read().together, "members", "ambassadors"))
    return re.compile(
        rf"(?:[Aa] number of|[Ss]everal|[Ss]ome|[Mm]any|[Tt]he other) (?:of (?:the|those) )?(?:\w+ )?(?:{them})"
    )
