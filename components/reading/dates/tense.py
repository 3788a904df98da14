"""Whether the words around an expression speak of what was or of what is to come."""

import re

from components.reading.dates.told import text_before

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|going to|(?:is|are|was|were|be) (?:due |set |scheduled |expected |planned )?to"
    r"|due to|set to|scheduled|expected|upcoming|until|plans? to)\b|['’]ll\b"
)
_CLAUSE_END = re.compile(r"[.!?;\n]")


def is_ahead(match: re.Match[str]) -> bool:
    """Whether the clause around the expression speaks of what is to come."""
    before = _CLAUSE_END.split(text_before(match, 80))[-1]
    after = _CLAUSE_END.split(match.string[match.end() : match.end() + 60])[0]
    return bool(_AHEAD.search(before) or _AHEAD.search(after))
