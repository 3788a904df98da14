"""The sentences that pages open with. Each is a pattern with the condition under which it is true; the first that holds is said.

Persons are named for their own words, a side by its capital. What is only relayed is never counted as anybody's own. All is
counted from the statements that are shown, so a filter makes another sentence or none. Where nothing stands out, that is
said. A headline has at most 80 characters.

`PATTERNS` is the whole list: for each question of a page its patterns, from the most to the least telling.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

import pandas as pd

from components.analysis.english import capital, counted, every, is_or_are, listed, number, possessive, share, times
from components.analysis.filters import QUESTIONS, StatementFilter
from components.analysis.measures import MeanInterval
from components.analysis.summaries import EvidenceOf, dates_named, statements_by_topic, tone_by_section
from components.analysis.view import Order
from components.analysis.voices import is_relayed
from components.model.codebook import OTHER, REPORTER, UNKNOWN, Codebook
from components.model.scores import MAIN_SCORE, SCORES, TONES, Tone
from components.model.statements import ENOUGH, NEAR_ZERO

HEADLINE = 80
"""Characters of a headline at most."""

LEADS = 0.4
"""Of less than this share of the statements nobody is said to lead."""

FEW = 3
"""Of fewer statements nothing is concluded from a silence, or from a late place in the article."""

WIDESPREAD = 4
"""A topic comes up widely in so many sections."""

Question = Literal["who", "topics", "tone", "along", "calendar"]


class Voice(NamedTuple):
    """Who gives a statement: every statement has one voice. `speakers` and `via` are ids of actors.

    Kinds: `own` words of the speakers; `relayed`, as `via` tells them; the `reporter`; `unknown`, whose speaker was not found.
    """

    kind: Literal["own", "relayed", "reporter", "unknown"]
    speakers: tuple[str, ...] = ()
    via: str = ""


@dataclass(frozen=True)
class Facts:
    """What the patterns look at: the statements that are shown, what was asked for, and what things are called.

    `names` and `sides` are by actor; `sections` are the titles of the whole article's sections, `score` the one that orders
    the statements or that a page on tone shows.
    """

    statements: pd.DataFrame
    codebook: Codebook
    names: Mapping[str, str]
    sides: Mapping[str, str]
    sections: Sequence[str]
    evidence_of: EvidenceOf = field(default_factory=dict)
    asked: StatementFilter = field(default_factory=StatementFilter)
    order: Order = "article"
    score: str = MAIN_SCORE.key

    # --- Who gives the statements ---

    @cached_property
    def voices(self) -> list[Voice]:
        """The voice of each statement."""
        columns = (self.statements["speakers"], self.statements["via"])
        return [self._voice(speakers, via) for speakers, via in zip(*columns, strict=True)]

    def _voice(self, speakers: tuple[str, ...], via: str) -> Voice:
        if all(self.sides.get(who) == REPORTER for who in speakers):
            return Voice("reporter")
        if UNKNOWN in speakers:
            return Voice("unknown")
        return Voice("relayed", speakers, via) if via else Voice("own", speakers)

    @cached_property
    def ranked(self) -> list[tuple[Voice, int]]:
        """The voices with their numbers of statements, which add up to all; most first, then as they come up."""
        return Counter(self.voices).most_common()

    @cached_property
    def leader(self) -> Voice | None:
        """The voice with most statements, where it is one and has enough of them."""
        if not self.ranked or self.ranked[0][1] < LEADS * len(self.voices):
            return None
        if len(self.ranked) > 1 and self.ranked[1][1] == self.ranked[0][1]:
            return None
        return self.ranked[0][0]

    def side(self, who: str) -> str:
        """The side of an actor."""
        return self.sides.get(who, OTHER)

    @cached_property
    def through(self) -> dict[str, Counter[str]]:
        """The sides that are heard only through others: by side, who relays it and how often. Unknown sides are left out."""
        relayed: dict[str, Counter[str]] = {}
        itself: set[str] = set()
        for voice in self.voices:
            for side in {self.side(who) for who in voice.speakers}:
                if is_relayed(side, voice.via, self.sides):
                    relayed.setdefault(side, Counter())[voice.via] += 1
                else:
                    itself.add(side)
        return {side: via for side, via in relayed.items() if side not in itself and side != OTHER}

    # --- What they are called ---

    @cached_property
    def _shared(self) -> set[str]:
        return {name for name, count in Counter(self.names.values()).items() if count > 1}

    def name(self, who: str) -> str:
        """An actor's name, in the middle of a sentence."""
        return "the reporter" if who == REPORTER else self.names.get(who, who)

    def told_apart(self, people: Iterable[str]) -> bool:
        """Whether no two actors of the article share one of these names."""
        return not self._shared & {self.name(who) for who in people}

    def label(self, topic: str) -> str:
        """What a topic is called."""
        return self.codebook.topic(topic).label

    # --- On what, and where ---

    @cached_property
    def topics(self) -> pd.DataFrame:
        """`statements_by_topic` of what is shown."""
        return statements_by_topic(self.statements, self.codebook)

    @cached_property
    def sections_of(self) -> dict[str, set[int]]:
        """The sections in which each topic comes up; most statements first, as in `topics`."""
        places: dict[str, set[int]] = {topic: set() for topic in self.topics["topic"]}
        for section, topics in zip(self.statements["section"], self.statements["topics"], strict=True):
            for topic in topics:
                places[topic].add(section)
        return places

    # --- In which tone ---

    @cached_property
    def tone(self) -> pd.DataFrame:
        """`tone_by_section` of what is shown, by its score."""
        return tone_by_section(self.statements, self.sections, [SCORES[self.score]])

    def asks_only(self, *names: str) -> bool:
        """Whether the filter asks for these fields and for nothing else."""
        asked = {name for name in QUESTIONS if self.asked.asked_of(name)}
        return asked <= set(names) and not self.asked.words


class Pattern(NamedTuple):
    """A headline: an example of it, when it is true, and what makes it. `make` gives nothing where it is not true."""

    key: str
    example: str
    holds: str
    make: Callable[[Facts], str]


class Found(NamedTuple):
    """A headline, and which pattern made it."""

    key: str
    text: str


def headline(question: Question, facts: Facts) -> Found:
    """The first pattern of a question that holds and is short enough. The last one of each question always does."""
    for pattern in PATTERNS[question]:
        said = capital(pattern.make(facts))
        if said and len(said) <= HEADLINE:
            return Found(pattern.key, said)
    raise AssertionError(question)


# --- Who ----------------------------------------------------------------------------------------


def _no_statement(facts: Facts) -> str:
    return "" if len(facts.statements) else "No statement is shown"


def _worded(facts: Facts) -> str:
    """By the filter's score where the filter asks for a tone, else by the one that orders."""
    asked = Tone(facts.order, SCORES[facts.score])
    if facts.asked.tones:
        asked = TONES[facts.asked.tones[0]] if len(facts.asked.tones) == 1 else Tone("")
    tone = asked.kind
    if tone not in ("negative", "positive") or asked.score is None:
        return ""
    values = facts.statements[asked.score.key].to_numpy(dtype=float)
    worded = values < -NEAR_ZERO if tone == "negative" else values > NEAR_ZERO
    ranked = Counter(voice for voice, fits in zip(facts.voices, worded, strict=True) if fits).most_common(2)
    whole = int(worded.sum())
    if not ranked or ranked[0][1] < LEADS * whole or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    (voice, part) = ranked[0]
    if voice.kind != "own" or len(voice.speakers) > 1:
        return ""
    things = f"{tone}ly worded statements"
    what = every(whole, things) if part == whole else f"{number(part)} of the {number(whole)} {things}"
    return f"{what} {is_or_are(what)} {possessive(facts.name(voice.speakers[0]))} own"


def _all_relayed(facts: Facts) -> str:
    """Where everything that is shown is one side's, told by another."""
    if all(voice.kind == "relayed" for voice in facts.voices) and len(facts.through) == 1:
        (side,) = facts.through
        return _only_through(facts, side) if facts.through[side].total() == len(facts.voices) else ""
    return ""


def _only_through(facts: Facts, side: str) -> str:
    via = facts.through[side]
    names = listed([facts.name(who) for who in via]) if len(via) < FEW else f"{number(len(via))} others"
    return f"{facts.codebook.voice(side)} is heard only through {names}, {times(via.total())}"


def _one_side_on_a_topic(facts: Facts) -> str:
    """The filter asks for one topic alone; what the reporter tells is not counted."""
    if len(facts.asked.topics) != 1 or not facts.asks_only("topics"):
        return ""
    told = [voice for voice in facts.voices if voice.kind != "reporter"]
    sides = {facts.side(who) for voice in told for who in voice.speakers or (UNKNOWN,)}
    if len(told) < FEW or len(sides) != 1 or OTHER in sides or sides <= set(facts.through):
        return ""
    return f"On {facts.label(facts.asked.topics[0])}, only {facts.codebook.voice(sides.pop())} is heard"


def _on_a_topic_one_leads(facts: Facts) -> str:
    said = _one_leads(facts)
    return f"On {facts.label(facts.asked.topics[0])}, {said}" if said and len(facts.asked.topics) == 1 else ""


def _one_leads(facts: Facts) -> str:
    voice = facts.leader
    if voice is None or not facts.told_apart(voice.speakers):
        return ""
    what = share(facts.ranked[0][1], len(facts.voices))
    if voice.kind == "unknown":
        return f"{what} {'has' if is_or_are(what) == 'is' else 'have'} no known speaker"
    return f"{what} {is_or_are(what)} {_whose(voice, facts, single=is_or_are(what) == 'is')}"


def _whose(voice: Voice, facts: Facts, *, single: bool) -> str:
    if voice.kind == "reporter":
        return "the reporter’s account"
    names = [facts.name(who) for who in voice.speakers]
    if voice.kind == "own":
        return possessive(names[0]) if len(names) == 1 else f"by {_together(names)}"
    whose = possessive(names[0]) if len(names) == 1 else f"by {_together(names)}"
    return f"{whose}, as {facts.name(voice.via)} tells {'it' if single else 'them'}"


def _together(names: Sequence[str]) -> str:
    return f"{listed(names)} together" if len(names) == 2 else f"{number(len(names))} speakers together"


def _one_unnamed_leads(facts: Facts) -> str:
    """Where the name is too long, or two people share it."""
    voice = facts.leader
    if voice is None or voice.kind == "reporter":
        return ""
    what = share(facts.ranked[0][1], len(facts.voices))
    relayed = ", as another tells it" if voice.kind == "relayed" else ""
    return f"{what} {is_or_are(what)} one speaker’s{relayed}" if len(voice.speakers) == 1 else ""


def _two_lead(facts: Facts) -> str:
    """Two have as many statements of their own, together most of what is shown."""
    if len(facts.ranked) < 2 or facts.ranked[0][1] != facts.ranked[1][1]:
        return ""
    most = facts.ranked[0][1]
    first = [voice for voice, count in facts.ranked if count == most]
    people = [who for voice in first for who in (voice.speakers or (REPORTER,))]
    if len(first) != 2 or most < LEADS * len(facts.voices) or len(people) != 2 or not facts.told_apart(people):
        return ""
    if any(voice.kind in ("relayed", "unknown") for voice in first):
        return ""
    names = [facts.name(who) for who in people]
    return f"{listed(sorted(names, key=lambda name: name == 'the reporter'))} have {counted(most, 'statement')} each"


def _a_side_only_through(facts: Facts) -> str:
    """The side that is relayed most often and never heard itself, under no filter that asks for people."""
    if facts.asked.speakers or not facts.through:
        return ""
    side = max(facts.through, key=lambda each: facts.through[each].total())
    return _only_through(facts, side) if facts.through[side].total() >= FEW else ""


def _no_topic_stands_out(facts: Facts) -> str:
    if len(facts.topics) < 2:
        return ""
    most = counted(int(facts.topics["count"].max()), "statement")
    return f"nothing stands out: {counted(len(facts.topics), 'topic')}, none with more than {most}"


def _nobody_leads(facts: Facts) -> str:
    people = Counter(who for voice in facts.voices if voice.kind == "own" for who in voice.speakers)
    if len(people) < 2:
        return ""
    most, whole = max(people.values()), number(len(facts.voices))
    return f"nobody leads: {counted(len(people), 'speaker')}, none with more than {number(most)} of {whole} statements"


def _nothing(facts: Facts) -> str:
    shown = len(facts.statements)
    return f"nothing stands out in {'the one statement' if shown == 1 else f'the {number(shown)} statements'} shown"


# --- Who else: the sentence under it ------------------------------------------------------------

NAMED = 3
"""So many of the others are named, the rest are counted together."""


def who_else(facts: Facts, found: Found) -> str:
    """Who else is heard, kind by kind: own words, joint ones, relayed ones, the reporter, unknown. All counts add up."""
    left = facts.ranked[_already_said(facts, found) :]
    kinds = {
        kind: [each for each in left if each[0].kind == kind] for kind in ("own", "relayed", "reporter", "unknown")
    }
    alone = Counter({voice.speakers[0]: n for voice, n in kinds["own"] if len(voice.speakers) == 1})
    joint = sum(n for voice, n in kinds["own"] if len(voice.speakers) > 1)
    reporter, unknown = (sum(n for _, n in kinds[kind]) for kind in ("reporter", "unknown"))
    parts = [
        _others_own(facts, alone),
        f"{number(joint)} {'is' if joint == 1 else 'are'} joint" if joint else "",
        *_others_relayed(facts, kinds["relayed"], found),
        f"the reporter tells {number(reporter)}" if reporter else "",
        f"of {number(unknown)}, the speaker was not found" if unknown else "",
    ]
    return " ".join(f"{capital(part)}." for part in parts if part)


def _already_said(facts: Facts, found: Found) -> int:
    """How many of the first voices the headline counts already."""
    if found.key in ("leads", "leads-on-topic", "one-leads") or (found.key == "worded" and facts.asked.tones):
        return 1
    return 2 if found.key == "two-lead" else 0


def _others_own(facts: Facts, alone: Counter[str]) -> str:
    ranked = alone.most_common()
    if not ranked:
        return ""
    (first, most), *others = ranked if len(ranked) <= NAMED else ranked[: NAMED - 1]
    parts = [f"{facts.name(first)} makes {number(most)}", *(f"{facts.name(who)} {number(n)}" for who, n in others)]
    if rest := ranked[len(parts) :]:
        parts.append(f"{number(len(rest))} others {number(sum(n for _, n in rest))} together")
    return listed(parts)


def _others_relayed(facts: Facts, relayed: Sequence[tuple[Voice, int]], found: Found) -> list[str]:
    """Sides that are heard only through others; then whom somebody relays beside them."""
    headed = set(facts.through) if found.key in ("all-relayed", "only-through") and len(facts.through) == 1 else set()
    spoken = [side for side in facts.through if side not in headed and _counts_alone(facts, relayed, side)][:NAMED]
    told = {*headed, *spoken}
    left = [each for each in relayed if {facts.side(who) for who in each[0].speakers}.isdisjoint(told)]
    return [*(_only_through(facts, side) for side in spoken), _also_relayed(facts, left)]


def _also_relayed(facts: Facts, left: Sequence[tuple[Voice, int]]) -> str:
    count = sum(n for _, n in left)
    people = list(dict.fromkeys(who for voice, _ in left for who in voice.speakers))
    if len({voice.via for voice, _ in left}) == 1 and len(people) <= NAMED:
        return f"{facts.name(left[0][0].via)} relays {listed([facts.name(who) for who in people])}, {times(count)}"
    return f"{number(count)} more {'is' if count == 1 else 'are'} relayed by others" if count else ""


def _counts_alone(facts: Facts, relayed: Sequence[tuple[Voice, int]], side: str) -> bool:
    """Whether all relayed statements of a side are its own alone and still to be told, so that counts add up."""
    own = sum(n for voice, n in relayed if {facts.side(who) for who in voice.speakers} == {side})
    return own == facts.through[side].total()


def main_topics(facts: Facts, most: int = 3) -> str:
    """A sentence on the topics with most statements; topics that tie with one left out are left out too."""
    by_topic = facts.topics
    if by_topic.empty:
        return "No statement shown has a topic."
    top = by_topic.head(most)
    if len(by_topic) > most:
        top = top[top["count"] > by_topic["count"].iloc[most]]
    if top.empty:
        return "No topic stands out."
    named = [f"{facts.label(topic)} ({count})" for topic, count in zip(top["topic"], top["count"], strict=True)]
    return f"The main topics are {listed(named)}." if len(named) > 1 else f"The main topic is {named[0]}."


# --- On what ------------------------------------------------------------------------------------


def _no_topic(facts: Facts) -> str:
    return "" if len(facts.topics) else "No statement shown has a topic"


def _heard(facts: Facts) -> tuple[dict[str, set[str]], bool]:
    """By side, in its own words: the topics on which it is heard, most statements first. And whether others are not placed."""
    topics: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    unplaced = False
    for voice, on in zip(facts.voices, facts.statements["topics"], strict=True):
        sides = {facts.side(who) for who in voice.speakers or ((UNKNOWN,) if voice.kind == "unknown" else ())}
        unplaced |= bool(on) and OTHER in sides
        for side in sorted(sides - {OTHER, REPORTER}):
            if on and not is_relayed(side, voice.via, facts.sides):
                topics.setdefault(side, set()).update(on)
                counts[side] += 1
    return {side: topics[side] for side, _ in counts.most_common()}, unplaced


def _no_side_on_topics(facts: Facts) -> str:
    heard, unplaced = _heard(facts)
    count = len(facts.topics)
    on = {1: "the one topic", 2: "either topic"}.get(count, f"any of {number(count)} topics")
    return "" if heard else f"no {'known side' if unplaced else 'side'} is heard in its own words on {on}"


def _only_side_on_topics(facts: Facts) -> str:
    heard, unplaced = _heard(facts)
    if len(heard) != 1 or unplaced or facts.asked.speakers:
        return ""
    ((side, on),) = heard.items()
    return f"{facts.codebook.voice(side)} alone is heard in its own words, on {_of_topics(len(on), len(facts.topics))}"


def _second_side_on_topics(facts: Facts) -> str:
    heard = list(_heard(facts)[0].items())
    if len(heard) < 2 or len(facts.topics) == 1:
        return ""
    side, on = heard[1]
    return f"{facts.codebook.voice(side)} is heard on {_of_topics(len(on), len(facts.topics))}"


def _sides_on_one_topic(facts: Facts) -> str:
    voices = [facts.codebook.voice(side) for side in _heard(facts)[0]]
    if len(voices) < 2:
        return ""
    named = f"{listed(voices)} are heard on the one topic"
    return named if len(named) <= HEADLINE else f"{number(len(voices))} sides are heard on the one topic"


def _first_side_on_topics(facts: Facts) -> str:
    heard, _ = _heard(facts)
    if not heard:
        return ""
    side, on = next(iter(heard.items()))
    return f"{facts.codebook.voice(side)} is heard on {_of_topics(len(on), len(facts.topics))}"


def _of_topics(part: int, whole: int) -> str:
    """Five of 14 topics; both topics; all three topics; the one topic."""
    return every(whole, "topics") if part == whole else f"{number(part)} of {number(whole)} topics"


# --- In which tone ------------------------------------------------------------------------------


def _unscored(facts: Facts) -> str:
    known = int(facts.statements[facts.score].notna().sum())
    return "" if known else f"No statement shown holds a word that {SCORES[facts.score].label} knows"


def _one_section(facts: Facts) -> str:
    tone = facts.tone
    if len(tone) != 1:
        return ""
    sign = int(tone["clear"].iloc[0])
    if not sign:
        return "What is shown is neither clearly positive nor clearly negative in its words"
    return f"What is shown is clearly {'positive' if sign > 0 else 'negative'} in its words"


def _clear_sections(facts: Facts) -> str:
    """Both signs are always said."""
    clear = facts.tone["clear"]
    counts = {"positive": int((clear > 0).sum()), "negative": int((clear < 0).sum())}
    first, second = sorted(counts, key=lambda sign: counts[sign] == 0)
    if not counts[first]:
        return ""
    one = counts[first] == 1
    begin = f"{counted(counts[first], 'section')} {'is' if one else 'are'} clearly {first} in {'its' if one else 'their'} words"
    none = counts[second] == 0
    return f"{begin}; {'none is' if none else _number_is(counts[second])} clearly {second}"


def _number_is(count: int) -> str:
    return f"{number(count)} {'is' if count == 1 else 'are'}"


def _no_clear_section(_: Facts) -> str:
    return "No section is clearly positive or negative in its words"


def scored(facts: Facts) -> str:
    """A sentence on how much a score knows of what is said, and whether any section has enough of it."""
    said = int((facts.statements["words"] > 0).sum())
    if said == 0:
        return "Nothing that is shown is reported speech, so there is no tone to score."
    label, known = SCORES[facts.score].label, int(facts.statements[facts.score].notna().sum())
    of = f"the {said:,} reported statements" if said > 1 else "the one reported statement"
    sentence = f"{label} knows a word in {known:,} of {of}."
    if known and int(facts.tone["n"].max()) < ENOUGH:
        sentence += f" No section has {number(ENOUGH)} of them, so none can be called clear."
    return sentence


def mean_said(made: MeanInterval, signed: Callable[[float], str]) -> str:
    """A section's mean with its interval, in words; nothing under five scored statements."""
    if made.n < ENOUGH:
        return ""
    return f"Mean {signed(made.mean)}, 95% interval {signed(made.low)} to {signed(made.high)}."


# --- Where and when -----------------------------------------------------------------------------


def _only_topic(facts: Facts) -> str:
    if len(facts.topics) != 1:
        return ""
    topic, count = str(facts.topics["topic"].iloc[0]), int(facts.topics["count"].iloc[0])
    places, label = facts.sections_of[topic], facts.label(topic)
    subject = "the one statement" if count == 1 else f"the {counted(count, 'statement')}"
    stand = "stands" if count == 1 else "stand"
    if len(facts.sections) == 1:
        return f"{counted(count, 'statement')} {'is' if count == 1 else 'are'} on {label}, the only topic shown"
    if len(places) == 1:
        where = _place(next(iter(places)))
        return (
            f"{subject} on {label} {stand} in {where}" if count == 1 else f"{subject} on {label} all {stand} in {where}"
        )
    return f"{subject} on {label} {stand} in {counted(len(places), 'section')}"


def _place(section: int) -> str:
    return f"section {section}" if section else "the lead"


def _widest(facts: Facts) -> str:
    """The topic that comes up in most sections, at least four; on a tie the one with more statements, then none."""
    if facts.asked.sections or not len(facts.topics):
        return ""
    counts = dict(zip(facts.topics["topic"], facts.topics["count"], strict=True))
    ranked = sorted(facts.sections_of, key=lambda topic: (-len(facts.sections_of[topic]), -counts[topic]))
    return ranked[0] if len(facts.sections_of[ranked[0]]) >= WIDESPREAD else ""


def _late(facts: Facts) -> str:
    """Of the topics that come up only in the last two sections of the article, or the last one, the largest."""
    last = len(facts.sections) - 1
    for topic, count in zip(facts.topics["topic"], facts.topics["count"], strict=True):
        if count >= FEW and facts.sections_of[topic] in ({last}, {last - 1, last}):
            return str(topic)
    return ""


def _wide_and_late(facts: Facts) -> str:
    wide, late = _widest(facts), _late(facts)
    if not wide or not late:
        return ""
    many, few = len(facts.sections_of[wide]), len(facts.sections_of[late])
    only = "the last two" if few == 2 else "the last"
    return f"{number(many)} sections speak of {facts.label(wide)}, only {only} of {facts.label(late)}"


def _wide(facts: Facts) -> str:
    wide = _widest(facts)
    if not wide:
        return ""
    many = len(facts.sections_of[wide])
    alone = sum(len(places) == many for places in facts.sections_of.values()) == 1
    return f"{number(many)} sections speak of {facts.label(wide)}, more than of any other topic" if alone else ""


def _dates_run(facts: Facts) -> str:
    dates = dates_named(facts.statements, facts.evidence_of)
    if dates.empty:
        return "No statement shown names a date"
    first, last = dates["first"].min().year, dates["last"].max().year
    alone = f"All dates behind the talk lie in {first}"
    return alone if first == last else f"The dates behind the talk run from {first} to {last}"


# --- The table ----------------------------------------------------------------------------------

_EMPTY = Pattern("empty", "No statement is shown", "the filter leaves nothing", _no_statement)
_NO_TOPIC = Pattern("no-topic", "No statement shown has a topic", "no topic was given", _no_topic)
_NO_TOPIC_OUT = Pattern(
    "nothing-stands-out",
    "Nothing stands out: eight topics, none with more than four statements",
    "none of the others holds, and there are two topics or more",
    _no_topic_stands_out,
)
_NOTHING = Pattern("nothing", "Nothing stands out in the two statements shown", "none of the others holds", _nothing)

PATTERNS: dict[Question, tuple[Pattern, ...]] = {
    "who": (
        _EMPTY,
        Pattern(
            "worded",
            "Eleven of the 16 negatively worded statements are Lee’s own",
            "the filter or the order asks for a tone; one has at least two in five of the statements that the score gives it "
            f"(more than {NEAR_ZERO} from zero)",
            _worded,
        ),
        Pattern(
            "all-relayed",
            "Paris is heard only through Lee, four times",
            "all that is shown is of one side, and another relays it",
            _all_relayed,
        ),
        Pattern(
            "one-side",
            "On trade, only Paris is heard",
            "the filter asks for one topic alone; three statements or more, the reporter’s not counted, are of one side",
            _one_side_on_a_topic,
        ),
        Pattern(
            "leads-on-topic",
            "On trade, seven of nine statements are Lee’s",
            "as the next, under a filter on one topic",
            _on_a_topic_one_leads,
        ),
        Pattern(
            "leads",
            "More than four statements in five are Lee’s",
            "one has at least two statements in five in words of their own, and nobody has as many; from 20 on as a fraction, "
            "which may be off by 0.02",
            _one_leads,
        ),
        Pattern(
            "one-leads",
            "Half of the statements are one speaker’s",
            "as before, where the name is too long or belongs to two",
            _one_unnamed_leads,
        ),
        Pattern(
            "two-lead",
            "Lee and Dale have four statements each",
            "two have as many, each at least two statements in five",
            _two_lead,
        ),
        Pattern(
            "only-through",
            "Paris is heard only through Lee, four times",
            "nobody leads; every statement of the side, three or more, is relayed by another side",
            _a_side_only_through,
        ),
        _NO_TOPIC_OUT,
        Pattern(
            "nobody-leads",
            "Nobody leads: seven speakers, none with more than four of 20 statements",
            "none of the others holds, and there are two speakers or more",
            _nobody_leads,
        ),
        _NOTHING,
    ),
    "topics": (
        _NO_TOPIC,
        Pattern(
            "no-side-on-topics",
            "No side is heard in its own words on any of three topics",
            "no statement with a topic is of a known side and its own; “no known side” where a speaker’s side is unknown",
            _no_side_on_topics,
        ),
        Pattern(
            "only-side-on-topics",
            "Paris alone is heard in its own words, on five of six topics",
            "one side has statements of its own with a topic, and nobody’s side is unknown",
            _only_side_on_topics,
        ),
        Pattern(
            "second-side-on-topics",
            "Rome is heard on five of 14 topics",
            "the side with second most statements of its own: topics on which it has one, of those shown",
            _second_side_on_topics,
        ),
        Pattern(
            "sides-on-one-topic",
            "Paris and Rome are heard on the one topic",
            "two sides or more on one topic",
            _sides_on_one_topic,
        ),
        Pattern(
            "first-side-on-topics",
            "Paris is heard on five of six topics",
            "as before, where the side of others is unknown",
            _first_side_on_topics,
        ),
        _NO_TOPIC_OUT,
        _NOTHING,
    ),
    "tone": (
        _EMPTY,
        Pattern(
            "unscored",
            "No statement shown holds a word that Blend knows",
            "the score knows no word of what is shown",
            _unscored,
        ),
        Pattern(
            "one-section",
            "What is shown is clearly positive in its words",
            "one section is shown; as the next",
            _one_section,
        ),
        Pattern(
            "clear-sections",
            "One section is clearly positive in its words; none is clearly negative",
            "five scored statements or more, and the 95% interval of their mean leaves out zero; both signs are said",
            _clear_sections,
        ),
        Pattern(
            "no-clear-section",
            "No section is clearly positive or negative in its words",
            "no section is",
            _no_clear_section,
        ),
    ),
    "along": (
        _NO_TOPIC,
        Pattern(
            "only-topic",
            "The nine statements on trade stand in five sections",
            "one topic is shown",
            _only_topic,
        ),
        Pattern(
            "wide-and-late",
            "Five sections speak of trade, only the last two of grain",
            "a topic in four sections or more, in most of all; another with three statements or more, all in the last two; no "
            "filter on sections",
            _wide_and_late,
        ),
        Pattern(
            "wide",
            "Five sections speak of trade, more than of any other topic",
            "a topic in four sections or more, and no other in as many; no filter on sections",
            _wide,
        ),
        _NO_TOPIC_OUT,
        _NOTHING,
    ),
    "calendar": (
        Pattern(
            "dates-run",
            "The dates behind the talk run from 1989 to 2023",
            "the years of the first and the last date that is named or taken from the record",
            _dates_run,
        ),
    ),
}
"""All headlines, by the question that they answer."""


def facts_of(package: Any, codebook: Codebook, statements: pd.DataFrame, view: Any, *, score: str = "") -> Facts:
    """The facts of an article under a view. `statements` are those that its filter leaves."""
    return Facts(
        statements, codebook, package.short_names, package.sides, package.about.sections, package.evidence_of,
        view.filter, view.order, score or view.score,
    )  # fmt: skip
