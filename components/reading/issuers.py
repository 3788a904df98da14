"""Part of the composer: who issued a declaration.

They are named in its title, its first sentences or at its foot, or told by what they do in it.
"""

import re
from functools import cache

from components.model.lexicons import WordLists, Words, any_of, in_both_cases
from components.reading.actors import Cast
from components.reading.genres import ON_BEHALF, by_whom, said_by_title
from components.reading.offices import OFFICE_ALONE, is_body, last_office
from components.reading.own_words import Organ, acting_first, acting_in_capitals, organ_in, side_of_body, who_acts
from components.reading.persons import in_small_letters

ISSUED = re.compile(
    r"\b(?:issued|released|made|gave|delivered)\s+(?:the\s+following|this|an?)\s+(?:\w+\s+)?(?:statement|declaration)\b"
    r"|\b(?:stated|said|declared|replied|responded|commented|reads)(?:\s+(?:as follows|the following|today)|,?\s+in part)?\s*:"
)
"""How a first sentence says whose word follows."""

_WE_THE = re.compile(r"\b[Ww]e, (?:the )?(?P<who>[^.;]{3,200}?),(?!\s+(?:[A-Z]\w|and\b|the\b))")

_OF_BODY = re.compile(
    r"\b(?:of|by|from)\s+(?:the\s+)?(?P<who>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and)\s+(?:the\s+)?)?[A-Z][\w’'-]*)*)"
)

SENT = re.compile(
    r"(?:^|(?<=[.,]\s))(?:[Tt]he\s+)?(?P<who>[A-Z][^.,\n]{3,90}?)\s+(?:has\s+)?(?:congratulated\b|"
    r"(?:sent|extended|conveyed|addressed|expressed|offered)\s+(?:(?:a|an|his|her|the)\s+)?"
    r"(?:\w+\s+){0,3}?(?:message|telegram|letter|greetings?|condolences|congratulations)\b)",
    re.MULTILINE,
)
"""Who sent a message: "President Ana Brook| sent a telegram of condolences to ..."."""

_LETTER = re.compile(r"\bletters?\b", re.IGNORECASE)

_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)

_ISSUED_BY = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|text)\b[^.:\n]{0,80}?\b(?:issued|released|made|adopted|agreed)\b[^.:\n]{0,60}?\sby\s+"
    r"(?:the\s+)?(?P<who>[^.:\n]{3,200}?)\s*(?:[.:]|\n|on\s+\d|\band\s+(?:issued|released|published)\b|$)"
)
"""By whom a text was issued, as its head tells: "The statement below was issued by the Governments of Ruritania and Tolvia"."""

_ISSUED_AT_HEAD = re.compile(
    r"(?:^|\n)[^\w\n]{0,5}(?:[Ii]ssued|[Aa]dopted|[Rr]eleased)\s+by\s+(?:the\s+)?(?P<who>[A-Z][^,.;:\n]{3,160}?)"
    r"(?=,|\s+(?:after|following|during|on|at|in)\s|\s*(?:\n|$))"
)
"""The same as a line of its own below the word for what it is: "Adopted by |the Lake Council| at its 9th meeting"."""

_SHORT = re.compile(r"\s+\([^()]{1,40}\)")
"""The short name behind a whole one: "the Lake Council| (LC)"."""

_I_MYSELF = re.compile(
    r"\bI, (?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4}), "
    r"(?:the )?(?P<office>(?:[A-Z][\w-]*\s)*?(?:President|Governor|Minister|King|Queen|Secretary|Premier)\b)"
)
"""Who proclaims something: "I, ANA BROOK, President of Ruritania, do hereby proclaim"."""

_ON_OCCASION = re.compile(r"\s(?:at|after|following|during|on|upon)\s")
"""Where the names of those who issued a text end: "by Ruritania and Tolvia| at the close of their meeting"."""

_PLACE_LAST = re.compile(r",\s+(?P<town>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),\s+(?:the\s+)?[A-Z][^,]{2,40}$")
"""Where a meeting was held, at the end of a title: "Communiqué of the Lake Summit|, Lakeside, Republic of Tolvia"."""

_TOWN_LAST = re.compile(r",\s+(?P<town>[A-Z][\w’'-]+)$")
"""The same without its country: one word is nobody's whole name."""

_GOVERNMENTS = re.compile(
    r"(?:^|\n)\W*The (?:[Gg]overnments|[Ee]mbassies) of "
    r"(?P<who>(?:the )?[A-Z][^.:;\n]{3,200}?)\s[a-z]+\b(?!\s*(?:[A-Z]|the\b))"
)
"""Several governments as the first subject: "The Governments of Ruritania and Tolvia |condemn"."""

_HEREINAFTER = re.compile(r"(?:^|\n)\W*(?P<who>[^.:;\n]{5,200}?),?\s+\(?hereinafter\b")
"""The parties of a treaty, at its head."""

_FIRST_IS_BODY = re.compile(
    r"(?P<who>MOFA|MFA|MoFA|Foreign Ministry|Ministry of [A-Z][\w ]+?)(?:['’]s?)?\s+"
    r"(?:[Rr]esponse|[Cc]omments?|[Pp]ress|[Ss]tatement|[Rr]eaction)\b"
)
"""A title that begins with a ministry and what it hands out: "MOFA response to remarks by ..."."""

_ON_LETTER = re.compile(r"\b(?:letter|message|condolence|visit|call|meeting)", re.IGNORECASE)

_OFFICE_OF = re.compile(
    r"\bthe\s+(?P<office>(?:[A-Z][\w-]*\s+){0,3}(?:President|Minister|Chancellor|King|Queen|Premier|Taoiseach))\s+of\s+(?:the\s+)?"
    r"(?P<of>[A-Z][\w’'-]*(?:\s+(?:of\s+|and\s+(?!the\b))?[A-Z][\w’'-]*)*)"
)
"""An office of a country: "the Prime Minister of the Republic of Ruritania"."""

_FACTS = re.compile(r"\W*fact[ -]?sheet\b", re.IGNORECASE)

_MET = re.compile(
    r"\W*(?:\d{1,3}\.\s+)?The (?P<who>[A-Z].{3,180}?),?\s+(?:met|meeting|held|was held|convened|adopted|considered)\b"
)
"""Whose meeting adopted a text, by its first sentence: "The Assembly of |the Lake Community| met in Lakeside"."""

_BETWEEN = re.compile(
    r"\W*(?:\d{1,3}\.\s+)?The\b[^.;]{3,120}?\sbetween\s+(?P<who>[^.;]{3,120}?)\s+(?:was|were|took place)\b"
)
"""Between whom a joint text tells that something was held: "The second dialogue between |Ruritania and Tolvia| was held"."""

_WE = re.compile(r"\bwe(?:,| —| –) (?P<who>(?:[^.;\n]|(?<=\b[A-Z])\.|(?<=\b[JS]r)\.){3,300})", re.IGNORECASE)


class IssuerWords(WordLists):
    """`issuers.toml`."""

    FILE = "issuers"
    kinds: Words
    several: Words
    verbs: Words


def is_joint(title: str) -> bool:
    """Whether a title calls a text the word of several."""
    return _JOINT.search(title) is not None


def issuers_of(title: str, head: str, cast: Cast, signer: str = "") -> tuple[str, ...]:
    """The issuers of a declaration. `signer` is who signed at its foot: the issuer of a letter.

    Who issued it by its first sentence, else the people in its title, those who call themselves "we", who holds the office in
    the title, its countries and bodies; of a joint one those who met; else who signed it, whose text it is, or who acts in it.
    """
    return _Issuers(title, head, cast, signer).find()


class _Issuers:
    """What the title, the head and the foot of a declaration tell of who issued it."""

    def __init__(self, title: str, head: str, cast: Cast, signer: str) -> None:
        self.title, self.head, self.cast = title, head, cast
        self.signer = (signer,) if signer else ()
        self.named = _without_place(by_whom(title), cast)
        self.tells_whose = not title or said_by_title(title) is not None
        self.bodies = cast.bodies_in(self.named) if self.tells_whose else ()

    def find(self) -> tuple[str, ...]:
        """Those whom the first way that tells anybody tells."""
        by_words = (
            self._of_letter,
            self._myself,
            self._in_brackets,
            self._by_first_sentence,
            self._acts_in_title,
            self._organ_at_head,
        )
        by_title = (self._ministry_first, self._people, self._in_offices, self._we, self._holder, self._countries)
        at_last = (self._person_who_signed, self._whose_text, self._office, self._bodies)
        facts = _FACTS.match(self.title) is not None
        ways = (*by_words, self._named_at_head, *((self._government,) if facts else (*by_title, *at_last)))
        return next((found for way in ways if (found := way())), ())

    def _of_letter(self) -> tuple[str, ...]:
        return self.signer if _LETTER.search(self.title) else ()

    def _myself(self) -> tuple[str, ...]:
        """Who proclaims something in the first person."""
        myself = _I_MYSELF.search(self.cast.text)
        if not myself:
            return ()
        name = in_small_letters(myself["who"])
        return (self.cast.find_in(name) or self.cast.introduce_signer(name, myself["office"]),)

    def _in_brackets(self) -> tuple[str, ...]:
        """The countries whose ministers or leaders the head names in brackets."""
        told = _in_brackets().search(self.head)
        several = self.cast.bodies_in(told["who"]) if told else ()
        return several if len(several) > 1 else ()

    def _by_first_sentence(self) -> tuple[str, ...]:
        """Who issued, said or sent what follows."""
        if issued := ISSUED.search(self.head):
            above = self.head[: issued.start()]
            opens = above if issued[0].startswith("reads") else above.rsplit("\n", 1)[-1]  # who sent it is told before
            if people := self.cast.find_all_in(opens):
                several = is_joint(self.title) or "joint" in issued[0].casefold()
                return tuple(people) if several else (people[0],)
            if office := OFFICE_ALONE.search(opens):
                return (self.cast.unnamed(office["office"]),)
        sent = SENT.match(self.head)
        return (self.cast.who_is(sent["who"]),) if sent else ()

    def _organ_at_head(self) -> tuple[str, ...]:
        """The organ of a body that the head names alone as who issued what follows."""
        told = _ISSUED_AT_HEAD.search(self.head)
        organ = _SHORT.sub("", told["who"]) if told else ""
        side = self.cast.sides.of_office(organ) if organ and is_body(organ.split(" of ")[0].split()[-1]) else ""
        return self.cast.body(side, organ)

    def _acts_in_title(self) -> tuple[str, ...]:
        """Who does something in a title behind its kind: "Communiqué: Ruritania rejects statements of Tolvia"."""
        kind, colon, rest = self.title.partition(": ")
        headline = acting_first(rest) if colon and _kind().fullmatch(kind) else acting_in_capitals(self.title)
        sides = self.cast.sides
        return self.cast.body(sides.of_whole(headline) or sides.of_office(headline) if headline else "")

    def _named_at_head(self) -> tuple[str, ...]:
        """Whom the head names, not the title: governments that issued it, the parties of a treaty, a body that met."""
        cast, head = self.cast, self.head
        for told in (_HEREINAFTER.search(head), _ISSUED_BY.search(head), _GOVERNMENTS.search(head)):
            if told and len(several := cast.bodies_in(_ON_OCCASION.split(told["who"], maxsplit=1)[0])) > 1:
                return several
        body, colon, kind = self.title.partition(": ")
        if not (colon and _kind().fullmatch(kind) and re.search(rf"\b{re.escape(body)}\b", head)):
            return ()
        return cast.body(cast.sides.of_whole(body) or cast.sides.of_office(body), body) or (cast.unnamed(body),)

    def _government(self) -> tuple[str, ...]:
        """Whose a sheet of facts is: that of the first one whom title or head name, else the first country of the title."""
        cast = self.cast
        named = (*cast.find_all_in(self.title), *cast.find_all_in(self.head))
        people = (id for id in named if not cast.sides.named_in(cast.people[id].name))  # "Ruritania Launches" is nobody
        side = next((side for id in people if (side := cast.side(id))), "")
        first = next(iter(cast.sides.named_in(self.title)), "")
        return cast.body(cast.issuer or cast.sides.of_lone_office_in(self.title) or side or first)

    def _ministry_first(self) -> tuple[str, ...]:
        first = None if _ON_LETTER.search(self.title) else _FIRST_IS_BODY.match(self.title)
        return self.cast.body(self.cast.issuer) or (self.cast.unnamed(first["who"]),) if first else ()

    def _people(self) -> tuple[str, ...]:
        """The people whom the title names, as far as they speak in it; else those who call themselves "we"."""
        named = self.named if self.tells_whose else _subject_of(self.named)
        people = [] if ON_BEHALF.search(self.title) else self.cast.find_all_in(named)
        we = None if people else _WE.search(self.head)
        return tuple(self.cast.find_all_in(_verb().split(we["who"], maxsplit=1)[0]) if we else people)

    def _in_offices(self) -> tuple[str, ...]:
        """Who holds the offices of several countries: "by the President of Ruritania and the King of Tolvia"."""
        sides = self.cast.sides
        offices = [(each["office"], sides.of_whole(each["of"])) for each in _OFFICE_OF.finditer(self.named)]
        of = {side for _, side in offices if side}
        if len(of) < 2 or of != set(sides.named_in(self.named)):
            return ()
        held = [self.cast.holder_for(office, side) for office, side in offices if side]
        return tuple(dict.fromkeys(held)) if all(map(self.cast.is_person, held)) else ()

    def _we(self) -> tuple[str, ...]:
        """The countries that call themselves "we", where the title names none."""
        we = None if self.bodies else _WE_THE.search(self.head)
        ours = self.cast.bodies_in(we["who"]) if we else ()
        return ours if len(ours) > 1 else ()

    def _holder(self) -> tuple[str, ...]:
        holder = self.cast.holder_in(self.named, organ_in(self.named).side)
        return (holder,) if holder else ()

    def _countries(self) -> tuple[str, ...]:
        """The countries and bodies of the title, by the name of an organ too; else those that met, or whose occasion it was."""
        organ = organ_in(self.named) if self.tells_whose else Organ()
        acting = self.cast.body(*organ) if organ.side in self.bodies or not self.bodies else ()
        met = None if self.bodies or acting else _MET.match(self.head)
        whose = self.cast.bodies_in(met["who"]) if met else ()
        return self.bodies or acting or (whose if len(whose) == 1 else ()) or self._who_met() or self._joint()

    def _who_met(self) -> tuple[str, ...]:
        """The issuers of a joint word that is named by its occasion: "Joint Communiqué on the visit of President Ana Brook"."""
        if not is_joint(self.title):
            return ()
        cast = self.cast
        if len(two := cast.find_all_in(self.title.partition(" between ")[2])) == 2:
            return tuple(two)
        people = list(dict.fromkeys((*cast.find_all_in(self.title), *cast.find_all_in(self.head))))
        of = {cast.side(id): id for id in reversed(people) if cast.side(id)}
        most = max(2, len(cast.sides.named_in(self.head.split(":", 1)[0])))
        return tuple(id for id in people if id in of.values())[:most] if len(of) > 1 else ()

    def _joint(self) -> tuple[str, ...]:
        """The countries of the occasion of a joint word: "Joint Statement on the visit of Tolvia’s King to Marenia".

        Where the title does not name them, those between whom the first sentence tells that something was held.
        """
        if not is_joint(self.title):
            return ()
        between = _BETWEEN.search(self.head)
        told = (self.cast.bodies_in(self.title), self.cast.bodies_in(between["who"]) if between else ())
        return next((each for each in told if len(each) > 1), ())

    def _person_who_signed(self) -> tuple[str, ...]:
        return self.signer if self.signer and self.cast.is_person(self.signer[0]) else ()

    def _whose_text(self) -> tuple[str, ...]:
        """Whose text it is, who acts in it and is not who it is about, who signed it, or the body that its title names."""
        speaks = self.cast.find_all_in(self.named)
        about = {id for id in self.cast.find_all_in(self.title) if id not in speaks}
        if whose := self.cast.body(self.cast.issuer):
            return whose
        return tuple(id for id in acting_in(self.cast) if id not in about) or self.signer or self._body()

    def _body(self) -> tuple[str, ...]:
        """The body that a title names behind "of", whose country nothing tells: "Statement of the Ministry of the Sea"."""
        told = _OF_BODY.search(self.named)
        words = told["who"].split() if told else []
        return (self.cast.unnamed(" ".join(words)),) if words and (is_body(words[0]) or is_body(words[-1])) else ()

    def _office(self) -> tuple[str, ...]:
        called = self.cast.office_in(self.named) if self.tells_whose else ""
        return (called,) if called else ()

    def _bodies(self) -> tuple[str, ...]:
        return self.cast.bodies_in(self.named)


def _without_place(named: str, cast: Cast) -> str:
    """What a title names without the town and country at its end, where it names a country or body before them."""
    place = _PLACE_LAST.search(named) or _TOWN_LAST.search(named)
    at_end = place and not cast.bodies_in(place["town"]) and cast.bodies_in(named[: place.start()])
    return named[: place.start()] if place and at_end else named


def _subject_of(title: str) -> str:
    """What a headline begins with, up to its verb: "Prime Minister Brook |condemns the attack on Carl Dale"."""
    verb = re.search(r"(?<=\s)(?!(?:of|for|and|the|de|von|van|al|bin)\b)[a-z]", title)
    return title[: verb.start()] if verb else title


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
            return (cast.unnamed(cast.fullest(who)),)
    return ()


@cache
def _kind() -> re.Pattern[str]:
    """What stands behind the name of a body in a title: "Lake Forum: |Concluding Statement"."""
    return re.compile(
        rf"(?:{any_of(IssuerWords.read().kinds)}\s+)*(?:Communiqu[eé]|Statement|Declaration)", re.IGNORECASE
    )


@cache
def _in_brackets() -> re.Pattern[str]:
    """The countries of those who issue a text, in brackets: "The Lake Ministers (|Ruritania, Tolvia, Marenia|)"."""
    return re.compile(rf"\b{any_of(in_both_cases(IssuerWords.read().several))}\s+\((?P<who>[^()]{{8,300}})\)")


@cache
def _verb() -> re.Pattern[str]:
    """Where the names end behind "we": "We, Ana Brook and Carl Dale,| met with Ina Cole"."""
    return re.compile(rf"(?:,\s|\s)(?:{any_of(IssuerWords.read().verbs)}|have|are|together with|in the presence)\b")
