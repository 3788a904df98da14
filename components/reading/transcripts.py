"""Part of the composer: who has the floor behind the labels of a transcript, before the first and below the last.

Ana Brook: We opened the harbour.          her turn, up to the next label
Q  And the ferry?                          the press, or somebody of it by name
A: It sails.                               whoever answers, of whom the title or the text above tells
Chair: Thank you.                          who chairs, if that is said above; else the moderator
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from components.model.codebook import MODERATOR, REPORTER, UNKNOWN
from components.model.lexicons import any_of
from components.model.statements import Genre
from components.reading.accounts import ReadoutWords
from components.reading.actors import Cast
from components.reading.addresses import SPOKEN, is_above
from components.reading.issuers import acting_in, side_of_acts
from components.reading.labels import (
    answers,
    askers,
    asks,
    chaired_by,
    chairs,
    hosts,
    is_of_several,
    is_of_staff,
    is_outlet,
    is_press_event,
    moderates,
    staff_in,
)
from components.reading.offices import ends_in_office
from components.reading.officials import SPOKES
from components.reading.persons import without_article
from components.reading.quoted import Before
from components.reading.sources import Sources
from components.reading.speakers import Speech
from components.reading.spoken_for import asked_for_its_view
from components.reading.told import Mention, Told, paragraph_of
from components.reading.voices import Voice

REACH_OF_ANSWER = 2_000
"""Characters before an answer without a name in which the one who answers is looked for."""

LINE = 120
"""Characters of a line alone that names who meets the press."""

OPENING = 600
"""Characters at the head of a briefing without labels in which its spokesperson is heard to speak."""

_ANNOUNCES = re.compile(r"\bwill\b")
"""What tells that somebody who is known to speak alone announces something, in whatever person."""

_I = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|me|you|You|your)\b")

SPOKESPERSON = "Spokesperson"
"""Who answers where nobody but the press has a label, and the title names nobody."""

_ITEM = re.compile(r"\(\d{1,2}\)\s[A-Z][^.?!:;\n]{3,90}")


class Transcript:
    """The turns of a text. `opener` is who speaks before the first label, `alone` whether one government alone is heard."""

    def __init__(self, text: str, genre: Genre, title: str, cast: Cast, sources: Sources, before: Before) -> None:
        self.text, self.genre, self.title, self.cast = text, genre, title, cast
        self.sources, self.before = sources, before
        self.alone = is_press_event(title) and not is_of_several(title)
        self.opener: str | None = None
        self.answers_unnamed: str | None = None
        self.has_turns = self.only_asks = self.begun = self.below_turns = False
        self.last_label = (0, 0)
        self.askers: frozenset[str] = frozenset()
        self.hosts: frozenset[str] = frozenset()
        self.answerer: str | None = None
        self.chair: str | None = None
        self.bearers: dict[str, str] = {}

    def take(self, sentences: Sequence[tuple[int, int]], voices: Sequence[Voice | None]) -> None:
        """Take note of the labels of a transcript: whom they name, behind which the press asks, and what stands before."""
        labels = [voice.source if voice and voice.how == "turn" else None for voice in voices]
        turns: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for label, sentence in zip(labels, sentences, strict=True):
            if label:
                turns.setdefault(label, []).append(sentence)
        words = {label: [self.text[slice(*each)] for each in told] for label, told in turns.items()}
        self.has_turns = bool(words)
        self.last_label = max(words, default=(0, 0))
        before = next((i for i, label in enumerate(labels) if label), 0)
        opening = self.text[: sentences[before - 1][1]] if before else ""
        said = {label: (self.text[slice(*label)], " ".join(each)) for label, each in words.items()}
        self.askers = askers(said.values(), self.title, f"{self.title}\n{opening}")
        self.hosts = hosts((turn for label, turn in said.items() if not self._asks(label)), self.title)
        name = chaired_by(opening)
        self.chair = self.cast.find_in(name) or (self.cast.introduce_signer(name, "Chair") if name else None)
        for label in words:
            if not self._asks(label):
                self.cast.introduce_label(*label)
                self.cast.introduce_initials(*label)
                self.cast.learn_holder(self.text[slice(*label)])
        in_turns = (self.cast.find_in(self.text[slice(*label)]) for label in words if not self._asks(label))
        self.before.in_turns = tuple(dict.fromkeys(id for id in in_turns if id))
        self._find_bearers(turns)
        self.cast.own.update(self.cast.find_all_in(self.title) if is_of_staff(self.title) else ())
        self.only_asks = bool(words) and all(self._asks(label) for label in words)
        if self.only_asks and (self.alone or any(is_outlet(self.text[slice(*label)]) for label in words)):
            self.answerer = self.cast.find_in(self.title) or self._spokesperson()
        unlabelled = not words and is_of_staff(self.title)
        opening = self.text[:OPENING] if unlabelled else opening
        if self.genre == "transcript" and (before or unlabelled) and (is_press_event(self.title) or self.answerer):
            office, in_title = staff_in(self.title), self.cast.find_in(self.title)
            staff = self.cast.unnamed(office) if office and not in_title else None
            above = self.cast.find_in(opening)
            own = above is not None and self._speaks_for_others(above, opening)
            named = in_title or (above if own else None) or staff or self.answerer or above
            announces = (self.alone or self.answerer) and _ANNOUNCES.search(opening)
            self.opener = named if SPOKEN.search(opening) or announces else None
            self.cast.own.update([named] if self.alone and named else ())

    def _find_bearers(self, turns: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> None:
        """Who has the word behind an office alone, where whoever it would mean is told of there: nobody names themselves.

        "PRIME MINISTER: I thank Prime Minister Brook, our host." It is who holds the office by the table of office-holders for
        those who speak here, else the office. Whom the title names may be told of by themselves.
        """
        offices: dict[str, list[tuple[int, int]]] = {}
        for label in turns:
            words = self._label(label)
            if not self._asks(label) and ends_in_office(without_article(words)):
                offices.setdefault(words, []).append(label)
        in_title = set(self.cast.find_all_in(self.title))
        for words, labels in offices.items():
            meant = self.sources.mean(labels[0])
            own_words = [turn for label in labels for turn in turns[label]]
            told_of = {id for turn in own_words for _, id in self.cast.named_between(*turn)} - in_title
            if meant and meant.id in told_of:
                own = self.cast.issuer or self.cast.issuer_by_offices(self.before.in_turns)
                self.bearers[words] = self.cast.unnamed(words, [meant.id], own or None)

    def _label(self, label: tuple[int, int]) -> str:
        return " ".join(self.text[slice(*label)].casefold().split())

    def _spokesperson(self) -> str:
        """Who answers without a name, for the country or body that is asked for its view, else that acts in the answers."""
        id = self.cast.unnamed(staff_in(self.title) or SPOKESPERSON)
        if side := asked_for_its_view(self.text, self.cast) or side_of_acts(self.cast):
            self.cast.speaks_for(id, side)
        return id

    def _speaks_for_others(self, id: str, opening: str) -> bool:
        """Whether somebody named in the opening is its spokesperson: "Ana Brook, Spokesman", "Spokesperson and Envoy Bo Dale"."""
        lines = (line for line in opening.splitlines() if SPOKES in line.casefold() and len(line) < LINE)
        return SPOKES in self.cast.people[id].role.casefold() or any(self.cast.find_in(line) == id for line in lines)

    def _asks(self, label: tuple[int, int]) -> bool:
        words = self._label(label)
        return asks(words) or words in self.askers

    def is_item(self, whole: tuple[int, int]) -> bool:
        """Whether a line in a transcript is the heading of one of its items: "(2) Inspection of the harbour"."""
        return self.genre == "transcript" and _ITEM.fullmatch(self.text, *whole) is not None

    def opening(self, whole: tuple[int, int]) -> Told:
        """What stands before the first label of a press conference is its host's own opening, but for who and where."""
        self.begun = self.begun or not is_above(self.text, whole, self.opener, self.cast)
        if self.opener is None or not self.begun:
            return Told((REPORTER,), "narration", "aside")
        return Told((self.opener,), "direct", "orator", content=whole)

    def tell(self, whole: tuple[int, int], label: tuple[int, int]) -> Told:
        """Whose a sentence is by the label that holds for it."""
        words = self._label(label)
        if self._asks(label):
            if (
                self.answerer and "\n" in self.text[label[1] : whole[0]]
            ):  # nobody else has a label: a paragraph is a turn
                return Told((self.answerer,), "direct", "answer", content=whole)
            return Told((REPORTER,), "narration", "press")
        if self.chair and chairs(words):
            return Told((self.chair,), "direct", "turn", content=whole, mentions=(Mention(self.chair, "named", label),))
        if moderates(words) or words in self.hosts:
            return Told((MODERATOR,), "direct", "host", content=whole)
        if answers(words):
            who = self.answers_unnamed = self._who_answers(label[0])
            self.cast.own.update([who] if who else ())
            return Told((who or UNKNOWN,), "direct", "answer", content=whole)
        meant = self.sources.mean(label)
        id = self.bearers.get(words) or (meant.id if meant else UNKNOWN)
        if meant and (side := self.cast.sides.told_by_label(self.text, label)):
            self.cast.speaks_for(id, side)
        self.cast.own.update([id] if self.alone and meant else ())
        return Told((id,), "direct", "turn", content=whole, mentions=(Mention(id, "named", label),))

    def _who_answers(self, label: int) -> str | None:
        """Behind "A:" answers who did before, else who spoke last, else the first one named in what stands above."""
        above = self.text[max(label - REACH_OF_ANSWER, 0) : label]
        named = self.answers_unnamed or self.cast.last_speaker() or self.cast.find_in(above)
        named = named or self.cast.find_in(self.title)
        return named or self.cast.office_in(self.title) or next(iter(acting_in(self.cast)), None)

    def below(self, whole: tuple[int, int], said: Speech, own: Told) -> Told | None:
        """The writer's account below the last turn, which has paragraphs of its own and no first person."""
        if whole[0] < self.last_label[1] or own.form != "direct" or own.how not in ("turn", "answer", "host"):
            return None
        new = "\n" in self.text[max(self.before.end, self.last_label[1]) : whole[0]]
        if new or not self.below_turns:
            named = said.subject and self.sources.how(said.subject) == "named"
            subject = self.cast.person_at(*said.subject) if said.subject and named else None
            after = not is_press_event(self.title) and _after_talks().match(self.text, *whole)
            theirs = subject in own.speakers or bool(after)
            self.below_turns = new and theirs and not _I.search(self._paragraph(whole))
        return Told((REPORTER,), "narration", "aside") if self.below_turns else None

    def _paragraph(self, whole: tuple[int, int]) -> str:
        end = self.text.find("\n", whole[1])
        return self.text[paragraph_of(self.text, whole[0]) : end if end >= 0 else len(self.text)]


@cache
def _after_talks() -> re.Pattern[str]:
    """How the writer goes on below the last words of a meeting: "Following the talks, the two Ministers visited ..."."""
    return re.compile(
        r"(?:Following|After|At the end of)\s+(?:the|their|these)\s+(?:[\w-]+\s+){0,3}?"
        rf"{any_of(ReadoutWords.read().followed)}\b[^,.]{{0,40}},\s+(?!(?:I|we|our|my|you|your)\b)[^.]*\b\w+ed\b"
    )
