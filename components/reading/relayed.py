"""Part of the composer: what somebody says that another has said, which is that one's, via whoever tells it."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from components.model.statements import Form
from components.reading.accounts import act_of, means_all, tells
from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.clauses import AttributionWords
from components.reading.labels import is_press_event, is_staff
from components.reading.offices import ends_in_office, is_body
from components.reading.people import Meant
from components.reading.persons import folded, without_article
from components.reading.pronouns import is_pronoun
from components.reading.sources import QUOTED, Inside, Sources
from components.reading.speakers import COVERS, Speech
from components.reading.told import Mention, Told, paragraph_of, told_by_act
from components.reading.told_offices import ToldOffices

COVERS_TO_ME = 0.25
"""What somebody was told may be less of a sentence: "When I was in Lakeside last year, she told me that it would rain"."""

COVERS_OF_WHO = 0.4
"""So may what one said of whom the sentence tells first: "Our envoy spoke to President Brook, who assured him that ..."."""

NEAR_TWO = 600
"""Characters before "the two Ministers" in which they are named, where one of them alone is in the paragraph."""

_YOU_SAID = re.compile(
    r"(?:(?:And|But|So|Well|Now|Earlier),?\s+)?"
    r"(?:(?:(?:Last|This|That|Two|Three|A few)\s+\w+(?:\s+ago)?|Yesterday|Once|In\s+\w+|"
    r"(?:At|When|During|Over|Before|After|In)\s+[^,.]{3,40},|"
    r"I\s+(?:recall|remember)(?:\s+that)?),?\s+)?"
    r"[Yy]ou\s+(?:(?:just|also|have|yourself|once|earlier|already|\w+ly)\s+)*"
    r"(?P<verb>said|told\s+(?:me|us)|stated|mentioned|noted|promised|argued|claimed|announced|insisted|stressed|suggested)\s+"
    r"(?:\w+\s+){0,2}?(?=that\b)"
)
"""How somebody is told their own words: "You said yesterday that ...", "Last year you told me that ..."."""

_AS_YOU = re.compile(
    r"(?:(?:And|But|So|Well|Now),?\s+)?[Aa]s\s+you\s+(?:\w+ly\s+|have\s+|just\s+)*"
    r"(?P<verb>told\s+(?:me|us))(?:\s[^,.;]{2,60})?,\s*"
)
"""The same beside what they said: "As you told me over lunch, the ferry is late"."""

_AND_YOU_SAID = re.compile(
    r"(?:(?:And|But),?\s+)?You\s[^.;]{3,120}?[,;]\s+(?:and|but)\s+you\s+(?:\w+\s+)??"
    r"(?P<verb>said|told\s+(?:me|us)|promised|noted|stressed)\s+(?:\w+\s+)??that\b\s*"
)
"""The same in a second clause: "You spoke of the ferry, and you said then that it was late"."""

_HEARD = re.compile(
    r"(?:(?:And|But|So|Well|Now),?\s+)?(?:(?:I|[Ww]e)\b[^.;:,]{0,40}?\b(?:heard?|learn(?:ed|t)|understood)\s+(?:today\s+)?from\s+"
    r"(?P<heard>you|[^.;:,]{3,90}?)\s+(?:\w+\s+)?that\b"
    r"|(?:[Ww]hat|(?:[Oo]ne\s+of\s+)?[Tt]he\s+(?:things?|points?|message))\s+(?P<told>[^.;:,]{2,60}?)\s+(?:has\s+|just\s+)?"
    r"(?:told|said\s+to|put\s+to|made\s+to)\s+(?:me|us)(?:\s+(?:very\s+)?\w+ly)?\s+(?:is|was)\s+that\b"
    r"|[Aa]s\s+(?P<put>[A-Z][^.;:,]{2,60}?)\s+(?:once\s+|has\s+|\w+ly\s+)?puts?\s+it(?:\s[^.;:,]{2,40})?,)\s*"
)
"""How somebody gives what another said without a clause of its own for it: "As Brook put it, ..."."""

_TOLD_ME = re.compile(
    r"(?P<told_me>(?:The\s+)?[A-Z][^.;:,]{2,60}?)\s+(?:has\s+|just\s+|also\s+)?(?:told|assured|informed)\s+(?:me|us)\s+that\b\s*"
)
"""The same where the parse sees nobody who said it."""

_WAS = re.compile(r"\b(?:was|were)\s+(?:just\s+)?$")
FEW = 10
"""Characters before "telling me" in which "was just" stands."""

_TO_ME = re.compile(
    r"\s+(?:to\s+)?(?:(?:me|us)\b(?!\s+(?:about|of)\b)|(?:this|the)\s+(?:Council|Assembly|House|Committee|Board|Parliament)\b)"
)
"""To whom it was told: to who tells it now, or to theirs. Then anybody may have told it: "The UN told us that ..."."""

_ADDRESSED = re.compile(
    r"(?:Mr|Mrs|Ms|Madam)\.?\s+(?:President|Prime Minister|Chancellor|Minister|Secretary|Chairman|Premier)"
)
"""Who is spoken to, where they are told of so: "Mr President informed us"."""

_THE_TWO = re.compile(r"(?:[Tt]he two|[Bb]oth)\s")

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

_ANYBODY = re.compile(
    r"(?:[Mm]any|[Ss]ome|[Oo]thers|[Mm]ost|[Pp]eople|[Ee]verybody|[Ee]veryone|[Cc]ritics|[Ee]xperts|[Cc]ommentators|[Oo]bservers|[Ss]keptics|[Ss]ceptics)"
    r"(?:\s+(?:of\s+\w+|\w+))?"
)

_THAT = re.compile(r"\s+(?:\w+\s+){0,3}?that\b")

_AS = re.compile(r"\W*(?:And\s+)?[Aa]s\s+")
"""What stands before a source whose words the main clause gives: "As Brook told me, the harbour is open"."""


@dataclass
class Before:
    """What was told before a sentence: up to where, via whom, of whom alone, by the last turn and the one before it.

    `subject` is that of the last sentence that has one of its own, no "he".
    """

    end: int = 0
    relayed_by: str = ""
    told_of: tuple[str, ...] = ()
    subject: tuple[int, int] | None = None
    turn_of: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()

    def in_paragraph(self, text: str, start: int) -> bool:
        """Whether what begins at a place stands in one paragraph with what was told last."""
        return "\n" not in text[self.end : start]


class Relays:
    """Asked whose words they are that somebody gives."""

    def __init__(self, text: str, cast: Cast, sources: Sources, inside: Inside, before: Before) -> None:
        self.text, self.cast, self.sources, self.inside, self.before = text, cast, sources, inside, before
        self.offices = ToldOffices(text, cast)
        self.beside: dict[tuple[str, str], bool] = {}
        """Of whom a sentence tells beside who holds an office, which the whole text is looked through for."""

    def in_turn(self, own: Told, said: Speech) -> Told:
        """What somebody says in a turn that another has said: "President Brook told us that ..." is Brook's, via the turn's."""
        if own.form == "direct" and (told := self._told_to_you(own) or self.from_another(own)):
            return told
        main, before = said.main, self.before.subject
        if said.subject is None or not is_pronoun(self.text[slice(*said.subject)]):
            self.before.subject = said.subject
        if own.form != "direct":
            return own
        if told := self._both_told_of(own, said):
            return told
        if not said.attributions and (told := self.from_another(own, _TOLD_ME)):
            return told
        if main and main.shape == "source" and (told := self._according_to(main, own, before)):
            return told
        if main is None or main.said is None or not self._gives_words(main, own):
            return own
        meant = self._other(main, before, own)
        if meant is None or meant.id in own.speakers or is_anybody(self.text[slice(*main.source)]):
            return own
        peer = _PEER.fullmatch(self.text, *main.source)
        if not (peer or self.to_me(main) or self.cast.may_be("he", meant.id) or self._is_said_by(meant.id, main, own)):
            return own
        mentions = (Mention(meant.id, "named", main.source), *(each._replace(how="via") for each in own.mentions[:1]))
        cue, content = main.cue, main.content
        return Told((meant.id,), "indirect", "relayed", own.speakers[0], 0, None, cue, content, mentions, main.said)

    def _both_told_of(self, own: Told, said: Speech) -> Told | None:
        """What two did of whom a spokesperson tells is theirs: "The Minister met Mr. Dale. The two sides agreed to meet"."""
        subject = said.whole_subject or said.subject
        speaker = self.cast.people.get(own.speakers[0])
        if subject is None or own.content is None or speaker is None or not is_staff(speaker.role):
            return None
        words, end = self.text[slice(*subject)], own.content[1]
        act = act_of(self.text, subject, end)
        if act.what not in ("said", "talked") or act.verb is None or not tells(self.text[slice(*act.verb)]):
            return None
        near = self.before.in_paragraph(self.text, own.content[0])
        if words == "They":
            both = self.before.told_of if near else ()
        elif _THE_TWO.match(words) and means_all(words):
            both = self._last_two(paragraph_of(self.text, subject[0]), subject[0], own.speakers)
            both = both if len(both) == 2 else self._last_two(subject[0] - NEAR_TWO, subject[0], own.speakers)
        else:
            return None
        if len(both) != 2:
            return None
        return told_by_act(both, "relayed", subject, act.verb, end)._replace(via=own.speakers[0])

    def _last_two(self, start: int, end: int, but: Sequence[str]) -> tuple[str, ...]:
        """The two people who are named last between two places, but for some; fewer where fewer are."""
        named = (
            id for _, id in self.cast.named_between(max(start, 0), end) if self.cast.is_person(id) and id not in but
        )
        return tuple(dict.fromkeys(named))[-2:]

    def _according_to(self, main: Attribution, own: Told, before: tuple[int, int] | None) -> Told | None:
        """What somebody says according to another, a person or a body: "According to our Embassy in Tolvia, ..."."""
        meant = self._other(main, before, own)
        if meant is None or meant.id in own.speakers or main.share < COVERS:
            return None
        body = any(is_body(word) for word in self.cast.people[meant.id].name.split())
        return relaying(own._replace(form="indirect"), main, meant) if body or self.cast.is_person(meant.id) else None

    def _gives_words(self, main: Attribution, own: Told) -> bool:
        """Whether an attribution gives what was said, and not what is, may be or might have been said."""
        beside = _AS.fullmatch(self.text, own.content[0] if own.content else 0, main.source[0]) or self.of_who(main)
        if main.deep and not beside:
            return False
        verb, to_me = self.text[slice(*main.said)].casefold() if main.said else "", self.to_me(main)
        told = to_me and main.said is not None and _WAS.search(self.text, main.said[0] - FEW, main.said[0])
        used = main.said is not None and self.text.endswith("used to ", 0, main.said[0])
        done = (to_me or used or verb != main.verb) and (not verb.endswith("ing") or bool(told))
        least = COVERS_TO_ME if to_me else COVERS_OF_WHO if self.of_who(main) else COVERS
        return done and main.verb in AttributionWords.read().relays and main.share >= least

    def of_who(self, main: Attribution) -> bool:
        """Whether somebody is told of who said something: "I met President Brook, who told me that ..."."""
        of_who = main.antecedent is not None and self.text[slice(*main.source)].casefold() == "who"
        ends = not self.text[main.content.end : self.cast.end_of_sentence(main.content.end)].strip(' .!?…”"')
        return of_who and ends and (self.to_me(main) or self.says_that(main))

    def to_me(self, main: Attribution) -> bool:
        """Whether an attribution says to whom it was told: to who tells it now, or to theirs."""
        return main.said is not None and _TO_ME.match(self.text, main.said[1]) is not None

    def by_the_mourned(self, told: Told, main: Attribution, who: str) -> Told | None:
        """What the one told whom a text mourns, in the words of who mourns: "She once told me that ..."."""
        pronoun = self.text[slice(*main.source)]
        if not who or not is_pronoun(pronoun) or not self.to_me(main) or not self.cast.may_be(pronoun, who):
            return None
        return relaying(told._replace(form="indirect"), main, Meant(who, False))

    def _other(self, main: Attribution, before: tuple[int, int] | None, own: Told) -> Meant | None:
        """Whom somebody quotes: named, by the office, or "he" and "she" who told them or of whom the sentence `before` is."""
        source = self.text[slice(*main.source)]
        if self.of_who(main) and main.antecedent:
            return self.sources.mean(main.antecedent)
        if _ADDRESSED.fullmatch(source) and (partner := self._partner(own.speakers)):
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

    def _is_said_by(self, id: str, main: Attribution, own: Told) -> bool:
        """Whether a body says something in a clause: "The Ferry Agency warns that ...", not "said so".

        Of who speaks it must be known for whom, else the country may be their own.
        """
        sides = {self.cast.side(each) for each in own.speakers if each in self.cast.people}
        return self.says_that(main) and "" not in sides and self.is_another_body(id, sides)

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
        if (id, office) not in self.beside:
            surname, held = re.escape(self.cast.people[id].name.split()[-1]), re.escape(office)
            both = rf"\b[Tt]he {held}\b(?! [A-Z])[^.!?\n]{{0,200}}\b{held} (?:[A-Z][\w’'-]* ){{0,2}}{surname}\b"
            self.beside[id, office] = re.search(both, self.text) is not None
        return self.beside[id, office]

    def _of_own(self, id: str, speakers: Sequence[str]) -> str:
        """Somebody of whom is told by an office of a country, "my Minister of the Sea": of that of who speaks, unless told."""
        side = self.cast.side(speakers[0]) if speakers and speakers[0] in self.cast.people else ""
        if side and not self.cast.side(id):
            self.cast.speaks_for(id, side)
        return id

    def _of_partner(self, office: str, speakers: Sequence[str]) -> Meant | None:
        """Who holds an office of the country of who is spoken to: "Your Defence Minister"."""
        partner = self._partner(speakers)
        side = self.cast.side(partner) if partner else ""
        return Meant(self.cast.holder_for(office, side), False) if side else None

    def other_in_title(self, mention: tuple[int, int], speakers: Sequence[str]) -> str | None:
        """Who else of those whom the title names holds the office in some words: "the President", says a president."""
        others = [id for id in self.cast.find_all_in(self.cast.title) if id not in speakers]
        return self.cast.holding(self.text[slice(*mention)], others)

    def _beside_in_title(self, mention: tuple[int, int], speakers: Sequence[str]) -> str | None:
        """The same where the title names two, of whom one speaks: "The Prime Minister told me", says another one."""
        two = self.cast.find_all_in(self.cast.title)
        of_two = len(two) == 2 and len(set(two) - set(speakers)) == 1
        return self.other_in_title(mention, speakers) if of_two else None

    def _told_to_you(self, own: Told) -> Told | None:
        """What somebody tells another that they said is that one's: of whoever spoke before them."""
        start, end = own.content or (0, 0)
        said = (
            _YOU_SAID.match(self.text, start, end)
            or _AS_YOU.match(self.text, start, end)
            or _AND_YOU_SAID.match(self.text, start, end)
        )
        heard = {*self.before.turn_of, *self.before.partner} - {*own.speakers}
        to_press = not (heard & self.cast.people.keys()) and is_press_event(self.cast.title)
        partner = self._partner(own.speakers) if said and not to_press else ""
        if not said or not partner:
            return None
        return own._replace(
            speakers=(partner,), form="indirect", how="relayed", via=own.speakers[0], verb=said.span("verb"),
            cue=(start, start + len(said[0].rstrip())), content=(said.end(), start + len(self.text[start:end].rstrip(".!?…"))),
            mentions=tuple(each._replace(how="via") for each in own.mentions[:1]),
        )  # fmt: skip

    def from_another(self, own: Told, told: re.Pattern[str] = _HEARD) -> Told | None:
        """What somebody heard from another: "I was glad to hear from Brook that ...", "What she told me is that ..."."""
        start, end = own.content or (0, 0)
        said = told.match(self.text, start, end)
        if not said:
            return None
        kind = str(said.lastgroup)
        words, place = said[kind], said.span(kind)
        people = [id for _, id in self.cast.named_between(*place) if self.cast.is_person(id)]
        if words == "you":
            who = self._partner(own.speakers)
        elif is_pronoun(words):
            who = self.offices.last_before(words.casefold(), place[0], own.speakers) or ""
        else:
            called = self.cast.find_all_in(words)
            who = next(iter((*people, *called)), None) or self.offices.at(place[0], own.speakers) or ""
        if not who or who in own.speakers:
            return None
        content = (said.end(), start + len(self.text[start:end].rstrip(".!?…")))
        mentions = (
            Mention(who, self.sources.how(place), place),
            *(each._replace(how="via") for each in own.mentions[:1]),
        )
        return own._replace(
            speakers=(who,), form="indirect", how="relayed", via=own.speakers[0], cue=said.span(), content=content,
            verb=None, mentions=mentions,
        )  # fmt: skip

    def _partner(self, speakers: Sequence[str]) -> str:
        """Whom somebody speaks to: who had the turn before, else the other one whom the title names."""
        own = tuple(speakers)
        partner = self.before.turn_of if self.before.turn_of != own else self.before.partner
        if not self.cast.people.keys() & set(partner):
            partner = tuple(id for id in self.cast.find_all_in(self.cast.title) if id not in own)
        known = len(partner) == 1 and partner[0] in self.cast.people
        return partner[0] if known and partner != own else ""

    def goes_on(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What "he" said is the word of whom the sentence before told of alone: "He also accused the ferrymen"."""
        subject, (id, *others) = said.subject, self.before.told_of or ("",)
        if subject is None or not id or others or not self.before.in_paragraph(self.text, whole[0]):
            return None
        words = self.text[slice(*subject)].casefold()
        if words not in ("he", "she") or not self.cast.may_be(words, id):
            return None
        if main := next((each for each in said.attributions if each.source == subject), None):
            form: Form = "direct" if self.inside.share(self.text, main.content) > QUOTED else "indirect"
            mentions = (Mention(id, "pronoun", subject),)
            told = Told((id,), form, "pronoun", cue=main.cue, content=main.content, mentions=mentions, verb=main.said)
        else:
            act = act_of(self.text, subject, whole[1])
            if act.verb is None or not tells(self.text[slice(*act.verb)]):
                return None
            told = told_by_act((id,), "pronoun", subject, act.verb, whole[1], "pronoun")
        return told._replace(via=self.before.relayed_by, how="relayed") if self.before.relayed_by else told

    def is_told(self, main: Attribution, start: int) -> bool:
        """Whether an attribution tells of words that were said, in its main clause or behind "As" at the head of it."""
        if main.deep and not (_AS.fullmatch(self.text, start, main.source[0]) or self.of_who(main)):
            return False
        said = self.text[slice(*main.said)].casefold() if main.said else ""
        return (
            main.shape == "source"
            or main.verb in AttributionWords.read().relays
            or (main.said is not None and said.endswith("ed") and tells(self._with_next_word(*main.said)))
        )

    def _with_next_word(self, start: int, end: int) -> str:
        """A verb with the small word behind it: "called for"."""
        return self.text[start : end + len(" for")]

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

    def inner(self, said: Speech, main: Attribution, speakers: tuple[str, ...]) -> tuple[Attribution, Meant] | None:
        """Somebody else's words inside what is said: Dale said that Brook had announced … has Brook as speaker."""
        for inner in said.attributions:
            inside = main.content.start <= inner.cue.start and inner.cue.end <= main.content.end
            if inner is main or not inside or inner.group in ("hold", "speak"):
                continue
            clause = max(inner.cue.end, inner.content.end) - min(inner.cue.start, inner.content.start)
            if clause < 0.5 * (main.content.end - main.content.start):
                continue
            meant = self.sources.mean(inner.antecedent or inner.source)
            if meant and meant.id not in speakers and self.cast.is_person(meant.id):
                return inner, meant
        return None


def is_anybody(source: str) -> bool:
    """Whether a source is nobody in particular: "Many", "Some commentators"."""
    return _ANYBODY.fullmatch(source) is not None


def relaying(told: Told, inner: Attribution, meant: Meant) -> Told:
    """What is told where its speaker only relays what somebody else said: they are `via`, the other one the speaker."""
    own = Mention(meant.id, "named" if meant.sure else "pronoun", inner.source)
    relays = (each._replace(how="via") for each in told.mentions[:1])
    return told._replace(
        speakers=(meant.id,),
        via=told.speakers[0],
        how="relayed",
        cue=_hull(told.cue or inner.cue, inner.cue),
        content=inner.content,
        mentions=(own, *relays),
        verb=inner.said,
    )


def _hull(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])
