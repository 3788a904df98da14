"""Part of the composer: who speaks in the written word of a government, or of several.

A declaration is the word of its issuers throughout, but where it tells what somebody else said.
"""

import re
from functools import cache
from itertools import chain

from components.model import countries
from components.model.codebook import REPORTER
from components.model.lexicons import WordLists, Words, any_of
from components.reading.accounts import Act, ReadoutWords, accepted_at, act_of, tells, tells_more, tells_so
from components.reading.actors import Cast
from components.reading.issuers import ISSUED
from components.reading.persons import without_article
from components.reading.pronouns import is_pronoun
from components.reading.speakers import Speech
from components.reading.told import Mention, Told, told_by_act
from components.reading.told_offices import ToldOffices

HEAD = 400
"""Characters at the head of a joint text in which those who met are named."""

FAR = 60
"""Characters before the subject of a sentence: further in it is the subject of another clause."""

_HANDED_OUT = re.compile(
    r"(?:the\s+)?(?:text\s+of\s+the\s+)?following\s+"
    r"(?:is\s+(?:the|a)|(?:[\w-]+\s+){0,4}?(?:statement|declaration|text)\s+(?:was|has been|is)\b)"
    r"|[^.:]{3,90}?\b(?:issued|released|adopted)\s+the\s+following\s+(?:\w+\s+)?communiqu[eé]\b"
    r"|[^.:]{3,90}?\bhas\s+(?:today\s+)?(?:issued|made|released)\s+(?:a|the\s+following)\s+(?:\w+\s+)?statement\b(?!\s+that\b)"
    r"|(?:adopted|done|issued)\s+(?:on|at|in)\b[^.]{3,80}\.?$"
    r"|[^.:]{3,160}?\bissued\s+this\s+(?:\w+\s+)?(?:statement|declaration)(?:\s+(?:together|jointly|today))?\.?$"
    r"|(?:the\s+)?text\s+of\s+the\s+(?:\w+\s+)?(?:statement|declaration)\s+(?:below|above|following)\b"
    r"|(?:the\s+(?:below|following)|this)\s+is\s+attributable\s+to\b|(?:begin|end)\s+(?:of\s+)?text\W*$",
    re.IGNORECASE,
)
"""How the writer says that somebody's text follows, begins and ends."""

_CHAIR = re.compile(r"\b[Cc]hair(?:man|woman|person)?\b(?!['’]s? [Ss]ummary)")

_BOTH = re.compile(r"(?:[Tt]he two|[Bb]oth) (?:leaders|[Pp]residents|[Mm]inisters|[Pp]rime [Mm]inisters)")

_THOSE_CHAIRED = re.compile(
    r"(?:[Tt]he|[Ss]ome|[Aa]ll|[Ss]everal|[Mm]any|[Mm]ost)\s+(?:[A-Z][\w-]*\s+){0,2}(?:[Mm]inisters|[Ll]eaders|[Mm]embers|[Pp]articipants|[Dd]elegations|"
    r"[Mm]ember [Ss]tates|[Hh]eads of [Ss]tate(?: (?:and|or) [Gg]overnment)?)(?: and .{3,80})?"
)
"""Those of whose meeting a chair tells: "The Ministers", "Some Leaders"."""

_BRIEFED = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?P<verb>briefed|informed|updated)\b[^.;]{0,120}?\bby\b")

_HEARD = re.compile(
    r"\b(?:heard|listened\s+to|witnessed\s+the\s+participation\s+of)\s+(?P<who>[^;:]{3,200}?),?\s+who\s+(?P<verb>[a-z]+(?:ed)?)\b"
)
"""Whom those heard who met: "The session heard |Ana Brook, the envoy, who |set out ..."."""

_AN_OFFICE = re.compile(r"(?:[A-Z][\w-]*)(?: (?:of|for|the|and|[A-Z][\w-]*)){1,8}")

_WELCOMED_AT = re.compile(
    r"\b(?:welcomed|hosted|received)\s[^.;]{3,120}?\s(?:to|at|in)\s(?:the\s)?(?P<place>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})"
)

_LINE = re.compile(r"^[A-Z][^\n]{10,300}:[^\S\n]*$", re.MULTILINE)
"""A paragraph of its own that leads to what follows."""

_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b")

_VISIT_BY = re.compile(r"\bvisit\b[^.;]{0,60}?\s(?:by|of)\s(?P<who>.{3,200})", re.IGNORECASE)
"""Whose visit a title tells of: "Joint Communiqué on the visit by |President Ana Brook to Ruritania"."""

_THE_VISITOR = re.compile(
    r"(?:[Tt]he|[Hh]is|[Hh]er) (?:(?:distinguished )?visiting [\w ]{3,60}|(?:distinguished )?(?:guest|visitor))"
)

_OFFICES_OF = re.compile(
    r"[Tt]he (?:[A-Z][\w-]*\s)*(?:Presidents|Ministers|Leaders|leaders|Chancellors|Heads of State|sides)\s+of\b"
)
"""The subject that some of several issuers are."""

_ONLY_NAMES = re.compile(r"(?:the\s+)?[A-Z][\w’'-]*(?:(?:,|,?\s+and)?\s+(?:the\s+)?[A-Z][\w’'-]*)+")
"""Several names and nothing else: "Ruritania, Tolvia and the Lake Islands"."""

_TWO_OFFICES = re.compile(r"[Tt]he (?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,3} and the (?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,3}")
"""All of two: "The President and the Prime Minister"."""

_INVITED = re.compile(r"\W*(?:\d+\.\s+)?(?:At|On|Upon) the (?:\w+ )?invitation of\b")
"""How a joint statement begins to tell of a visit."""


_PARTS_WAYS = re.compile(r"(?:dissociated|distanced|disassociated)\s+itself\b|reserved\s+its\b")
"""How one of many says that it does not go along: "Ruritania |dissociated itself| from the second item"."""

_WILL = re.compile(r"\s+(?:also\s+|continue\s+to\s+)?(?P<verb>[a-z]+)")


class DeclarationWords(WordLists):
    """`declarations.toml`."""

    FILE = "declarations"
    noted: Words
    plans: Words


class Declaration:
    """A declaration and its issuers."""

    def __init__(self, text: str, cast: Cast, issuers: tuple[str, ...]) -> None:
        self.text, self.cast, self.issuers = text, cast, issuers
        self.offices = ToldOffices(text, cast)
        self._learn_sides()
        chairs = len(issuers) == 1 and cast.is_person(issuers[0]) and _CHAIR.search(cast.title) is not None
        self.chaired = self._chaired() if chairs else ""
        self.told_of_chaired = False
        self.last = ""
        visit = _VISIT_BY.search(cast.title)
        self.visitor = next((id for id in cast.find_all_in(visit["who"]) if id in issuers), "") if visit else ""
        self.begins = 0 if any(map(cast.is_person, issuers)) else _begin_of_word(text)

    def _learn_sides(self) -> None:
        """Of two who met for two countries, the one of whom nothing tells it speaks for the other's partner."""
        met = self.cast.find_all_in(self.text[:HEAD])
        of = {self.cast.side(id) for id in self.issuers}
        unsided = [id for id in met if not self.cast.side(id)]
        if len(met) == len(of) == len(unsided) == 2 and (host := self._side_of_host()) in of:
            self.cast.speaks_for(met[0], host)
            unsided = met[1:]
        left = of - {self.cast.side(id) for id in met}
        if len(met) == len(of) == 2 and len(unsided) == len(left) == 1 and "" not in of:
            self.cast.speaks_for(unsided[0], left.pop())

    def _side_of_host(self) -> str:
        """The country at whose seat somebody welcomed the other one: "welcomed President Dale to the White House"."""
        told = _WELCOMED_AT.search(self.text, 0, HEAD)
        return next(iter(self.cast.sides.named_in(told["place"])), "") if told else ""

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
        """Its issuers' own word, but for what is told above it, and for what one of them, some or somebody else said."""
        words = self.text[slice(*whole)]
        if (ISSUED.search(words) and words.endswith(":")) or _HANDED_OUT.match(words):
            return Told((REPORTER,), "narration", "aside")
        if whole[1] < self.begins and not _OURS.search(words):
            return self._heard(whole) or Told((REPORTER,), "narration", "account")
        subject = said.whole_subject or said.subject
        if subject and not self.cast.find_all_in(self.text[slice(*subject)]) and _plans().match(self.text, subject[1]):
            return Told(self.issuers, "direct", "issuer", content=whole)
        by_subject = (self._some_of_them, self._of_a_member, self._of_another, self._of_those_chaired)
        act = act_of(self.text, subject, whole[1])
        told = (way(subject, whole, act) for way in by_subject) if subject else ()
        beside = (way(whole) for way in (self._briefed, self._accepted, self._noted))
        found = next(filter(None, chain(told, beside)), None) or self._of_one(whole, said, act)
        if subject and not found and not said.attributions:
            found = self._of_outsider(subject, whole, act)
        return found or Told(self.issuers, "direct", "issuer", content=whole)

    def _of_one(self, whole: tuple[int, int], said: Speech, act: Act) -> Told | None:
        """What one of several issuers said or did alone, who is the subject at the head of a sentence."""
        subject = said.whole_subject or said.subject
        if (
            subject is None
            or subject[0] - whole[0] >= FAR
            or len(self.issuers) == 1
            or _INVITED.match(self.text, *whole)
        ):
            return None
        people = self._meant(subject, said, act)
        if len(people) != 1 or not self._is_one_of_them(people[0]):
            return None
        if act.what not in ("said", "met") or self._is_visit(act, whole[1]) or self._is_undertaken(act, whole[1]):
            return None
        mentions = (Mention(people[0], "named", (subject[0], subject[1])),)
        cue = (subject[0], subject[1])
        return Told((people[0],), "indirect", "party", cue=cue, content=whole, mentions=mentions, verb=act.verb)

    def _meant(self, subject: tuple[int, int], said: Speech, act: Act) -> list[str]:
        """Whom a subject means: by name, office, country, as the visitor, or as "he" who said the last sentence."""
        words = self.text[slice(*subject)]
        named = self.cast.find_all_in(words) or self._holder(subject) or self._called(said.subject)
        people = [] if _TWO_OFFICES.fullmatch(words) else named
        people = people or self._country(subject) or self._visiting(subject)
        return people or (self._again(subject) if act.what == "said" else [])

    def _of_those_chaired(self, subject: tuple[int, int], whole: tuple[int, int], act: Act) -> Told | None:
        """In a chair's statement what the others said is theirs: "The Ministers reaffirmed ...", "They agreed ..."."""
        if not self.chaired:
            return None
        words = self.text[slice(*subject)]
        named = (
            _THOSE_CHAIRED.fullmatch(words) is not None
            or self.cast.sides.of_whole(without_article(words)) == self.chaired
        )
        again = words == "They" and self.told_of_chaired
        self.told_of_chaired = named or again
        if not (named or again) or act.verb is None:
            return None
        return told_by_act((self.chaired,), "party", subject, act.verb, whole[1])

    def _of_a_member(self, subject: tuple[int, int], whole: tuple[int, int], act: Act) -> Told | None:
        """In the word of a body, or of who chairs it, what one from a country said: "The Minister of Ruritania informed"."""
        one = self.issuers[0] if len(self.issuers) == 1 else ""
        of_a_body = bool(one) and not self.cast.is_person(one) and not countries.is_state(self.cast.side(one))
        if not (self.chaired or of_a_body):
            return None
        if act.what != "said" or act.verb is None or not self._is_told(act.verb, whole[1]):
            return None
        state = self.cast.sides.of_whole(without_article(self.text[slice(*subject)])) if of_a_body else ""
        if countries.is_state(state) and (
            _PARTS_WAYS.match(self.text, act.verb[0]) or tells(self.text[slice(*act.verb)])
        ):
            return told_by_act(self.cast.body(state), "party", subject, act.verb, whole[1])
        named = [id for id in self.cast.find_all_in(self.text[slice(*subject)]) if id not in self.issuers]
        held = self.offices.at(subject[0], self.issuers) or (named[0] if len(named) == 1 else None)
        return told_by_act((held,), "party", subject, act.verb, whole[1]) if held else None

    def _is_told(self, verb: tuple[int, int], end: int) -> bool:
        """Whether a verb tells what was said then: "informed", "drew attention to"; not "welcomes"."""
        return self.text[slice(*verb)].endswith("ed") or tells_so(self.text, *verb, end)

    def _of_another(self, subject: tuple[int, int], whole: tuple[int, int], act: Act) -> Told | None:
        """In one government's word what one of another did of whom it has told, or the two who met: "Both leaders agreed"."""
        if len(self.issuers) != 1 or act.what != "said" or act.verb is None or not tells(self.text[slice(*act.verb)]):
            return None
        leaders = _BOTH.fullmatch(self.text, *subject) and countries.is_state(self.cast.side(self.issuers[0]))
        met = self.cast.find_all_in(self.text[:HEAD]) if leaders else []
        if len(met) == 2 and len({self.cast.side(id) for id in met}) == 2:
            return told_by_act(tuple(met), "party", subject, act.verb, whole[1])
        held = self.offices.again(subject[0], self.text[slice(*subject)], self.issuers)
        side = self.cast.side(held) if held else ""
        another = side not in ("", self.cast.side(self.issuers[0]))
        return told_by_act((held,), "party", subject, act.verb, whole[1]) if held and another else None

    def _of_outsider(self, subject: tuple[int, int], whole: tuple[int, int], act: Act) -> Told | None:
        """What somebody said who is named and speaks for none of those who issue a text: theirs, via the issuers."""
        if act.what != "said" or act.verb is None or subject[0] - whole[0] >= FAR:
            return None
        named = [id for id in self.cast.find_all_in(self.text[slice(*subject)]) if self.cast.is_person(id)]
        if len(named) != 1 or self._is_one_of_them(named[0]) or not tells_so(self.text, *act.verb, whole[1]):
            return None
        told = told_by_act((named[0],), "party", subject, act.verb, whole[1])
        return told._replace(via=self.issuers[0], how="relayed")

    def _briefed(self, whole: tuple[int, int]) -> Told | None:
        """Who briefed those who issue a text says what is told: "The members were briefed by Ana Brook"."""
        told = _BRIEFED.search(self.text, *whole)
        people = self.cast.find_all_in(self.text[told.end() : whole[1]]) if told else []
        if not told or not people:
            return None
        return told_by_act(tuple(people), "party", (told.end(), whole[1]), told.span("verb"), whole[1])

    def _heard(self, whole: tuple[int, int]) -> Told | None:
        """What those who met heard before they said their word: "The session heard Ana Brook, who set out ..."."""
        told = _HEARD.search(self.text, *whole)
        people = self.cast.find_all_in(told["who"]) if told else []
        if not told or len(people) != 1:
            return None
        return told_by_act((people[0],), "party", told.span("who"), told.span("verb"), whole[1])

    def _visiting(self, subject: tuple[int, int]) -> list[str]:
        """Whose visit a joint text is about, where they are called so: "The visiting Head of State", "His guest"."""
        return [self.visitor] if self.visitor and _THE_VISITOR.fullmatch(self.text, *subject) else []

    def _again(self, subject: tuple[int, int]) -> list[str]:
        """Who alone said the last sentence, where "he" or "she" goes on."""
        return (
            [self.last] if self.last in self.issuers and self.cast.may_be(self.text[slice(*subject)], self.last) else []
        )

    def _noted(self, whole: tuple[int, int]) -> Told | None:
        """Whose view they took note of: "took note of the warning by the Governor of the Lake Bank that ..."."""
        noted = _noted().search(self.text, *whole)
        if not noted:
            return None
        people = self.cast.find_all_in(noted["who"])
        sides = [] if people else self.cast.sides.named_in(noted["who"])
        of = [id for id in self.issuers if sides and self.cast.side(id) == sides[0]]
        held = "" if of or not _AN_OFFICE.fullmatch(noted["who"]) else self.cast.unnamed(noted["who"])
        who = next(iter((*people, *of)), held)
        if not who or self.issuers == (who,):
            return None
        told = told_by_act((who,), "party", noted.span("who"), noted.span("verb"), whole[1])
        return told._replace(via=self.issuers[0], how="relayed") if who not in self.issuers else told

    def _some_of_them(self, subject: tuple[int, int], whole: tuple[int, int], act: Act) -> Told | None:
        """Of more than two issuers some: "The Presidents of Ruritania and Tolvia thanked", "Ministers Brook and Dale noted"."""
        if not (_OFFICES_OF.match(self.text, *subject) or _ONLY_NAMES.fullmatch(self.text, *subject)):
            return None
        words = self.text[slice(*subject)]
        named = self.cast.sides.named_in(words)
        people = [] if named else self.cast.find_all_in(words)
        fit = tuple(id for id in self.issuers if id in people or self.cast.side(id) in named)
        if (
            not 1 < len(fit) < len(self.issuers)
            or (named and len(fit) != len(named))
            or act.what != "said"
            or act.verb is None
        ):
            return None
        return told_by_act(fit, "party", subject, act.verb, whole[1])._replace(content=whole)

    def _country(self, subject: tuple[int, int]) -> list[str]:
        """The one of several countries or bodies that issue a text which a subject names alone: "Ruritania announced ..."."""
        words = without_article(self.text[slice(*subject)])
        side = self.cast.sides.of_whole(words)
        ends, begins = words.casefold().split()[-1:], words.casefold().split(" of ")[0]
        if ends in (["side"], ["government"], ["delegation"]) or begins in ("government", "delegation"):
            side = self.cast.sides.of_office(words)
        return [id for id in self.issuers if side and side in (id, self.cast.side(id))][:1]

    def _is_visit(self, act: Act, end: int) -> bool:
        """Whether an act is no more than a visit, which all of them tell: "Brook paid a visit", "welcomed Dale to Lakeside"."""
        verb = self.text[slice(*act.verb)].casefold() if act.verb else ""
        if act.verb and act.what == "met" and verb == "welcomed":
            return not any(tells_more(self.text, act.verb[1], end))
        does = act.verb is not None and self.text[act.verb[1] : end].startswith(" to ")
        return verb in ReadoutWords.read().came and not does

    def _is_undertaken(self, act: Act, end: int) -> bool:
        """Whether it is told what one of them will do, which all of them lay down: "Ruritania will provide two ships"."""
        if act.verb is None or self.text[slice(*act.verb)] not in ("will", "shall"):
            return False
        verb = _WILL.match(self.text, act.verb[1], end)
        return verb is None or not tells(verb["verb"])

    def _holder(self, subject: tuple[int, int]) -> list[str]:
        """Who of several issuers holds the office of a country that a subject is: "The Prime Minister of Ruritania"."""
        words = self.text[slice(*subject)]
        held = self.offices.at(subject[0], ()) or self.offices.again(subject[0], words, ())
        return [held] if held else []

    def _accepted(self, whole: tuple[int, int]) -> Told | None:
        """Who accepts the invitation of the one of two who spoke last: "The invitation was accepted with pleasure"."""
        accepted = accepted_at(self.text, *whole)
        side = self.cast.side(self.last) if accepted and self.last in self.cast.people else ""
        others = [id for id in self.issuers if side and side not in (id, self.cast.side(id))]
        if accepted is None or len(self.issuers) != 2 or len(others) != 1:
            return None
        return told_by_act((others[0],), "party", *accepted, whole[1])

    def _called(self, subject: tuple[int, int] | None) -> list[str]:
        """Who is called by a first of several surnames: "President Brook", of Ana Brook Dale."""
        named = self.cast.person_at(*subject) if subject and not is_pronoun(self.text[slice(*subject)]) else None
        return [named] if named else []

    def _is_one_of_them(self, id: str) -> bool:
        """An issuer, or whoever speaks for one: "Prime Minister Ana Brook" in a statement of her country and another."""
        return id in self.issuers or (self.cast.side(id) or "?") in {self.cast.side(each) for each in self.issuers}


def _begin_of_word(text: str) -> int:
    """Where the word of those who met begins, below an account that ends with "issued the following statement:"; else 0."""
    line = next((each for each in _LINE.finditer(text) if ISSUED.search(each[0])), None)
    return line.start() if line else 0


@cache
def _noted() -> re.Pattern[str]:
    """Whose words those who issue a text took note of: "took note of the |view| of the |Ruritanian side| that"."""
    return re.compile(
        rf"\b[Tt]ook note(?: with \w+)? of the (?P<verb>{any_of(DeclarationWords.read().noted)})s?"
        r"(?: (?:of|by|from|(?:expressed|provided|given|made) by)) (?:the )?(?P<who>[A-Z][^.;,:]{2,90}?),?\s+"
        r"(?:that|who said that)\b"
    )


@cache
def _plans() -> re.Pattern[str]:
    """What a country plans by a joint text is the word of all: "Ruritania intends to build a harbour"."""
    return re.compile(rf"\s+(?:also\s+|both\s+)?{any_of(DeclarationWords.read().plans)}\s+to\b")
