"""In which tone: sections that are clearly positive or negative in their words, and how much a score knows."""

from collections.abc import Callable

from components.analysis.english import counted, number
from components.analysis.findings.facts import Facts
from components.analysis.findings.pattern import EMPTY, Pattern
from components.analysis.measures import MeanInterval
from components.model.scores import SCORES
from components.model.statements import ENOUGH


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
    if said == 1:
        return f"{label} knows {'a' if known else 'no'} word in the one reported statement."
    sentence = f"{label} knows a word in {known:,} of the {said:,} reported statements."
    if known and int(facts.tone["n"].max()) < ENOUGH:
        sentence += f" No section has {number(ENOUGH)} of them, so none can be called clear."
    return sentence


def mean_said(made: MeanInterval, signed: Callable[[float], str]) -> str:
    """A section's mean with its interval, in words; nothing under five scored statements."""
    if made.n < ENOUGH:
        return ""
    return f"Mean {signed(made.mean)}, 95% interval {signed(made.low)} to {signed(made.high)}."


PATTERNS = (
    EMPTY,
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
)
