"""Part of the composer: whom a text means that it tells of by office and country alone, and by "he" and "the Minister" behind it.

I met the Foreign Minister of Ruritania.  He told me ...     who holds that office, without a name
I met my Ruritanian counterpart.  She told me ...            somebody of whom the country alone is told
"""

import re
from collections.abc import Sequence
from functools import cache

from components.model.lexicons import any_of
from components.reading.actors import Cast
from components.reading.offices import OfficeWords, last_office
from components.reading.persons import folded, without_article

BEFORE = 600
"""Characters before a place in which somebody is told of who is meant by an office alone, or by "he" who told it."""

_PEER_OF = re.compile(r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\s+(?P<whose>[A-Z][\w-]+)\s+(?:counterpart|colleague)\b")


@cache
def _with_its_country() -> re.Pattern[str]:
    """An office with its country: "the Minister of Ruritania", "Ruritania’s President", "the Ruritanian foreign minister"."""
    gap, offices = r"[^\S\n]+", any_of(OfficeWords.read().offices)
    capitals = rf"(?:{gap}(?:(?:of|for|and|from){gap})?(?:the{gap})?[A-Z][\w-]*){{1,6}}"
    return re.compile(
        rf"\b(?:[Tt]he{gap}|(?=[A-Z][\w-]+[’']s{gap}))(?P<office>[A-Z][\w’'-]*(?:{capitals}|(?:{gap}[a-z]+){{0,2}}?{gap}{offices}\b))"
    )


def _ends_so(office: list[str], words: list[str]) -> bool:
    """Whether an office ends in some words: "the Minister" is a "Foreign Minister", and no "Prime Minister"."""
    return office[-len(words) :] == words and ("prime" in words or "prime" not in office)


class ToldOffices:
    """Asked who is told of so before a place, at it, and again by the office alone."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text, self.cast = text, cast

    def last_before(self, pronoun: str, start: int, but: Sequence[str]) -> str | None:
        """Who was told of last before a place, by name or by office and country: "the Foreign Minister of Ruritania"."""
        first = max(start - BEFORE, 0)
        named = self.cast.named_between(first, start)
        people = [
            (at, id)
            for at, id in named
            if id not in but and self.cast.is_person(id) and (pronoun == "they" or self.cast.may_be(pronoun, id))
        ]
        office, peer = self._last_office(first, start), self._last_peer(first, start)
        if peer and peer[0] > max([0, *(at for at, _ in people), *(office or ())[:1]]):
            return self.cast.colleague(peer[1], self.cast.sides.of_whole(peer[1]))
        if office and (not people or office[0] > people[-1][0]):
            return self._holder_at(*office, but)
        return people[-1][1] if people else self.cast.named_before(pronoun, start, but)

    def at(self, start: int, but: Sequence[str]) -> str | None:
        """Who holds the office that stands at a place with its country, and is none of some others."""
        found = _with_its_country().match(self.text, start)
        words = found["office"].split() if found else []
        told = found and last_office(words) is not None and self.cast.sides.of_office(found["office"])
        return self._holder_at(*found.span("office"), but) if found and told else None

    def between(self, first: int, last: int, but: Sequence[str]) -> str | None:
        """Who is told of last between two places by office and country: "I met |the Minister of Ruritania, and |he said"."""
        office = self._last_office(first, last)
        return self._holder_at(*office, but) if office else None

    def _last_peer(self, first: int, last: int) -> tuple[int, str] | None:
        """Where somebody's peer of a country is told of last, and the word for the country: "my Ruritanian counterpart"."""
        peers = [each for each in _PEER_OF.finditer(self.text, first, last) if self.cast.sides.of_whole(each["whose"])]
        return (peers[-1].start(), peers[-1]["whose"]) if peers else None

    def again(self, start: int, words: str, but: Sequence[str]) -> str | None:
        """Who was told of before by office and country and is meant by the office alone: "the Minister"."""
        plain = folded(without_article(words)).split()
        if last_office(plain) != len(plain) - 1 or self.cast.sides.of_office(words):
            return None
        office = self._last_office(max(start - BEFORE, 0), start, plain)
        return self._holder_at(*office, but) if office else None

    def _holder_at(self, start: int, end: int, but: Sequence[str]) -> str | None:
        """Who holds an office that is told with its country: the only one of that side, else somebody without a name."""
        words = self.text[start:end]
        side = self.cast.sides.of_office(words)
        office = folded(words).split()[: (last_office(words.split()) or 0) + 1]
        held = self.cast.may_hold(office, side, but)
        return held[0] if len(held) == 1 else self.cast.told_by_office(words, side)

    def _last_office(self, first: int, last: int, words: Sequence[str] = ()) -> tuple[int, int] | None:
        """Where an office with its country stands last, that ends in some words."""
        for found in reversed(list(_with_its_country().finditer(self.text, first, last))):
            office = folded(found["office"]).split()
            end = last_office(office)
            if end is None or (words and not _ends_so(office[: end + 1], list(words))):
                continue
            if self.cast.sides.of_office(found["office"]):
                return found.span("office")
        return None
