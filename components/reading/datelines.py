"""A step: where a report begins behind its dateline, "OSLO, May 4 (Agency) — ".

A dateline says where, when and by which agency a report was written; none of it is a source of what follows.
"""

import re
from functools import cache

from components.model.lexicons import WordLists, Words

_PLACE = re.compile(r"[A-Z]{2,}[A-Z .,’'-]*(?:\([A-Za-z ]+\)\s*)?(?:--|[—–]|(?<=[A-Z]{4})-)\s+")
"""A place in capitals and a dash, whoever the agency is."""


_DATED = re.compile(
    r"[^\W\d_a-z][\w.’'-]*(?:[ /][^\W\d_a-z][\w.’'-]*){0,4},?\s+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:,?\s+\d{4})?\s*(?:--|[—–:])\s+"
)
"""A place and a day: "LAKESIDE CITY 07 May 2024 – ", "Lakeside, 7 May 2024: "."""


class AgencyWords(WordLists):
    """The lists of `agencies.toml`."""

    FILE = "agencies"
    agencies: Words


@cache
def _by_an_agency() -> re.Pattern[str]:
    """Place and day if they are told, the agency in brackets or strokes, and what parts them from the report."""
    names = "|".join(re.escape(name) for name in sorted(AgencyWords.read().agencies, key=len, reverse=True))
    return re.compile(
        rf"(?:(?:[^\W\d_a-z][\w.'’-]*|\d{{1,4}}|of|de|/)[,.]?\s+){{0,9}}"
        rf"[(\[/](?:{names})(?:\s?(?:[/,&]|and)\s?(?:{names}))*[)\]/]"
        r"(?:\s*(?:[.:]|-{1,2}|[–—])+\s*|\s+(?=[^\w\s]*[^\W\d_a-z])|\s*\Z)"
    )


def is_agency(words: str) -> bool:
    """Whether words are an agency's name: "AFP", "xinhua"."""
    return " ".join(words.casefold().split()) in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(" ".join(name.casefold().split()) for name in AgencyWords.read().agencies)


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where the sentence that stands between two places begins behind its dateline; its own start where it has none."""
    found = _by_an_agency().match(text, start, end) or _DATED.match(text, start, end) or _PLACE.match(text, start, end)
    return found.end() if found else start
