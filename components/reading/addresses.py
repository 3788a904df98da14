"""Part of the composer: who makes a speech, whom they quote, and what is a message that somebody else introduces.

A speech has one speaker, named in its title, above it or at its foot. What others say in it is theirs, via who speaks.
"""

import re
from collections.abc import Sequence
from functools import cache

from components.model.codebook import REPORTER, UNKNOWN
from components.model.lexicons import WordLists, Words, any_of
from components.model.statements import How
from components.reading.accounts import act_of, tells
from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.clauses import AttributionWords
from components.reading.genres import by_whom, from_whom, names_an_office
from components.reading.issuers import SENT, acting_in
from components.reading.offices import last_office
from components.reading.own_words import organ_in
from components.reading.people import Meant
from components.reading.persons import looks_like_a_name
from components.reading.pronouns import is_pronoun
from components.reading.relayed import Relays, is_anybody
from components.reading.sources import Sources
from components.reading.speakers import Speech, decides
from components.reading.spoken_for import SpokenFor
from components.reading.told import Told, told_by_act

LINES_ABOVE = 2_000
"""Characters at the head of a speech in which a line may name who speaks."""

OWN_ACCOUNT = 400
"""Characters at the head of a release in which "I met" tells that somebody speaks."""

HEADING = 8
"""Words of a line in a speech that is no sentence, at most."""

_FOOTNOTE = re.compile(r"\[\d{1,3}\]\s")

MESSAGE = 0.3
"""A speech of which more than this share stands in quotation marks is a message that somebody else introduces."""

SPOKEN = re.compile(
    r"\b(?:I|we|We|our|my|us)\b|\b(?:[Ll]et me|[Gg]ood (?:morning|afternoon|evening|day)|[Tt]hank you|[Ll]adies and gentlemen)\b"
)
"""What tells that somebody speaks: a first person, a greeting."""

_ABOVE = re.compile(r"[.!?](?:\s|$)|\b(?:I|we|We|our|my)\b")
"""Where the lines above a speech end."""

LETTER = re.compile(
    r"(?:the|this|his|her)\s+(?:\w+\s+)?(?:telegram|message|letter|greetings?|address)\b", re.IGNORECASE
)
"""What somebody has sent says what they say: "The telegram reads"."""

_REMARKS_OF = re.compile(
    r"^\W*(?:[Rr]emarks|[Ss]peech|[Aa]ddress|[Ss]tatement|[Ll]ecture|REMARKS|SPEECH|ADDRESS)\s+(?:of|by|OF|BY)\s+(?P<who>[^\n]{3,90})$",
    re.MULTILINE,
)
"""A line above a speech that names who speaks: "Remarks of President Ana Brook"."""

_FOLLOWING = re.compile(
    r"\b(?:[Ff]ollowing|[Bb]elow)\s+(?:is|are)\s+(?:the\s+)?(?:(?:full\s+)?text\s+of\s+)?(?:the\s+|an?\s+)?(?:\w+\s+)?"
    r"(?:message|statement|remarks|address|speech)\s+(?:of|by|from|(?:delivered|made|given)\s+by)\s+(?:the\s+)?(?P<who>[^\n:]{3,90}?)"
    r"(?=,?\s+(?:on|at|in|to|for)\s|:)"
)
"""A lead-in that names whose words follow: "Following is the message of Ana Brook, Director of the Harbour, on ...:"."""

_GAVE = re.compile(
    r"^(?:[Tt]he\s+)?(?P<who>[A-Z][^.,\n]{3,90}?)\s+(?:has\s+|today\s+)?(?:delivered|gave|made)\s+(?:\w+\s+){0,3}?"
    r"(?:a|an|the|his|her|this)\s+(?:\w+\s+){0,3}?(?:address|speech|statement|remarks)\b",
    re.MULTILINE,
)
"""Who gave a speech that is quoted: "The President |delivered on Sunday an address"."""

_DELIVERED_BY = re.compile(
    r"^\W*(?:[^\n.:]{0,60}?\s)?[Dd]elivered\s+by\s+(?:the\s+)?(?P<who>[^\n]{3,120}?)(?=,?\s+(?:on|at|in)\s|,\s+\d|$)",
    re.MULTILINE,
)
"""A line above a speech that says who made it: "Statement as delivered by Ambassador Carl Dale"."""

_BY_LINE = re.compile(
    r"^(?:[^\n]{3,80}?\|\s)?[Bb]y\s+(?:[Ff]ormer\s+(?=[A-Z])|(?=(?:H\.?E|Ms|Mrs?|Dr|Amb|Ambassador|Hon|Honourable)\b))"
    r"(?P<who>[A-Z][^\n()]{3,90}?)(?:\s\([^\n()]*\))?$",
    re.MULTILINE,
)
"""The same without the word, with a title before the name: "by Ms Ana Brook"."""

_OF_BODY = re.compile(
    r"(?:^|[:–—-]\s+)(?:the\s+)?(?P<who>[A-Z][\w ]{1,40}?)(?:[’']s?)?\s+(?:(?:national|oral|written)\s+)?[Ss]tatement\b"
)
"""Whose statement it is, by what stands before: "Ruritania’s statement on the ferry"."""

_BY_BODY = re.compile(r"\bby\s+(?:the\s+)?(?P<who>[A-Z].*)")
"""A country or body that speaks: "Statement by the Netherlands"."""

_OUR = re.compile(r"[Oo]ur\s+[a-z]")
"""Those who belong to who speaks, whom a saying is put into the mouth: "Our elders say that ..."."""

_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")

_AN_OFFICE = re.compile(r"\b(?:[Tt]he\s+[A-Z]|[A-Z][\w-]+[’']s\s)")

_RIGHTLY = re.compile(r"\b(?:rightly|correctly|aptly|wisely)\b")
"""By what somebody makes another's words their own."""

_MIGHT = re.compile(r"\b(?:would|could|might|may|should|can|will|must|(?:have|has) to)\b")
"""What stands before a verb of what nobody has said: "he would find"."""

_WHOSE_WORDS = re.compile(
    r"(?P<who>(?:[A-Z][\w-]*\s){1,4}[A-Z][\w-]+)[’']s?\s+"
    r"(?:\w+\s+){0,2}(?:[Rr]emarks|[Ss]peech|[Aa]ddress|[Ss]tatement|[Mm]essage)\b"
)
"""Whose words follow, at the head of a title: "|PM Brook|’s Remarks"."""

_CARD = re.compile(r"(?:[A-Z][\w’'-]*|\([A-Z][\w ]*\))(?:,?\s(?:[A-Z][\w’'-]*|\([A-Z][\w ]*\)|of|for|and|the|to)){0,9}")
"""A line of capitals and small words, without a stop."""

_GUEST = re.compile(r"\bwith\b.*?(?=\s[–—-]\s|\bby\b|$)", re.IGNORECASE)
"""Who is met or answered, in a title: "Meeting |with Carl Dale| – Media release, Senator Ana Brook"."""


class AddressWords(WordLists):
    """`addresses.toml`."""

    FILE = "addresses"
    addressed: Words
    heads: Words
    met: Words


def is_own_account(text: str) -> bool:
    """Whether somebody tells in a release of a meeting of their own: "Today I met the Prime Minister of Ruritania"."""
    return _i_met().search(text, 0, OWN_ACCOUNT) is not None


@cache
def _i_met() -> re.Pattern[str]:
    """How somebody tells of a meeting of their own: "|Today I met| the Prime Minister of Ruritania"."""
    return re.compile(
        r"(?:^|(?<=[.\n]\s)|(?<=\n))(?:(?:Today|Yesterday|Earlier today|This \w+|On [^,.\n]{3,30}),?\s+)?"
        rf"I\s+(?:\w+ly\s+|have\s+|had\s+the\s+\w+\s+to\s+)?{any_of(AddressWords.read().met)}\b"
    )


class Address:
    """A speech or a message. `orator` is who makes it; None as long as nobody is known."""

    def __init__(
        self,
        text: str,
        title: str,
        cast: Cast,
        sources: Sources,
        relays: Relays,
        spoken_for: SpokenFor,
    ) -> None:
        self.text, self.title, self.cast = text, title, cast
        self.sources, self.relays, self.before, self.spoken_for = sources, relays, relays.before, spoken_for
        self.from_whom = _GUEST.sub("", from_whom(title))
        self.orator = cast.find_in(by_whom(self.from_whom)) or cast.find_in(self.from_whom)
        self.message = _message_in(text)
        self.begun = False
        self.follows = 0
        """Where the lead-in ends behind which the speech follows."""
        self.how: How = "orator"

    def _sender(self) -> str | None:
        """Who sent a message that is quoted: "The President of Ruritania sent a message of greetings to ..."."""
        sent = (
            SENT.search(self.text, 0, LINES_ABOVE) or _GAVE.search(self.text, 0, LINES_ABOVE) if self.message else None
        )
        return self.cast.who_is(sent["who"]) if sent else None

    def find_orator(self, head: str, opens: tuple[str, ...], signer: str) -> None:
        """Who speaks: by name in the title, at the foot or above; by the title's office or country; else who is told of first."""
        sender = by_whom(self.from_whom)
        by_name = self.orator or signer or self._named_above() or self._sender() or self._named_in_title()
        orator = by_name or self.cast.holder_in(sender, organ_in(sender).side)
        heard = self.cast.find_all_in(self.title) if self.from_whom != self.title else []
        named = [id for id in (*opens, *self.cast.find_all_in(head)) if id not in heard]
        if not orator and last_office(sender.split()) is None and (by := _BY_BODY.search(sender)):
            of = self.cast.bodies_in(by["who"])
            orator = of[0] if len(of) == 1 else None
        if not orator:
            orator = next(iter(self.cast.body(self._side_of_statement())), None)
        if not orator and names_an_office(sender):
            orator = self.cast.holding(sender, self.cast.find_all_in(_ABOVE.split(head, maxsplit=1)[0]))
        self.how = "orator" if by_name else "opener"
        self._learn_side(sender, orator)
        acting = (id for id in acting_in(self.cast) if not self.cast.is_person(id))
        acts = next((id for id in acting if self.cast.side(id)), None)  # "Ruritania thanks", no "Government will"
        self.orator = orator or self.cast.office_in(sender) or acts or next(iter(named), None)
        self.cast.own.update([self.orator] if self.orator else ())

    def _named_in_title(self) -> str | None:
        """Who speaks by a surname alone that the parse overlooks: "PM Brook’s Remarks at the Cabinet"."""
        titled = _WHOSE_WORDS.match(self.title)
        words = titled["who"].split() if titled else []
        last = last_office(words)
        if (
            last is None
            or last != len(words) - 2
            or not looks_like_a_name(words[-1])
            or self.cast.sides.is_word(words[-1])
        ):
            return None
        return self.cast.introduce_signer(words[-1], " ".join(words[:-1]))

    def _side_of_statement(self) -> str:
        """Whose statement it is by what stands before that word in the title."""
        of_body = _OF_BODY.search(self.title)
        return self.cast.sides.of_whole(of_body["who"]) if of_body else ""

    def _learn_side(self, sender: str, orator: str | None) -> None:
        """Whose statement it is by the title, or of which country the office in it, tells for whom the named orator speaks."""
        side = self._side_of_statement()
        if not side and last_office(sender.split()) is not None:
            side = self.cast.sides.of_office(sender)
        if orator and side and not self.cast.side(orator):
            self.cast.speaks_for(orator, side)

    def _named_above(self) -> str | None:
        for line in (_REMARKS_OF, _FOLLOWING, _DELIVERED_BY, _BY_LINE):
            if above := line.search(self.text, 0, LINES_ABOVE):
                self.cast.introduce_label(*above.span("who"))
                if named := self.cast.find_in(above["who"]):
                    self.follows = above.end() if line is _FOLLOWING else 0
                    return named
        return None

    def opens(self, whole: tuple[int, int]) -> bool:
        """Whether the speech has begun; above it stands who speaks where."""
        above = whole[0] < self.follows or is_above(self.text, whole, self.orator, self.cast)
        self.begun = self.begun or not above
        return self.begun

    def is_heading(self, whole: tuple[int, int]) -> bool:
        """Whether a line alone says nothing, but what comes or where: "Trade and transport", "[1] Address at Lakeside"."""
        words, before = self.text[slice(*whole)], self.text[: whole[0]].rstrip(" ")
        greets = _addressed().search(words) or last_office(words.rstrip(",;").split()) is not None
        if before[-1:] not in ("", "\n") or SPOKEN.search(words) or (greets and not _FOOTNOTE.match(words)):
            return False
        return _FOOTNOTE.match(words) is not None or (len(words.split()) <= HEADING and words.rstrip()[-1:].isalnum())

    def tell_beside(self, whole: tuple[int, int], said: Speech) -> Told:
        """In a message that somebody else introduces, what stands in quotation marks is the sender's.

        What is told beside it is an account, but for what people conveyed: "Ana Brook expressed her condolences to ...".
        """
        if self.message and self.message[0] <= whole[0] < self.message[1]:
            own = Told((self.orator or UNKNOWN,), "direct", "message", content=whole)
            return self.relays.in_turn(own, said) if self.orator else own
        if self.message and not self.text[whole[1] : self.message[0]].strip() and self.text[whole[1] - 1] == ":":
            return Told((REPORTER,), "narration", "account")  # "The message reads:"
        if self.message and decides(said):
            main, sources = self.sources.decisive(said)
            if sources:
                return self.sources.told_of(main, sources)
        who = self.cast.person_at(*said.subject) if said.subject else None
        act = act_of(self.text, said.whole_subject or said.subject, whole[1])
        if self.message and who and said.subject and act.verb and tells(self.text[slice(*act.verb)]):
            return told_by_act((who,), "act", said.subject, act.verb, whole[1])
        return Told((REPORTER,), "narration", "account")

    def quote(self, orator: str, whole: tuple[int, int], main: Attribution, sources: list[Meant]) -> Told:
        """Whom somebody quotes who speaks: that one, via who speaks; else it is the speaker's own word."""
        if [each.id for each in sources] == [orator]:
            sources = [self._guest(main) or self._another(main, whole[0]) or self._in_office(main) or sources[0]]
        elif len(sources) == 1 and not self.cast.is_person(sources[0].id):
            sources = [self.relays.meant.in_office(main.source, (orator,)) or sources[0]]
        told = self.sources.told_of(main, sources)
        own = Told((orator,), "direct", self.how, content=whole)
        if orator in told.speakers:
            return own if self._is_another_s(main) else told
        self.spoken_for.note_acts(own)
        if LETTER.match(self.text, main.source[0], main.source[1]) or self._stays_own(main):
            return own
        if self._is_own_country(told.speakers, main) or not self._may_be_quoted(told.speakers, main):
            return own
        return told._replace(via=orator, how="relayed")

    def _is_another_s(self, main: Attribution) -> bool:
        """Whether "he" says something of whom it is not known who that is: never who speaks, who says "I"."""
        return self.text[slice(*main.source)].casefold() in ("he", "she")

    def _stays_own(self, main: Attribution) -> bool:
        """Whether it is what who speaks holds: "As Brook rightly said, ...", "Dale and I agreed that", "Some say that"."""
        source = self.text[slice(*main.source)]
        both = any(self.text[slice(*other)] == "I" for other in main.others)
        agrees = main.shape == "as" and _RIGHTLY.search(self.text, *main.cue) is not None
        called = source[:1].isupper() and last_office(source.split()) == 0 and len(source.split()) == 1
        vocative = called and self.text[main.source[1] : main.source[1] + 1] == ","
        anybody = is_anybody(self.text[slice(*main.antecedent)] if main.antecedent else source)
        return both or agrees or vocative or anybody or _MIGHT.search(self.text, *main.cue) is not None

    def _guest(self, main: Attribution) -> Meant | None:
        """Whom "the President told me" means where a President speaks: the other one in the title."""
        if not self.relays.meant.to_me(main):
            return None
        held = self.relays.meant.other_in_title(main.source, (self.orator or "",))
        return Meant(held, False) if held else None

    def _in_office(self, main: Attribution) -> Meant | None:
        """Who holds an office of a country that is told: "the Prime Minister of Ruritania noted"."""
        if not _FIRST_PERSON.search(self.text):
            return None  # an account of what somebody wrote tells of them by their office
        but = (self.orator or "",)
        offices = (found.start() for found in _AN_OFFICE.finditer(self.text, *main.source))
        held = next((id for start in offices if (id := self.relays.meant.offices.at(start, but))), None)
        return Meant(held, False) if held else None

    def _another(self, main: Attribution, start: int) -> Meant | None:
        """Whom "he" means where somebody speaks, who calls themselves "I": the one named last in the sentence, or told of."""
        pronoun = self.text[slice(*main.source)]
        if is_pronoun(pronoun) is False or self.orator is None:
            return None
        beside = self.cast.named_before(pronoun, main.source[0], (self.orator,), since=start)
        again = self.before.told_of[0] if len(self.before.told_of) == 1 else None
        named = beside or again or self.relays.meant.offices.last_before(pronoun, main.source[0], (self.orator,))
        return Meant(named, False) if named and self.cast.may_be(pronoun, named) else None

    def _is_own_country(self, speakers: Sequence[str], main: Attribution) -> bool:
        """Whether the source is the country or body for which the orator speaks: "Ruritania reiterates its support"."""
        sides = {self.cast.side(id) for id in speakers if not self.cast.is_person(id)}
        own = self.cast.side(self.orator) if self.orator else ""
        return len(sides) == len(speakers) == 1 and sides != {""} and (
            sides == {own} or (not own and main.verb not in AttributionWords.read().relays)
        )  # fmt: skip

    def _may_be_quoted(self, speakers: Sequence[str], main: Attribution) -> bool:
        """Whether somebody who speaks may give their words: of people, or who "warns that"; not who "has announced the day"."""
        if _OUR.match(self.text, main.source[0]) and not self.relays.meant.to_me(main):
            return False
        if main.group == "hold" and not self.relays.meant.says_that(main):
            return False  # "They have seen their harbour closed"
        people = any(self.cast.is_person(id) or self.cast.may_be("he", id) for id in speakers)
        return people or (main.verb in AttributionWords.read().relays and self.relays.meant.says_that(main))


@cache
def _addressed() -> re.Pattern[str]:
    """How somebody is greeted, in a line with others or alone."""
    return re.compile(rf"{any_of(AddressWords.read().addressed)}\b")


@cache
def _heads() -> re.Pattern[str]:
    """How a line above a speech begins."""
    return re.compile(
        rf"(?:{any_of(AddressWords.read().heads)}|Check against|As delivered|The following|(?:The )?[Ff]ull text)\b"
    )


def is_above(text: str, whole: tuple[int, int], speaker: str | None, cast: Cast) -> bool:
    """Whether a sentence above a speech tells who speaks where, and is not spoken itself."""
    words = text[slice(*whole)]
    named = speaker is not None and speaker in cast.find_all_in(words)
    return not SPOKEN.search(words) and (named or _heads().match(words) is not None or _is_card(words, cast))


def _is_card(words: str, cast: Cast) -> bool:
    """Whether a line is an office or a country and no more, as below the name of who speaks: "Deputy Minister of the Sea"."""
    if len(words.split()) > HEADING or not _CARD.fullmatch(words) or _addressed().match(words):
        return False
    return last_office(words.split()) is not None or bool(cast.sides.of_whole(words.partition(" (")[0]))


def _message_in(text: str) -> tuple[int, int] | None:
    """The stretch of a text that is quoted whole, in one paragraph after the other; None where that is not most of it.

    A quotation over several paragraphs opens in each of them, and closes in each or in the last one.
    """
    start = next((place for mark in "“«" if (place := text.find(mark)) >= 0), -1)
    if start < 0:
        return None
    end, goes_on = start, True
    for paragraph in re.finditer(r"\S[^\n]*", text[start:]):
        words = paragraph.group().rstrip(" .")
        opens, closes = (max(map(words.rfind, marks)) for marks in ("“«", "”»"))
        whole = words[0] in "“«" and (closes < opens or words[-1] in "”»")
        if not goes_on and not whole:
            break
        goes_on = closes < opens or (closes < 0 and goes_on)
        end = start + paragraph.start() + (closes if closes > opens else len(words))
    return (start, end) if end - start > MESSAGE * len(text) else None
