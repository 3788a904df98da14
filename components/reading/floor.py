"""Part of the composer: who has the floor, sentence by sentence.

The steps have found what each sentence attributes (`speakers`), whose voice goes on where the sentence does not say it
(`voices`), and whom a mention means (`actors`). Here the sentences are gone through in order, and each is told: who makes
its statement, how it is reported, and how sure that is. Where the source was looked for and not found, the speaker is
`unknown`: nobody is guessed.
"""

import re
from collections.abc import Sequence

from components.model import countries
from components.model.codebook import REPORTER, UNKNOWN
from components.model.lexicons import WordLists, Words
from components.model.statements import Genre, How
from components.reading.accounts import ReadoutWords, act_of, tells
from components.reading.actors import Cast
from components.reading.addresses import LETTER, Address, is_own_account
from components.reading.attributions import Attribution
from components.reading.datelines import behind_dateline
from components.reading.declarations import Declaration
from components.reading.imprints import is_day
from components.reading.issuers import SENT, is_joint, issuers_of, side_of_acts
from components.reading.labels import is_of_staff
from components.reading.meetings import Meeting
from components.reading.offices import OfficeWords, ends_in_office, is_title, last_office
from components.reading.parties import countries_that_met, learn_sides, parties_of, with_counterparts
from components.reading.parties_meant import AN_OFFICE
from components.reading.persons import folded
from components.reading.pronouns import is_pronoun
from components.reading.quotations import Quotation
from components.reading.quoted import Before
from components.reading.relayed import Relays, relaying
from components.reading.signatures import Foot
from components.reading.sources import QUOTED, Inside, Sources
from components.reading.speakers import Speech, decides
from components.reading.spoken_for import SpokenFor
from components.reading.told import Mention, Told, told_by_act
from components.reading.transcripts import Transcript
from components.reading.voices import Voice

PRESS = "(press)"
"""Whose turn a question of the press is: the reporter's, and none of the account that stands around it."""

MOST_OF_ACCOUNT = 40
"""Sentences of a government's own account of a meeting. A longer report is somebody else's, who says whose words each gives."""

LINES_OF_HEAD, SENTENCE = 8, 6
"""Among so many lines at the head of a text its first two sentences are looked for; they have so many words."""

LINE_WORDS = 8
"""Words of a line under an account that is no sentence."""

_QUESTION = re.compile(
    r"\b(?:was|were) (?:then |also )?asked\b|\bquestions? (?:was|were|about|on|of|whether)\b|\bwhen asked\b",
    re.IGNORECASE,
)
"""A question that nobody is named for was put by the press."""


_APPOSED = re.compile(r",\s+(?P<who>[A-Z][^,;:]{2,60}),?$")
"""Whose name stands behind what they are: "The President of the Council of Tolvia, |Ana Brook|,"."""

_DIRECTION = re.compile(
    r"\W+|\W*(?:[(\[][^()\[\]]*[)\]]|(?:END\s+)?\d{1,2}:\d{2}\s*[AaPp]\.?[Mm]\.?(?:\s+\(?[A-Za-z]{2,5}\)?)?|[A-Z]{2,4}|END|"
    r"(?i:Issued by the )[A-Z][^\n.:]{3,80}|For (?:media|press) (?:inquiries|enquiries|queries)\b[^.]*|"
    r"Via [A-Z]\w+|To be (?:continued|updated)|"
    r"Read the (?:full )?transcript\b.*|For (?:more|further) (?:information|details)\b.*|\[Reference\].*|"
    r"For (?:the )?information (?:of|to|for) (?:the )?media\b[^.]*\.?|(?:This \w+ is )?[Nn]ot an official (?:record|document)\.?|"
    r"(?:The )?Office of (?:the )?[A-Z][^\n.:]{3,80}|"
    r"\(?\*?\s*(?:\(Note\)\s*)?(?:(?:This|The)\b[^.\n]{0,40}?\sis\s+)?(?:an?\s+)?(?:[Uu]nofficial|[Pp]rovisional|[Tt]entative|[Cc]ourtesy)\s+"
    r"(?:English\s+)?(?:translation|rendering|version)\b[^.\n]{0,60}\.?\)?|[^.\n]{3,60}\(transcript\)|"
    r"It is (?:hereby |respectfully )?(?:announced|communicated|submitted) to the (?:\w+ )?public\b[^.\n]{0,30}\.?|"
    r"(?:The )?[Ff]ollowing (?:is|are) [^.:]{3,120}:|(?:See|Read) also\b.*|Watch .*|\* \* \*|[^.\n]{0,80}\bhttps?://\S+(?:\s\([^()\n]*\))?|"
    r"(?:\([^()\n]*\)\s*){2,}|(?:News|Release|Document) ID:?\s*\d+|"
    r"(?:Press|Media) (?:[Oo]ffice|[Cc]ontact)[^.:\n]{0,30}:\s*\+?[\d\s()-]{5,}|"
    r"(?:The )?[Ff]ollowing questions? (?:was|were) [^.:]{3,80}:)\W*"
)
"""A stage direction, a time, a place, a pointer: "(Applause.)", "<…>", "2:32 P.M. EDT", "END", "Via Teleconference"."""


AT_THE_TOP = 400
"""Characters at the head of a readout in which a line may name whose it is."""

_AUTHOR = re.compile(
    r"^(?P<name>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){1,3}), (?P<office>[A-Z][\w -]{3,60})$", re.MULTILINE
)
"""A line that names somebody with an office: "Ana Brook, Secretary-General"."""


_LEAD_IN = re.compile(
    r"\W*(?:\d{1,2}[.)]\s+)?(?:[^.:\n]{3,120}\b(?:said|stated|readout|statement)(?:\s+\w+)?:\s+)?[“\"]?"
)
"""What may stand before the first words of an account: a number, "A spokesperson said:", a mark of quotation."""


_MARKS = '“"'

_MESSAGE_FROM = re.compile(
    r"(?:The|His|Her|A)\s+(?:message|letter|telegram)\s+(?:from|of|by)\s+(?P<who>[^,.;:\n]{3,80}?)\s+(?:reads|read|says|said|states)\b"
)
"""Whose message is given below: "The message from |the President of Ruritania| reads"."""

_BY_STAFF = re.compile(r"\bspokes(?:person|man|woman)\b[^.“\"\n]{0,60}:\s*[“\"]", re.IGNORECASE)
"""How an account begins that stands in quotation marks as a whole: "A spokesperson said: “The Prime Minister met ...”"."""


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
    floor.begin(_head_of(text, sentences, genre), speech[0].subject if speech else None, len(sentences))
    floor.transcript.take(sentences, voices)
    told = [floor.tell(*each) for each in zip(sentences, speech, voices, strict=True)]
    floor.spoken_for.learn(floor.participants)
    return told


def _head_of(text: str, sentences: Sequence[tuple[int, int]], genre: Genre) -> str:
    """The text up to the end of its second sentence; lines with a place or a day above them are none.

    A readout begins with its first sentence, behind the dateline, its number and "A spokesperson said:".
    """
    if not sentences:
        return ""
    whole = [each for each in sentences[:LINES_OF_HEAD] if len(text[slice(*each)].split()) >= SENTENCE]
    last = whole[1][1] if len(whole) > 1 else sentences[min(1, len(sentences) - 1)][1]
    if genre == "speech":
        return text[:last]
    if genre != "readout" or not whole:
        return text[sentences[0][0] : last]
    start, end = whole[0]
    lead = _LEAD_IN.match(text, behind_dateline(text, start, end))
    return text[lead.end() if lead else start : last]


WHOLE: frozenset[How] = frozenset({"turn", "orator", "opener", "issuer", "party", "everybody", "carried", "answer"})
"""Kinds of cue that make a sentence somebody's by where it stands, or by its subject, whatever it tells."""


class _Floor:
    """Goes through the sentences in order and knows who has the floor."""

    def __init__(self, text: str, quotations: Sequence[Quotation], genre: Genre, cast: Cast, title: str) -> None:
        self.text, self.genre, self.cast = text, genre, cast
        self.inside = Inside(quotations)
        self.before = Before()
        self.sources = Sources(text, genre, cast, self.inside)
        self.relays = Relays(text, cast, self.sources, self.inside, self.before)
        self.title = title
        self.foot: Foot | None = None
        self.transcript = Transcript(text, genre, title, cast, self.sources, self.before)
        self.spoken_for = SpokenFor(text, title, cast, alone=self.transcript.alone)
        own = genre == "readout" and is_own_account(text)
        speech = (text, title, cast, self.sources, self.relays, self.spoken_for)
        self.address = Address(*speech) if own or genre == "speech" else None
        self.meeting: Meeting | None = None
        self.declaration: Declaration | None = None
        self.by_staff = _BY_STAFF.search(text, 0, AT_THE_TOP) is not None
        self.turns = False
        self.floor: tuple[str, ...] = ()
        self.participants: set[str] = set()
        self.somebody_spoke = False
        self.turn = 0
        self.aside = False
        self.asked = 0
        self.question: int | None = None
        self.places: dict[str, tuple[int, int]] = {}

    def begin(self, head: str, subject: tuple[int, int] | None, length: int) -> None:
        """Take note of whom the title and the first sentences name, as far as the genre makes them speak."""
        if self.genre == "news":
            return
        first = self.cast.person_at(*subject) if subject else None
        opens = (first,) if first else ()
        signer = self._signer()
        if self.address:
            self.address.find_orator(head, opens, signer)
            self.transcript.answers_unnamed = self.address.orator
        elif self.genre == "declaration":
            self._find_issuers(head, signer)
        elif (self.genre == "transcript" or length <= MOST_OF_ACCOUNT) and not is_of_staff(self.title):
            self._find_parties(head, opens)

    def _signer(self) -> str:
        """Who signed at the foot, by name or by office alone; nothing where nobody did."""
        if self.foot is None:
            return ""
        by_name = self.cast.introduce_signer(self.foot.name, self.foot.office) if self.foot.name else None
        return by_name or (self.cast.unnamed(self.foot.office) if self.foot.office else "")

    def _find_issuers(self, head: str, signer: str) -> None:
        signers = [self.cast.introduce_signer(*each) for each in self.foot.signers] if self.foot else []
        issuers = tuple(signers) if is_joint(self.title) and len(signers) > 1 else ()
        issuers = issuers or issuers_of(self.title, head, self.cast, signer)
        self.declaration = Declaration(self.text, self.cast, issuers) if issuers else None
        self.transcript.answers_unnamed = issuers[0] if len(issuers) == 1 else None
        if len(issuers) == 1 and not self.cast.side(issuers[0]) and (side := side_of_acts(self.cast)):
            self.cast.speaks_for(issuers[0], side)
        sides = {self.cast.side(id) for id in issuers}
        self.cast.own.update(issuers if len(issuers) == 1 or sides <= {"", self.cast.issuer} else ())

    def _find_parties(self, head: str, opens: tuple[str, ...]) -> None:
        author = _AUTHOR.search(self.text, 0, AT_THE_TOP)
        if author and last_office(author["office"].split()) is not None:
            self.cast.introduce_signer(author["name"], author["office"])
        parties = parties_of(self.title, head, opens, self.cast)
        if len(parties) < 2 and self.genre == "readout":
            parties = with_counterparts(parties, self.text, self.cast)
        parties = parties if len(parties) > 1 else countries_that_met(self.title, self.cast)
        if len(parties) > 1:
            learn_sides(parties, self.text, self.cast)
            self.meeting = Meeting(self.text, self.cast, parties, self.sources.mean)

    def tell(self, whole: tuple[int, int], said: Speech, voice: Voice | None) -> Told:
        told = self._told(whole, said, voice)
        if told.how in WHOLE and self._tells_of_another(told, said):
            told = told._replace(how="rival")
        if self.meeting and told.how == "named":
            self.meeting.heard(told, whole[1])
        self.spoken_for.note_own(told)
        answering = voice is not None and voice.how == "turn" and told.form == "direct"
        self._remember(told, answering=answering)
        self.before.end = whole[1]
        return told._replace(turn=self.turn, answers=self.question if answering else None)

    def _told(self, whole: tuple[int, int], said: Speech, voice: Voice | None) -> Told:
        beside = (
            _DIRECTION.fullmatch(self.text, *whole)
            or is_day(self.text[slice(*whole)])
            or self.transcript.is_item(whole)
        )
        if beside or (self.foot and whole[0] >= self.foot.start):
            return Told((REPORTER,), "narration", "aside")
        if voice is not None and voice.how == "turn" and voice.source:
            self.turns = True
            own = self.transcript.tell(whole, voice.source)
            return self.transcript.below(whole, said, own) or self._with_relayed(own, said)
        if self.transcript.opener and not self.turns:
            return self._with_relayed(self.transcript.opening(whole), said)
        if self.declaration:
            return self._in_declaration(self.declaration, whole, said, voice)
        others_speak = self.transcript.has_turns and not self.transcript.only_asks
        if self.address and (self.address.message or (others_speak and not self.turns)):
            return self.address.tell_beside(whole, said)
        if self.meeting and not self.turns:
            quoted = self.text[whole[0]] in _MARKS or self.inside.share(self.text, whole) > QUOTED
            if voice is not None and quoted and not self.by_staff:
                return self._quoted_at(self.meeting, whole, said, voice)
            if told := self.meeting.tell(whole, said):
                return told
        if voice is None or (self.address and self._is_nobodys(voice)):
            return self._without_voice(whole, said)
        if voice.how == "named":
            return self._by_itself(whole, said)
        return self._quoted(whole, voice)

    def _is_nobodys(self, voice: Voice) -> bool:
        """Whether nobody is told of whose words are quoted: "The full text is as follows:" introduces a speech."""
        meant = self.sources.mean(voice.source) if voice.source else None
        if voice.how == "introduced":
            return meant is None or not self.cast.is_person(meant.id)
        return voice.how == "beside" and meant is None

    def _tells_of_another(self, told: Told, said: Speech) -> bool:
        """Whether a sentence that is somebody's by its place also names another source: "Minister Brook wrote to us ..."."""
        sources = [each.source for each in said.attributions if is_pronoun(self.text[slice(*each.source)]) is False]
        others = [meant for source in sources if (meant := self.sources.mean(source))]
        return any(meant.id not in (*told.speakers, told.via, REPORTER) for meant in others)

    # --- One case each ---

    def _in_declaration(
        self, declaration: Declaration, whole: tuple[int, int], said: Speech, voice: Voice | None
    ) -> Told:
        """The issuers' word, but for what somebody else is said to have said: that one's, via the issuers."""
        told = declaration.tell(whole, said)
        if told.how != "issuer":
            return told
        if again := self.relays.goes_on(whole, said) or self.relays.from_another(told):
            return again
        quoted = voice is not None and voice.how != "named" and voice.source is not None
        main = said.main if decides(said) else None
        told_of = main.antecedent if main and self.relays.meant.of_who(main) else None
        source = (voice.source if voice and quoted else None) or told_of or (main.source if main else None)
        if source is None or is_pronoun(self.text[slice(*source)]):
            return self._told_to_issuer(told, main) or told
        meant = self.sources.mean(source)
        if meant is None or meant.id in declaration.issuers:
            return told
        if not quoted and not self.relays.is_told(self.sources.decisive(said)[0], whole[0]):
            return told
        sides = {self.cast.side(id) for id in declaration.issuers}
        abroad = self.relays.meant.office_abroad(source, declaration.issuers)
        if not abroad and not self.cast.is_person(meant.id) and not self.relays.meant.is_another_body(meant.id, sides):
            return told
        other = self._quoted(whole, voice) if quoted and voice else self._by_itself(whole, said)
        if len(sides) == 1 and self._is_of_own_government(meant.id, next(iter(sides))):
            self.cast.speaks_for(meant.id, next(iter(sides)))  # a government tells the country of others alone
        side = self.cast.side(meant.id)
        own = bool(side) and sides == {side}
        return other if own or other.via else other._replace(via=declaration.issuers[0], how="relayed")

    def _told_to_issuer(self, told: Told, main: Attribution | None) -> Told | None:
        """What "he" or "she" told the one who writes, of whom it was told before: "I spoke with Brook. She told me that ..."."""
        if main is None or len(told.speakers) != 1 or not self.relays.meant.to_me(main):
            return None
        meant = self.relays.meant.whom(main, None, told)
        return relaying(told._replace(form="indirect"), main, meant) if meant else None

    def _is_of_own_government(self, id: str, side: str) -> bool:
        """Whether somebody holds an office of no named country that nobody else of the text holds: "Minister Brook"."""
        role = folded(self.cast.people[id].role)
        several = sum(1 for person in self.cast.people.values() if role and folded(person.role) == role) > 1
        of_a_body = any(role.endswith(office) for office in OfficeWords.read().of_bodies)
        at_home = is_title(role) and not of_a_body
        if not (role and at_home and not several and countries.is_state(side)) or self.cast.side(id):
            return False
        known = self.cast.known_holder(self.cast.people[id].role, (), side)
        return not known or not set(folded(known).split()).isdisjoint(folded(self.cast.people[id].name).split())

    def _without_voice(self, whole: tuple[int, int], said: Speech) -> Told:
        if self.address:
            if not self.address.opens(whole) or self.address.is_heading(whole):
                return Told((REPORTER,), "narration", "aside")
            own = Told((self.address.orator or UNKNOWN,), "direct", self.address.how, content=whole)
            return self._with_relayed(own, said) if self.address.orator else own
        if self.genre == "readout" and self._is_line(whole):
            return Told((REPORTER,), "narration", "aside")
        account = self.genre == "readout" or (self.meeting is not None and self.transcript.has_turns and not self.turns)
        if account and self.floor and not _QUESTION.search(self.text, *whole):
            return self._by_act(whole, said) or self._of_another(whole, said) or self._carried(whole)
        return Told((REPORTER,), "narration", self._kind_of_account(whole, said))

    def _is_line(self, whole: tuple[int, int]) -> bool:
        """Whether a sentence is a line alone that ends as none does: "Related links"."""
        words, before = self.text[slice(*whole)], self.text[: whole[0]].rstrip(" ")
        return len(words.split()) <= LINE_WORDS and words.rstrip()[-1:].isalnum() and before[-1:] in ("", "\n")

    def _kind_of_account(self, whole: tuple[int, int], said: Speech) -> How:
        """How likely it is that the reporter's own account is somebody's words after all."""
        if said.attributions or self.inside.hull(whole):
            return "partly"
        return "after" if self.somebody_spoke and self.before.in_paragraph(self.text, whole[0]) else "account"

    def _by_act(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """In a readout, what a participant does or cares about is what they said: "Dale gave no detail of it".

        A participant is somebody who spoke before; the sentence has to name them, by name or office.
        """
        for subject in (said.subject, said.whole_subject):
            meant = self.cast.mean(*subject, generic=False) if subject else None
            if subject and meant and meant.id in self.participants and self.sources.how(subject) == "named":
                content = (subject.end + 1, whole[1]) if subject.end + 1 < whole[1] else whole
                mention = Mention(meant.id, "named", subject)
                return Told((meant.id,), "indirect", "act", cue=subject, content=content, mentions=(mention,))
        return None

    def _of_another(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What somebody else did who is named: their word, or where they went: "Carl Dale then visited the harbour"."""
        subject, someone = self._person_of(said)
        if subject is None or someone is None or someone in self.floor:
            return None
        act = act_of(self.text, subject, whole[1])
        verb = self.text[slice(*act.verb)].casefold() if act.verb else ""
        if act.what == "said" and act.verb and tells(verb):
            return told_by_act((someone,), "act", subject, act.verb, whole[1])
        return Told((REPORTER,), "narration", "aside") if verb in ReadoutWords.read().went else None

    def _person_of(self, said: Speech) -> tuple[tuple[int, int] | None, str | None]:
        """The subject of a sentence and the person whom it means: the name behind an office tells it, where one stands there."""
        name = _APPOSED.search(self.text, *said.whole_subject) if said.whole_subject else None
        if name and (someone := self.cast.person_at(*name.span("who"))):
            return said.whole_subject, someone
        return said.subject, self.cast.person_at(*said.subject) if said.subject else None

    def _carried(self, whole: tuple[int, int]) -> Told:
        """In a readout an attribution holds until another source is named."""
        mentions = tuple(Mention(id, "earlier", self.places[id]) for id in self.floor if id in self.places)
        return Told(self.floor, "carried", "carried", content=whole, mentions=mentions)

    def _with_relayed(self, own: Told, said: Speech) -> Told:
        """The word of who has the turn, but for what they say that another has said."""
        self.spoken_for.note_acts(own)
        return self.relays.in_turn(own, said)

    def _by_itself(self, whole: tuple[int, int], said: Speech) -> Told:
        main, sources = self.sources.decisive(said)
        if main.verb in PressWords.read().verbs and self._is_press(main.source):
            return Told((REPORTER,), "narration", "account")
        if not sources and self.genre == "readout" and self.floor:
            return self._by_office(main) or self._carried(whole)
        if not sources and self.address:
            return self._without_voice(whole, said)
        if not sources:
            mention = Mention(UNKNOWN, "pronoun", main.source)
            return self.sources.told_by((UNKNOWN,), "pronoun", main)._replace(mentions=(mention,))
        if self.address and self.address.orator:
            return self.address.quote(self.address.orator, whole, main, sources)
        told = self.sources.told_of(main, sources)
        if sender := self._sender_of(main.source):
            told = told._replace(speakers=(sender,), how="message")
        if via := self._goes_on_relaying(whole, told.speakers):
            return told._replace(via=via, how="relayed")
        relayed = self.relays.inner(said, main, told.speakers) if len(told.speakers) == 1 else None
        return relaying(told, *relayed) if relayed else told

    def _by_office(self, main: Attribution) -> Told | None:
        """What a party says that is called "the guest", or somebody else by an office: "The Defence Minister reported"."""
        if self.meeting is None:
            return None
        holder, *others = self.meeting.meant.at(main.source) or ("",)
        office = AN_OFFICE.fullmatch(self.text, *main.source)
        if not holder and office and ends_in_office(office["office"]):
            holder = self.cast.unnamed(office["office"])
        if not holder or others:
            return None
        mention = Mention(holder, "named", main.source)
        return self.sources.told_by((holder,), "named", main)._replace(mentions=(mention,))

    def _quoted(self, whole: tuple[int, int], voice: Voice) -> Told:
        content = self.inside.hull(whole) or whole
        if voice.source and (sender := self._sender_of(voice.source)):
            return Told((sender,), "direct", "message", content=content)
        meant = self.sources.mean(voice.source) if voice.source else None
        if meant is None or voice.source is None:
            return Told((UNKNOWN,), "direct", voice.how, content=content)
        mention = Mention(meant.id, "earlier", voice.source)
        return Told((meant.id,), "direct", voice.how, content=content, mentions=(mention,))

    def _quoted_at(self, meeting: Meeting, whole: tuple[int, int], said: Speech, voice: Voice) -> Told:
        """What an account of a meeting quotes: of a party where an office or a pronoun tells whose it is."""
        told = self._by_itself(whole, said) if voice.how == "named" else self._quoted(whole, voice)
        source = said.main.source if voice.how == "named" and said.main else voice.source
        sender = _MESSAGE_FROM.match(self.text, source[0]) if source else None
        source = sender.span("who") if sender else source
        if source and not self.cast.find_all_in(self.text[slice(*source)]) and (meant := meeting.meant.at(source)):
            told = told._replace(speakers=meant, mentions=tuple(Mention(each, "earlier", source) for each in meant))
        meeting.heard(told, whole[1])
        return told

    def _sender_of(self, source: tuple[int, int]) -> str | None:
        """Who sent what introduces some words: "Ana Brook sent a telegram to Carl Dale. |The telegram| reads:"."""
        if not LETTER.fullmatch(self.text, *source):
            return None
        sent = SENT.search(self.text, 0, source[0])
        return self.cast.who_is(sent["who"]) if sent else None

    # --- Whom the words mean ---

    def _is_press(self, mention: tuple[int, int]) -> bool:
        words = self.text[slice(*mention)].casefold().split()
        return bool(words) and words[-1] in PressWords.read().press

    # --- Who relays ---

    def _goes_on_relaying(self, whole: tuple[int, int], speakers: tuple[str, ...]) -> str:
        """Who relays: whoever did in the sentence before, where this one has a speaker who never had the floor."""
        new = not self.participants.intersection(speakers)
        return self.before.relayed_by if new and self.before.in_paragraph(self.text, whole[0]) else ""

    # --- What is remembered ---

    def _remember(self, told: Told, *, answering: bool) -> None:
        self.before.relayed_by = told.via
        self.before.told_of = told.speakers if told.via or told.how in ("party", "pronoun") else ()
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
        elif holder != self.before.turn_of:
            self.before.partner = self.before.turn_of
            self.question = self.asked if answering and self.before.turn_of == (PRESS,) else None
            self.turn, self.before.turn_of = self.turn + 1, holder
        elif before:
            self.turn += 1
        self.asked = self.turn if holder == (PRESS,) else self.asked
