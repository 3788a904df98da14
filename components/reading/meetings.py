"""Part of the composer: who speaks in a government's account of its own meeting.

An account (a readout, or what stands before a transcript) has parties: what one of them did is what that one said, and
what was discussed they all said. They are named in the title and the first sentences.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from components.model.codebook import REPORTER
from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.genres import by_whom, meeting_in
from components.reading.labels import is_item, is_staff
from components.reading.offices import OFFICE_ALONE, ends_in_office, is_deputy, is_office, last_office
from components.reading.parties import (
    ReadoutWords,
    act_of,
    covered_at,
    discussed_at,
    done_by_one_at,
    is_of_the_occasion,
    is_signing,
    means_all,
    subject_by_words,
    tells,
    tells_at,
    tells_more,
)
from components.reading.people import Meant
from components.reading.persons import folded, is_honorific
from components.reading.pronouns import as_subject, is_pronoun
from components.reading.speakers import Speech
from components.reading.told import Told, paragraph_of, told_by_act

Mean = Callable[[tuple[int, int]], Meant | None]
"""Whom a mention at a place means."""

_WITH = re.compile(r"\b(?:with|call from)\b", re.IGNORECASE)

_AND = re.compile(r"\s+and\s+")


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

_GROUP = re.compile(
    r"\b(?:with|hosted)\s+(?P<who>(?:the\s+|a group of\s+)?(?:[\w’'-]+\s+){0,4}(?:members|ministers|ambassadors|leaders|"
    r"representatives|heads|officials|senators|governors|families|experts|students|executives|diplomats|delegation)\b"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?)"
)
"""Who meets somebody, without names: "held a session with |permanent members of the Council"."""

_FOR = re.compile(r"\b(?:to (?:discuss|review|mark)|about|regarding|concerning|following|ahead of)\b")
_OF_SEVERAL = re.compile(r"\b(?:principals|counterparts|leaders|ministers|partners|allies)\b", re.IGNORECASE)
"""How a title that names nobody tells that several met."""

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

_PUBLISHES = re.compile(
    r"(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:press (?:release|service|office)|communiqu[ée]|statement|ministry|presidency|(?:same|official) source)",
    re.IGNORECASE,
)
"""Who or what only tells that there was a meeting: "..., |the ministry| said"."""

_COLLEAGUE = re.compile(r"(?:[Hh]is|[Hh]er)\s+(?:[A-Z][\w-]+\s+)?(?:counterpart|colleague|interlocutor)")

_COUNTERPART_OF = re.compile(
    r"\b(?i:his|her|its|their)\s+(?:(?P<whose>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+)?(?i:counterpart)\b"
    r"(?(whose)|\s+(?:from|of)\s+(?:the\s+)?(?P<where>[A-Z][\w-]+(?:\s[A-Z][\w-]+)*))"
)

_WITH_COUNTERPARTS = re.compile(r"\band (?:his|her) (?:\w+ )?(?:counterparts|colleagues|interlocutors)$")
"""All of more than two: "The President| and his counterparts"."""

_COUNTERPART = re.compile(r"[^.\n]*\bcounterpart\b")


def parties_of(title: str, head: str, opens: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """The parties of a meeting: who is named in its title, and its host, whom the first sentences may name alone.

    `head` are the first sentences, `opens` who is the subject of the first one.
    """
    named = meeting_in(title) or by_whom(title)
    found = cast.find_all_in(named) or cast.find_all_in(title)
    found = found or _by_offices_of(head, cast)
    hosted = bool(cast.find_all_in(_WITH.split(named, maxsplit=1)[0])) and len(found) > 1
    if not hosted and (host := _unnamed_host(head, found, cast)):
        hosted = bool(found)
        found, opens = [host, *found], ()
    staff = _who_relays(head, cast)
    named_first = (id for id in (*opens, *cast.find_all_in(head)) if id not in (*found, staff))
    others = [id for id in named_first if not is_staff(cast.people[id].role)]
    of = cast.sides.named_in(_WITH.split(named, maxsplit=1)[-1]) if _WITH.search(named) else []
    of = of or _sides_met(head, cast) or _side_of_counterpart(title, head, cast)
    wanted = 0 if hosted else max(1, 2 - len(found), len(of) + 1 - len(found))
    if not found and _OF_SEVERAL.search(title):
        wanted = max(wanted, len(_met_in(head, cast)))
    parties = (*found, *list(dict.fromkeys(others))[:wanted])
    if len(parties) == 2 and len(of) == 1 and not cast.side(parties[1]) and cast.side(parties[0]) != of[0]:
        cast.speaks_for(parties[1], of[0])  # "Call with Ruritanian Minister"
    group = _GROUP.search(head) if len(parties) == 1 else None
    return (*parties, cast.unnamed(group["who"])) if group else parties


def _who_relays(head: str, cast: Cast) -> str:
    """The spokesperson whom a head names as one behind another office: "Ambassador Ana Brook, spokesperson for ..., stated"."""
    beside = _OFFICE_BESIDE.search(head)
    people = cast.find_all_in(head[: beside.start()]) if beside and is_staff(beside[0]) else []
    return people[-1] if people else ""


def countries_that_met(title: str, cast: Cast) -> tuple[str, ...]:
    """The two countries whose officials met, where the title names nobody else: "7th Ruritania-Tolvia Consultations"."""
    sides = cast.sides.named_in(title) if _CONSULTATIONS.search(title) and not cast.find_all_in(title) else []
    return tuple(id for side in sides for id in cast.body(side)) if len(sides) == 2 else ()


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
    return re.split(r"\.\s", head, maxsplit=1)[0]


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


_OUGHT = re.compile(r"\s+(?:should|must|need\s+to|ought\s+to|can)\b")
"""What all of them ought to do is what the one says who spoke before: "The two sides should respect each other"."""

_HAVE_DONE = re.compile(r"\s+have\s+(?:(?:also|both|long|always|\w+ly)\s+)*(?P<verb>\w+(?:ed|en|wn|pt|ld|nt|ne|de))\b")

_PRESENT = re.compile(
    r"\W*(?:also\s+)?(?:present|attending|participating|taking part|in attendance|joining)\b[^.]*\b(?:was|were)\b"
    r"|[^.]*\b(?:attended|took part in|participated in|(?:was|were) (?:also )?present (?:at|during)|(?:was|were) also attended)"
    r"\s+(?:the|this|their)\s+(?:\w+\s+){0,2}(?:meeting|talks|reception|audience|conversation|call|ceremony|discussions?|visit|session)"
    r"(?:,\s+as\s+did\b[^.]*(?:\.\s?[A-Z][^.]*)*)?\W*$"
    r"|[^.]*\b(?:took part|participated|attended|(?:was|were) (?:also )?present)(?:,[^.]*)?\W*$"
    r"|\W*(?:this|it)\s+(?:is|was)\s+(?:the|his|her)\s+(?:first|second|third|last)\s+(?:\w+\s+){0,2}(?:visit|meeting|call|trip|contact)\b[^.]*\W*$"
    r"|\W*(?:the\s+)?(?:\w+\s+)?(?:delegation|participants|party)\s+(?:also\s+)?(?:included|comprised|consisted)\b",
    re.IGNORECASE,
)
"""Who else took part: "Also present were ...", "Minister Brook attended the meeting.", "The delegation included ..."."""

_THIS_CAME = re.compile(
    r"\W*(?:This|That|It|(?:The|This|His|Her|Their)\s+(?:statements?|remarks?|comments?|announcement))\s+"
    r"(?:came|was|were made|was made)\s+(?:during|on the sidelines|in the course)\b"
)
"""On what occasion something was said: "This came during the second meeting of the Council"."""

_FACTS = re.compile(
    r"\W*(?:The\s+(?:visit|mission|trip|tour|programme|program)|This|It)\s+will\s+(?:also\s+)?(?:be\s+followed|continue|conclude|end|begin|take\s+place)\b"
    r"|\W*(?:[Ii]n\s+\d{4},?\s+)?(?:[Mm]utual\s+|[Bb]ilateral\s+|[Tt]otal\s+)?(?:[Ee]xports|[Ii]mports|[Tt]rade(?:\s+turnover)?)\s+[^.]{0,200}?"
    r"\b(?:(?:has|have|had)\s+(?:risen|grown|increased|fallen|reached)|stood|reached|amounted|totalled|totaled|rose|grew|fell)\b[^.]{0,200}\d"
)
"""What the writer adds: how a visit goes on, and figures of trade: "In 2020 trade between them stood at 21 million"."""

_THE_OFFICE = re.compile(r"\bthe (?P<office>(?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,4})")
"""An office with its article: "the Prime Minister", "the Ruritanian Foreign Minister"."""

AN_OFFICE = re.compile(r"[Tt]he (?P<office>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})")
"""The same, and nothing else."""

_OF = re.compile(r" (?:of|to|for) ")
_TWO = re.compile(r"\b(?:two|both)\b", re.IGNORECASE)
_CALLS = re.compile(r"\b(?:calls|conversations|talks|meetings)\s+with\b", re.IGNORECASE)
"""How a title tells of several meetings, one after the other."""

AT_THE_HEAD = 400
"""Characters at the head of an account in which it is told who received whom."""

_GUEST_OR_HOST = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er)\s+(?:visiting\s+)?(?:(?:guest|envoy|visitor)|(?P<host>host))")

_RECEIVED = re.compile(r"\b(?:received|receives|hosted|welcomed)\b(?!\s+(?:by|an?\s+(?:\w+\s+)?call)\b)")

_VISITING = re.compile(r"\bvisiting\b")

_LEADS_IN = re.compile(r"\b(?:said|says|reads|stated|issued|released|readout|statement|attributable)\b")

_OFFICE_BESIDE = re.compile(r",\s[^,.;:]{3,80},")
"""What stands between commas behind a name: "Ambassador Ina Cole|, spokesperson of the Ministry,| stated"."""

_A_TEXT = re.compile(r"[Tt]he\s+(?:\w+\s+)?(?:statement|text|readout|communiqu[eé]|press release|announcement)\b")
"""What somebody issued is nobody: "The statement on the call between Brook and Dale reads:"."""

_CALL_COVERED = re.compile(
    r"\W*(?:that\s+)?(?P<subject>(?:[Tt]he|[Tt]heir|[Bb]oth|[Tt]hey)\b(?:\s+(?!that\b)\w+){0,3}?)(?=\s+\w+ed\b|\s+dealt\b)"
)
"""What a spokesperson says of a call: "that |the call| dealt with", "|the two presidents| agreed"."""

_THAT = re.compile(r"\s*that\s+")

_ANOTHER = re.compile(
    r"(?:,\s|\s)(?:and|while|whereas)\s(?P<who>they|both(?:\s[a-z]+)?|the(?:\s[a-z]+){1,2}|(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,5})\s"
    r"(?:(?:also|then|both|\w+ly|in\sturn)\s)*(?P<verb>[a-z]+(?:ed|oke|aid|old|ose|ut|ave|took))\b"
)
"""The second main clause of a sentence, with who is its subject: ", and |the envoy| |praised| the harbour"."""

_IN_TALKS_WITH = re.compile(
    r"\W*(?:(?:In|During|At) (?:his|her|the|a|an) (?:\w+ )?(?:conversation|call|meeting|talks|discussions?|exchange) with|With) "
    r"(?P<who>[^,]{3,80}),"
)
"""With whom somebody spoke of what follows: "In her meeting with |Minister Brook|, the Prime Minister also discussed ..."."""

_BEFORE_VERB = re.compile(
    r"\W*(?:[A-Z][^.;:]{2,80}?,\s)?(?P<who>(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for)\s(?:the\s)?)?[A-Z][\w’'-]*){0,5})"
    r"(?:,\s[a-z][^,.;]{3,80},)?\s(?P<verb>[a-z]+ed)\b"
)
"""A name or an office with its verb, a clause between commas beside it: "Minister Brook, calling it a crime, |responded"."""

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

_TITLE = re.compile(r"(?:(?:[^\W\d_a-z][\w.’'-]*|of|the|for|and|his|her|counterpart|newly|elected|visiting),?\s+)*")
"""An office up to the name: "Ruritania’s Deputy Prime Minister, |Ana Brook"."""

ACCOUNT = Told((REPORTER,), "narration", "account")
"""What the writer tells of a meeting: who met whom, when, where and at whose wish."""


class Meeting:
    """An account of a meeting and its parties."""

    def __init__(self, text: str, cast: Cast, parties: tuple[str, ...], mean: Mean) -> None:
        self.text, self.cast, self.parties, self.mean = text, cast, parties, mean
        self.before: tuple[str, ...] = ()
        self.ended = 0
        self.alone = ""
        self.list: Told | None = None
        self.staff: set[str] = set()

    def tell(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What a sentence tells; who alone spoke in it is whom "he" and "she" mean in the next one."""
        self._turn_to(whole, said.whole_subject or said.subject)
        item = self._item(whole, said)
        told = item or self._with_another(self._tell(whole, said), whole)
        if not item:
            self.list = told if told != ACCOUNT and self.text[slice(*whole)].rstrip().endswith(":") else None
        self.heard(told, whole[1])
        return told

    def _turn_to(self, whole: tuple[int, int], subject: tuple[int, int] | None) -> None:
        """Take note of whom the host of several meetings met next, of another country: "The call with Minister Dale".

        It may be who says something together with the host, "Ministers Brook and Dale exchanged views", or tells the host
        something at the head of a paragraph: "Minister Dale updated Minister Brook on the ferry".
        """
        host = self._host if len(self.parties) == 2 else ""
        if not host:
            return
        next_one = _NEXT.match(self.text, *whole)
        if not next_one and subject and self._names(subject) == [host]:
            next_one = _MEETS.match(self.text, subject[1], whole[1])
        met = self._titled_at(next_one.end()) if next_one else ""
        new = met or (self._beside(host, subject, whole) if subject else "")
        if new and self._is_guest(new, host, of_known_side=not met):
            self.parties = (host, new)

    @cached_property
    def _host(self) -> str:
        """Who met the others: whom the title names first, before "with"; the only one of two whom it does not name behind it."""
        before, *behind = _WITH.split(self.cast.title, maxsplit=1)
        people = [id for id in self.parties if self.cast.is_person(id)]
        guests = self.cast.find_all_in(behind[0]) if behind else []
        if hosts := [id for id in self.cast.find_all_in(before) if id in people]:
            return hosts[0]
        others = [id for id in people if id not in guests]
        return others[0] if len(others) == 1 else ""

    def _names(self, stretch: tuple[int, int]) -> list[str]:
        """The people who are named in a stretch, in their order."""
        return list(dict.fromkeys(id for _, id in self.cast.named_between(*stretch) if self.cast.is_person(id)))

    def _is_guest(self, id: str, host: str, *, of_known_side: bool) -> bool:
        """Whether somebody of another country than the host's, met by nobody so far, is told of by name and office."""
        person, side = self.cast.people[id], self.cast.side(id)
        named = len(person.name.split()) > 1 and bool(person.role)
        other = side != self.cast.side(host)
        return id not in self.parties and named and other and (bool(side) or not of_known_side)

    def _titled_at(self, start: int) -> str:
        """The person whose office and name stand at a place."""
        named = self.cast.named_between(start, start + REACH_OF_NAME)
        at, id = next(((at, id) for at, id in named if self.cast.is_person(id)), (start, ""))
        return id if _TITLE.fullmatch(self.text, start, at) else ""

    def _beside(self, host: str, subject: tuple[int, int], whole: tuple[int, int]) -> str:
        """Who says something together with the host, or tells the host something at the head of a paragraph."""
        people = self._names(subject)
        new = [id for id in people if id not in self.parties]
        joint = len(people) == 2 and host in people and _AND.search(self.text, *subject) is not None
        begins = paragraph_of(self.text, whole[0]) == whole[0]
        told = len(people) == 1 and begins and self._names((subject[1], whole[1]))[:1] == [host]
        return new[0] if len(new) == 1 and (joint or told) else ""

    def _with_another(self, told: Told | None, whole: tuple[int, int]) -> Told | None:
        """What two say in one sentence is both's: "The Minister thanked the envoy, and the envoy praised the harbour"."""
        if told is None or told.how != "party" or len(told.speakers) != 1 or not told.verb:
            return told
        with_whom = _IN_TALKS_WITH.match(self.text, *whole)
        if with_whom and self.text[slice(*told.verb)].casefold() in ReadoutWords.read().discussed:
            other = self._one(with_whom.span("who"))
            return told._replace(speakers=(*told.speakers, other)) if other and other not in told.speakers else told
        for joined in self._joined(told.verb[1], whole[1]):
            if means_all(joined["who"]):
                return told._replace(speakers=self._all(joined["who"], joined.span("who")), how="everybody")
            other = self._one(joined.span("who"))
            if other and other not in told.speakers:
                return told._replace(speakers=(*told.speakers, other))
        return told

    def _joined(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The further main clauses of a sentence whose verb tells what somebody said."""
        return (each for each in _ANOTHER.finditer(self.text, start, end) if tells(each["verb"]))

    def heard(self, told: Told | None, end: int) -> None:
        """Take note of what was told up to a place, also where it is quoted."""
        spoke = told.speakers if told and told != ACCOUNT else ()
        self.before, self.ended = tuple(id for id in spoke if id in self.cast.people), end
        self.alone = self.before[0] if len(self.before) == 1 else self.alone

    def parties_at(self, mention: tuple[int, int]) -> tuple[str, ...]:
        """The parties that a mention means: one, or all."""
        words = self.text[slice(*mention)]
        if means_all(words):
            return self._all(words, mention)
        one = self._one(mention)
        return (one,) if one else ()

    def _item(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """An item of a list that a sentence leads to, "They discussed the following:", is whose that sentence is."""
        words = self.text[slice(*whole)]
        goes_on = self.list is not None and not said.attributions and (is_item(words) or words[:1].islower())
        return self.list._replace(content=whole, mentions=(), cue=None, verb=None) if self.list and goes_on else None

    def _tell(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What a sentence tells: what a party or all of them said, or that they met; None where it is another matter."""
        said = self._without_publisher(said)
        if not said.attributions and is_signing(self.text, *whole):
            return ACCOUNT
        everybody = Told(self._all("", (whole[0], whole[0])), "indirect", "everybody", content=whole)
        discussed = discussed_at(self.text, *whole)
        told_by_one = any(
            each.content.start <= (discussed or whole)[0] < each.content.end for each in said.attributions
        )
        if discussed and not told_by_one and all(discussed[0] < each.cue.start for each in said.attributions):
            return everybody._replace(verb=discussed)
        if not said.attributions and (is_of_the_occasion(self.text, *whole) or _PRESENT.match(self.text, *whole)):
            return ACCOUNT
        if _THIS_CAME.match(self.text, *whole) or (not said.attributions and _FACTS.match(self.text, *whole)):
            return ACCOUNT
        if self._leads_in(whole, said):
            return ACCOUNT
        if covered := covered_at(self.text, *whole):
            return everybody._replace(verb=covered)
        by = done_by_one_at(self.text, *whole)
        first = min((each.cue.start for each in said.attributions), default=whole[1])
        if by and by[1][0] < first and (one := self._one(by[0])):
            return told_by_act((one,), "party", by[0], by[1], whole[1])
        if (
            said.main
            and self._is_staff(said.main.source)
            and (told := self._told_by_a_spokesperson(said.main, everybody))
        ):
            return told
        all_of_them = subject_by_words(self.text, *whole)
        subject = said.whole_subject or said.subject or all_of_them or self._party_first(whole)
        if all_of_them and subject and subject[0] == all_of_them[0] and tells_at(self.text, all_of_them[1]):
            subject = all_of_them  # the parse took the verb for a part of the subject
        if subject is None or any(each.shape == "source" for each in said.attributions):
            return None
        if len(self.before) == 1 and means_all(self.text[slice(*subject)]) and self._is_said_of_all(subject, whole):
            return Told(self.before, "carried", "carried", content=whole)
        act = act_of(self.text, subject, whole[1])
        if act.what == "talked":
            return everybody._replace(verb=act.verb)
        meant = self._meant(said.subject or subject, subject)
        if not meant or act.verb is None:
            return None
        told = told_by_act(meant, "party", subject, act.verb, whole[1])
        return told if act.what == "said" else self._met(told, whole)

    def _party_first(self, whole: tuple[int, int]) -> tuple[int, int] | None:
        """The party before the first verb where the parse sees no subject: "At her wish, |the President of Tolvia| shared"."""
        found = _BEFORE_VERB.match(self.text, *whole)
        told = found and tells(found["verb"]) and self._one(found.span("who"))
        return found.span("who") if found and told else None

    def _without_publisher(self, said: Speech) -> Speech:
        """What is told without who only tells of the meeting: "They discussed trade, a press release reads"."""
        told = [each.source for each in said.attributions if _PUBLISHES.fullmatch(self.text, *each.source)]
        if not told:
            return said
        kept = tuple(each for each in said.attributions if each.source not in told)
        is_subject = said.subject in told or said.whole_subject in told
        said = said._replace(attributions=kept)
        return said._replace(subject=None, whole_subject=None) if is_subject else said

    def _leads_in(self, whole: tuple[int, int], said: Speech) -> bool:
        """Whether a line only says whose account follows: "A spokesperson said:"."""
        words = self.text[slice(*whole)].rstrip()
        subject = said.whole_subject or said.subject
        if subject is None or not words.endswith(":") or not _LEADS_IN.search(words):
            return False
        who = self.text[slice(*subject)]
        return is_staff(who) or _A_TEXT.match(who) is not None or not self._meant(subject, subject)

    def _told_by_a_spokesperson(self, main: Attribution, everybody: Told) -> Told | None:
        """What a spokesperson tells of a call: what all spoke of, "that the call dealt with trade"; what one of them said.

        What else the only one says who is named is that one's: "The spokesman noted that many have come".
        """
        start, end = main.content
        if covered := _CALL_COVERED.match(self.text, start, end):
            act = act_of(self.text, covered.span("subject"), end)
            if act.what == "talked" or (act.what == "said" and means_all(covered["subject"])):
                return everybody._replace(verb=act.verb)
        first = _THAT.match(self.text, start, end)
        one = _BEFORE_VERB.match(self.text, first.end() if first else start, end)
        if one and tells(one["verb"]) and (who := self._one(one.span("who"))):
            return told_by_act((who,), "party", one.span("who"), one.span("verb"), end)
        if len(self.staff) == 1 and main.said:
            return told_by_act(tuple(self.staff), "named", main.source, main.said, end)
        return None

    def _is_staff(self, mention: tuple[int, int]) -> bool:
        """Whether a mention is a spokesperson, by what it says or by the office that the text tells."""
        words = self.text[slice(*mention)]
        meant = None if is_pronoun(words) else self.mean(mention)
        beside = _OFFICE_BESIDE.match(self.text, mention[1])
        if meant and beside and is_staff(beside[0]):
            self.staff.add(meant.id)
        return is_staff(words) or (meant is not None and meant.id in self.staff)

    def _is_said_of_all(self, subject: tuple[int, int], whole: tuple[int, int]) -> bool:
        """Whether one party says what all of them ought to do or have done: "The two sides have kept in close contact"."""
        if _OUGHT.match(self.text, subject[1]):
            return True
        done = _HAVE_DONE.match(self.text, subject[1], whole[1])
        return done is not None and not tells(done["verb"]) and "\n" not in self.text[self.ended : whole[0]]

    def _met(self, told: Told, whole: tuple[int, int]) -> Told:
        """Who met whom is the writer's account, unless the clause goes on with what was said."""
        if len(told.speakers) == 1 and not self.alone:
            self.alone = told.speakers[0]
        one, all_of_them = tells_more(self.text, told.cue[1] if told.cue else whole[0], whole[1])
        if one:
            return told._replace(verb=one)
        if all_of_them:
            return told._replace(speakers=self.parties, how="everybody", verb=all_of_them)
        if each := next((each for each in self._joined(*whole) if means_all(each["who"])), None):
            speakers = self._all(each["who"], each.span("who"))
            return told._replace(speakers=speakers, how="everybody", verb=each.span("verb"))
        return ACCOUNT

    def _meant(self, core: tuple[int, int], subject: tuple[int, int]) -> tuple[str, ...]:
        """Which parties a subject means: all, those that it names, or the one for whom a pronoun or an office stands."""
        core, subject = self.cast.behind_dignity(*core), self.cast.behind_dignity(*subject)
        words = self.text[slice(*subject)]
        if means_all(words):
            return self._all(words, subject)
        named = tuple(id for id in self.cast.find_all_in(words) if id in self.parties)
        if len(self.parties) > 2 and _WITH_COUNTERPARTS.search(words):
            return self.parties
        if joint := _AND.search(words):
            cut = (subject[0] + joint.start(), subject[0] + joint.end())
            halves = (self._one((subject[0], cut[0])), self._one((cut[1], subject[1])))
            both = tuple(dict.fromkeys(id for id in halves if id))
            if len(both) > 1 or len(named) == 1:
                return both if len(both) > 1 else self.parties
            if named or (both and _is_held(words[: joint.start()]) and _is_held(words[joint.end() :])):
                return named or self.parties
        if len(named) == 1:
            return named
        one = self._one(subject) or ("" if self._is_beside_another(words) else self._one(core))
        return (one,) if one else ()

    def _is_beside_another(self, words: str) -> bool:
        """Whether an office stands before the name of somebody who is no party: "the Ruritanian envoy, Ana Brook,"."""
        people = self.cast.find_all_in(words)
        return bool(people) and folded(words).rstrip(" ,").endswith(folded(self.cast.people[people[0]].name))

    def _all(self, words: str, subject: tuple[int, int]) -> tuple[str, ...]:
        """Whom "they" and "both" mean: all, but of more than two "the two", and after several calls those of the paragraph.

        They are who was named last in it, the host beside one guest. Whom the sentence goes on to name is none of the two.
        """
        title = self.cast.title
        two = _TWO.search(words) is not None
        if len(self.parties) < 3 or not (two or _CALLS.search(title)):
            return self.parties
        told = self.text[paragraph_of(self.text, subject[0]) : subject[0]]
        named = [id for id in self.cast.find_all_in(told) if id in self.parties]
        guests = self.cast.find_all_in(_WITH.split(title, maxsplit=1)[-1])
        hosts = [id for id in self.parties if id not in guests]
        if len(named) == 1 and len(hosts) == 1:
            named = list(dict.fromkeys((*hosts, *named)))
        beside = self.cast.find_all_in(self.text[subject[1] : self.cast.end_of_sentence(subject[1])])
        left = [id for id in self.parties if id not in beside]
        if two and len(left) == 2:
            return tuple(left)
        one_call = len(named) == 2 and (two or set(named) & set(hosts))
        return tuple(named[-2:]) if one_call or (two and len(named) > 2) else self.parties

    def _one(self, mention: tuple[int, int]) -> str | None:
        words = self.text[slice(*mention)]
        if who := self._by_pronoun(mention):
            return who
        if _VISITING.search(words) and len(self.parties) == 2:
            return self.parties[1]
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
        if held := self.cast.holding(words, self._latest_first()) or self._the_other(words):
            return held
        if sided := self.cast.sided(words, self.parties):
            return sided
        meant = self.mean(mention)
        return meant.id if meant and meant.id in self.parties else None

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
        if not told or len(self.parties) != 2 or not _RECEIVED.search(self.text, 0, AT_THE_HEAD):
            return None
        return self.parties[0 if told["host"] else 1]

    def _colleague(self, words: str) -> str | None:
        """The one of two parties who is not whom was told of last: "His Ruritanian colleague"."""
        last = self.before[0] if len(self.before) == 1 else self.alone
        if not _COLLEAGUE.fullmatch(words) or len(self.parties) != 2 or last not in self.parties:
            return None
        return next(id for id in self.parties if id != last)

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
        words = folded(_OF.split(office)[0]).split()
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
