"""Numbers, shares, names and lists as a sentence says them."""

from collections.abc import Sequence
from fractions import Fraction

COUNTED = 19
"""Up to this many statements a share is counted out; of more, a fraction is easier to grasp."""

NEAR = Fraction(2, 100)
"""A share this close to a fraction is said to be it; beside that it is more than it, or almost it."""

NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def number(count: int) -> str:
    """Counts up to twelve as words, larger ones as figures."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, thing: str) -> str:
    """A count with its noun, whose plural ends in s.

    >>> counted(1, "topic"), counted(14, "topic")
    ('one topic', '14 topics')
    """
    return f"{number(count)} {thing}{'s' * (count != 1)}"


def times(count: int) -> str:
    """Once, twice, three times."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def every(count: int, things: str) -> str:
    """The whole of a count: "the one statement", "both statements", "all six statements"; `things` is the plural in s.

    >>> every(1, "statements"), every(2, "negatively worded statements")
    ('the one statement', 'both negatively worded statements')
    """
    if count == 1:
        return f"the one {things.removesuffix('s')}"
    return f"both {things}" if count == 2 else f"all {number(count)} {things}"


def share(part: int, whole: int) -> str:
    """How much of a whole, in words.

    >>> share(7, 9), share(77, 91), share(6, 6)
    ('seven of nine statements', 'more than four statements in five', 'all six statements')
    """
    if part == whole:
        return every(whole, "statements")
    if whole <= COUNTED or part / whole < 0.1:
        return f"{number(part)} of {number(whole)} statements"
    fractions = [Fraction(top, bottom) for bottom in (2, 3, 4, 5, 10) for top in range(1, bottom)]
    exact = Fraction(part, whole)
    nearest = min(fractions, key=lambda each: (abs(each - exact), each.denominator))
    top, bottom = nearest.numerator, number(nearest.denominator)
    words = "half of the statements" if bottom == "two" else f"{counted(top, 'statement')} in {bottom}"
    if abs(exact - nearest) <= NEAR:
        return words
    return f"more than {words}" if exact > nearest else f"almost {words}"


def is_or_are(subject: str) -> str:
    """The verb behind a share in words: one statement in five is, two in five are."""
    single = subject.startswith(("the one ", "one of ")) or "one statement in " in subject
    return "is" if single else "are"


def capital(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def possessive(name: str) -> str:
    """Lee’s, Jones’s: whose name it is is one."""
    return f"{name}’s"


def listed(words: Sequence[str]) -> str:
    """a, b and c."""
    return "".join(words) if len(words) < 2 else ", ".join(words[:-1]) + f" and {words[-1]}"
