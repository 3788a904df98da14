"""Part of the composer: who speaks in the written word of a government, or of several.

A declaration is the word of its issuers throughout, but where it tells what somebody else said. They are named in its
title, its first sentences or at its foot, or told by what they do in it.
"""

import re

from components.model import countries
from components.model.codebook import REPORTER
from components.reading.accounts import Act, ReadoutWords, act_of, tells_more
from components.reading.actors import Cast
from components.reading.genres import ON_BEHALF, by_whom, said_by_title
from components.reading.offices import OFFICE_ALONE, is_body, last_office
from components.reading.own_words import Organ, acting_first, acting_in_capitals, organ_in, side_of_body, who_acts
from components.reading.persons import in_small_letters, without_article
from components.reading.pronouns import is_pronoun
from components.reading.speakers import Speech
from components.reading.told import Mention, Told, told_by_act
from components.reading.told_offices import ToldOffices

FAR = 60
"""Characters before the subject of a sentence: further in it is the subject of another clause."""

_ISSUED = re.compile(
    r"\b(?:issued|released|made|gave|delivered)\s+(?:the\s+following|this|an?)\s+(?:\w+\s+)?(?:statement|declaration)\b"
    r"|\b(?:stated|said|declared|replied|responded|commented|reads)(?:\s+(?:as follows|the following|today)|,?\s+in part)?\s*:"
)
"""How a first sentence says whose word follows."""

_HANDED_OUT = re.compile(
    r"(?:the\s+)?(?:text\s+of\s+the\s+)?following\s+"
    r"(?:is\s+(?:the|a)|(?:[\w-]+\s+){0,4}?(?:statement|declaration|text)\s+(?:was|has been|is)\b)"
    r"|[^.:]{3,90}?\b(?:issued|released|adopted)\s+the\s+following\s+(?:\w+\s+)?communiqu[eé]\b"
    r"|[^.:]{3,90}?\bhas\s+(?:today\s+)?(?:issued|made|released)\s+(?:a|the\s+following)\s+(?:\w+\s+)?statement\b(?!\s+that\b)"
    r"|(?:adopted|done)\s+(?:on|at|in)\b[^.]{3,80}\.?$"
    r"|[^.:]{3,160}?\bissued\s+this\s+(?:\w+\s+)?(?:statement|declaration)(?:\s+(?:together|jointly|today))?\.?$"
    r"|(?:the\s+)?text\s+of\s+the\s+(?:\w+\s+)?(?:statement|declaration)\s+(?:below|above|following)\b"
    r"|(?:the\s+(?:below|following)|this)\s+is\s+attributable\s+to\b|(?:begin|end)\s+(?:of\s+)?text\W*$",
    re.IGNORECASE,
)
"""How the writer says that somebody's text follows, begins and ends."""

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

_KIND = re.compile(
    r"(?:(?:Final|Concluding|Joint|Press|Media|Forum|Chair['’]s|Summit|Ministerial)\s+)*(?:Communiqu[eé]|Statement|Declaration)",
    re.IGNORECASE,
)
"""What stands behind the name of a body in a title: "Lake Forum: |Concluding Statement"."""

_ISSUED_BY = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|text)\b[^.:\n]{0,80}?\b(?:issued|released|made|adopted|agreed)\b[^.:\n]{0,60}?\sby\s+"
    r"(?:the\s+)?(?P<who>[^.:\n]{3,200}?)\s*(?:[.:]|\n|on\s+\d|$)"
)
"""By whom a text was issued, as its head tells: "The statement below was issued by the Governments of Ruritania and Tolvia"."""

_I_MYSELF = re.compile(
    r"\bI, (?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4}), "
    r"(?:the )?(?P<office>(?:[A-Z][\w-]*\s)*?(?:President|Governor|Minister|King|Queen|Secretary|Premier)\b)"
)
"""Who proclaims something: "I, ANA BROOK, President of Ruritania, do hereby proclaim"."""

_ON_OCCASION = re.compile(r"\s(?:at|after|following|during|on|upon)\s")
"""Where the names of those who issued a text end: "by Ruritania and Tolvia| at the close of their meeting"."""

_IN_BRACKETS = re.compile(
    r"\b(?:[Mm]inisters|[Ll]eaders|[Mm]embers|[Cc]ountries|[Ss]tates|[Gg]overnments|[Aa]mbassadors|[Mm]issions)\s+\((?P<who>[^()]{8,300})\)"
)
"""The countries of those who issue a text, in brackets: "The Lake Ministers (|Ruritania, Tolvia, Marenia|)"."""

_PLACE_LAST = re.compile(r",\s+(?P<town>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),\s+(?:the\s+)?[A-Z][^,]{2,40}$")
"""Where a meeting was held, at the end of a title: "Communiqué of the Lake Summit|, Lakeside, Republic of Tolvia"."""

_MOURNS = re.compile(r"\b(?:death|passing|demise|loss)\s+of\b(?P<who>.+)", re.IGNORECASE)
"""Whom a title mourns: "Statement on the death of |Ana Brook"."""

_GOVERNMENTS = re.compile(
    r"(?:^|\n)\W*The (?:Governments|Embassies) of "
    r"(?P<who>(?:the )?[A-Z][^.:;\n]{3,200}?)\s[a-z]+\b(?!\s*(?:[A-Z]|the\b))"
)
"""Several governments as the first subject: "The Governments of Ruritania and Tolvia |condemn"."""

_HEREINAFTER = re.compile(r"(?:^|\n)\W*(?P<who>[^.:;\n]{5,200}?),?\s+\(?hereinafter\b")
"""The parties of a treaty, at its head."""

_CHAIR = re.compile(r"\b[Cc]hair(?:man|woman|person)?\b(?!['’]s? [Ss]ummary)")

_THOSE_CHAIRED = re.compile(
    r"(?:[Tt]he|[Ss]ome|[Aa]ll|[Ss]everal|[Mm]any|[Mm]ost)\s+(?:[A-Z][\w-]*\s+){0,2}(?:[Mm]inisters|[Ll]eaders|[Mm]embers|[Pp]articipants|[Dd]elegations|"
    r"[Mm]ember [Ss]tates|[Hh]eads of [Ss]tate(?: (?:and|or) [Gg]overnment)?)(?: and .{3,80})?"
)
"""Those of whose meeting a chair tells: "The Ministers", "Some Leaders"."""

_BRIEFED = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?P<verb>briefed|informed|updated)\b[^.;]{0,120}?\bby\b")

_FIRST_IS_BODY = re.compile(
    r"(?P<who>MOFA|MFA|MoFA|Foreign Ministry|Ministry of [A-Z][\w ]+?)(?:['’]s?)?\s+"
    r"(?:[Rr]esponse|[Cc]omments?|[Pp]ress|[Ss]tatement|[Rr]eaction)\b"
)
"""A title that begins with a ministry and what it hands out: "MOFA response to remarks by ..."."""

_ON_LETTER = re.compile(r"\b(?:letter|message|condolence|visit|call|meeting)", re.IGNORECASE)

_ACCEPTED = re.compile(
    r"\W*(?:\d{1,3}\.\s+)?(?P<what>(?:The|This) invitation) was (?:\w+ly )?(?P<verb>accepted)\b(?!\s+by\b)"
)

_OFFICES_OF = re.compile(
    r"[Tt]he (?:[A-Z][\w-]*\s)*(?:Presidents|Ministers|Leaders|leaders|Chancellors|Heads of State|sides)\s+of\b"
)
"""The subject that some of several issuers are."""

_OFFICE_OF = re.compile(
    r"\bthe\s+(?P<office>(?:[A-Z][\w-]*\s+){0,3}(?:President|Minister|Chancellor|King|Queen|Premier|Taoiseach))\s+of\s+(?:the\s+)?"
    r"(?P<of>[A-Z][\w’'-]*(?:\s+(?:of\s+|and\s+(?!the\b))?[A-Z][\w’'-]*)*)"
)
"""An office of a country: "the Prime Minister of the Republic of Ruritania"."""

_ONLY_NAMES = re.compile(r"(?:the\s+)?[A-Z][\w’'-]*(?:(?:,|,?\s+and)?\s+(?:the\s+)?[A-Z][\w’'-]*)+")
"""Several names and nothing else: "Ruritania, Tolvia and the Lake Islands"."""

_FACTS = re.compile(r"\W*fact[ -]?sheet\b", re.IGNORECASE)
_MET = re.compile(
    r"\W*(?:\d{1,3}\.\s+)?The (?P<who>[A-Z].{3,180}?),?\s+(?:met|meeting|held|was held|convened|adopted|considered)\b"
)
"""Whose meeting adopted a text, by its first sentence: "The Assembly of |the Lake Community| met in Lakeside"."""

_BETWEEN = re.compile(
    r"\W*(?:\d{1,3}\.\s+)?The\b[^.;]{3,120}?\sbetween\s+(?P<who>[^.;]{3,120}?)\s+(?:was|were|took place)\b"
)
"""Between whom a joint text tells that something was held: "The second dialogue between |Ruritania and Tolvia| was held"."""

_VERB = re.compile(
    r"(?:,\s|\s)(?:met|meet|meeting|gathered|convened|held|have|are|express|condemn|welcome|together with|in the presence)\b"
)
"""Where the names end behind "we": "We, Ana Brook and Carl Dale,| met with Ina Cole"."""

_WE = re.compile(r"\bwe(?:,| —| –) (?P<who>(?:[^.;\n]|(?<=\b[A-Z])\.|(?<=\b[JS]r)\.){3,300})", re.IGNORECASE)


def is_joint(title: str) -> bool:
    """Whether a title calls a text the word of several."""
    return _JOINT.search(title) is not None


def _named_at_head(title: str, head: str, cast: Cast) -> tuple[str, ...]:
    """Issuers whom the head names, not the title: governments that issued it, the parties of a treaty, a body that met."""
    for told in (_HEREINAFTER.search(head), _ISSUED_BY.search(head), _GOVERNMENTS.search(head)):
        if told and len(several := cast.bodies_in(_ON_OCCASION.split(told["who"], maxsplit=1)[0])) > 1:
            return several
    body, colon, kind = title.partition(": ")
    if colon and _KIND.fullmatch(kind) and re.search(rf"\b{re.escape(body)}\b", head):
        side = cast.sides.of_whole(body) or cast.sides.of_office(body)
        return cast.body(side, body) or (cast.unnamed(body),)
    return ()


def _acts_in_title(title: str, cast: Cast) -> tuple[str, ...]:
    """Who does something in a title behind its kind: "Communiqué: Ruritania rejects statements of Tolvia"."""
    kind, colon, rest = title.partition(": ")
    headline = acting_first(rest) if colon and _KIND.fullmatch(kind) else acting_in_capitals(title)
    side = cast.sides.of_whole(headline) or cast.sides.of_office(headline) if headline else ""
    return cast.body(side)


def issuers_of(title: str, head: str, cast: Cast, signer: str = "") -> tuple[str, ...]:
    """The issuers of a declaration. `signer` is who signed at its foot: the issuer of a letter.

    Who issued it by its first sentence, else the people in its title, those who call themselves "we", who holds the office in
    the title, its countries and bodies; of a joint one those who met; else who signed it, whose text it is, or who acts in it.
    """
    named = _without_place(by_whom(title), cast)
    if signer and _LETTER.search(title):
        return (signer,)
    if myself := _I_MYSELF.search(cast.text):
        name = in_small_letters(myself["who"])
        return (cast.find_in(name) or cast.introduce_signer(name, myself["office"]),)
    if several := _in_brackets(head, cast):
        return several
    if issued := _ISSUED.search(head):
        opens = head[: issued.start()]
        if people := cast.find_all_in(opens):
            return (people[0],)
        if office := OFFICE_ALONE.search(opens):
            return (cast.unnamed(office["office"]),)
    if sent := SENT.match(head):
        return (cast.who_is(sent["who"]),)
    if found := _acts_in_title(title, cast) or _named_at_head(title, head, cast):
        return found
    if _FACTS.match(title):
        return _of_government(title, cast)
    if (first := _FIRST_IS_BODY.match(title)) and not _ON_LETTER.search(title):
        return cast.body(cast.issuer) or (cast.unnamed(first["who"]),)
    tells_whose = not title or said_by_title(title) is not None
    people = [] if ON_BEHALF.search(title) else cast.find_all_in(named if tells_whose else _subject_of(named))
    if not people and (we := _WE.search(head)):
        people = cast.find_all_in(_VERB.split(we["who"], maxsplit=1)[0])
    if people:
        return tuple(people)
    if in_office := _in_offices(named, cast):
        return in_office
    bodies = cast.bodies_in(named) if tells_whose else ()
    if not bodies and (we := _WE_THE.search(head)) and len(ours := cast.bodies_in(we["who"])) > 1:
        return ours
    if holder := cast.holder_in(named):
        return (holder,)
    organ = organ_in(named) if tells_whose else Organ()
    acting = cast.body(*organ) if organ.side in bodies or not bodies else ()  # by the name of its organ
    if not bodies and not acting and (met := _MET.match(head)):
        acting = found if len(found := cast.bodies_in(met["who"])) == 1 else ()
    if found := bodies or acting or _who_met(title, head, cast) or _joint_of(title, head, cast):
        return found
    signed = (signer,) if signer else ()
    if signer and cast.is_person(signer):
        return signed
    if told := cast.body(cast.issuer) or _acting_but_for(title, named, cast) or signed or _body_in(named, cast):
        return told
    if tells_whose and (called := cast.office_in(named)):
        return (called,)
    return cast.bodies_in(named)


def _in_offices(named: str, cast: Cast) -> tuple[str, ...]:
    """Who holds the offices of several countries that a title names: "by the President of Ruritania and the King of Tolvia"."""
    offices = [(each["office"], cast.sides.of_whole(each["of"])) for each in _OFFICE_OF.finditer(named)]
    sides = {side for _, side in offices if side}
    if len(sides) < 2 or sides != set(cast.sides.named_in(named)):
        return ()
    held = [cast.holder_for(office, side) for office, side in offices if side]
    return tuple(dict.fromkeys(held)) if all(map(cast.is_person, held)) else ()


def _in_brackets(head: str, cast: Cast) -> tuple[str, ...]:
    """The countries whose ministers or leaders the head names in brackets."""
    told = _IN_BRACKETS.search(head)
    several = cast.bodies_in(told["who"]) if told else ()
    return several if len(several) > 1 else ()


def _without_place(named: str, cast: Cast) -> str:
    """What a title names without the town and country at its end, where it names a country or body before them."""
    place = _PLACE_LAST.search(named)
    at_end = place and not cast.bodies_in(place["town"]) and cast.bodies_in(named[: place.start()])
    return named[: place.start()] if place and at_end else named


def mourned(title: str, cast: Cast) -> str:
    """Whom a title mourns, where it is one person; else nobody."""
    told = _MOURNS.search(title)
    people = cast.find_all_in(told["who"]) if told else []
    return people[0] if len(people) == 1 else ""


def _of_government(title: str, cast: Cast) -> tuple[str, ...]:
    """Whose a sheet of facts is: the government's whose people or offices its title names first, else whose text it is."""
    people = cast.find_all_in(title)
    side = next((side for id in people if (side := cast.side(id))), "")
    return cast.body(cast.issuer or cast.sides.of_lone_office_in(title) or side)


def _body_in(named: str, cast: Cast) -> tuple[str, ...]:
    """The body that a title names behind "of", whose country nothing tells: "Statement of the Ministry of the Sea"."""
    told = _OF_BODY.search(named)
    words = told["who"].split() if told else []
    return (cast.unnamed(" ".join(words)),) if words and (is_body(words[0]) or is_body(words[-1])) else ()


def _subject_of(title: str) -> str:
    """What a headline begins with, up to its verb: "Prime Minister Brook |condemns the attack on Carl Dale"."""
    verb = re.search(r"(?<=\s)(?!(?:of|for|and|the|de|von|van|al|bin)\b)[a-z]", title)
    return title[: verb.start()] if verb else title


def _joint_of(title: str, head: str, cast: Cast) -> tuple[str, ...]:
    """The countries of a joint word that is named by its occasion: "Joint Statement on the visit of Tolvia’s King to Marenia".

    Where the title does not name them, those between whom the first sentence tells that something was held.
    """
    if not is_joint(title):
        return ()
    between = _BETWEEN.search(head)
    told = (cast.bodies_in(title), cast.bodies_in(between["who"]) if between else ())
    return next((each for each in told if len(each) > 1), ())


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


def _acting_but_for(title: str, named: str, cast: Cast) -> tuple[str, ...]:
    """The same, but for whom the text is about: people whom its title names behind who speaks."""
    speaks = cast.find_all_in(named)
    about = {id for id in cast.find_all_in(title) if id not in speaks}
    return tuple(id for id in acting_in(cast) if id not in about)


def _who_met(title: str, head: str, cast: Cast) -> tuple[str, ...]:
    """The issuers of a joint word that is named by its occasion: "Joint Communiqué on the visit of President Ana Brook"."""
    if not is_joint(title):
        return ()
    people = list(dict.fromkeys((*cast.find_all_in(title), *cast.find_all_in(head))))
    of = {cast.side(id): id for id in reversed(people) if cast.side(id)}
    most = max(2, len(cast.sides.named_in(head.split(":", 1)[0])))
    return tuple(id for id in people if id in of.values())[:most] if len(of) > 1 else ()


_INVITED = re.compile(r"\W*(?:\d+\.\s+)?(?:At|On|Upon) the (?:\w+ )?invitation of\b")
"""How a joint statement begins to tell of a visit."""


class Declaration:
    """A declaration and its issuers."""

    def __init__(self, text: str, cast: Cast, issuers: tuple[str, ...]) -> None:
        self.text, self.cast, self.issuers = text, cast, issuers
        self.offices = ToldOffices(text, cast)
        self.mourned = mourned(cast.title, cast)
        chairs = len(issuers) == 1 and cast.is_person(issuers[0]) and _CHAIR.search(cast.title) is not None
        self.chaired = self._chaired() if chairs else ""
        self.told_of_chaired = False
        self.last = ""

    def _chaired(self) -> str:
        """Those whom a chair speaks of: the body in the title, else those who met."""
        bodies = [side for side in self.cast.sides.named_in(self.cast.title) if not countries.is_state(side)]
        return next(iter(self.cast.body(bodies[0])), "") if bodies else self.cast.unnamed("Ministers")

    def tell(self, whole: tuple[int, int], said: Speech) -> Told:
        """Who says a sentence; whoever alone said the last one may be answered in the next."""
        told = self._tell(whole, said)
        self.last = told.speakers[0] if len(told.speakers) == 1 else ""
        return told

    def _tell(self, whole: tuple[int, int], said: Speech) -> Told:
        """Its issuers' own word; what one of several issuers did alone is what that one said."""
        words = self.text[slice(*whole)]
        if (_ISSUED.search(words) and words.endswith(":")) or _HANDED_OUT.match(words):
            return Told((REPORTER,), "narration", "aside")
        subject = said.whole_subject or said.subject
        if subject and (some := self._some_of_them(subject, whole[1])):
            return some._replace(content=whole)
        if subject and (member := self._of_a_member(subject, whole[1])):
            return member
        if self.chaired and subject and (chaired := self._of_those_chaired(subject, whole[1])):
            return chaired
        if told := self._briefed(whole) or self._accepted(whole):
            return told
        of_one = subject and subject[0] - whole[0] < FAR and len(self.issuers) > 1 and not _INVITED.match(words)
        if subject and of_one:
            people = (
                self.cast.find_all_in(self.text[slice(*subject)]) or self._holder(subject) or self._called(said.subject)
            )
            people = people or self._country(subject)
            act = act_of(self.text, subject, whole[1])
            if (
                len(people) == 1
                and self._is_one_of_them(people[0])
                and act.what in ("said", "met")
                and not self._is_visit(act, whole[1])
            ):
                mention = Mention(people[0], "named", (subject[0], subject[1]))
                cue = (subject[0], subject[1])
                return Told(
                    (people[0],), "indirect", "party", cue=cue, content=whole, mentions=(mention,), verb=act.verb
                )
        return Told(self.issuers, "direct", "issuer", content=whole)

    def _of_those_chaired(self, subject: tuple[int, int], end: int) -> Told | None:
        """In a chair's statement what the others said is theirs: "The Ministers reaffirmed ...", "They agreed ..."."""
        words, act = self.text[slice(*subject)], act_of(self.text, subject, end)
        named = (
            _THOSE_CHAIRED.fullmatch(words) is not None
            or self.cast.sides.of_whole(without_article(words)) == self.chaired
        )
        again = words == "They" and self.told_of_chaired
        self.told_of_chaired = named or again
        if not (named or again) or act.verb is None:
            return None
        return told_by_act((self.chaired,), "party", subject, act.verb, end)

    def _of_a_member(self, subject: tuple[int, int], end: int) -> Told | None:
        """In the word of a body, or of who chairs it, what one from a country said: "The Minister of Ruritania informed"."""
        one = self.issuers[0] if len(self.issuers) == 1 else ""
        of_a_body = bool(one) and not self.cast.is_person(one) and not countries.is_state(self.cast.side(one))
        if not (self.chaired or of_a_body):
            return None
        act = act_of(self.text, subject, end)
        if act.what != "said" or act.verb is None or not self.text[slice(*act.verb)].endswith("ed"):
            return None
        named = [id for id in self.cast.find_all_in(self.text[slice(*subject)]) if id not in self.issuers]
        held = self.offices.at(subject[0], self.issuers) or (named[0] if len(named) == 1 else None)
        return told_by_act((held,), "party", subject, act.verb, end) if held else None

    def _briefed(self, whole: tuple[int, int]) -> Told | None:
        """Who briefed those who issue a text says what is told: "The members were briefed by Ana Brook"."""
        told = _BRIEFED.search(self.text, *whole)
        people = self.cast.find_all_in(self.text[told.end() : whole[1]]) if told else []
        if not told or not people:
            return None
        return told_by_act(tuple(people), "party", (told.end(), whole[1]), told.span("verb"), whole[1])

    def _some_of_them(self, subject: tuple[int, int], end: int) -> Told | None:
        """Of more than two issuers some: "The Presidents of Ruritania and Tolvia thanked", "Ministers Brook and Dale noted"."""
        if not (_OFFICES_OF.match(self.text, *subject) or _ONLY_NAMES.fullmatch(self.text, *subject)):
            return None
        words = self.text[slice(*subject)]
        named = self.cast.sides.named_in(words)
        people = [] if named else self.cast.find_all_in(words)
        fit = tuple(id for id in self.issuers if id in people or self.cast.side(id) in named)
        act = act_of(self.text, subject, end)
        if (
            not 1 < len(fit) < len(self.issuers)
            or (named and len(fit) != len(named))
            or act.what != "said"
            or act.verb is None
        ):
            return None
        return told_by_act(fit, "party", subject, act.verb, end)

    def _country(self, subject: tuple[int, int]) -> list[str]:
        """The one of several countries or bodies that issue a text which a subject names alone: "Ruritania announced ..."."""
        words = without_article(self.text[slice(*subject)])
        side = self.cast.sides.of_whole(words)
        if words.casefold().split()[-1:] in (["side"], ["government"], ["delegation"]):
            side = self.cast.sides.of_office(words)
        return [id for id in self.issuers if side and side in (id, self.cast.side(id))][:1]

    def _is_visit(self, act: Act, end: int) -> bool:
        """Whether an act is no more than a visit, which all of them tell: "Brook paid a visit", "welcomed Dale to Lakeside"."""
        verb = self.text[slice(*act.verb)].casefold() if act.verb else ""
        if act.verb and act.what == "met" and verb == "welcomed":
            return not any(tells_more(self.text, act.verb[1], end))
        return verb in ReadoutWords.read().came

    def _holder(self, subject: tuple[int, int]) -> list[str]:
        """Who of several issuers holds the office of a country that a subject is: "The Prime Minister of Ruritania"."""
        held = self.offices.at(subject[0], ())
        return [held] if held else []

    def _accepted(self, whole: tuple[int, int]) -> Told | None:
        """Who accepts the invitation of the one of two who spoke last: "The invitation was accepted with pleasure"."""
        accepted = _ACCEPTED.match(self.text, *whole)
        side = self.cast.side(self.last) if accepted and self.last in self.cast.people else ""
        others = [id for id in self.issuers if side and side not in (id, self.cast.side(id))]
        if accepted is None or len(self.issuers) != 2 or len(others) != 1:
            return None
        return told_by_act((others[0],), "party", accepted.span("what"), accepted.span("verb"), whole[1])

    def _called(self, subject: tuple[int, int] | None) -> list[str]:
        """Who is called by a first of several surnames: "President Brook", of Ana Brook Dale."""
        named = self.cast.person_at(*subject) if subject and not is_pronoun(self.text[slice(*subject)]) else None
        return [named] if named else []

    def _is_one_of_them(self, id: str) -> bool:
        """An issuer, or whoever speaks for one: "Prime Minister Ana Brook" in a statement of her country and another."""
        return id in self.issuers or (self.cast.side(id) or "?") in {self.cast.side(each) for each in self.issuers}
