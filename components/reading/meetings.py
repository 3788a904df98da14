"""Part of the composer: who speaks in a government's account of its own meeting, and in its written word.

An account (a readout, or what stands before a transcript) has parties: what one of them did is what that one said, and
what was discussed they all said. A declaration is the word of its issuers throughout, but where it tells what somebody
else said. Both are named in the title and the first sentences.
"""

import re
from collections.abc import Callable

from components.model.codebook import REPORTER
from components.reading.actors import Cast
from components.reading.genres import meeting_in, said_by_title
from components.reading.labels import is_item
from components.reading.offices import is_body, is_office, last_office
from components.reading.own_words import Organ, organ_in, side_of_body, who_acts
from components.reading.parties import (
    ReadoutWords,
    act_of,
    discussed_at,
    is_of_the_occasion,
    means_all,
    subject_by_words,
    tells,
    tells_more,
)
from components.reading.people import Meant
from components.reading.persons import folded, is_honorific, without_article
from components.reading.pronouns import is_pronoun
from components.reading.speakers import Speech
from components.reading.told import Mention, Told, told_by_act

Mean = Callable[[tuple[int, int]], Meant | None]
"""Whom a mention at a place means."""

FAR = 60
"""Characters before the subject of a sentence: further in it is the subject of another clause."""

_BY = re.compile(r"\b(?:by|from|of|between|with|among)\b", re.IGNORECASE)
_ON = re.compile(r"\s(?:on|regarding|following|concerning|about|in|at|after|ahead of|to)\s", re.IGNORECASE)
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")
_WORD_ON = re.compile(
    r"\b(?:statement|declaration|communiqué|communique|conclusions|remarks|release)s?\s+(?:on|regarding|concerning)\b",
    re.IGNORECASE,
)
_BY_OFFICE = re.compile(r"\bby\s+(?:the|a|an)\s+[A-Z]")
_DASH = re.compile(r"\s[–—-]{1,2}\s")
_SUBJECT_FIRST = re.compile(
    r"(?:\w+\s+){0,3}(?:statement|declaration|remarks)\s+(?:on|regarding|concerning)\b.*\b(?=by\s)", re.IGNORECASE
)
_ON_BEHALF = re.compile(r"\bon behalf of\b", re.IGNORECASE)
_MEETS = re.compile(r"\b(?:call|talk|meet|spe|conversation)", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:issued|released|made|gave|delivered)\s+(?:the\s+following|this|an?)\s+(?:\w+\s+)?(?:statement|declaration)\b"
    r"|\b(?:stated|said|declared|replied|responded|commented)(?:\s+(?:as follows|the following|today))?\s*:"
)
"""How a first sentence says whose word follows."""

_HANDED_OUT = re.compile(
    r"(?:the\s+)?(?:text\s+of\s+the\s+)?following\s+"
    r"(?:is\s+(?:the|a)|(?:[\w-]+\s+){0,4}?(?:statement|declaration|text)\s+(?:was|has been|is)\b)"
    r"|[^.:]{3,90}?\bhas\s+(?:today\s+)?(?:issued|made|released)\s+(?:a|the\s+following)\s+(?:\w+\s+)?statement\b(?!\s+that\b)"
    r"|(?:the\s+(?:below|following)|this)\s+is\s+attributable\s+to\b|(?:begin|end)\s+(?:of\s+)?text\W*$",
    re.IGNORECASE,
)
"""How the writer says that somebody's text follows, begins and ends."""

_MESSAGE_TO = re.compile(
    r"(?:\w+\s+){0,3}(?:greetings?|congratulations|condolences|message|telegram|wishes)\b[^:]*?(?=\sto\s)",
    re.IGNORECASE,
)
"""The beginning of the title of a message, up to whom it is for: "Message of condolences| to President Ana Brook"."""

_OFFICE_ALONE = re.compile(
    r"(?:\d{1,2}\.\s+)?(?:(?:Today|Yesterday|This \w+|On [A-Z][\w ]{2,25}),?\s+)?"
    r"(?:The|the|A|a|An|(?=Prime Minister\b)|(?:His|Her) (?:Royal )?(?:Majesty|Highness|Excellency),?(?: the)?)\s+"
    r"(?P<office>(?:[A-Z][\w-]*\s+){0,4}[A-Z][\w-]*)(?=,?\s)"
)
_NAMED_BESIDE = re.compile(r"(?:\s+(?:of|for|and|the|[A-Z][\w’'-]*)){0,12},\s+(?P<name>[^,.\n]{3,60})")
"""The name behind an office and what it is of: "The Minister| for Foreign Affairs, Ana Brook"."""

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

_WE_THE = re.compile(r"\b[Ww]e, (?:the )?(?P<who>[^.;]{3,200}?),(?!\s+(?:[A-Z]\w|and\b|the\b))")
_OF_BODY = re.compile(
    r"\b(?:of|by|from)\s+(?:the\s+)?(?P<who>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and)\s+(?:the\s+)?)?[A-Z][\w’'-]*)*)"
)
_ATTRIBUTABLE = re.compile(r"\battributable to\s", re.IGNORECASE)
_LETTER = re.compile(r"\bletters?\b", re.IGNORECASE)
_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
_COUNTERPART = re.compile(r"[^.\n]*\bcounterpart\b")
_WE = re.compile(r"\bwe(?:,| —| –) (?P<who>(?:[^.;\n]|(?<=\b[A-Z])\.|(?<=\b[JS]r)\.){3,300})", re.IGNORECASE)


def by_whom(title: str) -> str:
    """The part of a title that names who speaks: what stands before "on ...", where it names somebody at all.

    A subject before a colon or a dash is left out ("Ruritania: Declaration by ...", "The ferry will come – address by ...").
    Who speaks "on behalf of" a body is that body.
    A word of somebody ends before its subject: "Ruritanian Foreign Minister's Statement on Tolvia" is no word of Tolvia.
    """
    parted = _DASH.split(title, maxsplit=1)
    title = next((part for part in reversed(parted) if len(parted) > 1 and _BY.search(part)), title)
    subject, colon, rest = title.partition(": ")
    if colon and not _BY.search(subject) and (_BY.search(rest) or not _MEETS.search(title)):
        title = rest if _BY.search(rest) else title
    if for_whom := _ON_BEHALF.search(title):
        return title[for_whom.end() :]
    if told := _ATTRIBUTABLE.search(title):
        return _ON.split(title[told.end() :], maxsplit=1)[0]
    if behind := _SUBJECT_FIRST.match(title):
        return title[behind.end() :]
    return _ON.split(title, maxsplit=1)[0] if _BY.search(title) or _WORD_ON.search(title) else title


def names_an_office(words: str) -> bool:
    """Whether a part of a title says by its office alone who speaks: "Remarks by the Vice President"."""
    return _BY_OFFICE.search(words) is not None


def from_whom(title: str) -> str:
    """The part of a title that may name who speaks: a message goes to whoever stands behind "to"."""
    message = _MESSAGE_TO.match(title)
    return title[: message.end()] if message and not _BY.search(title[: message.end()].replace(" of ", " ")) else title


def parties_of(title: str, head: str, opens: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """The parties of a meeting: who is named in its title, and its host, whom the first sentences may name alone.

    `head` are the first sentences, `opens` who is the subject of the first one.
    """
    named = meeting_in(title) or by_whom(title)
    found = cast.find_all_in(named) or cast.find_all_in(title)
    hosted = bool(cast.find_all_in(_WITH.split(named, maxsplit=1)[0])) and len(found) > 1
    if not hosted and (host := _unnamed_host(head, found, cast)):
        hosted = len(found) > 1
        found, opens = [host, *found], ()
    others = [id for id in (*opens, *cast.find_all_in(head)) if id not in found]
    of = cast.sides.named_in(_WITH.split(named, maxsplit=1)[-1]) if _WITH.search(named) else []
    of = of or _sides_met(head, cast)
    wanted = 0 if hosted else max(1, 2 - len(found), len(of) + 1 - len(found))
    parties = (*found, *list(dict.fromkeys(others))[:wanted])
    group = _GROUP.search(head) if len(parties) == 1 else None
    return (*parties, cast.unnamed(group["who"])) if group else parties


def _sides_met(head: str, cast: Cast) -> list[str]:
    """The countries whose heads or ministers somebody met by the first sentence: "with the leaders of Ruritania and Tolvia"."""
    met = _HEADS_OF.search(_first_sentence(head))
    return cast.sides.named_in(met["who"]) if met else []


def _first_sentence(head: str) -> str:
    return re.split(r"\.\s", head, maxsplit=1)[0]


def _unnamed_host(head: str, named: list[str], cast: Cast) -> str:
    """The host of whom the first sentence says the office alone: "The Prime Minister spoke to President Ana Brook".

    It is who holds that office elsewhere in the text, as far as no other country is told of them, else by the table.
    """
    office = _OFFICE_ALONE.match(head)
    words = office["office"].split() if office else []
    if office is None or not words or last_office(words) != len(words) - 1:
        return ""
    if (side := cast.sides.behind(head, office.end())) and side not in {cast.side(id) for id in named}:
        own = [id for id in cast.people if cast.is_person(id) and cast.side(id) == side]
        holders = [id for id in own if _holds(office["office"], cast.people[id].role)]
        return holders[0] if holders else cast.unnamed(office["office"], named, side)
    if len(named) > 1 and any(_holds(office["office"], cast.people[id].role) for id in named):
        return ""
    if (beside := _NAMED_BESIDE.match(head, office.end())) and (holder := cast.find_in(beside["name"])):
        return "" if holder in named else holder
    own = [id for id in cast.people if cast.is_person(id) and id not in named and cast.side(id) in ("", cast.issuer)]
    if (held := cast.holding(office["office"], own)) and _holds(office["office"], cast.people[held].role):
        return held
    another = bool(named) and _COUNTERPART.match(head) is not None
    everybody = [id for id in cast.people if cast.is_person(id)]
    known = cast.holding(office["office"], everybody)
    taken = bool(known) and _holds(office["office"], cast.people[known or ""].role)
    another = another or known in cast.find_all_in(_first_sentence(head)[office.end() :])
    others = [*named, known] if taken and known else named
    return "" if taken and not another else cast.unnamed(office["office"], others)


def _holds(office: str, role: str) -> bool:
    """Whether a role has all words of an office, and is no other's beside it: "Prime Minister" is no "Deputy Prime Minister"."""
    words, held = office.casefold().split(), role.casefold().split()
    return set(words) <= set(held) and ("deputy" in words) is ("deputy" in held)


def issuers_of(title: str, head: str, cast: Cast, signer: str = "") -> tuple[str, ...]:
    """The issuers of a declaration. `signer` is who signed at its foot: the issuer of a letter.

    Who issued it by its first sentence, else the people in its title, those who call themselves "we", who holds the office in
    the title, its countries and bodies; of a joint one those who met; else who signed it, whose text it is, or who acts in it.
    """
    named = by_whom(title)
    if signer and _LETTER.search(title):
        return (signer,)
    if issued := _ISSUED.search(head):
        opens = head[: issued.start()]
        if people := cast.find_all_in(opens):
            return (people[0],)
        if office := _OFFICE_ALONE.search(opens):
            return (cast.unnamed(office["office"]),)
    tells_whose = not title or said_by_title(title) is not None
    people = [] if _ON_BEHALF.search(title) else cast.find_all_in(named if tells_whose else _subject_of(named))
    if not people and (we := _WE.search(head)):
        people = cast.find_all_in(we["who"])
    if people:
        return tuple(people)
    bodies = cast.bodies_in(named) if tells_whose else ()
    if not bodies and (we := _WE_THE.search(head)) and len(ours := cast.bodies_in(we["who"])) > 1:
        return ours
    if holder := cast.holder_in(named):
        return (holder,)
    organ = organ_in(named) if tells_whose else Organ()
    acting = cast.body(*organ) if organ.side in bodies or not bodies else ()  # by the name of its organ
    if found := bodies or acting or _who_met(title, head, cast) or _joint_of(title, cast):
        return found
    signed = (signer,) if signer else ()
    if signer and cast.is_person(signer):
        return signed
    if told := cast.body(cast.issuer) or acting_in(cast) or signed or _body_in(named, cast):
        return told
    if tells_whose and (called := cast.office_in(named)):
        return (called,)
    return cast.bodies_in(named)


def _body_in(named: str, cast: Cast) -> tuple[str, ...]:
    """The body that a title names behind "of", whose country nothing tells: "Statement of the Ministry of the Sea"."""
    told = _OF_BODY.search(named)
    words = told["who"].split() if told else []
    return (cast.unnamed(" ".join(words)),) if words and (is_body(words[0]) or is_body(words[-1])) else ()


def _subject_of(title: str) -> str:
    """What a headline begins with, up to its verb: "Prime Minister Brook |condemns the attack on Carl Dale"."""
    verb = re.search(r"(?<=\s)(?!(?:of|for|and|the|de|von|van|al|bin)\b)[a-z]", title)
    return title[: verb.start()] if verb else title


def _joint_of(title: str, cast: Cast) -> tuple[str, ...]:
    """The countries of a joint word that is named by its occasion: "Joint Statement on the visit of Tolvia’s King to Marenia"."""
    told = cast.bodies_in(title) if _JOINT.search(title) else ()
    return told if len(told) > 1 else ()


def side_of_acts(cast: Cast) -> str:
    """The country or body that a text whose issuer is of no known side acts for: "Ruritania regrets", "our embassy"."""
    sides = (cast.sides.of_whole(who) or cast.sides.of_office(who) for who in who_acts(cast.text, cast.title))
    return next((side for side in sides if side), "")


def acting_in(cast: Cast) -> tuple[str, ...]:
    """Whose word a text is by what it does in its own name: "The Government of Ruritania condemns ..."."""
    for who in who_acts(cast.text, cast.title):
        words = who.split()
        side = cast.sides.of_whole(who) or side_of_body(who) or cast.sides.of_lone_office_in(who)
        if not side and (is_body(words[-1]) or is_body(words[0])):
            side = cast.sides.of_office(who)
        if side:
            return cast.body(side, who if side_of_body(who) == side else "")
        if people := cast.find_all_in(who):
            return (people[0],)
        if is_body(words[-1]) or last_office(words) == len(words) - 1:
            return (cast.unnamed(who),)
    return ()


def _who_met(title: str, head: str, cast: Cast) -> tuple[str, ...]:
    """The issuers of a joint word that is named by its occasion: "Joint Communiqué on the visit of President Ana Brook"."""
    if not _JOINT.search(title):
        return ()
    people = list(dict.fromkeys((*cast.find_all_in(title), *cast.find_all_in(head))))
    of = {cast.side(id): id for id in reversed(people) if cast.side(id)}
    most = max(2, len(cast.sides.named_in(head.split(":", 1)[0])))
    return tuple(id for id in people if id in of.values())[:most] if len(of) > 1 else ()


_OUGHT = re.compile(r"\s+(?:should|must|need\s+to|ought\s+to|can)\b")
"""What all of them ought to do is what the one says who spoke before: "The two sides should respect each other"."""

_HAVE_DONE = re.compile(r"\s+have\s+(?:(?:also|both|long|always|\w+ly)\s+)*(?P<verb>\w+(?:ed|en|wn|pt|ld|nt|ne|de))\b")

_INVITED = re.compile(r"\W*(?:\d+\.\s+)?(?:At|On|Upon) the (?:\w+ )?invitation of\b")
"""How a joint statement begins to tell of a visit."""

_PRESENT = re.compile(
    r"\W*(?:also\s+)?(?:present|attending|participating|taking part|in attendance|joining)\b[^.]*\b(?:was|were)\b"
    r"|[^.]*\b(?:attended|took part in|participated in|(?:was|were) (?:also )?present (?:at|during)|(?:was|were) also attended)"
    r"\s+(?:the|this|their)\s+(?:\w+\s+){0,2}(?:meeting|talks|reception|audience|conversation|call|ceremony|discussions?|visit|session)\W*$"
    r"|[^.]*\b(?:took part|participated|attended)(?:,[^.]*)?\W*$"
    r"|\W*(?:the\s+)?(?:\w+\s+)?(?:delegation|participants|party)\s+(?:also\s+)?(?:included|comprised|consisted)\b",
    re.IGNORECASE,
)
"""Who else took part: "Also present were ...", "Minister Brook attended the meeting.", "The delegation included ..."."""

_THE_OFFICE = re.compile(r"\bthe (?P<office>(?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,4})")
"""An office with its article: "the Prime Minister", "the Ruritanian Foreign Minister"."""

_AN_OFFICE = re.compile(r"[Tt]he (?P<office>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})")
"""The same, and nothing else."""

_OF = re.compile(r" (?:of|to|for) ")

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

    def tell(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What a sentence tells; who alone spoke in it is whom "he" and "she" mean in the next one."""
        item = self._item(whole, said)
        told = item or self._tell(whole, said)
        if not item:
            self.list = told if told != ACCOUNT and self.text[slice(*whole)].rstrip().endswith(":") else None
        self.before, self.ended = told.speakers if told and told != ACCOUNT else (), whole[1]
        self.alone = self.before[0] if len(self.before) == 1 else self.alone
        return told

    def _item(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """An item of a list that a sentence leads to, "They discussed the following:", is whose that sentence is."""
        words = self.text[slice(*whole)]
        goes_on = self.list is not None and not said.attributions and (is_item(words) or words[:1].islower())
        return self.list._replace(content=whole, mentions=(), cue=None, verb=None) if self.list and goes_on else None

    def _tell(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What a sentence tells: what a party or all of them said, or that they met; None where it is another matter."""
        everybody = Told(self.parties, "indirect", "everybody", content=whole)
        discussed = discussed_at(self.text, *whole)
        told_by_one = any(
            each.content.start <= (discussed or whole)[0] < each.content.end for each in said.attributions
        )
        if discussed and not told_by_one and all(discussed[0] < each.cue.start for each in said.attributions):
            return everybody._replace(verb=discussed)
        if not said.attributions and (is_of_the_occasion(self.text, *whole) or _PRESENT.match(self.text, *whole)):
            return ACCOUNT
        subject = said.whole_subject or said.subject or subject_by_words(self.text, *whole)
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
        return ACCOUNT

    def _meant(self, core: tuple[int, int], subject: tuple[int, int]) -> tuple[str, ...]:
        """Which parties a subject means: all, those that it names, or the one for whom a pronoun or an office stands."""
        words = self.text[slice(*subject)]
        if means_all(words):
            return self.parties
        named = tuple(id for id in self.cast.find_all_in(words) if id in self.parties)
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
        one = self._one(subject) or self._one(core)
        return (one,) if one else ()

    def _one(self, mention: tuple[int, int]) -> str | None:
        words = self.text[slice(*mention)]
        if who := self._by_pronoun(mention):
            return who
        people = self.cast.find_all_in(words)
        if named := [id for id in people if id in self.parties]:
            return named[0]
        if people and self._is_office_of(people[0], words):
            return None
        if not people and (called := self._by_first_name(mention)):
            return called
        if held := self.cast.holding(words, self.parties) or self._the_other(words):
            return held
        if sided := self.cast.sided(words, self.parties):
            return sided
        meant = self.mean(mention)
        return meant.id if meant and meant.id in self.parties else None

    def _the_other(self, words: str) -> str | None:
        """The party of whom no office is told, where the office in some words is nobody else's: "the President"."""
        titled = _AN_OFFICE.fullmatch(words)
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


class Declaration:
    """A declaration and its issuers."""

    def __init__(self, text: str, cast: Cast, issuers: tuple[str, ...]) -> None:
        self.text, self.cast, self.issuers = text, cast, issuers

    def tell(self, whole: tuple[int, int], said: Speech) -> Told:
        """Its issuers' own word; what one of several issuers did alone is what that one said."""
        words = self.text[slice(*whole)]
        if (_ISSUED.search(words) and words.endswith(":")) or _HANDED_OUT.match(words):
            return Told((REPORTER,), "narration", "aside")
        subject = said.whole_subject or said.subject
        of_one = subject and subject[0] - whole[0] < FAR and len(self.issuers) > 1 and not _INVITED.match(words)
        if subject and of_one:
            people = self.cast.find_all_in(self.text[slice(*subject)]) or self._called(said.subject)
            people = people or self._country(subject)
            act = act_of(self.text, subject, whole[1])
            if (
                len(people) == 1
                and self._is_one_of_them(people[0])
                and act.what in ("said", "met")
                and not self._is_visit(act.verb)
            ):
                mention = Mention(people[0], "named", (subject[0], subject[1]))
                cue = (subject[0], subject[1])
                return Told(
                    (people[0],), "indirect", "party", cue=cue, content=whole, mentions=(mention,), verb=act.verb
                )
        return Told(self.issuers, "direct", "issuer", content=whole)

    def _country(self, subject: tuple[int, int]) -> list[str]:
        """The one of several countries or bodies that issue a text which a subject names alone: "Ruritania announced ..."."""
        words = without_article(self.text[slice(*subject)])
        side = self.cast.sides.of_whole(words)
        if words.split()[-1:] in (["side"], ["Government"], ["delegation"]):
            side = self.cast.sides.of_office(words)
        return [side] if side and side in self.issuers else []

    def _is_visit(self, verb: tuple[int, int] | None) -> bool:
        """Whether a verb tells that somebody came, which all of them tell: "President Brook paid a visit to Ruritania"."""
        return verb is not None and self.text[slice(*verb)].casefold() in ReadoutWords.read().came

    def _called(self, subject: tuple[int, int] | None) -> list[str]:
        """Who is called by a first of several surnames: "President Brook", of Ana Brook Dale."""
        named = self.cast.person_at(*subject) if subject and not is_pronoun(self.text[slice(*subject)]) else None
        return [named] if named else []

    def _is_one_of_them(self, id: str) -> bool:
        """An issuer, or whoever speaks for one: "Prime Minister Ana Brook" in a statement of her country and another."""
        return id in self.issuers or (self.cast.side(id) or "?") in {self.cast.side(each) for each in self.issuers}
