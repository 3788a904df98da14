"""Part of the composer: what somebody says that another has said, which is that one's, via whoever tells it."""

import re
from functools import cache

from components.model.lexicons import WordLists, Words, any_of, in_both_cases
from components.model.statements import Form
from components.reading.accounts import act_of, means_all, tells
from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.clauses import AttributionWords
from components.reading.labels import is_press_event, is_staff
from components.reading.offices import is_body
from components.reading.people import Meant
from components.reading.pronouns import is_pronoun
from components.reading.quoted import Before, Quoted
from components.reading.sources import QUOTED, Inside, Sources
from components.reading.speakers import COVERS, Speech
from components.reading.told import Mention, Told, paragraph_of, told_by_act

COVERS_TO_ME = 0.25
"""What somebody was told may be less of a sentence: "When I was in Lakeside last year, she told me that it would rain"."""

COVERS_OF_WHO = 0.4
"""So may what one said of whom the sentence tells first: "Our envoy spoke to President Brook, who assured him that ..."."""

NEAR_TWO = 600
"""Characters before "the two Ministers" in which they are named, where one of them alone is in the paragraph."""

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

_SOMEBODY = r"(?:The\s+)?[A-Z][^.;:,]{2,60}?"

_TOLD_ME = re.compile(
    r"(?:(?:In|At|On|During|After|Last|This|Yesterday|When)\b[^.;:,]{2,60}?,\s+)?"
    r"(?P<told_me>(?:The\s+)?[A-Z][^.;:,]{2,60}?)\s+(?:has\s+|just\s+|also\s+)?"
    r"(?:(?:told|assured|informed|reminded)\s+(?:me|us)(?:\s+(?:[a-z]+\s+){0,5}[a-z]+)?|(?:repeated|said|confirmed|explained|put)\s+(?:it\s+)?to\s+(?:me|us)\b[^.;:,]{0,30}?|put\s+it\s+to\s+the\s(?!test\b)[^.;:,]{3,40}?)"
    r"\s+that\b\s*"
)
"""The same where the parse sees nobody who said it."""

_GOVERNMENT = re.compile(r"\b[Gg]overnment\b")

_WHAT = re.compile(r"\S\s+what\s+$")

_TO_COME = re.compile(r"\b(?:will|shall|may|might|could|should)\b|[’']ll\b")

_WAS = re.compile(r"\b(?:was|were)\s+(?:just\s+)?$")
FEW = 10
"""Characters before "telling me" in which "was just" stands."""

_THE_TWO = re.compile(r"(?:[Tt]he two|[Bb]oth)\s")

_MET = re.compile(
    r"\s+(?:(?:has|had|also|then|today|yesterday)\s+)*(?:met|spoke|talked|held\s[^.;]{3,40}?|had\s[^.;]{3,40}?)\s+"
    r"(?:(?:today|yesterday|this\s\w+|earlier|by\s\w+)\s+)*(?:with\s+)?"
)
"""What stands between two who met, in a sentence of a spokesperson: "The Minister| met this morning with |Mr. Dale"."""

_AS = re.compile(r"\W*(?:And\s+)?[Aa]s\s+")
"""What stands before a source whose words the main clause gives: "As Brook told me, the harbour is open"."""


class RelayedWords(WordLists):
    """`relayed.toml`."""

    FILE = "relayed"
    you_said: Words
    says: Words
    argues: Words
    anybody: Words


@cache
def _you_said() -> re.Pattern[str]:
    """How somebody is told their own words: "You said yesterday that ...", "Last year you told me that ..."."""
    return re.compile(
        r"(?:(?:And|But|So|Well|Now|Earlier),?\s+)?"
        r"(?:(?:(?:Last|This|That|Two|Three|A few)\s+\w+(?:\s+ago)?|Yesterday|Once|In\s+\w+|"
        r"(?:At|When|During|Over|Before|After|In)\s+[^,.]{3,40},|"
        r"I\s+(?:recall|remember)(?:\s+that)?|You know|[A-Z][\w’'-]+),?\s+)?"
        r"(?:[Ii]n\s+[^,.]{3,40},\s+)?"
        r"[Yy]ou\s+(?:(?:just|also|have|yourself|once|earlier|already|\w+ly)\s+)*"
        rf"(?:(?P<verb>{any_of(RelayedWords.read().you_said)}|told\s+(?:me|us))\b"
        r"[^.;:?!]{0,60}?\s(?=that\b)|(?P<told>told\s+(?:me|us))\s+(?!about\b|of\b|to\b|what\b|how\b|why\b))"
    )


@cache
def _heard() -> re.Pattern[str]:
    """How somebody gives what another said without a clause of its own for it: "As Brook put it, ..."."""
    says = any_of(RelayedWords.read().says)
    ways = (
        # "I was glad to hear from |Brook| that ..."
        r"(?:I|[Ww]e)\b[^.;:,]{0,40}?\b(?:heard?|learn(?:ed|t)|understood)\s+(?:today\s+)?from\s+"
        r"(?P<heard>you|[^.;:,]{3,90}?)\s+(?:\w+\s+)?that\b",
        # "I have heard |the Minister| argue that ..."
        r"(?:I|[Ww]e)(?:['’]ve|\s+have)?\s+(?:\w+\s+)?heard\s+(?P<argues>[^.;:,]{3,90}?)\s+"
        rf"{any_of(RelayedWords.read().argues)}\s+that\b",
        # "We have spoken to |Brook|, who told us that ..."
        r"(?:I|[Ww]e)\s+(?:have\s+)?(?:spoke|spoken|talked|met)\b[^.;:,]{0,40}?\s(?:to|with)\s+(?P<spoken>[A-Z][^.;:,]{2,60}?),\s+who\s+"
        r"(?:told|assured|informed|reminded|shared\s+with)\s+(?:me|us)\s+that\b",
        # "I talked to |Brook|, and she said ..."
        r"I\s+(?:talked|spoke)\b[^.;:,]{0,40}?\s(?:to|with)\s+(?P<met>(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z])[^.;:]{2,80}?),?\s+and\s+(?:s?he|they)\s+"
        r"(?:said(?:\s+that)?|(?:told|reminded|assured|informed)\s+(?:me|us)(?:\s+that)?|asked\s+(?:me|us)\s+to)\b",
        # "When |Brook| called me in May, she said that ..."
        rf"[Ww]hen\s+(?P<called>{_SOMEBODY})\s+(?:called|phoned|telephoned|rang|met|visited|received|wrote\s+to)\s+(?:me|us)\b[^.;:]{{0,60}}?,\s+"
        r"(?:s?he|they)\s+(?:said|(?:told|assured|reminded)\s+(?:me|us))(?:\s+that)?\b",
        # "|Brook| asked me to convey to you that ..."
        rf"(?P<asked>{_SOMEBODY})\s+(?:has\s+|have\s+|also\s+)*asked\s+(?:me|us)\s+to\s+(?:convey|pass\s+on|tell|say|thank|assure|give)\b",
        # "|Brook| met Mr Dale on Monday, and she reports ..."
        rf"(?P<acted>{_SOMEBODY})\s+(?:called|telephoned|phoned|met|visited|saw)\b[^.;:,]{{3,60}},\s+and\s+s?he\s+{says}(?:\s+that)?\b",
        # "|Brook| signed the papers and says that ..."
        r"(?P<does>[A-Z][^.;:,]{2,60}?)\s+(?:has\s+)?[a-z]+ed\b[^.;:,]{3,100}?\s+and\s+(?:now\s+)?"
        r"(?:says|reports|requested|tells\s+(?:me|us))\s+that\b",
        # "|Brook| has sent us a letter, in which she asks that ..."
        r"(?P<wrote>[A-Z][^.;:,]{2,60}?)\s+(?:has\s+|have\s+)?(?:addressed|sent|wrote|written)\b[^.;:]{3,80}?,\s+"
        rf"(?:in\s+which|and\s+in\s+it)\s+(?:s?he|they)\s+(?:{says}(?:\s+that)?|(?:expressed|voiced)\s+(?:\w+\s+){{1,3}}that)\b",
        # "|Brook| has given assurances that ..."
        rf"(?P<gave>{_SOMEBODY})\s+(?:has\s+|have\s+)?(?:gave|given)\s+(?:(?:me|us|his|her|an|the)\s+)*(?:assurances?|word|promise)\s+that\b",
        # "What |Brook| laid out for us is that ...", "What |Brook| told me is that ..."
        r"[Ww]hat\s+(?P<laid>[^.;:,]{2,60}?)\s+(?:has\s+|just\s+)?(?:conveyed|laid\s+out|made\s+clear|stressed)[^.;:,]{0,40}?"
        r"\s+(?:is|was)\s+that\b",
        r"(?:[Ww]hat|(?:[Oo]ne\s+of\s+)?[Tt]he\s+(?:things?|points?|message))\s+(?P<told>[^.;:,]{2,60}?)\s+(?:has\s+|just\s+)?"
        r"(?:told|said\s+to|put\s+to|made\s+to)\s+(?:me|us)(?:\s+(?:very\s+)?\w+ly)?\s+(?:is|was)\s+that\b",
        # "As |Brook| put it, ..."
        r"[Aa]s\s+(?P<put>[A-Z][^.;:,]{2,60}?)\s+(?:once\s+|has\s+|\w+ly\s+)?puts?\s+it(?:\s[^.;:,]{2,40})?,",
    )
    return re.compile(
        r"(?:(?:And|But|So|Well|Now|I would (?:also )?add that|(?:Mr|Madam|Ms) [A-Z]\w+),?\s+)?"
        rf"(?:{'|'.join(ways)})\s*"
    )


@cache
def _anybody() -> re.Pattern[str]:
    """Nobody in particular: "Many of them", "some commentators"."""
    return re.compile(
        rf"(?:{any_of(in_both_cases(RelayedWords.read().anybody))}|[Aa] number of)(?:\s+(?:of\s+\w+|\w+))?"
    )


class Relays:
    """Asked whose words they are that somebody gives."""

    def __init__(self, text: str, cast: Cast, sources: Sources, inside: Inside, before: Before) -> None:
        self.text, self.cast, self.sources, self.inside, self.before = text, cast, sources, inside, before
        self.meant = Quoted(text, cast, sources, before)

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
        meant = self.meant.whom(main, before, own)
        teller = main.antecedent or main.source
        if meant is None or meant.id in own.speakers or is_anybody(self.text[slice(*teller)]):
            return own
        peer = self.meant.is_peer(main.source)
        if not (
            peer or self.meant.to_me(main) or self.cast.may_be("he", meant.id) or self._is_said_by(meant.id, main, own)
        ):
            return own
        beside = ((place, self.sources.mean(place)) for place in main.others)
        others = (Mention(each.id, "named", place) for place, each in beside if each and each.id not in own.speakers)
        named = (Mention(meant.id, "named", main.source), *others)
        mentions = (*named, *(each._replace(how="via") for each in own.mentions[:1]))
        speakers = tuple(dict.fromkeys(each.actor for each in named))
        cue, content = main.cue, main.content
        return Told(speakers, "indirect", "relayed", own.speakers[0], 0, None, cue, content, mentions, main.said)

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
            both = (self.before.told_of if len(self.before.told_of) == 2 else self._who_met(own)) if near else ()
        elif _THE_TWO.match(words) and means_all(words):
            both = self.meant.last_two(paragraph_of(self.text, subject[0]), subject[0], own.speakers)
            both = both if len(both) == 2 else self.meant.last_two(subject[0] - NEAR_TWO, subject[0], own.speakers)
        else:
            return None
        if len(both) != 2:
            return None
        return told_by_act(both, "relayed", subject, act.verb, end)._replace(via=own.speakers[0])

    def _who_met(self, own: Told) -> tuple[str, ...]:
        """The two of whom the sentence before tells that they met: "The Minister met Mr. Dale this morning"."""
        subject = self.before.subject
        met = _MET.match(self.text, subject[1], own.content[0]) if subject and own.content else None
        if not met or not subject or not own.content:
            return ()
        named = self.sources.mean(subject)
        meant = self.meant.offices.at(subject[0], own.speakers) or (named.id if named else "")
        guests = (id for _, id in self.cast.named_between(met.end(), own.content[0]) if self.cast.is_person(id))
        guest = next((id for id in guests if id not in (meant, *own.speakers)), "")
        return (meant, guest) if meant and guest else ()

    def _according_to(self, main: Attribution, own: Told, before: tuple[int, int] | None) -> Told | None:
        """What somebody says according to another, a person or a body: "According to our Embassy in Tolvia, ..."."""
        meant = self.meant.whom(main, before, own)
        if meant is None or meant.id in own.speakers or main.share < COVERS:
            return None
        body = any(is_body(word) for word in self.cast.people[meant.id].name.split())
        return relaying(own._replace(form="indirect"), main, meant) if body or self.cast.is_person(meant.id) else None

    def _gives_words(self, main: Attribution, own: Told) -> bool:
        """Whether an attribution gives what was said, and not what is, may be or might have been said."""
        start, of_who = own.content[0] if own.content else 0, self.meant.of_who(main)
        beside = _AS.fullmatch(self.text, start, main.source[0]) or of_who
        if main.deep and not beside:
            return False
        verb, to_me = self.text[slice(*main.said)].casefold() if main.said else "", self.meant.to_me(main)
        told = to_me and main.said is not None and _WAS.search(self.text, main.said[0] - FEW, main.said[0])
        if _TO_COME.search(self.text, main.cue.start, main.said[1] if main.said else main.cue.end):
            return False  # "She will tell us": nobody has said it yet
        used = main.said is not None and self.text.endswith("used to ", 0, main.said[0])
        if _WHAT.search(self.text, start, main.source[0]):
            return False  # "I support what Brook has said": what follows is who speaks' own
        done = (to_me or used or verb != main.verb) and (not verb.endswith("ing") or bool(told))
        least = COVERS_TO_ME if to_me else COVERS_OF_WHO if of_who else COVERS
        return done and main.verb in AttributionWords.read().relays and main.share >= least

    def _is_said_by(self, id: str, main: Attribution, own: Told) -> bool:
        """Whether a body says something in a clause: "The Ferry Agency warns that ...", not "said so".

        Of who speaks it must be known for whom, else the country may be their own.
        """
        sides = {self.cast.side(each) for each in own.speakers if each in self.cast.people}
        return self.meant.says_that(main) and "" not in sides and self.meant.is_another_body(id, sides)

    def _told_to_you(self, own: Told) -> Told | None:
        """What somebody tells another that they said is that one's: of whoever spoke before them."""
        start, end = own.content or (0, 0)
        said = (
            _you_said().match(self.text, start, end)
            or _AS_YOU.match(self.text, start, end)
            or _AND_YOU_SAID.match(self.text, start, end)
        )
        heard = {*self.before.turn_of, *self.before.partner} - {*own.speakers}
        to_press = not (heard & self.cast.people.keys()) and is_press_event(self.cast.title)
        partner = self.meant.partner(own.speakers) if said and not to_press else ""
        if not said or not partner:
            return None
        return own._replace(
            speakers=(partner,), form="indirect", how="relayed", via=own.speakers[0], verb=said.span(str(said.lastgroup)),
            cue=(start, start + len(said[0].rstrip())), content=(said.end(), start + len(self.text[start:end].rstrip(".!?…"))),
            mentions=tuple(each._replace(how="via") for each in own.mentions[:1]),
        )  # fmt: skip

    def from_another(self, own: Told, told: re.Pattern[str] | None = None) -> Told | None:
        """What somebody heard from another: "I was glad to hear from Brook that ...", "What she told me is that ..."."""
        start, end = own.content or (0, 0)
        said = (told or _heard()).match(self.text, start, end)
        if not said:
            return None
        kind = str(said.lastgroup)
        words, place = said[kind], said.span(kind)
        people = [id for _, id in self.cast.named_between(*place) if self.cast.is_person(id)]
        if words == "you":
            who = self.meant.partner(own.speakers)
        elif is_pronoun(words):
            who = self.meant.offices.last_before(words.casefold(), place[0], own.speakers) or ""
        else:
            called = self.cast.find_all_in(words)
            who = (
                next(iter((*people, *called)), None)
                or self.meant.offices.at(place[0], own.speakers)
                or self._government(words)
            )
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

    def _government(self, words: str) -> str:
        """The one country whose government is named: "The Government of Ruritania"."""
        of = self.cast.sides.named_in(words) if _GOVERNMENT.search(words) else ()
        return next(iter(self.cast.body(of[0])), "") if len(of) == 1 else ""

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
        if main.deep and not (_AS.fullmatch(self.text, start, main.source[0]) or self.meant.of_who(main)):
            return False
        said = self.text[slice(*main.said)].casefold() if main.said else ""
        return (
            main.shape == "source"
            or main.verb in AttributionWords.read().relays
            or (main.group == "say" and self.meant.says_that(main))
            or (main.said is not None and said.endswith("ed") and tells(self._with_next_word(*main.said)))
        )

    def _with_next_word(self, start: int, end: int) -> str:
        """A verb with the small word behind it: "called for"."""
        return self.text[start : end + len(" for")]

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
    return _anybody().fullmatch(source) is not None


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
