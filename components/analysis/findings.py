"""The sentences that the pages open with, made from the summaries: true under any filter, or not said.

Shares are said in words: counted where they are small ("seven of nine"), as the nearest simple fraction with "more than"
or "almost" where they are large. "Clearly" is said only where a 95% interval on five or more values excludes zero.
A heading has at most 60 characters.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd

from components.model.codebook import JOINT, REPORTER, UNKNOWN, Codebook
from components.model.scores import LEAD_SCORES, SCORES
from components.model.statements import ENOUGH

HEADING = 60
COUNTED = 20
"""Up to this many statements a share is counted out; of more, a fraction is easier to grasp."""

STRETCH = 5
"""A topic comes back when more than this many sentences lie between two that have it."""

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def number(count: int) -> str:
    """Counts up to twelve as words, larger ones as figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def times(count: int) -> str:
    """Once, twice, three times."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def share(part: int, whole: int) -> str:
    """How much of a whole, in words.

    >>> share(7, 9), share(77, 91), share(6, 6)
    ('seven of nine statements', 'more than four statements in five', 'all six statements')
    """
    if part == whole:
        return "the one statement" if whole == 1 else f"all {number(whole)} statements"
    if whole <= COUNTED or part / whole < 0.1:
        return f"{number(part)} of {number(whole)} statements"
    fractions = [Fraction(top, bottom) for bottom in (2, 3, 4, 5, 10) for top in range(1, bottom)]
    exact = Fraction(part, whole)
    nearest = min(fractions, key=lambda each: (abs(each - exact), each.denominator))
    top, bottom = number(nearest.numerator), number(nearest.denominator)
    words = "half of the statements" if bottom == "two" else f"{top} statement{'s' * (top != 'one')} in {bottom}"
    if abs(exact - nearest) <= Fraction(1, 100):
        return words
    return f"more than {words}" if exact > nearest else f"almost {words}"


def capital(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def possessive(name: str) -> str:
    """Madrid’s, Brussels’."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def listed(words: Sequence[str]) -> str:
    """a, b and c."""
    return "".join(words) if len(words) < 2 else ", ".join(words[:-1]) + f" and {words[-1]}"


# --- Who ----------------------------------------------------------------------------------------


def who_speaks(by_side: pd.DataFrame, codebook: Codebook, *, topic: str = "") -> str:
    """A heading: whose position most of the statements give; `topic` is the one that they are all on, if any.

    On a tie it names all who tie, or counts them where their names are too long for a heading.
    """
    if by_side.empty:
        return "No statement is shown"
    most = int(by_side["count"].max())
    leading = [str(side) for side in by_side.loc[by_side["count"] == most, "side"]]
    if len(leading) > 1:
        said = _tie([_voice(side, codebook) for side in leading], most, "sides")
    else:
        what = share(most, int(by_side["count"].sum()))
        said = f"{what} {_gives(what)} {_position(leading[0], codebook)}"
        if len(said) > HEADING:
            said = f"{what} {_gives(what)} one side’s position"
    on = f"On {topic}, {said}"
    return on if topic and len(on) <= HEADING else capital(said)


def _tie(names: Sequence[str], count: int, what: str) -> str:
    """Those who tie by name; where that is too long for a heading, how many there are of `what`."""
    lead = f"lead with {number(count)} statement{'s' * (count != 1)} each"
    named = f"{listed(names)} {lead}"
    return named if len(named) <= HEADING else f"{number(len(names))} {what} {lead}"


def _voice(side: str, codebook: Codebook) -> str:
    return "joint positions" if side == JOINT else codebook.voice(side)


def _gives(what: str) -> str:
    """One statement in five gives, two in five give."""
    return "gives" if "one statement" in what or what.startswith("one of") else "give"


def _position(side: str, codebook: Codebook) -> str:
    if side == REPORTER:
        return "the reporter’s account"
    if side == JOINT:
        return "a joint position"
    return f"{possessive(codebook.voice(side))} position"


def who_else(by_side: pd.DataFrame, codebook: Codebook) -> str:
    """The sentence under the heading: how many statements the other sides have. Nothing where there is one side.

    On a tie all sides are counted, for none of them is another.
    """
    if len(by_side) < 2:
        return ""
    ranked = by_side.sort_values("count", ascending=False, kind="stable")
    others = ranked if ranked["count"].iloc[0] == ranked["count"].iloc[1] else ranked.iloc[1:]
    parts = [
        f"{number(count)} {_owner(side, codebook)}" for side, count in zip(others["side"], others["count"], strict=True)
    ]
    return capital(f"{listed(parts)}.")


def _owner(side: str, codebook: Codebook) -> str:
    if side == REPORTER:
        return "from the reporter"
    if side == JOINT:
        return "joint"
    return f"for {codebook.voice(side)}"


def who_speaks_by_name(by_speaker: pd.DataFrame, names: Mapping[str, str], whole: int) -> str:
    """The heading of an article whose sides nobody has coded: who has most of the `whole` statements."""
    named = _named(by_speaker)
    if named.empty:
        return "No speaker was found" if whole else "No statement is shown"
    top, count = str(named["speaker"].iloc[0]), int(named["count"].iloc[0])
    leading = [str(who) for who in named.loc[named["count"] == count, "speaker"]]
    if len(leading) > 1:
        return capital(_tie([names.get(who, who) for who in leading], count, "speakers"))
    what = share(count, whole)
    said = capital(f"{what} {_gives(what)} {possessive(names.get(top, top))} position")
    return said if len(said) <= HEADING else capital(f"{what} {_gives(what)} one speaker’s position")


def who_else_by_name(by_speaker: pd.DataFrame, names: Mapping[str, str], most: int = 4) -> str:
    """The sentence under that heading: who else is heard, with the number of statements.

    On a tie it begins with all who tie; of the others, `most` are named.
    """
    named = _named(by_speaker)
    heard = [f"{names.get(who, who)} ({n})" for who, n in zip(named["speaker"], named["count"], strict=True)]
    leading = int((named["count"] == named["count"].max()).sum())
    first, others = heard[:leading], heard[leading:]
    more = f" and {len(others) - most} more" if len(others) > most else ""
    said = [f"Heard most: {listed(first)}."] if leading > 1 else []
    said += [f"Also heard: {', '.join(others[:most]) if more else listed(others)}{more}."] if others else []
    return " ".join(said)


def _named(by_speaker: pd.DataFrame) -> pd.DataFrame:
    """Those who were found, most statements first."""
    found = by_speaker[~by_speaker["speaker"].isin((REPORTER, UNKNOWN))]
    return found.sort_values("count", ascending=False, kind="stable")


# --- On what ------------------------------------------------------------------------------------


def main_topics(by_topic: pd.DataFrame, codebook: Codebook, most: int = 3) -> str:
    """A sentence on the topics with most statements; topics that tie with one left out are left out too."""
    if by_topic.empty:
        return "No statement shown has a topic."
    top = by_topic.head(most)
    if len(by_topic) > most:
        top = top[top["count"] > by_topic["count"].iloc[most]]
    if top.empty:
        return "No topic stands out."
    named = [
        f"{codebook.topic(topic).label} ({count})" for topic, count in zip(top["topic"], top["count"], strict=True)
    ]
    return f"The main topics are {listed(named)}." if len(named) > 1 else f"The main topic is {named[0]}."


def heard_on(cells: pd.DataFrame, codebook: Codebook) -> str:
    """A heading for topics by side: on how many topics the second voice is heard."""
    spoken = cells[~cells["side"].isin((REPORTER, JOINT))]
    if spoken.empty:
        return "No side is heard on a topic"
    statements = spoken.groupby("side", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")
    topics = cells["topic"].nunique()
    if len(statements) == 1:
        voice = capital(codebook.voice(str(statements.index[0])))
        return f"Only {voice} is heard on {_topics(topics)}" if topics > 1 else f"Only {voice} is heard on this topic"
    second = str(statements.index[1])
    heard = int(spoken.loc[spoken["side"] == second, "topic"].nunique())
    return f"{capital(codebook.voice(second))} is heard on {number(heard)} of {_topics(topics)}"


def _topics(count: int) -> str:
    return f"{number(count)} topic{'s' * (count != 1)}"


# --- In which tone ------------------------------------------------------------------------------


def clear_sections(tone: pd.DataFrame) -> str:
    """A heading for tone by section: which scorer finds sections clearly positive or negative."""
    signed = tone[tone["score"].map(lambda key: SCORES[key].signed)]
    if tone["n"].sum() == 0:
        return "No statement shown holds a word that is scored"
    if signed.empty:
        return "Subjectivity has no sign: read it from 0 to 1"
    found = {}
    for key, part in signed.groupby("score", sort=False):
        found[SCORES[str(key)].label] = (int((part["clear"] > 0).sum()), int((part["clear"] < 0).sum()))
    speaking = {label: counts for label, counts in found.items() if any(counts)}
    if not speaking:
        return "No section is clearly positive or negative in tone"
    if len(speaking) == 1:
        (label, (positive, negative)) = next(iter(speaking.items()))
        silent = [other for other in found if other != label]
        rest = f"; {silent[0]} none" if silent else ""
        return f"{label} finds {_clear(positive, negative)}{rest}"
    return "; ".join(f"{label} finds {number(sum(counts))} clear" for label, counts in speaking.items())


def _clear(positive: int, negative: int) -> str:
    if positive and negative:
        return f"{number(positive)} positive and {number(negative)} negative"
    count, word = (positive, "positive") if positive else (negative, "negative")
    return f"{number(count)} section{'s' * (count != 1)} clearly {word}"


def scored(statements: pd.DataFrame) -> str:
    """A sentence on how much the scorers know of what is said."""
    said = int((statements["words"] > 0).sum())
    if said == 0:
        return "Nothing that is shown is reported speech, so there is no tone to score."
    first, *others = [(score.label, int(statements[score.key].notna().sum())) for score in LEAD_SCORES]
    rest = "".join(f", {label} in {count}" for label, count in others)
    return f"{first[0]} knows a word in {first[1]} of {said} statements with content{rest}."


# --- Where and when -----------------------------------------------------------------------------


def talk_moves(along: pd.DataFrame, codebook: Codebook) -> str:
    """A heading for the topics along the article: what leads in the first fifth of what is shown, and what in the last."""
    if along.empty:
        return "No statement shown has a topic"
    labels = codebook.topic_labels
    if along["topic"].nunique() == 1:
        return f"Only {labels[along['topic'].iloc[0]]} comes up"
    if len(along) < ENOUGH:
        return "Too few statements to speak of a movement"
    first, last = int(along["sentence"].min()), int(along["sentence"].max())
    fifth = (last - first) / 5
    begins = _leader(along[along["sentence"] <= first + fifth])
    ends = _leader(along[along["sentence"] >= last - fifth])
    if begins is None or ends is None:
        return "No single topic leads the beginning or the end"
    if begins == ends:
        return f"{labels[begins]} leads at the beginning and at the end"
    sentence = f"The talk moves from {labels[begins]} to {labels[ends]}"
    return sentence if len(sentence) <= HEADING else f"From {labels[begins]} to {labels[ends]}"


def _leader(along: pd.DataFrame) -> str | None:
    counts = along["topic"].value_counts()
    if counts.empty or (len(counts) > 1 and counts.iloc[0] == counts.iloc[1]):
        return None
    return str(counts.index[0])


def comes_back(along: pd.DataFrame, codebook: Codebook) -> str:
    """A heading for the lanes: which of the lead topics is taken up again most often."""
    returns: dict[str, int] = {}
    for topic, part in along.groupby("topic", sort=False):
        if codebook.topic(str(topic)).lead:
            returns[str(topic)] = int((part["sentence"].sort_values().diff() > STRETCH).sum())
    if not returns:
        return "None of the lead topics comes up"
    most = max(returns.values())
    leading = [topic for topic, count in returns.items() if count == most]
    if most == 0:
        return "No lead topic is taken up a second time"
    if len(leading) > 1:
        return f"{number(len(leading)).capitalize()} lead topics come back {times(most)}"
    return f"{codebook.topic(leading[0]).label} comes back {times(most)}"


def dates_run(dates: pd.DataFrame) -> str:
    """A heading for the calendar: from when to when the dates behind the statements run."""
    if dates.empty:
        return "No statement shown names a date"
    first, last = dates["first"].min().year, dates["last"].max().year
    return (
        f"All dates behind the talk lie in {first}"
        if first == last
        else f"The dates behind the talk run from {first} to {last}"
    )
