"""Part of the composer: who the parties of a meeting are, by its title and its first sentences.

Of several meetings that one account tells of, each has the same host and another guest.
"""

import re
from functools import cache

from components.model.lexicons import any_of
from components.reading.accounts import ReadoutWords
from components.reading.actors import Cast
from components.reading.genres import by_whom, meeting_in
from components.reading.labels import is_staff
from components.reading.offices import OFFICE_ALONE, ends_in_office, is_deputy
from components.reading.persons import folded
from components.reading.told import paragraph_of

WITH = re.compile(r"\b(?:with|call from)\b", re.IGNORECASE)
"""What stands between the host and the guests in a title."""

AND = re.compile(r"\s+and\s+")

CALLS = re.compile(r"\b(?:calls|conversations|talks|meetings)\s+with\b", re.IGNORECASE)
"""How a title tells of several meetings, one after the other."""

_NAMED_BESIDE = re.compile(
    r"(?:\s+(?:of|for|and|the|[A-Z][\w’'-]*|\([A-Z][\w-]*\))){0,12},\s+(?P<name>(?:[A-Z][A-Za-z]{0,3}\.\s?){0,4}[^,.\n]{3,60})"
)
"""The name behind an office and what it is of: "The Minister| for Foreign Affairs, Ana Brook"."""

_ANOTHER_OFFICE = re.compile(r"\s+and\s+the\b")
"""What makes an office behind another one somebody else's: "The Premier| and the Ruritanian President, Ana Brook"."""

_HEADS_OF = re.compile(
    r"\bwith\s+(?:the\s+)?(?:\w+\s+){0,2}(?:leaders|heads|presidents|ministers|counterparts)\s+"
    r"(?:of\s+\w+\s+)?(?:from|of)\s+(?P<who>.+)"
)

_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[DJMS]r)(?<!\bMs)(?<!\bMrs)(?<!\bSt)\.\s")
"""Where the first sentence ends: not behind an initial or a title."""

_MET_AT_ONCE = re.compile(r"\b(?:with|hosted|welcomed)\s+(?!(?:his|her)\s)")

_LIST = re.compile(
    r"(?:(?:the|a|of|for|and|to the|Mr|Ms|Mrs|Dr|H\.E|[^\W\d_a-z][\w’'-]*\.?|newly elected)(?:\.|,)?\s+){2,40}"
    r"[^\W\d_a-z][\w’'-]*"
)
"""Offices, names and countries one after the other, as long as nothing else stands between them."""

_HOSTED_AT = re.compile(
    r"[^;:\n]{0,60}?\b(?:received|receives|hosted|welcomed)\b[^;:\n]{3,160}?,?\s(?:at|in)\s(?:the\s|his\s|her\s)?"
    r"(?P<seat>(?:\d{1,3}\s)?[^\W\d_a-z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})"
)

_FOR = re.compile(r"\b(?:to (?:discuss|review|mark)|about|regarding|concerning|following|ahead of)\b")

_OFFICES_OF = re.compile(
    r"[Tt]he (?P<office>(?:[Ff]oreign |[Dd]efen[cs]e |[Pp]rime |[Ff]inance )?(?:[Mm]inisters|[Pp]residents|[Cc]hancellors)) of "
    r"(?P<who>[^,.;]{5,120})"
)
"""How several are told of who hold one office each in a country of their own."""

_CONSULTATIONS = re.compile(
    r"\b(?:consultations|dialogue|talks|(?:joint|mixed) (?:\w+ )?(?:commission|committee)|working group)\b",
    re.IGNORECASE,
)
"""What officials of two countries meet for."""

_COUNTERPART_OF = re.compile(
    r"\b(?i:his|her|its|their)\s+(?:(?P<whose>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+)?(?i:counterpart)\b"
    r"(?(whose)|\s+(?:from|of)\s+(?:the\s+)?(?P<where>[A-Z][\w-]+(?:\s[A-Z][\w-]+)*))"
)

_COUNTERPARTS = re.compile(r"\b(?:his|her) counterparts?,? (?P<who>[A-Z][^.;]{3,200})")
"""Whom somebody met, told behind the first sentences: "his counterparts |Ana Brook of Ruritania and Carl Dale"."""

_HELD_TALKS = re.compile(
    r"\b(?:held|holding|during|in)\s+(?:\w+\s+){0,3}(?:talks|meeting|discussions)\s+with\s+(?P<who>(?:visiting\s+)?[A-Z][^.;\n]{3,120})"
)
"""The same: "when he held talks with |Prime Minister Brook"."""

_COUNTERPART = re.compile(r"[^.\n]*\bcounterpart\b")

OFFICE_BESIDE = re.compile(r",\s[^,.;:]{3,80},")
"""What stands between commas behind a name: "Ambassador Ina Cole|, spokesperson of the Ministry,| stated"."""


def parties_of(title: str, head: str, opens: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """The parties of a meeting: who is named in its title, and its host, whom the first sentences may name alone.

    `head` are the first sentences, `opens` who is the subject of the first one.
    """
    named = meeting_in(title) or by_whom(title)
    found = cast.find_all_in(named) or cast.find_all_in(title)
    found = found or _by_offices_of(head, cast)
    hosted = bool(cast.find_all_in(WITH.split(named, maxsplit=1)[0])) and len(found) > 1
    if not hosted and (host := _unnamed_host(head, found, cast)):
        hosted = bool(found)
        found, opens = [host, *found], ()
    staff = _who_relays(head, cast)
    named_first = (id for id in (*opens, *cast.find_all_in(head)) if id not in (*found, staff))
    others = [id for id in named_first if not is_staff(cast.people[id].role)]
    of = cast.sides.named_in(WITH.split(named, maxsplit=1)[-1]) if WITH.search(named) else []
    of = of or _sides_met(head, cast) or _side_of_counterpart(title, head, cast)
    wanted = 0 if hosted else max(1, 2 - len(found), len(of) + 1 - len(found))
    if len(found) < 2 and _of_several().search(title):
        met = [id for id in _met_in(head, cast) if id not in found]
        wanted = max(wanted, len(met)) if met or of or not _group().search(title) else 0
    listed = _met_together(head, cast)
    parties = tuple(dict.fromkeys((*found, *list(dict.fromkeys(others))[:wanted], *listed)))
    if len(parties) == 2 and len(of) == 1 and not cast.side(parties[1]) and cast.side(parties[0]) != of[0]:
        cast.speaks_for(parties[1], of[0])  # "Call with Ruritanian Minister"
    group = (_group().search(title) or _group().search(head)) if len(parties) == 1 else None
    return (*parties, cast.unnamed(group["who"])) if group else parties


@cache
def _group() -> re.Pattern[str]:
    """Who meets somebody, without names: "held a session with |permanent members of the Council"."""
    return re.compile(
        r"\b(?:with|hosted)\s+(?P<who>(?:the\s+|a group of\s+)?(?:[\w’'-]+\s+){0,4}"
        rf"(?i:{any_of(ReadoutWords.read().groups)})\b(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?)"
    )


@cache
def _of_several() -> re.Pattern[str]:
    """How a title that names nobody, or the host alone, tells that several met."""
    return re.compile(rf"\b{any_of(ReadoutWords.read().several)}\b", re.IGNORECASE)


def _who_relays(head: str, cast: Cast) -> str:
    """The spokesperson whom a head names as one behind another office: "Ambassador Ana Brook, spokesperson for ..., stated"."""
    beside = OFFICE_BESIDE.search(head)
    people = cast.find_all_in(head[: beside.start()]) if beside and is_staff(beside[0]) else []
    return people[-1] if people else ""


def seat_of_host(head: str) -> str:
    """Where who is told of by office alone had a guest: "The President received Ana Brook at |the Lake Palace|"; else nothing."""
    office = OFFICE_ALONE.match(head)
    hosted = _HOSTED_AT.match(head, office.end()) if office else None
    return hosted["seat"] if hosted else ""


def countries_that_met(title: str, cast: Cast) -> tuple[str, ...]:
    """The two countries whose officials met, where the title names nobody else: "7th Ruritania-Tolvia Consultations"."""
    sides = cast.sides.named_in(title) if _CONSULTATIONS.search(title) and not cast.find_all_in(title) else []
    return tuple(id for side in sides for id in cast.body(side)) if len(sides) == 2 else ()


def with_counterparts(parties: tuple[str, ...], text: str, cast: Cast) -> tuple[str, ...]:
    """Whom the only party of title and head met, as is told later: "with his counterparts Ana Brook and Carl Dale"."""
    told = (_COUNTERPARTS.search(text) or _HELD_TALKS.search(text)) if len(parties) == 1 else None
    return tuple(dict.fromkeys((*parties, *(cast.find_all_in(told["who"]) if told else ()))))


def learn_sides(parties: tuple[str, ...], text: str, cast: Cast) -> None:
    """Take note of whose country is told by the other party's, and of who speaks for the issuer's own."""
    _learn_from_partner(parties, f"{cast.title}\n{text}", cast)
    of = [cast.side(id) for id in parties]
    unsided = [id for id, side in zip(parties, of, strict=True) if not side]
    cast.own.update(unsided if len(unsided) == 1 and cast.issuer not in of else ())


def _learn_from_partner(parties: tuple[str, ...], words: str, cast: Cast) -> None:
    """Of two who meet, the one of whom nothing tells it speaks for the only country that is named beside the other's."""
    told = {id: cast.side(id) for id in parties}
    known = [side for side in told.values() if side]
    if len(parties) != 2 or len(known) != 1 or cast.issuer:
        return
    if partner := cast.sides.beside_in(known[0], words) or _only_other(words, cast):
        cast.speaks_for(next(id for id in parties if not told[id]), partner)


def _only_other(words: str, cast: Cast) -> str:
    """The only country that some words tell to take a stand, but for those for which somebody named speaks."""
    spoken_for = {cast.side(id) for id in cast.people if cast.is_person(id)}
    others = [side for side in cast.sides.standing_in(words) if side not in spoken_for]
    return others[0] if len(others) == 1 else ""


def _by_offices_of(head: str, cast: Cast) -> list[str]:
    """Who met by office and countries alone: "The foreign ministers of Ruritania and Tolvia discussed"."""
    told = _OFFICES_OF.match(head)
    sides = cast.sides.named_in(told["who"]) if told else []
    if told is None or len(sides) < 2:
        return []
    office = told["office"].removesuffix("s").title()
    people = [id for id in cast.people if cast.is_person(id)]
    found: list[str] = []
    for side in sides:
        held = [id for id in people if cast.side(id) == side and _holds(office, cast.people[id].role)]
        found.append(held[0] if len(held) == 1 else cast.unnamed(office, found, side))
        cast.speaks_for(found[-1], side)
    return found


def _met_in(head: str, cast: Cast) -> list[str]:
    """The people whom the first sentence names, up to what they met for."""
    return cast.find_all_in(_FOR.split(_first_sentence(head), maxsplit=1)[0])


def _met_together(head: str, cast: Cast) -> list[str]:
    """Several whom somebody met at once, by a list in the first sentence: "with President Brook and Minister Dale of Tolvia"."""
    first = _first_sentence(head)
    met = _MET_AT_ONCE.search(first)
    if met is None:
        return []
    hosts, guests = (_people_in(_LIST.match(first, at), cast) for at in (0, met.end()))
    return [id for several in (hosts, guests) if len(several) > 1 for id in several]


def _people_in(listed: re.Match[str] | None, cast: Cast) -> list[str]:
    return [id for id in cast.find_all_in(listed[0]) if cast.is_person(id)] if listed else []


def _sides_met(head: str, cast: Cast) -> list[str]:
    """The countries whose heads or ministers somebody met by the first sentence: "with the leaders of Ruritania and Tolvia"."""
    met = _HEADS_OF.search(_first_sentence(head))
    return cast.sides.named_in(met["who"]) if met else []


def _side_of_counterpart(title: str, head: str, cast: Cast) -> list[str]:
    """The one country of a counterpart, by the title or the first sentence: "her Ruritanian counterpart", "from Ruritania"."""
    told = _COUNTERPART_OF.search(title) or _COUNTERPART_OF.search(_first_sentence(head))
    sides = cast.sides.named_in(told["whose"] or told["where"]) if told else []
    return sides[:1]


def _first_sentence(head: str) -> str:
    return _STOP.split(head, maxsplit=1)[0]


def _unnamed_host(head: str, named: list[str], cast: Cast) -> str:
    """The host of whom the first sentence says the office alone: "The Prime Minister spoke to President Ana Brook".

    It is who holds that office elsewhere in the text, as far as no other country is told of them, else by the table.
    """
    found = OFFICE_ALONE.match(head)
    office = found["office"] if found else ""
    if found is None or not ends_in_office(office):
        return ""
    beside = None if _ANOTHER_OFFICE.match(head, found.end()) else _NAMED_BESIDE.match(head, found.end())
    if beside and (holder := cast.find_in(beside["name"])):
        return "" if holder in named else holder
    if (side := cast.sides.behind(head, found.end())) and side not in {cast.side(id) for id in named}:
        own = (id for id in cast.people if cast.is_person(id) and cast.side(id) == side)
        return next((id for id in own if _holds(office, cast.people[id].role)), "") or cast.unnamed(office, named, side)
    of_title = re.search(rf"\b[Tt]he\s+{re.escape(office)}['’]", cast.title) is not None
    if len(named) > 1 and not of_title and any(_holds(office, cast.people[id].role) for id in named):
        return ""
    if held := cast.known_in_office(office, named) or _own_holder(office, named, cast):
        return held
    another = of_title or (bool(named) and _COUNTERPART.match(head) is not None)
    return _new_holder(office, named, _first_sentence(head)[found.end() :], cast, another=another)


def _own_holder(office: str, named: list[str], cast: Cast) -> str:
    """Who holds an office of those of whom no other country is told than the issuer's."""
    own = [id for id in cast.people if cast.is_person(id) and id not in named and cast.side(id) in ("", cast.issuer)]
    held = cast.holding(office, own)
    return held if held and _holds(office, cast.people[held].role) else ""


def _new_holder(office: str, named: list[str], rest: str, cast: Cast, *, another: bool) -> str:
    """Who holds an office by the table, or the office; nobody where it is somebody's of the text who is not told `another`."""
    known = cast.holding(office, [id for id in cast.people if cast.is_person(id)])
    if known is None or not _holds(office, cast.people[known].role):
        return cast.unnamed(office, named)
    if another or known in cast.find_all_in(rest):
        return cast.unnamed(office, [*named, known])
    return ""


def _holds(office: str, role: str) -> bool:
    """Whether a role has all words of an office, and is no other's beside it: "Prime Minister" is no "Deputy Prime Minister"."""
    words, held = folded(office).split(), folded(role).split()
    return set(words) <= set(held) and is_deputy(words) is is_deputy(held)


_OCCASION = r"(?:\w+\s+)?(?:call|meeting|conversation|talks|discussions?|audience)\s+with"

_NEXT = re.compile(
    rf"\W*(?:[^.,;]{{3,40}},\s+)?(?:(?:[Dd]uring|[Ii]n|[Aa]t)\s+(?:his|her|the|a)\s+{_OCCASION}|(?:[Tt]he|[Hh]is|[Hh]er)\s+{_OCCASION}"
    r"|(?:First|Next|Last|Then)\s+on\s+the\s+line\s+was)\s+"
)
"""How a sentence begins that tells of a further meeting, up to the name: "In turn, the call with |Minister Dale"."""

_MEETS = re.compile(
    r"\s+(?:(?:also|then|later|further)\s+)*(?:(?:met|spoke|talked|conferred|(?:held|had)\s[^.;,]{0,40}?)\s+"
    r"(?:(?:also|then|separately)\s+)?with|(?:was|were)\s+(?:also\s+|then\s+)?received\s+by|met|received)\s+"
)
"""The same behind its host: "Minister Brook |then met with |Minister Dale"."""

REACH_OF_NAME = 140
"""Characters in which the name of who was met stands behind that, with its office."""

_IN_A_PLACE = re.compile(r"In (?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}),\s")
"""Where the next ones met: "|In Lakeside|, Ms Brook and Adviser Carl Dale took stock"."""

_TITLE = re.compile(r"(?:(?:[^\W\d_a-z][\w.’'-]*|of|the|for|and|his|her|counterpart|newly|elected|visiting),?\s+)*")
"""An office up to the name: "Ruritania’s Deputy Prime Minister, |Ana Brook"."""


class Guests:
    """Whom the host of several meetings met, one after the other."""

    def __init__(self, text: str, cast: Cast, parties: tuple[str, ...]) -> None:
        self.text, self.cast = text, cast
        self.host = _host(parties, cast) if len(parties) == 2 else ""

    def met_at(
        self, whole: tuple[int, int], subject: tuple[int, int] | None, parties: tuple[str, ...], *, by_host: bool
    ) -> str:
        """Whom the host met next, of another country, by a sentence: "The call with Minister Dale"; empty where nobody.

        It may be who says something together with the host, "Ministers Brook and Dale exchanged views", or tells the host
        something at the head of a paragraph: "Minister Dale updated Minister Brook on the ferry". `by_host`: "he" is the host.
        """
        if not self.host:
            return ""
        next_one = _NEXT.match(self.text, *whole)
        if not next_one and subject and (by_host or self._names(subject) == [self.host]):
            next_one = _MEETS.match(self.text, subject[1], whole[1])
        met = self._titled_at(next_one.end()) if next_one else ""
        new = met or (self._beside(subject, whole, parties) if subject else "")
        return new if new and new not in parties and self._is_guest(new, of_known_side=not met) else ""

    def _names(self, stretch: tuple[int, int]) -> list[str]:
        """The people who are named in a stretch, in their order."""
        return list(dict.fromkeys(id for _, id in self.cast.named_between(*stretch) if self.cast.is_person(id)))

    def _is_guest(self, id: str, *, of_known_side: bool) -> bool:
        """Whether somebody of another country than the host's is told of by name and office."""
        person, side = self.cast.people[id], self.cast.side(id)
        named = len(person.name.split()) > 1 and bool(person.role)
        other = side != self.cast.side(self.host)
        return named and other and (bool(side) or not of_known_side)

    def _titled_at(self, start: int) -> str:
        """The person whose office and name stand at a place."""
        named = self.cast.named_between(start, start + REACH_OF_NAME)
        at, id = next(((at, id) for at, id in named if self.cast.is_person(id)), (start, ""))
        return id if _TITLE.fullmatch(self.text, start, at) else ""

    def _beside(self, subject: tuple[int, int], whole: tuple[int, int], parties: tuple[str, ...]) -> str:
        """Who says something together with the host, or tells the host something at the head of a paragraph.

        Where the title tells of several calls, it may be who says anything.
        """
        people = self._names(subject)
        new = [id for id in people if id not in parties]
        joint = len(people) == 2 and self.host in people and AND.search(self.text, *subject) is not None
        begins = paragraph_of(self.text, whole[0]) == whole[0]
        told = len(people) == 1 and begins and self._names((subject[1], whole[1]))[:1] == [self.host]
        if joint and len(new) == 1:
            self._learn_side_of(new[0], whole)
        told = told or (len(people) == 1 and CALLS.search(self.cast.title) is not None)
        return new[0] if len(new) == 1 and (joint or told) else ""

    def _learn_side_of(self, id: str, whole: tuple[int, int]) -> None:
        """Whom the host met in another capital speaks for its country, where nothing else tells it."""
        at = _IN_A_PLACE.match(self.text, *whole)
        of = self.cast.sides.named_in(at["place"]) if at else []
        if len(of) == 1:
            self.cast.speaks_for(id, of[0])


def _host(parties: tuple[str, ...], cast: Cast) -> str:
    """Who met the others: whom the title names first, before "with"; the only one of two whom it does not name behind it.

    Where it names neither, it is who is told of first.
    """
    before, *behind = WITH.split(cast.title, maxsplit=1)
    people = [id for id in parties if cast.is_person(id)]
    guests = cast.find_all_in(behind[0]) if behind else []
    if hosts := [id for id in cast.find_all_in(before) if id in people]:
        return hosts[0]
    of = cast.sides.named_in(behind[0]) if behind else []
    at_home = [id for id in people if cast.side(id) not in of]
    if not guests and len(at_home) == 1 and len(people) == len(parties):
        return at_home[0]  # "with the leaders of Ruritania and Tolvia"
    others = [id for id in people if id not in guests]
    unnamed = not guests and len(people) == len(parties)  # the title names nobody: then who acts first
    return others[0] if len(others) == 1 or unnamed else ""
