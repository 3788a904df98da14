"""Who speaks. Persons are named for their own words, a side by its capital; what is only relayed is nobody's own."""

from collections import Counter
from collections.abc import Sequence

from components.analysis.english import counted, every, is_or_are, listed, number, possessive, share, times
from components.analysis.findings.facts import FEW, LEADS, Facts, Voice
from components.analysis.findings.pattern import EMPTY, NO_TOPIC_OUT, NOTHING, TOPIC_OUT, Pattern
from components.model.codebook import OTHER, REPORTER, UNKNOWN
from components.model.scores import SCORES, TONES, Tone
from components.model.statements import NEAR_ZERO


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
        return only_through(facts, side) if facts.through[side].total() == len(facts.voices) else ""
    return ""


def only_through(facts: Facts, side: str) -> str:
    """A side that is heard only as others tell it: who they are, and how often."""
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
    """The filter asks for one topic and for nothing else: what it leaves out is on other topics."""
    if len(facts.asked.topics) != 1 or not facts.asks_only("topics"):
        return ""
    said = _one_leads(facts)
    return f"On {facts.label(facts.asked.topics[0])}, {said}" if said else ""


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
    return only_through(facts, side) if facts.through[side].total() >= FEW else ""


def _nobody_leads(facts: Facts) -> str:
    """Joint words are each speaker's: where somebody has most of them so, it cannot be said."""
    people = Counter(who for voice in facts.voices if voice.kind == "own" for who in voice.speakers)
    most, whole = max(people.values(), default=0), len(facts.voices)
    if len(people) < 2 or most > whole / 2:
        return ""
    return f"nobody leads: {counted(len(people), 'speaker')}, none with more than {number(most)} of {number(whole)} statements"


PATTERNS = (
    EMPTY,
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
        "as the next, under a filter on one topic and nothing else",
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
    TOPIC_OUT,
    NO_TOPIC_OUT,
    Pattern(
        "nobody-leads",
        "Nobody leads: seven speakers, none with more than four of 20 statements",
        "none of the others holds, there are two speakers or more, and none has a part in more than half of the statements",
        _nobody_leads,
    ),
    NOTHING,
)
