"""Part of the composer: for which country or body somebody speaks, by what they say themselves and by those beside them."""

import re
from collections import Counter
from collections.abc import Iterable

from components.model import countries
from components.reading.actors import Cast
from components.reading.offices import is_head
from components.reading.own_words import called_own, who_acts
from components.reading.persons import without_article
from components.reading.told import Told

MOSTLY, OFTEN = 0.7, 2
"""Somebody speaks for a country of whose acts they tell more than this share of all countries' acts; for a body, as often."""


_ITS_VIEW = re.compile(
    r"\b(?P<who>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})[’']s? (?:\w+ )?(?:reaction|response|comments?|position|views?|stance)\b"
)
"""Whose view the press asks for: "Please give |Ruritania|’s reaction to ..."."""


def asked_for_its_view(text: str, cast: Cast) -> str:
    """The one country or body whose view is asked for: "What is Ruritania’s position on ...?"; nothing where several are."""
    asked = {cast.sides.of_whole(each["who"]) for each in _ITS_VIEW.finditer(text)} - {""}
    return asked.pop() if len(asked) == 1 else ""


class SpokenFor:
    """Takes note of what is said, and learns at the end who speaks for whom of whom nothing else tells it.

    `alone`: one government alone meets the press.
    """

    def __init__(self, text: str, title: str, cast: Cast, *, alone: bool) -> None:
        self.text, self.title, self.cast, self.alone = text, title, cast, alone
        self.spoken_for: dict[str, Counter[str]] = {}
        self.calls_own: dict[str, set[str]] = {}

    def note_acts(self, own: Told) -> None:
        """Take note of the country or body whose acts somebody tells in the present: "France regrets the decision"."""
        if own.form != "direct" or len(own.speakers) != 1:
            return
        words = self.text[slice(*own.content)] if own.content else ""
        for who in who_acts(words):
            if side := self.cast.sides.of_whole(who):
                self.spoken_for.setdefault(own.speakers[0], Counter())[side] += 1

    def note_own(self, told: Told) -> None:
        """Take note of the country that somebody calls their own: "our country, Ruritania"."""
        if told.form != "direct" or len(told.speakers) != 1 or not told.content:
            return
        for who in called_own(self.text[slice(*told.content)]):
            if side := self.cast.sides.of_whole(without_article(who)) or self.cast.sides.of_office(who):
                self.calls_own.setdefault(told.speakers[0], set()).add(side)

    def learn(self, participants: Iterable[str]) -> None:
        """Who is of no other side speaks for the one country that they call their own, else for the one whose acts they tell.

        Of these nearly all must be of one country: what others do is told in the present, too. Who governs a part
        of a country, or serves where its head meets the own people, speaks for the one country of all others who are heard.
        """
        for id, own in self.calls_own.items():
            if id in self.cast.people and len(own) == 1 and not self.cast.side(id):
                self.cast.speaks_for(id, next(iter(own)))
        for id, sides in self.spoken_for.items():
            side, count = sides.most_common(1)[0]
            sure = MOSTLY * sides.total() < count and (count >= OFTEN or countries.is_state(side))
            if id in self.cast.people and sure and not self.cast.side(id):
                self.cast.speaks_for(id, side)
        self._learn_from_those_beside()
        people = [id for id in participants if id in self.cast.people and self.cast.is_person(id)]
        told = {side for id in people if (side := self.cast.side(id))}
        among_itself = len(told) == 1 and self._meets_its_own(people)
        for id in people if len(told) == 1 else ():
            role = self.cast.people[id].role
            serves = among_itself and role and not is_head(role) and not self.cast.side(id)
            if serves or self.cast.sides.is_at_home(role):
                self.cast.speaks_for(id, *told)

    def _meets_its_own(self, people: Iterable[str]) -> bool:
        """Whether who heads a government meets its own people: the title names no country and no guest.

        "Meeting with Government members": in one with guests, it says who they are.
        """
        named = self.cast.find_all_in(self.title)
        if self.cast.sides.named_in(self.title) or any(not self.cast.side(id) for id in named):
            return False
        return any(self.cast.side(id) and is_head(self.cast.people[id].role) for id in people)

    def _learn_from_those_beside(self) -> None:
        """Who meets the press beside somebody of a known side is of it, where one government alone does so.

        Not who heads another government, and nobody where the title names somebody of no known side: then the others are guests.
        """
        if not self.alone:
            return
        own = [id for id in self.cast.own if id in self.cast.people]
        told = {side for id in own if (side := self.cast.side(id))}
        if not told and (asked := asked_for_its_view(self.text, self.cast)):
            told = {asked}
        guests = [id for id in self.cast.find_all_in(self.title) if not self.cast.side(id)]
        if len(told) != 1 or guests:
            return
        for id in own:
            if self.cast.is_person(id) and not is_head(self.cast.people[id].role) and not self.cast.side(id):
                self.cast.speaks_for(id, *told)
