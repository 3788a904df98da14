"""Who else speaks: the sentence under the headline, in which all counts add up."""

from collections import Counter
from collections.abc import Sequence

from components.analysis.english import capital, listed, number, times
from components.analysis.findings.facts import Facts, Voice
from components.analysis.findings.pattern import Headline
from components.analysis.findings.who import only_through

NAMED = 3
"""So many of the others are named, the rest are counted together."""


def who_else(facts: Facts, found: Headline) -> str:
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
    told = " ".join(f"{capital(part)}." for part in parts if part)
    worded = found.key == "worded" and not facts.asked.tones  # the headline counts some of them, this sentence all
    return f"Of all {number(len(facts.voices))}: {told}" if worded and told else told


def _already_said(facts: Facts, found: Headline) -> int:
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


def _others_relayed(facts: Facts, relayed: Sequence[tuple[Voice, int]], found: Headline) -> list[str]:
    """Sides that are heard only through others; then whom somebody relays beside them."""
    headed = set(facts.through) if found.key in ("all-relayed", "only-through") and len(facts.through) == 1 else set()
    spoken = [side for side in facts.through if side not in headed and _counts_alone(facts, relayed, side)][:NAMED]
    told = {*headed, *spoken}
    left = [each for each in relayed if {facts.side(who) for who in each[0].speakers}.isdisjoint(told)]
    return [*(only_through(facts, side) for side in spoken), _also_relayed(facts, left)]


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
