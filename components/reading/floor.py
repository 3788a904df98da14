"""Part of the composer: who has the floor, sentence by sentence.

The steps have found what each sentence attributes (`speakers`), whose voice goes on where the sentence does not say it
(`voices`), and whom a mention means (`actors`). Here the sentences are gone through in order, and each is told: who makes
its statement, how it is reported, and how sure that is. Where the source was looked for and not found, the speaker is
`unknown`: nobody is guessed.
"""

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from components.model.codebook import MODERATOR, REPORTER, UNKNOWN
from components.model.lexicons import WordLists, Words
from components.model.statements import Form, Genre, How
from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.clauses import AttributionWords
from components.reading.imprints import is_day
from components.reading.labels import (
    answers,
    askers,
    asks,
    is_of_several,
    is_of_staff,
    is_press_event,
    is_staff,
    moderates,
    staff_in,
)
from components.reading.meetings import (
    Declaration,
    Meeting,
    acting_in,
    by_whom,
    from_whom,
    issuers_of,
    parties_of,
    side_of_acts,
)
from components.reading.offices import is_body, is_head, is_office, last_office
from components.reading.own_words import called_own, who_acts
from components.reading.parties import act_of, tells
from components.reading.people import Meant
from components.reading.persons import without_article
from components.reading.pronouns import is_pronoun
from components.reading.quotations import Quotation
from components.reading.signatures import Foot
from components.reading.speakers import COVERS, Speech
from components.reading.told import Mention, Told
from components.reading.voices import Voice

PRESS = "(press)"
"""Whose turn a question of the press is: the reporter's, and none of the account that stands around it."""

QUOTED = 0.5
"""Content is quoted when more than this share of its letters stands in quotation marks; a few words in them are not."""

MOST_OF_ACCOUNT = 40
"""Sentences of a government's own account of a meeting. A longer report is somebody else's, who says whose words each gives."""

COVERS_TO_ME = 0.3
"""What somebody was told may be less of a sentence: "When I was in Lakeside last year, she told me that it would rain"."""

LINE_WORDS = 8
"""Words of a line under an account that is no sentence."""

MESSAGE = 0.3
"""A speech of which more than this share stands in quotation marks is a message that somebody else introduces."""

SEVERAL = 3
"""So many acts of one country at least ..."""

MOSTLY = 0.7
"""... and more than this share of the acts that somebody tells of countries are of the one that they speak for."""

REACH_OF_ANSWER = 2_000
"""Characters before an answer without a name in which the one who answers is looked for."""

_QUESTION = re.compile(
    r"\b(?:was|were) (?:then |also )?asked\b|\bquestions? (?:was|were|about|on|of|whether)\b|\bwhen asked\b",
    re.IGNORECASE,
)
"""A question that nobody is named for was put by the press."""


_DIRECTION = re.compile(
    r"\W*(?:[(\[][^()\[\]]*[)\]]|(?:END\s+)?\d{1,2}:\d{2}\s*[AaPp]\.?[Mm]\.?(?:\s+\(?[A-Za-z]{2,5}\)?)?|[A-Z]{2,4}|END|"
    r"Via [A-Z]\w+|(?:See|Read) also\b.*|Watch .*|\* \* \*|[^.\n]{0,80}\bhttps?://\S+)\W*"
)
"""A stage direction, a time, a place, a pointer: "(Applause.)", "2:32 P.M. EDT", "END", "Via Teleconference"."""


_SPOKEN = re.compile(
    r"\b(?:I|we|We|our|my|us)\b|\b(?:[Gg]ood (?:morning|afternoon|evening|day)|[Tt]hank you|[Ll]adies and gentlemen)\b"
)
"""What tells that somebody speaks: a first person, a greeting."""

_ANNOUNCES = re.compile(r"\bwill\b")
"""What tells that somebody who is known to speak alone announces something, in whatever person."""

_YOU_SAID = re.compile(
    r"(?:(?:And|But|So|Well|Now|Earlier),?\s+)?"
    r"(?:(?:(?:Last|This|That|Two|Three|A few)\s+\w+(?:\s+ago)?|Yesterday|Once|In\s+\w+|(?:At|When|During)\s+[^,.]{3,40},|"
    r"I\s+(?:recall|remember)(?:\s+that)?),?\s+)?"
    r"[Yy]ou\s+(?:(?:just|also|have|yourself|once|earlier|already|\w+ly)\s+)*"
    r"(?P<verb>said|told\s+(?:me|us)|stated|mentioned|noted|promised|argued|claimed|announced|insisted|stressed|suggested)\s+"
    r"(?:\w+\s+){0,2}?(?=that\b)"
)
"""How somebody is told their own words: "You said yesterday that ...", "Last year you told me that ..."."""

_TO_ME = re.compile(r"\s+(?:to\s+)?(?:me|us)\b(?!\s+(?:about|of)\b)")
"""To whom it was told: to who tells it now, or to theirs. Then anybody may have told it: "The UN told us that ..."."""

_OWN_LETTER = re.compile(
    r"(?:the|this|his|her)\s+(?:\w+\s+)?(?:telegram|message|letter|greetings?|address)\b", re.IGNORECASE
)
"""What somebody has sent says what they say: "The telegram reads"."""

_DEFINITE_OFFICE = re.compile(r"(?:[Tt]he\s+)?(?P<office>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3})")
"""An office of which everybody knows who holds it: "The Prime Minister"."""

_THAT = re.compile(r"\s+(?:\w+\s+){0,3}?that\b")
_AS = re.compile(r"\W*(?:And\s+)?[Aa]s\s+")
"""What stands before a source whose words the main clause gives: "As Brook told me, the harbour is open"."""

_HEADS = re.compile(
    r"(?:Speech|Remarks|Address|Statement|Lecture|Keynote|Delivered|Published|From|Location|Transcript|Check against|"
    r"As delivered|The following|Date)\b"
)
"""How a line above a speech begins."""


class PressWords(WordLists):
    """The lists of `press.toml`."""

    FILE = "press"
    press: Words
    verbs: Words


def find_floor(
    text: str,
    sentences: Sequence[tuple[int, int]],
    speech: Sequence[Speech],
    voices: Sequence[Voice | None],
    quotations: Sequence[Quotation],
    *,
    genre: Genre,
    cast: Cast,
    title: str,
    foot: Foot | None = None,
) -> list[Told]:
    """Who has the floor in each sentence, in order.

    `sentences` are stretches of the text; `speech` and `voices` tell of each of them. In a speech its `title` names the
    speaker; the `foot` of a text may tell who signed it. The cast is told who speaks, so that it knows whom
    the next pronoun means.
    """
    floor = _Floor(text, quotations, genre, cast, title)
    floor.foot = foot
    first = 0 if genre == "speech" else sentences[0][0] if sentences else 0
    head = text[first : sentences[min(1, len(sentences) - 1)][1]] if sentences else ""
    floor.begin(head, speech[0].subject if speech else None, len(sentences))
    floor.take_turns(sentences, voices)
    told = [floor.tell(*each) for each in zip(sentences, speech, voices, strict=True)]
    floor.learn_sides()
    return told


WHOLE: frozenset[How] = frozenset({"turn", "orator", "issuer", "party", "everybody", "carried", "answer"})
"""Kinds of cue that make a sentence somebody's by where it stands, or by its subject, whatever it tells."""


class _Floor:
    """Goes through the sentences in order and knows who has the floor."""

    def __init__(self, text: str, quotations: Sequence[Quotation], genre: Genre, cast: Cast, title: str) -> None:
        self.text, self.genre, self.cast = text, genre, cast
        self.quotations = _Inside(quotations)
        self.title = title
        self.orator = cast.find_in(from_whom(title)) if genre == "speech" else None
        self.foot: Foot | None = None
        self.opener: str | None = None
        self.alone = is_press_event(title) and not is_of_several(title)
        self.meeting: Meeting | None = None
        self.declaration: Declaration | None = None
        self.turns = self.has_turns = self.begun = False
        self.askers: frozenset[str] = frozenset()
        self.answerer: str | None = None
        self.partner: tuple[str, ...] = ()
        self.spoken_for: dict[str, Counter[str]] = {}
        self.calls_own: dict[str, set[str]] = {}
        self.message = _message_in(text) if genre == "speech" else None
        self.floor: tuple[str, ...] = ()
        self.participants: set[str] = set()
        self.relayed_by = ""
        self.told_of: tuple[str, ...] = ()
        self.subject: tuple[int, int] | None = None
        self.somebody_spoke = False
        self.before_end = 0
        self.turn = 0
        self.turn_of: tuple[str, ...] = ()
        self.aside = False
        self.asked = 0
        self.question: int | None = None
        self.places: dict[str, tuple[int, int]] = {}
        self.meant: dict[tuple[int, int], Meant | None] = {}

    def begin(self, head: str, subject: tuple[int, int] | None, length: int) -> None:
        """Take note of whom the title and the first sentences name, as far as the genre makes them speak."""
        if self.genre == "news":
            return
        first = self.cast.person_at(*subject) if subject else None
        opens = (first,) if first else ()
        signer = self.cast.introduce_signer(self.foot.name, self.foot.office) if self.foot and self.foot.name else None
        if self.foot and self.foot.office and not signer:
            signer = self.cast.unnamed(self.foot.office)
        if self.genre == "speech":
            sender = from_whom(self.title)
            self.orator = self.orator or self.cast.holder_in(by_whom(sender)) or signer
            self.orator = self.orator or next(iter([*opens, *self.cast.find_all_in(head)]), None)
            self.orator = self.orator or self.cast.office_in(by_whom(sender))
            self.cast.own.update([self.orator] if self.orator else ())
        elif self.genre == "declaration":
            issuers = issuers_of(self.title, head, self.cast, signer or "")
            self.declaration = Declaration(self.text, self.cast, issuers) if issuers else None
            if len(issuers) == 1 and not self.cast.side(issuers[0]) and (side := side_of_acts(self.cast)):
                self.cast.speaks_for(issuers[0], side)
            sides = {self.cast.side(id) for id in issuers}
            self.cast.own.update(issuers if len(issuers) == 1 or sides <= {"", self.cast.issuer} else ())
        elif (self.genre == "transcript" or length <= MOST_OF_ACCOUNT) and len(
            parties := parties_of(self.title, head, opens, self.cast)
        ) > 1:
            self.meeting = Meeting(self.text, self.cast, parties, self._mean)
            of = [self.cast.side(id) for id in parties]
            unsided = [id for id, side in zip(parties, of, strict=True) if not side]
            self.cast.own.update(unsided if len(unsided) == 1 and self.cast.issuer not in of else ())

    def take_turns(self, sentences: Sequence[tuple[int, int]], voices: Sequence[Voice | None]) -> None:
        """Take note of the labels of a transcript: whom they name, behind which the press asks, and what stands before."""
        labels = [voice.source if voice and voice.how == "turn" else None for voice in voices]
        words: dict[tuple[int, int], list[str]] = {}
        for label, sentence in zip(labels, sentences, strict=True):
            if label:
                words.setdefault(label, []).append(self.text[slice(*sentence)])
        self.has_turns = bool(words)
        before = next((i for i, label in enumerate(labels) if label), 0)
        opening = self.text[sentences[0][0] : sentences[before - 1][1]] if before else ""
        said = ((self.text[slice(*label)], " ".join(said)) for label, said in words.items())
        self.askers = askers(said, self.title, f"{self.title}\n{opening}")
        for label in words:
            if not self._asks(label):
                self.cast.introduce_label(*label)
        self.cast.own.update(self.cast.find_all_in(self.title) if is_of_staff(self.title) else ())
        if words and self.alone and all(self._asks(label) for label in words):
            self.answerer = self.cast.find_in(self.title)
        if self.genre == "transcript" and before and is_press_event(self.title):
            office, in_title = staff_in(self.title), self.cast.find_in(self.title)
            staff = self.cast.unnamed(office) if office and not in_title else None
            above = self.cast.find_in(opening)
            own = above is not None and "spokes" in self.cast.people[above].role.casefold()  # "by Ana Brook, Spokesman"
            named = in_title or (above if own else None) or staff or above
            announces = self.alone and _ANNOUNCES.search(opening)
            self.opener = named if _SPOKEN.search(opening) or announces else None
            self.cast.own.update([named] if self.alone and named else ())

    def _asks(self, label: tuple[int, int]) -> bool:
        words = " ".join(self.text[slice(*label)].casefold().split())
        return asks(words) or words in self.askers

    def tell(self, whole: tuple[int, int], said: Speech, voice: Voice | None) -> Told:
        told = self._told(whole, said, voice)
        if told.how in WHOLE and self._tells_of_another(told, said):
            told = told._replace(how="rival")
        self._note_own(told)
        answering = voice is not None and voice.how == "turn" and told.form == "direct"
        self._remember(told, answering=answering)
        self.before_end = whole[1]
        return told._replace(turn=self.turn, answers=self.question if answering else None)

    def _told(self, whole: tuple[int, int], said: Speech, voice: Voice | None) -> Told:
        beside = _DIRECTION.fullmatch(self.text, *whole) or is_day(self.text[slice(*whole)])
        if beside or (self.foot and whole[0] >= self.foot.start):
            return Told((REPORTER,), "narration", "aside")
        if voice is not None and voice.how == "turn" and voice.source:
            self.turns = True
            return self._quoting(self._in_turn(whole, voice.source), said)
        if self.opener and not self.turns:
            return self._quoting(self._opening(whole), said)
        if self.declaration:
            return self._in_declaration(self.declaration, whole, said, voice)
        if self.genre == "speech" and (self.message or (self.has_turns and not self.turns)):
            return self._message(whole, said)
        if self.meeting and not self.turns and (told := self.meeting.tell(whole, said)):
            return told
        if voice is None:
            return self._without_voice(whole, said)
        if voice.how == "named":
            return self._by_itself(whole, said)
        return self._quoted(whole, voice)

    def _tells_of_another(self, told: Told, said: Speech) -> bool:
        """Whether a sentence that is somebody's by its place also names another source: "Minister Brook wrote to us ..."."""
        sources = [each.source for each in said.attributions if is_pronoun(self.text[slice(*each.source)]) is False]
        others = [meant for source in sources if (meant := self._mean(source))]
        return any(meant.id not in (*told.speakers, told.via, REPORTER) for meant in others)

    # --- One case each ---

    def _in_declaration(
        self, declaration: Declaration, whole: tuple[int, int], said: Speech, voice: Voice | None
    ) -> Told:
        """The issuers' word, but for what somebody else is said to have said: that one's, via the issuers."""
        told = declaration.tell(whole, said)
        if told.how != "issuer":
            return told
        if again := self._goes_on_of_one(whole, said):
            return again
        quoted = voice is not None and voice.how != "named" and voice.source is not None
        source = voice.source if voice and voice.source else said.main.source if _decides(said) and said.main else None
        if source is None or is_pronoun(self.text[slice(*source)]):
            return told
        meant = self._mean(source)
        if meant is None or meant.id in declaration.issuers:
            return told
        if not quoted and not self._is_told(self._decisive(said)[0], whole[0]):
            return told
        sides = {self.cast.side(id) for id in declaration.issuers}
        if not self.cast.is_person(meant.id) and not self._is_another_body(meant.id, sides):
            return told
        other = self._quoted(whole, voice) if quoted and voice else self._by_itself(whole, said)
        if len(sides) == 1 and self.cast.people[meant.id].role and not self.cast.side(meant.id):
            self.cast.speaks_for(meant.id, next(iter(sides)))  # a government tells the country of others alone
        side = self.cast.side(meant.id)
        own = bool(side) and sides == {side}
        return other if own or other.via else other._replace(via=declaration.issuers[0], how="relayed")

    def _goes_on_of_one(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What "he" said is the word of whom the sentence before told of alone: "He also accused the ferrymen"."""
        subject, (id, *others) = said.subject, self.told_of or ("",)
        if subject is None or not id or others or not self._same_paragraph(whole):
            return None
        words = self.text[slice(*subject)].casefold()
        if words not in ("he", "she") or not self.cast.may_be(words, id):
            return None
        mention = Mention(id, "pronoun", subject)
        told = Told((id,), "indirect", "pronoun", mentions=(mention,))
        if main := next((each for each in said.attributions if each.source == subject), None):
            form: Form = "direct" if self.quotations.share(self.text, main.content) > QUOTED else "indirect"
            told = told._replace(form=form, cue=main.cue, content=main.content, verb=main.said)
        else:
            act = act_of(self.text, subject, whole[1])
            if act.verb is None or not tells(self.text[slice(*act.verb)]):
                return None
            content = (min(act.verb[1] + 1, whole[1] - 1), whole[1])
            told = told._replace(cue=(subject[0], act.verb[1]), content=content, verb=act.verb)
        return told._replace(via=self.relayed_by, how="relayed") if self.relayed_by else told

    def _is_told(self, main: Attribution, start: int) -> bool:
        """Whether an attribution tells of words that were said, in its main clause or behind "As" at the head of it."""
        if main.deep and not _AS.fullmatch(self.text, start, main.source[0]):
            return False
        said = self.text[slice(*main.said)].casefold() if main.said else ""
        return main.verb in AttributionWords.read().relays or (said.endswith("ed") and tells(said))

    def _is_another_body(self, id: str, sides: AbstractSet[str]) -> bool:
        """Whether an actor is a body that speaks, and none of those for whom the text does: a ministry, an agency, a country."""
        side = self.cast.side(id)
        name = self.cast.people[id].name
        speaks = self.cast.sides.of_whole(without_article(name)) == side or any(is_body(word) for word in name.split())
        return bool(side) and side not in sides and speaks

    def _opening(self, whole: tuple[int, int]) -> Told:
        """What stands before the first label of a press conference is its host's own opening, but for who and where."""
        self.begun = self.begun or not self._heads(whole)
        if self.opener is None or not self.begun:
            return Told((REPORTER,), "narration", "aside")
        return Told((self.opener,), "direct", "orator", content=whole)

    def _heads(self, whole: tuple[int, int]) -> bool:
        """Whether a sentence above a speech tells who speaks where, and is not spoken itself."""
        words = self.text[slice(*whole)]
        speaker = self.opener or self.orator
        named = speaker is not None and speaker in self.cast.find_all_in(words)
        return not _SPOKEN.search(words) and (named or _HEADS.match(words) is not None)

    def _without_voice(self, whole: tuple[int, int], said: Speech) -> Told:
        if self.genre == "speech":
            self.begun = self.begun or not self._heads(whole)
            if not self.begun:
                return Told((REPORTER,), "narration", "aside")
            return Told((self.orator or UNKNOWN,), "direct", "orator", content=whole)
        if self.genre == "readout" and self._is_line(whole):
            return Told((REPORTER,), "narration", "aside")
        account = self.genre == "readout" or (self.meeting is not None and self.has_turns and not self.turns)
        if account and self.floor and not _QUESTION.search(self.text, *whole):
            return self._by_act(whole, said) or self._carried(whole)
        return Told((REPORTER,), "narration", self._kind_of_account(whole, said))

    def _is_line(self, whole: tuple[int, int]) -> bool:
        """Whether a sentence is a line alone that ends as none does: "Related links"."""
        words, before = self.text[slice(*whole)], self.text[: whole[0]].rstrip(" ")
        return len(words.split()) <= LINE_WORDS and words.rstrip()[-1:].isalnum() and before[-1:] in ("", "\n")

    def _kind_of_account(self, whole: tuple[int, int], said: Speech) -> How:
        """How likely it is that the reporter's own account is somebody's words after all."""
        if said.attributions or self.quotations.hull(whole):
            return "partly"
        return "after" if self.somebody_spoke and self._same_paragraph(whole) else "account"

    def _same_paragraph(self, whole: tuple[int, int]) -> bool:
        return "\n" not in self.text[self.before_end : whole[0]]

    def _message(self, whole: tuple[int, int], said: Speech) -> Told:
        """In a message that somebody else introduces, what stands in quotation marks is the sender's.

        What is told beside it is an account, but for what people conveyed: "Ana Brook expressed her condolences to ...".
        """
        if self.message and self.message[0] <= whole[0] < self.message[1]:
            return Told((self.orator or UNKNOWN,), "direct", "message", content=whole)
        who = self.cast.person_at(*said.subject) if said.subject else None
        act = act_of(self.text, said.whole_subject or said.subject, whole[1])
        if self.message and who and said.subject and act.verb and tells(self.text[slice(*act.verb)]):
            content = (min(act.verb[1] + 1, whole[1] - 1), whole[1])
            mention = Mention(who, "named", said.subject)
            return Told(
                (who,),
                "indirect",
                "act",
                cue=(said.subject[0], act.verb[1]),
                content=content,
                mentions=(mention,),
                verb=act.verb,
            )
        return Told((REPORTER,), "narration", "account")

    def _by_act(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """In a readout, what a participant does or cares about is what they said: "Dale gave no detail of it".

        A participant is somebody who spoke before; the sentence has to name them, by name or office.
        """
        for subject in (said.subject, said.whole_subject):
            meant = self.cast.mean(*subject, generic=False) if subject else None
            if subject and meant and meant.id in self.participants and self._how(subject) == "named":
                content = (subject.end + 1, whole[1]) if subject.end + 1 < whole[1] else whole
                mention = Mention(meant.id, "named", subject)
                return Told((meant.id,), "indirect", "act", cue=subject, content=content, mentions=(mention,))
        return None

    def _carried(self, whole: tuple[int, int]) -> Told:
        """In a readout an attribution holds until another source is named."""
        mentions = tuple(Mention(id, "earlier", self.places[id]) for id in self.floor if id in self.places)
        return Told(self.floor, "carried", "carried", content=whole, mentions=mentions)

    def _in_turn(self, whole: tuple[int, int], label: tuple[int, int]) -> Told:
        words = " ".join(self.text[slice(*label)].casefold().split())
        if self._asks(label):
            if (
                self.answerer and "\n" in self.text[label[1] : whole[0]]
            ):  # nobody else has a label: a paragraph is a turn
                return Told((self.answerer,), "direct", "answer", content=whole)
            return Told((REPORTER,), "narration", "press")
        if moderates(words):
            return Told((MODERATOR,), "direct", "host", content=whole)
        if answers(words):
            self.orator = self._who_answers(label[0])
            self.cast.own.update([self.orator] if self.orator else ())
            return Told((self.orator or UNKNOWN,), "direct", "answer", content=whole)
        meant = self._mean(label)
        id = meant.id if meant else UNKNOWN
        if meant and (side := self.cast.sides.told_by_label(self.text, label)):
            self.cast.speaks_for(id, side)
        self.cast.own.update([id] if self.alone and meant else ())
        return Told((id,), "direct", "turn", content=whole, mentions=(Mention(id, "named", label),))

    def _quoting(self, own: Told, said: Speech) -> Told:
        """What somebody says in a turn that another has said: "President Brook told us that ..." is Brook's, via the turn's."""
        main = said.main
        self._note_side(own)
        if own.form == "direct" and (told := self._told_to_you(own)):
            return told
        before = self.subject
        if said.subject is None or not is_pronoun(self.text[slice(*said.subject)]):
            self.subject = said.subject
        if own.form != "direct" or main is None or main.said is None:
            return own
        if main.deep and not _AS.fullmatch(self.text, own.content[0] if own.content else 0, main.source[0]):
            return own
        verb = self.text[slice(*main.said)].casefold()
        to_me = _TO_ME.match(self.text, main.said[1]) is not None
        if main.share < (COVERS_TO_ME if to_me else COVERS):
            return own
        if main.verb not in AttributionWords.read().relays or (verb == main.verb and not to_me) or verb.endswith("ing"):
            return own
        meant = self._other(main, before, own, to_me=to_me)
        if meant is None or meant.id in own.speakers:
            return own
        if not (to_me or self.cast.may_be("he", meant.id) or self._says_that(meant.id, main, own)):
            return own
        mentions = (Mention(meant.id, "named", main.source), *(each._replace(how="via") for each in own.mentions[:1]))
        cue, content = main.cue, main.content
        return Told((meant.id,), "indirect", "relayed", own.speakers[0], 0, None, cue, content, mentions, main.said)

    def _other(self, main: Attribution, before: tuple[int, int] | None, own: Told, *, to_me: bool) -> Meant | None:
        """Whom somebody quotes: named, by the office, or "he" and "she" who told them or of whom the sentence `before` is."""
        source = self.text[slice(*main.source)]
        if not is_pronoun(source):
            return self._in_office(main.source, own.speakers) or self._mean(main.antecedent or main.source)
        if to_me:
            named = self.cast.named_before(source, main.source[0], own.speakers)
        else:
            near = before is not None and self._is_near(before)
            spoken_of = (self._in_office(before, own.speakers) or self._mean(before)) if before and near else None
            named = self.told_of[0] if len(self.told_of) == 1 else spoken_of.id if spoken_of else ""
        return Meant(named, False) if named and self.cast.may_be(source, named) else None

    def _says_that(self, id: str, main: Attribution, own: Told) -> bool:
        """Whether a body says something in a clause: "The Ferry Agency warns that ...", not "said so".

        Of who speaks it must be known for whom, else the country may be their own.
        """
        sides = {self.cast.side(each) for each in own.speakers if each in self.cast.people}
        clause = main.said is not None and _THAT.match(self.text, main.said[1]) is not None
        return clause and "" not in sides and self._is_another_body(id, sides)

    def _is_near(self, place: tuple[int, int]) -> bool:
        """Whether a place is in the sentence that was told last, with no paragraph between."""
        return place[1] <= self.before_end and "\n" not in self.text[place[1] : self.before_end + 1]

    def _in_office(self, mention: tuple[int, int], speakers: Sequence[str]) -> Meant | None:
        """Who holds an office that is said without a name, by a spokesperson above all: "The Chancellor".

        It is nobody of another country than whoever speaks.
        """
        found = _DEFINITE_OFFICE.fullmatch(self.text, *mention)
        if not found or last_office(found["office"].split()) != len(found["office"].split()) - 1:
            return None
        meant = self._mean(mention)
        speaker = self.cast.people.get(speakers[0]) if speakers else None
        side = self.cast.side(speaker.id) if speaker else ""
        foreign = meant and side and self.cast.side(meant.id) not in ("", side) and speaker and is_staff(speaker.role)
        others = [meant.id] if meant and (foreign or meant.id in speakers) else []
        return meant if meant and not others else Meant(self.cast.unnamed(found["office"], others, side), False)

    def _told_to_you(self, own: Told) -> Told | None:
        """What somebody tells another that they said is that one's: of whoever spoke before them."""
        start, end = own.content or (0, 0)
        said = _YOU_SAID.match(self.text, start, end)
        partner = self.turn_of if self.turn_of != own.speakers else self.partner
        if not said or len(partner) != 1 or partner[0] not in self.cast.people or partner == own.speakers:
            return None
        return own._replace(
            speakers=partner, form="indirect", how="relayed", via=own.speakers[0], verb=said.span("verb"),
            cue=(start, start + len(said[0].rstrip())), content=(said.end(), start + len(self.text[start:end].rstrip(".!?…"))),
            mentions=tuple(each._replace(how="via") for each in own.mentions[:1]),
        )  # fmt: skip

    def _note_side(self, own: Told) -> None:
        """Take note of the country or body whose acts somebody tells in the present: "France regrets the decision"."""
        if own.form != "direct" or len(own.speakers) != 1:
            return
        words = self.text[slice(*own.content)] if own.content else ""
        for who in who_acts(words):
            if side := self.cast.sides.of_whole(who):
                self.spoken_for.setdefault(own.speakers[0], Counter())[side] += 1

    def _note_own(self, told: Told) -> None:
        """Take note of the country that somebody calls their own: "our country, Ruritania"."""
        if told.form != "direct" or len(told.speakers) != 1 or not told.content:
            return
        for who in called_own(self.text[slice(*told.content)]):
            if side := self.cast.sides.of_whole(without_article(who)) or self.cast.sides.of_office(who):
                self.calls_own.setdefault(told.speakers[0], set()).add(side)

    def learn_sides(self) -> None:
        """Who is of no other side speaks for the one country that they call their own, else for the one whose acts they tell.

        Of these there must be several, nearly all of one country: what others do is told in the present, too. Who governs a part
        of a country speaks for the one country of all others who are heard.
        """
        for id, own in self.calls_own.items():
            if id in self.cast.people and len(own) == 1 and not self.cast.side(id):
                self.cast.speaks_for(id, next(iter(own)))
        for id, sides in self.spoken_for.items():
            side, count = sides.most_common(1)[0]
            sure = count >= SEVERAL and MOSTLY * sides.total() < count
            if id in self.cast.people and sure and not self.cast.side(id):
                self.cast.speaks_for(id, side)
        self._learn_from_those_beside()
        people = [id for id in self.participants if id in self.cast.people and self.cast.is_person(id)]
        told = {side for id in people if (side := self.cast.side(id))}
        for id in people if len(told) == 1 else ():
            if self.cast.sides.is_at_home(self.cast.people[id].role):
                self.cast.speaks_for(id, *told)

    def _learn_from_those_beside(self) -> None:
        """Who meets the press beside somebody of a known side is of it, where one government alone does so.

        Not who heads another government, and nobody where the title names somebody of no known side: then the others are guests.
        """
        own = [id for id in self.cast.own if id in self.cast.people]
        told = {side for id in own if (side := self.cast.side(id))}
        guests = [id for id in self.cast.find_all_in(self.title) if not self.cast.side(id)]
        if not self.alone or len(told) != 1 or guests:
            return
        for id in own:
            if self.cast.is_person(id) and not is_head(self.cast.people[id].role) and not self.cast.side(id):
                self.cast.speaks_for(id, *told)

    def _who_answers(self, label: int) -> str | None:
        """Behind "A:" answers who did before, else who spoke last, else the first one named in what stands above."""
        above = self.text[max(label - REACH_OF_ANSWER, 0) : label]
        named = self.orator or self.cast.last_speaker() or self.cast.find_in(above) or self.cast.find_in(self.title)
        return named or self.cast.office_in(self.title) or next(iter(acting_in(self.cast)), None)

    def _by_itself(self, whole: tuple[int, int], said: Speech) -> Told:
        main, sources = self._decisive(said)
        if main.verb in PressWords.read().verbs and self._is_press(main.source):
            return Told((REPORTER,), "narration", "account")
        if not sources and self.genre == "readout" and self.floor:
            return self._carried(whole)
        form: Form = "direct" if self.quotations.share(self.text, main.content) > QUOTED else "indirect"
        if not sources:
            mention = Mention(UNKNOWN, "pronoun", main.source)
            return Told(
                (UNKNOWN,), form, "pronoun", cue=main.cue, content=main.content, mentions=(mention,), verb=main.said
            )
        if self.genre == "speech" and self.orator and [each.id for each in sources] == [self.orator]:
            sources = [self._guest(main) or sources[0]]
        mentions = tuple(self._mentions(main, sources))
        how: How = "nested" if main.deep else "named" if all(meant.sure for meant in sources) else "pronoun"
        speakers = tuple(dict.fromkeys(meant.id for meant in sources))
        told = Told(speakers, form, how, cue=main.cue, content=main.content, mentions=mentions, verb=main.said)
        if self.genre == "speech" and self.orator and self.orator not in speakers:
            own = Told((self.orator,), "direct", "orator", content=whole)
            self._note_side(own)
            if _OWN_LETTER.match(self.text, main.source[0], main.source[1]):
                return own
            if self._is_own_country(speakers, main) or not self._may_be_quoted(speakers, main):
                return own
            return told._replace(via=self.orator, how="relayed")
        if via := self._goes_on_relaying(whole, speakers):
            return told._replace(via=via, how="relayed")
        relayed = self._relayed(said, main, speakers) if len(speakers) == 1 else None
        return _relaying(told, *relayed) if relayed else told

    def _guest(self, main: Attribution) -> Meant | None:
        """Whom "the President told me" means where a President speaks: the other one in the title."""
        if main.said is None or not _TO_ME.match(self.text, main.said[1]):
            return None
        others = [id for id in self.cast.find_all_in(self.title) if id != self.orator]
        held = self.cast.holding(self.text[slice(*main.source)], others)
        return Meant(held, False) if held else None

    def _is_own_country(self, speakers: Sequence[str], main: Attribution) -> bool:
        """Whether the source is the country or body for which the orator speaks: "Ruritania reiterates its support"."""
        sides = {self.cast.side(id) for id in speakers if not self.cast.is_person(id)}
        own = self.cast.side(self.orator) if self.orator else ""
        return len(sides) == len(speakers) == 1 and sides != {""} and (
            sides == {own} or (not own and main.verb not in AttributionWords.read().relays)
        )  # fmt: skip

    def _may_be_quoted(self, speakers: Sequence[str], main: Attribution) -> bool:
        """Whether somebody who speaks may give their words: of people, or whoever "says" or "warns"; not of "the sabotage"."""
        return main.verb in AttributionWords.read().relays or any(self.cast.is_person(id) for id in speakers)

    def _quoted(self, whole: tuple[int, int], voice: Voice) -> Told:
        content = self.quotations.hull(whole) or whole
        meant = self._mean(voice.source) if voice.source else None
        if meant is None or voice.source is None:
            return Told((UNKNOWN,), "direct", voice.how, content=content)
        mention = Mention(meant.id, "earlier", voice.source)
        return Told((meant.id,), "direct", voice.how, content=content, mentions=(mention,))

    # --- Whom the words mean ---

    def _mean(self, mention: tuple[int, int]) -> Meant | None:
        """Whom a mention means; asked once, so that a pronoun behind a quotation means the same for all of it."""
        if mention not in self.meant:
            generic = self.genre != "readout" or self._is_some_official(mention)
            self.meant[mention] = self.cast.mean(*mention, generic=generic)
        return self.meant[mention]

    def _is_some_official(self, mention: tuple[int, int]) -> bool:
        """Whether a mention brings in somebody by an office alone: "A spokesperson"."""
        words = self.text[slice(*mention)].split()
        return words[0].casefold() in ("a", "an") and is_office(words[-1])

    def _decisive(self, said: Speech) -> tuple[Attribution, list[Meant]]:
        """The attribution that decides. In a readout a source that is nobody (a document, the media) gives way."""
        ranked = said.ranked
        aside = [each for each in ranked if each.shape == "as" and each.cue.start > each.content.start]
        if self.genre == "readout" and len(aside) == len(
            ranked
        ):  # "..., as the ferrymen have agreed": whoever speaks says so
            return ranked[0], []
        for each in ranked:
            sources = self._sources(each)
            if sources and (each is ranked[0] or self.genre == "readout"):
                return each, sources
        return ranked[0], []

    def _sources(self, attribution: Attribution) -> list[Meant]:
        several = self.cast.mean_several(*attribution.source)
        if several:
            return several
        words = self.text[slice(*attribution.source)]
        is_name = " " in words and self.cast.find_in(words) is not None  # with the office behind it
        first = self._mean(attribution.source if is_name else attribution.antecedent or attribution.source)
        others = [self._mean(each) for each in attribution.others]
        return [meant for meant in (first, *others) if meant]

    def _mentions(self, attribution: Attribution, sources: Sequence[Meant]) -> Iterator[Mention]:
        stretches = [attribution.source, *attribution.others]
        for k, meant in enumerate(sources):
            place = stretches[k] if len(stretches) == len(sources) else stretches[0]
            yield Mention(meant.id, self._how(place), place)
        if attribution.antecedent:
            yield Mention(sources[0].id, "named", attribution.antecedent)

    def _is_press(self, mention: tuple[int, int]) -> bool:
        words = self.text[slice(*mention)].casefold().split()
        return bool(words) and words[-1] in PressWords.read().press

    def _how(self, place: tuple[int, int]) -> str:
        return "pronoun" if is_pronoun(self.text[slice(*place)]) else "named"

    # --- Who relays ---

    def _goes_on_relaying(self, whole: tuple[int, int], speakers: tuple[str, ...]) -> str:
        """Who relays: whoever did in the sentence before, where this one has a speaker who never had the floor."""
        new = not self.participants.intersection(speakers)
        return self.relayed_by if new and self._same_paragraph(whole) else ""

    def _relayed(self, said: Speech, main: Attribution, speakers: tuple[str, ...]) -> tuple[Attribution, Meant] | None:
        """Somebody else's words inside what is said: Dale said that Brook had announced … has Brook as speaker."""
        for inner in said.attributions:
            inside = main.content.start <= inner.cue.start and inner.cue.end <= main.content.end
            if inner is main or not inside or inner.group in ("hold", "speak"):
                continue
            clause = max(inner.cue.end, inner.content.end) - min(inner.cue.start, inner.content.start)
            if clause < 0.5 * (main.content.end - main.content.start):
                continue
            meant = self._mean(inner.antecedent or inner.source)
            if meant and meant.id not in speakers and self.cast.is_person(meant.id):
                return inner, meant
        return None

    # --- What is remembered ---

    def _remember(self, told: Told, *, answering: bool) -> None:
        self.relayed_by = told.via
        self.told_of = told.speakers if told.via or told.how in ("party", "pronoun") else ()
        self.somebody_spoke = told.form != "narration"
        holder = (told.via,) if told.via else told.speakers
        self._count_turn(told, (PRESS,) if told.how == "press" else holder, answering=answering)
        if told.form != "narration":
            self.floor = holder
            self.participants.update(set(holder) - {UNKNOWN})
            self.cast.spoke(*(id for id in holder if id in self.cast.people))
        for mention in told.mentions:
            self.places[mention.actor] = mention.place

    def _count_turn(self, told: Told, holder: tuple[str, ...], *, answering: bool) -> None:
        """Begin another turn where another one has the floor. What stands between, "(Laughter.)", ends no answer."""
        before = self.aside
        self.aside = told.how == "aside"
        if self.aside:
            self.turn += not before
        elif holder != self.turn_of:
            self.partner = self.turn_of
            self.question = self.asked if answering and self.turn_of == (PRESS,) else None
            self.turn, self.turn_of = self.turn + 1, holder
        elif before:
            self.turn += 1
        self.asked = self.turn if holder == (PRESS,) else self.asked


def _decides(said: Speech) -> bool:
    """Whether most of a sentence is attributed to somebody in it."""
    return said.main is not None and said.main.share >= COVERS


def _message_in(text: str) -> tuple[int, int] | None:
    """The stretch of a text that is quoted whole, from the first mark to the last; None where that is not most of it."""
    start = next((place for mark in "“«" if (place := text.find(mark)) >= 0), -1)
    end = max(text.rfind(mark) for mark in "”»")
    if sum(map(text.count, "“«")) > sum(map(text.count, "”»")):
        end = len(text)  # a quotation over several paragraphs opens in each of them, and may end with the text
    return (start, end) if 0 <= start < end and end - start > MESSAGE * len(text) else None


def _relaying(told: Told, inner: Attribution, meant: Meant) -> Told:
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


class _Inside:
    """How much of a stretch stands in quotation marks."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = quotations
        self.starts = [each.start for each in quotations]

    def share(self, text: str, stretch: tuple[int, int]) -> float:
        letters = sum(len(text[start:end].strip()) for start, end in self._over(stretch))
        return letters / max(len(text[slice(*stretch)].strip()), 1)

    def hull(self, stretch: tuple[int, int]) -> tuple[int, int] | None:
        """From the first quoted letter of a stretch to the last."""
        over = self._over(stretch)
        return (over[0][0], over[-1][1]) if over else None

    def _over(self, stretch: tuple[int, int]) -> list[tuple[int, int]]:
        first = max(bisect.bisect_right(self.starts, stretch[0]) - 1, 0)
        last = bisect.bisect_left(self.starts, stretch[1])
        cut = [(max(each.start, stretch[0]), min(each.end, stretch[1])) for each in self.quotations[first:last]]
        return [(start, end) for start, end in cut if start < end]
