"""Part of the composer: who speaks in a government's account of its own meeting.

An account (a readout, or what stands before a transcript) has parties: what one of them did is what that one said, and
what was discussed they all said. They are named in the title and the first sentences.
"""

import re
from collections.abc import Iterator
from functools import cache

from components.model.codebook import REPORTER
from components.model.lexicons import any_of
from components.reading.accounts import (
    ReadoutWords,
    accepted_at,
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
    tells_so,
)
from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.beside_talks import is_beside_the_talks, tells_when_said
from components.reading.datelines import is_agency
from components.reading.labels import is_item, is_staff
from components.reading.parties import OFFICE_BESIDE, Guests
from components.reading.parties_meant import Mean, PartiesMeant
from components.reading.pronouns import is_pronoun
from components.reading.speakers import Speech
from components.reading.told import Told, told_by_act

_NUMBER = re.compile(r"\d{1,2}\.\s+")
"""The number of a point: "3. The Ministers agreed"."""

_PUBLISHES = re.compile(
    r"(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:press (?:release|service|office)|communiqu[ée]|statement|ministry|presidency|(?:same|official) source)"
    r"(?: of (?:the )?[\w ’'-]{2,40})?",
    re.IGNORECASE,
)
"""Who or what only tells that there was a meeting: "..., |the ministry| said"."""

_OUGHT = re.compile(r"\s+(?:should|must|need\s+to|ought\s+to|can)\b")
"""What all of them ought to do is what the one says who spoke before: "The two sides should respect each other"."""

_HAVE_DONE = re.compile(r"\s+have\s+(?:(?:also|both|long|always|\w+ly)\s+)*(?P<verb>\w+(?:ed|en|wn|pt|ld|nt|ne|de))\b")

_CALL_COVERED = re.compile(
    r"\W*(?:that\s+)?(?P<subject>(?:[Tt]he|[Tt]heir|[Bb]oth|[Tt]hey)\b(?:\s+(?!that\b)\w+){0,3}?)(?=\s+\w+ed\b|\s+(?:dealt|saw|took\s+up)\b)"
)
"""What a spokesperson says of a call: "that |the call| dealt with", "|the two presidents| agreed"."""

_THAT = re.compile(r"\s*that\s+")

_NAME = r"(?:the\s)?(?:(?:Mr|Ms|Mrs|Dr)\.\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,5}"

_SECOND = (
    r"s?he|they|both(?:\s[A-Za-z]+)?|all(?:\s[a-z]+)?|(?:the|his|her)(?:\s[A-Z]\w+)?(?:\s[a-z]+){1,2}"
    rf"|{_NAME}(?:\sand\s{_NAME})?"
)

_ACCEPTED_TOO = re.compile(
    r"\b(?:invited|invitation)\b[^.;]{0,120}?(?:,\s(?:an?\s\w+\s)?which\s(?:the\s)?[\w’' -]{2,40}?\s(?:\w+ly\s)?accepted|"
    r",?\sand\s(?:the|this|that|his|her)\sinvitation\swas\s(?:\w+ly\s)?accepted)\b"
)
"""An invitation in which the other one speaks, too: "invited Dale to Lakeside, and the invitation was accepted"."""

_WHILE = re.compile(
    r"\W*(?:While|Whereas|Although|Where)\s(?P<who>(?:the\s)?[A-Z][\w’'-]*(?:\s(?:of\s)?[A-Z][\w’'-]*){0,5})\s(?P<verb>[a-z]+)\b"
)
"""Who says something in a clause before that of another: "While |the Chancellor| |insisted| on it, the President did not"."""

_IN_TALKS_WITH = re.compile(
    r"\W*(?:(?:In|During|At) (?:his|her|the|a|an) (?:\w+ )?(?:conversation|call|meeting|talks|discussions?|exchange) with|With) "
    r"(?P<who>[^,]{3,80}),"
)
"""With whom somebody spoke of what follows: "In her meeting with |Minister Brook|, the Prime Minister also discussed ..."."""

_WITH_THEM = re.compile(r"\s+with\s+(?:him|her|them)\b")
"""Who else spoke of it: "discussed| with her| the harbour"."""

_VIEW = "view|opinion|assessment|judge?ment|words"
_IN_VIEW = re.compile(
    rf"\W*In (?P<who>[^,;:.]{{2,60}}?)['’]s? (?:shared |common |joint )?(?P<view>{_VIEW})(?:,|(?=\s(?:the|a|it|there)\b))"
    rf"|\W*In the (?P<opinion>{_VIEW}) of (?P<whose>[^,;:.]{{2,60}}?),"
    rf"|[^;:]{{3,200}}?\sin (?P<of>[^,;:.]{{2,60}}?)['’]s? (?P<last>{_VIEW})(?=[,.;])"
    r"|\W*(?P<to>For|To) (?P<whom>(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){1,5}),"
)
"""In whose view something is so."""

_IN_WHOSE = (("who", "view"), ("whose", "opinion"), ("of", "last"), ("whom", "to"))

_HEARD_FROM = re.compile(
    r"\b(?:heard|listened)\s+(?:\w+\s+)?(?:from|to)\s+(?P<who>[^;:]{3,160}?),?\s+who\s+(?P<verb>[a-z]+ed|said|told)\b"
)
"""Whose words those who met were given: "heard from |Ana Brook, who |reported"."""

_DOING = re.compile(
    r"\W*[A-Z][a-z]+ing\s[^,.;]{3,80},\s+(?P<who>(?:the\s)?[A-Z][\w’'-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]*){0,5})(?=\s[a-z])"
)
"""What somebody does beside it, at the head of a sentence: "Welcoming the Minister, |the President said"."""

_BEFORE_VERB = re.compile(
    r"\W*(?:[A-Z][^.;:]{2,80}?,\s)?(?P<who>(?:[Tt]he\s)?(?:(?:Dr|Mr|Ms|Mrs|Amb)\.\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for)\s(?:the\s)?)?[A-Z][\w’'-]*){0,5})"
    r"(?:,\s[a-z][^,.;]{3,80},)?\s(?:(?:also|further|then|again)\s)?(?P<verb>[a-z]+ed)\b"
)
"""A name or an office with its verb, a clause between commas beside it: "Minister Brook, calling it a crime, |responded"."""

SEVERAL = 2
"""More parties than these are met one after the other, or all at once."""

ACCOUNT = Told((REPORTER,), "narration", "account")
"""What the writer tells of a meeting: who met whom, when, where and at whose wish."""


class Meeting:
    """An account of a meeting and its parties."""

    def __init__(self, text: str, cast: Cast, parties: tuple[str, ...], mean: Mean) -> None:
        self.text, self.cast = text, cast
        self.meant = PartiesMeant(text, cast, parties, mean)
        self.guests = Guests(text, cast, parties)
        self.list: Told | None = None
        self.staff: set[str] = set()
        self.ended = 0

    def tell(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What a sentence tells; who alone spoke in it is whom "he" and "she" mean in the next one."""
        subject = said.whole_subject or said.subject
        by_host = subject is not None and self.meant.is_one(subject, self.guests.host)
        if guest := self.guests.met_at(whole, subject, self.meant.parties, by_host=by_host):
            self.meant.turn_to(self.guests.host, guest)
        item = self._item(whole, said)
        first = None if item else self._tell(whole, said)
        told = item or self._with_another(first, whole) or self._by_agency(said)
        if not item:
            self.list = told if told != ACCOUNT and self.text[slice(*whole)].rstrip().endswith(":") else None
        self.heard(told, whole[1])
        if first and told and told.speakers[:1] == first.speakers != told.speakers:
            self.meant.alone = first.speakers[0]
        return told

    def heard(self, told: Told | None, end: int) -> None:
        """Take note of what was told up to a place, also where it is quoted."""
        self.meant.heard(told.speakers if told and told != ACCOUNT else (), end)
        self.ended = end

    def _with_another(self, told: Told | None, whole: tuple[int, int]) -> Told | None:
        """What two say in one sentence is both's: "The Minister thanked the envoy, and the envoy praised the harbour"."""
        if told is None or told.how != "party" or len(told.speakers) != 1 or not told.verb:
            return told
        with_whom = _IN_TALKS_WITH.match(self.text, *whole)
        if with_whom and self.text[slice(*told.verb)].casefold() in ReadoutWords.read().discussed:
            other = self.meant.one(with_whom.span("who"))
            return told._replace(speakers=(*told.speakers, other)) if other and other not in told.speakers else told
        if _WITH_THEM.match(self.text, told.verb[1]):
            return told._replace(speakers=self.meant.all_of("", whole), how="everybody")
        if (first := self._in_first_clause(whole, told.verb[0])) and first not in told.speakers:
            return told._replace(speakers=(first, *told.speakers))
        if _ACCEPTED_TOO.search(self.text, told.verb[0], whole[1]) and len(self.meant.parties) == 2:
            return told._replace(speakers=self.meant.parties, how="everybody")
        for joined in self._joined(told.verb[1], whole[1]):
            if means_all(joined["who"]):
                return told._replace(speakers=self.meant.all_of(joined["who"], joined.span("who")), how="everybody")
            second = self.meant.beside(joined.span("who"))
            if others := [id for id in second if id not in told.speakers]:
                return told._replace(speakers=(*told.speakers, *others))
        return told

    def _in_first_clause(self, whole: tuple[int, int], verb: int) -> str | None:
        """Who says something before a semicolon, or beside it: "The Minister asked for help; the envoy agreed"."""
        beside = _WHILE.match(self.text, whole[0], verb)
        if beside and tells_so(self.text, *beside.span("verb"), verb):
            return self.meant.one(beside.span("who"))
        ends = self.text.rfind("; ", whole[0], verb)
        first = self._party_first((whole[0], ends)) if ends > 0 else None
        return self.meant.one(first) if first else None

    def _joined(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The further main clauses of a sentence whose verb tells what somebody said."""
        found = _another().finditer(self.text, start, end)
        return (each for each in found if tells(each["verb"]) or _says_too().match(self.text, each.start("verb")))

    def _said_by_all(self, whole: tuple[int, int]) -> re.Match[str] | None:
        """The first further clause of a sentence in which all of them said something."""
        return next((each for each in self._joined(*whole) if means_all(each["who"])), None)

    def _item(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """An item of a list that a sentence leads to, "They discussed the following:", is whose that sentence is."""
        words = self.text[slice(*whole)]
        goes_on = self.list is not None and not said.attributions and (is_item(words) or words[:1].islower())
        return self.list._replace(content=whole, mentions=(), cue=None, verb=None) if self.list and goes_on else None

    def _tell(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What a sentence tells: what a party or all of them said, or that they met; None where it is another matter."""
        said = self._without_publisher(said)
        if number := _NUMBER.match(self.text, *whole):
            whole = (number.end(), whole[1])
        ways = (
            self._signed,
            self._discussed,
            self._account,
            self._covered,
            self._done_by_one,
            self._accepted,
            self._heard_from,
            self._relayed,
            self._in_view,
            self._by_subject,
            self._by_second_clause,
            self._by_another,
        )
        return next((told for way in ways if (told := way(whole, said))), None)

    def _by_agency(self, said: Speech) -> Told | None:
        """What nobody but an agency tells is the account: "Presidents Brook and Dale spoke by phone, Reuters reports"."""
        alone = said.main is not None and is_agency(self.text[slice(*said.main.source)])
        return ACCOUNT if alone else None

    def _signed(self, whole: tuple[int, int], said: Speech) -> Told | None:
        return ACCOUNT if not said.attributions and is_signing(self.text, *whole) else None

    def _discussed(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What was discussed without saying by whom; not where one says it: "The Minister said that trade was discussed"."""
        verb = discussed_at(self.text, *whole)
        if not verb or any(verb[0] >= each.cue.start or verb[0] in range(*each.content) for each in said.attributions):
            return None
        return self._everybody(whole, verb)

    def _account(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What the writer tells of the occasion, of who else was there, and of what is to follow."""
        if not said.attributions and is_of_the_occasion(self.text, *whole):
            return ACCOUNT
        beside = tells_when_said(self.text, *whole) or (
            not said.attributions and is_beside_the_talks(self.text, *whole)
        )
        told = beside or self._leads_in(whole, said)
        return ACCOUNT if told else None

    def _covered(self, whole: tuple[int, int], _: Speech) -> Told | None:
        """What a meeting was about: "Their discussions focused on trade"."""
        verb = covered_at(self.text, *whole)
        return self._everybody(whole, verb) if verb else None

    def _done_by_one(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What one did, told as what was done: "The request was accepted by the Minister"."""
        by = done_by_one_at(self.text, *whole)
        first = min((each.cue.start for each in said.attributions), default=whole[1])
        one = self.meant.one(by[0]) if by and by[1][0] < first else None
        return told_by_act((one,), "party", by[0], by[1], whole[1]) if by and one else None

    def _accepted(self, whole: tuple[int, int], _: Speech) -> Told | None:
        """Who accepts the invitation of the one who spoke last: "The invitation was accepted with pleasure"."""
        accepted = accepted_at(self.text, *whole)
        others = [id for id in self.meant.parties if id not in self.meant.before]
        if not accepted or len(self.meant.before) != 1 or len(others) != 1:
            return None
        return told_by_act((others[0],), "party", *accepted, whole[1])

    def _heard_from(self, whole: tuple[int, int], _: Speech) -> Told | None:
        """What somebody told those who met: "They heard from Ana Brook, who reported that ..."."""
        heard = _HEARD_FROM.search(self.text, *whole)
        people = self.cast.find_all_in(heard["who"]) if heard else []
        if not heard or len(people) != 1 or not tells(heard["verb"]):
            return None
        return told_by_act((people[0],), "party", heard.span("who"), heard.span("verb"), whole[1])

    def _in_view(self, whole: tuple[int, int], _: Speech) -> Told | None:
        """What is so in somebody's view: "In the Minister's view, the road ought to be open"."""
        view = _IN_VIEW.match(self.text, *whole)
        if view is None:
            return None
        whose, what = next(two for two in _IN_WHOSE if view[two[0]])
        if means_all(view[whose]):
            return self._everybody(whole, view.span(what))
        who = self.meant.one(view.span(whose))
        return told_by_act((who,), "party", view.span(whose), view.span(what), whole[1]) if who else None

    def _relayed(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What a spokesperson says of the meeting."""
        if not said.main or not self._is_staff(said.main.source):
            return None
        same = [each for each in said.attributions if each.source == said.main.source]
        return self._told_by_a_spokesperson(whole, max(same, key=lambda each: each.content.start))

    def _by_subject(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What the party said or did, or all of them, whom the subject of the main clause means."""
        subject, said = self._subject(whole, said)
        if subject is None or any(each.shape == "source" for each in said.attributions):
            return None
        before = self.meant.before
        if len(before) == 1 and means_all(self.text[slice(*subject)]) and self._is_said_of_all(subject, whole):
            return Told(before, "carried", "carried", content=whole)
        act = act_of(self.text, subject, whole[1])
        if act.what == "talked":
            return self._everybody(whole, act.verb)
        speakers = self.meant.by_subject(said.subject or subject, subject)
        if not speakers or act.verb is None:
            return None
        told = told_by_act(speakers, "party", subject, act.verb, whole[1])
        return told if act.what == "said" else self._met(told, whole)

    def _by_second_clause(self, whole: tuple[int, int], _: Speech) -> Told | None:
        """What all of them said in the second clause of a sentence: "A road is to come, and the two welcomed it"."""
        of_all = self._said_by_all(whole)
        return self._everybody(whole, of_all.span("verb")) if of_all else None

    def _by_another(self, whole: tuple[int, int], said: Speech) -> Told | None:
        """What somebody said who is named and none of the parties: "President Brook of Tolvia promised to help"."""
        if said.subject is None or said.attributions:
            return None
        subject = said.whole_subject or said.subject
        act = act_of(self.text, subject, whole[1])
        who = self.cast.person_at(*said.subject) if act.what == "said" else None
        if not who or who in self.meant.parties or act.verb is None:
            return None
        return told_by_act((who,), "party", subject, act.verb, whole[1])

    def _subject(self, whole: tuple[int, int], said: Speech) -> tuple[tuple[int, int] | None, Speech]:
        """The subject of the main clause; where the words tell it better than the parse, without what the parse took for it."""
        all_of_them = subject_by_words(self.text, *whole)
        subject = said.whole_subject or said.subject or all_of_them or self._party_first(whole)
        if subject is None:
            return None, said
        with_whom = _IN_TALKS_WITH.match(self.text, *whole)
        host = _BEFORE_VERB.match(self.text, with_whom.end(), whole[1]) if with_whom else None
        if with_whom and host and subject[0] < with_whom.end() and tells(host["verb"]):
            return host.span("who"), said._replace(subject=None)  # "With Mr. Dale, |the Minister| reviewed"
        if all_of_them and subject[0] == all_of_them[0] and tells_at(self.text, all_of_them[1]):
            subject = all_of_them  # the parse took the verb for a part of the subject
        if all_of_them and ";" in self.text[all_of_them[1] : subject[0]]:
            return all_of_them, said._replace(subject=None)  # ... the second clause for the main one
        before = said.main is not None and not said.main.deep and said.main.shape == "before"
        if said.main and before and said.main.source[0] < subject[0]:
            subject, said = said.main.source, said._replace(subject=None)  # ... what is told for the subject
        doing = _DOING.match(self.text, *whole)
        if doing and subject[0] < doing.start("who"):
            subject, said = doing.span("who"), said._replace(subject=None)  # ... what is done, or two in one
        return subject, said

    def _everybody(self, whole: tuple[int, int], verb: tuple[int, int] | None) -> Told:
        """What all parties spoke of, by the verb that tells it."""
        speakers = self.meant.all_of("", (whole[0], whole[0]))
        with_whom = _IN_TALKS_WITH.match(self.text, *whole) if len(self.meant.parties) > SEVERAL else None
        other = self.meant.one(with_whom.span("who")) if with_whom else None
        if other and other != self.meant.host:
            speakers = (self.meant.host, other)
        return Told(speakers, "indirect", "everybody", content=whole, verb=verb)

    def _party_first(self, whole: tuple[int, int]) -> tuple[int, int] | None:
        """The party before the first verb where the parse sees no subject: "At her wish, |the President of Tolvia| shared"."""
        found = _BEFORE_VERB.match(self.text, *whole)
        told = found and tells(found["verb"]) and self.meant.one(found.span("who"))
        return found.span("who") if found and told else None

    def _without_publisher(self, said: Speech) -> Speech:
        """What is told without who only tells of the meeting: "They discussed trade, a press release reads"."""
        sources = [each.source for each in said.attributions]
        told = [
            each for each in sources if _PUBLISHES.fullmatch(self.text, *each) or is_agency(self.text[slice(*each)])
        ]
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
        if subject is None or not words.endswith(":") or not _leads_in().search(words):
            return False
        who = self.text[slice(*subject)]
        quoted = self.text[whole[1] : whole[1] + len("\n\n“")].lstrip()[:1] in ("“", '"')
        return (
            quoted or is_staff(who) or _a_text().match(who) is not None or not self.meant.by_subject(subject, subject)
        )

    def _told_by_a_spokesperson(self, whole: tuple[int, int], main: Attribution) -> Told | None:
        """What a spokesperson tells of a call: what all spoke of, "that the call dealt with trade"; what one of them said.

        What else the only one says who is named is that one's: "The spokesman noted that many have come".
        """
        start, end = main.content
        if covered := _CALL_COVERED.match(self.text, start, end):
            act = act_of(self.text, covered.span("subject"), end)
            if act.what == "talked" or (act.what == "said" and means_all(covered["subject"])):
                return self._everybody(whole, act.verb)
        first = _THAT.match(self.text, start, end)
        one = _BEFORE_VERB.match(self.text, first.end() if first else start, end)
        if one and tells(one["verb"]) and (who := self.meant.one(one.span("who"))):
            return told_by_act((who,), "party", one.span("who"), one.span("verb"), end)
        if len(self.staff) == 1 and main.said:
            return told_by_act(tuple(self.staff), "named", main.source, main.said, end)
        return None

    def _is_staff(self, mention: tuple[int, int]) -> bool:
        """Whether a mention is a spokesperson, by what it says or by the office that the text tells."""
        words = self.text[slice(*mention)]
        meant = None if is_pronoun(words) else self.meant.mean(mention)
        beside = OFFICE_BESIDE.match(self.text, mention[1])
        role = self.cast.people[meant.id].role if meant and meant.id in self.cast.people else ""
        if meant and ((beside and is_staff(beside[0])) or is_staff(role)):
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
        if len(told.speakers) == 1:
            self.meant.acted(told.speakers[0])
        one, all_of_them = tells_more(self.text, told.cue[1] if told.cue else whole[0], whole[1])
        if one and one != all_of_them:  # "received a call and discussed trade" is what both did
            return told._replace(verb=one)
        if all_of_them:
            return told._replace(speakers=self.meant.parties, how="everybody", verb=all_of_them)
        if each := self._said_by_all(whole):
            speakers = self.meant.all_of(each["who"], each.span("who"))
            return told._replace(speakers=speakers, how="everybody", verb=each.span("verb"))
        return ACCOUNT


@cache
def _leads_in() -> re.Pattern[str]:
    """A word of a sentence with a colon behind which a text follows: "The Ministry |issued this:"."""
    return re.compile(rf"\b{any_of(ReadoutWords.read().leads_in)}\b")


@cache
def _a_text() -> re.Pattern[str]:
    """What somebody issued is nobody: "The statement on the call between Brook and Dale reads:"."""
    return re.compile(rf"[Tt]he\s+(?:\w+\s+)?(?:{any_of(ReadoutWords.read().texts)}|press release)\b")


@cache
def _another() -> re.Pattern[str]:
    """The second main clause of a sentence, with who is its subject: ", and |the envoy| |praised| the harbour"."""
    joins = (
        r"(?:;|,\swhich|,\swith|,?\s(?:and|while|whereas|whereupon|(?:to|for|on|with)\swhich,?"
        rf"|an?\s(?:\w+\s)?{any_of(ReadoutWords.read().taken_up)}\s(?:with\s)?(?:that|which)))"
    )
    return re.compile(
        rf"{joins}\s(?P<who>{_SECOND})(?:,\s(?:who|whose|for|in|speaking)\b[^,.;]{{2,120}},)?"
        r"\s(?:(?:also|then|both|\w+ly|in\sturn)\s)*"
        r"(?P<verb>(?!about\b|but\b)[a-z]+(?:ed|oke|aid|old|ose|ut|et|ave|ook|ade|ing))\b"
    )


@cache
def _says_too() -> re.Pattern[str]:
    """Further verbs by which the second of two says something: ", and the envoy |argued| that".

    What is told of others in such a clause has none of them.
    """
    return re.compile(
        rf"(?:{any_of(ReadoutWords.read().said_too)}|put forward|(?:spoke|talked) (?:about|of)|"
        r"(?:pointed|set|laid|spelled) out|made (?:clear|the case))\b"
    )
